package wizard

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"cmgwizard/model"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
)

// press turns a key into an event, or moves what moves on the screen.
func (m *program) press(msg tea.KeyPressMsg) tea.Cmd {
	m.aside = ""
	switch {
	case matches(msg, keys.leave):
		return m.leave()
	case matches(msg, keys.suspend):
		return m.suspend()
	case m.finder != nil:
		m.pressFinder(msg)
		return nil
	case m.overlay == nil && m.state.TakesLines() && msg.Text != "":
		return m.beginLines(msg)
	case m.finds(msg):
		m.find()
		return nil
	case m.overlay != nil:
		return m.pressOverlay(msg)
	case m.unsure(msg):
		return m.happen(machine.Event{Kind: machine.Answer, Text: model.Unsure})
	case m.unsureRow(msg):
		m.field.update(msg)
		return nil
	case m.rowKey(msg) != "":
		return m.happen(machine.Event{Kind: machine.Pick, Text: m.rowKey(msg)})
	case m.confirms(msg):
		return m.happen(machine.Event{Kind: machine.Confirm, Text: m.list.picked()})
	case m.look(msg):
		return nil
	case m.opens(msg, keys.board):
		return m.happen(machine.Event{Kind: machine.ToBoard})
	case m.opensFiles(msg):
		m.park()
		return m.happen(machine.Event{Kind: machine.Files})
	case matches(msg, keys.back):
		return m.back()
	case m.field != nil:
		return m.pressField(msg)
	}
	return m.pressList(msg)
}

// beginLines takes what is typed where a task did not work as the beginning of a log.
func (m *program) beginLines(msg tea.KeyPressMsg) tea.Cmd {
	cmd := m.happen(machine.Event{Kind: machine.Pick, Text: machine.RowPaste})
	m.field.update(msg)
	return cmd
}

// unsure reports whether a key answers "I do not know yet". In a text field it does
// while nothing is typed; a table takes it for a row.
func (m *program) unsure(msg tea.KeyPressMsg) bool {
	if m.state.Screen != machine.QuestionScreen || msg.Text != "?" {
		return false
	}
	switch f := m.field.(type) {
	case *textField:
		return f.value() == ""
	case *tableField:
		return false
	}
	return true
}

// unsureRow reports whether a key says so of one row of a table.
func (m *program) unsureRow(msg tea.KeyPressMsg) bool {
	_, table := m.field.(*tableField)
	return table && matches(msg, tableKeys.unsure)
}

// rowKey is the row that a key picks from anywhere on the screen, "" for none.
func (m *program) rowKey(msg tea.KeyPressMsg) string {
	if m.field != nil || msg.Text == "" {
		return ""
	}
	if msg.Text == "c" && strings.HasPrefix(m.list.picked(), machine.RowCommand) {
		return m.list.picked()
	}
	for _, r := range m.list.rows {
		if r.Key == msg.Text {
			return r.ID
		}
	}
	if msg.Text == "s" && m.state.Screen == machine.BackOutScreen {
		return m.content().BackOutCursor()
	}
	if m.state.Screen == machine.AreaScreen {
		for _, a := range m.content().Board().Areas {
			if string(a.Digit) == msg.Text {
				return machine.RowArea + a.ID
			}
		}
	}
	return ""
}

// confirms reports whether a key confirms what is assumed.
func (m *program) confirms(msg tea.KeyPressMsg) bool {
	switch m.state.Screen {
	case machine.BoardScreen, machine.AreaScreen, machine.ConfirmScreen:
		return msg.Text == "c"
	}
	return false
}

// leave saves and quits; a second time it quits at once. Where a save was
// refused, the first time only warns.
func (m *program) leave() tea.Cmd {
	switch {
	case m.state.Screen == machine.ConflictScreen && !m.state.Warned:
		m.tell(machine.Event{Kind: machine.Warn})
		return nil
	case m.state.Screen == machine.LeftScreen, m.state.Screen == machine.ConflictScreen:
		m.quitting = true
		return tea.Quit
	}
	return m.happen(m.leaving())
}

// suspend steps aside for the shell, where one can bring the wizard back.
func (m *program) suspend() tea.Cmd {
	if !canSuspend() {
		m.tell(machine.Event{Kind: machine.Forget})
		m.aside = "Ctrl+Z does nothing here: there is no shell to resume the wizard."
		return nil
	}
	return stopSelf
}

// leaving is the event, with what was typed and not entered yet.
func (m *program) leaving() machine.Event {
	e := machine.Event{Kind: machine.Leave}
	if q, asks := m.state.Asks(); asks && m.typing() && parks(m.state.Screen) {
		if typed := m.field.value(); typed != m.newField(q).value() {
			e.Typed = &typed
		}
	}
	return e
}

// opens reports whether a key opens something. Where text is typed, a
// character is text.
func (m *program) opens(msg tea.KeyPressMsg, b key.Binding) bool {
	return matches(msg, b) && (!m.typing() || msg.Text == "")
}

