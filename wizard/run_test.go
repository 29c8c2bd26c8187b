package wizard

import (
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
	"cmgwizard/model/run"
	"cmgwizard/model/slow"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
	"github.com/charmbracelet/x/ansi"
)

// toRun is a world with a plan to work through, at ten in the evening.
func toRun(p *model.Plan) *wizardtest.World {
	world := wizardtest.NewWorld()
	plan := *p
	plan.Format, plan.Name, plan.Tasks, plan.Rules = 1, "Contoso", nil, rules.LatestEdition().Number
	world.Plans["p.toml"] = plan
	world.Logs = map[string]machine.Reading{"403": {Files: []machine.FileSeen{{Name: "pasted lines", About: "2 log lines", Remarks: []model.Remark{
		{Severity: model.Warning, Text: "Something else.", Causes: []model.Cause{{Text: "Elsewhere.", Task: "token-bulk"}}},
		{Severity: model.Blocker, Text: "The server refused with 403.", Do: "Look at IIS.", Causes: []model.Cause{{Text: "The role is missing.", Check: "Look at your roles.", Task: "pre-cm-role"}}},
	}}}}}
	return world
}

// window opens the change window of a world.
func window(t *testing.T, world *wizardtest.World, scope run.Scope) *driver {
	t.Helper()
	state, err := machine.BeginRun("p.toml", scope, world)
	if err != nil {
		t.Fatal(err)
	}
	d := &driver{t: t, m: newProgram(Options{Outside: world}, state), world: world}
	return d.resize(80, 24)
}

// pass lets minutes pass, and the clock say so.
func (d *driver) pass(minutes int) *driver {
	d.world.Passed += time.Duration(minutes) * time.Minute
	d.send(clockTick{})
	return d
}

// logged are the entries of the file: "22:05 done pre-site-version".
func (d *driver) logged() []string {
	return model.EachInWords(d.world.Plans["p.toml"].Log, func(e model.LogEntry) string {
		return strings.TrimSpace(e.At.Format("15:04") + " " + string(e.What) + " " + e.Task)
	})
}

func (d *driver) wants(last ...string) *driver {
	d.t.Helper()
	got := d.logged()
	if len(got) < len(last) || !slices.Equal(got[len(got)-len(last):], last) {
		d.t.Fatalf("the log is\n%s\nwant at its end\n%s", strings.Join(got, "\n"), strings.Join(last, "\n"))
	}
	return d
}

// TestAnEvening: tasks with their minutes, a wait, a failure with a log, a back-out of
// three, and a new start in between.
func TestAnEvening(t *testing.T) {
	world := toRun(plantest.FullPlan())
	d := window(t, world, run.Scope{}).sees("The change window").sees("Next: 1 Record the site version")
	d.press("s", "s").sees("Who is the operator?").press("Anna", "enter").at(machine.RunTaskScreen, "").wants("22:00 started pre-site-version")
	d.pass(7).sees("7 min of about 10 min").press("enter", "enter")
	again := window(t, world, run.Scope{}).sees("1 Record the site version").sees("> 3.")
	if again.m.state.RunWork.Step != 2 || again.m.state.TaskWork.By != "Anna" {
		t.Fatalf("after a crash: %+v", again.m.state.RunWork)
	}
	d = again.press("d").sees("Task 1 is done: 7 min, estimated 10 min.").wants("22:07 done pre-site-version")
	d.press("s").sees("Since 22:07").pass(3).press("w").at(machine.RunScreen, "").sees("While you wait:").wants("22:10 waiting pre-site-not-http")
	d.press("down", "enter").press("s").pass(31).sees("The wait of task 2 is over. See whether it worked.")
	second := d.m.state.RunWork.Task
	d.press("d").wants("22:41 done " + second)
	d.press("t", "home", "enter").at(machine.RunTaskScreen, "").press("d").wants("22:41 done pre-site-not-http")
	d.press("s").press("f").at(machine.TroubleScreen, "")
	d.send(tea.PasteMsg{Content: "12:00 ok\r\n\r\n12:01 StatusCode 403"})
	failing := d.m.state.RunWork.Task
	d.press("enter").at(machine.DiagnosisScreen, "").sees("The server refused with 403.").sees("Check: Look at your roles.")
	d.press("end").press("enter").at(machine.RunSayScreen, "").press("IIS asks", "enter").at(machine.BackOutScreen, "").wants("22:41 failed " + failing)
	if p := d.world.Plans["p.toml"]; progressIn(p, failing).State != model.Blocked || p.Log[len(p.Log)-1].Note != "The server refused with 403.\nIIS asks" {
		t.Errorf("failed: %+v", progressIn(p, failing))
	}
	for _, id := range []string{failing, "pre-site-not-http", second} {
		if d.m.list.picked() != machine.RowTask+id { // what is backed out next
			t.Fatalf("the cursor is on %s", d.m.list.picked())
		}
		d.press("home", "s").sees("Undo:").press("s").pass(2).press("d").at(machine.BackOutScreen, "")
		if last := d.logged(); !strings.HasSuffix(last[len(last)-1], "backed-out "+id) || progressIn(d.world.Plans["p.toml"], id).State != model.Open {
			t.Fatalf("%v", last)
		}
	}
	d.press("t").sees("1 done, 1 failed, 3 backed out")
}

