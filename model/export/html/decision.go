package html

import (
	"io"
	"strings"

	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
)

// Decision, Change and Report are the decision record, the change request and the change
// report as one page.
var (
	Decision = record("decision-html", "the decision record, as one page", doc.NewDecision)
	Change   = record("change-html", "the change request, as one page", doc.NewChangeRequest)
	Report   = record("report-html", "the change report, as one page", doc.NewReport)
)

func record(name, about string, sheet func(judge.Checklist) doc.Sheet) doc.Format {
	return doc.Format{Name: name, Ext: ".html", About: about, Write: func(w io.Writer, c judge.Checklist, o doc.Options) error {
		var b strings.Builder
		b.WriteString("<!DOCTYPE html>\n")
		pageNode(sheet(c), o.Paper).write(&b)
		_, err := io.WriteString(w, b.String())
		return err
	}}
}
