package diff

import (
	"time"

	"cmgwizard/model"
)

// A ChangedLogEntry is what happened in a change window and stands in the log of only
// one of two plans.
type ChangedLogEntry struct {
	Mark Mark          `json:"change"`
	Task string        `json:"task"` // "" for the window as a whole
	What model.LogWhat `json:"what"`
	At   string        `json:"at"`
	By   string        `json:"by"`
	Note string        `json:"note"`
}

// changedLog goes by what the entries say: a log only grows, but two plans may have
// grown apart.
func changedLog(old, new []model.LogEntry) []ChangedLogEntry {
	changed := loneLog(MarkAdded, new, old, []ChangedLogEntry{})
	return loneLog(MarkRemoved, old, new, changed)
}

func loneLog(mark Mark, list, others []model.LogEntry, changed []ChangedLogEntry) []ChangedLogEntry {
	left := map[ChangedLogEntry]int{}
	for _, e := range others {
		left[logEntry(mark, e)]++
	}
	for _, e := range list {
		told := logEntry(mark, e)
		if left[told]--; left[told] < 0 {
			changed = append(changed, told)
		}
	}
	return changed
}

func logEntry(mark Mark, e model.LogEntry) ChangedLogEntry {
	return ChangedLogEntry{mark, model.Clean(e.Task), model.LogWhat(model.Clean(string(e.What))), e.At.Format(time.RFC3339), model.Clean(e.By), model.CleanLines(e.Note)}
}
