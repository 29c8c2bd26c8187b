package judge

import (
	"cmp"
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/rules"
	"cmgwizard/model/tasks"
)

// A TaskUpdate is what somebody says about a task. What is nil stays as it is.
type TaskUpdate struct {
	State *model.TaskState
	By    *string // who says so
	Owner *string // who does it
	Due   *string // "YYYY-MM-DD", "" for no day
	Note  *string
}

// UpdateTask gives the tasks of the plan as they are once somebody has said something
// about one of them. The plan itself is not changed. A state is set with its
// time and with the revision of the task, so that a changed task comes up again.
func UpdateTask(p *model.Plan, id string, d TaskUpdate, at time.Time) ([]model.Progress, error) {
	job, err := jobOf(p, id)
	if err == nil {
		d, err = d.tidied(at)
	}
	if err == nil {
		err = job.take(d, at)
	}
	if err != nil {
		return nil, err
	}
	tasks := slices.Clone(p.Tasks)
	if job.place < 0 {
		return append(tasks, job.entry), nil
	}
	tasks[job.place] = job.entry
	return tasks, nil
}

// A job is a task while something is said about it.
type job struct {
	entry    model.Progress
	place    int // of the entry in the plan, -1 for a new one
	revision int // of the task as it is now, 0 for one that is no longer known
	title    string
	stated   bool // the answers state the result
	reworded bool // the state in the entry was set before the task changed
}

// jobOf finds the task of an ID: one of the checklist, or one that the plan still
// has an entry of.
func jobOf(p *model.Plan, id string) (*job, error) {
	j := &job{entry: model.Progress{ID: id, State: model.Open}, place: -1}
	for i, entry := range p.Tasks {
		if entry.ID == id {
			j.entry, j.place = entry, i
		}
	}
	c := tasks.All()
	place, known := c.Place[id]
	if j.place < 0 && (!known || !wantedTasks(p, c, rules.Findings(p))[place]) {
		return nil, noSuchTask(p, id, known)
	}
	if known {
		t := c.Tasks[place].Task
		j.revision, j.title = t.Revision(), tasks.FillText(p, t.Title)
		j.stated = isStated(p, t)
		_, j.reworded = ProgressOf(p, t)
	}
	if j.place < 0 || j.entry.State == "" {
		j.entry.State, j.entry.Title = model.Open, j.title
	}
	return j, nil
}

// take changes the entry, or says why that cannot be.
func (j *job) take(d TaskUpdate, at time.Time) error {
	set(&j.entry.Owner, d.Owner)
	set(&j.entry.Due, d.Due)
	set(&j.entry.Note, d.Note)
	switch {
	case d.State != nil:
		j.setState(*d.State, d.By, at)
	case d.By != nil && !j.setByPerson():
		return &TaskError{"who says what? Nobody has set a state of this task", "give the state as well"}
	default:
		set(&j.entry.By, d.By)
	}
	if d.State != nil || d.Note != nil {
		return j.checkNote()
	}
	return nil
}

func set(field, to *string) {
	if to != nil {
		*field = *to
	}
}

// setState notes who set the state, when, and for which revision. An open task
// has no traces, but for one that the answers would call done: without them it
// would be done again. Said once more without a name, a state is no news.
func (j *job) setState(state model.TaskState, by *string, at time.Time) {
	e := &j.entry
	if state == e.State && by == nil && j.setByPerson() {
		return
	}
	e.State, e.By, e.At, e.Text, e.Revision = state, "", time.Time{}, "", 0
	e.Title = cmp.Or(j.title, e.Title)
	j.reworded = false
	if state == model.Open && !j.stated {
		return
	}
	set(&e.By, by)
	e.At = at.UTC().Truncate(time.Second)
	if state != model.Open {
		e.Revision = j.revision
	}
}

// setByPerson reports whether the task has a state that somebody set.
func (j *job) setByPerson() bool {
	return j.entry.State != model.Open && j.entry.By != model.ByAnswer && !j.reworded
}

func (j *job) checkNote() error {
	if !j.entry.State.NeedsNote() || j.reworded || j.entry.Note != "" {
		return nil
	}
	return &TaskError{`a task that is "` + model.TaskStates.Label(j.entry.State) + `" needs a note`, "say why in the note: somebody will ask"}
}

// Startable lists the open tasks that wait for no other: everything before them
// is done, or left out on purpose.
func (o Judgement) Startable() []Item {
	pending := map[string]bool{}
	for _, i := range o.Items {
		pending[i.ID] = i.Progress.State.Pending()
	}
	var free []Item
	for _, i := range o.Items {
		waits := slices.ContainsFunc(i.After, func(id string) bool { return pending[id] })
		if i.Progress.State == model.Open && !waits {
			free = append(free, i)
		}
	}
	return free
}

// Freed lists the tasks that waited for this one, and can start now.
func (o Judgement) Freed(id string) []Item {
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
func (o Judgement) PhaseWorks() []PhaseWork {
	var works []PhaseWork
	for _, phase := range tasks.Phases() {
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
