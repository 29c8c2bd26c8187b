package machine

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

// ask asks for a reason, a note or, for "", who is at the keyboard.
func (s State) ask(what model.LogWhat, from Screen) State {
	s.RunWork.Ask, s.RunWork.From, s.RunWork.Then, s.RunWork.Reason = what, from, "", ""
	return s.at(RunSayScreen)
}

// askThen asks for a reason and goes on from there.
func (s State) askThen(what model.LogWhat, then Screen, reason string) State {
	from := s.Screen
	s = s.ask(what, from)
	s.RunWork.Then, s.RunWork.Reason = then, reason
	return s
}

// RunSaidNow is what stands in the open form.
func (s State) RunSaidNow() string {
	if s.RunWork.Ask == "" {
		return s.TaskWork.By
	}
	return s.RunWork.Reason
}

// answerRunSay keeps what was typed.
func answerRunSay(s State, e Event) (State, []Effect) {
	if s.RunWork.Ask == "" {
		return s.named(e)
	}
	if s.RunWork.Task == "" && s.RunWork.Ask == model.LogNote {
		return s.noteWindow(e)
	}
	next, effects := s.write(s.RunWork.Ask, e.Text, e.At)
	if next.Problem != "" {
		return next, effects
	}
	switch {
	case s.RunWork.Then != "":
		next, _ = next.at(s.RunWork.Then).keepPlace()
	case s.RunWork.Ask == model.LogSkipped:
		next, _ = next.toNext(e.At)
		next.Notice = joinWords("Skipped. It stays open in the plan.", next.Notice)
	default:
		next, _ = next.at(s.RunWork.From).keepPlace()
		next.Notice = "Kept."
	}
	return next, []Effect{{Kind: SavePlan, Plan: next.Plan}}
}

// noteWindow keeps a note that is about no task.
func (s State) noteWindow(e Event) (State, []Effect) {
	note := strings.TrimSpace(model.CleanLines(e.Text))
	switch {
	case note == "":
		return s.at(s.RunWork.From), nil
	case model.LooksSecret(note):
		s.Problem, s.Notice = "the note "+model.SecretWords, ""
		return s, nil
	case len(s.Plan.Log) >= model.MostLogged || len(note) > model.MaxText:
		s.Problem, s.Notice = "there is no room for this note in the plan: make it shorter", ""
		return s, nil
	}
	entry := model.LogEntry{What: model.LogNote, At: model.Fixed(e.At), By: s.TaskWork.By, Note: note}
	plan := s.Plan
	plan.Log = append(plan.Log[:len(plan.Log):len(plan.Log)], entry)
	s = s.wrote(plan).at(s.RunWork.From)
	s.Notice = "Kept."
	return s.keepPlace()
}

// named takes the name of who is at the keyboard; empty is nobody in particular.
func (s State) named(e Event) (State, []Effect) {
	name, done := strings.TrimSpace(model.Clean(e.Text)), model.Done
	for _, item := range judge.Plan(s.Plan).Items[:1] { // the same check as with a state
		if _, err := judge.UpdateTask(&s.Plan, item.ID, judge.TaskUpdate{State: &done, By: &name}, e.At); err != nil {
			s.Problem, s.Notice = problem(err), ""
			return s, nil
		}
	}
	s.TaskWork.By, s.RunWork.Named = name, true
	if s.RunWork.Then == NoReturnScreen {
		s = s.at(RunTaskScreen)
		return s.begin(e)
	}
	return s.at(s.RunWork.From), nil
}

func backFromRunSay(s State, _ Event) (State, []Effect) { return s.at(s.RunWork.From), nil }

// TakesLines reports whether whatever is typed or pasted is taken as lines of a log: a
// paste must never choose anything here.
func (s State) TakesLines() bool { return s.Screen == TroubleScreen || s.Screen == DiagnosisScreen }

