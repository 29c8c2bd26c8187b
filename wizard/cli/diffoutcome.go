package cli

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/explain"
)

// findingChanges begins with what is worst.
func (p *page) findingChanges(findings []diff.ChangedFinding) {
	if len(findings) == 0 {
		return
	}
	p.heading("Findings")
	for _, s := range model.Severities {
		for _, f := range findings {
			if severityOf(f) == s.Value {
				p.findingChange(s.Label, f)
			}
		}
	}
}

// severityOf is the severity that a finding has, or had when it went.
func severityOf(f diff.ChangedFinding) model.Severity {
	if f.Severity.After == "" || f.Mark == diff.MarkRemoved {
		return f.Severity.Before
	}
	return f.Severity.After
}

func (p *page) findingChange(severity string, f diff.ChangedFinding) {
	p.item(signs[f.Mark], severity+": "+f.Title)
	p.item(below, "about: "+withKey(f.Name, f.Subject))
	if f.Mark == diff.MarkChanged && f.Severity.Differs() {
		p.item(below, fmt.Sprintf("severity was: %s; now: %s", model.Severities.Label(f.Severity.Before), model.Severities.Label(f.Severity.After)))
	}
	if f.Outcome.Differs() {
		p.item(below, fmt.Sprintf("was: %s; now: %s", explain.OutcomeWords.Label(f.Outcome.Before), explain.OutcomeWords.Label(f.Outcome.After)))
	} else {
		p.item(below, "still: "+explain.OutcomeWords.Label(f.Outcome.After))
	}
	if f.Mark != diff.MarkRemoved {
		p.fact(below+"found: ", f.Detail)
	}
}

func (p *page) deviceChanges(devices []diff.ChangedDevice) {
	if len(devices) > 0 {
		p.heading("What devices can do")
	}
	for _, d := range devices {
		p.item(signs[d.Mark], d.Name+", "+model.Locations.Label(d.Location))
		p.turn(ability(d.Supported.Before, d.Scenarios.Before), ability(d.Supported.After, d.Scenarios.After))
		if d.Mark != diff.MarkRemoved {
			p.fact(below, d.Why)
		}
	}
}

// ability says in words what a device can do.
func ability(supported model.TruthWord, scenarios []string) string {
	word := model.ServedWords.Label(supported)
	switch {
	case word == "":
		return "not used there"
	case len(scenarios) == 0:
		return word
	}
	return word + ": deployments to " + strings.Join(scenarios, "s and ") + "s"
}

// taskChanges begins with the tasks that came, then those that went; what
// changed in the others comes last.
func (p *page) taskChanges(tasks []diff.ChangedTask) {
	if len(tasks) == 0 {
		return
	}
	p.heading("Tasks")
	for _, mark := range diff.Marks {
		for _, t := range tasks {
			if t.Mark == mark.Value {
				p.taskChange(t)
			}
		}
	}
}

func (p *page) taskChange(t diff.ChangedTask) {
	p.item(signs[t.Mark], withKey(t.Title, t.ID))
	if t.Mark != diff.MarkChanged && t.State != model.Open {
		p.item(below, "state: "+stateWords(t.State, t.By))
	}
	if !t.Needed {
		p.item(below, "neither plan asks for it")
	}
	for _, c := range t.Progress {
		p.progressChange(c, t.By)
	}
	p.wordingChange(t.Wording)
}

func (p *page) progressChange(c diff.ChangedProgress, by string) {
	old, new := c.Before, c.After
	if c.What == diff.StatePart {
		old, new = model.TaskStates.Label(model.TaskState(old)), stateWords(model.TaskState(new), by)
	}
	p.item(below, string(c.What)+" was: "+orNothing(old))
	p.item(below, string(c.What)+" now: "+orNothing(new))
}

// stateWords tell a state and who set it.
func stateWords(state model.TaskState, by string) string {
	switch label := model.TaskStates.Label(state); by {
	case "":
		return label
	case model.ByAnswer:
		return label + " (by the answers)"
	default:
		return label + " (by " + by + ")"
	}
}

// wordingChange tells how a task reads. A line that was and one that is are
// told side by side, without the words that both share.
func (p *page) wordingChange(lines []diff.ChangedLine) {
	for len(lines) > 0 {
		n := 1
		for n < len(lines) && lines[n].Part == lines[0].Part {
			n++
		}
		p.partChange(lines[:n])
		lines = lines[n:]
	}
}

// partChange tells of one part of a task: of as many lines gone as come, each
// with the one in its place.
func (p *page) partChange(lines []diff.ChangedLine) {
	gone := slices.IndexFunc(lines, func(l diff.ChangedLine) bool { return l.Mark == diff.MarkAdded })
	if gone*2 != len(lines) {
		for _, l := range lines {
			p.item(below+strings.TrimSpace(signs[l.Mark])+" ", string(l.Part)+": "+l.Text)
		}
		return
	}
	for i := range gone {
		old, new := apart(lines[i].Text, lines[gone+i].Text)
		p.item(below, string(lines[i].Part)+" was: "+old)
		p.item(below, string(lines[i].Part)+" now: "+new)
	}
}

// sharedWords is how many of the words that two lines share are told around
// those that they do not.
const sharedWords = 4

// apart leaves out of two texts what they share at their beginnings and ends,
// but for a few words.
func apart(old, new string) (string, string) {
	was, is := strings.Fields(old), strings.Fields(new)
	least := min(len(was), len(is))
	head, tail := 0, 0
	for head < least && was[head] == is[head] {
		head++
	}
	for tail < least-head && was[len(was)-1-tail] == is[len(is)-1-tail] {
		tail++
	}
	head, tail = max(0, head-sharedWords), max(0, tail-sharedWords)
	return middle(was, head, tail), middle(is, head, tail)
}

// middle is the text without so many words at its beginning and its end.
func middle(words []string, head, tail int) string {
	text := strings.Join(words[head:len(words)-tail], " ")
	if head > 0 {
		text = "... " + text
	}
	if tail > 0 {
		text += " ..."
	}
	return text
}
