package worksheet

import (
	"cmp"
	"errors"
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/judge"
)

// A Choice is what becomes of a row.
type Choice uint8

// The choices. Without one, a row is taken but for what contradicts the plan.
const (
	takePlain Choice = iota
	TakeAll
	TakeNone
)

// Taken reports whether a part is taken.
func (p PartChange) Taken(c Choice) bool { return c == TakeAll || c == takePlain && !p.Conflict }

// After is the plan with what is taken, and the cells that a plan cannot take.
func (m Merge) After(p model.Plan, choices map[string]Choice, at time.Time) (model.Plan, []LeftOut) {
	var refused []LeftOut
	for _, c := range m.Changes {
		taken := slices.DeleteFunc(slices.Clone(c.Parts), func(part PartChange) bool { return !part.Taken(choices[c.ID]) })
		if len(taken) == 0 {
			continue
		}
		tasks, err := judge.UpdateTask(&p, c.ID, update(taken), at)
		if err == nil {
			p.Tasks = tasks
			continue
		}
		refused = append(refused, c.takeEach(&p, taken, at)...)
	}
	return p, refused
}

// takeEach takes the parts one by one where the plan does not take all of them:
// the state after its note, and with who set it.
func (c Change) takeEach(p *model.Plan, parts []PartChange, at time.Time) (refused []LeftOut) {
	take := func(parts ...PartChange) bool {
		tasks, err := judge.UpdateTask(p, c.ID, update(parts), at)
		if err == nil {
			p.Tasks = tasks
			return true
		}
		refused = append(refused, c.from.left(parts[0].What, problemOf(err)))
		return false
	}
	var status []PartChange
	for _, part := range parts {
		if part.What == diff.StatePart || part.What == byPart {
			status = append(status, part)
		} else {
			take(part)
		}
	}
	switch {
	case len(status) == 1:
		take(status[0])
	case len(status) == 2 && !take(status...):
		refused = refused[:len(refused)-1]
		if take(status[0]) {
			take(status[1])
		} else {
			refused = append(refused, c.from.left(byPart, withoutState))
		}
	}
	return refused
}

// problemOf is why the plan refuses something.
func problemOf(err error) problem {
	var t *judge.TaskError
	if errors.As(err, &t) && t.Hint() != "" {
		return problem{err.Error(), model.Capital(t.Hint()) + "."}
	}
	return problem{err.Error(), "Change the cell, and import the list again."}
}

// update says the parts as a plan takes them.
func update(parts []PartChange) (u judge.TaskUpdate) {
	for _, part := range parts {
		switch text := part.File; part.What {
		case diff.StatePart:
			state := model.TaskState(cmp.Or(text, string(model.Open)))
			u.State = &state
		case byPart:
			u.By = &text
		case diff.OwnerPart:
			u.Owner = &text
		case diff.DuePart:
			u.Due = &text
		case diff.NotePart:
			u.Note = &text
		}
	}
	return u
}
