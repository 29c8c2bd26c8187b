// Package steps says what we ask: the pages of the wizard, in order, with the
// reason for every question and the place where its answer is found. What the
// answers mean is the business of package model.
package steps

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
)

// A Step is a page of questions. A page over a list has an entry form: its
// questions are asked once for each entry.
type Step struct {
	ID    string
	Title string
	Why   string
	Shown func(a *model.Answers) bool                        // nil: always
	Ask   func(a *model.Answers) []Question                  // the questions of the page itself
	List  *List                                              // the list that the page edits, nil for none
	Form  func(a *model.Answers, entry int) []Question       // the questions of one entry
	Recap func(a *model.Answers, entry int) (string, string) // an entry in a line: name, and what is said about it
}

// A Question is one answer that is asked for. Its words, its form and the team
// that can answer it are those of the field that Key names.
type Question struct {
	Key      string
	Why      string // why it is asked
	Where    string // where to find the answer: a console path, a command
	Example  string // for text and numbers
	Note     string // what is possible here, worked out from earlier answers
	Best     string // the recommended word, "" for none
	Options  []model.Word
	Optional bool                    // an empty line leaves it out
	Check    func(text string) error // what a person may type, where the file takes more and a rule judges it

	Ask      string   // its words, where they are not those of the field
	Default  string   // what Enter takes where nothing is answered yet
	Proposal string   // what Tab takes while nothing is typed
	Suggest  []string // what is offered while something is typed
	Several  bool     // several of the options, with commas between them
	Alone    string   // the option that goes with no other
	Rows     []Row    // the question is a table: its answer has the cells of each row

	// Now and Put are the answer as one text, where it is not the field of the
	// key alone: "" as long as nobody gave it.
	Now  func(a *model.Answers) string
	Put  func(a *model.Answers, text string) error
	Said func(a *model.Answers) string // what was understood, nil: nothing to say
	Also []string                      // further keys that its answer writes
}

// A Row is an entry in the table of a question.
type Row struct {
	Name  string
	Cells []Cell
}

// A Cell is one answer in a row.
type Cell struct {
	Title    string
	Options  []model.Word // none: a number is typed
	Now      string
	Best     string // the recommended word, "" for none
	Note     string // why it is
	Optional bool
}

// Between the rows and the cells of a table's answer stand these.
const (
	RowBreak  = "\n"
	CellBreak = "\t"
)

// Answer is what stands as the answer: "" for nothing.
func (q Question) Answer(a *model.Answers) string {
	if q.Now != nil {
		return q.Now(a)
	}
	f, ok := a.Field(q.Key)
	if !ok {
		return ""
	}
	return f.Text()
}

// Keys are the keys that the answer writes.
func (q Question) Keys() []string { return append([]string{q.Key}, q.Also...) }

// Answered reports whether somebody gave the answer: what the program assumed is
// none.
func (q Question) Answered(a *model.Answers) bool {
	if q.Now != nil {
		return q.Now(a) != ""
	}
	f, ok := a.Field(q.Key)
	return ok && f.Given() && !f.Assumed()
}

// Together refuses several words of which one goes with no other.
func (q Question) Together(text string) error {
	chosen := words(text)
	for _, w := range chosen {
		switch {
		case len(chosen) == 1:
		case w == model.Unsure:
			return errors.New("\"I do not know yet\" cannot be combined with another choice")
		case w == q.Alone:
			i := slices.IndexFunc(q.Options, func(o model.Word) bool { return o.Value == w })
			return fmt.Errorf("%q cannot be combined with another choice", q.Options[i].Label)
		}
	}
	return nil
}

// A List is what a page over a list adds to and takes from.
type List struct {
	Key  string // "devices"
	Noun string // "kind of device"
	Len  func(a *model.Answers) int
	Add  func(a *model.Answers)
	Cut  func(a *model.Answers, entry int)
}

// All lists the pages: this is the table of contents.
func All() []Step {
	return []Step{site, devices, methods, entra, pki, tokens, managementPoints, modes, gateway, options, connectionPoints, clientSettings}
}

// Path lists the pages that these answers make matter.
func Path(a *model.Answers) []Step {
	return slices.DeleteFunc(All(), func(s Step) bool { return s.Shown != nil && !s.Shown(a) })
}

// Find gives the page with this ID.
func Find(id string) (Step, bool) {
	all := append(All(), Quick()...)
	i := slices.IndexFunc(all, func(s Step) bool { return s.ID == id })
	if i < 0 {
		return Step{}, false
	}
	return all[i], true
}

// Questions lists what the page asks: of one entry of its list, or of itself
// where entry is negative.
func (s Step) Questions(a *model.Answers, entry int) []Question {
	switch {
	case entry >= 0 && s.Form != nil && entry < s.List.Len(a):
		return s.Form(a, entry)
	case entry < 0 && s.Ask != nil:
		return s.Ask(a)
	}
	return nil
}

// Every lists all questions of the page: those of each entry of its list too.
func (s Step) Every(a *model.Answers) []Question {
	questions := s.Questions(a, -1)
	if s.List != nil {
		for i := range s.List.Len(a) {
			questions = append(questions, s.Questions(a, i)...)
		}
	}
	return questions
}

// Asked is the set of keys that these answers make matter.
func Asked(a *model.Answers) map[string]bool {
	keys := map[string]bool{}
	for _, step := range Path(a) {
		for _, q := range step.Every(a) {
			for _, key := range q.Keys() {
				keys[key] = true
			}
		}
	}
	return keys
}

// settled reports whether No is filled in already, and nobody said it. What other
// answers rule out is left out only then: without the value it would stay open.
func settled(a *model.Answers, key string) bool {
	f, found := a.Field(key)
	return found && f.Assumed() && f.Text() == string(model.No)
}

// Words are the choices of the question, without "I do not know yet".
func (q Question) Words(f model.Field) []model.Word {
	if q.Options != nil {
		return q.Options
	}
	return f.Words()
}

// NoLongerAsked lists the answers that a change of earlier ones has made
// pointless. They stay in the plan.
func NoLongerAsked(before, after *model.Answers) []string {
	was, now := Asked(before), Asked(after)
	var keys []string
	for _, f := range after.Fields() {
		if was[f.Key] && !now[f.Key] && f.Given() {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

func key(format string, entry int) string {
	return strings.ReplaceAll(format, "#", fmt.Sprint(entry))
}
