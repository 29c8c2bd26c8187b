package judge

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
	"cmgwizard/model/slow"
	"cmgwizard/model/tasks"
)

// transitive lists for every task all those that its After reaches.
func transitive() map[string][]string {
	direct, reach := map[string][]string{}, map[string][]string{}
	for _, task := range tasks.All().Tasks {
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

// TestAbsentAnswersLeaveTheListAlone compares the conditions of today with
// those that the tasks had before the later answers came: a plan without these
// answers asks for the same tasks.
func TestAbsentAnswersLeaveTheListAlone(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(24))
	for n := range slow.Rounds(1000) {
		p := plantest.RandomPlan(random)
		plantest.ClearLater(p)
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

func formerlyAlways(*model.Plan) bool { return true }

// formerConditions are those of the tasks whose conditions read later answers.
var formerConditions = map[string]func(p *model.Plan) bool{
	"bg-add-cmg": formerlyAlways, "sup-cmg-traffic": formerlyAlways, "client-intranet-refresh": formerlyAlways,
	"entra-apps-create": formerlyAlways, "entra-apps-manual": formerlyAlways, "entra-apps-import": formerlyAlways,
	"client-install-entra": model.UsesEntra, "client-install-pki": tasks.WithPKI, "pki-cert-selection": tasks.WithPKI,
	"client-install-token": tasks.NeedsBulkToken,
	"client-fqdns":         func(p *model.Plan) bool { return model.UsesEntra(p) || tasks.WithPKI(p) },
}

// laterStatements are the tasks whose results only later answers state.
var laterStatements = []string{
	"pre-scp-online", "plan-name-unique", "azure-providers", "net-firewall-clients", "token-client-version", "cs-delta-off",
}

// TestGatesFitTheVersion shows of every gate what a site before, at and after
// its versions sees, and a site whose version nobody knows.
func TestGatesFitTheVersion(t *testing.T) {
	for _, task := range tasks.All().Tasks {
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
				p := &model.Plan{}
				p.Site.Version = model.Version(fmt.Sprint(version))
				if got := slices.Contains(itemOf(p, task.ID).Versions, gate.Words(p.Site.Version)); got != want {
					t.Errorf("%s at %d: %q is shown: %v", task.ID, version, gate.Words(p.Site.Version), got)
				}
			}
			if !slices.Contains(itemOf(&model.Plan{}, task.ID).Versions, gate.Words("")) {
				t.Errorf("%s: %q is hidden where the version is not known", task.ID, gate.Words(""))
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
