package model

import (
	"cmp"
	"slices"
)

// A ChangedFinding is a rule that comes out differently for one subject: it
// came where it was no finding before, and went where it is none now.
type ChangedFinding struct {
	Mark     Mark              `json:"change"`
	Rule     string            `json:"rule"`
	Title    string            `json:"title"`
	Subject  string            `json:"subject"`
	Name     string            `json:"name"` // of the entry that it is about, "" outside lists
	Outcome  Turn[OutcomeWord] `json:"outcome"`
	Severity Turn[Severity]    `json:"severity"`
	Detail   string            `json:"detail"`
}

// A ruling is what one rule says about one subject of two plans. Where a rule
// says more than one thing about it, nth tells them apart.
type ruling struct {
	rule, subject string
	gone          bool // the subject is in the old plan alone
	nth           int
}

// findings compares how all rules come out, and tells of those that are a
// finding on one side at least.
func (m match) findings(old, new *Plan) []ChangedFinding {
	changed := []ChangedFinding{}
	before, beforeOrder := rulings(old, m.inNew)
	after, afterOrder := rulings(new, func(key string) (string, bool) { return key, true })
	for _, r := range afterOrder {
		changed = appendFinding(changed, r, before[r], after[r], new.EntryName(r.subject))
	}
	for _, r := range beforeOrder {
		if _, still := after[r]; !still {
			changed = appendFinding(changed, r, before[r], Finding{}, m.oldName(old, new, r))
		}
	}
	return changed
}

// rulings are how the rules come out, under the keys of the new plan.
func rulings(p *Plan, inNew func(string) (string, bool)) (map[ruling]Finding, []ruling) {
	found, order := map[ruling]Finding{}, []ruling{}
	for _, f := range p.Judged() {
		if f.Outcome == NotAsked {
			continue
		}
		key, kept := inNew(f.Subject)
		r := ruling{rule: f.Rule, subject: key, gone: !kept}
		for _, twice := found[r]; twice; _, twice = found[r] {
			r.nth++
		}
		found[r], order = f, append(order, r)
	}
	return found, order
}

// oldName is what people call the subject of a ruling that the new plan does
// not have.
func (m match) oldName(old, new *Plan, r ruling) string {
	if r.gone {
		return old.EntryName(r.subject)
	}
	return new.EntryName(r.subject)
}

func appendFinding(changed []ChangedFinding, r ruling, was, is Finding, name string) []ChangedFinding {
	c := ChangedFinding{
		Rule: r.rule, Title: cmp.Or(is.Title, was.Title), Subject: r.subject, Name: name,
		Outcome:  Turn[OutcomeWord]{was.outcome(), is.outcome()},
		Severity: Turn[Severity]{was.Severity, is.Severity},
		Detail:   cmp.Or(is.Detail, was.Detail),
	}
	switch {
	case !was.Matters() && !is.Matters():
		return changed
	case !was.Matters():
		c.Mark = MarkAdded
	case !is.Matters():
		c.Mark = MarkRemoved
	case !c.Outcome.Turned() && !c.Severity.Turned():
		return changed
	default:
		c.Mark = MarkChanged
	}
	return append(changed, c)
}

// outcome is that of a rule which says nothing about the subject, too.
func (f Finding) outcome() OutcomeWord {
	if f.Outcome == "" {
		return NotAsked
	}
	return f.Outcome
}

// A ChangedDevice is what one kind of device can do in one location.
type ChangedDevice struct {
	Mark      Mark            `json:"change"`
	Name      string          `json:"name"`
	Location  Location        `json:"location"`
	Supported Turn[TruthWord] `json:"supported"` // "" where it is not used there
	Scenarios TurnedTexts     `json:"scenarios"`
	Why       string          `json:"why"`
}

// TurnedTexts are texts as they were and as they are.
type TurnedTexts struct {
	Old []string `json:"old"`
	New []string `json:"new"`
}

// A use is one kind of device in one location, by the name that both plans give
// it.
type use struct {
	device   string
	location Location
}

