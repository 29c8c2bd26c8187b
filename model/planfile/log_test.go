package planfile

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
)

// TestLogKeepsItsOffsets: the same hour of two clocks stays two times.
func TestLogKeepsItsOffsets(t *testing.T) {
	berlin := time.FixedZone("CEST", 2*60*60)
	plan := model.Plan{Log: []model.LogEntry{
		{Task: "mp-https", What: model.LogStarted, At: time.Date(2026, 10, 25, 2, 30, 0, 0, berlin), By: "Anna"},
		{Task: "mp-https", What: model.LogFailed, At: time.Date(2026, 10, 25, 2, 10, 7, 0, time.FixedZone("CET", 60*60)), Note: "403\nagain"},
		{What: model.LogNote, At: time.Date(2026, 10, 25, 1, 20, 0, 0, time.UTC), Note: "of the window"},
	}}
	text := string(New().Format(plan))
	for _, want := range []string{"[[log]]", "at = 2026-10-25T02:30:00+02:00", "at = 2026-10-25T02:10:07+01:00", "at = 2026-10-25T01:20:00Z", `what = "failed"`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	d, err := Parse("plan.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range d.Plan.Log {
		want := plan.Log[i]
		if !e.At.Equal(want.At) || e.At.Format(time.RFC3339) != want.At.Format(time.RFC3339) || e.Note != want.Note || e.By != want.By || e.What != want.What || e.Task != want.Task {
			t.Errorf("entry %d is %+v, want %+v", i, e, want)
		}
	}
	if again := string(d.Format(d.Plan)); again != text {
		t.Errorf("written again it is\n%s", again)
	}
}

// TestLogIsRefused: an entry without what happened, or without its time, is refused with
// its line.
func TestLogIsRefused(t *testing.T) {
	for text, want := range map[string]string{
		"[[log]]\nat = 2026-11-29T22:00:00+01:00\n":                          "what is missing",
		"[[log]]\nwhat = \"done\"\n":                                         "at is missing",
		"[[log]]\nwhat = \"finished\"\nat = 2026-11-29T22:00:00Z\n":          "is none of",
		"[[log]]\nwhat = \"done\"\nat = 0001-01-01T00:00:00Z\n":              "log[0].at: nothing happened",
		"[[log]]\nwhat = \"done\"\nat = 2026-11-29T22:00:00\n":               "with an offset",
		"[[log]]\nwhat = \"done\"\nat = 2026-11-29T22:00:00Z\nwho = \"A\"\n": "unknown key",
	} {
		if _, err := Parse("plan.toml", []byte("format = 1\n"+text)); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "missing") != strings.Contains(want, "missing") {
			t.Errorf("%q gives %v, want %q", text, err, want)
		}
	}
}

// TestLongestLog: a full log with a note in each entry can be written and read.
func TestLongestLog(t *testing.T) {
	plan := model.Plan{}
	for i := range model.MostLogged {
		at := time.Date(2026, 11, 29, 22, 0, i, 0, time.FixedZone("", 3600))
		plan.Log = append(plan.Log, model.LogEntry{Task: "entra-disable-tenant-auth", What: model.LogBackingOut, At: at, By: "Anna Lind", Note: fmt.Sprint("minute ", i)})
	}
	d, err := Parse("plan.toml", New().Format(plan))
	if err != nil || len(d.Plan.Log) != model.MostLogged {
		t.Fatalf("%v", err)
	}
	plan.Log = append(plan.Log, plan.Log[0])
	if _, err := Parse("plan.toml", New().Format(plan)); err == nil {
		t.Error("one more was taken")
	}
}
