package steps

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
)

// A Place is where the administrator is: a page, the entry of its list whose
// form is open (negative: none), and the question.
type Place struct {
	Step     string
	Entry    int
	Question int
}

// At is the start of a page.
func At(step string) Place { return Place{Step: step, Entry: -1} }

// On is the same page at another question.
func (p Place) On(question int) Place {
	p.Question = question
	return p
}

// Last is where somebody lands who comes back to the page: its last question,
// or its list.
func (s Step) Last(a *model.Answers) Place {
	return At(s.ID).On(max(len(s.Questions(a, -1))-1, 0))
}

// String writes the place as the plan keeps it: "devices" or "devices[1]".
func (p Place) String() string {
	if p.Entry < 0 {
		return p.Step
	}
	return fmt.Sprintf("%s[%d]", p.Step, p.Entry)
}

// ParsePlace reads what String wrote. A place that these answers do not have
// becomes the nearest one that they do: its page, or the first.
func ParsePlace(a *model.Answers, text string) Place {
	id, rest, inList := strings.Cut(text, "[")
	place := At(id)
	path := Way(a, id)
	i := slices.IndexFunc(path, func(s Step) bool { return s.ID == id })
	if i < 0 {
		return At(path[0].ID)
	}
	if _, err := fmt.Sscanf(rest, "%d]", &place.Entry); !inList || err != nil || place.Entry < 0 || path[i].List == nil || place.Entry >= path[i].List.Len(a) {
		place.Entry = -1
	}
	return place
}

// Locate finds where the answer with this key is asked. A key that stands for
// a whole table leads to the page that asks for it.
func Locate(a *model.Answers, key string) (Place, bool) {
	for _, step := range Path(a) {
		if place, ok := step.locate(a, key); ok {
			return place, true
		}
	}
	for _, step := range Path(a) {
		if step.about(a, key) {
			return At(step.ID), true
		}
	}
	return Place{}, false
}

func (s Step) locate(a *model.Answers, key string) (Place, bool) {
	last := -1
	if s.List != nil {
		last = s.List.Len(a) - 1
	}
	for entry := -1; entry <= last; entry++ {
		for i, q := range s.Questions(a, entry) {
			if slices.Contains(q.Keys(), key) {
				return Place{s.ID, entry, i}, true
			}
		}
	}
	return Place{}, false
}

func (s Step) about(a *model.Answers, key string) bool {
	if s.List != nil && strings.HasPrefix(key, s.List.Key) {
		return true
	}
	return slices.ContainsFunc(s.Every(a), func(q Question) bool { return strings.HasPrefix(q.Key, key+".") })
}

// Neighbour gives the page before (-1) or after (+1) this one; false at the ends.
func Neighbour(a *model.Answers, step string, by int) (Step, bool) {
	path := Way(a, step)
	i := slices.IndexFunc(path, func(s Step) bool { return s.ID == step }) + by
	if i < 0 || i >= len(path) {
		return Step{}, false
	}
	return path[i], true
}

// Way lists the pages among which a page stands: those of the quick round, or of
// the full interview.
func Way(a *model.Answers, id string) []Step {
	if IsQuick(id) {
		return Quick()
	}
	return Path(a)
}