func progressIn(p model.Plan, id string) (entry model.Progress) {
	for _, e := range p.Tasks {
		if e.ID == id {
			entry = e
		}
	}
	return entry
}

// TestLinesWithAStatusAreNotNothing: what stands in them is told, and what nobody knows. Other
// lines are read from their beginning.
func TestLinesWithAStatusAreNotNothing(t *testing.T) {
	world := toRun(plantest.FullPlan())
	world.Logs["status"] = machine.Reading{Files: []machine.FileSeen{{Name: "pasted lines", About: "log lines: 0 known errors", Facts: []string{"HTTP 403: Forbidden"}, Remarks: []model.Remark{{Text: "1 line is not known."}}}}}
	d := window(t, world, run.Scope{})
	d.m.state.TaskWork.By = "Anna"
	d.press("s", "s", "f")
	d.send(tea.PasteMsg{Content: "403"})
	d.press("enter", "end", "up").at(machine.DiagnosisScreen, "")
	d.send(tea.PasteMsg{Content: "status 404"})
	d.press("enter").sees("HTTP 403: Forbidden").sees("1 line is not known.").sees("That does not mean that nothing is wrong")
	if d.m.list.cursor > 4 {
		t.Errorf("it stands on row %d:\n%s", d.m.list.cursor, d.screen())
	}
}

// TestAClockSetBackByYears: times of another year have their year.
func TestAClockSetBackByYears(t *testing.T) {
	world := toRun(plantest.FullPlan())
	p := world.Plans["p.toml"]
	p.Log = []model.LogEntry{{Task: "pre-site-version", What: model.LogStarted, At: world.Now().AddDate(3, 0, 0), By: "Anna"}}
	world.Plans["p.toml"] = p
	window(t, world, run.Scope{}).sees("Since 22 Nov 2029 22:00").press("t").sees("The clock was set back from 22 Nov 2029 22:00 to 22 Nov 2026 22:00; that time is not counted.")
}

// TestSkipNeedsAReason, and the next task comes.
func TestSkipNeedsAReason(t *testing.T) {
	d := window(t, toRun(plantest.FullPlan()), run.Scope{}).press("s", "i", "enter").at(machine.RunSayScreen, "").sees("say why it is skipped")
	d.press("no time", "enter").at(machine.RunTaskScreen, "").wants("22:00 skipped pre-site-version").sees("Skipped. It stays open in the plan.")
}

