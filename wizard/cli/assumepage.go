package cli

import (
	"cmgwizard/model/assume"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/wizard/cli/page"
	"cmgwizard/wizard/screen"
)

// tellFilling says what is assumed by area, and what somebody should confirm.
func (p *program) tellFilling(f filling, flags assumeFlags) error {
	if flags.json {
		return p.writeJSON(newAssumeJSON(f), oneLine)
	}
	page := page.New(p.out)
	showVerdict(page, &f.after, judge.Plan(f.after))
	if f.verdict.Differs() {
		page.Item("  was: ", judge.Verdicts.Label(f.verdict.Before))
	}
	page.Parts(doc.Confirmed(f.confirmed), doc.Assumed(f.was, f.is, assume.LeftUnsure(&f.after)), doc.ToConfirm(f.is))
	page.Gap()
	switch {
	case flags.dryRun:
		page.Line("Nothing is written: this was a dry run.")
	case f.written:
		page.Line("Saved in " + screen.ShellWord(f.path) + ".")
	default:
		page.Line("Nothing changes.")
	}
	return p.write([]byte(page.String()))
}
