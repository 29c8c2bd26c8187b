package model

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// readPlans is how many plans the lists of what rules read are tried on.
const readPlans = 300

// pattern is the key of an answer without its place: "devices[].method".
func pattern(key string) string { return placeForm.ReplaceAllString(key, "[]") }

// A planMaker makes plans of all answers, also absent and unsure ones. What it
// draws of files leaves the answers as they are.
type planMaker struct {
	*rand.Rand
	files *rand.Rand
}

func newPlanMaker(seed uint64) planMaker {
	return planMaker{rand.New(rand.NewPCG(seed, 0)), rand.New(rand.NewPCG(seed, 1))}
}

// plan has lists of several entries; more connection points, since their number
// alone counts.
func (m planMaker) plan() *Plan {
	p := &Plan{}
	p.Devices = make([]Device, m.IntN(4))
	p.ManagementPoints = make([]ManagementPoint, m.IntN(4))
	p.ConnectionPoints = make([]ConnectionPoint, m.IntN(6))
	m.fill(p, "")
	if m.files.IntN(2) == 0 {
		p.At = today
		p.Evidence = make([]Evidence, m.files.IntN(7))
		for i := range p.Evidence {
			p.Evidence[i] = m.evidence()
		}
		if m.files.IntN(2) == 0 {
			p.Evidence = append(p.Evidence, wholeChain...)
		}
	}
	return p
}

// evidence is one of those that some rule judges otherwise than another.
func (m planMaker) evidence() Evidence { return someEvidence[m.files.IntN(len(someEvidence))] }

// fill answers what begins with the prefix anew.
func (m planMaker) fill(p *Plan, prefix string) {
	for _, f := range p.Fields() {
		if strings.HasPrefix(f.Key, prefix) {
			m.answer(f)
		}
	}
}

// answer gives a value three times of four, else nothing or Unsure.
func (m planMaker) answer(f Field) {
	values := f.someValues()
	switch m.IntN(8) {
	case 0:
		f.Clear()
	case 1:
		m.set(f, Unsure)
	default:
		m.set(f, values[m.IntN(len(values))])
	}
}

// change gives another answer than the field has.
func (m planMaker) change(f Field) {
	for before := f.Text(); f.Text() == before; {
		m.answer(f)
	}
}

func (m planMaker) set(f Field, text string) {
	if err := f.Set(text); err != nil {
		panic(f.Key + ": " + err.Error())
	}
}

// textValues are values of text, by key or by form: on both sides of every
// limit that a rule knows.
var textValues = map[string][]string{
	"gateway.service_name": {
		"granitefalls.contoso.com", "granite-falls.contoso.com", "granitefalls.westus.cloudapp.azure.com", "granitefalls.usgovcloudapp.net",
	},
	"entra.app_id_uri": {"https://ConfigMgrService", "api://aaaabbbb-0000-cccc-1111-dddd2222eeee/cmg", "https://contoso.com/cmg"},
	// One rule is about version 2002 alone, so it comes often.
	"version":   {"2002", "2002", "2002", "2002", "2006", "2010", "2103", "2107", "2111", "2203", "2207", "2303", "2309", "2403", "2409", "2503", "2509", "2603"},
	"site-code": {"P01", "P02"},
	"guid":      {"aaaabbbb-0000-cccc-1111-dddd2222eeee", "00000000-0000-0000-0000-000000000001"},
	"host":      {"mp1.contoso.com", "mp2.contoso.com"},
	"date":      {"2026-11-30", "2028-02-29"},
	"":          {"westeurope", "northeurope"},
}

var numberValues = []string{"0", "1", "2", "4", "5", "16", "30", "31", "90", "91", "1440", "2048", "4096", "6000", "10080", "10081", "20000"}

func (f Field) someValues() []string {
	var values []string
	switch f.Kind() {
	case TextField:
		if special := textValues[f.Key]; special != nil {
			return special
		}
		return textValues[f.tag.Get("check")]
	case NumberField:
		values = numberValues
	default:
		for _, w := range f.Words() {
			values = append(values, w.Value)
		}
	}
	if f.Kind() == ListField {
		values = append(values, "none", strings.Join(values, ","))
	}
	return slices.DeleteFunc(slices.Clone(values), func(text string) bool { return f.check(text) != nil })
}