// typing reports whether text is typed here.
func (m *program) typing() bool {
	switch m.field.(type) {
	case *textField, *noteField, *pasteField:
		return true
	}
	return false
}

// opensFiles reports whether a key opens the files. At the checklist its letter
// is for the filter, and in a change window for what failed.
func (m *program) opensFiles(msg tea.KeyPressMsg) bool {
	return m.opens(msg, keys.files) && (msg.Text == "" || !m.state.Works() && !m.state.Runs() && m.state.Screen != machine.FilterScreen)
}

func (m *program) pressField(msg tea.KeyPressMsg) tea.Cmd {
	if answer, ok := m.field.shortcut(msg); ok {
		return m.happen(machine.Event{Kind: machine.Answer, Text: answer})
	}
	_, note := m.field.(*noteField)
	p, lines := m.field.(*pasteField)
	switch {
	case lines && !p.ends(msg):
		p.update(msg)
		return nil
	case lines:
	case m.completes(msg):
		return nil
	case note && matches(msg, keys.newLine), !matches(msg, keys.next):
		return m.moves(msg)
	}
	if t, table := m.field.(*tableField); table && t.at < len(t.rows)-1 {
		return m.moves(tea.KeyPressMsg{Code: tea.KeyDown})
	} else if table && t.next() {
		m.aside = "This row has no choice yet. Left and right choose; ? means: I do not know yet."
		return nil
	}
	return m.happen(machine.Event{Kind: machine.Answer, Text: m.field.value(), Kept: !m.field.touched()})
}

// moves gives a key to the field. The row of a table that is left downward is kept.
func (m *program) moves(msg tea.KeyPressMsg) tea.Cmd {
	t, table := m.field.(*tableField)
	if !table {
		m.field.update(msg)
		return nil
	}
	was := t.at
	t.update(msg)
	if t.at <= was {
		return nil
	}
	return m.happen(machine.Event{Kind: machine.Partly, Text: t.text(t.at)})
}

// back goes back. What was filled into a table is kept.
func (m *program) back() tea.Cmd {
	var kept tea.Cmd
	if t, table := m.field.(*tableField); table && t.touched() {
		kept = m.happen(machine.Event{Kind: machine.Partly, Text: t.text(t.changed())})
	}
	return tea.Sequence(kept, m.happen(machine.Event{Kind: machine.Back}))
}

// completes reports whether Tab completes what is typed.
func (m *program) completes(msg tea.KeyPressMsg) bool {
	f, text := m.field.(*textField)
	return text && msg.Code == tea.KeyTab && f.complete()
}

func (m *program) pressList(msg tea.KeyPressMsg) tea.Cmd {
	if e, ok := m.working(msg); ok {
		return m.happen(e)
	}
	switch {
	case matches(msg, keys.next), matches(msg, keys.mark) && m.content().Marks(m.list.row()):
		return m.pick(m.list.picked())
	case move(&m.list, msg, m.height):
		return nil
	}
	switch m.state.Screen {
	case machine.RunTaskScreen:
		if matches(msg, keys.alone) {
			return m.showAlone()
		}
	case machine.ListScreen, machine.EvidenceScreen:
		return m.pressEntries(msg)
	case machine.BoardScreen, machine.AreaScreen, machine.ConfirmScreen:
		if matches(msg, keys.undo) {
			return m.happen(machine.Event{Kind: machine.Undo})
		}
	case machine.FolderScreen:
		return m.pressFolder(msg)
	}
	return nil
}

// pick takes the row under the cursor. One that is only to be read is
// explained.
func (m *program) pick(id string) tea.Cmd {
	if strings.HasPrefix(id, screen.RowToRead) {
		m.explain()
		return nil
	}
	return m.happen(machine.Event{Kind: machine.Pick, Text: id})
}

// pressEntries takes the keys of a list that can be changed.
func (m *program) pressEntries(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case matches(msg, keys.remove):
		return m.removePicked()
	case matches(msg, keys.undo):
		return m.happen(machine.Event{Kind: machine.Undo})
	case matches(msg, keys.add):
		return m.happen(machine.Event{Kind: machine.Pick, Text: machine.RowAdd})
	}
	return nil
}

// pressFolder takes the keys of the rows that stand below a long folder.
func (m *program) pressFolder(msg tea.KeyPressMsg) tea.Cmd {
	for id, b := range map[string]key.Binding{machine.RowAll: keys.add, machine.RowRead: keys.read, machine.RowPath: keys.path} {
		if matches(msg, b) {
			return m.happen(machine.Event{Kind: machine.Pick, Text: id})
		}
	}
	return nil
}

func (m *program) removePicked() tea.Cmd {
	if entry, err := strconv.Atoi(m.list.picked()); err == nil {
		return m.happen(machine.Event{Kind: machine.Remove, Index: entry})
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
		l.ends(-1)
	case matches(msg, keys.bottom):
		l.ends(+1)
	default:
		return false
	}
	return true
}
