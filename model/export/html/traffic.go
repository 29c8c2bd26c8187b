package html

import (
	"cmgwizard/model/doc"
	"cmgwizard/model/export/drawing"
	"cmgwizard/model/traffic"
)

// trafficNode is the drawing. It can be scrolled with the keyboard where the
// screen is narrow.
func trafficNode(t traffic.Drawing) node {
	return when(len(t.Nodes) > 0, func() node {
		return el("figure",
			el("div", class("drawing"), attr("role", "region"), attr("aria-label", "The drawing, to scroll"), attr("tabindex", "0"),
				inPage(drawing.NewDrawing(t, drawing.SVGWidth))))
	})
}

// inPage is the drawing as it stands in a page: the style sheet gives its size
// and font. Its title goes, for a browser would show it wherever the mouse
// rests.
func inPage(d drawing.Drawing) node {
	svg := el("svg", attr("role", "img"), attr("aria-label", doc.TrafficTitle), attr("aria-describedby", "traffic-about"))
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
