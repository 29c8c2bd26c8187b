package screen

import (
	"fmt"
	"strings"

	"cmgwizard/model"
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
		for _, f := range e.Facts {
			rows = append(rows, factRows(look, f)...)
		}
		rows = append(rows, commandRows(look, e.Commands)...)
		rows = append(rows, clashRows(look, e.Contradictions)...)
		rows = append(rows, sourceRows(look, e.Sources)...)
	}
	return rows
}

func factRows(look *Look, f explain.Fact) []Row {
	rows := []Row{{}, {Text: look.Strong(f.Label)}}
	for i, line := range f.Lines {
		mark := "  "
		if f.Ordered {
			mark = fmt.Sprintf("%2d. ", i+1)
		}
		rows = append(rows, Row{Text: mark + look.rich(line), Hang: len(mark)})
	}
	return rows
}

func clashRows(look *Look, clashes []explain.Clash) []Row {
	var rows []Row
	for _, c := range clashes {
		rows = append(rows, Row{}, Row{Text: look.Warn("Documents disagree") + "  " + c.ID + ": " + c.Title, Hang: 2})
		for _, says := range c.Says {
			rows = append(rows, Row{Text: "- " + says, Hang: 2})
		}
		rows = append(rows, Row{Text: look.Strong("Taken: ") + c.Reading + " " + look.Strong("How sure: ") + string(c.Sure) + "."})
	}
	return rows
}

func sourceRows(look *Look, sources []model.Reference) []Row {
	rows := []Row{{}}
	for _, s := range sources {
		title := strings.TrimSuffix(s.Title+": "+s.Heading, ": ")
		rows = append(rows, Row{Text: look.Dim(title + " (read " + s.Read + ")"), Hang: 2}, Row{Text: look.Dim("  " + s.URL), Hang: 2})
	}
	return rows
}
