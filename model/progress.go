package model

import (
	"cmp"
	"strings"
	"time"
)

// progress is what was done about the task. What somebody set goes before what
// the answers state, but for a state set under another wording.
func (p *Plan) progress(t Task) (Progress, bool) {
	kept, touched, reworded := Progress{ID: t.ID, State: Open}, false, false
	for _, entry := range p.Tasks {
		if entry.ID == t.ID {
			stated := entry.State != "" // somebody may have written no more than who does it
			entry.State = cmp.Or(entry.State, Open)
			kept = entry.underived()
			touched = stated && kept == entry && kept.touched()
			reworded = entry.Text != "" && entry.Text != t.Text() && entry.State != Open
		}
	}
	kept.Title = t.Title
	if reworded {
		kept.State = Open
	}
	if !touched && t.Already != nil && t.Already(p) {
		kept.State, kept.By = Done, ByAnswer
	}
	return kept, reworded
}

// underived takes back a state that the program wrote because the answers
// stated the result: it is worked out anew. What people wrote beside it stays.
func (e Progress) underived() Progress {
	if e.State == Done && e.By == ByAnswer {
		e.State, e.By = Open, ""
	}
	return e
}

// touched reports whether somebody set the state. The program writes an open
// task with its title; without a title a person wrote it.
func (e Progress) touched() bool {
	return e.State != Open || !e.At.IsZero() || e.By != "" || e.Text != "" || e.Title == ""
}

// worthKeeping reports whether the entry holds what somebody wrote.
func (e Progress) worthKeeping() bool {
	return e.underived().touched() || e.Owner != "" || e.Due != "" || e.Note != ""
}

// An Entry is the progress of one task as the plan file keeps it.
type Entry struct {
	Progress
	Needed bool // false: the answers no longer ask for the task
}

// Entries lists the tasks for the plan file: those of the checklist in its
// order, then the ones that the answers no longer ask for.
func (p *Plan) Entries() []Entry {
	var entries []Entry
	listed := map[string]bool{}
	for _, item := range p.Items(p.Findings()) {
		listed[item.ID] = true
		entries = append(entries, Entry{p.entry(item), true})
	}
	for _, old := range p.Tasks {
		if !listed[old.ID] && old.worthKeeping() {
			listed[old.ID] = true
			old.Title = p.taskTitle(old)
			entries = append(entries, Entry{old, false})
		}
	}
	return entries
}

// entry is what the file keeps of an item: what it shows, but of a reworded
// task what it had, so that nothing is lost.
func (p *Plan) entry(item Item) Progress {
	kept := item.Progress
	kept.Title = item.Title
	for _, old := range p.Tasks {
		if item.Reworded && old.ID == item.ID {
			kept = old
			kept.Title = cmp.Or(old.Title, item.Title)
		}
	}
	return kept
}

// taskTitle is the title of a task that is no longer listed: the catalogue's,
// or the one in the file where the catalogue knows the task no more.
func (p *Plan) taskTitle(e Progress) string {
	c := catalogue()
	if place, known := c.place[e.ID]; known {
		return p.fillText(c.tasks[place].Title)
	}
	return Clean(e.Title)
}

// Box shows how far a task is in a list: "[x]" for done. Words must stand
// beside it.
func (s TaskState) Box() string { return boxes[s] }

var boxes = map[TaskState]string{Open: "[ ]", Done: "[x]", Blocked: "[!]", AcceptedRisk: "[~]", NotNeeded: "[-]"}

// SetWords say who set the state, and on which day: "by Anna", "2026-11-22".
// What is not known is left out.
func (e Progress) SetWords() []string {
	var words []string
	if by := Clean(e.By); by != "" {
		words = append(words, "by "+by)
	}
	if !e.At.IsZero() {
		words = append(words, e.At.UTC().Format(time.DateOnly))
	}
	return words
}

// NoteLines are the lines of the note, none for no note.
func (e Progress) NoteLines() []string {
	note := strings.TrimSpace(CleanLines(e.Note))
	if note == "" {
		return nil
	}
	return strings.Split(note, "\n")
}
