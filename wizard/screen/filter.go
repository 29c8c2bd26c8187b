package screen

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/wizard/machine"
)

// filterWords say what is listed: "PKI, only open".
func filterWords(work machine.TaskWork) string {
	var words []string
	if work.Phase != "" {
		words = append(words, model.Clean(judge.PhaseTitle(work.Phase)))
	}
	if scope := scopeWords(work.Scope); scope != "" {
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

const (
	filterTitle = "Which tasks should be listed?"
	filterText  = "Enter chooses, and the list changes at once. The numbers stay those of the whole checklist."
)

// filterRows are the ways to list less, with how many tasks each leaves.
func filterRows(look *Look, work machine.TaskWork, o judge.Judgement) []Row {
	shown := fmt.Sprintf("  %d of %d tasks", len(work.Listed(o.Items)), len(o.Items))
	rows := []Row{
		{ID: machine.RowOn, Text: look.Strong("Show the list") + look.Dim(shown)},
		{ID: machine.RowPending, Text: ticked(work.Scope.Open) + "Only what is still to be done"}, {},
		{Text: look.Title("Team")}, {ID: machine.RowTeam, Text: chosen(work.Scope.Owner == "") + "All teams"},
	}
	for _, w := range o.TeamWorks() {
		if w.Tasks > 0 {
			count := look.Dim(fmt.Sprintf("  %d, still to be done: %d", w.Tasks, w.Pending))
			rows = append(rows, Row{ID: machine.RowTeam + string(w.Team), Text: chosen(work.Scope.Owner == w.Team) + model.Teams.Label(w.Team) + count, Hang: 4})
		}
	}
	rows = append(rows, Row{}, Row{Text: look.Title("Phase")}, Row{ID: machine.RowPhase, Text: chosen(work.Phase == "") + "All phases"})
	for _, w := range o.PhaseWorks() {
		count := look.Dim(fmt.Sprintf("  %d, still to be done: %d", w.Tasks, w.Tasks-w.Settled))
		rows = append(rows, Row{ID: machine.RowPhase + w.ID, Text: chosen(work.Phase == w.ID) + w.Title + count, Hang: 4})
	}
	return append(rows, Row{}, Row{ID: machine.RowClear, Text: "Show all tasks"})
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
