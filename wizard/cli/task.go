package cli

import (
	"fmt"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/wizard/screen"
	"github.com/spf13/cobra"
)

const taskLong = `Shows a task of the checklist in full, or says something about it: its state, who
says so, who does it, by when, and a note. What is not given stays as it is.

ID is the one that "tasks" lists. The number of the checklist is taken too; it
may be another one once the answers have changed. A task that is blocked, not
needed or left with its risk accepted needs a note. An empty value takes away
what was there: --due= for no day.

Exit codes: 0 done, or nothing to change; 3 the command line or the plan is
unusable; 4 a file could not be read or written; 5 the plan is open elsewhere.`

const taskExample = `cmgwizard task contoso.toml pki-template
cmgwizard task contoso.toml pki-template --state done --by "Anna Lind"
cmgwizard task contoso.toml pki-template --state blocked --note "The CA is down"
cmgwizard task contoso.toml pki-template --owner "PKI on call" --due 2026-12-04`

// taskFlags are what is said about a task.
type taskFlags struct {
	state, by, owner, due, note string
	json                        bool
}

func (p *program) task() *cobra.Command {
	var flags taskFlags
	c := &cobra.Command{
		Use: "task PLAN ID", Short: "Show a task, or say how far it is", Long: taskLong, Example: taskExample,
		Args: cobra.ArbitraryArgs, ValidArgsFunction: p.completeTask,
		RunE: func(c *cobra.Command, args []string) error {
			if deed, said := flags.deed(c); said {
				return p.workOn(args, deed, flags.json)
			}
			return p.showTask(args, flags.json)
		},
	}
	c.Flags().StringVar(&flags.state, "state", "", "the `STATE`: "+strings.Join(wordsOf(model.TaskStates), ", "))
	c.Flags().StringVar(&flags.by, "by", "", "`WHO` says so")
	c.Flags().StringVar(&flags.owner, "owner", "", "`WHO` does it: a person, in the team that the checklist names")
	c.Flags().StringVar(&flags.due, "due", "", "by which `DAY`, such as 2026-12-04, \"4 Dec\" or friday")
	c.Flags().StringVar(&flags.note, "note", "", "a `TEXT` to remember about it")
	c.Flags().Var(typedMoment{&p.date, p}, "at", "as of this `DATE` instead of now: 2026-12-04 or 2026-12-04T21:40:00Z")
	c.Flags().BoolVar(&flags.json, "json", false, "print one line of JSON")
	completions := map[string]cobra.CompletionFunc{"state": completeWords(model.TaskStates)}
	for _, name := range []string{"by", "owner", "due", "note", "at"} {
		completions[name] = cobra.NoFileCompletions
	}
	completeFlags(c, completions)
	return c
}

// completeFlags completes the values of flags.
func completeFlags(c *cobra.Command, completions map[string]cobra.CompletionFunc) {
	for name, complete := range completions {
		_ = c.RegisterFlagCompletionFunc(name, complete) // fails for flags that do not exist
	}
}

// deed is what the flags say, and whether they say anything.
func (f *taskFlags) deed(c *cobra.Command) (deed judge.TaskUpdate, said bool) {
	given := func(name string, value *string) *string {
		if !c.Flags().Changed(name) {
			return nil
		}
		said = true
		return value
	}
	if state := given("state", &f.state); state != nil {
		deed.State = (*model.TaskState)(state)
	}
	deed.By, deed.Owner = given("by", &f.by), given("owner", &f.owner)
	deed.Due, deed.Note = given("due", &f.due), given("note", &f.note)
	return deed, said
}

// completeTask completes a plan, then the tasks of its checklist.
func (p *program) completeTask(c *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	switch len(args) {
	case 0:
		return planFiles(c, args, begun)
	case 1:
		if plan, err := p.read(planPath{name: args[0]}); err == nil && args[0] != "-" {
			return startingWith(begun, taskWords(plan)), cobra.ShellCompDirectiveNoFileComp
		}
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}

func taskWords(plan model.Plan) []string {
	var words []string
	for _, item := range judge.Plan(plan).Items {
		words = append(words, cobra.CompletionWithDesc(item.ID, item.Title))
	}
	return words
}

// taskArgument is the plan and the task of the command line.
func taskArgument(args []string) (plan []string, id string, err error) {
	switch {
	case len(args) == 1:
		return nil, "", &mistake{"which task?", "give its ID: cmgwizard tasks " + screen.ShellWord(args[0]) + " lists them"}
	case len(args) > 2:
		return nil, "", &mistake{"one task at a time", "write the command once for each task"}
	case len(args) == 2:
		return args[:1], args[1], nil
	}
	return args, "", nil
}

// idOf is the ID of a task that is given by its number in the checklist.
func idOf(o judge.Judgement, word string) (string, error) {
	if word == "" || strings.Trim(word, "0123456789") != "" {
		return word, nil
	}
	n, err := strconv.Atoi(word)
	if err != nil || n < 1 || n > len(o.Items) {
		return "", &mistake{fmt.Sprintf("there is no task %s: the checklist has %s", word, model.Counted(len(o.Items), "task")), `give an ID that "cmgwizard tasks" lists`}
	}
	return o.Items[n-1].ID, nil
}
