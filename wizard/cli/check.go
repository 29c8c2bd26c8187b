package cli

import (
	"fmt"
	"iter"
	"runtime/debug"
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"cmgwizard/wizard/cli/page"
	"github.com/spf13/cobra"
)

const checkLong = `Judges plans: what clients and management points can do, what is required, and
which rules are broken. A PLAN may be - for the standard input.

Exit codes: 0 ready, also with warnings; 1 blocked; 2 incomplete; 3 the command
line or a plan is unusable; 4 a file could not be read. With several plans the
highest number counts. What --stale names changes no exit code.`

// checkFlags say what is judged and how it is told.
type checkFlags struct {
	json, all bool
	list      string // a file that names plans, one a line
	stale     age    // how old the reading of a source may be, 0 for any age
}

func (p *program) check() *cobra.Command {
	var flags checkFlags
	c := &cobra.Command{
		Use: "check PLAN...", Short: "Judge plans", Long: checkLong,
		Example:           "cmgwizard check contoso.toml\ncmgwizard check --json --plans-from list.txt",
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: planFiles,
		RunE:              func(_ *cobra.Command, args []string) error { return p.checkPlans(args, flags) },
	}
	c.Flags().BoolVar(&flags.json, "json", false, "print one line of JSON for each plan")
	c.Flags().BoolVar(&flags.all, "all", false, "list the rules that hold or do not apply, too")
	c.Flags().Var(&flags.stale, "stale", "name the sources last read longer ago than `AGE`: 365d, 52w or 1y")
	_ = c.RegisterFlagCompletionFunc("stale", cobra.FixedCompletions([]string{"90d", "26w", "1y"}, cobra.ShellCompDirectiveNoFileComp))
	p.addDate(c)
	c.Flags().StringVar(&flags.list, "plans-from", "", "read the paths of plans from `FILE`, one a line; - is the standard input")
	return c
}

// checkPlans judges one plan after the other and tells of each as soon as it
// can. A plan that cannot be read does not keep it from the others.
func (p *program) checkPlans(args []string, flags checkFlags) error {
	if len(args) == 0 && flags.list == "" {
		return &mistake{"which plan?", `give its path: cmgwizard check contoso.toml, or "--plans-from" a list`}
	}
	if readsTwice(args, flags.list) {
		return errReadTwice
	}
	list, err := p.openList(flags.list)
	if err != nil {
		return err
	}
	defer list.close()
	several := len(args) > 1 || flags.list != ""
	if several {
		spendMemory()
	}
	paper := page.New(p.out) // asked once: a plan that is still judged when the output fails has nothing to do with it
	judge := func(path planPath) verdict {
		return p.judge(path, flags, several, page.Page{Width: paper.Width, Ink: paper.Ink})
	}
	if err := inOrder(p.paths(args, list), judge, p.tell); err != nil {
		return err
	}
	return list.err
}

// errReadTwice says that two inputs are to come from one pipe.
var errReadTwice = &mistake{"the standard input can be read only once", "give it for one plan, or for the list; give paths for the others"}

// readsTwice reports whether the standard input stands for more than one thing.
func readsTwice(args []string, list string) bool {
	n := 0
	for _, arg := range append(slices.Clip(args), list) {
		if arg == "-" {
			n++
		}
	}
	return n > 1
}

// spendMemory lets garbage lie for longer: with thousands of small plans that
// takes a third off the time, and stays far below what a computer has.
func spendMemory() {
	debug.SetGCPercent(800)
	debug.SetMemoryLimit(150 << 20)
}

// spareMemory collects garbage early: between two keys there is time for it.
func spareMemory() { debug.SetGCPercent(50) }

// A planPath is where a plan comes from.
type planPath struct {
	name  string
	first bool // of all plans
	stdin bool
}

// planAt is a plan of the command line, whose ending may be left out.
func planAt(arg string, first bool) planPath {
	if arg == "-" {
		return planPath{arg, first, true}
	}
	return planPath{withEnding(arg), first, false}
}

// paths are the plans to judge: those of the command line, then those of the
// list. There "-" is a file of that name.
func (p *program) paths(args []string, list *pathList) iter.Seq[planPath] {
	return func(yield func(planPath) bool) {
		first := true
		for _, arg := range args {
			if !yield(planAt(arg, first)) {
				return
			}
			first = false
		}
		for line := range list.lines() {
			if !yield(planPath{line, first, false}) {
				return
			}
			first = false
		}
	}
}

// A verdict is what is told about one plan.
type verdict struct {
	text []byte
	code int
	err  error
}

func (p *program) judge(path planPath, flags checkFlags, several bool, page page.Page) verdict {
	plan, err := p.read(path)
	if err != nil {
		return verdict{err: err}
	}
	outcome := judge.Plan(plan)
	v := verdict{code: verdictCode(outcome.Verdict)}
	findings := outcome.Findings
	if flags.all {
		findings = rules.AllFindings(&plan)
	}
	j := export.Judgement{File: path.name, Plan: plan, Outcome: outcome, Findings: findings}
	if flags.stale > 0 {
		j.Stale = judge.ReadBefore(flags.stale.before(p.now()), outcome.References())
	}
	if flags.json {
		v.text, v.err = j.JSON()
		v.text = visible(v.text)
		return v
	}
	if several {
		title(&page, path, plan)
	}
	judgement(&page, j, flags.all)
	if flags.stale > 0 {
		page.Parts(doc.StaleSources(int(flags.stale), j.Stale))
	}
	v.text = []byte(page.String())
	return v
}

// tell prints what there is to say about a plan.
func (p *program) tell(v verdict) error {
	p.end(v.code)
	if v.err != nil {
		p.report(v.err)
		return nil
	}
	return p.write(v.text)
}

func verdictCode(word judge.Verdict) int {
	switch word {
	case judge.IsBlocked:
		return exitBlocked
	case judge.IsIncomplete:
		return exitIncomplete
	}
	return exitReady
}

// title tells several plans apart.
func title(p *page.Page, path planPath, plan model.Plan) {
	if !path.first {
		p.Gap()
	}
	name := model.Clean(path.name)
	if plan.Name != "" {
		name = fmt.Sprintf("%s - %s", name, model.Clean(plan.Name))
	}
	p.Painted(page.Strong, "== ", name)
}
