package plain_test

import (
	"reflect"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/plantest"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
)

// quickLines are the quick round of a fleet, line by line. The machine is led
// beside it to know what is asked.
func quickLines(t *testing.T, want model.Plan) []string {
	t.Helper()
	world := wizardtest.NewWorld()
	state, _ := machine.Next(machine.State{Screen: machine.StartScreen}, machine.Event{Kind: machine.Opened, Text: "p.toml", Plan: model.Plan{Format: model.Format, Step: "quick-site", At: world.Now()}})
	var lines []string
	for state.Screen == machine.QuestionScreen {
		r := wizardtest.QuickReplyTo(state, &want)
		if r.Text == "" || len(lines) > 60 {
			t.Fatalf("no answer to %s after %q", r.Key, lines)
		}
		lines = append(lines, r.Lines()...)
		state, _ = machine.Next(state, machine.Event{Kind: machine.Answer, Text: r.Text, At: world.Now()})
	}
	return lines
}

// TestQuickRoundInLines makes the plan of each fleet, as the screens do.
func TestQuickRoundInLines(t *testing.T) {
	for _, fleet := range []string{plantest.QuickHybrid, plantest.QuickDomain, plantest.QuickWorkgroup, plantest.QuickMixed} {
		want := plantest.PlanOf(t, fleet)
		world := wizardtest.NewWorld()
		script := append(append([]string{}, wizardtest.MakeQuickLines...), quickLines(t, want)...)
		said, result := wizardtest.Speak(t, world, "", wizardtest.Script(append(script, "!")...))
		if got := world.Plans["contoso.toml"].Answers; !reflect.DeepEqual(got, assume.Plan(want).Answers) {
			t.Errorf("lines gave\n%+v\nwant\n%+v\n%s", got, assume.Plan(want).Answers, said)
		}
		if len(result.Unanswered) > 0 || strings.Contains(said, "Problem: ") || !strings.Contains(said, "Decided: ") || result.Plan.Step != string(machine.BoardScreen) {
			t.Errorf("unanswered %q, at %s\n%s", result.Unanswered, result.Plan.Step, said)
		}
	}
}

