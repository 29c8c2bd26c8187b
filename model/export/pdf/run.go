package pdf

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model/doc"
	"cmgwizard/model/export/pdf/page"
)

// Measures of the run sheet, in points and millimetres.
const (
	runSize   = 8.8
	runSmall  = 7.6
	runTiny   = 7.2
	runNumber = 5.4 // where the number begins, behind the box
	runTitle  = 12.4
)

// A runColumn is a column on the right of the run sheet.
type runColumn struct {
	title string
	wide  float64
	text  func(e doc.Entry) string
}

var runColumns = []runColumn{
	{doc.AfterColumn, 21, func(e doc.Entry) string { return e.Of(doc.AfterLabel).Numbers() }},
	{doc.WaitColumn, 17.5, func(e doc.Entry) string { return e.Of(doc.WaitLabel).Text() }},
	{doc.DueColumn, 18, func(e doc.Entry) string { return e.Day() }},
	{doc.InitialsColumn, 12, func(doc.Entry) string { return "" }},
}

// earliestRoom is how much an earliest day takes more than a due day, in
// millimetres.
const earliestRoom = 2.5

// rightColumns are those on the right. Earliest days take their room from the initials.
func (b *book) rightColumns() []runColumn {
	if !b.s.Dated {
		return runColumns
	}
	wide := slices.Clone(runColumns)
	wide[len(wide)-2].wide += earliestRoom
	wide[len(wide)-1].wide -= earliestRoom
	return wide
}

// columnsFrom is where the columns on the right begin.
func (b *book) columnsFrom() float64 {
	x := b.width()
	for _, c := range runColumns {
		x -= c.wide
	}
	return x
}

// head is what the sheet is of, and how the plan stands.
func (b *book) head() {
	title := b.within("H1", b.text(0, b.width(), boldRun(b.s.Title+"  ", 15, inkBlue), boldRun(b.s.Name, 11, inkBlack)))
	b.place(before(func(y float64) { b.d.Bookmark(0, b.s.Title, y) }, title)...)
	var facts []run
	for _, f := range b.s.Facts {
		facts = append(facts, plainRun(f.Label+" ", runSmall, inkGrey), plainRun(f.Text()+"    ", runSmall, inkBlack))
	}
	b.place(append(b.paragraph(0, b.width(), facts...), space(2))...)
	b.verdict()
	b.place(b.paragraph(0, b.width(), plainRun(b.s.Notice, runSmall, inkGrey))...)
	if words := replacedWords([]rune(b.known.replaced)); words != "" {
		b.place(b.paragraph(0, b.width(), boldRun(words, runSmall, inkRed))...)
	}
}

// job is a band of the run sheet and a row for each of its tasks.
func (b *book) job(g doc.Group) {
	job, _, _ := strings.Cut(g.Title, ":")
	b.inside("Table", func() {
		if len(g.Entries) == 1 {
			b.place(b.banded(append([]line{space(0.8)}, b.runRow(g.Entries[0], strings.ToLower(job)+"; "+g.Lead)...))...)
			return
		}
		b.over(b.jobBand(g)...)
		for _, e := range g.Entries {
			b.place(b.runRow(e, "")...)
			b.ofJob = job
		}
	})
	b.ofJob = ""
}

// banded lays the ground of a job under lines.
func (b *book) banded(lines []line) []line {
	h := height(lines[1:])
	lines[1:][0] = before(func(y float64) {
		b.d.Artifact(func() { b.d.Rect(margin, y-0.2, b.width(), h, &ground, nil, 0) })
	}, lines[1:])[0]
	return lines
}

// columnHeads name the columns, over all jobs and again on each page.
func (b *book) columnHeads() {
	b.over(line{h: headHeight, draw: func(y float64) {
		b.drawHeads(y)
		b.running = true
	}})
}

const headHeight = labelSize * leading * point72

// drawHeads name the job as well whose rows go on.
func (b *book) drawHeads(y float64) {
	if b.ofJob != "" {
		b.d.Artifact(func() {
			b.drawRow(margin+1.2, y+baseline(labelSize), []run{plainRun(b.ofJob+", continued", labelSize, inkGrey)})
		})
	}
	x := margin + b.columnsFrom()
	for _, c := range b.rightColumns() {
		b.d.Artifact(func() { b.drawRow(x, y+baseline(labelSize), []run{plainRun(c.title, labelSize, inkGrey)}) })
		x += c.wide
	}
}

// jobBand is the title of a job, and whose it is.
func (b *book) jobBand(g doc.Group) []line {
	runs := []run{boldRun(g.Title+"   ", runSize, inkBlack), plainRun(g.Lead, runTiny, inkGrey)}
	lines := b.within("TR", b.within("TH", b.text(1.2, b.width()-2.4, runs...)))
	h := height(lines) + 0.8
	lines = before(func(y float64) {
		b.d.Artifact(func() { b.d.Rect(margin, y-0.4, b.width(), h, &ground, nil, 0) })
	}, lines)
	return append(append([]line{space(0.7)}, lines...), space(0.4))
}

// runRow is a task: its box and number, what it is, what comes before it, how long
// it waits, by when, and who did it. A job of one task is its row.
func (b *book) runRow(e doc.Entry, lead string) []line {
	ink := inkBlack
	if !e.Pending {
		ink = inkGrey
	}
	from := b.columnsFrom()
	row := b.within("TD", b.text(runTitle, from-runTitle-2, append(b.rowRuns(e, ink), plainRun(lead, runTiny, inkGrey))...))
	row = b.labelled("TD", runNumber, boldRun(fmt.Sprintf("%d ", e.Number), runSize, ink), runSize, row)
	row = before(func(y float64) {
		if !e.Carded {
			b.mark(taskPlace(e.Number), y-1)
		}
		b.tick(e, y-0.1)
	}, row)
	for _, c := range b.rightColumns() {
		if text := c.text(e); text != "" {
			row = []line{beside(row, b.within("TD", b.text(from, c.wide-1.5, plainRun(text, runSmall, ink))))}
		}
		from += c.wide
	}
	return b.signed(e, b.within("TR", row))
}

// rowRuns are the title, how the task stands, and what cannot be undone.
func (b *book) rowRuns(e doc.Entry, ink page.Color) []run {
	title := plainRun(e.Title+" ", runSize, ink)
	if e.Carded {
		title.anchor = taskPlace(e.Number)
	}
	runs := []run{title}
	if e.Word != "" {
		runs = append(runs, boldRun(e.Word+" ", runSmall, stateInk(e.Tone)))
	}
	if window := e.Of(doc.WindowLabel).Text(); window != "" {
		runs = append(runs, plainRun(window+" ", runSmall, inkAmber))
	}
	if back := e.NoWayBack(); back != "" {
		runs = append(runs, boldRun(back, runSmall, inkRed))
	}
	return runs
}

// signed rules a row off, with a line for the initials where it is to be done.
func (b *book) signed(e doc.Entry, row []line) []line {
	columns := b.rightColumns()
	initials := b.width() - columns[len(columns)-1].wide
	return append(row, line{h: 0.35, draw: func(y float64) {
		b.d.Artifact(func() {
			b.d.Line(margin, y+0.2, margin+b.width(), y+0.2, 0.12, hairline)
			if e.Pending {
				b.d.Line(margin+initials, y+0.2, margin+b.width(), y+0.2, 0.3, inkGrey)
			}
		})
	}})
}
