package wizard

import (
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"github.com/charmbracelet/x/ansi"
)

func TestTaskShowsVersionsAndContradictions(t *testing.T) {
	var b strings.Builder
	for _, r := range taskRows(plainLook(true), judge.FullItem{
		Versions: []string{"From version 2409 on: one thing.", "Before version 2309: another."},
		Item:     judge.Item{Conflict: model.Disagreements{{ID: "C98", Text: "one page says yes."}, {ID: "C99", Text: "a page says no."}}},
	}, nil) {
		b.WriteString(ansi.Strip(r.text) + "\n")
	}
	for _, want := range []string{
		"\nFrom version 2409 on: one thing.\nBefore version 2309: another.\n",
		"\nDocuments disagree: C98: one page says yes.\nDocuments disagree: C99: a page says no.\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q lacks %q", b.String(), want)
		}
	}
}

func TestTaskWithoutContradictionsSaysNothingOfThem(t *testing.T) {
	for _, r := range taskRows(plainLook(true), judge.FullItem{}, nil) {
		if strings.Contains(r.text, "disagree") {
			t.Errorf("%q", r.text)
		}
	}
}