// devices lists what changed in what kinds of devices can do.
func (m match) devices(old, new Plan) []ChangedDevice {
	before, beforeOrder := uses(old, m.oldNames)
	after, afterOrder := uses(new, m.newNames)
	changed := []ChangedDevice{}
	for _, u := range afterOrder {
		was, both := before[u]
		switch is := after[u]; {
		case !both:
			changed = append(changed, changedDevice(MarkAdded, is, was, is))
		case was.Supported != is.Supported || !slices.Equal(was.Scenarios, is.Scenarios):
			changed = append(changed, changedDevice(MarkChanged, is, was, is))
		}
	}
	for _, u := range beforeOrder {
		if _, still := after[u]; !still {
			changed = append(changed, changedDevice(MarkRemoved, before[u], before[u], DeviceOutcome{}))
		}
	}
	return changed
}

// uses are what each kind of device can do where it is used. What one can do
// does not hang on the others.
func uses(p Plan, name namer) (map[use]DeviceOutcome, []use) {
	found, order := map[use]DeviceOutcome{}, []use{}
	alone := p.Answers
	for i := range p.Devices {
		alone.Devices = p.Devices[i : i+1]
		for _, o := range alone.DeviceOutcomes() {
			u := use{name("devices", i), o.Location}
			o.Name = p.EntryName(entryKey("devices", i))
			found[u], order = o, append(order, u)
		}
	}
	return found, order
}

func changedDevice(mark Mark, shown, was, is DeviceOutcome) ChangedDevice {
	return ChangedDevice{
		mark, shown.Name, shown.Location, Turn[TruthWord]{was.Supported, is.Supported},
		TurnedTexts{append([]string{}, was.Scenarios...), append([]string{}, is.Scenarios...)}, shown.Why,
	}
}

// A ChangedDecision is a decision with another choice.
type ChangedDecision struct {
	Title  string       `json:"title"`
	Choice Turn[string] `json:"choice"`
	Why    string       `json:"why"` // of the new choice
}

// A ChangedRequirement is one that the answers now ask for more, or less.
type ChangedRequirement struct {
	Name  string     `json:"name"`
	Title string     `json:"title"`
	Need  Turn[Need] `json:"need"`
	Why   string     `json:"why"`
}

// decisions lists those that both plans take, with another choice.
func (m match) decisions(old, new Plan) []ChangedDecision {
	before := map[string]string{}
	for _, d := range renamed(old, m.oldNames).Decisions() {
		before[d.Title] = d.Choice
	}
	changed := []ChangedDecision{}
	called := new.Decisions()
	for i, d := range renamed(new, m.newNames).Decisions() {
		if was, both := before[d.Title]; both && was != d.Choice {
			changed = append(changed, ChangedDecision{called[i].Title, Turn[string]{was, d.Choice}, d.Why})
		}
	}
	return changed
}

// A namer gives the entry of a list a name.
type namer func(list string, place int) string

// oldNames and newNames give an entry the same name in both plans: what is told
// about it can then be found again, whatever people call it.
func (m match) oldNames(list string, place int) string {
	if there := m[list].toNew[place]; there != noPlace {
		return m.newNames(list, there)
	}
	return "gone " + entryKey(list, place)
}

func (m match) newNames(list string, place int) string { return "new " + entryKey(list, place) }

// renamed is the plan with other names for its entries: nothing is decided by a
// name.
func renamed(p Plan, name namer) *Plan {
	p.Answers = p.Answers.Clone()
	for i := range p.Devices {
		p.Devices[i].Name = name("devices", i)
	}
	for i := range p.ManagementPoints {
		p.ManagementPoints[i].Host = name("management_points", i)
	}
	return &p
}

func changedRequirements(before, after []Requirement) []ChangedRequirement {
	changed := []ChangedRequirement{}
	for i, r := range after {
		if was := before[i].Need; was != r.Need {
			changed = append(changed, ChangedRequirement{r.Name, r.Title, Turn[Need]{was, r.Need}, r.Why})
		}
	}
	return changed
}
