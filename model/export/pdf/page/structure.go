package page

import (
	"fmt"
	"slices"
)

// An element is a piece of the structure that a screen reader walks through.
type element struct {
	kind, alt string
	parent    *element
	kids      []kid
	number    int // of its object in the file
}

// A kid is what an element holds: another element, a piece of what is drawn on
// a page, or something to press.
type kid struct {
	element    *element
	annotation *annotation
	page       int // from 1
	piece      int // on that page
}

// elements are those that can be opened.
var elements = []string{"Document", "Part", "Sect", "Div", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody",
	"Table", "THead", "TBody", "TR", "TH", "TD", "TOC", "TOCI", "Reference", "Link", "Form", "Figure", "Caption",
	"Code", "Span", "Note", "BlockQuote"}

// nothing owns what is no content.
var nothing = element{kind: "Artifact"}

// Open begins an element of the structure: Document, Sect, H1 to H4, P, L, LI,
// Lbl, LBody, Table, TR, TH, TD, TOC, TOCI, Reference, Link, Form, Figure,
// Caption, Code, Span. Close ends the last one that was opened.
func (d *Document) Open(kind string) {
	if !slices.Contains(elements, kind) {
		d.fail("there is no element %q", kind)
	}
	d.open = append(d.open, d.grow(kind))
}

// grow adds an element to the one that is open.
func (d *Document) grow(kind string) *element {
	parent := &d.root
	if n := len(d.open); n > 0 {
		parent = d.open[n-1]
	}
	e := &element{kind: kind, parent: parent}
	parent.kids = append(parent.kids, kid{element: e})
	return e
}

// Close ends the last element that was opened.
func (d *Document) Close() {
	if len(d.open) == 0 {
		d.fail("no element is open that could be closed")
		return
	}
	d.open = d.open[:len(d.open)-1]
}

// Alt gives the element that is open words in place of what it shows: of a Figure.
func (d *Document) Alt(words string) {
	if len(d.open) == 0 {
		d.fail("no element is open that words could stand for")
		return
	}
	d.open[len(d.open)-1].alt = words
}

// Artifact draws what is no content: page heads and feet, rules, grounds.
func (d *Document) Artifact(draw func()) {
	d.artifacts++
	draw()
	d.artifacts--
}

// innermost is the element that text drawn now belongs to.
func (d *Document) innermost() *element {
	if d.artifacts > 0 || len(d.open) == 0 {
		return &nothing
	}
	return d.open[len(d.open)-1]
}

// figure is the element that a shape drawn now belongs to.
func (d *Document) figure() *element {
	for _, e := range d.open {
		if e.kind == "Figure" {
			return d.innermost()
		}
	}
	return &nothing
}

// mark makes what is drawn next the content of an element.
func (d *Document) mark(owner *element) {
	if d.marked == owner {
		return
	}
	d.endMark()
	d.marked = owner
	if owner == &nothing {
		d.raw("/Artifact BMC")
		return
	}
	p := d.pages[len(d.pages)-1]
	piece := len(p.owners)
	p.owners = append(p.owners, owner)
	owner.kids = append(owner.kids, kid{page: len(d.pages), piece: piece})
	d.raw(fmt.Sprintf("/%s <</MCID %d>> BDC", owner.kind, piece))
}

// endMark ends the content of an element, on this page at least.
func (d *Document) endMark() {
	if d.marked != nil {
		d.raw("EMC")
		d.marked = nil
	}
}

// raw draws what the library has no words for.
func (d *Document) raw(operator string) {
	d.draw(func(b *brush) { b.pdf.RawWriteStr(operator) })
}
