// Package pdf makes tagged, fillable PDF documents on top of fpdf: fonts that
// hold what people write, boxes to tick, links, bookmarks and a structure for
// screen readers. It knows nothing of plans. The same calls give the same
// bytes on every machine.
//
// Lengths are millimetres from the top left corner of the page, font sizes are
// points. Text may be anything: what no font here holds is replaced by a mark
// that one sees, and told by Replaced.
package pdf

import "time"

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
type Document struct{}

// New begins a document without a page.
func New(about About) *Document { return &Document{} }

// Size is that of the paper.
func (d *Document) Size() Size { return A4 }

// AddPage begins a page. Open structure goes on over pages.
func (d *Document) AddPage() {}

// Page is the number of the page that is being drawn, from 1.
func (d *Document) Page() int { return 0 }

// Font sets face and size of what follows, Ink its colour.
func (d *Document) Font(s Style, points float64) {}

// Ink sets the colour of the text that follows.
func (d *Document) Ink(c Color) {}

// Width is how wide a text is in the present font.
func (d *Document) Width(text string) float64 { return 0 }

// Split breaks a text into lines no wider than width, at blanks, or within a
// word that is longer. No character is lost: each line but the last keeps the
// blank at which it was broken, which is not counted as width.
func (d *Document) Split(text string, width float64) []string { return nil }

// Open begins an element of the structure: Document, Sect, H1 to H4, P, L, LI,
// Lbl, LBody, Table, TR, TH, TD, TOC, TOCI, Reference, Link, Form, Figure,
// Caption, Code, Span. Close ends the last one that was opened.
func (d *Document) Open(element string) {}

// Close ends the last element that was opened.
func (d *Document) Close() {}

// Alt gives the element that is open words in place of what it shows: of a Figure.
func (d *Document) Alt(words string) {}

// Text draws one line with its left end at x and its baseline at y. Outside of
// any element, or within Artifact, it is an artifact: no reader hears of it.
func (d *Document) Text(x, y float64, text string) {}

// Artifact draws what is no content: page heads and feet, rules, grounds.
func (d *Document) Artifact(draw func()) {}

// Line, Rect, Polygon draw shapes; they are always artifacts, but within a Figure.
func (d *Document) Line(x1, y1, x2, y2, width float64, c Color) {}

// Rect draws a rectangle. A nil colour leaves ground or border out.
func (d *Document) Rect(x, y, w, h float64, ground, border *Color, width float64) {}

// Polygon fills a shape.
func (d *Document) Polygon(points [][2]float64, ground Color) {}

// LinkURL makes an area a link to an address (http, https). It belongs to the
// element that is open, which should be a Link.
func (d *Document) LinkURL(x, y, w, h float64, address, words string) {}

// A Target is a place in the document to jump to.
type Target int

// NewTarget makes a target whose place is not known yet; Aim gives it one.
func (d *Document) NewTarget() Target { return 0 }

// Aim puts a target at the height y of the present page.
func (d *Document) Aim(t Target, y float64) {}

// LinkTo makes an area a link to a target.
func (d *Document) LinkTo(x, y, w, h float64, t Target, words string) {}

// Bookmark adds a line to the outline that leads to y on the present page.
// Level 0 is the top; a level is at most one deeper than the one before.
func (d *Document) Bookmark(level int, title string, y float64) {}

// CheckBox draws a square that can be ticked on paper and on screen, with its
// top left corner at x, y. The name is unique, without a dot; tooltip is what a
// screen reader says. It belongs to the element that is open: a Form.
func (d *Document) CheckBox(x, y, size float64, name, tooltip string, ticked bool) {}

// Replaced lists the characters that were replaced so far, each once, in order.
func (d *Document) Replaced() []rune { return nil }

// Bytes ends the document.
func (d *Document) Bytes() ([]byte, error) { return nil, nil }
