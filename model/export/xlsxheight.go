package export

import (
	"strconv"
	"strings"
	"unicode/utf8"
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
func (g grid) height(cells []cell) markup {
	lines := 1
	for i, c := range cells {
		if column := g.columns[i]; !column.loose {
			lines = max(lines, c.linesIn(column.width))
		}
	}
	high := min(lineHeight*float64(lines)+1.5, maxHeight)
	switch cells[0].kind {
	case headingCell:
		high = 24
	case titleCell:
		high = min(24*float64(cells[0].linesIn(titleWidth)), maxHeight)
	}
	return at("ht", strconv.FormatFloat(high, 'f', -1, 64))
}

// linesIn counts the lines in a column, as well as one can without the font.
// An address is broken wherever the column ends.
func (c cell) linesIn(width int) int {
	lines := 0
	width += width / 10 // letters are a little narrower than the figures in which a column is measured
	for line := range strings.SplitSeq(c.words(), "\n") {
		lines += max(1, len(wrap(line, width)), (utf8.RuneCountInString(line)+width-1)/width)
	}
	return lines
}
