package doc

import (
	"strings"

	"cmgwizard/model"
)

// TextRich puts labels in quotation marks and code in backquotes.
func TextRich(r model.Text) string { return marked(r, `"`, "`") }

// cellText puts labels and code in quotation marks: a cell has no other font.
func cellText(r model.Text) string { return marked(r, `"`, `"`) }

func marked(r model.Text, label, code string) string {
	var b strings.Builder
	for _, span := range r {
		mark := [...]string{model.PlainSpan: "", model.LabelSpan: label, model.CodeSpan: code}[span.Kind]
		b.WriteString(mark + CleanSpan(span.Text) + mark)
	}
	return b.String()
}

// XMLValid leaves out the two characters that XML forbids and UTF-8 allows.
func XMLValid(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\uFFFE' || r == '\uFFFF' {
			return -1
		}
		return r
	}, text)
}

// XMLClean is text as a reader of the file has it.
func XMLClean(text string) string { return XMLValid(model.CleanLines(text)) }
