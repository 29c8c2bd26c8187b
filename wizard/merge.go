package wizard

import (
	"cmp"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// The rows of what files would change, by their text.
const (
	rowKeep = "keep"
	rowDrop = "drop"
	rowTake = "take:" // and the key of the answer
	rowTold = "told:" // to be read: Enter explains it
)

// inspected shows what the files say. Answers that the plan does not have are
// taken unless somebody says otherwise, those that it has are kept.
func inspected(s State, e Event) (State, []Effect) {
	s.Desk.Reading, s.Desk.Chosen = e.Reading, s.Screen
	s.Desk.Addition = evidence.NewMerge(&s.Plan, e.Reading.Evidence)
	s.Desk.Taken = nil
	for _, p := range s.Desk.Addition.Suggestions {
		if !p.Contradicts() {
			s.Desk.Taken = append(s.Desk.Taken, p.Key)
		}
	}
	return s.at(MergeScreen), nil
}

// changes reports whether the plan would be another with what the files say.
func (d Desk) changes() bool { return len(d.Addition.New)+len(d.Addition.Suggestions) > 0 }

// takes reports whether the answer of the files is taken.
func (d Desk) takes(key string) bool { return slices.Contains(d.Taken, key) }

// merged is the plan with what the files say.
func (s State) merged() model.Plan { return evidence.Apply(s.Plan, s.Desk.Addition, s.Desk.Taken) }

// pickMerge takes an answer or leaves it, and keeps or drops everything.
func pickMerge(s State, e Event) (State, []Effect) {
	key, answer := strings.CutPrefix(e.Text, rowTake)
	switch {
	case answer:
		return s.choose(key), nil
	case e.Text == rowKeep && s.Desk.changes():
		return s.keep()
	case e.Text == rowDrop:
		return backFromMerge(s, e)
	}
	return s, nil
}

// choose takes the answer of the files, or keeps that of the plan.
func (s State) choose(key string) State {
	s = s.at(MergeScreen)
	s.Desk.Taken = toggled(s.Desk.Taken, key)
	return s
}

// keep saves what the files say and goes back to work.
func (s State) keep() (State, []Effect) {
	kept := s.keptWords()
	s.Plan, s.Removed = s.merged(), nil
	next, _ := fromFiles(s, Event{})
	next.Notice, next.Plan.Step = kept, next.stepName()
	return next, []Effect{{Kind: SavePlan, Plan: next.Plan}}
}

// backFromMerge goes to where the files were chosen. Nothing is kept.
func backFromMerge(s State, _ Event) (State, []Effect) {
	next := s.at(cmp.Or(s.Desk.Chosen, EvidenceScreen))
	next.Notice = "Nothing of these files is kept."
	return next, nil
}

// keptWords say what is kept of the files.
func (s State) keptWords() string {
	text := "Nothing new is kept of the files."
	if files := fileNames(s.Desk.Addition.New); len(files) > 0 {
		text = "Kept in the plan: " + someOf(files) + "."
	}
	if n := len(s.Desk.Taken); n > 0 {
		text += " " + model.Counted(n, "answer") + " taken."
	}
	return text
}

// mostNamed is how many files a sentence names.
const mostNamed = 3

// someOf names files, or counts them where there are many.
func someOf(files []string) string {
	if len(files) > mostNamed {
		return model.Counted(len(files), "file")
	}
	return strings.Join(files, ", ")
}

// fileNames are the files that evidence was read from, each once.
func fileNames(list []model.Evidence) []string {
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
