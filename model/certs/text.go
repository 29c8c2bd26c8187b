package certs

import (
	"encoding/binary"
	"encoding/hex"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"cmgwizard/model"
)

// The bounds of what is kept of a certificate.
const (
	maxText  = 512 // runes of a text
	maxList  = 64  // entries of a list
	maxBytes = 4 * maxText
)

// clean is a text as it may be shown and kept: without hidden characters, and
// of bounded length.
func clean(text string) string {
	if len(text) > maxBytes {
		text = text[:maxBytes]
	}
	return shorten(strings.TrimSpace(model.Clean(text)), maxText)
}

// shorten cuts a text to so many runes.
func shorten(text string, limit int) string {
	if utf8.RuneCountInString(text) <= limit {
		return text
	}
	runes := []rune(text)
	return strings.TrimSpace(string(runes[:limit-1])) + "…"
}

// hexOf is bytes as hexadecimal, of bounded length.
func hexOf(data []byte) string {
	if limit := maxText / 4; len(data) > limit {
		return hex.EncodeToString(data[:limit]) + "…"
	}
	return hex.EncodeToString(data)
}

// text decodes a string of whatever type. UTF-8 in a type that has no room for
// it is common, and read as such.
func text(v value) string {
	content := v.content
	if len(content) > maxBytes*4 {
		content = content[:maxBytes*4]
	}
	switch {
	case v.class != universal:
		return string(content)
	case v.tag == tagBMP:
		return fromUTF16(content)
	case v.tag == tagUniversal32:
		return fromUTF32(content)
	case v.tag < tagUTF8 || v.constructed:
		return "#" + hexOf(v.raw)
	case v.tag == tagUTF8 || utf8.Valid(content):
		return string(content)
	}
	return fromLatin1(content)
}

func fromUTF16(content []byte) string {
	units := make([]uint16, 0, len(content)/2)
	for ; len(content) >= 2; content = content[2:] {
		units = append(units, binary.BigEndian.Uint16(content))
	}
	return string(utf16.Decode(units))
}

func fromUTF32(content []byte) string {
	var runes []rune
	for ; len(content) >= 4; content = content[4:] {
		runes = append(runes, rune(binary.BigEndian.Uint32(content)))
	}
	return string(runes)
}

func fromLatin1(content []byte) string {
	runes := make([]rune, len(content))
	for i, b := range content {
		runes[i] = rune(b)
	}
	return string(runes)
}

// object writes an object identifier with its dots, "" for what is none.
func object(v value) string {
	content := v.content
	if len(content) == 0 || len(content) > maxText/8 || content[len(content)-1]&0x80 != 0 {
		return ""
	}
	var text strings.Builder
	for first := true; len(content) > 0; first = false {
		var arc *big.Int
		arc, content = nextArc(content)
		text.WriteString(arcText(arc, first))
	}
	return text.String()
}

// nextArc takes one number of an object identifier: seven bits a byte.
func nextArc(content []byte) (arc *big.Int, rest []byte) {
	arc = new(big.Int)
	for i, b := range content {
		arc.Or(arc.Lsh(arc, 7), big.NewInt(int64(b&0x7f)))
		if b&0x80 == 0 {
			return arc, content[i+1:]
		}
	}
	return arc, nil
}

// arcText writes a number of an object identifier. The first number holds two.
func arcText(arc *big.Int, first bool) string {
	if !first {
		return "." + arc.String()
	}
	top := int64(2)
	if arc.IsInt64() {
		top = min(arc.Int64()/40, 2)
	}
	return strconv.FormatInt(top, 10) + "." + new(big.Int).Sub(arc, big.NewInt(40*top)).String()
}
