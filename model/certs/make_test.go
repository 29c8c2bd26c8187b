package certs

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/x509"
	"encoding/asn1"
	"encoding/base64"
	"encoding/binary"
	"encoding/pem"
	"errors"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"
)

// der is a value with any parts in it.
func der(tag byte, parts ...[]byte) []byte {
	content := bytes.Join(parts, nil)
	n := len(content)
	switch {
	case n < 0x80:
		return append([]byte{tag, byte(n)}, content...)
	case n < 1<<16:
		return append([]byte{tag, 0x82, byte(n >> 8), byte(n)}, content...)
	}
	return append(binary.BigEndian.AppendUint32([]byte{tag, 0x84}, uint32(n)), content...)
}

// open is a value of indefinite length.
func open(tag byte, parts ...[]byte) []byte {
	return append(append([]byte{tag, 0x80}, bytes.Join(parts, nil)...), 0, 0)
}

func seq(parts ...[]byte) []byte              { return der(0x30, parts...) }
func set(parts ...[]byte) []byte              { return der(0x31, parts...) }
func octets(parts ...[]byte) []byte           { return der(4, parts...) }
func explicit(n byte, parts ...[]byte) []byte { return der(0xa0|n, parts...) }
func integer(content ...byte) []byte          { return der(2, content) }
func bitsOf(content []byte) []byte            { return der(3, []byte{0}, content) }

func oid(dots string) []byte {
	var id asn1.ObjectIdentifier
	for part := range strings.SplitSeq(dots, ".") {
		n := 0
		for _, digit := range part {
			n = 10*n + int(digit-'0')
		}
		id = append(id, n)
	}
	encoded, err := asn1.Marshal(id)
	if err != nil {
		panic(err)
	}
	return encoded
}

func attribute(kind string, tag byte, value string) []byte {
	return set(seq(oid(kind), der(tag, []byte(value))))
}

func named(common string) []byte { return seq(attribute("2.5.4.3", 12, common)) }

func bmp(text string) string {
	var all []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		all = binary.BigEndian.AppendUint16(all, unit)
	}
	return string(all)
}

func ext(kind string, critical bool, value []byte) []byte {
	if critical {
		return seq(oid(kind), der(1, []byte{0xff}), octets(value))
	}
	return seq(oid(kind), octets(value))
}

// The keys of the tests, made once.
var (
	keyOne   = sync.OnceValue(func() *ecdsa.PrivateKey { return newEC(elliptic.P256()) })
	keyTwo   = sync.OnceValue(func() *ecdsa.PrivateKey { return newEC(elliptic.P256()) })
	keyLarge = sync.OnceValue(func() *rsa.PrivateKey { return newRSA(2048) })
)

func newEC(curve elliptic.Curve) *ecdsa.PrivateKey {
	key, err := ecdsa.GenerateKey(curve, rand.Reader)
	if err != nil {
		panic(err)
	}
	return key
}

func newRSA(bits int) *rsa.PrivateKey {
	key, err := rsa.GenerateKey(rand.Reader, bits)
	if err != nil {
		panic(err)
	}
	return key
}

func spki(key crypto.Signer) []byte {
	encoded, err := x509.MarshalPKIXPublicKey(key.Public())
	if err != nil {
		panic(err)
	}
	return encoded
}

var (
	ecdsaSHA256 = seq(oid("1.2.840.10045.4.3.2"))
	rsaSHA256   = seq(oid("1.2.840.113549.1.1.11"), der(5))
	rsaSHA1     = seq(oid("1.2.840.113549.1.1.5"), der(5))
)

// A draft is a certificate to be made, good or odd.
type draft struct {
	version          []byte // nil for version 3
	serial           []byte
	algorithm, inner []byte // inner nil for the same
	issuer, subject  []byte
	begin, end       []byte
	key              []byte
	extensions       [][]byte
	signer           crypto.Signer
	signature        []byte // where nobody signs
	after            []byte
}

