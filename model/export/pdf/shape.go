package pdf

import "codeberg.org/go-pdf/fpdf"

// Line, Rect, Polygon draw shapes; they are always artifacts, but within a Figure.
func (d *Document) Line(x1, y1, x2, y2, width float64, c Color) {
	if d.ready(x1, y1, x2, y2, width) {
		d.mark(d.figure())
		d.pen(c, width)
		d.pdf.Line(x1, y1, x2, y2)
	}
}

// Rect draws a rectangle. A nil colour leaves ground or border out.
func (d *Document) Rect(x, y, w, h float64, ground, border *Color, width float64) {
	how := ""
	if ground != nil {
		how = "F"
	}
	if border != nil {
		how += "D"
	}
	if how == "" || !d.ready(x, y, w, h, width) {
		return
	}
	d.mark(d.figure())
	if ground != nil {
		d.fill(*ground)
	}
	if border != nil {
		d.pen(*border, width)
	}
	d.pdf.Rect(x, y, w, h, how)
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
	d.fill(ground)
	d.pdf.Polygon(corners, "F")
}

// pen sets how lines are drawn.
func (d *Document) pen(c Color, width float64) {
	if r, g, b := d.pdf.GetDrawColor(); r != int(c.R) || g != int(c.G) || b != int(c.B) {
		d.pdf.SetDrawColor(int(c.R), int(c.G), int(c.B))
	}
	if d.pdf.GetLineWidth() != width {
		d.pdf.SetLineWidth(width)
	}
}

// fill sets how grounds are drawn.
func (d *Document) fill(c Color) {
	if r, g, b := d.pdf.GetFillColor(); r != int(c.R) || g != int(c.G) || b != int(c.B) {
		d.pdf.SetFillColor(int(c.R), int(c.G), int(c.B))
	}
}
