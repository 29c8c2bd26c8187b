package plain

import (
	"strconv"
	"strings"

	"cmgwizard/wizard/machine"
)

// pick takes the number of a row, or a command of a list.
func (l *lines) pick(line string) {
	if l.pickInRun(line) || l.pickAmongTasks(line) {
		return
	}
	if l.state.Screen == machine.ListScreen && l.pickInList(line) {
		return
	}
	if l.pickAmongFiles(line) {
		return
	}
	if l.pickOnBoard(line) {
		return
	}
	if line == "" && (l.state.Screen == machine.CompareScreen || l.state.Screen == machine.RuleChangesScreen) {
		l.happen(machine.Event{Kind: machine.Pick, Text: machine.RowOn})
		return
	}
	n, err := strconv.Atoi(line)
	if err != nil || n < 1 || n > len(l.rows) {
		l.complain(l.expected())
		return
	}
	l.happen(machine.Event{Kind: machine.Pick, Text: l.rows[n-1].ID})
}

// pickOnBoard takes the letters of the board and of its pages; false leaves a
// number to the others.
func (l *lines) pickOnBoard(line string) bool {
	switch l.state.Screen {
	case machine.BoardScreen:
		for _, r := range l.rows {
			if r.Key == line && line > "9" {
				l.happen(machine.Event{Kind: machine.Pick, Text: r.ID})
				return true
			}
		}
		return false
	case machine.AreaScreen, machine.ConfirmScreen, machine.FoundScreen:
	default:
		return false
	}
	rest, confirm := strings.CutPrefix(line, "c")
	switch {
	case line == "":
		l.happen(machine.Event{Kind: machine.Back})
	case line == "u":
		l.happen(machine.Event{Kind: machine.Undo})
	case confirm:
		l.happen(machine.Event{Kind: machine.Confirm, Text: l.numbered(strings.TrimSpace(rest)).ID})
	default:
		return false
	}
	return true
}

// expected says what can be typed where rows are picked.
func (l *lines) expected() string {
	if len(l.rows) == 0 {
		return "expected Enter alone"
	}
	return numberTo(len(l.rows))
}

func (l *lines) pickInList(line string) bool {
	if line == "" {
		l.happen(machine.Event{Kind: machine.Pick, Text: machine.RowOn})
		return true
	}
	if line == "u" {
		l.happen(machine.Event{Kind: machine.Undo})
		return true
	}
	rest, remove := strings.CutPrefix(line, "x")
	n, err := strconv.Atoi(strings.TrimSpace(rest))
	if remove && err == nil {
		l.happen(machine.Event{Kind: machine.Remove, Index: n - 1})
	}
	return remove && err == nil
}
