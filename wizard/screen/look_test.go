package screen_test

import (
	"strings"
	"testing"

	"cmgwizard/model/judge"
	"cmgwizard/wizard/screen"
	"cmgwizard/wizard/wizardtest"
)

// TestMeaningSaysWhatItsLettersMean: how a requirement stands is a letter that the
// title explains, and how a kind of device stands is a word, with and without
// Unicode.
func TestMeaningSaysWhatItsLettersMean(t *testing.T) { // the title begins with R too
	for _, ascii := range []bool{true, false} {
		o := judge.Plan(wizardtest.WithDevices())
		said := map[string]int{}
		for _, row := range screen.Meaning(screen.PlainLook(ascii), o) {
			word, _, _ := strings.Cut(row.Text, " ")
			said[word]++
		}
		if said["R"]+said["A"]+said["?"]+said["-"] != len(o.Requirements)+1 || said["R"] < 2 {
			t.Errorf("%d requirements are told as %v", len(o.Requirements), said)
		}
		if said["works"]+said["users"]+said["fails"]+said["open"] < len(o.Devices) {
			t.Errorf("%d devices are told as %v", len(o.Devices), said)
		}
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
