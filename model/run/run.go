package run

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

// A Scope is the part of the run sheet that is worked on. The zero Scope is all of it.
type Scope struct {
	Owner  model.Team // the tasks of this team
	Window bool       // only what requires a change window
	From   string     // from this job on, "" for the first
}

// A Run is the work on a plan at a moment.
type Run struct {
	Scope  Scope
	Tasks  []Task           // of the scope, in the order of the run sheet
	Out    LeftOut          // how many tasks of the plan are not in it
	Rounds []Round          // everything that was done, in the order of its beginning
	Breaks []Break          // where the clock was set back, and where windows ended
	Log    []model.LogEntry // an entry that was taken back has no What
	Now    time.Time
	Window int // the window that it is now, from 1

	every []Task // of the plan, in the order of the run sheet
}

// A Task is a task of the plan, with its latest round.
type Task struct {
	judge.Item
	Round
	Job    judge.JobWork
	Change tasks.Change
	Place  int // in the order of the run sheet, from 1
}

// New holds the log of a plan against its tasks. What comes back after the rollout
// is no part of a change, unless the scope begins there.
func New(p *model.Plan, items []judge.Item, scope Scope, now time.Time) Run {
	l := newTimeline(p.Log, now)
	log := counting(p.Log)
	r := Run{Scope: scope, Rounds: roundsOf(log, l), Breaks: l.breaks, Log: log, Now: now, Window: l.window[l.now()]}
	byID := map[string]judge.Item{}
	for _, i := range items {
		byID[i.ID] = i
	}
	latest, c := map[string]Round{}, tasks.All()
	for _, round := range r.Rounds {
		latest[round.Task] = round
	}
	begun := scope.From == ""
	for _, job := range judge.JobWorks(p, items) {
		begun = begun || job.ID == scope.From
		for _, id := range job.Tasks {
			t := Task{Item: byID[id], Round: latest[id], Job: job, Change: c.Tasks[c.Place[id]].ChangeFor(p), Place: len(r.every) + 1}
			t.agree(r.Window)
			r.every = append(r.every, t)
			if s := scope; r.Out.counts(begun, s.Owner == "" || s.Owner == t.Owner, !s.Window || t.Change.Window == tasks.ChangeWindow, !job.Recurring || s.From == job.ID) {
				r.Tasks = append(r.Tasks, t)
			}
		}
	}
	return r
}

// LeftOut is how many tasks a scope leaves out, by the first reason for each.
type LeftOut struct{ Later, Before, Team, Window int }

// counts counts a task, and reports whether it is in the scope.
func (o *LeftOut) counts(begun, ofTeam, inWindow, inTime bool) bool {
	switch {
	case !inTime:
		o.Later++
	case !begun:
		o.Before++
	case !ofTeam:
		o.Team++
	case !inWindow:
		o.Window++
	default:
		return true
	}
	return false
}

// agree lets the state of a task win, which may have been set elsewhere since. What
// was skipped in another window is open again.
func (t *Task) agree(window int) {
	pending := t.Item.Progress.State.Pending()
	switch s := t.Standing; {
	case s == Done && pending, s == Failed && t.Item.Progress.State == model.Open, s == Skipped && t.Round.End != window,
		!pending && s != Done && s != BackingOut:
		t.Standing = Untouched
	}
}

// Task is a task of the plan, in the scope or not.
func (r Run) Task(id string) (Task, bool) {
	i := slices.IndexFunc(r.every, func(t Task) bool { return t.ID == id })
	if i < 0 {
		return Task{}, false
	}
	return r.every[i], true
}

// Current is what is worked on, of several what was begun last.
func (r Run) Current() (now Task, found bool) {
	for _, t := range r.every {
		if (t.Standing == Running || t.Standing == BackingOut) && (!found || t.since > now.since) {
			now, found = t, true
		}
	}
	return now, found
}

// Before are the tasks that must be done before a task and are not, in the order of
// the run sheet.
func (r Run) Before(t Task) []Task {
	var list []Task
	for _, id := range t.After {
		if other, known := r.Task(id); known && other.Item.Progress.State.Pending() {
			list = append(list, other)
		}
	}
	slices.SortFunc(list, byPlace)
	return list
}

func byPlace(a, b Task) int { return cmp.Compare(a.Place, b.Place) }

// ready reports whether a task is to be done now: nobody works on it, and nothing
// stands in its way.
func (r Run) ready(t Task) bool {
	open := t.Standing == Untouched || t.Standing == Paused || t.Standing == BackedOut
	return open && t.Item.Progress.State == model.Open && len(r.Before(t)) == 0
}

// Next is the first task of the scope that can be done now. What was backed out
// comes after everything else.
func (r Run) Next() (Task, bool) {
	for _, again := range []bool{false, true} {
		for _, t := range r.Tasks {
			if r.ready(t) && (t.Standing == BackedOut) == again {
				return t, true
			}
		}
	}
	return Task{}, false
}

// Held are the tasks of the scope that are to be done and wait for others.
func (r Run) Held() []Task {
	return r.having(func(t Task) bool {
		return t.Standing == Untouched && t.Item.Progress.State == model.Open && len(r.Before(t)) > 0
	})
}

// having are the tasks of the scope of which something is true.
func (r Run) having(is func(Task) bool) []Task {
	var list []Task
	for _, t := range r.Tasks {
		if is(t) {
			list = append(list, t)
		}
	}
	return list
}

// Waits are the tasks whose effect is waited for, in the scope or not, the one
// that is over first before the others.
func (r Run) Waits() []Task {
	var list []Task
	for _, t := range r.every {
		if t.Standing == Waiting {
			list = append(list, t)
		}
	}
	slices.SortFunc(list, func(a, b Task) int { return cmp.Or(cmp.Compare(a.Left(), b.Left()), byPlace(a, b)) })
	return list
}

