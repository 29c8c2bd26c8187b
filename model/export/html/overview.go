package html

import (
	"strconv"

	"cmgwizard/model/doc"
	"cmgwizard/model/export/drawing"
	"cmgwizard/model/traffic"
)

// overviewNode is the overview with the drawing, or nothing where the sheet
// has none.
func overviewNode(o doc.Overview) node {
	return when(!o.Empty(), func() node {
		return el("section", id("overview"), class("overview"), attr("data-whole", ""), attr("aria-labelledby", "overview-title"),
			el("h2", id("overview-title"), words(doc.OverviewTitle)),
			shortListNode(doc.DecisionsTitle, "pairs", o.Decisions), shortListNode(doc.NeedsTitle, "pairs needs", o.Needs),
			peopleNode(o.People), trafficNode(o.Traffic))
	})
}

func shortListNode(title, kind string, entries []doc.Entry) node {
	return when(len(entries) > 0, func() node {
		return nodes{el("h3", words(title)), el("dl", class(kind), each(entries, func(e doc.Entry) node {
			return nodes{el("dt", words(e.Title)), el("dd", words(e.Word))}
		}))}
	})
}

func peopleNode(people []doc.TeamLine) node {
	return when(len(people) > 0, func() node {
		return el("table", class("people"), el("caption", words(doc.PeopleTitle)),
			el("thead", el("tr", each([]string{"Team", "Tasks", "Still to be done", "Open questions"}, func(title string) node {
				return el("th", attr("scope", "col"), words(title))
			}))),
			el("tbody", each(people, func(l doc.TeamLine) node {
				return el("tr", el("th", attr("scope", "row"), words(l.Team)), each([]int{l.Tasks, l.Pending, l.Asked}, numberNode))
			})))
	})
}

func numberNode(n int) node { return el("td", words(strconv.Itoa(n))) }

// trafficNode is the drawing. It can be scrolled with the keyboard where the
// screen is narrow.
func trafficNode(t traffic.Drawing) node {
	return when(len(t.Nodes) > 0, func() node {
		return el("figure", id("traffic"), el("figcaption", words(drawing.TrafficTitle)),
			el("div", class("drawing"), attr("role", "region"), attr("aria-label", drawing.TrafficTitle), attr("tabindex", "0"),
				inPage(drawing.NewDrawing(t, drawing.SVGWidth))))
	})
}

// inPage is the drawing as it stands in a page: the style sheet gives its size
// and font. Its title goes, for a browser would show it wherever the mouse
// rests.
func inPage(d drawing.Drawing) node {
	svg := el("svg", attr("role", "img"), attr("aria-label", drawing.TrafficTitle), attr("aria-describedby", "traffic-about"))
	whole, ok := drawingNode(d).(element)
	if !ok {
		return nothing
	}
	for _, a := range whole.attrs {
		if a.name == "viewBox" {
			svg.attrs = append(svg.attrs, a)
		}
	}
	for _, n := range whole.nodes {
		if e, ok := n.(element); !ok || e.name != "title" {
			svg.nodes = append(svg.nodes, n)
		}
	}
	return svg
}
