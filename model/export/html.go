package export

import (
	_ "embed"
	"io"
	"strings"

	"cmgwizard/model"
)

// htmlFormat is one page without script and without anything from elsewhere.
// It is not made with html/template, which adds 2 MB to the program.
var htmlFormat = Format{
	Name: "html", Ext: ".html", About: "one page to read on the screen or to print",
	Write: func(w io.Writer, c model.Checklist, _ Options) error {
		var b strings.Builder
		b.WriteString("<!DOCTYPE html>\n")
		pageNode(newSheet(c)).write(&b)
		_, err := io.WriteString(w, b.String())
		return err
	},
}

//go:embed html.css
var stylesheet string

// style is the one node that is written as it is.
type style struct{}

func (style) write(b *strings.Builder) { b.WriteString("<style>\n" + stylesheet + "</style>\n") }

const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

func pageNode(s sheet) node {
	return el("html", attr("lang", "en"), headNode(s), el("body",
		el("a", class("skip"), attr("href", "#main"), words("Skip to the checklist")),
		headerNode(s), contentsNode(s.parts),
		el("main", id("main"), each(s.parts, partNode), signOffNode(s.signers)),
	))
}

func headNode(s sheet) node {
	return el("head",
		el("meta", attr("charset", "utf-8")),
		el("meta", attr("http-equiv", "Content-Security-Policy"), attr("content", contentPolicy)),
		el("meta", attr("name", "viewport"), attr("content", "width=device-width, initial-scale=1")),
		el("meta", attr("name", "color-scheme"), attr("content", "light dark")),
		el("title", words(joined(s.title, s.name))), style{},
	)
}

func headerNode(s sheet) node {
	return el("header",
		el("h1", words(s.title), words(" "), el("span", class("plan"), words(s.name))),
		el("dl", class("facts"), each(s.facts, factNode)),
		el("div", class("verdict "+slug(s.verdict)),
			el("p", el("strong", words(s.standing+"."))), el("p", words(s.counts))),
		el("p", class("notice"), words(s.notice)),
	)
}

func contentsNode(parts []part) node {
	return el("nav", attr("aria-label", "Contents"), el("p", class("contents"), words("Contents")), el("ol",
		each(parts, func(p part) node {
			return el("li", anchor(p.id, p.title), when(p.listed && len(p.groups) > 0, func() node {
				return el("ol", each(p.groups, func(g group) node { return el("li", anchor(g.id, g.title)) }))
			}))
		}),
		el("li", anchor("sign-off", signOffTitle)),
	))
}

func anchor(to, text string) node { return el("a", attr("href", "#"+to), words(text)) }

func partNode(p part) node {
	return el("section", id(p.id), attr("aria-labelledby", p.id+"-title"),
		el("h2", id(p.id+"-title"), words(p.title)), leadNode(p.lead), each(p.groups, groupNode))
}

func leadNode(text string) node {
	return when(text != "", func() node { return el("p", class("lead"), words(text)) })
}

func groupNode(g group) node {
	heading := when(g.title != "", func() node { return el("h3", words(g.title)) })
	if len(g.entries) > 0 && g.entries[0].bare() {
		return el("section", attrID(g.id), heading, leadNode(g.lead), el("ul", class("short"), each(g.entries, shortNode)))
	}
	return el("section", attrID(g.id), heading, leadNode(g.lead), each(g.entries, func(e entry) node {
		return entryNode(e, entryHeading(g))
	}))
}

// attrID is an anchor, or nothing where there is no name.
func attrID(to string) node {
	if to == "" {
		return nothing
	}
	return id(to)
}

// entryHeading keeps the headings in order where the group has none.
func entryHeading(g group) name {
	if g.title == "" {
		return "h3"
	}
	return "h4"
}

func signOffNode(signers []string) node {
	return el("section", id("sign-off"), el("h2", words(signOffTitle)), each(signers, func(who string) node {
		return el("div", class("signature"), el("h3", words(who)), el("dl", each(signatureLabels, func(label string) node {
			return el("div", el("dt", words(label)), el("dd"))
		})))
	}))
}
