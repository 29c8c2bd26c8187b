package cli

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/rules"
	"github.com/charmbracelet/x/ansi"
)

// bothWays are two plans with much between them, told both ways.
func bothWays(t *testing.T) []diff.Difference {
	old, changed := sample(t), sample(t)
	changed.Name = "Contoso\x1b[31m\u202e, with a name that goes on for longer than a line of a small terminal does"
	changed.Site.Security, changed.Gateway.VMInstances = model.PlainHTTP, model.Num(1)
	changed.Devices = changed.Devices[1:]
	changed.Evidence = []model.Evidence{{File: "a\nb\x07", SHA256: "aa"}}
	return []diff.Difference{diff.Plans(old, changed), diff.Plans(changed, old), diff.Plans(old, old)}
}

func differencePage(d diff.Difference, width int, ink bool) string {
	p := page{width: width, ink: ink}
	p.difference([]string{"old\x1b[2J.toml", "new.toml"}, d)
	return p.String()
}

// A difference says the same with and without colours, and nothing in a plan
// reaches the terminal as more than text.
func TestDifferenceNeedsNoColours(t *testing.T) {
	for _, d := range bothWays(t) {
		plain, painted := differencePage(d, 80, false), differencePage(d, 80, true)
		if ansi.Strip(painted) != plain {
			t.Errorf("with colours it says\n%q\nwithout\n%q", ansi.Strip(painted), plain)
		}
		if strings.ContainsAny(plain, "\x1b\x07\u202e") {
			t.Errorf("signs of a plan get through: %q", plain)
		}
	}
}

func TestDifferenceFits(t *testing.T) {
	for _, d := range bothWays(t) {
		for _, width := range []int{40, 80, maxWidth} {
			for line := range strings.SplitSeq(differencePage(d, width, false), "\n") {
				if ansi.StringWidth(line) > width && len(strings.Fields(line)) > 3 {
					t.Errorf("wider than %d: %q", width, line)
				}
			}
		}
	}
}

// Every mark has its sign, and no two have the same.
func TestEveryMarkHasASign(t *testing.T) {
	var seen []string
	for _, m := range diff.Marks {
		sign := strings.TrimSpace(signs[m.Value])
		if sign == "" || slices.Contains(seen, sign) {
			t.Errorf("%s has the sign %q", m.Label, sign)
		}
		seen = append(seen, sign)
	}
}

// What two lines share is told in a few words.
func TestApart(t *testing.T) {
	for _, test := range []struct{ old, new, was, now string }{
		{"Open port 443.", "Open port 10124.", "Open port 443.", "Open port 10124."},
		{"a b c d e f g 1 h i j k l m", "a b c d e f g 2 h i j k l m", "... d e f g 1 h i j k ...", "... d e f g 2 h i j k ..."},
		{"a b c d e f", "a b c d e f g", "... c d e f", "... c d e f g"},
		{"1 1 1 1 1 1", "1 1 1 1 1", "... 1 1 1 1 1", "... 1 1 1 1"},
		{"", "a", "", "a"},
		{"before", "after", "before", "after"},
	} {
		if was, now := apart(test.old, test.new); was != test.was || now != test.now {
			t.Errorf("%q and %q: %q and %q", test.old, test.new, was, now)
		}
	}
}

// Lines that came and lines that went are told in pairs, but only where there
// are as many of both.
func TestChangedWordsOfATask(t *testing.T) {
	line := func(mark diff.Mark, text string) diff.ChangedLine {
		return diff.ChangedLine{Mark: mark, Part: diff.StepPart, Text: text}
	}
	for _, test := range []struct {
		lines []diff.ChangedLine
		want  string
	}{
		{[]diff.ChangedLine{line(diff.MarkRemoved, "Ask Ann."), line(diff.MarkRemoved, "Wait."), line(diff.MarkAdded, "Ask Ben."), line(diff.MarkAdded, "Go.")},
			"      step was: Ask Ann.\n      step now: Ask Ben.\n      step was: Wait.\n      step now: Go.\n"},
		{[]diff.ChangedLine{line(diff.MarkAdded, "Ask Ben."), {Mark: diff.MarkRemoved, Part: diff.ProofPart, Text: "It is there."}},
			"      + step: Ask Ben.\n      - proof: It is there.\n"},
		{nil, ""},
	} {
		p := &page{width: paperWidth}
		if p.wordingChange(test.lines); p.String() != test.want {
			t.Errorf("%v is told as\n%swant\n%s", test.lines, p, test.want)
		}
	}
}

func TestWhoSetAState(t *testing.T) {
	for by, want := range map[string]string{"": "Done", "Ann": "Done (by Ann)", model.ByAnswer: "Done (by the answers)"} {
		if got := stateWords(model.Done, by); got != want {
			t.Errorf("by %q: %q, want %q", by, got, want)
		}
	}
}

// A finding whose severity alone changed says so.
func TestFindingOfAnotherSeverity(t *testing.T) {
	f := diff.ChangedFinding{
		Mark: diff.MarkChanged, Title: "T", Subject: "s", Outcome: diff.Change[rules.OutcomeWord]{Before: rules.Planned, After: rules.Planned},
		Severity: diff.Change[model.Severity]{Before: model.Warning, After: model.Blocker},
	}
	p := &page{width: paperWidth}
	p.findingChange("Blocker", f)
	if want := "  ~ Blocker: T\n      about: s\n      severity was: Warning; now: Blocker\n      still: planned\n"; p.String() != want {
		t.Errorf("told is\n%swant\n%s", p, want)
	}
}
