package inspect

import (
	"bytes"
	"encoding/binary"
	"strings"

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
// of nobody knows. Line breaks are "\n". Zeros in what begins as text may be
// UTF-16 further on.
func decode(data []byte) string {
	m := mixed{order: wideOrder(data)}
	if zero := bytes.IndexByte(data, 0); m.order == nil && (zero < 0 || !reading.IsText(lineBreaks(data[:min(zero, 64)]))) {
		return lineBreaks(bytes.TrimPrefix(data, markUTF8))
	}
	text, _ := m.text(make([]byte, 0, len(data)), data, true)
	return lineBreaks(bytes.TrimPrefix(text, markUTF8))
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
