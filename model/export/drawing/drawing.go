// Package drawing lays out the drawing of the traffic: boxes, wires and words.
package drawing

import "cmgwizard/model/traffic"

// A Drawing is the traffic of a plan laid out: grounds, boxes with lines of
// text, and arrows between them. Lengths are points (1/72 inch), y goes down.
// Every shape is drawn as it is, in the order bands, arrows, boxes, marks, texts: On
// does so, and nobody else lays anything out.
type Drawing struct {
	Width, Height float64
	Title, About  string // its name, and all it shows in words, for those who do not see it
	Bands         []Band
	Arrows        []Arrow
	Boxes         []Box
	Marks         []Mark
	Texts         []Text // headings of the lanes, the legend, the list of problems
}

// A Band is the ground behind a lane.
type Band struct {
	X, Y, W, H float64
	kind       traffic.Kind
}

// A Box is a node. Unknown ones have a dashed border, those that fail or
// warn a thicker one.
type Box struct {
	X, Y, W, H float64
	kind       traffic.Kind
	Tone       traffic.Tone
	Texts      []Text
}

// An Arrow is a line through points, with its head at the last one unless
// it has none. What is unknown is dashed. Its label stands in a gap of the line.
type Arrow struct {
	points   []Point
	Tone     traffic.Tone // "" for what several links share
	headless bool
	Label    []Text
}

// A Point is a place on the page, in points from its upper left corner.
type Point struct{ X, Y float64 }

// A Mark is a badge with the number of a problem: "X1" for a blocker, "!2"
// for a warning, "?3" for an answer that is missing.
type Mark struct {
	X, Y, W, H float64
	Tone       traffic.Tone
	Text       Text
}

// A Text is one line, already broken and short enough for its place in
// DejaVu Sans; in another font it may be a little wider.
type Text struct {
	X, Y  float64 // of its baseline; x is its left end, its middle or its right end
	Size  float64
	Bold  bool
	Align Align
	tone  traffic.Tone // "" for plain text
	Text  string
}

// Align says which point of a line of text its x is.
type Align uint8

const (
	// AlignLeft and the others: x is the left end, the middle or the right end.
	AlignLeft Align = iota
	AlignMiddle
	AlignRight
)

// NewDrawing lays the traffic out for a page of this width: five lanes, from
// the clients on the internet down to the management points, with the clients
// inside below them, then the legend and the problems in words.
// It ends in time for one page of paper: a list of problems that is too long
// says how many more there are.
func NewDrawing(t traffic.Drawing, width float64) Drawing { return Draw(t, width, paperHigh) }

// paperHigh is how high a drawing on paper is, in points.
const paperHigh = 640

// Draw lays the traffic out; the list of problems ends before the height most.
func Draw(t traffic.Drawing, width, most float64) Drawing {
	p := newPlotter(t, width)
	for i := range p.lane {
		p.group(i)
	}
	p.lanes()
	p.legend()
	p.problemList(most)
	p.d.Height = p.y
	return p.d
}

// SVGWidth is how wide a drawing is laid out where it can be scaled, in points.
const SVGWidth = 500
