package seen

import (
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/inspect"
	"cmgwizard/model/logs"
	"cmgwizard/model/reading"
)

// TestLikelyCause: a cause is told at once only where other lines speak for it.
func TestLikelyCause(t *testing.T) {
	for name, tt := range map[string]struct {
		cause model.Cause
		facts int
	}{
		"lines speak for it": {model.Cause{Text: "No certificate.", Lines: "it was seen", Task: "pki-cp-cert"}, 2},
		"a guess":            {model.Cause{Text: "No certificate.", Task: "pki-cp-cert"}, 0},
		"ruled out":          {model.Cause{Text: "No certificate.", Lines: "it was seen", RuledOut: true}, 0},
	} {
		in := &inspection{Report: inspect.Report{Files: []reading.File{{Remarks: []model.Remark{{ID: "x", Causes: []model.Cause{tt.cause}}}}}}}
		if facts := in.likely("x"); len(facts) != tt.facts || len(in.likely("y")) != 0 {
			t.Errorf("%s: %+v", name, facts)
		}
	}
}

// TestFirstAfterItWorked: only a success that stands before a failure is told.
func TestFirstAfterItWorked(t *testing.T) {
	at := time.Date(2026, 5, 14, 10, 0, 0, 0, time.UTC)
	failed := logs.Moment{Stage: "reach", Count: 2, File: "a.log", First: at, Since: at, Last: at.Add(time.Hour)}
	success := func(stage logs.Stage, at time.Time) []logs.Moment {
		return []logs.Moment{{Stage: stage, Last: at}}
	}
	const seen, after = "2 times, first seen: 2026-05-14 10:00 UTC, last: 2026-05-14 11:00 UTC, in a.log", "2 times, first after it last worked: 2026-05-14 10:00 UTC, last: 2026-05-14 11:00 UTC, in a.log"
	for _, tt := range []struct {
		name   string
		worked []logs.Moment
		want   string
	}{
		{"never", nil, seen},
		{"before", success("reach", at.Add(-time.Hour)), after},
		{"another stage", success("setup", at.Add(-time.Hour)), seen},
		{"without a time", success("reach", time.Time{}), seen},
		{"later", success("reach", at.Add(time.Minute)), seen},
	} {
		if got := momentWords(&logs.Story{Worked: tt.worked}, failed); got != tt.want {
			t.Errorf("%s: %s", tt.name, got)
		}
	}
}
