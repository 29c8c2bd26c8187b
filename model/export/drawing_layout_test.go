package export

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

func (t drawnText) area() area {
	wide := textWide(t.text, t.size, t.bold)
	left := t.x - wide*[...]float64{alignLeft: 0, alignMiddle: 0.5, alignRight: 1}[t.align]
	return area{left, t.y - t.size*0.76, left + wide, t.y + t.size*0.24, t.text}
}

func (b drawnBox) area() area   { return area{b.x, b.y, b.x + b.w, b.y + b.h, "a box"} }
func (m drawnMark) area() area  { return area{m.x, m.y, m.x + m.w, m.y + m.h, m.text.text} }
func (b drawnBand) area() area  { return area{b.x, b.y, b.x + b.w, b.y + b.h, "a band"} }
func (a drawnArrow) area() area { return areaOf(a.points) }

func areaOf(points []point) area {
	a := area{points[0].x, points[0].y, points[0].x, points[0].y, "a line"}
	for _, p := range points {
		a.left, a.right, a.top, a.bottom = min(a.left, p.x), max(a.right, p.x), min(a.top, p.y), max(a.bottom, p.y)
	}
	return a
}

// looseTexts are the texts that stand in no box and no badge.
func (d drawing) looseTexts() []drawnText {
	texts := slices.Clone(d.texts)
	for _, a := range d.arrows {
		texts = append(texts, a.label...)
	}
	return texts
}

func TestDrawingsAreWellLaidOut(t *testing.T) {
	for n, traffic := range traffics() {
		for _, width := range []float64{490, 510, 700} {
			d := newDrawing(traffic, width)
			if fault := d.fault(); fault != "" {
				t.Fatalf("drawing %d, %g points wide: %s", n, width, fault)
			}
		}
	}
}

// fault says what is wrong with the layout.
func (d drawing) fault() string {
	for _, look := range []func() string{d.boxesFault, d.textsFault, d.placesFault, d.marksFault, d.sizesFault} {
		if fault := look(); fault != "" {
			return fault
		}
	}
	return ""
}

func (d drawing) boxesFault() string {
	for i, b := range d.boxes {
		for _, other := range d.boxes[:i] {
			if b.area().meets(other.area()) {
				return fmt.Sprintf("boxes lie on one another: %v, %v", b.area(), other.area())
			}
		}
		for k, text := range b.texts {
			if !b.area().holds(text.area()) {
				return fmt.Sprintf("%q leaves its box %v", text.text, b.area())
			}
			if k > 0 && text.area().meets(b.texts[k-1].area()) {
				return fmt.Sprintf("%q stands on %q", text.text, b.texts[k-1].text)
			}
		}
		for _, text := range d.looseTexts() {
			if b.area().meets(text.area()) {
				return fmt.Sprintf("%q runs into a box", text.text)
			}
		}
		for _, a := range d.arrows {
			if b.area().meets(a.area()) {
				return fmt.Sprintf("a line %v runs into the box %v", a.area(), b.area())
			}
		}
	}
	return ""
}

func (d drawing) textsFault() string {
	texts := d.looseTexts()
	for i, text := range texts {
		for _, other := range texts[:i] {
			if text.area().meets(other.area()) {
				return fmt.Sprintf("%q stands on %q", text.text, other.text)
			}
		}
		for _, a := range d.arrows {
			if text.area().meets(a.area()) {
				return fmt.Sprintf("a line crosses %q", text.text)
			}
		}
	}
	return ""
}

func (d drawing) marksFault() string {
	for i, m := range d.marks {
		if !m.area().holds(m.text.area()) {
			return fmt.Sprintf("%q leaves its badge", m.text.text)
		}
		for _, other := range d.marks[:i] {
			if m.area().meets(other.area()) {
				return fmt.Sprintf("badge %q lies on %q", m.text.text, other.text.text)
			}
		}
		for _, a := range d.arrows {
			if m.area().meets(a.area()) {
				return fmt.Sprintf("a line crosses the badge %q", m.text.text)
			}
		}
		texts := d.looseTexts()
		for _, b := range d.boxes {
			texts = append(texts, b.texts...)
			if b.area().meets(m.area()) && !b.area().holds(m.area()) {
				return fmt.Sprintf("the badge %q leaves its box", m.text.text)
			}
		}
		for _, text := range texts {
			if m.area().meets(text.area()) {
				return fmt.Sprintf("the badge %q lies on %q", m.text.text, text.text)
			}
		}
	}
	return ""
}

func (d drawing) placesFault() string {
	page := area{0, 0, d.width, d.height, "the page"}
	var areas []area
	for _, b := range d.boxes {
		areas = append(areas, b.area())
	}
	for _, b := range d.bands {
		areas = append(areas, b.area())
	}
	for _, m := range d.marks {
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

func (d drawing) sizesFault() string {
	texts := d.looseTexts()
	for _, b := range d.boxes {
		texts = append(texts, b.texts...)
	}
	for _, text := range texts {
		if text.size < 7 || text.text == "" || text.text != drawnClean(text.text) && !strings.HasSuffix(text.text, "...") {
			return fmt.Sprintf("%q of %g points", text.text, text.size)
		}
	}
	if d.height > paperHigh+80 {
		return fmt.Sprintf("it is %g points high", d.height)
	}
	return ""
}
