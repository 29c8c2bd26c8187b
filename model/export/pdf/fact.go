package pdf

import (
	"strconv"

	"cmgwizard/model/doc"
	"cmgwizard/model/export/pdf/page"
)

// The column of the labels. They stand on its right, close to what they label:
// a reader that guesses the order of the words from their places would else take
// all labels first.
const (
	labelWide = 29.0
	labelGap  = 1.6
	labelSize = 8.0
)

// facts stand in two columns, their labels on the left. One that explains itself
// has none, and takes the whole width.
func (b *book) facts(facts []doc.Fact) []line {
	var lines []line
	for _, f := range facts {
		lines = append(lines, b.fact(f, entryLeft)...)
	}
	return lines
}

// fact is one of them; left is where its label begins.
func (b *book) fact(f doc.Fact, left float64) []line {
	x := left
	if f.Label != "" {
		x += labelWide
	}
	var lines []line
	for _, r := range f.Lines {
		lines = append(lines, b.paragraph(x, b.width()-x, richRuns(r, smallSize, inkBlack)...)...)
	}
	if len(f.Tasks) > 0 {
		lines = append(lines, b.paragraph(x, b.width()-x, taskRuns(f)...)...)
	}
	if f.Label == "" || len(lines) == 0 {
		return lines
	}
	return b.label(f.Label, left, smallSize, lines)
}

// label puts a label into the column before the first of some lines.
func (b *book) label(text string, left, size float64, lines []line) []line {
	b.d.Font(page.Regular, labelSize)
	x := left + labelWide - labelGap - b.d.Width(text)
	return b.labelled("P", x, plainRun(text+" ", labelSize, inkGrey), size, lines)
}

// labelled puts a label before the first of some lines, whose type is this big.
func (b *book) labelled(element string, x float64, label run, size float64, lines []line) []line {
	return before(func(y float64) {
		b.d.Open(element)
		b.drawRow(margin+x, y+baseline(size), []run{label})
		b.d.Close()
	}, lines)
}

// baseline is how far below the upper edge of a line its letters stand.
func baseline(size float64) float64 { return size * leading * point72 * 0.74 }

// taskRuns name tasks and lead to them.
func taskRuns(f doc.Fact) []run {
	runs := []run{plainRun(doc.TaskWord(f.Tasks)+" ", smallSize, inkBlack)}
	for i, n := range f.Tasks {
		runs = append(runs, taskRun(f, n))
		if i < len(f.Tasks)-1 {
			runs = append(runs, plainRun(", ", smallSize, inkBlack))
		}
	}
	return runs
}

func taskRun(f doc.Fact, n int) run {
	if aside := f.AsideOf(n); aside != "" {
		return plainRun(strconv.Itoa(n)+aside, smallSize, inkBlack)
	}
	text := plainRun(strconv.Itoa(n), smallSize, inkBlue)
	text.anchor = taskPlace(n)
	return text
}

// taskPlace is the anchor of a task.
func taskPlace(number int) string { return "task " + strconv.Itoa(number) }

// stateInk is the colour of a state.
func stateInk(tone string) page.Color {
	if tone == "" {
		return inkBlack
	}
	if ink, ok := stateInks[tone]; ok {
		return ink
	}
	return inkGrey
}
