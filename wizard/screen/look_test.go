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
