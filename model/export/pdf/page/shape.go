package page

import "codeberg.org/go-pdf/fpdf"

// Line, Rect, Polygon draw shapes; they are always artifacts, but within a Figure.
func (d *Document) Line(x1, y1, x2, y2, width float64, c Color) {
	if d.ready(x1, y1, x2, y2, width) {
		d.mark(d.figure())
		d.draw(func(b *brush) {
			b.pen(c, width)
			b.pdf.Line(x1, y1, x2, y2)
		})
	}
}

// Rect draws a rectangle. A nil colour leaves ground or border out.
func (d *Document) Rect(x, y, w, h float64, ground, border *Color, width float64) {
	if ground == nil && border == nil || !d.ready(x, y, w, h, width) {
		return
	}
	d.mark(d.figure())
	if ground != nil {
		c := *ground
		d.draw(func(b *brush) {
			b.fill(c)
			b.pdf.Rect(x, y, w, h, "F")
		})
	}
	if border != nil {
		c := *border
		d.draw(func(b *brush) {
			b.pen(c, width)
			b.pdf.Rect(x, y, w, h, "D")
		})
	}
}

// Polygon fills a shape.
func (d *Document) Polygon(points [][2]float64, ground Color) {
	var corners []fpdf.PointType
	for _, p := range points {
		if !d.ready(p[0], p[1]) {
			return
		}
		corners = append(corners, fpdf.PointType{X: p[0], Y: p[1]})
	}
	if len(corners) < 3 {
		return
	}
	d.mark(d.figure())
	d.draw(func(b *brush) {
		b.fill(ground)
		b.pdf.Polygon(corners, "F")
	})
}
