package cli

import (
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/rules"
	"cmgwizard/wizard/cli/page"
)

var twoContradictions = model.Disagreements{{ID: "C98", Text: "one page says yes."}, {ID: "C99", Text: "a page says no."}}

func TestRequirementsNameTheirContradictions(t *testing.T) {
	p := &page.Page{Width: page.PaperWidth}
	p.Parts(doc.RequirementsInShort([]rules.Requirement{
		{Title: "A thing", Need: rules.Required, Conflict: twoContradictions}, {Title: "Another", Need: rules.Required},
	}))
	want := "  required: A thing\n      sources disagree: C98, C99\n  required: Another\n"
	if !strings.HasSuffix(p.String(), want) {
		t.Errorf("%q does not end with %q", p.String(), want)
	}
}

func TestFindingsTellEachContradiction(t *testing.T) {
	p := &page.Page{Width: page.PaperWidth}
	p.Entry("  ", doc.Finding(&model.Plan{}, rules.Finding{Outcome: rules.Broken, Conflict: twoContradictions}))
	for _, want := range []string{
		"      sources disagree: C98: one page says yes.\n", "      sources disagree: C99: a page says no.\n",
	} {
		if !strings.Contains(p.String(), want) {
			t.Errorf("%q lacks %q", p.String(), want)
		}
	}
}
