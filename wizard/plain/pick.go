package plain

import (
	"strconv"
	"strings"

	"cmgwizard/wizard/machine"
)

// pick takes the number of a row, or a command of a list.
func (l *lines) pick(line string) {
	if l.pickAmongTasks(line) {
		return
	}
	if l.state.Screen == machine.ListScreen && l.pickInList(line) {
		return
	}
	if l.pickAmongFiles(line) {
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
