package export

import (
	"strconv"

	"cmgwizard/model/export/pdf/page"
)

// drawTraffic draws who talks to whom, whole, in a place of its own. What is
// higher than a page is drawn smaller.
func (b *book) drawTraffic() {
	b.title(summaryLevel, trafficTitle, "", 1)
	room := b.bottom() - topMargin - height(b.heading)
	unit := min(point72, room/max(b.drawn.height, 1))
	b.place(line{h: b.drawn.height * unit, draw: func(y float64) {
		b.d.Open("Figure")
		b.d.Alt(b.drawn.about)
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

func (c canvas) draw(d drawing) {
	for _, band := range d.bands {
		c.rect(band.x, band.y, band.w, band.h, band.ground(), "", 0)
	}
	for _, a := range d.arrows {
		c.arrow(a)
	}
	for _, box := range d.boxes {
		ink, width := box.border()
		c.rect(box.x, box.y, box.w, box.h, pageGround, ink, width)
		c.texts(box.texts)
	}
	for _, m := range d.marks {
		ground, letters := m.inks()
		c.rect(m.x, m.y, m.w, m.h, ground, toneInk(m.tone), 0.7)
		c.text(m.text, letters)
	}
	c.texts(d.texts)
}

func (c canvas) at(p point) (x, y float64) { return c.x + p.x*c.unit, c.y + p.y*c.unit }

func (c canvas) rect(x, y, w, h float64, ground, edge string, width float64) {
	left, top := c.at(point{x, y})
	fill := inkOf(ground)
	var border *page.Color
	if edge != "" {
		ink := inkOf(edge)
		border = &ink
	}
	c.d.Rect(left, top, w*c.unit, h*c.unit, &fill, border, width*c.unit)
}

func (c canvas) arrow(a drawnArrow) {
	ink := inkOf(toneInk(a.tone))
	points := a.shaft()
	for i := 1; i < len(points); i++ {
		c.stroke(points[i-1], points[i], a.lineWidth(), ink, dashed(a.tone))
	}
	if head := a.head(); head != nil {
		var corners [][2]float64
		for _, p := range head {
			x, y := c.at(p)
			corners = append(corners, [2]float64{x, y})
		}
		c.d.Polygon(corners, ink)
	}
	c.texts(a.label)
}

// stroke draws a line along an axis, in dashes of 3 points if it is dashed.
func (c canvas) stroke(from, to point, width float64, ink page.Color, dashes bool) {
	const dash = 3.0
	length := max(to.x-from.x, from.x-to.x) + max(to.y-from.y, from.y-to.y)
	step := length
	if dashes {
		step = 2 * dash
	}
	for at := 0.0; at < length; at += step {
		end := length
		if dashes {
			end = min(at+dash, length)
		}
		x1, y1 := c.at(along(from, to, at))
		x2, y2 := c.at(along(from, to, end))
		c.d.Line(x1, y1, x2, y2, width*c.unit, ink)
	}
}

// along is the point so far on the way from one point to another.
func along(from, to point, far float64) point {
	return point{from.x + sign(to.x-from.x)*far, from.y + sign(to.y-from.y)*far}
}

func (c canvas) texts(texts []drawnText) {
	for _, t := range texts {
		c.text(t, t.ink())
	}
}

func (c canvas) text(t drawnText, ink string) {
	style := page.Regular
	if t.bold {
		style = page.Bold
	}
	c.d.Font(style, t.size*c.unit/point72)
	c.d.Ink(inkOf(ink))
	x, y := c.at(point{t.x, t.y})
	c.d.Text(x-c.d.Width(t.text)*[...]float64{alignLeft: 0, alignMiddle: 0.5, alignRight: 1}[t.align], y, t.text)
}

// inkOf reads a colour such as "0B5CAD": one of ours.
func inkOf(hex string) page.Color {
	n, _ := strconv.ParseUint(hex, 16, 24) // the table of colours holds nothing else
	return page.Color{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n)}
}
