package judge

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/tasks"
)

// worked is a time with a zone and a fraction, which no plan keeps.
var worked = time.Date(2026, 11, 22, 13, 0, 0, 5, time.FixedZone("", 3600))

func say[T any](value T) *T { return &value }

func revisionOf(id string) int { return tasks.All().Tasks[tasks.All().Place[id]].Revision() }

// toldOf is what the plan says of a task once the update is made, and saved.
func toldOf(t *testing.T, p *model.Plan, id string, d TaskUpdate) (model.Progress, FullItem) {
	t.Helper()
	tasks, err := UpdateTask(p, id, d, worked)
	if err != nil {
		t.Fatal(err)
	}
	after := *p
	after.Tasks = tasks
	var saved []model.Progress
	for _, e := range Entries(&after) {
		saved = append(saved, e.Progress)
	}
	after.Tasks = saved
	for _, e := range saved {
		if e.ID == id {
			return e, itemOf(&after, id)
		}
	}
	t.Fatalf("%s is lost", id)
	return model.Progress{}, FullItem{}
}

func TestWork(t *testing.T) {
	const id = "pre-people"
	at, revision := time.Unix(1795348800, 0).UTC(), revisionOf(id)
	for _, c := range []struct {
		name   string
		was    []model.Progress
		update TaskUpdate
		want   model.Progress
	}{
		{"done", nil, TaskUpdate{State: say(model.Done), By: say(" anna ")}, model.Progress{State: model.Done, By: "anna", At: at, Revision: revision}},
		{"done, it is not said by whom", nil, TaskUpdate{State: say(model.Done)}, model.Progress{State: model.Done, At: at, Revision: revision}},
		{"done again, by another", []model.Progress{{ID: id, State: model.Done, By: "anna", Note: "n"}}, TaskUpdate{State: say(model.Done), By: say("bo")}, model.Progress{State: model.Done, By: "bo", At: at, Revision: revision, Note: "n"}},
		{"done again, without a name", []model.Progress{{ID: id, State: model.Done, By: "anna", At: at.Add(-time.Hour), Revision: revision}}, TaskUpdate{State: say(model.Done)}, model.Progress{State: model.Done, By: "anna", At: at.Add(-time.Hour), Revision: revision}},
		{"open again", []model.Progress{{ID: id, State: model.Done, By: "anna", At: at, Revision: revision, Note: "n", Owner: "o", Due: "2026-12-01"}}, TaskUpdate{State: say(model.Open), By: say("bo")}, model.Progress{State: model.Open, Note: "n", Owner: "o", Due: "2026-12-01"}},
		{"blocked, with a note", nil, TaskUpdate{State: say(model.Blocked), Note: say("no\x1b[31m port  \r\nyet\n")}, model.Progress{State: model.Blocked, At: at, Revision: revision, Note: "no port\nyet"}},
		{"risk accepted, the note is there", []model.Progress{{ID: id, State: model.Open, Title: "x", Note: "n"}}, TaskUpdate{State: say(model.AcceptedRisk)}, model.Progress{State: model.AcceptedRisk, At: at, Revision: revision, Note: "n"}},
		{"an owner and a day alone", nil, TaskUpdate{Owner: say("anna"), Due: say("2026-12-01")}, model.Progress{State: model.Open, Owner: "anna", Due: "2026-12-01"}},
		{"no owner and no day", []model.Progress{{ID: id, State: model.Open, Title: "x", Owner: "anna", Due: "2026-12-01"}}, TaskUpdate{Owner: say(""), Due: say("")}, model.Progress{State: model.Open}},
		{"an entry without a state", []model.Progress{{ID: id, Note: "n"}}, TaskUpdate{Owner: say("anna")}, model.Progress{State: model.Open, Owner: "anna", Note: "n"}},
		{"another name for who did it", []model.Progress{{ID: id, State: model.Done, By: "ana", At: at, Revision: revision}}, TaskUpdate{By: say("anna")}, model.Progress{State: model.Done, By: "anna", At: at, Revision: revision}},
		{"the others stay", []model.Progress{{ID: "other", State: model.Done}, {ID: id, State: model.Open, Title: "x"}}, TaskUpdate{State: say(model.Done)}, model.Progress{State: model.Done, At: at, Revision: revision}},
	} {
		p := &model.Plan{Tasks: c.was}
		before := append([]model.Progress{}, c.was...)
		entry, item := toldOf(t, p, id, c.update)
		c.want.ID, c.want.Title = id, item.Title
		if entry != c.want || item.Progress != c.want || item.Reworded {
			t.Errorf("%s: saved %+v, shown %+v, want %+v", c.name, entry, item.Progress, c.want)
		}
		if len(before) > 0 && !reflect.DeepEqual(p.Tasks, before) {
			t.Errorf("%s: the plan itself was changed", c.name)
		}
	}
}

