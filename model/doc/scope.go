package doc

import (
	"fmt"
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// ScopeTitle is the title of a sheet that holds this much of a checklist.
func ScopeTitle(s judge.Scope) string {
	title := "CMG checklist"
	if s.Owner != "" {
		title += ", " + Team(s.Owner)
	}
	if s.Open {
		title += ", what is still open"
	}
	return title
}

// scopeWords say what of the checklist a sheet holds, "" for all of it.
func scopeWords(s judge.Scope) string {
	switch {
	case s.Whole():
		return ""
	case s.Owner == "":
		return "Only what is still open: findings, questions and tasks"
	case s.Open:
		return "Only what is still open for the " + Team(s.Owner) + ": questions and tasks"
	}
	return "Only the questions and tasks of the " + Team(s.Owner)
}

// Team is a team with the word for it: "PKI team".
func Team(t model.Team) string { return model.Teams.Label(t) + " team" }

// partsOf are the chapters of a workbook beside its tasks. What a team is to do
// needs neither the reasons nor what others must mend; what is open needs nothing
// that is settled.
func partsOf(c judge.Checklist) []Part {
	asked, confirm := questionsPart(c.Outcome.Open, c.Scope.Owner), confirmPart(&c.Plan, c.Scope.Owner)
	switch {
	case c.Scope.Owner != "":
		return []Part{asked, confirm}
	case c.Scope.Open:
		return []Part{findingsPart(c), asked, confirm}
	}
	return []Part{decisionsPart(c.Decisions), requirementsPart(c.Outcome.Requirements), findingsPart(c), asked, confirm, evidencePart(c)}
}

// counts says in one line how many findings, questions and tasks there are. A
// sheet of one team leaves the findings out, and says of what the verdict is.
func counts(c judge.Checklist) string {
	if c.Scope.Owner != "" {
		return "Status of the whole plan. " + questionCount(c) + " " + taskCount(c)
	}
	return findingCounts(c.Outcome) + " " + taskCount(c)
}

func questionCount(c judge.Checklist) string {
	of := len(c.Outcome.Open)
	return fmt.Sprintf("Missing answers on this sheet: %d of %d.", len(openOf(c.Outcome.Open, c.Scope.Owner)), of)
}

func taskCount(c judge.Checklist) string {
	if c.Scope.Owner != "" {
		return "Tasks on this sheet: " + TaskCounts(ofTeam(c)) + "."
	}
	return "Tasks: " + TaskCounts(ofTeam(c)) + "."
}

// ofTeam are the tasks of the team whose sheet it is, or all.
func ofTeam(c judge.Checklist) []judge.Item {
	team := judge.Scope{Owner: c.Scope.Owner}
	return slices.DeleteFunc(slices.Clone(c.Outcome.Items), func(i judge.Item) bool { return !team.Takes(i) })
}
