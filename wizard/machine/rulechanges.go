package machine

import "cmgwizard/model/rules"

// RuleChanges are what the rules judge otherwise than when the plan was opened,
// also once it is saved with their new edition.
func (s State) RuleChanges() []rules.News {
	plan := s.Plan
	plan.Rules = s.Edition
	return rules.NewsOf(&plan)
}

// pickRuleChange goes on, or to the question behind a line and back.
func pickRuleChange(s State, e Event) (State, []Effect) {
	if e.Text == RowOn {
		return resume(s, e)
	}
	return s.toAnswer(e.Text, RuleChangesScreen), nil
}
