package certs

import "strings"

// judge notes what is unusual about a certificate whose facts are known. What is
// weak is not judged here.
func (r *reading) judge(trailing int) {
	r.judgeSerial()
	r.judgeDates()
	switch {
	case r.version == 0:
		r.odd("it is of version 1, which has no extensions: it cannot say what it may be used for")
	case r.version == 1:
		r.odd("it is of version 2, which nobody uses")
	case r.version != 2:
		r.odd("it is of a version that does not exist")
	}
	if r.version < 2 && len(r.extensions) > 0 {
		r.odd("it has extensions, which its version does not allow")
	}
	if r.Signature == "" {
		r.odd("its signature algorithm cannot be read")
	}
	if r.innerName != r.Signature {
		r.odd("it names two signature algorithms, %s and %s", r.Signature, r.innerName)
	}
	if trailing > 0 {
		r.odd("it has %d bytes after its signature", trailing)
	}
	if r.signedItself() {
		r.odd("it signed itself")
	}
}

// signedItself reports whether a certificate that is no CA names itself, and no
// other key, as its issuer.
func (r *reading) signedItself() bool {
	return r.SelfIssued && !r.CA && (r.AuthorityKey == "" || r.AuthorityKey == r.SubjectKey)
}

func (r *reading) judgeSerial() {
	digits, negative := strings.CutPrefix(r.Serial, "-")
	switch {
	case negative:
		r.odd("its serial number is negative")
	case digits == "00":
		r.odd("its serial number is zero")
	}
	if len(digits) > 2*20 {
		r.odd("its serial number is longer than 20 bytes")
	}
}

func (r *reading) judgeDates() {
	if r.NotAfter.Before(r.NotBefore) {
		r.odd("it ends before it begins")
	}
	if r.NotBefore.Year() < 1950 {
		r.odd("it begins before 1950")
	}
	if r.NotAfter.Year() == 9999 {
		r.odd("it has no end: it is valid until the year 9999")
	}
}
