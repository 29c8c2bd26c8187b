package wizard

import (
	"errors"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/plantest"
	"cmgwizard/model/slow"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
	"cmgwizard/wizard/wizardtest"
	"github.com/charmbracelet/x/ansi"
)

func TestInterviewEndsAtTheBoard(t *testing.T) {
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.Interview()...).at(machine.BoardScreen, "")
	plan := d.world.Plans["contoso.toml"]
	got := []string{string(plan.Site.Security), string(plan.Devices[0].Method), string(plan.Devices[1].Method), string(plan.Devices[2].Method),
		plan.ManagementPoints[1].Host, plan.Gateway.ServiceName, plan.ConnectionPoints[0].Host, string(plan.ClientSettings.UseCMG)}
	want := "enhanced-http entra token pki mp2.contoso.com contosocmg.contoso.com cp1.contoso.com yes"
	if strings.Join(got, " ") != want {
		t.Errorf("the plan holds %q, want %q", strings.Join(got, " "), want)
	}
	d.sees("Decided: 1 warning")
}

func TestEveryAnswerIsSaved(t *testing.T) {
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...)
	before := d.world.Saves
	for i, r := range wizardtest.Replies["site"] {
		d.press(r.Keys()...)
		plan := d.world.Plans["contoso.toml"]
		if f, _ := plan.Field(r.Key); d.world.Saves != before+i+1 || !f.Given() {
			t.Errorf("%d saves after %d answers, %s is %q", d.world.Saves-before, i+1, r.Key, f.Text())
		}
	}
}

func TestTheSiteCodeIsWrittenInCapitals(t *testing.T) {
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...).upTo("site.code").press("p01", "enter").sees("Taken as P01.")
	if code := d.world.Plans["contoso.toml"].Site.Code; code != "P01" {
		t.Errorf("the site code is %q", code)
	}
}

// TestTheRegionIsWrittenAsAzureWritesIt: one that is not in the list is kept, and said
// to be none of it.
func TestTheRegionIsWrittenAsAzureWritesIt(t *testing.T) {
	world := wizardtest.NewWorld()
	p := plantest.GoodPlan()
	p.Gateway.Region = ""
	world.Plans["p.toml"] = *p
	d := drive(t, world, "p.toml").to("gateway.region").press("West Europa", "enter").sees("is not in this program's list of Azure regions. Near: westeurope.")
	d.to("gateway.region").sees("is not in this program's list").press(wizardtest.Often("backspace", 11)...).press("(Europe) West Europe", "enter")
	if got := world.Plans["p.toml"].Gateway.Region; got != "westeurope" {
		t.Errorf("the region is %q", got)
	}
}

func TestResumeReturnsToThePage(t *testing.T) {
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...).press(wizardtest.AnswerSite...).press("enter").upTo("devices[0].join").press("4").upTo("devices[0].on_premises").press("ctrl+c")
	if !d.quit {
		t.Fatal("ctrl+c did not leave")
	}
	again := drive(t, d.world, "contoso.toml").at(machine.QuestionScreen, "devices[0]").sees("Are they used on the internal network?")
	if got := again.m.state.Draft.Devices[0].Join; got != model.Workgroup {
		t.Errorf("the answer of the open page is lost: join %q", got)
	}
}

// TestResumeAsksWhatWasNotReached: a question that may be left out was left out
// only where a later one has an answer.
func TestResumeAsksWhatWasNotReached(t *testing.T) {
	begin := func() *driver {
		return drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...).press(wizardtest.AnswerSite...).press("enter").upTo("devices[0].count")
	}
	for want, d := range map[string]*driver{
		"devices[0].count":            begin().press("ctrl+c"),
		"devices[0].client_installed": begin().press("enter", "2").press("ctrl+c"),
	} {
		if q, _ := drive(t, d.world, "contoso.toml").m.state.Question(); q.Key != want {
			t.Errorf("it goes on at %s, left at %s", q.Key, want)
		}
	}
}

