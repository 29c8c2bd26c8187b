package judge

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// An end is something that comes to an end: a thing that files showed, or one
// that the answers give a day.
type end struct {
	id    string // of the thing, not of its day
	what  string
	from  time.Time // when it began, zero where that is not known
	ends  time.Time
	told  string          // how its day is known
	row   evidence.Expiry // what the table says about it, zero for nothing
	newer time.Time       // when the newer one of the same name ends, zero for none
	early string          // what the earlier appointment asks for, "" for no such appointment
}

// endings are what comes to an end: as files showed, and as the answers say.
func (c Checklist) endings() []Appointment {
	rows := map[string]evidence.Expiry{}
	for _, row := range Expiries(&c.Plan) {
		rows[row.ID] = row
	}
	seen := seenEnds(&c.Plan, rows)
	var list []Appointment
	for _, e := range slices.Concat(seen, saidEnds(&c.Plan, seen)) {
		list = append(list, c.endAppointments(e)...)
	}
	return list
}

// saidEnds are those of the table whose day no file shows.
func saidEnds(p *model.Plan, seen []end) []end {
	var list []end
	for _, row := range Expiries(p) {
		shown := slices.ContainsFunc(seen, func(e end) bool { return e.row.ID == row.ID })
		if day, err := time.Parse(time.DateOnly, row.Date); err == nil && !shown && comes(day) {
			list = append(list, end{id: row.ID, what: row.What, ends: day, told: row.When, row: row, early: cmp.Or(row.Early, "Renew")})
		}
	}
	return list
}

// comes reports whether a day is one: year 9999 says in certificates that they
// never end.
func comes(day time.Time) bool { return !day.IsZero() && day.Year() < 9999 }

// endAppointments are the end itself and, some weeks before, an appointment to
// prevent it: a reminder that belongs to an appointment gets lost in many
// calendars, an appointment of its own does not.
func (c Checklist) endAppointments(e end) []Appointment {
	a := Appointment{ID: "end/" + e.id, Day: e.ends, Title: "Ends: " + e.what, Owner: cmp.Or(e.row.Owner, model.PKITeam), Lines: e.lines()}
	if len(e.row.Sources) > 0 {
		a.URL = e.row.Sources[0].URL
	}
	switch {
	case e.early == "":
		a.Lines = append(a.Lines, c.taskLines(e.row.Task)...)
		return []Appointment{a}
	case !e.newer.IsZero(), e.row.Then == "" && e.ends.Before(c.Date):
		return []Appointment{a} // it was renewed, or the plan does not need it
	}
	return []Appointment{c.before(a, e), a}
}

// before is the appointment that asks to prevent an end.
func (c Checklist) before(a Appointment, e end) Appointment {
	before := a
	before.ID, before.Title = "renew/"+e.id, e.early+": "+e.what
	before.Day = c.notBefore(e.ends.AddDate(0, 0, -renewDays))
	before.Lines = slices.Concat([]string{e.reason(before.Day)}, a.Lines, c.taskLines(e.row.Task))
	return before
}

// lines say how the day is known, and what happens then.
func (e end) lines() []string {
	said := []string{e.told}
	if !e.newer.IsZero() {
		said = append(said, "A newer one of the same name is among the files: it ends on "+model.DayOf(e.newer)+".")
	}
	if e.row.Then != "" {
		said = append(said, "Then: "+e.row.Then)
	}
	return said
}

// reason says why the earlier appointment is on its day.
func (e end) reason(on time.Time) string {
	switch days := model.Day(e.ends) - model.Day(on); {
	case days < 0:
		return "It ended on " + model.DayOf(e.ends) + "."
	case days == 0:
		return "It ends on this day."
	default:
		return fmt.Sprintf("It ends %s later, on %s. How long before is our choice: no document names a day.", model.Counted(days, "day"), model.DayOf(e.ends))
	}
}

// taskLines name the task of the checklist and its steps, whatever the scope.
func (c Checklist) taskLines(id string) []string {
	for _, i := range c.Outcome.Items {
		if i.ID == id {
			return append([]string{fmt.Sprintf("Task %d of the checklist: %s", i.Number, i.Title)}, FillItem(&c.Plan, i).stepLines()...)
		}
	}
	return nil
}
