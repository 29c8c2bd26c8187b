package export

import "cmgwizard/model/traffic"

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
	kind       traffic.Kind
}

// A drawnBox is a node. Unknown ones have a dashed border, those that fail or
// warn a thicker one.
type drawnBox struct {
	x, y, w, h float64
	kind       traffic.Kind
	tone       traffic.Tone
	texts      []drawnText
}

// A drawnArrow is a line through points, with its head at the last one unless
// it has none. What is unknown is dashed. Its label stands in a gap of the line.
type drawnArrow struct {
	points   []point
	tone     traffic.Tone // "" for what several links share
	headless bool
	label    []drawnText
}

type point struct{ x, y float64 }

// A drawnMark is a badge with the number of a problem: "X1" for a blocker, "!2"
// for a warning, "?3" for an answer that is missing.
type drawnMark struct {
	x, y, w, h float64
	tone       traffic.Tone
	text       drawnText
}

// A drawnText is one line, already broken and short enough for its place in
// DejaVu Sans; in another font it may be a little wider.
type drawnText struct {
	x, y  float64 // of its baseline; x is its left end, its middle or its right end
	size  float64
	bold  bool
	align drawnAlign
	tone  traffic.Tone // "" for plain text
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
func newDrawing(t traffic.Drawing, width float64) drawing { return draw(t, width, paperHigh) }

// paperHigh is how high a drawing on paper is, in points.
const paperHigh = 640

// draw lays the traffic out; the list of problems ends before the height most.
func draw(t traffic.Drawing, width, most float64) drawing {
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
