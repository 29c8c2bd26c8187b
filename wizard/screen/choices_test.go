package screen_test

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
)

// TestRecommendedEarnsNoWarning: what would break something in this very plan is
// not recommended for it.
func TestRecommendedEarnsNoWarning(t *testing.T) {
	random := rand.New(rand.NewSource(29))
	recommended, kept := 0, 0
	for range 12 {
		plan := assume.Plan(*plantest.RandomPlan(random))
		for _, s := range atEvery(plan) {
			q, _ := s.Question()
			if q.Best == "" || q.Put != nil {
				continue
			}
			says := slices.ContainsFunc(screen.Choices(s, q), func(w model.Word) bool { return strings.HasSuffix(w.Label, " (recommended)") })
			breaks := breaksMore(t, plan, q.Key, q.Best)
			if says == breaks {
				t.Errorf("%s: %s is recommended: %v, breaks something: %v", q.Key, q.Best, says, breaks)
			}
			if says {
				recommended++
			} else {
				kept++
			}
		}
	}
	if recommended == 0 || kept == 0 {
		t.Errorf("%d are recommended, %d are not", recommended, kept)
	}
}

// atEvery are the states at each question of the interview.
func atEvery(plan model.Plan) []machine.State {
	var states []machine.State
	for _, step := range steps.Path(&plan.Answers) {
		entries := 0
		if step.List != nil {
			entries = step.List.Len(&plan.Answers)
		}
		for entry := -1; entry < entries; entry++ {
			for i := range step.Questions(&plan.Answers, entry) {
				states = append(states, machine.State{Screen: machine.QuestionScreen, Plan: plan, Draft: plan.Clone(), Place: steps.Place{Step: step.ID, Entry: entry, Question: i}})
			}
		}
	}
	return states
}

// breaksMore reports whether an answer breaks what not knowing it does not.
func breaksMore(t *testing.T, plan model.Plan, key, value string) bool {
	t.Helper()
	broken := func(value string) []string {
		p := plan
		p.Answers = plan.Clone()
		plantest.SetKey(t, &p, key, value)
		var list []string
		for _, f := range judge.Plan(p).Findings {
			if f.Outcome == rules.Broken && f.Severity != model.Advice {
				list = append(list, f.Rule+f.Subject)
			}
		}
		return list
	}
	before := broken(model.Unsure)
	return slices.ContainsFunc(broken(value), func(id string) bool { return !slices.Contains(before, id) })
}

// TestAssumedSaysSo among the choices: a fact is usual, everything else assumed.
func TestAssumedSaysSo(t *testing.T) {
	plan := assume.Plan(plantest.PlanOf(t, plantest.QuickMixed))
	seen := map[string]bool{}
	for _, s := range atEvery(plan) {
		q, _ := s.Question()
		f, _ := s.Draft.Field(q.Key)
		row, assumed := assume.RowFor(q.Key)
		for _, w := range screen.Choices(s, q) {
			usual, only := strings.HasSuffix(w.Label, " (usual)"), strings.HasSuffix(w.Label, " (assumed)")
			switch {
			case (usual || only) && (!f.Assumed() || w.Value != f.Text()):
				t.Errorf("%s: %q", q.Key, w.Label)
			case usual && row.Kind != assume.UsualFact, only && assumed && row.Kind == assume.UsualFact:
				t.Errorf("%s: %q is %s", q.Key, w.Label, row.Kind)
			}
			seen["usual"], seen["assumed"] = seen["usual"] || usual, seen["assumed"] || only
		}
	}
	if !seen["usual"] || !seen["assumed"] {
		t.Errorf("seen: %v", seen)
	}
}

// TestUnsureIsTheLastChoice of every question with choices, and stands there once.
func TestUnsureIsTheLastChoice(t *testing.T) {
	plan := assume.Plan(plantest.PlanOf(t, plantest.QuickMixed))
	states := atEvery(plan)
	for _, step := range steps.Quick() {
		for i := range step.Questions(&plan.Answers, -1) {
			states = append(states, machine.State{Screen: machine.QuestionScreen, Plan: plan, Draft: plan.Clone(), Place: steps.At(step.ID).On(i)})
		}
	}
	for _, s := range states {
		q, _ := s.Question()
		lists := [][]model.Word{}
		switch screen.InputOf(&s.Draft, q) {
		case screen.ChoiceInput, screen.SeveralInput:
			lists = append(lists, screen.Choices(s, q))
		case screen.TableInput:
			for _, r := range q.Rows {
				for _, c := range r.Cells {
					lists = append(lists, screen.CellWords(c))
				}
			}
		}
		for _, words := range lists {
			if at := slices.IndexFunc(words, func(w model.Word) bool { return w.Value == model.Unsure }); at != len(words)-1 {
				t.Errorf("%s: unsure is number %d of %d", q.Key, at+1, len(words))
			}
		}
	}
}
