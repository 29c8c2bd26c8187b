// Package certs reads certificate files: bytes in, public facts out. It takes
// no name and no label at its word, refuses whatever holds a private key, reads
// the oddities of real certificates instead of failing on them, and bounds every
// file. It never writes and never asks the network.
package certs

import (
	"cmgwizard/model"
)

// The bounds of one file.
const (
	MaxSize         = 4 << 20 // bytes
	MaxCertificates = 200
	maxDepth        = 32 // nested values
)

// A Certificate is one certificate with its bytes, for as long as signatures are
// being checked.
type Certificate struct {
	model.CertificateFacts
	raw []byte // DER; x509.Certificate points into it
}

// Contents are the certificates of one file.
type Contents struct {
	Wrapping     string         // how they were wrapped: "PKCS#7, Base64"
	Certificates []*Certificate // in the order of the file
	Unreadable   []string       // what is wrong with each of the others, in words
}

// A SecretError says that a file holds a private key, and was refused whole.
type SecretError struct {
	What string // "a PKCS#12 file (PFX)"
}

func (e *SecretError) Error() string { return "it holds " + e.What + ": refused whole" }

// Hint says how to export the right thing.
func (e *SecretError) Hint() string { return "" }

// Read reads the certificates of a file, whatever its wrapping: DER, PEM, PKCS#7
// in DER, BER or Base64. found is false for data that holds none. The error is a
// *SecretError, or a bound that was exceeded. The data is kept.
func Read(data []byte) (contents Contents, found bool, err error) { return Contents{}, false, nil }

// Secret says what private thing the data holds, "" for none, whatever its
// wrapping and label.
func Secret(data []byte) string { return "" }

// CheckSignatures fills SignedBy and NotSignedBy of all, each against the CAs
// among them that have its issuer's name.
func CheckSignatures(all []*Certificate) {}