func TestWorkAgainstTheAnswers(t *testing.T) {
	const id = "entra-apps-create"
	for _, c := range []struct {
		name   string
		was    []model.Progress
		update TaskUpdate
		want   model.TaskState
		by     string
	}{
		{"a note leaves it done by the answer", nil, TaskUpdate{Note: say("n")}, model.Done, model.ByAnswer},
		{"an owner too, as saved", []model.Progress{{ID: id, Title: "x", State: model.Done, By: model.ByAnswer}}, TaskUpdate{Owner: say("anna")}, model.Done, model.ByAnswer},
		{"done by hand", nil, TaskUpdate{State: say(model.Done), By: say("anna")}, model.Done, "anna"},
		{"done by hand, it is not said by whom", []model.Progress{{ID: id, Title: "x", State: model.Done, By: model.ByAnswer}}, TaskUpdate{State: say(model.Done)}, model.Done, ""},
		{"open against the answer", nil, TaskUpdate{State: say(model.Open)}, model.Open, ""},
		{"open against the answer, says anna", []model.Progress{{ID: id, Title: "x", State: model.Done, By: "bo"}}, TaskUpdate{State: say(model.Open), By: say("anna")}, model.Open, "anna"},
	} {
		p := &model.Plan{Tasks: c.was}
		p.Entra.SiteIntegrated = model.Yes
		if _, item := toldOf(t, p, id, c.update); item.Progress.State != c.want || item.Progress.By != c.by {
			t.Errorf("%s: %s by %q", c.name, item.Progress.State, item.Progress.By)
		}
	}
}

func TestWorkOnARewordedTask(t *testing.T) {
	const id = "pre-people"
	was := []model.Progress{{ID: id, Title: "x", State: model.Blocked, By: "anna", Text: "another wording", Note: "n"}}
	for _, c := range []struct {
		name     string
		update   TaskUpdate
		state    model.TaskState
		reworded bool
	}{
		{"another note", TaskUpdate{Note: say("m")}, model.Open, true},
		{"no note", TaskUpdate{Note: say("")}, model.Open, true},
		{"done", TaskUpdate{State: say(model.Done)}, model.Done, false},
		{"open", TaskUpdate{State: say(model.Open)}, model.Open, false},
	} {
		if _, item := toldOf(t, &model.Plan{Tasks: was}, id, c.update); item.Progress.State != c.state || item.Reworded != c.reworded {
			t.Errorf("%s: %s, reworded %v", c.name, item.Progress.State, item.Reworded)
		}
	}
	if _, err := UpdateTask((&model.Plan{Tasks: was}), id, TaskUpdate{By: say("bo")}, worked); err == nil {
		t.Error("somebody says the state of a task that is open again")
	}
}

