package cli

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
	"cmgwizard/wizard/cli/page"
	"github.com/spf13/cobra"
)

const tasksLong = `Lists the tasks of a plan with their IDs: how far each one is, who does it and by
when, how far each phase is, and what can start now. The flags narrow the list;
the numbers stay those of the whole checklist. A PLAN may be - for the standard
input.`

// tasksFlags say which tasks are listed.
type tasksFlags struct {
	scope scopeFlags
	state stateFlag
	phase phaseFlag
	json  bool
}

func (p *program) tasks() *cobra.Command {
	var flags tasksFlags
	c := &cobra.Command{
		Use: "tasks PLAN", Short: "List the tasks of a plan and how far they are", Long: tasksLong,
		Example: "cmgwizard tasks contoso.toml --open\ncmgwizard tasks contoso.toml --owner pki --state blocked\n" +
			"cmgwizard tasks contoso.toml --phase client-authentication",
		Args: cobra.ArbitraryArgs, ValidArgsFunction: upTo(1, planFiles),
		RunE: func(_ *cobra.Command, args []string) error { return p.listTasks(args, flags) },
	}
	c.AddCommand(p.tasksImport())
	flags.scope.add(c)
	c.Flags().Var(&flags.state, "state", "only tasks in this `STATE`: "+strings.Join(wordsOf(model.TaskStates), ", "))
	c.Flags().Var(&flags.phase, "phase", "only tasks of this `PHASE`: its ID or title, or how one begins")
	p.addDate(c)
	c.Flags().BoolVar(&flags.json, "json", false, "print one line of JSON")
	completeFlags(c, map[string]cobra.CompletionFunc{"state": completeWords(model.TaskStates), "phase": completeWords(phases())})
	return c
}

func (p *program) listTasks(args []string, flags tasksFlags) error {
	path, plan, err := p.readArgument(args)
	if err != nil {
		return err
	}
	list := newTaskList(judge.NewChecklist(plan, p.at()), flags)
	if flags.json {
		return p.writeJSON(newTasksJSON(path.name, list), oneLine)
	}
	page := page.New(p.out)
	showTasks(page, path.name, list)
	return p.write([]byte(page.String()))
}

// A stateFlag is the state of a task as it is typed.
type stateFlag model.TaskState

// Set reads a state.
func (f *stateFlag) Set(text string) error {
	state, err := wordIn(model.TaskStates, "state", text)
	*f = stateFlag(state)
	return err
}

// String is the state, "" for any.
func (f *stateFlag) String() string { return string(*f) }

// Type names the value in the help.
func (f *stateFlag) Type() string { return "STATE" }

// A phaseFlag is the ID of a phase, as it or its title is typed.
type phaseFlag string

// phases are the phases as a vocabulary.
func phases() model.Terms[phaseFlag] {
	var terms model.Terms[phaseFlag]
	for _, phase := range tasks.Phases() {
		terms = append(terms, model.Term[phaseFlag]{Value: phaseFlag(phase.ID), Label: phase.Title})
	}
	return terms
}

// Set reads a phase. The start of its ID or title is enough where only one
// begins so.
func (f *phaseFlag) Set(text string) error {
	var begun []phaseFlag
	for _, phase := range phases() {
		if text != "" && (begins(string(phase.Value), text) || begins(phase.Label, text)) {
			begun = append(begun, phase.Value)
		}
	}
	phase, err := wordIn(phases(), "phase", text)
	switch {
	case err != nil && len(begun) == 1:
		phase, err = begun[0], nil
	case err != nil && len(begun) > 1:
		err = fmt.Errorf("%d phases begin with %q: give the ID of one", len(begun), model.Clean(text))
	}
	*f = phase
	return err
}

func begins(word, with string) bool {
	return strings.HasPrefix(strings.ToLower(word), strings.ToLower(with))
}

// String is the phase, "" for all.
func (f *phaseFlag) String() string { return string(*f) }

// Type names the value in the help.
func (f *phaseFlag) Type() string { return "PHASE" }