func TestBackWorksFromAnError(t *testing.T) {
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...).upTo("site.code").press("p01x", "enter").sees("Invalid: a site code is three characters")
	d.press(wizardtest.Often("esc", d.m.state.Place.Question+1)...).sees("This is the first page").upTo("site.code")
	d.press("backspace", "backspace", "backspace", "backspace").upTo("site.version").press("nonsense", "enter").sees("Invalid:")
	d.press("esc").sees("What is the site code of the")
}

func TestBackFromANewEntryKeepsWhatWasAnswered(t *testing.T) {
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...).press(wizardtest.AnswerSite...)
	for kept, keys := range [][]string{{"enter", "esc"}, {"enter", "1", "esc", "esc"}} {
		d.press(keys...).at(machine.ListScreen, "devices")
		if n := len(d.m.state.Plan.Devices); n != kept {
			t.Errorf("%d devices after %q", n, keys)
		}
	}
}

func TestChangingAnEarlyAnswerSaysWhatItLeaves(t *testing.T) {
	d := over(t)
	d.to("devices[2].method").at(machine.QuestionScreen, "methods").press("3").at(machine.AreaScreen, "")
	d.sees("No longer asked (answer kept in the plan):").sees("key bits")
	if d.m.state.Plan.PKI.KeyBits != model.Num(2048) {
		t.Error("the answer is not kept")
	}
}

// TestKeptAnswersStandInTheirArea, below those that are asked, and say why they
// lead nowhere.
func TestKeptAnswersStandInTheirArea(t *testing.T) {
	d := over(t).resize(120, 60)
	d.to("devices[2].method").press("3", "4").at(machine.AreaScreen, "").sees("PKI certificates").sees("No longer asked (answer kept)")
	onRow(d, machine.RowKept+"pki.key_bits").press("enter").at(machine.AreaScreen, "").sees("With the current answers, this is not asked.")
	for _, r := range d.m.list.rows {
		if r.ID == "pki.key_bits" {
			t.Error("it stands among the answers that are asked too")
		}
	}
}

// to goes to the question of an answer, by the board and its area.
func (d *driver) to(key string) *driver {
	d.t.Helper()
	d.press("f2").at(machine.BoardScreen, "")
	for _, a := range d.m.content().Board().Areas {
		if a.ID == assume.AreaOf(key).ID {
			d.press(string(a.Digit))
		}
	}
	return onRow(d.at(machine.AreaScreen, ""), key).press("enter")
}

// TestAreasLeadToEveryAnswer, and back to its line.
func TestAreasLeadToEveryAnswer(t *testing.T) {
	led := map[string]bool{}
	for _, digit := range "1234567890" {
		d := over(t, string(digit), "home").at(machine.AreaScreen, "")
		for range d.m.list.rows {
			key := d.m.list.picked()
			if _, answer := d.m.state.Plan.Field(key); !answer || led[key] {
				d.press("down")
				continue
			}
			led[key] = true
			d.press("enter").at(machine.QuestionScreen, "")
			if q, _ := d.m.state.Question(); !slices.Contains(q.Keys(), key) || !d.m.state.Alone {
				t.Errorf("%s leads to %s", key, q.Key)
			}
			if d.press("esc").at(machine.AreaScreen, ""); d.m.list.picked() != key {
				t.Errorf("%s comes back on %q", key, d.m.list.picked())
			}
			d.press("down")
		}
	}
	plan := interviewed()
	for key := range steps.Asked(&plan.Answers) {
		if _, answer := plan.Field(key); answer && !led[key] {
			t.Errorf("no area leads to %s", key)
		}
	}
}

func TestAnAnswerOfAnAreaIsSavedAndComesBack(t *testing.T) {
	d := over(t)
	d.to("gateway.vm_instances").sees("How many VM instances?").press("backspace", "4", "enter").at(machine.AreaScreen, "").sees("Size and options")
	if got := d.world.Plans["contoso.toml"].Gateway.VMInstances; got != model.Num(4) {
		t.Errorf("saved %v", got)
	}
	if d.m.list.picked() != "gateway.vm_instances" {
		t.Errorf("the area comes back on %q", d.m.list.picked())
	}
}

