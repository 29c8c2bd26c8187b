package markdown

import (
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/tasks"
)

func FuzzMarkdownText(f *testing.F) {
	for _, value := range exporttest.Hostile {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		want := exporttest.Shown(value)
		if want == "" {
			return
		}
		for _, page := range []string{
			"- " + mdText(value) + "\n", "# " + mdText(value) + "\n", mdText(value) + "\n", "- [ ] " + mdBold(value) + ": x\n",
		} {
			got := strings.Join(strings.Fields(exporttest.Rendered([]byte(page))), " ")
			if strings.TrimSuffix(got, ": x") != want {
				t.Errorf("%q comes back as %q from %q", want, got, page)
			}
		}
	})
}

func FuzzMarkdownRich(f *testing.F) {
	for _, value := range exporttest.Hostile {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		rich := exporttest.SpansOf(value)
		page := "1. " + mdRich(rich) + "\n"
		if got, want := exporttest.Packed(exporttest.Rendered([]byte(page))), exporttest.Packed(model.Clean(value)); got != strings.Repeat(want, len(rich)) {
			t.Errorf("%q four times comes back as %q from %q", want, got, page)
		}
	})
}

func FuzzMarkdownFence(f *testing.F) {
	for _, value := range exporttest.Hostile {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		line := model.Clean(value)
		page := strings.Join(mdFence(tasks.PowerShell, []string{line}), "\n") + "\n"
		nodes, words := exporttest.Blocks([]byte(page))
		if len(nodes) != 2 || nodes[1] != "FencedCodeBlock" || exporttest.Packed(words) != exporttest.Packed(line) {
			t.Errorf("%q comes back as %q, %q", line, nodes, words)
		}
	})
}
