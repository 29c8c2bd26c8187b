package doc

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"cmgwizard/model/tasks"
)

const changeTitle = "CMG change request"

// NewChangeRequest is what a change manager asks for. It is always about the whole
// plan, and about the work that is left.
func NewChangeRequest(c judge.Checklist) Sheet {
	schedule := c.Schedule
	c = judge.NewChecklist(c.Plan, c.Date)
	c.Schedule = schedule
	left := leftOf(c)
	s := headOf(c)
	s.Title, s.Foot = changeTitle, changeTitle
	s.Parts = []Part{
		descriptionPart(c), reasonPart(), affectedPart(c, left), impactPart(left), riskPart(c, left), implementationPart(c, left),
		testPart(left), backOutPart(left), timesPart(c, left), {Id: "approvals", Title: "Approvals", Signers: approvers},
	}
	return s
}

// approvers are who signs a change.
var approvers = []string{"Requested by", "Approved by", "Approved for security by"}

func descriptionPart(c judge.Checklist) Part {
	g := Group{Id: "description-list"}
	for _, d := range c.Decisions {
		g.Entries = append(g.Entries, Entry{Title: d.Title, Word: d.Choice})
	}
	return Part{
		Id: "description", Title: "Description", Groups: []Group{g},
		Lead: "Set up a cloud management gateway (CMG), so that Configuration Manager clients on the internet reach their site, as decided here.",
	}
}

func reasonPart() Part {
	return Part{
		Id: "reason", Title: "Reason",
		Lead: "Without a CMG, devices that are on the internet get policy, software and updates only when they are on the internal network or on VPN. The decision record says why this way was chosen.",
	}
}

// affectedPart is who and what the change reaches.
func affectedPart(c judge.Checklist, left remainder) Part {
	var entries []Entry
	for i, d := range c.Plan.Devices {
		number := "number not known"
		if n, given := d.Count.Value(); given {
			number = fmt.Sprintf("about %d", n)
		}
		entries = append(entries, Entry{Title: deviceName(d, i), Word: number})
	}
	for _, p := range c.Outcome.Points {
		entries = append(entries, Entry{Title: "Management point", Word: p.Host})
	}
	for _, p := range c.Plan.ConnectionPoints {
		entries = append(entries, Entry{Title: "CMG connection point", Word: p.Host})
	}
	var teams []string
	for _, item := range left.open {
		if label := model.Teams.Label(item.Owner); !slices.Contains(teams, label) {
			teams = append(teams, label)
		}
	}
	if teams != nil {
		entries = append(entries, Entry{Title: "Teams", Word: strings.Join(teams, ", ")})
	}
	return Part{Id: "affected", Title: "Affected", Groups: []Group{{Id: "affected-list", Entries: entries}}}
}

// impactPart tells what each task that is left does: to users, clients and servers,
// and what it costs or who gets which rights where nobody notices anything.
func impactPart(left remainder) Part {
	p := listedTasks(left.open, "impact", "Impact", func(i judge.FullItem) string {
		if strings.HasPrefix(i.Change.Impact.Text, "None") && i.Change.Live == "" {
			return ""
		}
		return i.Change.Notice()
	})
	p.Lead = "What users, clients and servers notice, what it costs, and who gets new rights. Tasks that are not listed have no effect."
	return p
}

// riskPart are the findings of the rules, and what cannot be taken back.
func riskPart(c judge.Checklist, left remainder) Part {
	g := Group{Id: "risk-list"}
	for _, s := range model.SeverityTitles {
		for _, f := range c.Outcome.Findings {
			if f.Severity == s.Value && f.Told() {
				g.Entries = append(g.Entries, Entry{Title: f.Problem, Word: model.Severities.Label(f.Severity) + ", " + findingWords.Label(f.Shown()),
					Tone: Slug(rules.OutcomeWord(f.Shown())), Facts: given(plain(FixLabel, f.Fix))})
			}
		}
	}
	for _, item := range left.open {
		if back := noReturnWords(item); back != "" {
			g.Entries = append(g.Entries, Entry{Title: taskTitle(item), Word: strings.ToLower(noReturn) + ": " + back, Facts: given(plain("", item.Change.WayBack()))})
		}
	}
	p := Part{Id: "risk", Title: "Risk", Lead: VerdictSentence(&c.Plan, c.Outcome) + "."}
	if g.Entries != nil {
		p.Groups = []Group{g}
	}
	return p
}

