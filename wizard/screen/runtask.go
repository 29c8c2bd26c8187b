package screen

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/model/run"
	"cmgwizard/model/tasks"
	"cmgwizard/wizard/machine"
)

// shownTask is the task that is worked on, with its texts.
func (c *Content) shownTask() (run.Task, judge.FullItem, bool) {
	t, known := c.work().Task(c.State.RunWork.Task)
	item, listed := c.State.RunText()
	return t, item, known && listed
}

// runTaskIntro is what the task is, and how long it has taken.
func (c *Content) runTaskIntro() (title, text string) {
	t, _, known := c.shownTask()
	if !known {
		return "The task", ""
	}
	title = titleOf(t)
	if c.State.RunWork.Back {
		title = "Back out: " + title
	}
	text = model.Teams.Label(t.Owner) + ", " + t.Job.Place + ". "
	switch {
	case t.Standing == run.Running || t.Standing == run.BackingOut:
		text += fmt.Sprintf("Since %s: %s.", c.clock(t.Began), c.standing(t))
	case t.Standing != run.Untouched:
		text += model.Sentence(c.standing(t))
	default:
		text += model.Sentence(estimateOf(t))
	}
	if t.Apart {
		text += " Days lie between: they are not counted."
	}
	if t.SetBack {
		text += " The clock was set back: what passed then is not counted."
	}
	return title, text
}

// runTaskRows are a task as it is worked on.
func (c *Content) runTaskRows() []Row {
	t, item, known := c.shownTask()
	switch {
	case !known:
		return []Row{{Text: "The answers do not ask for this task now."}, c.action(machine.RowTasks, "t", "All tasks")}
	case c.State.RunWork.Back:
		return append(c.backTurns(t, item), c.backSteps(item)...)
	}
	rows := c.whyRows(t, item)
	if begin := beginWords(t); begin != "" {
		rows = append(rows, c.action(machine.RowBegin, "s", begin), Row{})
	}
	rows = append(rows, c.stepRows(t, item)...)
	rows = append(rows, c.commandRows(item)...)
	rows = append(rows, Row{}, Row{Text: c.Look.Strong(tasks.ProofLabel+": ") + c.Look.rich(item.Proof), Hang: 2})
	rows = append(rows, c.turnsOf(t)...)
	return append(rows, c.linkRows(item)...)
}

// whyRows say why the task matters, who notices it, and what stands in its way.
func (c *Content) whyRows(t run.Task, item judge.FullItem) []Row {
	var rows []Row
	add := func(label, text string) {
		if text != "" {
			rows = append(rows, Row{Text: c.Look.Dim(label) + text, Hang: 2})
		}
	}
	for _, before := range c.work().Before(t) {
		rows = append(rows, Row{ID: machine.RowTask + before.ID, About: before.ID, Text: c.Look.Warn(doc.WaitsLabel+": ") + titleOf(before), Hang: 2})
	}
	if t.NoReturn() {
		rows = append(rows, Row{Text: c.Look.Bad(tasks.UndoLabel+": ") + item.Change.WayBack(), Hang: 2})
	}
	if t.Standing == run.Failed || t.Standing == run.Skipped {
		add(model.Capital(t.Label())+": ", strings.Join(strings.Fields(t.Note), " "))
	}
	add(tasks.SkippedLabel+": ", c.Look.rich(item.Skipped))
	if item.Change.Window == tasks.ChangeWindow {
		add("Who notices: ", item.Change.Notice())
	}
	add(tasks.RecordLabel+": ", item.Change.Note)
	add("Only if: ", item.If)
	for _, line := range item.Progress.NoteLines() {
		add("Note: ", line)
	}
	for _, line := range item.Assumed {
		add("Assumed: ", line)
	}
	return append(rows, Row{})
}

// stepRows are the steps, ticked up to the one that comes next.
func (c *Content) stepRows(t run.Task, item judge.FullItem) []Row {
	var rows []Row
	for i, step := range item.Do {
		sign, text := " ", c.Look.rich(step)
		if i < c.State.RunWork.Step {
			sign = c.Look.Signs.Done
		}
		rows = append(rows, Row{ID: fmt.Sprint(machine.RowStep, i), About: t.ID, Text: fmt.Sprintf("%s %d. %s", sign, i+1, text), Hang: 5})
	}
	return rows
}

// commandRows are the lines to type, each alone on its own.
func (c *Content) commandRows(item judge.FullItem) []Row {
	var rows []Row
	shell := tasks.Shell("")
	for i, line := range machine.Commands(item) {
		if s := item.Commands[i].Shell; s != shell {
			shell = s
			rows = append(rows, Row{}, Row{Text: c.Look.Dim(string(s) + c.copyHint())})
		}
		key := ""
		if i == 0 {
			key = "c"
		}
		rows = append(rows, Row{ID: fmt.Sprint(machine.RowCommand, i), Key: key, About: item.ID, Text: line})
	}
	return rows
}

func (c *Content) copyHint() string {
	if c.Plain {
		return ". The number of a line says it again, alone."
	}
	return ": c copies the line, v shows only the command, so you can select it"
}

