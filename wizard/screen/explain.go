package screen

import (
	"cmgwizard/model/doc"
	"cmgwizard/model/explain"
	"cmgwizard/wizard/machine"
)

// NothingToExplain is said of a line that is about nothing.
const NothingToExplain = "There is nothing more to tell about this line."

// About is what can be explained on a screen: its question, its task or its
// evidence, else what a row is about. It is "" for nothing.
func (c *Content) About(r Row) string {
	switch c.State.Screen {
	case machine.QuestionScreen:
		q, _ := c.State.Question()
		return q.Key
	case machine.TaskScreen, machine.StateScreen, machine.SayScreen:
		return c.State.Task
	case machine.RunTaskScreen, machine.NoReturnScreen, machine.RunSayScreen:
		return c.State.RunWork.Task
	case machine.FactsScreen:
		return shownRule(c.State)
	}
	return r.About
}

// Explained tells everything about a rule, a task or an answer, with the answers
// of the page that is open. There are no rows where there is nothing to tell.
func (c *Content) Explained(id string) []Row {
	plan := c.State.AsIs()
	return explainRows(c.Look, explain.Of(&plan, id))
}

// explainRows tell explanations one after the other.
func explainRows(look *Look, list []explain.Explanation) []Row {
	var rows []Row
	for i, e := range list {
		if i > 0 {
			rows = append(rows, Row{})
		}
		rows = append(rows, Row{Text: look.Dim(explain.Kinds.Label(e.Kind) + " " + e.ID)}, Row{Text: look.Title(e.Title)})
		rows = append(rows, entryRows(look, doc.Explanation(e))...)
	}
	return rows
}
