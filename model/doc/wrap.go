package doc

import (
	"strings"

	"cmgwizard/model"
	"github.com/charmbracelet/x/ansi"
)

// textWidth is how wide a line of text may be.
const TextWidth = 80

// TextSafe cleans text and writes typographic signs as ASCII: a legacy console
// has no others.
func TextSafe(text string) string { return asciiSigns.Replace(model.Clean(text)) }

var asciiSigns = strings.NewReplacer(
	"\u2018", "'", "\u2019", "'", "\u201c", `"`, "\u201d", `"`, "\u2013", "-", "\u2014", "-",
	"\u2026", "...", "\u2192", "->", "\u00d7", "x", "\u2264", "<=", "\u2265", ">=", "\u00a0", " ",
)

// Wrap breaks text into lines of at most width cells, words that are too wide
// as well; empty text is one empty line.
func Wrap(text string, width int) []string {
	var words []string
	for word := range strings.FieldsSeq(text) {
		words = append(words, broken(word, width)...)
	}
	return Fill(words, width)
}

// Fill sets words into lines of at most width cells. One that is wider has a
// line of its own; no words are one empty line.
func Fill(words []string, width int) []string {
	lines := []string{""}
	for _, word := range words {
		last := &lines[len(lines)-1]
		switch {
		case *last == "":
			*last = word
		case ansi.StringWidth(*last+" "+word) <= width:
			*last += " " + word
		default:
			lines = append(lines, word)
		}
	}
	return lines
}

// broken breaks a word that is wider than a line, but for an address: nobody
// could copy it.
func broken(word string, width int) []string {
	if strings.Contains(word, "://") {
		return []string{word}
	}
	return strings.Split(ansi.Hardwrap(word, width, true), "\n")
}
