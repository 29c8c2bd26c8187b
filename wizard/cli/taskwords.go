package cli

import (
	"fmt"
	"strings"

	"cmgwizard/model"
)

// howFar say how far a task is: "Done, by Anna, 2026-11-22".
func howFar(t model.Item, today string) string {
	words := []string{model.TaskStates.Label(t.Progress.State)}
	switch {
	case t.Reworded:
		words[0] = "Open again"
	case t.Progress.By == model.ByAnswer:
		words = append(words, "the answers state it")
	default:
		words = append(words, t.Progress.SetWords()...)
	}
	if due := model.Clean(t.Progress.Due); due != "" {
		words = append(words, "due "+due)
	}
	if t.Overdue(today) {
		words = append(words, "overdue")
	}
	return strings.Join(words, ", ")
}

// reworded tells of a state that was set under another wording.
func reworded(t told) string {
	if !t.Reworded {
		return ""
	}
	was := strings.Join(append([]string{strings.ToLower(model.TaskStates.Label(t.entry.State))}, t.entry.SetWords()...), ", ")
	return fmt.Sprintf("it was %s; the wording of the task has changed since: look at it again", was)
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
