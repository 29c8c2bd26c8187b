package doc

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
	"cmgwizard/model/worksheet"
)

// A taskRow is a task with what it needs to be a row of a list.
type taskRow struct {
	judge.FullItem
	phase  string
	job    string
	after  Fact
	origin worksheet.Origin
}

// TaskColumns are what a list of tasks says of each, in a workbook and in CSV.
// The first ones are what one works with; they are printed.
var TaskColumns = []struct {
	Column
	cell func(t taskRow) Cell
}{
	{Column{Title: "No.", Width: 5}, func(t taskRow) Cell { return numbered(t.Number) }},
	{Column{Title: worksheet.TaskTitle, Width: 36}, func(t taskRow) Cell { return Texted(t.Title) }},
	{Column{Title: "Phase", Width: 15}, func(t taskRow) Cell { return Texted(t.phase) }},
	{Column{Title: worksheet.TeamTitle, Width: 13}, func(t taskRow) Cell { return Texted(model.Teams.Label(t.Owner)) }},
	{Column{Title: "Role", Width: 24}, func(t taskRow) Cell { return Texted(t.Who) }},
	{Column{Title: AssignedLabel, Width: 14}, func(t taskRow) Cell { return Texted(t.Progress.Owner) }},
	{Column{Title: StateLabel, Width: 13, Choices: worksheet.StateLabels()}, func(t taskRow) Cell { return Texted(model.TaskStates.Label(t.Progress.State)) }},
	{Column{Title: dueLabel, Width: 11}, func(t taskRow) Cell { return Dayed(model.Clean(t.Progress.Due)) }},
	{Column{Title: setByLabel, Width: 13}, func(t taskRow) Cell { return Texted(worksheet.SetBy(t.Progress)) }},
	{Column{Title: worksheet.OnTitle, Width: 11}, func(t taskRow) Cell { return Dayed(dayOf(t.Progress.At)) }},
	{Column{Title: AfterLabel, Width: 10}, func(t taskRow) Cell { return Texted(t.after.taskNumbers()) }},
	{Column{Title: NoteLabel, Width: 28}, func(t taskRow) Cell { return Texted(t.Progress.Note) }},
	{Column{Title: ProofLabel, Width: 46}, func(t taskRow) Cell { return Texted(cellText(t.Proof)) }},
	{Column{Title: "Job", Width: 30}, func(t taskRow) Cell { return Texted(t.job) }},
	{Column{Title: takesLabel + " (minutes, our estimate)", Width: 12}, func(t taskRow) Cell { return numbered(t.Change.Takes.InAll()) }},
	{Column{Title: WaitLabel, Width: 30}, func(t taskRow) Cell { return Texted(model.Capital(t.Change.Wait.Words())) }},
	{Column{Title: WindowLabel, Width: 20}, func(t taskRow) Cell { return Texted(tasks.Windows.Label(t.Change.Window)) }},
	{Column{Title: ifLabel, Width: 40}, func(t taskRow) Cell { return Texted(t.If) }},
	{Column{Title: skippedLabel, Width: 60}, func(t taskRow) Cell { return Texted(cellText(t.Skipped)) }},
	{Column{Title: StepsLabel, Width: 70, Loose: true}, func(t taskRow) Cell { return Texted(stepsInCell(t.Do)) }},
	{Column{Title: whereLabel, Width: 26}, func(t taskRow) Cell { return Texted(Where(t.FullItem)) }},
	{Column{Title: "Commands", Width: 70, Loose: true}, func(t taskRow) Cell { return Texted(commandsInCell(t.Commands)) }},
	{Column{Title: "Reworded", Width: 22}, func(t taskRow) Cell { return Texted(rewordedWords(t.Reworded)) }},
	{sourceColumns[0], func(t taskRow) Cell { return Texted(sourceTitles(t.Sources)) }},
	{sourceColumns[1], func(t taskRow) Cell { return addresses(t.Sources) }},
	{Column{Title: worksheet.IDTitle, Width: 24}, func(t taskRow) Cell { return Texted(t.ID) }},
	{Column{Title: worksheet.OriginTitle, Width: 24, Hidden: true}, func(t taskRow) Cell { return Texted(t.origin.String()) }},
}

// printedTaskColumns are so many that their words can be read on paper.
const printedTaskColumns = 13

// TaskGrid is the list of tasks that the checklist holds.
func TaskGrid(c judge.Checklist) Grid {
	g := Grid{Name: "Tasks", Printed: printedTaskColumns, Held: 2}
	for _, column := range TaskColumns {
		g.Columns = append(g.Columns, column.Column)
	}
	r, jobs := newRegister(c), jobTitles(c)
	for _, section := range c.Sections {
		for _, item := range section.Items {
			g.Rows = append(g.Rows, taskCells(taskRow{item, judge.PhaseTitle(item.Phase), jobs[item.ID], r.tasks("", item.After), worksheet.NewOrigin(&c.Plan, item.Item)}))
		}
	}
	return g
}

// jobTitles are the jobs of tasks, with their numbers on the run sheet.
func jobTitles(c judge.Checklist) map[string]string {
	titles := map[string]string{}
	for _, w := range jobsOf(c) {
		for _, id := range w.Tasks {
			titles[id] = fmt.Sprintf("%d. %s", w.Number, w.Title)
		}
	}
	return titles
}

func taskCells(t taskRow) []Cell {
	var cells []Cell
	for _, column := range TaskColumns {
		cells = append(cells, column.cell(t))
	}
	return cells
}

func rewordedWords(reworded bool) string {
	if !reworded {
		return ""
	}
	return "since its state was set: look at it again"
}

func dayOf(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return model.DayOf(at)
}

// taskNumbers is taskList without its first word: "3, 4 (PKI)".
func (f Fact) taskNumbers() string {
	var words []string
	for _, n := range f.Tasks {
		words = append(words, strconv.Itoa(n)+f.AsideOf(n))
	}
	return strings.Join(words, ", ")
}

func sourceTitles(sources []model.Reference) string {
	var titles []string
	for _, r := range sources {
		titles = append(titles, SourceTitle(r))
	}
	return strings.Join(titles, "\n")
}

// addresses are those of the sources, one a line. One alone can be clicked: a
// cell has room for a single link.
func addresses(sources []model.Reference) Cell {
	var list []string
	for _, r := range sources {
		if address, ok := Address(r.URL); ok {
			list = append(list, address)
		}
	}
	c := Texted(strings.Join(list, "\n"))
	if len(list) == 1 {
		c.Link = list[0]
	}
	return c
}
