package wizard

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// framesASecond is how often the screen is looked at for changes. It costs most of what
// the wizard takes while nobody types, for days on a server: at 60 more than one hundredth
// of a core, at 40 less. A key is seen 25 ms later at most.
const framesASecond = 40

// A frame is the screen as it was drawn. Drawing costs twenty times what a key
// costs: the keys that come while a frame lasts are drawn together at its end.
type frame struct {
	drawn string // "" where it is to be drawn
	lasts bool
	stale bool // keys came since
}

// frameOver says that a frame has lasted long enough.
type frameOver struct{}

// drawAfter lets the next View draw, unless a frame lasts. Without a clock none
// lasts.
func (m *program) drawAfter(msg tea.Msg) tea.Cmd {
	over, typed := false, false
	switch msg.(type) {
	case frameOver:
		over = true
	case tea.KeyPressMsg, tea.PasteMsg:
		typed = true
	}
	f := &m.frame
	switch {
	case over && !f.stale:
		f.lasts = false
	case typed && f.lasts:
		f.stale = true
	case over || typed && m.after != nil:
		*f = frame{lasts: true}
		return m.after(time.Second/framesASecond, frameOver{})
	default:
		f.drawn = ""
	}
	return nil
}

// View draws what is to be drawn.
func (m *program) View() tea.View {
	if m.frame.drawn == "" {
		m.frame.drawn = m.draw()
	}
	v := tea.NewView(m.frame.drawn)
	v.AltScreen = true
	return v
}