// TestFindingsLeadToWhatMendsThem: each line goes to a question, a list or the
// files and comes back to itself, or says why it does not.
func TestFindingsLeadToWhatMendsThem(t *testing.T) {
	unfinished := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...).press("f2", "w")
	finished := over(t, "w")
	pages := []*driver{unfinished, finished}
	for _, digit := range "1234567890" {
		pages = append(pages, over(t, string(digit)))
	}
	for _, d := range pages {
		page, leads := d.m.state.Screen, 0
		for _, r := range d.m.list.rows {
			if r.ID == "" {
				continue
			}
			next, _ := machine.Next(d.m.state, machine.Event{Kind: machine.Pick, Text: r.ID})
			if next.Screen == page {
				if next.Notice == "" {
					t.Errorf("%s %s: line %q leads nowhere and says nothing", page, d.m.state.Area, r.ID)
				}
				continue
			}
			leads++
			if back, _ := machine.Next(next, machine.Event{Kind: machine.Back}); back.Screen != page || back.Area != d.m.state.Area {
				t.Errorf("%s: line %q does not come back", page, r.ID)
			}
		}
		if leads == 0 {
			t.Errorf("%s %s: no line leads anywhere", page, d.m.state.Area)
		}
	}
	onRow(finished, "entra.tenant_id").press("enter").at(machine.QuestionScreen, "entra").press("esc").at(machine.FoundScreen, "")
}

func TestRemoveAndUndo(t *testing.T) {
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...).press(wizardtest.AnswerSite...).press("enter").press(wizardtest.AddGroup...).press("a").press(wizardtest.AddDomain...)
	d.press("up", "up", "up", "x").sees("Workgroup is removed. Press u to restore it.")
	if n := len(d.world.Plans["contoso.toml"].Devices); n != 1 {
		t.Fatalf("%d devices saved after removing", n)
	}
	d.press("u").sees("Workgroup is back.")
	if devices := d.world.Plans["contoso.toml"].Devices; len(devices) != 2 || devices[0].Join != model.Workgroup {
		t.Errorf("undo brought back %v", devices)
	}
}

// TestEnterStatesNoFact: where nothing is marked it says what to do, and nothing
// is saved. The key ? is the answer of who does not know.
func TestEnterStatesNoFact(t *testing.T) {
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...)
	for _, r := range wizardtest.Replies["site"] {
		before, saves := d.m.state, d.world.Saves
		d.press("enter").sees("Choose or type an answer")
		if d.world.Saves != saves || d.m.state.Place != before.Place || !reflect.DeepEqual(d.m.state.Plan, before.Plan) {
			t.Fatalf("Enter alone answered %s: %+v", r.Key, d.m.state.Plan.Site)
		}
		d.press("?")
		plan := d.world.Plans["contoso.toml"]
		if f, _ := plan.Field(r.Key); !f.Unsure() {
			t.Errorf("? answered %s with %q", r.Key, f.Text())
		}
	}
	d.at(machine.ListScreen, "devices")
}

func TestSaveRefusedKeepsTheAnswers(t *testing.T) {
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...)
	d.world.Refuse = errors.New("the plan was changed by somebody else")
	d.press("P01", "enter").at(machine.ConflictScreen, "").sees("The plan was not saved").sees("changed by somebody else")
	d.world.Refuse = nil
	d.press("home", "enter").at(machine.CopyScreen, "").sees("contoso copy.toml")
	d.world.Refuse = errors.New("no room there either")
	d.press("enter").at(machine.CopyScreen, "").sees("no room there either")
	d.world.Refuse = nil
	d.press("esc").at(machine.ConflictScreen, "").sees("changed by somebody else").press("home", "enter", "enter").sees("Now working on contoso copy.toml")
	if d.world.Plans["contoso copy.toml"].Site.Code != "P01" {
		t.Error("the copy lacks the answers")
	}
}

// TestLeavingWhatIsNotSavedWarnsOnce: the second time in a row goes. What fails in
// between warns anew.
func TestLeavingWhatIsNotSavedWarnsOnce(t *testing.T) {
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...)
	d.world.Refuse = errors.New("disk full")
	d.press("P01", "enter").at(machine.ConflictScreen, "").press("ctrl+c").sees("Press Ctrl+C again to discard what is not saved.")
	d.send(machine.Event{Kind: machine.Failed, Err: errors.New("no room for a copy")})
	d.press("ctrl+c").sees("Press Ctrl+C again to discard what is not saved.").press("down")
	if d.quit {
		t.Fatal("left without a second warning")
	}
	if d.press("ctrl+c"); !d.quit {
		t.Error("the second time does not leave")
	}
}

