package doc

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// findingsPart groups the findings by severity, the broken ones first. What a
// rule says about several subjects stands under one title.
func findingsPart(c judge.Checklist, r register) Part {
	p := Part{Id: "findings", Title: "Findings", Listed: true}
	for _, s := range model.SeverityTitles {
		g := Group{Id: "findings-" + Slug(s.Value), Title: s.Label, Lead: lead(s.Value)}
		for _, word := range findingWords {
			g.Entries = append(g.Entries, findingEntries(c, s.Value, word.Value, r)...)
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

func findingEntries(c judge.Checklist, s model.Severity, word rules.OutcomeWord, r register) []Entry {
	var entries []Entry
	var rules []string
	for _, f := range c.Outcome.Findings {
		if f.Severity != s || f.Outcome != word {
			continue
		}
		i := slices.Index(rules, f.Rule)
		if i < 0 {
			i, rules = len(rules), append(rules, f.Rule)
			entries = append(entries, findingEntry(f, r))
		}
		where := &entries[i].Facts[0]
		where.Lines = append(where.Lines, plainRich(subjectWords(&c.Plan, f)))
	}
	return entries
}

// findingEntry is a finding whose first fact is the list of its subjects.
func findingEntry(f rules.Finding, r register) Entry {
	return Entry{
		Title: f.Title, Word: findingWords.Label(f.Outcome), Tone: Slug(f.Outcome), Sources: f.Sources,
		Facts: append([]Fact{{Label: WhereLabel}}, given(
			plain(FixLabel, f.Fix), r.tasks("Planned as", []string{f.Task}),
			disagreement(f.Conflict))...),
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
		answer = field.Label() + " (assumed)"
	default:
		answer = field.Label()
	}
	if name := evidence.EntryName(p, key); name != "" {
		return name + ": " + field.Ask, answer
	}
	return field.Ask, answer
}
