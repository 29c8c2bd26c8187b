package model

import (
	"cmp"
	"slices"
	"time"
)

// A Deed is what somebody says about a task. What is nil stays as it is.
type Deed struct {
	State *TaskState
	By    *string // who says so
	Owner *string // who does it
	Due   *string // "YYYY-MM-DD", "" for no day
	Note  *string
}

// Work gives the tasks of the plan as they are once somebody has said something
// about one of them. The plan itself is not changed. A state is set with its
// time and with the wording of the task, so that a reworded task comes up again.
func (p *Plan) Work(id string, d Deed, at time.Time) ([]Progress, error) {
	job, err := p.job(id)
	if err == nil {
		d, err = d.tidied()
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
	entry    Progress
	place    int    // of the entry in the plan, -1 for a new one
	text     string // the hash of the wording as it is now
	title    string
	stated   bool // the answers state the result
	reworded bool // the state in the entry was set under another wording
}

// job finds the task of an ID: one of the checklist, or one that the plan still
// has an entry of.
func (p *Plan) job(id string) (*job, error) {
	j := &job{entry: Progress{ID: id, State: Open}, place: -1}
	for i, entry := range p.Tasks {
		if entry.ID == id {
			j.entry, j.place = entry, i
		}
	}
	c := catalogue()
	place, known := c.place[id]
	if j.place < 0 && (!known || !p.wantedTasks(c, p.Findings())[place]) {
		return nil, p.noSuchTask(id, known)
	}
	if known {
		t := c.tasks[place].Task
		j.text, j.title = t.Text(), p.fillText(t.Title)
		j.stated = t.Already != nil && t.Already(p)
		_, j.reworded = p.progress(t)
	}
	if j.place < 0 || j.entry.State == "" {
		j.entry.State, j.entry.Title = Open, j.title
	}
	return j, nil
}

// take changes the entry, or says why that cannot be.
func (j *job) take(d Deed, at time.Time) error {
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

// setState notes who set the state, when, and under which wording. An open task
// has no traces, but for one that the answers would call done: without them it
// would be done again. Said once more without a name, a state is no news.
func (j *job) setState(state TaskState, by *string, at time.Time) {
	e := &j.entry
	if state == e.State && by == nil && j.setByPerson() {
		return
	}
	e.State, e.By, e.At, e.Text = state, "", time.Time{}, ""
	e.Title = cmp.Or(j.title, e.Title)
	j.reworded = false
	if state == Open && !j.stated {
		return
	}
	set(&e.By, by)
	e.At = at.UTC().Truncate(time.Second)
	if state != Open {
		e.Text = j.text
	}
}

// setByPerson reports whether the task has a state that somebody set.
func (j *job) setByPerson() bool {
	return j.entry.State != Open && j.entry.By != ByAnswer && !j.reworded
}

// NeedsNote reports whether the state says too little without a note.
func (s TaskState) NeedsNote() bool { return s == Blocked || s == AcceptedRisk || s == NotNeeded }

func (j *job) checkNote() error {
	if !j.entry.State.NeedsNote() || j.reworded || j.entry.Note != "" {
		return nil
	}
	return &TaskError{`a task that is "` + TaskStates.Label(j.entry.State) + `" needs a note`, "say why in the note: somebody will ask"}
}
