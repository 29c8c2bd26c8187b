package doc

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

// implementationPart are the jobs in order, with what can be done at any time and
// what requires a change window.
func implementationPart(c judge.Checklist, left remainder) Part {
	p := Part{Id: "implementation", Title: "Implementation plan", Lead: JoinedWith(" ", "Job by job; the checklist has the steps of each task.", laterWords(c))}
	t := Table{Heads: []string{"Job", "Team", "Outside the window", "In the change window", "Hands-on"}}
	dated := len(c.Schedule.Days) > 0
	if dated {
		t.Heads = append(t.Heads, earliest)
	}
	for _, w := range left.works {
		var outside, inside []string
		for _, item := range left.of(w) {
			switch item.Change.Window {
			case tasks.ChangeWindow:
				inside = append(inside, titleWithReturn(item))
			case tasks.OfficeHours:
				outside = append(outside, titleWithReturn(item, "office hours"))
			default:
				outside = append(outside, titleWithReturn(item))
			}
		}
		row := []string{w.Heading(), model.Teams.Label(w.Team), strings.Join(outside, "; "), strings.Join(inside, "; "), tasks.ShortSpan(w.Minutes)}
		if dated {
			row = append(row, strings.TrimPrefix(fromDay(c, w.Open...), "from "))
		}
		t.Rows = append(t.Rows, row)
	}
	if t.Rows != nil {
		p.Groups = []Group{{Id: "implementation-table", Table: t}}
	}
	return p
}

// laterWords name what comes back after the rollout.
func laterWords(c judge.Checklist) string {
	later := laterOf(c)
	if later == nil {
		return ""
	}
	return "Not part of this change: the later renewals (" + newRegister(c).tasks("", later).TaskList() + ")."
}

// laterOf are the tasks that are left of jobs that come back after the rollout.
func laterOf(c judge.Checklist) []string {
	var later []string
	for _, w := range jobsOf(c) {
		if w.Recurring {
			later = append(later, w.Open...)
		}
	}
	return later
}

// titleWithReturn is a task with a mark where there is no way back.
func titleWithReturn(item judge.FullItem, said ...string) string {
	if noReturnWords(item) != "" {
		said = append(said, strings.ToLower(noReturn))
	}
	if said == nil {
		return taskTitle(item)
	}
	return taskTitle(item) + " (" + strings.Join(said, "; ") + ")"
}

// testPart are the proofs of the tasks that are left, job by job, with what to do
// where one fails.
func testPart(c judge.Checklist, left remainder) Part {
	p := Part{
		Id: "test", Title: "Test plan",
		Lead: "How to tell that each task is done. A test has failed if it has not passed within the time in parentheses (mostly our estimate). Preparation that changes nothing is not listed.",
	}
	for _, w := range left.works {
		g := Group{Id: "test-" + w.ID, Title: w.Heading()}
		var undone []judge.FullItem
		for _, item := range left.of(w) {
			if !prepares(item) {
				g.Entries = append(g.Entries, Entry{Title: testTitle(item), Said: item.Proof})
			}
			if backOut(item) != "" {
				undone = append(undone, item)
			}
		}
		if g.Entries != nil {
			g.Lead = ifItFails(left, w, undone)
			p.Groups = append(p.Groups, g)
		}
	}
	return p
}

// prepares reports whether a task only looks, decides or arranges before the work
// begins.
func prepares(item judge.FullItem) bool {
	return item.Phase == "planning" && strings.HasPrefix(item.Change.Impact.Text, "None") && item.Change.Return == tasks.Reversible
}

// testTitle is a task with the time that its test may take to come out well.
func testTitle(item judge.FullItem) string {
	if wait := item.Change.Wait.Span(); wait != "" {
		return taskTitle(item) + " (allow " + wait + ")"
	}
	return taskTitle(item)
}

// ifItFails is what to do when a test of a job fails: what must not begin, and what
// to take back, the last first.
func ifItFails(left remainder, w judge.JobWork, undone []judge.FullItem) string {
	var hold, undo string
	if waiting := left.waitingFor(w); waiting != "" {
		hold = "If a test fails, hold " + waiting + "."
	}
	if len(undone) > 0 {
		f := Fact{}
		for _, item := range slices.Backward(undone) {
			f.Tasks = append(f.Tasks, item.Number)
		}
		undo = "To back out, undo " + f.InSentence() + "."
	}
	return tasks.Joined(hold, undo)
}

// waitingFor are the jobs that wait for one: "jobs 21 and 22".
func (r remainder) waitingFor(w judge.JobWork) string {
	var numbers []string
	for _, other := range r.works {
		if slices.Contains(other.After, w.ID) {
			numbers = append(numbers, fmt.Sprint(other.Number))
		}
	}
	switch len(numbers) {
	case 0:
		return ""
	case 1:
		return "job " + numbers[0]
	}
	return "jobs " + model.AndList(numbers)
}

// backOutPart is when to go back, then the way back, the last task first.
func backOutPart(c judge.Checklist, left remainder) Part {
	open := slices.Clone(left.open)
	slices.Reverse(open)
	p := Part{Id: "back-out", Title: "Back-out plan", Groups: []Group{triggers(left)}}
	if way := listedTasks(open, "way-back", "Back-out steps", backOut); way.Entries != nil {
		way.Lead = "In reverse order. Tasks that are not listed have nothing to undo."
		p.Groups = append(p.Groups, way)
	}
	return p
}

// backOut is how to take a task back, "" where there is nothing to take back.
func backOut(item judge.FullItem) string {
	if strings.HasPrefix(item.Change.Undo.Text, strings.TrimSuffix(tasks.NothingToUndo, ".")) {
		return ""
	}
	return item.Change.WayBack()
}

// triggers say when to stop and go back. No document has them: they are a rule of
// thumb for any change, with the numbers of this one.
func triggers(left remainder) Group {
	g := Group{Id: "triggers", Title: "When to stop and back out", Lead: "A rule of thumb (our estimate); your own process comes first."}
	add := func(title, word string) { g.Entries = append(g.Entries, Entry{Title: title, Word: word}) }
	add("A test fails", "Stop, and begin no job that waits for this one. Keep fixing only while the time left in the window exceeds the time used so far, including waits. After that, back out.")
	add("More is noticed than planned", "If internal clients or servers show an effect that is not under Impact, back out the last task, even if its own test passed.")
	if f := left.numbers(func(c tasks.Change) bool { return c.Return == tasks.Irreversible }); f.Tasks != nil {
		add("A point of no return", "Before "+f.InSentence()+", decide as described under Approvals. After that, fix and continue unless users are cut off: backing out leaves the items listed under each task.")
	}
	if f := left.numbers(func(c tasks.Change) bool { return c.Return == tasks.PartlyReversible }); f.Tasks != nil {
		add("Leftovers", model.Capital(f.InSentence())+" can be undone, but leave the items listed under each task. Read them before the task begins.")
	}
	return g
}

// timesPart are the hands-on time, the waits and the windows.
func timesPart(c judge.Checklist, left remainder) Part {
	entries := []Entry{
		{Title: "Hands-on time", Word: fmt.Sprintf("%s (%s), not counting meetings and lead times", tasks.About(left.minutes), tasks.Bases.Label(tasks.Estimated))},
		{Title: "Waits", Word: left.waits()},
		{Title: "Change window", Word: left.window()},
	}
	entries = append(append(entries, scheduleEntries(c, left)...), windowDays(c, left)...)
	return Part{Id: "times", Title: "Times", Groups: []Group{{Id: "times-list", Entries: entries}}}
}
