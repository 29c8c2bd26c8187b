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
	return strings.Join(append(lines, m.saying(), m.keyLine()), "\n")
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

// progress says how far the way is: "step 4 of 11".
func progress(s State) string {
	path := steps.Path(&s.Draft)
	switch s.Screen {
	case QuestionScreen, ListScreen, CompareScreen:
		for i, step := range path {
			if step.ID == s.Place.Step {
				return fmt.Sprintf("step %d of %d", i+1, len(path))
			}
		}
	case FilterScreen, StateScreen, SayScreen:
		return string(ChecklistScreen)
	case ReviewScreen, ChecklistScreen, TaskScreen, ExportScreen, DoneScreen:
		return string(s.Screen)
	case EvidenceScreen, FactsScreen, FolderScreen, PathScreen, MergeScreen:
		return "files"
	}
	return ""
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
	lines := m.said(width)
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
	title, text := m.introText()
	if title == "" {
		return nil
	}
	lines := []string{m.theme.title(title)}
	if text != "" && m.height > 14 {
		lines = append(lines, wrap(m.theme.dim(text), width)...)
	}
	return append(lines, "")
}

func (m *program) introText() (title, text string) {
	switch m.state.Screen {
	case StartScreen:
		return "Plan a cloud management gateway", "Questions about your site, a checklist tailored to the answers. Nothing leaves this machine, and no secret is asked for."
	case ListScreen:
		step, _ := steps.Find(m.state.Place.Step)
		return step.Title, step.Why
	case FilterScreen:
		return filterTitle, filterText
	case ExportScreen:
		return "Print the checklist", "The file is written beside the plan. An existing file is never overwritten."
	case DoneScreen:
		return "Done", ""
	case ConflictScreen:
		return "The plan was not saved", "Your answers are still here. Choose what to do."
	case CompareScreen:
		return compareTitle, compareText
	case NewsScreen:
		return newsTitle, newsText
	case EvidenceScreen:
		return evidenceTitle, evidenceText
	case FolderScreen:
		return folderTitle(m.theme.look, m.state.Desk, m.width-2), folderText
	case MergeScreen:
		return mergeTitle, mergeText
	}
	return "", ""
}

const (
	compareTitle = "The ways to authenticate, side by side"
	compareText  = "Each is your plan judged with that one answer changed. Scroll to read; Enter goes on to the questions, and F5 brings this back."
	newsTitle    = "The rules know more than when this plan was saved"
	newsText     = "What follows is judged otherwise now. Nothing in your plan has changed; the review and the checklist have."
)

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
