package cli

import (
	"cmgwizard/model/diff"
	"cmgwizard/model/doc"
)

// tellAdding shows what the files would change.
func (p *program) tellAdding(a *adding) error {
	page := newPage(p.out)
	page.parts(doc.FilesRead(a.report), doc.LeftOut(a.left), a.Places())
	page.parts(a.Answers()...)
	page.outcomeChanges(a)
	return p.write([]byte(page.String()))
}

// outcomeChanges says what the rules find then.
func (p *page) outcomeChanges(a *adding) {
	if !a.changes() {
		return
	}
	p.parts(doc.Turned(diff.Plans(a.Before, a.After()))...)
}
