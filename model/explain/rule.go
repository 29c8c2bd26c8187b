package explain

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/rules"
)

func explainableRules() []explainable {
	var list []explainable
	for _, topic := range rules.Topics() {
		for _, r := range topic.Rules {
			list = append(list, explainable{kind: RuleKind, id: r.ID, topic: topic.Title, title: r.Title, thing: ruleTeller{r}})
		}
	}
	return list
}

// ruleTeller tells of a rule.
type ruleTeller struct{ rules.Rule }

func (r ruleTeller) tell(p *model.Plan, e *Explanation, _ string) {
	e.say("Why", r.Why)
	e.say("When it applies", r.When)
	e.say("Severity", severityWords(r.Rule))
	e.say("Answers that it looks at", questionsOf(r.Reads)...)
	e.say("What to do", r.Fix)
	if r.Task != "" {
		e.say("Task that resolves it", named(p, TaskKind, r.Tasks()...)...)
	}
	if begun(p) {
		e.saySeen(inPlan, comesOut(p, r.Rule)...)
	}
	e.Contradictions = clashes(rules.ContradictionsOf(r.ID, func(c rules.Contradiction) []string { return c.Rules }))
	e.Sources = model.References(r.Cites)
}

// severityWords say how much it hurts where the rule is broken.
func severityWords(r rules.Rule) string {
	if r.Grades != "" {
		return r.Grades + "."
	}
	for _, s := range model.Severities {
		if s.Value == r.Severity(&model.Plan{}) {
			return s.Label + ": " + s.Means + "."
		}
	}
	return ""
}

// OutcomeWords are the outcomes of a rule as people read them, worst first.
var OutcomeWords = model.Terms[rules.OutcomeWord]{
	{Value: rules.Broken, Label: "broken", Means: "the answers stand against it"},
	{Value: rules.Unclear, Label: "not known yet", Means: "an answer that it needs is missing"},
	{Value: rules.Planned, Label: "planned", Means: "a task of the checklist resolves it"},
	{Value: rules.Holds, Label: "OK", Means: "the answers agree with it"},
	{Value: rules.NotAsked, Label: "does not apply", Means: "nothing in the plan is its business"},
}

// comesOut tells of every subject of the plan how the rule comes out.
func comesOut(p *model.Plan, r rules.Rule) []string {
	verdicts := r.Judge(p)
	if len(verdicts) == 0 {
		return []string{OutcomeWords.Label(rules.NotAsked)}
	}
	var lines []string
	for _, f := range r.Findings(p, verdicts) {
		lines = append(lines, foundWords(p, f))
	}
	return lines
}

// foundWords are a finding in one line: "broken (warning): mp1.contoso.com
// (management_points[0].asp_net_45): it is not installed".
func foundWords(p *model.Plan, f rules.Finding) string {
	words := OutcomeWords.Label(f.Outcome)
	if f.Outcome != rules.Holds {
		words += " (" + strings.ToLower(model.Severities.Label(f.Severity)) + ")"
	}
	words += ": " + evidence.NameAndKey(p, f.Subject)
	if f.Detail != "" && f.Detail != rules.NotKnownYet {
		words += ": " + f.Detail
	}
	return words
}

func explainableRequirements() []explainable {
	var list []explainable
	for _, side := range rules.Wheres {
		for _, r := range rules.RequirementRows {
			if r.Where == side.Value {
				list = append(list, explainable{kind: RequirementKind, id: r.Name, topic: side.Label, title: r.Title, thing: requirementTeller{r}})
			}
		}
	}
	return list
}

// requirementTeller tells of a requirement.
type requirementTeller struct{ rules.RequirementRow }

func (r requirementTeller) tell(p *model.Plan, e *Explanation, _ string) {
	e.say("Why", r.Why)
	e.say("When it is required", r.When)
	e.say("Where", rules.Wheres.Label(r.Where))
	e.say("Tasks that meet it", named(p, TaskKind, r.Tasks...)...)
	e.say("Rules that judge it", named(p, RuleKind, r.Rules...)...)
	if begun(p) {
		e.say(inPlan, rules.Needs.Label(r.Need(p)))
	}
	e.Contradictions = clashes(rules.ContradictionsOf(r.Name, func(c rules.Contradiction) []string { return c.Requirements }))
	e.Sources = model.References(r.Cites)
}

const disagreement = "Where the sources disagree"

func explainableContradictions() []explainable {
	var list []explainable
	for _, c := range rules.Contradictions {
		list = append(list, explainable{kind: ContradictionKind, id: c.ID, topic: disagreement, title: c.Title, thing: contradictionTeller{c}})
	}
	return list
}

// contradictionTeller tells of a contradiction.
type contradictionTeller struct{ rules.Contradiction }

func (c contradictionTeller) tell(p *model.Plan, e *Explanation, _ string) {
	e.say("What the pages say", says(c.Contradiction)...)
	e.say("What this program follows", model.Capital(c.Reading))
	e.say("Confidence", sureWords(c.Contradiction))
	e.say("Rules that depend on it", named(p, RuleKind, c.Rules...)...)
	e.say("Tasks that depend on it", named(p, TaskKind, c.Tasks...)...)
	e.say("Requirements that depend on it", named(p, RequirementKind, c.Requirements...)...)
	for _, row := range c.Rows {
		e.say("Kinds of devices that depend on it", row.Words())
	}
	e.Sources = c.Sources()
}

func sureWords(c rules.Contradiction) string {
	for _, s := range rules.Surenesses {
		if s.Value == c.Sure {
			return s.Label + ": " + s.Means
		}
	}
	return string(c.Sure)
}
