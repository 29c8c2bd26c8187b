package doc

import (
	"strconv"
	"time"
)

// A grid is a list of rows under titles, as a sheet or as a file of its own.
type Grid struct {
	Name    string
	Columns []Column
	Rows    [][]Cell
	Printed int // so many of its columns are printed; 0 for all
	Held    int // so many of its columns stay in sight
}

// A column has a title and a width in letters. A column with choices holds one
// of them in each row. The lines of a loose one make no row higher. A hidden one
// is for programs. A column with bars holds parts of a whole.
type Column struct {
	Title   string
	Width   int
	Choices []string
	Loose   bool
	Hidden  bool
	Bar     bool
}

// A cell holds a text of one or more lines, a number or a day.
type Cell struct {
	Text   string
	Kind   cellKind
	Number int
	Day    time.Time // its day alone counts
	Link   string    // where the text leads, "" for nowhere

	Formula string // what gives the number in a workbook: no text is ever in it
}

type cellKind uint8

const (
	textCell cellKind = iota
	NumberCell
	PercentCell // a number of hundredths
	DayCell
	TitleCell   // of a whole sheet
	HeadingCell // of what stands below it
)

func numbered(n int) Cell { return Cell{Kind: NumberCell, Number: n} }

// Texted is a cell with text.
func Texted(text string) Cell { return Cell{Text: text} }

// Dayed is a real day where the text is one: what people wrote instead stays
// text. Sheets cannot count the days before the year 1901.
func Dayed(text string) Cell {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil || day.Year() < 1901 {
		return Cell{Kind: DayCell, Text: text}
	}
	return Cell{Kind: DayCell, Day: day}
}

// Words are what the cell says as text.
func (c Cell) Words() string {
	switch {
	case c.Kind == NumberCell:
		return strconv.Itoa(c.Number)
	case !c.Day.IsZero():
		return c.Day.Format(time.DateOnly)
	}
	return XMLClean(c.Text)
}

// sourceColumns are where the pages stand behind a row. There may be many, and
// they have a sheet of their own: a row need not show them all.
var sourceColumns = []Column{{Title: "Source", Width: 70, Loose: true}, {Title: "Address", Width: 120, Loose: true}}
