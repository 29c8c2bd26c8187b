package export

import (
	"fmt"
	"strconv"

	"cmgwizard/model"
	"cmgwizard/model/export/pdf"
)

// Where things of an entry begin.
const (
	boxSize   = 4.0
	entryLeft = 8.0  // behind the box
	pdfLabel  = 33.0 // of the facts
)

// entry is one thing on the sheet as lines that stay together.
func (b *book) entry(e entry) []line {
	if e.bare() {
		return b.bare(e)
	}
	lines := b.entryTitle(e)
	lines = append(lines, b.facts(e.facts)...)
	lines = append(lines, b.steps(e.steps)...)
	for _, c := range e.commands {
		lines = append(lines, b.commands(c)...)
	}
	lines = append(lines, b.facts(e.after)...)
	lines = append(lines, b.sourced(e.sources)...)
	if e.number > 0 && e.pending {
		lines = append(lines, b.toSign()...)
	}
	return append(b.within("Sect", lines), space(3.6))
}

// bare is an entry that is no more than a line.
func (b *book) bare(e entry) []line {
	lines := b.paragraph(entryLeft, b.width()-entryLeft, b.titleRuns(e, bodySize)...)
	return append(before(func(y float64) { b.open(e, y) }, lines), space(0.8))
}

// open gives the entry its place to lead to, and its box.
func (b *book) open(e entry, y float64) {
	if e.number > 0 {
		b.mark("task "+strconv.Itoa(e.number), y-1)
	}
	b.box(e, y)
}

// entryTitle is the box, the number, the title and how it stands.
func (b *book) entryTitle(e entry) []line {
	lines := b.within("H3", b.text(entryLeft, b.width()-entryLeft, b.titleRuns(e, 10)...))
	return before(func(y float64) {
		if e.number > 0 {
			b.d.Bookmark(2, fmt.Sprintf("%d. %s", e.number, model.Clean(e.title)), y-1)
		}
		b.open(e, y)
	}, lines)
}

// box is what can be ticked, on paper and on the screen.
func (b *book) box(e entry, y float64) {
	if e.box == noBox {
		return
	}
	words := fmt.Sprintf("Task %d: %s", e.number, model.Clean(e.title))
	b.d.Open("Form")
	b.d.CheckBox(margin+0.4, y+0.5, boxSize, fmt.Sprintf("task-%d", e.number), words, e.box == tickedBox)
	b.d.Close()
}

func (b *book) titleRuns(e entry, size float64) []run {
	as := boldRun
	if e.bare() {
		as = plainRun
	}
	title := model.Clean(e.title)
	if e.number > 0 {
		title = fmt.Sprintf("%d. %s", e.number, title)
	}
	if e.word == "" {
		return []run{as(title, size, inkBlack)}
	}
	return []run{as(title+": ", size, inkBlack), boldRun(e.word, size, stateInk(e.tone))}
}

// stateInk is the colour of a state.
func stateInk(tone string) pdf.Color {
	switch tone {
	case "done", string(model.Holds):
		return inkGreen
	case string(model.Broken):
		return inkRed
	case string(model.Blocked), string(model.AcceptedRisk), string(model.Planned):
		return inkAmber
	case "":
		return inkBlack
	}
	return inkGrey
}

// facts stand in two columns, their labels on the left. One that explains itself
// has none, and takes the whole width.
func (b *book) facts(facts []fact) []line {
	var lines []line
	for _, f := range facts {
		lines = append(lines, b.fact(f, entryLeft)...)
	}
	return lines
}

// fact is one of them; left is where its label begins.
func (b *book) fact(f fact, left float64) []line {
	x := left
	if f.label != "" {
		x += pdfLabel
	}
	var lines []line
	for _, r := range f.lines {
		lines = append(lines, b.paragraph(x, b.width()-x, richRuns(r, smallSize, inkBlack)...)...)
	}
	if len(f.tasks) > 0 {
		lines = append(lines, b.paragraph(x, b.width()-x, taskRuns(f)...)...)
	}
	if f.label == "" || len(lines) == 0 {
		return lines
	}
	return before(func(y float64) {
		b.d.Open("P")
		b.drawRow(margin+left, y+smallSize*leading*point72*0.74, []run{boldRun(f.label+" ", 7.5, inkGrey)})
		b.d.Close()
	}, lines)
}

