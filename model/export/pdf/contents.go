package pdf

import (
	"strconv"

	"cmgwizard/model/doc"
	"cmgwizard/model/export/pdf/page"
)

// contents name the chapters and what stands in them, with their pages.
func (b *book) contents() {
	b.section(func() {
		b.title(partLevel, "Contents", "", 0)
		var lines []line
		for _, p := range b.s.Parts {
			lines = append(lines, b.contentsOf(p)...)
		}
		if len(b.sources.list) > 0 {
			lines = append(lines, b.content(0, sourcesTitle, "part sources", boldRun)...)
		}
		lines = append(lines, b.content(0, doc.SignOffTitle, "part sign-off", boldRun)...)
		b.place(b.within("TOC", lines)...)
	})
}

func (b *book) contentsOf(p doc.Part) []line {
	lines := b.content(0, p.Title, "part "+p.Id, boldRun)
	for _, g := range p.Groups {
		if g.Title != "" && p.Listed {
			lines = append(lines, b.content(6, g.Title, "group "+g.Id, plainRun)...)
		}
	}
	return lines
}

// content is a line of the contents.
func (b *book) content(x float64, title, anchor string, as func(string, float64, page.Color) run) []line {
	name := as(title, bodySize, inkBlack)
	name.anchor = anchor
	rows := b.wrap([]run{name}, b.width()-x-14)
	var lines []line
	for i, row := range rows {
		h := bodySize * 1.45 * point72
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
	last := row[len(row)-1]
	b.d.Font(last.style, last.size)
	from := margin + x + last.x + b.d.Width(last.text) + 2
	b.d.Font(page.Regular, bodySize)
	b.d.Ink(inkGrey)
	right := margin + b.width()
	b.d.Artifact(func() {
		for at := right - 9; at > from; at -= 1.8 {
			b.d.Text(at, baseline, ".")
		}
	})
	number := plainRun(strconv.Itoa(max(b.known.pages[anchor], 1)), bodySize, inkBlack)
	number.anchor = anchor
	b.drawRow(right-b.d.Width(number.text), baseline, []run{number})
}
