package wizard

import (
	"slices"
	"strconv"
	"strings"
)

// pickAmongFiles takes the commands of the pages on files; false leaves a
// number to the others.
func (l *lines) pickAmongFiles(line string) bool {
	switch l.state.Screen {
	case EvidenceScreen:
		return l.pickInList(line)
	case FolderScreen:
		return l.pickInFolder(line)
	case MergeScreen:
		return l.chooseLine(line)
	case FactsScreen:
		l.happen(Event{Kind: Back})
		return true
	}
	return false
}

// pickInFolder takes the letters of the file picker. After a mark the folder is
// not read out again.
func (l *lines) pickInFolder(line string) bool {
	switch line {
	case "a":
		l.happen(Event{Kind: Pick, Text: rowAll})
	case "", "r":
		l.happen(Event{Kind: Pick, Text: rowRead})
		l.readOut = l.state.Screen == FolderScreen
	default:
		return l.markLine(line)
	}
	return true
}

// chooseLine takes the answer with this number or leaves it. What the files say
// is not read out again.
func (l *lines) chooseLine(number string) bool {
	id := l.numbered(number).id
	if !strings.HasPrefix(id, rowTake) {
		return false
	}
	l.happen(Event{Kind: Pick, Text: id})
	rows := l.content().rows()
	l.number(rows[slices.IndexFunc(rows, func(r row) bool { return strings.HasPrefix(r.id, rowTake) }):])
	l.readOut = true
	return true
}

// numbered is the row with this number, an empty one for none.
func (l *lines) numbered(number string) row {
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > len(l.rows) {
		return row{}
	}
	return l.rows[n-1]
}

// markLine marks the file with this number and reads out its line only.
func (l *lines) markLine(number string) bool {
	id := l.numbered(number).id
	entry, ok := l.state.Desk.Folder.entry(id)
	if !ok || entry.Folder {
		return false
	}
	l.happen(Event{Kind: Pick, Text: id})
	l.say(l.state.Desk.fileLine(l.look, entry, widestLine))
	l.readOut = true
	return true
}

// addFiles goes to the files, from a page that has a way there.
func (l *lines) addFiles() {
	before := l.state.Screen
	l.happen(Event{Kind: Files})
	if l.state.Screen == before {
		l.complain("files are added from a question, a list, the review or the checklist")
	}
}

// widestLine is how much of a long name is read out.
const widestLine = 200

// picks reports whether a row gets a number. What is only to be read does not.
func picks(r row) bool { return r.id != "" && !strings.HasPrefix(r.id, rowTold) }
