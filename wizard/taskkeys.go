package wizard

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"cmgwizard/wizard/machine"
)

// working is what a key says about the task under the cursor or about the list.
func (m *program) working(msg tea.KeyPressMsg) (machine.Event, bool) {
	switch {
	case m.state.Screen == machine.FilterScreen && matches(msg, keys.filter):
		return machine.Event{Kind: machine.Filter}, true
	case !m.state.Works():
		return machine.Event{}, false
	case matches(msg, keys.undo):
		return machine.Event{Kind: machine.Undo}, true
	case matches(msg, keys.filter) && m.state.Screen == machine.ChecklistScreen:
		return machine.Event{Kind: machine.Filter}, true
	case matches(msg, keys.run):
		return machine.Event{Kind: machine.Run}, true
	case matches(msg, keys.print) && m.state.Screen == machine.ChecklistScreen:
		return machine.Event{Kind: machine.Pick, Text: machine.RowExport}, true
	}
	task := m.underCursor()
	if matches(msg, keys.tick) {
		return machine.Event{Kind: machine.Tick, Text: task}, task != ""
	}
	for part, b := range map[machine.Part]key.Binding{machine.PartState: keys.state, machine.PartNote: keys.note, machine.PartWho: keys.who, machine.PartDue: keys.due, machine.PartBy: keys.by} {
		if matches(msg, b) {
			return machine.Event{Kind: machine.Ask, Part: part, Text: task}, task != ""
		}
	}
	return machine.Event{}, false
}
