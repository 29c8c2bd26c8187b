package certs

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	_ "crypto/md5" // a hash that is weak, and still to be recognized
	"crypto/rsa"
	_ "crypto/sha512"
	"crypto/x509"
	"fmt"
	"math"
	"math/big"
)

// An outcome says whether a key made a signature.
type outcome int

const (
	unknown outcome = iota // it could not be checked
	signed
	notSigned
)

func outcomeOf(ok bool) outcome {
	if ok {
		return signed
	}
	return notSigned
}

const (
	maxRSA = 16384 // bits of a key that is still checked
	minRSA = 1024  // crypto/rsa checks no smaller ones
)

// curveWork is how much one check with a curve is.
var curveWork = map[string]int{"ECDSA P-224": 8, "ECDSA P-256": 2, "ECDSA P-384": 8, "ECDSA P-521": 20}

// workOf says how much work a check is, or in words why it is not done. A key of
// another kind than the signature made none of it, which costs nothing to know.
func workOf(c, by *Certificate) (work int, words string) {
	isRSA := c.algorithm.scheme == rsaPKCS1 || c.algorithm.scheme == rsaPSS
	switch {
	case c.algorithm.scheme == unchecked || len(c.signed) == 0,
		c.algorithm.scheme != ed25519Scheme && !hashOf(c.Hash).Available():
		return 0, fmt.Sprintf("this program does not know its algorithm (%s)", c.Signature)
	case isRSA && by.Key == "RSA" && by.KeyBits > maxRSA:
		return 0, fmt.Sprintf("the key of its issuer is too large (%d bits)", by.KeyBits)
	case isRSA && by.Key == "RSA" && by.KeyBits > 0 && by.KeyBits < minRSA:
		return 0, fmt.Sprintf("the key of its issuer is too small (%d bits)", by.KeyBits)
	case isRSA && by.Key == "RSA":
		return 1 + (by.KeyBits/1024)*(by.KeyBits/1024), ""
	}
	return 1 + curveWork[by.Key], ""
}

// publicKey reads a key for checking, nil for one that cannot be used.
func publicKey(encoded []byte) any {
	if key := publicRSA(encoded); key != nil {
		return key
	}
	key, err := x509.ParsePKIXPublicKey(encoded)
	if err != nil {
		return nil
	}
	return key
}

// publicRSA reads an RSA key, also one that crypto/x509 refuses; nil for others.
func publicRSA(encoded []byte) *rsa.PublicKey {
	w := &walker{left: 16}
	whole, _ := w.only(encoded)
	c := w.over(whole)
	named := object(w.over(c.take(tagSequence, "")).take(tagObject, ""))
	modulus, exponent, err := w.rsaNumbers(bitString(c.take(tagBits, "")))
	e := new(big.Int).SetBytes(exponent)
	if err != nil || named != objectRSA && named != objectPSS || e.BitLen() > 31 || length(modulus) > maxRSA {
		return nil
	}
	return &rsa.PublicKey{N: new(big.Int).SetBytes(modulus), E: int(e.Int64())}
}

// verify says whether a key made the signature of a certificate. Weak hashes
// are checked too: to know who issued it, not to trust it.
func (c *Certificate) verify(key any, digests digestCache) outcome {
	switch key := key.(type) {
	case *rsa.PublicKey:
		return c.verifyRSA(key, digests)
	case *ecdsa.PublicKey:
		return outcomeOf(c.algorithm.scheme == ecdsaScheme && ecdsa.VerifyASN1(key, digests.of(c), c.signature))
	case ed25519.PublicKey:
		return outcomeOf(c.algorithm.scheme == ed25519Scheme && ed25519.Verify(key, c.signed, c.signature))
	}
	return unknown
}

func (c *Certificate) verifyRSA(key *rsa.PublicKey, digests digestCache) outcome {
	hash := hashOf(c.Hash)
	switch {
	case key.E < 3 || key.E > math.MaxInt32 || key.E%2 == 0 || key.N.Bit(0) == 0:
		return unknown // no key that could have signed
	case c.algorithm.scheme == rsaPSS:
		options := rsa.PSSOptions{SaltLength: rsa.PSSSaltLengthAuto, Hash: hash}
		return outcomeOf(rsa.VerifyPSS(key, hash, digests.of(c), c.signature, &options) == nil)
	case c.algorithm.scheme == rsaPKCS1:
		return outcomeOf(rsa.VerifyPKCS1v15(key, hash, digests.of(c), c.signature) == nil)
	}
	return notSigned
}
