package model

import (
	"slices"
	"time"
)

// An Item is a task of this plan: its texts filled, its state known.
type Item struct {
	ID, Title string
	Phase     string // the ID of its phase
	Owner     Team
	Who, If   string
	After     []string // the listed tasks that come before it
	Do        []Rich
	Commands  []CommandLine
	Wait      string
	Proof     Rich
	Skipped   Rich
	Sources   []Reference
	Progress  Progress // State is never empty
	Reworded  bool     // its state was set under another wording: open again
}

// A CommandLine is a filled command.
type CommandLine struct {
	Shell Shell
	Line  string
}

// ByAnswer is who did a task whose result the answers state.
const ByAnswer = "answer"

// Items lists the tasks that the plan asks for, each after those that must
// come before it, and phase by phase as far as that allows.
func (p *Plan) Items(findings []Finding) []Item {
	wanted := p.wantedTasks(findings)
	order := inOrder(wanted)
	items := make([]Item, len(order))
	for i, task := range order {
		items[i] = p.item(task.Task, task.phase)
		items[i].After = before(task.After, wanted)
	}
	return items
}

type phasedTask struct {
	Task
	phase string
}

// wantedTasks are the tasks whose condition is met or which a finding plans.
func (p *Plan) wantedTasks(findings []Finding) []phasedTask {
	var wanted []phasedTask
	for _, phase := range Phases() {
		for _, t := range phase.Tasks {
			planned := slices.ContainsFunc(findings, func(f Finding) bool { return f.Task == t.ID && f.Outcome == Planned })
			if t.When == nil || t.When(p) || planned {
				wanted = append(wanted, phasedTask{t, phase.ID})
			}
		}
	}
	return wanted
}

// inOrder sorts tasks so that each follows those it names. It stays in a phase
// while it can, and then takes the earliest one that has a task ready.
func inOrder(tasks []phasedTask) []phasedTask {
	left, sorted := slices.Clone(tasks), make([]phasedTask, 0, len(tasks))
	for phase := ""; len(left) > 0; {
		i := nextReady(left, phase, tasks)
		phase = left[i].phase
		sorted = append(sorted, left[i])
		left = slices.Delete(left, i, i+1)
	}
	return sorted
}

// nextReady finds the task to do next. Were the tasks to wait for each other
// in a circle, it would take the first: a test forbids that.
func nextReady(left []phasedTask, phase string, wanted []phasedTask) int {
	waiting := func(t phasedTask) bool {
		return slices.ContainsFunc(before(t.After, wanted), func(id string) bool { return taskIn(left, id) >= 0 })
	}
	first := -1
	for i, t := range left {
		if waiting(t) {
			continue
		}
		if t.phase == phase {
			return i
		}
		if first < 0 {
			first = i
		}
	}
	return max(first, 0)
}

func taskIn(tasks []phasedTask, id string) int {
	return slices.IndexFunc(tasks, func(t phasedTask) bool { return t.ID == id })
}

// before replaces the tasks that this plan does not ask for by those before them.
func before(ids []string, wanted []phasedTask) []string {
	after := []string{}
	for _, id := range ids {
		kept := []string{id}
		if taskIn(wanted, id) < 0 {
			kept = before(taskAfter(id), wanted)
		}
		for _, k := range kept {
			if !slices.Contains(after, k) {
				after = append(after, k)
			}
		}
	}
	return after
}

func taskAfter(id string) []string {
	for _, phase := range Phases() {
		for _, t := range phase.Tasks {
			if t.ID == id {
				return t.After
			}
		}
	}
	return nil
}

func (p *Plan) item(t Task, phase string) Item {
	i := Item{
		ID: t.ID, Title: p.fillText(t.Title), Phase: phase, Owner: t.Owner, Who: t.Who, If: t.If,
		Wait: t.Wait, Proof: parseRich(t.Proof, p.fillText), Skipped: parseRich(t.Skipped, p.fillText),
		Sources: References(t.Cites),
	}
	for _, step := range t.Do {
		i.Do = append(i.Do, parseRich(step, p.fillText))
	}
	for _, c := range t.Commands {
		for _, line := range p.fillCommand(c) {
			i.Commands = append(i.Commands, CommandLine{c.Shell, line})
		}
	}
	i.Progress, i.Reworded = p.progress(t)
	return i
}

// progress is what was done about the task. What somebody set goes before what
// the answers state, but for a state set under another wording.
func (p *Plan) progress(t Task) (Progress, bool) {
	kept := Progress{ID: t.ID, State: Open}
	reworded := false
	for _, entry := range p.Tasks {
		if entry.ID == t.ID && entry.State != "" {
			kept = entry
			reworded = entry.Text != "" && entry.Text != t.Text() && entry.State != Open
		}
	}
	kept.Title = t.Title
	if reworded {
		kept.State = Open
	}
	if kept.State == Open && kept.At.IsZero() && kept.By == "" && t.Already != nil && t.Already(p) {
		kept.State, kept.By = Done, ByAnswer
	}
	return kept, reworded
}

// An Entry is the progress of one task as the plan file keeps it.
type Entry struct {
	Progress
	Needed bool // false: the answers no longer ask for the task
}

// Entries lists the tasks for the plan file: those of the checklist in its
// order, then the ones that the answers no longer ask for.
func (p *Plan) Entries() []Entry {
	var entries []Entry
	listed := map[string]bool{}
	for _, item := range p.Items(p.Findings()) {
		listed[item.ID] = true
		entries = append(entries, Entry{p.entry(item), true})
	}
	for _, old := range p.Tasks {
		if !listed[old.ID] && (old.State != "" && old.State != Open || old.Note != "" || old.Owner != "") {
			listed[old.ID] = true
			entries = append(entries, Entry{old, false})
		}
	}
	return entries
}

// entry is what the file keeps of an item: the state that somebody set, never
// one that the answers state, and a reworded task with what it had.
func (p *Plan) entry(item Item) Progress {
	kept := Progress{ID: item.ID, State: Open}
	for _, old := range p.Tasks {
		if old.ID == item.ID {
			kept = old
		}
	}
	kept.Title = item.Title
	return kept
}

// A Checklist is everything that is printed about a plan.
type Checklist struct {
	Plan      Plan
	Date      time.Time
	Outcome   Outcome
	Decisions []Decision
	Sections  []Section
}

// A Section is a run of tasks of one phase. A phase whose tasks must wait for a
// later one comes back: then Continued is set.
type Section struct {
	Title     string
	Continued bool
	Items     []Item
}

// NewChecklist works out the checklist of a plan as of now.
func NewChecklist(p Plan, now time.Time) Checklist {
	outcome := Judge(p)
	return Checklist{
		Plan: p, Date: now, Outcome: outcome,
		Decisions: p.Decisions(outcome),
		Sections:  sections(outcome.Items),
	}
}

func sections(items []Item) []Section {
	var list []Section
	seen := map[string]bool{}
	for i, item := range items {
		if i == 0 || items[i-1].Phase != item.Phase {
			list = append(list, Section{Title: phaseTitle(item.Phase), Continued: seen[item.Phase]})
			seen[item.Phase] = true
		}
		last := &list[len(list)-1]
		last.Items = append(last.Items, item)
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
