package main

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/x509"
	"encoding/asn1"
	"encoding/hex"
)

// A key is a public key with what signs for it: nothing, where only its look
// matters.
type key struct {
	public []byte // SubjectPublicKeyInfo
	signer crypto.Signer
}

func newKey(signer crypto.Signer) *key {
	return &key{must(x509.MarshalPKIXPublicKey(signer.Public())), signer}
}

func rsaKey(bits int) *key { return newKey(must(rsa.GenerateKey(rand.Reader, bits))) }

func curveKey(curve elliptic.Curve) *key { return newKey(must(ecdsa.GenerateKey(curve, rand.Reader))) }

func edwardsKey() *key {
	_, private := must2(ed25519.GenerateKey(rand.Reader))
	return newKey(private)
}

func must2[A, B any](a A, b B, err error) (A, B) { return a, must(b, err) }

// hugeKey looks like an RSA key of so many bits. Nobody has its private half.
func hugeKey(size int) *key {
	modulus := random(size / 8)
	modulus[0] |= 0x80
	modulus[len(modulus)-1] |= 1
	public := sequence(tlv(0x02, []byte{0}, modulus), number(65537))
	return &key{public: sequence(sequence(oid("1.2.840.113549.1.1.1"), null), bits(public))}
}

// namedCurveKey is a key on a curve that Go does not know: its point is the
// generator, whose private key everybody knows.
func namedCurveKey(curve, x, y string) *key {
	point := append([]byte{4}, append(must(hex.DecodeString(x)), must(hex.DecodeString(y))...)...)
	return &key{public: sequence(sequence(oid("1.2.840.10045.2.1"), oid(curve)), bits(point))}
}

func secp256k1() *key {
	return namedCurveKey("1.3.132.0.10",
		"79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798",
		"483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8")
}

func brainpool() *key {
	return namedCurveKey("1.3.36.3.3.2.8.1.1.7",
		"8bd2aeb9cb7e57cb2c4b482ffc81b7afb9de27e1e3bd23c23a4453bd9ace3262",
		"547ef835c3dac4fd97f8461a14611dc9c27745132ded8e545c1d54c72f046997")
}

// id is the subject key identifier, as AD CS makes it.
func (k *key) id() []byte {
	var info struct {
		Algorithm asn1.RawValue
		Key       asn1.BitString
	}
	_ = must(asn1.Unmarshal(k.public, &info))
	sum := sha1.Sum(info.Key.Bytes)
	return sum[:]
}

func random(size int) []byte {
	out := make([]byte, size)
	_ = must(rand.Read(out))
	return out
}
