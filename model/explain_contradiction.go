package model

const disagreement = "Where the documents disagree"

func explainableContradictions() []explainable {
	var list []explainable
	for _, c := range Contradictions {
		list = append(list, explainable{kind: ContradictionKind, id: c.ID, topic: disagreement, title: c.Title, thing: c})
	}
	return list
}

func (c Contradiction) tell(p *Plan, e *Explanation, _ string) {
	e.say("What the pages say", c.says()...)
	e.say("What this program takes", Capital(c.Reading))
	e.say("How sure", c.sureWords())
	e.say("Rules that rest on it", p.named(RuleKind, c.Rules...)...)
	e.say("Tasks that rest on it", p.named(TaskKind, c.Tasks...)...)
	e.say("Requirements that rest on it", p.named(RequirementKind, c.Requirements...)...)
	for _, row := range c.Rows {
		e.say("Kinds of devices that rest on it", row.Words())
	}
	e.Sources = c.Sources()
}

func (c Contradiction) sureWords() string {
	for _, s := range Surenesses {
		if s.Value == c.Sure {
			return s.Label + ": " + s.Means
		}
	}
	return string(c.Sure)
}
