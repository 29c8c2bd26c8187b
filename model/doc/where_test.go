package doc

import (
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

func TestWhere(t *testing.T) {
	same := func(text string) string { return text }
	for text, want := range map[string]string{
		"Open **A** > **B** > **C**. Then **D**.": "A > B > C",
		"Select **A**, **B** > **C**":             "B > C",
		"**A** > x > **B**":                       "PowerShell",
		"Click **A**.":                            "PowerShell",
		"`a` > **A** > **B**":                     "A > B",
		"Nothing.":                                "PowerShell",
	} {
		i := judge.FullItem{Do: []model.Text{model.ParseText("First.", same), model.ParseText(text, same)}, Commands: []judge.CommandLine{{Shell: tasks.PowerShell}}}
		if got := Where(i); got != want {
			t.Errorf("%q is at %q, want %q", text, got, want)
		}
	}
	if got := Where(judge.FullItem{}); got != "" {
		t.Errorf("nothing is at %q", got)
	}
}
