package plain

import (
	"slices"
	"strconv"
	"strings"

	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
)

// pickAmongFiles takes the commands of the pages on files; false leaves a
// number to the others.
func (l *lines) pickAmongFiles(line string) bool {
	switch l.state.Screen {
	case machine.EvidenceScreen:
		return l.pickInList(line)
	case machine.FolderScreen:
		return l.pickInFolder(line)
	case machine.MergeScreen:
		return l.chooseLine(line)
	case machine.FactsScreen:
		l.happen(machine.Event{Kind: machine.Back})
		return true
	}
	return false
}

// pickInFolder takes the letters of the file picker. After a mark the folder is
// not read out again.
func (l *lines) pickInFolder(line string) bool {
	switch line {
	case "a":
		l.happen(machine.Event{Kind: machine.Pick, Text: machine.RowAll})
	case "", "r":
		l.happen(machine.Event{Kind: machine.Pick, Text: machine.RowRead})
		l.readOut = l.state.Screen == machine.FolderScreen
	default:
		return l.markLine(line)
	}
	return true
}

// chooseLine takes the answer with this number or leaves it. What the files say
// is not read out again.
func (l *lines) chooseLine(number string) bool {
	row := l.numbered(number)
	if !l.content().Marks(row) {
		return false
	}
	l.happen(machine.Event{Kind: machine.Pick, Text: row.ID})
	now := l.content()
	rows := now.Rows()
	l.number(rows[slices.IndexFunc(rows, now.Marks):])
	l.readOut = true
	return true
}

// numbered is the row with this number, an empty one for none.
func (l *lines) numbered(number string) screen.Row {
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > len(l.rows) {
		return screen.Row{}
	}
	return l.rows[n-1]
}

// markLine marks the file with this number and reads out its line only.
func (l *lines) markLine(number string) bool {
	id := l.numbered(number).ID
	entry, ok := l.state.FileWork.Folder.Entry(id)
	if !ok || entry.Folder {
		return false
	}
	l.happen(machine.Event{Kind: machine.Pick, Text: id})
	l.say(screen.FileLine(l.look, l.state.FileWork, entry, widestLine))
	l.readOut = true
	return true
}

// addFiles goes to the files, from a page that has a way there.
func (l *lines) addFiles() {
	before := l.state.Screen
	l.happen(machine.Event{Kind: machine.Files})
	if l.state.Screen == before {
		l.complain("files are added from a question, a list, the board or the checklist")
	}
}

// widestLine is how much of a long name is read out.
const widestLine = 200

// picks reports whether a row gets a number. What is only to be read does not.
func picks(r screen.Row) bool { return r.ID != "" && !strings.HasPrefix(r.ID, screen.RowToRead) }
