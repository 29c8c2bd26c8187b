package planfile

import (
	"fmt"
	"strconv"
	"strings"
)

// statement takes one line, or several where a value goes over them.
func (s *scanner) statement() {
	s.blanks()
	switch s.peek() {
	case 0:
	case '\n':
		s.at++
		s.line++
		s.outline.blank()
	case '#':
		s.outline.comment(s.comment())
		s.lineEnd()
	case '[':
		s.header()
		s.lineEnd()
	default:
		s.pair(s.table, s.outline.key)
		s.lineEnd()
	}
}

func (s *scanner) lineEnd() {
	s.blanks()
	if s.peek() == '#' {
		s.outline.beside(s.comment())
	}
	if s.at < len(s.text) && !s.take('\n') {
		s.expected("the end of the line")
		return
	}
	s.line++
}

// header takes "[table]" or "[[array]]".
func (s *scanner) header() {
	line, closing := s.line, "]"
	s.at++
	if s.take('[') {
		closing = "]]"
	}
	name := s.key(path{})
	if s.err == nil && !strings.HasPrefix(s.text[s.at:], closing) {
		s.expected(`"` + closing + `" after the name of the table`)
	}
	if s.err != nil {
		return
	}
	s.at += len(closing)
	if closing == "]]" {
		s.arrays[name.text]++
		name = name.index(s.arrays[name.text] - 1)
	}
	s.table = name
	s.outline.table(name.text, line)
}

// pair takes "key = value" and tells where the key stands.
func (s *scanner) pair(table path, found func(key string, line int)) {
	key := s.key(table)
	if s.err != nil {
		return
	}
	if !s.take('=') {
		s.expected(`"=" after the key ` + short(key.text))
		return
	}
	found(key.text, s.line)
	s.value(key)
}

// key takes a key with dots, quotes and the blanks around it.
func (s *scanner) key(in path) path {
	for {
		s.blanks()
		part := s.keyPart()
		if part == "" {
			s.expected("a key")
			return in
		}
		in = in.join(part)
		if in.parts > maxParts {
			s.fail(fmt.Sprintf("a key has more than %d parts", maxParts), notAPlan)
			return in
		}
		s.blanks()
		if !s.take('.') {
			return in
		}
		in = s.latest(in)
	}
}

// latest turns the name of an array of tables into that of its last entry.
func (s *scanner) latest(name path) path {
	if n := s.arrays[name.text]; n > 0 {
		return name.index(n - 1)
	}
	return name
}

// keyPart gives one part of a key as this package writes it: bare where that is
// possible, else in quotes.
func (s *scanner) keyPart() string {
	from := s.at
	if c := s.peek(); c == '"' || c == '\'' {
		s.shortText(c)
		return plainKey(s.text[from:s.at])
	}
	for s.at < len(s.text) && isBare(s.text[s.at]) {
		s.at++
	}
	return s.text[from:s.at]
}

// plainKey writes a quoted key anew. One with an escape that Go does not know
// stays as it is.
func plainKey(quoted string) string {
	if len(quoted) < 2 {
		return quoted
	}
	if quoted[0] == '\'' {
		return quoteKey(quoted[1 : len(quoted)-1])
	}
	text, err := strconv.Unquote(quoted)
	if err != nil {
		return quoted
	}
	return quoteKey(text)
}

func isBare(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '-'
}
