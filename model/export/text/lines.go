package text

import (
	"strings"

	"cmgwizard/model/doc"
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
	for _, line := range doc.Wrap(doc.TextSafe(title), doc.TextWidth) {
		t.line(line)
	}
	width := min(ansi.StringWidth(doc.TextSafe(title)), doc.TextWidth)
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
	for _, line := range doc.Wrap(doc.TextSafe(text), doc.TextWidth-len(indent)-len(mark)) {
		t.line(indent + mark + line)
		mark = rest
	}
}