// taskRuns name tasks and lead to them.
func taskRuns(f fact) []run {
	runs := []run{plainRun(taskWord(f.tasks)+" ", smallSize, inkBlack)}
	for i, n := range f.tasks {
		text := plainRun(strconv.Itoa(n), smallSize, inkBlue)
		aside := f.asideOf(n)
		if aside == "" {
			text.anchor = "task " + text.text
		} else {
			text.text, text.ink = text.text+aside, inkBlack
		}
		runs = append(runs, text)
		if i < len(f.tasks)-1 {
			runs = append(runs, plainRun(", ", smallSize, inkBlack))
		}
	}
	return runs
}

// steps are numbered.
func (b *book) steps(steps []model.Rich) []line {
	if len(steps) == 0 {
		return nil
	}
	lines := []line{}
	for i, step := range steps {
		body := b.within("LBody", b.text(entryLeft+6, b.width()-entryLeft-6, richRuns(step, bodySize, inkBlack)...))
		number := strconv.Itoa(i+1) + ". "
		item := before(func(y float64) {
			b.d.Open("Lbl")
			b.drawRow(margin+entryLeft, y+bodySize*leading*point72*0.74, []run{plainRun(number, bodySize, inkGrey)})
			b.d.Close()
		}, body)
		lines = append(append(lines, b.within("LI", item)...), space(0.7))
	}
	return append(append([]line{space(1)}, b.within("L", lines)...), space(0.6))
}

// commands stand on a ground of their own, in the face of a typewriter. A line
// that is broken says so.
func (b *book) commands(c commands) []line {
	const x, pad = entryLeft, 2.0
	width := b.width() - x
	lines := b.within("P", b.text(x, width, plainRun(c.where+":", 7.5, inkGrey)))
	for _, command := range c.lines {
		lines = append(lines, b.command(command, x+pad, width-2*pad)...)
	}
	return append(lines, space(1.2))
}

func (b *book) command(command string, x, width float64) []line {
	const h = 4.1
	b.d.Font(pdf.Mono, 7.5)
	rows := b.d.Split(model.Clean(command), width-4)
	var lines []line
	for i, row := range rows {
		lines = append(lines, line{h: h, draw: func(y float64) {
			b.d.Rect(margin+x-2, y, width+4, h, &ground, nil, 0)
			b.drawRow(margin+x, y+2.9, []run{{style: pdf.Mono, size: 7.5, ink: inkBlack, text: row}})
			if i < len(rows)-1 {
				b.d.Artifact(func() { b.d.Font(pdf.Regular, 7.5); b.d.Ink(inkGrey); b.d.Text(margin+x+width-3, y+2.9, "↩") })
			}
		}})
	}
	return append(b.within("Code", lines), space(0.8))
}

// sourced names the pages on which the entry rests, with their numbers in the
// list of sources.
func (b *book) sourced(sources []model.Reference) []line {
	var runs []run
	for i, r := range sources {
		text := plainRun(sourceTitle(r), sourceSize, inkBlue)
		text.url, _ = address(r.URL)
		ends := "; "
		if i == len(sources)-1 {
			ends = ""
		}
		number := plainRun(fmt.Sprintf(" [%d]", b.sources.number(r)), sourceSize, inkGrey)
		number.anchor = "part sources"
		runs = append(runs, text, number, plainRun(ends, sourceSize, inkGrey))
	}
	if runs == nil {
		return nil
	}
	x := entryLeft + pdfLabel
	return before(func(y float64) {
		b.d.Open("P")
		b.drawRow(margin+entryLeft, y+sourceSize*leading*point72*0.74, []run{boldRun("Sources ", sourceSize, inkGrey)})
		b.d.Close()
	}, b.paragraph(x, b.width()-x, runs...))
}

// toSign is room for who did it, and when.
func (b *book) toSign() []line {
	h := 5.6
	return []line{{h: h, draw: func(y float64) {
		base := y + 4.4
		b.d.Artifact(func() {
			b.d.Font(pdf.Regular, sourceSize)
			b.d.Ink(inkGrey)
			x := margin + entryLeft
			for _, blank := range []struct {
				label string
				w     float64
			}{{"Done by", 58}, {"on", 34}} {
				b.d.Text(x, base, blank.label)
				from := x + b.d.Width(blank.label) + 1.5
				b.d.Line(from, base+0.4, from+blank.w, base+0.4, 0.15, inkGrey)
				x = from + blank.w + 4
			}
		})
	}}}
}
