package planfile

import (
	"fmt"
	"strconv"
	"strings"
)

// A scanner walks over the structure of a TOML text: where its keys and
// comments stand and how deep it is. It refuses what the decoder would choke
// on. It does not judge values: the decoder does.
type scanner struct {
	name string
	text string
	at   int
	line int
	open int // brackets

	table   path           // of the last header
	arrays  map[string]int // how many entries each [[array]] has so far
	outline *outline
	err     error
}

// A path is the full name of a key, such as "devices[1].method".
type path struct {
	text  string
	parts int
}

func (p path) join(part string) path {
	if p.text == "" {
		return path{part, p.parts + 1}
	}
	return path{p.text + "." + part, p.parts + 1}
}

func (p path) index(i int) path {
	return path{p.text + "[" + strconv.Itoa(i) + "]", p.parts}
}

// scan finds the outline of a text whose lines end in "\n".
func scan(name, text string) (*outline, error) {
	s := scanner{name: name, text: text, line: 1, arrays: map[string]int{}, outline: newOutline(name)}
	for s.at < len(s.text) {
		s.statement()
	}
	s.outline.finish()
	return s.outline, s.err
}

// fail keeps the first error and ends the scan.
func (s *scanner) fail(reason, advice string) {
	if s.err == nil {
		s.err = &contentError{s.name, s.line, reason, advice}
	}
	s.at = len(s.text)
}

const syntaxAdvice = `correct the line in a text editor; a line of a plan looks like: key = "value"`

// expected fails because something is not there. At the end of a text whose
// last line has no end, the rest of the file is not there either.
func (s *scanner) expected(what string) {
	if s.at >= len(s.text) && s.err == nil {
		s.err = cutOff(s.name, s.line)
		return
	}
	s.fail("expected "+what, syntaxAdvice)
}

// peek gives the next byte, 0 at the end: a text with NULs does not come here.
func (s *scanner) peek() byte {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

func (s *scanner) take(c byte) bool {
	if s.peek() != c {
		return false
	}
	s.at++
	return true
}

func (s *scanner) blanks() {
	for s.at < len(s.text) && (s.text[s.at] == ' ' || s.text[s.at] == '\t') {
		s.at++
	}
}

// comment takes the rest of the line without its end.
func (s *scanner) comment() string {
	rest := s.text[s.at:]
	if end := strings.IndexByte(rest, '\n'); end >= 0 {
		rest = rest[:end]
	}
	s.at += len(rest)
	return strings.TrimRight(rest, " \t\r")
}

// gap passes over everything between the entries of a list.
func (s *scanner) gap() {
	for {
		s.blanks()
		switch s.peek() {
		case '\n':
			s.at++
			s.line++
		case '#':
			s.outline.inside(s.comment())
		default:
			return
		}
	}
}

func (s *scanner) nest() bool {
	s.at++
	s.open++
	if s.open > maxNesting {
		s.fail(fmt.Sprintf("brackets are nested more than %d deep", maxNesting), notAPlan)
	}
	return s.err == nil
}
