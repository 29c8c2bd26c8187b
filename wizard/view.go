package wizard

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
	"github.com/charmbracelet/x/ansi"
)

// The sizes of the parts beside a question, and of the least window.
const (
	stepsWidth   = 25
	meaningWidth = 40
	leastWidth   = 24
	leastHeight  = 8
)

// draw makes the whole screen: head, body, one line of what was said or
// what it means, one line of keys. It is a pure function of the model.
func (m *program) draw() string {
	if m.width < leastWidth || m.height < leastHeight {
		return strings.Join(clip([]string{"This window is", "too small.", "Make it larger:", "nothing is lost."}, m.width, m.height, m.theme.Look), "\n")
	}
	lines := append(m.head(), m.body(m.height-4)...)
	lines = clip(pad(lines, m.height-2), m.width, m.height-2, m.theme.Look)
	return strings.Join(append(lines, m.noticeLine(), m.keyLine()), "\n")
}

// head is the name of the plan and how far the way is, over a rule.
func (m *program) head() []string {
	left := " " + m.theme.Title("cmgwizard")
	if m.state.Path != "" {
		left += " " + model.Clean(m.state.Plan.Name)
	}
	right := m.content().Progress() + " "
	room := m.width - ansi.StringWidth(right) - 1
	left = ansi.Truncate(left, max(room, 1), m.theme.Signs.Cut)
	gap := max(m.width-ansi.StringWidth(left)-ansi.StringWidth(right), 0)
	return []string{left + strings.Repeat(" ", gap) + right, m.theme.Bar(strings.Repeat(m.theme.Signs.Rule, m.width))}
}

// body is the middle of the screen in so many lines.
func (m *program) body(height int) []string {
	if m.finder != nil {
		return screen.Indent(m.finderLines(m.width-2, height))
	}
	if m.overlay != nil {
		return screen.Indent(m.overlay.view(m.theme.Look, m.width-2, height))
	}
	if m.state.Screen == machine.ChecklistScreen {
		return screen.Indent(m.checklist(m.width-2, height))
	}
	if m.state.Screen == machine.BoardScreen {
		return screen.Indent(m.board(m.width-2, height))
	}
	if m.state.Screen != machine.QuestionScreen && m.state.Screen != machine.ListScreen || m.width < screen.WideEnough {
		return screen.Indent(m.main(m.width-2, height))
	}
	middle := m.width - stepsWidth - meaningWidth - 6
	return screen.Beside(m.theme.Look, height,
		screen.Column{Lines: m.stepList(height), Width: stepsWidth}, screen.Column{Lines: m.main(middle, height), Width: middle}, screen.Column{Lines: m.panel(height), Width: meaningWidth})
}

// main is what the screen is about.
func (m *program) main(width, height int) []string {
	lines := m.banner(width)
	switch {
	case m.field != nil:
		return append(lines, m.asking(width, height-len(lines))...)
	default:
		lines = append(lines, m.intro(width)...)
		return append(lines, m.list.view(m.theme.Look, width, max(height-len(lines), 1))...)
	}
}

// intro heads a screen that is a list.
func (m *program) intro(width int) []string {
	title, text := m.content().Intro()
	if title == "" {
		return nil
	}
	lines := screen.Wrap(m.theme.Title(title), width)
	if text != "" && m.height > 14 {
		lines = append(lines, screen.Wrap(m.theme.Dim(text), width)...)
	}
	return append(lines, "")
}

// board is the plan at a glance, or a list of its areas where there is no room
// for more.
func (m *program) board(width, height int) []string {
	lines := m.banner(width)
	if drawn := m.content().BoardView(m.list.cursor, width, height-len(lines)); drawn != nil {
		return append(lines, drawn...)
	}
	lines = append(lines, ansi.Truncate(m.theme.Strong(m.content().Board().Brief), width, m.theme.Signs.Cut))
	return append(lines, m.list.view(m.theme.Look, width, max(height-len(lines), 1))...)
}

// panel is what the answers mean, beside the question.
func (m *program) panel(height int) []string {
	l := listing{rows: screen.Meaning(m.theme.Look, m.outcome()), cursor: -1}
	return l.view(m.theme.Look, meaningWidth, height)
}

// stepList is the way: what is done, where we are, what is left.
func (m *program) stepList(height int) []string {
	var rows []screen.Row
	here := -1
	path := steps.Way(&m.state.Draft, m.state.Place.Step)
	for i, s := range path {
		if s.ID == m.state.Place.Step {
			here = i
		}
	}
	for i, s := range path {
		sign, text := m.theme.Signs.Left, s.Title
		switch {
		case i == here:
			sign, text = m.theme.Signs.Cursor, m.theme.Choice(s.Title)
		case m.complete(s):
			sign = m.theme.Signs.Done
		case i > here:
			text = m.theme.Dim(s.Title)
		}
		rows = append(rows, screen.Row{Text: sign + " " + text, Hang: 2})
	}
	l := listing{rows: rows, cursor: -1}
	return l.view(m.theme.Look, stepsWidth, height)
}

// complete reports whether every question of a page is answered.
func (m *program) complete(s steps.Step) bool {
	questions := s.Every(&m.state.Plan.Answers)
	for _, q := range questions {
		if !q.Optional && q.Answer(&m.state.Plan.Answers) == "" {
			return false
		}
	}
	return len(questions) > 0
}

// pad fills up with empty lines.
func pad(lines []string, height int) []string {
	for len(lines) < height {
		lines = append(lines, "")
	}
	return lines
}

// clip cuts what is too wide, with a mark, and what is too high.
func clip(lines []string, width, height int, look *screen.Look) []string {
	lines = lines[:min(len(lines), max(height, 0))]
	for i, line := range lines {
		lines[i] = ansi.Truncate(line, width, look.Signs.Cut)
	}
	return lines
}
