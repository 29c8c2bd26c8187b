package model

import (
	"slices"
	"testing"
)

func TestWhatCanStart(t *testing.T) {
	o := Outcome{Items: []Item{
		{ID: "a", Phase: "planning", Progress: Progress{State: Done}},
		{ID: "b", Phase: "planning", Progress: Progress{State: Blocked}},
		{ID: "c", Phase: "planning", After: []string{"a"}, Progress: Progress{State: Open}},
		{ID: "d", Phase: "operation", After: []string{"a", "b"}, Progress: Progress{State: Open}},
		{ID: "e", Phase: "operation", After: []string{"f"}, Progress: Progress{State: Open}},
		{ID: "f", Phase: "operation", Progress: Progress{State: AcceptedRisk}},
	}}
	if got := idsOfItems(o.Startable()); !slices.Equal(got, []string{"c", "e"}) {
		t.Errorf("can start: %v", got)
	}
	if got := idsOfItems(o.Freed("a")); !slices.Equal(got, []string{"c"}) {
		t.Errorf("freed: %v", got)
	}
	want := []PhaseWork{{"planning", "Prerequisites and planning", 3, 1}, {"operation", "Operate", 3, 1}}
	if got := o.PhaseWorks(); !slices.Equal(got, want) {
		t.Errorf("phases: %+v", got)
	}
}

func TestOverdue(t *testing.T) {
	for _, c := range []struct {
		state TaskState
		due   string
		want  bool
	}{
		{Open, "2026-11-21", true}, {Open, "2026-11-22", false}, {Blocked, "2026-11-21", true},
		{Done, "2026-11-21", false}, {NotNeeded, "2026-11-21", false}, {Open, "", false},
	} {
		if got := (Item{Progress: Progress{State: c.state, Due: c.due}}).Overdue("2026-11-22"); got != c.want {
			t.Errorf("%s due %q: %v", c.state, c.due, got)
		}
	}
}
