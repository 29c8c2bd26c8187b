package machine

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// The rows of the filter, by their text.
const (
	RowPending = "pending"
	RowTeam    = "team:"  // and the team, nothing for all
	RowPhase   = "phase:" // and the phase, nothing for all
	RowClear   = "clear"
)

// Takes reports whether a task is listed.
func (b TaskWork) Takes(i judge.Item) bool {
	return b.Scope.Takes(i) && (b.Phase == "" || i.Phase == b.Phase)
}

// Whole reports whether every task is listed.
func (b TaskWork) Whole() bool { return b.Scope.Whole() && b.Phase == "" }

// Printed is what of the checklist is printed.
func (b TaskWork) Printed() judge.Scope {
	if b.Wide {
		return judge.Scope{}
	}
	return b.Scope
}

// Listed are the tasks that the filter leaves.
func (b TaskWork) Listed(items []judge.Item) []judge.Item {
	var list []judge.Item
	for _, i := range items {
		if b.Takes(i) {
			list = append(list, i)
		}
	}
	return list
}

// pickFilter changes what is listed, or shows the list.
func pickFilter(s State, e Event) (State, []Effect) {
	team, byTeam := strings.CutPrefix(e.Text, RowTeam)
	phase, byPhase := strings.CutPrefix(e.Text, RowPhase)
	switch {
	case e.Text == RowOn:
		return s.at(ChecklistScreen), nil
	case e.Text == RowClear:
		s.TaskWork.Scope, s.TaskWork.Phase = judge.Scope{}, ""
		return s.at(ChecklistScreen), nil
	case e.Text == RowPending:
		s.TaskWork.Scope.Open = !s.TaskWork.Scope.Open
	case byTeam:
		s.TaskWork.Scope.Owner = model.Team(team)
	case byPhase:
		s.TaskWork.Phase = phase
	}
	return s.at(FilterScreen), nil
}
