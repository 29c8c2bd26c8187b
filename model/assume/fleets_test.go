package assume

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
)

func text(t testing.TB, p *model.Plan, key string) string {
	t.Helper()
	f, found := p.Field(key)
	if !found {
		t.Fatalf("no key %s", key)
	}
	return f.Text()
}

// The fleets, and how they are made.
const (
	hybridFleet    = plantest.QuickHybrid
	domainFleet    = plantest.QuickDomain
	workgroupFleet = plantest.QuickWorkgroup
	mixedFleet     = plantest.QuickMixed
)

var fleets = []string{hybridFleet, domainFleet, workgroupFleet, mixedFleet}

// TestFleets is what the quick round comes to for four fleets: few answers, and
// nothing that decides is open.
func TestFleets(t *testing.T) {
	for _, c := range []struct {
		says, lines           string
		known, assumed, facts int
		confirm               int
		verdict               judge.Verdict
		done, questions       int // the number of all tasks is no matter: each new one changes it
	}{
		{"hybrid joined, Microsoft Entra ID", hybridFleet, 17, 17, 7, 7, judge.IsReady, 6, 0},
		{"AD domain-joined, PKI", domainFleet, 24, 20, 6, 8, judge.ReadyWarnings, 6, 0},
		{"workgroup, tokens", workgroupFleet, 19, 20, 4, 4, judge.IsReady, 6, 0},
		{"all three", mixedFleet, 36, 29, 9, 11, judge.ReadyWarnings, 6, 0},
	} {
		p := plantest.PlanOf(t, c.lines)
		known := len(slices.DeleteFunc(p.Fields(), func(f model.Field) bool { return !f.Given() }))
		p = Plan(p)
		list, o := List(&p), judge.Plan(p)
		open := len(slices.DeleteFunc(slices.Clone(o.Items), func(i judge.Item) bool { return !i.Progress.State.Pending() }))
		if known != c.known || len(list) != c.assumed || Facts(list) != c.facts || len(ToConfirm(list)) != c.confirm {
			t.Errorf("%s: %d known, %d assumed, %d facts, %d to confirm", c.says, known, len(list), Facts(list), len(ToConfirm(list)))
			for _, a := range list {
				t.Log(a.Key, a.Value, a.Fact, a.Confirm)
			}
		}
		if o.Verdict != c.verdict || len(o.Items)-open != c.done || len(o.Open) != c.questions {
			t.Errorf("%s: %s, %d tasks, %d of them done, open answers %v; want %s, %d done, %d open answers", c.says, o.Verdict, len(o.Items), len(o.Items)-open, o.Open, c.verdict, c.done, c.questions)
			for _, f := range o.Findings {
				if f.Outcome != "planned" {
					t.Log(f.Rule, f.Outcome, f.Severity, f.Subject, f.Detail)
				}
			}
		}
	}
}

// TestTable: every row is of a key of the plan, says why and where, cites pages,
// and stands once.
func TestTable(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Table {
		p := plantest.OnePlan()
		fields := r.fields(p)
		if len(fields) != 1 || fields[0].Key == "" || seen[r.Key] {
			t.Errorf("%s is no key of the plan, or is there twice", r.Key)
			continue
		}
		seen[r.Key] = true
		for _, text := range []string{r.Why, r.Where} {
			if text != model.Capital(text) && !strings.Contains(text, ".") || !strings.HasSuffix(strings.TrimSuffix(text, "?"), ".") && !strings.HasSuffix(text, "?") {
				t.Errorf("%s: no sentence: %q", r.Key, text)
			}
		}
		plantest.CheckCitations(t, r.Key, r.Cites)
		if len(r.Cites) == 0 || Kinds.Label(r.Kind) == string(r.Kind) || AreaOf(r.Key).ID == "" {
			t.Errorf("%s cites nothing, or is of no kind or area", r.Key)
		}
		if r.Kind != UsualFact && r.Settled != nil || r.Kind == UsualFact && r.Doubtful != nil {
			t.Errorf("%s: only usual facts are settled, and they are doubtful by themselves", r.Key)
		}
	}
}
