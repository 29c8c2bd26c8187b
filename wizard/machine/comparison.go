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

func backFromComparison(s State, e Event) (State, []Effect) {
	if s.Return != "" {
		return s.goBack(), nil
	}
	s.Place.Question = 0
	before, ok := steps.Neighbour(&s.Plan.Answers, s.Place.Step, -1)
	if !ok {
		return toBoard(s, e)
	}
	return s.enter(before.Last(&s.Plan.Answers)), nil
}

// chooseMethods goes on from the comparison to the questions, or back to the
// board.
func chooseMethods(s State, _ Event) (State, []Effect) {
	if s.Return != "" {
		return s.goBack(), nil
	}
	return s.enter(s.Place), nil
}
