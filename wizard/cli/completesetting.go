package cli

import (
	"strings"

	"cmgwizard/model"
	"github.com/spf13/cobra"
)

// completeSetting completes the last answer of a "--with": the keys of the plan
// that was named before it, then the words of the key.
func (p *program) completeSetting(_ *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 || args[0] == "-" {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	plan, err := p.read(planPath{name: args[0]})
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	before, last := "", begun
	if at := strings.LastIndexByte(begun, ','); at >= 0 {
		before, last = begun[:at+1], begun[at+1:]
	}
	key, _, chosen := strings.Cut(last, "=")
	if !chosen {
		return startingWith(begun, keyWords(plan, before)), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
	return startingWith(begun, valueWords(plan, before, key)), cobra.ShellCompDirectiveNoFileComp
}

// keyWords are the keys of the plan with what they ask.
func keyWords(plan model.Plan, before string) []string {
	var words []string
	for _, f := range plan.Fields() {
		words = append(words, cobra.CompletionWithDesc(before+f.Key+"=", plan.Question(f)))
	}
	return words
}

// valueWords are the words that a key takes.
func valueWords(plan model.Plan, before, key string) []string {
	field, found := plan.Field(key)
	if !found {
		return nil
	}
	var words []string
	for _, w := range field.Words() {
		words = append(words, cobra.CompletionWithDesc(before+key+"="+w.Value, w.Label))
	}
	return append(words, before+key+"="+model.Unsure)
}

func startingWith(begun string, words []string) []string {
	var list []string
	for _, w := range words {
		if strings.HasPrefix(w, begun) {
			list = append(list, w)
		}
	}
	return list
}
