package inspect

import (
	"bytes"
	"encoding/binary"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// A mixed makes UTF-8 of text in which the encoding may change on the way: older
// PowerShells add UTF-16 to a log in UTF-8, other programs UTF-8 to one in UTF-16.
type mixed struct {
	order binary.ByteOrder // of UTF-16, nil for anything else
}

// text appends what the data says, and gives back what must wait for more.
func (m *mixed) text(into, data []byte, ended bool) (text, rest []byte) {
	for {
		var n int
		var turns bool
		next := binary.ByteOrder(binary.LittleEndian)
		if m.order == nil {
			n, turns = narrowRun(data, ended)
			into = append(into, data[:n]...)
		} else {
			n, turns = wideRun(data, m.order, ended)
			into, next = appendWide(into, data[:n], m.order), nil
		}
		if data = data[n:]; !turns {
			return into, data
		}
		m.order = next
	}
}

// narrowRun is how many bytes are no UTF-16, and whether it begins behind them:
// with a few Latin letters.
func narrowRun(data []byte, ended bool) (n int, turns bool) {
	const sure = 8
	for from := 0; ; {
		at := bytes.IndexByte(data[from:], 0)
		start := from + at - 1
		switch {
		case at < 0 && ended:
			return len(data), false
		case at < 0:
			return max(len(data)-len(markUTF16)-1, 0), false
		case start >= 0 && !ended && len(data) < start+sure:
			return max(start-len(markUTF16), 0), false
		case start >= 0 && isWideLatin(data[start:min(start+sure, len(data))], sure):
			return len(bytes.TrimSuffix(data[:start], markUTF16)), true
		}
		from += at + 1
	}
}

func isWideLatin(data []byte, size int) bool {
	for i, b := range data {
		if (b == 0) != (i%2 == 1) {
			return false
		}
	}
	return len(data) == size
}

// wideRun is how many bytes are UTF-16, and whether something else begins behind
// them: so many bytes of plain text that they are no letters of Asia.
func wideRun(data []byte, order binary.ByteOrder, ended bool) (n int, turns bool) {
	const sure = 32
	plain := 0
	for n = 0; n+1 < len(data); n += 2 {
		if plain += 2; !isPlain(data[n]) || !isPlain(data[n+1]) {
			plain = 0
		} else if plain == sure {
			return n + 2 - sure, true
		}
	}
	if ended {
		return len(data), false
	}
	n -= plain
	if n > 1 && order.Uint16(data[n-2:])&0xFC00 == 0xD800 { // half a character
		n -= 2
	}
	return n, false
}

func isPlain(b byte) bool { return b >= ' ' && b < 0x7F || b == '\t' || b == '\r' || b == '\n' }

// appendWide decodes UTF-16. A byte too many at the end is dropped, and so are marks.
func appendWide(text, data []byte, order binary.ByteOrder) []byte {
	for ; len(data) > 1; data = data[2:] {
		r := rune(order.Uint16(data))
		if utf16.IsSurrogate(r) {
			half := rune(0)
			if len(data) > 3 {
				half = rune(order.Uint16(data[2:]))
			}
			if r = utf16.DecodeRune(r, half); r != utf8.RuneError {
				data = data[2:]
			}
		}
		if r != '\uFEFF' {
			text = utf8.AppendRune(text, r)
		}
	}
	return text
}

// A mixedReader reads such text piece by piece.
type mixedReader struct {
	from   io.Reader
	mixed  mixed
	buffer [32 << 10]byte
	held   int // of the buffer, for more
	space  []byte
	text   []byte // what is left of it
	err    error
}

func (r *mixedReader) Read(p []byte) (int, error) {
	for len(r.text) == 0 {
		if r.err != nil {
			return 0, r.err
		}
		n, err := r.from.Read(r.buffer[r.held:])
		text, rest := r.mixed.text(r.space[:0], r.buffer[:r.held+n], err != nil)
		r.held = copy(r.buffer[:], rest)
		r.space, r.text, r.err = text, text, err
	}
	n := copy(p, r.text)
	r.text = r.text[n:]
	return n, nil
}
