package doc

import (
	"cmp"
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
// plan, and about the work that is left. What comes back after the rollout is a
// change of its own.
func NewChangeRequest(c judge.Checklist) Sheet {
	schedule := c.Schedule
	c = judge.NewChecklist(c.Plan, c.Date)
	c.Schedule = schedule
	left := leftOf(c)
	s := headOf(c)
	s.Title, s.Foot = changeTitle, changeTitle
	s.Parts = []Part{
		descriptionPart(c), reasonPart(), affectedPart(c, left), impactPart(left), riskPart(c), implementationPart(c, left),
		testPart(c, left), backOutPart(c, left), timesPart(c, left), approvalsPart(c, left),
	}
	return s
}

func descriptionPart(c judge.Checklist) Part {
	g := Group{Id: "description-list"}
	for _, d := range judge.SiteDecisions(&c.Plan) {
		g.Entries = append(g.Entries, Entry{Title: d.Title, Word: chosen(d)})
	}
	return Part{
		Id: "description", Title: "Description", Groups: []Group{g},
		Lead: "Set up a cloud management gateway (CMG), so that Configuration Manager clients on the internet reach their site, as decided here.",
	}
}

func reasonPart() Part {
	return Part{
		Id: "reason", Title: "Reason",
		Lead: "Without a CMG, devices that are on the internet get policy, software and updates only when they are on the internal network or on VPN. The decision record says why this approach was chosen.",
	}
}

// affectedPart is who and what the change reaches.
func affectedPart(c judge.Checklist, left remainder) Part {
	p := Part{Id: "affected", Title: "Affected systems and users", Groups: methodsPart(c).Groups}
	g := Group{Id: "affected-list"}
	add := func(title string, names []string) {
		if names != nil {
			g.Entries = append(g.Entries, Entry{Title: title, Word: strings.Join(names, ", ")})
		}
	}
	var inside, points, connections, teams []string
	for i, d := range c.Plan.Devices {
		if d.Internet == model.No {
			inside = append(inside, deviceName(d, i))
		}
	}
	for _, p := range c.Outcome.Points {
		points = append(points, decidedHost(p.Host))
	}
	for _, p := range c.Plan.ConnectionPoints {
		connections = append(connections, decidedHost(p.Host))
	}
	for _, item := range left.open {
		if label := model.Teams.Label(item.Owner); !slices.Contains(teams, label) {
			teams = append(teams, label)
		}
	}
	add("Devices on the internal network only", inside)
	add("Management points", points)
	add("CMG connection points", connections)
	add("Teams", teams)
	p.Groups = append(p.Groups, g)
	return p
}

// decidedHost is the name of a server, as far as anybody has decided on one.
func decidedHost(host string) string {
	if !model.Known(host) {
		return "not decided yet"
	}
	return host
}

// impactPart tells what each task that is left does to users, clients and servers.
// What it costs and who may do more because of it stands where it is approved.
func impactPart(left remainder) Part {
	down := listedTasks(left.open, "downtime", "Planned downtime", downtime)
	down.Lead = "What restarts, is reconfigured, or is unavailable. No other task states an interruption."
	if down.Entries == nil {
		down.Lead = "No task states an interruption."
	}
	felt := listedTasks(left.open, "noticed", "What users and clients notice", func(i judge.FullItem) string {
		if quiet(i.Change) {
			return ""
		}
		return noticed(i.Change)
	})
	unfelt := listedTasks(left.open, "unnoticed", "What users do not notice", func(i judge.FullItem) string {
		if !quiet(i.Change) || strings.HasPrefix(i.Change.Impact.Text, "None") && i.Change.Live == "" || i.Change.Live == "" && firstSentence(i.Change.Impact.Text) == i.Change.Impact.Text {
			return ""
		}
		return noticed(i.Change)
	})
	p := Part{Id: "impact", Title: "Impact", Lead: "Costs and rights are under Approvals. Tasks that are not listed change nothing that anybody notices.", Groups: []Group{down}}
	for _, g := range []Group{felt, unfelt} {
		if g.Entries != nil {
			p.Groups = append(p.Groups, g)
		}
	}
	return p
}

// downtime is what is away, and how long it takes until all is well again.
func downtime(i judge.FullItem) string {
	if i.Change.Down == "" {
		return ""
	}
	said := i.Change.Stated(i.Change.Down)
	if i.Change.Wait.Max > 0 {
		said = tasks.Joined(said, "Takes full effect after "+i.Change.Wait.Words()+".")
	}
	return said
}

func noticed(c tasks.Change) string { return tasks.Joined(c.Stated(c.Impact.Text), c.Live) }

// riskPart are the findings of the rules, and what stands against the version of
// the site and its updates until its task is done.
func riskPart(c judge.Checklist) Part {
	p := Part{Id: "risk", Title: "Risk", Lead: "No rule speaks against this plan. What the work itself risks is under Impact, and under Points of no return in Approvals."}
	t := Table{Heads: []string{"Risk", "What happens then", "Severity", "Likelihood", fixLabel}}
	var means []string
	for _, s := range model.SeverityTitles {
		before := len(t.Rows)
		for _, f := range c.Outcome.Findings {
			if f.Severity == s.Value && (f.Told() || ofLevel(f)) {
				t.Rows = append(t.Rows, []string{f.Problem, rules.Find(f.Rule).Why, model.Severities.Label(f.Severity), likelihood(c, f), f.Fix})
			}
		}
		if len(t.Rows) > before {
			means = append(means, model.Severities.Label(s.Value)+": "+strings.ToLower(lead(s.Value)[:1])+lead(s.Value)[1:])
		}
	}
	if t.Rows != nil {
		p.Lead = "Severity and likelihood are estimates of cmgwizard, from the answers of the plan and the documents behind its rules; nobody looked at the site. A risk that a task of this change solves is not in the counts above. Points of no return are under Approvals. " + strings.Join(means, " ")
		p.Groups = []Group{{Id: "risk-table", Table: t}}
	}
	return p
}

// likelihood says of a finding whether it is so. Nobody counted how often it is.
func likelihood(c judge.Checklist, f rules.Finding) string {
	if f.Outcome == rules.Planned {
		return model.Capital(f.Detail) + ". " + taskNamed(c, f.Task) + " solves it"
	}
	if f.Shown() == rules.Broken {
		return "Certain, based on the plan's answers"
	}
	if owner := ownerOf(&c.Plan, f); owner != "" {
		return "Not known: the " + Team(owner) + " must say"
	}
	return "Not known"
}

// taskNamed is a task by its number, by its ID where it is not in the checklist.
func taskNamed(c judge.Checklist, id string) string {
	for _, i := range c.Items() {
		if i.ID == id {
			return fmt.Sprintf("Task %d", i.Number)
		}
	}
	return "The task " + id
}

// approvalsPart is what those who sign agree to.
func approvalsPart(c judge.Checklist, left remainder) Part {
	p := Part{Id: "approvals", Title: "Approvals", Signers: []string{"Requested by", "Approved by", "Approved for security by"}}
	for _, open := range []Part{decidePart(c), confirmShort(c)} {
		for _, g := range open.Groups {
			g.Id, g.Title = "before-"+g.Id, "Before the start: "+strings.ToLower(open.Title[:1])+open.Title[1:]
			p.Groups = append(p.Groups, g)
		}
	}
	cost := listedTasks(left.open, "cost", "Costs", func(i judge.FullItem) string { return i.Change.Stated(i.Change.Cost) })
	cost.Lead = "What is billed or paid from each task on. The plan knows no prices."
	rights := listedTasks(left.open, "rights", "Rights, secrets and what becomes public", func(i judge.FullItem) string { return i.Change.Stated(i.Change.Rights) })
	for _, g := range []Group{cost, rights, noReturnGroup(c, left), rolesGroup(left)} {
		if g.Entries != nil || g.Table.Rows != nil {
			p.Groups = append(p.Groups, g)
		}
	}
	if cost.Entries != nil {
		p.Signers = append(p.Signers, "Costs approved by")
	}
	return p
}

// noReturnGroup are the points of no return, each with what must be so before it.
func noReturnGroup(c judge.Checklist, left remainder) Group {
	r := newRegister(c)
	g := listedTasks(left.open, "no-return", "Points of no return", func(i judge.FullItem) string {
		if noReturnWords(i) == "" {
			return ""
		}
		said := "Always a point of no return"
		if i.Change.OnlyIf != "" {
			said = "If " + i.Change.OnlyIf
		}
		if before := r.tasks("", waitsFor(c, i)); len(before.Tasks) > 0 {
			has := "have passed their tests."
			if len(before.Tasks) == 1 {
				has = "has passed its test."
			}
			return said + ". Begin only after " + before.InSentence() + " " + has
		}
		return said + "."
	})
	g.Lead = "The person in charge decides go or stop before each one: stop if a blocker is open or a test before it failed. The back-out plan says what is left behind."
	return g
}

// rolesGroup are the roles that the work takes.
func rolesGroup(left remainder) Group {
	g := Group{Id: "roles", Title: "Required roles", Table: Table{Heads: []string{"Role", "Tasks"}}}
	byRole := map[string]Fact{}
	var roles []string
	for _, i := range left.open {
		who := cmp.Or(i.Who, model.Teams.Label(i.Owner))
		f, known := byRole[who]
		if !known {
			roles = append(roles, who)
		}
		f.Tasks = append(f.Tasks, i.Number)
		byRole[who] = f
	}
	for _, who := range roles {
		slices.Sort(byRole[who].Tasks)
		g.Table.Rows = append(g.Table.Rows, []string{who, byRole[who].Numbers()})
	}
	return g
}

func taskTitle(item judge.FullItem) string { return fmt.Sprintf("%d. %s", item.Number, item.Title) }

// listedTasks are those of which something is told.
func listedTasks(items []judge.FullItem, id, title string, told func(judge.FullItem) string) Group {
	g := Group{Id: id, Title: title}
	for _, item := range items {
		if text := told(item); text != "" {
			g.Entries = append(g.Entries, Entry{Title: taskTitle(item), Word: text})
		}
	}
	return g
}
