package doc

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// TaskList are the tasks of a checklist in a line or two each, job by job, with how
// far each job is.
func TaskList(c judge.Checklist) []Part {
	var parts []Part
	for _, s := range c.Sections {
		g := Group{Flush: true}
		for _, item := range s.Items {
			g.Entries = append(g.Entries, taskLine(item.Item, model.DayOf(c.Date)))
		}
		title := fmt.Sprintf("%s (%s): %s", s.Job.Heading(), model.Teams.Label(s.Job.Team), toDoOf(len(s.Job.Open), len(s.Job.Tasks)))
		parts = append(parts, Part{Title: title, Groups: []Group{g}})
	}
	return parts
}

// shortNote is how much of a note stands in a list, in letters.
const shortNote = 100

func taskLine(i judge.Item, today string) Entry {
	note := strings.Join(i.Progress.NoteLines(), " ")
	if runes := []rune(note); len(runes) > shortNote {
		note = strings.TrimSpace(string(runes[:shortNote])) + " …"
	}
	return Entry{
		Mark: i.Progress.State.Box(), Number: i.Number, Title: i.ID + ": " + i.Title,
		Facts: Given(Plain("", stateInList(i, today)), Plain(NoteLabel, note)),
	}
}

// stateInList leaves out that a task is open, which goes without saying.
func stateInList(i judge.Item, today string) string {
	state := StateWords(i)
	switch {
	case i.Reworded:
		state += ", the task has changed"
	case state == model.TaskStates.Label(model.Open):
		state = ""
	}
	return JoinedWith(". ", model.Clean(i.Progress.Owner), model.Capital(JoinedWith(", ", state, DueWords(i, today))))
}

// mostNext is how many tasks are named that can start now.
const mostNext = 8

// CanStart names the first tasks that can start now.
func CanStart(next []judge.Item) Part {
	g := Group{}
	for _, i := range next[:min(len(next), mostNext)] {
		g.Entries = append(g.Entries, Entry{Number: i.Number, Title: fmt.Sprintf("%s (%s)", i.Title, model.Teams.Label(i.Owner))})
	}
	if more := len(next) - mostNext; more > 0 {
		last := &g.Entries[len(g.Entries)-1]
		last.Facts = append(last.Facts, Plain("", fmt.Sprintf("and %d more", more)))
	}
	return Part{Title: fmt.Sprintf("Can start now: %d", len(next)), Groups: []Group{g}}
}
