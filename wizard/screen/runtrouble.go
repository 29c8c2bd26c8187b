package screen

import (
	"fmt"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/model/run"
	"cmgwizard/model/tasks"
	"cmgwizard/wizard/machine"
)

// noReturnRows say what cannot be undone.
func (c *Content) noReturnRows() []Row {
	_, item, known := c.shownTask()
	if !known {
		return nil
	}
	var rows []Row // to be read one after the other, also where few lines fit
	add := func(label, text string) {
		if text != "" {
			rows = append(rows, Row{ID: toRead(len(rows), 0), Text: c.Look.Dim(label) + text, Hang: 2})
		}
	}
	add("", item.Change.WayBack())
	add("Who notices: ", item.Change.Notice())
	add(tasks.RecordLabel+": ", item.Change.Note)
	return append(rows, Row{}, c.action(machine.RowTasks, "t", "Not now: back to the task"), c.action(machine.RowBegin, "", "Start it: I know that it cannot be undone"))
}

// option is a row of a screen on which whatever is typed is taken as lines of a log: its
// letter is for lines only, where each is read alone.
func (c *Content) option(id, key, text string) Row {
	if c.Plain {
		return c.action(id, key, text)
	}
	return Row{ID: id, Text: text, Hang: 2}
}

// troubleRows are what can be done where a task, or its back-out, did not work.
func (c *Content) troubleRows() []Row {
	rows := []Row{
		c.option(machine.RowPaste, "p", "Paste lines of a log: they are analyzed against this plan and this task"),
		c.option(machine.RowPath, "l", "Choose a log file"),
	}
	return append(append(rows, c.failRows("Say what happened")...), Row{}, c.againRow())
}

// failRows say that it failed, and for a task lead to the way back.
func (c *Content) failRows(begin string) []Row {
	if c.State.RunWork.Back {
		return []Row{c.option(machine.RowFailed, "f", begin+", and mark the back-out as failed")}
	}
	return []Row{
		c.option(machine.RowFailed, "f", begin+", and mark it as failed"),
		c.option(machine.RowBackOut, "b", begin+", mark it as failed, and back out"),
	}
}

// againRow leads back to what did not work.
func (c *Content) againRow() Row {
	if c.State.RunWork.Back {
		return c.option(machine.RowTryAgain, "s", "Back to the back-out: try again")
	}
	return c.option(machine.RowTryAgain, "s", "Back to the task: try again")
}

// diagnosisRows are what the lines say: what this task can mend first, with the causes
// and where each leads.
func (c *Content) diagnosisRows() []Row {
	var rows []Row
	found := c.State.Findings()
	for i, f := range c.State.RunWork.Reading.Files {
		rows = append(rows, Row{Text: c.Look.Strong(model.Clean(f.Name)) + c.Look.Dim("  "+model.Clean(f.About)), Hang: 2})
		for _, fact := range f.Facts[:min(len(f.Facts), mostRemarks)] {
			rows = append(rows, Row{Text: model.Clean(fact), Hang: 2})
		}
		if len(found) == 0 {
			rows = append(append(rows, Row{}), remarkRows(c.Look, i, f.Remarks, mostRemarks)...)
		}
	}
	if len(found) == 0 {
		rows = append(rows, Row{}, Row{Text: "That does not mean that nothing is wrong: look for the first error, and for the lines before it."})
	}
	for i, r := range found[:min(len(found), mostRemarks)] {
		rows = append(rows, c.findingRows(i, r)...)
	}
	rows = append(rows, Row{}, c.option(machine.RowPaste, "p", "Paste other lines"), c.againRow())
	if len(found) == 0 {
		return append(rows, c.failRows("Say what happened")...)
	}
	return append(rows, c.failRows("Take this as the reason")...)
}

// findingRows are a remark with its causes. A cause leads to the task that mends it.
func (c *Content) findingRows(i int, r model.Remark) []Row {
	rows := []Row{{}, {ID: toRead(i, 0), About: r.Rule, Text: c.Look.Bad(model.Severities.Label(r.Severity)+": ") + r.Text, Hang: 2}}
	if r.Do != "" {
		rows = append(rows, Row{Text: c.Look.Dim(doc.DoLabel+": ") + r.Do, Hang: 4})
	}
	for n, cause := range r.Causes[:min(len(r.Causes), mostRemarks)] {
		rows = append(rows, Row{ID: toRead(i, n+1), About: cause.Rule, Text: fmt.Sprintf("%d. %s", n+1, cause.Text), Hang: 4})
		if cause.Check != "" {
			rows = append(rows, Row{Text: "   " + c.Look.Dim("Check: ") + cause.Check, Hang: 5})
		}
		if cause.Plan != "" {
			rows = append(rows, Row{Text: "   " + c.Look.Dim("Your plan: ") + cause.Plan, Hang: 5})
		}
		rows = append(rows, c.leadRows(cause.Task)...)
	}
	return rows
}

// leadRows lead to the task that mends a cause.
func (c *Content) leadRows(id string) []Row {
	t, known := c.work().Task(id)
	if !known {
		return nil
	}
	text := "Go to task " + titleOf(t)
	if id == c.State.RunWork.Task {
		text = "This task can fix it: go through its steps again"
	}
	return []Row{{ID: machine.RowTask + id, About: id, Text: "   " + c.Look.Strong(text), Hang: 5}}
}

