package assume

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// An Assumption is a value of a plan that nobody said.
type Assumption struct {
	Key   string     `json:"key"`
	Value string     `json:"value"` // as the plan file writes it
	Kind  Kind       `json:"kind"`
	Why   string     `json:"why"`
	Owner model.Team `json:"owner"` // the team that can confirm it
	Where string     `json:"where"` // how to see whether it is true

	Question string            `json:"-"`
	Label    string            `json:"-"` // the value as people read it
	Area     string            `json:"-"` // the ID of its area
	Confirm  bool              `json:"-"` // it stands in "Confirm these"
	Fact     bool              `json:"-"` // a usual fact on which the verdict rests
	Sources  []model.Reference `json:"-"`
}

// Said is the question with the value.
func (a Assumption) Said() string { return a.Question + " " + a.Label }

// List lists what the plan assumes, in file order.
func List(p *model.Plan) []Assumption {
	list := []Assumption{}
	for _, f := range p.AssumedFields() {
		if row, i, found := rowOf(f.Key); found {
			list = append(list, row.assumption(p, i, f))
		}
	}
	return list
}

func (r Row) assumption(p *model.Plan, i int, f model.Field) Assumption {
	fact := r.Kind == UsualFact && !r.Settled.of(p, i)
	a := Assumption{
		Key: f.Key, Value: model.Clean(f.Text()), Kind: r.Kind, Why: r.Why, Owner: f.Team, Where: r.Where,
		Question: p.Question(f), Label: f.Label(), Area: AreaOf(f.Key).ID,
		Confirm: fact || r.Doubtful.of(p, i), Fact: fact, Sources: model.References(r.Cites),
	}
	if r.Note != nil {
		if note := r.Note(p, i); note != "" {
			a.Where += " " + note
		}
	}
	return a
}

func (c condition) of(p *model.Plan, i int) bool { return c != nil && c(p, i) }

// rowOf finds the row of a key, and the place in a list that the key names.
func rowOf(key string) (Row, int, bool) {
	head, name, _ := strings.Cut(key, ".")
	list, place, listed := strings.Cut(strings.TrimSuffix(head, "]"), "[")
	i := 0
	if listed {
		i, _ = strconv.Atoi(place)
		key = list + "[]." + name
	}
	row, found := RowFor(key)
	return row, i, found
}

// RowFor finds the row of a key that names no place: "devices[].windows".
func RowFor(key string) (Row, bool) {
	at := slices.IndexFunc(Table, func(r Row) bool { return r.Key == key })
	if at < 0 {
		return Row{}, false
	}
	return Table[at], true
}

// ToConfirm lists what somebody must look at, team by team.
func ToConfirm(list []Assumption) []Assumption {
	list = slices.DeleteFunc(slices.Clone(list), func(a Assumption) bool { return !a.Confirm })
	slices.SortStableFunc(list, func(a, b Assumption) int { return cmp.Compare(teamRank(a.Owner), teamRank(b.Owner)) })
	return list
}

func teamRank(team model.Team) int {
	return slices.IndexFunc(model.Teams, func(t model.Term[model.Team]) bool { return t.Value == team })
}

// Withdrawn lists what was assumed and no longer is: no answer asks for it.
func Withdrawn(was, is []Assumption) []Assumption {
	return slices.DeleteFunc(slices.Clone(was), func(w Assumption) bool {
		return slices.ContainsFunc(is, func(a Assumption) bool { return a.Key == w.Key })
	})
}

// LeftUnsure counts the answers that would be filled in if they were not "I do
// not know yet".
func LeftUnsure(p *model.Plan) int {
	n := 0
	for _, row := range Table {
		for i, f := range row.fields(p) {
			if f.Unsure() && row.Value(p, i) != "" {
				n++
			}
		}
	}
	return n
}

// Facts counts the usual facts on which a verdict rests.
func Facts(list []Assumption) int {
	n := 0
	for _, a := range list {
		if a.Fact {
			n++
		}
	}
	return n
}

// Left is what a verdict leaves beside the tasks: "1 warning", "2 missing answers",
// "11 assumptions to confirm". Every place that tells a verdict counts it here.
func Left(p *model.Plan, o judge.Judgement) []string {
	var left []string
	add := func(n int, one, many string) {
		if n > 0 {
			left = append(left, model.CountedAs(n, one, many))
		}
	}
	add(o.Count(model.Warning, rules.Broken), "warning", "warnings")
	add(len(o.Open), "missing answer", "missing answers")
	add(len(ToConfirm(List(p))), "assumption to confirm", "assumptions to confirm")
	return left
}

// Confirm makes answers of the assumptions that somebody stands for, and works
// the others out anew.
func Confirm(p model.Plan, stands func(Assumption) bool) model.Plan {
	p.Answers = p.Answers.Clone()
	for _, a := range List(&p) {
		if f, _ := p.Field(a.Key); stands(a) {
			f.Confirm()
		}
	}
	return Again(p)
}

// Everything stands for every assumption.
func Everything(Assumption) bool { return true }

// InArea stands for the assumptions of one area.
func InArea(id string) func(Assumption) bool {
	return func(a Assumption) bool { return a.Area == id }
}

// OfKeys stands for the assumptions with these keys.
func OfKeys(keys ...string) func(Assumption) bool {
	return func(a Assumption) bool { return slices.Contains(keys, a.Key) }
}
