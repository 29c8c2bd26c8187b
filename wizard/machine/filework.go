package machine

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/steps"
)

// FileWork is what the pages on files hold as long as one of them is open: the
// files that are looked at, and what they would change.
type FileWork struct {
	From     Screen         // where somebody was before
	Key      string         // the question that was open there
	Entry    int            // the evidence that is shown in full
	Lost     *Lost          // what undo brings back
	Folder   Folder         // the folder that is shown
	Marked   []string       // the paths of the files to read, in the order of their marks
	Over     Screen         // where a path was asked for
	Typed    string         // the path that was typed
	Begins   bool           // of a collected file, from which a new plan begins
	Chosen   Screen         // where the files were chosen
	Reading  Reading        // what they say
	Addition evidence.Merge // what they would change
	Taken    []string       // the keys of the answers that the files give
}

// Lost is evidence that was taken out of the plan.
type Lost struct {
	Evidence model.Evidence
	Index    int
}

// toFiles goes to the evidence, from any page. What a page of questions holds
// is kept, as on the way to the review.
func toFiles(s State, _ Event) (State, []Effect) {
	work := FileWork{From: s.Screen, Folder: Folder{Path: s.FileWork.Folder.Path}}
	if s.Screen != QuestionScreen {
		s.FileWork = work
		return s.at(EvidenceScreen), nil
	}
	q, _ := s.Question()
	work.Key = q.Key
	s.Plan.Step, s.Draft, s.FileWork = s.stepName(), s.Plan.Clone(), work
	return s.at(EvidenceScreen), []Effect{{Kind: SavePlan, Plan: s.Plan}}
}

// aboutFiles goes to the evidence that a finding is about, if it is about any.
func (s State) aboutFiles(subject string) (State, bool) {
	rest, evidence := strings.CutPrefix(subject, evidenceKey)
	if !evidence {
		return s, false
	}
	next, _ := toFiles(s, Event{})
	for i := range s.Plan.Evidence {
		if rest == entryOf("", i) {
			next.FileWork.Entry = i
			return next.at(FactsScreen), true
		}
	}
	return next, true
}

// fromFiles goes back to where somebody was before, with the answers as they
// are now.
func fromFiles(s State, e Event) (State, []Effect) {
	work := s.FileWork
	s.FileWork = FileWork{Folder: Folder{Path: work.Folder.Path}}
	s.Draft = s.Plan.Clone()
	switch {
	case work.From == QuestionScreen, work.From == ListScreen:
		return s.reopen(work.Key), nil
	case work.From == RuleChangesScreen && len(s.RuleChanges()) == 0:
		return resume(s, e)
	case work.From == "":
		return toBoard(s, e)
	}
	return s.at(work.From), nil
}

// reopen opens the page at the same question. A page that these answers do not
// have any more gives way to the review.
func (s State) reopen(key string) State {
	place := steps.ParsePlace(&s.Plan.Answers, s.Place.String())
	step, _ := steps.Find(s.Place.Step)
	switch {
	case place.Step != s.Place.Step:
		next, _ := toBoard(s, Event{})
		return next
	case step.List != nil && s.Place.Entry == step.List.Len(&s.Plan.Answers):
		s = s.enter(s.Place)
		step.List.Add(&s.Draft) // nothing was answered about it yet
		return s
	}
	s = s.enter(place.On(s.Place.Question))
	if i := slices.IndexFunc(s.Questions(), func(q steps.Question) bool { return q.Key == key }); i >= 0 {
		s.Place.Question = i
	}
	return s
}
