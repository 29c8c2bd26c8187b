package export

import (
	"strconv"
	"time"
)

// A grid is a list of rows under titles, as a sheet or as a file of its own.
type grid struct {
	name    string
	columns []column
	rows    [][]cell
	printed int // so many of its columns are printed; 0 for all
	held    int // so many of its columns stay in sight
}

// A column has a title and a width in letters. A column with choices holds one
// of them in each row. The lines of a loose one make no row higher.
type column struct {
	title   string
	width   int
	choices []string
	loose   bool
}

// A cell holds a text of one or more lines, a number or a day.
type cell struct {
	text   string
	kind   cellKind
	number int
	day    time.Time // its day alone counts
	link   string    // where the text leads, "" for nowhere
}

type cellKind uint8

const (
	textCell cellKind = iota
	numberCell
	dayCell
	titleCell   // of a whole sheet
	headingCell // of what stands below it
)

func numbered(n int) cell { return cell{kind: numberCell, number: n} }

func texted(text string) cell { return cell{text: text} }

// dayed is a real day where the text is one: what people wrote instead stays
// text. Sheets cannot count the days before the year 1901.
func dayed(text string) cell {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil || day.Year() < 1901 {
		return cell{kind: dayCell, text: text}
	}
	return cell{kind: dayCell, day: day}
}

// words are what the cell says as text.
func (c cell) words() string {
	switch {
	case c.kind == numberCell:
		return strconv.Itoa(c.number)
	case !c.day.IsZero():
		return c.day.Format(time.DateOnly)
	}
	return xmlClean(c.text)
}

// sourceColumns are where the pages stand behind a row. There may be many, and
// they have a sheet of their own: a row need not show them all.
var sourceColumns = []column{{title: "Source", width: 70, loose: true}, {title: "Address", width: 120, loose: true}}
