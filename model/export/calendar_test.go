package export

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/judge"
	ics "github.com/arran4/golang-ical"
)

// events reads a calendar with a parser of that format.
func events(t testing.TB, data []byte) map[string]*ics.VEvent {
	t.Helper()
	calendar, err := ics.ParseCalendar(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	found := map[string]*ics.VEvent{}
	for _, component := range calendar.Components {
		e, ok := component.(*ics.VEvent)
		if !ok || found[e.Id()] != nil {
			t.Fatalf("not an event of its own: %+v", component)
		}
		found[e.Id()] = e
	}
	return found
}

func valueOf(e *ics.VEvent, name ics.ComponentProperty) string {
	if p := e.GetProperty(name); p != nil {
		return p.Value
	}
	return ""
}

// TestCalendarLines: lines end as the format wants and are no longer than it
// allows, and each begins with a name or goes on with a blank.
func TestCalendarLines(t *testing.T) {
	for _, value := range append(exporttest.Hostile, strings.Repeat("ß", 200), strings.Repeat("日本語", 60)) {
		data := string(exporttest.Exported(t, calendarFormat, value))
		if !strings.HasSuffix(data, "END:VCALENDAR\r\n") {
			t.Errorf("%q: the end is %q", value, data[len(data)-30:])
		}
		for line := range strings.SplitSeq(strings.TrimSuffix(data, "\r\n"), "\r\n") {
			if len(line) > 75 || strings.ContainsAny(line, "\r\n\x00\x1b") || strings.ToValidUTF8(line, "") != line {
				t.Errorf("%q: %q", value, line)
			}
		}
	}
}

// TestCalendarAlarms: each appointment reminds on the day before, with its title.
func TestCalendarAlarms(t *testing.T) {
	for _, value := range append(exporttest.Hostile, exporttest.Harmless) {
		for id, e := range events(t, exporttest.Exported(t, calendarFormat, value)) {
			alarms := e.Alarms()
			if len(alarms) != 1 {
				t.Fatalf("%q: %s has %d alarms", value, id, len(alarms))
			}
			trigger, text := alarms[0].GetProperty(ics.ComponentPropertyTrigger), alarms[0].GetProperty(ics.ComponentPropertyDescription)
			if trigger == nil || trigger.Value != "-PT15H" || text == nil || text.Value != valueOf(e, ics.ComponentPropertySummary) {
				t.Errorf("%q: %s reminds %+v of %+v", value, id, trigger, text)
			}
		}
	}
}

// TestCalendarDays: what expires, what is due and the review, on their days.
func TestCalendarDays(t *testing.T) {
	plan := exporttest.MixedPlan()
	plan.Entra.SecretExpires = "2027-05-01"
	plan.Tasks[0].Due = "2026-11-30" // it is done: nothing is due
	var got []string
	for _, e := range events(t, exporttest.Written(t, calendarFormat, judge.NewChecklist(plan, exporttest.TestDate))) {
		got = append(got, valueOf(e, ics.ComponentPropertyDtStart)+" "+valueOf(e, ics.ComponentPropertySummary))
	}
	slices.Sort(got)
	want := []string{
		"20261122 Renew: client certificate pc1.contoso.com", "20261201 Due: 2. ", "20261204 Ends: client certificate pc1.contoso.com",
		"20270401 Renew: Secret of the web app", "20270412 Update the site: Support of the site's version", "20270501 Ends: Secret of the web app",
		"20270512 Ends: Support of the site's version", "20270521 Review the plan of the CMG",
		"20321023 Renew: intermediate CA Contoso Issuing CA 1", "20321122 Ends: intermediate CA Contoso Issuing CA 1",
	}
	if len(got) != len(want) {
		t.Fatalf("%q", got)
	}
	for i := range want {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("%q, want %q", got[i], want[i])
		}
	}
}

