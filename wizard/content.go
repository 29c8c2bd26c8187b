package wizard

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/compare"
	"cmgwizard/model/judge"
	"cmgwizard/steps"
)

// A content is what a screen shows: of a state, at a moment, in so many columns.
type content struct {
	state State
	look  *look
	now   time.Time
	width int
	plain bool // it is told as numbered lines

	judged *judge.Judgement // what the answers mean
	choice string           // the choice that judged is for
	listed *worklist        // the checklist
}

// outcome is what the answers mean, with a choice that is not made yet.
func (c *content) outcome(choice string) judge.Judgement {
	if c.judged == nil || c.choice != choice {
		o := judge.Plan(c.state.supposed(choice))
		c.judged, c.choice = &o, choice
	}
	return *c.judged
}

// worklist is the checklist as it is now.
func (c *content) worklist() worklist {
	if c.listed == nil {
		w := newWorklist(judge.NewChecklist(c.state.Plan, c.now), c.state.Bench)
		w.lines = c.plain
		c.listed = &w
	}
	return *c.listed
}

// rows are those of the screen.
func (c *content) rows() []row {
	switch c.state.Screen {
	case StartScreen:
		return c.startRows()
	case ListScreen:
		return c.entryRows()
	case ReviewScreen:
		return reviewRows(c.look, &c.state.Plan, c.outcome(""))
	case ChecklistScreen:
		return c.checklistRows()
	case TaskScreen:
		return c.taskRows(c.state.Task)
	case FilterScreen:
		return filterRows(c.look, c.state.Bench, c.outcome(""))
	case ExportScreen:
		return c.formatRows()
	case DoneScreen:
		return c.doneRows()
	case ConflictScreen:
		return conflictRows()
	case CompareScreen:
		return c.compareRows()
	case NewsScreen:
		return newsRows(c.look, c.state)
	case EvidenceScreen:
		return evidenceRows(c.look, &c.state.Plan, c.plain)
	case FactsScreen:
		return factsRows(c.look, &c.state.Plan, c.state.Desk.Entry)
	case FolderScreen:
		return folderRows(c.look, c.state.Desk, c.width-4)
	case MergeScreen:
		return mergeRows(c.look, c.state)
	}
	return nil
}

// compareRows set the methods side by side. As lines each is told in one, and
// the rest where somebody asks for it.
func (c *content) compareRows() []row {
	if c.plain {
		return glanceRows(c.look, compare.Plan(c.state.Plan))
	}
	rows := []row{{id: rowOn, text: "Choose the method of each kind of device"}}
	return append(rows, compareRows(c.look, compare.Plan(c.state.Plan), c.width)...)
}

func (c *content) startRows() []row {
	var rows []row
	if last := c.state.Last; last != nil {
		text := c.look.strong("Continue "+model.Clean(last.Name)) + c.look.dim(" "+model.Clean(last.Path)+", "+last.Updated.Format("2 January 2006 15:04"))
		rows = append(rows, row{id: rowContinue, text: text, hang: 2})
	}
	return append(rows,
		row{id: rowNew, text: "Make a new plan"},
		row{id: rowOpen, text: "Open a plan"},
		row{id: rowLeave, text: "Leave"})
}

func (c *content) entryRows() []row {
	step, _ := steps.Find(c.state.Place.Step)
	var rows []row
	for i := range step.List.Len(&c.state.Plan.Answers) {
		name, about := step.Recap(&c.state.Plan.Answers, i)
		rows = append(rows, row{id: strconv.Itoa(i), text: c.look.strong(name) + c.look.dim("  "+about), hang: 2})
	}
	add, on := "Add a "+step.List.Noun, "Continue"
	if len(rows) == 0 {
		on = "Continue without one: I do not know yet"
	}
	return append(rows, row{id: rowAdd, text: add}, row{id: rowOn, text: on})
}

// checklistRows are the tasks. As lines they are told without a picture.
func (c *content) checklistRows() []row {
	if c.plain {
		return c.worklist().rows(c.look, 0)
	}
	return c.worklist().rows(c.look, c.width)
}

// taskRows are a task in full.
func (c *content) taskRows(id string) []row {
	item, listed := c.worklist().item(id)
	if !listed {
		return []row{{text: "The answers do not ask for this task now."}}
	}
	return taskRows(c.look, item, c.standing(item.Item))
}

// standing are what people said about a task.
func (c *content) standing(item judge.Item) []row {
	w := c.worklist()
	return standingRows(c.look, w.Outcome, item, c.state.entry(item.ID), w.today)
}

func (c *content) formatRows() []row {
	scope := c.state.Bench.Scope
	var rows []row
	if !scope.Whole() {
		items := c.outcome("").Items
		left := Bench{Scope: scope}.listed(items)
		count := c.look.dim(fmt.Sprintf("  %d of %d tasks", len(left), len(items)))
		rows = append(rows, row{id: rowNarrow, text: ticked(!c.state.Bench.Wide) + "Print what is listed: " + scopeWords(scope) + count, hang: 4}, row{})
	}
	widest := 0
	for _, f := range c.state.Formats {
		widest = max(widest, len(f.Name))
	}
	for _, f := range c.state.Formats {
		rows = append(rows, c.formatRow(f, widest))
	}
	return append(rows, row{id: rowDone, text: "That is all"})
}

// formatRow is a format and what it is for.
func (c *content) formatRow(f Format, width int) row {
	about := f.About
	if f.Whole && !c.state.Bench.printed().Whole() {
		about += ", of the whole plan"
	}
	name := f.Name + strings.Repeat(" ", width-len(f.Name))
	return row{id: f.Name, text: c.look.strong(name) + c.look.dim("  "+about), hang: width + 2}
}

func (c *content) doneRows() []row {
	rows := []row{
		{id: rowLeave, text: "Leave"}, {},
		{text: "Your plan: " + model.Clean(c.state.Path), hang: 2},
	}
	for _, path := range c.state.Written {
		rows = append(rows, row{text: "Printed: " + model.Clean(path), hang: 2})
	}
	return append(rows, row{}, row{text: "To go on later: cmgwizard " + ShellWord(c.state.Path), hang: 2},
		row{text: c.look.verdict(c.outcome("").Verdict)})
}

func conflictRows() []row {
	return []row{
		{id: rowCopy, text: "Save my answers under another name and go on there"},
		{id: rowReload, text: "Read the file again and give up the changes since the last save"},
		{id: rowRetry, text: "Try to save again"},
	}
}

// newsRows are what the rules judge otherwise since the plan was saved.
func newsRows(t *look, s State) []row {
	rows := []row{{id: rowOn, text: "Go on"}, {}}
	for _, n := range s.news() {
		rows = append(rows, row{id: n.Place(), about: n.Rule, text: findingLine(t, &s.Plan, n.Finding) + t.dim(" ("+n.What+")"), hang: 4})
	}
	return rows
}
