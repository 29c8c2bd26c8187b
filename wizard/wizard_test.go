package wizard

import (
	"errors"
	"math/rand"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/slow"
	"cmgwizard/steps"
	"github.com/charmbracelet/x/ansi"
)

func TestInterviewEndsAtTheReview(t *testing.T) {
	d := drive(t, newWorld(), "").press(interview()...).at(ReviewScreen, "")
	plan := d.world.files["contoso.toml"]
	got := []string{string(plan.Site.Security), string(plan.Devices[0].Method), string(plan.Devices[1].Method), string(plan.Devices[2].Method),
		plan.ManagementPoints[1].Host, plan.Gateway.ServiceName, plan.ConnectionPoints[0].Host, string(plan.ClientSettings.UseCMG)}
	want := "enhanced-http entra token pki mp2.contoso.com contosocmg.contoso.com cp1.contoso.com yes"
	if strings.Join(got, " ") != want {
		t.Errorf("the plan holds %q, want %q", strings.Join(got, " "), want)
	}
	d.sees("READY, with warnings")
}

func TestEveryPageIsSaved(t *testing.T) {
	d := drive(t, newWorld(), "").press(makePlan...)
	before := d.world.saves
	d.press(answerSite...)
	if d.world.saves != before+1 || d.world.files["contoso.toml"].Site.Code != "P01" {
		t.Fatalf("%d saves after the first page, site %q", d.world.saves-before, d.world.files["contoso.toml"].Site.Code)
	}
}

func TestResumeReturnsToThePage(t *testing.T) {
	d := drive(t, newWorld(), "").press(makePlan...).press(answerSite...).press("enter").upTo("devices[0].join").press("4").upTo("devices[0].on_premises").press("ctrl+c")
	if !d.quit {
		t.Fatal("ctrl+c did not leave")
	}
	again := drive(t, d.world, "contoso.toml").at(QuestionScreen, "devices[0]").sees("Are they used on the internal network?")
	if got := again.m.state.Draft.Devices[0].Join; got != model.Workgroup {
		t.Errorf("the answer of the open page is lost: join %q", got)
	}
}

func TestBackWorksFromAnError(t *testing.T) {
	d := drive(t, newWorld(), "").press(makePlan...).upTo("site.code").press("p01x", "enter").sees("Not yet: a site code is three characters")
	d.press(often("esc", d.m.state.Place.Question+1)...).sees("This is the first page").upTo("site.code")
	d.press("backspace", "backspace", "backspace", "backspace").upTo("site.version").press("nonsense", "enter").sees("Not yet:")
	d.press("esc").sees("What is the site code of the")
}

func TestBackFromTheFirstQuestionDropsThePage(t *testing.T) {
	d := drive(t, newWorld(), "").press(makePlan...).press(answerSite...)
	d.press("enter", "1", "esc", "esc").at(ListScreen, "devices")
	if n := len(d.m.state.Plan.Devices); n != 0 {
		t.Errorf("%d devices after going back from a new one", n)
	}
}

func TestChangingAnEarlyAnswerSaysWhatItLeaves(t *testing.T) {
	d := drive(t, newWorld(), "").press(interview()...)
	place, _ := locate(d, "devices[2].method")
	d.press(place...).at(QuestionScreen, "methods").press("3").at(ReviewScreen, "")
	d.sees("No longer asked, kept in the plan:").sees("key bits")
	if d.m.state.Plan.PKI.KeyBits != model.Num(2048) {
		t.Error("the answer is not kept")
	}
	d.press("end").sees("No longer asked, kept")
}

// locate is the way to a line of the review: its keys.
func locate(d *driver, key string) ([]string, bool) {
	keys := []string{"home"}
	for _, r := range d.m.list.rows {
		if r.id == key {
			return append(keys, "enter"), true
		}
		if r.id != "" {
			keys = append(keys, "down")
		}
	}
	return nil, false
}

