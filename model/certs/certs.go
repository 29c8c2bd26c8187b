// Package certs reads certificate files: bytes in, public facts out. It takes
// no name and no label at its word, refuses whatever holds a private key, reads
// the oddities of real certificates instead of failing on them, and bounds every
// file. It never writes and never asks the network.
//
// The facts are read by its own parser and not by crypto/x509, which refuses
// real certificates: a critical authority key identifier, a brainpool curve, a
// name with a strange letter. One parser for all of them says the same of each.
package certs

import (
	"errors"
	"fmt"

	"cmgwizard/model/pki"
)

// The bounds of one file.
const (
	maxSize         = 4 << 20 // bytes
	MaxCertificates = 200
	maxDepth        = 32      // nested values
	maxValues       = 1 << 18 // values that are walked
)

// A Certificate is one certificate with the bytes that a signature needs.
type Certificate struct {
	pki.CertificateFacts
	signed    []byte    // what its issuer signed
	algorithm signature // how
	signature []byte    // the signature itself
	key       []byte    // its public key, SubjectPublicKeyInfo
	notes     []string  // what is to be said about the checks of its signature
}

// Contents are the certificates of one file.
type Contents struct {
	Wrapping     string         // how they were wrapped: "PKCS#7, Base64"
	Certificates []*Certificate // in the order of the file
	Unreadable   []string       // what is wrong with each of the others, in words
	More         bool           // the file holds more, which were not read
	// KeysInWindows names the certificates of which a serialized store says that
	// Windows keeps the private key. The key is not in the store.
	KeysInWindows []string
}

// A LimitError says that a file is more than is read of one.
type limitError struct {
	What string // "it is larger than 4 MiB"
}

func (e *limitError) Error() string { return e.What }

// Hint says what is enough.
func (e *limitError) Hint() string {
	return "give only the certificates of one chain: a client certificate and the CAs above it"
}

var (
	errSize   = &limitError{fmt.Sprintf("it is larger than %d MiB", maxSize>>20)}
	errMore   = errors.New("it holds more certificates than are read")
	errValues = &limitError{"it is made of more values than any real certificate file"}
)
