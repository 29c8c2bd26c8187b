package model

import "strings"

// MarshalText writes the text without its kinds, for JSON.
func (r Text) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// A Span is a piece of text of one kind: plain, the label of something on the
// screen, or code to be typed or read as it stands.
type Span struct {
	Text string
	Kind SpanKind
}

// SpanKind says what a span is.
type SpanKind uint8

// The kinds of span.
const (
	PlainSpan SpanKind = iota
	LabelSpan
	CodeSpan
)

// Text is text made of spans. Words from a plan are in it as they are: they
// cannot become markup.
type Text []Span

// String is the text without its kinds.
func (r Text) String() string {
	var b strings.Builder
	for _, s := range r {
		b.WriteString(s.Text)
	}
	return b.String()
}

// ParseText reads **labels** and `code`, and fills the {names} of each span. What
// stands in “quotes” comes from a file or from a screen: nothing in it is markup.
func ParseText(text string, fill func(string) string) Text {
	var spans Text
	for text != "" {
		span, rest := nextSpan(text)
		span.Text = fill(span.Text)
		spans, text = append(spans, span), rest
	}
	return spans
}

func nextSpan(text string) (Span, string) {
	for _, mark := range []struct {
		sign string
		kind SpanKind
	}{{"**", LabelSpan}, {"`", CodeSpan}} {
		if inside, ok := strings.CutPrefix(text, mark.sign); ok {
			if before, after, closed := strings.Cut(inside, mark.sign); closed {
				return Span{before, mark.kind}, after
			}
		}
	}
	end := plainEnd(text)
	return Span{text[:end], PlainSpan}, text[end:]
}

// plainEnd is where the next mark starts; a mark that starts nothing is text.
func plainEnd(text string) int {
	for i := 0; i < len(text); i++ {
		if strings.HasPrefix(text[i:], "“") {
			i += max(0, strings.Index(text[i:], "”"))
		} else if i > 0 && (text[i] == '`' || strings.HasPrefix(text[i:], "**")) {
			return i
		}
	}
	return len(text)
}
