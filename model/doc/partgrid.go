package doc

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// partColumns are the titles of what each part says of its entries: to which
// group they belong, what they are, how they stand, and a place to write. An
// empty one is left out. The parts that are not named have no sheet.
var partColumns = map[string]struct{ group, title, word, blank string }{
	"decisions":    {"", "Decision", "Choice", ""},
	"requirements": {"Need", "Requirement", "", ""},
	"findings":     {"Severity", "Finding", "Standing", ""},
	"questions":    {"Owner", "Question", "", "Answer"},
	"confirm":      {"Owner", "Question", "Assumed", "Is it true?"},
	"evidence":     {"", "Seen", "End", ""},
}

// PartGrids are the parts of a checklist but for its tasks, one row an entry.
// What the documents say against each other is told in full wherever it counts.
func PartGrids(c judge.Checklist) []Grid {
	var grids []Grid
	for _, p := range partsOf(c) {
		if _, ok := partColumns[p.Id]; ok && len(p.Groups) > 0 {
			grids = append(grids, p.grid())
		}
	}
	return grids
}

// grid has a column for each label that a fact of the part has. The sources
// are not printed: they are broad, and their own sheet has them.
func (p Part) grid() Grid {
	heads := partColumns[p.Id]
	labels, sourced := p.labels()
	g := Grid{Name: p.Title}
	g.add(heads.group, 16)
	g.add(heads.title, 40)
	g.add(heads.word, 24)
	for _, label := range labels {
		g.add(label, widthOf(label))
	}
	g.add(heads.blank, 60)
	if sourced {
		g.Printed = len(g.Columns)
		g.Columns = append(g.Columns, sourceColumns...)
	}
	for _, group := range p.Groups {
		for _, e := range group.asEntries() {
			g.Rows = append(g.Rows, g.cells(group, e))
		}
	}
	return g
}

// widthOf is broad for what is long, so that its rows are not too high.
func widthOf(label string) int {
	switch label {
	case "Planned as":
		return 14
	case disagree, whereLabel:
		return 60
	}
	return 40
}

// add puts a column in; one without a title is none.
func (g *Grid) add(title string, width int) {
	if title != "" {
		g.Columns = append(g.Columns, Column{Title: title, Width: width})
	}
}

// asEntries are the entries; a group that only has a sentence is one.
func (g Group) asEntries() []Entry {
	if len(g.Entries) == 0 {
		return []Entry{{Title: g.Lead}}
	}
	return g.Entries
}

// whyLabel is the title over facts that explain themselves elsewhere.
const whyLabel = "Why"

func (f Fact) columnTitle() string {
	if f.Label == "" {
		return whyLabel
	}
	return f.Label
}

// labels are those of all facts, in the order in which they come up, but what
// the documents say against each other comes last.
func (p Part) labels() (labels []string, sourced bool) {
	conflicts := false
	for _, g := range p.Groups {
		for _, e := range g.Entries {
			sourced = sourced || len(e.Sources) > 0
			for _, f := range e.Facts {
				title := f.columnTitle()
				conflicts = conflicts || title == disagree
				if title != disagree && !slices.Contains(labels, title) {
					labels = append(labels, title)
				}
			}
		}
	}
	if conflicts {
		labels = append(labels, disagree)
	}
	return labels, sourced
}

// cells are what the entry says under each title of the grid. The titles of a
// part are its own words: none of them is the label of a fact.
func (g Grid) cells(of Group, e Entry) []Cell {
	var cells []Cell
	for _, c := range g.Columns {
		cells = append(cells, e.under(c.Title, of))
	}
	return cells
}

func (e Entry) under(title string, of Group) Cell {
	switch title {
	case "Severity", "Need", "Owner":
		return Texted(of.Title)
	case "Decision", "Requirement", "Finding", "Question", "Seen":
		return Texted(e.Title)
	case "Choice", "Standing", "End", "Assumed":
		return Texted(e.Word)
	case "Source":
		return Texted(sourceTitles(e.Sources))
	case "Address":
		return addresses(e.Sources)
	}
	var lines []string
	for _, f := range e.Facts {
		if f.columnTitle() == title {
			lines = append(lines, f.PlainLines()...)
		}
	}
	return Texted(strings.Join(lines, "\n"))
}

// PlainLines are the lines of a fact as plain text.
func (f Fact) PlainLines() []string {
	var lines []string
	if len(f.Tasks) > 0 {
		lines = append(lines, f.TaskList())
	}
	for _, line := range f.Lines {
		lines = append(lines, model.Clean(cellText(line)))
	}
	return lines
}

// SourceGrid lists each page once, with the tasks that rest on it.
func SourceGrid(c judge.Checklist) Grid {
	g := Grid{Name: "Sources", Columns: []Column{{Title: "Source", Width: 60}, {Title: "Address", Width: 110}, {Title: "Read", Width: 12}, {Title: "Tasks", Width: 40}}}
	var pages []model.Reference
	tasks := map[model.Reference]*Fact{}
	for _, item := range c.Items() {
		for _, r := range item.Sources {
			if tasks[r] == nil {
				tasks[r], pages = &Fact{}, append(pages, r)
			}
			tasks[r].Tasks = append(tasks[r].Tasks, item.Number)
		}
	}
	for _, r := range pages {
		g.Rows = append(g.Rows, []Cell{Texted(SourceTitle(r)), addresses([]model.Reference{r}), Dayed(r.Read), Texted(tasks[r].taskNumbers())})
	}
	return g
}
