package judge

import (
	"testing"
	"time"

	"cmgwizard/model"
)

func TestWhoSetTheState(t *testing.T) {
	id, title := "entra-apps-create", "any title"
	for _, c := range []struct {
		name       string
		entry      model.Progress
		integrated model.YesNo
		want       model.TaskState
		by         string
	}{
		{"no entry, and the answer states the result", model.Progress{}, model.Yes, model.Done, model.ByAnswer},
		{"as the program writes an open task", model.Progress{ID: id, Title: title, State: model.Open}, model.Yes, model.Done, model.ByAnswer},
		{"open by hand, without a title", model.Progress{ID: id, State: model.Open}, model.Yes, model.Open, ""},
		{"done by answer, and the answer is another now", model.Progress{ID: id, Title: title, State: model.Done, By: model.ByAnswer}, model.No, model.Open, ""},
		{"done by answer, and opened again by hand", model.Progress{ID: id, Title: title, State: model.Open, By: model.ByAnswer}, model.Yes, model.Open, model.ByAnswer},
		{"done by somebody", model.Progress{ID: id, Title: title, State: model.Done, By: "anna"}, model.No, model.Done, "anna"},
		{"blocked goes before the answer", model.Progress{ID: id, Title: title, State: model.Blocked}, model.Yes, model.Blocked, ""},
		{"an owner by hand, without a state", model.Progress{ID: id, Owner: "anna"}, model.Yes, model.Done, model.ByAnswer},
		{"the same where nothing is stated", model.Progress{ID: id, Owner: "anna"}, model.No, model.Open, ""},
		{"an owner alone sets no state", model.Progress{ID: id, Title: title, State: model.Open, Owner: "anna"}, model.Yes, model.Done, model.ByAnswer},
	} {
		p := &model.Plan{Tasks: []model.Progress{c.entry}}
		p.Entra.SiteIntegrated = c.integrated
		got := itemOf(p, id).Progress
		if got.State != c.want || got.By != c.by {
			t.Errorf("%s: %s by %q, want %s by %q", c.name, got.State, got.By, c.want, c.by)
		}
	}
}

func TestANoteBesideADerivedStateStays(t *testing.T) {
	for i, integrated := range []model.YesNo{model.Yes, model.No, model.Yes, model.No} {
		state := []model.TaskState{model.Done, model.Done, "", ""}[i]
		p := &model.Plan{Tasks: []model.Progress{{ID: "entra-apps-create", Title: "x", State: state, By: model.ByAnswer, Note: "ask Bo", Owner: "anna", Due: "2026-12-01"}}}
		p.Entra.SiteIntegrated = integrated
		for _, e := range Entries(p) {
			if e.ID == "entra-apps-create" && (e.Note != "ask Bo" || e.Owner != "anna" || e.Due != "2026-12-01") {
				t.Errorf("%s: the file would lose what somebody wrote: %+v", integrated, e)
			}
		}
	}
}

func TestARewordedTaskIsOpenAgain(t *testing.T) {
	p := &model.Plan{Tasks: []model.Progress{{ID: "pre-people", Title: "As it was called", State: model.Done, By: "anna", Text: "another wording", At: time.Unix(1, 0)}}}
	item := itemOf(p, "pre-people")
	if item.Progress.State != model.Open || !item.Reworded {
		t.Errorf("%+v, reworded %v", item.Progress, item.Reworded)
	}
	for _, e := range Entries(p) {
		if e.ID == "pre-people" && (e.State != model.Done || e.Text != "another wording" || e.Title != "As it was called") {
			t.Errorf("the file would lose what was done: %+v", e)
		}
	}
}

func TestTasksNoLongerAskedForAreKept(t *testing.T) {
	p := &model.Plan{Tasks: []model.Progress{
		{ID: "pki-crl", Title: "x", State: model.Done, By: "anna"}, {ID: "pki-template", Title: "x", State: model.Open}, {ID: "cmg-trusted-roots", Title: "x", State: model.Open, Note: "ask Bo"},
	}}
	kept := map[string]bool{}
	for _, e := range Entries(p) {
		if !e.Needed {
			kept[e.ID] = true
		}
	}
	if !kept["pki-crl"] || !kept["cmg-trusted-roots"] || kept["pki-template"] {
		t.Errorf("kept %v", kept)
	}
}
