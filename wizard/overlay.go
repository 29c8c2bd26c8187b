package wizard

import (
	tea "charm.land/bubbletea/v2"
)

// An overlay is what a key shows over the screen, until another closes it.
type overlay struct {
	listing
	name string       // the key that shows it closes it too
	make func() []row // its rows at the width of the window
}

// look shows what a key is for over the screen, if it is for that.
func (m *program) look(msg tea.KeyPressMsg) bool {
	planned := m.state.Path != ""
	switch {
	case m.opens(msg, keys.help):
		m.lay("help", m.helpRows)
	case m.opens(msg, keys.overview) && planned:
		m.lay("meaning", func() []row { return meaning(m.theme.look, m.outcome()) })
	case m.opens(msg, keys.explain):
		m.explain()
	case m.opens(msg, keys.compare) && planned && m.state.Screen != CompareScreen:
		m.compare()
	default:
		return false
	}
	return true
}

func (m *program) lay(name string, rows func() []row) {
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
	if m.opens(msg, keys.review) || m.opensFiles(msg) {
		return m.press(msg)
	}
	if m.look(msg) && m.overlay != nil && m.overlay.name == was {
		m.overlay = nil
	}
	return nil
}

// resize lays out anew what depends on the width.
func (m *program) resize(width, height int) {
	m.width, m.height = width, height
	if m.overlay != nil {
		m.overlay.rows = m.overlay.make()
	}
	if m.state.Screen == CompareScreen || m.state.Screen == FolderScreen || m.state.Screen == ChecklistScreen {
		m.content().width = width
		m.list.rows = m.content().rows()
	}
}
