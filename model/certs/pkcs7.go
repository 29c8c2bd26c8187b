package certs

import "fmt"

// encodingOf is "BER" for what no DER is: a length that is told at the end.
func encodingOf(v value) string {
	if v.raw[1] == 0x80 {
		return "BER"
	}
	return "DER"
}

// bundle reads the certificates of PKCS#7 signed data. Its signers, its content
// and its revocation lists are passed over.
func (r *reader) bundle(v value) {
	c := r.over(v)
	c.take(tagObject, "its kind")
	explicit := c.any("its content")
	signed, err := r.only(explicit.content)
	if c.err != nil || err != nil {
		r.broken(fmt.Errorf("the PKCS#7 bundle: %w", unreadable("its content", err)))
		return
	}
	parts := r.over(signed)
	parts.take(tagInteger, "its version")
	parts.take(tagSet, "its list of hashes")
	parts.take(tagSequence, "its content")
	if parts.err != nil {
		r.broken(fmt.Errorf("the PKCS#7 bundle: %w", parts.err))
		return
	}
	if certificates, ok := parts.maybe(context, 0); ok {
		r.certificates(certificates)
	}
}

// certificates reads a list of certificates, each for itself.
func (r *reader) certificates(list value) {
	for rest := list.content; len(rest) > 0 && r.err == nil; {
		v, after, err := r.next(rest)
		if err != nil {
			r.unreadable(err)
			return
		}
		if rest = after; v.is(universal, tagSequence) {
			r.add(v)
		}
	}
}
