package certs

import (
	"crypto/sha256"
	"encoding/hex"
	"math/bits"
	"slices"
)

const (
	objectRSA = "1.2.840.113549.1.1.1"
	objectPSS = "1.2.840.113549.1.1.10"
	objectEC  = "1.2.840.10045.2.1"
	objectDSA = "1.2.840.10040.4.1"
)

// A kind is a kind of key or curve.
type kind struct {
	name string
	bits int
}

// keyKinds are the kinds of keys that need no more words.
var keyKinds = map[string]kind{
	"1.3.101.110":             {"X25519", 256},
	"1.3.101.111":             {"X448", 448},
	"1.3.101.112":             {"Ed25519", 256},
	"1.3.101.113":             {"Ed448", 456},
	"1.2.840.10046.2.1":       {"Diffie-Hellman", 0},
	"2.16.840.1.101.3.4.3.17": {"ML-DSA-44", 0},
	"2.16.840.1.101.3.4.3.18": {"ML-DSA-65", 0},
	"2.16.840.1.101.3.4.3.19": {"ML-DSA-87", 0},
}

// curves are the curves that have a name.
var curves = map[string]kind{
	"1.2.840.10045.3.1.1":   {"P-192", 192},
	"1.3.132.0.33":          {"P-224", 224},
	"1.2.840.10045.3.1.7":   {"P-256", 256},
	"1.3.132.0.34":          {"P-384", 384},
	"1.3.132.0.35":          {"P-521", 521},
	"1.3.132.0.10":          {"secp256k1", 256},
	"1.3.36.3.3.2.8.1.1.1":  {"brainpoolP160r1", 160},
	"1.3.36.3.3.2.8.1.1.2":  {"brainpoolP160t1", 160},
	"1.3.36.3.3.2.8.1.1.3":  {"brainpoolP192r1", 192},
	"1.3.36.3.3.2.8.1.1.4":  {"brainpoolP192t1", 192},
	"1.3.36.3.3.2.8.1.1.5":  {"brainpoolP224r1", 224},
	"1.3.36.3.3.2.8.1.1.6":  {"brainpoolP224t1", 224},
	"1.3.36.3.3.2.8.1.1.7":  {"brainpoolP256r1", 256},
	"1.3.36.3.3.2.8.1.1.8":  {"brainpoolP256t1", 256},
	"1.3.36.3.3.2.8.1.1.9":  {"brainpoolP320r1", 320},
	"1.3.36.3.3.2.8.1.1.10": {"brainpoolP320t1", 320},
	"1.3.36.3.3.2.8.1.1.11": {"brainpoolP384r1", 384},
	"1.3.36.3.3.2.8.1.1.12": {"brainpoolP384t1", 384},
	"1.3.36.3.3.2.8.1.1.13": {"brainpoolP512r1", 512},
	"1.3.36.3.3.2.8.1.1.14": {"brainpoolP512t1", 512},
}

// usualCurves are those whose signatures are checked.
var usualCurves = []string{"P-224", "P-256", "P-384", "P-521"}

// usualBits are the lengths that RSA keys usually have.
var usualBits = []int{512, 768, 1024, 1536, 2048, 3072, 4096, 6144, 8192, 16384}

// publicKey reads the kind and the length of a key.
func (r *reading) publicKey(v value) {
	id := sha256.Sum256(v.raw)
	r.KeyID = hex.EncodeToString(id[:])
	c := r.w.over(v)
	algorithm := r.w.over(c.take(tagSequence, ""))
	key := bitString(c.take(tagBits, ""))
	object := object(algorithm.take(tagObject, ""))
	if c.err != nil || algorithm.err != nil {
		r.Key = "unknown"
		r.odd("its public key cannot be read")
		return
	}
	switch object {
	case objectRSA, objectPSS:
		r.keyRSA(key, object)
	case objectEC:
		r.keyEC(algorithm, key)
	case objectDSA:
		r.keyDSA(algorithm)
	default:
		r.otherKey(object)
	}
}

func (r *reading) keyRSA(key []byte, object string) {
	r.Key = "RSA"
	modulus, exponent, err := r.w.rsaNumbers(key)
	if err != nil {
		r.odd("its RSA key cannot be read")
		return
	}
	if r.KeyBits = length(modulus); !slices.Contains(usualBits, r.KeyBits) {
		r.odd("its RSA key has %d bits, which is unusual", r.KeyBits)
	}
	if e := small(exponent); e != 3 && e != 17 && e != 65537 {
		r.odd("the public exponent of its RSA key is unusual (%s)", serial(exponent))
	}
	if object == objectPSS {
		r.odd("its RSA key is for RSASSA-PSS signatures only")
	}
}

// rsaNumbers are the modulus and the public exponent of a key.
func (w *walker) rsaNumbers(key []byte) (modulus, exponent []byte, err error) {
	pair, err := w.only(key)
	if err != nil {
		return nil, nil, err
	}
	c := w.over(pair)
	modulus = c.take(tagInteger, "").content
	exponent = c.take(tagInteger, "").content
	return modulus, exponent, c.err
}

// length is that of a number in bits.
func length(number []byte) int {
	for len(number) > 0 && number[0] == 0 {
		number = number[1:]
	}
	if len(number) == 0 {
		return 0
	}
	return 8*(len(number)-1) + bits.Len8(number[0])
}

func (r *reading) keyEC(algorithm *cursor, key []byte) {
	r.Key = "ECDSA"
	if len(key) > 1 && key[0] == 4 {
		r.KeyBits = 8 * (len(key) / 2)
	}
	parameters := algorithm.any("")
	if !parameters.is(universal, tagObject) {
		r.odd("its key brings the parameters of its own curve")
		return
	}
	named := object(parameters)
	curve, known := curves[named]
	if !known {
		r.Key = clean("ECDSA " + named)
		r.odd("its key is on a curve that this program does not know (%s)", named)
		return
	}
	r.Key, r.KeyBits = "ECDSA "+curve.name, curve.bits
	if !slices.Contains(usualCurves, curve.name) {
		r.odd("its key is on an unusual curve (%s), whose signatures this program does not check", curve.name)
	}
}

func (r *reading) keyDSA(algorithm *cursor) {
	r.Key = "DSA"
	if parameters, ok := algorithm.maybe(universal, tagSequence); ok {
		r.KeyBits = length(r.w.over(parameters).take(tagInteger, "").content)
	}
}

func (r *reading) otherKey(object string) {
	if known, ok := keyKinds[object]; ok {
		r.Key, r.KeyBits = known.name, known.bits
		return
	}
	r.Key = clean(object)
	r.odd("its key is of a kind that this program does not know (%s)", object)
}
