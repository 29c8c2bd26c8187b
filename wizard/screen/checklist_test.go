package screen_test

import (
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/wizard/screen"
	"github.com/charmbracelet/x/ansi"
)

func TestTaskShowsVersionsAndContradictions(t *testing.T) {
	var b strings.Builder
	for _, r := range screen.TaskRows(screen.PlainLook(true), judge.FullItem{
		Versions: []string{"From version 2409 on: one thing.", "Before version 2309: another."},
		Item:     judge.Item{Conflict: model.Disagreements{{ID: "C98", Text: "one page says yes."}, {ID: "C99", Text: "a page says no."}}},
	}, nil) {
		b.WriteString(ansi.Strip(r.Text) + "\n")
	}
	for _, want := range []string{
		"\n  From version 2409 on: one thing.\n  Before version 2309: another.\n",
		"\nSources disagree: C98: one page says yes.\nSources disagree: C99: a page says no.\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q lacks %q", b.String(), want)
		}
	}
}

func TestTaskWithoutContradictionsSaysNothingOfThem(t *testing.T) {
	for _, r := range screen.TaskRows(screen.PlainLook(true), judge.FullItem{}, nil) {
		if strings.Contains(r.Text, "disagree") {
			t.Errorf("%q", r.Text)
		}
	}
}
