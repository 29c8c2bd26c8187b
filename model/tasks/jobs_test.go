package tasks

import (
	"slices"
	"testing"

	"cmgwizard/model"
)

func TestEveryTaskIsInOneJobOfItsTeam(t *testing.T) {
	c, jobOf, ids := All(), map[string]Job{}, map[string]bool{}
	for _, j := range Jobs() {
		if ids[j.ID] || j.Title == "" || j.Place == "" || len(j.Tasks) == 0 {
			t.Errorf("%s stands twice, or lacks a title, a place or tasks", j.ID)
		}
		ids[j.ID] = true
		for _, id := range j.Tasks {
			place, known := c.Place[id]
			switch {
			case !known:
				t.Errorf("%s has the task %s, which does not exist", j.ID, id)
			case jobOf[id].ID != "":
				t.Errorf("%s is in %s and in %s", id, jobOf[id].ID, j.ID)
			case c.Tasks[place].Owner != j.Team:
				t.Errorf("%s is a task of %s, and %s a job of %s", id, model.Teams.Label(c.Tasks[place].Owner), j.ID, model.Teams.Label(j.Team))
			}
			jobOf[id] = j
		}
	}
	for _, task := range c.Tasks {
		if JobOf(task.ID) == "" {
			t.Errorf("%s is in no job", task.ID)
		}
	}
}

// TestNoJobWaitsForALaterOne: tasks that a plan leaves out pass on what they wait
// for, so that what holds for all tasks holds for those of any plan.
func TestNoJobWaitsForALaterOne(t *testing.T) {
	var done []string
	comes := map[string]bool{}
	for _, j := range Jobs() {
		comes[j.ID] = j.Recurring
		for i, id := range j.Tasks {
			for _, before := range All().Tasks[All().Place[id]].After {
				switch job := JobOf(before); {
				case job == j.ID && !slices.Contains(j.Tasks[:i], before):
					t.Errorf("%s: %s comes before %s, for which it waits", j.ID, id, before)
				case job != j.ID && !slices.Contains(done, job):
					t.Errorf("%s waits for the later job %s: %s for %s", j.ID, job, id, before)
				case comes[job] && job != j.ID:
					t.Errorf("%s waits for %s, which comes back for ever", j.ID, job)
				}
			}
		}
		done = append(done, j.ID)
	}
}

func TestUnitsAreOfTasksThatCountThem(t *testing.T) {
	for id := range unitsOf {
		if place, known := All().Place[id]; !known || All().Tasks[place].Change.Takes.Per == "" {
			t.Errorf("%s does not exist, or counts no unit", id)
		}
	}
}
