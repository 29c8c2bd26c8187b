package judge

import (
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/rules"
	"cmgwizard/model/tasks"
)

// An Item is a task of this plan and how far it is.
type Item struct {
	ID, Title string
	Number    int    // its place in the whole checklist, from 1
	Phase     string // the ID of its phase
	Owner     model.Team
	Who, If   string
	Check     string              // the part of If that no answer settles
	After     []string            // the listed tasks that come before it
	Conflict  model.Disagreements // what the documents say against each other
	Sources   []model.Reference
	Progress  model.Progress // State is never empty
	Reworded  bool           // the task changed since its state was set: open again
}

// A FullItem is an Item with the texts that are filled from the plan.
type FullItem struct {
	Item
	Do       []model.Text
	Commands []CommandLine
	Proof    model.Text
	Skipped  model.Text
	Change   tasks.Change // what it means for the people who approve changes
	Versions []string     // what the version of the site changes
	Assumed  []string     // what its commands rest on and nobody said
	Seen     []string     // what the evidence of the plan says about it
}

// assume notes what a command rests on and nobody said, once.
func (f *FullItem) assume(p *model.Plan, line string) {
	for _, field := range tasks.AssumedIn(p, line) {
		if said := p.Question(field) + " " + field.Label(); !slices.Contains(f.Assumed, said) {
			f.Assumed = append(f.Assumed, said)
		}
	}
}

// A CommandLine is a filled command.
type CommandLine struct {
	Shell tasks.Shell `json:"shell"`
	Line  string      `json:"line"`
}

// Items lists the tasks that the plan asks for, job by job: each after those that
// must come before it.
func Items(p *model.Plan, findings []rules.Finding) []Item {
	c := tasks.All()
	wanted := wantedTasks(p, c, findings)
	order := c.InOrder(wanted)
	items := make([]Item, len(order))
	for i, place := range order {
		items[i] = findItem(p, c, place)
		items[i].Number = i + 1
		items[i].After = c.IDs(c.Before(place, wanted))
	}
	return items
}

// wantedTasks marks the tasks whose condition is met or which a finding plans.
func wantedTasks(p *model.Plan, c *tasks.Catalogue, findings []rules.Finding) []bool {
	wanted := make([]bool, len(c.Tasks))
	for i, t := range c.Tasks {
		wanted[i] = t.When == nil || t.When(p)
	}
	for _, f := range findings {
		if f.Outcome == rules.Planned {
			wanted[c.Place[f.Task]] = true
		}
	}
	return wanted
}

func findItem(p *model.Plan, c *tasks.Catalogue, place int) Item {
	t := c.Tasks[place]
	i := Item{ID: t.ID, Title: tasks.FillText(p, t.Title), Phase: t.Phase, Owner: t.Owner, Who: t.Who, If: t.Condition(), Check: t.If, Conflict: t.Conflict(), Sources: t.Sources}
	i.Progress, i.Reworded = ProgressOf(p, t.Task)
	return i
}

// FillItem fills the texts of an item.
func FillItem(p *model.Plan, i Item) FullItem {
	c := tasks.All()
	t := c.Tasks[c.Place[i.ID]]
	f := FullItem{
		Item: i, Proof: tasks.FillMarkup(p, t.Proof), Skipped: tasks.FillMarkup(p, t.Skipped), Change: t.ChangeFor(p),
		Versions: t.Gates(p.Site.Version), Seen: tasks.EvidenceLines(p, i.ID),
	}
	for _, step := range t.Do {
		f.Do = append(f.Do, tasks.FillMarkup(p, step))
	}
	for _, command := range t.Commands {
		f.assume(p, command.Line)
		for _, line := range tasks.FillCommand(p, command) {
			f.Commands = append(f.Commands, CommandLine{command.Shell, line})
		}
	}
	return f
}

// A Checklist is everything that is printed about a plan.
type Checklist struct {
	Plan      model.Plan
	Date      time.Time
	Outcome   Judgement
	Decisions []Decision
	Sections  []Section
	Scope     Scope    // what of the tasks is kept
	Schedule  Schedule // the earliest days, where a day to start on was asked for
}

// A Section is a job with those of its tasks that are listed.
type Section struct {
	Job   JobWork
	Items []FullItem
}

// NewChecklist works out the checklist of a plan as of now.
func NewChecklist(p model.Plan, now time.Time) Checklist {
	outcome := Plan(p)
	return Checklist{
		Plan: p, Date: now, Outcome: outcome,
		Decisions: Decisions(&p),
		Sections:  sections(&p, outcome.Items),
	}
}

func sections(p *model.Plan, items []Item) []Section {
	byID := map[string]Item{}
	for _, i := range items {
		byID[i.ID] = i
	}
	var list []Section
	for _, w := range JobWorks(p, items) {
		s := Section{Job: w}
		for _, id := range w.Tasks {
			s.Items = append(s.Items, FillItem(p, byID[id]))
		}
		list = append(list, s)
	}
	return list
}

// PhaseTitle is the title of a phase, its ID for one that no table knows.
func PhaseTitle(id string) string {
	for _, phase := range tasks.Phases() {
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
