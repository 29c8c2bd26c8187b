package wizard

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/plantest"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
)

// A quickWalk is the quick round of a fleet: what was asked, and what it cost.
type quickWalk struct {
	*driver
	asked         []string
	answers, keys int
}

// quickly answers the quick round as a plan does, and looks at each step.
func quickly(t *testing.T, want model.Plan, look func(*driver)) quickWalk {
	t.Helper()
	w := quickWalk{driver: drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakeQuick...)}
	for w.m.state.Screen == machine.QuestionScreen {
		r := wizardtest.QuickReplyTo(w.m.state, &want)
		if len(w.asked) > 40 || r.Text == "" {
			t.Fatalf("no answer to %s after %q:\n%s", r.Key, w.asked, w.screen())
		}
		w.asked, w.answers = append(w.asked, r.Key), w.answers+r.Rows()
		for _, k := range r.Keys() {
			w.keys++
			if _, key := keyCodes[k]; !key {
				w.keys += utf8.RuneCountInString(k) - 1
			}
			w.press(k)
		}
		look(w.driver)
	}
	return w
}

var quickFleets = map[string]struct {
	lines                           string
	questions, least, answers, keys int // at most, but for the least answers
}{
	"hybrid joined, Microsoft Entra ID": {plantest.QuickHybrid, 12, 12, 15, 102},
	"AD domain-joined, PKI":             {plantest.QuickDomain, 15, 12, 16, 140},
	"workgroup, tokens":                 {plantest.QuickWorkgroup, 15, 12, 15, 106},
	"all three":                         {plantest.QuickMixed, 17, 19, 22, 173},
}

// TestQuickRound makes the plan of each fleet with few answers: what is not asked
// is assumed as if the answers had been written by hand.
func TestQuickRound(t *testing.T) {
	for name, c := range quickFleets {
		t.Run(name, func(t *testing.T) {
			want := plantest.PlanOf(t, c.lines)
			w := quickly(t, want, func(*driver) {})
			t.Logf("%d questions, %d answers, %d keys", len(w.asked), w.answers, w.keys)
			if len(w.asked) > c.questions || w.answers < c.least || w.answers > c.answers || w.keys > c.keys {
				t.Errorf("%d questions, %d answers, %d keys: %q", len(w.asked), w.answers, w.keys, w.asked)
			}
			w.at(machine.BoardScreen, "")
			sameAnswers(t, w.world.Plans["contoso.toml"], assume.Plan(want))
		})
	}
}

func sameAnswers(t *testing.T, got, want model.Plan) {
	t.Helper()
	if reflect.DeepEqual(got.Answers, want.Answers) {
		return
	}
	for _, f := range want.Fields() {
		g, found := got.Field(f.Key)
		if !found || g.Text() != f.Text() || g.Assumed() != f.Assumed() {
			t.Errorf("%s is %q, assumed %v; want %q, assumed %v", f.Key, g.Text(), g.Assumed(), f.Text(), f.Assumed())
		}
	}
	t.Errorf("got %+v\nwant %+v", got.Answers, want.Answers)
}

// TestQuickRoundGoesOnWhereItWasKilled: after each answer the file alone leads to
// the next question.
func TestQuickRoundGoesOnWhereItWasKilled(t *testing.T) {
	quickly(t, plantest.PlanOf(t, plantest.QuickMixed), func(d *driver) {
		world := wizardtest.NewWorld()
		world.Plans["contoso.toml"] = d.world.Plans["contoso.toml"]
		again := drive(t, world, "contoso.toml").at(d.m.state.Screen, "")
		was, _ := d.m.state.Question()
		if q, _ := again.m.state.Question(); d.m.state.Screen == machine.QuestionScreen && (q.Key != was.Key || q.Ask != was.Ask) {
			t.Fatalf("it goes on at %s, was killed at %s", q.Key, was.Key)
		}
	})
}

// TestQuickRoundGoesOnFromTheBoard: its next question is a key away while one is
// open, and nothing offers it after the last.
func TestQuickRoundGoesOnFromTheBoard(t *testing.T) {
	w := quickly(t, plantest.PlanOf(t, plantest.QuickHybrid), func(d *driver) {
		if d.m.state.Screen != machine.QuestionScreen {
			return
		}
		was, _ := d.m.state.Question()
		d.press("f2").at(machine.BoardScreen, "").sees("n Next question").press("n").at(machine.QuestionScreen, "")
		if q, _ := d.m.state.Question(); q.Key != was.Key {
			t.Fatalf("n leads to %s, left at %s", q.Key, was.Key)
		}
	})
	if w.m.state.QuickOpen() {
		t.Errorf("it is still open:\n%s", w.screen())
	}
}

