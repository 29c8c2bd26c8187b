package wizard

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
	"github.com/charmbracelet/x/ansi"
)

// driver plays keys on the program and runs its commands at once.
type driver struct {
	t     *testing.T
	m     *program
	world *wizardtest.World
	quit  bool
	later bool      // commands wait for settle, as on a slow disk
	slow  []tea.Cmd // those that wait
}

func drive(t *testing.T, world *wizardtest.World, path string) *driver {
	t.Helper()
	o := Options{Path: path, Outside: world}
	state, err := machine.Begin(path, world)
	if err != nil {
		t.Fatal(err)
	}
	return &driver{t: t, m: newProgram(o, state), world: world}
}

// press plays keys by their names; what is no key is typed.
func (d *driver) press(keys ...string) *driver {
	for _, k := range keys {
		if code, ok := keyCodes[k]; ok {
			d.send(code)
			continue
		}
		for _, r := range k {
			if r == ' ' {
				d.send(spaceKey)
				continue
			}
			d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
	return d
}

var keyCodes = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
	"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown},
	"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
	"f1": {Code: tea.KeyF1}, "f2": {Code: tea.KeyF2}, "f3": {Code: tea.KeyF3}, "f4": {Code: tea.KeyF4}, "f5": {Code: tea.KeyF5}, "f6": {Code: tea.KeyF6}, "backspace": {Code: tea.KeyBackspace},
	"left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"ctrl+c": {Code: 'c', Mod: tea.ModCtrl}, "ctrl+j": {Code: 'j', Mod: tea.ModCtrl}, "ctrl+d": {Code: 'd', Mod: tea.ModCtrl},
}

// spaceKey is the space bar as terminals send it.
var spaceKey = tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}

func (d *driver) send(msg tea.Msg) {
	_, cmd := d.m.Update(msg)
	if d.later {
		d.slow = append(d.slow, cmd)
		return
	}
	d.run(cmd)
}

// settle runs the commands that waited, one after the other.
func (d *driver) settle() {
	for len(d.slow) > 0 {
		next := d.slow[0]
		d.slow = d.slow[1:]
		d.run(next)
	}
	d.later = false
}

func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	case tea.QuitMsg:
		d.quit = true
	case nil:
	default:
		d.send(msg)
	}
}

// screen is the frame without its styles.
func (d *driver) screen() string { return ansi.Strip(d.m.draw()) }

func (d *driver) resize(width, height int) *driver {
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	return d
}

// sees wants text on the screen, whatever the line breaks.
func (d *driver) sees(text string) *driver {
	d.t.Helper()
	if !strings.Contains(strings.Join(strings.Fields(d.screen()), " "), text) {
		d.t.Fatalf("%q is not on the screen:\n%s", text, d.screen())
	}
	return d
}

func (d *driver) at(screen machine.Screen, place string) *driver {
	d.t.Helper()
	if d.m.state.Screen != screen || place != "" && d.m.state.Place.String() != place {
		d.t.Fatalf("at %s %s, want %s %s:\n%s", d.m.state.Screen, d.m.state.Place, screen, place, d.screen())
	}
	return d
}
