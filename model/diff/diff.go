// Package diff says what differs between two plans: answers, devices, findings,
// tasks, evidence.
package diff

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// A Difference is what changed between two plans, by meaning: how a file is
// laid out, and in which order its entries stand, is no difference. Keys are
// those of the new plan; what only the old plan has keeps its old key.
type Difference struct {
	Lineage      Lineage               `json:"lineage"`
	Name         Change[string]        `json:"name"`
	Verdict      Change[judge.Verdict] `json:"verdict"`
	Entries      []ChangedEntry        `json:"entries"`
	Answers      []ChangedAnswer       `json:"answers"`
	Findings     []ChangedFinding      `json:"findings"`
	Tasks        []ChangedTask         `json:"tasks"`
	Decisions    []ChangedDecision     `json:"decisions"`
	Requirements []ChangedRequirement  `json:"requirements"`
	Devices      []ChangedDevice       `json:"devices"`
	Open         []ChangedOpenItem     `json:"open"`
	Evidence     []ChangedEvidence     `json:"evidence"`
	Log          []ChangedLogEntry     `json:"log"`
}

// A Change is one thing as it was and as it is.
type Change[T comparable] struct {
	Before T `json:"old"`
	After  T `json:"new"`
}

// Differs reports whether the two differ.
func (t Change[T]) Differs() bool { return t.Before != t.After }

// Mark says what became of a thing between two plans.
type Mark string

// The marks.
const (
	MarkAdded   Mark = "added"
	MarkRemoved Mark = "removed"
	MarkChanged Mark = "changed"
)

// Marks are the marks as people read them.
var Marks = model.Terms[Mark]{
	{Value: MarkAdded, Label: "added", Means: "only the new plan has it"},
	{Value: MarkRemoved, Label: "removed", Means: "only the old plan has it"},
	{Value: MarkChanged, Label: "changed", Means: "both plans have it, and it differs"},
}

// A Lineage says how two plans are related.
type Lineage struct {
	OnePlan bool        `json:"one_plan"` // both carry the same ID: versions of one plan
	Serial  Change[int] `json:"serial"`
	Older   Side        `json:"older"`
	NoID    Side        `json:"no_id"` // which plan has none, so that nobody knows how they are related
}

// Side is one of two plans.
type Side string

// The sides.
const (
	OldSide     Side = "old"
	NewSide     Side = "new"
	neitherSide Side = "neither"
	BothSides   Side = "both"
)

// Plans says what changed from an old plan to a new one.
func Plans(old, new model.Plan) Difference {
	m := matchPlans(confirmed(old), confirmed(new))
	before, after := judge.Plan(old), judge.Plan(new)
	return Difference{
		Lineage:      lineage(old, new),
		Name:         Change[string]{model.Clean(old.Name), model.Clean(new.Name)},
		Verdict:      Change[judge.Verdict]{before.Verdict, after.Verdict},
		Entries:      m.entries(&old, &new),
		Answers:      m.answers(&old, &new),
		Findings:     m.findings(&old, &new),
		Tasks:        changedTasks(m.inNewOrder(*confirmed(old)), confirmed(new)),
		Decisions:    m.decisions(old, new),
		Requirements: changedRequirements(before.Requirements, after.Requirements),
		Devices:      m.devices(old, new),
		Open:         m.open(before.Open, after.Open),
		Evidence:     changedEvidence(old.Evidence, new.Evidence),
		Log:          changedLog(old.Log, new.Log),
	}
}

// confirmed is the plan as if somebody had said everything: what is confirmed is
// no difference.
func confirmed(p model.Plan) *model.Plan {
	p.Answers = p.Answers.Clone()
	for _, f := range p.AssumedFields() {
		f.Confirm()
	}
	return &p
}

// Same reports whether nothing that matters changed: the serial, the times, the
// step and the order of entries do not.
func (d Difference) Same() bool {
	lists := len(d.Entries) + len(d.Answers) + len(d.Findings) + len(d.Tasks) + len(d.Decisions) +
		len(d.Requirements) + len(d.Devices) + len(d.Open) + len(d.Evidence) + len(d.Log)
	return lists == 0 && !d.Name.Differs() && !d.Verdict.Differs()
}

func lineage(old, new model.Plan) Lineage {
	l := Lineage{
		OnePlan: old.ID != "" && strings.EqualFold(old.ID, new.ID),
		Serial:  Change[int]{old.Serial, new.Serial}, Older: neitherSide,
		NoID: neitherSide,
	}
	switch {
	case old.ID == "" && new.ID == "":
		l.NoID = BothSides
	case old.ID == "":
		l.NoID = OldSide
	case new.ID == "":
		l.NoID = NewSide
	case l.OnePlan && old.Serial < new.Serial:
		l.Older = OldSide
	case l.OnePlan && old.Serial > new.Serial:
		l.Older = NewSide
	}
	return l
}
