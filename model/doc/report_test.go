package doc

import (
	"fmt"
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

// TestReportTellsWhatWentAnotherWay: a pause, a back-out that leaves something, a clock
// that was set back by years, and a task that failed and left the checklist since.
func TestReportTellsWhatWentAnotherWay(t *testing.T) {
	p := *plantest.FullPlan()
	at := time.Date(2026, 11, 29, 22, 0, 0, 0, time.UTC)
	p.Log = []model.LogEntry{
		{Task: "mp-internet-only", What: model.LogFailed, At: at, Note: "no rights"},
		{Task: "cs-cmg", What: model.LogStarted, At: at.Add(2 * time.Minute)},
		{Task: "cs-cmg", What: model.LogPaused, At: at.Add(3 * time.Minute), Note: "telephone"},
		{Task: "cmg-wizard", What: model.LogDone, At: at.Add(4 * time.Minute)},
		{Task: "cmg-wizard", What: model.LogBackingOut, At: at.AddDate(-2, 0, 0)},
		{Task: "cmg-wizard", What: model.LogBackedOut, At: at.AddDate(-2, 0, 0).Add(time.Minute)},
	}
	r := newReport(judge.NewChecklist(p, at))
	for _, row := range []struct {
		part Part
		want string
	}{
		{r.windows()[0], "29 Nov 2024 22:01"},
		{r.windows()[0], "Backed out, but cannot be undone in full"},
		{r.deviations(), "paused at 22:03 and not finished: telephone"},
		{r.deviations(), "backed out at 29 Nov 2024 22:01, but cannot be undone in full"},
		{r.deviations(), "from 29 Nov 2026 22:04:00 +00:00 to 29 Nov 2024 22:00:00"},
		{r.open(), "Restrict the CMG management points to internet clients (no longer in the checklist)"},
		{r.open(), "Failed: no rights."},
	} {
		if got := fmt.Sprintf("%v", row.part); !strings.Contains(got, row.want) {
			t.Errorf("%q is not in %s", row.want, got)
		}
	}
	if got := r.span(0); got != "29 November 2026, 22:00 to 29 November 2024, 22:01 (UTC+00:00)" {
		t.Error(got)
	}
}
