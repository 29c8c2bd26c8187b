// Package page makes tagged, fillable PDF documents on top of fpdf: fonts that
// hold what people write, boxes to tick, links, bookmarks and a structure for
// screen readers. It knows nothing of plans. The same calls give the same
// bytes on every machine.
//
// Lengths are millimetres from the top left corner of the page, font sizes are
// points. Text may be anything: what no font here holds is replaced by a mark
// that one sees, and told by Replaced.
package page

import (
	"errors"
	"fmt"
	"time"
)

// A Size is a size of paper in millimetres, upright.
type Size struct{ Width, Height float64 }

// The papers.
var (
	A4     = Size{210, 297}
	Letter = Size{215.9, 279.4}
)

// About is what the document says about itself.
type About struct {
	Title, Subject, Language string // Language: "en-GB"
	Made                     time.Time
	Paper                    Size
}

// A Style is a face of the fonts.
type Style uint8

// The faces.
const (
	Regular Style = iota
	Bold
	Mono
)

// A Color is red, green and blue.
type Color struct{ R, G, B uint8 }

// A Document is a PDF that is being made. Errors are kept until Bytes.
type Document struct {
	about    About
	font     font
	replaced []rune

	pages     []*page
	root      element
	open      []*element // those that are open, the last is the innermost
	marked    *element   // whose content is being drawn; &nothing within artifacts
	artifacts int        // how many Artifact calls we are in

	targets []place
	outline []bookmark
	boxes   []*annotation
	loaded  [len(faces)]bool // which faces were drawn with
	names   map[string]bool  // of boxes

	out []byte
	err error
}

// A page is what is drawn on it once the document ends, what can be pressed on
// it, and which element each marked piece of its content belongs to. Drawing
// waits for the end because a document that is only made to count its pages
// should cost little.
type page struct {
	drawing     []func(*brush)
	annotations []*annotation
	owners      []*element
}

// New begins a document without a page.
func New(about About) *Document {
	if about.Paper.Width <= 0 || about.Paper.Height <= 0 {
		about.Paper = A4
	}
	return &Document{about: about, font: font{points: 10}, names: map[string]bool{}}
}

// Size is that of the paper.
func (d *Document) Size() Size { return d.about.Paper }

// AddPage begins a page. Open structure goes on over pages.
func (d *Document) AddPage() {
	d.endMark()
	d.pages = append(d.pages, &page{})
}

// Page is the number of the page that is being drawn, from 1.
func (d *Document) Page() int { return len(d.pages) }

// draw notes what is to be drawn on the present page.
func (d *Document) draw(with func(*brush)) {
	p := d.pages[len(d.pages)-1]
	p.drawing = append(p.drawing, with)
}

// fail keeps the first error.
func (d *Document) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf(format, args...)
	}
}

var errEnded = errors.New("the document has ended")

// ready tells whether there is a page to draw on, and whether the lengths can
// be drawn.
func (d *Document) ready(lengths ...float64) bool {
	if d.out != nil && d.err == nil {
		d.err = errEnded
	}
	if len(d.pages) == 0 {
		d.fail("drawing before the first page")
	}
	for _, l := range lengths {
		if !(l > -far && l < far) {
			d.fail("drawing at %v mm, which is on no paper", l)
		}
	}
	return d.err == nil
}

// far is a length beyond any paper.
const far = 5000

// Replaced lists the characters that were replaced so far, each once, in order.
func (d *Document) Replaced() []rune { return d.replaced }

// Bytes ends the document.
func (d *Document) Bytes() ([]byte, error) {
	if d.out == nil && d.err == nil {
		d.end()
	}
	if d.err != nil {
		return nil, fmt.Errorf("make PDF: %w", d.err)
	}
	return d.out, nil
}

// end checks what can only be told now, and writes the file.
func (d *Document) end() {
	d.endMark()
	switch {
	case len(d.pages) == 0:
		d.fail("it has no page")
	case len(d.open) > 0:
		d.fail("element %s is still open", d.open[len(d.open)-1].kind)
	default:
		d.write()
	}
}
