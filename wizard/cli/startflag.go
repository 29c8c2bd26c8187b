package cli

import (
	"fmt"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"github.com/spf13/cobra"
)

// A startFlag is the day on which the work that is left starts, "" for none.
type startFlag string

func (f *startFlag) add(c *cobra.Command) {
	c.Flags().StringVar((*string)(f), "start", "", "add the earliest days for a start on this `DAY`, such as 2026-12-04, \"4 Dec\" or friday")
	_ = c.RegisterFlagCompletionFunc("start", cobra.NoFileCompletions) // fails for flags that do not exist
}

// undated are the formats without a place for earliest days.
var undated = []string{"csv", "calendar", "decision", "decision-html", "report", "report-html", "report-docx", "svg", "json"}

// fits refuses a start where no days are told.
func (f startFlag) fits(format doc.Format) error {
	for _, name := range undated {
		if f != "" && name == format.Name {
			return &mistake{"the format " + name + " has no earliest days", "leave --start out, or choose another format"}
		}
	}
	return nil
}

// starting gives a checklist its earliest days, if a start was asked for. Today may
// be yesterday in UTC.
func (p *program) starting(c judge.Checklist, f startFlag) (judge.Checklist, error) {
	if f == "" {
		return c, nil
	}
	text, err := judge.ParseDay(string(f), c.Date)
	if err != nil {
		return c, &mistake{fmt.Sprintf("there is no day %q to start on", model.Clean(string(f))), err.Error()}
	}
	day, err := time.Parse(time.DateOnly, text)
	switch {
	case err != nil || day.Year() > lastYear:
		return c, &mistake{"the year of --start is not one until " + fmt.Sprint(lastYear), judge.DayForms}
	case text < model.DayOf(c.Date.AddDate(0, 0, -1)):
		return c, &mistake{text + " has passed: what is left cannot start then", "give a day from today on"}
	case text != strings.TrimSpace(string(f)):
		p.note(model.Clean(string(f)) + " is " + text)
	}
	return c.StartingOn(day), nil
}
