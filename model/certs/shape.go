package certs

// A shape is what a value of ASN.1 looks like from its first bytes, cut short or
// not.
type shape string

const (
	shapeless        shape = ""
	shapeCertificate shape = "a certificate"
	shapeBundle      shape = "a PKCS#7 bundle"
	shapeRequest     shape = "a certificate request (CSR)"
	shapeCRL         shape = "a certificate revocation list (CRL)"
)

const objectSigned = "1.2.840.113549.1.7.2"

// shape tells by the first values in it what the data is.
func (w *walker) shape(data []byte) shape {
	inner := inside(data)
	if c := (&cursor{w: w, rest: inner}); len(inner) > 0 && inner[0] == tagObject {
		if object(c.take(tagObject, "")) == objectSigned {
			return shapeBundle
		}
		return shapeless
	}
	return w.signedShape(inside(inner))
}

// inside is the content of a sequence, or as much of it as there is.
func inside(data []byte) []byte {
	v, header, _, err := head(data)
	if err != nil || !v.constructed || !v.is(universal, tagSequence) {
		return nil
	}
	return data[header:]
}

// signedShape tells certificates, requests and revocation lists apart: all are
// a signed part, an algorithm and a signature.
func (w *walker) signedShape(signed []byte) shape {
	c := &cursor{w: w, rest: signed}
	_, versioned := c.maybe(context, 0)
	_, numbered := c.maybe(universal, tagInteger)
	switch {
	case versioned && numbered:
		return shapeCertificate
	case versioned:
		return shapeless
	}
	algorithm, ok := c.maybe(universal, tagSequence)
	if !ok || len(algorithm.content) > 0 && algorithm.content[0] != tagObject {
		return requestIf(numbered && ok)
	}
	if len(algorithm.content) == 0 {
		return requestIf(numbered)
	}
	_, issued := c.maybe(universal, tagSequence)
	_, dated := c.maybe(universal, tagSequence)
	switch {
	case issued && dated && numbered:
		return shapeCertificate
	case issued && isTime(c):
		return shapeCRL
	}
	return shapeless
}

func requestIf(is bool) shape {
	if is {
		return shapeRequest
	}
	return shapeless
}

func isTime(c *cursor) bool {
	_, short := c.maybe(universal, tagUTCTime)
	_, long := c.maybe(universal, tagTime)
	return short || long
}
