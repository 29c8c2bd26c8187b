package wizard

import (
	"fmt"
	"strings"

	"cmgwizard/model"
)

// boxes show how far a task is, before the words say it.
var boxes = map[model.TaskState]string{
	model.Open: "[ ]", model.Done: "[x]", model.Blocked: "[!]", model.AcceptedRisk: "[~]", model.NotNeeded: "[-]",
}

// stateWords say how far a task is: "Done, by Anna, 2026-11-22".
func stateWords(i model.Item) string {
	label := model.TaskStates.Label(i.Progress.State)
	switch {
	case i.Reworded:
		return "Open again"
	case i.Progress.By == model.ByAnswer:
		return label + " by the answers"
	case i.Progress.State == model.Open && !i.Progress.At.IsZero():
		label = "Open, whatever the answers say"
	}
	return strings.Join(append([]string{label}, setWords(i.Progress, "")...), ", ")
}

// setWords say who set a state, and on which day.
func setWords(p model.Progress, on string) []string {
	var words []string
	if by := model.Clean(p.By); by != "" {
		words = append(words, "by "+by)
	}
	if !p.At.IsZero() {
		words = append(words, on+dayOf(p.At))
	}
	return words
}

// rewordedWords tell of the state that was set under another wording, "" where
// there is none.
func rewordedWords(i model.Item, was *model.Progress) string {
	if !i.Reworded || was == nil {
		return ""
	}
	state := "done"
	if was.State != model.Done {
		state = fmt.Sprintf("%q", model.TaskStates.Label(was.State))
	}
	words := append([]string{"was " + state}, setWords(*was, "on ")...)
	text := strings.Join(words, " ") + " under another wording: look at it again."
	if title := model.Clean(was.Title); title != "" && title != i.Title {
		text += fmt.Sprintf(" It was called %q.", title)
	}
	return text
}

// dueWords say by which day a task is due, and whether that is over.
func dueWords(i model.Item, today string) string {
	switch due := model.Clean(i.Progress.Due); {
	case due == "":
		return ""
	case i.Overdue(today):
		return "overdue since " + due
	default:
		return "due " + due
	}
}

// noteLines are the lines of a note, none for no note.
func noteLines(note string) []string {
	note = strings.TrimSpace(model.CleanLines(note))
	if note == "" {
		return nil
	}
	return strings.Split(note, "\n")
}

// waitsWords name what must be done first, "" for nothing.
func waitsWords(o model.Outcome, i model.Item) string {
	var words []string
	for _, id := range i.After {
		if before, listed := itemIn(o, id); listed && before.Progress.State.Pending() {
			words = append(words, fmt.Sprintf("%d (%s)", before.Number, model.Teams.Label(before.Owner)))
		}
	}
	switch len(words) {
	case 0:
		return ""
	case 1:
		return "task " + words[0]
	}
	return "tasks " + strings.Join(words, ", ")
}

// settledWords count what is done: "12 of 67 settled, 3 overdue".
func settledWords(items []model.Item, today string) string {
	settled, overdue := 0, 0
	for _, i := range items {
		if !i.Progress.State.Pending() {
			settled++
		}
		if i.Overdue(today) {
			overdue++
		}
	}
	text := fmt.Sprintf("%d of %d settled", settled, len(items))
	if overdue > 0 {
		text += fmt.Sprintf(", %d overdue", overdue)
	}
	return text
}
