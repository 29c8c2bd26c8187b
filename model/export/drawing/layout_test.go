package drawing

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// An area is a place on the drawing.
type area struct {
	left, top, right, bottom float64
	what                     string
}

func (a area) meets(b area) bool {
	const touch = 0.01
	return a.left < b.right-touch && b.left < a.right-touch && a.top < b.bottom-touch && b.top < a.bottom-touch
}

func (a area) holds(b area) bool {
	const touch = 0.01
	return a.left-touch <= b.left && a.top-touch <= b.top && b.right <= a.right+touch && b.bottom <= a.bottom+touch
}

func (t Text) area() area {
	wide := textWide(t.Text, t.Size, t.Bold)
	left := t.X - wide*[...]float64{AlignLeft: 0, AlignMiddle: 0.5, AlignRight: 1}[t.Align]
	return area{left, t.Y - t.Size*0.76, left + wide, t.Y + t.Size*0.24, t.Text}
}

func (b Box) area() area { return area{b.X, b.Y, b.X + b.W, b.Y + b.H, "a box"} }

func (m Mark) area() area { return area{m.X, m.Y, m.X + m.W, m.Y + m.H, m.Text.Text} }

func (b Band) area() area { return area{b.X, b.Y, b.X + b.W, b.Y + b.H, "a band"} }

func (a Arrow) area() area { return areaOf(a.points) }

func areaOf(points []Point) area {
	a := area{points[0].X, points[0].Y, points[0].X, points[0].Y, "a line"}
	for _, p := range points {
		a.left, a.right, a.top, a.bottom = min(a.left, p.X), max(a.right, p.X), min(a.top, p.Y), max(a.bottom, p.Y)
	}
	return a
}

// looseTexts are the texts that stand in no box and no badge.
func (d Drawing) looseTexts() []Text {
	texts := slices.Clone(d.Texts)
	for _, a := range d.Arrows {
		texts = append(texts, a.Label...)
	}
	return texts
}

func TestDrawingsAreWellLaidOut(t *testing.T) {
	for n, traffic := range traffics() {
		for _, width := range []float64{490, 510, 700} {
			d := NewDrawing(traffic, width)
			if fault := d.fault(); fault != "" {
				t.Fatalf("drawing %d, %g points wide: %s", n, width, fault)
			}
		}
	}
}

// fault says what is wrong with the layout.
func (d Drawing) fault() string {
	for _, look := range []func() string{d.boxesFault, d.textsFault, d.placesFault, d.marksFault, d.sizesFault} {
		if fault := look(); fault != "" {
			return fault
		}
	}
	return ""
}

func (d Drawing) boxesFault() string {
	for i, b := range d.Boxes {
		for _, other := range d.Boxes[:i] {
			if b.area().meets(other.area()) {
				return fmt.Sprintf("boxes lie on one another: %v, %v", b.area(), other.area())
			}
		}
		for k, text := range b.Texts {
			if !b.area().holds(text.area()) {
				return fmt.Sprintf("%q leaves its box %v", text.Text, b.area())
			}
			if k > 0 && text.area().meets(b.Texts[k-1].area()) {
				return fmt.Sprintf("%q stands on %q", text.Text, b.Texts[k-1].Text)
			}
		}
		for _, text := range d.looseTexts() {
			if b.area().meets(text.area()) {
				return fmt.Sprintf("%q runs into a box", text.Text)
			}
		}
		for _, a := range d.Arrows {
			if b.area().meets(a.area()) {
				return fmt.Sprintf("a line %v runs into the box %v", a.area(), b.area())
			}
		}
	}
	return ""
}

func (d Drawing) textsFault() string {
	texts := d.looseTexts()
	for i, text := range texts {
		for _, other := range texts[:i] {
			if text.area().meets(other.area()) {
				return fmt.Sprintf("%q stands on %q", text.Text, other.Text)
			}
		}
		for _, a := range d.Arrows {
			if text.area().meets(a.area()) {
				return fmt.Sprintf("a line crosses %q", text.Text)
			}
		}
	}
	return ""
}

func (d Drawing) marksFault() string {
	for i, m := range d.Marks {
		if !m.area().holds(m.Text.area()) {
			return fmt.Sprintf("%q leaves its badge", m.Text.Text)
		}
		for _, other := range d.Marks[:i] {
			if m.area().meets(other.area()) {
				return fmt.Sprintf("badge %q lies on %q", m.Text.Text, other.Text.Text)
			}
		}
		for _, a := range d.Arrows {
			if m.area().meets(a.area()) {
				return fmt.Sprintf("a line crosses the badge %q", m.Text.Text)
			}
		}
		texts := d.looseTexts()
		for _, b := range d.Boxes {
			texts = append(texts, b.Texts...)
			if b.area().meets(m.area()) && !b.area().holds(m.area()) {
				return fmt.Sprintf("the badge %q leaves its box", m.Text.Text)
			}
		}
		for _, text := range texts {
			if m.area().meets(text.area()) {
				return fmt.Sprintf("the badge %q lies on %q", m.Text.Text, text.Text)
			}
		}
	}
	return ""
}

func (d Drawing) placesFault() string {
	page := area{0, 0, d.Width, d.Height, "the page"}
	var areas []area
	for _, b := range d.Boxes {
		areas = append(areas, b.area())
	}
	for _, b := range d.Bands {
		areas = append(areas, b.area())
	}
	for _, m := range d.Marks {
		areas = append(areas, m.area())
	}
	for _, text := range d.looseTexts() {
		areas = append(areas, text.area())
	}
	for _, a := range areas {
		if !page.holds(a) {
			return fmt.Sprintf("%v leaves the page %v", a, page)
		}
	}
	return ""
}

func (d Drawing) sizesFault() string {
	texts := d.looseTexts()
	for _, b := range d.Boxes {
		texts = append(texts, b.Texts...)
	}
	for _, text := range texts {
		if text.Size < 7 || text.Text == "" || text.Text != Clean(text.Text) && !strings.HasSuffix(text.Text, "...") {
			return fmt.Sprintf("%q of %g points", text.Text, text.Size)
		}
	}
	if d.Height > paperHigh+120 {
		return fmt.Sprintf("it is %g points high", d.Height)
	}
	return ""
}
