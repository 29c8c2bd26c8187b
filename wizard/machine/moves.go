package machine

import (
	"cmp"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/rules"
	"cmgwizard/steps"
)

// The rows that are no entry of a list, by their text.
const (
	RowContinue  = "continue"
	RowNew       = "new"
	RowOpen      = "open"
	RowCollected = "collected"
	RowLeave     = "leave"
	RowAdd       = "add"
	RowOn        = "on"
	RowChecklist = "checklist"
	RowExport    = "export"
	RowDone      = "done"
	RowReload    = "reload"
	RowCopy      = "copy"
	RowRetry     = "retry"
	RowKept      = "kept:"
	RowFiles     = "files"
	RowNarrow    = "narrow"
)

func pickStart(s State, e Event) (State, []Effect) {
	switch {
	case e.Text == RowContinue && s.Similar != "":
		return s.at(StartScreen), []Effect{{Kind: OpenPlan, Path: s.Similar}}
	case e.Text == RowContinue && s.Last != nil:
		return s.at(StartScreen), []Effect{{Kind: OpenPlan, Path: s.Last.Path}}
	case e.Text == RowNew, e.Text == RowCollected:
		s.Collected = e.Text == RowCollected
		return s.at(NameScreen), nil
	case e.Text == RowOpen:
		return s.at(OpenScreen), []Effect{{Kind: ListFolder}}
	}
	return leave(s, e)
}

func toStart(s State, e Event) (State, []Effect) {
	if s.NoReturn && s.Similar == "" {
		return leave(s, e)
	}
	return s.at(StartScreen), nil
}

func answerName(s State, e Event) (State, []Effect) {
	name := strings.TrimSpace(model.Clean(e.Text))
	switch {
	case name == "":
		s.Problem = "give the plan a name, such as the name of your company or site"
		return s, nil
	case model.LooksSecret(name):
		s.Problem = errSecret.Error()
		return s, nil
	}
	s.Name = name
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
	path, err := s.newPath(e.Text)
	if err != nil {
		s.Problem = err.Error()
		return s, nil
	}
	return s, s.create(path)
}

// errSecret refuses a name or a path.
var errSecret = errors.New("this looks like a token or a key, and a plan holds no secrets")

// newPath is where a new plan is saved: as it was typed, or where it was
// proposed.
func (s State) newPath(text string) (string, error) {
	path := cmp.Or(strings.Trim(strings.TrimSpace(text), `"`), s.Suggest)
	if model.LooksSecret(path) {
		return "", errSecret
	}
	if filepath.Ext(path) == "" {
		path += ".toml"
	}
	return path, nil
}

func (s State) create(path string) []Effect {
	plan := model.Plan{Format: model.Format, Name: s.Name, Step: steps.Quick()[0].ID}
	return []Effect{{Kind: CreatePlan, Path: path, Plan: plan}}
}

func answerOpen(s State, e Event) (State, []Effect) {
	path := strings.Trim(strings.TrimSpace(e.Text), `"`)
	if path == "" {
		s.Problem = "type the path of a plan file, such as contoso.toml"
		return s, nil
	}
	if model.LooksSecret(path) {
		s.Problem = errSecret.Error()
		return s, nil
	}
	s.Problem = ""
	return s, []Effect{{Kind: OpenPlan, Path: path}}
}

// opened takes a plan over. What the rules judge otherwise since it was saved
// comes first.
func opened(s State, e Event) (State, []Effect) {
	s.Path, s.Plan, s.Draft = e.Text, e.Plan, e.Plan.Clone()
	s.Alone, s.Return, s.Edition, s.FileWork = false, "", rules.SavedEdition(&e.Plan), FileWork{}
	s.TaskWork.Changes, s.RunWork = nil, RunWork{}
	s.LookOnly = e.Err != nil
	next, effects := resume(s, e)
	if s.Collected {
		return next.toCollected(), nil
	}
	if len(next.RuleChanges()) > 0 {
		next, effects = next.at(RuleChangesScreen), nil
	}
	if s.LookOnly {
		next.Notice = model.Clean("Read-only: answers cannot be saved here. " + e.Err.Error() + ".")
	}
	return next, effects
}

// oldReview is what plans say that were left on the page before the board.
const oldReview Screen = "review"

