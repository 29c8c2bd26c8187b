package doc

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// TaskList are the tasks of a checklist in a line or two each, section by
// section. How far a phase is stands where it comes first.
func TaskList(c judge.Checklist, phases []judge.PhaseWork) []Part {
	var parts []Part
	told := map[string]bool{}
	for _, s := range c.Sections {
		g := Group{Flush: true}
		for _, item := range s.Items {
			g.Entries = append(g.Entries, taskLine(item.Item, model.DayOf(c.Date)))
		}
		parts = append(parts, Part{Title: sectionTitle(s, phases, told[s.Title]), Groups: []Group{g}})
		told[s.Title] = true
	}
	return parts
}

func sectionTitle(s judge.Section, phases []judge.PhaseWork, again bool) string {
	if again {
		return s.Title + ", continued"
	}
	for _, w := range phases {
		if w.ID == s.Items[0].Phase {
			return fmt.Sprintf("%s: %d of %d settled", s.Title, w.Settled, w.Tasks)
		}
	}
	return s.Title
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
		Facts: Given(Plain("", teamAndState(i, today)), Plain(NoteLabel, note)),
	}
}

// teamAndState leaves out that a task is open, which goes without saying.
func teamAndState(i judge.Item, today string) string {
	team, state := model.Teams.Label(i.Owner), StateWords(i)
	if who := model.Clean(i.Progress.Owner); who != "" {
		team += " (" + who + ")"
	}
	switch {
	case i.Reworded:
		state += ", the task has changed"
	case state == model.TaskStates.Label(model.Open):
		state = ""
	}
	return JoinedWith(". ", team, model.Capital(JoinedWith(", ", state, DueWords(i, today))))
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
