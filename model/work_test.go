package model

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

// worked is a time with a zone and a fraction, which no plan keeps.
var worked = time.Date(2026, 11, 22, 13, 0, 0, 5, time.FixedZone("", 3600))

func say[T any](value T) *T { return &value }

func textOf(id string) string { return catalogue().tasks[catalogue().place[id]].Text() }

// toldOf is what the plan says of a task once the deed is done, and saved.
func toldOf(t *testing.T, p *Plan, id string, d Deed) (Progress, FullItem) {
	t.Helper()
	tasks, err := p.Work(id, d, worked)
	if err != nil {
		t.Fatal(err)
	}
	after := *p
	after.Tasks = tasks
	var saved []Progress
	for _, e := range after.Entries() {
		saved = append(saved, e.Progress)
	}
	after.Tasks = saved
	for _, e := range saved {
		if e.ID == id {
			return e, itemOf(&after, id)
		}
	}
	t.Fatalf("%s is lost", id)
	return Progress{}, FullItem{}
}

func TestWork(t *testing.T) {
	const id = "pre-people"
	at, text := time.Unix(1795348800, 0).UTC(), textOf(id)
	for _, c := range []struct {
		name string
		was  []Progress
		deed Deed
		want Progress
	}{
		{"done", nil, Deed{State: say(Done), By: say(" anna ")}, Progress{State: Done, By: "anna", At: at, Text: text}},
		{"done, it is not said by whom", nil, Deed{State: say(Done)}, Progress{State: Done, At: at, Text: text}},
		{"done again, by another", []Progress{{ID: id, State: Done, By: "anna", Note: "n"}}, Deed{State: say(Done), By: say("bo")}, Progress{State: Done, By: "bo", At: at, Text: text, Note: "n"}},
		{"done again, without a name", []Progress{{ID: id, State: Done, By: "anna", At: at.Add(-time.Hour), Text: text}}, Deed{State: say(Done)}, Progress{State: Done, By: "anna", At: at.Add(-time.Hour), Text: text}},
		{"open again", []Progress{{ID: id, State: Done, By: "anna", At: at, Text: text, Note: "n", Owner: "o", Due: "2026-12-01"}}, Deed{State: say(Open), By: say("bo")}, Progress{State: Open, Note: "n", Owner: "o", Due: "2026-12-01"}},
		{"blocked, with a note", nil, Deed{State: say(Blocked), Note: say("no\x1b[31m port  \r\nyet\n")}, Progress{State: Blocked, At: at, Text: text, Note: "no port\nyet"}},
		{"risk accepted, the note is there", []Progress{{ID: id, State: Open, Title: "x", Note: "n"}}, Deed{State: say(AcceptedRisk)}, Progress{State: AcceptedRisk, At: at, Text: text, Note: "n"}},
		{"an owner and a day alone", nil, Deed{Owner: say("anna"), Due: say("2026-12-01")}, Progress{State: Open, Owner: "anna", Due: "2026-12-01"}},
		{"no owner and no day", []Progress{{ID: id, State: Open, Title: "x", Owner: "anna", Due: "2026-12-01"}}, Deed{Owner: say(""), Due: say("")}, Progress{State: Open}},
		{"an entry without a state", []Progress{{ID: id, Note: "n"}}, Deed{Owner: say("anna")}, Progress{State: Open, Owner: "anna", Note: "n"}},
		{"another name for who did it", []Progress{{ID: id, State: Done, By: "ana", At: at, Text: text}}, Deed{By: say("anna")}, Progress{State: Done, By: "anna", At: at, Text: text}},
		{"the others stay", []Progress{{ID: "other", State: Done}, {ID: id, State: Open, Title: "x"}}, Deed{State: say(Done)}, Progress{State: Done, At: at, Text: text}},
	} {
		p := &Plan{Tasks: c.was}
		before := append([]Progress{}, c.was...)
		entry, item := toldOf(t, p, id, c.deed)
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
		name string
		was  []Progress
		deed Deed
		want TaskState
		by   string
	}{
		{"a note leaves it done by the answer", nil, Deed{Note: say("n")}, Done, ByAnswer},
		{"an owner too, as saved", []Progress{{ID: id, Title: "x", State: Done, By: ByAnswer}}, Deed{Owner: say("anna")}, Done, ByAnswer},
		{"done by hand", nil, Deed{State: say(Done), By: say("anna")}, Done, "anna"},
		{"done by hand, it is not said by whom", []Progress{{ID: id, Title: "x", State: Done, By: ByAnswer}}, Deed{State: say(Done)}, Done, ""},
		{"open against the answer", nil, Deed{State: say(Open)}, Open, ""},
		{"open against the answer, says anna", []Progress{{ID: id, Title: "x", State: Done, By: "bo"}}, Deed{State: say(Open), By: say("anna")}, Open, "anna"},
	} {
		p := &Plan{Tasks: c.was}
		p.Entra.SiteIntegrated = Yes
		if _, item := toldOf(t, p, id, c.deed); item.Progress.State != c.want || item.Progress.By != c.by {
			t.Errorf("%s: %s by %q", c.name, item.Progress.State, item.Progress.By)
		}
	}
}