// pickTrouble takes a row of what to do where a task, or its back-out, did not work.
func pickTrouble(s State, e Event) (State, []Effect) {
	switch e.Text {
	case RowPaste:
		return s.at(PasteScreen), nil
	case RowPath:
		return s.at(RunPathScreen), nil
	case RowFailed:
		then := RunScreen
		if s.RunWork.Back {
			then = BackOutScreen
		}
		return s.askThen(model.LogFailed, then, s.RunWork.Reason), nil
	case RowBackOut:
		return s.askThen(model.LogFailed, BackOutScreen, s.RunWork.Reason), nil
	}
	return s.at(RunTaskScreen), nil
}

// answerPaste has pasted lines judged.
func answerPaste(s State, e Event) (State, []Effect) {
	if strings.TrimSpace(e.Text) == "" {
		s.Problem, s.Notice = "paste the lines of the log around the error, or go back and choose a file", ""
		return s, nil
	}
	s.Notice, s.Problem = "Reading", ""
	return s, []Effect{{Kind: InspectText, Text: e.Text, Plan: s.Plan}}
}

// answerRunPath has a file judged.
func answerRunPath(s State, e Event) (State, []Effect) {
	path := unquoted(e.Text)
	switch {
	case path == "":
		s.Problem, s.Notice = "type the path of a log, or of a folder with logs", ""
		return s, nil
	case model.LooksSecret(path):
		s.Problem, s.Notice = errSecret.Error(), ""
		return s, nil
	}
	s.Notice, s.Problem = "Reading", ""
	return s, []Effect{{Kind: InspectFiles, Paths: []string{path}, Plan: s.Plan}}
}

// diagnosed shows what lines or a file say, with what it means for this task first.
func diagnosed(s State, e Event) (State, []Effect) {
	s.RunWork.Reading = e.Reading
	found := s.Findings()
	s.RunWork.Reason = ""
	if len(found) > 0 {
		s.RunWork.Reason = whatHappened(found[0])
	}
	return s.at(DiagnosisScreen), nil
}

// longestReason is how much of a remark is proposed as the reason of a failure.
const longestReason = 300

// whatHappened is what of a remark says what happened: the line of the log that it
// quotes, else its first sentence. What follows from it is advice, and no reason.
func whatHappened(r model.Remark) string {
	if r.Line != "" {
		return "The log says: " + model.Shorten(r.Line, longestReason)
	}
	sentence, _, _ := strings.Cut(r.Text, ". ")
	return model.Shorten(sentence, longestReason)
}

// Findings are what stands against something in the lines that were read: what this task
// or its neighbors mend comes first, then the worst.
func (s State) Findings() []model.Remark {
	var list []model.Remark
	for _, f := range s.RunWork.Reading.Files {
		list = append(list, f.Remarks...)
	}
	list = append(list, s.RunWork.Reading.Remarks...)
	list = slices.DeleteFunc(list, func(r model.Remark) bool { return r.Severity == "" })
	slices.SortStableFunc(list, func(a, b model.Remark) int { return s.far(a) - s.far(b) })
	return list
}

// far is how far a remark is from the task that is worked on: 0 where the task mends it, 1
// where one of its job or one before it does.
func (s State) far(r model.Remark) int {
	item, _ := s.Item(s.RunWork.Task)
	far := 2
	for _, c := range r.Causes {
		switch {
		case c.Task == "":
		case c.Task == item.ID:
			return 0
		case tasks.JobOf(c.Task) == tasks.JobOf(item.ID) || slices.Contains(item.After, c.Task):
			far = 1
		}
	}
	return far
}

// pickDiagnosis follows what was found: to another task, to the reason, or back.
func pickDiagnosis(s State, e Event) (State, []Effect) {
	if id, task := strings.CutPrefix(e.Text, RowTask); task {
		if _, listed := s.Item(id); !listed {
			return s, nil
		}
		return s.open(id, e.At)
	}
	if e.Text == RowTryAgain {
		return s.at(RunTaskScreen), nil
	}
	return pickTrouble(s, e)
}
