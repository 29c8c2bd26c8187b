package cli

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model/export"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"cmgwizard/wizard/cli/page"
	"github.com/charmbracelet/x/ansi"
)

func TestWrap(t *testing.T) {
	tests := []struct {
		name, text string
		width      int
		want       []string
	}{
		{"nothing", "", 10, []string{""}},
		{"fits", "one two", 7, []string{"one two"}},
		{"breaks", "one two", 6, []string{"one", "two"}},
		{"wide letters", "東京 大阪", 8, []string{"東京", "大阪"}},
		{"an address stays whole", "see https://learn.microsoft.com/x-y now", 12, []string{"see", "https://learn.microsoft.com/x-y", "now"}},
		{"no room at all", "one two", -3, []string{"one", "two"}},
	}
	for _, test := range tests {
		if got := page.Wrap(test.text, test.width); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q", test.name, got)
		}
	}
}

// A page fits its terminal, but for addresses, and says the same with and
// without colours.
func TestPageFits(t *testing.T) {
	plan := sample(t)
	o := judge.Plan(plan)
	for _, width := range []int{page.MinWidth, 40, 80, page.MaxWidth} {
		plain, painted := page.Page{Width: width}, page.Page{Width: width, Ink: true}
		for _, p := range []*page.Page{&plain, &painted} {
			summary(p, "a.toml", &plan)
			judgement(p, export.Judgement{File: "a.toml", Plan: plan, Outcome: o, Findings: rules.AllFindings(&plan)}, true)
		}
		if !strings.Contains(painted.String(), "\x1b[") || ansi.Strip(painted.String()) != plain.String() {
			t.Errorf("width %d: colours change the words", width)
		}
		for line := range strings.SplitSeq(plain.String(), "\n") {
			if words := strings.Fields(line); len(line) > width && len(words) > 2 && width >= 40 {
				t.Errorf("width %d: %q is too long", width, line)
			}
		}
	}
}

// What people copy out of an error must be one line for each thing, clean.
func TestReport(t *testing.T) {
	var said strings.Builder
	p := &program{err: &said}
	p.report(errors.Join(&mistake{"first\x1b[31m", "do this"}, errors.New("second")))
	if want := "error: first\nerror: second\nhint: do this\n"; said.String() != want || p.code != exitUnusable {
		t.Errorf("says %q and ends with %d", said.String(), p.code)
	}
}
