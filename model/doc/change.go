package doc

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/explain"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// signs stand before what changed, so that no color is needed to tell.
var signs = map[diff.Mark]string{diff.MarkAdded: "+", diff.MarkRemoved: "-", diff.MarkChanged: "~"}

// VerdictChange says how the verdict of two plans changed.
func VerdictChange(d diff.Difference) Group {
	now := judge.Verdicts.Label(d.Verdict.After)
	switch {
	case d.Same():
		return Group{Title: "The same: nothing that matters changed.", Entries: []Entry{{Mark: "=", Title: now}}}
	case d.Verdict.Differs():
		was := "was: " + judge.Verdicts.Label(d.Verdict.Before)
		return Group{Title: "Another verdict", Entries: []Entry{{Mark: signs[diff.MarkChanged], Title: was, Facts: []Fact{Plain("", "now: "+now)}}}}
	}
	return Group{Title: "The same verdict", Entries: []Entry{{Mark: "=", Title: now}}}
}

// Lineage says how two plans are related, where that helps to read how they
// differ.
func Lineage(d diff.Difference) string {
	switch l := d.Lineage; {
	case l.NoID == diff.BothSides:
		return "Neither plan has an ID: nothing tells whether they are versions of one plan."
	case l.NoID == diff.OldSide || l.NoID == diff.NewSide:
		return "The " + string(l.NoID) + " plan has no ID: nothing tells whether they are versions of one plan."
	case !l.OnePlan:
		return "Not two versions of one plan, as far as their IDs say."
	case l.Older == diff.NewSide:
		return fmt.Sprintf("hint: two versions of one plan, and the new one is older (change %d after change %d): perhaps you want to swap them", l.Serial.After, l.Serial.Before)
	case l.Older == diff.OldSide:
		return fmt.Sprintf("Two versions of one plan: change %d, then change %d.", l.Serial.Before, l.Serial.After)
	case d.Same():
		return fmt.Sprintf("Two copies of one plan, both of change %d.", l.Serial.After)
	}
	return fmt.Sprintf("hint: two versions of one plan, both of change %d: they were changed apart, or in a text editor", d.Lineage.Serial.After)
}

// Changes are what differs between two plans, topic by topic.
func Changes(d diff.Difference) []Part {
	return slices.DeleteFunc([]Part{
		nameChange(d), ListOf("Answers", slices.Concat(Each(d.Entries, entryChange), Each(d.Answers, answerChange))),
		findingChanges(d.Findings), ListOf("Decisions", Each(d.Decisions, func(c diff.ChangedDecision) Entry {
			return Entry{Mark: signs[diff.MarkChanged], Title: c.Title, Facts: wasAndNow(c.Choice.Before, c.Choice.After)}
		})),
		ListOf("Requirements", Each(d.Requirements, func(r diff.ChangedRequirement) Entry {
			return Entry{Mark: signs[diff.MarkChanged], Title: r.Title, Facts: wasAndNow(rules.Needs.Label(r.Need.Before), rules.Needs.Label(r.Need.After))}
		})),
		ListOf("What devices can do", Each(d.Devices, deviceChange)), ListOf("Missing answers", Each(d.Open, openChange)),
		taskChanges(d.Tasks), ListOf("Evidence", Each(d.Evidence, func(e diff.ChangedEvidence) Entry {
			return Entry{Mark: signs[e.Mark], Title: model.EvidenceKinds.Label(e.Kind), Word: OrNothing(e.File), Facts: Given(Plain("SHA-256", e.SHA256))}
		})),
		ListOf("Log of the change windows", Each(d.Log, func(e diff.ChangedLogEntry) Entry {
			return Entry{Mark: signs[e.Mark], Title: JoinedWith(" ", e.At, e.Task), Word: JoinedWith(", ", model.LogWhats.Label(e.What), e.By), Facts: Given(Lines(NoteLabel, e.Note))}
		})),
	}, func(p Part) bool { return p.Groups == nil })
}

// Turned are what the verdict and the findings become.
func Turned(d diff.Difference) []Part {
	var parts []Part
	if d.Verdict.Differs() {
		was, now := judge.Verdicts.Label(d.Verdict.Before), judge.Verdicts.Label(d.Verdict.After)
		parts = append(parts, ListOf("Verdict", []Entry{{Facts: wasAndNow(was, now)}}))
	}
	if len(d.Findings) == 0 {
		return append(parts, Line("No finding appears or disappears."))
	}
	return append(parts, findingChanges(d.Findings))
}

// wasAndNow say how something was and is.
func wasAndNow(before, after string) []Fact {
	return []Fact{Plain("", "was: "+OrNothing(before)), Plain("", "now: "+OrNothing(after))}
}

// OrNothing stands for a name that is empty.
func OrNothing(name string) string { return cmp.Or(name, "(nothing)") }

