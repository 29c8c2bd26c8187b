package rules

import (
	"slices"
	"strings"

	"cmgwizard/model"
)

// detailOf is what stands against the rule. What rests on a value that nobody
// said is told as such: a fault that nobody saw is an open question.
func (r Rule) detailOf(p *model.Plan, v model.Outcome) string {
	if !p.AnyAssumed() {
		return v.Detail
	}
	var others []string
	for _, f := range r.restsOn(p, v) {
		if f.Key == v.Subject && f.YesNo() {
			return NotKnownYet + ", assumed: " + f.Label()
		}
		others = append(others, f.Key+" = "+f.Text())
	}
	if len(others) == 0 {
		return v.Detail
	}
	return strings.TrimSpace(v.Detail + " (assumed: " + strings.Join(others, ", ") + ")")
}

// choosesSubjects are the keys that decide what a rule is about, not how it
// comes out.
var choosesSubjects = []string{"devices[].internet", "devices[].method", "management_points[].cmg_traffic"}

// restsOn lists the assumed values without which the rule would not come out so
// for this subject.
func (r Rule) restsOn(p *model.Plan, v model.Outcome) []model.Field {
	var list []model.Field
	for _, f := range p.AssumedFields() {
		name := withoutPlace(f.Key)
		if !slices.Contains(r.Reads, name) || slices.Contains(choosesSubjects, name) {
			continue
		}
		other := *p
		other.Answers = p.Clone()
		open, _ := other.Field(f.Key)
		if err := open.Set(model.Unsure); err == nil && !comesOutSo(r.Judge(&other), v) {
			list = append(list, f)
		}
	}
	return list
}

func comesOutSo(outcomes []model.Outcome, v model.Outcome) bool {
	return slices.ContainsFunc(outcomes, func(o model.Outcome) bool { return o.Subject == v.Subject && o.Holds == v.Holds })
}

// withoutPlace is a key as a rule names it: "devices[].windows".
func withoutPlace(key string) string {
	before, rest, listed := strings.Cut(key, "[")
	_, after, _ := strings.Cut(rest, "]")
	if !listed {
		return key
	}
	return before + "[]" + after
}
