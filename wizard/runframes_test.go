package wizard

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"cmgwizard/model/plantest"
	"cmgwizard/model/run"
	"cmgwizard/wizard/machine"
)

// runStops are the screens of an evening, with the keys that lead to each from the one
// before it.
var runStops = []struct {
	name string
	keys []string // one that begins with machine.RowTask opens a task
}{
	{"begun", nil},
	{"task", []string{"s"}},
	{"name", []string{"s"}},
	{"running", []string{"Anna", "enter", "enter", "enter"}},
	{"skipping", []string{"i"}},
	{"waiting", []string{"no time", "enter", "s", "w"}},
	{"no-return", []string{"task:cmg-wizard", "s"}},
	{"trouble", []string{"esc", "esc", "task:pre-cm-role", "s", "f"}},
	{"lines", []string{"paste"}},
	{"diagnosis", []string{"enter"}},
	{"back-out", []string{"end", "enter", "enter"}},
	{"way-back", []string{"home", "enter", "s"}},
	{"way-back-failed", []string{"f", "end", "up", "enter", "locked", "enter", "home", "enter"}},
	{"list", []string{"t", "t"}},
	{"scope", []string{"o"}},
}

// TestRunAtEverySize is held against the goldens: each screen of an evening at 80x24 and
// at 40x12, and at 80x24 without a sign beyond ASCII. Nothing on them is told by color.
// After a change of the screens: go test ./wizard -run RunAtEverySize -update
func TestRunAtEverySize(t *testing.T) {
	for _, size := range []struct {
		name          string
		width, height int
		ascii         bool
	}{{"80x24", 80, 24, false}, {"40x12", 40, 12, false}, {"ascii", 80, 24, true}} {
		world := toRun(plantest.FullPlan())
		state, err := machine.BeginRun("p.toml", run.Scope{}, world)
		if err != nil {
			t.Fatal(err)
		}
		d := &driver{t: t, m: newProgram(Options{Outside: world, ASCII: size.ascii}, state), world: world}
		d.resize(size.width, size.height)
		var all strings.Builder
		for _, stop := range runStops {
			for _, k := range stop.keys {
				switch {
				case strings.HasPrefix(k, machine.RowTask):
					d.send(machine.Event{Kind: machine.Pick, Text: k})
				case k == "paste":
					d.send(tea.PasteMsg{Content: "12:00 ok\n12:01 StatusCode 403"})
				default:
					d.press(k)
				}
			}
			d.pass(3)
			fits(t, d, size.width, size.height)
			fmt.Fprintf(&all, "== %s\n%s\n\n", stop.name, d.screen())
		}
		if size.ascii && strings.ContainsFunc(all.String(), func(r rune) bool { return r > '~' }) {
			t.Error("there are signs beyond ASCII")
		}
		golden(t, "run-"+size.name+".txt", all.String())
	}
}
