package doc

import (
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

func TestStateWords(t *testing.T) {
	at := time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC)
	for want, item := range map[string]judge.Item{
		"Open":                      {Progress: model.Progress{State: model.Open}},
		"Done":                      {Progress: model.Progress{State: model.Done}},
		"Done, by Anna, 2026-03-02": {Progress: model.Progress{State: model.Done, By: "An\x07na", At: at}},
		"Done, by the answers":      {Progress: model.Progress{State: model.Done, By: model.ByAnswer}},
		"Not needed, by Bo":         {Progress: model.Progress{State: model.NotNeeded, By: "Bo"}},
		"Risk accepted, 2026-03-02": {Progress: model.Progress{State: model.AcceptedRisk, At: at}},
		"Open again":                {Progress: model.Progress{State: model.Open, By: "Anna", At: at}, Reworded: true},
		"Open, whatever the answers say, by Bo, 2026-03-02": {Progress: model.Progress{State: model.Open, By: "Bo", At: at}},
	} {
		if got := StateWords(item); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestRewordedWords(t *testing.T) {
	at := time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC)
	item := judge.Item{Title: "Now", Reworded: true}
	for _, c := range []struct {
		was  *model.Progress
		want string
	}{
		{nil, ""},
		{&model.Progress{State: model.Done}, "It was done, before the task changed: look at it again."},
		{&model.Progress{State: model.Done, By: "Anna", At: at, Title: "Now"}, "It was done, by Anna, 2026-03-02, before the task changed: look at it again."},
		{&model.Progress{State: model.Blocked, At: at, Title: "Be\x1b[31mfore"}, `It was blocked, 2026-03-02, before the task changed: look at it again. It was called "Before".`},
	} {
		if got := RewordedWords(item, c.was); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if got := RewordedWords(judge.Item{}, &model.Progress{State: model.Done}); got != "" {
		t.Errorf("a task as it was: %q", got)
	}
}

func TestWaitsWords(t *testing.T) {
	o := judge.Judgement{Items: []judge.Item{
		{ID: "a", Number: 1, Owner: model.PKITeam, Progress: model.Progress{State: model.Open}},
		{ID: "b", Number: 2, Owner: model.PKITeam, Progress: model.Progress{State: model.Done}},
		{ID: "c", Number: 3, Owner: model.AzureTeam, Progress: model.Progress{State: model.Blocked}},
	}}
	for want, after := range map[string][]string{"": {"b"}, "task 1 (PKI)": {"a", "b"}, "tasks 1 (PKI), 3 (Azure)": {"a", "b", "c"}} {
		if got := WaitsWords(o, judge.Item{After: after}); got != want {
			t.Errorf("%v: %q, want %q", after, got, want)
		}
	}
}
