// Package screen says what a screen shows: a state as rows of text. It draws
// nothing, reads no key and changes nothing; whoever shows the rows gives the look.
package screen

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/board"
	"cmgwizard/model/compare"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/model/run"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
)

// A Content is what a screen shows: of a state, at a moment, in so many columns.
// What is worked out for it is kept: another state has another content.
type Content struct {
	State machine.State
	Look  *Look
	Now   time.Time
	Width int
	Plain bool // it is read out as numbered lines: without columns and pictures

	judged   *judge.Judgement    // what the answers mean
	board    *board.Board        // the plan at a glance
	choice   string              // the choice that judged is for
	listed   *worklist           // the checklist
	compared *compare.Comparison // the ways to authenticate
	ran      *run.Run            // the change window
}

// Outcome is what the answers mean, with a choice that is not made yet.
func (c *Content) Outcome(choice string) judge.Judgement {
	if c.judged == nil || c.choice != choice {
		o := judge.Plan(c.State.Supposed(choice))
		c.judged, c.choice = &o, choice
	}
	return *c.judged
}

// worklist is the checklist as it is now.
func (c *Content) worklist() worklist {
	if c.listed == nil {
		w := newWorklist(judge.NewChecklist(c.State.Plan, c.Now), c.State.TaskWork)
		w.lines = c.Plain
		c.listed = &w
	}
	return *c.listed
}

// rowsOf are the rows of each screen that has some.
var rowsOf = map[machine.Screen]func(*Content) []Row{
	machine.StartScreen:       (*Content).startRows,
	machine.PlansScreen:       (*Content).planRows,
	machine.ListScreen:        (*Content).entryRows,
	machine.BoardScreen:       (*Content).boardRows,
	machine.AreaScreen:        (*Content).areaRows,
	machine.FoundScreen:       (*Content).foundRows,
	machine.ConfirmScreen:     (*Content).confirmRows,
	machine.ChecklistScreen:   func(c *Content) []Row { return c.worklist().rows(c.Look) },
	machine.TaskScreen:        func(c *Content) []Row { return c.TaskRows(c.State.Task) },
	machine.FilterScreen:      func(c *Content) []Row { return filterRows(c.Look, c.State.TaskWork, c.Outcome("")) },
	machine.ExportScreen:      (*Content).formatRows,
	machine.DoneScreen:        (*Content).doneRows,
	machine.ConflictScreen:    func(*Content) []Row { return conflictRows() },
	machine.CompareScreen:     (*Content).compareRows,
	machine.RuleChangesScreen: func(c *Content) []Row { return ruleChangeRows(c.Look, c.State) },
	machine.EvidenceScreen:    func(c *Content) []Row { return evidenceRows(c.Look, &c.State.Plan, c.Plain) },
	machine.FactsScreen:       func(c *Content) []Row { return factsRows(c.Look, &c.State.Plan, c.State.FileWork.Entry) },
	machine.FolderScreen:      func(c *Content) []Row { return folderRows(c.Look, c.State.FileWork, c.Width-4) },
	machine.RunScreen:         (*Content).runRows,
	machine.RunTaskScreen:     (*Content).runTaskRows,
	machine.NoReturnScreen:    (*Content).noReturnRows,
	machine.TroubleScreen:     (*Content).troubleRows,
	machine.DiagnosisScreen:   (*Content).diagnosisRows,
	machine.BackOutScreen:     (*Content).backOutRows,
	machine.ScopeScreen:       (*Content).scopeRows,
	machine.MergeScreen:       func(c *Content) []Row { return mergeRows(c.Look, c.State) },
}

// Rows are those of the screen.
func (c *Content) Rows() []Row {
	if rows, ok := rowsOf[c.State.Screen]; ok {
		return rows(c)
	}
	return nil
}

// compareRows set the methods side by side. As lines each is told in one, and
// the rest where somebody asks for it.
func (c *Content) compareRows() []Row {
	if c.Plain {
		return c.Glance()
	}
	if c.State.Return != "" {
		return append([]Row{{ID: machine.RowOn, Text: "Back to the board"}}, c.Comparison()...)
	}
	rows := append([]Row{{ID: machine.RowOn, Text: "Choose the method of each kind of device"}, {}}, c.Glance()...)
	return append(rows, Row{}, Row{Text: c.Look.Dim("F5 sets them side by side in full.")})
}

// pictureWidth is the room for columns and pictures.
func (c *Content) pictureWidth() int {
	if c.Plain {
		return 0
	}
	return c.Width
}

