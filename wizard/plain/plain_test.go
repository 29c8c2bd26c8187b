package plain_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/plain"
	"cmgwizard/wizard/screen"
	"cmgwizard/wizard/wizardtest"
)

func TestEndOfInputSavesAndStops(t *testing.T) {
	world := wizardtest.NewWorld()
	said, result := wizardtest.Speak(t, world, "", wizardtest.Script(slices.Concat(wizardtest.MakePlanLines, wizardtest.LinesTo("site", "site.top_level"))...))
	plan := world.Plans["contoso.toml"]
	if !slices.Contains(result.Unanswered, "How does the site communicate today?") {
		t.Errorf("unanswered: %q", result.Unanswered)
	}
	if !result.Incomplete || plan.Site.Code != "P01" || plan.Site.TopLevel != "" {
		t.Errorf("incomplete %v, site %+v\n%s", result.Incomplete, plan.Site, said)
	}
}

func TestLinesAskAgainAfterAnError(t *testing.T) {
	wrong, lines := map[string]string{"site.code": "p1", "site.version": "24", "site.top_level": "7"}, slices.Clone(wizardtest.MakePlanLines)
	for _, r := range wizardtest.Replies["site"] {
		if wrong[r.Key] != "" {
			lines = append(lines, wrong[r.Key])
		}
		lines = append(lines, r.Line())
	}
	said, _ := wizardtest.Speak(t, wizardtest.NewWorld(), "", wizardtest.Script(append(lines, "!")...))
	for _, want := range []string{"Problem: a site code", "Problem: \"24\" is not understood", "Problem: expected a number from 1 to 3"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}

func TestLinesExplainGoBackAndShowTheBoard(t *testing.T) {
	said, _ := wizardtest.Speak(t, wizardtest.NewWorld(), "", wizardtest.Script(slices.Concat(wizardtest.MakePlanLines, wizardtest.LinesTo("site", "site.version"), []string{"?", "<", "P02", "#", "1", "!"})...))
	for _, want := range []string{"Where: Console: About Configuration Manager", "Not decided: ", "1  Site (1 known, 0 assumed, 0 open).", "1  √ What is the site code of the primary site? P02"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}

// TestLinesFind: a slash and words finds explanations, with an ID it reads one, and
// where text is asked for it is text.
func TestLinesFind(t *testing.T) {
	said, result := wizardtest.Speak(t, wizardtest.NewWorld(), "", wizardtest.Script(slices.Concat(wizardtest.MakePlanLines, wizardtest.LinesTo("site", "site.top_level"), []string{"/disconnected", "/0x87d00231", "/", "/qwertzuiop", "!"})...))
	for _, want := range []string{"log-inbox ", "/ and an ID reads one: /", "Code 0x87D00231", "/ and words finds explanations.", screen.NothingFound} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	if result.Plan.Site.TopLevel != "" {
		t.Errorf("the site is %q", result.Plan.Site.TopLevel)
	}
	said, _ = wizardtest.Speak(t, wizardtest.NewWorld(), "", wizardtest.Script("2", "/nowhere/plan.toml", "!"))
	if strings.Contains(said, screen.NothingFound) || strings.Contains(said, "reads one") {
		t.Errorf("a path is taken for words:\n%s", said)
	}
}

func TestLinesSayNoEscapeCode(t *testing.T) {
	world := wizardtest.NewWorld()
	plan := model.Plan{Format: 1, Name: "x\x1b[2Jy\u202e"}
	plan.Devices = []model.Device{{Name: "a\x07b\x1b]0;t\x07"}}
	world.Plans["p.toml"] = plan
	said, _ := wizardtest.Speak(t, world, "p.toml", "P01\n\n\n\n#\n!\n")
	if strings.ContainsAny(said, "\x1b\x07\u202e") {
		t.Errorf("codes in\n%q", said)
	}
}

func TestEmptyLineKeepsAnAnswer(t *testing.T) {
	world := wizardtest.NewWorld()
	plan := model.Plan{Format: 1}
	site, _ := steps.Find("site")
	asked := wizardtest.AnswerPage(&plan.Answers, site, -1)
	plan.Site.TopLevel, plan.Site.ServiceConnectionPoint, plan.Site.DotNet48 = model.CentralAdmin, model.ConnectionOffline, model.No
	world.Plans["p.toml"] = plan
	wizardtest.Speak(t, world, "p.toml", strings.Repeat("\n", len(asked))+"!\n")
	if got := world.Plans["p.toml"].Site; !reflect.DeepEqual(got, plan.Site) {
		t.Errorf("empty lines made %+v of %+v", got, plan.Site)
	}
}

// atComparison are the lines up to the comparison.
func atComparison() []string {
	return slices.Concat(wizardtest.MakePlanLines, wizardtest.LinesOf("site"), wizardtest.ListLines("devices", 1))
}

func TestLinesCompareBeforeTheFirstMethod(t *testing.T) {
	said, result := wizardtest.Speak(t, wizardtest.NewWorld(), "", wizardtest.Script(slices.Concat(atComparison(), []string{"7", "?", ""}, wizardtest.LinesTo("methods", "devices[0].method"), []string{"1"}, []string{"!"})...))
	for _, want := range []string{screen.CompareTitle, "Problem: expected Enter alone", "Unanswered: ", "Hybrid joined: How will they authenticate"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	if n := strings.Count(said, "E-HTTP or HTTPS on the management points\n"); n != 2 {
		t.Errorf("the comparison is read out %d times, want it once, and once in detail:\n%s", n, said)
	}
	if result.Plan.Devices[0].Method != model.EntraID {
		t.Errorf("the method is %q", result.Plan.Devices[0].Method)
	}
}

func TestEndOfInputOnTheComparison(t *testing.T) {
	world := wizardtest.NewWorld()
	_, result := wizardtest.Speak(t, world, "", wizardtest.Script(atComparison()...))
	if !result.Incomplete || !slices.Contains(result.Unanswered, "Hybrid joined: How will they authenticate on the internet?") {
		t.Errorf("incomplete %v, unanswered %q", result.Incomplete, result.Unanswered)
	}
	if said, _ := wizardtest.Speak(t, world, "contoso.toml", ""); !strings.Contains(said, screen.CompareTitle) {
		t.Errorf("it does not come back:\n%s", said)
	}
}

func TestLinesCompareAnywhere(t *testing.T) {
	said, _ := wizardtest.Speak(t, wizardtest.NewWorld(), "", wizardtest.Script(slices.Concat([]string{"="}, wizardtest.MakePlanLines, []string{"="}, wizardtest.LinesTo("site", "site.version"), []string{"#", "1", "==", "!"})...))
	for _, want := range []string{"no plan yet", "== tells everything", "E-HTTP or HTTPS on the management points, in detail", "What is the site code of the primary site? P01"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}

func TestLinesExplainEverything(t *testing.T) {
	said, _ := wizardtest.Speak(t, wizardtest.NewWorld(), "", wizardtest.Script(slices.Concat(wizardtest.MakePlanLines, wizardtest.LinesTo("site", "site.version"))...)+"?\n??\n#\n? 1\nw\n? 1\n\nt\n? 2\n2\n?\n\n!\n")
	for _, want := range []string{"?? tells more", "Answer site.version", "Rule ", screen.NothingToExplain, "Task ", "Enter alone: back to the checklist"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}

// TestLinesAreReadOutOnce: an explanation or a wrong number does not repeat the
// board, a question mark alone does.
func TestLinesAreReadOutOnce(t *testing.T) {
	const top = "Print the checklist"
	for script, want := range map[string]int{"#\n? 3\n999\n=\n": 1, "#\n?\n": 2, "#\n1\n<\n": 2} {
		said, _ := wizardtest.Speak(t, wizardtest.NewWorld(), "", "1\nContoso\n\n"+script)
		if n := strings.Count(said, top); n != want {
			t.Errorf("%q reads it out %d times, want %d:\n%s", script, n, want, said)
		}
	}
}

// TestLinesOfARefusedSave ask where to save instead, and give up only at the
// second !.
func TestLinesOfARefusedSave(t *testing.T) {
	world := wizardtest.ToWork()
	world.Refuse = wizardtest.ErrRefused
	var said strings.Builder
	state, err := machine.Begin("p.toml", world)
	if err != nil {
		t.Fatal(err)
	}
	_, err = plain.Run(plain.Options{In: strings.NewReader("!\n1\nother.toml\n<\n!\n"), Out: &said, Outside: world}, state)
	if !errors.Is(err, wizardtest.ErrRefused) {
		t.Errorf("ended with %v", err)
	}
	for _, want := range []string{"Type ! again to discard what is not saved.", "Where should your answers be saved instead?\nEnter alone: p copy.toml", "The plan was not saved."} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("no %q in\n%s", want, said.String())
		}
	}
	if strings.Contains(said.String(), "Saved:") {
		t.Errorf("it says that it was saved:\n%s", said.String())
	}
}
