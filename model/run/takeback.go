package run

import (
	"slices"
	"time"

	"cmgwizard/model"
)

// A log is a record: nothing is ever taken out of it. An entry that was a mistake is
// taken back by one that says so, and counts no more.

// TakenBack gives for each entry of a log the place of the one that it takes back, -1
// where it takes none back: the last one before it that still counts.
func TakenBack(log []model.LogEntry) []int {
	places := make([]int, len(log))
	var kept []int
	for i, e := range log {
		places[i] = -1
		switch n := len(kept); {
		case e.What != model.LogTakenBack:
			kept = append(kept, i)
		case n > 0:
			places[i], kept = kept[n-1], kept[:n-1]
		}
	}
	return places
}

// counting is a log in which an entry that was taken back, and one that takes back, say
// nothing.
func counting(log []model.LogEntry) []model.LogEntry {
	if !slices.ContainsFunc(log, func(e model.LogEntry) bool { return e.What == model.LogTakenBack }) {
		return log
	}
	counts := slices.Clone(log)
	for i, place := range TakenBack(log) {
		if place >= 0 {
			counts[place].What = ""
		}
		if log[i].What == model.LogTakenBack {
			counts[i].What = ""
		}
	}
	return counts
}

// A Written is an entry of this sitting, with what it made of its task.
type Written struct {
	Entry         model.LogEntry
	before, after model.Progress // the zero Progress for none
}

// NewWritten is the last entry of a plan, against the plan as it was before.
func NewWritten(before, after *model.Plan) Written {
	e := after.Log[len(after.Log)-1]
	return Written{e, entryOf(before.Tasks, e.Task), entryOf(after.Tasks, e.Task)}
}

// A ChangedError says that an entry cannot be taken back any more.
type ChangedError struct{}

func (*ChangedError) Error() string { return "the task was changed since, so this entry stays" }

// Hint says how to go on.
func (*ChangedError) Hint() string { return "set the state of the task in the checklist" }

// TakeBack gives a plan once an entry was taken back: the log says so with who and when,
// and the task is as it was before the entry.
func TakeBack(p *model.Plan, w Written, e model.LogEntry) (model.Plan, error) {
	id, next := w.Entry.Task, *p
	e = model.LogEntry{Task: id, What: model.LogTakenBack, By: e.By, At: model.Fixed(e.At.Truncate(time.Second))}
	next.Log = append(p.Log[:len(p.Log):len(p.Log)], e)
	places := TakenBack(next.Log)
	switch place := places[len(places)-1]; {
	case len(p.Log) >= model.MostLogged:
		return *p, &FullError{}
	case place < 0 || next.Log[place] != w.Entry || entryOf(p.Tasks, id) != w.after:
		return *p, &ChangedError{}
	}
	next.Tasks = slices.Clone(p.Tasks)
	i := slices.IndexFunc(next.Tasks, func(t model.Progress) bool { return t.ID == id })
	switch {
	case i < 0:
	case w.before.ID == "":
		next.Tasks = slices.Delete(next.Tasks, i, i+1)
	default:
		next.Tasks[i] = w.before
	}
	return next, nil
}
