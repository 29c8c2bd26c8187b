package inspect

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"cmgwizard/model/reading"
)

// The byte-order marks.
var (
	markUTF8  = []byte{0xEF, 0xBB, 0xBF}
	markUTF16 = []byte{0xFF, 0xFE} // little-endian
	markSwap  = []byte{0xFE, 0xFF} // big-endian
)

// decode gives a file as text. UTF-16, with its byte-order mark or without it,
// becomes UTF-8; everything else keeps its bytes: which OEM code page they are
// of nobody knows. Line breaks are "\n".
func decode(data []byte) string {
	switch {
	case bytes.HasPrefix(data, markUTF8):
		return lineBreaks(data[len(markUTF8):])
	case bytes.HasPrefix(data, markUTF16):
		return wide(data[len(markUTF16):], binary.LittleEndian)
	case bytes.HasPrefix(data, markSwap):
		return wide(data[len(markSwap):], binary.BigEndian)
	}
	if order := unmarked(data); order != nil {
		return wide(data, order)
	}
	return lineBreaks(data)
}

// wide decodes UTF-16. A byte too many at the end is dropped.
func wide(data []byte, order binary.ByteOrder) string {
	text := make([]byte, 0, len(data))
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
		text = utf8.AppendRune(text, r)
	}
	return lineBreaks(text)
}

// unmarked gives the byte order of UTF-16 without a mark, nil for anything else:
// in text of Latin letters every other byte is zero, and hardly one between them.
func unmarked(data []byte) binary.ByteOrder {
	pairs := min(len(data), reading.Sample) / 2
	if pairs < 4 {
		return nil
	}
	var even, odd int
	for i := range pairs {
		even += isZero(data[2*i])
		odd += isZero(data[2*i+1])
	}
	switch {
	case odd*2 >= pairs && even*20 <= pairs:
		return binary.LittleEndian
	case even*2 >= pairs && odd*20 <= pairs:
		return binary.BigEndian
	}
	return nil
}

func isZero(b byte) int {
	if b == 0 {
		return 1
	}
	return 0
}

// lineBreaks is a text whose line breaks are "\n".
func lineBreaks(data []byte) string {
	var text strings.Builder
	text.Grow(len(data))
	for {
		at := bytes.IndexByte(data, '\r')
		if at < 0 {
			text.Write(data)
			return text.String()
		}
		text.Write(data[:at])
		text.WriteByte('\n')
		data = bytes.TrimPrefix(data[at+1:], []byte("\n"))
	}
}

// wideOrder gives the byte order of UTF-16, nil for anything else.
func wideOrder(start []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(start, markUTF16):
		return binary.LittleEndian
	case bytes.HasPrefix(start, markSwap):
		return binary.BigEndian
	}
	return unmarked(start)
}

// A wideReader reads UTF-16 as UTF-8, piece by piece.
type wideReader struct {
	from  io.Reader
	order binary.ByteOrder
	units [8 << 10]byte
	rest  []byte
}

func (w *wideReader) Read(p []byte) (int, error) {
	if len(w.rest) == 0 {
		n, err := io.ReadFull(w.from, w.units[:])
		if n < 2 {
			if err == nil || errors.Is(err, io.ErrUnexpectedEOF) {
				err = io.EOF
			}
			return 0, err
		}
		w.rest = []byte(strings.TrimPrefix(wide(w.units[:n], w.order), "\uFEFF"))
	}
	n := copy(p, w.rest)
	w.rest = w.rest[n:]
	return n, nil
}
