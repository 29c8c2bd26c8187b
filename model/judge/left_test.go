package judge

import (
	"slices"
	"testing"

	"cmgwizard/model"
)

func TestWhatCanStart(t *testing.T) {
	o := Judgement{Items: []Item{
		{ID: "a", Phase: "planning", Progress: model.Progress{State: model.Done}},
		{ID: "b", Phase: "planning", Progress: model.Progress{State: model.Blocked}},
		{ID: "c", Phase: "planning", After: []string{"a"}, Progress: model.Progress{State: model.Open}},
		{ID: "d", Phase: "operation", After: []string{"a", "b"}, Progress: model.Progress{State: model.Open}},
		{ID: "e", Phase: "operation", After: []string{"f"}, Progress: model.Progress{State: model.Open}},
		{ID: "f", Phase: "operation", Progress: model.Progress{State: model.AcceptedRisk}},
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
		state model.TaskState
		due   string
		want  bool
	}{
		{model.Open, "2026-11-21", true}, {model.Open, "2026-11-22", false}, {model.Blocked, "2026-11-21", true},
		{model.Done, "2026-11-21", false}, {model.NotNeeded, "2026-11-21", false}, {model.Open, "", false},
	} {
		if got := (Item{Progress: model.Progress{State: c.state, Due: c.due}}).Overdue("2026-11-22"); got != c.want {
			t.Errorf("%s due %q: %v", c.state, c.due, got)
		}
	}
}