// TestWhatIsTypedIsKeptOnLeaving, as Enter would keep it; or it is said why not.
func TestWhatIsTypedIsKeptOnLeaving(t *testing.T) {
	for name, test := range map[string]struct {
		keys       []string
		code, said string
	}{
		"a good answer": {[]string{"P02"}, "P02", ""},
		"a bad one":     {[]string{"much too long"}, "", "a site code is three characters"},
		"a token":       {[]string{"eyJhbGciOiJSUzI1NiIs.eyJpc3MiOiJ4In0.c2ln"}, "", "looks like a token"},
		"nothing":       {nil, "", ""},
		"emptied":       {[]string{"P02", "enter", "esc", "backspace", "backspace", "backspace"}, "P02", "it was emptied"},
	} {
		d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...).press(test.keys...).press("ctrl+c")
		got, said := d.world.Plans["contoso.toml"].Site.Code, d.m.state.Unsaved
		if !d.quit || got != test.code || !strings.Contains(said, test.said) || (said == "") != (test.said == "") {
			t.Errorf("%s: quit %v, saved %q, said %q", name, d.quit, got, said)
		}
	}
}

func TestANoteThatIsTypedIsKeptOnLeaving(t *testing.T) {
	d := worked(t).on("pre-people").press("n", "half a note", "ctrl+c")
	if got := d.file("pre-people"); !d.quit || got.Note != "half a note" {
		t.Errorf("quit %v, saved %+v", d.quit, got)
	}
}

// TestNoTokenIsAName, a path or what is said about a task.
func TestNoTokenIsAName(t *testing.T) {
	const token = "eyJhbGciOiJSUzI1NiIs.eyJpc3MiOiJ4In0.c2ln"
	const refused = "looks like a token"
	d := drive(t, wizardtest.NewWorld(), "").press("enter").at(machine.NameScreen, "").press(token, "enter").at(machine.NameScreen, "").sees(refused)
	if d.m.state.Name != "" || d.m.state.Suggest != "" {
		t.Errorf("kept as %q, proposed as %q", d.m.state.Name, d.m.state.Suggest)
	}
	drive(t, wizardtest.NewWorld(), "").press("enter", "Contoso", "enter").at(machine.FileScreen, "").press(token, "enter").at(machine.FileScreen, "").sees(refused)
	for _, key := range []string{"n", "o", "b"} {
		d := worked(t).on("pre-people").press(key, token, "enter").at(machine.SayScreen, "").sees(refused)
		if d.m.state.TaskWork.By != "" || len(d.world.Plans["p.toml"].Tasks) > 0 {
			t.Errorf("%s keeps %+v", key, d.world.Plans["p.toml"].Tasks)
		}
	}
}

// TestLeavingAgainComesBackToTheRefusal: from the board, and with Ctrl+C right
// after Esc, which is another key.
func TestLeavingAgainComesBackToTheRefusal(t *testing.T) {
	for _, key := range []tea.KeyPressMsg{keyCodes["ctrl+c"], {Code: 'c', Mod: tea.ModCtrl | tea.ModAlt}} {
		d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...).upTo("site.version")
		d.world.Refuse = errors.New("disk full")
		d.press("ctrl+c").at(machine.ConflictScreen, "").press("esc").at(machine.BoardScreen, "")
		d.send(key)
		d.at(machine.ConflictScreen, "")
		d.send(key)
		if d.sees("Press Ctrl+C again to discard what is not saved."); d.quit {
			t.Errorf("%s leaves without a second question", key)
		}
	}
}

