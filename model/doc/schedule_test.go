package doc

import (
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
)

// TestDueBeforeTheEarliestDay: a day that cannot be met is told, one that can is
// not, and none without a start.
func TestDueBeforeTheEarliestDay(t *testing.T) {
	start := time.Date(2026, 12, 7, 0, 0, 0, 0, time.UTC)
	for due, late := range map[string]bool{"2026-12-08": true, "2027-12-08": false, "": false} {
		p := *plantest.FullPlan()
		p.Tasks = []model.Progress{{ID: "cmg-ready", State: model.Open, Due: due}}
		c := judge.NewChecklist(p, start.AddDate(0, 0, -7))
		if parts := changeWords(c); strings.Contains(parts, "Earliest end") || strings.Contains(parts, "Due too early") {
			t.Errorf("without a start: %s", parts)
		}
		parts := changeWords(c.StartingOn(start))
		if !strings.Contains(parts, "Critical path: tasks ") || strings.Contains(parts, "Due too early: task ") != late {
			t.Errorf("due %q: %s", due, parts)
		}
	}
}

// changeWords is what the change says, in the checklist and in the change request.
func changeWords(c judge.Checklist) string {
	var said []string
	request := NewChangeRequest(c)
	for _, p := range append(request.Parts, changePart(c)) {
		if p.Id != "times" && p.Id != "change" {
			continue
		}
		for _, e := range p.Groups[0].Entries {
			said = append(said, Joined(e.Title, e.Word))
		}
	}
	return strings.Join(said, "\n")
}

func TestTheYearOfAnEarliestDay(t *testing.T) {
	start := time.Date(2026, 12, 7, 0, 0, 0, 0, time.UTC)
	for day, want := range map[time.Time]string{
		start: "from 7 Dec", start.AddDate(0, 1, 0): "from 7 Jan", start.AddDate(1, 0, 0): "from 7 Dec 2027",
	} {
		c := judge.Checklist{Schedule: judge.Schedule{Start: start, Days: []judge.Days{{Task: "a", From: day}}}}
		if got := fromDay(c, "a"); got != want {
			t.Errorf("%v is %q", day, got)
		}
	}
	if got := fromDay(judge.Checklist{}, "a"); got != "" {
		t.Errorf("without a start: %q", got)
	}
}
