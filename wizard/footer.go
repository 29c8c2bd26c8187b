package wizard

import (
	"github.com/charmbracelet/x/ansi"
)

// saying is the line above the keys: what just happened, else what the answers
// mean so far.
func (m *program) saying() string {
	text := ""
	switch {
	case m.state.Notice != "" && !m.longNotice():
		text = m.theme.good.Render(m.state.Notice)
	case m.state.Path != "" && m.width < wideEnough:
		text = meaningLine(m.theme, m.outcome())
	case m.saving:
		text = m.theme.dim.Render("saving")
	}
	return ansi.Truncate(" "+text, m.width, m.theme.signs.cut)
}

// keyLine says which keys do what here, the most needed first.
func (m *program) keyLine() string {
	line := ""
	for _, hint := range m.keyHints() {
		next := line + " " + hint + " "
		if ansi.StringWidth(next) > m.width {
			break
		}
		line = next
	}
	return m.theme.dim.Render(line)
}

func (m *program) keyHints() []string {
	if m.overlay != nil {
		return []string{"esc close", "up/down scroll"}
	}
	switch m.state.Screen {
	case QuestionScreen:
		if _, text := m.field.(*textField); text {
			return []string{"enter next", "esc back", "F1 help", "F2 review", "F3 meaning", "F4 explain", "ctrl+c save, leave"}
		}
		return []string{"enter next", "esc back", "1-9 choose", "F1 help", "F2 review", "F3 meaning", "F4 explain", "ctrl+c save, leave"}
	case ListScreen:
		return []string{"enter open", "a add", "x remove", "esc back", "F1 help", "F2 review", "ctrl+c save, leave"}
	case NameScreen, FileScreen, OpenScreen:
		return []string{"enter next", "esc back", "ctrl+c leave"}
	case TaskScreen:
		return []string{"esc back", "up/down scroll", "e explain", "F2 review", "ctrl+c save, leave"}
	case StartScreen:
		return []string{"enter choose", "up/down move", "ctrl+c leave"}
	}
	if m.underCursor() != "" {
		return []string{"enter open", "esc back", "e explain", "up/down move", "F1 help", "ctrl+c save, leave"}
	}
	return []string{"enter open", "esc back", "up/down move", "F1 help", "ctrl+c save, leave"}
}
