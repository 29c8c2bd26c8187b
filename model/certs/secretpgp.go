package certs

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"slices"
)

// privatePGP looks at a packet of OpenPGP with a private key: the public key,
// then how the private part is protected, then that part.
func privatePGP(data []byte) string {
	body, length := packet(data)
	if len(body) < 12 {
		return ""
	}
	version, algorithm, key := body[0], body[5], body[6:]
	switch version {
	case 2, 3:
		algorithm, key = body[7], body[8:]
	case 4:
	case 5, 6:
		key = body[10:]
	default:
		return ""
	}
	rest := afterPublic(algorithm, key)
	if version > 4 && len(key)-len(rest) != int(binary.BigEndian.Uint32(body[6:])) {
		return ""
	}
	if size := sizesOf[algorithm]; size > 0 && version < 5 {
		return when(len(rest) >= 16 && isBare(rest, length == 9+2*size, length > len(body)), keyPGP)
	}
	return when(len(rest) >= 16 && (rest[0] < 14 || rest[0] >= 253), keyPGP)
}

// packet is the content of a packet, as far as the data goes, and the length
// that it tells, -1 for none.
func packet(data []byte) (body []byte, length int) {
	size := 0
	switch {
	case len(data) < 6:
		return nil, 0
	case data[0]&0x40 == 0:
		size, length = oldLength(data)
	case data[1] < 192:
		size, length = 2, int(data[1])
	case data[1] < 224:
		size, length = 3, int(data[1]-192)<<8+int(data[2])+192
	case data[1] == 255:
		size, length = 6, int(binary.BigEndian.Uint32(data[2:]))
	default:
		size, length = 2, -1 // in parts, of which the first is looked at
	}
	if data = data[size:]; length >= 0 && length < len(data) {
		return data[:length], length
	}
	return data, length
}

// oldLength is the size of the header of an old packet, and the length that it
// tells, -1 for none.
func oldLength(data []byte) (size, length int) {
	switch data[0] & 3 {
	case 0:
		return 2, int(data[1])
	case 1:
		return 3, int(binary.BigEndian.Uint16(data[1:]))
	case 2:
		return 5, int(binary.BigEndian.Uint32(data[1:]))
	}
	return 1, -1
}

// numbersOf are how many numbers the public key of an algorithm is made of.
var numbersOf = map[byte]int{1: 2, 2: 2, 3: 2, 16: 3, 20: 3, 17: 4}

// sizesOf are the sizes of public keys that are no numbers.
var sizesOf = map[byte]int{25: 32, 26: 56, 27: 32, 28: 57}

// afterPublic is what follows the public key of an algorithm, nil where there is
// none.
func afterPublic(algorithm byte, data []byte) []byte {
	switch algorithm {
	case 18, 19, 22:
		return afterPoint(algorithm, data)
	case 25, 26, 27, 28:
		return data[min(len(data), sizesOf[algorithm]):]
	}
	n := numbersOf[algorithm]
	if n == 0 || len(data) < 2 || binary.BigEndian.Uint16(data) < 512 {
		return nil
	}
	for range n {
		data = afterNumber(data)
	}
	return data
}

// afterNumber is what follows a number, nil where there is none: its first bit is
// where its length says.
func afterNumber(data []byte) []byte {
	if len(data) < 3 {
		return nil
	}
	length := int(binary.BigEndian.Uint16(data))
	size := 2 + (length+7)/8
	if length == 0 || size > len(data) || bits.Len8(data[2]) != (length-1)%8+1 {
		return nil
	}
	return data[size:]
}

// pointCurves are how the curves of OpenPGP begin: of NIST, of SEC, Brainpool, of GnuPG
// and the Edwards curves.
var pointCurves = [][]byte{[]byte("\x2a\x86\x48\xce\x3d\x03\x01"), []byte("\x2b\x81\x04\x00"), []byte("\x2b\x24\x03\x03\x02\x08"), []byte("\x2b\x06\x01\x04\x01"), []byte("\x2b\x65")}

// afterPoint is what follows a curve and a point on it, nil where there are none.
func afterPoint(algorithm byte, data []byte) []byte {
	if len(data) < 1 || data[0] < 3 || data[0] > 12 || len(data) <= int(data[0]) {
		return nil
	}
	curve, rest := data[1:1+data[0]], data[1+data[0]:]
	if !slices.ContainsFunc(pointCurves, func(begin []byte) bool { return bytes.HasPrefix(curve, begin) }) {
		return nil
	}
	rest = afterNumber(rest)
	if algorithm == 18 && len(rest) > 0 {
		return rest[min(len(rest), 1+int(rest[0])):] // how keys are derived
	}
	return rest
}

// isBare reports whether data can be the private part of a key whose public part
// is any bytes. So all of what protects it must be right, or the size and the sum
// of what nothing protects.
func isBare(data []byte, sized, cut bool) bool {
	cipher, how := data[1], data[2]
	switch data[0] {
	case 0:
		return sized && (cut || isSummed(data[1:]))
	case 253:
		how = data[3] // a mode stands between
	case 254, 255:
	default:
		return false
	}
	return cipher < 14 && bytes.IndexByte([]byte{0, 1, 3, 4, 101}, how) >= 0
}

// isSummed reports whether data ends with the sum of its bytes.
func isSummed(data []byte) bool {
	sum := uint16(0)
	for _, b := range data[:len(data)-2] {
		sum += uint16(b)
	}
	return sum == binary.BigEndian.Uint16(data[len(data)-2:])
}
