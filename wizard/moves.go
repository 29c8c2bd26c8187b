package wizard

import (
	"errors"
	"strings"

	"cmgwizard/model"
	"cmgwizard/steps"
)

// The rows that are no entry of a list, by their text.
const (
	rowContinue  = "continue"
	rowNew       = "new"
	rowOpen      = "open"
	rowLeave     = "leave"
	rowAdd       = "add"
	rowOn        = "on"
	rowChecklist = "checklist"
	rowExport    = "export"
	rowDone      = "done"
	rowReload    = "reload"
	rowCopy      = "copy"
	rowRetry     = "retry"
	rowKept      = "kept:"
)

func pickStart(s State, e Event) (State, []Effect) {
	switch {
	case e.Text == rowContinue && s.Last != nil:
		return s.at(StartScreen), []Effect{{Kind: OpenPlan, Path: s.Last.Path}}
	case e.Text == rowNew:
		return s.at(NameScreen), nil
	case e.Text == rowOpen:
		return s.at(OpenScreen), nil
	}
	return leave(s, e)
}

func toStart(s State, e Event) (State, []Effect) {
	if s.NoReturn {
		return leave(s, e)
	}
	return s.at(StartScreen), nil
}

func answerName(s State, e Event) (State, []Effect) {
	s.Name = strings.TrimSpace(model.Clean(e.Text))
	if s.Name == "" {
		s.Problem = "give the plan a name, such as the name of your company or site"
		return s, nil
	}
	if s.NoReturn {
		return s, s.create(s.Suggest)
	}
	return s, []Effect{{Kind: ProposePath, Path: s.Name}}
}

func proposed(s State, e Event) (State, []Effect) {
	s.Suggest = e.Text
	return s.at(FileScreen), nil
}

func answerFile(s State, e Event) (State, []Effect) {
	path := strings.TrimSpace(e.Text)
	if path == "" {
		path = s.Suggest
	}
	return s, s.create(path)
}

func (s State) create(path string) []Effect {
	plan := model.Plan{Format: model.Format, Name: s.Name, Step: steps.Path(&model.Answers{})[0].ID}
	return []Effect{{Kind: CreatePlan, Path: path, Plan: plan}}
}

func answerOpen(s State, e Event) (State, []Effect) {
	path := strings.Trim(strings.TrimSpace(e.Text), `"`)
	if path == "" {
		s.Problem = "type the path of a plan file, such as contoso.toml"
		return s, nil
	}
	s.Problem = ""
	return s, []Effect{{Kind: OpenPlan, Path: path}}
}

// opened resumes the plan where it was left.
func opened(s State, e Event) (State, []Effect) {
	s.Path, s.Plan, s.Draft = e.Text, e.Plan, e.Plan.Clone()
	s.Alone, s.Return = false, ""
	switch Screen(e.Plan.Step) {
	case ReviewScreen, ChecklistScreen:
		return s.at(Screen(e.Plan.Step)), nil
	}
	return s.enter(steps.ParsePlace(&s.Draft, e.Plan.Step)), nil
}

// enter goes to a page, to the form of an entry or to a question.
func (s State) enter(place steps.Place) State {
	step, _ := steps.Find(place.Step)
	s.Place = place
	s.Draft = s.Plan.Clone()
	if place.Entry < 0 && step.List != nil {
		return s.at(ListScreen)
	}
	s.Place.Question = max(min(place.Question, len(s.questions())-1), 0)
	return s.at(QuestionScreen)
}

// questions are those of the open page, as the answers so far make them.
func (s State) questions() []steps.Question {
	step, _ := steps.Find(s.Place.Step)
	return step.Questions(&s.Draft, s.Place.Entry)
}

// question is the one that is open.
func (s State) question() (steps.Question, bool) {
	questions := s.questions()
	if s.Place.Question >= len(questions) {
		return steps.Question{}, false
	}
	return questions[s.Place.Question], true
}

func answerQuestion(s State, e Event) (State, []Effect) {
	q, ok := s.question()
	if !ok {
		return s.finishPage()
	}
	s.Draft = s.Draft.Clone()
	if err := set(&s.Draft, q, e.Text); err != nil {
		s.Problem, s.Notice = err.Error(), ""
		return s, nil
	}
	s.Problem, s.Notice = "", ""
	s.Place.Question++
	if s.Alone || s.Place.Question >= len(s.questions()) {
		return s.finishPage()
	}
	return s, nil
}

