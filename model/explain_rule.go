package model

import (
	"strings"
)

func explainableRules() []explainable {
	var list []explainable
	for _, topic := range RuleTopics() {
		for _, r := range topic.Rules {
			list = append(list, explainable{kind: RuleKind, id: r.ID, topic: topic.Title, title: r.Title, thing: ruleTeller{r}})
		}
	}
	return list
}

// ruleTeller tells of a rule.
type ruleTeller struct{ Rule }

func (r ruleTeller) tell(p *Plan, e *Explanation, _ string) {
	e.say("Why", r.Why)
	e.say("When it applies", r.When)
	e.say("Severity", r.severityWords())
	e.say("Answers that it looks at", questionsOf(r.Reads)...)
	e.say("What to do", r.Fix)
	if r.Task != "" {
		e.say("Task that makes it hold", p.named(TaskKind, r.tasks()...)...)
	}
	if p.begun() {
		e.saySeen(inPlan, p.comesOut(r.Rule)...)
	}
	e.Contradictions = clashes(contradictionsOf(r.ID, func(c Contradiction) []string { return c.Rules }))
	e.Sources = References(r.Cites)
}

// severityWords say how much it hurts where the rule is broken.
func (r Rule) severityWords() string {
	if r.Grades != "" {
		return r.Grades + "."
	}
	for _, s := range Severities {
		if s.Value == r.Severity(&Plan{}) {
			return s.Label + ": " + s.Means + "."
		}
	}
	return ""
}

// OutcomeWords are the outcomes of a rule as people read them, worst first.
var OutcomeWords = Terms[OutcomeWord]{
	{Broken, "broken", "the answers stand against it"},
	{Unclear, "not known yet", "an answer that it needs is missing"},
	{Planned, "planned", "a task of the checklist will make it hold"},
	{Holds, "holds", "the answers agree with it"},
	{NotAsked, "does not apply", "nothing in the plan is its business"},
}

// comesOut tells of every subject of the plan how the rule comes out.
func (p *Plan) comesOut(r Rule) []string {
	verdicts := r.Judge(p)
	if len(verdicts) == 0 {
		return []string{OutcomeWords.Label(NotAsked)}
	}
	lines := make([]string, len(verdicts))
	for i, v := range verdicts {
		lines[i] = p.foundWords(r.finding(p, r.outcome(v), v))
	}
	return lines
}

// foundWords are a finding in one line: "broken (warning): mp1.contoso.com
// (management_points[0].asp_net_45): it is not installed".
func (p *Plan) foundWords(f Finding) string {
	words := OutcomeWords.Label(f.Outcome)
	if f.Outcome != Holds {
		words += " (" + strings.ToLower(Severities.Label(f.Severity)) + ")"
	}
	words += ": " + p.Called(f.Subject)
	if f.Detail != "" && f.Detail != notKnownYet {
		words += ": " + f.Detail
	}
	return words
}

func explainableRequirements() []explainable {
	var list []explainable
	for _, side := range Wheres {
		for _, r := range requirements {
			if r.where == side.Value {
				list = append(list, explainable{kind: RequirementKind, id: r.name, topic: side.Label, title: r.title, thing: requirementTeller{r}})
			}
		}
	}
	return list
}

// requirementTeller tells of a requirement.
type requirementTeller struct{ requirement }

func (r requirementTeller) tell(p *Plan, e *Explanation, _ string) {
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

const disagreement = "Where the documents disagree"

func explainableContradictions() []explainable {
	var list []explainable
	for _, c := range Contradictions {
		list = append(list, explainable{kind: ContradictionKind, id: c.ID, topic: disagreement, title: c.Title, thing: contradictionTeller{c}})
	}
	return list
}

// contradictionTeller tells of a contradiction.
type contradictionTeller struct{ Contradiction }

func (c contradictionTeller) tell(p *Plan, e *Explanation, _ string) {
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
