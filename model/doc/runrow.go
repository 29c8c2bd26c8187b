package doc

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

// jobLead is whose the job is, where it is done and how long it takes.
func jobLead(w judge.JobWork) string {
	lead := []string{model.Teams.Label(w.Team), w.Place}
	switch {
	case w.Done():
		return lead[0] + "; done"
	case w.Minutes > 0:
		lead = append(lead, tasks.ShortSpan(w.Minutes))
	}
	if allInWindow(w) {
		lead = append(lead, inWindow)
	}
	return strings.Join(lead, "; ")
}

// inWindow marks what belongs in a change window: a job, or those of its tasks that do.
const inWindow = "window"

// allInWindow reports whether each task of the job that is left wants a window.
func allInWindow(w judge.JobWork) bool { return len(w.InWindow) > 0 && len(w.InWindow) == len(w.Open) }

// runRow is a task in a line. Its After names those of other jobs that are still
// to be done.
func runRow(c judge.Checklist, w judge.JobWork, item judge.FullItem, r register) Entry {
	window := ""
	if slices.Contains(w.InWindow, item.ID) && !allInWindow(w) {
		window = inWindow
	}
	return Entry{
		Number: item.Number, Box: boxOf(item.Progress.State), Title: item.Title, Word: stateWord(item.Progress.State), Tone: Slug(item.Progress.State),
		Facts: Given(
			r.tasks(AfterLabel, waitsFor(c, item)), Plain(WaitLabel, waitOf(item)), Plain(WindowLabel, window), Plain(noReturn, noReturnWords(item)),
			Plain(dueLabel, item.Progress.Due), Plain(earliest, fromDay(c, item.ID)), Plain(AssignedLabel, item.Progress.Owner),
		),
		Owner: item.Owner, Phase: item.Phase, Pending: item.Progress.State.Pending(),
	}
}

// waitOf is how long a task that is to be done waits.
func waitOf(item judge.FullItem) string {
	if !item.Progress.State.Pending() {
		return ""
	}
	return item.Change.Wait.Short()
}

// waitsFor are the tasks of other jobs before an item that are not settled.
func waitsFor(c judge.Checklist, item judge.FullItem) []string {
	var ids []string
	if !item.Progress.State.Pending() {
		return nil
	}
	before := map[string][]string{}
	for _, other := range c.Outcome.Items {
		before[other.ID] = other.After
	}
	for _, other := range c.Outcome.Items {
		if slices.Contains(item.After, other.ID) && other.Progress.State.Pending() && tasks.JobOf(other.ID) != tasks.JobOf(item.ID) && !implied(item.After, other.ID, before) {
			ids = append(ids, other.ID)
		}
	}
	return ids
}

// implied reports whether a task comes before another of some tasks: then it need
// not be named.
func implied(list []string, id string, before map[string][]string) bool {
	return slices.ContainsFunc(list, func(other string) bool { return other != id && comesBefore(id, other, before, map[string]bool{}) })
}

// comesBefore reports whether one task is before another, however far.
func comesBefore(id, other string, before map[string][]string, seen map[string]bool) bool {
	if seen[other] {
		return false
	}
	seen[other] = true
	return slices.Contains(before[other], id) || slices.ContainsFunc(before[other], func(next string) bool { return comesBefore(id, next, before, seen) })
}

// noReturn is the label of what cannot be undone, always that it is so in any case.
const (
	noReturn = "Point of no return"
	always   = "always"
)

func noReturnWords(item judge.FullItem) string {
	if item.Change.Return != tasks.Irreversible || !item.Progress.State.Pending() {
		return ""
	}
	if item.Change.OnlyIf != "" {
		return item.Change.OnlyIf
	}
	return always
}

// Of gives the fact with a label, an empty one for none.
func (e Entry) Of(label string) Fact {
	for _, f := range e.Facts {
		if f.Label == label {
			return f
		}
	}
	return Fact{}
}

// Aside are the short remarks of a row of the run sheet: its wait, that it belongs in
// a window, and that there is no way back.
func (e Entry) Aside() string {
	var said []string
	if wait := e.Of(WaitLabel).Text(); wait != "" {
		said = append(said, "wait "+wait)
	}
	for _, mark := range []string{e.Of(WindowLabel).Text(), e.NoWayBack()} {
		if mark != "" {
			said = append(said, mark)
		}
	}
	return strings.Join(said, "; ")
}

// Day is by when a task is due, else the earliest day on which it can begin.
func (e Entry) Day() string { return cmp.Or(e.Of(dueLabel).Text(), e.Of(earliest).Text()) }

// NoWayBack says that a row cannot be undone, "" if it can.
func (e Entry) NoWayBack() string {
	switch back := e.Of(noReturn).Text(); back {
	case "":
		return ""
	case always:
		return strings.ToUpper(noReturn)
	default:
		return strings.ToUpper(noReturn) + " if " + back
	}
}

// Numbers are the numbers of the tasks of a fact: "3, 4".
func (f Fact) Numbers() string {
	words := make([]string, len(f.Tasks))
	for i, n := range f.Tasks {
		words[i] = fmt.Sprint(n)
	}
	return strings.Join(words, ", ")
}

// Row is the row of a run sheet in one text: the title, how the task stands, and
// what to know about it.
func (e Entry) Row() string {
	var said []string
	if after := e.Of(AfterLabel); len(after.Tasks) > 0 {
		said = append(said, "after "+after.Numbers())
	}
	day := e.Day()
	if e.Of(dueLabel).Text() != "" {
		day = "due " + day
	}
	for _, text := range []string{day, e.Aside(), e.Of(AssignedLabel).Text()} {
		if text != "" {
			said = append(said, text)
		}
	}
	text := e.Title
	if e.Box != TickedBox { // a tick says that it is done
		text = Joined(e.Title, e.Word)
	}
	if said != nil {
		text += " (" + strings.Join(said, "; ") + ")"
	}
	return text
}

// runColumns are those of the run sheet in a workbook.
var runColumns = []Column{
	{Title: "No.", Width: 5}, {Title: TaskColumn, Width: 60}, {Title: "Team", Width: 18}, {Title: "Where", Width: 50},
	{Title: StateLabel, Width: 13}, {Title: AfterColumn, Width: 14}, {Title: WaitColumn, Width: 16}, {Title: "To know", Width: 34},
	{Title: DueColumn, Width: 11}, {Title: InitialsColumn, Width: 10},
}

// RunGrid is the run sheet, one row a task, below a row for each job.
func RunGrid(c judge.Checklist) Grid {
	g := Grid{Name: "Run sheet to print", Columns: runColumns, Held: 2}
	items, r := itemsOf(c), newRegister(c)
	for _, w := range jobsOf(c) {
		g.Rows = append(g.Rows, []Cell{{}, {Text: w.Heading(), Kind: HeadingCell}})
		for _, id := range w.Tasks {
			e := runRow(c, w, items[id], r)
			g.Rows = append(g.Rows, []Cell{
				numbered(e.Number), Texted(e.Title), Texted(model.Teams.Label(w.Team)), Texted(w.Place), Texted(e.Word), Texted(e.Of(AfterLabel).Numbers()),
				Texted(e.Of(WaitLabel).Text()), Texted(JoinedWith("; ", e.Of(earliest).Text(), e.Of(WindowLabel).Text(), e.NoWayBack())), Dayed(e.Of(dueLabel).Text()), {},
			})
		}
	}
	return g
}
