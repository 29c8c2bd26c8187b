package html

import (
	"io"
	"math"
	"strconv"
	"strings"

	"cmgwizard/model/doc"
	"cmgwizard/model/export/drawing"
	"cmgwizard/model/judge"
	"cmgwizard/model/traffic"
)

// Drawing is the drawing of the traffic as a file of its own: no script, no
// font, nothing from outside, on a light ground whatever the viewer.
var Drawing = doc.Format{
	Name: "svg", Ext: ".svg", About: "the drawing of the traffic alone",
	Write: func(w io.Writer, c judge.Checklist, _ doc.Options) error {
		var b strings.Builder
		b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
		drawingNode(drawing.Draw(traffic.Draw(&c.Plan, c.Outcome), drawing.SVGWidth, math.Inf(1))).write(&b)
		_, err := io.WriteString(w, b.String()+"\n")
		return err
	},
}

// svgMargin is the free space around a drawing.
const svgMargin = 8

// drawingNode is a drawing as an SVG element, for a page or a file. It scales
// with the page; its words are those for people who do not see it.
func drawingNode(d drawing.Drawing) node {
	box := strings.Join([]string{length(-svgMargin), length(-svgMargin), length(d.Width + 2*svgMargin), length(d.Height + 2*svgMargin)}, " ")
	return el("svg",
		attr("xmlns", "http://www.w3.org/2000/svg"), attr("viewBox", box),
		attr("width", length(d.Width+2*svgMargin)+"pt"), attr("height", length(d.Height+2*svgMargin)+"pt"),
		attr("role", "img"), attr("aria-labelledby", "traffic-title traffic-about"),
		attr("font-family", "'DejaVu Sans', Verdana, 'Segoe UI', Arial, sans-serif"),
		el("title", id("traffic-title"), words(d.Title)), el("desc", id("traffic-about"), words(d.About)),
		svgRect(-svgMargin, -svgMargin, d.Width+2*svgMargin, d.Height+2*svgMargin, drawing.PageGround),
		each(d.Bands, bandNode), each(d.Arrows, arrowNode), each(d.Boxes, boxNode),
		each(d.Marks, markNode), each(d.Texts, textNode),
	)
}

// length is a length in points with at most two digits behind the point.
func length(v float64) string {
	text := strconv.FormatFloat(v, 'f', 2, 64)
	text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	if text == "-0" {
		return "0"
	}
	return text
}

func ink(rgb string) string { return "#" + rgb }

func svgRect(x, y, w, h float64, ground string, more ...node) element {
	parts := []node{
		attr("x", length(x)), attr("y", length(y)), attr("width", length(w)), attr("height", length(h)), attr("fill", ink(ground)),
	}
	return el("rect", append(parts, more...)...)
}

func bandNode(b drawing.Band) node {
	return svgRect(b.X, b.Y, b.W, b.H, b.Ground(), attr("rx", "4"))
}

// stroke is the look of a line: dashed where something is not known.
func stroke(rgb string, wide float64, tone traffic.Tone) nodes {
	look := nodes{attr("stroke", ink(rgb)), attr("stroke-width", length(wide))}
	if drawing.Dashed(tone) {
		look = append(look, attr("stroke-dasharray", "3 2"))
	}
	return look
}

func boxNode(b drawing.Box) node {
	rgb, wide := b.Border()
	box := svgRect(b.X, b.Y, b.W, b.H, drawing.PageGround, append(stroke(rgb, wide, b.Tone), attr("rx", "3"))...)
	return el("g", box, each(b.Texts, textNode))
}

func arrowNode(a drawing.Arrow) node {
	rgb := drawing.ToneInk(a.Tone)
	line := el("polyline", append(stroke(rgb, a.LineWidth(), a.Tone), attr("points", corners(a.Shaft())), attr("fill", "none"))...)
	head := when(a.Head() != nil, func() node {
		return el("polygon", attr("points", corners(a.Head())), attr("fill", ink(rgb)))
	})
	return el("g", line, head, each(a.Label, textNode))
}

// corners are points as SVG lists them.
func corners(points []drawing.Point) string {
	var list []string
	for _, p := range points {
		list = append(list, length(p.X)+","+length(p.Y))
	}
	return strings.Join(list, " ")
}

// markNode draws a badge filled for a blocker, and with a border for the rest.
func markNode(m drawing.Mark) node {
	ground, letters := m.Inks()
	box := svgRect(m.X, m.Y, m.W, m.H, ground, append(stroke(drawing.ToneInk(m.Tone), 0.9, m.Tone), attr("rx", "2"))...)
	return el("g", box, inked(m.Text, ink(letters)))
}

func textNode(t drawing.Text) node { return inked(t, ink(t.Ink())) }

func inked(t drawing.Text, rgb string) node {
	parts := []node{attr("x", length(t.X)), attr("y", length(t.Y)), attr("font-size", length(t.Size)), attr("fill", rgb)}
	if t.Bold {
		parts = append(parts, attr("font-weight", "bold"))
	}
	if anchor := [...]string{drawing.AlignLeft: "", drawing.AlignMiddle: "middle", drawing.AlignRight: "end"}[t.Align]; anchor != "" {
		parts = append(parts, attr("text-anchor", anchor))
	}
	return el("text", append(parts, words(t.Text))...)
}
