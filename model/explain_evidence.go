package model

// seenFiles are the evidence of a plan, as something that rules look at.
type seenFiles struct{}

func explainableEvidence() []explainable {
	return []explainable{{kind: AnswerKind, id: "evidence.facts", topic: "Evidence", title: "What was read from files", thing: seenFiles{}}}
}

func (seenFiles) tell(p *Plan, e *Explanation, place string) {
	var kinds []string
	for _, w := range EvidenceKinds {
		kinds = append(kinds, "`"+string(w.Value)+"`: "+w.Label+": "+w.Means)
	}
	e.say("What it takes", kinds...)
	e.say("Rules that look at it", p.named(RuleKind, rulesReading("evidence.facts")...)...)
	if p.begun() {
		e.saySeen(inPlan, p.evidenceWords(place)...)
	}
}

func (p *Plan) evidenceWords(place string) []string {
	var lines []string
	for i, e := range p.Evidence {
		if key := evidenceKey(i); isEntry(key, place) {
			lines = append(lines, p.Called(key)+": "+EvidenceKinds.Label(e.Kind))
		}
	}
	if len(lines) == 0 {
		return []string{"There is no such entry."}
	}
	return lines
}