// WithKey is a name for people with the key behind it.
func WithKey(name, key string) string {
	if name == "" {
		return key
	}
	return fmt.Sprintf("%s (%s)", name, key)
}

func nameChange(d diff.Difference) Part {
	if !d.Name.Differs() {
		return Part{}
	}
	return ListOf("Name of the plan", []Entry{{Facts: wasAndNow(d.Name.Before, d.Name.After)}})
}

func entryChange(e diff.ChangedEntry) Entry {
	told := Entry{Mark: signs[e.Mark], Title: WithKey(e.Name, e.Key)}
	for _, a := range e.Answers {
		if e.Mark == diff.MarkAdded {
			told.Facts = append(told.Facts, Plain("", a.Question+" "+a.Answer.Words()))
		}
	}
	return told
}

func answerChange(a diff.ChangedAnswer) Entry {
	before, after := a.Answer.Before.Label, a.Answer.After.Label
	const open = "(not answered)"
	e := Entry{
		Mark: signs[diff.MarkChanged], Title: WithKey(JoinedWith(": ", a.Name, a.Question), a.Key),
		Facts: wasAndNow(cmp.Or(a.Answer.Before.Words(), open), cmp.Or(a.Answer.After.Words(), open)),
	}
	if before == after {
		e.Facts = append(e.Facts, Plain("", "They differ in characters that cannot be seen."))
	}
	return e
}

// findingChanges begin with what is worst.
func findingChanges(findings []diff.ChangedFinding) Part {
	var entries []Entry
	for _, s := range model.Severities {
		for _, f := range findings {
			if severityOf(f) == s.Value {
				entries = append(entries, findingChange(s.Label, f))
			}
		}
	}
	return ListOf("Findings", entries)
}

// severityOf is the severity that a finding has, or had when it went.
func severityOf(f diff.ChangedFinding) model.Severity {
	if f.Severity.After == "" || f.Mark == diff.MarkRemoved {
		return f.Severity.Before
	}
	return f.Severity.After
}

func findingChange(severity string, f diff.ChangedFinding) Entry {
	graded, found := "", f.Detail
	if f.Mark == diff.MarkChanged && f.Severity.Differs() {
		graded = fmt.Sprintf("severity was: %s; now: %s", model.Severities.Label(f.Severity.Before), model.Severities.Label(f.Severity.After))
	}
	if f.Mark == diff.MarkRemoved {
		found = ""
	}
	return Entry{Mark: signs[f.Mark], Title: severity, Word: f.Problem, Facts: Given(
		Plain("", "about: "+WithKey(f.Name, f.Subject)), Plain("", graded), Plain("", outcomeChange(f)), Plain(foundLabel, found),
	)}
}

func outcomeChange(f diff.ChangedFinding) string {
	if f.Outcome.Differs() {
		return fmt.Sprintf("was: %s; now: %s", explain.OutcomeWords.Label(f.Outcome.Before), explain.OutcomeWords.Label(f.Outcome.After))
	}
	return "still: " + explain.OutcomeWords.Label(f.Outcome.After)
}

// The tones of findings that come and go.
var turnTones = map[diff.Mark]string{diff.MarkAdded: BadTone, diff.MarkRemoved: GoodTone, diff.MarkChanged: WarnTone}

// FindingChangeInShort is a finding that comes or goes, among others.
func FindingChangeInShort(f diff.ChangedFinding) Entry {
	outcome := outcomeChange(f)
	switch f.Mark {
	case diff.MarkAdded:
		outcome = explain.OutcomeWords.Label(f.Outcome.After)
	case diff.MarkRemoved:
		outcome = explain.OutcomeWords.Label(f.Outcome.Before)
	}
	e := Entry{Mark: signs[f.Mark], Tone: turnTones[f.Mark], Title: model.Severities.Label(severityOf(f)) + ", " + outcome + ": " + f.Problem + "."}
	if f.Name != "" {
		e.Facts = []Fact{Plain("", f.Name+".")}
	}
	if f.Outcome.After == rules.Broken {
		e.Facts = append(e.Facts, Plain(foundLabel, f.Detail+"."))
	}
	return e
}

func deviceChange(d diff.ChangedDevice) Entry {
	e := Entry{
		Mark: signs[d.Mark], Title: d.Name + ", " + model.Locations.Label(d.Location),
		Facts: wasAndNow(ability(d.Supported.Before, d.Scenarios.Before), ability(d.Supported.After, d.Scenarios.After)),
	}
	if d.Mark != diff.MarkRemoved {
		e.Facts = Given(append(e.Facts, Plain("", d.Why))...)
	}
	return e
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

func openChange(i diff.ChangedOpenItem) Entry {
	return Entry{Mark: signs[i.Mark], Title: fmt.Sprintf("%s (%s) for %s", i.Question, i.Key, model.Teams.Label(i.Owner))}
}
