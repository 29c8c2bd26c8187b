package rules

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/evidence/evidencetest"
	"cmgwizard/model/plantest"
)

const editionFile = "testdata/edition.txt"

// TestEditionOfTheRules goes red when a rule judges otherwise than it did when
// the file was written: people whose plans another program judged must be told.
func TestEditionOfTheRules(t *testing.T) {
	got := editionLines()
	if *plantest.Update {
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
	return slices.Contains(e.New, rule) || slices.ContainsFunc(e.Changed, func(c Change) bool { return c.Rule == rule })
}

// editionLines are the edition and, for each rule, a sum of what it says about
// plans of every sort.
func editionLines() string {
	sums := map[string]*strings.Builder{}
	for _, rule := range All() {
		sums[rule.ID] = &strings.Builder{}
	}
	for _, p := range evidencetest.DrawnPlans(400) {
		for _, f := range AllFindings(&p) {
			fmt.Fprintln(sums[f.Rule], f.Subject, f.Outcome, f.Severity, f.Task)
		}
	}
	lines := []string{editionLine()}
	for _, rule := range All() {
		lines = append(lines, fmt.Sprintf("%s %08x", rule.ID, evidencetest.Sum(sums[rule.ID].String())))
	}
	return strings.Join(lines, "\n") + "\n"
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
			if !slices.ContainsFunc(All(), func(r Rule) bool { return r.ID == id }) {
				t.Errorf("edition %d names %s, which is no rule", e.Number, id)
			}
		}
	}
}

func TestSavedEdition(t *testing.T) {
	latest := LatestEdition().Number
	for _, c := range []struct {
		name string
		plan model.Plan
		want int
	}{
		{"written by hand", model.Plan{}, 0},
		{"saved before plans kept it", model.Plan{Serial: 7}, firstEdition},
		{"saved now", model.Plan{Serial: 7, Rules: latest}, latest},
		{"saved by a newer program", model.Plan{Serial: 7, Rules: latest + 1}, latest + 1},
	} {
		if got := SavedEdition(&c.plan); got != c.want {
			t.Errorf("%s: edition %d, want %d", c.name, got, c.want)
		}
	}
}

// TestNews judges with an edition that adds a rule and changes another.
func TestNews(t *testing.T) {
	edition := Edition{Number: 2, New: []string{"client-setting-cmg"}, Changed: []Change{
		{"classic-cmg", "it is asked for now", func(*model.Plan) []Finding { return []Finding{{Subject: "gateway.classic_present", Outcome: Holds}} }},
		{"site-integrated", "nothing", func(p *model.Plan) []Finding { return AllFindings(p) }},
	}}
	p := &model.Plan{Serial: 3}
	news := edition.news(p, AllFindings(p))
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
		p := model.Plan{Serial: serial, Rules: serial * LatestEdition().Number}
		if news := NewsOf(&p); news == nil || len(news) > 0 {
			t.Errorf("serial %d: news %v", serial, news)
		}
	}
}
