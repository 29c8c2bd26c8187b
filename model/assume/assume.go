// Package assume fills in what nobody said about a plan: the recommended choice,
// the usual fact, and what a task still has to do as not done. It never changes
// what a person said, and takes back what no answer asks for any more.
package assume

import (
	"strings"

	"cmgwizard/model"
)

// Kind says what sort of thing was assumed.
type Kind string

// The kinds.
const (
	Choice    Kind = "choice"
	UsualFact Kind = "usual-fact"
	notDone   Kind = "not-done"
)

// Kinds are the kinds as people read them.
var Kinds = model.Terms[Kind]{
	{Value: Choice, Label: "a choice", Means: "the recommended value"},
	{Value: UsualFact, Label: "a usual fact", Means: "true in most companies; somebody must check"},
	{Value: notDone, Label: "not done", Means: "nobody has checked: a task in the checklist does it"},
}

// A Row is a key that the program fills in where nobody said anything.
type Row struct {
	Key   string // "gateway.vm_size", "devices[].internet"
	Kind  Kind
	Value formula
	Why   string // a sentence
	Where string // how to see whether it is true: a sentence
	Cites []model.Citation

	// Settled reports whether another answer leaves a usual fact no other value,
	// so that there is nothing to confirm. Doubtful reports whether a value that
	// is no usual fact is to be confirmed all the same. Nil is never.
	Settled, Doubtful condition

	Note formula // what else to know in this plan, nil for nothing
}

// A formula works out a text for entry i of the list of the key, "" for none.
type formula func(p *model.Plan, i int) string

// A condition is one on entry i of the list of the key.
type condition func(p *model.Plan, i int) bool

// Plan is the plan with everything assumed that its answers leave open. What was
// assumed before counts for nothing: it is worked out anew.
func Plan(p model.Plan) model.Plan {
	p.Answers = p.Answers.Clone()
	for _, f := range p.AssumedFields() {
		f.Clear()
	}
	for _, row := range Table {
		row.fill(&p)
	}
	return p
}

// Again works out anew what was assumed. A plan in which nothing is assumed
// stays as it is.
func Again(p model.Plan) model.Plan {
	if !p.AnyAssumed() {
		return p
	}
	return Plan(p)
}

// Reclaim makes answers of the values that are listed as assumed and are not
// what would be assumed: somebody wrote them into the file by hand. What would
// not be assumed at all any more stays listed: an answer changed, and it goes.
func Reclaim(p *model.Plan) {
	if !p.AnyAssumed() {
		return
	}
	wanted := Plan(*p)
	for _, f := range p.AssumedFields() {
		_, _, known := rowOf(f.Key)
		if w, _ := wanted.Field(f.Key); w.Text() != f.Text() && (w.Given() || !known) {
			f.Confirm()
		}
	}
}

// fill works out all entries of a list before it writes one, so that none
// depends on its place.
func (r Row) fill(p *model.Plan) {
	fields := r.fields(p)
	values := make([]string, len(fields))
	for i, f := range fields {
		if !f.Given() {
			values[i] = r.Value(p, i)
		}
	}
	for i, f := range fields {
		if values[i] != "" {
			_ = f.Assume(values[i]) // a test gives every formula every answer: the field takes what it gives
		}
	}
}

// fields are the fields of the key, one for each entry of a list.
func (r Row) fields(p *model.Plan) []model.Field {
	list, name, listed := strings.Cut(r.Key, "[].")
	if !listed {
		f, _ := p.Field(r.Key)
		return []model.Field{f}
	}
	key, n := entryOf(p, list)
	fields := make([]model.Field, n)
	for i := range fields {
		fields[i], _ = p.Field(key(i, name))
	}
	return fields
}

// entryOf says how keys of a list are written, and how many entries it has.
func entryOf(p *model.Plan, list string) (key func(i int, name string) string, entries int) {
	if list == "devices" {
		return model.DeviceKey, len(p.Devices)
	}
	return model.PointKey, len(p.ManagementPoints)
}
