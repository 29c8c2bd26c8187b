package wizard

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/steps"
	"github.com/charmbracelet/x/ansi"
)

// The sizes at which the picture changes.
const (
	wideEnough   = 110 // steps and meaning beside the question
	stepsWidth   = 25
	meaningWidth = 40
	leastWidth   = 24
	leastHeight  = 8
)

// frame draws the whole screen: head, body, one line of what was said or
// what it means, one line of keys. It is a pure function of the model.
func (m *program) frame() string {
	if m.width < leastWidth || m.height < leastHeight {
		return strings.Join(clip([]string{"This window is", "too small.", "Make it larger:", "nothing is lost."}, m.width, m.height, m.theme.look), "\n")
	}
	lines := append(m.head(), m.body(m.height-4)...)
	lines = clip(pad(lines, m.height-2), m.width, m.height-2, m.theme.look)
	return strings.Join(append(lines, m.noticeLine(), m.keyLine()), "\n")
}

// head is the name of the plan and how far the way is, over a rule.
func (m *program) head() []string {
	left := " " + m.theme.title("cmgwizard")
	if m.state.Path != "" {
		left += " " + model.Clean(m.state.Plan.Name)
	}
	right := m.progress() + " "
	room := m.width - ansi.StringWidth(right) - 1
	left = ansi.Truncate(left, max(room, 1), m.theme.signs.cut)
	gap := max(m.width-ansi.StringWidth(left)-ansi.StringWidth(right), 0)
	return []string{left + strings.Repeat(" ", gap) + right, m.theme.bar(strings.Repeat(m.theme.signs.rule, m.width))}
}

// progress says how far the way is, or what of the checklist is listed.
func (m *program) progress() string {
	if filter := m.state.Bench.filterWords(); m.state.Screen == ChecklistScreen && filter != "" {
		items := m.content().worklist().Outcome.Items
		count := fmt.Sprintf(": %d of %d", len(m.state.Bench.listed(items)), len(items))
		return ansi.Truncate(filter, max(m.width-len(count)-2, 1), m.theme.signs.cut) + count
	}
	return progress(m.state)
}

// body is the middle of the screen in so many lines.
func (m *program) body(height int) []string {
	if m.overlay != nil {
		return indent(m.overlay.view(m.theme.look, m.width-2, height))
	}
	if m.state.Screen == ChecklistScreen {
		return indent(m.checklist(m.width-2, height))
	}
	if m.state.Screen != QuestionScreen && m.state.Screen != ListScreen || m.width < wideEnough {
		return indent(m.main(m.width-2, height))
	}
	middle := m.width - stepsWidth - meaningWidth - 6
	return beside(m.theme.look, height,
		column{m.stepList(height), stepsWidth}, column{m.main(middle, height), middle}, column{m.panel(height), meaningWidth})
}

// main is what the screen is about.
func (m *program) main(width, height int) []string {
	lines := m.banner(width)
	switch {
	case m.field != nil:
		return append(lines, m.asking(width, height-len(lines))...)
	default:
		lines = append(lines, m.intro(width)...)
		return append(lines, m.list.view(m.theme.look, width, max(height-len(lines), 1))...)
	}
}

// intro heads a screen that is a list.
func (m *program) intro(width int) []string {
	title, text := m.content().intro()
	if title == "" {
		return nil
	}
	lines := []string{m.theme.title(title)}
	if text != "" && m.height > 14 {
		lines = append(lines, wrap(m.theme.dim(text), width)...)
	}
	return append(lines, "")
}

// panel is what the answers mean, beside the question.
func (m *program) panel(height int) []string {
	l := listing{rows: meaning(m.theme.look, m.outcome()), cursor: -1}
	return l.view(m.theme.look, meaningWidth, height)
}

// stepList is the way: what is done, where we are, what is left.
func (m *program) stepList(height int) []string {
	var rows []row
	here := -1
	path := steps.Path(&m.state.Draft)
	for i, s := range path {
		if s.ID == m.state.Place.Step {
			here = i
		}
	}
	for i, s := range path {
		sign, text := m.theme.signs.left, s.Title
		switch {
		case i == here:
			sign, text = m.theme.signs.cursor, m.theme.choice(s.Title)
		case m.complete(s):
			sign = m.theme.signs.done
		case i > here:
			text = m.theme.dim(s.Title)
		}
		rows = append(rows, row{text: sign + " " + text, hang: 2})
	}
	l := listing{rows: rows, cursor: -1}
	return l.view(m.theme.look, stepsWidth, height)
}

// complete reports whether every question of a page is answered.
func (m *program) complete(s steps.Step) bool {
	questions := s.Every(&m.state.Plan.Answers)
	for _, q := range questions {
		if f, ok := m.state.Plan.Field(q.Key); ok && !f.Given() && !q.Optional {
			return false
		}
	}
	return len(questions) > 0
}
