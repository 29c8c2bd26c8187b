package export

import (
	"strconv"

	"cmgwizard/model/traffic"
)

// overviewNode is the overview with the drawing, or nothing where the sheet
// has none.
func overviewNode(o overview) node {
	return when(!o.empty(), func() node {
		return el("section", id("overview"), class("overview"), attr("data-whole", ""), attr("aria-labelledby", "overview-title"),
			el("h2", id("overview-title"), words(overviewTitle)),
			shortListNode(decisionsTitle, "pairs", o.decisions), shortListNode(needsTitle, "pairs needs", o.needs),
			peopleNode(o.people), trafficNode(o.traffic))
	})
}

func shortListNode(title, kind string, entries []entry) node {
	return when(len(entries) > 0, func() node {
		return nodes{el("h3", words(title)), el("dl", class(kind), each(entries, func(e entry) node {
			return nodes{el("dt", words(e.title)), el("dd", words(e.word))}
		}))}
	})
}

func peopleNode(people []teamLine) node {
	return when(len(people) > 0, func() node {
		return el("table", class("people"), el("caption", words(peopleTitle)),
			el("thead", el("tr", each([]string{"Team", "Tasks", "Still to be done", "Open questions"}, func(title string) node {
				return el("th", attr("scope", "col"), words(title))
			}))),
			el("tbody", each(people, func(l teamLine) node {
				return el("tr", el("th", attr("scope", "row"), words(l.team)), each([]int{l.tasks, l.pending, l.asked}, numberNode))
			})))
	})
}

func numberNode(n int) node { return el("td", words(strconv.Itoa(n))) }

// trafficNode is the drawing. It can be scrolled with the keyboard where the
// screen is narrow.
func trafficNode(t traffic.Drawing) node {
	return when(len(t.Nodes) > 0, func() node {
		return el("figure", id("traffic"), el("figcaption", words(trafficTitle)),
			el("div", class("drawing"), attr("role", "region"), attr("aria-label", trafficTitle), attr("tabindex", "0"),
				inPage(newDrawing(t, svgWidth))))
	})
}

// inPage is the drawing as it stands in a page: the style sheet gives its size
// and font. Its title goes, for a browser would show it wherever the mouse
// rests.
func inPage(d drawing) node {
	svg := el("svg", attr("role", "img"), attr("aria-label", trafficTitle), attr("aria-describedby", "traffic-about"))
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
