package export

import (
	"errors"
	"io"

	"cmgwizard/model"
)

// decisionFormat is found by its name alone: files that end in .md are checklists.
var decisionFormat = Format{
	Name: "decision", Ext: ".md", About: "the decision record, in Markdown",
	Write: func(w io.Writer, c model.Checklist, o Options) error { return errors.New("not written yet") },
}

// decisionPageFormat is the same as one page.
var decisionPageFormat = Format{
	Name: "decision-html", Ext: ".html", About: "the decision record, as one page",
	Write: func(w io.Writer, c model.Checklist, o Options) error { return errors.New("not written yet") },
}
