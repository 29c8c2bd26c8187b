package doc

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/rules"
)

// toldFacts are facts in a line each.
func toldFacts(facts []Fact) string {
	text := ""
	for _, f := range facts {
		if f.Mark != "" {
			text += f.Mark + " "
		}
		text += JoinedWith(": ", f.Label, f.Text()) + "\n"
	}
	return text
}

// Every mark has its sign, and no two have the same.
func TestEveryMarkHasASign(t *testing.T) {
	var seen []string
	for _, m := range diff.Marks {
		sign := signs[m.Value]
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
			"step was: Ask Ann.\nstep now: Ask Ben.\nstep was: Wait.\nstep now: Go.\n"},
		{[]diff.ChangedLine{line(diff.MarkAdded, "Ask Ben."), {Mark: diff.MarkRemoved, Part: diff.ProofPart, Text: "It is there."}},
			"+ step: Ask Ben.\n- proof: It is there.\n"},
		{nil, ""},
	} {
		if got := toldFacts(wordingChange(test.lines)); got != test.want {
			t.Errorf("%v is told as\n%swant\n%s", test.lines, got, test.want)
		}
	}
}

func TestWhoSetAState(t *testing.T) {
	for by, want := range map[string]string{"": "Done", "Ann": "Done, by Ann", model.ByAnswer: "Done, by the answers"} {
		if got := stateBy(model.Done, by); got != want {
			t.Errorf("by %q: %q, want %q", by, got, want)
		}
	}
}

// A finding whose severity alone changed says so.
func TestFindingOfAnotherSeverity(t *testing.T) {
	f := diff.ChangedFinding{
		Mark: diff.MarkChanged, Problem: "T", Subject: "s", Outcome: diff.Change[rules.OutcomeWord]{Before: rules.Planned, After: rules.Planned},
		Severity: diff.Change[model.Severity]{Before: model.Warning, After: model.Blocker},
	}
	e := findingChange("Blocker", f)
	if want := "about: s\nseverity was: Warning; now: Blocker\nstill: planned\n"; e.Mark != "~" || e.Title != "Blocker" || e.Word != "T" || toldFacts(e.Facts) != want {
		t.Errorf("told is %+v", e)
	}
}

// TestFindingsThatComeAndGo are those of the plan as it would be.
func TestFindingsThatComeAndGo(t *testing.T) {
	for _, test := range []struct {
		c    diff.ChangedFinding
		want string
	}{
		{diff.ChangedFinding{Mark: diff.MarkAdded, Problem: "It does not hold", Outcome: diff.Change[rules.OutcomeWord]{After: rules.Broken}, Severity: diff.Change[model.Severity]{After: model.Blocker}, Detail: "it does not"}, "+ Blocker, broken: It does not hold. Found: it does not."},
		{diff.ChangedFinding{Mark: diff.MarkRemoved, Problem: "It does not hold", Name: "PC1", Outcome: diff.Change[rules.OutcomeWord]{Before: rules.Unclear}, Severity: diff.Change[model.Severity]{Before: model.Warning}}, "- Warning, not known yet: It does not hold. PC1."},
		{diff.ChangedFinding{Mark: diff.MarkChanged, Problem: "It does not hold", Outcome: diff.Change[rules.OutcomeWord]{Before: rules.Unclear, After: rules.Broken}, Severity: diff.Change[model.Severity]{Before: model.Advice, After: model.Advice}, Detail: "no"}, "~ Advice, was: not known yet; now: broken: It does not hold. Found: no."},
	} {
		if got := shortLine(FindingChangeInShort(test.c)); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

// shortLine is an entry among others in a line.
func shortLine(e Entry) string {
	return e.Mark + " " + e.Title + strings.TrimRight(" "+strings.ReplaceAll(toldFacts(e.Facts), "\n", " "), " ")
}
