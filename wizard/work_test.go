package wizard

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
)

// worked is a plan whose checklist has tasks of several teams, at the list.
func worked(t *testing.T, tasks ...model.Progress) *driver {
	t.Helper()
	return drive(t, wizardtest.ToWork(tasks...), "p.toml").resize(80, 24).at(machine.ChecklistScreen, "")
}

// byAnAnswer is the task whose result the answers state.
const byAnAnswer = "entra-apps-create"

// file is what the file says about a task.
func (d *driver) file(id string) model.Progress {
	for _, p := range d.world.Plans["p.toml"].Tasks {
		if p.ID == id {
			return p
		}
	}
	return model.Progress{}
}

// on moves to a task.
func (d *driver) on(id string) *driver {
	d.t.Helper()
	return onRow(d, id)
}

// shown is a task as the checklist of the file shows it.
func (d *driver) shownItem(id string) judge.Item {
	plan := d.world.Plans["p.toml"]
	item, _ := machine.ItemIn(judge.Plan(plan), id)
	return item
}

func TestATickIsSavedAtOnce(t *testing.T) {
	for _, key := range []string{"x", " "} {
		d := worked(t).on("pre-people")
		if key == " " {
			d.send(spaceKey)
		} else {
			d.press(key)
		}
		got := d.file("pre-people")
		if got.State != model.Done || !got.At.Equal(d.world.Now()) || got.Revision == 0 || got.By != "" {
			t.Fatalf("%q saved %+v", key, got)
		}
		d.sees("1 of").sees("[x]").sees("done. u undoes it.")
		if d.press("x"); d.file("pre-people").State != model.Open {
			t.Errorf("not open again: %+v", d.file("pre-people"))
		}
	}
}

func TestUndoGoesBackStepByStep(t *testing.T) {
	d := worked(t).on("pre-people")
	d.press("u").sees("There is nothing to undo.")
	d.press("x", "n", "a note", "enter", "o", "Anna", "enter")
	if got := d.file("pre-people"); got.State != model.Done || got.Note != "a note" || got.Owner != "Anna" {
		t.Fatalf("saved %+v", got)
	}
	d.press("home", "u", "u", "u")
	if got := d.world.Plans["p.toml"].Tasks; len(got) != 0 {
		t.Errorf("left over: %+v", got)
	}
	if d.m.list.picked() != "pre-people" {
		t.Errorf("the cursor is on %s", d.m.list.picked())
	}
}

func TestATickAgainstTheAnswers(t *testing.T) {
	d := worked(t).on(byAnAnswer).sees("Done, by the answers").press("x").sees("open, whatever the answers say")
	if i := d.shownItem(byAnAnswer); i.Progress.State != model.Open {
		t.Fatalf("shown %+v", i.Progress)
	}
	again := drive(t, d.world, "p.toml").resize(80, 24).on(byAnAnswer).sees("Open, whatever the answers say, 2026-11-22")
	if again.press("u", "x"); again.file(byAnAnswer).State != model.Done || again.file(byAnAnswer).By != "" {
		t.Errorf("ticked by hand: %+v", again.file(byAnAnswer))
	}
}

func TestAStateThatNeedsANoteAsksForIt(t *testing.T) {
	for number, state := range map[string]model.TaskState{"3": model.Blocked, "4": model.AcceptedRisk, "5": model.NotNeeded} {
		d := worked(t).on("pre-people").press("s").at(machine.StateScreen, "").sees("What is its state?").press(number).at(machine.SayScreen, "")
		if d.file("pre-people").State != "" {
			t.Errorf("%s was kept before its note", state)
		}
		d.press("enter").at(machine.SayScreen, "").sees("needs a note; say why in the note")
		d.press("esc").at(machine.StateScreen, "").press("esc").at(machine.ChecklistScreen, "").press("s", number, "because", "enter").at(machine.ChecklistScreen, "")
		if got := d.file("pre-people"); got.State != state || got.Note != "because" {
			t.Errorf("saved %+v", got)
		}
		d.sees(model.TaskStates.Label(state) + ", 2026-11-22").sees("Note: because")
	}
}

func TestDoneAndOpenNeedNoNote(t *testing.T) {
	d := worked(t).on("pre-people").press("s", "2").at(machine.ChecklistScreen, "")
	if d.file("pre-people").State != model.Done {
		t.Fatalf("saved %+v", d.file("pre-people"))
	}
	if d.press("s", "1").at(machine.ChecklistScreen, ""); d.file("pre-people").State != model.Open {
		t.Errorf("saved %+v", d.file("pre-people"))
	}
	d.press("s", "enter").sees("nothing changes")
}

