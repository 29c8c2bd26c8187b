package doc

import (
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
)

// TestReportOverTwoDays: a wait over the night is counted and told in the window in which
// it ended, in hours, with the name of who began.
func TestReportOverTwoDays(t *testing.T) {
	p := *plantest.FullPlan()
	evening := time.Date(2026, 11, 29, 22, 0, 0, 0, time.UTC)
	p.Log = []model.LogEntry{
		{Task: "entra-aspnet45", What: model.LogStarted, At: evening, By: "Anna"},
		{Task: "entra-aspnet45", What: model.LogWaiting, At: evening.Add(10 * time.Minute), By: "Anna"},
		{Task: "entra-aspnet45", What: model.LogDone, At: evening.Add(1064 * time.Minute)},
	}
	r := newReport(judge.NewChecklist(p, evening))
	rows := make([][]string, 2)
	for i, part := range r.windows() {
		rows[i] = part.Groups[0].Table.Rows[0][1:]
	}
	if want := "Anna|22:00||||Went on in the window of 30 November 2026, 15:44"; strings.Join(rows[0], "|") != want {
		t.Errorf("%q", rows[0])
	}
	if !slices.Equal(rows[1][:3], []string{"Anna", "29 Nov 22:00", "15:44"}) || !strings.HasPrefix(rows[1][5], "Done, waited 17 h 34 min") {
		t.Errorf("%q", rows[1])
	}
	if first, second := r.counts(1), r.counts(2); first != "nothing was finished" || second != "1 done" {
		t.Errorf("%s; %s", first, second)
	}
}
