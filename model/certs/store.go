package certs

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// A serialized certificate store (.sst) is this, and elements after it: each a
// number that says what it is, an encoding, a size and so many bytes.
var storeBeginning = []byte("\x00\x00\x00\x00CERT")

// Numbers of the elements of a store. All others are properties of the
// certificate after them.
const (
	storeEnd         = 0
	storeKeyInfo     = 2 // where Windows keeps the private key
	storeCertificate = 32
	storeHeader      = 12 // bytes before the data of an element
)

var errStore = errors.New("the certificate store: it is cut short")

// store reads the certificates of a serialized store. Of a property that names a
// private key nothing is read but that it is there.
func (r *reader) store(data []byte) {
	r.wrapped("Certificate store (SST)")
	kept := false
	for data = data[len(storeBeginning):]; r.err == nil; {
		kind, element, rest, ok := storeElement(data)
		switch {
		case !ok:
			r.broken(errStore)
			return
		case kind == storeEnd:
			return
		case kind == storeKeyInfo:
			kept = true
		case kind == storeCertificate:
			r.stored(element, kept)
			kept = false
		}
		data = rest
	}
}

// storeElement takes one element of a store.
func storeElement(data []byte) (kind uint32, element, rest []byte, ok bool) {
	if len(data) < storeHeader {
		return 0, nil, nil, false
	}
	kind, size := binary.LittleEndian.Uint32(data), binary.LittleEndian.Uint32(data[8:])
	data = data[storeHeader:]
	if uint64(size) > uint64(len(data)) {
		return 0, nil, nil, false
	}
	return kind, data[:size], data[size:], true
}

// stored reads one certificate of a store. kept says that its store names a
// private key in Windows.
func (r *reader) stored(element []byte, kept bool) {
	v, rest, err := r.next(element)
	switch {
	case err != nil:
		r.unreadable(err)
	case r.shape(element) != shapeCertificate:
		r.unreadable(errors.New("it is no certificate"))
	default:
		before := len(r.Certificates)
		if r.add(v); len(r.Certificates) > before {
			r.remember(r.Certificates[before], len(rest), kept)
		}
	}
}

// remember notes what a store has beside a certificate.
func (r *reader) remember(c *Certificate, more int, kept bool) {
	if more > 0 {
		c.odd("%s it in the store", count(more, "byte follows", "bytes follow"))
	}
	if kept {
		r.KeysInWindows = append(r.KeysInWindows, c.Short())
	}
}

func isStore(data []byte) bool { return bytes.HasPrefix(data, storeBeginning) }
