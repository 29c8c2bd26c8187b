package worksheet

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model/diff"
)

// The bounds of what is read. A list of ours has about a hundred rows.
const (
	MaxSize    = 4 << 20 // bytes of a file
	maxRows    = 5000
	maxColumns = 200
	maxCell    = 64 << 10 // bytes of a text
	maxText    = 32 << 20 // bytes of all texts
	maxAbove   = 20       // rows above the titles
)

// A Row is what a list says about one task.
type Row struct {
	Place  int // as programs for sheets count rows
	ID     string
	Origin string
	Work   Work
}

// A FormError says why a file is no list that can be read.
type FormError struct{ what, hint string }

func (e *FormError) Error() string { return e.what }

// Hint says what to do.
func (e *FormError) Hint() string { return e.hint }

const listHint = `give the XLSX or CSV of "cmgwizard export", or the file that the HTML page hands out`

// Read reads a list of tasks, whatever its name says that it is.
func Read(data []byte) ([]Row, error) {
	switch {
	case len(data) > MaxSize:
		return nil, &FormError{fmt.Sprintf("the file is larger than %d MiB", MaxSize>>20), listHint}
	case bytes.HasPrefix(data, []byte("PK")):
		return readWorkbook(data)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return nil, &FormError{"this is an old workbook (.xls), or one with a password", "save it as .xlsx without a password"}
	}
	text, err := textOf(data)
	switch {
	case err != nil:
		return nil, err
	case strings.HasPrefix(strings.TrimSpace(text), "{"):
		return readStates(text)
	}
	return readCSV(text)
}

// A line is a row of a table with its place.
type line struct {
	place int
	cells []cell
}

// A cell is a text, or the number of a day where only days are meant.
type cell struct {
	text  string
	day   string // "YYYY-MM-DD" for a number that can be one
	fault bool   // a formula without a result
}

// errNoTitles says that a table is no list of ours.
var errNoTitles = &FormError{fmt.Sprintf("there are no columns %q and %q: this is no list of tasks of this program, or a column was deleted", IDTitle, OriginTitle), listHint}

// rowsOf reads a table under its titles.
func rowsOf(table []line, texts func(string) string) ([]Row, error) {
	head := titlesIn(table)
	if head < 0 {
		return nil, errNoTitles
	}
	titles := map[string]int{}
	for i, c := range table[head].cells {
		if title := titleOf(c.text); titles[title] == 0 {
			titles[title] = i + 1
		}
	}
	var rows []Row
	for _, l := range table[head+1:] {
		if row := l.row(titles, texts); row.ID+row.Origin != "" || len(row.Work) > 0 && !row.Work.empty() {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

func (w Work) empty() bool {
	for _, text := range w {
		if strings.TrimSpace(text) != "" {
			return false
		}
	}
	return true
}

// titleOf is a title however it is written.
func titleOf(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }

// titlesIn is the place of the row with the titles, -1 for none.
func titlesIn(table []line) int {
	for i, l := range table[:min(len(table), maxAbove)] {
		has := func(title string) bool {
			return slices.ContainsFunc(l.cells, func(c cell) bool { return titleOf(c.text) == titleOf(title) })
		}
		if has(IDTitle) && has(OriginTitle) {
			return i
		}
	}
	return -1
}

// row is the line under these titles.
func (l line) row(titles map[string]int, texts func(string) string) Row {
	at := func(title string) (cell, bool) {
		place := titles[titleOf(title)]
		if place == 0 {
			return cell{}, false
		}
		if place > len(l.cells) {
			return cell{}, true
		}
		return l.cells[place-1], true
	}
	id, _ := at(IDTitle)
	origin, _ := at(OriginTitle)
	row := Row{l.place, strings.TrimSpace(id.text), strings.TrimSpace(origin.text), Work{}}
	for _, part := range Parts {
		c, there := at(part.Title)
		switch {
		case !there || c.fault || strings.HasSuffix(c.text, CutMark):
		case part.What == diff.DuePart && c.day != "":
			row.Work[part.What] = c.day
		default:
			row.Work[part.What] = texts(c.text)
		}
	}
	return row
}
