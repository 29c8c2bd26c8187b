package doc

import (
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
)

// assumedPlan leaves the size and the cloud open.
func assumedPlan() *model.Plan {
	p := plantest.GoodPlan()
	p.Gateway.Environment, p.Gateway.VMSize, p.Gateway.VMInstances, p.Site.TopLevel = "", "", model.Number{}, ""
	*p = assume.Plan(*p)
	return p
}

// TestConfirmPart: what is to be confirmed stands with its team, on its sheet
// alone, and on none once somebody confirmed it.
func TestConfirmPart(t *testing.T) {
	titles := func(p *model.Plan, only model.Team) string {
		var said []string
		for _, part := range NewSheet(judge.NewChecklist(*p, time.Time{}).Narrow(judge.Scope{Owner: only})).Parts {
			for _, g := range part.Groups {
				if strings.HasPrefix(g.Id, "confirm-") && g.Id != "confirm-list" {
					said = append(said, part.Title)
				}
			}
		}
		return strings.Join(said, ", ")
	}
	p := assumedPlan()
	confirmed := assume.Confirm(*p, assume.Everything)
	for _, c := range []struct {
		says string
		plan *model.Plan
		only model.Team
		want string
	}{
		{"the whole sheet", p, "", "ConfigMgr, Azure"}, {"the sheet of a team", p, model.AzureTeam, "Azure"},
		{"that of a team with nothing to confirm", p, model.PKITeam, ""}, {"all confirmed", &confirmed, "", ""},
	} {
		if got := titles(c.plan, c.only); got != c.want {
			t.Errorf("%s: %q, want %q", c.says, got, c.want)
		}
	}
}

// TestTasksMarkWhatIsAssumed in their steps; a command stays as it is typed, and
// what it rests on stands beside it. Titles and the file stay the same, and states, but that an answer
// can say that a task is done, and an assumption cannot.
func TestTasksMarkWhatIsAssumed(t *testing.T) {
	p := assumedPlan()
	p.Token.BulkLifetimeMinutes = model.Number{}
	*p = assume.Plan(*p)
	plain := assume.Confirm(*p, assume.Everything)
	marked, unmarked := judge.NewChecklist(*p, time.Time{}).Items(), judge.NewChecklist(plain, time.Time{}).Items()
	text := func(items []judge.FullItem, id string) string {
		i := slices.IndexFunc(items, func(i judge.FullItem) bool { return i.ID == id })
		var lines []string
		for _, step := range items[i].Do {
			lines = append(lines, step.String())
		}
		for _, c := range items[i].Commands {
			lines = append(lines, c.Line)
		}
		return strings.Join(append(lines, items[i].Assumed...), "\n")
	}
	for id, want := range map[string]string{
		"plan-scale":      "This plan says: 2 (assumed) of A2_v2 (assumed).",
		"net-firewall-cp": "port 10124-10125 (assumed).",
		"cmg-wizard":      "AzurePublicCloud (assumed), and the tenant",
		"token-bulk":      "/lifetime 4320\nHow many minutes will a bulk registration token be valid? 4320",
	} {
		if got := text(marked, id); !strings.Contains(got, want) {
			t.Errorf("%s: no %q in\n%s", id, want, got)
		}
		if got := text(unmarked, id); strings.Contains(got, "assumed") {
			t.Errorf("%s, confirmed:\n%s", id, got)
		}
	}
	for i, item := range marked {
		is, once := item.Progress, unmarked[i].Progress
		if item.Title != unmarked[i].Title || item.ID != unmarked[i].ID || is != once && (is.State != model.Open || once.By != model.ByAnswer) {
			t.Errorf("%s is %s, and %s once it is confirmed", item.ID, item.Title, unmarked[i].Title)
		}
	}
}
