package wizard

import "cmgwizard/model/rules"

// news is what the rules judge otherwise than when the plan was opened, also
// once it is saved with their new edition.
func (s State) news() []rules.News {
	plan := s.Plan
	plan.Rules = s.Edition
	return rules.NewsOf(&plan)
}

// pickNews goes on, or to the question behind a line and back.
func pickNews(s State, e Event) (State, []Effect) {
	if e.Text == rowOn {
		return resume(s, e)
	}
	next, effects := pickReview(s, e)
	if next.Screen == QuestionScreen || next.Screen == ListScreen {
		next.Return = NewsScreen
	}
	return next, effects
}
