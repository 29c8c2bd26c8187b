package export

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/tasks"
	"golang.org/x/net/html"
)

// richOf is a text as a plain piece, a label, code and a plain piece again.
func richOf(value string) model.Rich {
	return model.Rich{
		{Text: value}, {Text: value, Kind: model.LabelSpan}, {Text: value, Kind: model.CodeSpan}, {Text: value},
	}
}

func FuzzMarkdownText(f *testing.F) {
	for _, value := range hostile {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		want := shown(value)
		if want == "" {
			return
		}
		for _, page := range []string{
			"- " + mdText(value) + "\n", "# " + mdText(value) + "\n", mdText(value) + "\n", "- [ ] " + mdBold(value) + ": x\n",
		} {
			got := strings.Join(strings.Fields(rendered([]byte(page))), " ")
			if strings.TrimSuffix(got, ": x") != want {
				t.Errorf("%q comes back as %q from %q", want, got, page)
			}
		}
	})
}

func FuzzMarkdownRich(f *testing.F) {
	for _, value := range hostile {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		rich := richOf(value)
		page := "1. " + mdRich(rich) + "\n"
		if got, want := packed(rendered([]byte(page))), packed(model.Clean(value)); got != strings.Repeat(want, len(rich)) {
			t.Errorf("%q four times comes back as %q from %q", want, got, page)
		}
	})
}

// packed is text without its blanks: the ends of code spans lose theirs.
func packed(text string) string { return strings.Join(strings.Fields(text), "") }

func FuzzMarkdownFence(f *testing.F) {
	for _, value := range hostile {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		line := model.Clean(value)
		page := strings.Join(mdFence(tasks.PowerShell, []string{line}), "\n") + "\n"
		nodes, words := blocks([]byte(page))
		if len(nodes) != 2 || nodes[1] != "FencedCodeBlock" || packed(words) != packed(line) {
			t.Errorf("%q comes back as %q, %q", line, nodes, words)
		}
	})
}

func FuzzHTMLText(f *testing.F) {
	for _, value := range hostile {
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
		if got, want := packed(textOf(p)), packed(model.Clean(value)); got != want+want {
			t.Errorf("%q twice comes back as %q", want, got)
		}
	})
}

// FuzzHTMLOverview puts a text wherever the overview and the filter have one
// that is not a word of this program.
func FuzzHTMLOverview(f *testing.F) {
	for _, value := range hostile {
		f.Add(value)
	}
	want, _ := overviewSkeleton(f, harmless)
	f.Fuzz(func(t *testing.T, value string) {
		got, words := overviewSkeleton(t, value)
		if !slices.Equal(got, want) {
			t.Errorf("%q changes the page: %s", value, firstDifference(got, want))
		}
		if n := strings.Count(words, packed(model.Clean(value))); n < 6 {
			t.Errorf("%q comes back %d times", value, n)
		}
	})
}

func overviewSkeleton(t testing.TB, value string) (elements []string, words string) {
	short := []entry{{title: value, word: value}}
	var b strings.Builder
	nodes{
		overviewNode(overview{decisions: short, needs: short, people: []teamLine{{team: value}}}),
		selectNode("owner", "Team", "All teams", []option{{"x", value}}),
	}.write(&b)
	elements, words = skeleton(t, []byte(b.String()))
	return elements, packed(words)
}

// textOf is the text under a node; a link must lead to https.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		} else if d.Data != "a" || !strings.HasPrefix(d.Attr[0].Val, "https://") {
			b.WriteString("<" + d.Data + ">")
		}
	}
	return b.String()
}

func TestAddress(t *testing.T) {
	for url, want := range map[string]string{
		"https://learn.microsoft.com/x#a": "https://learn.microsoft.com/x#a",
		"https://a/?b=c&d=e":              "https://a/?b=c&d=e",
		`https://a/"><script>`:            "https://a/%22%3E%3Cscript%3E",
		"https://a/) [x](b":               "https://a/%29%20%5Bx%5D%28b",
		"http://a/":                       "",
		"javascript:alert(1)":             "",
		" https://a/":                     "",
		"HTTPS://a/":                      "",
	} {
		if got, ok := address(url); got != want || ok != (want != "") {
			t.Errorf("%q gives %q", url, got)
		}
	}
}

func TestFind(t *testing.T) {
	for name, want := range map[string]string{
		"text": "text", "txt": "text", "markdown": "markdown", "md": "markdown", "html": "html", "json": "json", "": "", ".md": "", "pdf": "pdf", "ics": "calendar", "decision": "decision", "rtf": "",
	} {
		if f, ok := Find(name); f.Name != want || ok != (want != "") {
			t.Errorf("%q finds %q", name, f.Name)
		}
	}
}
