package wizard

import (
	"strings"
	"unicode/utf8"
)

// A stringEnder ends the strings that a terminal may send, such as the answer
// to a question about its colors, where their end does not come. The reader
// keeps back all that follows the beginning of one, takes the escape that comes
// next for its end and drops it: with that, Ctrl+C and the end of a paste would
// be lost.
type stringEnder struct {
	kind    byte // of the string that has begun, as in ESC ]; 0 for none
	escaped bool // the last byte was ESC
	half    []byte
}

const (
	stringKinds      = "PX]^_" // what stands after ESC
	bell             = 0x07
	cancel           = 0x18
	substitute       = 0x1a
	stringTerminator = 0x9c // ESC \ in one byte
)

// oneByteStrings begin a string where they are no part of a character.
var oneByteStrings = map[byte]byte{dcs: 'P', 0x98: 'X', 0x9d: ']', 0x9e: '^', 0x9f: '_'}

// emit appends what the reader is to see of a byte.
func (s *stringEnder) emit(out []byte, b byte) []byte {
	escaped := s.escaped
	s.escaped = b == escape
	if escaped && s.kind != 0 {
		if b != '\\' {
			out = append(out, '\\', escape)
		}
		s.kind = 0
	}
	s.character(b)
	switch {
	case escaped && strings.IndexByte(stringKinds, b) >= 0:
		s.kind = b
	case s.kind != 0 && b == interrupt:
		out, s.kind = append(out, escape, '\\'), 0
	case s.ends(b):
		s.kind = 0
	}
	return append(out, b)
}

func (s *stringEnder) ends(b byte) bool {
	switch b {
	case stringTerminator:
		return true
	case cancel, substitute:
		return s.kind != 'P'
	case bell:
		return s.kind == ']'
	}
	return false
}

// character looks for strings that begin with one byte. Such a byte may be part
// of a character too, until that is cut off.
func (s *stringEnder) character(b byte) {
	s.half = append(s.half, b)
	for len(s.half) > 0 && utf8.FullRune(s.half) {
		_, n := utf8.DecodeRune(s.half)
		if n == 1 && s.kind == 0 {
			s.kind = oneByteStrings[s.half[0]]
		}
		s.half = append(s.half[:0], s.half[n:]...)
	}
}