func (c *Content) startRows() []Row {
	var rows []Row
	if similar := c.State.Similar; similar != "" {
		return []Row{
			{ID: machine.RowContinue, Text: c.Look.Strong("Open " + model.Clean(similar)), Hang: 2},
			{ID: machine.RowNew, Text: "Make a new plan, " + model.Clean(c.State.Suggest), Hang: 2},
			{ID: machine.RowLeave, Text: "Leave"},
		}
	}
	if last := c.State.Last; last != nil {
		text := c.Look.Strong("Continue "+model.Clean(last.Name)) + c.Look.Dim(" "+model.Clean(last.Path)+", "+last.Updated.Format("2 January 2006 15:04"))
		rows = append(rows, Row{ID: machine.RowContinue, Text: text, Hang: 2})
	}
	return append(rows,
		Row{ID: machine.RowNew, Text: "Make a new plan"},
		Row{ID: machine.RowOpen, Text: "Open a plan"},
		Row{ID: machine.RowCollected, Text: "Begin from a collected file" + c.Look.Dim("  of the script that \"cmgwizard collect\" prints"), Hang: 2},
		Row{ID: machine.RowLeave, Text: "Leave"})
}

// planRows are the plan files of the folder.
func (c *Content) planRows() []Row {
	var rows []Row
	plans := c.State.Folder.Plans()
	for i, e := range plans[:min(len(plans), mostListed)] {
		rows = append(rows, Row{ID: strconv.Itoa(i), Text: middle(c.Look, model.Clean(e.Name), c.titleWidth()), Hang: 2})
	}
	return append(rows, Row{ID: machine.RowPath, Text: "Type a path instead"})
}

func (c *Content) entryRows() []Row {
	step, _ := steps.Find(c.State.Place.Step)
	var rows []Row
	for i := range step.List.Len(&c.State.Plan.Answers) {
		name, about := step.Recap(&c.State.Plan.Answers, i)
		rows = append(rows, Row{ID: strconv.Itoa(i), Text: c.Look.Strong(name) + c.Look.Dim("  "+about), Hang: 2})
	}
	add, on := "Add a "+step.List.Noun, "Continue"
	if len(rows) == 0 {
		on = "Continue without one: I do not know yet"
	}
	return append(rows, Row{ID: machine.RowAdd, Text: add}, Row{ID: machine.RowOn, Text: on})
}

func (c *Content) formatRows() []Row {
	scope := c.State.TaskWork.Scope
	var rows []Row
	if !scope.Whole() {
		items := c.Outcome("").Items
		left := machine.TaskWork{Scope: scope}.Listed(items)
		count := c.Look.Dim(fmt.Sprintf("  %d of %d tasks", len(left), len(items)))
		rows = append(rows, Row{ID: machine.RowNarrow, Text: ticked(!c.State.TaskWork.Wide) + "Print what is listed: " + scopeWords(scope) + count, Hang: 4}, Row{})
	}
	widest := 0
	for _, f := range c.State.Formats {
		widest = max(widest, len(f.Name))
	}
	for _, f := range c.State.Formats {
		rows = append(rows, c.formatRow(f, widest))
	}
	return append(rows, Row{ID: machine.RowDone, Text: "Nothing more to print"})
}

// formatRow is a format and what it is for.
func (c *Content) formatRow(f machine.Format, width int) Row {
	about := f.About
	if f.Whole && !c.State.TaskWork.Printed().Whole() {
		about += ", of the whole plan"
	}
	name := f.Name + strings.Repeat(" ", width-len(f.Name))
	return Row{ID: f.Name, Text: c.Look.Strong(name) + c.Look.Dim("  "+about), Hang: width + 2}
}

func (c *Content) doneRows() []Row {
	rows := []Row{
		{ID: machine.RowLeave, Text: "Leave"}, {},
		{Text: "Your plan: " + model.Clean(c.State.Path), Hang: 2},
	}
	for _, path := range c.State.Written {
		rows = append(rows, Row{Text: "Printed: " + model.Clean(path), Hang: 2})
	}
	return append(rows, Row{}, Row{Text: "To continue later: cmgwizard " + Continue(c.State), Hang: 2},
		Row{Text: c.Look.verdict(c.Outcome("").Verdict)})
}

func conflictRows() []Row {
	return []Row{
		{ID: machine.RowCopy, Text: "Save my answers under another name and continue there"},
		{ID: machine.RowReload, Text: "Read the file again and discard the changes since the last save"},
		{ID: machine.RowRetry, Text: "Try to save again"},
	}
}

// ruleChangeRows are what the rules judge otherwise since the plan was saved.
func ruleChangeRows(look *Look, s machine.State) []Row {
	rows := []Row{{ID: machine.RowOn, Text: "Go on"}, {}}
	for _, n := range s.RuleChanges() {
		rows = append(rows, Row{ID: n.Place(), About: n.Rule}.telling(look, doc.NewsInShort(&s.Plan, n)))
	}
	return rows
}
