package doc

import (
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/rules"
)

// Among others a finding asks what is not known, and says the way out of what
// is broken.
func TestFindingInShort(t *testing.T) {
	var plan model.Plan
	plan.Evidence = []model.Evidence{{File: "pc1.txt"}}
	for _, test := range []struct {
		f           rules.Finding
		mark, facts string
	}{
		{rules.Finding{Subject: "site.code", Outcome: rules.Unclear, Detail: "unknown", Fix: "Fix it."}, "Open question:", plan.Question(must(plan.Field("site.code"))) + "\n"},
		{rules.Finding{Subject: "site.code", Outcome: rules.Broken, Detail: "it is XYZ", Fix: "Fix it."}, "Problem:", "Found: it is XYZ.\nFix: Fix it.\n"},
		{rules.Finding{Subject: "evidence[0]", Outcome: rules.Broken, Detail: "it is old"}, "Problem:", "pc1.txt.\nFound: it is old.\n"},
		{rules.Finding{Subject: "evidence[0]", Outcome: rules.Planned, Fix: "Fix it."}, "planned:", "pc1.txt.\n"},
	} {
		test.f.Title, test.f.Problem = "It holds", "It holds"
		e := NewsInShort(&plan, rules.News{Finding: test.f, What: "a new rule"})
		if facts := toldFacts(e.Facts); e.Mark != test.mark || e.Title != "It holds (a new rule)." || facts != test.facts {
			t.Errorf("%q %q with\n%s, want %q with\n%s", e.Mark, e.Title, facts, test.mark, test.facts)
		}
	}
}

func must(f model.Field, _ bool) model.Field { return f }
