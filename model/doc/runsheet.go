package doc

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"cmgwizard/model/tasks"
)

// Detail says how much of a checklist is printed.
type Detail string

// The details. The zero Detail is Full.
const (
	Short Detail = "short" // the run sheet alone
	Full  Detail = "full"  // the run sheet and a card for each task
	Annex Detail = "annex" // the same with reasons, contradictions and sources
)

// Details are the words for them.
var Details = model.Terms[Detail]{
	{Value: Short, Label: "The run sheet", Means: "one line a task, job by job"},
	{Value: Full, Label: "The checklist", Means: "the run sheet and a card for each task"},
	{Value: Annex, Label: "Everything", Means: "the checklist with reasons, contradictions and sources"},
}

// SheetOf is a checklist in so much detail.
func SheetOf(c judge.Checklist, d Detail) Sheet {
	if d == Short {
		return NewRunSheet(c)
	}
	return NewSheet(c)
}

// NewRunSheet is the checklist on few pages: what must be decided and confirmed
// first, then one line for each task, job by job in the order of the work.
func NewRunSheet(c judge.Checklist) Sheet {
	s := NewSheet(c)
	return Sheet{
		Title: RunSheetTitle(c.Scope), Name: s.Name, Facts: s.Facts, Verdict: s.Verdict, Standing: s.Standing, Counts: runCounts(c),
		Notice: s.Notice, Scope: s.Scope, Parts: runParts(c), Foot: s.Foot,
	}
}

// RunSheetTitle is the title of the run sheet of so much of a checklist.
func RunSheetTitle(s judge.Scope) string {
	return strings.Replace(ScopeTitle(s), "CMG checklist", "CMG run sheet", 1)
}

// runCounts are the tasks that are left and their hands-on time.
func runCounts(c judge.Checklist) string {
	open, minutes := 0, 0
	for _, w := range jobsOf(c) {
		open += len(w.Open)
		minutes += w.Minutes
	}
	if open == 0 {
		return "Nothing is left to do."
	}
	return fmt.Sprintf("%s to do in %s, %s hands-on (%s) without waits and meetings.",
		model.Capital(model.Counted(open, "task")), model.Counted(openJobs(c), "job"), tasks.About(minutes), tasks.Bases.Label(tasks.Estimated))
}

func openJobs(c judge.Checklist) int {
	n := 0
	for _, w := range jobsOf(c) {
		if !w.Done() {
			n++
		}
	}
	return n
}

// jobsOf are the jobs of what the checklist holds.
func jobsOf(c judge.Checklist) []judge.JobWork {
	var items []judge.Item
	for _, item := range c.Items() {
		items = append(items, item.Item)
	}
	return judge.JobWorks(&c.Plan, items)
}

func runParts(c judge.Checklist) []Part {
	parts := slices.DeleteFunc([]Part{stopsPart(c), decidePart(c), confirmShort(c)}, func(p Part) bool { return p.Groups == nil })
	return append(parts, runPart(c))
}

// mostFirst is how many lines each list has that stands over the run sheet.
const mostFirst = 8

// shortPart is a list of single lines, cut where it is long.
func shortPart(id, title string, entries []Entry) Part {
	if len(entries) == 0 {
		return Part{}
	}
	if over := len(entries) - mostFirst; over > 0 {
		entries = append(slices.Clone(entries[:mostFirst]), Entry{Title: fmt.Sprintf("and %d more: the checklist lists them all", over)})
	}
	return Part{Id: id, Title: title, Groups: []Group{{Id: id + "-list", Entries: entries}}}
}

// stopsPart are the problems that stop the set-up, then the risks.
func stopsPart(c judge.Checklist) Part {
	if c.Scope.Owner != "" {
		return Part{}
	}
	var entries []Entry
	for _, severity := range []model.Severity{model.Blocker, model.Warning} {
		for _, f := range c.Outcome.Findings {
			if f.Severity == severity && f.Outcome == rules.Broken {
				entries = append(entries, Entry{Title: f.Problem, Word: runSeverity[severity], Tone: Slug(f.Outcome)})
			}
		}
	}
	return shortPart("stops", "Stops or endangers the setup", entries)
}

var runSeverity = map[model.Severity]string{model.Blocker: "must be mended first", model.Warning: "a risk"}

