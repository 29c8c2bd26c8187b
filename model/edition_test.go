package model

import (
	"flag"
	"fmt"
	"hash/fnv"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

const editionFile = "testdata/edition.txt"

// TestEditionOfTheRules goes red when a rule judges otherwise than it did when
// the file was written: people whose plans another program judged must be told.
func TestEditionOfTheRules(t *testing.T) {
	got := editionLines()
	if *update {
		if err := os.WriteFile(editionFile, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(editionFile)
	if err != nil {
		t.Fatal(err)
	}
	before := strings.Split(strings.ReplaceAll(string(want), "\r\n", "\n"), "\n")
	var written []string
	for line := range strings.SplitSeq(got, "\n") {
		rule, _, _ := strings.Cut(line, " ")
		switch {
		case slices.Contains(before, line):
		case slices.Contains(before, editionLine()) || rule != editionWord && !LatestEdition().names(rule):
			t.Errorf("%s judges otherwise than %s says: name the rule in a new edition (edition.go), then run with -update", rule, editionFile)
		default:
			written = append(written, rule)
		}
	}
	if len(written) > 0 {
		t.Errorf("%s is older than %s: run with -update to write down %s", editionFile, editionLine(), strings.Join(written, ", "))
	}
}

const editionWord = "edition"

func editionLine() string { return fmt.Sprintf("%s %d", editionWord, LatestEdition().Number) }

// names reports whether a rule is new or changed in the edition.
func (e Edition) names(rule string) bool {
	return slices.Contains(e.New, rule) || slices.ContainsFunc(e.Changed, func(c RuleChange) bool { return c.Rule == rule })
}

// editionLines are the edition and, for each rule, a sum of what it says about
// plans of every sort.
func editionLines() string {
	sums := map[string]*strings.Builder{}
	for _, rule := range Rules() {
		sums[rule.ID] = &strings.Builder{}
	}
	for _, p := range drawnPlans(400) {
		for _, f := range p.Judged() {
			fmt.Fprintln(sums[f.Rule], f.Subject, f.Outcome, f.Severity, f.Task)
		}
	}
	lines := []string{editionLine()}
	for _, rule := range Rules() {
		lines = append(lines, fmt.Sprintf("%s %08x", rule.ID, sum(sums[rule.ID].String())))
	}
	return strings.Join(lines, "\n") + "\n"
}

func sum(text string) uint32 {
	h := fnv.New32a()
	fmt.Fprint(h, text)
	return h.Sum32()
}

// drawnPlans are plans of every sort. Each answer hangs on its key and the
// number of the plan alone, so that a new key changes none of the others.
func drawnPlans(count int) []Plan {
	plans := make([]Plan, count)
	for n := range plans {
		p := &plans[n]
		p.Devices = make([]Device, drawn(n, "devices", 4))
		p.ManagementPoints = make([]ManagementPoint, drawn(n, "management_points", 4))
		p.ConnectionPoints = make([]ConnectionPoint, drawn(n, "connection_points", 3))
		for _, f := range p.Fields() {
			values := drawnValues(f)
			if err := f.Set(values[drawn(n, f.Key, len(values))]); err != nil {
				panic(err)
			}
		}
		if n%2 == 0 {
			p.At, p.Evidence = today, drawnEvidence(n)
		}
	}
	return plans
}

// drawnEvidence is a whole chain in every other plan, and some more files.
func drawnEvidence(plan int) []Evidence {
	evidence := make([]Evidence, drawn(plan, "evidence", 9))
	for i := range evidence {
		evidence[i] = someEvidence[drawn(plan, fmt.Sprint("evidence ", i), len(someEvidence))]
	}
	if drawn(plan, "chain", 2) == 0 {
		evidence = append(evidence, wholeChain...)
	}
	return evidence
}

// drawn is a number below limit.
func drawn(plan int, key string, limit int) int {
	return int(sum(fmt.Sprint(plan, " ", key))>>8) % limit
}

// drawnValues are the answers to draw from, more of those that decide.
func drawnValues(f Field) []string {
	values := []string{"", Unsure}
	for _, w := range f.Words() {
		values = append(values, w.Value, w.Value)
	}
	switch {
	case f.Kind() == NumberField && f.limit("max", MaxNumber) < 100:
		return append(values, "1", "2", "5", "16")
	case f.Kind() == NumberField:
		return append(values, "0", "2", "5", "60", "2048", "4096", "10080", "20000")
	case f.Kind() == TextField:
		return append(values, drawnTexts(f)...)
	}
	return values
}

func drawnTexts(f Field) []string {
	switch f.tag.Get("check") {
	case "site-code":
		return []string{"P01"}
	case "version":
		return []string{"2006", "2103", "2107", "2211", "2403", "2409", "2603"}
	case "guid":
		return []string{"aaaabbbb-0000-cccc-1111-dddd2222eeee"}
	case "date":
		return []string{"2027-06-30"}
	case "host":
		return []string{"one.contoso.com", "two.contoso.com"}
	}
	return []string{"contosocmg.contoso.com", "Contoso-CMG.westus.cloudapp.azure.com", "https://ConfigMgrService", "api://aaaabbbb-0000-cccc-1111-dddd2222eeee/cmg"}
}

func TestEditions(t *testing.T) {
	for i, e := range Editions {
		if e.Number != i+1 || len(e.Date) != len("2026-11-22") || i > 0 && e.Date < Editions[i-1].Date {
			t.Errorf("edition %d of %s is out of order", e.Number, e.Date)
		}
		ids := slices.Clone(e.New)
		for _, c := range e.Changed {
			ids = append(ids, c.Rule)
			if c.What == "" || c.Before == nil {
				t.Errorf("%s changed, and nothing says how", c.Rule)
			}
		}
		for _, id := range ids {
			if !slices.ContainsFunc(Rules(), func(r Rule) bool { return r.ID == id }) {
				t.Errorf("edition %d names %s, which is no rule", e.Number, id)
			}
		}
	}
}

func TestSavedEdition(t *testing.T) {
	latest := LatestEdition().Number
	for _, c := range []struct {
		name string
		plan Plan
		want int
	}{
		{"written by hand", Plan{}, 0},
		{"saved before plans kept it", Plan{Serial: 7}, firstEdition},
		{"saved now", Plan{Serial: 7, Rules: latest}, latest},
		{"saved by a newer program", Plan{Serial: 7, Rules: latest + 1}, latest + 1},
	} {
		if got := c.plan.SavedEdition(); got != c.want {
			t.Errorf("%s: edition %d, want %d", c.name, got, c.want)
		}
	}
}

// TestNews judges with an edition that adds a rule and changes another.
func TestNews(t *testing.T) {
	edition := Edition{Number: 2, New: []string{"client-setting-cmg"}, Changed: []RuleChange{
		{"classic-cmg", "it is asked for now", func(*Plan) []Finding { return []Finding{{Subject: "gateway.classic_present", Outcome: Holds}} }},
		{"site-integrated", "nothing", func(p *Plan) []Finding { return p.Judged() }},
	}}
	p := &Plan{Serial: 3}
	news := edition.news(p, p.Judged())
	var got []string
	for _, n := range news {
		got = append(got, fmt.Sprintf("%s was %q: %s", n.Rule, n.Was, n.What))
	}
	want := []string{`classic-cmg was "holds": it is asked for now`, `client-setting-cmg was "": a new rule`}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("news: %q, want %q", got, want)
	}
}

func TestNewsOnlyForPlansOfOlderRules(t *testing.T) {
	for _, serial := range []int{0, 3} {
		p := Plan{Serial: serial, Rules: serial * LatestEdition().Number}
		if news := p.News(); news == nil || len(news) > 0 {
			t.Errorf("serial %d: news %v", serial, news)
		}
	}
}
