package export

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
	"evidence":     {"", "Seen", "End", ""},
}

// partGrids are the parts of a checklist but for its tasks, one row an entry.
// What the documents say against each other is told in full wherever it counts.
func partGrids(c judge.Checklist) []grid {
	var grids []grid
	for _, p := range partsOf(c, newRegister(c)) {
		if _, ok := partColumns[p.id]; ok && len(p.groups) > 0 {
			grids = append(grids, p.grid())
		}
	}
	return grids
}

// grid has a column for each label that a fact of the part has. The sources
// are not printed: they are broad, and their own sheet has them.
func (p part) grid() grid {
	heads := partColumns[p.id]
	labels, sourced := p.labels()
	g := grid{name: p.title}
	g.add(heads.group, 16)
	g.add(heads.title, 40)
	g.add(heads.word, 24)
	for _, label := range labels {
		g.add(label, widthOf(label))
	}
	g.add(heads.blank, 60)
	if sourced {
		g.printed = len(g.columns)
		g.columns = append(g.columns, sourceColumns...)
	}
	for _, group := range p.groups {
		for _, e := range group.asEntries() {
			g.rows = append(g.rows, g.cells(group, e))
		}
	}
	return g
}

// widthOf is broad for what is long, so that its rows are not too high.
func widthOf(label string) int {
	switch label {
	case "Planned as":
		return 14
	case disagree, "Where":
		return 60
	}
	return 40
}

// add puts a column in; one without a title is none.
func (g *grid) add(title string, width int) {
	if title != "" {
		g.columns = append(g.columns, column{title: title, width: width})
	}
}

// asEntries are the entries; a group that only has a sentence is one.
func (g group) asEntries() []entry {
	if len(g.entries) == 0 {
		return []entry{{title: g.lead}}
	}
	return g.entries
}

// whyLabel is the title over facts that explain themselves elsewhere.
const whyLabel = "Why"

func (f fact) columnTitle() string {
	if f.label == "" {
		return whyLabel
	}
	return f.label
}

// labels are those of all facts, in the order in which they come up, but what
// the documents say against each other comes last.
func (p part) labels() (labels []string, sourced bool) {
	conflicts := false
	for _, g := range p.groups {
		for _, e := range g.entries {
			sourced = sourced || len(e.sources) > 0
			for _, f := range e.facts {
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
func (g grid) cells(of group, e entry) []cell {
	var cells []cell
	for _, c := range g.columns {
		cells = append(cells, e.under(c.title, of))
	}
	return cells
}

func (e entry) under(title string, of group) cell {
	switch title {
	case "Severity", "Need", "Owner":
		return texted(of.title)
	case "Decision", "Requirement", "Finding", "Question", "Seen":
		return texted(e.title)
	case "Choice", "Standing", "End":
		return texted(e.word)
	case "Source":
		return texted(sourceTitles(e.sources))
	case "Address":
		return addresses(e.sources)
	}
	var lines []string
	for _, f := range e.facts {
		if f.columnTitle() == title {
			lines = append(lines, f.plainLines()...)
		}
	}
	return texted(strings.Join(lines, "\n"))
}

// plainLines are the lines of a fact as plain text.
func (f fact) plainLines() []string {
	var lines []string
	if len(f.tasks) > 0 {
		lines = append(lines, f.taskList())
	}
	for _, line := range f.lines {
		lines = append(lines, model.Clean(textRich(line)))
	}
	return lines
}

// sourceGrid lists each page once, with the tasks that rest on it.
func sourceGrid(c judge.Checklist) grid {
	g := grid{name: "Sources", columns: []column{{title: "Source", width: 60}, {title: "Address", width: 110}, {title: "Read", width: 12}, {title: "Tasks", width: 40}}}
	var pages []model.Reference
	tasks := map[model.Reference]*fact{}
	for _, item := range c.Items() {
		for _, r := range item.Sources {
			if tasks[r] == nil {
				tasks[r], pages = &fact{}, append(pages, r)
			}
			tasks[r].tasks = append(tasks[r].tasks, item.Number)
		}
	}
	for _, r := range pages {
		g.rows = append(g.rows, []cell{texted(sourceTitle(r)), addresses([]model.Reference{r}), dayed(r.Read), texted(tasks[r].taskNumbers())})
	}
	return g
}
