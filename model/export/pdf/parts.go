package pdf

import (
	"slices"

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
	partLevel  = level{"H2", 13, 7, 2.2, inkBlue, true}
	groupLevel = level{"H3", titleSize, 2, 0.8, inkBlack, false}
	runLevel   = level{"H2", titleSize, 3, 0.8, inkBlue, false}
)

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

// part is a chapter. What a board of change reads has small titles: it fits on a
// page.
func (b *book) part(p doc.Part) {
	if p.Paged && b.y > b.top && !b.fits(p) {
		b.newPage()
	}
	b.section(func() {
		l := runLevel
		if p.Paged || b.annexed(p) {
			l = partLevel
		}
		b.title(l, p.Title, "part "+p.Id, 0)
		b.lead(p.Lead)
		switch {
		case p.Id == doc.TrafficID:
			b.drawTraffic()
		case p.Id == "run":
			b.columnHeads()
		case !b.brokenTold && b.breaks(p):
			b.brokenTold = true
			b.lead(brokenWords)
		}
		for _, g := range p.Groups {
			b.group(g)
		}
		b.running = false
		b.cards = slices.ContainsFunc(p.Groups, func(g doc.Group) bool { return len(g.Entries) > 0 && g.Entries[0].Card })
		b.signOff(p.Signers)
	})
}

// roomForTeam is how much of a page must be left for a team to begin on the page of
// another: the sheet of a team alone is a print of its own.
const roomForTeam = 0.15

// fits reports whether the cards of a team may begin on what is left of a page with
// cards of another: all have room there, or there is a good part of the page.
func (b *book) fits(p doc.Part) bool {
	high := partLevel.above + 3*partLevel.size*leading*point72 // the title, and what is told below it
	for _, g := range p.Groups {
		if g.Job > 0 || g.Table.Rows != nil {
			return false
		}
		for _, e := range g.Entries {
			if e.Card {
				high += height(b.wholeCard(e))
			} else {
				high += height(b.bare(e))
			}
		}
	}
	room, whole := b.bottom()-b.y, b.bottom()-topMargin
	return p.Id != doc.TrafficID && b.cards && (high <= room || room > roomForTeam*whole)
}

// annexed reports whether a part is a chapter of the annex: its entries have
// facts that are told at length.
func (b *book) annexed(p doc.Part) bool {
	return b.s.Detail == doc.Annex && slices.ContainsFunc(p.Groups, func(g doc.Group) bool { return !g.Short() && g.Job == 0 })
}

// lead stays with the title that it explains and with what follows.
func (b *book) lead(text string) {
	if text != "" {
		b.over(append(b.paragraph(0, b.width(), plainRun(text, smallSize, inkGrey)), space(1))...)
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
		b.table(g.Table)
		switch {
		case len(g.Entries) > 0 && g.Entries[0].Share.Of > 0:
			b.bars(g.Entries)
		case g.Id == "change-list":
			b.pairs(g.Entries)
		case g.Short():
			b.list(g.Entries)
		default:
			b.entries(g)
		}
	})
}

// entries are told at length: one below the other, or as cards. Cards of one place
// tell it once.
func (b *book) entries(g doc.Group) {
	for i, e := range g.Entries {
		if e.Card {
			if i > 0 && g.Entries[i-1].Where == e.Where {
				e.Where = ""
			}
			b.card(e)
			continue
		}
		b.place(b.entry(e, g)...)
	}
}

// list is of entries that are a line each. It stays together.
func (b *book) list(entries []doc.Entry) {
	var lines []line
	for _, e := range entries {
		lines = append(lines, b.bare(e)...)
	}
	if lines != nil {
		b.place(b.within("L", lines)...)
	}
}
