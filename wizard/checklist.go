package wizard

import (
	"strings"

	"cmgwizard/model/judge"
	"cmgwizard/wizard/screen"
	"github.com/charmbracelet/x/ansi"
)

// The room that the task under the cursor gets.
const (
	besideWidth = 46 // in a wide window, beside the list
	belowHigh   = 18 // in a window of so many lines, three below it
)

// checklist draws how far the work is, the tasks, and what was said about the
// one under the cursor.
func (m *program) checklist(width, height int) []string {
	lines := append(m.banner(width), ansi.Truncate(m.content().WorkHead(), width, m.theme.Signs.Cut))
	if m.height >= belowHigh {
		lines = append(lines, "")
	}
	room := max(height-len(lines), 1)
	item, on := m.content().Task(m.list.picked())
	if m.width >= screen.WideEnough {
		left := width - besideWidth - 3
		return append(lines, screen.Beside(m.theme.Look, room,
			screen.Column{Lines: m.list.view(m.theme.Look, left, room), Width: left}, screen.Column{Lines: m.taskBeside(item, on, room), Width: besideWidth})...)
	}
	below := m.taskBelow(item.Item, on, width)
	list := m.list.view(m.theme.Look, width, max(room-len(below), 1))
	return append(append(lines, pad(list, room-len(below))...), below...)
}

// taskBeside is the task under the cursor, as much of it as there is room.
func (m *program) taskBeside(item judge.FullItem, on bool, height int) []string {
	if !on {
		return nil
	}
	l := listing{rows: m.content().TaskRows(item.ID), cursor: -1}
	return l.view(m.theme.Look, besideWidth, height)
}

// taskBelow is what was said about the task under the cursor, in one line or,
// under a rule, in two.
func (m *program) taskBelow(item judge.Item, on bool, width int) []string {
	lines := make([]string, 2)
	if on {
		lines = m.content().InShort(item)
	}
	for i, line := range lines {
		lines[i] = ansi.Truncate(line, width, m.theme.Signs.Cut)
	}
	if m.height < belowHigh {
		return lines[:1]
	}
	return append([]string{m.theme.Bar(strings.Repeat(m.theme.Signs.Rule, width))}, lines...)
}