// TestCalendarIsUpdated: a later file has the same events, so that importing it
// moves them.
func TestCalendarIsUpdated(t *testing.T) {
	before := exporttest.MixedPlan()
	after := exporttest.MixedPlan()
	after.Serial++
	after.Entra.SecretExpires, before.Entra.SecretExpires = "2027-06-01", "2027-05-01"
	for i := range after.Tasks {
		if after.Tasks[i].Due != "" {
			after.Tasks[i].Due = "2026-12-24"
		}
	}
	old, late := events(t, exporttest.Written(t, calendarFormat, judge.NewChecklist(before, exporttest.TestDate))), events(t, exporttest.Written(t, calendarFormat, judge.NewChecklist(after, exporttest.TestDate.AddDate(0, 0, 9))))
	if len(old) != len(late) || len(old) < 5 {
		t.Fatalf("%d events, then %d", len(old), len(late))
	}
	moved := 0
	for id, e := range late {
		if old[id] == nil {
			t.Fatalf("%s is new", id)
		}
		if valueOf(e, ics.ComponentPropertySequence) != "13" || valueOf(old[id], ics.ComponentPropertySequence) != "12" {
			t.Errorf("%s: sequence %s", id, valueOf(e, ics.ComponentPropertySequence))
		}
		if valueOf(e, ics.ComponentPropertyDtStart) != valueOf(old[id], ics.ComponentPropertyDtStart) {
			moved++
		}
	}
	if moved < 4 { // the secret, its renewal, the due task and the review
		t.Errorf("%d events moved", moved)
	}
	other := exporttest.MixedPlan()
	other.ID = "11111111-4f89-41d3-9a0c-0305e82c3301"
	for id := range events(t, exporttest.Written(t, calendarFormat, judge.NewChecklist(other, exporttest.TestDate))) {
		if old[id] != nil {
			t.Errorf("two plans share %s", id)
		}
	}
}

// TestCalendarOfATeam has what is theirs, and the review.
func TestCalendarOfATeam(t *testing.T) {
	for owner, want := range map[model.Team]int{model.PKITeam: 5, model.Devices: 1} {
		c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate).Narrow(judge.Scope{Owner: owner})
		if got := events(t, exporttest.Written(t, calendarFormat, c)); len(got) != want {
			t.Errorf("%s has %d events, want %d", owner, len(got), want)
		}
	}
}

// FuzzCalendar: whatever stands in a plan comes back as text, and makes no event
// and no property of its own.
func FuzzCalendar(f *testing.F) {
	for _, value := range append(exporttest.Hostile, "a;b,c\\n\\;d", "BEGIN:VEVENT\nUID:x", "x\r\nATTACH:http://evil.example") {
		f.Add(value)
	}
	harmlessEvents := len(events(f, exporttest.Exported(f, calendarFormat, exporttest.Harmless)))
	f.Fuzz(func(t *testing.T, value string) {
		plan := exporttest.Spoiled(value)
		plan.Tasks[0].Due = "2026-12-01"
		c := judge.NewChecklist(plan, exporttest.TestDate)
		found := events(t, exporttest.Written(t, calendarFormat, c))
		if len(found) != harmlessEvents+1 {
			t.Fatalf("%q: %d events", value, len(found))
		}
		for _, a := range c.Appointments() {
			e := found[appointmentID(plan, a.ID)]
			if e == nil || len(e.Properties) < 9 || len(e.Properties) > 11 {
				t.Fatalf("%q: %s is %+v", value, a.ID, e)
			}
			if got, want := valueOf(e, ics.ComponentPropertyDescription), description(c, a); got != want {
				t.Errorf("%q comes back as %q", want, got)
			}
			if got, want := valueOf(e, ics.ComponentPropertySummary), model.Clean(a.Title); got != want {
				t.Errorf("%q comes back as %q", want, got)
			}
		}
	})
}

// TestCalendarNumbers: what a plan may hold and the format may not.
func TestCalendarNumbers(t *testing.T) {
	plan := exporttest.MixedPlan()
	plan.Serial = model.MaxNumber
	for _, e := range events(t, exporttest.Written(t, calendarFormat, judge.NewChecklist(plan, exporttest.TestDate))) {
		if got := valueOf(e, ics.ComponentPropertySequence); got != "2147483647" {
			t.Errorf("sequence %s", got)
		}
		from, to := valueOf(e, ics.ComponentPropertyDtStart), valueOf(e, ics.ComponentPropertyDtEnd)
		if len(from) != 8 || len(to) != 8 || from >= to {
			t.Errorf("from %s to %s", from, to)
		}
	}
}
