package worksheet

import (
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/judge"
)

// A problem is why something is not taken, and what to do.
type problem struct{ why, do string }

func (p problem) any() bool { return p.why != "" }

// A gathering holds rows against a plan.
type gathering struct {
	plan    *model.Plan
	items   []judge.Item
	today   time.Time
	origins []Origin        // of all rows
	ours    map[string]bool // the tasks of the rows that the plan made
	left    []LeftOut       // of rows that are left out
	order   []string
	found   map[string][]found // by task
}

// A found is what a row says about its task.
type found struct {
	Change
	left    []LeftOut // of its cells
	changed Work      // what its cells say now that were changed
}

// read takes a row, or tells why it is left out.
func (g *gathering) read(row Row) {
	origin, err := readOrigin(row.Origin)
	if err == nil && origin.isOf(g.plan) {
		g.ours[origin.task] = true
	}
	at := slices.IndexFunc(g.items, func(i judge.Item) bool { return i.ID == origin.task })
	if why := g.refused(row, origin, err, at >= 0); why.any() {
		g.left = append(g.left, row.left("", why))
		return
	}
	f := found{Change: Change{Item: g.items[at], Row: row.Place, from: row}, changed: Work{}}
	f.hold(origin, g.today)
	if g.found[row.ID] == nil {
		g.order = append(g.order, row.ID)
	}
	g.found[row.ID] = append(g.found[row.ID], f)
}

// refused says why a whole row is left out.
func (g *gathering) refused(row Row, origin Origin, err error, asked bool) problem {
	switch {
	case row.ID+row.Origin == "":
		return problem{"it has no ID: no task of the plan is meant", "Nothing, if the row is your own. To keep it, write it into the note of a task."}
	case err != nil:
		return problem{err.Error(), "Export the list again, and copy the work on this task into it."}
	case !origin.isOf(g.plan):
		return problem{"the row was made from another plan", "Import it into the plan that it was made from."}
	case origin.task != row.ID:
		return mixedUp
	case !asked && revisionOf(origin.task) == 0:
		return problem{"this program does not know the task", "Use the version of the program that made the list, or a newer one."}
	case !asked:
		return problem{"the plan no longer asks for this task", "Nothing, unless an answer in the plan is wrong."}
	case origin.revision != revisionOf(origin.task):
		return problem{"what must be done has changed since the list was made", "Read the task again, and set its state in the plan or in a new list."}
	case g.moved(row, origin):
		return mixedUp
	}
	return problem{}
}

var mixedUp = problem{"its cells belong to different tasks: some columns were sorted or moved without the others", "Undo that, or export the list again and copy the work into it."}

// originsOf are those of all rows: they know the titles that were written.
func originsOf(rows []Row) (origins []Origin) {
	for _, row := range rows {
		if o, err := readOrigin(row.Origin); err == nil {
			origins = append(origins, o)
		}
	}
	return origins
}

// moved reports whether the title beside the ID was written for another task.
func (g *gathering) moved(row Row, origin Origin) bool {
	title, there := row.beside[taskPart]
	if !there || !origin.tells() || origin.said(taskPart, title) {
		return false
	}
	return slices.ContainsFunc(g.origins, func(o Origin) bool { return o.task != origin.task && o.said(taskPart, title) }) ||
		slices.ContainsFunc(g.items, func(i judge.Item) bool {
			return i.ID != origin.task && plain(taskPart, i.Title) == plain(taskPart, title)
		})
}

// hold finds what the row changes, part by part.
func (f *found) hold(origin Origin, today time.Time) {
	for _, part := range Parts {
		said, there := f.from.Work[part.What]
		if !there || origin.said(part.What, said) || origin.said(part.What, Unguarded(said)) || f.onlyCut(part.What, said) {
			continue
		}
		f.changed[part.What] = said
		change, why := f.part(origin, part.What, said, today)
		if why.any() {
			f.left = append(f.left, f.from.left(part.What, why))
		} else if !origin.said(part.What, change.File) && plain(part.What, change.Plan) != plain(part.What, change.File) {
			f.Parts = append(f.Parts, change)
		}
	}
	f.joinBy()
	f.tellBesides(origin)
}

// onlyCut reports whether a text is what the plan says, cut for a cell.
func (f *found) onlyCut(what diff.ProgressPart, said string) bool {
	short, cut := strings.CutSuffix(said, CutMark)
	return cut && strings.HasPrefix(plain(what, workOf(f.Progress)[what]), plain(what, short))
}

// part is a part that the list changes, or why it cannot.
func (f *found) part(origin Origin, what diff.ProgressPart, said string, today time.Time) (c PartChange, why problem) {
	is := workOf(f.Progress)[what]
	c = PartChange{what, is, said, !origin.said(what, is)}
	switch {
	case f.from.lost[what].any():
		return c, f.from.lost[what]
	case strings.HasSuffix(said, CutMark):
		return c, problem{"the text was cut when the list was made", "Change it in the plan, which has all of it."}
	case model.LooksSecret(said):
		return c, problem{"the text " + model.SecretWords, "Take it out, and say where it is kept instead."}
	case what == diff.StatePart:
		state, known := stateOf(said)
		if !known {
			return c, problem{"there is no state " + quoted(said), "Choose one of these: " + strings.Join(StateLabels(), ", ") + "."}
		}
		c.File = string(state)
	case what == diff.DuePart:
		c.File, why = dueDay(origin, said, today)
	}
	return c, why
}

// joinBy lets who set a state go with the state: in a contradiction, and where
// the state cannot be taken.
func (f *found) joinBy() {
	at := func(what diff.ProgressPart) int {
		return slices.IndexFunc(f.Parts, func(p PartChange) bool { return p.What == what })
	}
	state, by := at(diff.StatePart), at(byPart)
	lost := slices.ContainsFunc(f.left, func(l LeftOut) bool { return l.What == diff.StatePart })
	switch {
	case by < 0:
	case lost:
		f.Parts = slices.Delete(f.Parts, by, by+1)
		f.left = append(f.left, f.from.left(byPart, withoutState))
	case state >= 0:
		f.Parts[by].Conflict = f.Parts[state].Conflict
	}
}

// withoutState says why a name is not taken.
var withoutState = problem{"the state beside it is not taken", "Correct the state, and import the list again."}

// tellBesides tells of cells that people changed and that are not read back.
func (f *found) tellBesides(origin Origin) {
	for _, part := range besides {
		said, there := f.from.beside[part.What]
		if !there || !origin.tells() || origin.said(part.What, said) {
			continue
		}
		f.left = append(f.left, f.from.left(part.What, map[diff.ProgressPart]problem{
			taskPart: {"the title of a task is not read back", "Write it into the note."},
			teamPart: {"the team of a task is not read back", "Write who does it into the column " + AssignedTitle + "."},
			onPart:   {"the day on which a state was set is not read back", "Nothing: the plan notes the day of the import. Write another day into the note."},
		}[part.What]))
	}
}

func quoted(word string) string { return `"` + model.Shorten(model.Clean(word), longestWord) + `"` }

// longestWord is how much is shown of a word that cannot be taken.
const longestWord = 60
