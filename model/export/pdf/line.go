package pdf

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/pdf/page"
)

// A line is a strip of a page: how high it is, and what it draws from its upper
// edge on. A gap takes no room at the edges of a page.
type line struct {
	h    float64
	draw func(y float64)
	gap  bool
}

// A run is a piece of text in one face. It may lead somewhere.
type run struct {
	style  page.Style
	size   float64
	ink    page.Color
	text   string
	url    string
	anchor string
	about  string  // what is said of a link, "" for its text
	x      float64 // from the left edge of its line, once it is set
}

func plainRun(text string, size float64, ink page.Color) run {
	return run{size: size, ink: ink, text: doc.CleanSpan(text)}
}

func boldRun(text string, size float64, ink page.Color) run {
	return run{style: page.Bold, size: size, ink: ink, text: doc.CleanSpan(text)}
}

// richRuns sets labels bold and code in the face of a typewriter.
func richRuns(r model.Text, size float64, ink page.Color) []run {
	var runs []run
	for _, span := range r {
		s := plainRun(span.Text, size, ink)
		switch span.Kind {
		case model.LabelSpan:
			s.style = page.Bold
		case model.CodeSpan:
			s.style, s.size = page.Mono, size-0.3
		}
		runs = append(runs, s)
	}
	return runs
}

// place draws lines that belong together, on a new page if this one has no room
// for all of them. What is higher than a page is broken between its lines.
func (b *book) place(lines ...line) {
	lines = append(b.heading, lines...)
	b.heading = nil
	room, whole := b.bottom()-b.y, b.bottom()-topMargin
	if b.y > b.top && height(ended(lines)) > room && (height(ended(begun(lines))) <= whole || room < leastRoom*whole) {
		b.newPage()
	}
	for _, l := range lines {
		b.put(l)
	}
}

// leastRoom is how much of a page must be left for what is longer than a page
// to begin there.
const leastRoom = 0.35

// put draws one line, on a new page if this one is full. A gap takes no room at
// the edges of a page.
func (b *book) put(l line) {
	full := b.y+l.h > b.bottom()+0.01
	if l.gap && (full || b.y == b.top) {
		l.draw(b.y)
		return
	}
	if full && b.y > b.top {
		b.newPage()
	}
	l.draw(b.y)
	b.y += l.h
}

// begun are the lines without the gaps that come first.
func begun(lines []line) []line {
	for len(lines) > 0 && (lines[0].gap || lines[0].h == 0) {
		lines = lines[1:]
	}
	return lines
}

// ended are the lines without the gaps that come last.
func ended(lines []line) []line {
	for n := len(lines); n > 0 && (lines[n-1].gap || lines[n-1].h == 0); n-- {
		lines = lines[:n-1]
	}
	return lines
}

func height(lines []line) float64 {
	sum := 0.0
	for _, l := range lines {
		sum += l.h
	}
	return sum
}

func space(h float64) line { return line{h, func(float64) {}, true} }

// within opens an element of the structure before the first line, and closes it
// after the last.
func (b *book) within(element string, lines []line) []line {
	if len(lines) == 0 {
		return nil
	}
	return after(func() { b.d.Close() }, before(func(float64) { b.d.Open(element) }, lines))
}

// before does something as the first line is drawn, at its upper edge.
func before(do func(y float64), lines []line) []line {
	first := lines[0]
	lines[0].draw = func(y float64) { do(y); first.draw(y) }
	return lines
}

func after(do func(), lines []line) []line {
	last := lines[len(lines)-1]
	lines[len(lines)-1].draw = func(y float64) { last.draw(y); do() }
	return lines
}

// text sets runs as lines from x on.
func (b *book) text(x, width float64, runs ...run) []line {
	var lines []line
	for _, row := range b.wrap(runs, width) {
		high := 0.0
		for _, r := range row {
			high = max(high, r.size)
		}
		h := high * leading * point72
		lines = append(lines, line{h: h, draw: func(y float64) { b.drawRow(margin+x, y+h*0.74, row) }})
	}
	return lines
}

// paragraph is text with its place in the structure.
func (b *book) paragraph(x, width float64, runs ...run) []line {
	return b.within("P", b.text(x, width, runs...))
}

func (b *book) drawRow(x, baseline float64, row []run) {
	for _, r := range row {
		b.d.Font(r.style, r.size)
		b.d.Ink(r.ink)
		wide := b.d.Width(strings.TrimRight(r.text, " "))
		b.linked(r, func() { b.d.Text(x+r.x, baseline, r.text) }, x+r.x, baseline, wide)
	}
}

// linked draws a run, and lays a link over it if it leads somewhere.
func (b *book) linked(r run, draw func(), x, baseline, wide float64) {
	high := r.size * point72
	switch {
	case r.url != "":
		b.d.Open("Link")
		draw()
		b.d.LinkURL(x, baseline-0.8*high, wide, 1.05*high, r.url, r.says())
		b.d.Close()
	case b.known.pages[r.anchor] > 0:
		b.d.Open("Link")
		draw()
		b.d.LinkTo(x, baseline-0.8*high, wide, 1.05*high, b.target(r.anchor), r.says())
		b.d.Close()
	default:
		draw()
	}
}

// says is what a reader hears of a link.
func (r run) says() string {
	if r.about != "" {
		return r.about
	}
	return strings.TrimSpace(r.text)
}
