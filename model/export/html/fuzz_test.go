package html

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/exporttest"
	"golang.org/x/net/html"
)

func FuzzHTMLText(f *testing.F) {
	for _, value := range exporttest.Hostile {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		var b strings.Builder
		el("p", attr("title", value), words(value), link(value, value)).write(&b)
		root, err := html.Parse(strings.NewReader(b.String()))
		if err != nil {
			t.Fatal(err)
		}
		p := root.FirstChild.LastChild.FirstChild
		if p.Data != "p" || p.NextSibling != nil && p.NextSibling.Type != html.TextNode {
			t.Fatalf("%q leaves its paragraph: %s", value, b.String())
		}
		if p.Attr[0].Val != model.Clean(value) || len(p.Attr) != 1 {
			t.Errorf("%q comes back as %q", model.Clean(value), p.Attr)
		}
		if got, want := exporttest.Packed(exporttest.TextOf(p)), exporttest.Packed(model.Clean(value)); got != want+want {
			t.Errorf("%q twice comes back as %q", want, got)
		}
	})
}

// FuzzHTMLOverview puts a text wherever a table and the filter have one
// that is not a word of this program.
func FuzzHTMLOverview(f *testing.F) {
	for _, value := range exporttest.Hostile {
		f.Add(value)
	}
	want, _ := overviewSkeleton(f, exporttest.Harmless)
	f.Fuzz(func(t *testing.T, value string) {
		got, words := overviewSkeleton(t, value)
		if !slices.Equal(got, want) {
			t.Errorf("%q changes the page: %s", value, exporttest.FirstDifference(got, want))
		}
		if n := strings.Count(words, exporttest.Packed(model.Clean(value))); n < 6 {
			t.Errorf("%q comes back %d times", value, n)
		}
	})
}

func overviewSkeleton(t testing.TB, value string) (elements []string, words string) {
	var b strings.Builder
	nodes{
		tableNode(doc.Table{Heads: []string{value, value}, Rows: [][]string{{value, value}}}), signatureNode(value),
		selectNode("owner", "Team", "All teams", []option{{"x", value}}),
	}.write(&b)
	elements, words = exporttest.Skeleton(t, []byte(b.String()))
	return elements, exporttest.Packed(words)
}
