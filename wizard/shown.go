package wizard

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
)

// remember notes where the cursor of a list stands.
func (m *program) remember() {
	if m.field == nil {
		m.cursors[m.listKey()] = place{m.list.cursor, m.list.picked()}
	}
}

func (m *program) listKey() string {
	switch m.state.Screen {
	case machine.ListScreen:
		return string(m.state.Screen) + m.state.Place.Step
	case machine.FolderScreen:
		return string(m.state.Screen) + m.state.FileWork.Folder.Path
	case machine.AreaScreen:
		return string(m.state.Screen) + m.state.Area
	case machine.RunTaskScreen:
		return string(m.state.Screen) + m.state.RunWork.Task
	}
	return string(m.state.Screen)
}

// A leftField is a field that was left for the files or because a save was refused,
// with what was typed into it.
type leftField struct {
	field
	screen machine.Screen
	shown  string // what it was made for
	given  string // the answer there was
}

// park keeps the field that is open for the way back.
func (m *program) park() {
	if q, asks := m.state.Asks(); asks && parks(m.state.Screen) {
		m.left = &leftField{m.field, m.state.Screen, m.shown, m.given(q)}
	}
}

// parks reports whether a screen comes back to what was typed.
func parks(s machine.Screen) bool {
	return s == machine.QuestionScreen || s == machine.SayScreen || s == machine.RunSayScreen
}

func (m *program) given(q steps.Question) string {
	if m.state.Screen == machine.SayScreen {
		return m.state.SaidNow()
	}
	if m.state.Screen == machine.RunSayScreen {
		return m.state.RunSaidNow()
	}
	return q.Answer(&m.state.Draft)
}

// unpark gives back the field that was left, unless the answer is another now.
func (m *program) unpark(shown string, q steps.Question) (field, bool) {
	p := m.left
	if p == nil || p.screen != m.state.Screen {
		return nil, false
	}
	m.left = nil
	return p.field, p.shown == shown && p.given == m.given(q)
}

// show makes the field or the rows of the screen, unless it shows them already.
func (m *program) show() {
	m.shows = nil
	if question, asks := m.state.Asks(); asks {
		if shown := m.fieldKey(question); shown != m.shown || m.field == nil {
			m.shown, m.field = shown, m.fieldFor(shown, question)
		}
		return
	}
	key := m.listKey()
	if m.shown != key {
		m.list = listing{cursor: -1}
	}
	m.field, m.shown = nil, key
	m.list.rows = m.content().Rows()
	m.list.find(m.placeFor(key))
	m.list.settle()
}

// fieldKey names what a field is for.
func (m *program) fieldKey(q steps.Question) string {
	switch m.state.Screen {
	case machine.RunSayScreen:
		return strings.Join([]string{string(m.state.Screen), m.state.RunWork.Task, string(m.state.RunWork.Ask), string(m.state.RunWork.Then)}, " ")
	case machine.StateScreen, machine.SayScreen:
		return strings.Join([]string{string(m.state.Screen), m.state.Task, string(m.state.TaskWork.Part), string(m.state.TaskWork.State)}, " ")
	}
	return string(m.state.Screen) + m.state.Place.String() + q.Key + q.Ask
}

// placeFor is the row on which a list opens.
func (m *program) placeFor(key string) place {
	if m.state.Screen == machine.ListScreen && m.list.picked() == "" && len(m.list.rows) > 2 {
		return place{id: machine.RowOn}
	}
	if m.state.Screen == machine.ChecklistScreen && m.cursors[key].id == "" {
		return place{id: m.content().FirstPending()}
	}
	if m.state.Screen == machine.ExportScreen && m.cursors[key].id == "" && len(m.state.Formats) > 0 {
		return place{id: m.state.Formats[0].Name}
	}
	if (m.state.Screen == machine.AreaScreen || m.state.Screen == machine.ConfirmScreen) && m.cursors[key].id == "" {
		return place{id: m.firstAbout()}
	}
	if m.state.Screen == machine.RunTaskScreen && m.cursors[key].id == "" {
		return place{id: m.content().RunCursor()}
	}
	if m.state.Screen == machine.BackOutScreen && m.list.cursor < 0 {
		return place{id: m.content().BackOutCursor()}
	}
	if at := m.cursors[key]; m.state.Screen == machine.EvidenceScreen && (at.id == "" || at.id == machine.RowOn) {
		return place{id: machine.RowAdd}
	}
	return m.cursors[key]
}

// firstAbout is the first row that is about an answer or a rule: Enter on it
// changes nothing yet.
func (m *program) firstAbout() string {
	for _, r := range m.list.rows {
		if r.About != "" {
			return r.ID
		}
	}
	return ""
}

// fieldFor is the field that was left, or a new one.
func (m *program) fieldFor(shown string, q steps.Question) field {
	if left, ok := m.unpark(shown, q); ok {
		return left
	}
	return m.newField(q)
}

func (m *program) newField(q steps.Question) field {
	switch m.state.Screen {
	case machine.NameScreen:
		return newText(m.theme, m.state.Name, "Contoso")
	case machine.FileScreen, machine.CopyScreen:
		return newText(m.theme, m.state.Suggest, "")
	case machine.OpenScreen:
		return newText(m.theme, "", "contoso.toml")
	case machine.PathScreen:
		example := "certificates/root.cer"
		if m.state.FileWork.Begins {
			example = "cmg-site-facts-CM01.json"
		}
		return newText(m.theme, m.state.FileWork.Typed, example)
	case machine.StateScreen:
		return newChoice(m.theme, model.TaskStates.Words(), string(m.state.StateNow()), false)
	case machine.RunSayScreen:
		return runSayField(m.theme, m.state)
	case machine.PasteScreen:
		return newPasted(m.theme)
	case machine.RunPathScreen:
		return newText(m.theme, "", "mpcontrol.log")
	case machine.SayScreen:
		return sayField(m.theme, m.state)
	}
	return newField(m.theme, m.state, q)
}

// content is what the screen shows, until an event.
func (m *program) content() *screen.Content {
	if m.shows == nil {
		m.shows = &screen.Content{State: m.state, Look: m.theme.Look, Now: m.outside.Now(), Width: m.width}
	}
	return m.shows
}

// outcome is what the answers mean with the choice under the cursor.
func (m *program) outcome() judge.Judgement {
	hovered := ""
	if c, ok := m.field.(*choiceField); ok && m.state.Screen == machine.QuestionScreen {
		hovered = c.value()
	}
	return m.content().Outcome(hovered)
}
