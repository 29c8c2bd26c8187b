package wizard

import (
	tea "charm.land/bubbletea/v2"
	"cmgwizard/model/compare"
	"cmgwizard/model/explain"
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
		m.lay("help", func() []row { return m.content().help() })
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

// compare sets the methods beside one another over the screen, with the answers
// of the page that is open.
func (m *program) compare() {
	plan := m.state.asIs()
	c := compare.Plan(plan)
	m.lay("compare", func() []row {
		return append([]row{{text: m.theme.title(compareTitle)}}, compareRows(m.theme.look, c, m.width)...)
	})
}

// explain tells everything about what is under the cursor, or about the
// question that is open, over the screen.
func (m *program) explain() {
	plan := m.state.asIs()
	list := explain.Of(&plan, m.underCursor())
	if len(list) == 0 {
		m.tell(Event{Kind: Forget})
		m.aside = nothingToExplain
		return
	}
	m.lay("explain", func() []row { return explainRows(m.theme.look, list) })
}

// underCursor is the ID of what the cursor stands on, "" for nothing that can
// be explained.
func (m *program) underCursor() string {
	switch {
	case m.state.Screen == QuestionScreen:
		q, _ := m.state.question()
		return q.Key
	case m.state.Screen == TaskScreen, m.state.Screen == StateScreen, m.state.Screen == SayScreen:
		return m.state.Task
	case m.state.Screen == FactsScreen:
		return m.state.shownRule()
	case m.list.cursor >= 0 && m.list.cursor < len(m.list.rows):
		return m.list.rows[m.list.cursor].about
	}
	return ""
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
