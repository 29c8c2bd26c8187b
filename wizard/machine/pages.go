package machine

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/board"
	"cmgwizard/model/evidence"
	"cmgwizard/model/judge"
	"cmgwizard/steps"
)

// enter goes to a page, to the form of an entry or to a question.
func (s State) enter(place steps.Place) State {
	step, _ := steps.Find(place.Step)
	s.Place = place
	s.Draft = s.Plan.Clone()
	if place.Entry < 0 && step.List != nil {
		return s.at(ListScreen)
	}
	s.Place.Question = max(min(place.Question, len(s.Questions())-1), 0)
	return s.at(QuestionScreen)
}

// AsIs is the plan with the answers of the page that is open.
func (s State) AsIs() model.Plan {
	plan := s.Plan
	if s.Screen == QuestionScreen {
		plan.Answers = s.Draft
	}
	return plan
}

// Questions are those of the open page, as the answers so far make them.
func (s State) Questions() []steps.Question {
	step, _ := steps.Find(s.Place.Step)
	return s.offering(step.Questions(&s.Draft, s.Place.Entry))
}

// Question is the one that is open.
func (s State) Question() (steps.Question, bool) {
	questions := s.Questions()
	if s.Place.Question < 0 || s.Place.Question >= len(questions) {
		return steps.Question{}, false
	}
	return questions[s.Place.Question], true
}

// Asks reports whether the screen asks for an answer, and which question it
// asks; one about a name, a path or a task has no key.
func (s State) Asks() (steps.Question, bool) {
	switch s.Screen {
	case NameScreen, FileScreen, OpenScreen, PathScreen, CopyScreen, StateScreen, SayScreen, RunSayScreen, PasteScreen, RunPathScreen:
		return steps.Question{}, true
	case QuestionScreen:
		return s.Question()
	}
	return steps.Question{}, false
}

// Supposed is the plan as it would be with a choice, "" for none.
func (s State) Supposed(choice string) model.Plan {
	plan := s.Plan
	if s.Screen != QuestionScreen {
		return plan
	}
	plan.Answers = s.Draft.Clone()
	if q, ok := s.Question(); ok && choice != "" {
		_ = set(&plan.Answers, q, choice, plan.At) // a choice that does not fit is judged as not made
	}
	return plan
}

// AskText is a question of the open page. In the form of an entry the title
// names the entry already.
func (s State) AskText(f model.Field) string {
	if s.Place.Entry >= 0 {
		return f.Ask
	}
	return s.Draft.Question(f)
}

func answerQuestion(s State, e Event) (State, []Effect) {
	q, ok := s.Question()
	if !ok {
		return s.finishPage()
	}
	if strings.TrimSpace(e.Text) == "" && !q.Optional {
		s.Notice = nothingMarked
		return s, nil
	}
	s.Draft = s.Draft.Clone()
	if err := s.take(q, e); err != nil {
		s.Problem, s.Notice = err.Error(), ""
		return s, nil
	}
	s.Problem = ""
	understood := understood(&s.Draft, q, e.Text)
	s.Place.Question = s.following(q)
	if s.Alone || s.Place.Question >= len(s.Questions()) {
		next, effects := s.finishPage()
		next.Notice = joinWords(understood, next.Notice)
		return next, effects
	}
	s.Notice = joinWords(understood, s.commit())
	s.Plan.Step = s.stepName()
	return s, []Effect{{Kind: SavePlan, Plan: s.Plan}}
}

// nothingMarked is said where Enter has nothing to take.
const nothingMarked = "Choose or type an answer, or press ? for \"I do not know yet.\""

// answerPartly keeps the rows of a table that are filled in, while the others are.
func answerPartly(s State, e Event) (State, []Effect) {
	q, ok := s.Question()
	if !ok || q.Rows == nil {
		return s, nil
	}
	s.Draft = s.Draft.Clone()
	if err := set(&s.Draft, q, e.Text, e.At); err != nil {
		s.Problem = err.Error()
		return s, nil
	}
	s.Problem, s.Notice = "", s.commit()
	s.Plan.Step = s.stepName()
	return s, []Effect{{Kind: SavePlan, Plan: s.Plan}}
}

// take writes an answer. A fact that was assumed and only left as it is stays
// assumed: nobody looked.
func (s *State) take(q steps.Question, e Event) error {
	f, ok := s.Draft.Field(q.Key)
	if ok && q.Put == nil && e.Kept && f.Assumed() {
		if row, known := assume.RowFor(q.Key); !known || row.Kind != assume.Choice {
			return nil
		}
	}
	return set(&s.Draft, q, e.Text, e.At)
}

// following is the next question after the one that was answered. In the quick
// round an answer can bring up an earlier one.
func (s State) following(answered steps.Question) int {
	questions := s.Questions()
	at := slices.IndexFunc(questions, func(q steps.Question) bool { return q.Key == answered.Key })
	if at < 0 {
		at = s.Place.Question
	}
	for i, q := range questions[:max(at, 0)] {
		if steps.IsQuick(s.Place.Step) && !q.Optional && !q.Answered(&s.Draft) {
			return i
		}
	}
	return at + 1
}

// understood says how a text was taken that is written otherwise in the plan.
func understood(a *model.Answers, q steps.Question, typed string) string {
	f, _ := a.Field(q.Key)
	typed = strings.TrimSpace(typed)
	if q.Said != nil {
		if said := q.Said(a); said != "" {
			return said
		}
	}
	if q.Put != nil || typed == "" || f.Unsure() || f.Kind() != model.TextField || f.Text() == typed {
		return ""
	}
	return "Taken as " + f.Label() + "."
}

