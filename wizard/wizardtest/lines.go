package wizardtest

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/plain"
)

// LinesOf are what is typed on a page in the line mode.
func LinesOf(page string) []string {
	var lines []string
	for _, r := range Replies[page] {
		lines = append(lines, r.Line())
	}
	return lines
}

// LinesTo are those up to the question with this key.
func LinesTo(page, key string) []string {
	return LinesOf(page)[:slices.IndexFunc(Replies[page], func(r Reply) bool { return r.Key == key })]
}

// ListLines add the first entries of a page over a list, each by the number of
// the row that adds one, and go on.
func ListLines(page string, entries int) []string {
	var lines []string
	for i := range entries {
		lines = append(append(lines, strconv.Itoa(i+1)), LinesOf(formOf(page, i))...)
	}
	return append(lines, "")
}

// MakeQuickLines make a plan in the line mode, and MakePlanLines go on to the full
// interview.
var (
	MakeQuickLines = []string{"1", "Contoso", ""}
	MakePlanLines  = append(slices.Clone(MakeQuickLines), "#", "a")
)

// LineInterview is the interview as it is typed in lines.
func LineInterview() []string {
	lines := slices.Clone(MakePlanLines)
	for _, step := range steps.All() {
		switch {
		case step.List != nil:
			lines = append(lines, ListLines(step.ID, entriesOf(step.List.Key))...)
		case step.ID == "methods":
			lines = append(append(lines, ""), LinesOf(step.ID)...)
		default:
			lines = append(lines, LinesOf(step.ID)...)
		}
	}
	return append(lines, "!")
}

// Speak runs the line mode over a script of lines.
func Speak(t *testing.T, world *World, path, script string) (string, plain.Result) {
	t.Helper()
	state, err := machine.Begin(path, world)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	result, err := plain.Run(plain.Options{In: strings.NewReader(script), Out: &out, Outside: world}, state)
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), result
}

// Script is what is typed, a line each.
func Script(lines ...string) string { return strings.Join(lines, "\n") + "\n" }