// implementationPart are the jobs with their tasks in order.
func implementationPart(c judge.Checklist, left remainder) Part {
	p := Part{Id: "implementation", Title: "Implementation plan", Lead: "Job by job; the checklist has the steps of each task."}
	t := Table{Heads: []string{"Job", "Team", "Tasks", "Hands-on", "When"}}
	for _, w := range jobsOf(c) {
		if w.Done() {
			continue
		}
		var titles []string
		for _, item := range left.open {
			if slices.Contains(w.Open, item.ID) {
				titles = append(titles, titleWithReturn(item))
			}
		}
		t.Rows = append(t.Rows, []string{jobTitle(w), model.Teams.Label(w.Team), strings.Join(titles, "; "), tasks.ShortSpan(w.Minutes), joined("; ", tasks.Windows.Label(w.Window), fromDay(c, w.Open...))})
	}
	if t.Rows != nil {
		p.Groups = []Group{{Id: "implementation-table", Table: t}}
	}
	return p
}

// titleWithReturn is a task with a mark where there is no way back.
func titleWithReturn(item judge.FullItem) string {
	if noReturnWords(item) == "" {
		return taskTitle(item)
	}
	return taskTitle(item) + " (" + strings.ToLower(noReturn) + ")"
}

// testPart are the proofs of the tasks that are left.
func testPart(left remainder) Part {
	p := Part{Id: "test", Title: "Test plan", Lead: "How one can tell that each task is done."}
	g := Group{Id: "test-list"}
	for _, item := range left.open {
		g.Entries = append(g.Entries, Entry{Title: taskTitle(item), Facts: given(Rich("", item.Proof))})
	}
	if g.Entries != nil {
		p.Groups = []Group{g}
	}
	return p
}

// backOutPart is the way back, the last task first.
func backOutPart(left remainder) Part {
	open := slices.Clone(left.open)
	slices.Reverse(open)
	p := listedTasks(open, "back-out", "Back-out plan", func(i judge.FullItem) string { return wayBack(i.Change) })
	p.Lead = "In reverse order. Tasks that are not listed have nothing to undo."
	return p
}

// timesPart are the hands-on time, the waits and the windows.
func timesPart(c judge.Checklist, left remainder) Part {
	entries := []Entry{
		{Title: "Hands-on time", Word: fmt.Sprintf("%s (%s), without meetings and lead times", tasks.About(left.minutes), tasks.Bases.Label(tasks.Estimated))},
		{Title: "Waits", Word: left.waits()},
		{Title: "Change window", Word: left.window()},
	}
	entries = append(append(entries, windowDays(c, left)...), scheduleEntries(c, left)...)
	return Part{Id: "times", Title: "Times", Groups: []Group{{Id: "times-list", Entries: entries}}}
}

func taskTitle(item judge.FullItem) string { return fmt.Sprintf("%d. %s", item.Number, item.Title) }

// listedTasks are those of which something is told.
func listedTasks(items []judge.FullItem, id, title string, told func(judge.FullItem) string) Part {
	g := Group{Id: id + "-list"}
	for _, item := range items {
		if text := told(item); text != "" {
			g.Entries = append(g.Entries, Entry{Title: taskTitle(item), Facts: []Fact{plain("", text)}})
		}
	}
	p := Part{Id: id, Title: title}
	if g.Entries != nil {
		p.Groups = []Group{g}
	}
	return p
}