func TestWorkOnARewordedTask(t *testing.T) {
	const id = "pre-people"
	was := []Progress{{ID: id, Title: "x", State: Blocked, By: "anna", Text: "another wording", Note: "n"}}
	for _, c := range []struct {
		name     string
		deed     Deed
		state    TaskState
		reworded bool
	}{
		{"another note", Deed{Note: say("m")}, Open, true},
		{"no note", Deed{Note: say("")}, Open, true},
		{"done", Deed{State: say(Done)}, Done, false},
		{"open", Deed{State: say(Open)}, Open, false},
	} {
		if _, item := toldOf(t, &Plan{Tasks: was}, id, c.deed); item.Progress.State != c.state || item.Reworded != c.reworded {
			t.Errorf("%s: %s, reworded %v", c.name, item.Progress.State, item.Reworded)
		}
	}
	if _, err := (&Plan{Tasks: was}).Work(id, Deed{By: say("bo")}, worked); err == nil {
		t.Error("somebody says the state of a task that is open again")
	}
}

func TestWorkOnWhatIsNotAskedFor(t *testing.T) {
	p := &Plan{Tasks: []Progress{{ID: "pki-crl", Title: "x", State: Open, Note: "n"}, {ID: "of-long-ago", Title: "x", State: Open, Note: "n"}}}
	for _, id := range []string{"pki-crl", "of-long-ago"} {
		tasks, err := p.Work(id, Deed{State: say(Done), By: say("anna")}, worked)
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range tasks {
			if entry.ID == id && (entry.State != Done || entry.By != "anna" || entry.Title == "" || entry.Text == "" != (id == "of-long-ago")) {
				t.Errorf("%+v", entry)
			}
		}
	}
}

func TestWorkThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		name, id, want string
		deed           Deed
	}{
		{"a slip in the ID", "pre-peeple", "did you mean pre-people?", Deed{}},
		{"no such task", "xyzzy", `there is no task "xyzzy"`, Deed{}},
		{"not asked for", "pki-crl", "pki-crl is not in this checklist", Deed{}},
		{"an unknown state", "pre-people", "did you mean blocked?", Deed{State: say(TaskState("blockd"))}},
		{"no state", "pre-people", "there are open, done, blocked, accepted-risk, not-needed", Deed{State: say(TaskState(""))}},
		{"blocked without a note", "pre-people", `"Blocked" needs a note`, Deed{State: say(Blocked)}},
		{"risk accepted without a note", "pre-people", `"Risk accepted" needs a note`, Deed{State: say(AcceptedRisk), Note: say(" \u202e ")}},
		{"not needed without a note", "pre-people", `"Not needed" needs a note`, Deed{State: say(NotNeeded)}},
		{"no such day", "pre-people", "2026-02-30", Deed{Due: say("2026-02-30")}},
		{"a day of long ago", "pre-people", "2000 to 2999", Deed{Due: say("1999-12-31")}},
		{"a day in words", "pre-people", "such as 2026-11-30", Deed{Due: say("tomorrow")}},
		{"by the answer", "pre-people", "give the name of a person", Deed{State: say(Done), By: say("Answer")}},
		{"who says what", "pre-people", "give the state as well", Deed{By: say("anna")}},
		{"who says what, of a task done by the answer", "entra-apps-create", "give the state as well", Deed{By: say("anna")}},
		{"a long name", "pre-people", "at most 200 characters", Deed{Owner: say(strings.Repeat("ł", 201))}},
		{"a long note", "pre-people", "at most 4000 characters", Deed{Note: say(strings.Repeat("a", 4001))}},
		{"a note of many bytes", "pre-people", "4096 bytes", Deed{Note: say(strings.Repeat("日", 1366))}},
		{"a secret", "pre-people", "looks like a token", Deed{Note: say("eyJ0eXAiOiJKV1Qi.eyJ")}},
		{"a key", "pre-people", "looks like a token", Deed{Note: say("-----BEGIN PRIVATE KEY-----")}},
	} {
		p := &Plan{}
		p.Entra.SiteIntegrated = Yes
		tasks, err := p.Work(c.id, c.deed, worked)
		told := ""
		if hinted, ok := err.(*TaskError); ok {
			told = hinted.Error() + " " + hinted.Hint()
		}
		if tasks != nil || !strings.Contains(told, c.want) {
			t.Errorf("%s: %v, %q", c.name, tasks, told)
		}
	}
	p := &Plan{Tasks: []Progress{{ID: "pre-people", State: Blocked, Note: "n"}}}
	if _, err := p.Work("pre-people", Deed{Note: say("")}, worked); err == nil {
		t.Error("a blocked task lost its note")
	}
	if _, err := p.Work("pre-people", Deed{Note: say(strings.Repeat("é", 2000))}, worked); err != nil {
		t.Error(err)
	}
}
