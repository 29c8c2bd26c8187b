package machine

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// tick says that a task is done, or that it is open again.
func tick(s State, e Event) (State, []Effect) {
	item, listed := s.Item(e.Text)
	if !listed {
		return s, nil
	}
	state := model.Done
	if item.Progress.State == model.Done {
		state = model.Open
	}
	return s.deed(item, judge.TaskUpdate{State: &state, By: s.TaskWork.name()}, e)
}

// askAbout asks for a part of what is said about a task.
func askAbout(s State, e Event) (State, []Effect) {
	if _, listed := s.Item(e.Text); !listed {
		return s, nil
	}
	s.Task = e.Text
	s.TaskWork.Part, s.TaskWork.State, s.TaskWork.From = e.Part, "", s.Screen
	if e.Part == PartState {
		return s.at(StateScreen), nil
	}
	return s.at(SayScreen), nil
}

// answerState sets a state, or asks for the note that it needs.
func answerState(s State, e Event) (State, []Effect) {
	item, listed := s.Item(s.Task)
	state := model.TaskState(e.Text)
	switch {
	case !listed:
		return s.at(ChecklistScreen), nil
	case state.NeedsNote():
		s.TaskWork.Part, s.TaskWork.State = PartNote, state
		return s.at(SayScreen), nil
	}
	return s.deed(item, judge.TaskUpdate{State: &state, By: s.TaskWork.name()}, e)
}

// answerSay keeps what was typed about a task.
func answerSay(s State, e Event) (State, []Effect) {
	item, listed := s.Item(s.Task)
	if !listed {
		return s.at(ChecklistScreen), nil
	}
	deed := judge.TaskUpdate{}
	switch s.TaskWork.Part {
	case PartNote:
		deed.Note = &e.Text
	case PartWho:
		deed.Owner = &e.Text
	case PartDue:
		day := strings.TrimSpace(e.Text)
		deed.Due = &day
	case PartBy:
		return s.sign(item, e)
	}
	if s.TaskWork.State != "" {
		deed.State, deed.By = &s.TaskWork.State, s.TaskWork.name()
	}
	return s.deed(item, deed, e)
}

// sign keeps a name for what is said from now on. Where the task has a state
// already, that is said by this name too.
func (s State) sign(item judge.Item, e Event) (State, []Effect) {
	done, name := model.Done, strings.TrimSpace(model.Clean(e.Text))
	if _, err := judge.UpdateTask(&s.Plan, item.ID, judge.TaskUpdate{State: &done, By: &name}, e.At); err != nil {
		s.Problem, s.Notice = problem(err), ""
		return s, nil
	}
	s.TaskWork.By = name
	if signed(item) {
		return s.deed(item, judge.TaskUpdate{By: &name}, e)
	}
	s = s.at(s.TaskWork.From)
	s.Notice = "From now on, no name is saved with a state."
	if name != "" {
		s.Notice = "From now on, this name is saved with every state."
	}
	return s, nil
}

// deed does what is said about a task, saves it and goes back to the list or to
// the task.
func (s State) deed(item judge.Item, d judge.TaskUpdate, e Event) (State, []Effect) {
	tasks, err := judge.UpdateTask(&s.Plan, item.ID, d, e.At)
	if err != nil {
		s.Problem, s.Notice = problem(err), ""
		return s, nil
	}
	was, before := s.Plan.Tasks, Change{item.ID, s.Progress(item.ID)}
	s.Plan.Tasks, s.Task = tasks, item.ID
	if s.Screen == StateScreen || s.Screen == SayScreen {
		s.Screen = s.TaskWork.From
	}
	s = s.at(s.Screen)
	if s.unchanged(item, before) {
		s.Plan.Tasks = was
		s.Notice = fmt.Sprintf("Task %d: nothing changes.", item.Number)
		return s, nil
	}
	s.TaskWork.Changes = append(slices.Clone(s.TaskWork.Changes), before)
	s.Plan.Step, s.Notice = s.stepName(), s.deedWords(item, d)
	return s, []Effect{{Kind: SavePlan, Plan: s.Plan}}
}

// unchanged reports whether the plan says of a task what it said before.
func (s State) unchanged(was judge.Item, before Change) bool {
	if before.Entry != nil {
		return *s.Progress(was.ID) == *before.Entry
	}
	is, _ := s.Item(was.ID)
	return is.Progress == was.Progress
}

// takeBack makes the last change undone.
func takeBack(s State, _ Event) (State, []Effect) {
	last := len(s.TaskWork.Changes) - 1
	if last < 0 {
		s.Notice, s.Problem = "There is nothing to undo.", ""
		return s, nil
	}
	change := s.TaskWork.Changes[last]
	s.TaskWork.Changes = slices.Clone(s.TaskWork.Changes[:last])
	s.Plan.Tasks = change.restored(s.Plan.Tasks)
	s = s.at(s.Screen)
	s.Notice = "It is as it was before."
	if item, listed := s.Item(change.ID); listed {
		s.Task = change.ID
		s.Notice = fmt.Sprintf("Task %d is as it was before.", item.Number)
	}
	return s, []Effect{{Kind: SavePlan, Plan: s.Plan}}
}

// backFromSay leaves the form without a change.
func backFromSay(s State, _ Event) (State, []Effect) {
	if s.TaskWork.State != "" {
		s.TaskWork.Part, s.TaskWork.State = PartState, ""
		return s.at(StateScreen), nil
	}
	return backFromState(s, Event{})
}

func backFromState(s State, _ Event) (State, []Effect) {
	if s.TaskWork.From == TaskScreen {
		return s.at(TaskScreen), nil
	}
	return s.at(ChecklistScreen), nil
}
