// Package page sets text for people: wrapped to the width of a terminal or of
// paper, cleaned, with colours where they are wanted, and the one tree of doc as
// such a page.
package page

import (
	"io"
	"os"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// IsTerminal reports whether a file is a terminal.
func IsTerminal(f *os.File) bool { return term.IsTerminal(f.Fd()) }

// The width of text: that of the terminal within these bounds, and of paper
// where there is none.
const (
	MinWidth   = 20
	MaxWidth   = 100
	PaperWidth = 80
)

// A page is text for people, wrapped to a width. Whatever is put on it is
// cleaned first.
type Page struct {
	strings.Builder
	Width int
	Ink   bool // colours may be used
}

// New suits the page to what it will be written to.
func New(to io.Writer) *Page {
	f, ok := to.(*os.File)
	if !ok || !IsTerminal(f) {
		return &Page{Width: PaperWidth}
	}
	width, _, err := term.GetSize(f.Fd())
	if err != nil || width <= 0 {
		width = PaperWidth
	}
	return &Page{Width: min(max(width, MinWidth), MaxWidth), Ink: wantsInk() && Obeys(f)}
}

// wantsInk reports whether colours are wanted.
func wantsInk() bool {
	return os.Getenv("NO_COLOR") == "" && os.Getenv("CLICOLOR") != "0" && os.Getenv("TERM") != "dumb"
}

// The colours, of the terminal's own sixteen. Meaning never hangs on them.
const (
	Strong = "1"
	Red    = "1;31"
	Yellow = "33"
	Green  = "32"
)

// Paint colours a text, where the page has colours.
func (p *Page) Paint(style, text string) string {
	if !p.Ink {
		return text
	}
	return "\x1b[" + style + "m" + text + "\x1b[m"
}

// Gap is an empty line.
func (p *Page) Gap() { p.WriteByte('\n') }

// Line is a text of its own.
func (p *Page) Line(text string) { p.Item("", text) }

// Heading begins a part of the page.
func (p *Page) Heading(text string) {
	p.Gap()
	p.Painted(Strong, "", text)
}

// Item writes text behind a label, wrapped so that it stays right of it.
func (p *Page) Item(label, text string) { p.Painted("", label, text) }

// Painted is an item in a colour.
func (p *Page) Painted(style, label, text string) {
	margin := strings.Repeat(" ", ansi.StringWidth(label))
	for i, line := range Wrap(model.Clean(text), p.Width-len(margin)) {
		if style != "" {
			line = p.Paint(style, line)
		}
		if i > 0 {
			label = margin
		}
		p.WriteString(label + line + "\n")
	}
}

// Fact is an item that is left out when there is nothing to say.
func (p *Page) Fact(label, text string) {
	if text != "" {
		p.Item(label, text)
	}
}

// Wrap breaks text between words. A word that is longer than a line stays
// whole: it may be an address.
func Wrap(text string, width int) []string { return doc.Fill(strings.Fields(text), width) }

// Hung writes text whose second line stands further right than its first.
func (p *Page) Hung(margin, text string) {
	const further = "    "
	for i, line := range Wrap(model.Clean(text), p.Width-len(margin)-len(further)) {
		if i == 1 {
			margin = strings.Repeat(" ", len(margin)) + further
		}
		p.WriteString(margin + line + "\n")
	}
}
