package wizard

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

// The rows of the filter, by their text.
const (
	rowPending = "pending"
	rowTeam    = "team:"  // and the team, nothing for all
	rowPhase   = "phase:" // and the phase, nothing for all
	rowClear   = "clear"
)

// takes reports whether a task is listed.
func (b Bench) takes(i judge.Item) bool {
	return b.Scope.Takes(i) && (b.Phase == "" || i.Phase == b.Phase)
}

// whole reports whether every task is listed.
func (b Bench) whole() bool { return b.Scope.Whole() && b.Phase == "" }

// printed is what of the checklist is printed.
func (b Bench) printed() judge.Scope {
	if b.Wide {
		return judge.Scope{}
	}
	return b.Scope
}

// listed are the tasks that the filter leaves.
func (b Bench) listed(items []judge.Item) []judge.Item {
	var list []judge.Item
	for _, i := range items {
		if b.takes(i) {
			list = append(list, i)
		}
	}
	return list
}

// filterWords say what is listed: "PKI, only open".
func (b Bench) filterWords() string {
	var words []string
	if b.Phase != "" {
		words = append(words, phaseTitle(b.Phase))
	}
	if scope := scopeWords(b.Scope); scope != "" {
		words = append(words, scope)
	}
	return strings.Join(words, ", ")
}

func scopeWords(s judge.Scope) string {
	var words []string
	if s.Owner != "" {
		words = append(words, model.Teams.Label(s.Owner))
	}
	if s.Open {
		words = append(words, "only open")
	}
	return strings.Join(words, ", ")
}

func phaseTitle(id string) string {
	for _, phase := range tasks.Phases() {
		if phase.ID == id {
			return phase.Title
		}
	}
	return model.Clean(id)
}

// pickFilter changes what is listed, or shows the list.
func pickFilter(s State, e Event) (State, []Effect) {
	team, byTeam := strings.CutPrefix(e.Text, rowTeam)
	phase, byPhase := strings.CutPrefix(e.Text, rowPhase)
	switch {
	case e.Text == rowOn:
		return s.at(ChecklistScreen), nil
	case e.Text == rowClear:
		s.Bench.Scope, s.Bench.Phase = judge.Scope{}, ""
		return s.at(ChecklistScreen), nil
	case e.Text == rowPending:
		s.Bench.Scope.Open = !s.Bench.Scope.Open
	case byTeam:
		s.Bench.Scope.Owner = model.Team(team)
	case byPhase:
		s.Bench.Phase = phase
	}
	return s.at(FilterScreen), nil
}

const (
	filterTitle = "Which tasks shall be listed?"
	filterText  = "Enter chooses; every choice holds at once. The numbers stay those of the whole checklist."
)

// filterRows are the ways to list less, with how many tasks each leaves.
func filterRows(t *look, b Bench, o judge.Judgement) []row {
	shown := fmt.Sprintf("  %d of %d tasks", len(b.listed(o.Items)), len(o.Items))
	rows := []row{
		{id: rowOn, text: t.strong("Show the list") + t.dim(shown)},
		{id: rowPending, text: ticked(b.Scope.Open) + "Only what is still to be done"}, {},
		{text: t.title("Team")}, {id: rowTeam, text: chosen(b.Scope.Owner == "") + "All teams"},
	}
	for _, w := range o.TeamWorks() {
		if w.Tasks > 0 {
			count := t.dim(fmt.Sprintf("  %d, still to be done: %d", w.Tasks, w.Pending))
			rows = append(rows, row{id: rowTeam + string(w.Team), text: chosen(b.Scope.Owner == w.Team) + model.Teams.Label(w.Team) + count, hang: 4})
		}
	}
	rows = append(rows, row{}, row{text: t.title("Phase")}, row{id: rowPhase, text: chosen(b.Phase == "") + "All phases"})
	for _, w := range o.PhaseWorks() {
		count := t.dim(fmt.Sprintf("  %d, still to be done: %d", w.Tasks, w.Tasks-w.Settled))
		rows = append(rows, row{id: rowPhase + w.ID, text: chosen(b.Phase == w.ID) + w.Title + count, hang: 4})
	}
	return append(rows, row{}, row{id: rowClear, text: "Show all tasks"})
}

func ticked(on bool) string {
	if on {
		return "[x] "
	}
	return "[ ] "
}

func chosen(on bool) string {
	if on {
		return "(x) "
	}
	return "( ) "
}
