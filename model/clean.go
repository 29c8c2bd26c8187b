package model

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// Clean makes text from outside safe to show in one line anywhere: escape
// sequences, control characters, bidirectional overrides and other invisible
// marks are gone, line breaks are blanks.
func Clean(text string) string {
	if isPlain(text) {
		return text
	}
	return strings.TrimSpace(strings.Map(cleanRune, ansi.Strip(strings.ToValidUTF8(text, "\uFFFD"))))
}

// CleanLines is Clean for text of several lines: its line breaks stay.
func CleanLines(text string) string {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i, line := range lines {
		lines[i] = Clean(line)
	}
	return strings.Join(lines, "\n")
}

func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// cleanRune drops what ansi.Strip leaves. The joiners U+200C and U+200D stay:
// some scripts cannot be written without them.
func cleanRune(r rune) rune {
	switch {
	case r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085':
		return ' '
	case r == '\u200c' || r == '\u200d':
		return r
	case unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r):
		return -1
	}
	return r
}
