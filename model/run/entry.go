package run

import (
	"fmt"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// A FullError says that a log takes no more entries.
type FullError struct{}

func (*FullError) Error() string {
	return fmt.Sprintf("the log of this plan is full: it has %s entries", model.Thousands(model.MostLogged))
}

// Hint says how to go on.
func (*FullError) Hint() string {
	return "write the report, then go on with a copy of the plan without its [[log]]"
}

// A ReasonError says that an entry needs a reason.
type ReasonError struct{ what model.LogWhat }

func (e *ReasonError) Error() string { return reasonless[e.what] }

// reasonless asks for the reason of what says too little without.
var reasonless = map[model.LogWhat]string{
	model.LogSkipped: "say why it is skipped: the report needs a reason",
	model.LogFailed:  "say what happened: the report needs a reason",
	model.LogNote:    "the note is empty",
}

// Write gives the tasks and the log of a plan once something has happened. The plan
// itself is not changed. A task that is skipped or backed out is open, one that failed
// is blocked with the reason in its note.
func Write(p *model.Plan, e model.LogEntry) (model.Plan, error) {
	said, err := checked(p, e)
	if err != nil {
		return *p, err
	}
	e.By, e.Note, e.At = said.By, said.Note, model.Fixed(e.At.Truncate(time.Second))
	switch {
	case len(p.Log) >= model.MostLogged:
		return *p, &FullError{}
	case e.Note == "" && reasonless[e.What] != "":
		return *p, &ReasonError{e.What}
	}
	next := *p
	if next.Tasks, err = stated(p, e); err != nil {
		return *p, err
	}
	next.Log = append(p.Log[:len(p.Log):len(p.Log)], e)
	return next, nil
}

// checked is what would be kept of the texts of an entry, if they can be kept.
func checked(p *model.Plan, e model.LogEntry) (model.Progress, error) {
	done := model.Done
	list, err := judge.UpdateTask(p, e.Task, judge.TaskUpdate{State: &done, By: &e.By, Note: &e.Note}, e.At)
	if err != nil {
		return model.Progress{}, err
	}
	return entryOf(list, e.Task), nil
}

func entryOf(list []model.Progress, id string) (entry model.Progress) {
	for _, t := range list {
		if t.ID == id {
			entry = t
		}
	}
	return entry
}

// stated are the tasks with the state that an entry gives.
func stated(p *model.Plan, e model.LogEntry) ([]model.Progress, error) {
	now := entryOf(p.Tasks, e.Task)
	update := judge.TaskUpdate{By: &e.By}
	set := func(state model.TaskState) { update.State = &state }
	switch e.What {
	case model.LogDone:
		set(model.Done)
	case model.LogFailed:
		set(model.Blocked)
		note := noteWith(now.Note, failedWord(p.Log, e.Task), e)
		update.Note = &note
	case model.LogSkipped, model.LogBackedOut:
		set(model.Open)
	case model.LogStarted:
		if now.State == "" || now.State == model.Open || now.State == model.Blocked {
			return p.Tasks, nil
		}
		set(model.Open)
	default:
		return p.Tasks, nil
	}
	return judge.UpdateTask(p, e.Task, update, e.At)
}

// failedWord is what has failed: a task, or its back-out.
func failedWord(log []model.LogEntry, id string) string {
	var r Round
	for _, e := range counting(log) {
		if next, changes := standingAfter[e.What]; changes && e.Task == id {
			r.Back = next == BackingOut
		}
	}
	r.Standing = Failed
	return model.Capital(r.Label())
}

// mostOfNote is how much of an earlier note stays, in bytes: the reason must have room.
const mostOfNote = 2000

// noteWith is the note of a task with why it failed below what stood there.
func noteWith(note, failed string, e model.LogEntry) string {
	reason := failed + " " + e.At.Format("2006-01-02 15:04") + ": " + e.Note
	if note == "" {
		return reason
	}
	if len(note)+len(reason) > mostOfNote {
		return reason
	}
	return note + "\n" + reason
}