// backOutRows are what was done, the last first, below what cannot be undone.
func (c *Content) backOutRows() []Row {
	r := c.work()
	list := r.Undo(c.State.RunWork.All)
	var rows, stays []Row
	for _, t := range list {
		item := judge.FillItem(&c.State.Plan, t.Item)
		if t.NoReturn() && t.Standing != run.BackedOut {
			stays = append(stays, Row{Text: c.Look.Bad(titleOf(t)+": ") + item.Change.WayBack(), Hang: 2})
		}
		text := backBox(t) + " " + titleOf(t) + "  " + c.Look.Dim(c.standing(t)+backHint(t))
		rows = append(rows, Row{ID: machine.RowTask + t.ID, About: t.ID, Text: text, Hang: 7})
	}
	if len(stays) > 0 {
		rows = append(append(append([]Row{{Text: c.Look.Strong("This cannot be undone:")}}, stays...), Row{}), rows...)
	}
	if len(list) == 0 {
		rows = []Row{{Text: "Nothing was done in this window that could be taken back."}}
	}
	rows = append(rows, Row{})
	if all := r.Undo(true); len(all) > len(r.Undo(false)) {
		text := "Show what was done in earlier windows as well"
		if c.State.RunWork.All {
			text = "Show this window only"
		}
		rows = append(rows, c.action(machine.RowEarlier, "o", text))
	}
	rows = append(rows, c.takeBackRow()...)
	return append(rows, c.action(machine.RowTasks, "t", "Back to the tasks"), c.action(machine.RowReport, "r", "Write the report for the change record"))
}

// BackOutCursor is the task to back out next, once one comes to what was done.
func (c *Content) BackOutCursor() string {
	for _, t := range c.work().Undo(c.State.RunWork.All) {
		if t.Standing != run.BackedOut {
			return machine.RowTask + t.ID
		}
	}
	return ""
}

func backBox(t run.Task) string {
	if t.Standing == run.BackedOut {
		return model.Done.Box()
	}
	return model.Open.Box()
}

// backHint says where the way back is special.
func backHint(t run.Task) string {
	switch {
	case t.Standing == run.BackedOut:
		return ""
	case t.Change.Undo.Text == tasks.NothingToUndo:
		return ", nothing to undo"
	case t.Standing == run.Failed:
		return ", may be partly done"
	case t.Standing != run.Done && t.Standing != run.BackingOut:
		return ", may be partly done"
	}
	return ""
}

// scopeRows choose what of the run sheet is worked on.
func (c *Content) scopeRows() []Row {
	scope := c.State.RunWork.Scope
	rows := []Row{
		{ID: machine.RowOn, Text: c.Look.Strong("Show the tasks") + c.Look.Dim(fmt.Sprintf("  %d", len(c.work().Tasks)))}, {},
		{ID: machine.RowWindow, Text: ticked(scope.Window) + "Only what requires a change window", Hang: 4}, {},
		{Text: c.Look.Title("Of which team")},
		{ID: machine.RowTeam, Text: ticked(scope.Owner == "") + "All teams", Hang: 4},
	}
	for _, team := range c.Outcome("").TeamWorks() {
		if team.Tasks > 0 {
			rows = append(rows, Row{ID: machine.RowTeam + string(team.Team), Text: ticked(scope.Owner == team.Team) + model.Teams.Label(team.Team) + c.Look.Dim(fmt.Sprintf("  %d", team.Tasks)), Hang: 4})
		}
	}
	rows = append(rows, Row{}, Row{Text: c.Look.Title("From which job on")}, Row{ID: machine.RowJob, Text: ticked(scope.From == "") + "From the first", Hang: 4})
	for _, w := range judge.JobWorks(&c.State.Plan, c.Outcome("").Items) {
		rows = append(rows, Row{ID: machine.RowJob + w.ID, Text: ticked(scope.From == w.ID) + w.Heading() + c.Look.Dim("  "+model.Teams.Label(w.Team)), Hang: 4})
	}
	return append(rows, Row{}, Row{ID: machine.RowClear, Text: "All of the run sheet"})
}

// runTitles and runTexts head the screens beside the tasks of a change window.
var (
	runTitles = map[machine.Screen]string{
		machine.NoReturnScreen: "Point of no return", machine.TroubleScreen: "This task did not work", machine.DiagnosisScreen: "What the lines say",
		machine.BackOutScreen: "Back out", machine.ScopeScreen: "Which tasks are worked on",
	}
	runTexts = map[machine.Screen]string{
		machine.NoReturnScreen:  "Read this before you start. It is asked once.",
		machine.TroubleScreen:   "Paste the lines of the log around the error now, or choose. The timer keeps running until you mark the task as failed.",
		machine.DiagnosisScreen: "Causes that this task can fix come first. A cause is a judgement: check it before you change anything.",
		machine.BackOutScreen:   "What was done in this window, the last one first. Enter on a task shows how to undo it.",
		machine.ScopeScreen:     "The order stays that of the run sheet.",
	}
)
