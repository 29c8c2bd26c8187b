package cli

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc/seen"
	"cmgwizard/model/evidence"
	"cmgwizard/model/inspect"
	"cmgwizard/wizard/cli/input"
	"cmgwizard/wizard/screen"
)

// An adding is what files would change in a plan, while it is decided.
type adding struct {
	seen.Merging
	path    string
	report  inspect.Report
	left    []string // what of the folders was not read
	missed  bool
	written bool
}

// consider says what the files would change. Answers that the plan lacks are
// taken unless the flags say otherwise or they are only offered, those that it has
// are kept.
func (p *program) consider(path string, plan model.Plan, pile *input.Pile, flags addFlags) *adding {
	a := &adding{path: path, Merging: seen.Merging{Before: plan}, report: pile.Inspect(&plan, p.at())}
	a.left, a.missed = pile.LeftOut()
	if a.missed || slices.ContainsFunc(a.report.Files, seen.Lost) {
		p.end(exitDisk)
	}
	a.Merge = evidence.NewMerge(&plan, readAt(a.report.Evidence(), p.now()))
	for _, proposal := range a.Suggestions {
		if take, decided := flags.decided(proposal.Key); take || !decided && proposal.Fills() {
			a.Taken = append(a.Taken, proposal.Key)
		}
	}
	return a
}

// changes reports whether there is anything to write.
func (a *adding) changes() bool { return len(a.New)+len(a.Taken) > 0 }

func (a *adding) doneWords() string {
	words := []string{seen.Pieces(len(a.New))}
	if n := len(a.Taken); n > 0 {
		words = append(words, model.Counted(n, "answer"))
	}
	return fmt.Sprintf("Kept in %s: %s.", screen.ShellWord(a.path), strings.Join(words, ", "))
}
