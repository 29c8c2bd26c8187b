package explain

import (
	"cmgwizard/model"
	"cmgwizard/model/guides"
)

func explainableGuides() []explainable {
	var list []explainable
	for _, g := range guides.All() {
		list = append(list, explainable{kind: GuideKind, id: g.ID, topic: "What surrounds a CMG", title: g.Title, also: g.Names, thing: guideTeller{g}})
	}
	return list
}

// guideTeller tells of a situation.
type guideTeller struct{ guides.Guide }

func (g guideTeller) tell(p *model.Plan, e *Explanation, _ string) {
	e.say("What to know", g.Holds...)
	e.say("How to tell", g.Tell...)
	e.say("What to do", g.Do...)
	e.say("Tasks that belong to it", named(p, TaskKind, g.Tasks...)...)
	e.say("Rules that judge it", named(p, RuleKind, g.Rules...)...)
	e.Sources = model.References(g.Cites)
}

// guidesThat lists the guides that somebody wants.
func guidesThat(want func(guides.Guide) bool) []string {
	var ids []string
	for _, g := range guides.All() {
		if want(g) {
			ids = append(ids, g.ID)
		}
	}
	return ids
}
