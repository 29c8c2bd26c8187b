package wizard

import (
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"cmgwizard/model"
	"cmgwizard/steps"
)

// press turns a key into an event, or moves what moves on the screen.
func (m *program) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case matches(msg, keys.leave):
		return m.leave()
	case m.overlay != nil:
		m.pressOverlay(msg)
		return nil
	case m.opens(msg, keys.help):
		m.overlay = &listing{rows: m.helpRows(), cursor: -1}
		return nil
	case m.opens(msg, keys.overview) && m.state.Path != "":
		m.overlay = &listing{rows: meaning(m.theme, m.outcome()), cursor: -1}
		return nil
	case m.opens(msg, keys.review):
		return m.happen(Event{Kind: Review})
	case matches(msg, keys.back):
		return m.happen(Event{Kind: Back})
	case m.field != nil:
		return m.pressField(msg)
	}
	return m.pressList(msg)
}

// leave saves and quits; a second time it quits at once.
func (m *program) leave() tea.Cmd {
	if m.state.Screen == LeftScreen || m.state.Screen == ConflictScreen {
		m.quitting = true
		return tea.Quit
	}
	return m.happen(Event{Kind: Leave})
}

// opens reports whether a key opens something. Where text is typed, a
// character is text.
func (m *program) opens(msg tea.KeyPressMsg, b key.Binding) bool {
	_, typing := m.field.(*textField)
	return matches(msg, b) && (!typing || msg.Text == "")
}

func (m *program) pressOverlay(msg tea.KeyPressMsg) {
	if scrolled := move(m.overlay, msg, m.height); !scrolled {
		m.overlay = nil
	}
}

func (m *program) pressField(msg tea.KeyPressMsg) tea.Cmd {
	if answer, ok := m.field.shortcut(msg); ok {
		return m.happen(Event{Kind: Answer, Text: answer})
	}
	if matches(msg, keys.next) {
		return m.happen(Event{Kind: Answer, Text: m.field.value()})
	}
	m.field.update(msg)
	return nil
}

func (m *program) pressList(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case move(&m.list, msg, m.height):
		return nil
	case matches(msg, keys.next):
		return m.happen(Event{Kind: Pick, Text: m.list.picked()})
	case m.state.Screen != ListScreen:
		return nil
	case matches(msg, keys.remove):
		return m.removePicked()
	case matches(msg, keys.undo):
		return m.happen(Event{Kind: Undo})
	case matches(msg, keys.add):
		return m.happen(Event{Kind: Pick, Text: rowAdd})
	}
	return nil
}

func (m *program) removePicked() tea.Cmd {
	if entry, err := strconv.Atoi(m.list.picked()); err == nil {
		return m.happen(Event{Kind: Remove, Index: entry})
	}
	return nil
}

// move moves the cursor of a list or scrolls it, if the key is for that.
func move(l *listing, msg tea.KeyPressMsg, height int) bool {
	half := max((height-4)/2, 1)
	switch {
	case matches(msg, keys.up):
		l.move(-1)
	case matches(msg, keys.down):
		l.move(+1)
	case matches(msg, keys.pageUp):
		l.page(-half)
	case matches(msg, keys.pageDown):
		l.page(+half)
	case matches(msg, keys.top):
		l.page(-len(l.rows))
	case matches(msg, keys.bottom):
		l.page(+len(l.rows))
	default:
		return false
	}
	return true
}

// rows are those of the screen.
func (m *program) rows() []row {
	switch m.state.Screen {
	case StartScreen:
		return m.startRows()
	case ListScreen:
		return m.entryRows()
	case ReviewScreen:
		return reviewRows(m.theme, &m.state.Plan, m.outcome())
	case ChecklistScreen:
		return checklistRows(m.theme, model.NewChecklist(m.state.Plan, m.outside.Now()))
	case TaskScreen:
		return m.taskRows()
	case ExportScreen:
		return m.formatRows()
	case DoneScreen:
		return m.doneRows()
	case ConflictScreen:
		return conflictRows()
	}
	return nil
}

