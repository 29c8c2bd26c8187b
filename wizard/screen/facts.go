package screen

import (
	"cmgwizard/model"
	"cmgwizard/model/doc/seen"
	"cmgwizard/wizard/machine"
)

// shownRule is the rule that judges the evidence that is shown in full.
func shownRule(s machine.State) string {
	if s.FileWork.Entry < 0 || s.FileWork.Entry >= len(s.Plan.Evidence) {
		return ""
	}
	return evidenceRule(s.Plan.Evidence[s.FileWork.Entry])
}

// factsRows are everything that is kept of a file.
func factsRows(look *Look, p *model.Plan, entry int) []Row {
	if entry < 0 || entry >= len(p.Evidence) {
		return nil
	}
	e := seen.Kept(p.Evidence[entry], p.At)
	rows := append([]Row{{Text: look.Title(e.Title)}, {Text: look.toned(e.Tone)(e.Word)}, {}}, factRows(look, look.Dim, e.Facts)...)
	return append(append(rows, Row{}), factRows(look, look.Dim, e.After)...)
}
