package exporttest

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"
)

// TextOf is the text under a node; a link must lead to https.
func TextOf(n *html.Node) string {
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

// Skeleton lists the elements of a page with their attributes, as a browser
// builds them, and its text. The words of a command are one element each: how
// many there are is left out. So are the shapes of the drawing, which lie where
// the text has room.
func Skeleton(t testing.TB, page []byte) (elements []string, words string) {
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
	if !slices.Contains(SVGElements, n.Data) {
		t.Errorf("an element %s in the drawing", n.Data)
	}
	for _, a := range n.Attr {
		if !shapeValue.MatchString(a.Val) || strings.HasPrefix(a.Key, "on") || strings.Contains(a.Key, "href") {
			t.Errorf("%s=%q in the drawing", a.Key, a.Val)
		}
	}
}

// elementName leaves out what a task was made from: that is another value in each
// plan, and is no part of the structure.
func elementName(n *html.Node) string {
	name := fmt.Sprintf("%d in %s: %s", n.Type, n.Parent.Data, n.Data)
	for _, a := range n.Attr {
		if a.Key == "data-from" || a.Key == "data-task" {
			continue
		}
		name += " " + a.Key + "=" + a.Val
	}
	return name
}

// Blocks lists the nodes of a Markdown page but for plain text, and its text.
func Blocks(page []byte) (nodes []string, words string) {
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
	return nodes, strings.Join(strings.Fields(Rendered(page)), " ")
}

// Rendered is the text that a reader of Markdown shows.
func Rendered(page []byte) string {
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

// svgNames are the elements and the attributes that a drawing is made of: no
// script, no link, nothing from outside.
var (
	SVGElements   = []string{"svg", "title", "desc", "g", "rect", "polyline", "polygon", "text"}
	SvgAttributes = []string{
		"xmlns", "viewBox", "width", "height", "role", "aria-labelledby", "font-family", "id", "x", "y", "rx", "fill", "stroke",
		"stroke-width", "stroke-dasharray", "points", "font-size", "font-weight", "text-anchor",
	}
)
