package wizard

import (
	tea "charm.land/bubbletea/v2"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
)

// An overlay is what a key shows over the screen, until another closes it.
type overlay struct {
	listing
	name string              // the key that shows it closes it too
	make func() []screen.Row // its rows at the width of the window
}

// look shows what a key is for over the screen, if it is for that.
func (m *program) look(msg tea.KeyPressMsg) bool {
	planned := m.state.Path != ""
	switch {
	case m.opens(msg, keys.help) && (msg.Text == "" || m.state.Screen != machine.QuestionScreen):
		m.lay("help", func() []screen.Row { return m.content().Help() })
	case m.opens(msg, keys.overview) && planned:
		m.lay("meaning", func() []screen.Row { return screen.Meaning(m.theme.Look, m.outcome()) })
	case m.opens(msg, keys.explain):
		m.explain()
	case m.opens(msg, keys.compare) && planned && !m.comparesInFull():
		m.compare()
	default:
		return false
	}
	return true
}

// comparesInFull reports whether the screen is the comparison itself. Before the
// first method it is only a glance.
func (m *program) comparesInFull() bool {
	return m.state.Screen == machine.CompareScreen && m.state.Return != ""
}

func (m *program) lay(name string, rows func() []screen.Row) {
	m.overlay = &overlay{listing: listing{rows: rows(), cursor: -1}, name: name, make: rows}
}

// pressOverlay scrolls what lies over the screen. Any other key closes it; one
// that shows something else shows that.
func (m *program) pressOverlay(msg tea.KeyPressMsg) tea.Cmd {
	if move(&m.overlay.listing, msg, m.height) {
		return nil
	}
	was := m.overlay.name
	m.overlay = nil
	if m.opens(msg, keys.board) || m.opensFiles(msg) {
		return m.press(msg)
	}
	if m.look(msg) && m.overlay != nil && m.overlay.name == was {
		m.overlay = nil
	}
	return nil
}

// compare sets the methods beside one another over the screen, with the answers
// of the page that is open.
func (m *program) compare() {
	m.lay("compare", func() []screen.Row {
		return append([]screen.Row{{Text: m.theme.Title(screen.CompareTitle)}}, m.content().Comparison()...)
	})
}

// explain tells everything about what is under the cursor, or about the
// question that is open, over the screen.
func (m *program) explain() {
	rows := m.content().Explained(m.underCursor())
	if len(rows) == 0 {
		m.tell(machine.Event{Kind: machine.Forget})
		m.aside = screen.NothingToExplain
		return
	}
	m.lay("explain", func() []screen.Row { return rows })
}

// underCursor is the ID of what the cursor stands on, "" for nothing that can
// be explained.
func (m *program) underCursor() string {
	return m.content().About(m.list.row())
}

// resize lays out anew what depends on the width.
func (m *program) resize(width, height int) {
	m.width, m.height = width, height
	m.content().Width = width
	if m.overlay != nil {
		m.overlay.rows = m.overlay.make()
	}
	if m.finder != nil && m.finder.open != nil {
		m.readFound(m.finder.read)
	}
	if m.state.Screen == machine.CompareScreen || m.state.Screen == machine.FolderScreen || m.state.Screen == machine.ChecklistScreen {
		m.list.rows = m.content().Rows()
	}
}
