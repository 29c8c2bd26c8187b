package pdf

import (
	"strconv"

	"cmgwizard/model/export/drawing"
	"cmgwizard/model/export/pdf/page"
)

// drawTraffic draws who talks to whom, whole, in a place of its own. What is
// higher than a page is drawn smaller.
func (b *book) drawTraffic() {
	if b.drawn.Height == 0 {
		return
	}
	room := 0.52*(b.bottom()-topMargin) - height(b.heading)
	unit := min(point72, room/b.drawn.Height)
	b.place(line{h: b.drawn.Height * unit, draw: func(y float64) {
		b.d.Open("Figure")
		b.d.Alt(b.drawn.About)
		b.drawn.On(canvas{b.d, margin, y, unit})
		b.d.Close()
	}}, space(4))
}

// A canvas is where a drawing stands on a page, and how long its points are.
type canvas struct {
	d    *page.Document
	x, y float64
	unit float64
}

func (c canvas) at(p drawing.Point) (x, y float64) { return c.x + p.X*c.unit, c.y + p.Y*c.unit }

// Rect fills a rectangle, and draws its edge.
func (c canvas) Rect(x, y, w, h float64, ground, edge string, width float64) {
	left, top := c.at(drawing.Point{X: x, Y: y})
	fill := inkOf(ground)
	var border *page.Color
	if edge != "" {
		ink := inkOf(edge)
		border = &ink
	}
	c.d.Rect(left, top, w*c.unit, h*c.unit, &fill, border, width*c.unit)
}

// Line draws a line.
func (c canvas) Line(from, to drawing.Point, width float64, ink string) {
	x1, y1 := c.at(from)
	x2, y2 := c.at(to)
	c.d.Line(x1, y1, x2, y2, width*c.unit, inkOf(ink))
}

// Polygon fills a shape.
func (c canvas) Polygon(points []drawing.Point, ink string) {
	var corners [][2]float64
	for _, p := range points {
		x, y := c.at(p)
		corners = append(corners, [2]float64{x, y})
	}
	c.d.Polygon(corners, inkOf(ink))
}

// Text writes a line.
func (c canvas) Text(t drawing.Text, ink string) {
	style := page.Regular
	if t.Bold {
		style = page.Bold
	}
	c.d.Font(style, t.Size*c.unit/point72)
	c.d.Ink(inkOf(ink))
	x, y := c.at(drawing.Point{X: t.X, Y: t.Y})
	c.d.Text(x-c.d.Width(t.Text)*[...]float64{drawing.AlignLeft: 0, drawing.AlignMiddle: 0.5, drawing.AlignRight: 1}[t.Align], y, t.Text)
}

// inkOf reads a colour such as "0B5CAD": one of ours.
func inkOf(hex string) page.Color {
	n, _ := strconv.ParseUint(hex, 16, 24) // the table of colours holds nothing else
	return page.Color{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n)}
}