// resume goes on where the plan was left.
func resume(s State, e Event) (State, []Effect) {
	switch Screen(s.Plan.Step) {
	case ChecklistScreen:
		return s.at(ChecklistScreen), nil
	case BoardScreen, oldReview, "":
		return s.at(BoardScreen), nil
	}
	if _, running := runPlaceOf(s.Plan.Step); running {
		return s.resumeRun(e), nil
	}
	if steps.IsQuick(s.Plan.Step) {
		if !s.QuickOpen() {
			return s.at(BoardScreen), nil
		}
		return s.interview(steps.Quick()), nil
	}
	s = s.enter(steps.ParsePlace(&s.Draft, s.Plan.Step))
	s.Place.Question = s.firstOpen()
	if s.Place.Question == 0 && s.comparesFirst() {
		return s.compare(), nil
	}
	return s, nil
}

// firstOpen is the first question of the page that has no answer yet, or the
// first of all where every one has. One that may be left out was left out only
// if a later one has an answer.
func (s State) firstOpen() int {
	open, answered := 0, false
	for i, q := range slices.Backward(s.Questions()) {
		switch {
		case q.Answered(&s.Draft):
			answered = true
		case !q.Optional || !answered:
			open = i
		}
	}
	return open
}

// stepName is what the plan keeps to come back to.
func (s State) stepName() string {
	if s.Return != "" {
		return string(BoardScreen)
	}
	if s.Runs() {
		return s.RunWork.place()
	}
	switch s.Screen {
	case ChecklistScreen:
		return string(s.Screen)
	case QuestionScreen, ListScreen, CompareScreen:
		return s.Place.String()
	case TaskScreen, FilterScreen, StateScreen, SayScreen:
		return string(ChecklistScreen)
	case RuleChangesScreen, ConflictScreen, CopyScreen:
		return s.Plan.Step
	}
	return string(BoardScreen)
}

// leave saves what is typed and where one was, and quits. On the news there is
// nothing to save: unread, they come again the next time.
func leave(s State, e Event) (State, []Effect) {
	if s.Path == "" || s.Screen == RuleChangesScreen {
		return s.at(LeftScreen), []Effect{{Kind: Quit}}
	}
	s = s.entered(e)
	s.Plan.Step = s.stepName()
	return s.at(LeftScreen), []Effect{{Kind: SavePlan, Plan: s.Plan}, {Kind: Quit}}
}

// entered takes what was typed into the open field as Enter would, or says why it
// cannot be kept. An empty field is no answer without Enter.
func (s State) entered(e Event) State {
	if e.Typed == nil {
		return s
	}
	e.Text = *e.Typed
	next := s
	switch {
	case strings.TrimSpace(e.Text) == "":
		s.Unsaved = "it was emptied, and Enter not pressed"
		return s
	case s.Screen == QuestionScreen:
		next, _ = answerQuestion(s, e)
	case s.Screen == SayScreen:
		next, _ = answerSay(s, e)
	case s.Screen == RunSayScreen && s.RunWork.Ask == model.LogNote:
		next, _ = answerRunSay(s, e)
	case s.Screen == RunSayScreen: // leaving says nothing about a task
		s.Unsaved = "Enter was not pressed"
		return s
	}
	if next.Problem != "" {
		s.Unsaved = next.Problem
		return s
	}
	return next
}

// saved takes over what the file says about itself.
func saved(s State, e Event) (State, []Effect) {
	s.Plan.ID, s.Plan.Serial, s.Plan.Created, s.Plan.Updated = e.Plan.ID, e.Plan.Serial, e.Plan.Created, e.Plan.Updated
	s.Plan.Rules = e.Plan.Rules
	s.Refused = nil
	return s, nil
}

// failed shows what went wrong. A save that was refused needs a decision.
func failed(s State, e Event) (State, []Effect) {
	s.Problem, s.Notice, s.Warned = problem(e.Err), "", false
	if e.Text != string(SavePlan) {
		return s, nil
	}
	s.Refused = e.Err
	if s.Screen != LeftScreen && s.Screen != ConflictScreen {
		s.Before, s.Screen = s.Screen, ConflictScreen
	}
	return s, nil
}

// complain says what is wrong with what was typed.
func complain(s State, e Event) (State, []Effect) {
	s.Problem = e.Text
	return s, nil
}

// forget takes back what was said about the last event.
func forget(s State, _ Event) (State, []Effect) {
	s.Notice = ""
	return s, nil
}

const giveUpWarning = "Press Ctrl+C again to discard what is not saved."

// warn says that leaving once more gives up what is not saved.
func warn(s State, _ Event) (State, []Effect) {
	s.Notice, s.Warned = giveUpWarning, true
	return s, nil
}

// stay keeps the wizard open after a last save that was refused: the answers
// would be lost.
func stay(s State, _ Event) (State, []Effect) {
	s.Screen, s.Before = ConflictScreen, BoardScreen
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
