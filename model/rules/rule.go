// Package rules holds the rules that judge a plan, with their sources: what must
// hold, what a plan requires, and where Microsoft's own documents disagree.
package rules

import (
	"cmp"
	"slices"
	"sync"

	"cmgwizard/model"
)

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
	Problem  string   // what is wrong where it is broken; {it} is the subject in words
	Open     string   // what somebody must say where it is unclear: "Unknown whether …"
	Why      string   // what goes wrong where it does not hold
	When     string   // when it applies, in words: "Always"
	Reads    []string // the answers that it looks at: "site.security", "management_points[].clients"
	Severity func(p *model.Plan) model.Severity
	Grades   string       // how the severity changes with the version or the answers, "" where it never does
	Fix      string       // an order
	Task     string       // the task that makes it hold, "" where only another answer does
	Inside   bool         // it judges devices where they are on the internal network
	Stops    model.Method // the method of which no client works where a file warns of it, "" for none
	Cites    []model.Citation

	// Instead gives another task than Task where the answers ask for that one,
	// else "". It is nil where one task serves every plan. Others are all that
	// it can give.
	Instead func(p *model.Plan) string
	Others  []string

	// Judge gives one verdict for each subject that the rule applies to.
	Judge func(p *model.Plan) []model.Outcome
}

// A Finding is what a rule says about one subject of a plan.
type Finding struct {
	Rule     string              `json:"rule"`
	Severity model.Severity      `json:"severity"`
	Outcome  OutcomeWord         `json:"outcome"`
	Subject  string              `json:"subject"`
	Title    string              `json:"title"`
	Problem  string              `json:"problem"` // what is wrong or not known, in a sentence
	Detail   string              `json:"detail"`
	Fix      string              `json:"fix"`
	Task     string              `json:"task"`
	Sources  []model.Reference   `json:"sources"`
	Conflict model.Disagreements `json:"conflict"`

	// Way is the key to go to, where another answer than that of the subject
	// changes the outcome, else "".
	Way string `json:"-"`

	Missing []string `json:"-"` // the keys whose answers are missing
	Inside  bool     `json:"-"` // about devices on the internal network

	// Sentence is the problem before the name of the subject is in it: findings
	// of a rule with the same sentence are told together.
	Sentence string `json:"-"`

	Guessed bool `json:"-"` // only a value that nobody said stands against the rule
	Unseen  bool `json:"-"` // that value is what the rule asks for: nobody saw the fault
}

// Told reports whether the finding is one for the reader: what a task will
// settle is a task.
func (f Finding) Told() bool { return f.Outcome == Broken || f.Outcome == Unclear }

// Shown is the outcome as people read it: a fault that nobody saw is an open
// question.
func (f Finding) Shown() OutcomeWord {
	if f.Unseen && f.Outcome == Broken {
		return Unclear
	}
	return f.Outcome
}

// Place is the key to go to for another answer.
func (f Finding) Place() string { return cmp.Or(f.Way, f.Subject) }

// A Topic is what several rules are about.
type Topic struct {
	ID, Title string
	Rules     []Rule
}

// Topics lists every rule by what it is about.
func Topics() []Topic {
	return []Topic{
		{"site", "Site and management points", slices.Concat(siteRules, serverRules)},
		{"devices", "Devices", deviceRules},
		{"entra", "Microsoft Entra ID", slices.Concat(entraRules, appRules)},
		{"pki", "Client certificates and revocation", slices.Concat(pkiRules, certificateRules)},
		{"token", "Site-issued tokens", tokenRules},
		{"gateway", "CMG and connection points", slices.Concat(gatewayRules, azureRules, networkRules)},
		{"client-settings", "Client settings", slices.Concat(clientSettingRules, clientRules)},
		{"updates", "Version and updates", updateRules},
		{"evidence", "What files show", evidenceRules},
	}
}

// All lists every rule, topic by topic.
var All = sync.OnceValue(func() []Rule {
	var tables [][]Rule
	for _, topic := range Topics() {
		tables = append(tables, topic.Rules)
	}
	return slices.Concat(tables...)
})