// TestQuickLinesAreTyped in full: a script as somebody writes it.
func TestQuickLinesAreTyped(t *testing.T) {
	world := wizardtest.NewWorld()
	said, _ := wizardtest.Speak(t, world, "", wizardtest.Script(
		"1", "Contoso", "",
		"p01", "2503", "1", "2", // the site
		"1, 4",                            // hybrid joined, workgroup
		"3",                               // no PKI
		"2400", "", "unsure", "", "1", "", // how many, and by which method; the reach is asked later
		"!"))
	plan := world.Plans["contoso.toml"]
	if plan.Site.Code != "P01" || plan.Site.SecurityNow != model.EnhancedHTTP || plan.Entra.SiteIntegrated != model.No || plan.PKI.Available != model.No {
		t.Errorf("the site is %+v, the PKI %+v\n%s", plan.Site, plan.PKI, said)
	}
	if len(plan.Devices) != 2 || plan.Devices[0].Count != model.Num(2400) || plan.Devices[0].Method != model.EntraID || plan.Devices[1].Count != model.UnsureNumber || plan.Devices[1].Method != model.SiteToken {
		t.Errorf("the devices are %+v\n%s", plan.Devices, said)
	}
	for _, want := range []string{
		"Taken as P01.", "Type the numbers, with commas between them.", "Hybrid joined. About how many?", "Workgroup. Method", "Enter alone: Site-issued token (recommended)",
		"Some do: list them as two kinds", "Nothing is marked: a number chooses.",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}

// TestLinesSayWhatIsNotKnown by the word unsure, or its number.
func TestLinesSayWhatIsNotKnown(t *testing.T) {
	for _, word := range []string{"unsure", "4"} {
		world := wizardtest.NewWorld()
		wizardtest.Speak(t, world, "", wizardtest.Script(append(wizardtest.MakeQuickLines, "unsure", "unsure", word, "!")...))
		if site := world.Plans["contoso.toml"].Site; site.Code != model.Unsure || site.Version != model.Unsure || site.SecurityNow != model.Unsure {
			t.Errorf("%q: %+v", word, site)
		}
	}
}

// TestEmptyLinesAnswerNothing in the quick round.
func TestEmptyLinesAnswerNothing(t *testing.T) {
	world := wizardtest.NewWorld()
	said, _ := wizardtest.Speak(t, world, "", wizardtest.Script(append(wizardtest.MakeQuickLines, "", "", "P01", "", "2503", "", "", "!")...))
	plan := world.Plans["contoso.toml"]
	if plan.Site.Code != "P01" || plan.Site.Version != "2503" || plan.Site.SecurityNow != "" {
		t.Errorf("%+v", plan.Site)
	}
	if n := strings.Count(said, "I do not know yet"); n < 4 {
		t.Errorf("it says %d times how not to know:\n%s", n, said)
	}
}

// TestLinesOfATableGoBack cell by cell, and ask again for what is no number.
func TestLinesOfATableGoBack(t *testing.T) {
	world := wizardtest.NewWorld()
	said, _ := wizardtest.Speak(t, world, "", wizardtest.Script(append(wizardtest.MakeQuickLines,
		"P01", "2503", "1", "2", "1,4", "3", "many", "2400", "9", "1", "<", "<", "2500", "", "70", "", "!")...))
	devices := world.Plans["contoso.toml"].Devices
	if len(devices) != 2 || devices[0].Count != model.Num(2500) || devices[1].Count != model.Num(70) {
		t.Errorf("%+v\n%s", devices, said)
	}
	for _, want := range []string{"Problem: expected a number\n", "Problem: expected a number from 1 to"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}

// TestLinesRefuseWhatGoesWithNoOther: none of these, and one of these.
func TestLinesRefuseWhatGoesWithNoOther(t *testing.T) {
	want := plantest.PlanOf(t, plantest.QuickDomain)
	lines := quickLines(t, want)
	at := 4 + 1 + 1 + 2 // the site, the kinds, the PKI, the row of the table
	for typed, users := range map[string]model.YesNo{"1,2": "", "2,3": "", "1": model.Yes, "2": model.No, "3": model.Unsure} {
		world := wizardtest.NewWorld()
		script := append(append([]string{}, wizardtest.MakeQuickLines...), lines[:at]...)
		said, _ := wizardtest.Speak(t, world, "", wizardtest.Script(append(script, typed, "!")...))
		plan := world.Plans["contoso.toml"]
		if f, _ := plan.Field("devices[0].user_centric"); users == "" && (f.Given() && !f.Assumed() || !strings.Contains(said, "cannot be combined with another choice")) || users != "" && plan.Devices[0].UserCentric != users {
			t.Errorf("%q makes it %q\n%s", typed, f.Text(), said)
		}
	}
}

// TestBoardInLines is read out in full, and its numbers and letters do what they
// say.
func TestBoardInLines(t *testing.T) {
	world := wizardtest.NewWorld()
	plan := assume.Plan(plantest.PlanOf(t, plantest.QuickMixed))
	plan.Step = string(machine.BoardScreen)
	world.Plans["p.toml"] = plan
	said, _ := wizardtest.Speak(t, world, "p.toml", wizardtest.Script("8", "c 2", "u", "c", "", "c", "c", "u", "", "w", "", "t", "#", "p", "#", "m", "", "f", "", "!"))
	for _, want := range []string{
		"The board: the status of the plan.", "Decided: 1 warning, 11 assumptions to confirm.", "8  Size and options (0 known, 5 assumed, 0 open). 2 instances of A2_v2 carry",
		"1 answer confirmed. Press u to undo.", "Assumed again.", "5 answers confirmed.", "Nothing is left to confirm.", "What is wrong and what is open.", "The checklist.",
		"Print the checklist.", "The ways to authenticate, side by side.", "Files that show what is true.",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	got := world.Plans["p.toml"]
	if n := len(got.AssumedFields()); n != len(plan.AssumedFields())-5 {
		t.Errorf("%d of %d are still assumed", n, len(plan.AssumedFields()))
	}
}
