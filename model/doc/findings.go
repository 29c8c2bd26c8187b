package doc

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// findingsPart groups the findings by severity, the broken ones first. What a
// rule says about several subjects stands under one title. What a task will
// settle is among the tasks.
func findingsPart(c judge.Checklist) Part {
	p := Part{Id: "findings", Title: "Findings", Listed: true}
	for _, s := range model.SeverityTitles {
		g := Group{Id: "findings-" + Slug(s.Value), Title: s.Label, Lead: lead(s.Value)}
		for _, word := range findingWords {
			g.Entries = append(g.Entries, findingEntries(c, s.Value, word.Value)...)
		}
		if len(g.Entries) > 0 {
			p.Groups = append(p.Groups, g)
		}
	}
	if len(p.Groups) == 0 {
		p.Lead = "No rule speaks against this plan."
	}
	return p
}

func findingEntries(c judge.Checklist, s model.Severity, word rules.OutcomeWord) []Entry {
	var entries []Entry
	for _, same := range bySentence(c.Outcome.Findings, s, word) {
		e := findingEntry(same[0])
		e.Title = model.AndMore(e.Title, len(same)-1, "")
		for _, f := range same {
			e.Facts[0].Lines = append(e.Facts[0].Lines, plainRich(subjectWords(&c.Plan, f)))
		}
		entries = append(entries, e)
	}
	return entries
}

// bySentence gathers what is said in the same sentence of several subjects.
func bySentence(findings []rules.Finding, s model.Severity, word rules.OutcomeWord) [][]rules.Finding {
	var gathered [][]rules.Finding
	place := map[[2]string]int{}
	for _, f := range findings {
		if f.Severity != s || f.Shown() != word {
			continue
		}
		key := [2]string{f.Rule, f.Sentence}
		i, known := place[key]
		if !known {
			i, place[key], gathered = len(gathered), len(gathered), append(gathered, nil)
		}
		gathered[i] = append(gathered[i], f)
	}
	return gathered
}

// findingEntry is a finding whose first fact is the list of its subjects.
func findingEntry(f rules.Finding) Entry {
	return Entry{
		Title: f.Problem, Word: findingWords.Label(f.Shown()), Tone: Slug(f.Shown()), Sources: f.Sources,
		Facts: append([]Fact{{Label: whereLabel}}, Given(Plain(fixLabel, f.Fix), disagreeing(f.Conflict))...),
	}
}

// subjectWords are the subject as people call it, its answer and what stands
// against it.
func subjectWords(p *model.Plan, f rules.Finding) string {
	subject, answer := subjectOf(p, f.Subject)
	switch {
	case strings.EqualFold(answer, f.Detail):
		return subject + " " + answer
	case answer != "":
		return subject + " " + answer + "; " + f.Detail
	}
	return subject + " " + model.Capital(f.Detail)
}

// subjectOf is the question of a key and the answer, where there is one.
func subjectOf(p *model.Plan, key string) (subject, answer string) {
	field, ok := p.Field(key)
	if !ok {
		return evidence.SubjectName(p, key) + ":", ""
	}
	switch {
	case !field.Given(), field.Unsure(), field.Assumed() && field.YesNo(): // an assumed yes or no is in the detail
	case field.Assumed():
		answer = field.Label() + model.AssumedMark
	default:
		answer = field.Label()
	}
	if name := evidence.EntryName(p, key); name != "" {
		return name + ": " + field.Ask, answer
	}
	return field.Ask, answer
}