// Find finds a rule by its ID, an empty one where there is none.
func Find(id string) Rule {
	for _, r := range All() {
		if r.ID == id {
			return r
		}
	}
	return Rule{}
}

// Hold reports whether these rules apply to the plan, and hold for all that they
// are about.
func Hold(p *model.Plan, ids ...string) bool {
	return !slices.ContainsFunc(ids, func(id string) bool {
		outcomes := rulesByID()[id].Judge(p)
		return len(outcomes) == 0 || slices.ContainsFunc(outcomes, func(o model.Outcome) bool { return o.Holds != model.IsTrue })
	})
}

var rulesByID = sync.OnceValue(func() map[string]Rule {
	byID := map[string]Rule{}
	for _, rule := range All() {
		byID[rule.ID] = rule
	}
	return byID
})

// ruleSources are the references of every rule by its ID, worked out once.
var ruleSources = sync.OnceValue(func() map[string][]model.Reference {
	sources := map[string][]model.Reference{}
	for _, rule := range All() {
		sources[rule.ID] = model.References(rule.Cites)
	}
	return sources
})

// AllFindings lists how every rule comes out, with those that hold and those that
// do not apply.
func AllFindings(p *model.Plan) []Finding {
	findings := make([]Finding, 0, 2*len(All())) // most rules have one subject or two
	for _, rule := range All() {
		findings = append(findings, rule.judged(p)...)
	}
	return findings
}

// judged lists how the rule comes out for each of its subjects.
func (r Rule) judged(p *model.Plan) []Finding {
	verdicts := r.Judge(p)
	if len(verdicts) == 0 {
		return []Finding{r.finding(p, NotAsked, model.Outcome{})}
	}
	return r.Findings(p, verdicts)
}

// Findings lists what is broken, unknown or planned.
func Findings(p *model.Plan) []Finding {
	return slices.DeleteFunc(AllFindings(p), func(f Finding) bool { return !f.Matters() })
}

// Matters reports whether the finding is one to act on or to watch: the rule
// applies, and it does not hold today as far as anybody knows.
func (f Finding) Matters() bool {
	return f.Outcome == Broken || f.Outcome == Unclear || f.Outcome == Planned
}

// outcome is the word for one outcome of the rule: broken becomes planned
// where a task of the rule settles it.
func (r Rule) outcome(v model.Outcome) OutcomeWord {
	switch {
	case v.Holds == model.IsTrue:
		return Holds
	case r.Task != "" && !v.Settled:
		return Planned
	case v.Holds == model.Unknown:
		return Unclear
	}
	return Broken
}

// NotKnownYet is the detail of a finding where there is no more to say.
const NotKnownYet = "not known yet"

// finding is what the rule says about one subject.
func (r Rule) finding(p *model.Plan, outcome OutcomeWord, v model.Outcome) Finding {
	f := Finding{
		Rule: r.ID, Severity: v.Severity, Outcome: outcome, Subject: v.Subject, Title: r.Title,
		Detail: v.Detail, Fix: cmp.Or(v.Fix, r.Fix), Sources: ruleSources()[r.ID], Conflict: r.Conflict(),
		Way: v.Way, Missing: v.Missing, Inside: r.Inside,
	}
	if f.Severity == "" {
		f.Severity = r.Severity(p)
	}
	if v.Holds == model.Unknown {
		f.Detail = cmp.Or(v.Doubt, NotKnownYet)
	}
	if outcome == Planned {
		f.Task = r.taskFor(p)
	}
	if !f.Matters() {
		f.Detail = ""
		return f
	}
	r.say(&f, p, v)
	return f
}

// taskFor is the task that makes the rule hold under these answers.
func (r Rule) taskFor(p *model.Plan) string {
	if r.Instead != nil {
		if id := r.Instead(p); id != "" {
			return id
		}
	}
	return r.Task
}

// Tasks lists every task that can make the rule hold.
func (r Rule) Tasks() []string {
	if r.Task == "" {
		return nil
	}
	return append([]string{r.Task}, r.Others...)
}

// always is the severity of a rule that has only one.
func always(s model.Severity) func(p *model.Plan) model.Severity {
	return func(*model.Plan) model.Severity { return s }
}
