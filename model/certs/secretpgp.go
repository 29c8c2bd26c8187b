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
		if algorithm, key = body[7], body[8:]; algorithm > 3 {
			return "" // there was but RSA
		}
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
	switch size := sizesOf[algorithm]; {
	case len(rest) < 16:
		return ""
	case version > 4:
		return when(rest[0] == 0 || rest[0] >= 253, keyPGP)
	case size == 0:
		return when(isProtected(rest, version) || rest[0] == 0 && isCounted(rest[1:]), keyPGP)
	case body[1] < 0x5e || body[1] > 0x90:
		return "" // made before 2020, when there were none, or after 2046
	case rest[0] == 0:
		return when(length == 9+2*size && (length > len(body) || isSummed(rest[1:])), keyPGP)
	default:
		return when(length < 90+2*size && isProtected(rest, version), keyPGP)
	}
}

// longestPacket is how long the packet of a key may be.
const longestPacket = 1 << 16

// packet is the content of a packet, as far as the data goes, and the length
// that it tells. Those of keys tell it in full.
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
	}
	if length > longestPacket {
		return nil, 0
	}
	data = data[size:]
	return data[:min(len(data), length)], length
}

// oldLength is the size of the header of an old packet, and the length that it
// tells.
func oldLength(data []byte) (size, length int) {
	switch data[0] & 3 {
	case 0:
		return 2, int(data[1])
	case 1:
		return 3, int(binary.BigEndian.Uint16(data[1:]))
	}
	return 5, int(binary.BigEndian.Uint32(data[1:]))
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
	first, n := bitsOfNumber(data), numbersOf[algorithm]
	if n == 0 || first < 512 || first > 1<<14 {
		return nil
	}
	for i := range n {
		length := bitsOfNumber(data)
		if length > first || n == 2 && i == 1 && length > 64 || !isCounted(data) {
			return nil // the exponent of RSA is small
		}
		data = data[min(len(data), 2+(length+7)/8):]
	}
	return data
}

// bitsOfNumber is the length that a number tells.
func bitsOfNumber(data []byte) int {
	if len(data) < 3 {
		return 0
	}
	return int(binary.BigEndian.Uint16(data))
}

// isCounted reports whether a number begins here, cut short or not: its first bit
// is where its length says.
func isCounted(data []byte) bool {
	length := bitsOfNumber(data)
	return length > 0 && bits.Len8(data[2]) == (length-1)%8+1
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
	if !isCounted(rest) {
		return nil
	}
	rest = rest[min(len(rest), 2+(bitsOfNumber(rest)+7)/8):]
	if algorithm == 18 && len(rest) > 0 {
		return rest[min(len(rest), 1+int(rest[0])):] // how keys are derived
	}
	return rest
}

// isProtected reports whether data begins with how a password protects a key:
// the cipher, and how the password becomes its key. Old keys name the cipher alone.
func isProtected(data []byte, version byte) bool {
	if data[0] < 253 {
		return version < 4 && data[0] > 0 && data[0] < 14
	}
	cipher, how, hash := data[1], data[2], data[3]
	if data[0] == 253 {
		how, hash = data[3], data[4] // a mode stands between
	}
	return cipher < 14 && (how == 4 || bytes.IndexByte([]byte{0, 1, 3, 101}, how) >= 0 && hash < 15)
}

// isSummed reports whether data ends with the sum of its bytes.
func isSummed(data []byte) bool {
	sum := uint16(0)
	for _, b := range data[:len(data)-2] {
		sum += uint16(b)
	}
	return sum == binary.BigEndian.Uint16(data[len(data)-2:])
}