// Left is how much of the longest wait is left, 0 or less once it is over.
func (t Task) Left() time.Duration { return minutes(t.Change.Wait.Max) - t.Waited }

// MayBeOver reports whether the shortest wait is over: a look is worth it.
func (t Task) MayBeOver() bool { return t.Waited >= minutes(t.Change.Wait.Min) }

func minutes(n int) time.Duration { return time.Duration(n) * time.Minute }

// Meanwhile are the tasks of the scope that can be done now, those of a team before the
// others.
func (r Run) Meanwhile(team model.Team) []Task {
	list := r.having(r.ready)
	slices.SortFunc(list, func(a, b Task) int {
		return cmp.Or(-cmp.Compare(ofTeam(a, team), ofTeam(b, team)), byPlace(a, b))
	})
	return list
}

func ofTeam(t Task, team model.Team) int {
	if t.Owner == team {
		return 1
	}
	return 0
}

// NoReturn reports whether there is no way back from a task, in any case or in some.
func (t Task) NoReturn() bool { return t.Change.Return == tasks.Irreversible }

// Undo are the tasks on which something was done, the last one first: in this window
// or in all. What was only begun, or failed, may be half done.
func (r Run) Undo(everything bool) []Task {
	var list []Task
	seen := map[string]bool{}
	for _, round := range slices.Backward(r.Rounds) {
		t, known := r.Task(round.Task)
		if !known || seen[round.Task] || !everything && round.End != r.Window {
			continue
		}
		seen[round.Task] = true
		if t.Standing != Untouched && t.Standing != Skipped && (t.Standing != BackedOut || round.End == r.Window) {
			list = append(list, t)
		}
	}
	slices.SortStableFunc(list, func(a, b Task) int { return -cmp.Compare(r.touched(a.ID), r.touched(b.ID)) })
	return list
}

// touched is the place in the log of the last work on a task.
func (r Run) touched(id string) int {
	for i, e := range slices.Backward(r.Log) {
		if e.Task == id && (e.What == model.LogDone || e.What == model.LogFailed || e.What == model.LogStarted || e.What == model.LogResumed || e.What == model.LogWaiting) {
			return i
		}
	}
	return -1
}

// WindowStart is when this window began: now, where nothing was written in it.
func (r Run) WindowStart() time.Time {
	start := 0
	for _, b := range r.Breaks {
		if !b.Back {
			start = b.Entry
		}
	}
	if start >= len(r.Log) {
		return r.Now
	}
	return r.Log[start].At
}

// Counts say what became of the tasks of this window: "4 done, 1 failed".
func (r Run) Counts() string { return Counts(r.Rounds, r.Window) }

// Counts say what became of the tasks of a window, of all windows for 0. A failure is
// told even where the task was done or backed out later.
func Counts(rounds []Round, window int) string {
	latest := map[string]int{}
	for i, round := range rounds {
		if window == 0 || round.End == window {
			latest[round.Task] = i
		}
	}
	found := map[string]map[string]bool{} // the tasks of a label
	for i, round := range rounds {
		label := round.Label()
		if round.Standing == Done && Again(rounds, i) != nil {
			label = doneAgain
		}
		if inWindow := window == 0 || round.End == window; inWindow && (latest[round.Task] == i || round.Standing == Failed) {
			if found[label] == nil {
				found[label] = map[string]bool{}
			}
			found[label][round.Task] = true
		}
	}
	var words []string
	for _, label := range countLabels() {
		if n := len(found[label]); n > 0 {
			words = append(words, fmt.Sprintf("%d %s", n, label))
		}
	}
	return strings.Join(model.OrNone(words, "nothing was finished"), ", ")
}

// doneAgain is a task that was done in a window and is not counted as done: something
// else became of it later.
const doneAgain = "done and taken up again later"

// countLabels are what is counted, in its order.
func countLabels() []string {
	list := []string{standings.Label(Done), doneAgain, standings.Label(Failed), standings.Label(BackedOut), Round{Back: true, Standing: Failed}.Label()}
	for _, s := range []Standing{Skipped, Waiting, Running, Paused, BackingOut} {
		list = append(list, standings.Label(s))
	}
	return list
}

// Again is the last round of the task of a round where it is a later one, else nil.
func Again(rounds []Round, place int) *Round {
	for i := len(rounds) - 1; i > place; i-- {
		if rounds[i].Task == rounds[place].Task {
			return &rounds[i]
		}
	}
	return nil
}

// Early are the tasks before that of a round that were not done when it was started, in
// the order of the run sheet. What the log cannot tell is taken as done.
func (r Run) Early(round Round) []Task {
	t, known := r.Task(round.Task)
	if what := r.Log[round.began].What; !known || round.Back || what == model.LogSkipped || what == model.LogFailed {
		return nil
	}
	var list []Task
	for _, id := range t.After {
		if before, known := r.Task(id); known && r.openAt(before, round.began) {
			list = append(list, before)
		}
	}
	slices.SortFunc(list, byPlace)
	return list
}

// openAt reports whether a task was certainly not done yet at a place of the log.
func (r Run) openAt(t Task, place int) bool {
	var was, next model.LogWhat
	open := t.Item.Progress.State.Pending()
	for i, e := range r.Log {
		switch _, changes := standingAfter[e.What]; {
		case e.Task != t.ID || !changes:
		case i < place:
			was = e.What
		default:
			next, open = cmp.Or(next, e.What), open || e.What == model.LogDone
		}
	}
	doneElsewhere := was == "" && (next == model.LogBackingOut || next == model.LogBackedOut)
	return open && was != model.LogDone && !doneElsewhere
}
