package board

import (
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
	"cmgwizard/model/tasks"
)

// drawnPlans gives plans with answers by chance: all kinds of gaps, with and
// without assumptions.
func drawnPlans(n int, look func(p *model.Plan)) {
	random := rand.New(rand.NewSource(1))
	for i := range n {
		p := plantest.RandomPlan(random)
		if i%3 == 0 {
			p = plantest.Thinned(plantest.GoodPlan(), random)
		}
		if i%2 == 0 {
			*p = assume.Plan(*p)
		}
		look(p)
	}
}

// sentences are all sentences of a board, with how wide each may be.
func sentences(b Board, look func(text string, most int)) {
	look(b.Verdict, wideWidth)
	look(b.Counts, wideWidth)
	look(b.Worst, wideWidth)
	look(b.Brief, briefWidth)
	look(b.BriefCounts, briefWidth)
	for _, a := range b.Areas {
		look(a.Line, lineWidth)
		look(a.Long, longWidth)
		look(a.Second, longWidth)
	}
}

// TestSentences: whatever is answered, all areas say something, in whole
// sentences that fit and leave no name unfilled.
func TestSentences(t *testing.T) {
	drawnPlans(300, func(p *model.Plan) {
		b := boardOf(*p)
		if len(b.Areas) != len(assume.Areas()) {
			t.Fatalf("%d areas", len(b.Areas))
		}
		for _, a := range b.Areas {
			if a.Line == "" || a.Long == "" || a.Title == "" || a.Short == "" {
				t.Errorf("an area says nothing: %+v", a)
			}
		}
		sentences(b, func(text string, most int) {
			if width(text) > most || strings.Contains(text, "…") || strings.ContainsAny(text, "{}") || strings.Contains(text, "..") || strings.Contains(text, "  ") {
				t.Errorf("%q", text)
			}
			if text != "" && (!strings.HasSuffix(text, ".") || text != model.Capital(text) && !strings.Contains(text, "contosocmg") && !strings.Contains(text, "granitefalls")) {
				t.Errorf("no sentence: %q", text)
			}
		})
	})
}

// TestCounts: what is known, assumed and not known yet are all answers that the
// plan holds.
func TestCounts(t *testing.T) {
	drawnPlans(120, func(p *model.Plan) {
		b := boardOf(*p)
		counted, given, open := 0, 0, 0
		for _, a := range b.Areas {
			counted, open = counted+a.Known+a.Assumed, open+a.Open
		}
		for _, f := range p.Fields() {
			if f.Given() {
				given++
			}
			if f.Unsure() {
				counted++
			}
		}
		if counted != given || open != b.Open {
			t.Errorf("%d counted, %d given; %d open in the areas, %d in all", counted, given, open, b.Open)
		}
	})
}

// TestConfirmed: who confirms everything changes the counts and the words for
// what is assumed, and nothing else. It can settle a task.
func TestConfirmed(t *testing.T) {
	drawnPlans(120, func(p *model.Plan) {
		was, is := boardOf(*p), boardOf(assume.Confirm(*p, assume.Everything))
		for i, a := range was.Areas {
			b := is.Areas[i]
			if a.Line != b.Line || a.Long != b.Long || a.Used != b.Used || a.Worst != b.Worst || a.Known+a.Assumed != b.Known || a.Open != b.Open {
				t.Errorf("%+v\n%+v", a, b)
			}
			if a.Second != b.Second && !strings.Contains(a.Second, "assumed).") && !strings.HasPrefix(a.Second, "Assumed: ") && !strings.HasPrefix(a.Second, "Recommended: ") {
				t.Errorf("%q, %q", a.Second, b.Second)
			}
		}
		if blocks := func(b Board) bool { return b.verdict == judge.IsBlocked }; strings.Contains(is.Verdict, "to confirm") || blocks(was) != blocks(is) || len(was.broken) != len(is.broken) || len(is.broken) > 0 && was.broken[0].Rule != is.broken[0].Rule || was.Tasks < is.Tasks {
			t.Errorf("%q, %q", was.Verdict, is.Verdict)
		}
	})
}

// TestEmpty: a plan without an answer has a board that says so.
func TestEmpty(t *testing.T) {
	for _, p := range []*model.Plan{{}, plantest.OnePlan()} {
		b := boardOf(*p)
		if !strings.HasPrefix(b.Verdict, "Not decided: ") || !strings.HasSuffix(b.Counts, "Nobody has answered anything yet.") {
			t.Errorf("%q, %q", b.Verdict, b.Counts)
		}
	}
}