// A judgement is all that one rule says about a plan.
type judgement struct {
	verdicts []Verdict
	severity Severity
}

func judgements(rules []Rule, p *Plan) []judgement {
	list := make([]judgement, len(rules))
	for i, rule := range rules {
		list[i] = judgement{rule.Judge(p), rule.Severity(p)}
	}
	return list
}

// equals compares everything, also what no finding shows.
func (j judgement) equals(other judgement) bool {
	return j.severity == other.severity && slices.EqualFunc(j.verdicts, other.verdicts, func(a, b Verdict) bool {
		return a.Subject == b.Subject && a.Holds == b.Holds && a.Detail == b.Detail && slices.Equal(a.Missing, b.Missing) && a.Doubt == b.Doubt &&
			a.Severity == b.Severity && a.Fix == b.Fix && a.Way == b.Way && a.Settled == b.Settled
	})
}

// looksLike compares what people see, words aside. The severity of a rule that
// does not apply is not seen.
func (j judgement) looksLike(other judgement, rule Rule) bool {
	seen := j.severity == other.severity || len(j.verdicts) == 0
	return seen && slices.EqualFunc(j.verdicts, other.verdicts, func(a, b Verdict) bool {
		return a.Subject == b.Subject && rule.outcome(a) == rule.outcome(b) && a.Severity == b.Severity && a.Fix == b.Fix && a.Way == b.Way
	})
}

// readsTrial changes one answer of a plan after the other and watches which
// rules notice.
type readsTrial struct {
	rules   []Rule
	noticed map[string]bool     // rule and pattern
	hidden  map[string][]string // a rule and what it notices but does not list
}

func newReadsTrial(rules []Rule) readsTrial {
	return readsTrial{rules, map[string]bool{}, map[string][]string{}}
}

func (r readsTrial) run(m planMaker, plans int) {
	for range plans {
		p := m.plan()
		before := judgements(r.rules, p)
		for _, f := range p.Fields() {
			old := f.Text()
			m.change(f)
			r.compare(before, p, pattern(f.Key))
			m.set(f, old)
		}
		r.tryLists(m, p, before)
		r.tryEvidence(m, p, before)
	}
}

// tryEvidence puts other files in the place of those that were seen, and adds
// one.
func (r readsTrial) tryEvidence(m planMaker, p *Plan, before []judgement) {
	if p.At.IsZero() {
		return
	}
	for i, old := range p.Evidence {
		for range 3 {
			p.Evidence[i] = m.evidence()
			r.compare(before, p, "evidence[].facts")
		}
		p.Evidence[i] = old
	}
	evidence := p.Evidence
	p.Evidence = append(slices.Clone(evidence), m.evidence())
	r.compare(before, p, "evidence")
	p.Evidence = evidence
}

// tryLists gives each list one entry more.
func (r readsTrial) tryLists(m planMaker, p *Plan, before []judgement) {
	devices, points, connections := p.Devices, p.ManagementPoints, p.ConnectionPoints
	p.Devices = append(slices.Clone(devices), Device{})
	m.fill(p, "devices["+lastPlace(p.Devices))
	r.compare(before, p, "devices")
	p.Devices, p.ManagementPoints = devices, append(slices.Clone(points), ManagementPoint{})
	m.fill(p, "management_points["+lastPlace(p.ManagementPoints))
	r.compare(before, p, "management_points")
	p.ManagementPoints, p.ConnectionPoints = points, append(slices.Clone(connections), ConnectionPoint{})
	m.fill(p, "connection_points["+lastPlace(p.ConnectionPoints))
	r.compare(before, p, "connection_points")
	p.ConnectionPoints = connections
}

func lastPlace[T any](list []T) string { return Num(len(list)-1).String() + "]" }

// compare notes the rules that judge otherwise now that what the pattern names
// has changed.
func (r readsTrial) compare(before []judgement, p *Plan, changed string) {
	for i, now := range judgements(r.rules, p) {
		rule := r.rules[i]
		if now.equals(before[i]) {
			continue
		}
		if !rule.reads(changed) && !slices.Contains(r.hidden[rule.ID], changed) {
			r.hidden[rule.ID] = append(r.hidden[rule.ID], changed)
		}
		if !now.looksLike(before[i], rule) {
			r.noticed[rule.ID+" "+changed] = true
		}
	}
}

