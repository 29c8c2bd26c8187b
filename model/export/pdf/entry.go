package pdf

import (
	"fmt"
	"strconv"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/pdf/page"
	"cmgwizard/model/rules"
)

// Where things of an entry begin.
const (
	boxSize   = 4.0
	tickSize  = 3.2 // of the box in a list
	entryLeft = 8.0 // behind the box
	stepLeft  = 6.0 // behind the number of a step
)

// stateInks are the colours of those states that stand out.
var stateInks = map[string]page.Color{
	string(model.Done): inkGreen, string(rules.Holds): inkGreen, string(rules.Broken): inkRed,
	string(model.Blocked): inkAmber, string(model.AcceptedRisk): inkAmber, string(rules.Planned): inkAmber,
}

// entry is one thing on the sheet as lines that stay together.
func (b *book) entry(e doc.Entry, of doc.Group) []line {
	lines := b.entryTitle(e, of)
	lines = append(lines, b.facts(e.Facts)...)
	lines = append(lines, b.steps(e.Steps, 0, entryLeft, b.width()-entryLeft)...)
	for _, c := range e.Commands {
		lines = append(lines, b.commands(c)...)
	}
	lines = append(lines, b.facts(e.After)...)
	lines = append(lines, b.sourced(e.Sources)...)
	return append(b.within("Sect", lines), space(3))
}

// bare is an entry that is no more than a line of a list.
func (b *book) bare(e doc.Entry) []line {
	lines := b.within("LBody", b.text(entryLeft, b.width()-entryLeft, b.titleRuns(e, bodySize)...))
	lines = before(func(y float64) { b.open(e, y) }, lines)
	if e.Box == doc.NoBox {
		lines = b.labelled("Lbl", entryLeft-4, plainRun("– ", bodySize, inkGrey), bodySize, lines)
	}
	return append(b.within("LI", lines), space(0.8))
}

// open gives the entry its place to lead to, and its box.
func (b *book) open(e doc.Entry, y float64) {
	if e.Number > 0 {
		b.mark(taskPlace(e.Number), y-1)
	}
	b.box(e, y)
}

// entryTitle is the box, the title and how it stands, one level below the title
// of its group.
func (b *book) entryTitle(e doc.Entry, of doc.Group) []line {
	element := "H4"
	if of.Title == "" {
		element = "H3"
	}
	lines := b.within(element, b.text(entryLeft, b.width()-entryLeft, b.titleRuns(e, titleSize)...))
	return before(func(y float64) { b.open(e, y) }, lines)
}

// box is what can be ticked, on paper and on the screen.
func (b *book) box(e doc.Entry, y float64) {
	if e.Box == doc.NoBox {
		return
	}
	size := boxSize
	if e.Bare() {
		size = tickSize
	}
	b.boxOf(e, y+0.4, size)
}

// tick is the box of a row.
func (b *book) tick(e doc.Entry, y float64) { b.boxOf(e, y+0.4, tickSize) }

func (b *book) boxOf(e doc.Entry, y, size float64) {
	words := fmt.Sprintf("Task %d: %s", e.Number, model.Clean(e.Title))
	b.d.Open("Form")
	b.d.CheckBox(margin+0.4, y, size, fmt.Sprintf("task-%d", e.Number), words, e.Box == doc.TickedBox)
	b.d.Close()
}

func (b *book) titleRuns(e doc.Entry, size float64) []run {
	as := boldRun
	if e.Bare() {
		as = plainRun
	}
	title := model.Clean(e.Title)
	if e.Number > 0 {
		title = fmt.Sprintf("%d. %s", e.Number, title)
	}
	if e.Word == "" {
		return []run{as(title, size, inkBlack)}
	}
	return []run{as(doc.Led(title), size, inkBlack), boldRun(e.Word, size, stateInk(e.Tone))}
}

// steps are numbered, after so many before them.
func (b *book) steps(steps []model.Text, before int, left, width float64) []line {
	if len(steps) == 0 {
		return nil
	}
	var lines []line
	for i, step := range steps {
		body := b.within("LBody", b.text(left+stepLeft, width-stepLeft, richRuns(step, smallSize, inkBlack)...))
		number := plainRun(strconv.Itoa(before+i+1)+". ", smallSize, inkGrey)
		lines = append(append(lines, b.within("LI", b.labelled("Lbl", left, number, smallSize, body))...), space(0.15))
	}
	return append(append([]line{space(0.4)}, b.within("L", lines)...), space(0.3))
}
