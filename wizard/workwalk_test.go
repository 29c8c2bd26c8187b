package wizard

import (
	"errors"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/slow"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
	"github.com/charmbracelet/x/ansi"
)

// TestHostileTasksStayWords shows what a file says about tasks, full of codes.
func TestHostileTasksStayWords(t *testing.T) {
	evil := "x\x1b[2J\x1b]0;t\x07\x9b31m\u202ey\rz\x00"
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 12}}[:slow.Rounds(3)] {
		d := worked(t, wizardtest.EveryWord(evil)...).resize(size[0], size[1])
		d.m.state.TaskWork.By = model.Clean(evil)
		for _, k := range []string{"home", "down", "down", "down", "down", "end", "home", "f", "esc", "enter", "pgdown", "f1", "esc", "e", "esc",
			"n", "end", "esc", "s", "3", "esc", "esc", "o", "enter", "b", "esc", "d", "esc", "esc", "x", "u", "p", "esc", "esc"} {
			d.press(k)
			harmlessScreen(t, d)
		}
	}
	said, _ := wizardtest.Speak(t, wizardtest.ToWork(wizardtest.EveryWord(evil)...), "p.toml", "1\ns\n3\n<\n\nn 2\n\no 3\n\nb 4\n"+evil+"\nx 1\nf\n4\n\n1\nu\n\n!\n")
	if strings.ContainsAny(said, "\x1b\x07\u202e\u009b") {
		t.Errorf("codes in\n%q", said)
	}
}

// TestWalksLoseNoProgress: whatever keys are pressed, who does a task, its day
// and its note stay unless they are typed anew, everything is in the file at
// once, and what the file says is what the screen works on.
func TestWalksLoseNoProgress(t *testing.T) {
	names := []string{"x", "s", "n", "o", "d", "b", "u", "f", "p", "e", "1", "2", "3", "4", "5", "enter", "enter", "esc", "up", "down", "down", "pgup", "pgdown",
		"home", "end", "f1", "f2", "f3", "f5", "f6", "tab", "shift+tab", "refuse", "space"}
	before := wizardtest.EveryWord("words")
	for seed := range int64(slow.Rounds(25)) {
		random := rand.New(rand.NewSource(seed))
		d := worked(t, before...)
		for range 120 {
			if random.Intn(15) == 0 {
				d.resize(random.Intn(130), random.Intn(45))
			}
			k := names[random.Intn(len(names))]
			if s := d.m.state.Screen; s == machine.SayScreen && !slices.Contains([]string{"enter", "esc", "up", "down", "home", "end", "f2"}, k) || s == machine.QuestionScreen {
				k = "esc"
			}
			walk(d, k)
			_ = d.m.draw()
		}
		samePeople(t, seed, before, d.m.state.Plan.Tasks)
		if d.m.state.Screen != machine.ConflictScreen && !d.m.dirty && !reflect.DeepEqual(d.world.Plans["p.toml"].Tasks, d.m.state.Plan.Tasks) {
			t.Fatalf("walk %d: the file is behind the screen", seed)
		}
	}
}

// walk presses a key, or has the next save refused.
func walk(d *driver, k string) {
	switch k {
	case "space":
		d.send(spaceKey)
	case "refuse":
		d.world.Refuse = errors.New("disk full")
		d.press("x")
		d.world.Refuse = nil
		if d.m.state.Screen == machine.ConflictScreen {
			d.press("end", "enter")
		}
	default:
		d.press(k)
	}
}

func samePeople(t *testing.T, seed int64, before, after []model.Progress) {
	t.Helper()
	if len(after) != len(before) {
		t.Fatalf("walk %d: %d tasks of %d are left", seed, len(after), len(before))
	}
	for i, was := range before {
		if is := after[i]; is.ID != was.ID || is.Owner != was.Owner || is.Due != was.Due || is.Note != was.Note {
			t.Fatalf("walk %d: %+v\nwas %+v", seed, is, was)
		}
	}
}

// TestUndoneWalksLeaveNothing: as many undos as changes bring the plan back.
func TestUndoneWalksLeaveNothing(t *testing.T) {
	before := wizardtest.EveryWord("words")
	for seed := range int64(slow.Rounds(12)) {
		random := rand.New(rand.NewSource(seed))
		d := worked(t, before...)
		for range 40 {
			d.press([]string{"x", "down", "down", "n", "o", "d", "s", "enter", "2", "3"}[random.Intn(10)])
		}
		for d.m.state.Screen != machine.ChecklistScreen {
			d.press("esc")
		}
		for range len(d.m.state.TaskWork.Changes) {
			d.press("u")
		}
		if !reflect.DeepEqual(d.m.state.Plan.Tasks, before) || len(d.m.state.TaskWork.Changes) > 0 {
			t.Fatalf("walk %d is not undone", seed)
		}
	}
}

// workKeys is an evening at the checklist.
func workKeys() []string {
	return []string{"x", "down", "s", "3", "the CA is down", "enter", "o", "Anna Lind", "enter", "d", "2026-11-01", "enter", "b", "Bo", "enter", "down", "x",
		"f", "down", "enter", "f", "down", "x", "u", "enter", "x", "n", "a long note that goes on and on until it needs another line in any window", "ctrl+j", "and ends", "enter", "esc", "f1", "esc", "p", "enter", "esc", "end"}
}

func TestTheChecklistFitsEveryWindow(t *testing.T) {
	slow.Alone(t)
	for _, size := range windows() {
		d, resized := worked(t).resize(size[0], size[1]), worked(t)
		for _, k := range workKeys() {
			d.press(k)
			resized.resize(20, 5).resize(40, 12).press(k).resize(size[0], size[1])
			if d.screen() != resized.screen() {
				t.Fatalf("%v after %q\nstarted there:\n%s\nresized there:\n%s", size, k, d.screen(), resized.screen())
			}
			lines := strings.Split(d.m.draw(), "\n")
			if len(lines) > size[1] {
				t.Fatalf("%v: %d lines after %q", size, len(lines), k)
			}
			for _, line := range lines {
				if ansi.StringWidth(line) > size[0] {
					t.Fatalf("%v: %d columns after %q: %q", size, ansi.StringWidth(line), k, line)
				}
			}
		}
	}
}

// TestTheTaskUnderTheCursorIsInSight at the sizes that people have.
func TestTheTaskUnderTheCursorIsInSight(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 12}}[:slow.Rounds(3)] {
		d := worked(t, wizardtest.EveryWord("Anna Lind")...).resize(size[0], size[1]).press("home")
		for range d.m.list.rows {
			if d.m.list.picked() != machine.RowExport && !strings.Contains(d.screen(), "> [") {
				t.Fatalf("%v: %s is out of sight\n%s", size, d.m.list.picked(), d.screen())
			}
			d.sees("esc back").sees("F1 help").press("down")
		}
	}
}

func TestTheChecklistInASCII(t *testing.T) {
	world := wizardtest.ToWork(wizardtest.EveryWord("Anna Lind")...)
	o := Options{Path: "p.toml", Outside: world, ASCII: true}
	state, err := machine.Begin("p.toml", world)
	if err != nil {
		t.Fatal(err)
	}
	d := &driver{t: t, m: newProgram(o, state), world: world}
	for _, k := range workKeys() {
		d.press(k)
		for _, r := range d.screen() {
			if r > '~' {
				t.Fatalf("%q after %q:\n%s", r, k, d.screen())
			}
		}
	}
}
