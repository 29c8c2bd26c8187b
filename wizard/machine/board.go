package machine

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"cmgwizard/steps"
)

// The rows of the board, beside its areas.
const (
	RowArea      = "area:"
	RowFound     = "found"
	RowConfirm   = "confirm"
	RowCompare   = "compare"
	RowInterview = "interview"
	RowQuick     = "quick"
	RowRun       = "run"
)

func toBoard(s State, _ Event) (State, []Effect) {
	s.Alone, s.Return = false, ""
	return s.at(BoardScreen), nil
}

// pickBoard opens an area, or does what can be done with the plan as a whole.
func pickBoard(s State, e Event) (State, []Effect) {
	if id, area := strings.CutPrefix(e.Text, RowArea); area {
		s.Area = id
		return s.at(AreaScreen), nil
	}
	switch e.Text {
	case RowChecklist:
		return s.at(ChecklistScreen), nil
	case RowExport:
		return s.print(BoardScreen), nil
	case RowFiles:
		return toFiles(s, e)
	case RowRun:
		return openRun(s, e)
	case RowFound:
		return s.at(FoundScreen), nil
	case RowConfirm:
		return s.at(ConfirmScreen), nil
	case RowCompare:
		s.Return = BoardScreen
		return s.at(CompareScreen), nil
	case RowInterview:
		return s.interview(steps.Path(&s.Plan.Answers)), nil
	case RowQuick:
		return s.interview(steps.Quick()), nil
	case RowLeave:
		return leave(s, e)
	}
	return s, nil
}

// interview goes to the first page with a question that nobody answered, or to
// the first of all.
func (s State) interview(pages []steps.Step) State {
	open := pages[0]
	for _, page := range slices.Backward(pages) {
		if slices.ContainsFunc(page.Every(&s.Plan.Answers), func(q steps.Question) bool { return !q.Optional && !q.Answered(&s.Plan.Answers) }) {
			open = page
		}
	}
	s = s.reach(open)
	if s.Screen == QuestionScreen {
		s.Place.Question = s.firstOpen()
	}
	return s
}

// QuickOpen reports whether the quick round of a plan is not through: the plan is
// empty or began with it, and one of its questions has no answer.
func (s State) QuickOpen() bool {
	if !s.Plan.AnyAssumed() && slices.ContainsFunc(s.Plan.Fields(), model.Field.Given) {
		return false
	}
	for _, page := range steps.Quick() {
		for _, q := range page.Every(&s.Plan.Answers) {
			if !q.Optional && !q.Answered(&s.Plan.Answers) {
				return true
			}
		}
	}
	return false
}

// pickArea goes to a question of the area, or confirms what is assumed in it.
func pickArea(s State, e Event) (State, []Effect) {
	if e.Text == RowConfirm {
		return confirm(s, Event{})
	}
	if id, area := strings.CutPrefix(e.Text, RowArea); area {
		s.Area = id
		return s.at(AreaScreen), nil
	}
	return s.toAnswer(e.Text, AreaScreen), nil
}

// pickFound goes to the answer that mends what was found.
func pickFound(s State, e Event) (State, []Effect) { return s.toAnswer(e.Text, FoundScreen), nil }

func pickConfirm(s State, e Event) (State, []Effect) {
	if e.Text == RowConfirm {
		return confirm(s, Event{})
	}
	return s.toAnswer(e.Text, ConfirmScreen), nil
}

// toAnswer asks the question of a key on its own, or shows the files that it is
// about, and comes back to a screen.
func (s State) toAnswer(key string, back Screen) State {
	if strings.HasPrefix(key, RowKept) {
		s.Notice = "With the current answers, this is not asked. Its answer is kept in the plan."
		return s
	}
	if next, evidence := s.aboutFiles(key); evidence {
		return next
	}
	place, ok := steps.Locate(&s.Plan.Answers, key)
	if !ok {
		s.Notice = "No single question decides this: the checklist has the task."
		return s
	}
	s = s.enter(place)
	s.Alone, s.Return = s.Screen == QuestionScreen, back
	return s
}

