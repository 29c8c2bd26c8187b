package model

import (
	"strings"
	"time"
)

// ByAnswer is who did a task whose result the answers state.
const ByAnswer = "answer"

// Underived takes back a state that the program wrote because the answers
// stated the result: it is worked out anew. What people wrote beside it stays.
func (e Progress) Underived() Progress {
	if e.State == Done && e.By == ByAnswer {
		e.State, e.By = Open, ""
	}
	return e
}

// Touched reports whether somebody set the state. The program writes an open
// task with its title; without a title a person wrote it.
func (e Progress) Touched() bool {
	return e.State != Open || !e.At.IsZero() || e.By != "" || e.Text != "" || e.Revision != 0 || e.Title == ""
}

// WorthKeeping reports whether the entry holds what somebody wrote.
func (e Progress) WorthKeeping() bool {
	return e.Underived().Touched() || e.Owner != "" || e.Due != "" || e.Note != ""
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

// Pending reports whether there is still something to do.
func (s TaskState) Pending() bool { return s == Open || s == Blocked }

// NeedsNote reports whether the state says too little without a note.
func (s TaskState) NeedsNote() bool { return s == Blocked || s == AcceptedRisk || s == NotNeeded }
