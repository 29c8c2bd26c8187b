package diff

import (
	"cmp"
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// A ChangedFinding is a rule that comes out differently for one subject: it
// came where it was no finding before, and went where it is none now.
type ChangedFinding struct {
	Mark     Mark                      `json:"change"`
	Rule     string                    `json:"rule"`
	Title    string                    `json:"title"`
	Problem  string                    `json:"problem"` // as it is, or as it was where it is none now
	Subject  string                    `json:"subject"`
	Name     string                    `json:"name"` // of the entry that it is about, "" outside lists
	Outcome  Change[rules.OutcomeWord] `json:"outcome"`
	Severity Change[model.Severity]    `json:"severity"`
	Detail   string                    `json:"detail"`
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
func (m match) findings(old, new *model.Plan) []ChangedFinding {
	changed := []ChangedFinding{}
	before, beforeOrder := rulings(old, m.inNew)
	after, afterOrder := rulings(new, func(key string) (string, bool) { return key, true })
	for _, r := range afterOrder {
		changed = appendFinding(changed, r, before[r], after[r], evidence.EntryName(new, r.subject))
	}
	for _, r := range beforeOrder {
		if _, still := after[r]; !still {
			changed = appendFinding(changed, r, before[r], rules.Finding{}, m.oldName(old, new, r))
		}
	}
	return changed
}

// rulings are how the rules come out, under the keys of the new plan.
func rulings(p *model.Plan, inNew func(string) (string, bool)) (map[ruling]rules.Finding, []ruling) {
	found, order := map[ruling]rules.Finding{}, []ruling{}
	for _, f := range rules.AllFindings(p) {
		if f.Outcome == rules.NotAsked {
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
func (m match) oldName(old, new *model.Plan, r ruling) string {
	if r.gone {
		return evidence.EntryName(old, r.subject)
	}
	return evidence.EntryName(new, r.subject)
}

func appendFinding(changed []ChangedFinding, r ruling, was, is rules.Finding, name string) []ChangedFinding {
	c := ChangedFinding{
		Rule: r.rule, Title: cmp.Or(is.Title, was.Title), Problem: cmp.Or(is.Problem, was.Problem), Subject: r.subject, Name: name,
		Outcome:  Change[rules.OutcomeWord]{outcome(was), outcome(is)},
		Severity: Change[model.Severity]{was.Severity, is.Severity},
		Detail:   cmp.Or(is.Detail, was.Detail),
	}
	switch {
	case !was.Matters() && !is.Matters():
		return changed
	case !was.Matters():
		c.Mark = MarkAdded
	case !is.Matters():
		c.Mark = MarkRemoved
	case !c.Outcome.Differs() && !c.Severity.Differs():
		return changed
	default:
		c.Mark = MarkChanged
	}
	return append(changed, c)
}

// outcome is that of a rule which says nothing about the subject, too.
func outcome(f rules.Finding) rules.OutcomeWord {
	if f.Outcome == "" {
		return rules.NotAsked
	}
	return f.Outcome
}

// A ChangedDevice is what one kind of device can do in one location.
type ChangedDevice struct {
	Mark      Mark                    `json:"change"`
	Name      string                  `json:"name"`
	Location  model.Location          `json:"location"`
	Supported Change[model.TruthWord] `json:"supported"` // "" where it is not used there
	Scenarios changedTexts            `json:"scenarios"`
	Why       string                  `json:"why"`
}

// changedTexts are texts as they were and as they are.
type changedTexts struct {
	Before []string `json:"old"`
	After  []string `json:"new"`
}

// A use is one kind of device in one location, by the name that both plans give
// it.
type use struct {
	device   string
	location model.Location
}

// devices lists what changed in what kinds of devices can do.
func (m match) devices(old, new model.Plan) []ChangedDevice {
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
			changed = append(changed, changedDevice(MarkRemoved, before[u], before[u], model.DeviceOutcome{}))
		}
	}
	return changed
}

// uses are what each kind of device can do where it is used. What one can do
// does not hang on the others.
func uses(p model.Plan, name namer) (map[use]model.DeviceOutcome, []use) {
	found, order := map[use]model.DeviceOutcome{}, []use{}
	alone := p.Answers
	for i := range p.Devices {
		alone.Devices = p.Devices[i : i+1]
		for _, o := range alone.DeviceOutcomes() {
			u := use{name("devices", i), o.Location}
			o.Name = evidence.EntryName(&p, entryKey("devices", i))
			found[u], order = o, append(order, u)
		}
	}
	return found, order
}

func changedDevice(mark Mark, shown, was, is model.DeviceOutcome) ChangedDevice {
	return ChangedDevice{
		mark, shown.Name, shown.Location, Change[model.TruthWord]{was.Supported, is.Supported},
		changedTexts{append([]string{}, was.Scenarios...), append([]string{}, is.Scenarios...)}, shown.Why,
	}
}

// A ChangedDecision is a decision with another choice.
type ChangedDecision struct {
	Title  string         `json:"title"`
	Choice Change[string] `json:"choice"`
	Why    string         `json:"why"` // of the new choice
}

// A ChangedRequirement is one that the answers now ask for more, or less.
type ChangedRequirement struct {
	Name  string             `json:"name"`
	Title string             `json:"title"`
	Need  Change[rules.Need] `json:"need"`
	Why   string             `json:"why"`
}

// decisions lists those that both plans take, with another choice.
func (m match) decisions(old, new model.Plan) []ChangedDecision {
	before := map[string]string{}
	for _, d := range judge.Decisions(renamed(old, m.oldNames)) {
		before[d.Title] = d.Choice
	}
	changed := []ChangedDecision{}
	called := judge.Decisions(&new)
	for i, d := range judge.Decisions(renamed(new, m.newNames)) {
		if was, both := before[d.Title]; both && was != d.Choice {
			changed = append(changed, ChangedDecision{called[i].Title, Change[string]{was, d.Choice}, d.Why})
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
func renamed(p model.Plan, name namer) *model.Plan {
	p.Answers = p.Answers.Clone()
	for i := range p.Devices {
		p.Devices[i].Name = name("devices", i)
	}
	for i := range p.ManagementPoints {
		p.ManagementPoints[i].Host = name("management_points", i)
	}
	return &p
}

func changedRequirements(before, after []rules.Requirement) []ChangedRequirement {
	changed := []ChangedRequirement{}
	for i, r := range after {
		if was := before[i].Need; was != r.Need {
			changed = append(changed, ChangedRequirement{r.Name, r.Title, Change[rules.Need]{was, r.Need}, r.Why})
		}
	}
	return changed
}
