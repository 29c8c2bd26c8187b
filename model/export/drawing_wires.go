package export

import (
	"slices"
	"strings"

	"cmgwizard/model"
)

// The measures of lines in points.
const (
	stub     = 7.0  // from a box to a label or a bar
	stubHead = 10.0 // the same with an arrow head
	labelPad = 2.0
)

// A strip is a row of lines side by side, each with its label in the middle.
type strip struct {
	wires []wire
	head  drawnHead
}

type drawnHead uint8

const (
	noHead drawnHead = iota
	headUp
	headDown
)

type wire struct {
	x       float64
	room    float64 // how wide its label may be
	label   []string
	numbers []int
	tone    model.TrafficTone
}

// wires draws the lines between two lanes: those of the upper one run together
// in a bar, and part again at the lower one.
func (p *plotter) wires(upper, lower plotLane) {
	p.places(lower)
	if lower.kind == model.InsideClients {
		p.strips(
			p.strip(upper, func(l plotLink) string { return l.to }, lower, headUp),
			p.strip(lower, func(l plotLink) string { return l.from }, upper, noHead))
		return
	}
	from := p.strip(upper, func(l plotLink) string { return l.from }, lower, noHead)
	to := p.strip(lower, func(l plotLink) string { return l.to }, upper, headDown)
	p.strips(through(from, p.trunk(from, to, upper.way), to)...)
}

// through leaves out a row that is but one line without a word: the trunk goes
// on in its place.
func through(from, trunk, to strip) []strip {
	if len(trunk.wires) == 0 {
		return []strip{from, to}
	}
	rows := []strip{trunk}
	if from.alone() {
		rows[0].wires[0].tone = from.wires[0].tone
	} else {
		rows = []strip{from, trunk}
	}
	if last := &rows[len(rows)-1]; to.alone() {
		last.head, last.wires[0].tone = to.head, to.wires[0].tone
		return rows
	}
	return append(rows, to)
}

// alone reports whether the row is one line that says nothing.
func (s strip) alone() bool {
	return len(s.wires) == 1 && s.wires[0].labelHigh() == 0
}

// strip is the row of lines at the nodes of a lane. Labels stand where they
// tell most: at the clients on the internet, and at the management points.
func (p *plotter) strip(lane plotLane, end func(plotLink) string, other plotLane, head drawnHead) strip {
	s := strip{head: head}
	labelled := lane.kind == model.InternetClients || lane.kind == model.ManagementServers
	_, wide := p.places(lane)
	for _, n := range lane.nodes {
		w := wire{x: p.center[n.id], room: wide}
		links := p.linksBetween(n.id, end, other)
		for i, l := range links {
			if i == 0 || toneRank(l.tone) < toneRank(w.tone) {
				w.tone = l.tone
			}
			if labelled {
				w.numbers = merged(w.numbers, l.numbers)
			}
		}
		if labelled && len(links) > 0 {
			w.label = labelLines(joinLabels(links), wide)
		}
		if len(links) > 0 {
			s.wires = append(s.wires, w)
		}
	}
	return s
}

// linksBetween are the links of a node to or from the nodes of another lane.
func (p *plotter) linksBetween(id string, end func(plotLink) string, other plotLane) []plotLink {
	var links []plotLink
	for _, l := range p.links {
		if end(l) != id {
			continue
		}
		if slices.ContainsFunc(other.nodes, func(n plotNode) bool { return n.id == l.from || n.id == l.to }) {
			links = append(links, l)
		}
	}
	return links
}

// labelLines breaks a label behind its commas first: method and mode.
func labelLines(label string, room float64) []string {
	if lines := lineFace.lines(label, room, 1); lineFace.wide(drawnClean(label)) <= room {
		return lines
	}
	parts := strings.SplitAfter(label, ", ")
	var lines []string
	for _, part := range parts {
		lines = append(lines, lineFace.lines(part, room, 2)...)
	}
	return lines[:min(len(lines), 4)]
}

// joinLabels are the labels of links, each once.
func joinLabels(links []plotLink) string {
	var all []plotLink
	for _, l := range links {
		l.from, l.to = "", ""
		all = addLink(all, l)
	}
	return all[0].label
}

// trunk is the one line between two bars, which says what all have in common.
func (p *plotter) trunk(from, to strip, way string) strip {
	if way == "" || len(from.wires) == 0 || len(to.wires) == 0 {
		return strip{}
	}
	x := headingWide + (p.d.width-headingWide)/2
	for _, s := range []strip{from, to} {
		if len(s.wires) == 1 {
			x = s.wires[0].x
		}
	}
	room := 2*min(x-headingWide, p.d.width-x) - 2*lanePad
	return strip{wires: []wire{{x: x, room: room, label: lineFace.lines(way, room, 2)}}}
}

// strips draws rows of lines below one another, with a bar between two rows.
func (p *plotter) strips(rows ...strip) {
	rows = slices.DeleteFunc(rows, func(s strip) bool { return len(s.wires) == 0 })
	top := p.y
	if len(rows) == 0 {
		p.y += stubHead
		return
	}
	for i, row := range rows {
		y := p.y
		p.y += row.high()
		start, end := y, p.y
		if i == 0 {
			start = top - lanePad
		}
		if i == len(rows)-1 {
			end += lanePad
		}
		for _, w := range row.wires {
			p.drawWire(w, row, start, end, (y+p.y)/2)
		}
		if i > 0 {
			p.bar(rows[i-1], row, y)
		}
	}
}

// bar is the horizontal line that connects two rows of lines.
func (p *plotter) bar(above, below strip, y float64) {
	left, right := above.wires[0].x, above.wires[0].x
	for _, w := range slices.Concat(above.wires, below.wires) {
		left, right = min(left, w.x), max(right, w.x)
	}
	if right-left > 0.5 {
		p.d.arrows = append(p.d.arrows, drawnArrow{points: []point{{left, y}, {right, y}}, headless: true})
	}
}

func (w wire) labelHigh() float64 {
	high := float64(len(w.label))*lineFace.leading() + markRows(w.numbers, w.room)
	if high > 0 {
		high += 2 * labelPad
	}
	return high
}

func (s strip) high() float64 {
	high := 0.0
	for _, w := range s.wires {
		high = max(high, w.labelHigh())
	}
	if s.head != noHead {
		return high + stub + stubHead
	}
	if high == 0 {
		return stub
	}
	return high + 2*stub
}

// drawWire draws a line in two parts, with its label between them.
func (p *plotter) drawWire(w wire, row strip, start, end, middle float64) {
	high := w.labelHigh()
	if high == 0 {
		p.drawLine(w, row.head, start, end)
		return
	}
	top := middle - high/2
	var label []drawnText
	y := top + labelPad
	for _, line := range w.label {
		label = append(label, drawnText{x: w.x, y: y + lineFace.size, size: lineFace.size, align: alignMiddle, text: line})
		y += lineFace.leading()
	}
	p.drawMarks(w.numbers, w.x-w.room/2, y, w.room, alignMiddle)
	upper, lower := noHead, noHead
	switch row.head {
	case headUp:
		upper = headUp
	case headDown:
		lower = headDown
	}
	p.drawLine(w, upper, start, top)
	p.drawLine(w, lower, top+high, end)
	p.d.arrows[len(p.d.arrows)-1].label = label
}

func (p *plotter) drawLine(w wire, head drawnHead, start, end float64) {
	points := []point{{w.x, start}, {w.x, end}}
	if head == headUp {
		slices.Reverse(points)
	}
	p.d.arrows = append(p.d.arrows, drawnArrow{points: points, tone: w.tone, headless: head == noHead})
}