func TestWhoAndWhen(t *testing.T) {
	d := worked(t).on("pre-people").press("o", "Anna Lind", "enter", "d", "2026-11-21", "enter")
	if got := d.file("pre-people"); got.Owner != "Anna Lind" || got.Due != "2026-11-21" || got.State != model.Open {
		t.Fatalf("saved %+v", got)
	}
	d.sees("Open; Anna Lind does it; overdue since 2026-11-21").sees("1 overdue")
	d.press("d", "backspace", "2", "enter").sees("due 2026-11-22")
	d.press(append(append([]string{"d"}, wizardtest.Often("backspace", 10)...), "1 dec", "enter")...).sees("due 2026-12-01. u undoes it.").press("u")
	d.press("d", "9", "enter").at(machine.SayScreen, "").sees("Problem: ").press("esc").at(machine.ChecklistScreen, "")
	if got := d.file("pre-people").Due; got != "2026-11-22" {
		t.Errorf("a bad day made it %q", got)
	}
}

func TestANameIsGivenOnce(t *testing.T) {
	d := worked(t).on("pre-people").press("b", "Bo", "enter").sees("this name is saved with every state")
	if len(d.world.Plans["p.toml"].Tasks) != 0 {
		t.Error("a name alone changed the plan")
	}
	d.press("x").sees("Done, by Bo, 2026-11-22").press("down", "x")
	if names := namesIn(d); !slices.Equal(names, []string{"Bo", "Bo"}) {
		t.Errorf("by %q", names)
	}
	d.on("pre-people").press("b", "b", "enter").sees("Done, by Bob")
	if names := namesIn(d); !slices.Equal(names, []string{"Bob", "Bo"}) {
		t.Errorf("by %q", names)
	}
	d.press("b", "backspace", "backspace", "backspace", "answer", "enter").at(machine.SayScreen, "").sees("Problem: ")
}

func namesIn(d *driver) []string {
	var names []string
	for _, p := range d.world.Plans["p.toml"].Tasks {
		names = append(names, p.By)
	}
	return names
}

func TestANoteHasLines(t *testing.T) {
	d := worked(t).on("pre-people").press("n", "first", "ctrl+j", "second", "enter").at(machine.ChecklistScreen, "")
	if got := d.file("pre-people").Note; got != "first\nsecond" {
		t.Fatalf("the note is %q", got)
	}
	d.sees("Note: first second").press("enter").at(machine.TaskScreen, "").sees("Note: first second")
	d.press("n", "esc").at(machine.TaskScreen, "").press("n", "enter").sees("nothing changes")
	d.press("n", " more", "enter").at(machine.TaskScreen, "")
	if got := d.file("pre-people").Note; got != "first\nsecond more" {
		t.Errorf("the note is %q", got)
	}
}

// TestALongNoteStaysWhole: what a file holds is not cut by opening the form.
func TestALongNoteStaysWhole(t *testing.T) {
	for name, note := range map[string]string{"many lines": strings.Repeat("a\n", 1900) + "b", "wide": strings.Repeat("日", 1300), "tabs": "a\tb\n\tc"} {
		d := worked(t, model.Progress{ID: "pre-people", State: model.Open, Note: note}).on("pre-people").press("n", "up", "down", "enter")
		if got := d.m.state.Progress("pre-people").Note; got != note && name != "tabs" {
			t.Errorf("%s: %d bytes of %d are left", name, len(got), len(note))
		}
		if d.press("n", "end", "x", "enter"); strings.Count(d.m.state.Progress("pre-people").Note, "\n") != strings.Count(note, "\n") {
			t.Errorf("%s: lines are lost", name)
		}
	}
}

func TestTheTaskHasTheSameKeys(t *testing.T) {
	d := worked(t).on("pre-people").press("enter", "x").at(machine.TaskScreen, "").sees("[x] Done, 2026-11-22")
	d.press("s", "3", "no time", "enter").at(machine.TaskScreen, "").sees("[!] Blocked").sees("Note: no time")
	d.press("d", "2026-11-01", "enter").sees("Overdue since 2026-11-01").press("o", "Anna", "enter").sees("Assigned to: Anna")
	d.press("u", "u", "u", "u").sees("[ ] Open").press("esc").at(machine.ChecklistScreen, "")
}

func TestTheFilterNarrowsTheList(t *testing.T) {
	d := worked(t).press("f").at(machine.FilterScreen, "")
	all := len(judge.Plan(d.m.state.Plan).Items)
	onRow(d, machine.RowPending).press("enter").at(machine.FilterScreen, "").sees("[x] Only what is still to be done")
	onRow(d, machine.RowTeam+string(model.PKITeam)).press("enter", "f").at(machine.ChecklistScreen, "").sees("PKI, only open: ")
	for _, r := range d.m.list.rows {
		if item, task := machine.ItemIn(judge.Plan(d.m.state.Plan), r.ID); task && (item.Owner != model.PKITeam || !item.Progress.State.Pending()) {
			t.Errorf("%s is listed", r.ID)
		}
	}
	d.press("f", "end", "enter").at(machine.ChecklistScreen, "")
	if !d.m.state.TaskWork.Whole() || strings.Contains(d.screen(), "only open") || len(d.m.state.TaskWork.Listed(judge.Plan(d.m.state.Plan).Items)) != all {
		t.Errorf("the filter is still on:\n%s", d.screen())
	}
	onRow(d.press("f"), machine.RowPhase+"operation").press("enter", "esc").sees("Operate: ")
}

