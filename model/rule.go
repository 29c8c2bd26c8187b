package model

import (
	"cmp"
	"slices"
	"sync"
)

// Severity says how much a broken rule hurts.
type Severity string

// The severities.
const (
	Blocker Severity = "blocker" // clients will not authenticate, or the set-up cannot be finished
	Warning Severity = "warning" // it works, and something will bite
	Advice  Severity = "advice"  // there is a better way
)

// Severities are the severities, worst first.
var Severities = Terms[Severity]{
	{Blocker, "Blocker", "clients will not authenticate, or the set-up cannot be finished"},
	{Warning, "Warning", "it works, and something will bite"},
	{Advice, "Advice", "there is a better way"},
}

// SeverityTitles are the severities as headings, worst first.
var SeverityTitles = Terms[Severity]{
	{Value: Blocker, Label: "Blockers"}, {Value: Warning, Label: "Warnings"}, {Value: Advice, Label: "Advice"},
}

// OutcomeWord says how a rule came out.
type OutcomeWord string

// The outcomes of a rule.
const (
	Holds    OutcomeWord = "holds"
	Broken   OutcomeWord = "broken"
	Unclear  OutcomeWord = "unknown" // an answer it needs is absent or unsure
	Planned  OutcomeWord = "planned" // a task of the checklist will make it hold
	NotAsked OutcomeWord = "skipped" // does not apply
)

// A Rule is a statement that should hold.
type Rule struct {
	ID       string
	Title    string   // the statement
	Why      string   // what goes wrong where it does not hold
	When     string   // when it applies, in words: "Always"
	Reads    []string // the answers that it looks at: "site.security", "management_points[].clients"
	Severity func(p *Plan) Severity
	Grades   string // how the severity changes with the version or the answers, "" where it never does
	Fix      string // an order
	Task     string // the task that makes it hold, "" where only another answer does
	Inside   bool   // it judges devices where they are on the internal network
	Stops    Method // the method of which no client works where a file warns of it, "" for none
	Cites    []Citation

	// Instead gives another task than Task where the answers ask for that one,
	// else "". It is nil where one task serves every plan. Others are all that
	// it can give.
	Instead func(p *Plan) string
	Others  []string

	// Judge gives one verdict for each subject that the rule applies to.
	Judge func(p *Plan) []Verdict
}

// A Verdict is how a rule comes out for one subject.
type Verdict struct {
	Subject string // the key it is about, with its place: "management_points[1].clients"
	Holds   Truth
	Detail  string   // what stands against it
	Missing []string // the keys whose answers are missing
	Doubt   string   // what is not known, "" where that says nothing more

	// What differs for this subject from what the rule says, "" for nothing.
	Severity Severity
	Fix      string
	Way      string // the key whose answer changes it, where that is not Subject

	Settled bool // no task makes it hold: only another answer does
}

// A Finding is what a rule says about one subject of a plan.
type Finding struct {
	Rule     string        `json:"rule"`
	Severity Severity      `json:"severity"`
	Outcome  OutcomeWord   `json:"outcome"`
	Subject  string        `json:"subject"`
	Title    string        `json:"title"`
	Detail   string        `json:"detail"`
	Fix      string        `json:"fix"`
	Task     string        `json:"task"`
	Sources  []Reference   `json:"sources"`
	Conflict Disagreements `json:"conflict"`

	// Way is the key to go to, where another answer than that of the subject
	// changes the outcome, else "".
	Way string `json:"-"`

	missing []string
	inside  bool
}

// Place is the key to go to for another answer.
func (f Finding) Place() string { return cmp.Or(f.Way, f.Subject) }

// A RuleTopic is what several rules are about.
type RuleTopic struct {
	ID, Title string
	Rules     []Rule
}

