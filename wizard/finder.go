package wizard

import (
	tea "charm.land/bubbletea/v2"
	"cmgwizard/model/explain"
	"cmgwizard/wizard/screen"
)

// mostFound is how many explanations the finder lists.
const mostFound = 10

// A finder looks for explanations by words, over the screen: what is typed, what
// it finds, and the one that was opened.
type finder struct {
	field *textField
	asked string
	found listing
	open  *listing // the explanation that is read, nil for the list
	read  string   // its ID
}

// finds reports whether a key opens the finder: wherever no text is typed.
func (m *program) finds(msg tea.KeyPressMsg) bool {
	_, table := m.field.(*tableField)
	return matches(msg, keys.find) && !m.typing() && !table
}

// find opens the finder with nothing typed.
func (m *program) find() {
	m.overlay = nil
	m.finder = &finder{field: newText(m.theme, "", "403, CloudMgr.log, disconnected")}
}

// pressFinder takes the keys of the finder. Esc goes from an explanation to the
// list, and from the list to where one was.
func (m *program) pressFinder(msg tea.KeyPressMsg) {
	f := m.finder
	switch {
	case f.open != nil:
		if matches(msg, keys.back) || msg.Code == tea.KeyBackspace {
			f.open = nil
		} else if matches(msg, keys.find) {
			m.find()
		} else {
			move(f.open, msg, m.height)
		}
	case matches(msg, keys.back):
		m.finder = nil
	case msg.Code == tea.KeyEnter:
		m.readFound(f.found.picked())
	case f.moves(msg):
	default:
		f.field.update(msg)
		m.search()
	}
}

// moves moves the cursor of the list with keys that are no text.
func (f *finder) moves(msg tea.KeyPressMsg) bool {
	switch msg.Code {
	case tea.KeyUp:
		f.found.move(-1)
	case tea.KeyDown:
		f.found.move(+1)
	case tea.KeyPgUp:
		f.found.page(-mostFound / 2)
	case tea.KeyPgDown:
		f.found.page(+mostFound / 2)
	default:
		return false
	}
	f.found.settle()
	f.found.free = false
	return true
}

// search lists what the words find, as soon as they are others.
func (m *program) search() {
	f := m.finder
	if f.field.value() == f.asked {
		return
	}
	f.asked = f.field.value()
	f.found = listing{rows: screen.FoundRows(m.theme.Look, explain.Find(f.asked, mostFound))}
	f.found.settle()
}

// readFound opens an explanation.
func (m *program) readFound(id string) {
	if rows := m.content().Explained(id); id != "" && len(rows) > 0 {
		m.finder.open, m.finder.read = &listing{rows: rows, cursor: -1}, id
	}
}

// finderLines draws the finder: what is typed above what was found.
func (m *program) finderLines(width, height int) []string {
	f := m.finder
	if f.open != nil {
		return f.open.view(m.theme.Look, width, height)
	}
	lines := []string{m.theme.Title("Find an explanation"), f.field.view(width, 1), ""}
	if height < marksFrom {
		lines = lines[1:2]
	}
	switch {
	case f.asked == "":
		return append(lines, screen.Wrap(m.theme.Dim(screen.FindHint), width)...)
	case len(f.found.rows) == 0:
		return append(lines, screen.Wrap(screen.NothingFound, width)...)
	}
	return append(lines, f.found.view(m.theme.Look, width, max(height-len(lines), 1))...)
}

// finderHints are the keys of the finder.
func (m *program) finderHints() []string {
	if m.finder.open != nil {
		return []string{"esc back to the list", "up/down scroll", "/ find again"}
	}
	return []string{"enter read", "esc close", "up/down move"}
}
