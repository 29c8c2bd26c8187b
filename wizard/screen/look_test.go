package screen_test

import (
	"strings"
	"testing"

	"cmgwizard/model/judge"
	"cmgwizard/wizard/screen"
	"cmgwizard/wizard/wizardtest"
)

// TestOnlyWhatFailsHasACross: without Unicode too.
func TestOnlyWhatFailsHasACross(t *testing.T) {
	o := judge.Plan(wizardtest.WithDevices())
	marked := 0
	for _, row := range screen.Meaning(screen.PlainLook(true), o) {
		if strings.HasPrefix(row.Text, "x ") && !strings.HasSuffix(row.Text, ", fails") {
			t.Errorf("%q reads as wrong", row.Text)
		}
		if strings.HasPrefix(row.Text, "* ") {
			marked++
		}
	}
	if marked == 0 {
		t.Error("nothing is marked as required")
	}
}

func TestNoLineOfAConsolePathBeginsWithItsSign(t *testing.T) {
	const path = "Console: Administration > Site Configuration > Sites > Properties > Communication Security."
	for width := 22; width < 100; width++ {
		lines := screen.Wrap(path, width)
		for _, line := range lines {
			if strings.HasPrefix(strings.TrimSpace(line), ">") || len(line) > width {
				t.Errorf("%d columns: %q", width, line)
			}
		}
		if strings.Join(strings.Fields(strings.Join(lines, " ")), " ") != path {
			t.Errorf("%d columns: %q", width, lines)
		}
	}
}
