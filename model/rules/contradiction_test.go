package rules

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
)

// contradictionCount is how many there are: a number is never used again, nor
// left out.
const contradictionCount = 30

func TestContradictionsAreInOrder(t *testing.T) {
	if len(Contradictions) != contradictionCount {
		t.Fatalf("%d contradictions, want %d", len(Contradictions), contradictionCount)
	}
	for i, c := range Contradictions {
		if want := fmt.Sprintf("C%d", i+1); c.ID != want {
			t.Errorf("%s stands where %s should", c.ID, want)
		}
	}
}

func TestContradictionsAreComplete(t *testing.T) {
	for _, c := range Contradictions {
		missing := map[string]bool{
			"question as title": !strings.HasSuffix(c.Title, "?"),
			"second page":       len(c.Says) < 2,
			"reading":           c.Reading == "" || !strings.HasSuffix(c.Reading, "."),
			"known sureness":    Surenesses.Label(c.Sure) == "",
			"reading in text":   !strings.Contains(c.Text(), " Our reading: "+c.Reading),
			"sureness in text":  !strings.HasSuffix(c.Text(), " Confidence: "+string(c.Sure)+"."),
		}
		for what, is := range missing {
			if is {
				t.Errorf("%s has no %s", c.ID, what)
			}
		}
		for _, s := range c.Says {
			plantest.CheckCitations(t, c.ID, []model.Citation{s.Cite})
		}
		if len(c.Sources()) != len(c.Says) {
			t.Errorf("%s has %d sources for %d sentences", c.ID, len(c.Sources()), len(c.Says))
		}
	}
}

// longestContradiction is how many letters fit a paragraph that people read.
const longestContradiction = 500

// foreignWords are those of the table of names that tell what we do not say,
// and marks that would be shown as they are.
var foreignWords = regexp.MustCompile(`(?i)\bazure ad\b|azure active directory|\bAAD\b|\bMP\b|\bendpoint|\bproxy server\b|\brelay\b|` +
	`\bbearer\b|\bSSL cert|\beHTTP mode\b|revocation URL|registration dump|\bvalidator\b|\blogin\b|[*` + "`" + `{}]|\bC[0-9]+: `)

func TestWordsOfContradictions(t *testing.T) {
	for _, c := range Contradictions {
		if n := len(c.Text()); n > longestContradiction {
			t.Errorf("%s has %d letters, more than %d", c.ID, n, longestContradiction)
		}
		texts := []string{c.Title, c.Reading}
		for _, s := range c.Says {
			texts = append(texts, s.Text)
			if !strings.HasSuffix(s.Text, ".") || s.Text[:1] != strings.ToUpper(s.Text[:1]) {
				t.Errorf("%s: no sentence: %q", c.ID, s.Text)
			}
		}
		for _, text := range texts {
			checkText(t, c.ID, text)
		}
	}
}

func checkText(t *testing.T, id, text string) {
	t.Helper()
	if found := foreignWords.FindString(text); found != "" {
		t.Errorf("%s says %q: %q", id, found, text)
	}
	if text != strings.TrimSpace(text) || strings.Contains(text, "  ") || strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' }) {
		t.Errorf("%s has stray blanks or signs: %q", id, text)
	}
}

// restOn are the rules that rest on contradictions.
var restOn = map[string][]string{
	"site-plain-http":              {"C6"},
	"https-only-site":              {"C25"},
	"internal-clients-https-mp":    {"C25"},
	"token-registration-https":     {"C25"},
	"mp-asp-net":                   {"C28"},
	"mp-internet-access":           {"C16"},
	"cmg-mp-mode":                  {"C3"},
	"user-centric-needs-entra":     {"C14"},
	"pki-on-ehttp":                 {"C1"},
	"stray-certificate":            {"C15"},
	"stray-certificate-seen":       {"C15"},
	"on-premises-entra-http":       {"C2"},
	"on-premises-user-http":        {"C2"},
	"entra-user-discovery":         {"C9"},
	"client-key-length":            {"C18"},
	"connection-point-certificate": {"C5"},
	"token-offline":                {"C12"},
	"token-client-restart":         {"C12"},
	"service-name":                 {"C7"},
	"mp-proxy-local-system":        {"C16"},
	"connection-point-ports":       {"C17"},
	"lab-size":                     {"C23"},
	"capacity":                     {"C23"},
	"monitoring-key-length":        {"C18"},
	"mp-trusts-client-ca":          {"C30"},
}

func TestRulesRestOnTheirContradictions(t *testing.T) {
	for _, rule := range All() {
		var got []string
		for _, c := range ContradictionsOf(rule.ID, func(c Contradiction) []string { return c.Rules }) {
			got = append(got, c.ID)
		}
		if !slices.Equal(got, restOn[rule.ID]) {
			t.Errorf("%s rests on %v, want %v", rule.ID, got, restOn[rule.ID])
		}
	}
}

// TestFilesHaveDisagreementsAsOneText: programs read one string, "" for none.
func TestFilesHaveDisagreementsAsOneText(t *testing.T) {
	two := model.Disagreements{{ID: "C98", Text: "One page says <yes>."}, {ID: "C99", Text: "Another says no."}}
	for _, c := range []struct {
		list model.Disagreements
		want string
	}{{nil, `""`}, {model.Disagreements{}, `""`}, {two, `"C98: One page says \u003cyes\u003e. C99: Another says no."`}} {
		got, err := json.Marshal(c.list)
		if err != nil || string(got) != c.want {
			t.Errorf("%v is %s (%v), want %s", c.list, got, err, c.want)
		}
	}
}
