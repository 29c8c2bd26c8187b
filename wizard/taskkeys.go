package wizard

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// working is what a key says about the task under the cursor or about the list.
func (m *program) working(msg tea.KeyPressMsg) (Event, bool) {
	switch {
	case m.state.Screen == FilterScreen && matches(msg, keys.filter):
		return Event{Kind: Filter}, true
	case !m.state.works():
		return Event{}, false
	case matches(msg, keys.undo):
		return Event{Kind: Undo}, true
	case matches(msg, keys.filter) && m.state.Screen == ChecklistScreen:
		return Event{Kind: Filter}, true
	case matches(msg, keys.print) && m.state.Screen == ChecklistScreen:
		return Event{Kind: Pick, Text: rowExport}, true
	}
	task := m.taskHere()
	if matches(msg, keys.tick) {
		return Event{Kind: Tick, Text: task}, task != ""
	}
	for part, b := range map[Part]key.Binding{PartState: keys.state, PartNote: keys.note, PartWho: keys.who, PartDue: keys.due, PartBy: keys.by} {
		if matches(msg, b) {
			return Event{Kind: Ask, Part: part, Text: task}, task != ""
		}
	}
	return Event{}, false
}

// taskHere is the task that is shown or that the cursor is on, "" for none.
func (m *program) taskHere() string {
	if m.state.Screen == TaskScreen {
		return m.state.Task
	}
	return m.underCursor()
}
