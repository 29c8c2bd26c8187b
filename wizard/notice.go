package wizard

import (
	"cmp"

	"github.com/charmbracelet/x/ansi"
)

// said is what went wrong, and what just happened where a line is too short for
// it.
func (m *program) said(width int) []string {
	var lines []string
	if m.state.Problem != "" && m.state.Screen != QuestionScreen {
		lines = append(wrap(m.theme.bad.Render("Problem: ")+m.state.Problem, width), "")
	}
	if m.longNotice() {
		lines = append(lines, append(wrap(m.theme.good.Render(m.notice()), width), "")...)
	}
	return lines
}

// notice is what just happened, or what is said aside.
func (m *program) notice() string { return cmp.Or(m.state.Notice, m.aside) }

// longNotice reports whether a notice needs more than the line for it. Where
// tasks are worked on it may lose its end: the list does not jump.
func (m *program) longNotice() bool {
	return !m.works() && ansi.StringWidth(m.notice()) > m.width-2
}
