package screen

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/wizard/machine"
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
		if before, listed := machine.ItemIn(o, id); listed && before.Progress.State.Pending() {
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
