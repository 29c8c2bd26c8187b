package page

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// missing is drawn for a character that a face does not hold.
const missing = '\uFFFD'

// shown is a text as a face can draw it: composed, each kind of blank the face
// lacks a plain one, characters without a look left out, and the mark for what
// the face does not hold, of which lost is told.
func (f *face) shown(text string, lost func(rune)) string {
	if plain(text) {
		return text
	}
	var b strings.Builder
	for _, r := range norm.NFC.String(text) {
		switch {
		case invisible(r):
		case f.width(r) > 0:
			b.WriteRune(r)
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			lost(r)
			b.WriteRune(missing)
		}
	}
	return b.String()
}

// plain tells that every face holds all of a text as it stands.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// invisible are marks that have no look of their own: joiners, directions,
// soft hyphens, selectors of a variant.
func invisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}

// units is the width of a text in thousandths of the font size.
func (f *face) units(text string) int {
	sum := 0
	for _, r := range f.shown(text, func(rune) {}) {
		sum += f.width(r)
	}
	return sum
}
