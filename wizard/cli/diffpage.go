package cli

import (
	"fmt"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// signs stand before what changed, so that no colour is needed to tell.
var signs = map[diff.Mark]string{diff.MarkAdded: "  + ", diff.MarkRemoved: "  - ", diff.MarkChanged: "  ~ "}

// below is the margin of what is said about a change.
const below = "      "

// difference is everything that diff says: the verdict first.
func (p *page) difference(files []string, d diff.Difference) {
	p.verdictTurn(d)
	p.gap()
	p.item("old: ", origin(files[0]))
	p.item("new: ", origin(files[1]))
	p.lineage(d)
	if d.Name.Differs() {
		p.heading("Name of the plan")
		p.turn(d.Name.Before, d.Name.After)
	}
	p.answerChanges(d)
	p.findingChanges(d.Findings)
	p.decisionChanges(d)
	p.deviceChanges(d.Devices)
	p.openChanges(d.Open)
	p.taskChanges(d.Tasks)
	p.evidenceChanges(d.Evidence)
}

func (p *page) verdictTurn(d diff.Difference) {
	switch {
	case d.Same():
		p.line("The same: nothing that matters changed.")
		p.item("  = ", judge.Verdicts.Label(d.Verdict.After))
	case d.Verdict.Differs():
		p.painted(strong, "", "Another verdict")
		p.painted("", signs[diff.MarkChanged], "was: "+judge.Verdicts.Label(d.Verdict.Before))
		p.item(below, "now: "+judge.Verdicts.Label(d.Verdict.After))
	default:
		p.painted(strong, "", "The same verdict")
		p.item("  = ", judge.Verdicts.Label(d.Verdict.After))
	}
}

// lineage says how the plans are related where that helps to read the rest.
func (p *page) lineage(d diff.Difference) {
	switch l := d.Lineage; {
	case !l.OnePlan:
		p.line("Not two versions of one plan, as far as their IDs say.")
	case l.Older == diff.NewSide:
		p.line(fmt.Sprintf("hint: two versions of one plan, and the new one is older (change %d after change %d): perhaps you want them the other way round", l.Serial.After, l.Serial.Before))
	case l.Older == diff.OldSide:
		p.line(fmt.Sprintf("Two versions of one plan: change %d, then change %d.", l.Serial.Before, l.Serial.After))
	case d.Same():
		p.line(fmt.Sprintf("Two copies of one plan, both of change %d.", l.Serial.After))
	default:
		p.line(fmt.Sprintf("hint: two versions of one plan, both of change %d: they were changed apart, or in a text editor", l.Serial.After))
	}
}

// turn says how something was and is.
func (p *page) turn(old, new string) {
	p.item(below, "was: "+orNothing(old))
	p.item(below, "now: "+orNothing(new))
}

func orNothing(text string) string {
	if text == "" {
		return "(nothing)"
	}
	return text
}

// withKey is a name for people with the key behind it.
func withKey(name, key string) string {
	if name == "" {
		return key
	}
	return fmt.Sprintf("%s (%s)", name, key)
}

func (p *page) answerChanges(d diff.Difference) {
	if len(d.Entries)+len(d.Answers) == 0 {
		return
	}
	p.heading("Answers")
	for _, e := range d.Entries {
		p.item(signs[e.Mark], withKey(e.Name, e.Key))
		for _, a := range e.Answers {
			if e.Mark == diff.MarkAdded {
				p.item(below, a.Question+" "+a.Answer.Label)
			}
		}
	}
	for _, a := range d.Answers {
		question := a.Question
		if a.Name != "" {
			question = a.Name + ": " + question
		}
		p.item(signs[diff.MarkChanged], withKey(question, a.Key))
		p.turn(answerWords(a.Answer.Before), answerWords(a.Answer.After))
		if a.Answer.Before.Label == a.Answer.After.Label {
			p.item(below, "They differ in signs that cannot be seen.")
		}
	}
}

func answerWords(s diff.Answer) string {
	if s.Label == "" {
		return "(not answered)"
	}
	return s.Label
}

func (p *page) decisionChanges(d diff.Difference) {
	if len(d.Decisions) > 0 {
		p.heading("Decisions")
	}
	for _, c := range d.Decisions {
		p.item(signs[diff.MarkChanged], c.Title)
		p.turn(c.Choice.Before, c.Choice.After)
	}
	if len(d.Requirements) > 0 {
		p.heading("Requirements")
	}
	for _, r := range d.Requirements {
		p.item(signs[diff.MarkChanged], r.Title)
		p.turn(rules.Needs.Label(r.Need.Before), rules.Needs.Label(r.Need.After))
	}
}

func (p *page) openChanges(items []diff.ChangedOpenItem) {
	if len(items) > 0 {
		p.heading("Open answers")
	}
	for _, item := range items {
		p.item(signs[item.Mark], fmt.Sprintf("%s (%s) for %s", item.Question, item.Key, model.Teams.Label(item.Owner)))
	}
}

func (p *page) evidenceChanges(list []diff.ChangedEvidence) {
	if len(list) > 0 {
		p.heading("Evidence")
	}
	for _, e := range list {
		p.item(signs[e.Mark], fmt.Sprintf("%s: %s", model.EvidenceKinds.Label(e.Kind), orNothing(e.File)))
		p.fact(below+"SHA-256: ", e.SHA256)
	}
}
