package model

// An Outcome is everything that is worked out from a plan.
type Outcome struct {
	Verdict      VerdictWord
	Points       []PointOutcome
	Devices      []DeviceOutcome
	Requirements []Requirement
	Findings     []Finding
	Open         []OpenItem
	Items        []Item
}

// VerdictWord says in one word how a plan stands.
type VerdictWord string

// The verdicts.
const (
	IsBlocked     VerdictWord = "blocked"
	IsIncomplete  VerdictWord = "incomplete"
	ReadyWarnings VerdictWord = "ready-with-warnings"
	IsReady       VerdictWord = "ready"
)

// VerdictWords are the verdicts as people read them.
var VerdictWords = Terms[VerdictWord]{
	{Value: IsBlocked, Label: "Blocked: clients would not authenticate, or the set-up cannot be finished"},
	{Value: IsIncomplete, Label: "Incomplete: an answer that decides is still missing"},
	{Value: ReadyWarnings, Label: "Ready, with warnings"},
	{Value: IsReady, Label: "Ready"},
}

// A PointOutcome is one management point and its effective mode.
type PointOutcome struct {
	Host       string `json:"host"`
	Mode       Mode   `json:"mode"`
	CMGTraffic YesNo  `json:"cmg_traffic"`
}

// An OpenItem is an answer that somebody must still give.
type OpenItem struct {
	Key      string `json:"key"`
	Owner    Team   `json:"owner"`
	Question string `json:"question"`
}

// Judge works out everything from a plan.
func Judge(p Plan) Outcome {
	findings := p.Findings()
	return Outcome{
		Verdict: verdict(findings), Points: p.pointOutcomes(), Devices: withConflicts(p.DeviceOutcomes()),
		Requirements: p.Requirements(), Findings: findings,
		Open: p.openItems(findings), Items: p.Items(findings),
	}
}

// withConflicts adds what the documents say against each other about each
// device.
func withConflicts(outcomes []DeviceOutcome) []DeviceOutcome {
	for i, o := range outcomes {
		outcomes[i].Conflict = deviceConflict(o)
	}
	return outcomes
}

func verdict(findings []Finding) VerdictWord {
	switch {
	case has(findings, Blocker, Broken):
		return IsBlocked
	case has(findings, Blocker, Unclear):
		return IsIncomplete
	case has(findings, Warning, Broken):
		return ReadyWarnings
	}
	return IsReady
}

func has(findings []Finding, s Severity, o OutcomeWord) bool {
	for _, f := range findings {
		if f.Severity == s && f.Outcome == o {
			return true
		}
	}
	return false
}

func (p *Plan) pointOutcomes() []PointOutcome {
	points := []PointOutcome{}
	for i, mp := range p.ManagementPoints {
		points = append(points, PointOutcome{Clean(mp.Host), p.Mode(i), mp.CMGTraffic})
	}
	return points
}

// openItems lists the answers that are unsure, and the absent ones that leave a
// rule unknown, in file order; lists that are still empty come last.
func (p *Plan) openItems(findings []Finding) []OpenItem {
	items := []OpenItem{}
	missing := map[string]bool{}
	for _, f := range findings {
		for _, key := range f.missing {
			missing[key] = missing[key] || f.Outcome == Unclear
		}
	}
	for _, f := range p.Fields() {
		if f.Unsure() || missing[f.Key] && !f.Given() {
			items = append(items, OpenItem{f.Key, f.Team, p.Question(f)})
		}
	}
	for _, t := range answerTables() {
		if t.list && missing[t.name] {
			items = append(items, t.empty)
		}
	}
	return items
}

// Count counts the findings of a severity that came out so.
func (o Outcome) Count(s Severity, word OutcomeWord) int {
	n := 0
	for _, f := range o.Findings {
		if f.Severity == s && f.Outcome == word {
			n++
		}
	}
	return n
}
