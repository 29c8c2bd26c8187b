package wizard

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// stateWords say how far a task is: "Done, by Anna, 2026-11-22".
func stateWords(i judge.Item) string {
	label := model.TaskStates.Label(i.Progress.State)
	switch {
	case i.Reworded:
		return "Open again"
	case i.Progress.By == model.ByAnswer:
		return label + " by the answers"
	case i.Progress.State == model.Open && !i.Progress.At.IsZero():
		label = "Open, whatever the answers say"
	}
	return strings.Join(append([]string{label}, i.Progress.SetWords()...), ", ")
}

// rewordedWords tell of the state that was set under another wording, "" where
// there is none.
func rewordedWords(i judge.Item, was *model.Progress) string {
	if !i.Reworded || was == nil {
		return ""
	}
	state := "done"
	if was.State != model.Done {
		state = fmt.Sprintf("%q", model.TaskStates.Label(was.State))
	}
	text := "was " + state
	if said := was.SetWords(); len(said) > 0 {
		text += " (" + strings.Join(said, ", ") + ")"
	}
	text += " under another wording: look at it again."
	if title := model.Clean(was.Title); title != "" && title != i.Title {
		text += fmt.Sprintf(" It was called %q.", title)
	}
	return text
}

// dueWords say by which day a task is due, and whether that is over.
func dueWords(i judge.Item, today string) string {
	switch due := model.Clean(i.Progress.Due); {
	case due == "":
		return ""
	case i.Overdue(today):
		return "overdue since " + due
	default:
		return "due " + due
	}
}

// waitsWords name what must be done first, "" for nothing.
func waitsWords(o judge.Judgement, i judge.Item) string {
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
func settledWords(items []judge.Item, today string) string {
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

// deedWords say in short what was said, and what can start now.
func (s State) deedWords(item judge.Item, d judge.TaskUpdate) string {
	text := fmt.Sprintf("Task %d: ", item.Number)
	switch {
	case d.State != nil:
		text += strings.ToLower(model.TaskStates.Label(*d.State))
		if item.Progress.By == model.ByAnswer && *d.State == model.Open {
			text += ", whatever the answers say"
		}
	case d.By != nil:
		text += "name kept"
	case d.Owner != nil:
		text += "who does it is kept"
	case d.Due != nil:
		text += "day kept"
	case d.Note != nil:
		text += "note kept"
	}
	text += ". u undoes it."
	if d.State != nil && item.Progress.State.Pending() && !d.State.Pending() {
		text += s.freedWords(item.ID)
	}
	return text
}

// mostFreed is how many tasks are named that can start now.
const mostFreed = 3

// freedWords name the tasks that waited for this one only.
func (s State) freedWords(id string) string {
	freed := judge.Plan(s.Plan).Freed(id)
	if len(freed) == 0 {
		return ""
	}
	numbers := make([]string, 0, mostFreed+1)
	for _, item := range freed[:min(len(freed), mostFreed)] {
		numbers = append(numbers, fmt.Sprint(item.Number))
	}
	if more := len(freed) - mostFreed; more > 0 {
		numbers = append(numbers, fmt.Sprintf("%d more", more))
	}
	return " Can start now: " + strings.Join(numbers, ", ") + "."
}
