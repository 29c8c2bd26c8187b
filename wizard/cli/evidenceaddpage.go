package cli

import (
	"cmgwizard/model/doc"
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/evidence"
	"cmgwizard/model/reading"
)

// tellAdding shows what the files would change.
func (p *program) tellAdding(a *adding) error {
	page := newPage(p.out)
	page.filesRead(a)
	page.places(a)
	page.proposals(a)
	page.outcomeChanges(a)
	return p.write([]byte(page.String()))
}

// filesRead says in short what was read.
func (p *page) filesRead(a *adding) {
	p.painted(strong, "", "Read")
	if len(a.report.Files) == 0 {
		p.line("  There is no file to look at.")
	}
	for _, f := range a.report.Files {
		p.hung("  ", f.Name+": "+aboutFile(a.report, f))
		p.fact("      ", a.notKept(f))
		if isLost(f) {
			p.todo("      ", f.Remarks)
		}
	}
	p.leftOut(a.left)
}

// notKept says why nothing of a file is kept, "" where something is.
func (a *adding) notKept(f reading.File) string {
	kept := func(e model.Evidence) bool { return e.SHA256 == f.SHA256 }
	switch {
	case isLost(f) || slices.ContainsFunc(a.report.Evidence(), kept):
		return ""
	case f.Kind == reading.Certificates:
		return "Another of these files holds the same."
	case f.Kind == reading.Other:
		return "Nothing of it is kept."
	}
	return `Nothing of it is kept: "cmgwizard inspect" says what it means.`
}

// places says what is new, what the plan has seen, what goes, and what has no
// room.
func (p *page) places(a *adding) {
	p.gap()
	switch {
	case len(a.New)+len(a.Known)+len(a.Left) == 0:
		p.line("There is nothing in these files that a plan keeps.")
	case len(a.New)+len(a.Suggestions)+len(a.Left) == 0:
		p.line("The plan has seen this already. Nothing changes.")
	default:
		p.painted(strong, "", "New: "+model.CountedAs(len(a.New), "piece of evidence", "pieces of evidence"))
	}
	after := a.after()
	for _, s := range evidence.SeenIn(&after) {
		if slices.ContainsFunc(a.New, sameEvidence(s.Evidence)) {
			p.hung("  + ", seenWords(s)+endWords(s, a.before.At))
		}
	}
	for _, s := range evidence.SeenIn(&a.before) {
		if slices.ContainsFunc(a.Replaced, sameEvidence(s.Evidence)) {
			p.hung("  - ", seenWords(s)+": the file holds something else now")
		}
	}
	for _, e := range a.Left {
		p.hung("  ! ", doc.OrNothing(e.File)+": the plan has no room for it; remove other evidence first")
	}
}

// sameEvidence finds a piece of evidence again.
func sameEvidence(e model.Evidence) func(model.Evidence) bool {
	thumbprint := func(e model.Evidence) string {
		c, _ := evidence.Certificate(e)
		return c.SHA256
	}
	return func(other model.Evidence) bool {
		return e.Kind == other.Kind && e.File == other.File && e.SHA256 == other.SHA256 && thumbprint(e) == thumbprint(other)
	}
}

// seenWords are a piece of evidence with its file.
func seenWords(s evidence.Seen) string { return s.What + " (" + doc.OrNothing(s.File) + ")" }

// proposals lists the answers that the files give.
func (p *page) proposals(a *adding) {
	for _, part := range []struct {
		title       string
		sign        string
		contradicts bool
	}{{"Answers that the files give", "  + ", false}, {"The plan says something else than the files", "  ~ ", true}} {
		first := true
		for _, proposal := range a.Suggestions {
			if proposal.Contradicts() != part.contradicts {
				continue
			}
			if first {
				p.heading(part.title)
				first = false
			}
			p.proposal(a, proposal, part.sign)
		}
	}
}

func (p *page) proposal(a *adding, proposal evidence.Suggestion, sign string) {
	p.item(sign, doc.WithKey(a.question(proposal), proposal.Key))
	if proposal.Contradicts() {
		p.item("      plan: ", a.answer(proposal, proposal.Old))
	}
	p.item("      file: ", a.answer(proposal, proposal.New))
	p.fact("      ", proposal.From+": "+proposal.Why)
	p.fact("      ", a.standing(proposal))
}

// standing says what becomes of an answer as things are decided so far.
func (a *adding) standing(proposal evidence.Suggestion) string {
	taken := slices.Contains(a.taken, proposal.Key)
	switch {
	case taken && proposal.Contradicts():
		return "The answer of the file is taken."
	case !taken && !proposal.Contradicts():
		return "It is left open."
	}
	return ""
}

// question is what is asked, with the entry that it is about.
func (a *adding) question(proposal evidence.Suggestion) string {
	after := a.after()
	if field, exists := after.Field(proposal.Key); exists {
		return after.Question(field)
	}
	return proposal.Question
}

// answer is a value in the words that people read.
func (a *adding) answer(proposal evidence.Suggestion, value string) string {
	answers := a.before.Answers.Clone()
	field, exists := answers.Field(proposal.Key)
	if !exists || field.Set(value) != nil {
		return doc.OrNothing(value)
	}
	return field.Label()
}

// outcomeChanges says what the rules find then.
func (p *page) outcomeChanges(a *adding) {
	if !a.changes() {
		return
	}
	d := diff.Plans(a.before, a.after())
	p.parts(doc.Turned(d)...)
	if len(d.Findings) == 0 {
		p.gap()
		p.line("No finding comes or goes.")
	}
}
