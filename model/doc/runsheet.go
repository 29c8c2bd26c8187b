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
	{Value: Short, Label: "The run sheet", Means: "one line per task, job by job"},
	{Value: Full, Label: "The checklist", Means: "the run sheet and a card for each task"},
	{Value: Annex, Label: "Everything", Means: "the checklist with reasons, contradictions and sources"},
}

// newRunSheet is the checklist on few pages: what must be decided and confirmed
// first, then one line for each task, job by job in the order of the work.
func newRunSheet(c judge.Checklist) Sheet {
	s := headOf(c)
	s.Title, s.Facts, s.Counts, s.Detail = runSheetTitle(c.Scope), runFacts(s.Facts), runCounts(c), Short
	s.Parts = append(firstParts(c), runPart(c, false))
	return s
}

// runFacts leave out what the title says, and what only a program asks for.
func runFacts(facts []Fact) []Fact {
	return slices.DeleteFunc(slices.Clone(facts), func(f Fact) bool { return f.Label == planLabel || f.Label == planIDLabel })
}

// runSheetTitle is the title of the run sheet of so much of a checklist.
func runSheetTitle(s judge.Scope) string {
	return strings.Replace(ScopeTitle(s), "CMG checklist", "CMG run sheet", 1)
}

// runCounts are the tasks that are left and their hands-on time.
func runCounts(c judge.Checklist) string {
	left, later := leftOf(c), laterOf(c)
	if left.open == nil && later == nil {
		return "Nothing is left to do."
	}
	said := "Tasks: " + ToDoWords(ofTeam(c), "")
	if later != nil {
		said += fmt.Sprintf(", %d of them after the rollout (renewals)", len(later))
	}
	if left.open == nil {
		return said + "."
	}
	return fmt.Sprintf("%s. %s, %s of hands-on work (%s), not counting waits and meetings.",
		said, model.Counted(len(left.works), "job"), tasks.About(left.minutes), tasks.Bases.Label(tasks.Estimated))
}

// jobsOf are the jobs of what the checklist holds, with the numbers that they
// have in the whole of it.
func jobsOf(c judge.Checklist) []judge.JobWork {
	items := itemsOf(c)
	var works []judge.JobWork
	for _, w := range judge.JobWorks(&c.Plan, c.Outcome.Items) {
		w.Tasks = slices.DeleteFunc(w.Tasks, func(id string) bool { return items[id].ID == "" })
		if len(w.Tasks) > 0 {
			works = append(works, w)
		}
	}
	return works
}

// firstParts are what must be settled before the work, a line each.
func firstParts(c judge.Checklist) []Part {
	return slices.DeleteFunc([]Part{stopsPart(c), decidePart(c), confirmShort(c)}, func(p Part) bool { return p.Groups == nil })
}

// mostFirst is how many lines each list has that stands over the run sheet.
const mostFirst = 8

// shortPart is a list of single lines, cut where it is long.
func shortPart(id, title string, entries []Entry) Part {
	if len(entries) == 0 {
		return Part{}
	}
	if over := len(entries) - mostFirst; over > 0 {
		entries = append(slices.Clone(entries[:mostFirst]), Entry{Title: fmt.Sprintf("%d more; see the full checklist", over)})
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

var runSeverity = map[model.Severity]string{model.Blocker: "fix this first", model.Warning: "a risk"}

// decidePart are the answers that somebody must give first, with a line to write
// on.
func decidePart(c judge.Checklist) Part {
	var entries []Entry
	for _, item := range openOf(c.Outcome.Open, c.Scope.Owner) {
		entries = append(entries, Entry{Title: model.Teams.Label(item.Owner), Word: item.Question + " " + blankLine, Owner: item.Owner, Pending: true})
	}
	return shortPart("decide", "Decide now", entries)
}

// blankLine is where an answer is written.
const blankLine = "________"

// confirmShort are the assumptions to look at, a line each.
func confirmShort(c judge.Checklist) Part {
	var entries []Entry
	for _, a := range assume.ToConfirm(assume.List(&c.Plan)) {
		if c.Scope.Owner == "" || a.Owner == c.Scope.Owner {
			entries = append(entries, Entry{Title: model.Teams.Label(a.Owner), Word: a.Said(), Owner: a.Owner, Pending: true})
		}
	}
	return shortPart("confirm", "Confirm these", entries)
}

// The columns of a run sheet, in every format.
const (
	TaskColumn     = "Task"
	AfterColumn    = AfterLabel
	WaitColumn     = WaitLabel
	DueColumn      = dueLabel
	InitialsColumn = "Initials"
)

// runPart is a table: a band for each job, a row for each of its tasks. With
// cards, those of its tasks that have one lead there.
func runPart(c judge.Checklist, cards bool) Part {
	p := Part{Id: "run", Title: "Jobs and tasks, in the order of the work", Listed: true, Lead: scheduleLead(c)}
	items, r := itemsOf(c), newRegister(c)
	for _, w := range jobsOf(c) {
		g := Group{Id: "job-" + w.ID, Title: w.Heading(), Lead: jobLead(w), Job: w.Number}
		for _, id := range w.Tasks {
			e := runRow(c, w, items[id], r)
			if e.Carded = cards && !ByAnswer(items[id]); !e.Carded {
				e.Work = r[id].work
			}
			g.Entries = append(g.Entries, e)
		}
		p.Groups = append(p.Groups, g)
	}
	if p.Groups == nil {
		p.Lead = tasksLead(c)
	}
	return p
}

// itemsOf are the tasks of the checklist by ID.
func itemsOf(c judge.Checklist) map[string]judge.FullItem {
	items := map[string]judge.FullItem{}
	for _, item := range c.Items() {
		items[item.ID] = item
	}
	return items
}
