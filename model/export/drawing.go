package export

import "cmgwizard/model"

// A drawing is the traffic of a plan laid out: boxes with lines of text, and
// arrows between them. Lengths are points (1/72 inch), y goes down. Whoever
// draws it draws every shape as it is, without any layout of its own.
type drawing struct {
	width, height float64
	title, about  string // its name, and all it shows in words, for those who do not see it
	boxes         []drawnBox
	arrows        []drawnArrow
	texts         []drawnText // headings of the columns, the legend
}

// A drawnBox is a node.
type drawnBox struct {
	x, y, w, h float64
	kind       model.TrafficKind
	tone       model.TrafficTone
	texts      []drawnText
}

// A drawnArrow is a line through points, with its head at the last one.
type drawnArrow struct {
	points []point
	tone   model.TrafficTone
	label  []drawnText // on a white ground, where the drawing has room
}

type point struct{ x, y float64 }

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

// newDrawing lays the traffic out for a page of this width.
func newDrawing(t model.Traffic, width float64) drawing {
	return drawing{width: width, height: 100, title: "Traffic"}
}

// drawnWords is the same as lines of text, no wider than width columns, in
// ASCII but for what people wrote themselves.
func drawnWords(t model.Traffic, width int) []string {
	return nil
}
