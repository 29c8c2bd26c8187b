package export

import (
	"strings"

	"cmgwizard/model"
	"github.com/charmbracelet/x/ansi"
)

func (t *textWriter) line(text string) {
	t.b.WriteString(strings.TrimRight(text, " ") + "\n")
}

// gap leaves one line free, never two.
func (t *textWriter) gap() {
	if !strings.HasSuffix(t.b.String(), "\n\n") {
		t.b.WriteString("\n")
	}
}

func (t *textWriter) underlined(title, sign string) {
	for _, line := range wrap(textSafe(title), textWidth) {
		t.line(line)
	}
	width := min(ansi.StringWidth(textSafe(title)), textWidth)
	t.line(strings.Repeat(sign, width))
	t.gap()
}

func (t *textWriter) paragraph(text string) {
	if text != "" {
		t.hanging("", "", text)
		t.gap()
	}
}

// hanging writes text behind a mark, and its further lines below the text.
func (t *textWriter) hanging(indent, mark, text string) {
	rest := strings.Repeat(" ", len(mark))
	for _, line := range wrap(textSafe(text), textWidth-len(indent)-len(mark)) {
		t.line(indent + mark + line)
		mark = rest
	}
}

// textRich puts labels in quotation marks and code in backquotes.
func textRich(r model.Rich) string {
	var b strings.Builder
	for _, span := range r {
		mark := [...]string{model.PlainSpan: "", model.LabelSpan: `"`, model.CodeSpan: "`"}[span.Kind]
		b.WriteString(mark + cleanSpan(span.Text) + mark)
	}
	return b.String()
}

// textSafe cleans text and writes typographic signs as ASCII: a legacy console
// has no others.
func textSafe(text string) string { return asciiSigns.Replace(model.Clean(text)) }

var asciiSigns = strings.NewReplacer(
	"\u2018", "'", "\u2019", "'", "\u201c", `"`, "\u201d", `"`, "\u2013", "-", "\u2014", "-",
	"\u2026", "...", "\u2192", "->", "\u00d7", "x", "\u2264", "<=", "\u2265", ">=", "\u00a0", " ",
)

// wrap breaks text into lines of at most width cells, words that are too wide
// as well; empty text is one empty line.
func wrap(text string, width int) []string {
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
