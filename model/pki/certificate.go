// Package pki sorts the certificates of a PKI into chains and says which of them
// a CMG is to be given, and what speaks against each.
package pki

import (
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
)

// CertificateRole says what a certificate is in a chain.
type CertificateRole string

// The roles. A certificate for both purposes is a client certificate if a template
// of AD CS made it, such as Computer, and else that of a server.
const (
	ClientLeaf     CertificateRole = "client"
	ServerLeaf     CertificateRole = "server"
	RootCA         CertificateRole = "root"         // a CA that signed itself
	IntermediateCA CertificateRole = "intermediate" // a CA that another one signed
	OtherLeaf      CertificateRole = "other"        // for neither purpose
)

// CertificateRoles are the roles with the words that people read.
var CertificateRoles = model.Terms[CertificateRole]{
	{Value: ClientLeaf, Label: "client certificate", Means: "a device authenticates with it"},
	{Value: ServerLeaf, Label: "server authentication certificate", Means: "a server shows it to its clients"},
	{Value: RootCA, Label: "root CA", Means: "a CA that signed its own certificate"},
	{Value: IntermediateCA, Label: "intermediate CA", Means: "a CA whose certificate another CA signed"},
	{Value: OtherLeaf, Label: "other certificate", Means: "for neither client nor server authentication"},
}

// Words lists the roles with their labels.
func (CertificateRole) Words() []model.Word { return CertificateRoles.Words() }

// CertificateFacts are the public facts of one certificate: what is kept of it
// in a plan and printed as JSON. Its texts are cleaned. Hashes are lower-case
// hexadecimal.
type CertificateFacts struct {
	Role         CertificateRole `json:"role"`
	Subject      string          `json:"subject"`       // "CN=PC1, O=Contoso", "" for an empty one
	Issuer       string          `json:"issuer"`        //
	CommonName   string          `json:"common_name"`   // of the subject
	SubjectID    string          `json:"subject_id"`    // SHA-256 of the subject as encoded: names are compared by it
	IssuerID     string          `json:"issuer_id"`     // SHA-256 of the issuer as encoded
	SHA1         string          `json:"sha1"`          // the thumbprint that Windows shows
	SHA256       string          `json:"sha256"`        // the thumbprint that is used today
	Serial       string          `json:"serial"`        // hexadecimal, as Windows shows it, with "-" before a negative one
	Key          string          `json:"key"`           // its kind: "RSA", "ECDSA P-256"
	KeyBits      int             `json:"key_bits"`      // its length, 0 where it is not known
	KeyID        string          `json:"key_id"`        // SHA-256 of the public key as encoded (SubjectPublicKeyInfo)
	Signature    string          `json:"signature"`     // the algorithm: "SHA-256 with RSA"
	Hash         string          `json:"hash"`          // the hash in it: "SHA-256", "" where there is none or it is not known
	NotBefore    time.Time       `json:"not_before"`    // UTC
	NotAfter     time.Time       `json:"not_after"`     // UTC
	CA           bool            `json:"ca"`            // it may sign certificates
	MaxPath      int             `json:"max_path"`      // how many CAs may stand below it, -1 for any number
	Purposes     []string        `json:"purposes"`      // extended key usages: "Client Authentication", or the OID; none means any purpose
	KeyUsage     []string        `json:"key_usage"`     // "Digital Signature"; none means any use
	Names        []string        `json:"names"`         // the subject alternative names in order, "DNS:pc1.contoso.com"
	Template     string          `json:"template"`      // of AD CS, its name or OID, "" where there is none
	CRL          []string        `json:"crl"`           // the addresses of the CRL distribution points
	AIA          []string        `json:"aia"`           // the addresses at which the issuer's certificate can be fetched
	SubjectKey   string          `json:"subject_key"`   // subject key identifier
	AuthorityKey string          `json:"authority_key"` // authority key identifier: the issuer's subject key identifier
	SelfIssued   bool            `json:"self_issued"`   // subject and issuer are the same name
	SignedBy     []string        `json:"signed_by"`     // the KeyIDs, among the files read with it, whose key made its signature
	NotSignedBy  []string        `json:"not_signed_by"` // the KeyIDs of CAs among them that have the issuer's name, whose key did not
	Oddities     []string        `json:"oddities"`      // what is unusual about it, in words: "its serial number is negative"
	PurposeState PurposeState    `json:"purpose_state"` // why no purpose is named, "" where that means any
	Permitted    []string        `json:"permitted"`     // name constraints of a CA: where names below it must lie, "DNS:contoso.com"
	Excluded     []string        `json:"excluded"`      // name constraints of a CA: where names below it must not lie
	Critical     []string        `json:"critical"`      // the OIDs of critical extensions that this program does not know
	Partial      []string        `json:"partial"`       // the keys of facts that are not whole: "names" of a list that was cut
}

// PurposeState says why a certificate names no purpose.
type PurposeState string

// The states. The zero value is for a certificate that is good for the purposes
// that it names, and for any where it has no extended key usage.
const (
	NoPurpose         PurposeState = "none"       // its extended key usage is empty
	UnreadablePurpose PurposeState = "unreadable" // its extended key usage cannot be read
)

// purposeStates are the states with the words that people read.
var purposeStates = model.Terms[PurposeState]{
	{Value: NoPurpose, Label: "none: its extended key usage is empty", Means: "it is good for nothing"},
	{Value: UnreadablePurpose, Label: "not known: its extended key usage cannot be read", Means: "nobody accepts it for any purpose"},
}

// Words lists the states with their labels.
func (PurposeState) Words() []model.Word { return purposeStates.Words() }

// AnyPurpose reports whether the certificate is good for every purpose: because
// it has no extended key usage at all.
func (c CertificateFacts) AnyPurpose() bool { return len(c.Purposes) == 0 && c.PurposeState == "" }

// IsWhole reports whether a fact, by its key, is all that the certificate says.
func (c CertificateFacts) IsWhole(key string) bool { return !slices.Contains(c.Partial, key) }

// PurposeWords are the purposes as people read them.
func (c CertificateFacts) PurposeWords() string {
	switch {
	case c.PurposeState != "":
		return purposeStates.Label(c.PurposeState)
	case c.AnyPurpose():
		return "any: it has no extended key usage"
	}
	return strings.Join(c.Purposes, ", ")
}

// The purposes that matter here, as CertificateFacts name them.
const (
	ClientAuthentication = "Client Authentication"
	ServerAuthentication = "Server Authentication"
	EveryPurpose         = "Any Purpose"
)
