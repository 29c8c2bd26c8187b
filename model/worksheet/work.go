// Package worksheet reads lists of tasks that this program wrote and people
// worked in: workbooks, CSV and the states that a page hands out. It says what
// they would change in a plan. It opens no file, runs no formula and takes
// nothing from a list that another plan made.
package worksheet

import (
	"cmp"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/judge"
)

// The titles of the columns that are read back.
const (
	StateTitle    = "State"
	AssignedTitle = "Assigned to"
	DueTitle      = "Due"
	SetByTitle    = "Set by"
	NoteTitle     = "Note"
	IDTitle       = "ID"
	OriginTitle   = "Made from"
	TaskTitle     = "Task"
	TeamTitle     = "Owner"
	OnTitle       = "On"
)

// byPart is who set the state: a change of it alone is one here.
const byPart diff.ProgressPart = "by"

// A part is what a list says about a task in one column.
type part struct {
	What  diff.ProgressPart
	Title string
}

// Parts are what people keep about a task in a list, with the titles of their
// columns.
var Parts = []part{
	{diff.StatePart, StateTitle}, {diff.OwnerPart, AssignedTitle}, {diff.DuePart, DueTitle}, {byPart, SetByTitle}, {diff.NotePart, NoteTitle},
}

// What is never read back, but told where it changed: people write there too.
const (
	taskPart diff.ProgressPart = "task"
	teamPart diff.ProgressPart = "team"
	onPart   diff.ProgressPart = "on"
)

var besides = []part{{taskPart, TaskTitle}, {teamPart, TeamTitle}, {onPart, OnTitle}}

// TitleOf is the title of the column of a part.
func TitleOf(what diff.ProgressPart) string {
	for _, p := range slices.Concat(Parts, besides) {
		if p.What == what {
			return p.Title
		}
	}
	return string(what)
}

// besideOf is what a list says beside the work on a task.
func besideOf(i judge.Item) Work {
	on := ""
	if !i.Progress.At.IsZero() {
		on = model.DayOf(i.Progress.At)
	}
	return Work{taskPart: i.Title, teamPart: model.Teams.Label(i.Owner), onPart: on}
}

// CutMark ends a text that is longer than a cell takes. What was cut is not read
// back.
const CutMark = " [cut: the plan has all of it]"

// byAnswers stands in a list for whoever set a state that the answers state.
const byAnswers = "the answers of the plan"

// SetBy says in a list who set the state.
func SetBy(p model.Progress) string {
	if p.State == model.Done && p.By == model.ByAnswer {
		return byAnswers
	}
	return p.By
}

// Work is what a list says about a task, part by part. What the list has no
// place for is not there.
type Work map[diff.ProgressPart]string

// workOf is what a list says about a task of the plan.
func workOf(p model.Progress) Work {
	state := string(cmp.Or(p.State, model.Open))
	return Work{diff.StatePart: state, diff.OwnerPart: p.Owner, diff.DuePart: p.Due, byPart: SetBy(p), diff.NotePart: p.Note}
}

// plain is a part without what programs for sheets and people change without
// meaning it: blanks, line ends, the letter case of a state.
func plain(part diff.ProgressPart, text string) string {
	if state, known := stateOf(text); part == diff.StatePart && known {
		return string(state)
	}
	return strings.Join(strings.Fields(model.Clean(text)), " ")
}

// synonyms are what people write for a state. Work that has begun is not done yet, and
// what failed cannot go on.
var synonyms = map[model.TaskState][]string{
	model.Open:         {"to do", "todo", "new", "not done", "not started", "started", "in progress", "in work", "ongoing", "running", "paused", "pending", "planned", "reopened"},
	model.Done:         {"finished", "complete", "completed", "closed", "resolved", "ok", "yes", "x"},
	model.Blocked:      {"failed", "error", "stuck", "on hold", "waiting"},
	model.AcceptedRisk: {"accepted", "accepted risk", "risk is accepted"},
	model.NotNeeded:    {"n/a", "na", "not applicable", "not required", "no need"},
}

// stateOf is the state of a word, a label or what people write for one.
func stateOf(text string) (model.TaskState, bool) {
	text = strings.Join(strings.Fields(model.Clean(text)), " ")
	for _, s := range model.TaskStates {
		if strings.EqualFold(text, s.Label) || strings.EqualFold(text, string(s.Value)) {
			return s.Value, true
		}
	}
	text = strings.ReplaceAll(strings.ToLower(text), "-", " ")
	for state, words := range synonyms {
		if slices.Contains(words, text) {
			return state, true
		}
	}
	return "", false
}

// StateLabels are the states as a list offers them.
func StateLabels() []string {
	var labels []string
	for _, s := range model.TaskStates {
		labels = append(labels, s.Label)
	}
	return labels
}
