package worksheet

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model/diff"
)

// A line is a row of a table with its place.
type line struct {
	place int
	cells []cell
}

// A cell is a text, or the number of a day where only days are meant.
type cell struct {
	text    string
	day     string // "YYYY-MM-DD" for a number that can be one
	fault   bool   // a formula without a result
	guessed bool   // its letters may be others
}

// errNoTitles says that a table is no list of ours.
var errNoTitles = &FormError{fmt.Sprintf("there are no columns %q and %q: this is no list of tasks of this program, or a column was deleted", IDTitle, OriginTitle), listHint}

// A table is a sheet, or a file of separated cells.
type table struct {
	sheet string
	lines []line
	texts func(string) string // how a text is read
}

// list reads the table under its titles.
func (t table) list() (List, error) {
	head := titlesIn(t.lines)
	if head < 0 {
		return List{}, errNoTitles
	}
	titles := map[string]int{}
	var l List
	for i, c := range t.lines[head].cells {
		title := titleOf(c.text)
		if titles[title] == 0 {
			titles[title] = i + 1
		} else if isRead(title) {
			l.Told = append(l.Told, t.twice(t.lines[head], i, titles[title]))
		}
	}
	l.Told = append(l.Told, t.missing(t.lines[head], titles)...)
	for _, line := range t.lines[head+1:] {
		if row := t.row(line, titles); row.ID+row.Origin != "" || row.marked {
			l.Rows = append(l.Rows, row)
		}
	}
	return l, nil
}

// isRead reports whether a column of this title is read back.
func isRead(title string) bool {
	return slices.ContainsFunc(append(partTitles(), IDTitle, OriginTitle), func(t string) bool { return titleOf(t) == title })
}

func partTitles() []string {
	var titles []string
	for _, part := range Parts {
		titles = append(titles, part.Title)
	}
	return titles
}

// twice tells of a column that a table has twice.
func (t table) twice(head line, column, first int) LeftOut {
	return LeftOut{Row: head.place, Sheet: t.sheet, Cell: place(column, head.place),
		Why: fmt.Sprintf("there is a second column %q, which is not read: column %s is", strings.TrimSpace(head.cells[column].text), ColumnLetters(first-1)),
		Do:  "Delete or rename the column that is not meant."}
}

// missing tells of columns that are not there: what people wrote into others
// instead is not read.
func (t table) missing(head line, titles map[string]int) []LeftOut {
	var told []LeftOut
	for _, title := range partTitles() {
		if titles[titleOf(title)] == 0 {
			told = append(told, LeftOut{Row: head.place, Sheet: t.sheet, Why: fmt.Sprintf("there is no column %q, so the plan keeps what it says there", title),
				Do: "If it was renamed, give it its old name."})
		}
	}
	return told
}

// titleOf is a title however it is written.
func titleOf(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }

// titlesIn is the place of the row with the titles, -1 for none.
func titlesIn(lines []line) int {
	for i, l := range lines[:min(len(lines), maxAbove)] {
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
func (t table) row(l line, titles map[string]int) Row {
	at := func(title string) (c cell, column int) {
		if column = titles[titleOf(title)]; column > 0 && column <= len(l.cells) {
			c = l.cells[column-1]
		}
		return c, column
	}
	id, _ := at(IDTitle)
	origin, _ := at(OriginTitle)
	row := Row{Place: l.place, Sheet: t.sheet, ID: strings.TrimSpace(id.text), Origin: strings.TrimSpace(origin.text), Work: Work{}, beside: Work{},
		lost: map[diff.ProgressPart]problem{}, cells: map[diff.ProgressPart]string{},
		marked: slices.ContainsFunc(l.cells, func(c cell) bool { return strings.TrimSpace(c.text) != "" })}
	for _, part := range slices.Concat(Parts, besides) {
		c, column := at(part.Title)
		if column == 0 {
			continue
		}
		row.cells[part.What] = place(column-1, l.place)
		row.take(part.What, c, t.texts)
	}
	return row
}

// take keeps what a cell says.
func (r *Row) take(what diff.ProgressPart, c cell, texts func(string) string) {
	said := texts(c.text)
	if c.day != "" && (what == diff.DuePart || what == onPart) {
		said = c.day
	}
	if slices.ContainsFunc(besides, func(p part) bool { return p.What == what }) {
		r.beside[what] = said
		return
	}
	r.Work[what] = said
	switch {
	case c.fault:
		r.lost[what] = problem{"the cell shows an error instead of a value", "Type the value."}
	case c.guessed:
		r.lost[what] = problem{"the file does not say which letters these are: it is not UTF-8", `Save the list as "CSV UTF-8" or as .xlsx, and import it again.`}
	}
}

// place is a cell as programs for sheets name it: "G12".
func place(column, row int) string { return fmt.Sprintf("%s%d", ColumnLetters(column), row) }

// ColumnLetters are the letters of a column, counted from 0: A, B, … AA.
func ColumnLetters(column int) string {
	letters := ""
	for column++; column > 0; column = (column - 1) / 26 {
		letters = string(rune('A'+(column-1)%26)) + letters
	}
	return letters
}
