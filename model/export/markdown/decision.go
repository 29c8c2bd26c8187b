package markdown

import (
	"io"

	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
)

// Decision, Change and Report are the decision record, the change request and the
// change report in Markdown. They are found by their names alone: files that end in
// .md are checklists.
var (
	Decision = record("decision", "the decision record, in Markdown", doc.NewDecision)
	Change   = record("change", "the change request, in Markdown", doc.NewChangeRequest)
	Report   = record("report", "what was done in change windows, in Markdown", doc.NewReport)
)

func record(name, about string, sheet func(judge.Checklist) doc.Sheet) doc.Format {
	return doc.Format{Name: name, Ext: ".md", About: about, Write: func(w io.Writer, c judge.Checklist, _ doc.Options) error {
		var m markdownWriter
		m.sheet(sheet(c))
		_, err := io.WriteString(w, m.b.String())
		return err
	}}
}
