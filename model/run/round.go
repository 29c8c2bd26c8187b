package run

import (
	"cmp"
	"time"

	"cmgwizard/model"
)

// Standing says how a task stands in the log.
type Standing string

// How a task can stand. The zero Standing is that nothing happened to it.
const (
	Untouched  Standing = ""
	Running    Standing = "running"
	Paused     Standing = "paused"
	Waiting    Standing = "waiting"
	Done       Standing = "done"
	Skipped    Standing = "skipped"
	Failed     Standing = "failed"
	BackingOut Standing = "backing-out"
	BackedOut  Standing = "backed-out"
)

// standings are the words for it.
var standings = model.Terms[Standing]{
	{Value: Running, Label: "running"},
	{Value: Paused, Label: "paused"},
	{Value: Waiting, Label: "waiting"},
	{Value: Done, Label: "done"},
	{Value: Skipped, Label: "skipped"},
	{Value: Failed, Label: "failed"},
	{Value: BackingOut, Label: "being backed out"},
	{Value: BackedOut, Label: "backed out"},
}

// standingAfter is how a task stands after an entry.
var standingAfter = map[model.LogWhat]Standing{
	model.LogStarted: Running, model.LogResumed: Running, model.LogPaused: Paused, model.LogWaiting: Waiting, model.LogDone: Done,
	model.LogSkipped: Skipped, model.LogFailed: Failed, model.LogBackingOut: BackingOut, model.LogBackedOut: BackedOut,
}

// over reports whether nothing more comes of a round.
func (s Standing) over() bool { return s == Done || s == Skipped || s == Failed || s == BackedOut }

// A Round is one go at a task, from its start to its end: work on it, or its
// back-out.
type Round struct {
	Task         string
	Standing     Standing
	Window, End  int       // the windows in which it began and in which it was written on last, from 1
	Began, Ended time.Time // Ended is zero while it is not over
	Since        time.Time // since when it stands so
	Worked       time.Duration
	Waited       time.Duration
	By, Note     string   // of the entry that it stands by
	Notes        []string // what was written down meanwhile
	Back         bool     // it is a back-out
	Apart        bool     // hours between two windows are not counted as work
	SetBack      bool     // the clock was set back meanwhile: it took longer
	Left         bool     // its back-out began before it was over: it stands as it was left

	began, since int // the places of its first entry and of the one that it stands by
}

// roundsOf reads a log. The notes of the window as a whole are no rounds.
func roundsOf(log []model.LogEntry, l timeline) []Round {
	var rounds []Round
	open := map[string]int{} // the place of the round of a task that is not over, from 1
	for i, e := range log {
		next, changes := standingAfter[e.What]
		place := open[e.Task]
		switch {
		case e.Task == "" || !changes && (place == 0 || e.What != model.LogNote):
			continue
		case !changes:
			rounds[place-1].Notes = append(rounds[place-1].Notes, e.Note)
			continue
		case place > 0 && next == BackingOut:
			rounds[place-1].settle(l, i)
			rounds[place-1].Left, rounds[place-1].Ended = true, e.At
			place = 0
		}
		if place == 0 {
			rounds = append(rounds, Round{Task: e.Task, Window: l.window[i], Began: e.At, began: i, since: i})
			place = len(rounds)
		}
		rounds[place-1].turn(l, i, e, next)
		if open[e.Task] = place; next.over() {
			delete(open, e.Task)
		}
	}
	for _, place := range open {
		rounds[place-1].settle(l, l.now())
	}
	return rounds
}

// Label is how a round stands, in words: a back-out that failed is no failed task.
func (r Round) Label() string {
	if r.Back && r.Standing == Failed {
		return "back-out failed"
	}
	return standings.Label(r.Standing)
}

// turn is what an entry makes of a round.
func (r *Round) turn(l timeline, i int, e model.LogEntry, next Standing) {
	r.settle(l, i)
	r.Standing, r.Since, r.since, r.End = next, e.At, i, l.window[i]
	r.By, r.Note = cmp.Or(e.By, r.By), e.Note
	r.Back = r.Back || next == BackingOut || next == BackedOut
	if next.over() {
		r.Ended = e.At
	}
}

// settle counts the time up to a place.
func (r *Round) settle(l timeline, i int) {
	switch r.Standing {
	case Running, BackingOut:
		r.Worked += l.hours[i] - l.hours[r.since]
		r.Apart = r.Apart || l.parted(r.since, i)
	case Waiting:
		r.Waited += l.passed[i] - l.passed[r.since]
	}
	for _, b := range l.breaks {
		r.SetBack = r.SetBack || b.Back && b.Entry > r.since && b.Entry <= i
	}
}
