package wizard

import (
	"strings"

	"cmgwizard/model"
)

// The columns of a comparison: what a row is called, and how wide the column of
// an alternative is at least.
const (
	labelWidth = 18
	leastCell  = 25
	wallWidth  = 3
)

// tableRows set alternatives side by side: as many as have room, and below them
// the next, evenly.
func tableRows(t *theme, titles []string, figures []model.Row, width int) []row {
	room := width - 4 - labelWidth
	most := max(room/(leastCell+wallWidth), 1)
	bands := (len(titles) + most - 1) / most
	var rows []row
	for band := range bands {
		from, to := band*len(titles)/bands, (band+1)*len(titles)/bands
		cells := room/(to-from) - wallWidth
		rows = append(append(rows, row{}), bandRows(t, titles[from:to], model.Band(figures, from, to), cells)...)
	}
	return rows
}

func bandRows(t *theme, titles []string, figures []model.Row, width int) []row {
	heads := make([][]string, len(titles))
	for i, title := range titles {
		heads[i] = []string{t.choice.Render(title)}
	}
	rows := sideBySide(t, "", heads, width)
	for _, f := range figures {
		rows = append(rows, sideBySide(t, f.Label, f.Cells, width)...)
	}
	return rows
}

// sideBySide is a row of the table, as many lines as its longest cell.
func sideBySide(t *theme, label string, cells [][]string, width int) []row {
	columns := []column{{[]string{t.dim.Render(label)}, labelWidth}}
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
