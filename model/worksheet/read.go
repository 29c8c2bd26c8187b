package worksheet

import (
	"bytes"
	"fmt"
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

// A List is what was read: its rows, and what is told about the list itself.
type List struct {
	Rows []Row
	Told []LeftOut
}

// A Row is what a list says about one task.
type Row struct {
	Place  int    // as programs for sheets count rows
	Sheet  string // the name of its sheet, "" where there is none
	ID     string
	Origin string
	Work   Work
	beside Work                          // what is told where it changed, and never read back
	lost   map[diff.ProgressPart]problem // cells that cannot be read
	cells  map[diff.ProgressPart]string  // the places of the cells
	marked bool                          // a row without an ID that holds something
}

// A FormError says why a file is no list that can be read.
type FormError struct{ what, hint string }

func (e *FormError) Error() string { return e.what }

// Hint says what to do.
func (e *FormError) Hint() string { return e.hint }

const listHint = `give the XLSX or CSV of "cmgwizard export", or the file that the HTML page hands out`

// Read reads a list of tasks, whatever its name says that it is.
func Read(data []byte) (List, error) {
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return List{}, &FormError{"the list is empty", listHint}
	case len(data) > MaxSize:
		return List{}, &FormError{fmt.Sprintf("the file is larger than %d MiB", MaxSize>>20), listHint}
	case bytes.HasPrefix(data, []byte("PK")):
		return readWorkbook(data)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return List{}, &FormError{"this is an old workbook (.xls), or one with a password", "save it as .xlsx without a password"}
	}
	text, guessed, err := textOf(data)
	switch {
	case err != nil:
		return List{}, err
	case strings.HasPrefix(strings.TrimSpace(text), "{"):
		return readStates(text)
	}
	return readCSV(text, guessed)
}
