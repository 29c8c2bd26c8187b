package certs

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// maxNesting is how many wrappings of text may stand in one another: certutil
// -encode wraps what was wrapped already.
const maxNesting = 3

// ReadPublic reads the certificates of a file in which Secret has found nothing,
// whatever its wrapping: DER, PEM, PKCS#7 in DER, BER or Base64, a serialized
// store, and dumps of these. found is false for data that holds none; a certificate
// that cannot be read is found. More than MaxCertificates are not read. The error is
// that of a bound that was exceeded. The data is not kept.
func ReadPublic(data []byte) (contents Contents, found bool, err error) {
	if len(data) > maxSize {
		return Contents{}, false, errSize
	}
	r := &reader{walker: walker{left: maxValues}}
	r.open(data, "", 0)
	if r.err == nil {
		r.err = r.exhausted()
	}
	if errors.Is(r.err, errMore) {
		r.More, r.err = true, nil
	}
	if r.err != nil {
		return Contents{}, false, r.err
	}
	return r.Contents, len(r.Certificates)+len(r.Unreadable) > 0, nil
}

// A reader reads one file.
type reader struct {
	walker
	Contents
	wrappings []string
	seen      int   // certificates, also those that cannot be read
	err       error // a bound that was exceeded
}

// open reads data whose wrapping is known so far: "" for the file itself.
func (r *reader) open(data []byte, wrapping string, nesting int) {
	data = unmarked(data)
	switch {
	case r.err != nil || nesting > maxNesting:
	case isStore(data):
		r.store(data)
	case r.shape(data) != shapeless:
		r.binary(data, wrapping, nesting)
	default:
		r.text(straightened(data), nesting)
	}
}

// text reads PEM and Base64, and where there is neither what else text can stand
// for.
func (r *reader) text(data []byte, nesting int) {
	before := r.seen
	if bytes.Contains(data, beginning) {
		r.pem(data, nesting)
	} else if inner := bareBase64(data); inner != nil {
		r.open(inner, "Base64", nesting+1)
	}
	if r.seen == before && r.err == nil && isText(data) {
		r.written(data, nesting)
	}
}

// unmarked is text without its byte-order mark and the space before it.
func unmarked(data []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
}

// binary reads values of ASN.1 one after another.
func (r *reader) binary(data []byte, wrapping string, nesting int) {
	for len(data) > 0 && r.err == nil {
		shape := r.shape(data)
		v, rest, err := r.next(data)
		switch {
		case err != nil && shape == shapeCertificate:
			r.unreadable(err)
			return
		case err != nil && shape == shapeBundle:
			r.broken(fmt.Errorf("the PKCS#7 bundle: %w", err))
			return
		case shape == shapeless:
			r.trailing(data, nesting)
			return
		case shape == shapeCertificate:
			r.wrapped(cmp.Or(wrapping, "DER"))
			r.add(v)
		case shape == shapeBundle:
			r.wrapped("PKCS#7, " + cmp.Or(wrapping, encodingOf(v)))
			r.bundle(v)
		}
		data = rest
	}
}

// trailing is what follows the last certificate: text with more of them, or
// nothing that belongs there.
func (r *reader) trailing(rest []byte, nesting int) {
	if bytes.Contains(rest, beginning) {
		r.pem(rest, nesting)
		return
	}
	if last := len(r.Certificates); last > 0 {
		r.Certificates[last-1].odd("%s it in the file", count(len(rest), "byte follows", "bytes follow"))
	}
}

func count(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprint(n, " ", more)
}

// add reads one certificate.
func (r *reader) add(v value) {
	cert, err := r.certificate(v)
	if err != nil {
		r.unreadable(err)
		return
	}
	if r.hasRoom() {
		r.Certificates = append(r.Certificates, cert)
	}
}

// hasRoom counts a certificate against the bound. One beyond it ends the file.
func (r *reader) hasRoom() bool {
	if r.seen++; r.seen > MaxCertificates {
		r.err = errMore
	}
	return r.err == nil
}

// unreadable notes a certificate that cannot be read.
func (r *reader) unreadable(err error) {
	r.broken(fmt.Errorf("certificate %d: %w", r.seen+1, err))
}

// broken notes what cannot be read. A bound that was exceeded ends the file.
func (r *reader) broken(err error) {
	var limit *limitError
	if errors.As(err, &limit) {
		r.err = limit
		return
	}
	if r.hasRoom() {
		r.Unreadable = append(r.Unreadable, clean(err.Error()))
	}
}

// wrapped notes a wrapping that was met.
func (r *reader) wrapped(how string) {
	if slices.Contains(r.wrappings, how) {
		return
	}
	r.wrappings = append(r.wrappings, how)
	r.Wrapping = strings.Join(r.wrappings, "; ")
}
