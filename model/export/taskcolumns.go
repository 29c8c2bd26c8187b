package export

import (
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// A taskRow is a task with what it needs to be a row of a list.
type taskRow struct {
	judge.FullItem
	phase string
	after fact
}

// taskColumns are what a list of tasks says of each, in a workbook and in CSV.
// The first ones are what one works with; they are printed.
var taskColumns = []struct {
	column
	cell func(t taskRow) cell
}{
	{column{title: "No.", width: 5}, func(t taskRow) cell { return numbered(t.Number) }},
	{column{title: "Task", width: 36}, func(t taskRow) cell { return texted(t.Title) }},
	{column{title: "Phase", width: 15}, func(t taskRow) cell { return texted(t.phase) }},
	{column{title: "Owner", width: 13}, func(t taskRow) cell { return texted(model.Teams.Label(t.Owner)) }},
	{column{title: "Role", width: 24}, func(t taskRow) cell { return texted(t.Who) }},
	{column{title: "Assigned to", width: 14}, func(t taskRow) cell { return texted(t.Progress.Owner) }},
	{column{title: "State", width: 13, choices: stateLabels()}, func(t taskRow) cell { return texted(model.TaskStates.Label(t.Progress.State)) }},
	{column{title: "Due", width: 11}, func(t taskRow) cell { return dayed(model.Clean(t.Progress.Due)) }},
	{column{title: "Set by", width: 13}, func(t taskRow) cell { return texted(setByWords(t.Progress)) }},
	{column{title: "On", width: 11}, func(t taskRow) cell { return dayed(dayOf(t.Progress.At)) }},
	{column{title: "After", width: 10}, func(t taskRow) cell { return texted(t.after.taskNumbers()) }},
	{column{title: "Note", width: 28}, func(t taskRow) cell { return texted(t.Progress.Note) }},
	{column{title: "How to tell", width: 46}, func(t taskRow) cell { return texted(textRich(t.Proof)) }},
	{column{title: "If", width: 40}, func(t taskRow) cell { return texted(t.If) }},
	{column{title: "If skipped", width: 60}, func(t taskRow) cell { return texted(textRich(t.Skipped)) }},
	{column{title: "Reworded", width: 22}, func(t taskRow) cell { return texted(rewordedWords(t.Reworded)) }},
	{sourceColumns[0], func(t taskRow) cell { return texted(sourceTitles(t.Sources)) }},
	{sourceColumns[1], func(t taskRow) cell { return addresses(t.Sources) }},
	{column{title: "ID", width: 24}, func(t taskRow) cell { return texted(t.ID) }},
}

// printedTaskColumns are so many that their words can be read on paper.
const printedTaskColumns = 13

// taskGrid is the list of tasks that the checklist holds.
func taskGrid(c judge.Checklist) grid {
	g := grid{name: "Tasks", printed: printedTaskColumns, held: 2}
	for _, column := range taskColumns {
		g.columns = append(g.columns, column.column)
	}
	r := newRegister(c)
	for _, section := range c.Sections {
		for _, item := range section.Items {
			g.rows = append(g.rows, taskCells(taskRow{item, section.Title, r.tasks("", item.After)}))
		}
	}
	return g
}

func taskCells(t taskRow) []cell {
	var cells []cell
	for _, column := range taskColumns {
		cells = append(cells, column.cell(t))
	}
	return cells
}

func stateLabels() []string {
	var labels []string
	for _, s := range model.TaskStates {
		labels = append(labels, s.Label)
	}
	return labels
}

func setByWords(p model.Progress) string {
	if p.State == model.Done && p.By == model.ByAnswer {
		return "the answers of the plan"
	}
	return p.By
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
	return at.Format(time.DateOnly)
}

// taskNumbers is taskList without its first word: "3, 4 (PKI)".
func (f fact) taskNumbers() string {
	var words []string
	for _, n := range f.tasks {
		words = append(words, strconv.Itoa(n)+f.asideOf(n))
	}
	return strings.Join(words, ", ")
}

func sourceTitles(sources []model.Reference) string {
	var titles []string
	for _, r := range sources {
		titles = append(titles, sourceTitle(r))
	}
	return strings.Join(titles, "\n")
}

// addresses are those of the sources, one a line. One alone can be clicked: a
// cell has room for a single link.
func addresses(sources []model.Reference) cell {
	var list []string
	for _, r := range sources {
		if address, ok := address(r.URL); ok {
			list = append(list, address)
		}
	}
	c := texted(strings.Join(list, "\n"))
	if len(list) == 1 {
		c.link = list[0]
	}
	return c
}
