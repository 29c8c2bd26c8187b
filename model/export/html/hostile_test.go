package html

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model/doc"
	"cmgwizard/model/export/exporttest"
)

func TestEveryFieldIsTextInHTML(t *testing.T) {
	want, _ := exporttest.Skeleton(t, exporttest.Written(t, Format, exporttest.InEveryField(exporttest.Harmless)))
	for _, value := range exporttest.Tried() {
		got, _ := exporttest.Skeleton(t, exporttest.Written(t, Format, exporttest.InEveryField(exporttest.OnOneLine(value))))
		if !slices.Equal(got, want) {
			t.Errorf("%q changes the page: %s", value, exporttest.FirstDifference(got, want))
		}
	}
}

func TestEveryFieldComesBackFromHTML(t *testing.T) {
	for _, value := range exporttest.Tried() {
		c := exporttest.InEveryField(exporttest.OnOneLine(value))
		_, words := exporttest.Skeleton(t, exporttest.Written(t, Format, c))
		for _, text := range exporttest.PrintedTexts(c) {
			if !strings.Contains(words, exporttest.Shown(text)) {
				t.Errorf("%q does not come back", text)
			}
		}
	}
}

func TestHostileTextIsTextInHTML(t *testing.T) {
	for _, format := range []doc.Format{Format, Decision, Change, exporttest.Short(Format)} {
		want, _ := exporttest.Skeleton(t, exporttest.Exported(t, format, exporttest.Harmless))
		for _, value := range exporttest.Tried() {
			got, words := exporttest.Skeleton(t, exporttest.Exported(t, format, value))
			if !slices.Equal(got, want) {
				t.Errorf("%s: %q changes the page: %s", format.Name, value, exporttest.FirstDifference(got, want))
			}
			if !strings.Contains(words, exporttest.Shown(value)) {
				t.Errorf("%s: %q does not come back as text", format.Name, value)
			}
		}
	}
}
