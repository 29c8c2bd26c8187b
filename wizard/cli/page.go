package cli

import (
	"io"
	"os"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// The width of text: that of the terminal within these bounds, and of paper
// where there is none.
const (
	minWidth   = 20
	maxWidth   = 100
	paperWidth = 80
)

// A page is text for people, wrapped to a width. Whatever is put on it is
// cleaned first.
type page struct {
	strings.Builder
	width int
	ink   bool // colours may be used
}

// newPage suits the page to what it will be written to.
func newPage(to io.Writer) *page {
	f, ok := to.(*os.File)
	if !ok || !isTerminal(f) {
		return &page{width: paperWidth}
	}
	width, _, err := term.GetSize(f.Fd())
	if err != nil || width <= 0 {
		width = paperWidth
	}
	return &page{width: min(max(width, minWidth), maxWidth), ink: wantsInk() && showsInk(f)}
}

// wantsInk reports whether colours are wanted.
func wantsInk() bool {
	return os.Getenv("NO_COLOR") == "" && os.Getenv("CLICOLOR") != "0" && os.Getenv("TERM") != "dumb"
}

// The colours, of the terminal's own sixteen. Meaning never hangs on them.
const (
	strong = "1"
	red    = "1;31"
	yellow = "33"
	green  = "32"
)

func (p *page) paint(style, text string) string {
	if !p.ink {
		return text
	}
	return "\x1b[" + style + "m" + text + "\x1b[m"
}

func (p *page) gap() { p.WriteByte('\n') }

func (p *page) line(text string) { p.item("", text) }

// heading begins a part of the page.
func (p *page) heading(text string) {
	p.gap()
	p.painted(strong, "", text)
}

// item writes text behind a label, wrapped so that it stays right of it.
func (p *page) item(label, text string) { p.painted("", label, text) }

func (p *page) painted(style, label, text string) {
	margin := strings.Repeat(" ", ansi.StringWidth(label))
	for i, line := range wrap(model.Clean(text), p.width-len(margin)) {
		if style != "" {
			line = p.paint(style, line)
		}
		if i > 0 {
			label = margin
		}
		p.WriteString(label + line + "\n")
	}
}

// fact is an item that is left out when there is nothing to say.
func (p *page) fact(label, text string) {
	if text != "" {
		p.item(label, text)
	}
}

// wrap breaks text between words. A word that is longer than a line stays
// whole: it may be an address.
func wrap(text string, width int) []string { return doc.Fill(strings.Fields(text), width) }

// hung writes text whose second line stands further right than its first.
func (p *page) hung(margin, text string) {
	const further = "    "
	for i, line := range wrap(model.Clean(text), p.width-len(margin)-len(further)) {
		if i == 1 {
			margin = strings.Repeat(" ", len(margin)) + further
		}
		p.WriteString(margin + line + "\n")
	}
}
