package model

import (
	"testing"
	"time"
)

func TestWhoSetTheState(t *testing.T) {
	id, title := "entra-apps-create", "any title"
	for _, c := range []struct {
		name       string
		entry      Progress
		integrated YesNo
		want       TaskState
		by         string
	}{
		{"no entry, and the answer states the result", Progress{}, Yes, Done, ByAnswer},
		{"as the program writes an open task", Progress{ID: id, Title: title, State: Open}, Yes, Done, ByAnswer},
		{"open by hand, without a title", Progress{ID: id, State: Open}, Yes, Open, ""},
		{"done by answer, and the answer is another now", Progress{ID: id, Title: title, State: Done, By: ByAnswer}, No, Open, ""},
		{"done by answer, and opened again by hand", Progress{ID: id, Title: title, State: Open, By: ByAnswer}, Yes, Open, ByAnswer},
		{"done by somebody", Progress{ID: id, Title: title, State: Done, By: "anna"}, No, Done, "anna"},
		{"blocked goes before the answer", Progress{ID: id, Title: title, State: Blocked}, Yes, Blocked, ""},
		{"an owner by hand, without a state", Progress{ID: id, Owner: "anna"}, Yes, Done, ByAnswer},
		{"the same where nothing is stated", Progress{ID: id, Owner: "anna"}, No, Open, ""},
		{"an owner alone sets no state", Progress{ID: id, Title: title, State: Open, Owner: "anna"}, Yes, Done, ByAnswer},
	} {
		p := &Plan{Tasks: []Progress{c.entry}}
		p.Entra.SiteIntegrated = c.integrated
		got := itemOf(p, id).Progress
		if got.State != c.want || got.By != c.by {
			t.Errorf("%s: %s by %q, want %s by %q", c.name, got.State, got.By, c.want, c.by)
		}
	}
}

func TestANoteBesideADerivedStateStays(t *testing.T) {
	for i, integrated := range []YesNo{Yes, No, Yes, No} {
		state := []TaskState{Done, Done, "", ""}[i]
		p := &Plan{Tasks: []Progress{{ID: "entra-apps-create", Title: "x", State: state, By: ByAnswer, Note: "ask Bo", Owner: "anna", Due: "2026-12-01"}}}
		p.Entra.SiteIntegrated = integrated
		for _, e := range p.Entries() {
			if e.ID == "entra-apps-create" && (e.Note != "ask Bo" || e.Owner != "anna" || e.Due != "2026-12-01") {
				t.Errorf("%s: the file would lose what somebody wrote: %+v", integrated, e)
			}
		}
	}
}

func TestARewordedTaskIsOpenAgain(t *testing.T) {
	p := &Plan{Tasks: []Progress{{ID: "pre-people", Title: "As it was called", State: Done, By: "anna", Text: "another wording", At: time.Unix(1, 0)}}}
	item := itemOf(p, "pre-people")
	if item.Progress.State != Open || !item.Reworded {
		t.Errorf("%+v, reworded %v", item.Progress, item.Reworded)
	}
	for _, e := range p.Entries() {
		if e.ID == "pre-people" && (e.State != Done || e.Text != "another wording" || e.Title != "As it was called") {
			t.Errorf("the file would lose what was done: %+v", e)
		}
	}
}

func TestTasksNoLongerAskedForAreKept(t *testing.T) {
	p := &Plan{Tasks: []Progress{
		{ID: "pki-crl", Title: "x", State: Done, By: "anna"}, {ID: "pki-template", Title: "x", State: Open}, {ID: "cmg-trusted-roots", Title: "x", State: Open, Note: "ask Bo"},
	}}
	kept := map[string]bool{}
	for _, e := range p.Entries() {
		if !e.Needed {
			kept[e.ID] = true
		}
	}
	if !kept["pki-crl"] || !kept["cmg-trusted-roots"] || kept["pki-template"] {
		t.Errorf("kept %v", kept)
	}
}
