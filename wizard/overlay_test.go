package wizard

import (
	"strings"
	"sync"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/slow"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
	"cmgwizard/wizard/wizardtest"
	"github.com/charmbracelet/x/ansi"
)

// over has the plan of the whole interview, and plays keys from its board on.
func over(t *testing.T, keys ...string) *driver {
	t.Helper()
	world := wizardtest.NewWorld()
	world.Plans["contoso.toml"] = interviewed()
	return drive(t, world, "contoso.toml").at(machine.BoardScreen, "").press(keys...)
}

// interviewed is the plan of the whole interview, as it is saved.
var interviewed = sync.OnceValue(func() model.Plan {
	state, err := machine.Begin("", wizardtest.NewWorld())
	if err != nil {
		panic(err)
	}
	world := wizardtest.NewWorld()
	d := &driver{m: newProgram(Options{Outside: world}, state), world: world}
	plan := d.press(wizardtest.Interview()...).press("q").world.Plans["contoso.toml"]
	return plan
})

// atLast is at a question of the last page, opened from its area.
func atLast(t *testing.T) *driver {
	t.Helper()
	return over(t).to("client_settings.use_cmg").at(machine.QuestionScreen, "client-settings")
}

func TestExplainTellsAboutWhatIsThere(t *testing.T) {
	settings := wizardtest.Replies["client-settings"]
	last := settings[len(settings)-1].Key
	for _, test := range []struct {
		name   string
		to     string // the answer whose question is opened first, "" for none
		keys   []string
		screen machine.Screen
		want   string
	}{
		{"a finding", "", []string{"w", "e"}, machine.FoundScreen, "Rule "},
		{"a finding of an area", "", []string{"6", "e"}, machine.AreaScreen, "Rule "},
		{"an answer of an area", "", []string{"0", "e"}, machine.AreaScreen, "Answer client_settings."},
		{"a task in the list", "", []string{"t", "down", "e"}, machine.ChecklistScreen, "Task "},
		{"a task in full", "", []string{"t", "down", "enter", "f4"}, machine.TaskScreen, "Task "},
		{"a choice", last, []string{"f4"}, machine.QuestionScreen, "Answer " + last},
		{"a choice, by its letter", last, []string{"e"}, machine.QuestionScreen, "Answer " + last},
	} {
		d := over(t)
		if test.to != "" {
			d.to(test.to)
		}
		d.press(test.keys...).at(test.screen, "").sees(test.want).sees("esc close")
		if d.press("esc").at(test.screen, ""); d.m.overlay != nil {
			t.Errorf("%s: esc does not close it", test.name)
		}
	}
}

func TestExplainAnswersOfTheOpenPage(t *testing.T) {
	drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...).upTo("site.version").press("esc", "f4").sees("In this plan P01")
}

func TestNothingToExplainIsSaid(t *testing.T) {
	for _, keys := range [][]string{{"home", "e"}, {"p", "f4"}} {
		d := over(t, keys...).sees(screen.NothingToExplain)
		if d.m.overlay != nil {
			t.Errorf("%v opened something", keys)
		}
		if d.press("down"); strings.Contains(d.m.draw(), screen.NothingToExplain) {
			t.Errorf("%v: it stays", keys)
		}
	}
}

func TestLettersAreTextWhereTextIsTyped(t *testing.T) {
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...).upTo("site.code").press("e", "c", "?").sees("> ec?")
	d.press("f4").sees("Answer site.code").press("esc", "f5").sees(screen.CompareTitle).press("esc", "f1").sees("Why: ").press("esc").sees("> ec?")
}

// TestOverlaysChange: a key of another one shows that, its own key closes it.
func TestOverlaysChange(t *testing.T) {
	d := atLast(t).press("f1").sees("Keys").press("f3").sees("What your answers mean so far").press("f5").sees(screen.CompareTitle)
	d.press("f4").sees("Answer client_settings").press("f4").at(machine.QuestionScreen, "client-settings")
	if d.m.overlay != nil {
		t.Error("its own key does not close it")
	}
	d.press("f1", "x").at(machine.QuestionScreen, "client-settings")
	d.press("f3", "f2").at(machine.BoardScreen, "")
	if d.m.overlay != nil {
		t.Error("something lies over the board")
	}
}

