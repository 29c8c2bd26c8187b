package worksheet

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/judge"
)

// A Merge is what a list would change in a plan.
type Merge struct {
	Changes []Change
	Left    []LeftOut // what is told and not taken
	Rows    int       // how many rows the list has
}

// A Change is what a row says otherwise than the plan about its task.
type Change struct {
	judge.Item
	Row   int
	Parts []PartChange
}

// Contradicts reports whether the plan says something new as well.
func (c Change) Contradicts() bool {
	return slices.ContainsFunc(c.Parts, func(p PartChange) bool { return p.Conflict })
}

// A PartChange is what the plan and the list say about a part of a task. It is a
// conflict where both changed since the list was written.
type PartChange struct {
	What     diff.ProgressPart `json:"what"`
	Plan     string            `json:"plan"`
	File     string            `json:"file"`
	Conflict bool              `json:"conflict"`
}

// A LeftOut is a row that is not taken, with why.
type LeftOut struct {
	Row int    `json:"row"`
	ID  string `json:"id"` // clean; "" where the row has none
	Why string `json:"why"`
}

// NewMerge holds the rows against the plan as of today. A list of another plan
// is refused whole.
func NewMerge(p *model.Plan, items []judge.Item, rows []Row, today time.Time) (Merge, error) {
	m := Merge{Changes: []Change{}, Left: []LeftOut{}, Rows: len(rows)}
	ours, seen := 0, map[string]bool{}
	for _, row := range rows {
		c, why := m.change(p, items, row, today)
		origin, err := readOrigin(row.Origin)
		if err == nil && origin.isOf(p) {
			ours++
		}
		switch {
		case why != "":
		case seen[c.ID]:
			why = "the list has this task twice: the first row counts"
		case len(c.Parts) > 0:
			m.Changes = append(m.Changes, c)
		}
		if why != "" {
			m.Left = append(m.Left, LeftOut{row.Place, shownID(row.ID), why})
		}
		seen[c.ID] = true
	}
	if ours == 0 {
		return m, noRowOfOurs(rows)
	}
	return m, nil
}

// shownID is what stands for an ID, where it looks like one.
func shownID(id string) string {
	if idForm().MatchString(id) {
		return id
	}
	return ""
}

var idForm = model.Pattern(`^[a-z0-9-]{1,60}$`)

// longestWord is how much is shown of a word that cannot be taken.
const longestWord = 60

func noRowOfOurs(rows []Row) error {
	for _, row := range rows {
		if _, err := readOrigin(row.Origin); err == nil {
			return &FormError{"this list was made from another plan", "give the plan that it was made from"}
		}
	}
	return &FormError{"the list has no row that this program wrote", listHint}
}

// change finds what a row changes, or why it is left out.
func (m Merge) change(p *model.Plan, items []judge.Item, row Row, today time.Time) (Change, string) {
	origin, err := readOrigin(row.Origin)
	at := slices.IndexFunc(items, func(i judge.Item) bool { return i.ID == origin.task })
	switch {
	case err != nil:
		return Change{}, err.Error()
	case !origin.isOf(p):
		return Change{}, "the row was made from another plan"
	case origin.task != row.ID:
		return Change{}, "its ID is not the one it was written with: some columns were sorted without the others"
	case at < 0 && revisionOf(origin.task) == 0:
		return Change{}, "this program knows no such task"
	case at < 0:
		return Change{}, "the plan does not ask for this task any more"
	case origin.revision != revisionOf(origin.task):
		return Change{}, "the task has changed since the list was written: look at it again"
	}
	c := Change{Item: items[at], Row: row.Place}
	for _, part := range Parts {
		said, there := row.Work[part.What]
		if !there || origin.said(part.What, said) || origin.said(part.What, Unguarded(said)) {
			continue
		}
		if model.LooksSecret(said) {
			return c, "a text of it " + model.SecretWords
		}
		change, why := newPart(origin, c.Item, part.What, said, today)
		if why != "" {
			return c, why
		}
		if !origin.said(part.What, change.File) && plain(part.What, change.Plan) != plain(part.What, change.File) {
			c.Parts = append(c.Parts, change)
		}
	}
	c.joinBy()
	return c, ""
}

