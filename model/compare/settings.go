package compare

import (
	"errors"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/diff"
	"cmgwizard/model/evidence"
	"cmgwizard/model/judge"
)

// errNoAnswer says that a plan has no answer with a key, errTwice that one
// alternative gives an answer twice.
var (
	errNoAnswer = errors.New("this plan has no such answer")
	errTwice    = errors.New("it is there twice")
)

// A SettingError says which answer of an alternative cannot be given, and why.
type SettingError struct {
	Key string
	err error
}

func (e *SettingError) Error() string { return model.Clean(e.Key) + ": " + e.err.Error() }

// Unwrap gives the reason.
func (e *SettingError) Unwrap() error { return e.err }

// Unknown reports whether the plan has no answer with the key at all.
func (e *SettingError) Unknown() bool { return errors.Is(e.err, errNoAnswer) }

// Twice reports whether the alternative gives the answer a second time.
func (e *SettingError) Twice() bool { return errors.Is(e.err, errTwice) }

// with is the plan with other answers, and what is assumed then. The plan itself
// stays as it is.
func with(p model.Plan, settings ...model.Setting) (model.Plan, error) {
	p.Answers = p.Answers.Clone()
	for i, s := range settings {
		field, found := p.Field(s.Key)
		if !found {
			return model.Plan{}, &SettingError{s.Key, errNoAnswer}
		}
		if sets(settings[:i], s.Key) {
			return model.Plan{}, &SettingError{s.Key, errTwice}
		}
		if err := field.Set(field.Spelled(s.Value)); err != nil {
			return model.Plan{}, &SettingError{s.Key, err}
		}
	}
	if len(settings) > 0 {
		p = assume.Again(p)
	}
	return p, nil
}

func sets(settings []model.Setting, key string) bool {
	for _, s := range settings {
		if s.Key == key {
			return true
		}
	}
	return false
}

// A Change is an answer that an alternative gives otherwise than the plan.
type Change struct {
	Key   string `json:"key"`
	About string `json:"about"` // what it is about, in words: an entry, or the question
	Old   string `json:"old"`   // as the plan file writes it, "" while it is not answered
	New   string `json:"new"`

	was, is string // the same as people read it
	asks    bool   // About is the whole question
}

// String tells the change in words.
func (c Change) String() string { return c.short() + " (" + c.before() + ")" }

// before tells what was planned.
func (c Change) before() string {
	switch c.Old {
	case "":
		return "not answered yet"
	case model.Unsure:
		return "not known yet"
	}
	return "planned: " + c.was
}

// manyChanges are so many of one sort that they are told together.
const manyChanges = 4

// tellChanges tells many entries that turn from one thing to another together,
// and everything else one by one.
func tellChanges(changes []Change) []string {
	alike := map[string][]string{}
	for _, c := range changes {
		alike[c.family()] = append(alike[c.family()], c.About)
	}
	var list []string
	for _, c := range changes {
		about := alike[c.family()]
		switch {
		case len(about) < manyChanges:
			list = append(list, c.String())
		case about[0] == c.About:
			list = append(list, c.family()+": "+strings.Join(about, ", "))
		}
	}
	return list
}

// family is what a change is but for the entry that it is about.
func (c Change) family() string {
	if c.asks {
		return c.String()
	}
	return judge.OrNotYet(c.is) + " (" + c.before() + ")"
}

// short leaves out what was planned.
func (c Change) short() string {
	if c.asks {
		return c.About + " " + judge.OrNotYet(c.is)
	}
	return c.About + ": " + judge.OrNotYet(c.is)
}

// changes lists in file order what the other plan answers otherwise. Both have
// the same entries in their lists.
func changes(p *model.Plan, other *model.Plan) []Change {
	list := []Change{}
	for _, a := range diff.Answers(p, other) {
		about, asks := about(p, a)
		was, is := a.Answer.Before, a.Answer.After
		if is.Assumed || was.Assumed && is.Value == "" {
			continue // what is assumed follows from the answers
		}
		list = append(list, Change{a.Key, about, was.Value, is.Value, was.Words(), is.Words(), asks})
	}
	return list
}

// about names an answer as shortly as can be understood. Only some need the
// whole question.
func about(p *model.Plan, a diff.ChangedAnswer) (words string, asks bool) {
	name := evidence.EntryName(p, a.Key)
	switch {
	case a.Key == "site.security":
		return "Security of the site", false
	case strings.HasSuffix(a.Key, "].method"), strings.HasSuffix(a.Key, "].clients"):
		return name, false
	}
	return model.QuestionOf(name, a.Question), true
}