func TestLastSaveRefusedDoesNotQuit(t *testing.T) {
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...).upTo("site.version")
	d.world.Refuse = errors.New("disk full")
	d.press("ctrl+c").at(machine.ConflictScreen, "")
	if d.quit {
		t.Fatal("left with unsaved answers")
	}
	d.world.Refuse = nil
	d.press("end", "enter", "ctrl+c")
	if !d.quit || d.world.Plans["contoso.toml"].Site.Code != "P01" {
		t.Errorf("quit %v, saved %q", d.quit, d.world.Plans["contoso.toml"].Site.Code)
	}
}

func TestPrintFromTheBoard(t *testing.T) {
	d := over(t).press("p").at(machine.ExportScreen, "").press("home", "enter")
	d.sees("Written: contoso-checklist-").press("home", "enter").sees("-2.txt").sees("An earlier file is kept").press("end", "enter").at(machine.DoneScreen, "").sees("To continue later: cmgwizard contoso.toml")
	if len(d.world.Exports) != 2 {
		t.Errorf("exports %v", d.world.Exports)
	}
}

func TestHelpTellsWhyAndWhere(t *testing.T) {
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...).upTo("site.code").resize(40, 12).press("f1").sees("Why: The commands")
	d.press("esc").at(machine.QuestionScreen, "site").press("?").sees("?")
	if d.m.overlay != nil {
		t.Error("a question mark in a text opened the help")
	}
}

// sizes are those that people have, and some that they should not.
var sizes = [][2]int{{80, 24}, {120, 40}, {40, 12}, {200, 60}, {110, 20}, {24, 8}, {20, 5}, {1, 1}, {80, 10}}

// windows are the sizes that a walk is held against: all of them where there is
// time.
func windows() [][2]int {
	if slow.On() {
		return sizes
	}
	return [][2]int{{80, 24}, {40, 12}, {20, 5}}
}

func TestResizedLooksLikeStarted(t *testing.T) {
	slow.Long(t)
	keys := wizardtest.Interview()
	for _, size := range windows() {
		a, b := drive(t, wizardtest.NewWorld(), "").resize(size[0], size[1]), drive(t, wizardtest.NewWorld(), "")
		for _, k := range keys {
			a.press(k)
			b.resize(20, 5).resize(40, 12).press(k).resize(size[0], size[1])
			if a.screen() != b.screen() {
				t.Fatalf("%v after %q\nstarted there:\n%s\nresized there:\n%s", size, k, a.screen(), b.screen())
			}
		}
	}
}

func TestFramesFitTheWindow(t *testing.T) {
	slow.Alone(t)
	for _, size := range windows() {
		d := drive(t, wizardtest.NewWorld(), "").resize(size[0], size[1])
		for _, k := range append(wizardtest.Interview(), "home", "enter", "down", "enter", "f1") {
			d.press(k)
			lines := strings.Split(d.m.draw(), "\n")
			if len(lines) > size[1] {
				t.Fatalf("%v: %d lines after %q", size, len(lines), k)
			}
			for _, line := range lines {
				if ansi.StringWidth(line) > size[0] {
					t.Fatalf("%v: a line of %d columns after %q: %q", size, ansi.StringWidth(line), k, line)
				}
			}
		}
	}
}

func TestKeysAndTheWayAreAlwaysInSight(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 12}}[:slow.Rounds(3)] {
		d := drive(t, wizardtest.NewWorld(), "").resize(size[0], size[1]).press(wizardtest.MakePlan...)
		for _, k := range wizardtest.Interview()[len(wizardtest.MakePlan):] {
			d.press(k)
			if s := d.m.state.Screen; s == machine.QuestionScreen || s == machine.ListScreen {
				d.sees("page ").sees("enter").sees("esc back")
			}
		}
	}
}

func TestASCIIStaysASCII(t *testing.T) {
	world := wizardtest.NewWorld()
	m := newProgram(Options{Outside: world, ASCII: true}, machine.State{Screen: machine.StartScreen, Formats: world.Formats()})
	d := &driver{t: t, m: m, world: world}
	for _, k := range append(wizardtest.Interview(), "enter", "down", "enter") {
		d.press(k).resize(120, 40)
		for _, r := range d.screen() {
			if r > '~' {
				t.Fatalf("%q after %q:\n%s", r, k, d.screen())
			}
		}
	}
}

