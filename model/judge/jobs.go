package judge

import (
	"fmt"
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/tasks"
)

// A JobWork is a job of a plan and how far it is. What it adds up is of the
// tasks that are still to be done.
type JobWork struct {
	tasks.Job          // Tasks are those of the plan
	Number    int      // its place among the jobs of the plan, from 1
	Wave      int      // jobs of one wave can run side by side; 0 for one that comes back later
	After     []string // the jobs of the plan that come before it
	Open      []string // the tasks that are still to be done
	Minutes   int      // hands-on, our estimate
	Wait      tasks.Wait
	Window    tasks.Window // the strictest
	InWindow  []string     // the tasks that are still to be done and want a change window
	NoReturn  []string     // the tasks that are points of no return in any case
}

// Heading is the job with its number, and that it comes back after the rollout.
func (w JobWork) Heading() string {
	if w.Recurring {
		return fmt.Sprintf("Job %d (after the rollout): %s", w.Number, w.Title)
	}
	return fmt.Sprintf("Job %d: %s", w.Number, w.Title)
}

// Done reports whether nothing of the job is left to do.
func (w JobWork) Done() bool { return len(w.Open) == 0 }

// JobWorks are the jobs of a plan in order, with what is left of each. The wait
// is the longest one of its tasks.
func JobWorks(p *model.Plan, items []Item) []JobWork {
	byID := map[string]Item{}
	for _, i := range items {
		byID[i.ID] = i
	}
	var works []JobWork
	waves := map[string]int{}
	for _, j := range tasks.Jobs() {
		w := JobWork{Job: j, Window: tasks.AnyTime}
		w.Tasks = nil
		for _, id := range j.Tasks {
			if i, listed := byID[id]; listed {
				w.take(p, i)
			}
		}
		if len(w.Tasks) == 0 {
			continue
		}
		w.place(len(works)+1, waves)
		waves[w.ID] = w.Wave
		works = append(works, w)
	}
	return works
}

// take counts one task of the job.
func (w *JobWork) take(p *model.Plan, i Item) {
	w.Tasks = append(w.Tasks, i.ID)
	for _, id := range i.After {
		if before := tasks.JobOf(id); before != w.ID && !slices.Contains(w.After, before) {
			w.After = append(w.After, before)
		}
	}
	if !i.Progress.State.Pending() {
		return
	}
	w.Open = append(w.Open, i.ID)
	c := tasks.All()
	change := c.Tasks[c.Place[i.ID]].ChangeFor(p)
	w.Minutes += change.Takes.InAll()
	if change.Wait.Max > w.Wait.Max {
		w.Wait = change.Wait
	}
	w.Window = tasks.Stricter(w.Window, change.Window)
	if change.Window == tasks.ChangeWindow {
		w.InWindow = append(w.InWindow, i.ID)
	}
	if change.Return == tasks.Irreversible && change.OnlyIf == "" {
		w.NoReturn = append(w.NoReturn, i.ID)
	}
}

// place gives the job its number and its wave: one after those that it waits for.
func (w *JobWork) place(number int, waves map[string]int) {
	w.Number = number
	if w.Recurring {
		return
	}
	for _, id := range w.After {
		w.Wave = max(w.Wave, waves[id])
	}
	w.Wave++
}