func TestAnEmptyListSaysSo(t *testing.T) {
	d := worked(t)
	d.m.state.TaskWork.Phase = "no such phase"
	d.m.show()
	d.sees("No task is listed: no such phase.").press("home", "enter").at(machine.ChecklistScreen, "").sees("Survey the site")
}

// TestATickUnderTheFilter: the next task comes under the cursor, undo brings the
// ticked one back there.
func TestATickUnderTheFilter(t *testing.T) {
	d := worked(t)
	d.m.state.TaskWork.Scope.Open = true
	d.m.show()
	d.press("home", "down")
	was := d.m.list.picked()
	below := d.press("down").m.list.picked()
	if d.press("up", "x"); d.m.list.picked() != below {
		t.Errorf("the cursor is on %s, want %s", d.m.list.picked(), below)
	}
	if d.press("down", "down", "u"); d.m.list.picked() != was {
		t.Errorf("undo leads to %s, want %s", d.m.list.picked(), was)
	}
}

func TestARewordedTaskIsLookedAtAgain(t *testing.T) {
	was := model.Progress{ID: "pre-people", Title: "Book some people", State: model.Done, By: "Anna", At: time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC), Text: "another"}
	d := worked(t, was).on("pre-people").sees("(look at it again)").sees("Open again It was done, by Anna, 2026-03-02, before the task changed: look at it again.")
	d.press("enter").sees("Changed: It was done, by Anna, 2026-03-02, before the task changed: look at it again.").sees(`It was called "Book some people".`)
	d.press("esc")
	if d.press("o", "Bo", "enter"); d.file("pre-people").By != "Anna" || d.file("pre-people").Owner != "Bo" {
		t.Errorf("saved %+v", d.file("pre-people"))
	}
	if d.press("x"); d.file("pre-people").Text == "another" || strings.Contains(d.screen(), "look at it again") {
		t.Errorf("it comes up again: %+v", d.file("pre-people"))
	}
}

func TestARefusedSaveLosesNothing(t *testing.T) {
	d := worked(t).on("pre-people").press("x")
	d.world.Refuse = errors.New("the plan was changed by somebody else")
	d.press("n", "half a day of work", "enter").at(machine.ConflictScreen, "").sees("changed by somebody else")
	d.world.Refuse = nil
	d.press("end", "enter").at(machine.ChecklistScreen, "")
	if got := d.file("pre-people"); got.State != model.Done || got.Note != "half a day of work" {
		t.Errorf("saved %+v", got)
	}
}

// TestARefusedSaveKeepsWhatIsTyped: the save of a tick is slow and fails while
// somebody types already.
func TestARefusedSaveKeepsWhatIsTyped(t *testing.T) {
	d := worked(t).on("pre-people")
	d.world.Refuse, d.later = errors.New("disk full"), true
	d.press("x", "n", "half a no")
	d.settle()
	d.at(machine.ConflictScreen, "").world.Refuse = nil
	d.press("esc").at(machine.SayScreen, "").sees("half a no").press("te", "enter").at(machine.ChecklistScreen, "")
	if got := d.file("pre-people"); got.State != model.Done || got.Note != "half a note" {
		t.Errorf("saved %+v", got)
	}
}

func TestPrintWhatIsListed(t *testing.T) {
	d := worked(t)
	d.m.state.TaskWork.Scope = judge.Scope{Owner: model.PKITeam, Open: true}
	d.m.show()
	d.press("p").at(machine.ExportScreen, "").sees("[x] Print what is listed: PKI, only open").press("enter").sees("-pki-open.txt")
	onRow(d, "svg").press("enter")
	onRow(d, machine.RowNarrow).press("enter").sees("[ ] Print what is listed")
	onRow(d, "text").press("enter").sees("Written: p-checklist-0.txt")
	if want := []judge.Scope{{Owner: model.PKITeam, Open: true}, {}, {}}; !slices.Equal(d.world.Scopes, want) {
		t.Errorf("printed %+v as %q", d.world.Scopes, d.world.Exports)
	}
	d.press("esc").at(machine.ChecklistScreen, "").press("esc").at(machine.BoardScreen, "").press("p").at(machine.ExportScreen, "").press("esc").at(machine.BoardScreen, "")
}

func TestFilesAreInSightOnThePagesThatTheyAnswer(t *testing.T) {
	for page, want := range map[string]bool{"pki": true, "entra": true, "site": false} {
		world := wizardtest.ToWork()
		plan := world.Plans["p.toml"]
		plan.Step = page
		plan.PKI.Available, plan.Devices = model.Yes, []model.Device{{Join: model.DomainJoined, Method: model.ClientPKI, Internet: model.Yes}, {Join: model.HybridJoined, Method: model.EntraID, Internet: model.Yes}}
		world.Plans["p.toml"] = plan
		d := drive(t, world, "p.toml").resize(80, 24).at(machine.QuestionScreen, page)
		if got := strings.Contains(d.screen(), "F6 files"); got != want {
			t.Errorf("%s: F6 in sight: %v\n%s", page, got, d.screen())
		}
	}
}
