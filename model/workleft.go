package model

import "slices"

// Startable lists the open tasks that wait for no other: everything before them
// is done, or left out on purpose.
func (o Outcome) Startable() []Item {
	pending := map[string]bool{}
	for _, i := range o.Items {
		pending[i.ID] = i.Progress.State.Pending()
	}
	var free []Item
	for _, i := range o.Items {
		waits := slices.ContainsFunc(i.After, func(id string) bool { return pending[id] })
		if i.Progress.State == Open && !waits {
			free = append(free, i)
		}
	}
	return free
}

// Freed lists the tasks that waited for this one, and can start now.
func (o Outcome) Freed(id string) []Item {
	return slices.DeleteFunc(o.Startable(), func(i Item) bool { return !slices.Contains(i.After, id) })
}

// Overdue reports whether the day of a task that is still to be done is over.
// Today is written as Due is.
func (i Item) Overdue(today string) bool {
	return i.Progress.Due != "" && i.Progress.Due < today && i.Progress.State.Pending()
}

// A PhaseWork counts the tasks of one phase.
type PhaseWork struct {
	ID, Title      string
	Tasks, Settled int // all tasks, and those with nothing left to do
}

// PhaseWorks counts the work of each phase that has any, in the order of the
// set-up.
func (o Outcome) PhaseWorks() []PhaseWork {
	var works []PhaseWork
	for _, phase := range Phases() {
		w := PhaseWork{ID: phase.ID, Title: phase.Title}
		for _, i := range o.Items {
			if i.Phase == phase.ID {
				w.count(i)
			}
		}
		if w.Tasks > 0 {
			works = append(works, w)
		}
	}
	return works
}

func (w *PhaseWork) count(i Item) {
	w.Tasks++
	if !i.Progress.State.Pending() {
		w.Settled++
	}
}
