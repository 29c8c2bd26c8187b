package machine

import (
	"path/filepath"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/steps"
)

// pickEntry opens an entry of a list, adds one or goes on.
func pickEntry(s State, e Event) (State, []Effect) {
	step, _ := steps.Find(s.Place.Step)
	s.Removed = nil
	switch e.Text {
	case RowOn:
		s.Draft = s.Plan.Clone()
		return s.finishPage()
	case RowAdd:
		place := steps.Place{Step: step.ID, Entry: step.List.Len(&s.Plan.Answers)}
		s = s.enter(place)
		step.List.Add(&s.Draft)
		return s, nil
	}
	entry, err := strconv.Atoi(e.Text)
	if err != nil || entry >= step.List.Len(&s.Plan.Answers) {
		return s, nil
	}
	return s.enter(steps.Place{Step: step.ID, Entry: entry}), nil
}

// removeEntry takes an entry out and offers to bring it back.
func removeEntry(s State, e Event) (State, []Effect) {
	step, _ := steps.Find(s.Place.Step)
	if e.Index < 0 || e.Index >= step.List.Len(&s.Plan.Answers) {
		return s, nil
	}
	name, _ := step.Recap(&s.Plan.Answers, e.Index)
	removed := &Removed{s.Plan.Clone(), s.Place, name}
	kept := s.Plan.Clone()
	step.List.Cut(&kept, e.Index)
	s.answer(kept)
	s = s.enter(s.Place)
	s.Removed, s.Notice = removed, name+" is removed. Press u to restore it."
	return s, []Effect{{Kind: SavePlan, Plan: s.Plan}}
}

func undoRemove(s State, _ Event) (State, []Effect) {
	if s.Removed == nil || s.Removed.Place != s.Place {
		return s, nil
	}
	s.Plan.Answers = s.Removed.Before
	name := s.Removed.Name
	s.Removed = nil
	s = s.enter(s.Place)
	s.Notice = name + " is back."
	return s, []Effect{{Kind: SavePlan, Plan: s.Plan}}
}

func pickTask(s State, e Event) (State, []Effect) {
	if e.Text == RowExport {
		return s.print(ChecklistScreen), nil
	}
	if e.Text == RowClear {
		s.TaskWork.Scope, s.TaskWork.Phase = judge.Scope{}, ""
		return s.at(ChecklistScreen), nil
	}
	if e.Text == "" {
		return s, nil
	}
	s.Task = e.Text
	return s.at(TaskScreen), nil
}

// pickConflict settles a save that was refused.
func pickConflict(s State, e Event) (State, []Effect) {
	switch e.Text {
	case RowReload:
		return s, []Effect{{Kind: OpenPlan, Path: s.Path}}
	case RowCopy:
		return s, []Effect{{Kind: ProposePath, Path: s.copyName()}}
	case RowRetry:
		return s.at(s.Before), []Effect{{Kind: SavePlan, Plan: s.Plan}}
	}
	return s, nil
}

// copyName is what a copy of the plan is called.
func (s State) copyName() string {
	name := strings.TrimSuffix(filepath.Base(s.Path), filepath.Ext(s.Path))
	if model.LooksSecret(name) {
		name = "plan"
	}
	return name + " copy"
}

func copyProposed(s State, e Event) (State, []Effect) {
	s.Suggest = e.Text
	return s.at(CopyScreen), nil
}

// answerCopy saves the answers as a plan of their own. The old one stays open
// until that is done.
func answerCopy(s State, e Event) (State, []Effect) {
	path, err := s.newPath(e.Text)
	if err != nil {
		s.Problem = err.Error()
		return s, nil
	}
	plan := s.Plan
	plan.ID, plan.Serial = "", 0
	return s, []Effect{{Kind: CreatePlan, Path: path, Plan: plan}}
}

// backFromCopy says again why the save was refused.
func backFromCopy(s State, _ Event) (State, []Effect) {
	s = s.at(ConflictScreen)
	if s.Refused != nil {
		s.Problem = problem(s.Refused)
	}
	return s, nil
}

// reopened goes on with the plan that is now held.
func reopened(s State, e Event) (State, []Effect) {
	s.Refused = nil
	next, effects := opened(s, e)
	if !next.LookOnly {
		next.Notice = "Now working on " + model.Clean(e.Text)
	}
	return next, effects
}

func backFromConflict(s State, _ Event) (State, []Effect) { return s.at(s.Before), nil }
