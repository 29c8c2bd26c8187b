package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/slow"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"
)

// hostile are texts that mean something to a reader of one of the formats.
var hostile = []string{
	"</script><img src=x onerror=alert(1)>", `"><svg onload=alert(1)>`, `=HYPERLINK("http://evil.example","x")`,
	"[x](javascript:alert(1))", "![](http://evil.example/x.png)", `$(Remove-Item C:\)`, "`rm -rf`", "```\nfence\n```",
	"\x1b[31mred\x1b]0;title\x07", "\u202eevil\u2066", "a\rb\x00c", "| a | b |", "# heading", "- [x] done", "1. one",
	"&lt;b&gt;", "@everyone", "https://evil.example www.evil.example", "a_b_c _x_ *bold* **x** ~~y~~", "<!-- x -->", "</style><style>",
	"Müller, Łódź, Дмитрий, 日本語",
}

// tried are the hostile texts that a format is held against: all of them where
// there is time, else every third.
func tried() []string {
	if slow.On() {
		return hostile
	}
	var some []string
	for i := 0; i < len(hostile); i += 3 {
		some = append(some, hostile[i])
	}
	return some
}

// harmless is what stands in a plan instead, to compare the structure.
const harmless = "harmless"

// spoiled is the mixed plan with one text in every field that takes any text.
func spoiled(value string) model.Plan {
	p := mixedPlan()
	p.Name, p.Gateway.ServiceName, p.Gateway.Region, p.Gateway.ResourceGroup = value, value, value, value
	for i := range p.Devices {
		p.Devices[i].Name = value
	}
	for i := range p.ManagementPoints {
		p.ManagementPoints[i].Host = value
	}
	for i := range p.ConnectionPoints {
		p.ConnectionPoints[i].Host = value
	}
	note := strings.ReplaceAll(value, "\n", " ") // a note of several lines is several paragraphs
	p.Tasks = []model.Progress{{ID: "pre-people", State: model.Blocked, Owner: value, By: value, Note: note, Due: value}}
	return p
}

func exported(t testing.TB, f Format, value string) []byte {
	t.Helper()
	return written(t, f, judge.NewChecklist(spoiled(value), testDate))
}

// shown is what a reader should see of a text.
func shown(value string) string { return strings.Join(strings.Fields(model.Clean(value)), " ") }

func TestHostileTextIsTextInHTML(t *testing.T) {
	for _, format := range []Format{htmlFormat, decisionPageFormat} {
		want, _ := skeleton(t, exported(t, format, harmless))
		for _, value := range tried() {
			got, words := skeleton(t, exported(t, format, value))
			if !slices.Equal(got, want) {
				t.Errorf("%s: %q changes the page: %s", format.Name, value, firstDifference(got, want))
			}
			if !strings.Contains(words, shown(value)) {
				t.Errorf("%s: %q does not come back as text", format.Name, value)
			}
		}
	}
}

// skeleton lists the elements of a page with their attributes, as a browser
// builds them, and its text. The words of a command are one element each: how
// many there are is left out. So are the shapes of the drawing, which lie where
// the text has room.
func skeleton(t testing.TB, page []byte) (elements []string, words string) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Namespace == "svg":
			checkShape(t, n)
		case n.Data != "span" || n.Parent.Data != "code":
			elements = append(elements, elementName(n))
		}
	}
	return elements, strings.Join(strings.Fields(b.String()), " ")
}

// shapeValue is a number, a colour or a word: all that a shape is made of.
var shapeValue = regexp.MustCompile(`^[-0-9A-Za-z#., ]*$`)

func checkShape(t testing.TB, n *html.Node) {
	t.Helper()
	if !slices.Contains(svgElements, n.Data) {
		t.Errorf("an element %s in the drawing", n.Data)
	}
	for _, a := range n.Attr {
		if !shapeValue.MatchString(a.Val) || strings.HasPrefix(a.Key, "on") || strings.Contains(a.Key, "href") {
			t.Errorf("%s=%q in the drawing", a.Key, a.Val)
		}
	}
}

func elementName(n *html.Node) string {
	name := fmt.Sprintf("%d in %s: %s", n.Type, n.Parent.Data, n.Data)
	for _, a := range n.Attr {
		name += " " + a.Key + "=" + a.Val
	}
	return name
}

func firstDifference(got, want []string) string {
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			return got[i] + " instead of " + want[i]
		}
	}
	return "more or fewer elements"
}

func TestHostileTextIsTextInMarkdown(t *testing.T) {
	for _, format := range []Format{markdownFormat, decisionFormat} {
		want, _ := blocks(exported(t, format, harmless))
		for _, value := range tried() {
			got, words := blocks(exported(t, format, value))
			if !slices.Equal(got, want) {
				t.Errorf("%s: %q changes the page: %s", format.Name, value, firstDifference(got, want))
			}
			if !strings.Contains(words, shown(value)) {
				t.Errorf("%s: %q does not come back as text", format.Name, value)
			}
		}
	}
}

// blocks lists the nodes of a Markdown page but for plain text, and its text.
func blocks(page []byte) (nodes []string, words string) {
	root := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(page))
	var b strings.Builder
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.Write(n.Segment.Value(page))
			b.WriteByte(' ')
		case *ast.Link:
			nodes = append(nodes, "link "+string(n.Destination))
		default:
			nodes = append(nodes, n.Kind().String())
		}
		return ast.WalkContinue, nil
	})
	return nodes, strings.Join(strings.Fields(rendered(page)), " ")
}

// rendered is the text that a reader of Markdown shows.
func rendered(page []byte) string {
	var out bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert(page, &out); err != nil {
		return ""
	}
	var b strings.Builder
	for z := html.NewTokenizer(&out); ; {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.WriteString(z.Token().Data)
		}
	}
}

func TestHostileTextIsHarmlessInText(t *testing.T) {
	for _, value := range tried() {
		for _, r := range string(exported(t, textFormat, value)) {
			if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) {
				t.Errorf("%q leaves %U", value, r)
			}
		}
	}
}

func TestHostileTextIsTextInJSON(t *testing.T) {
	for _, value := range tried() {
		var page map[string]any
		data := exported(t, jsonFormat, value)
		if err := json.Unmarshal(data, &page); err != nil {
			t.Fatalf("%q: %v", value, err)
		}
		if page["name"] != shown(value) && page["name"] != model.Clean(value) {
			t.Errorf("%q comes back as %q", value, page["name"])
		}
	}
}
