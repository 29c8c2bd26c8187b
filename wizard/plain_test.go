package wizard

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/steps"
)

// speak runs the line mode over a script of lines.
func speak(t *testing.T, world *fakeWorld, path, script string) (string, plainResult) {
	t.Helper()
	state, err := begin(path, world)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	result, err := runPlain(plainOptions{In: strings.NewReader(script), Out: &out, Outside: world}, state)
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), result
}

// script is what is typed, a line each.
func script(lines ...string) string { return strings.Join(lines, "\n") + "\n" }

func TestEndOfInputSavesAndStops(t *testing.T) {
	world := newWorld()
	said, result := speak(t, world, "", script(slices.Concat(makePlanLines, linesTo("site", "site.top_level"))...))
	plan := world.files["contoso.toml"]
	if !slices.Contains(result.Unanswered, "How does the site communicate today?") {
		t.Errorf("unanswered: %q", result.Unanswered)
	}
	if !result.Incomplete || plan.Site.Code != "P01" || plan.Site.TopLevel != "" {
		t.Errorf("incomplete %v, site %+v\n%s", result.Incomplete, plan.Site, said)
	}
}

func TestLinesAskAgainAfterAnError(t *testing.T) {
	wrong, lines := map[string]string{"site.code": "p1", "site.version": "24", "site.top_level": "7"}, slices.Clone(makePlanLines)
	for _, r := range replies["site"] {
		if wrong[r.key] != "" {
			lines = append(lines, wrong[r.key])
		}
		lines = append(lines, r.line())
	}
	said, _ := speak(t, newWorld(), "", script(append(lines, "!")...))
	for _, want := range []string{"Problem: a site code", "Problem: a ConfigMgr version", "Problem: expected a number from 1 to 3"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}

func TestLinesExplainGoBackAndReview(t *testing.T) {
	said, _ := speak(t, newWorld(), "", script(slices.Concat(makePlanLines, linesTo("site", "site.version"), []string{"?", "<", "P02", "#", "!"})...))
	for _, want := range []string{"Where: Console: About Configuration Manager", "INCOMPLETE", "What is the site code of the primary site? P02"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}

func TestLinesSayNoEscapeCode(t *testing.T) {
	world := newWorld()
	plan := model.Plan{Format: 1, Name: "x\x1b[2Jy\u202e"}
	plan.Devices = []model.Device{{Name: "a\x07b\x1b]0;t\x07"}}
	world.files["p.toml"] = plan
	said, _ := speak(t, world, "p.toml", "P01\n\n\n\n#\n!\n")
	if strings.ContainsAny(said, "\x1b\x07\u202e") {
		t.Errorf("codes in\n%q", said)
	}
}

func TestEmptyLineKeepsAnAnswer(t *testing.T) {
	world := newWorld()
	plan := model.Plan{Format: 1}
	site, _ := steps.Find("site")
	asked := answerPage(&plan.Answers, site, -1)
	plan.Site.TopLevel, plan.Site.ServiceConnectionPoint, plan.Site.DotNet48 = model.CentralAdmin, model.ConnectionOffline, model.No
	world.files["p.toml"] = plan
	speak(t, world, "p.toml", strings.Repeat("\n", len(asked))+"!\n")
	if got := world.files["p.toml"].Site; got != plan.Site {
		t.Errorf("empty lines made %+v of %+v", got, plan.Site)
	}
}

// atComparison are the lines up to the comparison.
func atComparison() []string {
	return slices.Concat(makePlanLines, linesOf("site"), listLines("devices", 1))
}

func TestLinesCompareBeforeTheFirstMethod(t *testing.T) {
	said, result := speak(t, newWorld(), "", script(slices.Concat(atComparison(), []string{"7", "?", ""}, linesTo("methods", "devices[0].method"), []string{"1"}, []string{"!"})...))
	for _, want := range []string{compareTitle, "Problem: expected Enter alone", "Unanswered: ", "Hybrid joined: How will they authenticate"} {
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
	world := newWorld()
	_, result := speak(t, world, "", script(atComparison()...))
	if !result.Incomplete || !slices.Contains(result.Unanswered, "Hybrid joined: How will they authenticate on the internet?") {
		t.Errorf("incomplete %v, unanswered %q", result.Incomplete, result.Unanswered)
	}
	if said, _ := speak(t, world, "contoso.toml", ""); !strings.Contains(said, compareTitle) {
		t.Errorf("it does not come back:\n%s", said)
	}
}

func TestLinesCompareAnywhere(t *testing.T) {
	said, _ := speak(t, newWorld(), "", script(slices.Concat([]string{"="}, makePlanLines, []string{"="}, linesTo("site", "site.version"), []string{"#", "==", "!"})...))
	for _, want := range []string{"no plan yet", "== tells everything", "E-HTTP or HTTPS on the management points, in detail", "What is the site code of the primary site? P01"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}

func TestLinesExplainEverything(t *testing.T) {
	said, _ := speak(t, newWorld(), "", script(slices.Concat(makePlanLines, linesTo("site", "site.version"))...)+"?\n??\n#\n? 4\n? 1\n1\n? 2\n2\n?\n\n!\n")
	for _, want := range []string{"?? tells more", "Answer site.version", "Rule ", nothingToExplain, "Task ", "Enter alone: back to the checklist"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
}

// TestLinesAreReadOutOnce: an explanation or a wrong number does not repeat the
// review, a question mark alone does.
func TestLinesAreReadOutOnce(t *testing.T) {
	const top = "See the checklist"
	for script, want := range map[string]int{"#\n? 3\n999\n=\n": 1, "#\n?\n": 2, "#\n1\n<\n": 2} {
		said, _ := speak(t, newWorld(), "", "1\nContoso\n\n"+script)
		if n := strings.Count(said, top); n != want {
			t.Errorf("%q reads it out %d times, want %d:\n%s", script, n, want, said)
		}
	}
}