func TestReviewLinesComeBack(t *testing.T) {
	d := drive(t, newWorld(), "").press(interview()...)
	way, found := locate(d, "gateway.vm_instances")
	if !found {
		t.Fatal("no line for the number of instances")
	}
	d.press(way...).sees("How many VM instances?").press("backspace", "4", "enter").at(ReviewScreen, "")
	if got := d.world.files["contoso.toml"].Gateway.VMInstances; got != model.Num(4) {
		t.Errorf("saved %v", got)
	}
	if d.m.list.picked() != "gateway.vm_instances" {
		t.Errorf("the review comes back on %q", d.m.list.picked())
	}
}

func TestEveryLineOfTheReviewLeadsSomewhere(t *testing.T) {
	d := drive(t, newWorld(), "").press(interview()...)
	for _, r := range d.m.list.rows {
		if r.id == "" {
			continue
		}
		next, _ := Next(d.m.state, Event{Kind: Pick, Text: r.id})
		if next.Screen == ReviewScreen && next.Notice == "" {
			t.Errorf("line %q leads nowhere and says nothing", r.id)
		}
	}
}

func TestRemoveAndUndo(t *testing.T) {
	d := drive(t, newWorld(), "").press(makePlan...).press(answerSite...).press("enter").press(addGroup...).press("a").press(addDomain...)
	d.press("up", "up", "up", "x").sees("Workgroup is removed. Press u to bring it back.")
	if n := len(d.world.files["contoso.toml"].Devices); n != 1 {
		t.Fatalf("%d devices saved after removing", n)
	}
	d.press("u").sees("Workgroup is back.")
	if devices := d.world.files["contoso.toml"].Devices; len(devices) != 2 || devices[0].Join != model.Workgroup {
		t.Errorf("undo brought back %v", devices)
	}
}

func TestEnterStatesNoFact(t *testing.T) {
	d := drive(t, newWorld(), "").press(makePlan...)
	for d.m.state.Screen == QuestionScreen {
		d.press("enter")
	}
	plan := d.world.files["contoso.toml"]
	if plan.Site.Code != model.Unsure || plan.Site.TopLevel != model.Unsure || plan.Site.SecurityNow != model.Unsure {
		t.Errorf("Enter alone answered %+v", plan.Site)
	}
}

func TestSaveRefusedKeepsTheAnswers(t *testing.T) {
	d := drive(t, newWorld(), "").press(makePlan...)
	d.world.refuse = errors.New("the plan was changed by somebody else")
	d.press(answerSite...).at(ConflictScreen, "").sees("The plan was not saved").sees("changed by somebody else")
	d.world.refuse = nil
	d.press("home", "enter").sees("Now working on contoso-copy-1.toml")
	if d.world.files["contoso-copy-1.toml"].Site.Code != "P01" {
		t.Error("the copy lacks the answers")
	}
}

// TestLeavingWhatIsNotSavedWarnsOnce: the second time in a row goes. What fails in
// between warns anew.
func TestLeavingWhatIsNotSavedWarnsOnce(t *testing.T) {
	d := drive(t, newWorld(), "").press(makePlan...)
	d.world.refuse = errors.New("disk full")
	d.press(answerSite...).at(ConflictScreen, "").press("ctrl+c").sees(giveUpWarning)
	d.send(Event{Kind: Failed, Err: errors.New("no room for a copy")})
	d.press("ctrl+c").sees(giveUpWarning).press("down")
	if d.quit {
		t.Fatal("left without a second warning")
	}
	if d.press("ctrl+c"); !d.quit {
		t.Error("the second time does not leave")
	}
}

// TestLeavingAgainComesBackToTheRefusal: from the review, and with Ctrl+C right
// after Esc, which is another key.
func TestLeavingAgainComesBackToTheRefusal(t *testing.T) {
	for _, key := range []tea.KeyPressMsg{keyCodes["ctrl+c"], {Code: 'c', Mod: tea.ModCtrl | tea.ModAlt}} {
		d := drive(t, newWorld(), "").press(makePlan...).upTo("site.version")
		d.world.refuse = errors.New("disk full")
		d.press("ctrl+c").at(ConflictScreen, "").press("esc").at(ReviewScreen, "")
		d.send(key)
		d.at(ConflictScreen, "")
		d.send(key)
		if d.sees(giveUpWarning); d.quit {
			t.Errorf("%s leaves without a second question", key)
		}
	}
}

