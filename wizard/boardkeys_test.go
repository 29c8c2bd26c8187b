package wizard

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/plantest"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
)

// boards are plans at their board: one that is through the quick round, one that
// has just begun, and one that is blocked.
func boards(t *testing.T) map[string]model.Plan {
	t.Helper()
	fleet := assume.Plan(plantest.PlanOf(t, plantest.QuickMixed))
	begun := model.Plan{Format: model.Format}
	begun.Site.Code = "P01"
	begun = assume.Plan(begun)
	blocked := fleet
	blocked.Answers = fleet.Clone()
	plantest.SetKey(t, &blocked, "gateway.name_available", string(model.NameTaken))
	plantest.SetKey(t, &blocked, "site.security", string(model.PlainHTTP))
	return map[string]model.Plan{"fleet": fleet, "begun": begun, "blocked": blocked}
}

// boardIn is the board of a plan in a window of some size.
func boardIn(t *testing.T, plan model.Plan, width, height int, ascii bool) *driver {
	t.Helper()
	world := wizardtest.NewWorld()
	plan.Name, plan.Step = "Contoso", string(machine.BoardScreen)
	plan.Updated = world.Now()
	world.Plans["p.toml"] = plan
	state, err := machine.Begin("p.toml", world)
	if err != nil {
		t.Fatal(err)
	}
	d := &driver{t: t, m: newProgram(Options{Path: "p.toml", Outside: world, ASCII: ascii}, state), world: world}
	return d.resize(width, height).at(machine.BoardScreen, "")
}

// TestBoardAtEverySize is held against the goldens. After a change of the board:
// go test ./wizard -run BoardAtEverySize -update
func TestBoardAtEverySize(t *testing.T) {
	for name, plan := range boards(t) {
		var all strings.Builder
		for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 12}, {30, 8}} {
			d := boardIn(t, plan, size[0], size[1], false)
			fmt.Fprintf(&all, "%dx%d\n%s\n\n", size[0], size[1], d.screen())
			fits(t, d, size[0], size[1])
		}
		d := boardIn(t, plan, 80, 24, true)
		fmt.Fprintf(&all, "80x24, ASCII\n%s\n", d.screen())
		for _, r := range d.screen() {
			if r > '~' {
				t.Errorf("%s: %q in ASCII", name, r)
			}
		}
		golden(t, "board-"+name+".txt", all.String())
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	lines := strings.Split(got, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	got = strings.Join(lines, "\n")
	path := filepath.Join("testdata", name)
	if *plantest.Update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || string(want) != got {
		t.Errorf("%s differs (to write it anew, run with -update): %v\n%s", path, err, got)
	}
}

// TestTheBoardNeedsNoScrolling at the sizes that people have: the verdict, all
// areas and, from 80x24 on, everything that can be done next.
func TestTheBoardNeedsNoScrolling(t *testing.T) {
	for name, plan := range boards(t) {
		for _, size := range [][2]int{{80, 24}, {100, 30}, {120, 40}, {200, 60}, {40, 12}} {
			d := boardIn(t, plan, size[0], size[1], false)
			if strings.Contains(d.screen(), "more lines") {
				t.Errorf("%s at %v scrolls:\n%s", name, size, d.screen())
			}
			b := d.m.content().Board()
			for _, a := range b.Areas {
				if title := a.Title; size[0] >= 80 && !strings.Contains(d.screen(), string(a.Digit)+" "+title) || !strings.Contains(d.screen(), string(a.Digit)+" ") {
					t.Errorf("%s at %v: no %s:\n%s", name, size, title, d.screen())
				}
			}
			for _, r := range d.m.list.rows {
				if size[0] >= 80 && !strings.HasPrefix(r.ID, machine.RowArea) && !strings.Contains(d.screen(), r.Key+" "+r.Text) {
					t.Errorf("%s at %v: no %q:\n%s", name, size, r.Text, d.screen())
				}
			}
		}
	}
}

// TestKeysOfTheBoard lead where they say, at every size, and Esc comes back.
func TestKeysOfTheBoard(t *testing.T) {
	for key, want := range map[string]machine.Screen{
		"w": machine.FoundScreen, "c": machine.ConfirmScreen, "t": machine.ChecklistScreen, "p": machine.ExportScreen,
		"f": machine.EvidenceScreen, "m": machine.CompareScreen,
	} {
		for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 12}, {30, 8}} {
			d := assumedFleet(t).resize(size[0], size[1]).press(key).at(want, "").press("esc").at(machine.BoardScreen, "")
			if d.quit {
				t.Errorf("%s, esc leaves", key)
			}
		}
	}
	for _, a := range assumedFleet(t).m.content().Board().Areas {
		d := assumedFleet(t).press(string(a.Digit)).at(machine.AreaScreen, "").sees(a.Title)
		if d.m.state.Area != a.ID {
			t.Errorf("%c leads to %s, want %s", a.Digit, d.m.state.Area, a.ID)
		}
		d.press("esc").at(machine.BoardScreen, "")
	}
	if d := assumedFleet(t).press("q"); !d.quit {
		t.Error("q does not leave")
	}
	assumedFleet(t).press("a").at(machine.QuestionScreen, "")
	assumedFleet(t).press("z").at(machine.BoardScreen, "").press("n").at(machine.BoardScreen, "")
}

