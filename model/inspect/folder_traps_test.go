package inspect_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"testing"
)

// trapFiles are broken, endless or too large.
func trapFiles(t testing.TB) []folderFile {
	root := certificateFixture(t, "contoso/root.cer")
	noise := make([]byte, 2048)
	chance := rand.New(rand.NewPCG(4, 4))
	for i := range noise {
		noise[i] = byte(chance.Uint32())
	}
	return []folderFile{
		{name: "empty.cer", data: nil, kinds: "unreadable"},
		{name: "noise.cer", data: noise, kinds: "other"},
		{name: "bomb.zip", data: zipBomb(), kinds: "other"},
		{name: "large.cer", data: bytes.Repeat([]byte("0123456789abcdef"), 5<<16), kinds: "unreadable"},
		{name: "cut-off.cer", data: root[:len(root)/2], kinds: "certificates|other|unreadable"},
		{name: "endless.p7b", data: bytes.Repeat([]byte{0x30, 0x80}, 1<<19), kinds: "other|unreadable"},
		{name: "endless.pem", data: bytes.Repeat([]byte("-----BEGIN CERTIFICATE-----\n"), 1<<15), kinds: "certificates|other|unreadable"},
		{name: "deep.cer", data: deepValue(60000), kinds: "other|unreadable"},
		{name: "lying-length.cer", data: []byte{0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0x30, 0x82}, kinds: "other|unreadable"},
		{name: "gone.cer", err: errors.New("the file is gone"), kinds: "unreadable"},
	}
}

// zipBomb is the beginning of an archive that claims to hold four gigabytes.
func zipBomb() []byte {
	return append([]byte("PK\x03\x04\x14\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00"+
		"\x10\x00\x00\x00\xff\xff\xff\xff\x08\x00\x00\x00root.cer"), make([]byte, 4096)...)
}

// deepValue is a value in a value in a value, each with the length it has.
func deepValue(depth int) []byte {
	out := make([]byte, 0, depth*5)
	for i := range depth {
		rest := (depth - i - 1) * 5
		out = append(out, 0x30, 0x83, byte(rest>>16), byte(rest>>8), byte(rest))
	}
	return out
}
