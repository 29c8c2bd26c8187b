package markdown

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model/doc"
	"cmgwizard/model/export/exporttest"
)

func TestEveryFieldComesBackFromMarkdown(t *testing.T) {
	want, _ := exporttest.Blocks(exporttest.Written(t, Format, exporttest.InEveryField(exporttest.Harmless)))
	for _, value := range exporttest.Tried() {
		c := exporttest.InEveryField(exporttest.OnOneLine(value))
		page := exporttest.Written(t, Format, c)
		if got, _ := exporttest.Blocks(page); !slices.Equal(withoutBold(got), withoutBold(want)) {
			t.Errorf("%q changes the page: %s", value, exporttest.FirstDifference(withoutBold(got), withoutBold(want)))
		}
		words := strings.Join(strings.Fields(exporttest.Rendered(page)), " ")
		for _, text := range exporttest.PrintedTexts(c) {
			if !strings.Contains(words, exporttest.Shown(text)) {
				t.Errorf("%q does not come back", text)
			}
		}
	}
}

// withoutBold leaves out what only changes the look: labels are not bold where
// Markdown would take the stars for text, and code that is blank is none.
func withoutBold(nodes []string) []string {
	return slices.DeleteFunc(slices.Clone(nodes), func(n string) bool {
		return n == "Emphasis" || n == "CodeSpan"
	})
}

func TestHostileTextIsTextInMarkdown(t *testing.T) {
	for _, format := range []doc.Format{Format, Decision, Change, exporttest.Short(Format)} {
		want, _ := exporttest.Blocks(exporttest.Exported(t, format, exporttest.Harmless))
		for _, value := range exporttest.Tried() {
			got, words := exporttest.Blocks(exporttest.Exported(t, format, value))
			if !slices.Equal(got, want) {
				t.Errorf("%s: %q changes the page: %s", format.Name, value, exporttest.FirstDifference(got, want))
			}
			if !strings.Contains(words, exporttest.Shown(value)) {
				t.Errorf("%s: %q does not come back as text", format.Name, value)
			}
		}
	}
}
