package doc

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/compare"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// againstPart says why the verdict is no better.
func againstPart(c judge.Checklist) Part {
	p := Part{Id: "against", Title: "What speaks against it", Lead: "No rule speaks against the plan, and no answer that decides is missing."}
	for _, kind := range []struct {
		severity model.Severity
		word     rules.OutcomeWord
		title    string
	}{
		{model.Blocker, rules.Broken, "Blockers"},
		{model.Blocker, rules.Unclear, "Open questions that decide"},
		{model.Warning, rules.Broken, "Warnings"},
	} {
		g := Group{Id: "against-" + Slug(kind.severity) + "-" + Slug(kind.word), Title: kind.title}
		for _, words := range compare.Obstacles(c, kind.severity, kind.word) {
			g.Entries = append(g.Entries, Entry{Title: words})
		}
		if g.Entries != nil {
			p.Groups = append(p.Groups, g)
		}
	}
	if p.Groups != nil {
		p.Lead = "What speaks against the plan. The checklist says for each how to fix it."
	}
	return p
}

// alternativesPart says of each choice what else there was, and why not.
func alternativesPart(compared compare.Comparison) Part {
	p := Part{
		Id: "alternatives", Title: "Alternatives, and why not",
		Lead: "Each alternative was judged as a plan of its own, with nothing but that one choice changed.",
	}
	for _, choice := range compared.Groups {
		g := Group{Id: "choice-" + Slug(choice.ID), Title: choice.Title, Lead: strings.Join(choice.Notes, " ")}
		for _, a := range choice.Alternatives {
			if a.ID != judge.PlannedID {
				g.Entries = append(g.Entries, alternativeEntry(a, choice))
			}
		}
		if g.Entries != nil || g.Lead != "" {
			p.Groups = append(p.Groups, g)
		}
	}
	return p
}

func alternativeEntry(a compare.Alternative, choice compare.Group) Entry {
	figures := fmt.Sprintf("It would serve %s, with %s, %d of these still to be done.",
		strings.Join(a.Devices.Words(), ", "), model.Counted(a.Tasks.Count, "task"), a.Tasks.Open)
	label, said := whyNot(a, choice)
	return Entry{Title: a.Called(), Word: judge.Verdicts.Label(a.Verdict),
		Facts: []Fact{Plain("", figures), Lines(label, strings.Join(said, "\n"))}}
}

// whyNot compares with what is planned, or with the others while nothing is.
func whyNot(a compare.Alternative, choice compare.Group) (label string, said []string) {
	planned, chosen := choice.Planned()
	if chosen {
		return "Why not", a.WhyNot(planned)
	}
	if said = a.Against(choice.Best()); said == nil {
		said = []string{"Nothing that does not also speak against the others."}
	}
	return "Against it", said
}
