package drawing

import (
	"strings"

	"cmgwizard/model/traffic"
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
	tone    traffic.Tone
}

// wires draws the lines between two lanes: those of the upper one run together
// in a bar, and part again at the lower one.
func (p *plotter) wires(upper, lower plotLane) {
	p.places(lower)
	if lower.kind == traffic.InsideClients {
		to, from := p.arrivals(upper, lower.kind, headUp), p.departures(lower)
		if len(to.wires) == 0 {
			from = strip{}
		}
		p.strips(to, from)
		return
	}
	from, to := p.departures(upper), p.arrivals(lower, upper.kind, headDown)
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

// departures is the row of lines from the nodes of a lane. Only those from the
// clients on the internet have a label.
func (p *plotter) departures(lane plotLane) strip {
	var s strip
	_, wide := p.places(lane)
	for _, n := range lane.nodes {
		if links := p.linksFrom(n.id); len(links) > 0 {
			w := wire{x: p.center[n.id], room: wide, tone: bestTone(links)}
			if lane.kind == traffic.InternetClients {
				w.add(links)
			} else if n.tone == traffic.NotKnown {
				w.tone = n.tone
			}
			s.wires = append(s.wires, w)
		}
	}
	return s
}

// arrivals is the row of lines that lead to the nodes of a lane from another.
// Only those to management points have a label.
func (p *plotter) arrivals(lane plotLane, from traffic.Kind, head drawnHead) strip {
	s := strip{head: head}
	_, wide := p.places(lane)
	for _, n := range lane.nodes {
		if links := p.linksTo(n.id, from); len(links) > 0 {
			w := wire{x: p.center[n.id], room: wide, tone: bestTone(links)}
			if lane.kind == traffic.ManagementServers {
				w.add(links)
			}
			s.wires = append(s.wires, w)
		}
	}
	return s
}

// add puts the labels and badges of links on a line.
func (w *wire) add(links []plotLink) {
	w.label = labelLines(joinLabels(links), w.room)
	for _, l := range links {
		w.numbers = merged(w.numbers, l.numbers)
	}
}

// bestTone is that of a line on which several links run: it works where one of
// them does.
func bestTone(links []plotLink) traffic.Tone {
	best := links[0].tone
	for _, l := range links {
		if toneRank(l.tone) < toneRank(best) {
			best = l.tone
		}
	}
	return best
}

// labelLines breaks a label behind its commas first: method and mode.
func labelLines(label string, room float64) []string {
	if lines := lineFace.lines(label, room, 1); lineFace.wide(Clean(label)) <= room {
		return lines
	}
	parts := strings.SplitAfter(label, ", ")
	var lines []string
	for _, part := range parts {
		lines = append(lines, lineFace.lines(part, room, 2)...)
	}
	return lines[:min(len(lines), 4)]
}

// trunk is the one line between two bars, which says what all have in common.
func (p *plotter) trunk(from, to strip, way string) strip {
	if way == "" || len(from.wires) == 0 || len(to.wires) == 0 {
		return strip{}
	}
	x := headingWide + (p.d.Width-headingWide)/2
	for _, s := range []strip{from, to} {
		if len(s.wires) == 1 {
			x = s.wires[0].x
		}
	}
	room := 2*min(x-headingWide, p.d.Width-x) - 2*lanePad
	return strip{wires: []wire{{x: x, room: room, label: lineFace.lines(way, room, 2)}}}
}
