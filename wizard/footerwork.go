package wizard

// workHints are the keys of the screens on which tasks are worked on, none for
// the others.
func (m *program) workHints() []string {
	switch m.state.Screen {
	case ChecklistScreen:
		return m.listHints()
	case TaskScreen:
		return []string{"x tick", "s state", "esc back", "F1 help", "n note", "o who", "d due", "up/down scroll", "e explain", "u undo", "b by", "ctrl+c save, leave"}
	case FilterScreen:
		return []string{m.enterHint(), "esc back", "F1 help", "up/down move", "ctrl+c save, leave"}
	case StateScreen:
		return []string{"enter keep", "esc back", "F1 help", "1-5 choose", "ctrl+c save, leave"}
	case SayScreen:
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
	if m.state.Bench.Part == PartNote {
		hints = append(hints, "ctrl+j new line")
	}
	return append(hints, "ctrl+c leave")
}
