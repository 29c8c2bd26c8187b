package cli

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/inspect"
	"cmgwizard/wizard/screen"
)

// An adding is what files would change in a plan, while it is decided.
type adding struct {
	evidence.Merge
	path   string
	before model.Plan
	report inspect.Report
	left   []string // what of the folders was not read
	missed bool
	taken  []string // keys of the answers that are taken

	written bool
}

// consider says what the files would change. Answers that the plan lacks are
// taken unless the flags say otherwise, those that it has are kept.
func (p *program) consider(path string, plan model.Plan, pile *pile, flags addFlags) *adding {
	a := &adding{path: path, before: plan, report: pile.look(&plan, p.at())}
	a.left, a.missed = pile.walk.leftOut()
	if a.missed || slices.ContainsFunc(a.report.Files, isLost) {
		p.end(exitDisk)
	}
	a.Merge = evidence.NewMerge(&plan, readAt(a.report.Evidence(), p.now()))
	for _, proposal := range a.Suggestions {
		if take, decided := flags.decided(proposal.Key); take || !decided && !proposal.Contradicts() {
			a.taken = append(a.taken, proposal.Key)
		}
	}
	return a
}

// changes reports whether there is anything to write.
func (a *adding) changes() bool { return len(a.New)+len(a.taken) > 0 }

// after is the plan with what the files say.
func (a *adding) after() model.Plan { return evidence.Apply(a.before, a.Merge, a.taken) }

func (a *adding) doneWords() string {
	words := []string{model.CountedAs(len(a.New), "piece of evidence", "pieces of evidence")}
	if n := len(a.taken); n > 0 {
		words = append(words, model.Counted(n, "answer"))
	}
	return fmt.Sprintf("Kept in %s: %s.", screen.ShellWord(a.path), strings.Join(words, ", "))
}
