package planfile

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"
)

// quoteText writes text on one line. What cannot be seen or turns the direction
// of writing becomes an escape.
func quoteText(text string) string {
	if isSimple(text) {
		return `"` + text + `"`
	}
	return `"` + escape(text, false) + `"`
}

func isSimple(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

// quoteLines writes text with line breaks as lines, so that a changed line is
// one changed line in a comparison.
func quoteLines(text string) string {
	return `"""` + "\n" + escape(text, true) + `"""`
}

// escape writes text for quotes. Among lines a quote stands as it is, unless
// another one or the end follows: three of them would end the text.
func escape(text string, lines bool) string {
	var b strings.Builder
	text = strings.ToValidUTF8(text, "\uFFFD")
	for i, r := range text {
		alone := i+1 < len(text) && text[i+1] != '"'
		switch {
		case lines && (r == '\n' || r == '"' && alone):
			b.WriteRune(r)
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteString(visible(r))
		}
	}
	return b.String()
}

// visible leaves the joiners U+200C and U+200D alone: some scripts cannot be
// written without them.
func visible(r rune) string {
	switch {
	case r == '\n':
		return `\n`
	case r == '\t':
		return `\t`
	case r == '\r':
		return `\r`
	case r == '\u200c' || r == '\u200d' || r == ' ':
		return string(r)
	case !unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Z):
		return string(r)
	case r > 0xFFFF:
		return fmt.Sprintf(`\U%08X`, r)
	}
	return fmt.Sprintf(`\u%04X`, r)
}

// quoteKey writes a key bare if it can be.
func quoteKey(key string) string {
	for i := range len(key) {
		if !isBare(key[i]) {
			return quoteText(key)
		}
	}
	return cmp.Or(key, `""`)
}
