package wizard

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/explain"
)

const nothingToExplain = "There is nothing more to tell about this line."

// explainRows tell explanations one after the other.
func explainRows(t *look, list []explain.Explanation) []row {
	var rows []row
	for i, e := range list {
		if i > 0 {
			rows = append(rows, row{})
		}
		rows = append(rows, row{text: t.dim(explain.ExplanationKinds.Label(e.Kind) + " " + e.ID)}, row{text: t.title(e.Title)})
		for _, f := range e.Facts {
			rows = append(rows, factRows(t, f)...)
		}
		rows = append(rows, commandRows(t, e.Commands)...)
		rows = append(rows, clashRows(t, e.Contradictions)...)
		rows = append(rows, sourceRows(t, e.Sources)...)
	}
	return rows
}

func factRows(t *look, f explain.ExplainedFact) []row {
	rows := []row{{}, {text: t.strong(f.Label)}}
	for i, line := range f.Lines {
		mark := "  "
		if f.Ordered {
			mark = fmt.Sprintf("%2d. ", i+1)
		}
		rows = append(rows, row{text: mark + t.rich(line), hang: len(mark)})
	}
	return rows
}

func clashRows(t *look, clashes []explain.ExplainedClash) []row {
	var rows []row
	for _, c := range clashes {
		rows = append(rows, row{}, row{text: t.warn("Documents disagree") + "  " + c.ID + ": " + c.Title, hang: 2})
		for _, says := range c.Says {
			rows = append(rows, row{text: "- " + says, hang: 2})
		}
		rows = append(rows, row{text: t.strong("Taken: ") + c.Reading + " " + t.strong("How sure: ") + string(c.Sure) + "."})
	}
	return rows
}

func sourceRows(t *look, sources []model.Reference) []row {
	rows := []row{{}}
	for _, s := range sources {
		title := strings.TrimSuffix(s.Title+": "+s.Heading, ": ")
		rows = append(rows, row{text: t.dim(title + " (read " + s.Read + ")"), hang: 2}, row{text: t.dim("  " + s.URL), hang: 2})
	}
	return rows
}
