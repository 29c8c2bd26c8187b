package html

import (
	"io"
	"strings"

	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
)

// Decision is the decision record as one page.
var Decision = doc.Format{
	Name: "decision-html", Ext: ".html", About: "the decision record, as one page",
	Write: func(w io.Writer, c judge.Checklist, o doc.Options) error {
		var b strings.Builder
		b.WriteString("<!DOCTYPE html>\n")
		pageNode(doc.NewDecision(c), o.Paper).write(&b)
		_, err := io.WriteString(w, b.String())
		return err
	},
}
