package export

import (
	"cmgwizard/model"
)

// A drawing is the traffic of a plan laid out: grounds, boxes with lines of
// text, and arrows between them. Lengths are points (1/72 inch), y goes down.
// Whoever draws it draws every shape as it is, in the order bands, arrows,
// boxes, marks, texts, without any layout of its own.
type drawing struct {
	width, height float64
	title, about  string // its name, and all it shows in words, for those who do not see it
	bands         []drawnBand
	arrows        []drawnArrow
	boxes         []drawnBox
	marks         []drawnMark
	texts         []drawnText // headings of the lanes, the legend, the list of problems
}

// A drawnBand is the ground behind a lane.
type drawnBand struct {
	x, y, w, h float64
	kind       model.TrafficKind
}

// A drawnBox is a node. Unknown ones have a dashed border, those that fail or
// warn a thicker one.
type drawnBox struct {
	x, y, w, h float64
	kind       model.TrafficKind
	tone       model.TrafficTone
	texts      []drawnText
}

// A drawnArrow is a line through points, with its head at the last one unless
// it has none. What is unknown is dashed. Its label stands in a gap of the line.
type drawnArrow struct {
	points   []point
	tone     model.TrafficTone // "" for what several links share
	headless bool
	label    []drawnText
}

type point struct{ x, y float64 }

// A drawnMark is a badge with the number of a problem: "X1" for a blocker, "!2"
// for a warning, "?3" for an answer that is missing.
type drawnMark struct {
	x, y, w, h float64
	tone       model.TrafficTone
	text       drawnText
}

// A drawnText is one line, already broken and short enough for its place in
// DejaVu Sans; in another font it may be a little wider.
type drawnText struct {
	x, y  float64 // of its baseline; x is its left end, its middle or its right end
	size  float64
	bold  bool
	align drawnAlign
	tone  model.TrafficTone // "" for plain text
	text  string
}

type drawnAlign uint8

const (
	alignLeft drawnAlign = iota
	alignMiddle
	alignRight
)

// newDrawing lays the traffic out for a page of this width: five lanes, from
// the clients on the internet down to the management points, with the clients
// inside below them, then the legend and the problems in words.
// It ends in time for one page of paper: a list of problems that is too long
// says how many more there are.
func newDrawing(t model.Traffic, width float64) drawing { return draw(t, width, paperHigh) }

// paperHigh is how high a drawing on paper is, in points.
const paperHigh = 640

// draw lays the traffic out; the list of problems ends before the height most.
func draw(t model.Traffic, width, most float64) drawing {
	p := newPlotter(t, width)
	for i := range p.lane {
		p.group(i)
	}
	p.lanes()
	p.legend()
	p.problemList(most)
	p.d.height = p.y
	return p.d
}

// The house colours, as RRGGBB.
const (
	blueInk  = "0B5CAD"
	greenInk = "2E7D32"
	amberInk = "9A6700"
	redInk   = "B3261E"
	greyInk  = "5F6B7A"
	blackInk = "1B1F24"
)

// toneInk is the colour of lines and texts of a tone.
func toneInk(tone model.TrafficTone) string {
	switch tone {
	case model.TrafficWorks:
		return greenInk
	case model.TrafficWarns:
		return amberInk
	case model.TrafficFails:
		return redInk
	case model.TrafficUnknown:
		return greyInk
	}
	return blueInk
}

// textInk is the colour of a text: black where it says nothing of a tone.
func (t drawnText) ink() string {
	if t.tone == "" {
		return blackInk
	}
	return toneInk(t.tone)
}

// border is the colour and the width of the line around a box.
func (b drawnBox) border() (ink string, width float64) {
	switch b.tone {
	case model.TrafficFails:
		return redInk, 1.6
	case model.TrafficWarns:
		return amberInk, 1.3
	case model.TrafficUnknown:
		return greyInk, 0.9
	}
	return blueInk, 0.9
}

// dashed reports whether a line of this tone is drawn in dashes of 3 points.
func dashed(tone model.TrafficTone) bool { return tone == model.TrafficUnknown }

// lineWidth is the width of an arrow's line.
func (a drawnArrow) lineWidth() float64 {
	if a.tone == model.TrafficFails {
		return 1.6
	}
	return 1
}

// The colours of grounds, as RRGGBB.
const (
	cloudGround  = "EAF2FB" // behind the CMG
	insideGround = "F3F4F6"
	pageGround   = "FFFFFF"
)

func (b drawnBand) ground() string {
	if b.kind == model.GatewayNode {
		return cloudGround
	}
	return insideGround
}

// headLength is how long the head of an arrow is.
const headLength = 5.5

// head is the triangle at the end of an arrow.
func (a drawnArrow) head() []point {
	if a.headless || len(a.points) < 2 {
		return nil
	}
	tip, before := a.points[len(a.points)-1], a.points[len(a.points)-2]
	dx, dy := sign(tip.x-before.x), sign(tip.y-before.y)
	back := point{tip.x - dx*headLength, tip.y - dy*headLength}
	const half = headLength / 2
	return []point{tip, {back.x + dy*half, back.y + dx*half}, {back.x - dy*half, back.y - dx*half}}
}

// sign is -1, 0 or 1: arrows run along the axes.
func sign(v float64) float64 {
	switch {
	case v < 0:
		return -1
	case v > 0:
		return 1
	}
	return 0
}

// shaft is the line of an arrow without its head.
func (a drawnArrow) shaft() []point {
	points := append([]point(nil), a.points...)
	if a.head() != nil {
		tip, before := points[len(points)-1], points[len(points)-2]
		points[len(points)-1] = point{tip.x - sign(tip.x-before.x)*headLength/2, tip.y - sign(tip.y-before.y)*headLength/2}
	}
	return points
}

// inks are the colours of a badge: a blocker is filled.
func (m drawnMark) inks() (ground, letters string) {
	if m.tone == model.TrafficFails {
		return redInk, pageGround
	}
	return pageGround, toneInk(m.tone)
}
