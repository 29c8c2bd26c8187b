package machine

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

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
		text += "name saved"
	case d.Owner != nil:
		text += "who does it is kept"
	case d.Due != nil && s.Progress(item.ID).Due == "":
		text += "due day removed"
	case d.Due != nil:
		text += "due " + s.Progress(item.ID).Due
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
