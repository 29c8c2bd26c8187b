package plain_test

import (
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/wizard/wizardtest"
)

func TestLinesKeepWhatIsThere(t *testing.T) {
	was := model.Progress{ID: "pre-people", State: model.Blocked, Owner: "Anna", Due: "2026-12-01", Note: "first\nsecond", By: "Bo"}
	world := wizardtest.ToWork(was)
	said, _ := wizardtest.Speak(t, world, "p.toml", "s 13\n\nn 13\n\no 13\n<\nd 13\n\ns 13\n4\n\n!\n")
	got := world.Plans["p.toml"].Tasks[0]
	if got.State != model.AcceptedRisk || got.Owner != was.Owner || got.Due != was.Due || got.Note != was.Note {
		t.Errorf("kept %+v\n%s", got, said)
	}
	for _, want := range []string{"Enter alone: Blocked, as it is", "Enter alone: first second", "- removes it."} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	if wizardtest.Speak(t, world, "p.toml", "o 13\n-\n!\n"); world.Plans["p.toml"].Tasks[0].Owner != "" {
		t.Error("a hyphen takes nothing away")
	}
}

// TestLinesUnderTheFilter: a line has its own number and that of its task, and
// a tick that takes a line away reads the others out anew.
func TestLinesUnderTheFilter(t *testing.T) {
	world := wizardtest.ToWork()
	said, _ := wizardtest.Speak(t, world, "p.toml", "f\n2\n\nx 1\nx 1\nx 99\ns\n?\n!\n")
	for _, want := range []string{"[x] Only what is still to be done", "1  [ ] task 2: ", "only open: ", "expected x and the number of a task, such as x 1", "expected s and the number"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	if n := len(world.Plans["p.toml"].Tasks); n != 2 {
		t.Errorf("%d tasks are ticked", n)
	}
}

// TestLinesAreNotReadOutAfterATick: the changed one is, and the rest is not.
func TestLinesAreNotReadOutAfterATick(t *testing.T) {
	said, _ := wizardtest.Speak(t, wizardtest.ToWork(), "p.toml", "x 1\nx 2\nn 3\n\n!\n")
	if n := strings.Count(said, "Job 1: "); n != 1 {
		t.Errorf("the list is read out %d times:\n%s", n, said)
	}
}
