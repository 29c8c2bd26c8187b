package diff

import (
	"cmp"
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// A ChangedTask is a task that came, went, reads differently or has got
// further.
type ChangedTask struct {
	Mark     Mark              `json:"change"`
	ID       string            `json:"id"`
	Title    string            `json:"title"`
	State    model.TaskState   `json:"state"`  // in the plan that has it, the new one before the old
	By       string            `json:"by"`     // who set that state
	Needed   bool              `json:"needed"` // one of the plans asks for it
	Progress []ChangedProgress `json:"progress"`
	Wording  []ChangedLine     `json:"wording"`
}

// A ChangedProgress is one thing that people keep about a task.
type ChangedProgress struct {
	What ProgressPart `json:"what"`
	Change[string]
}

// ProgressPart is one thing that people keep about a task.
type ProgressPart string

// The parts of the progress of a task.
const (
	StatePart ProgressPart = "state"
	OwnerPart ProgressPart = "owner"
	DuePart   ProgressPart = "due"
	NotePart  ProgressPart = "note"
)

// A ChangedLine is a line that only one wording of a task has.
type ChangedLine struct {
	Mark Mark     `json:"change"`
	Part TaskPart `json:"part"`
	Text string   `json:"text"`
}

// TaskPart is a part of the wording of a task.
type TaskPart string

// The parts of the wording of a task.
const (
	titlePart   TaskPart = "title"
	StepPart    TaskPart = "step"
	commandPart TaskPart = "command"
	ProofPart   TaskPart = "proof"
)

// A standing is a task of a plan: one that its answers ask for, or one that they
// no longer ask for and about which somebody wrote something.
type standing struct {
	item   judge.FullItem
	needed bool
}

func changedTasks(old, new *model.Plan) []ChangedTask {
	before, beforeOrder := standings(old)
	after, afterOrder := standings(new)
	changed := []ChangedTask{}
	for _, id := range afterOrder {
		changed = append(changed, changedTask(before[id], after[id])...)
	}
	for _, id := range beforeOrder {
		if _, still := after[id]; !still {
			changed = append(changed, changedTask(before[id], standing{})...)
		}
	}
	return changed
}

// standings are the tasks by their ID, and the IDs in order.
func standings(p *model.Plan) (map[string]standing, []string) {
	tasks, order := map[string]standing{}, []string{}
	for _, item := range judge.Items(p, rules.Findings(p)) {
		tasks[item.ID] = standing{judge.FillItem(p, item), true}
		order = append(order, item.ID)
	}
	for _, e := range p.Tasks {
		if _, listed := tasks[e.ID]; !listed && e.WorthKeeping() {
			tasks[e.ID] = standing{judge.FullItem{Item: judge.Item{ID: e.ID, Title: judge.TaskTitle(p, e), Progress: e}}, false}
			order = append(order, e.ID)
		}
	}
	return tasks, order
}

// changedTask gives one change, or none.
func changedTask(was, is standing) []ChangedTask {
	shown := is.item
	if shown.ID == "" || was.needed && !is.needed {
		shown = was.item
	}
	c := ChangedTask{
		Mark: MarkChanged, ID: model.Clean(shown.ID), Title: shown.Title, State: state(shown.Progress), By: model.Clean(shown.Progress.By), Needed: was.needed || is.needed,
		Progress: []ChangedProgress{}, Wording: []ChangedLine{},
	}
	switch {
	case was.needed && !is.needed:
		c.Mark = MarkRemoved
		return []ChangedTask{c}
	case is.needed && !was.needed:
		c.Mark = MarkAdded
		return []ChangedTask{c}
	}
	c.Progress = Changes(was.item.Progress, is.item.Progress)
	if is.needed {
		c.Wording = changedLines(was.item, is.item)
	}
	if len(c.Progress)+len(c.Wording) == 0 {
		return nil
	}
	return []ChangedTask{c}
}

// state is open where none is set.
func state(p model.Progress) model.TaskState { return cmp.Or(p.State, model.Open) }

// Changes lists what is said otherwise in another progress of the same task.
func Changes(p model.Progress, is model.Progress) []ChangedProgress {
	changed := []ChangedProgress{}
	for _, c := range []ChangedProgress{
		{StatePart, Change[string]{string(state(p)), string(state(is))}},
		{OwnerPart, Change[string]{model.Clean(p.Owner), model.Clean(is.Owner)}},
		{DuePart, Change[string]{model.Clean(p.Due), model.Clean(is.Due)}},
		{NotePart, Change[string]{model.CleanLines(p.Note), model.CleanLines(is.Note)}},
	} {
		if c.Differs() {
			changed = append(changed, c)
		}
	}
	return changed
}

// changedLines are the lines that only one of two wordings has. Lines in another
// order say the same.
func changedLines(was, is judge.FullItem) []ChangedLine {
	before, after := wording(was), wording(is)
	changed := []ChangedLine{}
	for _, part := range []TaskPart{titlePart, StepPart, commandPart, ProofPart} {
		changed = append(changed, loneLines(part, before[part], after[part], MarkRemoved)...)
		changed = append(changed, loneLines(part, after[part], before[part], MarkAdded)...)
	}
	return changed
}

// loneLines are those of the first list that the second does not have.
func loneLines(part TaskPart, lines, others []string, mark Mark) []ChangedLine {
	var lone []ChangedLine
	left := slices.Clone(others)
	for _, line := range lines {
		if i := slices.Index(left, line); i >= 0 {
			left = slices.Delete(left, i, i+1)
			continue
		}
		lone = append(lone, ChangedLine{mark, part, line})
	}
	return lone
}

// wording is the text of a task, part by part.
func wording(i judge.FullItem) map[TaskPart][]string {
	lines := map[TaskPart][]string{titlePart: {i.Title}, ProofPart: {i.Proof.String()}}
	for _, step := range i.Do {
		lines[StepPart] = append(lines[StepPart], step.String())
	}
	for _, c := range i.Commands {
		lines[commandPart] = append(lines[commandPart], string(c.Shell)+": "+c.Line)
	}
	return lines
}
