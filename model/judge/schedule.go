package judge

import (
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/tasks"
)

// WorkingHours are the hands-on hours of a team on a working day.
const WorkingHours = 6

const (
	workday = WorkingHours * 60 // in minutes
	fullDay = 24 * 60
)

// A Schedule is our estimate of the earliest days of the work that is left. The
// zero Schedule has none.
type Schedule struct {
	Start, End time.Time // the first working day, and the day on which the last wait is over
	Days       []Days    // of the tasks that are still to be done
	Critical   []string  // the tasks that set the end, in order: each waits for the one before it or for its team
}

// Days are the earliest days of a task: on which it can begin, and on which it is
// done and its wait over.
type Days struct {
	Task     string // its ID
	From, To time.Time
}

// Of are the days of a task, and whether it has any.
func (s Schedule) Of(id string) (Days, bool) {
	i := slices.IndexFunc(s.Days, func(d Days) bool { return d.Task == id })
	if i < 0 {
		return Days{}, false
	}
	return s.Days[i], true
}

// From is the earliest day on which one of these tasks can begin.
func (s Schedule) From(ids []string) (first time.Time) {
	for _, id := range ids {
		if d, known := s.Of(id); known && (first.IsZero() || d.From.Before(first)) {
			first = d.From
		}
	}
	return first
}

// StartingOn is the checklist with the earliest days of its tasks. Work that
// comes back after the rollout has none.
func (c Checklist) StartingOn(day time.Time) Checklist {
	c.Schedule = newSchedule(stages(&c.Plan, c.Outcome.Items), day)
	return c
}

// A stage is a task in a schedule.
type stage struct {
	id            string
	team          model.Team
	after         []string
	minutes, wait int
	because       string // the task that it begins right after, "" at the start
	from, done    clock  // of the hands-on work
	to            clock  // its wait is over
}

// newSchedule gives each team one task at a time.
func newSchedule(left []stage, start time.Time) Schedule {
	l := layout{clock{day: start}.weekday(), left, map[string]stage{}, map[model.Team]stage{}}
	s := Schedule{Start: l.start.day}
	var last stage
	for t, more := l.next(); more; t, more = l.next() {
		s.Days = append(s.Days, Days{t.id, t.from.day, t.to.day})
		if last.to.before(t.to) {
			last = t
		}
	}
	s.End = last.to.day
	for t := last; t.id != ""; t = l.placed[t.because] {
		s.Critical = append(s.Critical, t.id)
	}
	slices.Reverse(s.Critical)
	return s
}

// stages are the tasks that are still to be done, in the order of the run sheet.
func stages(p *model.Plan, items []Item) []stage {
	var list []stage
	byID, c := map[string]Item{}, tasks.All()
	for _, i := range items {
		byID[i.ID] = i
	}
	for _, w := range JobWorks(p, items) {
		if w.Recurring {
			continue
		}
		for _, id := range w.Open {
			change := c.Tasks[c.Place[id]].ChangeFor(p)
			list = append(list, stage{id: id, team: byID[id].Owner, after: byID[id].After, minutes: change.Takes.InAll(), wait: change.Wait.Max})
		}
	}
	return list
}

// A layout is a schedule in the making.
type layout struct {
	start  clock
	left   []stage              // in the order of the run sheet
	placed map[string]stage     // by ID
	latest map[model.Team]stage // what each team did last
}

// next places the task that can begin first, the one that the run sheet names
// first among several.
func (l *layout) next() (first stage, found bool) {
	place := 0
	for i, t := range l.left {
		if l.waits(t) {
			continue
		}
		if t = l.begun(t); !found || t.from.before(first.from) {
			first, place, found = t, i, true
		}
	}
	if !found {
		return first, false
	}
	first.done = first.from.work(first.minutes)
	first.to = first.done.wait(first.wait)
	l.left = slices.Delete(l.left, place, place+1)
	l.placed[first.id], l.latest[first.team] = first, first
	return first, true
}

// waits reports whether a task must wait for one that is not placed yet.
func (l *layout) waits(t stage) bool {
	return slices.ContainsFunc(l.left, func(other stage) bool { return slices.Contains(t.after, other.id) })
}

// begun is a task behind those before it, and behind the last one of its team.
func (l *layout) begun(t stage) stage {
	t.from = l.start
	follow := func(other stage, free clock) {
		if t.from.before(free) {
			t.from, t.because = free, other.id
		}
	}
	for _, id := range t.after {
		follow(l.placed[id], l.placed[id].to)
	}
	follow(l.latest[t.team], l.latest[t.team].done)
	t.from = t.from.open()
	return t
}

// A clock is a working day and the hands-on minutes of it that are over.
type clock struct {
	day    time.Time
	minute int
}

func (c clock) before(other clock) bool {
	if c.day.Equal(other.day) {
		return c.minute < other.minute
	}
	return c.day.Before(other.day)
}

// weekday is the clock itself, or the morning after a weekend.
func (c clock) weekday() clock {
	for c.day.Weekday() == time.Saturday || c.day.Weekday() == time.Sunday {
		c = clock{day: c.day.AddDate(0, 0, 1)}
	}
	return c
}

// morning is that of the first working day so many days later.
func (c clock) morning(days int) clock { return clock{day: c.day.AddDate(0, 0, days)}.weekday() }

// open is the clock itself, or the next morning where the day is over.
func (c clock) open() clock {
	if c.minute >= workday {
		return c.morning(1)
	}
	return c
}

// work is when so much hands-on work is done.
func (c clock) work(minutes int) clock {
	for c = c.open(); c.minute+minutes > workday; c = c.morning(1) {
		minutes -= workday - c.minute
	}
	c.minute += minutes
	return c
}

// wait is when a wait is over that goes on at night and on weekends. One that does
// not fit into the day ends on a morning.
func (c clock) wait(minutes int) clock {
	if minutes == 0 || c.minute+minutes <= workday {
		c.minute += minutes
		return c
	}
	return c.morning((minutes + fullDay - 1) / fullDay)
}
