package pdf

import (
	"fmt"
	"sort"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
)

// The columns of a card: what to do on the left, at most about 75 characters a
// line, and how one can tell on the right.
const (
	cardLeast   = 80.0 // where the right column may begin
	cardMost    = 146.0
	cardStep    = 1.5
	cardGap     = 4.0
	widestSteps = cardMost - entryLeft
	cardPad     = 1.6
)

// card is a task: where it begins, a line to sign, its steps and commands, how one
// can tell that it is done, and how to go back. What has no room on the page goes
// on after one of its steps.
func (b *book) card(e doc.Entry) {
	room := b.bottom() - b.y - height(b.heading)
	above := height(b.cardTitle(e)) + height(b.cardFacts(e))
	for _, split := range splits(e) {
		if above+height(b.steps(e.Steps[:split.steps], 0, entryLeft, widestSteps)) > room {
			continue // at their widest, the steps alone have no room
		}
		begin, rest := b.cardParts(e, split)
		if height(ended(begin)) > room {
			continue
		}
		b.place(begin...)
		b.place(rest...)
		return
	}
	b.place(b.wholeCard(e)...)
}

// A cardSplit is where a card may be broken: after so many steps and so many notes.
type cardSplit struct{ steps, notes int }

// splits are all of them, the last place first.
func splits(e doc.Entry) []cardSplit {
	list := []cardSplit{{len(e.Steps), len(e.After)}}
	for n := len(e.Steps) - 1; n > 0; n-- {
		for notes := len(e.After); notes >= 0; notes-- {
			list = append(list, cardSplit{n, notes})
		}
	}
	return list
}

// cardParts are a card above and below a break; a whole one has nothing below.
func (b *book) cardParts(e doc.Entry, split cardSplit) (begin, rest []line) {
	if split.steps == len(e.Steps) {
		return b.wholeCard(e), nil
	}
	above, below := e.After[:split.notes], e.After[split.notes:]
	lines := append(b.cardTitle(e), b.cardFacts(e)...)
	begin = b.within("Sect", append(lines, b.cardColumns(e.Steps[:split.steps], 0, above)...))
	rest = append(b.cardColumns(e.Steps[split.steps:], split.steps, below), b.cardEnd(e)...)
	return begin, append(b.within("Sect", rest), b.cardRule()...)
}

func (b *book) wholeCard(e doc.Entry) []line {
	lines := append(b.cardTitle(e), b.cardFacts(e)...)
	lines = append(lines, b.cardColumns(e.Steps, 0, e.After)...)
	return append(b.within("Sect", append(lines, b.cardEnd(e)...)), b.cardRule()...)
}

// cardEnd are the commands and the sources.
func (b *book) cardEnd(e doc.Entry) []line {
	var lines []line
	for _, c := range e.Commands {
		lines = append(lines, b.commands(c)...)
	}
	lines = append(lines, b.sourced(e.Sources)...)
	return append(lines, line{draw: func(float64) { b.ends[e.Number] = b.d.Page() }})
}

func (b *book) cardRule() []line { return []line{space(0.5), b.rule(), space(0.9)} }

// signWide is the room for a signature at the end of the title of a card.
const signWide = 46.0

// cardTitle is the number, what to do and how far it is, with a line to sign.
func (b *book) cardTitle(e doc.Entry) []line {
	runs := []run{boldRun(model.Clean(e.Title)+"  ", titleSize, inkBlack)}
	if e.Word != "" {
		runs = append(runs, boldRun(e.Word, smallSize, stateInk(e.Tone)))
	}
	beside, _ := b.besideTitle(e)
	runs = append(runs, beside...)
	lines := b.within("H3", b.text(entryLeft, b.width()-entryLeft-signWide, runs...))
	lines = b.labelled("Lbl", 0, boldRun(fmt.Sprintf("%d ", e.Number), titleSize, inkBlue), titleSize, lines)
	return before(func(y float64) {
		b.mark(taskPlace(e.Number), y-1)
		b.d.Bookmark(1, fmt.Sprintf("%d. %s", e.Number, model.Clean(e.Title)), y-1)
		if e.Pending {
			b.toSign(margin+b.width()-signWide+2, y+baseline(titleSize))
		}
	}, lines)
}

// besideTitle is what has room behind a title of a card: the place, then what comes
// before and the wait. The rest is below.
func (b *book) besideTitle(e doc.Entry) (runs []run, rest doc.Entry) {
	room := b.width() - entryLeft - signWide - b.wide(boldRun(model.Clean(e.Title)+"  ", titleSize, inkBlack), boldRun(e.Word+" ", smallSize, inkBlack))
	take := func(more ...run) bool {
		wide := b.wide(more...)
		if wide > room {
			return false
		}
		room, runs = room-wide, append(runs, more...)
		return true
	}
	rest = e
	if e.Where != "" && take(plainRun(e.Where+"   ", smallSize, inkGrey)) {
		rest.Where = ""
	}
	rest.Facts = nil
	for _, f := range e.Facts {
		short := f.Label == doc.AfterLabel || f.Label == doc.WaitLabel
		if !short || !take(b.cardFact(f)...) {
			rest.Facts = append(rest.Facts, f)
		}
	}
	return runs, rest
}

