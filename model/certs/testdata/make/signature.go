package main

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
)

// An algorithm is how a CA signs.
type algorithm struct {
	id      []byte // AlgorithmIdentifier
	hash    crypto.Hash
	options crypto.SignerOpts
}

func plainRSA(id string, hash crypto.Hash) algorithm {
	return algorithm{sequence(oid(id), null), hash, hash}
}

func curveSignature(id string, hash crypto.Hash) algorithm {
	return algorithm{sequence(oid(id)), hash, hash}
}

var (
	sha256RSA   = plainRSA("1.2.840.113549.1.1.11", crypto.SHA256)
	sha1RSA     = plainRSA("1.2.840.113549.1.1.5", crypto.SHA1)
	md5RSA      = plainRSA("1.2.840.113549.1.1.4", crypto.MD5)
	sha256Curve = curveSignature("1.2.840.10045.4.3.2", crypto.SHA256)
	sha512Curve = curveSignature("1.2.840.10045.4.3.4", crypto.SHA512)
	edwards     = algorithm{sequence(oid("1.3.101.112")), 0, crypto.Hash(0)}
	pss         = algorithm{pssID(), crypto.SHA256, &rsa.PSSOptions{SaltLength: 32, Hash: crypto.SHA256}}
)

// pssID names RSASSA-PSS with SHA-256 and a salt of its length: what AD CS calls
// the alternate signature format.
func pssID() []byte {
	sha := sequence(oid("2.16.840.1.101.3.4.2.1"), null)
	mask := sequence(oid("1.2.840.113549.1.1.8"), sha)
	return sequence(oid("1.2.840.113549.1.1.10"),
		sequence(explicit(0, sha), explicit(1, mask), explicit(2, number(32))))
}

// sign signs, or writes noise where nobody has the private key.
func (a algorithm) sign(k *key, data []byte) []byte {
	if k.signer == nil {
		return random(2048)
	}
	if a.hash != 0 {
		h := a.hash.New()
		h.Write(data)
		data = h.Sum(nil)
	}
	return must(k.signer.Sign(rand.Reader, data, a.options))
}
