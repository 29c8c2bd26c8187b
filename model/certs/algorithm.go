package certs

import "crypto"

// A signature is an algorithm that signs.
type signature struct {
	name   string // "SHA-256 with RSA"
	hash   string // "SHA-256", "" for none
	scheme scheme
}

// A scheme says how a signature is checked.
type scheme int

const (
	unchecked scheme = iota // this program cannot
	rsaPKCS1
	rsaPSS
	ecdsaScheme
	ed25519Scheme
)

const (
	objectSpecified = "1.2.840.10045.4.3" // ECDSA with the hash in the parameters, as AD CS can make it
)

var signatures = map[string]signature{
	"1.2.840.113549.1.1.2":    {"MD2 with RSA", "MD2", unchecked},
	"1.2.840.113549.1.1.3":    {"MD4 with RSA", "MD4", unchecked},
	"1.2.840.113549.1.1.4":    {"MD5 with RSA", "MD5", rsaPKCS1},
	"1.2.840.113549.1.1.5":    {"SHA-1 with RSA", "SHA-1", rsaPKCS1},
	"1.3.14.3.2.29":           {"SHA-1 with RSA", "SHA-1", rsaPKCS1},
	"1.2.840.113549.1.1.14":   {"SHA-224 with RSA", "SHA-224", rsaPKCS1},
	"1.2.840.113549.1.1.11":   {"SHA-256 with RSA", "SHA-256", rsaPKCS1},
	"1.2.840.113549.1.1.12":   {"SHA-384 with RSA", "SHA-384", rsaPKCS1},
	"1.2.840.113549.1.1.13":   {"SHA-512 with RSA", "SHA-512", rsaPKCS1},
	"1.2.840.10045.4.1":       {"ECDSA with SHA-1", "SHA-1", ecdsaScheme},
	"1.2.840.10045.4.3.1":     {"ECDSA with SHA-224", "SHA-224", ecdsaScheme},
	"1.2.840.10045.4.3.2":     {"ECDSA with SHA-256", "SHA-256", ecdsaScheme},
	"1.2.840.10045.4.3.3":     {"ECDSA with SHA-384", "SHA-384", ecdsaScheme},
	"1.2.840.10045.4.3.4":     {"ECDSA with SHA-512", "SHA-512", ecdsaScheme},
	"1.2.840.10040.4.3":       {"SHA-1 with DSA", "SHA-1", unchecked},
	"2.16.840.1.101.3.4.3.2":  {"SHA-256 with DSA", "SHA-256", unchecked},
	"1.3.101.112":             {"Ed25519", "", ed25519Scheme},
	"1.3.101.113":             {"Ed448", "", unchecked},
	"2.16.840.1.101.3.4.3.17": {"ML-DSA-44", "", unchecked},
	"2.16.840.1.101.3.4.3.18": {"ML-DSA-65", "", unchecked},
	"2.16.840.1.101.3.4.3.19": {"ML-DSA-87", "", unchecked},
}

// A digest is a hash by its names.
type digest struct {
	name string
	hash crypto.Hash
}

var digests = map[string]digest{
	"1.2.840.113549.2.5":     {"MD5", crypto.MD5},
	"1.3.14.3.2.26":          {"SHA-1", crypto.SHA1},
	"2.16.840.1.101.3.4.2.4": {"SHA-224", crypto.SHA224},
	"2.16.840.1.101.3.4.2.1": {"SHA-256", crypto.SHA256},
	"2.16.840.1.101.3.4.2.2": {"SHA-384", crypto.SHA384},
	"2.16.840.1.101.3.4.2.3": {"SHA-512", crypto.SHA512},
}

// hashOf is the hash that has a name; 0 for one that is not known.
func hashOf(name string) crypto.Hash {
	for _, d := range digests {
		if d.name == name {
			return d.hash
		}
	}
	return 0
}

// signature reads which algorithm signed.
func (w *walker) signature(v value) signature {
	c := w.over(v)
	named := object(c.take(tagObject, ""))
	switch named {
	case objectPSS:
		return w.pss(c)
	case objectSpecified:
		hash := w.digestIn(c)
		return signature{with("ECDSA", hash), hash, ecdsaScheme}
	}
	if known, ok := signatures[named]; ok {
		return known
	}
	return signature{name: clean(named)}
}

// digestIn reads a hash that stands as an algorithm next.
func (w *walker) digestIn(c *cursor) string {
	algorithm, _ := c.maybe(universal, tagSequence)
	return digests[object(w.over(algorithm).take(tagObject, ""))].name
}

// pss reads the hash in the parameters of RSASSA-PSS. Where they are silent it
// is SHA-1.
func (w *walker) pss(c *cursor) signature {
	hash := "SHA-1"
	if parameters, ok := c.maybe(universal, tagSequence); ok {
		if explicit, ok := w.over(parameters).maybe(context, 0); ok {
			hash = w.digestIn(w.over(explicit))
		}
	}
	return signature{with("RSASSA-PSS", hash), hash, rsaPSS}
}

func with(name, hash string) string {
	if hash == "" {
		return name
	}
	return name + " with " + hash
}
