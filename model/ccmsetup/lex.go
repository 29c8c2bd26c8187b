package ccmsetup

import (
	"slices"
	"strings"
	"unicode"

	"cmgwizard/model/reading"
)

// The bounds of one command line.
const (
	longestLine  = 16 << 10 // bytes
	mostLexemes  = 400
	longestWord  = 8 << 10
	maxOddities  = 6
	escapedQuote = '"'
)

// A lexeme is a word of a command line.
type lexeme struct {
	text   string
	quoted bool     // its value stood in quotation marks
	open   bool     // a quotation mark of its value is not closed
	odd    []string // what a shell would not take for what it looks like
}

// A lexer cuts a line into words as forgivingly as an eye does: curly quotation
// marks are quotation marks, blanks that do not break are blanks, and marks that
// cannot be seen are not there. It notes each of them.
type lexer struct {
	line   []rune
	at     int
	word   strings.Builder
	quoted bool
	open   bool
	odd    []string
	words  []lexeme
}

// lex cuts a line into its words.
func lex(line string) []lexeme {
	l := &lexer{line: []rune(line[:min(len(line), longestLine)])}
	for l.at < len(l.line) && len(l.words) < mostLexemes {
		l.step()
	}
	l.end()
	return l.words
}

// step takes one rune, or a whole value in quotation marks.
func (l *lexer) step() {
	r, odd := plainRune(l.line[l.at])
	l.note(odd)
	l.at++
	switch {
	case r == 0: // invisible
	case r == ' ' || r == '\n':
		l.end()
	case r == '\\' && l.peek() == escapedQuote, r == '`' && (l.peek() == escapedQuote || l.peek() == '`'):
		// the quotation mark after it counts, not the escape
	case r == '^':
	case r == '&' || r == '|':
		l.end()
		l.words = append(l.words, lexeme{text: string(r)})
	case r == '"' || r == '\'':
		l.quote(r)
	case closers[r] != 0:
		l.placeholder(r)
	default:
		l.word.WriteRune(r)
	}
}

func (l *lexer) peek() rune {
	if l.at >= len(l.line) {
		return 0
	}
	r, _ := plainRune(l.line[l.at])
	return r
}

// quote reads the value after "NAME=" or "/name:" up to its closing mark. Other
// quotation marks only part words: they stand around whole arguments.
func (l *lexer) quote(mark rune) {
	if !wantsValue(l.word.String()) {
		l.end()
		return
	}
	last := l.closing(mark)
	if last < 0 {
		l.open = true
		return
	}
	for ; l.at < last; l.at++ {
		r, odd := plainRune(l.line[l.at])
		l.note(odd)
		if r != 0 && l.word.Len() < longestWord {
			l.word.WriteRune(r)
		}
	}
	l.at, l.quoted = last+1, true
	l.end()
}

// closers end what stands for a value that is still to be written.
var closers = map[rune]rune{'<': '>', '[': ']', '{': '}'}

// placeholder takes a mark that opens one, and what follows it up to the other
// mark, blanks too.
func (l *lexer) placeholder(open rune) {
	const longest = 40
	l.word.WriteRune(open)
	inside := l.line[l.at:min(l.at+longest, len(l.line))]
	inside = inside[:max(slices.Index(inside, closers[open]), 0)]
	if len(inside) == 0 || l.word.Len() > reading.LongestName || !strings.ContainsAny(l.word.String(), "=:") || strings.ContainsAny(string(inside), `="'/`) {
		return
	}
	l.word.WriteString(string(inside))
	l.at += len(inside)
}

// closing is the place of the mark that closes a value, -1 for none.
func (l *lexer) closing(mark rune) int {
	for i := l.at; i < len(l.line); i++ {
		if r, _ := plainRune(l.line[i]); r == mark {
			return i
		}
	}
	return -1
}

func (l *lexer) end() {
	if l.word.Len() > 0 {
		text := l.word.String()
		l.words = append(l.words, lexeme{text[:min(len(text), longestWord)], l.quoted, l.open, l.odd})
		l.odd = nil
	}
	l.word.Reset()
	l.quoted, l.open = false, false
}

func (l *lexer) note(odd string) {
	if odd != "" && len(l.odd) < maxOddities && !slices.Contains(l.odd, odd) {
		l.odd = append(l.odd, odd)
	}
}

// wantsValue reports whether a word ends so that a value follows.
func wantsValue(word string) bool {
	if len(word) < 3 || strings.EqualFold(word, "CCMSETUPCMD=") {
		return false
	}
	last := word[len(word)-1]
	return last == '=' && reading.IsLetter(rune(word[0])) || last == ':' && word[0] == '/'
}

// The oddities that pasted text brings.
const (
	oddBlank  = "a blank that does not break (U+00A0)"
	oddQuote  = "curly quotation marks"
	oddDash   = "a long dash in place of a hyphen"
	oddHidden = "a mark that cannot be seen"
)

// plainRune is the rune that was meant, 0 for none, and what is odd about the
// one that stands there.
func plainRune(r rune) (plain rune, odd string) {
	switch {
	case r < 0x80 && r != '\t':
		return r, ""
	case r == '\t':
		return ' ', ""
	case strings.ContainsRune("\u00a0\u202f\u2007", r):
		return ' ', oddBlank
	case strings.ContainsRune("\u201c\u201d\u201e\u201f\u00ab\u00bb", r):
		return '"', oddQuote
	case strings.ContainsRune("\u2018\u2019\u201a\u201b", r):
		return '\'', oddQuote
	case strings.ContainsRune("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", r):
		return '-', oddDash
	case IsInvisible(r):
		return 0, oddHidden
	}
	return r, ""
}

// IsInvisible reports whether a rune has no shape of its own.
func IsInvisible(r rune) bool { return unicode.Is(unicode.Cf, r) }
