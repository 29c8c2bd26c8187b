package model

func explainableRequirements() []explainable {
	var list []explainable
	for _, side := range Wheres {
		for _, r := range requirements {
			if r.where == side.Value {
				list = append(list, explainable{kind: RequirementKind, id: r.name, topic: side.Label, title: r.title, thing: r})
			}
		}
	}
	return list
}

func (r requirement) tell(p *Plan, e *Explanation, _ string) {
	e.say("Why", r.why)
	e.say("When it is required", r.when)
	e.say("Where", Wheres.Label(r.where))
	e.say("Tasks that meet it", p.named(TaskKind, r.tasks...)...)
	e.say("Rules that judge it", p.named(RuleKind, r.rules...)...)
	if p.begun() {
		e.say(inPlan, Needs.Label(r.need(p)))
	}
	e.Contradictions = clashes(contradictionsOf(r.name, func(c Contradiction) []string { return c.Requirements }))
	e.Sources = References(r.cites)
}
