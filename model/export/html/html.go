// Package html prints a sheet as one page, and the drawing alone as SVG.
package html

import (
	_ "embed"
	"io"
	"strings"

	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
)

// Format is one page without anything from elsewhere. Its one script filters
// and prints, and keeps in the browser what people tick: without it the page is
// whole. It is not made with
// html/template, which adds 2 MB to the program.
var Format = doc.Format{
	Name: "html", Ext: ".html", About: "one page to read on the screen or to print",
	Write: func(w io.Writer, c judge.Checklist, o doc.Options) error {
		var b strings.Builder
		b.WriteString("<!DOCTYPE html>\n")
		pageNode(doc.SheetOf(c, o.Detail), o.Paper).write(&b)
		_, err := io.WriteString(w, b.String())
		return err
	},
}

//go:embed html.css
var stylesheet string

// style is written as it is, with the size of the paper and, where one is given,
// what stands at the foot of printed pages: words of this program alone.
type style struct {
	paper doc.Paper
	foot  string
}

func (s style) write(b *strings.Builder) {
	size := "A4"
	if s.paper == doc.Letter {
		size = "letter"
	}
	b.WriteString("<style>\n" + stylesheet + "@page { size: " + size + "; }\n")
	if s.foot != "" {
		b.WriteString(`@page { @bottom-left { content: "` + s.foot + `"; } }` + "\n")
	}
	b.WriteString("</style>\n")
}

// contentPolicy lets a page load nothing and send nothing.
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

func pageNode(s doc.Sheet, paper doc.Paper) node {
	return el("html", attr("lang", "en"), headNode(s, paper), el("body",
		el("a", class("skip"), attr("href", "#main"), words("Skip to the content")),
		headerNode(s), el("aside", class("side"), attr("aria-label", "Filter and contents"), filterNode(s), workNode(s), contentsNode(s)),
		el("main", id("main"), each(s.Parts, func(p doc.Part) node { return partNode(p, s.Overview) })),
		workTemplate(s), script{},
	))
}

func headNode(s doc.Sheet, paper doc.Paper) node {
	return el("head",
		el("meta", attr("charset", "utf-8")),
		el("meta", attr("http-equiv", "Content-Security-Policy"), attr("content", contentPolicy+"; script-src '"+scriptHash+"'")),
		el("meta", attr("name", "viewport"), attr("content", "width=device-width, initial-scale=1")),
		el("meta", attr("name", "color-scheme"), attr("content", "light dark")),
		el("title", words(doc.Joined(s.Title, s.Name))), style{paper, s.Foot},
	)
}

func headerNode(s doc.Sheet) node {
	return el("header",
		el("h1", words(s.Title), words(" "), el("span", class("plan"), words(s.Name))),
		el("dl", class("facts"), each(s.Facts, factNode)),
		el("div", class("verdict "+doc.Slug(s.Verdict)),
			el("p", el("strong", words(s.Standing+"."))), el("p", words(s.Counts))),
		el("p", class("notice"), words(s.Notice)),
	)
}

func contentsNode(s doc.Sheet) node {
	return el("nav", attr("aria-label", "Contents"), el("p", class("contents"), words("Contents")), el("ol",
		each(s.Parts, func(p doc.Part) node {
			return el("li", anchor(p.Id, p.Title), when(p.Listed && len(p.Groups) > 0, func() node {
				return el("ol", each(p.Groups, func(g doc.Group) node { return el("li", anchor(g.Id, g.Title)) }))
			}))
		}),
	))
}

func anchor(to, text string) node { return el("a", attr("href", "#"+to), words(text)) }

func partNode(p doc.Part, o doc.Overview) node {
	return el("section", id(p.Id), wholeOf(p), attr("aria-labelledby", p.Id+"-title"),
		el("h2", id(p.Id+"-title"), words(p.Title)), leadNode(p.Lead),
		when(p.Id == "run", ticksNode),
		when(p.Id == doc.TrafficID, func() node { return trafficNode(o.Traffic) }),
		each(p.Groups, groupNode), each(p.Signers, signatureNode))
}

func leadNode(text string) node {
	return when(text != "", func() node { return el("p", class("lead"), words(text)) })
}

func groupNode(g doc.Group) node {
	if g.Job > 0 {
		return jobNode(g)
	}
	if g.Table.Rows != nil {
		return blockNode(g, tableNode(g.Table))
	}
	if len(g.Entries) > 0 && g.Short() {
		return blockNode(g, el("ul", class("short"), each(g.Entries, shortNode)))
	}
	return blockNode(g, each(g.Entries, func(e doc.Entry) node { return entryNode(e, entryHeading(g)) }))
}

// blockNode is a section with its heading, or no section where there is none.
func blockNode(g doc.Group, content node) node {
	if g.Title == "" {
		return el("div", attrID(g.Id), class("group"), leadNode(g.Lead), content)
	}
	return el("section", attrID(g.Id), el("h3", words(g.Title)), leadNode(g.Lead), content)
}

// attrID is an anchor, or nothing where there is no name.
func attrID(to string) node {
	if to == "" {
		return nothing
	}
	return id(to)
}

// entryHeading keeps the headings in order where the group has none.
func entryHeading(g doc.Group) name {
	if g.Title == "" {
		return "h3"
	}
	return "h4"
}

// tableNode is a table whose rows are named by their first cells. It can be scrolled with
// the keyboard where the screen is narrow.
func tableNode(t doc.Table) node {
	return el("div", class("scroll"), attr("role", "group"), attr("aria-label", "Table, to scroll"), attr("tabindex", "0"), el("table", class("table"),
		el("thead", el("tr", each(t.Heads, func(head string) node { return el("th", attr("scope", "col"), words(head)) }))),
		el("tbody", each(t.Rows, func(row []string) node {
			return el("tr", el("th", attr("scope", "row"), words(row[0])), each(row[1:], func(cell string) node { return el("td", words(cell)) }))
		}))))
}

// signatureNode is where somebody signs.
func signatureNode(who string) node {
	return el("div", class("signature"), el("h3", words(who)), el("dl", each(doc.SignatureLabels, func(label string) node {
		return nodes{el("dt", words(label)), el("dd")}
	})))
}