func newDraft(subject, issuer string, key, signer crypto.Signer, extensions ...[]byte) draft {
	return draft{
		serial: integer(0x12, 0x34), algorithm: ecdsaSHA256,
		issuer: named(issuer), subject: named(subject),
		begin: der(23, []byte("250101000000Z")), end: der(23, []byte("350101000000Z")),
		key: spki(key), signer: signer, extensions: extensions,
	}
}

var (
	isCA      = ext(extConstraints, true, seq(der(1, []byte{0xff})))
	forClient = ext(extPurposes, false, seq(oid("1.3.6.1.5.5.7.3.2")))
	forServer = ext(extPurposes, false, seq(oid("1.3.6.1.5.5.7.3.1")))
)

func (d draft) make() []byte {
	version, extensions := explicit(0, integer(2)), []byte(nil)
	if d.version != nil {
		version = d.version
	}
	if len(d.extensions) > 0 {
		extensions = explicit(3, seq(d.extensions...))
	}
	inner := d.inner
	if inner == nil {
		inner = d.algorithm
	}
	body := seq(version, d.serial, inner, d.issuer, seq(d.begin, d.end), d.subject, d.key, extensions)
	return seq(body, d.algorithm, bitsOf(d.sign(body)), d.after)
}

func (d draft) sign(body []byte) []byte {
	if d.signer == nil {
		return d.signature
	}
	sum, hash := sha256.Sum256(body), crypto.SHA256
	digest := sum[:]
	if bytes.Equal(d.algorithm, rsaSHA1) {
		weak := sha1.Sum(body)
		digest, hash = weak[:], crypto.SHA1
	}
	signature, err := d.signer.Sign(rand.Reader, digest, hash)
	if err != nil {
		panic(err)
	}
	return signature
}

// leaf is a good client certificate, ca a good root.
func leaf() []byte {
	return newDraft("PC1", "Root", keyTwo(), keyOne(), forClient).make()
}

func ca() []byte {
	return newDraft("Root", "Root", keyOne(), keyOne(), isCA).make()
}

func pemOf(label string, content []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: label, Bytes: content})
}

func base64Of(content []byte) string { return base64.StdEncoding.EncodeToString(content) }

// lines is text in lines of 64.
func lines(text, end string) string {
	var all strings.Builder
	for len(text) > 64 {
		all.WriteString(text[:64] + end)
		text = text[64:]
	}
	return all.String() + text + end
}

// bundle is PKCS#7 in DER, bundleBER the same with indefinite lengths and a
// content in pieces.
func bundle(certificates ...[]byte) []byte {
	return seq(oid(objectSigned), explicit(0, seq(integer(1), set(), seq(oid("1.2.840.113549.1.7.1")),
		explicit(0, certificates...), set())))
}

func bundleBER(certificates ...[]byte) []byte {
	pieces := open(0x24, octets([]byte("one")), octets([]byte("two")))
	return open(0x30, oid(objectSigned), open(0xa0, open(0x30, integer(1), set(),
		open(0x30, oid("1.2.840.113549.1.7.1"), open(0xa0, pieces)),
		open(0xa0, certificates...), set())))
}

// read reads what must be readable.
func read(t *testing.T, data []byte) Contents {
	t.Helper()
	contents, found, err := readAny(data)
	if err != nil || !found {
		t.Fatalf("found %v, error %v", found, err)
	}
	return contents
}

// one reads the only certificate of the data.
func one(t *testing.T, data []byte) *Certificate {
	t.Helper()
	contents := read(t, data)
	if len(contents.Certificates) != 1 || len(contents.Unreadable) != 0 {
		t.Fatalf("%d certificates, unreadable %q", len(contents.Certificates), contents.Unreadable)
	}
	return contents.Certificates[0]
}

var errSecret = errors.New("a secret is in it")

// readAny reads a file of which nothing is known yet.
func readAny(data []byte) (contents Contents, found bool, err error) {
	if Secret(data) != "" {
		return Contents{}, false, errSecret
	}
	return ReadPublic(data)
}
