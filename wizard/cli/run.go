package cli

import (
	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/run"
	"github.com/spf13/cobra"
)

const runLong = `Goes through the work of a plan, one task at a time in the order of the run
sheet: its steps, the commands to copy, how to tell that it worked, the minutes
so far, what comes next. Waits run as timers. Where a task does not work, lines
of a log are judged, and what was done is backed out in reverse order.

Everything is kept in the plan with its time, at once: after a crash the same
command goes on at the same step. "export --format report" makes the report.`

const runExample = `cmgwizard run contoso.toml
cmgwizard run contoso.toml --owner pki --window
cmgwizard run contoso.toml --from create-cmg`

// runTasks goes through the work of a plan.
func (p *program) runTasks() *cobra.Command {
	var flags wizardFlags
	var scope run.Scope
	c := &cobra.Command{
		Use: "run PLAN", Short: "Work through the tasks of a plan, live", Long: runLong, Example: runExample,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: upTo(1, planFiles),
		RunE: func(_ *cobra.Command, args []string) error {
			path, err := argument(args)
			if err != nil {
				return err
			}
			plan, err := p.read(path)
			if err != nil {
				return err
			}
			if path.stdin {
				return &mistake{"the work is kept in the plan: it must be a file", "give the path of a plan, such as contoso.toml"}
			}
			if scope.From, err = run.FindJob(&plan, judge.Plan(plan).Items, scope.From); err != nil {
				return err
			}
			return p.openWizard(path.name, flags, &scope)
		},
	}
	flags.add(c.Flags())
	c.Flags().Var((*teamFlag)(&scope.Owner), "owner", "only the tasks of this `TEAM`")
	c.Flags().BoolVar(&scope.Window, "window", false, "only what requires a change window")
	c.Flags().StringVar(&scope.From, "from", "", "from this `JOB` on: its number or title on the run sheet, or its ID")
	_ = c.RegisterFlagCompletionFunc("owner", completeWords(model.Teams)) // fails for flags that do not exist
	_ = c.RegisterFlagCompletionFunc("from", completeJobs)
	return c
}

func completeJobs(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return run.JobIDs(), cobra.ShellCompDirectiveNoFileComp
}
