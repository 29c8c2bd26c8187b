package export

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"math"
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
)

// calendarFormat is iCalendar (RFC 5545). Each appointment keeps its UID, so
// that importing the file again moves what has moved.
var calendarFormat = doc.Format{
	Name: "calendar", Ext: ".ics", About: "a calendar of what expires and of what is due",
	Write: func(w io.Writer, c judge.Checklist, _ doc.Options) error {
		var b calendarWriter
		b.calendar(c)
		_, err := io.WriteString(w, b.String())
		return err
	},
}

// A calendarWriter writes content lines.
type calendarWriter struct{ strings.Builder }

func (w *calendarWriter) calendar(c judge.Checklist) {
	w.line("BEGIN", "VCALENDAR")
	w.line("VERSION", "2.0")
	w.line("PRODID", "-//cmgwizard//CMG checklist//EN")
	w.line("CALSCALE", "GREGORIAN")
	w.line("METHOD", "PUBLISH")
	w.line("X-WR-CALNAME", calendarText(doc.Joined(doc.ScopeTitle(c.Scope), doc.PlanName(c.Plan))))
	for _, a := range c.Appointments() {
		w.event(c, a)
	}
	w.line("END", "VCALENDAR")
}

// calendarTime is a time in UTC, calendarDay a day. An appointment of a day ends
// on the next: without that end some calendars show it at midnight.
const (
	calendarTime = "20060102T150405Z"
	calendarDay  = "20060102"
)

func (w *calendarWriter) event(c judge.Checklist, a judge.Appointment) {
	w.line("BEGIN", "VEVENT")
	w.line("UID", appointmentID(c.Plan, a.ID))
	w.line("DTSTAMP", doc.Stamp(c).Format(calendarTime))
	if !c.Plan.Updated.IsZero() {
		w.line("LAST-MODIFIED", c.Plan.Updated.UTC().Format(calendarTime))
	}
	w.line("SEQUENCE", strconv.Itoa(min(max(c.Plan.Serial, 0), math.MaxInt32)))
	w.line("DTSTART;VALUE=DATE", a.Day.UTC().Format(calendarDay))
	w.line("DTEND;VALUE=DATE", a.Day.UTC().AddDate(0, 0, 1).Format(calendarDay))
	w.line("SUMMARY", calendarText(model.Clean(a.Title)))
	w.line("DESCRIPTION", calendarText(description(c, a)))
	w.line("CATEGORIES", "CMG,"+calendarText(model.Teams.Label(a.Owner)))
	w.line("TRANSP", "TRANSPARENT")
	if url, ok := doc.Address(a.URL); ok {
		w.line("URL", url)
	}
	w.alarm(a)
	w.line("END", "VEVENT")
}

// alarmBefore is how long before the day begins one is reminded: at nine in the
// morning of the day before.
const alarmBefore = "-PT15H"

func (w *calendarWriter) alarm(a judge.Appointment) {
	w.line("BEGIN", "VALARM")
	w.line("ACTION", "DISPLAY")
	w.line("DESCRIPTION", calendarText(model.Clean(a.Title)))
	w.line("TRIGGER", alarmBefore)
	w.line("END", "VALARM")
}

// appointmentID stays the same for the same thing of the same plan.
func appointmentID(p model.Plan, id string) string {
	plan := p.ID
	if plan == "" {
		plan = "name/" + p.Name
	}
	sum := sha256.Sum256([]byte(plan + "\n" + id))
	return hex.EncodeToString(sum[:16]) + "@cmgwizard"
}

func description(c judge.Checklist, a judge.Appointment) string {
	lines := append([]string{}, a.Lines...)
	lines = append(lines, "From the plan "+doc.PlanName(c.Plan)+", as of "+c.Date.UTC().Format(time.DateOnly)+".")
	return model.CleanLines(strings.Join(lines, "\n"))
}

var calendarEscapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// calendarText escapes a value that is text.
func calendarText(text string) string { return calendarEscapes.Replace(text) }

// longestContentLine is in bytes, without its end.
const longestContentLine = 75

// line writes one content line, folded where it is too long, never within a
// character.
func (w *calendarWriter) line(name, value string) {
	room := longestContentLine
	used := 0
	for _, r := range name + ":" + value {
		letter := string(r)
		if used+len(letter) > room {
			w.WriteString("\r\n ")
			used, room = 0, longestContentLine-1
		}
		w.WriteString(letter)
		used += len(letter)
	}
	w.WriteString("\r\n")
}