// RuleTopics lists every rule by what it is about.
func RuleTopics() []RuleTopic {
	return []RuleTopic{
		{"site", "Site and management points", slices.Concat(siteRules, serverRules)},
		{"devices", "Devices", deviceRules},
		{"entra", "Microsoft Entra ID", slices.Concat(entraRules, appRules)},
		{"pki", "Client certificates and revocation", slices.Concat(pkiRules, certificateRules)},
		{"token", "Site-issued tokens", tokenRules},
		{"gateway", "CMG and connection points", slices.Concat(gatewayRules, azureRules, networkRules)},
		{"client-settings", "Client settings", slices.Concat(clientSettingRules, clientRules)},
		{"evidence", "What files show", evidenceRules},
	}
}

// Rules lists every rule, topic by topic.
func Rules() []Rule {
	var tables [][]Rule
	for _, topic := range RuleTopics() {
		tables = append(tables, topic.Rules)
	}
	return slices.Concat(tables...)
}

// RuleOf finds a rule by its ID, an empty one where there is none.
func RuleOf(id string) Rule {
	for _, r := range Rules() {
		if r.ID == id {
			return r
		}
	}
	return Rule{}
}

// ruleSources are the references of every rule by its ID, worked out once.
var ruleSources = sync.OnceValue(func() map[string][]Reference {
	sources := map[string][]Reference{}
	for _, rule := range Rules() {
		sources[rule.ID] = References(rule.Cites)
	}
	return sources
})

// Judged lists how every rule comes out, with those that hold and those that
// do not apply.
func (p *Plan) Judged() []Finding {
	findings := []Finding{}
	for _, rule := range Rules() {
		findings = append(findings, rule.judged(p)...)
	}
	return findings
}

// judged lists how the rule comes out for each of its subjects.
func (r Rule) judged(p *Plan) []Finding {
	verdicts := r.Judge(p)
	if len(verdicts) == 0 {
		return []Finding{r.finding(p, NotAsked, Verdict{})}
	}
	findings := make([]Finding, len(verdicts))
	for i, v := range verdicts {
		findings[i] = r.finding(p, r.outcome(v), v)
	}
	return findings
}

// Findings lists what is broken, unknown or planned.
func (p *Plan) Findings() []Finding {
	return slices.DeleteFunc(p.Judged(), func(f Finding) bool { return !f.Matters() })
}

// Matters reports whether the finding is one to act on or to watch: the rule
// applies, and it does not hold today as far as anybody knows.
func (f Finding) Matters() bool {
	return f.Outcome == Broken || f.Outcome == Unclear || f.Outcome == Planned
}

func (r Rule) outcome(v Verdict) OutcomeWord {
	switch {
	case v.Holds == IsTrue:
		return Holds
	case r.Task != "" && !v.Settled:
		return Planned
	case v.Holds == Unknown:
		return Unclear
	}
	return Broken
}

// notKnownYet is the detail of a finding where there is no more to say.
const notKnownYet = "not known yet"

func (r Rule) finding(p *Plan, outcome OutcomeWord, v Verdict) Finding {
	f := Finding{
		Rule: r.ID, Severity: v.Severity, Outcome: outcome, Subject: v.Subject, Title: r.Title,
		Detail: v.Detail, Fix: cmp.Or(v.Fix, r.Fix), Sources: ruleSources()[r.ID], Conflict: r.Conflict(),
		Way: v.Way, missing: v.Missing, inside: r.Inside,
	}
	if f.Severity == "" {
		f.Severity = r.Severity(p)
	}
	if v.Holds == Unknown {
		f.Detail = cmp.Or(v.Doubt, notKnownYet)
	}
	if outcome == Planned {
		f.Task = r.taskFor(p)
	}
	if !f.Matters() {
		f.Detail = ""
	}
	return f
}

// taskFor is the task that makes the rule hold under these answers.
func (r Rule) taskFor(p *Plan) string {
	if r.Instead != nil {
		if id := r.Instead(p); id != "" {
			return id
		}
	}
	return r.Task
}

// tasks lists every task that can make the rule hold.
func (r Rule) tasks() []string {
	if r.Task == "" {
		return nil
	}
	return append([]string{r.Task}, r.Others...)
}

// always is the severity of a rule that has only one.
func always(s Severity) func(p *Plan) Severity {
	return func(*Plan) Severity { return s }
}
