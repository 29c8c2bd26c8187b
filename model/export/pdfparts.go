package export

import (
	"strconv"

	"cmgwizard/model/export/pdf"
)

// title stands over what follows: it never ends a page.
func (b *book) title(element, text, anchor string, level int, size, above float64, ink pdf.Color) {
	lines := b.text(0, b.width(), boldRun(text, size, ink))
	lines = b.within(element, lines)
	lines = before(func(y float64) {
		b.mark(anchor, y-1)
		if level >= 0 {
			b.d.Bookmark(level, text, y-1)
		}
	}, lines)
	b.heading = append(append(append(b.heading, space(above)), lines...), space(1.2))
}

// mark is a line that draws nothing.
func mark(do func()) line { return line{draw: func(float64) { do() }} }

// section draws what belongs to one heading.
func (b *book) section(draw func()) {
	b.heading = append(b.heading, mark(func() { b.d.Open("Sect") }))
	draw()
	b.place(mark(func() { b.d.Close() }))
}

// part is a chapter. Tasks begin on a new page: that is where people begin.
func (b *book) part(p part) {
	if p.id == "tasks" && b.y > topMargin+60 {
		b.newPage()
	}
	b.section(func() {
		b.title("H1", p.title, "part "+p.id, 0, 15, 9, inkBlue)
		b.lead(p.lead)
		for _, g := range p.groups {
			b.group(g)
		}
	})
}

func (b *book) lead(text string) {
	if text != "" {
		b.place(append(b.paragraph(0, b.width(), plainRun(text, bodySize, inkGrey)), space(1.5))...)
	}
}

func (b *book) group(g group) {
	b.section(func() {
		level := -1
		if g.title != "" {
			level = 1
			b.title("H2", g.title, "group "+g.id, level, 11.5, 5, inkBlack)
		}
		b.lead(g.lead)
		for _, e := range g.entries {
			b.place(b.entry(e)...)
		}
	})
}

// contents name the chapters and what stands in them, with their pages.
func (b *book) contents() {
	b.section(func() {
		b.title("H1", "Contents", "", 0, 15, 9, inkBlue)
		lines := []line{}
		for _, p := range b.s.parts {
			lines = append(lines, b.content(0, p.title, "part "+p.id, boldRun)...)
			for _, g := range p.groups {
				if g.title != "" && p.listed {
					lines = append(lines, b.content(6, g.title, "group "+g.id, plainRun)...)
				}
			}
		}
		if len(b.sources.list) > 0 {
			lines = append(lines, b.content(0, sourcesTitle, "part sources", boldRun)...)
		}
		b.place(b.within("TOC", append(lines, b.content(0, signOffTitle, "part sign-off", boldRun)...))...)
	})
}

// content is a line of the contents.
func (b *book) content(x float64, title, anchor string, as func(string, float64, pdf.Color) run) []line {
	name := as(title, bodySize, inkBlack)
	name.anchor = anchor
	rows := b.wrap([]run{name}, b.width()-x-14)
	var lines []line
	for i, row := range rows {
		h := bodySize * 1.5 * point72
		lines = append(lines, line{h: h, draw: func(y float64) {
			b.drawRow(margin+x, y+h*0.72, row)
			if i == len(rows)-1 {
				b.leader(x, y+h*0.72, row, anchor)
			}
		}})
	}
	return b.within("TOCI", lines)
}

// leader leads from a title to its page.
func (b *book) leader(x, baseline float64, row []run, anchor string) {
	b.d.Font(pdf.Regular, bodySize)
	b.d.Ink(inkBlack)
	right := margin + b.width()
	page := strconv.Itoa(max(b.known.pages[anchor], 1))
	from := margin + x + row[len(row)-1].x + b.d.Width(row[len(row)-1].text) + 3
	b.d.Artifact(func() {
		for at := right - 9; at > from; at -= 1.8 {
			b.d.Text(at, baseline, ".")
		}
	})
	b.d.Text(right-b.d.Width(page), baseline, page)
}

// signOff is the place to sign.
func (b *book) signOff() {
	b.section(func() {
		b.title("H1", signOffTitle, "part sign-off", 0, 15, 9, inkBlue)
		for _, who := range signatories {
			lines := b.within("H2", b.text(0, b.width(), boldRun(who, 10.5, inkBlack)))
			for _, label := range signatureLabels {
				lines = append(lines, b.blank(label)...)
			}
			b.place(append(lines, space(5))...)
		}
	})
}

// blank is a line to write on.
func (b *book) blank(label string) []line {
	lines := b.paragraph(0, 30, plainRun(label, bodySize, inkGrey))
	return append([]line{space(4)}, before(func(y float64) {
		b.d.Line(margin+24, y+4, margin+110, y+4, 0.2, inkGrey)
	}, lines)...)
}
