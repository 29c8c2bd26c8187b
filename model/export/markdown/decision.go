package markdown

import (
	"io"

	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
)

// Decision is the decision record in Markdown. It is found by its name alone:
// files that end in .md are checklists.
var Decision = doc.Format{
	Name: "decision", Ext: ".md", About: "the decision record, in Markdown",
	Write: func(w io.Writer, c judge.Checklist, _ doc.Options) error {
		var m markdownWriter
		m.sheet(doc.NewDecision(c))
		_, err := io.WriteString(w, m.b.String())
		return err
	},
}

// Change is the change request in Markdown, found by its name alone.
var Change = doc.Format{
	Name: "change", Ext: ".md", About: "the change request, in Markdown",
	Write: func(w io.Writer, c judge.Checklist, _ doc.Options) error {
		var m markdownWriter
		m.sheet(doc.NewChangeRequest(c))
		_, err := io.WriteString(w, m.b.String())
		return err
	},
}