// wide is how wide runs are on one line.
func (b *book) wide(runs ...run) float64 {
	sum := 0.0
	for _, r := range runs {
		b.d.Font(r.style, r.size)
		sum += b.d.Width(r.text)
	}
	return sum
}

// cardFacts are where the steps begin, and in the same paragraph what to know
// before them, each behind its label; what has several lines has
// paragraphs of its own.
func (b *book) cardFacts(e doc.Entry) []line {
	_, e = b.besideTitle(e)
	var lines []line
	var row []run
	if e.Where != "" {
		row = append(row, plainRun(e.Where+"   ", smallSize, inkGrey))
	}
	for _, f := range e.Facts {
		if len(f.Lines) < 2 {
			row = append(row, b.cardFact(f)...)
			continue
		}
		for i, l := range f.Lines {
			runs := richRuns(l, smallSize, inkBlack)
			if i == 0 {
				runs = append([]run{plainRun(f.Label+" ", smallSize, inkGrey)}, runs...)
			}
			lines = append(lines, b.paragraph(entryLeft, b.width()-entryLeft, runs...)...)
		}
	}
	if n := len(row); n > 0 {
		row[n-1].text = strings.TrimRight(row[n-1].text, " ") // a blank must not begin a line
		lines = append(b.paragraph(entryLeft, b.width()-entryLeft, row...), lines...)
	}
	return append(lines, space(0.3))
}

func (b *book) cardFact(f doc.Fact) []run {
	runs := []run{plainRun(f.Label+" ", smallSize, inkGrey)}
	if len(f.Tasks) > 0 {
		runs = append(runs, taskRuns(f)...)
	}
	for _, l := range f.Lines {
		runs = append(runs, richRuns(l, smallSize, inkBlack)...)
	}
	return append(runs, plainRun("   ", smallSize, inkBlack))
}

// cardColumns are steps, after so many before them, with notes beside them, or
// below where that has no room on the page. The columns are as wide as makes them
// least high.
func (b *book) cardColumns(steps []model.Text, before int, notes []doc.Fact) []line {
	left := func(i int) []line {
		return b.steps(steps, before, entryLeft, cardLeast+float64(i)*cardStep-cardGap-entryLeft)
	}
	right := func(i int) []line {
		x := cardLeast + float64(i)*cardStep
		return b.cardNotes(notes, x, b.width()-x)
	}
	best := leastHigh(func(i int) float64 { return height(left(i)) }, func(i int) float64 { return height(right(i)) })
	if l, r := left(best), right(best); l != nil && r != nil && height(l) <= tallest && height(r) <= tallest {
		return []line{beside(l, r), space(0.4)}
	}
	return append(b.steps(steps, before, entryLeft, widestSteps), b.cardNotes(notes, entryLeft, b.width()-entryLeft)...)
}

// leastHigh is the first place of the right column at which the higher of both columns is
// least high. The left column grows wider from place to place and so never higher, the right one
// narrower and never less high.
func leastHigh(left, right func(place int) float64) int {
	const places = int((cardMost-cardLeast)/cardStep) + 1
	cross := sort.Search(places, func(i int) bool { return left(i) <= right(i) })
	if cross == 0 {
		return 0
	}
	high := left(cross - 1)
	if cross < places && right(cross) < high {
		return cross
	}
	return sort.Search(cross-1, func(i int) bool { return left(i) <= high })
}

// cardNotes are labels above their texts. What tells how one knows that the task is
// done stands on a ground of its own.
func (b *book) cardNotes(facts []doc.Fact, x, width float64) []line {
	var lines []line
	for _, f := range facts {
		inset, proof := 0.0, f.Label == doc.ProofLabel
		if proof {
			inset = cardPad
		}
		note := b.paragraph(x+inset, width-2*inset, boldRun(strings.TrimSuffix(f.Label, ":"), smallSize, inkGrey))
		for _, l := range f.Lines {
			note = append(note, b.paragraph(x+inset, width-2*inset, richRuns(l, smallSize, inkBlack)...)...)
		}
		if proof {
			note = b.grounded(x, width, note)
		}
		lines = append(append(lines, note...), space(0.5))
	}
	return lines
}

// grounded lays a ground under lines, each its own part of it.
func (b *book) grounded(x, width float64, lines []line) []line {
	for i := range lines {
		l := lines[i]
		lines[i].draw = func(y float64) {
			b.d.Artifact(func() { b.d.Rect(margin+x, y-0.3, width, l.h+0.65, &ground, nil, 0) })
			l.draw(y)
		}
	}
	return lines
}

// rule is a thin line across the page.
func (b *book) rule() line {
	return line{gap: true, h: 0.2, draw: func(y float64) {
		b.d.Artifact(func() { b.d.Line(margin, y, margin+b.width(), y, 0.15, hairline) })
	}}
}