// TestNoReturnIsAskedOnce: with what cannot be undone.
func TestNoReturnIsAskedOnce(t *testing.T) {
	d := window(t, toRun(plantest.FullPlan()), run.Scope{From: "create-cmg"})
	d.m.state.TaskWork.By = "Anna"
	d.send(machine.Event{Kind: machine.Pick, Text: machine.RowTask + "cmg-wizard"})
	d.press("s").at(machine.NoReturnScreen, "").sees("Point of no return").press("t").at(machine.RunTaskScreen, "")
	if len(d.logged()) != 0 {
		t.Fatalf("%v", d.logged())
	}
	d.press("s", "s", "s").at(machine.NoReturnScreen, "")
	if len(d.logged()) != 0 {
		t.Fatalf("a double tap started it: %v", d.logged())
	}
	d.press("end", "enter").at(machine.RunTaskScreen, "").wants("22:00 started cmg-wizard")
	d.press("p").wants("22:00 paused cmg-wizard").press("s").at(machine.RunTaskScreen, "").wants("22:00 resumed cmg-wizard")
}

// TestNarrowingEndsWithItsCall: without a flag everything is shown again.
func TestNarrowingEndsWithItsCall(t *testing.T) {
	world := toRun(plantest.FullPlan())
	plan := world.Plans["p.toml"]
	plan.Step = "run::0:pki:window:create-cmg:"
	world.Plans["p.toml"] = plan
	if d := window(t, world, run.Scope{}); d.m.state.RunWork.Scope != (run.Scope{}) {
		t.Errorf("still narrowed to %+v", d.m.state.RunWork.Scope)
	}
}

// TestAStartedTaskComesFirst, and says so where a narrower list was asked for.
func TestAStartedTaskComesFirst(t *testing.T) {
	world := toRun(plantest.FullPlan())
	window(t, world, run.Scope{}).press("s", "s", "Anna", "enter").wants("22:00 started pre-site-version")
	window(t, world, run.Scope{Window: true}).at(machine.RunTaskScreen, "").sees("was started before and comes first")
}

// TestOnePairOfHands: what runs is paused when another task is started.
func TestOnePairOfHands(t *testing.T) {
	d := window(t, toRun(plantest.FullPlan()), run.Scope{})
	d.m.state.TaskWork.By = "Anna"
	d.press("s", "s").pass(4)
	d.send(machine.Event{Kind: machine.Pick, Text: machine.RowTask + "pre-cm-role"})
	d.press("s").wants("22:00 started pre-site-version", "22:04 paused pre-site-version", "22:04 started pre-cm-role")
}

// TestCopiedIsWhatIsShown, byte for byte, for every command of plans with hostile names.
func TestCopiedIsWhatIsShown(t *testing.T) {
	slow.Long(t)
	for _, value := range []string{"contoso", "a'b; rm -rf ~ $(x) `y`", "x\x1b[2J\u202ey\r\nz", "\u00e9\u4e2d \u0627 \"q\" %PATH% ^&|"} {
		plan := plantest.HostilePlan(value)
		d := window(t, toRun(plan), run.Scope{})
		d.resize(4000, 400)
		seen := 0
		for _, item := range judge.Plan(d.m.state.Plan).Items {
			d.send(machine.Event{Kind: machine.Pick, Text: machine.RowTask + item.ID})
			shown := d.screen()
			for _, row := range d.m.list.rows {
				if !strings.HasPrefix(row.ID, machine.RowCommand) && !strings.HasPrefix(row.ID, machine.RowLink) {
					continue
				}
				seen++
				_, effects := machine.Next(d.m.state, machine.Event{Kind: machine.Pick, Text: row.ID})
				if len(effects) != 1 || effects[0].Kind != machine.CopyText || effects[0].Text != row.Text {
					t.Fatalf("%s: %q is shown, %+v is copied", item.ID, row.Text, effects)
				}
				if text := effects[0].Text; text != model.Clean(text) || !strings.Contains(shown, "  "+ansi.Strip(text)) {
					t.Errorf("%s: %q is not on the screen as it is", item.ID, text)
				}
			}
			d.press("t")
		}
		if seen < 20 {
			t.Errorf("only %d lines", seen)
		}
	}
}

