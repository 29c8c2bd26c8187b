package doc

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/explain"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
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

// What a task covers is told in one line each, advice and what holds are not; an
// end of support says its day.
func TestCovered(t *testing.T) {
	support := rules.Finding{Rule: "version-supported", Outcome: rules.Planned, Severity: model.Warning, Problem: "Support has ended", Detail: "it ended on 2026-06-04", Task: rules.UpgradeSite}
	port := rules.Finding{Rule: "port", Outcome: rules.Planned, Severity: model.Blocker, Problem: "A port is closed", Detail: "443", Task: "net-firewall"}
	advice, holds, broken := port, port, port
	advice.Severity, holds.Outcome, broken.Outcome = model.Advice, rules.Holds, rules.Broken
	part := Covered([]rules.Finding{support, advice, port, holds, broken})
	if part.Title != "Covered by a task: 2" {
		t.Fatalf("%+v", part)
	}
	for i, want := range []string{"Blocker: A port is closed (net-firewall)", "Warning: Support has ended: it ended on 2026-06-04 (site-upgrade)"} {
		if got := part.Groups[0].Entries[i].Title; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if part := Covered([]rules.Finding{advice, holds, broken}); part.Title != "" {
		t.Errorf("nothing is covered, and it says %q", part.Title)
	}
}

// The words of a count agree with its number.
func TestCountsAgree(t *testing.T) {
	for _, want := range []string{"1 problem", "2 problems", "1 planned", "6 planned", "1 OK", "31 OK", "1 does not apply", "16 do not apply"} {
		var n int
		var words string
		if _, err := fmt.Sscanf(want, "%d", &n); err != nil {
			t.Fatal(err)
		}
		outcome := map[byte]rules.OutcomeWord{'p': rules.Planned, 'O': rules.Holds, 'd': rules.NotAsked}[want[strings.Index(want, " ")+1]]
		word := model.Term[rules.OutcomeWord]{Value: outcome, Label: explain.OutcomeWords.Label(outcome)}
		if strings.Contains(want, "problem") {
			word = findingWords[0]
		}
		if words = countedAs(n, word); words != want {
			t.Errorf("%q, want %q", words, want)
		}
	}
}

// The end of support is a risk of the change, though a task solves it.
func TestEndOfSupportIsARisk(t *testing.T) {
	p := plantest.GoodPlan()
	p.At = time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC)
	p.Site.Version, p.Site.Updates = "2409", []model.KB{}
	c := judge.Checklist{Plan: *p, Outcome: judge.Plan(*p)}
	var rows []string
	for _, g := range riskPart(c).Groups {
		for _, row := range g.Table.Rows {
			rows = append(rows, strings.Join(row, " | "))
		}
	}
	if text := strings.Join(rows, "\n"); !strings.Contains(text, "Support of version 2409 ended on 2026-06-04. The task site-upgrade solves it") {
		t.Error(text)
	}
}