func TestLastSaveRefusedDoesNotQuit(t *testing.T) {
	d := drive(t, newWorld(), "").press(makePlan...).upTo("site.version")
	d.world.refuse = errors.New("disk full")
	d.press("ctrl+c").at(ConflictScreen, "")
	if d.quit {
		t.Fatal("left with unsaved answers")
	}
	d.world.refuse = nil
	d.press("end", "enter", "ctrl+c")
	if !d.quit || d.world.files["contoso.toml"].Site.Code != "P01" {
		t.Errorf("quit %v, saved %q", d.quit, d.world.files["contoso.toml"].Site.Code)
	}
}

func TestPrintFromTheReview(t *testing.T) {
	d := drive(t, newWorld(), "").press(interview()...).press("home", "down", "enter").at(ExportScreen, "").press("home", "enter")
	d.sees("Written: contoso-checklist-").press("home", "enter").sees("-2.txt").press("end", "enter").at(DoneScreen, "").sees("To go on later: cmgwizard contoso.toml")
	if len(d.world.exports) != 2 {
		t.Errorf("exports %v", d.world.exports)
	}
}

func TestHelpTellsWhyAndWhere(t *testing.T) {
	d := drive(t, newWorld(), "").press(makePlan...).upTo("site.code").resize(40, 12).press("f1").sees("Why: The commands")
	d.press("esc").at(QuestionScreen, "site").press("?").sees("?")
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
	keys := interview()
	for _, size := range windows() {
		a, b := drive(t, newWorld(), "").resize(size[0], size[1]), drive(t, newWorld(), "")
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
	for _, size := range windows() {
		d := drive(t, newWorld(), "").resize(size[0], size[1])
		for _, k := range append(interview(), "home", "enter", "down", "enter", "f1") {
			d.press(k)
			lines := strings.Split(d.m.content(), "\n")
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
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 12}} {
		d := drive(t, newWorld(), "").resize(size[0], size[1]).press(makePlan...)
		for _, k := range interview()[len(makePlan):] {
			d.press(k)
			if s := d.m.state.Screen; s == QuestionScreen || s == ListScreen {
				d.sees("step ").sees("enter").sees("esc back")
			}
		}
	}
}

func TestASCIIStaysASCII(t *testing.T) {
	world := newWorld()
	m := newProgram(Options{Outside: world, ASCII: true}, State{Screen: StartScreen, Formats: world.Formats()})
	d := &driver{t: t, m: m, world: world}
	for _, k := range append(interview(), "enter", "down", "enter") {
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
		"backspace", "1", "2", "3", "5", "9", "a", "x", "u", "y", "n", "?", "P01", "2409", "mp1.contoso.com", "\x1b", "日本"}
	for seed := range int64(slow.Rounds(150)) {
		random := rand.New(rand.NewSource(seed))
		d := drive(t, withFiles(), "").press(makePlan...)
		for range 80 {
			if random.Intn(12) == 0 {
				d.resize(random.Intn(130), random.Intn(45))
			}
			d.press(names[random.Intn(len(names))])
			_ = d.m.content()
		}
	}
}

func TestPasteIsCleaned(t *testing.T) {
	d := drive(t, newWorld(), "").press("enter")
	d.send(tea.PasteMsg{Content: "Con\x1b[31mtoso\u202e\r\nLtd"})
	d.press("enter", "enter")
	if name := d.m.state.Plan.Name; strings.ContainsAny(name, "\x1b\r\n\u202e") {
		t.Errorf("the name is %q", name)
	}
}

func TestAnEmptyEntryIsNotKept(t *testing.T) {
	for _, way := range []string{"f2", "ctrl+c"} {
		d := drive(t, newWorld(), "").press(makePlan...).press(answerSite...).press("enter").at(QuestionScreen, "devices[0]").press(way)
		if n := len(d.world.files["contoso.toml"].Devices); n != 0 {
			t.Errorf("%s keeps %d devices without an answer", way, n)
		}
	}
}

func TestOptionalAnswersCanBeUnsure(t *testing.T) {
	d := drive(t, newWorld(), "").press(makePlan...).press(answerSite...).press("enter").upTo("devices[0].count")
	d.sees("About how many are there?").sees("unsure means: I do not know yet").press("unsure", "enter").rest().press("home", "enter").at(QuestionScreen, "devices[0]")
	for d.m.state.Screen == QuestionScreen {
		d.press("enter")
	}
	d.at(ListScreen, "devices")
	if got := d.world.files["contoso.toml"].Devices[0].Count; got != model.UnsureNumber {
		t.Errorf("the number is %v after going over it again", got)
	}
}

func TestALifetimeThatTheToolRefusesIsNotTaken(t *testing.T) {
	d := drive(t, newWorld(), "").press(interview()...)
	way, _ := locate(d, "token.bulk_lifetime_minutes")
	d.press(way...).press("9", "enter").sees("Not yet: expected a whole number of minutes from 1 to 10080")
	d.press("backspace", "enter").at(ReviewScreen, "")
}

func TestEveryLineCanBeReached(t *testing.T) {
	d := drive(t, newWorld(), "").press(interview()...).resize(40, 12)
	d.press("home", "down", "enter", "end", "enter").at(DoneScreen, "").press("end").sees("To go on later: cmgwizard contoso.toml")
	d.press("esc", "f2").at(ReviewScreen, "").press("end", "home", "pgup").sees("blockers:")
}

// TestTheEndOfTheChecklist is reached in a small window too.
func TestTheEndOfTheChecklist(t *testing.T) {
	d := drive(t, newWorld(), "").press(interview()...).press("home", "enter").at(ChecklistScreen, "")
	last := ""
	for _, r := range d.m.list.rows {
		if r.id != "" {
			last = r.id
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
	drive(t, newWorld(), "").press(makePlan...).press("f2").resize(120, 60).sees("is decided. In which Azure region?")
}

func TestTheLineOfMeaningIsWhole(t *testing.T) {
	d := drive(t, newWorld(), "").press(makePlan...)
	for width := leastWidth; width < wideEnough; width++ {
		if line := ansi.Strip(d.resize(width, 24).m.saying()); strings.Contains(line, "…") || !strings.Contains(line, "INCOMPLETE") {
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
		c := newChoice(newTheme(true), choices(f, steps.Question{Key: f.Key}), model.Unsure, false)
		text := strings.Join(strings.Fields(ansi.Strip(c.view(width, 40))), " ")
		for _, words := range []string{"1 The Azure Services wizard", "3 I do not know yet"} {
			if !strings.Contains(text, words) {
				t.Errorf("at %d columns %q is not in %q", width, words, text)
			}
		}
	}
}

// TestANameIsFreeTakenOrNotChecked: who is asked for a name says what was seen.
func TestANameIsFreeTakenOrNotChecked(t *testing.T) {
	var plan model.Plan
	f, _ := plan.Field("gateway.name_available")
	var labels []string
	for _, w := range choices(f, steps.Question{Key: f.Key}) {
		labels = append(labels, w.Label)
	}
	if want := []string{"Free", "Taken", "Not checked"}; !slices.Equal(labels, want) {
		t.Errorf("%q, want %q", labels, want)
	}
}

// TestAFindingLeadsToWhatChangesIt: not always the answer that it is about.
func TestAFindingLeadsToWhatChangesIt(t *testing.T) {
	var plan model.Plan
	plan.Gateway.NameAvailable, plan.Gateway.VMInstances = model.NameTaken, model.Num(2)
	plan.ConnectionPoints = make([]model.ConnectionPoint, 1)
	outcome, leads := judge.Plan(plan), map[string]string{}
	for _, severity := range []model.Severity{model.Blocker, model.Advice} {
		for _, r := range severityRows(newTheme(true), &plan, outcome, severity) {
			leads[r.about] = r.id
		}
	}
	for rule, want := range map[string]string{
		"high-availability": "connection_points", "service-name-unique": "gateway.service_name", "client-setting-cmg": "client_settings.use_cmg",
	} {
		if leads[rule] != want {
			t.Errorf("%s leads to %q, want %q", rule, leads[rule], want)
		}
	}
}