// TestHostile: nothing of a plan gets out of its sentence, or makes it too wide.
func TestHostile(t *testing.T) {
	for _, text := range append(slices.Clone(plantest.HostileTexts), strings.Repeat("wide ", 60)) {
		p := plantest.GoodPlan()
		plantest.WriteIntoTexts(p, text)
		b := boardOf(*p)
		sentences(b, func(text string, most int) {
			if !plantest.IsClean(text) || width(text) > most {
				t.Errorf("%q", text)
			}
		})
		for _, a := range b.Areas {
			plantest.CheckClean(t, reflect.ValueOf(Keys(p, judge.Plan(*p), a.ID)), a.ID)
		}
	}
}

// TestTables: every key has its words for an open answer, every key that is
// assumed its phrase, and every rule that can be broken its sentence.
func TestTables(t *testing.T) {
	p := plantest.OnePlan()
	for _, f := range p.Fields() {
		if questions[rules.WithoutPlace(f.Key)] == "" {
			t.Errorf("%s has no words for an open answer", f.Key)
		}
	}
	for _, row := range assume.Table {
		found := false
		for key := range phrases {
			name, _, _ := strings.Cut(key, "=")
			found = found || name == row.Key
		}
		if !found {
			t.Errorf("%s has no phrase for what is assumed", row.Key)
		}
	}
	for _, r := range rules.All() {
		if _, told := brokenLines[r.ID]; r.Task == "" && !told && !slices.Contains(neverBroken, r.ID) {
			t.Errorf("%s has no words for when it is broken", r.ID)
		}
	}
	if len(areas) != len(assume.Areas()) {
		t.Error("not every area is told")
	}
	for _, phase := range []string{"entra-integration", "client-settings"} {
		found := false
		for _, have := range tasks.Phases() {
			found = found || have.ID == phase
		}
		if !found {
			t.Errorf("there is no phase %s", phase)
		}
	}
}

// neverBroken are rules that an answer is missing for, or that hold.
var neverBroken = []string{"internet-use-known", "internet-device-method", "user-centric-known", "gateway-decided", "region-listed", "connection-point-present"}

// TestChanged: what an answer changes is said in one line, the verdict first.
func TestChanged(t *testing.T) {
	mixed := assume.Plan(plantest.PlanOf(t, plantest.QuickMixed))
	for _, c := range []struct{ key, value, want string }{
		{"pki.crl_public", "no", ""},
		{"pki.crl_public", "yes", "Decided: 11 assumptions to confirm; 1 warning gone, 1 task fewer."},
		{"pki.crl_public", model.Unsure, "Decided: 1 missing answer, 11 assumptions to confirm; 1 warning gone."},
		{"devices[0].count", "20000", "Size and options: 4 x A2_v2 carry 24,000; you have 20,450."},
		{"site.security", "http", "Blocked: the site will use plain HTTP, without Enhanced HTTP (and 1 more)."},
		{"gateway.region", "northeurope", "contosocmg.contoso.com in northeurope, certificate of a public provider."},
		{"site.dotnet_48", "yes", "Site: version 2603. Nothing is left to check; 1 task fewer."},
		{"site.top_level", "standalone-primary", "1 task fewer; 1 assumption fewer to confirm."},
	} {
		after := *plantest.Copied(&mixed)
		plantest.SetKey(t, &after, c.key, c.value)
		f, _ := after.Field(c.key)
		f.Confirm()
		if got := Changed(boardOf(mixed), boardOf(assume.Again(after))); got != c.want {
			t.Errorf("%s = %s: %q, want %q", c.key, c.value, got, c.want)
		}
	}
}

// TestKeys: the page of an area has all of its answers, and says whose each is.
func TestKeys(t *testing.T) {
	p := assume.Plan(plantest.PlanOf(t, plantest.QuickMixed+"pki.crl_public = unsure\ndevices[1].method = \n"))
	p.Devices[1].Method = ""
	p.ConnectionPoints = nil
	o, marks, all := judge.Plan(p), map[string]Mark{}, 0
	for _, a := range assume.Areas() {
		for _, k := range Keys(&p, o, a.ID) {
			marks[k.Key] = k.Mark
			all++
			if k.Question == "" || k.Owner == "" || Marks.Label(k.Mark) == string(k.Mark) && k.Mark != Answered && k.Mark != Assumed {
				t.Errorf("%+v", k)
			}
		}
	}
	if all != len(p.Fields())+1 {
		t.Errorf("%d keys", all)
	}
	for key, want := range map[string]Mark{
		"site.code": Answered, "site.top_level": Assumed, "pki.crl_public": Unsure, "devices[1].method": Asked,
		"devices[0].client_installed": Empty, "connection_points": Asked,
	} {
		if marks[key] != want {
			t.Errorf("%s is %s, want %s", key, marks[key], want)
		}
	}
}
