package screen

import (
	"strings"

	"cmgwizard/model/compare"
)

// Glance tells each way to authenticate in a line or two.
func (c *Content) Glance() []Row { return glanceRows(c.Look, c.comparison()) }

// Comparison sets them side by side, with the answers of the page that is open.
func (c *Content) Comparison() []Row {
	return compareRows(c.Look, c.comparison(), c.pictureWidth())
}

func (c *Content) comparison() compare.Comparison {
	if c.compared == nil {
		compared := compare.Plan(c.State.AsIs())
		c.compared = &compared
	}
	return *c.compared
}

// compareRows set the methods, and the modes of the management points, beside
// one another for the devices of the plan: in columns where there is width for
// them, else one after the other.
func compareRows(look *Look, c compare.Comparison, width int) []Row {
	rows := glanceRows(look, c)
	for _, g := range c.Groups {
		rows = append(rows, Row{}, Row{Text: look.Title(g.Title + ", in detail")})
		for _, note := range g.Notes {
			rows = append(rows, Row{Text: look.Dim(note)})
		}
		rows = append(rows, groupRows(look, g, width)...)
	}
	return rows
}

// glanceRows tell each alternative in a line or two.
func glanceRows(look *Look, c compare.Comparison) []Row {
	var rows []Row
	for _, item := range c.First {
		rows = append(rows, Row{Text: "Answer first: " + item.Question, Hang: 2})
	}
	for _, g := range c.Groups {
		if len(g.Alternatives) > 0 {
			rows = append(rows, Row{}, Row{Text: look.Title(g.Title)})
		}
		for _, a := range g.Alternatives {
			rows = append(rows, Row{Text: look.Strong(a.Called()) + ": " + a.Glance(), Hang: 2})
		}
	}
	return rows
}

// groupRows tell how the alternatives differ, then what is the same for all of
// them.
func groupRows(look *Look, g compare.Group, width int) []Row {
	titles, figures := g.Table()
	different, shared := compare.Split(figures)
	rows := listRows(look, titles, different)
	if width >= WideEnough {
		rows = tableRows(look, titles, different, width)
	}
	if len(shared) > 0 {
		rows = append(rows, Row{}, Row{Text: look.Choice("The same for all of these")})
	}
	for _, f := range shared {
		rows = append(rows, figureRow(look, f.Label, f.Cells[0])...)
	}
	return rows
}

// listRows tell one alternative after the other.
func listRows(look *Look, titles []string, different []compare.TableRow) []Row {
	var rows []Row
	for i, title := range titles {
		rows = append(rows, Row{}, Row{Text: look.Choice(title)})
		for _, f := range different {
			rows = append(rows, figureRow(look, f.Label, f.Cells[i])...)
		}
	}
	return rows
}

func figureRow(look *Look, label string, lines []string) []Row {
	if len(lines) == 0 {
		return nil
	}
	rows := []Row{{Text: look.Dim(label+": ") + lines[0], Hang: 4}}
	for _, line := range lines[1:] {
		rows = append(rows, Row{Text: "    " + line, Hang: 4})
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
func tableRows(look *Look, titles []string, figures []compare.TableRow, width int) []Row {
	room := width - 4 - labelWidth
	most := max(room/(leastCell+wallWidth), 1)
	bands := (len(titles) + most - 1) / most
	var rows []Row
	for band := range bands {
		from, to := band*len(titles)/bands, (band+1)*len(titles)/bands
		cells := room/(to-from) - wallWidth
		rows = append(append(rows, Row{}), bandRows(look, titles[from:to], compare.RowsBetween(figures, from, to), cells)...)
	}
	return rows
}

func bandRows(look *Look, titles []string, figures []compare.TableRow, width int) []Row {
	heads := make([][]string, len(titles))
	for i, title := range titles {
		heads[i] = []string{look.Choice(title)}
	}
	rows := sideBySide(look, "", heads, width)
	for _, f := range figures {
		rows = append(rows, sideBySide(look, f.Label, f.Cells, width)...)
	}
	return rows
}

// sideBySide is a row of the table, as many lines as its longest cell.
func sideBySide(look *Look, label string, cells [][]string, width int) []Row {
	columns := []Column{{[]string{look.Dim(label)}, labelWidth}}
	height := 1
	for _, cell := range cells {
		lines := cellLines(cell, width)
		columns = append(columns, Column{lines, width})
		height = max(height, len(lines))
	}
	var rows []Row
	for _, line := range Beside(look, height, columns...) {
		rows = append(rows, Row{Text: strings.TrimRight(line, " ")})
	}
	return rows
}

// cellLines wrap each thing in a cell; its further lines stand a little in.
func cellLines(things []string, width int) []string {
	var lines []string
	for _, thing := range things {
		parts := Wrap(thing, width)
		lines = append(lines, parts[0])
		if len(parts) > 1 {
			lines = append(lines, Indent(Wrap(Rejoin(thing, parts), width-1))...)
		}
	}
	return lines
}
