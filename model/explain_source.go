package model

import (
	"slices"
	"strconv"
)

func explainableSources() []explainable {
	var list []explainable
	for _, s := range Sources {
		list = append(list, explainable{kind: SourceKind, id: s.ID, topic: "Pages that facts come from", title: s.Title, thing: s})
	}
	return list
}

func (s Source) tell(p *Plan, e *Explanation, _ string) {
	page := s.at("")
	dated := s.Dated
	if dated == "" {
		dated = "not seen"
	}
	e.say("Address", page.URL)
	e.say("Read on", s.Read)
	e.say("Date that the page carries", dated)
	var headings []string
	for _, h := range s.Headings {
		headings = append(headings, h.Text+": "+s.at(h.Anchor).URL)
	}
	e.say("Headings that are cited", headings...)
	s.tellCiting(p, e)
	e.Sources = []Reference{page}
}

// tellCiting lists everything that rests on the page.
func (s Source) tellCiting(p *Plan, e *Explanation) {
	said := len(e.Facts)
	e.say("Rules that cite it", p.named(RuleKind, rulesThat(func(r Rule) bool { return s.isCited(r.Cites) })...)...)
	e.say("Tasks that cite it", p.named(TaskKind, tasksThat(func(t Task) bool { return s.isCited(t.Cites) })...)...)
	var needs, clashes, releases []string
	for _, r := range requirements {
		if s.isCited(r.cites) {
			needs = append(needs, r.name)
		}
	}
	for _, c := range Contradictions {
		if s.isSaid(c.Says) {
			clashes = append(clashes, c.ID)
		}
	}
	for _, r := range Releases {
		if s.isSaid(r.Changes) {
			releases = append(releases, strconv.Itoa(r.Version))
		}
	}
	e.say("Requirements that cite it", p.named(RequirementKind, needs...)...)
	e.say("Contradictions that cite it", p.named(ContradictionKind, clashes...)...)
	e.say("Versions that cite it", p.named(VersionKind, releases...)...)
	if len(e.Facts) == said {
		e.say("What cites it", "The decisions and the tables behind the devices, which have no IDs.")
	}
}

func (s Source) isCited(cites []Citation) bool {
	return slices.ContainsFunc(cites, func(c Citation) bool { return c.Source == s.ID })
}

func (s Source) isSaid(says []Saying) bool {
	return slices.ContainsFunc(says, func(said Saying) bool { return said.Cite.Source == s.ID })
}