// newPart is a part that the list changes.
func newPart(origin Origin, i judge.Item, what diff.ProgressPart, said string, today time.Time) (c PartChange, why string) {
	is := workOf(i.Progress)[what]
	c = PartChange{what, is, said, !origin.said(what, is)}
	switch what {
	case diff.StatePart:
		state, known := stateOf(said)
		if !known {
			return c, fmt.Sprintf("there is no state %q: take one of the list", model.Shorten(model.Clean(said), longestWord))
		}
		c.File = string(state)
	case diff.DuePart:
		c.File, why = dueDay(origin, said, today)
	}
	return c, why
}

// joinBy lets who set a state go with the state.
func (c *Change) joinBy() {
	state, by := -1, -1
	for i, part := range c.Parts {
		switch part.What {
		case diff.StatePart:
			state = i
		case By:
			by = i
		}
	}
	if state >= 0 && by >= 0 {
		c.Parts[by].Conflict = c.Parts[state].Conflict
	}
}

// dueDay is a day however a program for sheets wrote it. What may be two days
// is none, unless one of them is the day that was there before.
func dueDay(origin Origin, said string, today time.Time) (day, why string) {
	text := strings.TrimSpace(said)
	for _, midnight := range []string{" 00:00:00", " 0:00:00", " 00:00", " 0:00"} {
		text = strings.TrimSuffix(text, midnight)
	}
	if text == "" {
		return "", ""
	}
	for _, layout := range []string{"1/2/2006", "2/1/2006", "1-2-2006", "2-1-2006", "2006/1/2", "1/2/06", "2/1/06", "2.1.06"} {
		if d, err := time.Parse(layout, text); err == nil && origin.said(diff.DuePart, model.DayOf(d)) {
			return model.DayOf(d), ""
		}
	}
	if d, err := time.Parse("2006/1/2", text); err == nil {
		return model.DayOf(d), ""
	}
	// A day without a year is another one by the day on which it is read.
	one, err := judge.ParseDay(text, today)
	other, _ := judge.ParseDay(text, today.AddDate(1, 0, 1))
	if err != nil || one != other {
		return "", fmt.Sprintf("which day is %q? Write it as 2026-12-04", model.Shorten(model.Clean(said), longestWord))
	}
	return one, ""
}

// A Choice is what becomes of a row.
type Choice uint8

// The choices. Without one, a row is taken but for what contradicts the plan.
const (
	TakePlain Choice = iota
	TakeAll
	TakeNone
)

// Taken reports whether a part is taken.
func (p PartChange) Taken(c Choice) bool { return c == TakeAll || c == TakePlain && !p.Conflict }

// After is the plan with what is taken, and the rows that a plan cannot take.
func (m Merge) After(p model.Plan, choices map[string]Choice, at time.Time) (model.Plan, []LeftOut) {
	var refused []LeftOut
	for _, c := range m.Changes {
		update, any := c.update(choices[c.ID])
		if !any {
			continue
		}
		tasks, err := judge.UpdateTask(&p, c.ID, update, at)
		if err != nil {
			refused = append(refused, LeftOut{c.Row, c.ID, err.Error()})
			continue
		}
		p.Tasks = tasks
	}
	return p, refused
}

// update is what a choice takes of the row.
func (c Change) update(choice Choice) (u judge.TaskUpdate, any bool) {
	for _, part := range c.Parts {
		if !part.Taken(choice) {
			continue
		}
		any = true
		switch text := &part.File; part.What {
		case diff.StatePart:
			state := model.TaskState(cmp.Or(*text, string(model.Open)))
			u.State = &state
		case By:
			u.By = text
		case diff.OwnerPart:
			u.Owner = text
		case diff.DuePart:
			u.Due = text
		case diff.NotePart:
			u.Note = text
		}
	}
	return u, any
}
