package wizard

import (
	"cmgwizard/model"
	"cmgwizard/steps"
)

// remember notes where the cursor of a list stands.
func (m *program) remember() {
	if m.field == nil {
		m.cursors[m.listKey()] = spot{m.list.cursor, m.list.picked()}
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
	m.list.find(m.spotFor(key))
	m.list.settle()
}

// spotFor is the row on which a list opens.
func (m *program) spotFor(key string) spot {
	if m.state.Screen == ListScreen && m.list.picked() == "" && len(m.list.rows) > 2 {
		return spot{id: rowOn}
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
