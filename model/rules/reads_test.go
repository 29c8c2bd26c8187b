package rules

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/evidence/evidencetest"
	"cmgwizard/model/plantest"
	"cmgwizard/model/updates"
)

// readPlans is how many plans the lists of what rules read are tried on.
const readPlans = 400

// pattern is the key of an answer without its place: "devices[].method".
func pattern(key string) string { return plantest.PlaceForm.ReplaceAllString(key, "[]") }

// A judgement is all that one rule says about a plan.
type judgement struct {
	verdicts []model.Outcome
	severity model.Severity
}

func judgements(rules []Rule, p *model.Plan) []judgement {
	list := make([]judgement, len(rules))
	for i, rule := range rules {
		list[i] = judgement{rule.Judge(p), rule.Severity(p)}
	}
	return list
}

// equals compares everything, also what no finding shows.
func (j judgement) equals(other judgement) bool {
	return j.severity == other.severity && slices.EqualFunc(j.verdicts, other.verdicts, func(a, b model.Outcome) bool {
		return a.Subject == b.Subject && a.Holds == b.Holds && a.Detail == b.Detail && slices.Equal(a.Missing, b.Missing) && a.Doubt == b.Doubt &&
			a.Severity == b.Severity && a.Fix == b.Fix && a.Way == b.Way && a.Settled == b.Settled
	})
}

// looksLike compares what people see, words aside. The severity of a rule that
// does not apply is not seen.
func (j judgement) looksLike(other judgement, rule Rule) bool {
	seen := j.severity == other.severity || len(j.verdicts) == 0
	return seen && slices.EqualFunc(j.verdicts, other.verdicts, func(a, b model.Outcome) bool {
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

func (r readsTrial) run(m evidencetest.PlanMaker, plans int) {
	for range plans {
		r.try(m, m.Plan())
	}
}

// try changes each answer of a plan by itself.
func (r readsTrial) try(m evidencetest.PlanMaker, p *model.Plan) {
	before := judgements(r.rules, p)
	for _, f := range p.Fields() {
		old := f.Text()
		m.Change(f)
		r.compare(before, p, pattern(f.Key))
		m.Set(f, old)
	}
	r.tryLists(m, p, before)
	r.tryEvidence(m, p, before)
}

// tryEvidence puts other files in the place of those that were seen, and adds
// one.
func (r readsTrial) tryEvidence(m evidencetest.PlanMaker, p *model.Plan, before []judgement) {
	if p.At.IsZero() {
		return
	}
	for i, old := range p.Evidence {
		for range 3 {
			p.Evidence[i] = m.Evidence()
			r.compare(before, p, "evidence[].facts")
		}
		p.Evidence[i] = old
	}
	evidence := p.Evidence
	p.Evidence = append(slices.Clone(evidence), m.Evidence())
	r.compare(before, p, "evidence")
	p.Evidence = evidence
}

// tryLists gives each list one entry more.
func (r readsTrial) tryLists(m evidencetest.PlanMaker, p *model.Plan, before []judgement) {
	devices, points, connections := p.Devices, p.ManagementPoints, p.ConnectionPoints
	p.Devices = append(slices.Clone(devices), model.Device{})
	m.Fill(p, "devices["+lastPlace(p.Devices))
	r.compare(before, p, "devices")
	p.Devices, p.ManagementPoints = devices, append(slices.Clone(points), model.ManagementPoint{})
	m.Fill(p, "management_points["+lastPlace(p.ManagementPoints))
	r.compare(before, p, "management_points")
	p.ManagementPoints, p.ConnectionPoints = points, append(slices.Clone(connections), model.ConnectionPoint{})
	m.Fill(p, "connection_points["+lastPlace(p.ConnectionPoints))
	r.compare(before, p, "connection_points")
	p.ConnectionPoints = connections
}

func lastPlace[T any](list []T) string { return model.Num(len(list)-1).String() + "]" }

// compare notes the rules that judge otherwise now that what the pattern names
// has changed.
func (r readsTrial) compare(before []judgement, p *model.Plan, changed string) {
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
	others := slices.DeleteFunc(slices.Clone(All()), func(r Rule) bool { return slices.ContainsFunc(updateRules, called(r.ID)) })
	trial := newReadsTrial(others)
	trial.run(evidencetest.NewPlanMaker(4), readPlans)
	for _, complaint := range trial.complaints() {
		t.Error(complaint)
	}
}

// TestReadsOfUpdatesAreExact is the same for the rules about single versions: each
// version comes often.
func TestReadsOfUpdatesAreExact(t *testing.T) {
	t.Parallel()
	trial := newReadsTrial(updateRules)
	m := evidencetest.NewPlanMaker(5)
	for n := range 35 * 12 {
		p := m.Plan()
		p.Site.Version = updates.Versions[n/2%12].Name
		if n%5 == 0 {
			p.Site.Updates = nil
		}
		if n%2 == 0 {
			p.Devices, p.Gateway.Exists = []model.Device{{Join: model.Workgroup, Internet: model.Yes, Method: model.ClientPKI}}, model.Yes
		}
		trial.try(m, p)
	}
	for _, complaint := range trial.complaints() {
		t.Error(complaint)
	}
}

// TestReadsTrialNotices shows that the test above would turn red.
func TestReadsTrialNotices(t *testing.T) {
	rule := siteRules[0]
	rule.Reads = []string{"site.security", "site.code"}
	trial := newReadsTrial([]Rule{rule})
	trial.run(evidencetest.NewPlanMaker(2), readPlans/10)
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
	p := &model.Plan{}
	p.Devices, p.ManagementPoints, p.ConnectionPoints = make([]model.Device, 1), make([]model.ManagementPoint, 1), make([]model.ConnectionPoint, 1)
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
	for _, rule := range All() {
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
	severities := map[string][]model.Severity{}
	m, rules := evidencetest.NewPlanMaker(3), All()
	for n := range 1000 {
		p := m.Plan()
		if n%3 == 0 { // an old image fails, and the support of 2509 ends soon
			p.At = evidencetest.Today.AddDate(0, 4, 0)
		}
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
func checkGrades(t *testing.T, rule Rule, seen []model.Severity) {
	t.Helper()
	for _, s := range seen {
		if rule.Grades != "" && !strings.Contains(strings.ToLower(rule.Grades), string(s)) {
			t.Errorf("%s does not say when it is %s: %q", rule.ID, s, rule.Grades)
		}
	}
}
