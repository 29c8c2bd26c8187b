package ccmsetup

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// A setupSpan is a line of msiexec cut at the value of CCMSETUPCMD, as the shell
// reads it: only what stands between the quotation marks reaches ccmsetup.
type setupSpan struct {
	before, inside, after string
	quoted                bool // it has quotation marks
	closed                bool // the second one too
	strange               bool // they are single ones, or stand around the name too
	gap                   bool // a blank stands beside the equals sign
	odd                   []string
}

var setupName = model.Pattern(`(?i)\bCCMSETUPCMD(\s{0,3})=(\s{0,3})`)

// spanOf cuts a line; ok is false where it has no CCMSETUPCMD.
func spanOf(line string) (s setupSpan, ok bool) {
	line = line[:min(len(line), longestLine)]
	at := setupName().FindStringSubmatchIndex(line)
	if at == nil {
		return s, false
	}
	s.before, s.gap = line[:at[0]], at[2] < at[3] || at[4] < at[5]
	value := []rune(line[at[1]:])
	escape, start := openingMark(value)
	switch outer := lastRune(s.before); {
	case start > 0 && isDoubled(value, start):
		s.quoted = true
		s.cutDoubled(string(value[start+1:]))
	case start > 0:
		s.quoted = true
		s.cut(value, start, len(escape), value[start-1])
		s.strange = quoteOf(value[start-1]) == '\''
	case isQuote(outer):
		s.quoted, s.strange = true, true
		s.cut(value, 0, 0, outer)
	default:
		s.inside = string(value)
	}
	return s, true
}

// marks says how the value is quoted.
func (s setupSpan) marks() quotation {
	after := strings.TrimLeft(s.after, "\\`")
	switch {
	case !s.quoted:
		return quoteNone
	case !s.closed:
		return quoteOpen
	case s.strange:
		return quoteStrange
	case after != "" && reading.IsName(after[:1]+"x") && strings.Contains(after, `"`):
		return quoteInside
	}
	return quoteClosed
}

// isDoubled reports whether the first mark of a value is two, as where the whole
// line stands in quotation marks of another language.
func isDoubled(value []rune, start int) bool {
	return start+1 < len(value) && value[start] == '"' && value[start-1] == '"' && value[start+1] > ' ' && !isQuote(value[start+1])
}

func (s *setupSpan) cutDoubled(value string) {
	s.inside, s.after, s.closed = strings.Cut(value, `""`)
}

// cut parts the value at the mark that closes it: one with as many escapes
// before it as the first one had, and that is not doubled.
func (s *setupSpan) cut(value []rune, start, escapes int, first rune) {
	mark, odd := plainRune(first)
	if odd != "" {
		s.odd = []string{odd}
	}
	for i := start; i < len(value); i++ {
		if quoteOf(value[i]) != mark {
			continue
		}
		n := escapesBefore(value, i, start)
		doubled := i+1 < len(value) && quoteOf(value[i+1]) == mark
		switch {
		case n == escapes && doubled && escapes == 0:
			i++ // a doubled mark is one that belongs to the value
		case n == escapes:
			s.inside, s.after, s.closed = unescaped(value[start:i-n]), string(value[i+1:]), true
			return
		}
	}
	s.inside = unescaped(value[start:])
}

// unescaped makes doubled marks single ones.
func unescaped(value []rune) string { return strings.ReplaceAll(string(value), `""`, `"`) }

// openingMark gives the escapes before the first mark of a value, and where the
// value begins; 0 where no mark stands there.
func openingMark(value []rune) (escape []rune, start int) {
	n := 0
	for n < len(value) && isEscape(value[n]) {
		n++
	}
	if n < len(value) && isQuote(value[n]) {
		return value[:n], n + 1
	}
	return nil, 0
}

// escapesBefore counts the escapes that stand before a place.
func escapesBefore(value []rune, at, start int) int {
	n := 0
	for at-n-1 >= start && isEscape(value[at-n-1]) {
		n++
	}
	return n
}

func isEscape(r rune) bool { return r == '\\' || r == '`' || r == '^' }

// quoteOf is the plain form of a quotation mark, 0 for anything else.
func quoteOf(r rune) rune {
	if plain, _ := plainRune(r); plain == '"' || plain == '\'' {
		return plain
	}
	return 0
}

func isQuote(r rune) bool { return quoteOf(r) != 0 }

func lastRune(text string) rune {
	last := rune(0)
	for _, r := range text[max(len(text)-4, 0):] {
		last = r
	}
	return last
}
