// Package pdf prints a sheet as pages with boxes to tick.
package pdf

import (
	"io"
	"maps"
	"slices"
	"strings"

	"cmgwizard/model/doc"
	"cmgwizard/model/export/drawing"
	"cmgwizard/model/export/pdf/page"
	"cmgwizard/model/judge"
)

// Format is for paper: what one hands to a change board, or ticks on screen.
var Format = doc.Format{
	Name: "pdf", Ext: ".pdf", About: "pages to print or to fill in on the screen", Binary: true,
	Write: writePDF,
}

// mostRounds bounds how often the pages are laid out: what a round finds out
// about page numbers and missing characters is shown by the next.
const mostRounds = 5

func writePDF(w io.Writer, c judge.Checklist, o doc.Options) error {
	s, drawn := doc.SheetOf(c, o.Detail), drawing.Drawing{}
	if !s.Overview.Empty() {
		drawn = drawing.NewDrawing(s.Overview.Traffic, bookWidth(sizeOf(o.Paper))/point72)
	}
	known := pageFacts{}
	for range mostRounds {
		b := newBook(c, s, drawn, o.Paper, known)
		b.write()
		if found := b.found(); !found.equal(known) {
			known = found
			continue
		}
		b.sayReplaced(o)
		out, err := b.d.Bytes()
		if err == nil {
			_, err = w.Write(out)
		}
		return err
	}
	return errUnsettled
}

// pageFacts are what laying out the pages finds out.
type pageFacts struct {
	total    int            // of pages
	pages    map[string]int // the page of each anchor
	replaced string         // the characters that no font has
}

func (b *book) found() pageFacts {
	return pageFacts{b.d.Page(), b.pages, string(b.d.Replaced())}
}

func (f pageFacts) equal(g pageFacts) bool {
	return f.total == g.total && f.replaced == g.replaced && maps.Equal(f.pages, g.pages)
}

func sizeOf(p doc.Paper) page.Size {
	if p == doc.Letter {
		return page.Letter
	}
	return page.A4
}

// sayReplaced tells which characters are shown by a mark.
func (b *book) sayReplaced(o doc.Options) {
	if words := replacedWords(b.d.Replaced()); words != "" {
		o.Tell(words)
	}
}

// mostReplaced is how many characters are named.
const mostReplaced = 12

// replacedWords are "" where every character is there.
func replacedWords(replaced []rune) string {
	if len(replaced) == 0 {
		return ""
	}
	var codes []string
	for _, r := range slices.Sorted(slices.Values(replaced)) {
		codes = append(codes, codePoint(r))
	}
	if len(codes) > mostReplaced {
		codes = append(codes[:mostReplaced], "and others")
	}
	return "The fonts of the PDF lack characters of this plan, each shown as \uFFFD: " + strings.Join(codes, ", ") + ". The HTML page has them all."
}
