package certs

import (
	"bytes"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"cmgwizard/model/pki"
)

// A reading is one certificate while it is read.
type reading struct {
	w *walker
	*Certificate
	version    int
	innerName  string // the signature algorithm as it stands in the signed part
	extensions []extension
	hidden     bool // there are extensions that cannot be read at all
}

// certificate reads the facts of a certificate. What is strange but readable
// becomes an oddity; the error is for what no fact can be had of.
func (w *walker) certificate(whole value) (*Certificate, error) {
	r := &reading{w: w, Certificate: &Certificate{}}
	sha1sum, sha256sum := sha1.Sum(whole.raw), sha256.Sum256(whole.raw)
	r.SHA1, r.SHA256 = hex.EncodeToString(sha1sum[:]), hex.EncodeToString(sha256sum[:])
	r.MaxPath = -1

	outer := w.over(whole)
	signed := outer.take(tagSequence, "its signed part")
	algorithm := outer.take(tagSequence, "its signature algorithm")
	signature := outer.take(tagBits, "its signature")
	if outer.err != nil {
		return nil, outer.err
	}
	r.signed, r.signature = bytes.Clone(signed.raw), bytes.Clone(bitString(signature))
	r.algorithm = w.signature(algorithm)
	r.Signature, r.Hash = r.algorithm.name, r.algorithm.hash
	if err := r.body(signed); err != nil {
		return nil, err
	}
	r.extend()
	r.Role = roleOf(r.CertificateFacts)
	r.judge(len(outer.rest))
	return r.Certificate, w.exhausted()
}

// exhausted is the error of a walker that has walked as much as it may.
func (w *walker) exhausted() error {
	if w.left < 0 {
		return errValues
	}
	return nil
}

// body reads the signed part.
func (r *reading) body(signed value) error {
	c := r.w.over(signed)
	if version, ok := c.maybe(context, 0); ok {
		number, _ := r.w.only(version.content)
		r.version = small(number.content)
	}
	r.Serial = serial(c.take(tagInteger, "its serial number").content)
	r.innerName = r.w.signature(c.take(tagSequence, "its signature algorithm")).name
	issuer := c.take(tagSequence, "its issuer")
	validity := c.take(tagSequence, "its validity")
	subject := c.take(tagSequence, "its subject")
	key := c.take(tagSequence, "its public key")
	if c.err != nil {
		return c.err
	}
	r.issuer(issuer)
	r.subject(subject)
	r.SelfIssued = r.SubjectID == r.IssuerID
	r.key = bytes.Clone(key.raw)
	r.publicKey(key)
	r.findExtensions(c)
	return r.validity(validity)
}

func (r *reading) issuer(v value) {
	id := sha256.Sum256(v.raw)
	r.IssuerID = hex.EncodeToString(id[:])
	name := r.w.name(v)
	r.Issuer = name.text
	r.nameOddities("issuer", name)
}

func (r *reading) subject(v value) {
	id := sha256.Sum256(v.raw)
	r.SubjectID = hex.EncodeToString(id[:])
	name := r.w.name(v)
	r.Subject, r.CommonName = name.text, name.common
	r.nameOddities("subject", name)
}

func (r *reading) nameOddities(key string, name name) {
	if name.hidden {
		r.odd("its %s had characters that are not shown, which were removed", key)
	}
	if name.broken {
		r.odd("its %s cannot be read to its end", key)
	}
	if name.long {
		r.odd("its %s is longer than the %d characters that are kept", key, maxText)
	}
	if !name.whole() {
		r.partly(key)
	}
}

func (r *reading) validity(v value) (err error) {
	times, err := r.w.children(v)
	if err != nil || len(times) < 2 {
		return unreadable("its validity", err)
	}
	if r.NotBefore, err = instant(times[0]); err != nil {
		return err
	}
	r.NotAfter, err = instant(times[1])
	return err
}

// bitString are the bytes of a bit string, without the count of unused bits.
func bitString(v value) []byte {
	if len(v.content) == 0 {
		return nil
	}
	return v.content[1:]
}

// roleOf says what a certificate is in a chain. Public CAs put both purposes into
// certificates of servers: one with both is that of a server, unless a template
// of AD CS made it. To take such a one for a client certificate would have the
// CMG trust a public CA.
func roleOf(c pki.CertificateFacts) pki.CertificateRole {
	both := slices.Contains(c.Purposes, pki.ClientAuthentication) && slices.Contains(c.Purposes, pki.ServerAuthentication)
	switch {
	case c.CA && c.SelfIssued:
		return pki.RootCA
	case c.CA:
		return pki.IntermediateCA
	case both && c.Template == "":
		return pki.ServerLeaf
	case c.AnyPurpose(), slices.Contains(c.Purposes, pki.ClientAuthentication),
		slices.Contains(c.Purposes, pki.EveryPurpose):
		return pki.ClientLeaf
	case slices.Contains(c.Purposes, pki.ServerAuthentication):
		return pki.ServerLeaf
	}
	return pki.OtherLeaf
}

// partly notes that a fact, by its key, is not all that the certificate says.
func (c *Certificate) partly(key string) {
	if !slices.Contains(c.Partial, key) {
		c.Partial = append(c.Partial, key)
	}
}

// odd notes what is unusual, each once. The last entry says that there is more.
func (c *Certificate) odd(format string, values ...any) {
	words := clean(fmt.Sprintf(format, values...))
	if len(c.Oddities) == maxList || slices.Contains(c.Oddities, words) {
		return
	}
	if len(c.Oddities) == maxList-1 {
		words = fmt.Sprintf("more than these %d things are unusual", maxList-1)
	}
	c.Oddities = append(c.Oddities, words)
}
