package main

import (
	"bytes"
	"encoding/asn1"
	"math/big"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
)

// tlv encodes one value: everything here is put together from it, so that what
// no library would write can be written as well.
func tlv(tag byte, parts ...[]byte) []byte {
	content := bytes.Join(parts, nil)
	return append(header(tag, len(content)), content...)
}

func header(tag byte, length int) []byte {
	if length < 0x80 {
		return []byte{tag, byte(length)}
	}
	size := big.NewInt(int64(length)).Bytes()
	return append([]byte{tag, 0x80 | byte(len(size))}, size...)
}

// endless encodes one value of indefinite length, as BER allows it.
func endless(tag byte, parts ...[]byte) []byte {
	return append(append([]byte{tag, 0x80}, bytes.Join(parts, nil)...), 0, 0)
}

func sequence(parts ...[]byte) []byte  { return tlv(0x30, parts...) }
func set(parts ...[]byte) []byte       { return tlv(0x31, parts...) }
func octets(content ...[]byte) []byte  { return tlv(0x04, content...) }
func bits(content []byte) []byte       { return tlv(0x03, []byte{0}, content) }
func utf8String(text string) []byte    { return tlv(0x0c, []byte(text)) }
func printable(text string) []byte     { return tlv(0x13, []byte(text)) }
func ia5(text string) []byte           { return tlv(0x16, []byte(text)) }
func number(n int64) []byte            { return must(asn1.Marshal(n)) }
func explicit(n byte, p []byte) []byte { return tlv(0xa0|n, p) }

var (
	null = []byte{0x05, 0}
	yes  = []byte{0x01, 1, 0xff}
)

func oid(dotted string) []byte {
	var id asn1.ObjectIdentifier
	for part := range strings.SplitSeq(dotted, ".") {
		id = append(id, must(strconv.Atoi(part)))
	}
	return must(asn1.Marshal(id))
}

// bmp is a string of two bytes a character, as Windows wrote names once.
func bmp(text string) []byte {
	var content []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		content = append(content, byte(unit>>8), byte(unit))
	}
	return tlv(0x1e, content)
}

// moment encodes a day as certificates do: two digits for the year until 2049.
func moment(day string) []byte {
	t := must(time.Parse(time.DateTime, day+" 09:30:00"))
	if t.Year() < 2050 {
		return tlv(0x17, []byte(t.Format("060102150405Z")))
	}
	return tlv(0x18, []byte(t.Format("20060102150405Z")))
}
