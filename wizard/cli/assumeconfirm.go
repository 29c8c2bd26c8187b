package cli

import (
	"fmt"
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"github.com/spf13/cobra"
)

// allAssumed is the word for every assumption.
const allAssumed = "all"

// confirming reads what is to be confirmed: a key, an area, or all of a plan.
func confirming(p *model.Plan, words []string) (stands func(assume.Assumption) bool, err error) {
	for _, word := range words {
		if err := checkConfirm(p, word); err != nil {
			return nil, err
		}
	}
	return func(a assume.Assumption) bool {
		return slices.Contains(words, allAssumed) || slices.Contains(words, a.Key) || slices.Contains(words, a.Area)
	}, nil
}

// checkConfirm refuses what can never have been assumed. What is answered
// already is no mistake: it needs nothing.
func checkConfirm(p *model.Plan, word string) error {
	if slices.Contains(confirmable(), word) {
		return nil
	}
	f, found := p.Field(word)
	switch {
	case !found:
		return unknownConfirm(p, word)
	case !f.Given():
		return &mistake{"nothing is assumed for " + word + ": it has no value", "answer it in the wizard or in the file"}
	}
	return nil
}

// confirmable are the words that stand for several keys.
func confirmable() []string {
	words := []string{allAssumed}
	for _, area := range assume.Areas() {
		words = append(words, area.ID)
	}
	return words
}

func unknownConfirm(p *model.Plan, word string) error {
	near := model.Nearest(word, append(confirmable(), keys(*p)...))
	if near == "" {
		return &mistake{fmt.Sprintf("nothing to confirm is called %q", model.Clean(word)), `"cmgwizard assume PLAN --dry-run" lists the keys that are assumed`}
	}
	return &mistake{fmt.Sprintf("nothing to confirm is called %q", model.Clean(word)), fmt.Sprintf("did you mean %s?", near)}
}

// completeConfirm offers the words that stand for several keys.
func completeConfirm(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return confirmable(), cobra.ShellCompDirectiveNoFileComp
}
