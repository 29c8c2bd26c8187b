package board

import (
	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/judge"
)

// Mark says whose an answer is.
type Mark string

// The marks.
const (
	Answered Mark = "answered" // somebody said it
	Assumed  Mark = "assumed"  // the program filled it in
	Unsure   Mark = "unsure"   // somebody said that it is not known yet
	Asked    Mark = "asked"    // empty, and a rule waits for it
	Empty    Mark = "empty"    // empty, and nothing waits for it
)

// Marks are the marks as people read them.
var Marks = model.Terms[Mark]{
	{Value: Answered, Label: "answered"},
	{Value: Assumed, Label: "assumed"},
	{Value: Unsure, Label: "not known yet"},
	{Value: Asked, Label: "to be answered"},
	{Value: Empty, Label: "not answered"},
}

// A Key is one answer on the page of its area.
type Key struct {
	Key, Question, Value string // the value as people read it, "" for none
	Mark                 Mark
	Owner                model.Team // who can answer it
	Where                string     // how to see whether what is assumed is true, else ""
	Confirm              bool       // it stands in "Confirm these"
}

// Keys lists the answers of an area in the order of the plan. A list that has no
// entry yet stands last, as the question for its entries.
func Keys(p *model.Plan, o judge.Judgement, area string) []Key {
	assumed := map[string]assume.Assumption{}
	for _, a := range assume.List(p) {
		assumed[a.Key] = a
	}
	open := map[string]bool{}
	for _, i := range o.Open {
		open[i.Key] = true
	}
	var keys []Key
	areaOf := areasByKey()
	for _, f := range p.Fields() {
		if areaOf(f.Key) == area {
			a := assumed[f.Key]
			keys = append(keys, Key{f.Key, p.Question(f), f.Label(), markOf(f, open[f.Key]), f.Team, a.Where, a.Confirm})
		}
	}
	for _, t := range model.AnswerTables() {
		if t.List && open[t.Name] && areaOf(t.Name) == area {
			keys = append(keys, Key{Key: t.Name, Question: t.Empty.Question, Mark: Asked, Owner: t.Empty.Owner})
		}
	}
	return keys
}

func markOf(f model.Field, open bool) Mark {
	switch {
	case f.Unsure():
		return Unsure
	case f.Given() && f.Assumed():
		return Assumed
	case f.Given():
		return Answered
	case open:
		return Asked
	}
	return Empty
}
