package doc

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/judge"
)

// StateWords say how far a task is: "Done, by Anna, 2026-11-22".
func StateWords(i judge.Item) string {
	switch label := model.TaskStates.Label(i.Progress.State); {
	case i.Reworded:
		return "Open again"
	case i.Progress.State == model.Open && !i.Progress.At.IsZero():
		return strings.Join(append([]string{label + ", whatever the answers say"}, i.Progress.SetWords()...), ", ")
	default:
		return stateSet(label, i.Progress)
	}
}

// stateSet is a state with who set it and when.
func stateSet(label string, p model.Progress) string {
	said := p.SetWords()
	if p.By == model.ByAnswer {
		said = []string{"by the answers"}
	}
	return strings.Join(append([]string{label}, said...), ", ")
}

// DueWords say by which day a task is due, and whether that is over.
func DueWords(i judge.Item, today string) string {
	switch due := model.Clean(i.Progress.Due); {
	case due == "":
		return ""
	case i.Overdue(today):
		return "overdue since " + due
	default:
		return "due " + due
	}
}

// RewordedWords tell of the state that was set before the task changed, "" where
// there is none.
func RewordedWords(i judge.Item, was *model.Progress) string {
	if !i.Reworded || was == nil {
		return ""
	}
	text := fmt.Sprintf("It was %s, before the task changed: look at it again.", stateSet(stateSmall(was.State), *was))
	if title := model.Clean(was.Title); title != "" && title != i.Title {
		text += fmt.Sprintf(" It was called %q.", title)
	}
	return text
}

// stateSmall is a state within a sentence.
func stateSmall(s model.TaskState) string { return strings.ToLower(model.TaskStates.Label(s)) }

// WaitsWords name what must be done first: "task 3 (PKI)", "" for nothing.
func WaitsWords(o judge.Judgement, i judge.Item) string {
	f := Fact{aside: map[int]string{}}
	for _, item := range o.Items {
		if item.Progress.State.Pending() && slices.Contains(i.After, item.ID) {
			f.Tasks = append(f.Tasks, item.Number)
			f.aside[item.Number] = model.Teams.Label(item.Owner)
		}
	}
	if f.Tasks == nil {
		return ""
	}
	return f.TaskList()
}

// byPart is who set the state: a change of it alone is one here.
const byPart diff.ProgressPart = "by"

var partWords = map[diff.ProgressPart]string{
	byPart: "by", diff.OwnerPart: "assigned to", diff.DuePart: "due", diff.NotePart: "note",
}

// longestOldNote is how much of a note is shown that another one replaced.
const longestOldNote = 200

// WorkChanges list what is said otherwise of a task: who set its state comes
// behind it.
func WorkChanges(before, after model.Progress) []diff.ChangedProgress {
	changes := diff.Changes(before, after)
	by := diff.ChangedProgress{What: byPart, Change: diff.Change[string]{Before: model.Clean(before.By), After: model.Clean(after.By)}}
	if !by.Differs() {
		return changes
	}
	at := 0
	if len(changes) > 0 && changes[0].What == diff.StatePart {
		at = 1
	}
	return slices.Insert(changes, at, by)
}

// WorkWords tell in a line what changed of a task, and its state where nothing
// did.
func WorkWords(state model.TaskState, changes []diff.ChangedProgress) string {
	if len(changes) == 0 {
		return stateSmall(state) + ", set again"
	}
	var words []string
	for _, c := range changes {
		switch {
		case c.What == diff.StatePart:
			words = append(words, stateSmall(model.TaskState(c.After))+", was "+stateSmall(model.TaskState(c.Before)))
		case c.After == "":
			words = append(words, "no "+partWords[c.What]+" any more")
		case c.What == diff.NotePart && c.Before != "":
			words = append(words, "note replaced, was “"+model.Shorten(model.Clean(c.Before), longestOldNote)+"”")
		case c.What == diff.NotePart:
			words = append(words, "note kept")
		default:
			words = append(words, partWords[c.What]+" "+c.After)
		}
	}
	return strings.Join(words, "; ")
}

// ToDoWords count what is left: "50 of 69 to do, 3 overdue".
func ToDoWords(items []judge.Item, today string) string {
	left, overdue := 0, 0
	for _, i := range items {
		if i.Progress.State.Pending() {
			left++
		}
		if i.Overdue(today) {
			overdue++
		}
	}
	text := toDoOf(left, len(items))
	if overdue > 0 {
		text += fmt.Sprintf(", %d overdue", overdue)
	}
	return text
}

// toDoOf is the one way in which tasks are counted.
func toDoOf(left, all int) string { return fmt.Sprintf("%d of %d to do", left, all) }
