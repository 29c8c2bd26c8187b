package cli

import (
	"fmt"
	"strings"
	"time"

	"cmgwizard/model"
)

// today is a day as plans keep it.
func today(at time.Time) string { return at.UTC().Format(time.DateOnly) }

// howFar say how far a task is: "Done, by Anna, 2026-11-22".
func howFar(t model.Item, today string) string {
	words := []string{model.TaskStates.Label(t.Progress.State)}
	switch {
	case t.Reworded:
		words[0] = "Open again"
	case t.Progress.By == model.ByAnswer:
		words = append(words, "the answers state it")
	default:
		words = append(words, setWords(t.Progress)...)
	}
	if due := model.Clean(t.Progress.Due); due != "" {
		words = append(words, "due "+due)
	}
	if t.Overdue(today) {
		words = append(words, "overdue")
	}
	return strings.Join(words, ", ")
}

// setWords say who set a state, and on which day.
func setWords(set model.Progress) []string {
	var words []string
	if by := model.Clean(set.By); by != "" {
		words = append(words, "by "+by)
	}
	if !set.At.IsZero() {
		words = append(words, today(set.At))
	}
	return words
}

// reworded tells of a state that was set under another wording.
func reworded(t told) string {
	if !t.Reworded {
		return ""
	}
	was := strings.Join(append([]string{strings.ToLower(model.TaskStates.Label(t.entry.State))}, setWords(t.entry)...), ", ")
	return fmt.Sprintf("it was %s; the wording of the task has changed since: look at it again", was)
}

// noteLines are the lines of a note, none for no note.
func noteLines(note string) []string {
	note = strings.TrimSpace(model.CleanLines(note))
	if note == "" {
		return nil
	}
	return strings.Split(note, "\n")
}

func joinedWords(words ...string) string {
	var list []string
	for _, w := range words {
		if w != "" {
			list = append(list, w)
		}
	}
	return strings.Join(list, ", ")
}
