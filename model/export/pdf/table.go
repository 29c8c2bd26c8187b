package pdf

import (
	"cmgwizard/model/doc"
	"cmgwizard/model/export/pdf/page"
)

// pairLeft is where the second column of a table of pairs begins.
const pairLeft = 34.0

// tallest is how high a row may be whose cells stand side by side.
const tallest = 100.0

// pairs are titles with a word each, in two columns.
func (b *book) pairs(entries []doc.Entry) {
	b.inside("Table", func() {
		for _, e := range entries {
			b.place(b.pair(e)...)
		}
	})
}

// pair is a row of two cells. One that is too high is broken: its cells stand
// one below the other.
func (b *book) pair(e doc.Entry) []line {
	label := b.within("TH", b.text(0, pairLeft-4, plainRun(e.Title+" ", smallSize, inkGrey)))
	value := b.within("TD", b.text(pairLeft, b.width()-pairLeft, plainRun(e.Word, smallSize, inkBlack)))
	if value == nil || height(label)+height(value) > tallest {
		return b.within("TR", append(label, value...))
	}
	return b.ruled(b.within("TR", []line{beside(label, value)}))
}

// ruled draws a thin line below a row.
func (b *book) ruled(row []line) []line {
	rule := line{h: 0.9, draw: func(y float64) { b.d.Line(margin, y+0.5, margin+b.width(), y+0.5, 0.15, hairline) }}
	return append(row, rule)
}

// beside puts two columns of lines next to each other. They are never broken.
func beside(left, right []line) line {
	return line{h: max(height(left), height(right)), draw: func(y float64) {
		stack(left, y)
		stack(right, y)
	}}
}

func stack(lines []line, y float64) {
	for _, l := range lines {
		l.draw(y)
		y += l.h
	}
}

// table sets each column as wide as its longest cell asks for, as far as there is
// room.
func (b *book) table(t doc.Table) {
	if t.Rows == nil {
		return
	}
	wide := b.columns(t)
	b.inside("Table", func() {
		b.over(b.ruled(b.tableRow(t.Heads, wide, true))...)
		for _, row := range t.Rows {
			b.place(b.ruled(b.tableRow(row, wide, false))...)
		}
	})
}

// tableGap is the room between two columns.
const tableGap = 3.0

// columns are how wide the columns are: what fits stays whole, and the others
// share what is left.
func (b *book) columns(t doc.Table) []float64 {
	wide := make([]float64, len(t.Heads))
	b.d.Font(page.Bold, smallSize)
	for _, row := range append([][]string{t.Heads}, t.Rows...) {
		for i, cell := range row {
			wide[i] = max(wide[i], b.d.Width(doc.CleanSpan(cell))+tableGap)
		}
	}
	left, sharing := b.width(), len(wide)
	whole := make([]bool, len(wide))
	for again := true; again && sharing > 0; {
		again = false
		for i, w := range wide {
			if !whole[i] && w <= left/float64(sharing) {
				whole[i], again = true, true
				left, sharing = left-w, sharing-1
			}
		}
	}
	for i := range wide {
		if !whole[i] {
			wide[i] = left / float64(sharing)
		}
	}
	return wide
}

// tableRow are cells side by side, or one below the other where they are too
// high.
func (b *book) tableRow(cells []string, wide []float64, head bool) []line {
	var row []line
	x := 0.0
	for i, text := range cells {
		element, r := "TD", plainRun(text+" ", smallSize, inkBlack)
		if head {
			r = boldRun(text+" ", smallSize, inkGrey)
		}
		if head || i == 0 {
			element = "TH"
		}
		cell := b.within(element, b.text(x, wide[i]-tableGap+0.5, r))
		x += wide[i]
		switch {
		case row == nil || cell == nil || height(row) > tallest || height(cell) > tallest:
			row = append(row, cell...)
		default:
			row = []line{beside(row, cell)}
		}
	}
	return b.within("TR", row)
}

// The bars of progress.
const (
	barLeft = 62.0
	barWide = 60.0
	barHigh = 2.6
)

// bars show how much of each thing is done, with the numbers beside them.
func (b *book) bars(entries []doc.Entry) {
	b.inside("Table", func() {
		for _, e := range entries {
			title, word := plainRun(e.Title+" ", smallSize, inkBlack), plainRun(e.Word, smallSize, inkBlack)
			if e.Share.Of == 0 {
				continue
			}
			row := beside(b.within("TH", b.text(0, barLeft-2, title)), b.within("TD", b.text(barLeft+barWide+4, 40, word)))
			b.place(b.within("TR", before(func(y float64) { b.bar(y+0.5, e.Share) }, []line{row}))...)
		}
	})
}

// bar is filled as far as it is done.
func (b *book) bar(y float64, s doc.Share) {
	b.d.Artifact(func() {
		b.d.Rect(margin+barLeft, y, barWide, barHigh, &ground, &hairline, 0.2)
		if s.Part > 0 {
			b.d.Rect(margin+barLeft, y, barWide*float64(s.Part)/float64(s.Of), barHigh, &inkBlue, nil, 0)
		}
	})
}
