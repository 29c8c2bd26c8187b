package wizard

import "cmgwizard/wizard/machine"

// workHints are the keys of the screens on which tasks are worked on, none for
// the others.
func (m *program) workHints() []string {
	switch m.state.Screen {
	case machine.ChecklistScreen:
		return m.listHints()
	case machine.TaskScreen:
		return []string{"x tick", "s state", "esc back", "F1 help", "n note", "o who", "d due", "up/down scroll", "e explain", "u undo", "b by", "ctrl+c save, leave"}
	case machine.FilterScreen:
		return []string{m.enterHint(), "esc back", "F1 help", "up/down move", "ctrl+c save, leave"}
	case machine.StateScreen:
		return []string{"enter keep", "esc back", "F1 help", "1-5 choose", "ctrl+c save, leave"}
	case machine.SayScreen:
		return m.sayHints()
	}
	return nil
}

// listHints are those of the task under the cursor.
func (m *program) listHints() []string {
	if m.taskHere() == "" {
		return []string{m.enterHint(), "esc back", "F1 help", "f filter", "u undo", "up/down move", "ctrl+c save, leave"}
	}
	return []string{"x tick", "s state", "esc back", "F1 help", "n note", "o who", "d due", "f filter", "enter open", "u undo", "b by", "p print", "e explain", "ctrl+c save, leave"}
}

func (m *program) sayHints() []string {
	hints := []string{"enter keep", "esc back", "F1 help"}
	if m.state.TaskWork.Part == machine.PartNote {
		hints = append(hints, "ctrl+j new line")
	}
	return append(hints, "ctrl+c leave")
}