// TestClockTicksOnlyForSomething: nothing looks at the clock where nothing runs, and one
// timer a minute is all where something does.
func TestClockTicksOnlyForSomething(t *testing.T) {
	world := toRun(plantest.FullPlan())
	d := window(t, world, run.Scope{})
	var waits []time.Duration
	d.m.after = func(wait time.Duration, msg tea.Msg) tea.Cmd {
		if _, tick := msg.(clockTick); tick {
			waits = append(waits, wait)
		}
		return nil
	}
	d.press("s", "t", "s", "n", "esc")
	if len(waits) > 0 {
		t.Fatalf("it looks at the clock after %v", waits)
	}
	world.Passed = 20 * time.Second
	d.m.state.TaskWork.By = "Anna"
	d.press("s", "down", "down", "enter", "t")
	if !slices.Equal(waits, []time.Duration{40 * time.Second}) {
		t.Fatalf("it looks at the clock after %v", waits)
	}
	d.press("s", "d", "f2")
	d.send(clockTick{})
	if len(waits) != 1 {
		t.Errorf("done, it looks at the clock after %v", waits)
	}
}

// TestHostileWindowStaysWords at every size.
func TestHostileWindowStaysWords(t *testing.T) {
	evil := "x\x1b[2J\x1b]0;t\x07\u202ey"
	plan := plantest.HostilePlan(evil)
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 12}} {
		world := toRun(plan)
		kept := world.Plans["p.toml"]
		kept.Log = []model.LogEntry{{Task: "pre-cm-role", What: model.LogFailed, At: world.Now().Add(-time.Hour), By: evil, Note: evil}, {Task: evil, What: model.LogStarted, At: world.Now(), By: evil}}
		world.Plans["p.toml"] = kept
		d := window(t, world, run.Scope{}).resize(size[0], size[1])
		for _, k := range []string{"s", "s", "end", "t", "o", "esc", "b", "enter", "esc", "o", "esc", "s", "f", "p", "403", "enter", "enter", "end", "f", "esc", "esc", "f1", "esc", "e", "esc"} {
			d.press(k)
			harmlessScreen(t, d)
		}
	}
}

// TestWalksLoseNoEntry: whatever keys are pressed, the log only grows, and the file says
// what the screen works on.
func TestWalksLoseNoEntry(t *testing.T) {
	names := []string{"s", "d", "w", "f", "i", "n", "p", "t", "b", "o", "m", "c", "v", "r", "u", "a", "ctrl+d", "enter", "enter", "enter", "esc", "up", "down", "down", "end", "home", "403", "pass", "f1", "f2", "e", "ctrl+j"}
	for seed := range int64(slow.Rounds(20)) {
		random := rand.New(rand.NewSource(seed))
		d, before := window(t, toRun(plantest.FullPlan()), run.Scope{}), 0
		for range 150 {
			k := names[random.Intn(len(names))]
			switch {
			case k == "pass":
				d.pass(random.Intn(90) - 10)
			case d.m.state.Screen == machine.BoardScreen:
				d.press("l")
			case d.m.state.Screen == machine.QuestionScreen, d.m.state.Screen == machine.NameScreen:
				d.press("f2")
			default:
				d.press(k)
			}
			if d.quit || d.m.state.Screen == machine.LeftScreen {
				break
			}
			_ = d.m.draw()
			if n := len(d.m.state.Plan.Log); n < before {
				t.Fatalf("walk %d: the log has lost %d entries", seed, before-n)
			} else {
				before = n
			}
		}
		if !reflect.DeepEqual(d.world.Plans["p.toml"].Log, d.m.state.Plan.Log) {
			t.Fatalf("walk %d: the file is behind the screen", seed)
		}
	}
}

