package planfile

import "strings"

// value passes over a value and tells where the keys inside stand.
func (s *scanner) value(of path) {
	s.blanks()
	switch c := s.peek(); {
	case c == '[':
		s.list(of)
	case c == '{':
		s.inlineTable(of)
	case c == '"' || c == '\'':
		s.quotedText(c)
	default:
		s.word()
	}
}

func (s *scanner) list(of path) {
	s.entries(']', func(i int) { s.value(of.index(i)) })
}

func (s *scanner) inlineTable(of path) {
	s.entries('}', func(int) { s.pair(of, s.outline.inlineKey) })
}

// entries passes over what stands between two brackets.
func (s *scanner) entries(closing byte, entry func(i int)) {
	if !s.nest() {
		return
	}
	for i := 0; ; i++ {
		s.gap()
		if s.take(closing) {
			break
		}
		entry(i)
		s.gap()
		if s.err != nil || !s.take(',') && s.peek() != closing {
			s.expected(`"," or "` + string(closing) + `"`)
			return
		}
	}
	s.open--
}

// word passes over a number, a date or a word without quotes.
func (s *scanner) word() {
	rest := s.text[s.at:]
	if end := strings.IndexAny(rest, ",]}#\n"); end >= 0 {
		rest = rest[:end]
	}
	if strings.TrimSpace(rest) == "" {
		s.at += len(rest)
		s.expected("a value")
		return
	}
	s.at += len(rest)
}

// quotedText passes over text in one quote or in three.
func (s *scanner) quotedText(quote byte) {
	if three := strings.Repeat(string(quote), 3); strings.HasPrefix(s.text[s.at:], three) {
		s.longText(quote, three)
		return
	}
	s.shortText(quote)
}

func (s *scanner) shortText(quote byte) {
	for s.at++; s.at < len(s.text); s.at++ {
		switch c := s.text[s.at]; {
		case c == quote:
			s.at++
			return
		case c == '\\' && quote == '"' && !strings.HasPrefix(s.text[s.at+1:], "\n"):
			s.at++
		case c == '\n':
			s.expected("the closing quote on the line of the opening one")
			return
		}
	}
	s.at = len(s.text)
	s.expected("a closing quote")
}

// longText passes over text in three quotes. It may end in two more quotes,
// which belong to it.
func (s *scanner) longText(quote byte, three string) {
	for s.at += 3; s.at < len(s.text); s.at++ {
		switch c := s.text[s.at]; {
		case c == '\n':
			s.line++
		case c == '\\' && quote == '"' && !strings.HasPrefix(s.text[s.at+1:], "\n"):
			s.at++
		case c == quote && strings.HasPrefix(s.text[s.at:], three):
			s.at += 3
			for range 2 {
				s.take(quote)
			}
			return
		}
	}
	s.at = len(s.text)
	s.expected("three closing quotes")
}
