package screen

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/model/run"
	"cmgwizard/model/tasks"
	"cmgwizard/wizard/machine"
)

// work is the change window at the moment of the screen.
func (c *Content) work() run.Run {
	if c.ran == nil {
		r := run.New(&c.State.Plan, c.Outcome("").Items, c.State.RunWork.Scope, c.Now)
		c.ran = &r
	}
	return *c.ran
}

// action is a row that does something, with its key before it.
func (c *Content) action(id, key, text string) Row {
	switch {
	case key == "":
		return Row{ID: id, Text: text, Hang: 3}
	case c.Plain:
		return Row{ID: id, Key: key, Text: text + " (" + key + ")"}
	}
	return Row{ID: id, Key: key, Text: c.Look.Strong(key) + "  " + text, Hang: 3}
}

// runRows are what is worked on and what waits, what comes next, what else can be done,
// and then every task in the order of the run sheet.
func (c *Content) runRows() []Row {
	r := c.work()
	rows := c.nextRows(r)
	rows = append(rows, Row{})
	if len(r.Undo(true)) > 0 {
		rows = append(rows, c.action(machine.RowBackOut, "b", "Back out what was done"))
	}
	rows = append(rows, c.takeBackRow()...)
	if len(r.Log) > 0 {
		rows = append(rows, c.action(machine.RowReport, "r", "Write the report for the change record"))
	}
	name := model.Clean(c.State.TaskWork.By)
	if name == "" {
		name = "not entered"
	}
	rows = append(rows, c.action(machine.RowScope, "o", "Which tasks: "+scopeOfRun(r)), c.action(machine.RowName, "a", "Operator: "+name), c.action(machine.RowNote, "n", "Note about the window"), Row{})
	job := ""
	for _, t := range r.Tasks {
		if t.Job.ID != job {
			job = t.Job.ID
			rows = append(rows, Row{Text: c.Look.Title(t.Job.Heading()) + c.Look.Dim("  "+model.Teams.Label(t.Job.Team)), Hang: 2})
		}
		rows = append(rows, Row{ID: machine.RowTask + t.ID, About: t.ID, Text: c.runLine(t), Hang: 8})
	}
	if len(r.Tasks) == 0 {
		rows = append(rows, Row{Text: "No task is in this choice. The key o chooses others."})
	}
	if out := leftOut(r.Out); out != "" {
		rows = append(rows, Row{}, Row{Text: c.Look.Dim("Not listed: " + out + "."), Hang: 2})
	}
	return rows
}

// leftOut says why tasks of the plan are not listed.
func leftOut(o run.LeftOut) string {
	var words []string
	add := func(n int, why string) {
		if n > 0 {
			words = append(words, fmt.Sprintf("%d %s", n, why))
		}
	}
	add(o.Team, "of other teams")
	add(o.Window, "that need no change window")
	add(o.Before, "of earlier jobs")
	add(o.Later, "that come back after the rollout")
	return strings.Join(words, ", ")
}

// takeBackRow takes back the last entry of this sitting, where there is one.
func (c *Content) takeBackRow() []Row {
	e, words, written := c.State.LastWritten()
	if !written {
		return nil
	}
	about := ""
	if t, known := c.work().Task(e.Task); known {
		about = fmt.Sprintf(", task %d", t.Number)
	}
	return []Row{c.action(machine.RowTakeBack, "u", fmt.Sprintf("Undo the last entry: %s%s, %s", words, about, c.clock(e.At)))}
}

// nextRows lead on: to what runs, to waits, and to what can be started.
func (c *Content) nextRows(r run.Run) []Row {
	var rows []Row
	current, running := r.Current()
	if running {
		rows = append(rows, c.action(machine.RowNext, "s", "Go on with "+titleOf(current)+c.Look.Dim("  "+c.standing(current))))
	}
	waits := r.Waits()
	for _, t := range waits {
		rows = append(rows, Row{ID: machine.RowTask + t.ID, About: t.ID, Text: c.Look.Warn(doc.WaitLabel) + "  " + titleOf(t) + c.Look.Dim("  "+waitWords(t)), Hang: 6})
	}
	next, found := r.Next()
	switch {
	case len(waits) > 0 && !running:
		rows = append(rows, c.meanwhile(r, waits[0])...)
	case running:
	case found:
		rows = append(rows, c.action(machine.RowNext, "s", "Next: "+titleOf(next)+c.Look.Dim("  "+estimateOf(next))))
	default:
		rows = append(rows, Row{Text: nothingNext(r)})
	}
	return rows
}

// mostMeanwhile is how many tasks are offered while one waits.
const mostMeanwhile = 3

