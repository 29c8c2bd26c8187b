package judge

import (
	"math/rand"
	"reflect"
	"slices"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
	"cmgwizard/model/tasks"
)

func jobWorks(p *model.Plan) []JobWork { return JobWorks(p, Items(p, rules.Findings(p))) }

func jobWork(t *testing.T, p *model.Plan, id string) JobWork {
	t.Helper()
	for _, w := range jobWorks(p) {
		if w.ID == id {
			return w
		}
	}
	t.Fatalf("the plan has no job %s", id)
	return JobWork{}
}

func TestAJobIsDoneWhenItsTasksAre(t *testing.T) {
	p := plantest.FullPlan()
	p.Tasks = nil
	before := jobWork(t, p, "design")
	for i, id := range before.Open {
		if w := jobWork(t, p, "design"); w.Done() || len(w.Open) != len(before.Open)-i {
			t.Errorf("%d tasks are done, and %v are open", i, w.Open)
		}
		p.Tasks = append(p.Tasks, model.Progress{ID: id, State: []model.TaskState{model.Done, model.NotNeeded}[i%2], Note: "n"})
	}
	if w := jobWork(t, p, "design"); !w.Done() || w.Minutes != 0 || !slices.Equal(w.Tasks, before.Tasks) {
		t.Errorf("all is done: %+v", w)
	}
}

// TestJobsOfAnyPlan: each task of the plan is in one job, no job waits for one
// of the same wave or of a later one.
func TestJobsOfAnyPlan(t *testing.T) {
	random := rand.New(rand.NewSource(7))
	for range 200 {
		p := plantest.RandomPlan(random)
		items, waves, listed := Items(p, rules.Findings(p)), map[string]int{}, 0
		for n, w := range JobWorks(p, items) {
			listed += len(w.Tasks)
			if w.Number != n+1 || w.Recurring != (w.Wave == 0) || len(w.Tasks) == 0 {
				t.Fatalf("%+v", w)
			}
			for _, id := range w.After {
				if before, known := waves[id]; !known || !w.Recurring && before >= w.Wave {
					t.Fatalf("%s of wave %d waits for %s of wave %d", w.ID, w.Wave, id, before)
				}
			}
			waves[w.ID] = w.Wave
		}
		if listed != len(items) {
			t.Fatalf("%d of %d tasks are in a job", listed, len(items))
		}
	}
}

func TestWhatAJobAddsUp(t *testing.T) {
	p := plantest.FullPlan()
	p.Tasks = nil
	p.ConnectionPoints = make([]model.ConnectionPoint, 3)
	w := jobWork(t, p, "create-cmg")
	if w.Minutes != 50 || w.Window != tasks.ChangeWindow || w.Wait.Max != 1440 || !slices.Equal(w.NoReturn, []string{"cmg-wizard"}) {
		t.Errorf("%+v", w)
	}
	one, three := 0, jobWork(t, p, "connect-cmg").Minutes
	p.ConnectionPoints = p.ConnectionPoints[:1]
	if one = jobWork(t, p, "connect-cmg").Minutes; three-one != 2*10 {
		t.Errorf("the role takes %d minutes on one server and %d on three", one, three)
	}
	p.Gateway.ClassicPresent = model.Unsure
	unsure := jobWork(t, p, "replace-classic").NoReturn
	p.Gateway.ClassicPresent = model.Yes
	if got := jobWork(t, p, "replace-classic").NoReturn; unsure != nil || !reflect.DeepEqual(got, []string{"pre-classic-cmg"}) {
		t.Errorf("a classic CMG that may exist: %v, and one that does: %v", unsure, got)
	}
}
