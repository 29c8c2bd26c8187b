package worksheet

import (
	"cmp"
	"fmt"
	"slices"
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
	Absent  int       // how many tasks of the plan it does not have
}

// A Change is what a row says otherwise than the plan about its task.
type Change struct {
	judge.Item
	Row   int
	Parts []PartChange
	from  Row
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

// A LeftOut is a row or a cell that is not taken, with why and what to do.
type LeftOut struct {
	Row   int               `json:"row"`
	ID    string            `json:"id"` // clean; "" where the row has none
	Why   string            `json:"why"`
	Do    string            `json:"do"`
	Sheet string            `json:"sheet,omitempty"` // of a workbook
	Cell  string            `json:"cell,omitempty"`  // "G12"; "" where the whole row is left out
	What  diff.ProgressPart `json:"what,omitempty"`  // what the cell is about
}

// Place is where it stands: "Tasks!G12", "row 12".
func (l LeftOut) Place() string {
	switch {
	case l.Cell == "" && l.Sheet == "":
		return fmt.Sprintf("row %d", l.Row)
	case l.Cell == "":
		return fmt.Sprintf("%s, row %d", l.Sheet, l.Row)
	case l.Sheet == "":
		return "cell " + l.Cell
	}
	return l.Sheet + "!" + l.Cell
}

// left is a LeftOut of the row, or of the cell of a part of it.
func (r Row) left(what diff.ProgressPart, p problem) LeftOut {
	return LeftOut{Row: r.Place, ID: shownID(r.ID), Why: p.why, Do: p.do, Sheet: r.Sheet, Cell: r.cells[what], What: what}
}

// NewMerge holds the list against the plan as of today. A list of another plan
// is refused whole.
func NewMerge(p *model.Plan, items []judge.Item, l List, today time.Time) (Merge, error) {
	m := Merge{Changes: []Change{}, Left: append([]LeftOut{}, l.Told...), Rows: len(l.Rows)}
	g := gathering{plan: p, items: items, today: today, origins: originsOf(l.Rows), ours: map[string]bool{}, found: map[string][]found{}}
	for _, row := range l.Rows {
		g.read(row)
	}
	if len(g.ours) == 0 {
		return m, noRowOfOurs(l.Rows)
	}
	m.Left = append(m.Left, g.left...)
	for _, id := range g.order {
		m.settle(g.found[id])
	}
	slices.SortStableFunc(m.Left, func(a, b LeftOut) int { return cmp.Or(cmp.Compare(a.Sheet, b.Sheet), a.Row-b.Row) })
	for _, i := range items {
		if !g.ours[i.ID] {
			m.Absent++
		}
	}
	return m, nil
}

// settle takes what the rows of one task say. Of copies counts the one that was
// worked in, or worked in last. Where two say different things, both are told,
// and none is taken.
func (m *Merge) settle(rows []found) {
	var said []found
	for _, f := range rows {
		m.Left = append(m.Left, f.left...)
		if len(f.changed) == 0 || slices.ContainsFunc(said, f.within) {
			continue
		}
		said = append(slices.DeleteFunc(said, func(s found) bool { return s.within(f) }), f)
	}
	if len(said) > 1 {
		for i, f := range said {
			other := said[(i+1)%len(said)].from
			m.Left = append(m.Left, f.from.left("", problem{"the list has this task twice, and both rows were changed: see " + other.left("", problem{}).Place(), "Delete the row that does not count, and import the list again."}))
		}
		return
	}
	for _, f := range said {
		if len(f.Parts) > 0 {
			m.Changes = append(m.Changes, f.Change)
		}
	}
}

// within reports whether another row changes all that this one does.
func (f found) within(other found) bool {
	for what, text := range f.changed {
		if said, too := other.changed[what]; !too || plain(what, said) != plain(what, text) {
			return false
		}
	}
	return true
}

// shownID is what stands for an ID, where it looks like one.
func shownID(id string) string {
	if idForm().MatchString(id) {
		return id
	}
	return ""
}

var idForm = model.Pattern(`^[a-z0-9-]{1,60}$`)

func noRowOfOurs(rows []Row) error {
	if len(originsOf(rows)) > 0 {
		return &FormError{"this list was made from another plan", "give the plan that it was made from"}
	}
	return &FormError{"the list has no row that this program wrote", listHint}
}