// meanwhile offers what can start while a task waits, of its team first.
func (c *Content) meanwhile(r run.Run, waits run.Task) []Row {
	list := r.Meanwhile(waits.Owner)
	if len(list) == 0 {
		return []Row{{Text: "Nothing else can be started until it is over."}}
	}
	rows := []Row{{Text: "While you wait:"}}
	for _, t := range list[:min(len(list), mostMeanwhile)] {
		rows = append(rows, Row{ID: machine.RowTask + t.ID, About: t.ID, Text: titleOf(t) + c.Look.Dim("  "+model.Teams.Label(t.Owner)+", "+estimateOf(t)), Hang: 4})
	}
	return rows
}

// nothingNext says why no task comes next.
func nothingNext(r run.Run) string {
	held := r.Held()
	if len(held) == 0 {
		return "Everything that can be done here is done."
	}
	before := r.Before(held[0])
	return fmt.Sprintf("%s waits for %s, which is not done.", titleOf(held[0]), titleOf(before[0]))
}

func titleOf(t run.Task) string { return fmt.Sprintf("%d %s", t.Number, t.Title) }

// scopeOfRun says which tasks are worked through.
func scopeOfRun(r run.Run) string {
	var words []string
	if r.Scope.Owner != "" {
		words = append(words, "the team "+model.Teams.Label(r.Scope.Owner))
	}
	if r.Scope.Window {
		words = append(words, "only what requires a change window")
	}
	for _, j := range tasks.Jobs() {
		if j.ID == r.Scope.From {
			words = append(words, "from \""+j.Title+"\" on")
		}
	}
	if words == nil {
		return "all of the run sheet"
	}
	return strings.Join(words, ", ")
}

// runLine is a task in the list.
func (c *Content) runLine(t run.Task) string {
	text := fmt.Sprintf("%s %2d %s", t.Item.Progress.State.Box(), t.Number, t.Title)
	if standing := c.standing(t); standing != "" {
		return text + "  " + c.standingStyle(t)(standing)
	}
	return text + c.Look.Dim("  "+c.leftWords(t))
}

// leftWords say why a task on which nobody worked is left out, or what it takes.
func (c *Content) leftWords(t run.Task) string {
	before := c.work().Before(t)
	switch state := t.Item.Progress.State; {
	case state == model.Done && t.Item.Progress.By == model.ByAnswer:
		return "done: your answers say so"
	case !state.Pending(), state == model.Blocked:
		return strings.ToLower(model.TaskStates.Label(state))
	case len(before) > 0:
		var numbers []string
		for _, b := range before {
			numbers = append(numbers, strconv.Itoa(b.Number))
		}
		return "waits for " + strings.Join(model.FirstFew(numbers), ", ")
	}
	return estimateOf(t)
}

func (c *Content) standingStyle(t run.Task) Style {
	switch t.Standing {
	case run.Failed:
		return c.Look.Bad
	case run.Done:
		return c.Look.Dim
	}
	return c.Look.Warn
}

// estimateOf is how long a task takes, and its wait.
func estimateOf(t run.Task) string {
	text := "about " + tasks.ShortSpan(t.Change.Takes.InAll())
	if wait := t.Change.Wait.Short(); wait != "" {
		text += ", then wait " + wait
	}
	return text
}

// standing is how a task stands, with its times.
func (c *Content) standing(t run.Task) string {
	minutes := tasks.ShortSpan(run.Minutes(t.Worked))
	switch t.Standing {
	case run.Untouched:
		return ""
	case run.Running:
		return fmt.Sprintf("%s of about %s", minutes, tasks.ShortSpan(t.Change.Takes.InAll()))
	case run.Waiting:
		return waitWords(t)
	case run.Paused:
		return "paused after " + minutes
	case run.Done:
		return "done " + c.clock(t.Ended) + ", " + minutes
	case run.BackingOut:
		return "being backed out, " + minutes
	}
	return t.Label() + " " + c.clock(t.Ended)
}

// waitWords say how much of a wait is over.
func waitWords(t run.Task) string {
	wait, waited := t.Change.Wait, tasks.ShortSpan(run.Minutes(t.Waited))
	switch {
	case t.Left() <= 0:
		return "the wait is over, see whether it worked"
	case t.MayBeOver() && wait.Min > 0:
		return fmt.Sprintf("waiting for %s of %s, worth a look", waited, wait.Short())
	}
	return fmt.Sprintf("waiting for %s of %s", waited, wait.Short())
}

// clock is a time at the clock of this machine, with its day where that is not today, and
// its year where that is another one.
func (c *Content) clock(at time.Time) string {
	at = at.In(c.Now.Location())
	if at.Year() != c.Now.Year() {
		return at.Format("2 Jan 2006 15:04")
	}
	if at.Format(time.DateOnly) != c.Now.Format(time.DateOnly) {
		return at.Format("2 Jan 15:04")
	}
	return at.Format("15:04")
}

