package wizard

import (
	"fmt"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/compare"
	"cmgwizard/steps"
)

// rows are those of the screen.
func (m *program) rows() []row {
	switch m.state.Screen {
	case StartScreen:
		return m.startRows()
	case ListScreen:
		return m.entryRows()
	case ReviewScreen:
		return reviewRows(m.theme, &m.state.Plan, m.outcome())
	case ChecklistScreen:
		return m.checklistRows()
	case TaskScreen:
		return m.taskRows()
	case FilterScreen:
		return filterRows(m.theme, m.state.Bench, m.outcome())
	case ExportScreen:
		return m.formatRows()
	case DoneScreen:
		return m.doneRows()
	case ConflictScreen:
		return conflictRows()
	case CompareScreen:
		return append([]row{{id: rowOn, text: "Choose the method of each kind of device"}}, compareRows(m.theme, compare.Plan(m.state.Plan), m.width)...)
	case NewsScreen:
		return newsRows(m.theme, m.state)
	case EvidenceScreen:
		return evidenceRows(m.theme, &m.state.Plan, m.plain)
	case FactsScreen:
		return factsRows(m.theme, &m.state.Plan, m.state.Desk.Entry)
	case FolderScreen:
		return folderRows(m.theme, m.state.Desk, m.width-4)
	case MergeScreen:
		return mergeRows(m.theme, m.state)
	}
	return nil
}

func (m *program) startRows() []row {
	var rows []row
	if last := m.state.Last; last != nil {
		text := m.theme.strong.Render("Continue "+model.Clean(last.Name)) + m.theme.dim.Render(" "+model.Clean(last.Path)+", "+last.Updated.Format("2 January 2006 15:04"))
		rows = append(rows, row{id: rowContinue, text: text, hang: 2})
	}
	return append(rows,
		row{id: rowNew, text: "Make a new plan"},
		row{id: rowOpen, text: "Open a plan"},
		row{id: rowLeave, text: "Leave"})
}

func (m *program) entryRows() []row {
	step, _ := steps.Find(m.state.Place.Step)
	var rows []row
	for i := range step.List.Len(&m.state.Plan.Answers) {
		name, about := step.Recap(&m.state.Plan.Answers, i)
		rows = append(rows, row{id: strconv.Itoa(i), text: m.theme.strong.Render(name) + m.theme.dim.Render("  "+about), hang: 2})
	}
	add, on := "Add a "+step.List.Noun, "Continue"
	if len(rows) == 0 {
		on = "Continue without one: I do not know yet"
	}
	return append(rows, row{id: rowAdd, text: add}, row{id: rowOn, text: on})
}

// checklistRows are the tasks. As lines they are told without a picture.
func (m *program) checklistRows() []row {
	w := m.worklist()
	if !m.plain {
		return w.rows(m.theme, m.width)
	}
	w.lines = true
	return w.rows(m.theme, 0)
}

func (m *program) taskRows() []row {
	w := m.worklist()
	item, listed := w.item(m.state.Task)
	if !listed {
		return []row{{text: "The answers do not ask for this task now."}}
	}
	return taskRows(m.theme, item, standingRows(m.theme, w.Outcome, item.Item, m.state.entry(item.ID), w.today))
}

func (m *program) formatRows() []row {
	scope := m.state.Bench.Scope
	var rows []row
	if !scope.Whole() {
		items := m.outcome().Items
		left := Bench{Scope: scope}.listed(items)
		count := m.theme.dim.Render(fmt.Sprintf("  %d of %d tasks", len(left), len(items)))
		rows = append(rows, row{id: rowNarrow, text: ticked(!m.state.Bench.Wide) + "Print what is listed: " + scopeWords(scope) + count, hang: 4}, row{})
	}
	widest := 0
	for _, f := range m.state.Formats {
		widest = max(widest, len(f.Name))
	}
	for _, f := range m.state.Formats {
		rows = append(rows, m.formatRow(f, widest))
	}
	return append(rows, row{id: rowDone, text: "That is all"})
}

// formatRow is a format and what it is for.
func (m *program) formatRow(f Format, width int) row {
	about := f.About
	if f.Whole && !m.state.Bench.printed().Whole() {
		about += ", of the whole plan"
	}
	name := f.Name + strings.Repeat(" ", width-len(f.Name))
	return row{id: f.Name, text: m.theme.strong.Render(name) + m.theme.dim.Render("  "+about), hang: width + 2}
}

func (m *program) doneRows() []row {
	rows := []row{
		{id: rowLeave, text: "Leave"}, {},
		{text: "Your plan: " + model.Clean(m.state.Path), hang: 2},
	}
	for _, path := range m.state.Written {
		rows = append(rows, row{text: "Printed: " + model.Clean(path), hang: 2})
	}
	return append(rows, row{}, row{text: "To go on later: cmgwizard " + ShellWord(m.state.Path), hang: 2},
		row{text: m.theme.verdict(m.outcome().Verdict)})
}

func conflictRows() []row {
	return []row{
		{id: rowCopy, text: "Save my answers under another name and go on there"},
		{id: rowReload, text: "Read the file again and give up the changes since the last save"},
		{id: rowRetry, text: "Try to save again"},
	}
}

// newsRows are what the rules judge otherwise since the plan was saved.
func newsRows(t *theme, s State) []row {
	rows := []row{{id: rowOn, text: "Go on"}, {}}
	for _, n := range s.news() {
		rows = append(rows, row{id: n.Place(), about: n.Rule, text: findingLine(t, &s.Plan, n.Finding) + t.dim.Render(" ("+n.What+")"), hang: 4})
	}
	return rows
}