// confirm makes answers of what is assumed: the one with a key or, without one,
// all of the screen.
func confirm(s State, e Event) (State, []Effect) {
	before := s.Plan.Clone()
	which := s.confirms(e.Text)
	was := len(s.Plan.AssumedFields())
	s.Plan = assume.Confirm(s.Plan, which)
	n := was - len(s.Plan.AssumedFields())
	if n == 0 {
		s.Notice = "Nothing is assumed here."
		return s, nil
	}
	s.Unconfirmed = &before
	s.Notice = fmt.Sprintf("%s confirmed. Press u to undo.", model.Counted(n, "answer"))
	return s, []Effect{{Kind: SavePlan, Plan: s.Plan}}
}

// confirms says which assumptions are meant.
func (s State) confirms(key string) func(assume.Assumption) bool {
	if f, ok := s.Plan.Field(key); ok && f.Assumed() {
		return assume.OfKeys(key)
	}
	if s.Screen == AreaScreen {
		return assume.InArea(s.Area)
	}
	list := assume.ToConfirm(assume.List(&s.Plan))
	return func(a assume.Assumption) bool {
		return slices.ContainsFunc(list, func(l assume.Assumption) bool { return l.Key == a.Key })
	}
}

func undoConfirm(s State, _ Event) (State, []Effect) {
	if s.Unconfirmed == nil {
		return s, nil
	}
	s.Plan.Answers, s.Unconfirmed = *s.Unconfirmed, nil
	s.Notice = "Assumed again."
	return s, []Effect{{Kind: SavePlan, Plan: s.Plan}}
}

// reaction says in a line what an answer newly breaks, the worst first. What rests on a value that
// nobody said is no news of the answer: a later question may ask for it. It is "" for
// nothing.
func reaction(before, after model.Plan) string {
	was := broken(before)
	for _, severity := range []model.Severity{model.Blocker, model.Warning} {
		for _, f := range judge.Plan(after).Findings {
			if f.Outcome == rules.Broken && f.Severity == severity && !f.Guessed && !was[f.Rule+f.Subject] {
				return model.Severities.Label(severity) + ": " + f.Problem + "."
			}
		}
	}
	return ""
}

func broken(p model.Plan) map[string]bool {
	found := map[string]bool{}
	for _, f := range judge.Plan(p).Findings {
		if f.Outcome == rules.Broken {
			found[f.Rule+f.Subject] = true
		}
	}
	return found
}

// backFromBoard says how one leaves: there is nothing before the board.
func backFromBoard(s State, _ Event) (State, []Effect) {
	s.Notice = "All answers are saved. Press q or Ctrl+C to exit."
	return s, nil
}

// Recommended is the word that is recommended for a question, "" for none. One
// that breaks something in this very plan is not.
func (s State) Recommended(q steps.Question) string {
	if q.Best == "" || q.Put != nil {
		return q.Best
	}
	open := s.Supposed(model.Unsure)
	was := broken(open)
	for _, f := range judge.Plan(s.Supposed(q.Best)).Findings {
		if f.Outcome == rules.Broken && f.Severity != model.Advice && !was[f.Rule+f.Subject] {
			return ""
		}
	}
	return q.Best
}

// AsBefore is the answer of the entry before, for a further kind of device: it is
// offered, and taken only with Enter. It is "" for none.
func (s State) AsBefore(q steps.Question) string {
	place, asked := s.Place, q.Put == nil && q.Best == ""
	if !asked || place.Entry < 1 || place.Step != "devices" || strings.HasSuffix(q.Key, ".join") || q.Answer(&s.Draft) != "" {
		return ""
	}
	_, name, _ := strings.Cut(q.Key, "].")
	f, ok := s.Draft.Field(model.DeviceKey(place.Entry-1, name))
	if !ok || f.Unsure() {
		return ""
	}
	return f.Text()
}
