package rules

import (
	"slices"
	"strings"

	"cmgwizard/model"
)

// Findings lists how the rule comes out for these outcomes of its subjects. What
// rests on a value that nobody said is told as such: a fault that nobody saw is
// an open question.
func (r Rule) Findings(p *model.Plan, outcomes []model.Outcome) []Finding {
	findings := make([]Finding, len(outcomes))
	for i, v := range outcomes {
		findings[i] = r.finding(p, r.outcome(v), v)
	}
	stands := func(v model.Outcome) bool { return v.Holds == model.IsFalse }
	if !p.AnyAssumed() || !slices.ContainsFunc(outcomes, stands) {
		return findings
	}
	groups := r.assumedGroups(p)
	for i, v := range outcomes {
		if f := &findings[i]; f.Matters() && stands(v) {
			r.guess(f, p, v, groups)
		}
	}
	return findings
}

// guess says what a fault rests on that nobody said. Where that is the very answer
// that the rule asks for, nobody saw the fault.
func (r Rule) guess(f *Finding, p *model.Plan, v model.Outcome, groups []assumedGroup) {
	f.Detail, f.Guessed = assumedDetail(v, groups)
	switch f.Unseen = strings.HasPrefix(f.Detail, NotKnownYet+", assumed"); {
	case f.Unseen:
		r.say(f, p, model.Outcome{Subject: v.Subject, Open: v.Open, Holds: model.Unknown})
	case f.Guessed:
		f.Problem += model.AssumedMark
	}
}

// An assumedGroup is one key, in all entries of a list, whose values nobody
// said, and how the rule comes out while they are open.
type assumedGroup struct {
	fields []model.Field
	open   map[string][]model.Truth // by subject
}

// choosesSubjects are the keys that decide what a rule is about, not how it
// comes out.
var choosesSubjects = []string{"devices[].internet", "devices[].method", "management_points[].cmg_traffic"}

// assumedGroups judges once for each key that the rule reads: a plan may have
// thousands of entries.
func (r Rule) assumedGroups(p *model.Plan) []assumedGroup {
	var groups []assumedGroup
	fields := p.AssumedFields()
	for _, name := range r.Reads {
		if slices.Contains(choosesSubjects, name) {
			continue
		}
		g := assumedGroup{open: map[string][]model.Truth{}}
		other := *p
		other.Answers = p.Clone()
		for _, f := range fields {
			if WithoutPlace(f.Key) == name {
				open, _ := other.Field(f.Key)
				_ = open.Set(model.Unsure) // every field takes it
				g.fields = append(g.fields, f)
			}
		}
		if g.fields == nil {
			continue
		}
		for _, o := range r.Judge(&other) {
			g.open[o.Subject] = append(g.open[o.Subject], o.Holds)
		}
		groups = append(groups, g)
	}
	return groups
}

// assumedDetail is what stands against the rule, with what it rests on, and
// whether it rests on anything that nobody said.
func assumedDetail(v model.Outcome, groups []assumedGroup) (detail string, guessed bool) {
	var others []string
	for _, g := range groups {
		if slices.Contains(g.open[v.Subject], v.Holds) {
			continue
		}
		for _, f := range g.about(v.Subject) {
			if f.Key == v.Subject && f.YesNo() {
				return NotKnownYet + ", assumed: " + f.Label(), true
			}
			others = append(others, f.Key+" = "+f.Text())
		}
	}
	if len(others) == 0 {
		return v.Detail, false
	}
	return strings.TrimSpace(v.Detail + " (assumed: " + strings.Join(model.FirstFew(others), ", ") + ")"), true
}

// about are the fields of the entry that the subject is about, else all.
func (g assumedGroup) about(subject string) []model.Field {
	entry, _, _ := strings.Cut(subject, ".")
	for i, f := range g.fields {
		if own, _, _ := strings.Cut(f.Key, "."); own == entry && strings.Contains(entry, "[") {
			return g.fields[i : i+1]
		}
	}
	return g.fields
}

// WithoutPlace is a key as a rule names it: "devices[].windows".
func WithoutPlace(key string) string {
	before, rest, listed := strings.Cut(key, "[")
	_, after, _ := strings.Cut(rest, "]")
	if !listed {
		return key
	}
	return before + "[]" + after
}
