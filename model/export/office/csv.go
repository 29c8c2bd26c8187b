package office

import (
	"io"
	"strings"

	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/model/worksheet"
)

// CSV is the list of tasks alone, as Excel opens it: UTF-8 with a mark in
// front, lines that end as on Windows, each cell in quotation marks. What could
// be taken for a formula gets an apostrophe in front, see worksheet.Guarded.
var CSV = doc.Format{
	Name: "csv", Ext: ".csv", About: "a list of the tasks that Excel opens, one row a task",
	Write: func(w io.Writer, c judge.Checklist, o doc.Options) error {
		text, guards := csvOf(doc.TaskGrid(c))
		o.Tell("Where Excel separates lists with semicolons, take the xlsx file, or open this one by Data, From Text/CSV.")
		if guards > 0 {
			o.Tell("What begins like a formula has an apostrophe in front of it, so that no program runs it.")
		}
		_, err := io.WriteString(w, text)
		return err
	},
}

// csvOf is the grid as text, with how many of its cells are guarded.
func csvOf(g doc.Grid) (text string, guards int) {
	var b strings.Builder
	b.WriteString("\ufeff")
	titles := make([]doc.Cell, len(g.Columns))
	for i, c := range g.Columns {
		titles[i] = doc.Texted(c.Title)
	}
	for _, cells := range append([][]doc.Cell{titles}, g.Rows...) {
		for i, c := range cells {
			if i > 0 {
				b.WriteByte(',')
			}
			words := c.Words()
			safe := worksheet.Guarded(words)
			if safe != words {
				guards++
			}
			b.WriteString(`"` + strings.ReplaceAll(safe, `"`, `""`) + `"`)
		}
		b.WriteString("\r\n")
	}
	return b.String(), guards
}
