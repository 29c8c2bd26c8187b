package export

import (
	"io"
	"math"
	"strconv"
	"strings"

	"cmgwizard/model/judge"
	"cmgwizard/model/traffic"
)

// svgFormat is the drawing of the traffic as a file of its own: no script, no
// font, nothing from outside, on a light ground whatever the viewer.
var svgFormat = Format{
	Name: "svg", Ext: ".svg", About: "the drawing of the traffic alone",
	Write: func(w io.Writer, c judge.Checklist, _ Options) error {
		var b strings.Builder
		b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
		drawingNode(draw(traffic.Draw(&c.Plan, c.Outcome), svgWidth, math.Inf(1))).write(&b)
		_, err := io.WriteString(w, b.String()+"\n")
		return err
	},
}

// svgWidth is how wide a drawing is laid out where it can be scaled, in points.
const svgWidth = 500

// svgMargin is the free space around a drawing.
const svgMargin = 8

// drawingNode is a drawing as an SVG element, for a page or a file. It scales
// with the page; its words are those for people who do not see it.
func drawingNode(d drawing) node {
	box := strings.Join([]string{length(-svgMargin), length(-svgMargin), length(d.width + 2*svgMargin), length(d.height + 2*svgMargin)}, " ")
	return el("svg",
		attr("xmlns", "http://www.w3.org/2000/svg"), attr("viewBox", box),
		attr("width", length(d.width+2*svgMargin)+"pt"), attr("height", length(d.height+2*svgMargin)+"pt"),
		attr("role", "img"), attr("aria-labelledby", "traffic-title traffic-about"),
		attr("font-family", "'DejaVu Sans', Verdana, 'Segoe UI', Arial, sans-serif"),
		el("title", id("traffic-title"), words(d.title)), el("desc", id("traffic-about"), words(d.about)),
		svgRect(-svgMargin, -svgMargin, d.width+2*svgMargin, d.height+2*svgMargin, pageGround),
		each(d.bands, drawnBand.node), each(d.arrows, drawnArrow.node), each(d.boxes, drawnBox.node),
		each(d.marks, drawnMark.node), each(d.texts, drawnText.node),
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

func (b drawnBand) node() node {
	return svgRect(b.x, b.y, b.w, b.h, b.ground(), attr("rx", "4"))
}

// stroke is the look of a line: dashed where something is not known.
func stroke(rgb string, wide float64, tone traffic.Tone) nodes {
	look := nodes{attr("stroke", ink(rgb)), attr("stroke-width", length(wide))}
	if dashed(tone) {
		look = append(look, attr("stroke-dasharray", "3 2"))
	}
	return look
}

func (b drawnBox) node() node {
	rgb, wide := b.border()
	box := svgRect(b.x, b.y, b.w, b.h, pageGround, append(stroke(rgb, wide, b.tone), attr("rx", "3"))...)
	return el("g", box, each(b.texts, drawnText.node))
}

func (a drawnArrow) node() node {
	rgb := toneInk(a.tone)
	line := el("polyline", append(stroke(rgb, a.lineWidth(), a.tone), attr("points", corners(a.shaft())), attr("fill", "none"))...)
	head := when(a.head() != nil, func() node {
		return el("polygon", attr("points", corners(a.head())), attr("fill", ink(rgb)))
	})
	return el("g", line, head, each(a.label, drawnText.node))
}

// corners are points as SVG lists them.
func corners(points []point) string {
	var list []string
	for _, p := range points {
		list = append(list, length(p.x)+","+length(p.y))
	}
	return strings.Join(list, " ")
}

// node draws a badge filled for a blocker, and with a border for the rest.
func (m drawnMark) node() node {
	ground, letters := m.inks()
	box := svgRect(m.x, m.y, m.w, m.h, ground, append(stroke(toneInk(m.tone), 0.9, m.tone), attr("rx", "2"))...)
	return el("g", box, m.text.inked(ink(letters)))
}

func (t drawnText) node() node { return t.inked(ink(t.ink())) }

func (t drawnText) inked(rgb string) node {
	parts := []node{attr("x", length(t.x)), attr("y", length(t.y)), attr("font-size", length(t.size)), attr("fill", rgb)}
	if t.bold {
		parts = append(parts, attr("font-weight", "bold"))
	}
	if anchor := [...]string{alignLeft: "", alignMiddle: "middle", alignRight: "end"}[t.align]; anchor != "" {
		parts = append(parts, attr("text-anchor", anchor))
	}
	return el("text", append(parts, words(t.text))...)
}