func TestWorkOnWhatIsNotAskedFor(t *testing.T) {
	p := &model.Plan{Tasks: []model.Progress{{ID: "pki-crl", Title: "x", State: model.Open, Note: "n"}, {ID: "of-long-ago", Title: "x", State: model.Open, Note: "n"}}}
	for _, id := range []string{"pki-crl", "of-long-ago"} {
		tasks, err := UpdateTask(p, id, TaskUpdate{State: say(model.Done), By: say("anna")}, worked)
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range tasks {
			if entry.ID == id && (entry.State != model.Done || entry.By != "anna" || entry.Title == "" || entry.Revision == 0 != (id == "of-long-ago")) {
				t.Errorf("%+v", entry)
			}
		}
	}
}

func TestWorkThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		name, id, want string
		update         TaskUpdate
	}{
		{"a slip in the ID", "pre-peeple", "did you mean pre-people?", TaskUpdate{}},
		{"no such task", "xyzzy", `there is no task "xyzzy"`, TaskUpdate{}},
		{"not asked for", "pki-crl", "pki-crl is not in this checklist", TaskUpdate{}},
		{"an unknown state", "pre-people", "did you mean blocked?", TaskUpdate{State: say(model.TaskState("blockd"))}},
		{"no state", "pre-people", "there are open, done, blocked, accepted-risk, not-needed", TaskUpdate{State: say(model.TaskState(""))}},
		{"blocked without a note", "pre-people", `"Blocked" needs a note`, TaskUpdate{State: say(model.Blocked)}},
		{"risk accepted without a note", "pre-people", `"Risk accepted" needs a note`, TaskUpdate{State: say(model.AcceptedRisk), Note: say(" \u202e ")}},
		{"not needed without a note", "pre-people", `"Not needed" needs a note`, TaskUpdate{State: say(model.NotNeeded)}},
		{"no such day", "pre-people", "2026-02-30", TaskUpdate{Due: say("2026-02-30")}},
		{"a day of long ago", "pre-people", "2000 to 2999", TaskUpdate{Due: say("1999-12-31")}},
		{"a day in words", "pre-people", "typed as 2026-12-04", TaskUpdate{Due: say("next week")}},
		{"by the answer", "pre-people", "give the name of a person", TaskUpdate{State: say(model.Done), By: say("Answer")}},
		{"who says what", "pre-people", "give the state as well", TaskUpdate{By: say("anna")}},
		{"who says what, of a task done by the answer", "entra-apps-create", "give the state as well", TaskUpdate{By: say("anna")}},
		{"a long name", "pre-people", "at most 200 characters", TaskUpdate{Owner: say(strings.Repeat("ł", 201))}},
		{"a long note", "pre-people", "at most 4000 characters", TaskUpdate{Note: say(strings.Repeat("a", 4001))}},
		{"a note of many bytes", "pre-people", "4096 bytes", TaskUpdate{Note: say(strings.Repeat("日", 1366))}},
		{"a secret", "pre-people", "looks like a token", TaskUpdate{Note: say("eyJ0eXAiOiJKV1Qi.eyJ")}},
		{"a key", "pre-people", "looks like a token", TaskUpdate{Note: say("-----BEGIN PRIVATE KEY-----")}},
	} {
		p := &model.Plan{}
		p.Entra.SiteIntegrated = model.Yes
		tasks, err := UpdateTask(p, c.id, c.update, worked)
		told := ""
		if hinted, ok := err.(*TaskError); ok {
			told = hinted.Error() + " " + hinted.Hint()
		}
		if tasks != nil || !strings.Contains(told, c.want) {
			t.Errorf("%s: %v, %q", c.name, tasks, told)
		}
	}
	p := &model.Plan{Tasks: []model.Progress{{ID: "pre-people", State: model.Blocked, Note: "n"}}}
	if _, err := UpdateTask(p, "pre-people", TaskUpdate{Note: say("")}, worked); err == nil {
		t.Error("a blocked task lost its note")
	}
	if _, err := UpdateTask(p, "pre-people", TaskUpdate{Note: say(strings.Repeat("é", 2000))}, worked); err != nil {
		t.Error(err)
	}
}
