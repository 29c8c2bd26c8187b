package inspect

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/reading"
	"cmgwizard/model/rules"
)

// weigh lets the plan decide between the causes of what was seen: what its
// answers speak for comes first, what they speak against comes last. A plan may
// be wrong, so nothing is left out.
func (in *inspection) weigh(f *reading.Found) {
	if in.Plan == nil {
		return
	}
	for i := range f.Remarks {
		causes := f.Remarks[i].Causes
		weights := map[string]int{}
		for n := range causes {
			causes[n].Plan, weights[causes[n].Text] = in.saysOf(causes[n])
		}
		slices.SortStableFunc(causes, func(a, b model.Cause) int { return weights[a.Text] - weights[b.Text] })
	}
}

// saysOf is what the plan says of a cause, by the rule that the cause breaks. Less
// is likelier.
func (in *inspection) saysOf(c model.Cause) (words string, weight int) {
	rule := rules.Find(c.Rule)
	if rule.ID == "" || rule.Judge == nil {
		return "", 1
	}
	findings := rule.Findings(in.Plan, rule.Judge(in.Plan))
	has := func(outcomes ...rules.OutcomeWord) bool {
		return slices.ContainsFunc(findings, func(f rules.Finding) bool { return slices.Contains(outcomes, f.Outcome) })
	}
	switch {
	case has(rules.Broken):
		return "It speaks for this: " + rule.Problem + ".", 0
	case has(rules.Unclear, rules.Planned):
		return "", 1
	case has(rules.Holds):
		return "It speaks against this: " + rule.Title + ".", 2
	}
	return "", 1
}
