package model

import "time"

// An Item is a task of this plan and how far it is.
type Item struct {
	ID, Title string
	Number    int    // its place in the whole checklist, from 1
	Phase     string // the ID of its phase
	Owner     Team
	Who, If   string
	After     []string // the listed tasks that come before it
	Wait      string
	Conflict  Disagreements // what the documents say against each other
	Sources   []Reference
	Progress  Progress // State is never empty
	Reworded  bool     // its state was set under another wording: open again
}

// A FullItem is an Item with the texts that are filled from the plan.
type FullItem struct {
	Item
	Do       []Rich
	Commands []CommandLine
	Proof    Rich
	Skipped  Rich
	Versions []string // what the version of the site changes
	Seen     []string // what the evidence of the plan says about it
}

// A CommandLine is a filled command.
type CommandLine struct {
	Shell Shell  `json:"shell"`
	Line  string `json:"line"`
}

// ByAnswer is who did a task whose result the answers state.
const ByAnswer = "answer"

// Items lists the tasks that the plan asks for, each after those that must
// come before it, and phase by phase as far as that allows.
func (p *Plan) Items(findings []Finding) []Item {
	c := catalogue()
	wanted := p.wantedTasks(c, findings)
	order := c.inOrder(wanted)
	items := make([]Item, len(order))
	for i, place := range order {
		items[i] = p.item(c, place)
		items[i].Number = i + 1
		items[i].After = c.ids(c.before(place, wanted))
	}
	return items
}

// wantedTasks marks the tasks whose condition is met or which a finding plans.
func (p *Plan) wantedTasks(c *taskCatalogue, findings []Finding) []bool {
	wanted := make([]bool, len(c.tasks))
	for i, t := range c.tasks {
		wanted[i] = t.When == nil || t.When(p)
	}
	for _, f := range findings {
		if f.Outcome == Planned {
			wanted[c.place[f.Task]] = true
		}
	}
	return wanted
}

func (p *Plan) item(c *taskCatalogue, place int) Item {
	t := c.tasks[place]
	i := Item{ID: t.ID, Title: p.fillText(t.Title), Phase: t.phase, Owner: t.Owner, Who: t.Who, If: t.If, Wait: t.Wait, Conflict: t.Conflict(), Sources: t.sources}
	i.Progress, i.Reworded = p.progress(t.Task)
	return i
}

// full fills the texts of an item.
func (p *Plan) full(i Item) FullItem {
	c := catalogue()
	t := c.tasks[c.place[i.ID]]
	f := FullItem{
		Item: i, Proof: p.filled(t.Proof), Skipped: p.filled(t.Skipped),
		Versions: t.gates(p.Site.Version), Seen: p.seenFor(i.ID),
	}
	for _, step := range t.Do {
		f.Do = append(f.Do, p.filled(step))
	}
	for _, command := range t.Commands {
		for _, line := range p.fillCommand(command) {
			f.Commands = append(f.Commands, CommandLine{command.Shell, line})
		}
	}
	return f
}

// A Checklist is everything that is printed about a plan.
type Checklist struct {
	Plan      Plan
	Date      time.Time
	Outcome   Outcome
	Decisions []Decision
	Sections  []Section
	Scope     Scope // what of the tasks is kept
}

// A Section is a run of tasks of one phase. A phase whose tasks must wait for a
// later one comes back: then Continued is set.
type Section struct {
	Title     string
	Continued bool
	Items     []FullItem
}

// NewChecklist works out the checklist of a plan as of now.
func NewChecklist(p Plan, now time.Time) Checklist {
	outcome := Judge(p)
	return Checklist{
		Plan: p, Date: now, Outcome: outcome,
		Decisions: p.Decisions(),
		Sections:  p.sections(outcome.Items),
	}
}

func (p *Plan) sections(items []Item) []Section {
	var list []Section
	seen := map[string]bool{}
	for i, item := range items {
		if i == 0 || items[i-1].Phase != item.Phase {
			list = append(list, Section{Title: phaseTitle(item.Phase), Continued: seen[item.Phase]})
			seen[item.Phase] = true
		}
		last := &list[len(list)-1]
		last.Items = append(last.Items, p.full(item))
	}
	return list
}

func phaseTitle(id string) string {
	for _, phase := range Phases() {
		if phase.ID == id {
			return phase.Title
		}
	}
	return id
}

// Items lists the tasks of all sections in order, with their texts.
func (c Checklist) Items() []FullItem {
	var items []FullItem
	for _, s := range c.Sections {
		items = append(items, s.Items...)
	}
	return items
}
