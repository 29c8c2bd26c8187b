package export

import (
	_ "embed"
	"io"
	"strings"

	"cmgwizard/model/judge"
)

// htmlFormat is one page without anything from elsewhere. Its one script only
// filters and prints: without it the page is whole. It is not made with
// html/template, which adds 2 MB to the program.
var htmlFormat = Format{
	Name: "html", Ext: ".html", About: "one page to read on the screen or to print",
	Write: func(w io.Writer, c judge.Checklist, o Options) error {
		var b strings.Builder
		b.WriteString("<!DOCTYPE html>\n")
		pageNode(newSheet(c), o.Paper).write(&b)
		_, err := io.WriteString(w, b.String())
		return err
	},
}

//go:embed html.css
var stylesheet string

// style is written as it is, with the size of the paper and, where one is given,
// what stands at the foot of printed pages: words of this program alone.
type style struct {
	paper Paper
	foot  string
}

func (s style) write(b *strings.Builder) {
	size := "A4"
	if s.paper == Letter {
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

func pageNode(s sheet, paper Paper) node {
	return el("html", attr("lang", "en"), headNode(s, paper), el("body",
		el("a", class("skip"), attr("href", "#main"), words("Skip to the checklist")),
		headerNode(s), el("div", class("side"), filterNode(s), contentsNode(s)),
		el("main", id("main"), overviewNode(s.overview), each(s.parts, partNode), signOffNode(s.signers)),
		script{},
	))
}

func headNode(s sheet, paper Paper) node {
	return el("head",
		el("meta", attr("charset", "utf-8")),
		el("meta", attr("http-equiv", "Content-Security-Policy"), attr("content", contentPolicy+"; script-src '"+scriptHash+"'")),
		el("meta", attr("name", "viewport"), attr("content", "width=device-width, initial-scale=1")),
		el("meta", attr("name", "color-scheme"), attr("content", "light dark")),
		el("title", words(joined(s.title, s.name))), style{paper, s.foot},
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

func contentsNode(s sheet) node {
	return el("nav", attr("aria-label", "Contents"), el("p", class("contents"), words("Contents")), el("ol",
		when(!s.overview.empty(), func() node { return el("li", anchor("overview", overviewTitle)) }),
		each(s.parts, func(p part) node {
			return el("li", anchor(p.id, p.title), when(p.listed && len(p.groups) > 0, func() node {
				return el("ol", each(p.groups, func(g group) node { return el("li", anchor(g.id, g.title)) }))
			}))
		}),
		el("li", anchor("sign-off", signOffTitle)),
	))
}

func anchor(to, text string) node { return el("a", attr("href", "#"+to), words(text)) }

func partNode(p part) node {
	return el("section", id(p.id), wholeOf(p), attr("aria-labelledby", p.id+"-title"),
		el("h2", id(p.id+"-title"), words(p.title)), leadNode(p.lead),
		when(p.id == "tasks", func() node { return el("p", class("lead on-screen"), words(ticksNotice)) }), each(p.groups, groupNode))
}

// ticksNotice says what the boxes of the page are.
const ticksNotice = "A box that is ticked in this page shows in its print. It is not saved in the plan."

func leadNode(text string) node {
	return when(text != "", func() node { return el("p", class("lead"), words(text)) })
}

func groupNode(g group) node {
	heading := when(g.title != "", func() node { return el("h3", words(g.title)) })
	if len(g.entries) > 0 && g.short() {
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
			return nodes{el("dt", words(label)), el("dd")}
		})))
	}))
}
