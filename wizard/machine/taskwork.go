package machine

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// TaskWork is the checklist as it is worked on: what of it is listed, what is
// being said about a task, and what was said.
type TaskWork struct {
	Scope   judge.Scope     // of which team, and whether only what is open
	Phase   string          // of which phase, "" for all
	By      string          // who said something last
	Part    Part            // what is asked about the task
	State   model.TaskState // the state that needs a note first, "" for none
	From    Screen          // where that was asked for
	Changes []Change        // what undo takes back, the last one last
	Paper   Screen          // where prints were asked for
	Wide    bool            // prints hold the whole checklist, whatever is listed
}

// A Part is something that is said about a task.
type Part string

// The parts.
const (
	PartState Part = "state"
	PartNote  Part = "note"
	PartWho   Part = "who"
	PartDue   Part = "due"
	PartBy    Part = "by"
)

// A Change is what the plan said about a task before it was said anew.
type Change struct {
	ID    string
	Entry *model.Progress // nil for nothing
}

// Works reports whether tasks are worked on here.
func (s State) Works() bool { return s.Screen == ChecklistScreen || s.Screen == TaskScreen }

// Item is a task of the checklist.
func (s State) Item(id string) (judge.Item, bool) {
	return ItemIn(judge.Plan(s.Plan), id)
}

// ItemIn is a task of a judgement.
func ItemIn(o judge.Judgement, id string) (judge.Item, bool) {
	i := slices.IndexFunc(o.Items, func(i judge.Item) bool { return i.ID == id })
	if i < 0 {
		return judge.Item{}, false
	}
	return o.Items[i], true
}

// Progress is what the plan says about a task, nil for nothing.
func (s State) Progress(id string) *model.Progress {
	for i := len(s.Plan.Tasks) - 1; i >= 0; i-- {
		if s.Plan.Tasks[i].ID == id {
			entry := s.Plan.Tasks[i]
			return &entry
		}
	}
	return nil
}

// restored are the tasks of a plan as they were before a change.
func (c Change) restored(tasks []model.Progress) []model.Progress {
	tasks = slices.Clone(tasks)
	if c.Entry == nil {
		return slices.DeleteFunc(tasks, func(p model.Progress) bool { return p.ID == c.ID })
	}
	for i := len(tasks) - 1; i >= 0; i-- {
		if tasks[i].ID == c.ID {
			tasks[i] = *c.Entry
			return tasks
		}
	}
	return append(tasks, *c.Entry)
}

// name is who says what is said now, nil for nobody in particular.
func (b TaskWork) name() *string {
	if b.By == "" {
		return nil
	}
	return &b.By
}

// signed reports whether a person set the state of a task.
func signed(i judge.Item) bool {
	return i.Progress.State != model.Open && i.Progress.By != model.ByAnswer && !i.Reworded
}

// SaidNow is what the plan says already.
func (s State) SaidNow() string {
	item, _ := s.Item(s.Task)
	switch p := item.Progress; s.TaskWork.Part {
	case PartNote:
		return model.CleanLines(p.Note)
	case PartWho:
		return model.Clean(p.Owner)
	case PartDue:
		return model.Clean(p.Due)
	case PartBy:
		if signed(item) && p.By != "" {
			return model.Clean(p.By)
		}
		return s.TaskWork.By
	}
	return ""
}

// StateNow is the state on which the choice opens.
func (s State) StateNow() model.TaskState {
	if s.TaskWork.State != "" {
		return s.TaskWork.State
	}
	item, _ := s.Item(s.Task)
	return item.Progress.State
}