// reads reports whether the rule lists the pattern. Who reads an answer of a
// list notices new entries too.
func (r Rule) reads(changed string) bool {
	return slices.ContainsFunc(r.Reads, func(listed string) bool {
		return listed == changed || strings.HasPrefix(listed, changed+"[]")
	})
}

// complaints say what the rules list wrongly.
func (r readsTrial) complaints() []string {
	var list []string
	for _, rule := range r.rules {
		for _, key := range r.hidden[rule.ID] {
			list = append(list, rule.ID+" looks at "+key+" and does not list it")
		}
		for _, key := range rule.Reads {
			if !r.noticed[rule.ID+" "+key] {
				list = append(list, rule.ID+" lists "+key+" and never looks at it")
			}
		}
	}
	return list
}

// TestReadsAreExact: another answer changes what a rule says only if the rule
// lists that answer, and no rule lists one in vain.
func TestReadsAreExact(t *testing.T) {
	t.Parallel()
	trial := newReadsTrial(Rules())
	trial.run(newPlanMaker(1), readPlans)
	for _, complaint := range trial.complaints() {
		t.Error(complaint)
	}
}

// TestReadsTrialNotices shows that the test above would turn red.
func TestReadsTrialNotices(t *testing.T) {
	rule := siteRules[0]
	rule.Reads = []string{"site.security", "site.code"}
	trial := newReadsTrial([]Rule{rule})
	trial.run(newPlanMaker(2), readPlans/10)
	want := []string{
		rule.ID + " looks at site.version and does not list it",
		rule.ID + " lists site.code and never looks at it",
	}
	if got := trial.complaints(); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// knownPatterns are the keys of every answer, and the lists by themselves.
func knownPatterns() []string {
	p := &Plan{}
	p.Devices, p.ManagementPoints, p.ConnectionPoints = make([]Device, 1), make([]ManagementPoint, 1), make([]ConnectionPoint, 1)
	patterns := []string{"devices", "management_points", "connection_points", "evidence", "evidence[].facts"}
	for _, f := range p.Fields() {
		patterns = append(patterns, pattern(f.Key))
	}
	return patterns
}

// TestReadsAreKeys: a list stands by itself only where the number of its
// entries alone counts.
func TestReadsAreKeys(t *testing.T) {
	known := knownPatterns()
	for _, rule := range Rules() {
		for i, key := range rule.Reads {
			if !slices.Contains(known, key) {
				t.Errorf("%s reads %s, which no plan has", rule.ID, key)
			}
			if slices.Contains(rule.Reads[:i], key) {
				t.Errorf("%s reads %s twice", rule.ID, key)
			}
			if slices.ContainsFunc(rule.Reads, func(other string) bool { return strings.HasPrefix(other, key+"[]") }) {
				t.Errorf("%s reads %s, and answers of it too", rule.ID, key)
			}
		}
	}
}

// TestGrades: a severity that changes is told, and no other.
func TestGrades(t *testing.T) {
	t.Parallel()
	severities := map[string][]Severity{}
	m, rules := newPlanMaker(3), Rules()
	for range 1000 {
		p := m.plan()
		for _, rule := range rules {
			for _, f := range rule.judged(p) {
				if !slices.Contains(severities[rule.ID], f.Severity) {
					severities[rule.ID] = append(severities[rule.ID], f.Severity)
				}
			}
		}
	}
	for _, rule := range rules {
		if seen := severities[rule.ID]; (len(seen) > 1) != (rule.Grades != "") {
			t.Errorf("%s is %v, and its grades are %q", rule.ID, seen, rule.Grades)
		}
		checkGrades(t, rule, severities[rule.ID])
	}
}

// checkGrades wants every severity that occurs by its name.
func checkGrades(t *testing.T, rule Rule, seen []Severity) {
	t.Helper()
	for _, s := range seen {
		if rule.Grades != "" && !strings.Contains(strings.ToLower(rule.Grades), string(s)) {
			t.Errorf("%s does not say when it is %s: %q", rule.ID, s, rule.Grades)
		}
	}
}
