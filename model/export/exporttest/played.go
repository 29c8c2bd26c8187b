package exporttest

import (
	"time"

	"cmgwizard/model"
	"cmgwizard/model/run"
)

// evening is what happens in the first window of PlayedPlan, minute by minute from 22:00
// on; later is the second one, two days after.
var (
	evening = []happening{
		{0, "pre-cm-role", model.LogStarted, ""}, {4, "pre-cm-role", model.LogDone, ""},
		{5, "pre-optional-feature", model.LogSkipped, "version 2503 has no such feature"},
		{6, "plan-limits", model.LogStarted, ""}, {20, "plan-limits", model.LogPaused, "telephone"}, {41, "plan-limits", model.LogResumed, ""},
		{70, "plan-limits", model.LogDone, ""},
		{71, "cs-cmg", model.LogStarted, ""}, {80, "cs-cmg", model.LogDone, ""},
		{82, "entra-aspnet45", model.LogStarted, ""}, {100, "entra-aspnet45", model.LogWaiting, ""},
		{101, "cs-delta-off", model.LogStarted, ""}, {104, "cs-delta-off", model.LogNote, "The default settings had it on; a copy is with Bo."}, {110, "cs-delta-off", model.LogDone, ""},
		{115, "entra-aspnet45", model.LogFailed, "the wrong key"}, {116, "entra-aspnet45", model.LogTakenBack, ""}, {118, "entra-aspnet45", model.LogDone, ""},
		{119, "mp-webserver-cert", model.LogStarted, ""}, {131, "mp-webserver-cert", model.LogFailed, "mpcontrol.log: 403 from mp2, the certificate is not bound"},
		{133, "mp-webserver-cert", model.LogBackingOut, ""}, {139, "mp-webserver-cert", model.LogBackedOut, ""},
		{140, "cs-delta-off", model.LogBackingOut, ""}, {143, "cs-delta-off", model.LogBackedOut, ""},
		{144, "cs-cmg", model.LogBackingOut, ""}, {150, "cs-cmg", model.LogFailed, "the console is closed for the night"},
		{151, "", model.LogNote, "Window closed by the change manager."},
	}
	later = []happening{{0, "site-crl-option", model.LogStarted, ""}, {3, "azure-providers", model.LogStarted, ""}}
)

// A happening is an entry of a log, so many minutes after the beginning of its window.
type happening struct {
	minute int
	task   string
	what   model.LogWhat
	note   string
}

// PlayedPlan is the mixed plan after a change window that crossed midnight, and the
// beginning of another one.
func PlayedPlan() model.Plan {
	p := MixedPlan()
	here := time.FixedZone("", 3600)
	p.Log = nil
	var last run.Written
	write := func(start time.Time, by string, list []happening) {
		for _, h := range list {
			at := start.Add(time.Duration(h.minute) * time.Minute)
			if h.task == "" {
				p.Log = append(p.Log, model.LogEntry{What: h.what, At: at, By: by, Note: h.note})
				continue
			}
			e := model.LogEntry{Task: h.task, What: h.what, At: at, By: by, Note: h.note}
			next, err := run.Write(&p, e)
			if h.what == model.LogTakenBack {
				next, err = run.TakeBack(&p, last, e)
			}
			if err != nil {
				panic(err) // the table above is wrong
			}
			last, p = run.NewWritten(&p, &next), next
		}
	}
	write(time.Date(2026, 11, 20, 22, 0, 0, 0, here), "Anna Lind", evening)
	write(time.Date(2026, 11, 22, 21, 30, 0, 0, here), "Bo", later)
	return p
}