// TestAPasteChoosesNothing: whatever comes where a task did not work, key by key as some
// terminals paste it, is a log and writes nothing.
func TestAPasteChoosesNothing(t *testing.T) {
	lines := "start status failed: data, skip it\nd\n\ns\nf\nb\n\tpaused 403\n\n/x ? e\nd\nd\n"
	d := window(t, toRun(plantest.FullPlan()), run.Scope{})
	d.m.state.TaskWork.By = "Anna"
	d.press("s", "s", "f")
	before := d.logged()
	for range 2 {
		for _, r := range lines {
			switch r {
			case '\n':
				d.send(tea.KeyPressMsg{Code: tea.KeyEnter})
			case '\t':
				d.send(tea.KeyPressMsg{Code: tea.KeyTab})
			default:
				d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
			}
		}
		if d.at(machine.PasteScreen, ""); d.m.field.value() != lines {
			t.Fatalf("%q became %q", lines, d.m.field.value())
		}
		d.press("ctrl+d").at(machine.DiagnosisScreen, "")
	}
	if !slices.Equal(d.logged(), before) {
		t.Errorf("a paste wrote %v", d.logged()[len(before):])
	}
}

// TestTakeBack: the log keeps what was a mistake, the task and its minutes are as before,
// and one stands on the same step.
func TestTakeBack(t *testing.T) {
	d := window(t, toRun(plantest.FullPlan()), run.Scope{})
	d.m.state.TaskWork.By = "Anna"
	d.press("s", "s").pass(3).press("enter", "d").sees("Task 1 is done").sees("2 Check")
	d.press("u").sees("Undone: Done, 22:03. The log keeps the entry, marked as a mistake.").sees("1 Record").sees("3 min of about 10 min").wants("22:03 done pre-site-version", "22:03 taken-back pre-site-version")
	if d.m.state.RunWork.Step != 1 || progressIn(d.world.Plans["p.toml"], "pre-site-version").State != "" {
		t.Errorf("step %d, %+v", d.m.state.RunWork.Step, progressIn(d.world.Plans["p.toml"], "pre-site-version"))
	}
	d.press("i", "no", "enter", "t").sees("1 skipped").press("u").pass(4).press("d").sees("Task 1 is done: 7 min")
	d.press("t", "n", "hm", "enter", "u").at(machine.RunScreen, "").wants("22:07 note", "22:07 taken-back")
	d.press("u", "u", "u")
	if d.press("u").sees("Start (starts the timer)"); len(d.m.state.RunWork.Written) != 0 {
		t.Errorf("left: %v", d.m.state.RunWork.Written)
	}
}

// TestABackOutThatFailedIsTriedAgain, as a back-out, from wherever one comes to it.
func TestABackOutThatFailedIsTriedAgain(t *testing.T) {
	d := window(t, toRun(plantest.FullPlan()), run.Scope{})
	d.m.state.TaskWork.By = "Anna"
	d.press("s", "s", "d", "t", "b", "enter", "s", "f").at(machine.TroubleScreen, "").sees("mark the back-out as failed")
	d.press("end", "up", "enter").at(machine.RunSayScreen, "").press("locked", "enter").at(machine.BackOutScreen, "").wants("22:00 failed pre-site-version")
	d.press("t")
	d.send(machine.Event{Kind: machine.Pick, Text: machine.RowTask + "pre-site-version"})
	d.sees(": locked").sees("Try the back-out again").press("s").wants("22:00 backing-out pre-site-version")
	d.press("d").at(machine.BackOutScreen, "").wants("22:00 backed-out pre-site-version")
}

// TestWhatIsLeftOutIsSaid.
func TestWhatIsLeftOutIsSaid(t *testing.T) {
	d := window(t, toRun(plantest.FullPlan()), run.Scope{Owner: model.PKITeam, Window: true}).resize(100, 80)
	d.press("end").sees("Not listed: ").sees(" of other teams, ").sees(" that need no change window, ").sees(" that come back after the rollout.")
}
