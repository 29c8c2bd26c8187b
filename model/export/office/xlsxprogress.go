package office

import (
	"fmt"
	"slices"
	"strconv"

	"cmgwizard/model"
	"cmgwizard/model/doc"
)

// progressName is the sheet that counts the list of tasks as people work in it.
const progressName = "Progress"

// progressGrid says how far each team and each phase is. Its numbers are
// formulas, so that they follow the list: they are made of places in the
// workbook alone, never of a text.
func progressGrid(list doc.Grid) doc.Grid {
	g := doc.Grid{Name: progressName, Columns: []doc.Column{{Width: 52}, {Width: 9}}}
	head := []doc.Cell{{Text: "Tasks", Kind: doc.HeadingCell}}
	for _, s := range model.TaskStates {
		g.Columns = append(g.Columns, doc.Column{Width: 17})
		head = append(head, doc.Cell{Text: s.Label, Kind: doc.HeadingCell})
	}
	g.Columns = append(g.Columns, doc.Column{Width: 18, Bar: true})
	head = append(head, doc.Cell{Text: "Settled", Kind: doc.HeadingCell})
	g.Rows = [][]doc.Cell{{{Text: progressName, Kind: doc.TitleCell}}}
	for _, by := range []struct{ title, column string }{{"Team", "Owner"}, {"Phase", "Phase"}} {
		g.Rows = append(g.Rows, append([]doc.Cell{{Text: by.title, Kind: doc.HeadingCell}}, head...))
		counted := columnOf(list, by.column)
		for _, label := range labelsIn(list, counted) {
			g.Rows = append(g.Rows, progressRow(list, counted, label, len(g.Rows)+1))
		}
	}
	return g
}

// columnOf is the place of a column of the list.
func columnOf(list doc.Grid, title string) int {
	return slices.IndexFunc(list.Columns, func(c doc.Column) bool { return c.Title == title })
}

// labelsIn are the different texts of a column, in the order of the list.
func labelsIn(list doc.Grid, column int) []string {
	var labels []string
	for _, row := range list.Rows {
		if label := row[column].Text; !slices.Contains(labels, label) {
			labels = append(labels, label)
		}
	}
	return labels
}

// progressRow counts the tasks of one team or phase by their states. What is
// pending is taken from all to see what is settled.
func progressRow(list doc.Grid, counted int, label string, at int) []doc.Cell {
	state := columnOf(list, doc.StateLabel)
	total, pending := 0, 0
	byState := map[string]int{}
	for _, row := range list.Rows {
		if row[counted].Text == label {
			total++
			byState[row[state].Text]++
		}
	}
	all := columnName(1) + strconv.Itoa(at)
	own := fmt.Sprintf("%s,$A%d", placesOf(list, counted), at)
	cells := []doc.Cell{doc.Texted(label), {Kind: doc.NumberCell, Number: total, Formula: "COUNTIF(" + own + ")"}}
	settled := all
	for i, s := range model.TaskStates {
		column := columnName(i + 2)
		cells = append(cells, doc.Cell{Kind: doc.NumberCell, Number: byState[s.Label],
			Formula: fmt.Sprintf("COUNTIFS(%s,%s,%s$2)", own, placesOf(list, state), column)})
		if s.Value.Pending() {
			pending += byState[s.Label]
			settled += "-" + column + strconv.Itoa(at)
		}
	}
	return append(cells, doc.Cell{Kind: doc.PercentCell, Number: (total - pending) * 100 / total, Formula: fmt.Sprintf("IF(%s=0,0,(%s)/%s)", all, settled, all)})
}

// placesOf are the cells of a column of the list: Tasks!$D$2:$D$9.
func placesOf(list doc.Grid, column int) string {
	return list.Name + "!" + absolute(columnName(column)+"2:"+columnName(column)+strconv.Itoa(len(list.Rows)+1))
}
