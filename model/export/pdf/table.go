package pdf

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model/doc"
)

// pairLeft is where the second column of the tables of the overview begins.
const pairLeft = 74.0

// tallest is how high a row may be whose cells stand side by side.
const tallest = 100.0

// pairs are titles with a word each, in two columns.
func (b *book) pairs(title string, entries []doc.Entry) {
	if len(entries) == 0 {
		return
	}
	b.title(summaryLevel, title, "", notListed)
	entries = fewPairs(entries)
	b.inside("Table", func() {
		for _, e := range entries {
			b.place(b.pair(e)...)
		}
	})
}

// mostPairs is how many rows a table of the overview has: it is to be seen at
// one glance, and all of it comes again later.
const mostPairs = 24

func fewPairs(entries []doc.Entry) []doc.Entry {
	if len(entries) <= mostPairs {
		return entries
	}
	shown := entries[:mostPairs-1]
	more := doc.Entry{Title: fmt.Sprintf("and %d more", len(entries)-len(shown)), Word: "told below in full"}
	return append(slices.Clone(shown), more)
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
	rule := line{h: 1.2, draw: func(y float64) { b.d.Line(margin, y+0.6, margin+b.width(), y+0.6, 0.15, hairline) }}
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

// people is a table of the teams.
func (b *book) people(teams []doc.TeamLine) {
	if len(teams) == 0 {
		return
	}
	b.title(summaryLevel, doc.PeopleTitle, "", notListed)
	b.inside("Table", func() {
		b.place(b.ruled([]line{b.cells([]string{"Team", "Tasks", "To do", "Questions"}, true)})...)
		for _, t := range teams {
			row := []string{t.Team, strconv.Itoa(t.Tasks), strconv.Itoa(t.Pending), strconv.Itoa(t.Asked)}
			b.place(b.ruled([]line{b.cells(row, false)})...)
		}
	})
}

// columnWide is how wide a column of numbers is.
const columnWide = 32.0

// cells are a row: the first on the left, numbers on the right of their columns.
func (b *book) cells(cells []string, head bool) line {
	h := smallSize * leading * point72
	return line{h: h, draw: func(y float64) {
		b.d.Open("TR")
		for i, text := range cells {
			element, r := "TD", plainRun(text+" ", smallSize, inkBlack)
			if head {
				r = boldRun(text+" ", 7.5, inkGrey)
			}
			if head || i == 0 {
				element = "TH"
			}
			b.d.Open(element)
			b.drawRow(b.cellLeft(i, r), y+baseline(smallSize), []run{r})
			b.d.Close()
		}
		b.d.Close()
	}}
}

func (b *book) cellLeft(i int, r run) float64 {
	if i == 0 {
		return margin
	}
	b.d.Font(r.style, r.size)
	right := margin + b.width() - float64(3-i)*columnWide
	return right - b.d.Width(strings.TrimRight(r.text, " "))
}