// TestEnterInTheQuickRoundTakesNothing where nothing is marked, and ? is an answer
// to each question.
func TestEnterInTheQuickRoundTakesNothing(t *testing.T) {
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakeQuick...)
	for d.m.state.Screen == machine.QuestionScreen {
		q, _ := d.m.state.Question()
		before, at, saves := d.m.state.Plan, d.m.state.Place, d.world.Saves
		if _, table := d.m.field.(*tableField); !table && !q.Optional && d.m.field.value() == "" {
			d.press("enter").sees("press ? for")
			if d.world.Saves != saves || d.m.state.Place != at || !reflect.DeepEqual(d.m.state.Plan.Answers, before.Answers) {
				t.Fatalf("Enter alone answered %s", q.Key)
			}
		}
		if q.Rows == nil {
			d.press("?")
		}
		for range q.Rows {
			d.press("?", "enter")
		}
		if now, _ := d.m.state.Question(); now.Key == q.Key && d.m.state.Place == at {
			t.Fatalf("? does not answer %s:\n%s", q.Key, d.screen())
		}
		for _, row := range strings.Split(q.Answer(&d.m.state.Plan.Answers), steps.RowBreak) {
			if strings.TrimSpace(row) != model.Unsure {
				t.Errorf("? answers %s with %q", q.Key, row)
			}
		}
	}
	d.at(machine.BoardScreen, "").sees("Not decided")
}

// assumedFleet is the board of the mixed fleet after the quick round.
func assumedFleet(t *testing.T) *driver {
	t.Helper()
	world := wizardtest.NewWorld()
	plan := assume.Plan(plantest.PlanOf(t, plantest.QuickMixed))
	plan.Name, plan.Step = "Contoso", string(machine.BoardScreen)
	world.Plans["p.toml"] = plan
	return drive(t, world, "p.toml").at(machine.BoardScreen, "")
}

// TestTheFooterSaysWhatIsConfirmed: the line under the cursor, or everything that is assumed
// here.
func TestTheFooterSaysWhatIsConfirmed(t *testing.T) {
	d := assumedFleet(t).press("1").sees("c confirm all")
	if onRow(d, "site.top_level").sees("c confirm "); strings.Contains(d.screen(), "c confirm all") {
		t.Errorf("it confirms one:\n%s", d.screen())
	}
}

// TestEnterOnWhatIsAssumed leaves a fact assumed, for nobody looked, and makes an
// answer of a choice. A number is an answer in any case.
func TestEnterOnWhatIsAssumed(t *testing.T) {
	for _, c := range []struct {
		key     string
		keys    []string
		assumed bool
		value   string
	}{
		{"gateway.environment", []string{"enter"}, true, "AzurePublicCloud"},
		{"gateway.environment", []string{"1"}, false, "AzurePublicCloud"},
		{"gateway.environment", []string{"?"}, false, model.Unsure},
		{"site.top_level", []string{"enter"}, true, string(model.StandalonePrimary)},
		{"site.top_level", []string{"down", "up", "enter"}, true, string(model.StandalonePrimary)},
		{"gateway.vm_instances", []string{"enter"}, false, "2"},
		{"gateway.vm_size", []string{"enter"}, false, "A2_v2"},
		{"gateway.serve_content", []string{"y"}, false, string(model.Yes)},
	} {
		d := assumedFleet(t).to(c.key).at(machine.QuestionScreen, "").press(c.keys...).at(machine.AreaScreen, "")
		plan := d.world.Plans["p.toml"]
		if f, _ := plan.Field(c.key); f.Assumed() != c.assumed || f.Text() != c.value {
			t.Errorf("%s after %q: %q, assumed %v", c.key, c.keys, f.Text(), f.Assumed())
		}
	}
}

// TestAnEarlyAnswerIsAssumedAnew: changed in its area, it changes what was assumed
// from it, and the line below says what that means.
func TestAnEarlyAnswerIsAssumedAnew(t *testing.T) {
	d := assumedFleet(t)
	before := d.m.state.Plan
	d.to("devices[0].method").at(machine.QuestionScreen, "")
	f, _ := before.Field("entra.identities")
	if !f.Assumed() {
		t.Fatal("the identities are not assumed")
	}
	number := 0
	q, _ := d.m.state.Question()
	for i, w := range q.Words(mustField(t, &before, q.Key)) {
		if w.Value == string(model.ClientPKI) {
			number = i + 1
		}
	}
	d.press(string(rune('0'+number))).at(machine.AreaScreen, "").sees("Devices and methods")
	now := d.world.Plans["p.toml"]
	if f, _ := now.Field("entra.identities"); f.Given() {
		t.Errorf("the identities are still %q", f.Text())
	}
	sameAnswers(t, now, assume.Again(now))
	if d.m.state.Notice == "" {
		t.Errorf("nothing says what changed:\n%s", d.screen())
	}
	for _, key := range []string{"site.code", "management_points[0].host"} {
		if was, is := mustField(t, &before, key), mustField(t, &now, key); was.Text() != is.Text() {
			t.Errorf("%s is %q now", key, is.Text())
		}
	}
}

func mustField(t *testing.T, p *model.Plan, key string) model.Field {
	t.Helper()
	f, found := p.Field(key)
	if !found {
		t.Fatalf("no key %s", key)
	}
	return f
}
