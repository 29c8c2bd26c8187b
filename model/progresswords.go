package model

import (
	"strings"
	"time"
)

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
