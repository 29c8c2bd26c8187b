package wizard

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
)

// TestKeysOfOneFrameAreDrawnTogether types faster than the screen is drawn: the
// first key is seen at once, the rest when the frame is over.
func TestKeysOfOneFrameAreDrawnTogether(t *testing.T) {
	m := newProgram(Options{Outside: wizardtest.NewWorld()}, machine.State{Screen: machine.NameScreen})
	m.after = func(_ time.Duration, msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }
	key := func() { m.Update(tea.KeyPressMsg{Code: 'x', Text: "x"}) }
	drawn := map[string]bool{m.View().Content: true}
	draws := func(what string, do func(), want bool) {
		t.Helper()
		do()
		now := m.View().Content
		if drawn[now] == want {
			t.Errorf("%s: draws: %t, want %t", what, !want, want)
		}
		drawn[now] = true
	}
	over := func() { m.Update(frameOver{}) }
	draws("the first key", key, true)
	for range 1000 {
		draws("a key in the frame", key, false)
	}
	draws("the end of the frame", over, true)
	draws("a key in the frame after", key, false)
	draws("a new size", func() { m.Update(tea.WindowSizeMsg{Width: 90, Height: 30}) }, true)
	over()
	over()
	draws("a key after a pause", key, true)
}
