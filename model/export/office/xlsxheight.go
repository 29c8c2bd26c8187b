package office

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"cmgwizard/model/doc"
)

// The heights of rows in points: LibreOffice does not work them out when it
// opens a file, and Excel takes 409 at most.
const (
	lineHeight = 13.5
	maxHeight  = 409
	titleWidth = 80 // of its large letters, over all columns
)

// height is the attribute for a row that shows all lines of its cells. It is
// no fixed one: a row grows when somebody writes a note.
func height(g doc.Grid, cells []doc.Cell) markup {
	lines := 1
	for i, c := range cells {
		if column := g.Columns[i]; !column.Loose && !column.Hidden {
			lines = max(lines, linesIn(c, column.Width))
		}
	}
	high := min(lineHeight*float64(lines)+1.5, maxHeight)
	switch cells[0].Kind {
	case doc.HeadingCell:
		high = 24
	case doc.TitleCell:
		high = min(24*float64(linesIn(cells[0], titleWidth)), maxHeight)
	}
	return at("ht", strconv.FormatFloat(high, 'f', -1, 64))
}

// linesIn counts the lines in a column, as well as one can without the font.
// An address is broken wherever the column ends.
func linesIn(c doc.Cell, width int) int {
	lines := 0
	width += width / 10 // letters are a little narrower than the figures in which a column is measured
	for line := range strings.SplitSeq(c.Words(), "\n") {
		lines += max(1, len(doc.Wrap(line, width)), (utf8.RuneCountInString(line)+width-1)/width)
	}
	return lines
}
