package model

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"
)

// An Appointment is a day to keep in mind: something ends, should be renewed,
// is due, or is to be looked at again.
type Appointment struct {
	ID    string // stable as long as the thing itself is the same, whatever its day
	Day   time.Time
	Title string
	Lines []string // what happens then, and what to do
	Owner Team
	URL   string // of the page that says so, "" for none
}

// Times of the calendar in days. They are ours: long enough before an end to
// order a certificate, and often enough to find a page that changed.
const (
	renewDays  = 30
	reviewDays = 180
)

// Appointments lists the days of a checklist, the earliest first. They keep to
// its scope; the review is everybody's, so that the list is never empty.
func (c Checklist) Appointments() []Appointment {
	list := append(c.endings(), c.dueTasks()...)
	list = slices.DeleteFunc(list, func(a Appointment) bool { return c.Scope.Owner != "" && a.Owner != c.Scope.Owner })
	list = append(list, c.review())
	slices.SortStableFunc(list, func(a, b Appointment) int {
		return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// endings are what comes to an end: as files showed, and as the answers say.
func (c Checklist) endings() []Appointment {
	var list []Appointment
	days := map[string]bool{}
	had := map[string]int{}
	for _, s := range c.Plan.Seen() {
		if s.Ends.IsZero() {
			continue
		}
		days[dayText(s.Ends)] = true
		id := string(s.Kind) + "/" + s.identity()
		had[id]++
		if n := had[id]; n > 1 {
			id += "/" + strconv.Itoa(n)
		}
		list = append(list, s.endings(id)...)
	}
	for _, e := range c.Plan.Expiries() {
		if ends, err := time.Parse(time.DateOnly, e.Date); err == nil && !days[e.Date] {
			list = append(list, e.endings(ends)...)
		}
	}
	return list
}

// identity tells a piece of evidence from others, in whatever file it came.
func (s Seen) identity() string {
	if c, ok := s.Certificate(); ok && c.SHA256 != "" {
		return c.SHA256
	}
	if d, ok := s.Device(); ok && d.DeviceID != "" {
		return d.DeviceID
	}
	return s.SHA256
}

// endings of something seen. A token cannot be renewed.
func (s Seen) endings(id string) []Appointment {
	end := Appointment{
		ID: "end/" + id, Day: s.Ends, Title: "Ends: " + s.What, Owner: s.owner(),
		Lines: []string{"It ends at " + s.Ends.UTC().Format("2006-01-02 15:04") + " UTC, as " + s.FileName() + " says, read on " + s.Read.Format(time.DateOnly) + "."},
	}
	if s.Kind == TokenEvidence {
		end.Lines = append(end.Lines, "It cannot be renewed: make a new one for the devices that are not installed yet.")
		return []Appointment{end}
	}
	return []Appointment{end.renewal(id, s.What), end}
}

func (s Seen) owner() Team {
	switch s.Kind {
	case TokenEvidence:
		return ConfigMgr
	case DeviceStateEvidence:
		return Devices
	}
	return PKITeam
}

// endings of something that the answers give a day.
func (e Expiry) endings(ends time.Time) []Appointment {
	end := Appointment{ID: "end/" + e.ID, Day: ends, Title: "Ends: " + e.What, Lines: []string{e.When, e.Then}, Owner: e.Owner}
	if len(e.Sources) > 0 {
		end.URL = e.Sources[0].URL
	}
	renewal := end.renewal(e.ID, e.What)
	if e.Task != "" {
		renewal.Lines = append(renewal.Lines, "The task in the checklist: "+e.Task+".")
	}
	return []Appointment{renewal, end}
}

// renewal comes before an end: a reminder of an appointment gets lost in many
// calendars, an appointment of its own does not.
func (a Appointment) renewal(id, what string) Appointment {
	r := a
	r.ID, r.Day, r.Title = "renew/"+id, a.Day.AddDate(0, 0, -renewDays), "Renew: "+what
	r.Lines = append([]string{fmt.Sprintf("It ends %d days from now, on %s.", renewDays, dayText(a.Day))}, a.Lines...)
	return r
}

// dueTasks are the tasks that are still to be done, on the days set for them.
func (c Checklist) dueTasks() []Appointment {
	var list []Appointment
	for _, i := range c.Items() {
		due, err := time.Parse(time.DateOnly, i.Progress.Due)
		if err != nil || !i.Progress.State.Pending() {
			continue
		}
		a := Appointment{ID: "due/" + i.ID, Day: due, Title: fmt.Sprintf("Due: %d. %s", i.Number, i.Title), Owner: i.Owner}
		a.Lines = append(a.Lines, Teams.Label(i.Owner)+": "+i.Who)
		if who := Clean(i.Progress.Owner); who != "" {
			a.Lines = append(a.Lines, "Assigned to "+who)
		}
		if i.Progress.State != Open {
			a.Lines = append(a.Lines, "State: "+TaskStates.Label(i.Progress.State))
		}
		if note := CleanLines(i.Progress.Note); note != "" {
			a.Lines = append(a.Lines, "Note: "+note)
		}
		a.Lines = append(a.Lines, "How to tell: "+i.Proof.String())
		if len(i.Sources) > 0 {
			a.URL = i.Sources[0].URL
		}
		list = append(list, a)
	}
	return list
}

// review is the day on which to look at the plan again.
func (c Checklist) review() Appointment {
	from := c.Plan.Updated
	if from.IsZero() {
		from = c.Date
	}
	return Appointment{
		ID: "review", Day: from.AddDate(0, 0, reviewDays), Title: "Review the plan of the CMG", Owner: ConfigMgr,
		Lines: []string{
			fmt.Sprintf("%d days after the plan was last changed: no document asks for this day, we do.", reviewDays),
			"Update the site version in the plan, read new certificates into it, and look at what `check` says then. `check --stale 365d` names the pages that were read long ago.",
		},
	}
}
