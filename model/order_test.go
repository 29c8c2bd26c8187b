package model

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model/slow"
)

// TestOrderFollowsTheCatalogue works out on its own what must come before each
// task, over tasks that are not listed too, and looks for it in the lists of
// generated plans.
func TestOrderFollowsTheCatalogue(t *testing.T) {
	before := transitive()
	random := rand.New(rand.NewSource(21))
	for n := range slow.Rounds(400) {
		p := randomPlan(random)
		place := map[string]int{}
		for i, item := range p.Items(p.Findings()) {
			place[item.ID] = i + 1
		}
		for id, earlier := range before {
			for _, first := range earlier {
				if place[id] > 0 && place[first] > place[id] {
					t.Fatalf("plan %d: %s stands before %s", n, id, first)
				}
			}
		}
	}
}

// transitive lists for every task all those that its After reaches.
func transitive() map[string][]string {
	direct, reach := map[string][]string{}, map[string][]string{}
	for _, task := range catalogue().tasks {
		direct[task.ID] = task.After
	}
	var walk func(from, id string)
	walk = func(from, id string) {
		for _, earlier := range direct[id] {
			if !slices.Contains(reach[from], earlier) {
				reach[from] = append(reach[from], earlier)
				walk(from, earlier)
			}
		}
	}
	for id := range direct {
		walk(id, id)
	}
	return reach
}

// TestGeneratedListsAreWhole looks at every task of generated plans: no name is
// left unfilled, and each has a source.
func TestGeneratedListsAreWhole(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(22))
	for n := range slow.Rounds(150) {
		p := randomPlan(random)
		for _, item := range p.Items(p.Findings()) {
			for _, text := range p.full(item).texts() {
				if left := nameForm.FindString(text); left != "" {
					t.Fatalf("plan %d, %s: %s is left in %q", n, item.ID, left, text)
				}
			}
			if !slices.ContainsFunc(item.Sources, func(r Reference) bool { return strings.HasPrefix(r.URL, "https://") }) {
				t.Fatalf("plan %d: %s has no source", n, item.ID)
			}
		}
	}
}

// TestEveryWordOfEveryAbsentAnswer gives each answer that is absent each of its
// words. What was decided stays decided: a verdict of a rule about a subject,
// the word of a requirement, whether a device is supported. Two things are not
// held to it. The answers of the table memberships say what a rule is about: a
// management point more can bring a mode that is not known yet. A rule that
// only begins to apply with the answer was skipped before, so it was not
// decided.
func TestEveryWordOfEveryAbsentAnswer(t *testing.T) {
	random := rand.New(rand.NewSource(23))
	for n := range 30 {
		p := randomPlan(random)
		if n%2 == 0 {
			p = thinned(goodPlan(), random)
		}
		before := p.decided()
		for _, f := range p.Fields() {
			_, membership := memberships[f.Key[strings.LastIndex(f.Key, ".")+1:]]
			if f.Given() || membership {
				continue
			}
			for _, answer := range answersOf(f) {
				if err := f.Set(answer); err != nil {
					continue // a form that no test gives an example of
				}
				after := p.decided()
				for what, decided := range before {
					if later, there := after[what]; decided && there && !later {
						t.Errorf("plan %d: %s = %q makes %s undecided", n, f.Key, answer, what)
					}
				}
			}
			f.Clear()
		}
	}
}

// TestAbsentAnswersLeaveTheListAlone compares the conditions of today with
// those that the tasks had before the later answers came: a plan without these
// answers asks for the same tasks.
func TestAbsentAnswersLeaveTheListAlone(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(24))
	for n := range slow.Rounds(1000) {
		p := randomPlan(random)
		clearLater(p)
		for id, former := range formerConditions {
			task := taskCalled(t, id)
			if now := task.When == nil || task.When(p); now != former(p) {
				t.Fatalf("plan %d: %s is asked for: %v, before %v", n, id, now, former(p))
			}
		}
		for _, id := range laterStatements {
			if taskCalled(t, id).Already(p) {
				t.Fatalf("plan %d: %s counts as done", n, id)
			}
		}
	}
}

func formerlyAlways(*Plan) bool { return true }

// formerConditions are those of the tasks whose conditions read later answers.
var formerConditions = map[string]func(p *Plan) bool{
	"bg-add-cmg": formerlyAlways, "sup-cmg-traffic": formerlyAlways, "client-intranet-refresh": formerlyAlways,
	"entra-apps-create": formerlyAlways, "entra-apps-manual": formerlyAlways, "entra-apps-import": formerlyAlways,
	"client-install-entra": withEntra, "client-install-pki": withPKI, "pki-cert-selection": withPKI,
	"client-install-token": needsBulkToken,
	"client-fqdns":         func(p *Plan) bool { return withEntra(p) || withPKI(p) },
}

// laterStatements are the tasks whose results only later answers state.
var laterStatements = []string{
	"pre-scp-online", "plan-name-unique", "azure-providers", "net-firewall-clients", "token-client-version", "cs-delta-off",
}

// TestGatesFitTheVersion shows of every gate what a site before, at and after
// its versions sees, and a site whose version nobody knows.
func TestGatesFitTheVersion(t *testing.T) {
	for _, task := range catalogue().tasks {
		for _, gate := range task.Versions {
			if gate.From == 0 && gate.Before == 0 || gate.Before != 0 && gate.Before <= gate.From {
				t.Errorf("%s: the gate %+v holds always or never", task.ID, gate)
			}
			if !strings.HasSuffix(gate.Text, ".") || gate.Text[:1] != strings.ToLower(gate.Text[:1]) && !startsWithName(gate.Text) {
				t.Errorf("%s: %q does not go on from a colon to a full stop", task.ID, gate.Text)
			}
			for version, want := range map[int]bool{gate.From: true, gate.From - 1: false, gate.Before: false, gate.Before - 1: true} {
				if version < 1000 {
					continue
				}
				p := &Plan{}
				p.Site.Version = Version(fmt.Sprint(version))
				if got := slices.Contains(itemOf(p, task.ID).Versions, gate.Words()); got != want {
					t.Errorf("%s at %d: %q is shown: %v", task.ID, version, gate.Words(), got)
				}
			}
			if !slices.Contains(itemOf(&Plan{}, task.ID).Versions, gate.Words()) {
				t.Errorf("%s: %q is hidden where the version is not known", task.ID, gate.Words())
			}
		}
	}
}

// startsWithName reports whether a text starts with a name that keeps its
// capitals: a label of the console, or a property of ccmsetup.
func startsWithName(text string) bool {
	for _, name := range []string{"Convert ", "CCMCERTNAMECHECK", "Sign in "} {
		if strings.HasPrefix(text, name) {
			return true
		}
	}
	return false
}
