package certs

import (
	"bytes"
	"slices"
)

// Object identifiers as they are encoded.
var (
	encodedData    = []byte("\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01")
	encodedSigned  = []byte("\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02")
	encodedPKCS5   = []byte("\x2a\x86\x48\x86\xf7\x0d\x01\x05")
	encodedPKCS12  = []byte("\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x01")
	encodedBags    = []byte("\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x0a\x01")
	encodedKeyAlgs = []string{
		"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01", // RSA
		"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a", // RSASSA-PSS
		"\x2a\x86\x48\xce\x3d\x02\x01",         // EC
		"\x2a\x86\x48\xce\x38\x04\x01",         // DSA
	}
)

// A glimpse is a value as far as the data goes: it may be cut short.
type glimpse struct {
	tag     byte
	length  int // as it says, openEnded for an indefinite one
	content []byte
	rest    []byte
}

// glimpseAt reads a value, cut short or not.
func glimpseAt(data []byte) (g glimpse, ok bool) {
	_, header, length, err := head(data)
	if err != nil {
		return g, false
	}
	g = glimpse{tag: data[0], length: length, content: data[header:]}
	if length != openEnded && length < len(g.content) {
		g.content, g.rest = g.content[:length], g.content[length:]
	}
	return g, true
}

// The first byte of values.
const (
	byteInteger  = 0x02
	byteOctets   = 0x04
	byteOpenOct  = 0x24
	byteObject   = 0x06
	byteSequence = 0x30
)

// privateASN1 looks whether the sequence that begins here is a private key, or
// holds some.
func privateASN1(data []byte) string {
	if len(data) < 8 || data[0] != byteSequence {
		return ""
	}
	outer, ok := glimpseAt(data)
	if !ok || len(outer.content) < 6 || outer.length != openEnded && outer.length < 16 {
		return ""
	}
	switch outer.content[0] {
	case byteInteger:
		return privateNumbered(outer)
	case byteSequence:
		return privateEncrypted(outer)
	case byteObject:
		return privateBag(outer)
	}
	return ""
}

// privateNumbered looks at a sequence that begins with a version: PKCS#1, SEC1,
// PKCS#8 and PKCS#12 do.
func privateNumbered(outer glimpse) string {
	if outer.content[1] != 1 || outer.content[2] > 3 {
		return ""
	}
	version := outer.content[2]
	second, ok := glimpseAt(outer.content[3:])
	switch {
	case !ok:
		return ""
	case version <= 1 && second.tag == byteInteger:
		return privateNumbers(outer, second)
	case version == 1 && second.tag == byteOctets:
		return privateScalar(second)
	case version <= 1 && second.tag == byteSequence:
		return privateInfo(second)
	case version == 3 && second.tag == byteSequence:
		return privateStore(second)
	}
	return ""
}

// privateNumbers looks at PKCS#1 and at what OpenSSL writes for DSA: a large
// number, and others as large after it.
func privateNumbers(outer, first glimpse) string {
	if first.length < 32 || outer.length != openEnded && outer.length < 2*first.length {
		return ""
	}
	if len(first.rest) == 0 {
		return keyUnknown // cut short: of RSA or DSA
	}
	second, ok := glimpseAt(first.rest)
	switch {
	case !ok:
		return keyUnknown
	case second.tag == byteInteger && second.length <= 8:
		return keyRSA
	case second.tag == byteInteger:
		return keyDSA
	}
	return ""
}

// privateScalar looks at SEC1: the number of the key, then its curve and point.
func privateScalar(scalar glimpse) string {
	if scalar.length < 14 || scalar.length > 72 {
		return ""
	}
	if len(scalar.rest) == 0 || scalar.rest[0] == 0xa0 || scalar.rest[0] == 0xa1 {
		return keyEC
	}
	return ""
}

// privateInfo looks at PKCS#8: an algorithm, and the key as bytes.
func privateInfo(algorithm glimpse) string {
	object, ok := glimpseAt(algorithm.content)
	if !ok || object.tag != byteObject {
		return ""
	}
	known := slices.Contains(encodedKeyAlgs, string(object.content))
	if len(algorithm.rest) == 0 {
		return when(known && algorithm.length == openEnded, keyPKCS8)
	}
	next := algorithm.rest[0]
	return when(next == byteOctets || next == byteOpenOct, keyPKCS8)
}

func when(is bool, what string) string {
	if is {
		return what
	}
	return ""
}

// privateStore looks at PKCS#12: safes in PKCS#7.
func privateStore(safes glimpse) string {
	object, ok := glimpseAt(safes.content)
	if !ok || object.tag != byteObject {
		return ""
	}
	return when(bytes.Equal(object.content, encodedData) || bytes.Equal(object.content, encodedSigned), pfx)
}

// privateEncrypted looks at an encrypted PKCS#8: how a password encrypts, and
// what it encrypted.
func privateEncrypted(outer glimpse) string {
	algorithm, ok := glimpseAt(outer.content)
	if !ok || len(algorithm.rest) == 0 {
		return ""
	}
	object, ok := glimpseAt(algorithm.content)
	next := algorithm.rest[0]
	if !ok || object.tag != byteObject || next != byteOctets && next != byteOpenOct {
		return ""
	}
	return when(bytes.HasPrefix(object.content, encodedPKCS5) || bytes.HasPrefix(object.content, encodedPKCS12), keyEncrypted)
}

// privateBag looks at the bags in a PKCS#12: whatever is in them, it came out of one.
func privateBag(outer glimpse) string {
	object, ok := glimpseAt(outer.content)
	kind, isBag := bytes.CutPrefix(object.content, encodedBags)
	return when(ok && isBag && len(kind) == 1, pfx)
}
