package pdf

import (
	"cmgwizard/model/doc"
	"cmgwizard/model/export/pdf/page"
	"cmgwizard/model/judge"
)

// cover is the first page: what the plan is, how it stands, what was decided,
// who has what to do, and who talks to whom.
func (b *book) cover() {
	title := b.within("H1", b.text(0, b.width(), boldRun(b.s.Title, 22, inkBlue)))
	b.place(before(func(y float64) { b.d.Bookmark(0, doc.OverviewTitle, y) }, title)...)
	b.place(append(b.within("P", b.text(0, b.width(), boldRun(b.s.Name, 14, inkBlack))), space(3))...)
	for _, f := range b.s.Facts {
		b.place(b.fact(f, 0)...)
	}
	b.place(space(3))
	b.verdict()
	b.place(append(b.paragraph(0, b.width(), plainRun(b.s.Notice, smallSize, inkGrey)), space(1))...)
	if words := replacedWords([]rune(b.known.replaced)); words != "" {
		b.place(append(b.paragraph(0, b.width(), boldRun(words, smallSize, inkRed)), space(1))...)
	}
	if b.s.Overview.Empty() {
		return
	}
	b.overview()
	b.drawTraffic()
}

// verdict stands in a panel whose edge has the colour of the verdict, with a
// shape that says the same in black and white.
func (b *book) verdict() {
	ink, shape := verdictLook(b.s.Verdict)
	lines := b.within("P", b.text(6, b.width()-10, boldRun(shape+"  ", 11, ink), boldRun(b.s.Standing+".", 11, inkBlack)))
	lines = append(lines, space(0.6))
	lines = append(lines, b.paragraph(6, b.width()-10, plainRun(b.s.Counts, bodySize, inkBlack))...)
	lines = append(append([]line{space(2.4)}, lines...), space(2.8))
	h := height(lines)
	lines = before(func(y float64) {
		b.d.Rect(margin, y, b.width(), h, &ground, nil, 0)
		b.d.Rect(margin, y, 1.6, h, &ink, nil, 0)
	}, lines)
	b.place(append(lines, space(3))...)
}

func verdictLook(v judge.Verdict) (page.Color, string) {
	switch v {
	case judge.IsReady:
		return inkGreen, "✓"
	case judge.ReadyWarnings:
		return inkAmber, "▲"
	case judge.IsBlocked:
		return inkRed, "■"
	}
	return inkGrey, "?"
}

// overview is the decisions and the requirements in short, and the people.
func (b *book) overview() {
	o := b.s.Overview
	b.pairs(doc.DecisionsTitle, o.Decisions)
	b.pairs(doc.NeedsTitle, o.Needs)
	b.people(o.People)
}
