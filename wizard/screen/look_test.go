package screen_test

import (
	"strings"
	"testing"
	"unicode"

	"cmgwizard/model/judge"
	"cmgwizard/wizard/screen"
	"cmgwizard/wizard/wizardtest"
)

// TestMeaningIsInWords: how a requirement or a kind of device stands is never a
// sign alone, with and without Unicode.
func TestMeaningIsInWords(t *testing.T) {
	for _, ascii := range []bool{true, false} {
		o := judge.Plan(wizardtest.WithDevices())
		rows := screen.Meaning(screen.PlainLook(ascii), o)
		words := map[string]int{}
		for _, row := range rows {
			word, rest, _ := strings.Cut(row.Text, " ")
			if word != "" && strings.TrimSpace(rest) != "" && len(word) == 1 && !unicode.IsDigit(rune(word[0])) {
				t.Errorf("%q begins with a sign", row.Text)
			}
			words[word]++
		}
		if words["required"] == 0 || words["required"]+words["advised"]+words["open"]+words["no"] < len(o.Requirements)+len(o.Devices) {
			t.Errorf("%d requirements and %d devices are told as %v", len(o.Requirements), len(o.Devices), words)
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
