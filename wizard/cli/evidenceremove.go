package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/doc/seen"
	"cmgwizard/model/evidence"
	"cmgwizard/wizard/cli/page"
	"cmgwizard/wizard/screen"
	"github.com/spf13/cobra"
)

const evidenceRemoveLong = `Takes evidence out of a plan: by the name of its file (everything read from it),
by the number that "evidence list" gives, or by the first six or more digits of
the SHA-256 of its file. It asks nothing: adding the files again brings it back.
Answers stay as they are.`

func (p *program) evidenceRemove() *cobra.Command {
	return &cobra.Command{
		Use: "remove PLAN WHICH...", Short: "Take evidence out of a plan", Long: evidenceRemoveLong,
		Example: "cmgwizard evidence remove contoso.toml client.cer\n" +
			"cmgwizard evidence remove contoso.toml 3 4",
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: p.completeEvidence,
		RunE:              func(_ *cobra.Command, args []string) error { return p.removeEvidence(args) },
	}
}

// completeEvidence completes a plan, then the files of its evidence.
func (p *program) completeEvidence(c *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return planFiles(c, args, begun)
	}
	plan, err := p.read(planPath{name: args[0]})
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var words []string
	for _, s := range evidence.SeenIn(&plan) {
		words = append(words, cobra.CompletionWithDesc(model.Clean(s.File), s.What))
	}
	return startingWith(begun, words), cobra.ShellCompDirectiveNoFileComp
}

func (p *program) removeEvidence(args []string) error {
	path, err := planToChange(args)
	if err != nil {
		return err
	}
	if len(args) == 1 {
		return &mistake{"which evidence?", `give the name of a file, a number of "cmgwizard evidence list", or the start of a SHA-256`}
	}
	var gone []evidence.Seen
	err = p.change(path, func(plan model.Plan) (*model.Plan, error) {
		places, err := whichEvidence(&plan, args[1:])
		if err != nil {
			return nil, err
		}
		kept := []model.Evidence{}
		for i, s := range evidence.SeenIn(&plan) {
			if slices.Contains(places, i) {
				gone = append(gone, s)
				continue
			}
			kept = append(kept, s.Evidence)
		}
		plan.Evidence = kept
		plan = assume.Again(plan)
		return &plan, nil
	})
	if err != nil {
		return err
	}
	return p.tellRemoved(path, gone)
}

func (p *program) tellRemoved(path string, gone []evidence.Seen) error {
	shown := page.New(p.out)
	shown.Painted(page.Strong, "", "Removed from "+screen.ShellWord(path))
	for _, s := range gone {
		shown.Hung("  - ", seen.SeenWords(s))
	}
	return p.write([]byte(shown.String()))
}

// hashForm is the start of a SHA-256 that is long enough to mean one.
var hashForm = model.Pattern(`^[0-9a-fA-F]{6,64}$`)

// whichEvidence finds the places of what is named. What is not found, or could
// mean several files, is a mistake: then nothing is removed.
func whichEvidence(plan *model.Plan, words []string) ([]int, error) {
	var places []int
	for _, word := range words {
		found, err := evidenceCalled(plan, word)
		if err != nil {
			return nil, err
		}
		places = append(places, found...)
	}
	return places, nil
}

func evidenceCalled(plan *model.Plan, word string) ([]int, error) {
	if n, err := strconv.Atoi(word); err == nil && n >= 1 && n <= len(plan.Evidence) {
		return []int{n - 1}, nil
	}
	if found := evidenceWhere(plan, func(e model.Evidence) bool { return strings.EqualFold(model.Clean(e.File), model.Clean(word)) }); len(found) > 0 {
		return found, nil
	}
	if !hashForm().MatchString(word) {
		return nil, noSuchEvidence(plan, word)
	}
	found := evidenceWhere(plan, func(e model.Evidence) bool {
		return strings.HasPrefix(strings.ToLower(e.SHA256), strings.ToLower(word))
	})
	files := map[string]bool{}
	for _, place := range found {
		files[strings.ToLower(plan.Evidence[place].SHA256)] = true
	}
	switch {
	case len(files) == 0:
		return nil, noSuchEvidence(plan, word)
	case len(files) > 1:
		return nil, &mistake{fmt.Sprintf("%s begins the SHA-256 of %d files", word, len(files)), "give more of its digits"}
	}
	return found, nil
}

func evidenceWhere(plan *model.Plan, is func(model.Evidence) bool) []int {
	var places []int
	for i, e := range plan.Evidence {
		if is(e) {
			places = append(places, i)
		}
	}
	return places
}

func noSuchEvidence(plan *model.Plan, word string) error {
	var names []string
	for _, e := range plan.Evidence {
		names = append(names, model.Clean(e.File))
	}
	hint := `"cmgwizard evidence list" gives names and numbers`
	if near := model.Nearest(word, names); near != "" {
		hint = fmt.Sprintf("did you mean %s?", near)
	}
	return &mistake{fmt.Sprintf("the plan has no evidence %q; nothing is removed", model.Clean(word)), hint}
}
