package page

import (
	"math"
	"slices"
)

// millimetres in a point.
const point = 25.4 / 72

// A font is how text is drawn.
type font struct {
	style  Style
	points float64
	ink    Color
}

// Font sets face and size of what follows, Ink its colour.
func (d *Document) Font(s Style, points float64) {
	if int(s) >= len(faces) || !(points > 0 && points < 1000) {
		d.fail("there is no font %d of %v points", s, points)
		return
	}
	d.font.style, d.font.points = s, points
}

// Ink sets the colour of the text that follows.
func (d *Document) Ink(c Color) { d.font.ink = c }

// Width is how wide a text is in the present font.
func (d *Document) Width(text string) float64 {
	return float64(faces[d.font.style].units(text)) * d.font.points * point / 1000
}

// Split breaks a text into lines no wider than width, at blanks, or within a
// word that is longer. No character is lost: each line but the last keeps the
// blank at which it was broken, which is not counted as width. A line feed ends
// a line too. An empty text has no line.
func (d *Document) Split(text string, width float64) []string {
	limit := width * 1000 / (d.font.points * point)
	if !(limit < math.MaxInt32) {
		limit = math.MaxInt32
	}
	return faces[d.font.style].split(text, int(max(limit, 0)+1e-6))
}

// Text draws one line with its left end at x and its baseline at y. Outside of
// any element, or within Artifact, it is an artifact: no reader hears of it.
func (d *Document) Text(x, y float64, text string) {
	if !d.ready(x, y) {
		return
	}
	text = faces[d.font.style].shown(text, d.lost)
	if text == "" {
		return
	}
	d.mark(d.innermost())
	font := d.font
	d.draw(func(b *brush) { b.text(font, x, y, text) })
}

// lost notes a character that a mark stands for.
func (d *Document) lost(r rune) {
	if !slices.Contains(d.replaced, r) {
		d.replaced = append(d.replaced, r)
	}
}
