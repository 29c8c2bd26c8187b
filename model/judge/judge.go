// Package judge judges a plan: its verdict, its open answers, its checklist with
// the progress, its decisions, and what comes to an end when.
package judge

import (
	"cmgwizard/model"
	"cmgwizard/model/rules"
)

// A Judgement is everything that is worked out from a plan.
type Judgement struct {
	Verdict      Verdict
	Points       []PointOutcome
	Devices      []model.DeviceOutcome
	Requirements []rules.Requirement
	Findings     []rules.Finding
	Open         []model.OpenItem
	Items        []Item
}

// Verdict says in one word how a plan stands.
type Verdict string

// The verdicts.
const (
	IsBlocked     Verdict = "blocked"
	IsIncomplete  Verdict = "incomplete"
	ReadyWarnings Verdict = "ready-with-warnings"
	IsReady       Verdict = "ready"
)

// Verdicts are the verdicts in a word or two. doc.VerdictSentence says more.
var Verdicts = model.Terms[Verdict]{
	{Value: IsBlocked, Label: "Blocked", Means: "clients would not authenticate, or the setup cannot be completed"},
	{Value: IsIncomplete, Label: "Not decided", Means: "an answer that decides is still missing"},
	{Value: ReadyWarnings, Label: "Decided, with warnings", Means: "every answer that decides is there, and a warning stands against the plan"},
	{Value: IsReady, Label: "Decided", Means: "every answer that decides is there"},
}

// A PointOutcome is one management point and its effective mode.
type PointOutcome struct {
	Host       string      `json:"host"`
	Mode       model.Mode  `json:"mode"`
	CMGTraffic model.YesNo `json:"cmg_traffic"`
}

// Plan works out everything from a plan.
func Plan(p model.Plan) Judgement {
	findings := rules.Findings(&p)
	return Judgement{
		Verdict: verdictOf(findings), Points: pointOutcomes(&p), Devices: withConflicts(p.DeviceOutcomes()),
		Requirements: rules.Requirements(&p), Findings: findings,
		Open: openItems(&p, findings), Items: Items(&p, findings),
	}
}

// withConflicts adds what the documents say against each other about each
// device.
func withConflicts(outcomes []model.DeviceOutcome) []model.DeviceOutcome {
	for i, o := range outcomes {
		outcomes[i].Conflict = rules.DeviceConflict(o)
	}
	return outcomes
}

func verdictOf(findings []rules.Finding) Verdict {
	switch {
	case has(findings, model.Blocker, rules.Broken):
		return IsBlocked
	case has(findings, model.Blocker, rules.Unclear):
		return IsIncomplete
	case has(findings, model.Warning, rules.Broken):
		return ReadyWarnings
	}
	return IsReady
}

func has(findings []rules.Finding, s model.Severity, o rules.OutcomeWord) bool {
	for _, f := range findings {
		if f.Severity == s && f.Outcome == o {
			return true
		}
	}
	return false
}

func pointOutcomes(p *model.Plan) []PointOutcome {
	points := []PointOutcome{}
	for i, mp := range p.ManagementPoints {
		points = append(points, PointOutcome{model.Clean(mp.Host), p.Mode(i), mp.CMGTraffic})
	}
	return points
}

// openItems lists the answers that are unsure, and the absent ones that leave a
// rule unknown, in file order; lists that are still empty come last.
func openItems(p *model.Plan, findings []rules.Finding) []model.OpenItem {
	items := []model.OpenItem{}
	missing := map[string]bool{}
	for _, f := range findings {
		for _, key := range f.Missing {
			missing[key] = missing[key] || f.Outcome == rules.Unclear
		}
	}
	for _, f := range p.Fields() {
		if f.Unsure() || missing[f.Key] && !f.Given() {
			items = append(items, model.OpenItem{Key: f.Key, Owner: f.Team, Question: p.Question(f)})
		}
	}
	for _, t := range model.AnswerTables() {
		if t.List && missing[t.Name] {
			items = append(items, t.Empty)
		}
	}
	return items
}

// Count counts the findings of a severity that came out so.
func (o Judgement) Count(s model.Severity, word rules.OutcomeWord) int {
	n := 0
	for _, f := range o.Findings {
		if f.Severity == s && f.Outcome == word {
			n++
		}
	}
	return n
}
