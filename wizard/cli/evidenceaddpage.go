package cli

import (
	"cmgwizard/model/diff"
	"cmgwizard/model/doc"
	"cmgwizard/model/doc/seen"
	"cmgwizard/wizard/cli/page"
)

// tellAdding shows what the files would change.
func (p *program) tellAdding(a *adding) error {
	page := page.New(p.out)
	page.Parts(seen.FilesRead(a.report), seen.LeftOut(a.left), a.Places())
	page.Parts(a.Answers()...)
	outcomeChanges(page, a)
	return p.write([]byte(page.String()))
}

// outcomeChanges says what the rules find then.
func outcomeChanges(p *page.Page, a *adding) {
	if !a.changes() {
		return
	}
	p.Parts(doc.Turned(diff.Plans(a.Before, a.After()))...)
}
