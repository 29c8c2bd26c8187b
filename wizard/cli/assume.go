package cli

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/diff"
	"cmgwizard/model/judge"
	"github.com/spf13/cobra"
)

const assumeLong = `Fills in what nobody said about a plan: recommended choices, usual facts, and work
as not done. The file lists what is assumed; answers stay as they are. Run it
again once an answer has changed: everything is worked out anew.

Exit codes: 0 done, or nothing to do; 3 the command line or the plan is unusable;
4 a file could not be read or written; 5 the plan is open elsewhere.`

// assumeFlags say whether anything is written, and how it is told.
type assumeFlags struct{ dryRun, json bool }

func (p *program) assume() *cobra.Command {
	var flags assumeFlags
	c := &cobra.Command{
		Use: "assume PLAN", Short: "Fill in what nobody said about a plan", Long: assumeLong,
		Example: "cmgwizard assume contoso.toml --dry-run\ncmgwizard assume contoso.toml",
		Args:    cobra.ArbitraryArgs, ValidArgsFunction: upTo(1, planFiles),
		RunE: func(_ *cobra.Command, args []string) error { return p.assumePlan(args, flags) },
	}
	c.Flags().BoolVar(&flags.dryRun, "dry-run", false, "show what would be assumed, and write nothing")
	c.Flags().BoolVar(&flags.json, "json", false, "print one line of JSON")
	return c
}

func (p *program) assumePlan(args []string, flags assumeFlags) error {
	path, err := planToChange(args)
	if err == nil && len(args) > 1 {
		err = &mistake{"one plan at a time", "give the path of one plan"}
	}
	if err != nil {
		return err
	}
	var f filling
	if flags.dryRun {
		plan, err := p.read(planPath{path, true, false})
		if err != nil {
			return err
		}
		f = newFilling(path, plan)
		return p.tellFilling(f, flags)
	}
	err = p.change(path, func(plan model.Plan) (*model.Plan, error) {
		if f = newFilling(path, plan); !f.changes() {
			return nil, nil
		}
		f.written = true
		return &f.after, nil
	})
	if err != nil {
		return err
	}
	return p.tellFilling(f, flags)
}

// A filling is a plan before and after it was filled in.
type filling struct {
	path          string
	before, after model.Plan
	was, is       []assume.Assumption
	verdict       diff.Change[judge.Verdict]
	written       bool
}

func newFilling(path string, plan model.Plan) filling {
	f := filling{path: path, before: plan, after: assume.Plan(plan)}
	f.was, f.is = assume.List(&f.before), assume.List(&f.after)
	f.verdict = diff.Change[judge.Verdict]{Before: judge.Plan(f.before).Verdict, After: judge.Plan(f.after).Verdict}
	return f
}

func (f filling) changes() bool { return !slices.EqualFunc(f.was, f.is, sameAssumption) }

func sameAssumption(a, b assume.Assumption) bool { return a.Key == b.Key && a.Value == b.Value }

// assumeJSON is what "assume --json" prints. Its keys may be added to, never
// renamed.
type assumeJSON struct {
	Format      int                        `json:"format"`
	Plan        planJSON                   `json:"plan"`
	Written     bool                       `json:"written"`
	Assumptions []assume.Assumption        `json:"assumptions"`
	Confirm     []string                   `json:"confirm"`
	Facts       int                        `json:"facts"`
	Withdrawn   []string                   `json:"withdrawn"`
	Verdict     diff.Change[judge.Verdict] `json:"verdict"`
}

func newAssumeJSON(f filling) assumeJSON {
	return assumeJSON{
		model.Format, newPlanJSON(f.path, f.before), f.written, f.is,
		keysOfAssumptions(assume.ToConfirm(f.is)), assume.Facts(f.is), keysOfAssumptions(assume.Withdrawn(f.was, f.is)), f.verdict,
	}
}

func keysOfAssumptions(list []assume.Assumption) []string {
	return model.EachInWords(list, func(a assume.Assumption) string { return a.Key })
}