// runIntro heads the change window.
func (c *Content) runIntro() (title, text string) {
	r := c.work()
	switch {
	case len(r.Log) == 0:
		return "The change window", "One task after the other, in the order of the run sheet. Start starts the timer of a task; everything you do is saved immediately."
	case r.Window > 1 && r.Rounds != nil && r.Rounds[len(r.Rounds)-1].End < r.Window:
		return "The change window", "A new window: the last entry is of " + c.clock(r.Log[len(r.Log)-1].At) + "."
	}
	text = "Since " + c.clock(r.WindowStart()) + ": " + r.Counts() + "."
	for _, b := range r.Breaks {
		if b.Back {
			text += " " + c.setBack(b)
		}
	}
	return "The change window", text
}

// setBack tells of a clock that was set back, with both days where they differ.
func (c *Content) setBack(b run.Break) string {
	form, zone := "15:04", c.Now.Location()
	from, to := b.From.In(zone), b.To.In(zone)
	if from.Format(time.DateOnly) != to.Format(time.DateOnly) {
		form = "2 Jan 2006 15:04"
	}
	return "The clock was set back from " + from.Format(form) + " to " + to.Format(form) + "; that time is not counted."
}

// RunNotice is what the line above the keys says in a change window.
func (c *Content) RunNotice() string {
	r := c.work()
	for _, t := range r.Waits() {
		if t.ID == c.State.RunWork.Task && c.State.Screen == machine.RunTaskScreen {
			continue
		}
		return fmt.Sprintf("Task %d: %s", t.Number, waitWords(t))
	}
	return ""
}

// runProgress is how far the window is, or the minutes of the task that is shown.
func (c *Content) runProgress() string {
	r := c.work()
	if t, known := r.Task(c.State.RunWork.Task); known && slices.Contains(ofOneTask, c.State.Screen) && t.Standing != run.Untouched {
		return fmt.Sprintf("%s of about %s", tasks.ShortSpan(run.Minutes(t.Worked)), tasks.ShortSpan(t.Change.Takes.InAll()))
	}
	items := make([]judge.Item, len(r.Tasks))
	for i, t := range r.Tasks {
		items[i] = t.Item
	}
	return doc.ToDoWords(items, "")
}

// ofOneTask are the screens on which the minutes of a task count.
var ofOneTask = []machine.Screen{machine.RunTaskScreen, machine.TroubleScreen, machine.PasteScreen, machine.RunPathScreen, machine.DiagnosisScreen}

// runHints are the keys of a change window.
func (c *Content) runHints(row Row) []string {
	switch c.State.Screen {
	case machine.RunSayScreen:
		hints := []string{"enter keep", "esc back", "F1 help"}
		if c.State.RunWork.Ask != "" {
			hints = append(hints, "ctrl+j new line")
		}
		return append(hints, "ctrl+c leave")
	case machine.PasteScreen:
		return []string{"ctrl+d read", "esc back", "F1 help", "ctrl+c leave"}
	case machine.RunPathScreen:
		return []string{"enter read", "esc back", "F1 help", "ctrl+c leave"}
	}
	if c.State.TakesLines() {
		return []string{c.runEnterHint(row), "paste: log lines", "esc back", "F1 help", "up/down move", "ctrl+c save, leave"}
	}
	hints := []string{c.runEnterHint(row)}
	switch c.State.Screen {
	case machine.RunTaskScreen:
		hints = append(hints, c.taskHints()...)
	case machine.BackOutScreen:
		if c.BackOutCursor() != "" {
			hints = append(hints, "s next")
		}
	}
	return append(hints, "esc back", "F1 help", "e explain", "up/down move", "ctrl+c save, leave")
}

// taskHints are the keys of what can be said about the task that is shown.
func (c *Content) taskHints() []string {
	t, item, known := c.shownTask()
	var hints []string
	add := func(when bool, hint string) {
		if when {
			hints = append(hints, hint)
		}
	}
	working := t.Standing == run.Running || t.Standing == run.Waiting || t.Standing == run.BackingOut
	add(!working, "s start")
	add(working, "d done")
	add(working, "f failed")
	add(t.Standing == run.Running && t.Change.Wait.Max > 0, "w wait")
	add(known && len(item.Commands) > 0 && !c.State.RunWork.Back, "c copy")
	add(known && len(item.Commands) > 0 && !c.State.RunWork.Back, "v show alone")
	add(true, "t tasks")
	return hints
}

// runEnterHint says what Enter does on a row of a change window.
func (c *Content) runEnterHint(row Row) string {
	switch {
	case strings.HasPrefix(row.ID, machine.RowStep):
		return "enter " + c.markHint(row)
	case strings.HasPrefix(row.ID, machine.RowCommand), strings.HasPrefix(row.ID, machine.RowLink):
		return "enter copy"
	case strings.HasPrefix(row.ID, machine.RowTask):
		return "enter open"
	case strings.HasPrefix(row.ID, RowToRead) && c.About(row) != "":
		return "enter explain"
	case strings.HasPrefix(row.ID, RowToRead):
		return "down read on"
	}
	return "enter choose"
}

// stepHint says what becomes of the tick of a step.
func (c *Content) stepHint(place string) string {
	if fmt.Sprint(c.State.RunWork.Step-1) == place {
		return "untick"
	}
	return "tick"
}
