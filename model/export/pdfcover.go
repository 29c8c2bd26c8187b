package export

import (
	"strconv"

	"cmgwizard/model"
	"cmgwizard/model/export/pdf"
)

// cover is the first page: what the plan is, how it stands, what was decided,
// who has what to do, and who talks to whom.
func (b *book) cover() {
	b.place(b.within("H1", b.text(0, b.width(), boldRun(b.s.title, 22, inkBlue)))...)
	b.place(append(b.within("P", b.text(0, b.width(), boldRun(b.s.name, 14, inkBlack))), space(3))...)
	for _, f := range b.s.facts {
		b.place(b.fact(f, 0)...)
	}
	b.place(space(3))
	b.verdict()
	b.place(append(b.paragraph(0, b.width(), plainRun(b.s.notice, smallSize, inkGrey)), space(1))...)
	if words := replacedWords([]rune(b.known.replaced)); words != "" {
		b.place(append(b.paragraph(0, b.width(), boldRun(words, smallSize, inkRed)), space(1))...)
	}
	if b.c.Scope.Owner != "" {
		return
	}
	b.overview()
	b.drawTraffic()
}

// verdict stands in a panel whose edge has the colour of the verdict, with a
// shape that says the same in black and white.
func (b *book) verdict() {
	ink, shape := verdictLook(b.s.verdict)
	lines := b.within("P", b.text(6, b.width()-10, boldRun(shape+"  ", 11, ink), boldRun(b.s.standing+".", 11, inkBlack)))
	lines = append(lines, space(0.6))
	lines = append(lines, b.paragraph(6, b.width()-10, plainRun(b.s.counts, bodySize, inkBlack))...)
	lines = append(append([]line{space(2.4)}, lines...), space(2.8))
	h := height(lines)
	lines = before(func(y float64) {
		b.d.Rect(margin, y, b.width(), h, &ground, nil, 0)
		b.d.Rect(margin, y, 1.6, h, &ink, nil, 0)
	}, lines)
	b.place(append(lines, space(3))...)
}

func verdictLook(v model.VerdictWord) (pdf.Color, string) {
	switch v {
	case model.IsReady:
		return inkGreen, "✓"
	case model.ReadyWarnings:
		return inkAmber, "▲"
	case model.IsBlocked:
		return inkRed, "■"
	}
	return inkGrey, "?"
}

// overview is the decisions and the requirements in short, and the people.
func (b *book) overview() {
	o := b.s.overview
	b.pairs(decisionsTitle, o.decisions)
	b.pairs(needsTitle, o.needs)
	b.people(o.people)
}

// pairs are titles with a word each, in two columns.
func (b *book) pairs(title string, entries []entry) {
	if len(entries) == 0 {
		return
	}
	b.title("H2", title, "", -1, 11.5, 4, inkBlack)
	const left = 62.0
	for _, e := range entries {
		label := b.within("P", b.text(0, left-4, plainRun(e.title, smallSize, inkGrey)))
		value := b.paragraph(left, b.width()-left, plainRun(e.word, smallSize, inkBlack))
		b.place(append(beside(label, value), space(0.4))...)
	}
}

// beside draws two columns of lines next to each other.
func beside(left, right []line) []line {
	var lines []line
	for i := range max(len(left), len(right)) {
		var both []line
		if i < len(left) {
			both = append(both, left[i])
		}
		if i < len(right) {
			both = append(both, right[i])
		}
		h := 0.0
		for _, l := range both {
			h = max(h, l.h)
		}
		lines = append(lines, line{h: h, draw: func(y float64) {
			for _, l := range both {
				l.draw(y)
			}
		}})
	}
	return lines
}

// people is a table of the teams.
func (b *book) people(teams []teamLine) {
	if len(teams) == 0 {
		return
	}
	b.title("H2", peopleTitle, "", -1, 11.5, 4, inkBlack)
	columns := []float64{0, 90, 120, 150}
	rows := [][]string{{"Team", "Tasks", "To do", "Questions"}}
	for _, t := range teams {
		rows = append(rows, []string{t.team, strconv.Itoa(t.tasks), strconv.Itoa(t.pending), strconv.Itoa(t.asked)})
	}
	var lines []line
	for i, cells := range rows {
		lines = append(lines, b.tableRow(columns, cells, i == 0))
	}
	b.place(b.within("Table", lines)...)
}

func (b *book) tableRow(columns []float64, cells []string, head bool) line {
	const h = 5.0
	return line{h: h, draw: func(y float64) {
		b.d.Open("TR")
		for i, cell := range cells {
			element, r := "TD", plainRun(cell, smallSize, inkBlack)
			if head || i == 0 {
				element = "TH"
			}
			if head {
				r = boldRun(cell, 7.5, inkGrey)
			}
			b.d.Open(element)
			b.drawRow(margin+columns[i], y+3.5, []run{r})
			b.d.Close()
		}
		b.d.Close()
		b.d.Line(margin, y+h, margin+b.width(), y+h, 0.15, hairline)
	}}
}
