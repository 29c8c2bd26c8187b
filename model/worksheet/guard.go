package worksheet

import (
	"strings"
	"unicode"
)

// Guarded puts an apostrophe in front of what a program for sheets would take
// for a formula. It does so inside of a cell too, where a line or what stands
// behind a semicolon or a tab begins so: a program that separates by those makes
// cells of them. The price: a lone "-" and "+49 30 1234" get one as well.
func Guarded(text string) string {
	var b strings.Builder
	for start, rest := true, text; rest != ""; {
		end := strings.IndexAny(rest, "\n;\t") + 1
		if end == 0 {
			end = len(rest)
		}
		if isFormula(rest[:end], start) {
			b.WriteByte('\'')
		}
		b.WriteString(rest[:end])
		start = start && strings.TrimSpace(rest[:end]) == ""
		rest = rest[end:]
	}
	return b.String()
}

// isFormula reports whether a piece of a cell begins like a formula. What begins
// with - or + inside of a cell is one only if it could call or start something:
// notes have many lists with such marks.
func isFormula(piece string, start bool) bool {
	for _, r := range piece {
		switch {
		case strings.ContainsRune("=@＝＠", r):
			return true
		case strings.ContainsRune("+-|%＋－", r):
			return start || strings.ContainsAny(piece, "(|")
		case unicode.IsSpace(r), unicode.IsControl(r), unicode.Is(unicode.Cf, r), strings.ContainsRune(`"'`, r):
			continue
		}
		return false
	}
	return false
}

// Unguarded takes those apostrophes away again.
func Unguarded(text string) string {
	var b strings.Builder
	for start, rest := true, text; rest != ""; {
		end := strings.IndexAny(rest, "\n;\t") + 1
		if end == 0 {
			end = len(rest)
		}
		piece, marked := strings.CutPrefix(rest[:end], "'")
		if marked && !isFormula(piece, start) {
			piece = rest[:end]
		}
		b.WriteString(piece)
		start = start && strings.TrimSpace(piece) == ""
		rest = rest[end:]
	}
	return b.String()
}
