package screen

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// RowToRead begins the id of a row that is there to be read: Enter explains it.
const RowToRead = "told:"

// A Row is an entry of a screen that is a list. Rows without an id are read,
// the others can be picked.
type Row struct {
	ID    string
	Key   string // the key that picks it from anywhere on the screen, "" for none
	About string // what explain tells about the row: a rule, a task or a key of the plan
	Text  string // may hold styles; wrapped to the width
	Hang  int    // how far its further lines are indented
}

// Rejoin puts together what text was wrapped into, without the first part. A
// word that was broken, such as a long address, is whole again.
func Rejoin(text string, parts []string) string {
	rest, joined := ansi.Strip(text), ""
	for i, part := range parts {
		unbroken, found := strings.CutPrefix(strings.TrimLeft(rest, " "), strings.Trim(ansi.Strip(part), " "))
		if i > 1 && (strings.HasPrefix(rest, " ") || !found) {
			joined += " "
		}
		if i > 0 {
			joined += part
		}
		if found {
			rest = unbroken
		}
	}
	return joined
}
