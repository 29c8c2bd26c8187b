package certs

import (
	"bytes"
	"encoding/binary"
)

// privateCAPI looks at the key blobs of CryptoAPI: PRIVATEKEYBLOB, version 2.
func privateCAPI(data []byte) string {
	if len(data) < 20 || !bytes.HasPrefix(data, []byte("\x07\x02\x00\x00")) {
		return ""
	}
	kind := string(data[8:12])
	return when(kind == "RSA2" || kind == "DSS2" || kind == "DSS4", keyCAPI)
}

// privateCNG looks at the key blobs of CNG, which begin with a word and lengths.
func privateCNG(data []byte) string {
	if len(data) < 24 {
		return ""
	}
	length := binary.LittleEndian.Uint32(data[4:])
	switch string(data[:4]) {
	case "RSA2", "RSA3":
		return when(isBits(length) && binary.LittleEndian.Uint32(data[12:]) == length/8, keyCNG)
	case "DSPV":
		return when(isBits(8*length), keyCNG)
	case "ECS2", "ECK2":
		return when(length == 32, keyCNG)
	case "ECS4", "ECK4":
		return when(length == 48, keyCNG)
	case "ECS6", "ECK6":
		return when(length == 66, keyCNG)
	}
	return ""
}

// isBits reports whether a number can be the length of an RSA key.
func isBits(length uint32) bool { return length >= 384 && length <= 1<<17 && length%8 == 0 }
