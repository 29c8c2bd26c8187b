package drawing

// A Canvas is what a drawing is drawn on. Its lengths are those of the drawing, its colours RRGGBB.
type Canvas interface {
	Rect(x, y, w, h float64, ground, edge string, width float64) // no edge where it is ""
	Line(from, to Point, width float64, ink string)
	Polygon(corners []Point, ink string)
	Text(t Text, ink string)
}

// On draws every shape, in the order in which one covers the other.
func (d Drawing) On(c Canvas) {
	for _, band := range d.Bands {
		c.Rect(band.X, band.Y, band.W, band.H, band.Ground(), "", 0)
	}
	for _, a := range d.Arrows {
		a.on(c)
	}
	for _, box := range d.Boxes {
		ink, width := box.Border()
		c.Rect(box.X, box.Y, box.W, box.H, PageGround, ink, width)
		write(c, box.Texts)
	}
	for _, m := range d.Marks {
		ground, letters := m.Inks()
		c.Rect(m.X, m.Y, m.W, m.H, ground, ToneInk(m.Tone), 0.7)
		c.Text(m.Text, letters)
	}
	write(c, d.Texts)
}

func (a Arrow) on(c Canvas) {
	ink := ToneInk(a.Tone)
	for _, s := range a.strokes() {
		c.Line(s[0], s[1], a.LineWidth(), ink)
	}
	if head := a.Head(); head != nil {
		c.Polygon(head, ink)
	}
	write(c, a.Label)
}

func write(c Canvas, texts []Text) {
	for _, t := range texts {
		c.Text(t, t.Ink())
	}
}
