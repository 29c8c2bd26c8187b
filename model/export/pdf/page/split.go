package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A cluster is a character with the marks that sit on it: the least that a
// line can hold.
type cluster struct {
	end         int // in the text
	width       int
	blank, hard bool // a blank, and one that ends the line
	seam        bool // a long word may well be broken after it
}

// clusters cuts a text.
func (f *face) clusters(text string) []cluster {
	var all []cluster
	for from := 0; from < len(text); {
		r, size := utf8.DecodeRuneInString(text[from:])
		end := from + size
		for end < len(text) {
			next, size := utf8.DecodeRuneInString(text[end:])
			if !unicode.Is(unicode.M, next) && !invisible(next) {
				break
			}
			end += size
		}
		all = append(all, cluster{end, f.units(text[from:end]), blank(r), r == '\n', strings.ContainsRune(`/\-_.,;:?&=@)`, r)})
		from = end
	}
	return all
}

// blank tells whether a line may be broken after a character.
func blank(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00A0' && r != '\u2007' && r != '\u202F'
}

// A breaker walks through clusters and cuts lines no wider than limit.
type breaker struct {
	all        []cluster
	limit      int
	start      int // first cluster of the line
	width      int // of the line, without the blanks at its end
	blanks     int // width of those
	word, seam int // where the line can be broken, the first cluster of the next
	cuts       []int
}

// cut ends the line before cluster at.
func (b *breaker) cut(at int) {
	b.cuts = append(b.cuts, b.all[at-1].end)
	next := &breaker{all: b.all, limit: b.limit, start: at, cuts: b.cuts}
	*b = *next
}

// add takes the next cluster into the line.
func (b *breaker) add(i int) {
	c := b.all[i]
	if c.blank {
		b.blanks += c.width
		b.word = i + 1
		return
	}
	b.width, b.blanks = b.width+b.blanks+c.width, 0
	if c.seam {
		b.seam = i + 1
	}
}

// place is where a line that is full before cluster i is broken.
func (b *breaker) place(i int) int {
	if b.word > b.start {
		return b.word
	}
	if b.seam > b.start+(i-b.start)/2 {
		return b.seam
	}
	return i
}

// run finds all cuts but the end of the text.
func (b *breaker) run() []int {
	for i := 0; i < len(b.all); {
		c := b.all[i]
		if !c.blank && i > b.start && b.width+b.blanks+c.width > b.limit {
			i = b.place(i)
			b.cut(i)
			continue
		}
		b.add(i)
		i++
		if c.hard && i < len(b.all) {
			b.cut(i)
		}
	}
	return b.cuts
}

// split is Split in thousandths of the font size.
func (f *face) split(text string, limit int) []string {
	if text == "" {
		return nil
	}
	b := breaker{all: f.clusters(text), limit: limit}
	var lines []string
	from := 0
	for _, end := range b.run() {
		lines = append(lines, text[from:end])
		from = end
	}
	return append(lines, text[from:])
}