func (m *program) startRows() []row {
	var rows []row
	if last := m.state.Last; last != nil {
		text := m.theme.strong.Render("Continue "+model.Clean(last.Name)) + m.theme.dim.Render(" "+model.Clean(last.Path)+", "+last.Updated.Format("2 January 2006 15:04"))
		rows = append(rows, row{id: rowContinue, text: text, hang: 2})
	}
	return append(rows,
		row{id: rowNew, text: "Make a new plan"},
		row{id: rowOpen, text: "Open a plan"},
		row{id: rowLeave, text: "Leave"})
}

func (m *program) entryRows() []row {
	step, _ := steps.Find(m.state.Place.Step)
	var rows []row
	for i := range step.List.Len(&m.state.Plan.Answers) {
		name, about := step.Recap(&m.state.Plan.Answers, i)
		rows = append(rows, row{id: strconv.Itoa(i), text: m.theme.strong.Render(name) + m.theme.dim.Render("  "+about), hang: 2})
	}
	add, on := "Add a "+step.List.Noun, "Continue"
	if len(rows) == 0 {
		on = "Continue without one: I do not know yet"
	}
	return append(rows, row{id: rowAdd, text: add}, row{id: rowOn, text: on})
}

func (m *program) taskRows() []row {
	for _, section := range model.NewChecklist(m.state.Plan, m.outside.Now()).Sections {
		for _, item := range section.Items {
			if item.ID == m.state.Task {
				return taskRows(m.theme, item)
			}
		}
	}
	return nil
}

func (m *program) formatRows() []row {
	rows := make([]row, 0, len(m.state.Formats)+1)
	for _, f := range m.state.Formats {
		rows = append(rows, row{id: f.Name, text: m.theme.strong.Render(f.Name) + m.theme.dim.Render("  "+f.About), hang: 2})
	}
	return append(rows, row{id: rowDone, text: "That is all"})
}

func (m *program) doneRows() []row {
	rows := []row{
		{id: rowLeave, text: "Leave"}, {},
		{text: "Your plan: " + model.Clean(m.state.Path), hang: 2},
	}
	for _, path := range m.state.Written {
		rows = append(rows, row{text: "Printed: " + model.Clean(path), hang: 2})
	}
	return append(rows, row{}, row{text: "To go on later: cmgwizard " + model.Clean(m.state.Path), hang: 2},
		row{text: m.theme.verdict(m.outcome().Verdict)})
}

func conflictRows() []row {
	return []row{
		{id: rowCopy, text: "Save my answers under another name and go on there"},
		{id: rowReload, text: "Read the file again and give up the changes since the last save"},
		{id: rowRetry, text: "Try to save again"},
	}
}

// helpRows are the reason, the place to look and the keys of the screen.
func (m *program) helpRows() []row {
	var rows []row
	if q, ok := m.state.question(); ok && m.state.Screen == QuestionScreen {
		f, _ := m.state.Draft.Field(q.Key)
		step, _ := steps.Find(m.state.Place.Step)
		rows = append(rows, row{text: m.theme.title.Render(f.Ask)}, row{})
		for _, part := range []string{q.Note, "Why: " + q.Why, "Where to look: " + q.Where, step.Why} {
			if part != "" && part != "Where to look: " {
				rows = append(rows, row{text: part}, row{})
			}
		}
		rows = append(rows, row{text: "Who can answer: the team " + model.Teams.Label(f.Team) + ". \"I do not know yet\" is a good answer: it becomes an open question for them."}, row{})
	}
	return append(rows, keyRows...)
}

// keyRows explain every key once.
var keyRows = []row{
	{text: "Keys"},
	{text: "up, down       move; page up, page down, home and end too", hang: 15},
	{text: "enter, tab     take the answer and go on", hang: 15},
	{text: "1-9, y, n      choose at once", hang: 15},
	{text: "esc, shift+tab go back; from the first question of a page without its changes", hang: 15},
	{text: "F1 or ?        this help", hang: 15},
	{text: "F2 or ctrl+r   the review: all answers, findings, open questions", hang: 15},
	{text: "F3 or ctrl+o   what the answers mean so far", hang: 15},
	{text: "a, x, u        in a list: add, remove, undo", hang: 15},
	{text: "ctrl+c         save and leave", hang: 15},
}
