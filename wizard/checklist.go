package wizard

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"github.com/charmbracelet/x/ansi"
)

// The room that the task under the cursor gets.
const (
	besideWidth = 46 // in a wide window, beside the list
	belowHigh   = 18 // in a window of so many lines, three below it
)

// firstPending is the task to go on with, "" for none.
func (b Bench) firstPending(o judge.Judgement) string {
	for _, i := range b.listed(o.Items) {
		if i.Progress.State.Pending() {
			return i.ID
		}
	}
	return ""
}

// checklist draws how far the work is, the tasks, and what was said about the
// one under the cursor.
func (m *program) checklist(width, height int) []string {
	lines := append(m.said(width), m.workHead(width))
	if m.height >= belowHigh {
		lines = append(lines, "")
	}
	room := max(height-len(lines), 1)
	item, on := m.content().worklist().item(m.list.picked())
	if m.width >= wideEnough {
		left := width - besideWidth - 3
		return append(lines, beside(m.theme.look, room,
			column{m.list.view(m.theme.look, left, room), left}, column{m.taskBeside(item, on, room), besideWidth})...)
	}
	below := m.taskBelow(item.Item, on, width)
	list := m.list.view(m.theme.look, width, max(room-len(below), 1))
	return append(append(lines, pad(list, room-len(below))...), below...)
}

// workHead says how far the whole work is.
func (m *program) workHead(width int) string {
	w := m.content().worklist()
	items := w.Outcome.Items
	done := 0
	for _, i := range items {
		if !i.Progress.State.Pending() {
			done++
		}
	}
	head := m.theme.title("The checklist") + "  " + m.theme.gauge(done, len(items), m.width) + settledWords(items, w.today)
	return ansi.Truncate(head, width, m.theme.signs.cut)
}

// taskBeside is the task under the cursor, as much of it as there is room.
func (m *program) taskBeside(item judge.FullItem, on bool, height int) []string {
	if !on {
		return nil
	}
	l := listing{rows: m.content().taskRows(item.ID), cursor: -1}
	return l.view(m.theme.look, besideWidth, height)
}

// taskBelow is what was said about the task under the cursor, in one line or,
// under a rule, in two.
func (m *program) taskBelow(item judge.Item, on bool, width int) []string {
	lines := make([]string, 2)
	if on {
		lines = m.belowLines(item)
	}
	for i, line := range lines {
		lines[i] = ansi.Truncate(line, width, m.theme.signs.cut)
	}
	if m.height < belowHigh {
		return lines[:1]
	}
	return append([]string{m.theme.bar(strings.Repeat(m.theme.signs.rule, width))}, lines...)
}

// belowLines are the state with who and when, and what else matters most.
func (m *program) belowLines(item judge.Item) []string {
	w := m.content().worklist()
	words := []string{m.theme.strong(stateWords(item))}
	if who := model.Clean(item.Progress.Owner); who != "" {
		words = append(words, who+" does it")
	}
	if due := dueWords(item, w.today); due != "" {
		words = append(words, m.theme.dueStyled(item, w.today, due))
	}
	return []string{strings.Join(words, "; "), m.secondLine(item)}
}

// secondLine tells of another wording, else of the note, else what the task
// waits for, else who can do it.
func (m *program) secondLine(item judge.Item) string {
	changed, note := rewordedWords(item, m.state.entry(item.ID)), item.Progress.NoteLines()
	waits := waitsWords(m.content().worklist().Outcome, item)
	switch {
	case changed != "":
		return "It " + changed
	case len(note) > 0:
		return m.theme.dim("Note: ") + strings.Join(note, " ")
	case waits != "":
		return m.theme.dim("Waits for: ") + waits
	}
	return m.theme.dim(item.Who)
}
