package wizard

import (
	"strings"

	"cmgwizard/model/compare"
	"cmgwizard/steps"
)

// reach goes to the next page. Before the first method is chosen, the methods
// are compared.
func (s State) reach(page steps.Step) State {
	entered := s.enter(steps.At(page.ID))
	if entered.comparesFirst() {
		return entered.compare()
	}
	return entered
}

// comparesFirst reports whether the comparison stands before the open page.
func (s State) comparesFirst() bool {
	return s.Screen == QuestionScreen && s.Place.Step == steps.Methods && !s.Plan.MethodChosen()
}

// beforeFirst is the place of the comparison on its page: before the questions.
const beforeFirst = -1

// compare goes to the comparison, without what the open page changed.
func (s State) compare() State {
	s = s.enter(s.Place.On(beforeFirst))
	s.Place.Question = beforeFirst
	return s.at(CompareScreen)
}

// chooseMethods goes on from the comparison to the questions.
func chooseMethods(s State, _ Event) (State, []Effect) {
	return s.enter(s.Place), nil
}

// compareRows set the methods, and the modes of the management points, beside
// one another for the devices of the plan: in columns where there is width for
// them, else one after the other.
func compareRows(t *look, c compare.Comparison, width int) []row {
	rows := glanceRows(t, c)
	for _, g := range c.Groups {
		rows = append(rows, row{}, row{text: t.title(g.Title + ", in detail")})
		for _, note := range g.Notes {
			rows = append(rows, row{text: t.dim(note)})
		}
		rows = append(rows, groupRows(t, g, width)...)
	}
	return rows
}

// glanceRows tell each alternative in a line or two.
func glanceRows(t *look, c compare.Comparison) []row {
	var rows []row
	for _, item := range c.First {
		rows = append(rows, row{text: "Answer first: " + item.Question, hang: 2})
	}
	for _, g := range c.Groups {
		if len(g.Alternatives) > 0 {
			rows = append(rows, row{}, row{text: t.title(g.Title)})
		}
		for _, a := range g.Alternatives {
			rows = append(rows, row{text: t.strong(a.Called()) + ": " + a.Glance(), hang: 2})
		}
	}
	return rows
}

// groupRows tell how the alternatives differ, then what is the same for all of
// them.
func groupRows(t *look, g compare.Group, width int) []row {
	titles, figures := g.Table()
	different, shared := compare.Split(figures)
	rows := listRows(t, titles, different)
	if width >= wideEnough {
		rows = tableRows(t, titles, different, width)
	}
	if len(shared) > 0 {
		rows = append(rows, row{}, row{text: t.choice("The same for all of these")})
	}
	for _, f := range shared {
		rows = append(rows, figureRow(t, f.Label, f.Cells[0])...)
	}
	return rows
}

// listRows tell one alternative after the other.
func listRows(t *look, titles []string, different []compare.Row) []row {
	var rows []row
	for i, title := range titles {
		rows = append(rows, row{}, row{text: t.choice(title)})
		for _, f := range different {
			rows = append(rows, figureRow(t, f.Label, f.Cells[i])...)
		}
	}
	return rows
}

func figureRow(t *look, label string, lines []string) []row {
	if len(lines) == 0 {
		return nil
	}
	rows := []row{{text: t.dim(label+": ") + lines[0], hang: 4}}
	for _, line := range lines[1:] {
		rows = append(rows, row{text: "    " + line, hang: 4})
	}
	return rows
}

// The columns of a comparison: what a row is called, and how wide the column of
// an alternative is at least.
const (
	labelWidth = 18
	leastCell  = 25
	wallWidth  = 3
)

// tableRows set alternatives side by side: as many as have room, and below them
// the next, evenly.
func tableRows(t *look, titles []string, figures []compare.Row, width int) []row {
	room := width - 4 - labelWidth
	most := max(room/(leastCell+wallWidth), 1)
	bands := (len(titles) + most - 1) / most
	var rows []row
	for band := range bands {
		from, to := band*len(titles)/bands, (band+1)*len(titles)/bands
		cells := room/(to-from) - wallWidth
		rows = append(append(rows, row{}), bandRows(t, titles[from:to], compare.Band(figures, from, to), cells)...)
	}
	return rows
}

func bandRows(t *look, titles []string, figures []compare.Row, width int) []row {
	heads := make([][]string, len(titles))
	for i, title := range titles {
		heads[i] = []string{t.choice(title)}
	}
	rows := sideBySide(t, "", heads, width)
	for _, f := range figures {
		rows = append(rows, sideBySide(t, f.Label, f.Cells, width)...)
	}
	return rows
}

// sideBySide is a row of the table, as many lines as its longest cell.
func sideBySide(t *look, label string, cells [][]string, width int) []row {
	columns := []column{{[]string{t.dim(label)}, labelWidth}}
	height := 1
	for _, cell := range cells {
		lines := cellLines(cell, width)
		columns = append(columns, column{lines, width})
		height = max(height, len(lines))
	}
	var rows []row
	for _, line := range beside(t, height, columns...) {
		rows = append(rows, row{text: strings.TrimRight(line, " ")})
	}
	return rows
}

// cellLines wrap each thing in a cell; its further lines stand a little in.
func cellLines(things []string, width int) []string {
	var lines []string
	for _, thing := range things {
		parts := wrap(thing, width)
		lines = append(lines, parts[0])
		if len(parts) > 1 {
			lines = append(lines, indent(wrap(rejoin(thing, parts), width-1))...)
		}
	}
	return lines
}
