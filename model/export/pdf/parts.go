package pdf

import (
	"cmgwizard/model/doc"
	"cmgwizard/model/export/pdf/page"
)

// A level is a kind of heading: its element, its type, and how far it stands
// from what is above and below it.
type level struct {
	element      string
	size         float64
	above, below float64
	ink          page.Color
	ruled        bool
}

var (
	partLevel    = level{"H1", 15, 9, 2.6, inkBlue, true}
	groupLevel   = level{"H2", 11.5, 4.5, 1.6, inkBlack, false}
	summaryLevel = level{"H2", 11, 4.5, 1.4, inkBlack, false}
	runLevel     = level{"H2", 10.5, 3, 0.8, inkBlue, false}
)

// notListed is the place in the outline of what has none.
const notListed = -1

// title stands over what follows: it never ends a page.
func (b *book) title(l level, text, anchor string, outline int) {
	lines := b.within(l.element, b.text(0, b.width(), boldRun(text, l.size, l.ink)))
	lines = before(func(y float64) {
		b.mark(anchor, y-1)
		if outline >= 0 {
			b.d.Bookmark(outline, text, y-1)
		}
	}, lines)
	b.over(space(l.above))
	b.over(lines...)
	if l.ruled {
		b.over(line{h: 1, draw: func(y float64) { b.d.Line(margin, y+1, margin+b.width(), y+1, 0.3, hairline) }})
	}
	b.over(space(l.below))
}

// over keeps lines together with what is placed next.
func (b *book) over(lines ...line) { b.heading = append(b.heading, lines...) }

// mark is a line that draws nothing.
func mark(do func()) line { return line{draw: func(float64) { do() }} }

// inside draws what belongs to one element of the structure.
func (b *book) inside(element string, draw func()) {
	b.over(mark(func() { b.d.Open(element) }))
	draw()
	b.place(mark(func() { b.d.Close() }))
}

func (b *book) section(draw func()) { b.inside("Sect", draw) }

// part is a chapter. Tasks begin in the upper part of a page: that is where
// people begin.
func (b *book) part(p doc.Part) {
	if p.Id == "tasks" && b.y > b.top()+100 {
		b.newPage()
	}
	b.section(func() {
		l := partLevel
		if !b.signedOff() {
			l = runLevel
		}
		b.title(l, p.Title, "part "+p.Id, 0)
		if p.Id == "run" {
			b.columnHeads()
		}
		b.lead(p.Lead)
		if p.Id == "tasks" && b.breaks(p) {
			b.lead(brokenWords)
		}
		for _, g := range p.Groups {
			b.group(g)
		}
	})
}

// lead stays with the title that it explains and with what follows.
func (b *book) lead(text string) {
	if text != "" {
		b.over(append(b.paragraph(0, b.width(), plainRun(text, bodySize, inkGrey)), space(1.5))...)
	}
}

func (b *book) group(g doc.Group) {
	b.section(func() {
		if g.Job > 0 {
			b.job(g)
			return
		}
		if g.Title != "" {
			b.title(groupLevel, g.Title, "group "+g.Id, 1)
		}
		b.lead(g.Lead)
		if g.Short() {
			b.list(g.Entries)
			return
		}
		for _, e := range g.Entries {
			b.place(b.entry(e)...)
		}
	})
}

// list is of entries that are a line each. It stays together.
func (b *book) list(entries []doc.Entry) {
	var lines []line
	for _, e := range entries {
		lines = append(lines, b.bare(e)...)
	}
	b.place(b.within("L", lines)...)
}
