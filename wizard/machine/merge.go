package machine

import (
	"cmp"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/evidence"
	"cmgwizard/steps"
)

// The rows of what files would change, by their text.
const (
	RowKeep = "keep"
	RowDrop = "drop"
	RowTake = "take:" // and the key of the answer
)

// inspected shows what the files say. Answers that the plan does not have are
// taken unless somebody says otherwise or they are only offered, those that it has
// are kept.
func inspected(s State, e Event) (State, []Effect) {
	s.FileWork.Reading, s.FileWork.Chosen = e.Reading, s.Screen
	s.FileWork.Addition = evidence.NewMerge(&s.Plan, e.Reading.Evidence)
	s.FileWork.Taken = nil
	for _, p := range s.FileWork.Addition.Suggestions {
		if p.Fills() {
			s.FileWork.Taken = append(s.FileWork.Taken, p.Key)
		}
	}
	return s.at(MergeScreen), nil
}

// Changes reports whether the plan would be another with what the files say.
func (w FileWork) Changes() bool { return len(w.Addition.New)+len(w.Addition.Suggestions) > 0 }

// Takes reports whether the answer of the files is taken.
func (w FileWork) Takes(key string) bool { return slices.Contains(w.Taken, key) }

// Merged is the plan with what the files say.
func (s State) Merged() model.Plan {
	return assume.Again(evidence.Apply(s.Plan, s.FileWork.Addition, s.FileWork.Taken))
}

// pickMerge takes an answer or leaves it, and keeps or drops everything.
func pickMerge(s State, e Event) (State, []Effect) {
	key, answer := strings.CutPrefix(e.Text, RowTake)
	switch {
	case answer:
		return s.choose(key), nil
	case e.Text == RowKeep && s.FileWork.Changes():
		return s.keep()
	case e.Text == RowDrop:
		return backFromMerge(s, e)
	}
	return s, nil
}

// choose takes the answer of the files, or keeps that of the plan.
func (s State) choose(key string) State {
	s = s.at(MergeScreen)
	s.FileWork.Taken = toggled(s.FileWork.Taken, key)
	return s
}

// keep saves what the files say and goes back to work.
func (s State) keep() (State, []Effect) {
	kept := s.keptWords()
	s.Plan, s.Removed = s.Merged(), nil
	next, _ := fromFiles(s, Event{})
	if next.Screen == QuestionScreen && steps.IsQuick(next.Place.Step) {
		next = next.interview(steps.Quick())
	}
	next.Notice, next.Plan.Step = kept, next.stepName()
	return next, []Effect{{Kind: SavePlan, Plan: next.Plan}}
}

// backFromMerge goes to where the files were chosen. Nothing is kept.
func backFromMerge(s State, _ Event) (State, []Effect) {
	next := s.at(cmp.Or(s.FileWork.Chosen, EvidenceScreen))
	next.Notice = "Nothing of these files is kept."
	return next, nil
}

// keptWords say what is kept of the files.
func (s State) keptWords() string {
	text := "Nothing new is kept of the files."
	if files := FileNames(s.FileWork.Addition.New); len(files) > 0 {
		text = "Kept in the plan: " + SomeOf(files) + "."
	}
	if n := len(s.FileWork.Taken); n > 0 {
		text += " " + model.Counted(n, "answer") + " taken."
	}
	return text
}

// mostNamed is how many files a sentence names.
const mostNamed = 3

// SomeOf names files, or counts them where there are many.
func SomeOf(files []string) string {
	if len(files) > mostNamed {
		return model.Counted(len(files), "file")
	}
	return strings.Join(files, ", ")
}

// FileNames are the files that evidence was read from, each once.
func FileNames(list []model.Evidence) []string {
	var names []string
	seen := map[string]bool{}
	for _, e := range list {
		if key := e.File + " " + e.SHA256; !seen[key] {
			seen[key] = true
			names = append(names, model.Clean(e.File))
		}
	}
	return names
}