// set writes an answer as it was typed: an empty line is "I do not know yet",
// or leaves an optional answer out.
func set(a *model.Answers, q steps.Question, text string) error {
	field, ok := a.Field(q.Key)
	if !ok {
		return errors.New("this question belongs to an entry that is gone")
	}
	text = strings.TrimSpace(text)
	if text == "" && !q.Optional {
		text = model.Unsure
	}
	if q.Key == "gateway.service_name" && text != model.Unsure {
		if err := model.CheckServiceName(text); err != nil {
			return err
		}
	}
	if field.Kind() == model.TextField {
		text = model.Clean(text)
	}
	return field.Set(text)
}

// finishPage keeps the answers of the page, saves, and goes on.
func (s State) finishPage() (State, []Effect) {
	gone := s.commit()
	next := s.onward()
	next.Notice = gone
	next.Plan.Step = next.stepName()
	return next, []Effect{{Kind: SavePlan, Plan: next.Plan}}
}

// commit takes the draft over and says which answers no longer apply.
func (s *State) commit() string {
	before := s.Plan.Answers
	s.Plan.Answers = s.Draft.Clone()
	keys := steps.NoLongerAsked(&before, &s.Plan.Answers)
	if len(keys) == 0 {
		return ""
	}
	return "No longer asked, kept in the plan: " + strings.Join(s.labels(keys), ", ") + "."
}

// labels names answers in short: the last part of their keys as words.
func (s State) labels(keys []string) []string {
	var names []string
	for _, key := range keys {
		short := strings.ReplaceAll(key[strings.LastIndex(key, ".")+1:], "_", " ")
		if entry := s.Plan.EntryName(key); entry != "" {
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
		return s.enter(steps.At(next.ID))
	}
	return s.at(ReviewScreen)
}

// goBack returns to the screen that the page was opened from.
func (s State) goBack() State {
	screen := s.Return
	s.Alone, s.Return = false, ""
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

// backFromPage goes to the last question of the page before.
func backFromPage(s State, _ Event) (State, []Effect) {
	if s.Return != "" {
		return s.goBack(), nil
	}
	before, ok := steps.Neighbour(&s.Plan.Answers, s.Place.Step, -1)
	if !ok {
		s.Notice = "This is the first page. Ctrl+C saves and leaves."
		return s, nil
	}
	return s.enter(before.Last(&s.Plan.Answers)), nil
}

func reviewFromQuestion(s State, _ Event) (State, []Effect) {
	s.Alone, s.Return = false, ""
	gone := s.commit()
	s.Plan.Step = s.stepName()
	next := s.at(ReviewScreen)
	next.Notice = gone
	return next, []Effect{{Kind: SavePlan, Plan: next.Plan}}
}

func toReview(s State, _ Event) (State, []Effect) {
	s.Alone, s.Return = false, ""
	return s.at(ReviewScreen), nil
}

// stepName is what the plan keeps to come back to.
func (s State) stepName() string {
	switch s.Screen {
	case ReviewScreen, ChecklistScreen:
		return string(s.Screen)
	case QuestionScreen, ListScreen:
		return s.Place.String()
	case TaskScreen:
		return string(ChecklistScreen)
	}
	return string(ReviewScreen)
}

// leave saves what is there, the page that is open too, and quits.
func leave(s State, _ Event) (State, []Effect) {
	if s.Path == "" {
		return s.at(LeftScreen), []Effect{{Kind: Quit}}
	}
	s.Plan.Step = s.stepName()
	if s.Screen == QuestionScreen {
		s.Plan.Answers = s.Draft.Clone()
	}
	return s.at(LeftScreen), []Effect{{Kind: SavePlan, Plan: s.Plan}, {Kind: Quit}}
}

// saved takes over what the file says about itself.
func saved(s State, e Event) (State, []Effect) {
	s.Plan.ID, s.Plan.Serial, s.Plan.Created, s.Plan.Updated = e.Plan.ID, e.Plan.Serial, e.Plan.Created, e.Plan.Updated
	s.Refused = nil
	return s, nil
}

// failed shows what went wrong. A save that was refused needs a decision.
func failed(s State, e Event) (State, []Effect) {
	s.Problem, s.Notice = problem(e.Err), ""
	if e.Text != string(SavePlan) {
		return s, nil
	}
	s.Refused = e.Err
	if s.Screen != LeftScreen && s.Screen != ConflictScreen {
		s.Before, s.Screen = s.Screen, ConflictScreen
	}
	return s, nil
}

// problem is an error as people read it: what is wrong, and what to do now.
func problem(err error) string {
	text := err.Error()
	if hinted, ok := errors.AsType[interface {
		error
		Hint() string
	}](err); ok {
		text += "; " + hinted.Hint()
	}
	return model.Clean(text)
}