// TestRandomKeys walks about without a plan: no key at any size may panic, and
// whatever is saved must be readable answers.
func TestRandomKeys(t *testing.T) {
	names := []string{"enter", "esc", "tab", "shift+tab", "up", "down", "pgup", "pgdown", "home", "end", "f1", "f2", "f3", "f4", "f5", "f6", "e", "c", "r", "p",
		"backspace", "left", "right", "space", "w", "t", "m", "0", "C", "1", "2", "3", "5", "9", "a", "x", "u", "y", "n", "?", "P01", "2409", "mp1.contoso.com", "\x1b", "日本"}
	for seed := range int64(slow.Rounds(150)) {
		random := rand.New(rand.NewSource(seed))
		begin := wizardtest.MakePlan
		if seed%2 == 0 {
			begin = wizardtest.MakeQuick
		}
		d := drive(t, wizardtest.WithFiles(), "").press(begin...)
		for range 80 {
			if random.Intn(12) == 0 {
				d.resize(random.Intn(130), random.Intn(45))
			}
			walk(d, names[random.Intn(len(names))])
			_ = d.m.draw()
		}
	}
}

func TestPasteIsCleaned(t *testing.T) {
	d := drive(t, wizardtest.NewWorld(), "").press("enter")
	d.send(tea.PasteMsg{Content: "Con\x1b[31mtoso\u202e\r\nLtd"})
	d.press("enter", "enter")
	if name := d.m.state.Plan.Name; strings.ContainsAny(name, "\x1b\r\n\u202e") {
		t.Errorf("the name is %q", name)
	}
}

func TestAnEmptyEntryIsNotKept(t *testing.T) {
	for _, way := range []string{"f2", "ctrl+c"} {
		d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...).press(wizardtest.AnswerSite...).press("enter").at(machine.QuestionScreen, "devices[0]").press(way)
		if n := len(d.world.Plans["contoso.toml"].Devices); n != 0 {
			t.Errorf("%s keeps %d devices without an answer", way, n)
		}
	}
}

func TestOptionalAnswersCanBeUnsure(t *testing.T) {
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...).press(wizardtest.AnswerSite...).press("enter").upTo("devices[0].count")
	d.sees("About how many are there?").sees("? means: I do not know yet").press("?").rest().press("home", "enter").at(machine.QuestionScreen, "devices[0]")
	for range len(d.m.state.Questions()) {
		d.press("enter")
	}
	d.at(machine.ListScreen, "devices")
	if got := d.world.Plans["contoso.toml"].Devices[0].Count; got != model.UnsureNumber {
		t.Errorf("the number is %v after going over it again", got)
	}
}

func TestALifetimeThatTheToolRefusesIsNotTaken(t *testing.T) {
	d := over(t)
	d.to("token.bulk_lifetime_minutes").press("9", "enter").sees("Invalid: expected a whole number of minutes from 1 to 10080")
	d.press("backspace", "enter").at(machine.AreaScreen, "")
}

func TestEveryLineCanBeReached(t *testing.T) {
	d := over(t).resize(40, 12)
	d.press("p", "end", "enter").at(machine.DoneScreen, "").press("end").sees("To continue later: cmgwizard contoso.toml")
	d.press("esc", "f2").at(machine.BoardScreen, "").press("end", "home", "pgup").sees("Decided: 1 warning, 1 missing answer.")
	d.press("w", "end", "home", "pgup").at(machine.FoundScreen, "").sees("What is wrong and what is open")
}

// TestTheEndOfTheChecklist is reached in a small window too.
func TestTheEndOfTheChecklist(t *testing.T) {
	d := over(t).press("t").at(machine.ChecklistScreen, "")
	last := ""
	for _, r := range d.m.list.rows {
		if r.ID != "" {
			last = r.ID
		}
	}
	for _, size := range sizes[:4] {
		d.resize(size[0], size[1]).press("home", "end")
		if lines := strings.Split(d.screen(), "\n"); strings.Contains(lines[len(lines)-3], "more lines") || d.m.list.picked() != last {
			t.Errorf("%v: on %s:\n%s", size, d.m.list.picked(), d.screen())
		}
	}
}

