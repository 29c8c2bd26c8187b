package wizard

import (
	tea "charm.land/bubbletea/v2"

	"cmgwizard/model"
	"cmgwizard/steps"
)

// program is the one Bubble Tea model: it turns messages into events, asks the
// machine what follows, and effects into commands.
type program struct {
	state   State
	outside Outside
	theme   *theme
	width   int
	height  int

	field   field    // where the screen asks for an answer
	list    listing  // where it lists rows
	overlay *listing // help or meaning, over the screen

	shown   string            // what field and list were made for
	cursors map[string]string // the row to come back to, screen by screen

	judged  *model.Outcome // what the answers mean, until they change
	hovered string         // the choice that judged is for

	saving   bool
	queued   *model.Plan // the plan to save once the running save is done
	quitting bool
	dirty    bool // the last save failed or has not run
}

func newProgram(o Options, state State) *program {
	m := &program{state: state, outside: o.Outside, theme: newTheme(o.ASCII), width: 80, height: 24, cursors: map[string]string{}}
	m.show()
	return m
}

// Init asks the terminal nothing: the first frame waits for nobody.
func (m *program) Init() tea.Cmd { return nil }

// View draws the frame.
func (m *program) View() tea.View {
	v := tea.NewView(m.content())
	v.AltScreen = true
	return v
}

// Update takes a message. It does no input or output: that is what commands do.
func (m *program) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
	case Event:
		return m, m.happen(msg)
	case tea.KeyPressMsg:
		return m, m.press(msg)
	case tea.PasteMsg:
		if m.field != nil && m.overlay == nil {
			m.field.update(tea.PasteMsg{Content: model.Clean(msg.Content)})
		}
	}
	return m, nil
}

// happen plays an event on the machine and starts what follows.
func (m *program) happen(e Event) tea.Cmd {
	if e.Kind == Saved || e.Kind == Failed && e.Text == string(SavePlan) {
		m.saving, m.dirty = false, e.Kind == Failed
	}
	m.remember()
	next, effects := Next(m.state, e)
	m.state = next
	var commands []tea.Cmd
	for _, effect := range effects {
		commands = append(commands, m.start(effect))
	}
	commands = append(commands, m.afterSave(e))
	m.show()
	return tea.Batch(commands...)
}

// remember notes where the cursor of a list stands.
func (m *program) remember() {
	if m.field == nil {
		m.cursors[m.listKey()] = m.list.picked()
	}
}

func (m *program) listKey() string {
	if m.state.Screen == ListScreen {
		return string(m.state.Screen) + m.state.Place.Step
	}
	return string(m.state.Screen)
}

// show makes the field or the rows of the screen, unless it shows them already.
func (m *program) show() {
	m.judged = nil
	if question, asks := m.asks(); asks {
		if shown := string(m.state.Screen) + m.state.Place.String() + question.Key; shown != m.shown || m.field == nil {
			m.shown, m.field = shown, m.newField(question)
		}
		return
	}
	key := m.listKey()
	if m.shown != key {
		m.list = listing{cursor: -1}
	}
	m.field, m.shown = nil, key
	m.list.rows = m.rows()
	m.list.find(m.cursorFor(key))
	m.list.settle()
}

// cursorFor is the row on which a list opens.
func (m *program) cursorFor(key string) string {
	if m.state.Screen == ListScreen && m.list.picked() == "" && len(m.list.rows) > 2 {
		return rowOn
	}
	return m.cursors[key]
}

// asks reports whether the screen asks for an answer, and which.
func (m *program) asks() (steps.Question, bool) {
	switch m.state.Screen {
	case NameScreen, FileScreen, OpenScreen:
		return steps.Question{}, true
	case QuestionScreen:
		q, ok := m.state.question()
		return q, ok
	}
	return steps.Question{}, false
}

func (m *program) newField(q steps.Question) field {
	switch m.state.Screen {
	case NameScreen:
		return newText(m.theme, m.state.Name, "Contoso")
	case FileScreen:
		return newText(m.theme, m.state.Suggest, "")
	case OpenScreen:
		return newText(m.theme, "", "contoso.toml")
	}
	return newField(m.theme, &m.state.Draft, q)
}

// outcome is what the answers mean with the choice under the cursor.
func (m *program) outcome() model.Outcome {
	hovered := ""
	if c, ok := m.field.(*choiceField); ok && m.state.Screen == QuestionScreen {
		hovered = c.value()
	}
	if m.judged == nil || m.hovered != hovered {
		o := model.Judge(m.supposed(hovered))
		m.judged, m.hovered = &o, hovered
	}
	return *m.judged
}

// supposed is the plan as it would be with a choice.
func (m *program) supposed(choice string) model.Plan {
	plan := m.state.Plan
	if m.state.Screen != QuestionScreen {
		return plan
	}
	plan.Answers = m.state.Draft.Clone()
	if q, ok := m.state.question(); ok && choice != "" {
		_ = set(&plan.Answers, q, choice) // a choice that does not fit is judged as not made
	}
	return plan
}
