package machine

import "cmgwizard/steps"

// reach goes to the next page. Before the first method is chosen, the methods
// are compared.
func (s State) reach(page steps.Step) State {
	entered := s.enter(steps.At(page.ID))
	if entered.comparesFirst() {
		return entered.compare()
	}
	return entered
}

// comparesFirst reports whether the comparison stands before the open page.
func (s State) comparesFirst() bool {
	return s.Screen == QuestionScreen && s.Place.Step == steps.Methods && !s.Plan.MethodChosen()
}

// beforeFirst is the place of the comparison on its page: before the questions.
const beforeFirst = -1

// compare goes to the comparison, without what the open page changed.
func (s State) compare() State {
	s = s.enter(s.Place.On(beforeFirst))
	s.Place.Question = beforeFirst
	return s.at(CompareScreen)
}

// chooseMethods goes on from the comparison to the questions.
func chooseMethods(s State, _ Event) (State, []Effect) {
	return s.enter(s.Place), nil
}
