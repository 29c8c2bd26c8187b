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

With --confirm it fills in nothing: what is assumed becomes an answer, for a key
of the plan, for an area of it, or for all. Nothing takes an answer back.

Exit codes: 0 done, or nothing to do; 3 the command line or the plan is unusable;
4 a file could not be read or written; 5 the plan is open elsewhere.`

// assumeFlags say what is confirmed, whether anything is written, and how it is
// told.
type assumeFlags struct {
	confirm      []string
	dryRun, json bool
}

func (p *program) assume() *cobra.Command {
	var flags assumeFlags
	c := &cobra.Command{
		Use: "assume PLAN", Short: "Fill in what nobody said about a plan", Long: assumeLong,
		Example: "cmgwizard assume contoso.toml --dry-run\ncmgwizard assume contoso.toml --confirm gateway.environment --confirm entra",
		Args:    cobra.ArbitraryArgs, ValidArgsFunction: upTo(1, planFiles),
		RunE: func(_ *cobra.Command, args []string) error { return p.assumePlan(args, flags) },
	}
	c.Flags().StringArrayVar(&flags.confirm, "confirm", nil, "make an answer of what is assumed: `WHAT` is a key, an area or all; may be repeated")
	_ = c.RegisterFlagCompletionFunc("confirm", completeConfirm) // fails for flags that do not exist
	c.Flags().BoolVar(&flags.dryRun, "dry-run", false, "show what would change, and write nothing")
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
		if f, err = newFilling(path, plan, flags.confirm); err != nil {
			return err
		}
		return p.tellFilling(f, flags)
	}
	err = p.change(path, func(plan model.Plan) (*model.Plan, error) {
		if f, err = newFilling(path, plan, flags.confirm); err != nil || !f.changes() {
			return nil, err
		}
		f.written = true
		return &f.after, nil
	})
	if err != nil {
		return err
	}
	return p.tellFilling(f, flags)
}

// A filling is a plan before and after it was filled in, or assumptions of it
// were confirmed.
type filling struct {
	path               string
	before, after      model.Plan
	was, confirmed, is []assume.Assumption
	verdict            diff.Change[judge.Verdict]
	written            bool
}

func newFilling(path string, plan model.Plan, confirm []string) (filling, error) {
	f := filling{path: path, before: plan, was: assume.List(&plan)}
	if confirm == nil {
		f.after = assume.Plan(plan)
	} else {
		stands, err := confirming(&plan, confirm)
		if err != nil {
			return filling{}, err
		}
		f.after = assume.Confirm(plan, stands)
		f.confirmed = slices.DeleteFunc(slices.Clone(f.was), func(a assume.Assumption) bool { return !stands(a) })
		f.was = slices.DeleteFunc(f.was, stands)
	}
	f.is = assume.List(&f.after)
	f.verdict = diff.Change[judge.Verdict]{Before: judge.Plan(f.before).Verdict, After: judge.Plan(f.after).Verdict}
	return f, nil
}

func (f filling) changes() bool {
	return len(f.confirmed) > 0 || !slices.EqualFunc(f.was, f.is, sameAssumption)
}

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
	Confirmed   []string                   `json:"confirmed"`
}

func newAssumeJSON(f filling) assumeJSON {
	return assumeJSON{
		model.Format, newPlanJSON(f.path, f.before), f.written, f.is,
		keysOfAssumptions(assume.ToConfirm(f.is)), assume.Facts(f.is), keysOfAssumptions(assume.Withdrawn(f.was, f.is)), f.verdict,
		keysOfAssumptions(f.confirmed),
	}
}

func keysOfAssumptions(list []assume.Assumption) []string {
	return model.EachInWords(list, func(a assume.Assumption) string { return a.Key })
}
