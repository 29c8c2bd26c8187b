package board

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
)

// drawn lays a board out as a screen of 80 or 120 columns would.
func drawn(b Board, wide bool) string {
	var s strings.Builder
	fmt.Fprintf(&s, " %s\n %s\n", b.Verdict, b.Counts)
	if wide && b.Worst != "" {
		fmt.Fprintf(&s, " %s\n", b.Worst)
	}
	s.WriteString("\n    Area                known/assumed/open\n")
	for _, a := range b.Areas {
		state := "-      "
		if a.Used {
			state = fmt.Sprintf("%2d/%2d/%2d", a.Known, a.Assumed, a.Open)
		}
		line := a.Line
		if wide {
			line = a.Long
		}
		fmt.Fprintf(&s, "  %c %-20s%-8s %s\n", a.Digit, a.Title, state, line)
		if wide && a.Second != "" {
			fmt.Fprintf(&s, "%33s%s\n", "", a.Second)
		}
	}
	if !wide && b.Worst != "" {
		fmt.Fprintf(&s, "\n %s\n", b.Worst)
	}
	return s.String()
}

func brief(b Board) string {
	var s strings.Builder
	fmt.Fprintf(&s, "%s\n%s\n\n", b.Brief, b.BriefCounts)
	for i, a := range b.Areas[:5] {
		other := b.Areas[i+5]
		fmt.Fprintf(&s, " %c %-9s%-8s%c %-9s%s\n", a.Digit, a.Short, a.State(), other.Digit, other.Short, other.State())
	}
	return s.String()
}

func boardOf(p model.Plan) Board { return New(&p, judge.Plan(p)) }

// allTasks is the number of all tasks: each new one changes it.
var allTasks = regexp.MustCompile(`\b\d+ tasks(?: to do)?\.`)

// TestGolden draws the boards of the four fleets.
func TestGolden(t *testing.T) {
	for _, f := range []struct{ name, lines string }{
		{"hybrid", plantest.QuickHybrid}, {"domain", plantest.QuickDomain}, {"workgroup", plantest.QuickWorkgroup}, {"mixed", plantest.QuickMixed},
	} {
		p := assume.Plan(plantest.PlanOf(t, f.lines))
		b := boardOf(p)
		said := drawn(b, false) + "\n" + strings.Repeat("-", 120) + "\n" + drawn(b, true) + "\n" + strings.Repeat("-", 40) + "\n" + brief(b)
		compareGolden(t, "testdata/"+f.name+".txt", allTasks.ReplaceAllString(said, "N tasks."))
	}
}

func compareGolden(t *testing.T, name, got string) {
	t.Helper()
	if *plantest.Update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is out of date: look at the difference, then run go test -update\n%s", name, got)
	}
}