// turnsOf are what can be said about a task now.
func (c *Content) turnsOf(t run.Task) []Row {
	rows := []Row{{}}
	add := func(when bool, id, key, text string) {
		if when {
			rows = append(rows, c.action(id, key, text))
		}
	}
	s, wait := t.Standing, t.Change.Wait
	begun := s == run.Running || s == run.Paused || s == run.Waiting
	add(begun && s != run.Waiting && wait.Max > 0, machine.RowWait, "w", "The steps are done: wait "+wait.Words())
	add(begun, machine.RowWorked, "d", "It worked: done")
	add(begun, machine.RowFailed, "f", "It did not work")
	add(s == run.Running, machine.RowPause, "p", "Pause")
	add(s == run.Waiting, machine.RowBegin, "s", "Go on with its steps")
	add(s != run.Skipped && t.Item.Progress.State.Pending(), machine.RowSkip, "i", "Skip it, with a reason")
	add(true, machine.RowNote, "n", "Note")
	rows = append(rows, c.takeBackRow()...)
	add(true, machine.RowNext, "m", c.laterWords(t))
	add(true, machine.RowTasks, "t", "All tasks")
	return rows
}

// beginWords are what starting a task means as it stands, "" where it runs or waits.
func beginWords(t run.Task) string {
	switch s := t.Standing; {
	case s == run.Running || s == run.Waiting:
		return ""
	case s == run.Failed && t.Back:
		return "Start it again: its back-out failed"
	case s == run.Failed:
		return "Try again"
	case s == run.Paused:
		return "Go on"
	case !t.Item.Progress.State.Pending():
		return "Do it again: it is open again then"
	}
	return "Start (starts the timer)"
}

// laterWords name the task that comes after this one.
func (c *Content) laterWords(t run.Task) string {
	list := c.work().Tasks
	i := slices.IndexFunc(list, func(o run.Task) bool { return o.ID == t.ID })
	for _, next := range list[i+1:] {
		if next.Item.Progress.State.Pending() {
			return "Move on, this one stays as it is: " + titleOf(next)
		}
	}
	return "Move on: nothing is left after this one"
}

// linkRows are the pages that the task rests on.
func (c *Content) linkRows(item judge.FullItem) []Row {
	rows := []Row{{}}
	for i, source := range item.Sources {
		rows = append(rows, Row{Text: c.Look.Dim(doc.SourceRead(source)), Hang: 2}, Row{ID: fmt.Sprint(machine.RowLink, i), About: item.ID, Text: model.Clean(source.URL)})
	}
	return rows
}

// RunCursor is the row to stand on once something happened: the step that comes next.
func (c *Content) RunCursor() string {
	t, item, known := c.shownTask()
	switch {
	case !known:
		return ""
	case t.Standing == run.Waiting || t.Standing == run.BackingOut:
		return machine.RowWorked
	case t.Standing != run.Running:
		return machine.RowBegin
	case c.State.RunWork.Step < len(item.Do):
		return fmt.Sprint(machine.RowStep, c.State.RunWork.Step)
	case t.Change.Wait.Max > 0 && t.Waited == 0:
		return machine.RowWait
	}
	return machine.RowWorked
}

// backTurns are the way back of one task, and what can be said about it now.
func (c *Content) backTurns(t run.Task, item judge.FullItem) []Row {
	rows := c.wayBackRows(t, item)
	if item.Change.Note != "" {
		rows = append(rows, Row{Text: c.Look.Dim("Recorded first: ") + item.Change.Note, Hang: 2})
	}
	failed := t.Back && t.Standing == run.Failed
	for _, note := range append(item.Progress.NoteLines(), t.Notes...) {
		rows = append(rows, Row{Text: c.Look.Dim("Note: ") + strings.Join(strings.Fields(model.Clean(note)), " "), Hang: 2})
	}
	rows = append(rows, Row{})
	add := func(when bool, id, key, text string) {
		if when {
			rows = append(rows, c.action(id, key, text))
		}
	}
	add(failed, machine.RowBegin, "s", "Try the back-out again (starts the timer)")
	add(!failed && t.Standing != run.BackingOut && t.Standing != run.BackedOut, machine.RowBegin, "s", "Back it out (starts the timer)")
	add(t.Standing == run.BackingOut, machine.RowWorked, "d", backedOutWords(t))
	add(t.Standing == run.BackingOut, machine.RowFailed, "f", "It cannot be backed out")
	add(failed, machine.RowForward, "", "Leave the back-out: to the task itself")
	add(true, machine.RowNote, "n", "Note")
	rows = append(rows, c.takeBackRow()...)
	add(true, machine.RowTasks, "t", "Back to what was done")
	return rows
}

// wayBackRows say how to go back; where that cannot be done in full, so first, and what is
// kept about it.
func (c *Content) wayBackRows(t run.Task, item judge.FullItem) []Row {
	if !t.NoReturn() {
		return []Row{{Text: c.Look.Strong(tasks.UndoLabel+": ") + item.Change.WayBack(), Hang: 2}}
	}
	return []Row{
		{Text: c.Look.Bad("Not everything can be undone. ") + item.Change.WayBack(), Hang: 2},
		{Text: "The log then says that the task is backed out, and when. It does not say what stays: write that into a note.", Hang: 2},
	}
}

func backedOutWords(t run.Task) string {
	if t.NoReturn() {
		return "What can be undone is backed out"
	}
	return "It is backed out"
}

// backSteps are the steps that a back-out takes back.
func (c *Content) backSteps(item judge.FullItem) []Row {
	rows := []Row{{}, {Text: c.Look.Dim("What was done:")}}
	for i, step := range item.Do {
		rows = append(rows, Row{Text: fmt.Sprintf("%2d. %s", i+1, c.Look.rich(step)), Hang: 4})
	}
	return rows
}
