package cli

import (
	"cmgwizard/model/assume"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/wizard/screen"
)

// tellFilling says what is assumed by area, and what somebody should confirm.
func (p *program) tellFilling(f filling, flags assumeFlags) error {
	if flags.json {
		return p.writeJSON(newAssumeJSON(f), oneLine)
	}
	page := newPage(p.out)
	page.verdict(f.verdict.After, assume.Facts(f.is))
	if f.verdict.Differs() {
		page.item("  was: ", judge.Verdicts.Label(f.verdict.Before))
	}
	page.parts(doc.Assumed(f.was, f.is), doc.ToConfirm(f.is))
	page.gap()
	switch {
	case flags.dryRun:
		page.line("Nothing is written: this was a dry run.")
	case f.written:
		page.line("Saved in " + screen.ShellWord(f.path) + ".")
	default:
		page.line("Nothing changes.")
	}
	return p.write([]byte(page.String()))
}