// decidePart are the answers that somebody must give first, with a line to write
// on.
func decidePart(c judge.Checklist) Part {
	var entries []Entry
	for _, item := range openOf(c.Outcome.Open, c.Scope.Owner) {
		entries = append(entries, Entry{Title: item.Question, Word: model.Teams.Label(item.Owner) + " " + blankLine, Owner: item.Owner, Pending: true})
	}
	return shortPart("decide", "Decide now", entries)
}

// blankLine is where an answer is written.
const blankLine = "____________"

// confirmShort are the assumptions to look at, a line each.
func confirmShort(c judge.Checklist) Part {
	var entries []Entry
	for _, a := range assume.ToConfirm(assume.List(&c.Plan)) {
		if c.Scope.Owner == "" || a.Owner == c.Scope.Owner {
			entries = append(entries, Entry{Title: a.Said(), Word: model.Teams.Label(a.Owner), Owner: a.Owner, Pending: true})
		}
	}
	return shortPart("confirm", "Confirm these", entries)
}

// The columns of a run sheet, in every format.
const (
	TaskColumn     = "Task"
	AfterColumn    = AfterLabel
	WaitColumn     = WaitLabel
	DueColumn      = DueLabel
	InitialsColumn = "Initials"
)

// runPart is a table: a band for each job, a row for each of its tasks.
func runPart(c judge.Checklist) Part {
	p := Part{Id: "run", Title: "Jobs and tasks, in the order of the work", Listed: true}
	items := map[string]judge.FullItem{}
	for _, item := range c.Items() {
		items[item.ID] = item
	}
	r := newRegister(c)
	for _, w := range jobsOf(c) {
		g := Group{Id: "job-" + w.ID, Title: fmt.Sprintf("%d. %s", w.Number, w.Title), Lead: jobLead(w), Table: true}
		for _, id := range w.Tasks {
			g.Entries = append(g.Entries, runRow(c, items[id], r))
		}
		p.Groups = append(p.Groups, g)
	}
	if p.Groups == nil {
		p.Lead = tasksLead(c)
	}
	return p
}

// jobLead is whose the job is, where it is done and how long it takes.
func jobLead(w judge.JobWork) string {
	lead := []string{model.Teams.Label(w.Team), w.Place}
	switch {
	case w.Done():
		return strings.Join(append(lead, "done"), "; ")
	case w.Minutes > 0:
		lead = append(lead, tasks.ShortSpan(w.Minutes))
	}
	if w.Window == tasks.ChangeWindow {
		lead = append(lead, "window")
	}
	return strings.Join(lead, "; ")
}

// runRow is a task in a line. Its After names those of other jobs that are still
// to be done.
func runRow(c judge.Checklist, item judge.FullItem, r register) Entry {
	return Entry{
		Number: item.Number, Box: boxOf(item.Progress.State), Title: item.Title, Word: stateWord(item.Progress.State), Tone: Slug(item.Progress.State),
		Facts: given(
			r.tasks(AfterLabel, waitsFor(c, item)), plain(WaitLabel, waitOf(item)), plain(noReturn, noReturnWords(item)),
			plain(DueLabel, item.Progress.Due), plain(AssignedLabel, item.Progress.Owner),
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

// noReturn is the label of what cannot be undone.
const noReturn = "No way back"

func noReturnWords(item judge.FullItem) string {
	if item.Change.Return != tasks.Irreversible || !item.Progress.State.Pending() {
		return ""
	}
	if item.Change.OnlyIf != "" {
		return item.Change.OnlyIf
	}
	return "cannot be undone"
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

// Aside are the short remarks of a row of the run sheet: its wait, and that there
// is no way back.
func (e Entry) Aside() string {
	var said []string
	if wait := e.Of(WaitLabel).Text(); wait != "" {
		said = append(said, "wait "+wait)
	}
	if back := e.NoWayBack(); back != "" {
		said = append(said, back)
	}
	return strings.Join(said, "; ")
}

// NoWayBack says that a row cannot be undone, "" if it can.
func (e Entry) NoWayBack() string {
	back := e.Of(noReturn).Text()
	if back == "" {
		return ""
	}
	return strings.ToUpper(noReturn) + ": " + back
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
	if day := e.Of(DueLabel).Text(); day != "" {
		said = append(said, "due "+day)
	}
	for _, text := range []string{e.Aside(), e.Of(AssignedLabel).Text()} {
		if text != "" {
			said = append(said, text)
		}
	}
	text := Joined(e.Title, e.Word)
	if said != nil {
		text += " (" + strings.Join(said, "; ") + ")"
	}
	return text
}
