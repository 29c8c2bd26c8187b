package cli

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"github.com/spf13/cobra"
)

// scopeFlags say which part of a checklist is wanted.
type scopeFlags struct{ judge.Scope }

func (f *scopeFlags) add(c *cobra.Command) {
	c.Flags().Var((*teamFlag)(&f.Owner), "owner", "only the work of this `TEAM`: "+strings.Join(wordsOf(model.Teams), ", "))
	c.Flags().BoolVar(&f.Open, "open", false, "only what is still to be done")
	_ = c.RegisterFlagCompletionFunc("owner", completeWords(model.Teams)) // fails for flags that do not exist
}

// A teamFlag is a team as it is typed.
type teamFlag model.Team

// Set reads a team by its word or its name.
func (f *teamFlag) Set(text string) error {
	team, err := wordIn(model.Teams, "team", text)
	*f = teamFlag(team)
	return err
}

// String is the team, "" for all.
func (f *teamFlag) String() string { return string(*f) }

// Type names the value in the help.
func (f *teamFlag) Type() string { return "TEAM" }

// withoutTasks are the formats that list no tasks.
var withoutTasks = []string{"decision", "decision-html", "change", "change-html", "change-docx", "report", "report-html", "report-docx", "svg"}

// fits refuses a part of the tasks where there are none.
func (f scopeFlags) fits(format doc.Format) error {
	if f.Whole() {
		return nil
	}
	return hasTasks(format)
}

func hasTasks(format doc.Format) error {
	if !slices.Contains(withoutTasks, format.Name) {
		return nil
	}
	return &mistake{"there are no tasks in the format " + format.Name + ": it is the same for all teams", "leave --owner, --by-owner and --open out"}
}
