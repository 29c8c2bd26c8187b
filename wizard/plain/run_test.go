package plain_test

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
)

// TestLinesWorkThroughTheWindow: Enter alone goes on, a command stands alone on its line,
// lines of a log end with an empty one, and what was done is backed out.
func TestLinesWorkThroughTheWindow(t *testing.T) {
	world := wizardtest.NewWorld()
	plan := *plantest.FullPlan()
	plan.Format, plan.Name, plan.Step, plan.Tasks, plan.Rules = 1, "Contoso", "run", nil, rules.LatestEdition().Number
	world.Plans["p.toml"] = plan
	world.Logs = map[string]machine.Reading{"403": {Files: []machine.FileSeen{{Name: "pasted lines", Remarks: []model.Remark{{Severity: model.Blocker, Text: "The server refused with 403."}}}}}}
	said, result := wizardtest.Speak(t, world, "p.toml", wizardtest.Script(
		"", "s", "Anna", "", "c", "d", // the first task
		"s", "f", "p", "12:00 ok", "", "# 12:01 403", ".", "b", "", // the second one fails
		"1", "s", "d", "2", "s", "d", "t", "!"))
	for _, want := range []string{"Next: 1 Record the site version", "Who is the operator?", "\nGet-CMSite | Select-Object", "Enter alone: 2. Find the top-level site",
		"Task 1 is done.", "The server refused with 403.", "Enter alone: The server refused with 403.", "Undo:", "2 backed out"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	whats := model.EachInWords(result.Plan.Log, func(e model.LogEntry) string { return string(e.What) })
	if want := []string{"started", "done", "started", "failed", "backing-out", "backed-out", "backing-out", "backed-out"}; !slices.Equal(whats, want) {
		t.Errorf("the log is %v", whats)
	}
	if result.Incomplete {
		t.Error("it was left, its input did not end")
	}
	plan = world.Plans["p.toml"]
	plan.Step = "run"
	world.Plans["p.toml"] = plan
	if _, result = wizardtest.Speak(t, world, "p.toml", wizardtest.Script("t")); !result.Incomplete || !result.Working {
		t.Errorf("the input ended in the work: incomplete %v, working %v", result.Incomplete, result.Working)
	}
}