// set writes an answer as it was typed: an empty line leaves an optional one out,
// the word unsure means "I do not know yet".
func set(a *model.Answers, q steps.Question, text string, today time.Time) error {
	if q.Several {
		if err := q.Together(text); err != nil {
			return err
		}
	}
	if q.Put != nil {
		return q.Put(a, text)
	}
	field, ok := a.Field(q.Key)
	if !ok {
		return errors.New("this question belongs to an entry that is gone")
	}
	text = field.Spelled(strings.TrimSpace(text))
	if q.Check != nil && text != "" && text != model.Unsure {
		if err := q.Check(text); err != nil {
			return err
		}
	}
	if field.Kind() == model.TextField {
		text = model.Clean(text)
	}
	if field.Tag.Get("check") == "date" && text != "" && text != model.Unsure {
		day, err := judge.ParseDay(text, today)
		if err != nil {
			return err
		}
		text = day
	}
	return field.Set(text)
}

// finishPage keeps the answers of the page, saves, and goes on.
func (s State) finishPage() (State, []Effect) {
	before := s.Plan
	gone := s.commit()
	next := s.onward()
	if s.Return != "" && gone == "" {
		gone = board.Changed(board.New(&before, judge.Plan(before)), board.New(&s.Plan, judge.Plan(s.Plan)))
	}
	next.Notice = gone
	next.Plan.Step = next.stepName()
	return next, []Effect{{Kind: SavePlan, Plan: next.Plan}}
}

// commit takes the draft over and says what that breaks, or which answers no
// longer apply.
func (s *State) commit() string {
	before := s.Plan
	s.answer(s.kept())
	if text := reaction(before, s.Plan); text != "" {
		return text
	}
	keys := steps.NoLongerAsked(&before.Answers, &s.Plan.Answers)
	if len(keys) == 0 || steps.IsQuick(s.Place.Step) {
		return ""
	}
	return "No longer asked (answer kept in the plan): " + strings.Join(s.labels(keys), ", ") + "."
}

// answer takes answers over, and works out anew what is assumed: in the quick
// round from the first answer on.
func (s *State) answer(answers model.Answers) {
	s.Plan.Answers, s.Unconfirmed = answers, nil
	if steps.IsQuick(s.Place.Step) {
		s.Plan = assume.Plan(s.Plan)
	} else {
		s.Plan = assume.Again(s.Plan)
	}
	s.Draft = s.Plan.Clone()
}

// kept are the answers of the draft, without an entry that was added and never
// filled in.
func (s State) kept() model.Answers {
	answers := s.Draft.Clone()
	step, _ := steps.Find(s.Place.Step)
	if s.Place.Entry < 0 || step.List == nil || s.Place.Entry >= step.List.Len(&answers) {
		return answers
	}
	prefix := fmt.Sprintf("%s[%d].", step.List.Key, s.Place.Entry)
	for _, f := range answers.Fields() {
		if f.Given() && strings.HasPrefix(f.Key, prefix) {
			return answers
		}
	}
	step.List.Cut(&answers, s.Place.Entry)
	return answers
}

// labels names answers in short: the last part of their keys as words.
func (s State) labels(keys []string) []string {
	var names []string
	for _, key := range keys {
		short := strings.ReplaceAll(key[strings.LastIndex(key, ".")+1:], "_", " ")
		if entry := evidence.EntryName(&s.Plan, key); entry != "" {
			short = entry + " " + short
		}
		names = append(names, short)
	}
	return names
}

// onward is where the way leads after a page.
func (s State) onward() State {
	if s.Place.Entry >= 0 && !s.Alone {
		return s.enter(steps.At(s.Place.Step))
	}
	if s.Return != "" {
		return s.goBack()
	}
	if next, ok := steps.Neighbour(&s.Plan.Answers, s.Place.Step, +1); ok {
		return s.reach(next)
	}
	return s.at(BoardScreen)
}

// goBack returns to the screen that the page was opened from.
func (s State) goBack() State {
	screen := s.Return
	s.Alone, s.Return = false, ""
	s.Draft = s.Plan.Clone()
	if screen == RuleChangesScreen && len(s.RuleChanges()) == 0 {
		next, _ := resume(s, Event{})
		return next
	}
	return s.at(screen)
}

func backFromQuestion(s State, e Event) (State, []Effect) {
	switch {
	case s.Alone:
		return s.goBack(), nil
	case s.Place.Question > 0:
		s.Place.Question--
		s.Problem, s.Notice = "", ""
		return s, nil
	case s.Place.Entry >= 0:
		return s.enter(steps.At(s.Place.Step)), nil
	}
	return backFromPage(s, e)
}

// backFromPage goes to the comparison, where it stands before the page, else to
// the last question of the page before.
func backFromPage(s State, _ Event) (State, []Effect) {
	switch {
	case s.Return != "":
		return s.goBack(), nil
	case s.comparesFirst():
		return s.compare(), nil
	}
	before, ok := steps.Neighbour(&s.Plan.Answers, s.Place.Step, -1)
	if !ok {
		s.Notice = "This is the first page. Ctrl+C saves and leaves."
		return s, nil
	}
	return s.enter(before.Last(&s.Plan.Answers)), nil
}

func boardFromQuestion(s State, _ Event) (State, []Effect) {
	s.Alone, s.Return = false, ""
	s.Plan.Step = s.stepName()
	return s.at(BoardScreen), []Effect{{Kind: SavePlan, Plan: s.Plan}}
}
