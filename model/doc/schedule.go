package doc

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

// earliest is the label of the earliest day on which a task can begin.
const earliest = "Earliest"

// fromDay is "from 7 Dec": the earliest day of the first of these tasks. It names
// the year only where a reader could take it for another.
func fromDay(c judge.Checklist, ids ...string) string {
	day := c.Schedule.From(ids)
	switch {
	case day.IsZero():
		return ""
	case day.Before(c.Schedule.Start.AddDate(1, 0, 0)):
		return "from " + day.Format("2 Jan")
	}
	return "from " + day.Format("2 Jan 2006")
}

// scheduleLead says over the run sheet what its earliest days rest on.
func scheduleLead(c judge.Checklist) string {
	if len(c.Schedule.Days) == 0 {
		return ""
	}
	return fmt.Sprintf("Start on %s; \"from\" is the earliest day (%s: %s).", c.Schedule.Start.Format(time.DateOnly), tasks.Bases.Label(tasks.Estimated), scheduleBasis)
}

var scheduleBasis = fmt.Sprintf("%d hands-on hours per day and team, longest waits, no weekends; holidays and lead times not counted", judge.WorkingHours)

// scheduleEntries are when the work can be over, and what sets that.
func scheduleEntries(c judge.Checklist, left remainder) []Entry {
	s, r := c.Schedule, newRegister(c)
	if len(s.Days) == 0 {
		return nil
	}
	estimate := " (" + tasks.Bases.Label(tasks.Estimated) + ")"
	path := Fact{}
	for _, id := range s.Critical {
		path.Tasks = append(path.Tasks, r[id].number)
	}
	entries := []Entry{
		{Title: "Start", Word: s.Start.Format(time.DateOnly)},
		{Title: "Earliest end", Word: s.End.Format(time.DateOnly) + " (" + tasks.Bases.Label(tasks.Estimated) + ": " + scheduleBasis + ")"},
		{Title: "Critical path", Word: path.TaskList() + estimate},
	}
	var late []string
	for _, item := range left.open {
		if d, known := s.Of(item.ID); known && item.Progress.Due != "" && item.Progress.Due < model.DayOf(d.To) {
			late = append(late, item.ID)
		}
	}
	if late != nil {
		entries = append(entries, Entry{Title: "Due too early", Word: r.tasks("", late).TaskList() + " cannot be done by their due day" + estimate})
	}
	return entries
}

// windowDays are the days on which the tasks that take a change window can begin.
func windowDays(c judge.Checklist, left remainder) []Entry {
	r, byDay := newRegister(c), map[time.Time][]string{}
	for _, item := range left.open {
		if d, known := c.Schedule.Of(item.ID); known && item.Change.Window == tasks.ChangeWindow {
			byDay[d.From] = append(byDay[d.From], item.ID)
		}
	}
	if len(byDay) == 0 {
		return nil
	}
	var said []string
	for _, day := range slices.SortedFunc(maps.Keys(byDay), time.Time.Compare) {
		said = append(said, day.Format(time.DateOnly)+": "+r.tasks("", byDay[day]).TaskList())
	}
	return []Entry{{Title: "Earliest windows", Word: strings.Join(said, "; ") + " (" + tasks.Bases.Label(tasks.Estimated) + ")"}}
}
