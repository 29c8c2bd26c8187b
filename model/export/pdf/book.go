package pdf

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"cmgwizard/model/doc"
	"cmgwizard/model/export/drawing"
	"cmgwizard/model/export/pdf/page"
	"cmgwizard/model/judge"
)

// Measures of a page in millimetres, and sizes of type in points.
const (
	margin     = 12.7
	topMargin  = 14.5
	footMargin = 10.5

	titleSize  = 10.5
	bodySize   = 9.0
	smallSize  = 8.0
	sourceSize = 8.0
	leading    = 1.15 // the height of a line in sizes of its type

	point72 = 25.4 / 72
)

// The colours of the house. Words and shapes carry the meaning too.
var (
	inkBlack = page.Color{R: 0x1A, G: 0x1F, B: 0x26}
	inkGrey  = page.Color{R: 0x5F, G: 0x6B, B: 0x7A}
	inkBlue  = page.Color{R: 0x0B, G: 0x5C, B: 0xAD}
	inkGreen = page.Color{R: 0x2E, G: 0x7D, B: 0x32}
	inkAmber = page.Color{R: 0x9A, G: 0x67, B: 0x00}
	inkRed   = page.Color{R: 0xB3, G: 0x26, B: 0x1E}
	hairline = page.Color{R: 0xC9, G: 0xD1, B: 0xDA}
	ground   = page.Color{R: 0xF2, G: 0xF5, B: 0xF8}
)

var errUnsettled = errors.New("the pages do not settle: page numbers move each time they are written")

// A book is the document while its pages are laid out from top to bottom.
type book struct {
	d          *page.Document
	c          judge.Checklist
	s          doc.Sheet
	drawn      drawing.Drawing
	known      pageFacts // of the round before
	sources    sourceList
	pages      map[string]int // where each anchor is
	ends       map[int]int    // on which page each task ends
	targets    map[string]page.Target
	top, y     float64
	ofJob      string // the job whose rows go on, "" for none
	running    bool   // through the rows of the run sheet: each page names their columns
	cards      bool   // the chapter before is of cards
	brokenTold bool   // how a command goes on in the next row
	heading    []line // that waits for what it stands over
}

func bookWidth(size page.Size) float64 { return size.Width - 2*margin }

func newBook(c judge.Checklist, s doc.Sheet, drawn drawing.Drawing, paper doc.Paper, known pageFacts) *book {
	return &book{
		d: page.New(page.About{
			Title: doc.Joined(s.Title, s.Name), Subject: s.Standing, Language: "en-US", Made: doc.Stamp(c), Paper: sizeOf(paper),
		}),
		c: c, s: s, drawn: drawn, known: known, sources: listSources(s), pages: map[string]int{}, ends: map[int]int{}, targets: map[string]page.Target{},
	}
}

func (b *book) write() {
	b.d.Open("Document")
	b.newPage()
	b.head()
	for _, p := range b.s.Parts {
		b.part(p)
	}
	b.sourcesPart()
	b.d.Close()
}

func (b *book) width() float64 { return bookWidth(b.d.Size()) }

func (b *book) bottom() float64 { return b.d.Size().Height - footMargin }

func (b *book) newPage() {
	b.d.AddPage()
	b.d.Artifact(b.margins)
	if b.top = topMargin; b.running {
		b.drawHeads(b.top)
		b.top += headHeight
	}
	b.y = b.top
}

// margins are the head and the foot of a page.
func (b *book) margins() {
	right := b.d.Size().Width - margin
	b.d.Font(page.Regular, 7.5)
	b.d.Ink(inkGrey)
	facts := []string{"Site " + siteOf(b.c), judge.Verdicts.Label(b.s.Verdict), b.c.Date.Format(time.DateOnly)}
	words := strings.Join(facts, "   ·   ")
	b.d.Text(right-b.d.Width(words), 11, words)
	b.d.Text(margin, 11, b.cut(doc.Joined(b.s.Title, b.s.Name), b.width()-b.d.Width(words)-8))
	b.d.Line(margin, 13, right, 13, 0.2, hairline)
	foot := b.d.Size().Height - 6.5
	b.d.Text(margin, foot, "cmgwizard")
	footer := fmt.Sprintf("page %d of %d", b.d.Page(), max(b.known.total, b.d.Page()))
	b.d.Text(right-b.d.Width(footer), foot, footer)
}

func siteOf(c judge.Checklist) string { return doc.OrDash(c.Plan.Site.Code) }

// cut shortens a text that is wider than a width.
func (b *book) cut(text string, width float64) string {
	if b.d.Width(text) <= width {
		return text
	}
	lines := b.d.Split(text, width-b.d.Width("…"))
	return strings.TrimSpace(lines[0]) + "…"
}

// mark gives the present place of a page a name to lead to.
func (b *book) mark(anchor string, y float64) {
	if anchor == "" {
		return
	}
	b.pages[anchor] = b.d.Page()
	b.d.Aim(b.target(anchor), y)
}

// target is the place of an anchor, wherever it comes.
func (b *book) target(anchor string) page.Target {
	t, ok := b.targets[anchor]
	if !ok {
		t = b.d.NewTarget()
		b.targets[anchor] = t
	}
	return t
}

func codePoint(r rune) string { return fmt.Sprintf("U+%04X", r) }
