package wizard

import (
	"cmp"
	"strings"

	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
	"github.com/charmbracelet/x/ansi"
)

// noticeLine is the line above the keys: what just happened, else what the answers
// mean so far.
func (m *program) noticeLine() string {
	text := ""
	switch {
	case m.slow && m.state.Screen == machine.LeftScreen:
		text = m.theme.Strong("saving" + m.theme.Signs.Cut + " the disk is slow; the wizard ends when it is done")
	case m.slow:
		text = m.theme.Strong("saving" + m.theme.Signs.Cut)
	case m.notice() != "" && !m.longNotice():
		text = m.theme.Good(m.notice())
	case m.onBoard():
	case m.state.Runs():
		text = m.theme.Warn(m.content().RunNotice())
	case m.state.Path != "" && m.width < screen.WideEnough:
		text = screen.MeaningLine(m.theme.Look, m.outcome(), m.width-1)
	}
	return ansi.Truncate(" "+text, m.width, m.theme.Signs.Cut)
}

// onBoard reports whether the verdict stands on the screen already.
func (m *program) onBoard() bool {
	switch m.state.Screen {
	case machine.BoardScreen, machine.FoundScreen, machine.ConfirmScreen:
		return true
	}
	return false
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
	return m.theme.Dim(line)
}

// keyHints are those of what is seen.
func (m *program) keyHints() []string {
	if m.finder != nil {
		return m.finderHints()
	}
	if m.overlay != nil {
		return []string{"esc close", "up/down scroll"}
	}
	return m.content().KeyHints(m.list.row())
}

// banner is what went wrong, and what just happened where a line is too short for
// it.
func (m *program) banner(width int) []string {
	var lines []string
	if m.state.Problem != "" && m.state.Screen != machine.QuestionScreen {
		lines = append(screen.Wrap(m.theme.Bad("Problem: ")+m.state.Problem, width), "")
	}
	if m.longNotice() {
		lines = append(append(lines, m.noticeLines(width)...), "")
	}
	return lines
}

// noticeLines are a long notice, cut where a question would have no room beside it.
func (m *program) noticeLines(width int) []string {
	lines := screen.Wrap(m.theme.Good(m.notice()), width)
	if most := max((m.height-8)/2, 1); m.state.Screen == machine.QuestionScreen && len(lines) > most {
		lines = append(lines[:most-1:most-1], ansi.Truncate(strings.Join(lines[most-1:], " "), width, m.theme.Signs.Cut))
	}
	return lines
}

// notice is what just happened, or what is said aside.
func (m *program) notice() string { return cmp.Or(m.state.Notice, m.aside) }

// longNotice reports whether a notice needs more than the line for it. Where
// tasks are worked on it may lose its end: the list does not jump.
func (m *program) longNotice() bool {
	return !m.state.Works() && !m.state.Runs() && ansi.StringWidth(m.notice()) > m.width-2
}