// TestDigitsGoFromAreaToArea without the board between them.
func TestDigitsGoFromAreaToArea(t *testing.T) {
	d := assumedFleet(t).press("1").at(machine.AreaScreen, "").sees("Which ConfigMgr version is installed?")
	d.press("7").at(machine.AreaScreen, "").sees("What is the service name of the CMG?").press("esc").at(machine.BoardScreen, "")
}

// TestTheRowUnderTheCursorOfTheBoard is opened by Enter, and is the one to come
// back to.
func TestTheRowUnderTheCursorOfTheBoard(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 12}, {30, 8}} {
		d := assumedFleet(t).resize(size[0], size[1]).press("home", "down", "down", "down", "enter").at(machine.AreaScreen, "")
		if d.m.state.Area != "pki" {
			t.Errorf("%v: the fourth row is %s", size, d.m.state.Area)
		}
		d.press("esc").at(machine.BoardScreen, "")
		if d.m.list.picked() != machine.RowArea+"pki" || !strings.Contains(d.screen(), ">") {
			t.Errorf("%v: back on %s:\n%s", size, d.m.list.picked(), d.screen())
		}
	}
}

// assumedIn counts what is assumed in the plan as it is saved: of an area, or with
// "" of all.
func assumedIn(d *driver, area string) int {
	plan, n := d.world.Plans["p.toml"], 0
	for _, a := range assume.List(&plan) {
		if area == "" || a.Area == area {
			n++
		}
	}
	return n
}

// TestConfirmOne, in its area: the line stays and is an answer, and u takes it
// back.
func TestConfirmOne(t *testing.T) {
	d := assumedFleet(t)
	all := assumedIn(d, "")
	onRow(d.press("8").at(machine.AreaScreen, ""), "gateway.vm_size").press("c").at(machine.AreaScreen, "").sees("1 answer confirmed. Press u to undo.")
	plan := d.world.Plans["p.toml"]
	if f, _ := plan.Field("gateway.vm_size"); f.Assumed() || !f.Given() || assumedIn(d, "") != all-1 || d.m.list.picked() != "gateway.vm_size" {
		t.Errorf("%q, assumed %v; %d of %d are left, on %s", f.Text(), f.Assumed(), assumedIn(d, ""), all, d.m.list.picked())
	}
	d.press("u").sees("Assumed again.")
	if assumedIn(d, "") != all {
		t.Errorf("%d of %d are assumed again", assumedIn(d, ""), all)
	}
	if saves := d.world.Saves; d.press("u").world.Saves != saves {
		t.Error("a second u does something")
	}
}

func TestConfirmAnArea(t *testing.T) {
	d := assumedFleet(t)
	all, here := assumedIn(d, ""), assumedIn(d, "size")
	d.press("8", "C").at(machine.AreaScreen, "").sees(fmt.Sprintf("%d answers confirmed.", here))
	if here < 2 || assumedIn(d, "size") != 0 || assumedIn(d, "") != all-here {
		t.Errorf("%d of %d are left, %d of the area", assumedIn(d, ""), all, assumedIn(d, "size"))
	}
	d.press("c").sees("Nothing is assumed here.").press("u").sees("Assumed again.")
	if assumedIn(d, "size") != here {
		t.Errorf("%d of %d are assumed again", assumedIn(d, "size"), here)
	}
}

// TestConfirmAllFacts from the board: what the verdict rests on is said, and the
// choices stay assumed.
func TestConfirmAllFacts(t *testing.T) {
	d := assumedFleet(t)
	was := d.m.state.Plan
	facts := len(assume.ToConfirm(assume.List(&was)))
	d.sees("c Confirm assumptions").press("c").at(machine.ConfirmScreen, "")
	if d.press("C").sees("confirmed. Press u"); assumedIn(d, "") != len(assume.List(&was))-facts || assumedIn(d, "") == 0 {
		t.Errorf("%d are assumed, %d of %d were to be confirmed", assumedIn(d, ""), facts, len(assume.List(&was)))
	}
	d.sees("Nothing is left to confirm.").press("u").press("esc").sees("c Confirm assumptions")
	sameAnswers(t, d.world.Plans["p.toml"], was)
	if d.press("c", "C", "esc").at(machine.BoardScreen, ""); strings.Contains(d.screen(), "c Confirm") {
		t.Errorf("there is nothing to confirm:\n%s", d.screen())
	}
}

// TestConfirmOneFact on the page of those to confirm: a line less.
func TestConfirmOneFact(t *testing.T) {
	d := assumedFleet(t).press("c").at(machine.ConfirmScreen, "")
	onRow(d, "gateway.environment").press("c").sees("1 answer confirmed.")
	for _, r := range d.m.list.rows {
		if r.ID == "gateway.environment" {
			t.Error("it is still to be confirmed")
		}
	}
	onRow(d, "site.top_level").press("enter").at(machine.QuestionScreen, "").press("1").at(machine.ConfirmScreen, "")
}