func TestAFindingThatIsNotKnownNamesItsQuestion(t *testing.T) {
	drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...).press("f2", "w").resize(120, 60).sees("Unknown which Azure region will host the CMG. In which Azure region?")
}

func TestTheLineOfMeaningIsWhole(t *testing.T) {
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...)
	for width := leastWidth; width < screen.WideEnough; width++ {
		if line := ansi.Strip(d.resize(width, 24).m.noticeLine()); strings.Contains(line, "…") || !strings.Contains(line, "NOT DECIDED") {
			t.Errorf("%d columns: %q", width, line)
		}
	}
}

// TestLongChoicesAreAllThere: a choice that is wrapped takes no place from the
// last one.
func TestLongChoicesAreAllThere(t *testing.T) {
	var plan model.Plan
	f, _ := plan.Field("entra.apps")
	for _, width := range []int{20, 30, 40, 80} {
		c := newChoice(newTheme(true), screen.Choices(machine.State{Screen: machine.QuestionScreen, Draft: plan.Answers}, steps.Question{Key: f.Key}), model.Unsure, false)
		text := strings.Join(strings.Fields(ansi.Strip(c.view(width, 40))), " ")
		for _, words := range []string{"1 The Azure Services Wizard", "3 I do not know yet"} {
			if !strings.Contains(text, words) {
				t.Errorf("at %d columns %q is not in %q", width, words, text)
			}
		}
	}
}

// TestASlipInTheNameOfAPlanIsAskedAbout: nothing is made before somebody says so.
func TestASlipInTheNameOfAPlanIsAskedAbout(t *testing.T) {
	world := wizardtest.WithFiles()
	here := world.Folders[""]
	here.Entries = append(here.Entries, machine.FolderEntry{Name: "night.toml", Path: "/plans/night.toml", Size: 90})
	world.Folders["."] = here
	world.Plans["night.toml"] = wizardtest.WithDevices()
	drive(t, world, "nigth.toml").at(machine.StartScreen, "").sees("Did you mean night.toml?").press("enter").at(machine.BoardScreen, "")
	d := drive(t, world, "nigth.toml").press("down", "enter").at(machine.NameScreen, "").press("esc").at(machine.StartScreen, "")
	if d.press("enter", "Night", "enter"); world.Plans["nigth.toml"].Name != "Night" {
		t.Errorf("there are %d plans", len(world.Plans))
	}
	drive(t, world, "other.toml").at(machine.NameScreen, "")
}

// TestADateIsTypedAsPeopleDo, and the page says what it took.
func TestADateIsTypedAsPeopleDo(t *testing.T) {
	world := wizardtest.NewWorld()
	plan := wizardtest.WithDevices()
	plan.Entra.SiteIntegrated = model.Yes
	plan.Step = "entra"
	world.Plans["p.toml"] = plan
	d := drive(t, world, "p.toml").upTo("entra.secret_expires").press("31 mar 2028", "enter").sees("Taken as 2028-03-31.")
	if day := d.world.Plans["p.toml"].Entra.SecretExpires; day != "2028-03-31" {
		t.Errorf("the plan has %q", day)
	}
	d.press("esc").press(wizardtest.Often("backspace", 10)...)
	d.press("31/3/2028", "enter").sees("Invalid: a day is typed as 2026-12-04")
}

// TestOpeningListsThePlansOfTheFolder, and takes a path as well.
func TestOpeningListsThePlansOfTheFolder(t *testing.T) {
	world := wizardtest.WithFiles()
	here := world.Folders[""]
	here.Entries = append(here.Entries, machine.FolderEntry{Name: "night.toml", Path: "/plans/night.toml", Size: 90})
	world.Folders[""] = here
	world.Plans["/plans/night.toml"] = wizardtest.WithDevices()
	d := drive(t, world, "").press("down", "enter").at(machine.PlansScreen, "").sees("night.toml").sees("Type a path instead")
	d.press("down", "enter").at(machine.OpenScreen, "").press("esc").at(machine.StartScreen, "")
	d.press("enter").at(machine.PlansScreen, "").press("up", "enter").at(machine.BoardScreen, "")
	drive(t, wizardtest.WithFiles(), "").press("down", "enter").at(machine.OpenScreen, "")
}
