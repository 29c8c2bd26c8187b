package judge

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/tasks"
)

// An Appointment is a day to keep in mind: something ends, should be renewed,
// is due, or is to be looked at again.
type Appointment struct {
	ID    string // stable as long as the thing itself is the same, whatever its day
	Day   time.Time
	Title string
	Lines []string // what happens then, and what to do
	Owner model.Team
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

// notBefore keeps a reminder out of the past, where nobody looks: what should
// have been done already is for today.
func (c Checklist) notBefore(day time.Time) time.Time {
	if day.Before(c.Date) {
		return c.Date
	}
	return day
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
		a.Lines = slices.Concat(i.standing(), i.stepLines(), []string{tasks.ProofLabel + ": " + i.Proof.String()})
		if len(i.Sources) > 0 {
			a.URL = i.Sources[0].URL
		}
		list = append(list, a)
	}
	return list
}

// standing says who has the task and how far it is.
func (i Item) standing() []string {
	said := []string{model.Teams.Label(i.Owner)}
	if i.Who != "" {
		said[0] += ": " + i.Who
	}
	if who := model.Clean(i.Progress.Owner); who != "" {
		said = append(said, "Assigned to "+who)
	}
	if i.Progress.State != model.Open {
		said = append(said, "State: "+model.TaskStates.Label(i.Progress.State))
	}
	if note := model.CleanLines(i.Progress.Note); note != "" {
		said = append(said, "Note: "+note)
	}
	return said
}

// stepLines are the steps with their numbers.
func (i FullItem) stepLines() []string {
	list := make([]string, len(i.Do))
	for n, step := range i.Do {
		list[n] = strconv.Itoa(n+1) + ". " + step.String()
	}
	return list
}

// review is the day on which to look at the plan again. A plan that says it was
// changed after today does not put it off.
func (c Checklist) review() Appointment {
	from := c.Plan.Updated
	if from.IsZero() || from.After(c.Date) {
		from = c.Date
	}
	return Appointment{
		ID: "review", Day: c.notBefore(from.AddDate(0, 0, reviewDays)), Title: "Review the plan of the CMG", Owner: model.ConfigMgr,
		Lines: []string{
			fmt.Sprintf("We suggest a review %d days after the last change of the plan, or now if these have passed. No document asks for it.", reviewDays),
			"Update the site version in the plan, read new certificates into it, and run the command check on it. With --stale 365d it names the pages that were read long ago.",
		},
	}
}