func TestOverlayAnswersNothing(t *testing.T) {
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakePlan...).press(wizardtest.AnswerSite...).press("enter", "f1", "1").sees("How are these devices joined?")
	if join := d.m.state.Draft.Devices[0].Join; join != "" {
		t.Errorf("a key on the help answered %q", join)
	}
}

func TestTheEndOfAnOverlayIsItsEnd(t *testing.T) {
	d := over(t).resize(40, 12).press("f5", "end")
	lines := strings.Split(d.screen(), "\n")
	if strings.Contains(lines[len(lines)-3], "more lines") {
		t.Errorf("end leaves lines below:\n%s", d.screen())
	}
	d.press("home").sees(screen.CompareTitle)
}

func TestTheCursorIsKeptUnderAnOverlay(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		d := over(t, "w").resize(size[0], size[1]).press("pgdown", "pgdown")
		before := d.screen()
		for _, k := range []string{"f1", "f3", "f4", "f5"} {
			d.press(k, "end", "esc")
			if d.screen() != before {
				t.Errorf("%v after %s:\n%s\nbefore:\n%s", size, k, d.screen(), before)
			}
		}
	}
}

func TestOverlaysResize(t *testing.T) {
	a, b := atLast(t), atLast(t)
	for _, k := range []string{"f1", "f3", "f4", "f5"} {
		for _, size := range sizes {
			a.resize(size[0], size[1]).press(k)
			b.resize(120, 40).press(k).resize(40, 12).resize(size[0], size[1])
			if a.screen() != b.screen() {
				t.Errorf("%s at %v\nopened there:\n%s\nresized there:\n%s", k, size, a.screen(), b.screen())
			}
			a.press("esc")
			b.press("esc")
		}
	}
}

// TestFootersTellTheTruth: keys that are named show something, and esc gives
// back what was there.
func TestFootersTellTheTruth(t *testing.T) {
	named := map[string]string{"F1 help": "f1", "F3 meaning": "f3", "F4 explain": "f4", "F5 compare": "f5", "e explain": "e"}
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 12}}[:slow.Rounds(3)] {
		d := drive(t, wizardtest.NewWorld(), "").resize(size[0], size[1])
		for _, k := range append(wizardtest.Interview(), "down", "down", "home", "enter", "down", "enter") {
			d.press(k)
			before, hints := d.screen(), d.m.keyLine()
			for hint, name := range named {
				if !strings.Contains(hints, hint) {
					continue
				}
				if d.press(name); d.m.overlay == nil {
					t.Fatalf("%s does nothing:\n%s", hint, before)
				}
				if d.press("esc"); d.screen() != before {
					t.Fatalf("after %s:\n%s\nbefore:\n%s", hint, d.screen(), before)
				}
			}
		}
	}
}

// TestWrappedRowsKeepTheirWords: an address that was broken and put together
// again holds no space, and words are not glued.
func TestWrappedRowsKeepTheirWords(t *testing.T) {
	for _, text := range []string{
		"https://learn.microsoft.com/en-us/intune/configmgr/core/clients/manage/cmg/configure-authentication#azure-ad",
		"Set-CMDistributionPoint -SiteSystemServerName somewhere.very.long.contoso.com -CertificatePath c:/temp",
		"one two three four five six seven eight nine ten eleven twelve thirteen",
		newTheme(false).Dim("label ") + "and a text that is well-known, of some length",
	} {
		for width := 10; width < 60; width++ {
			parts := screen.Wrap(text, width)
			again := parts[0]
			for _, rest := range strings.Fields(screen.Rejoin(text, parts)) {
				again += " " + rest
			}
			if unspaced(again) != unspaced(text) || len(strings.Fields(again)) < len(strings.Fields(text)) || len(strings.Fields(again)) > len(strings.Fields(text))+1 {
				t.Errorf("%d columns: %q became %q", width, ansi.Strip(text), ansi.Strip(again))
			}
		}
	}
}

func unspaced(text string) string { return strings.ReplaceAll(ansi.Strip(text), " ", "") }
