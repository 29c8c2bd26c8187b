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
		canvas{b.d, margin, y, unit}.draw(b.drawn)
		b.d.Close()
	}}, space(4))
}

// A canvas is where a drawing stands on a page, and how long its points are.
type canvas struct {
	d    *page.Document
	x, y float64
	unit float64
}

func (c canvas) draw(d drawing.Drawing) {
	for _, band := range d.Bands {
		c.rect(band.X, band.Y, band.W, band.H, band.Ground(), "", 0)
	}
	for _, a := range d.Arrows {
		c.arrow(a)
	}
	for _, box := range d.Boxes {
		ink, width := box.Border()
		c.rect(box.X, box.Y, box.W, box.H, drawing.PageGround, ink, width)
		c.texts(box.Texts)
	}
	for _, m := range d.Marks {
		ground, letters := m.Inks()
		c.rect(m.X, m.Y, m.W, m.H, ground, drawing.ToneInk(m.Tone), 0.7)
		c.text(m.Text, letters)
	}
	c.texts(d.Texts)
}

func (c canvas) at(p drawing.Point) (x, y float64) { return c.x + p.X*c.unit, c.y + p.Y*c.unit }

func (c canvas) rect(x, y, w, h float64, ground, edge string, width float64) {
	left, top := c.at(drawing.Point{X: x, Y: y})
	fill := inkOf(ground)
	var border *page.Color
	if edge != "" {
		ink := inkOf(edge)
		border = &ink
	}
	c.d.Rect(left, top, w*c.unit, h*c.unit, &fill, border, width*c.unit)
}

func (c canvas) arrow(a drawing.Arrow) {
	ink := inkOf(drawing.ToneInk(a.Tone))
	for _, s := range a.Strokes() {
		x1, y1 := c.at(s[0])
		x2, y2 := c.at(s[1])
		c.d.Line(x1, y1, x2, y2, a.LineWidth()*c.unit, ink)
	}
	if head := a.Head(); head != nil {
		var corners [][2]float64
		for _, p := range head {
			x, y := c.at(p)
			corners = append(corners, [2]float64{x, y})
		}
		c.d.Polygon(corners, ink)
	}
	c.texts(a.Label)
}

func (c canvas) texts(texts []drawing.Text) {
	for _, t := range texts {
		c.text(t, t.Ink())
	}
}

func (c canvas) text(t drawing.Text, ink string) {
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
