package wizard

import (
	"strconv"
	"strings"
)

// pick takes the number of a row, or a command of a list.
func (l *lines) pick(line string) {
	if l.pickAmongTasks(line) {
		return
	}
	if l.state.Screen == ListScreen && l.pickInList(line) {
		return
	}
	if l.pickAmongFiles(line) {
		return
	}
	if line == "" && (l.state.Screen == CompareScreen || l.state.Screen == NewsScreen) {
		l.happen(Event{Kind: Pick, Text: rowOn})
		return
	}
	n, err := strconv.Atoi(line)
	if err != nil || n < 1 || n > len(l.rows) {
		l.complain(l.expected())
		return
	}
	l.happen(Event{Kind: Pick, Text: l.rows[n-1].id})
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
		l.happen(Event{Kind: Pick, Text: rowOn})
		return true
	}
	if line == "u" {
		l.happen(Event{Kind: Undo})
		return true
	}
	rest, remove := strings.CutPrefix(line, "x")
	n, err := strconv.Atoi(strings.TrimSpace(rest))
	if remove && err == nil {
		l.happen(Event{Kind: Remove, Index: n - 1})
	}
	return remove && err == nil
}
