package html

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
)

// A node is a piece of an HTML page. Text from a plan can only become a node
// through words or attr, which escape it: there is no way to write it raw.
type node interface{ write(b *strings.Builder) }

// A name is the name of an element or an attribute: a word of this program.
type name string

type element struct {
	name  name
	attrs []attribute
	nodes []node
}

type attribute struct {
	name  name
	value string
}

// attributes are several at once, or none.
type attributes []attribute

// words is text; it comes out cleaned and escaped.
type words string

// nodes is a row of nodes.
type nodes []node

// nothing is left out.
var nothing = nodes{}

// el makes an element of attributes and nodes.
func el(tag name, parts ...node) element {
	e := element{name: tag}
	for _, p := range parts {
		switch p := p.(type) {
		case attribute:
			e.attrs = append(e.attrs, p)
		case attributes:
			e.attrs = append(e.attrs, p...)
		default:
			e.nodes = append(e.nodes, p)
		}
	}
	return e
}

func attr(key name, value string) attribute { return attribute{key, value} }

func class(value string) attribute { return attribute{"class", value} }

func id(value string) attribute { return attribute{"id", value} }

// each makes a row of nodes out of a list.
func each[T any](list []T, of func(T) node) nodes {
	row := make(nodes, len(list))
	for i, item := range list {
		row[i] = of(item)
	}
	return row
}

// when is the node, or nothing.
func when(condition bool, of func() node) node {
	if !condition {
		return nothing
	}
	return of()
}

var htmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

func (w words) write(b *strings.Builder) {
	b.WriteString(htmlEscapes.Replace(doc.CleanSpan(string(w))))
}

func (a attribute) write(b *strings.Builder) {
	b.WriteString(" " + string(a.name) + `="` + htmlEscapes.Replace(model.Clean(a.value)) + `"`)
}

func (list attributes) write(b *strings.Builder) {
	for _, a := range list {
		a.write(b)
	}
}

func (row nodes) write(b *strings.Builder) {
	for _, n := range row {
		n.write(b)
	}
}

func (e element) write(b *strings.Builder) {
	b.WriteString("<" + string(e.name))
	for _, a := range e.attrs {
		a.write(b)
	}
	b.WriteString(">")
	nodes(e.nodes).write(b)
	if !void[e.name] {
		b.WriteString("</" + string(e.name) + ">")
	}
	if block[e.name] {
		b.WriteString("\n")
	}
}

// void are the elements without an end tag, block those that end a line.
var (
	void  = map[name]bool{"meta": true, "input": true, "br": true}
	block = map[name]bool{
		"meta": true, "title": true, "head": true, "header": true, "nav": true, "main": true, "section": true, "article": true,
		"footer": true, "h1": true, "h2": true, "h3": true, "h4": true, "p": true, "ul": true, "ol": true, "li": true,
		"dl": true, "dd": true, "div": true, "pre": true, "form": true, "fieldset": true, "option": true, "table": true, "caption": true,
		"tr": true, "figure": true, "figcaption": true,
	}
)

// link is a link where the address is one to link, the text alone otherwise.
func link(url, text string) node {
	if address, ok := doc.Address(url); ok {
		return el("a", attr("href", address), words(text))
	}
	return words(text)
}

// richNodes writes labels bold and code as code.
func richNodes(r model.Text) node {
	return each(r, func(span model.Span) node {
		switch span.Kind {
		case model.LabelSpan:
			return el("b", words(span.Text))
		case model.CodeSpan:
			return el("code", words(span.Text))
		}
		return words(span.Text)
	})
}
