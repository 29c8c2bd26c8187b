package model

import (
	"cmp"
	"reflect"
	"time"
)

// The bounds of what a plan keeps of files. A plan file is refused when it is
// larger than 2 MiB, so that evidence must leave room for the rest.
const (
	MaxEvidence     = 500     // entries
	maxEvidenceText = 1 << 20 // bytes of all their facts together, about
)

// TokenFacts are the public facts of a bulk registration token. Nothing of the
// token itself is among them.
type TokenFacts struct {
	Type      string      `json:"type"`
	TenantID  string      `json:"tenant_id"`
	NotBefore time.Time   `json:"not_before"`
	Expires   time.Time   `json:"expires"`
	Issuer    TokenIssuer `json:"issuer"`   // "" for one that is not known
	Unsigned  bool        `json:"unsigned"` // its header says that nobody signed it
}

// TokenIssuer says who made a token.
type TokenIssuer string

// The makers of tokens that are told apart.
const (
	SiteIssuer  TokenIssuer = "site"
	EntraIssuer TokenIssuer = "entra"
)

// TokenIssuers are the makers of tokens.
var TokenIssuers = Terms[TokenIssuer]{
	{SiteIssuer, "ConfigMgr site", "a site of ConfigMgr"},
	{EntraIssuer, "Microsoft Entra ID", "Microsoft Entra ID"},
}

// Words lists the makers with their labels.
func (TokenIssuer) Words() []Word { return TokenIssuers.Words() }

// NewEvidence is what a plan keeps of a file: its facts are those of a
// CertificateFacts, DeviceFacts or TokenFacts.
func NewEvidence(kind EvidenceKind, file, sha256 string, read time.Time, facts any) Evidence {
	return Evidence{Kind: kind, File: factText(file), SHA256: sha256, Read: read.UTC().Truncate(time.Second), Facts: factTable(facts)}
}

// Certificate gives the facts of a certificate in evidence.
func (e Evidence) Certificate() (CertificateFacts, bool) {
	return factsOf[CertificateFacts](e, CertificateEvidence, ServerCertificateEvidence)
}

// Device gives the facts of a device in evidence.
func (e Evidence) Device() (DeviceFacts, bool) {
	return factsOf[DeviceFacts](e, DeviceStateEvidence)
}

// Token gives the facts of a bulk registration token in evidence.
func (e Evidence) Token() (TokenFacts, bool) {
	return factsOf[TokenFacts](e, TokenEvidence)
}

// factsOf reads the facts of evidence of some kinds; false where it is of
// another kind or where nothing of them can be read.
func factsOf[T any](e Evidence, kinds ...EvidenceKind) (T, bool) {
	var facts T
	for _, kind := range kinds {
		if e.Kind == kind {
			return facts, readFacts(e.Facts, reflect.ValueOf(&facts).Elem())
		}
	}
	return facts, false
}

// name is what people call the evidence: its file, else its kind.
func (e Evidence) name() string {
	return cmp.Or(factText(e.File), EvidenceKinds.Label(e.Kind))
}

// evidenceWith lists the places of the evidence whose facts can be read so, and
// these facts.
func evidenceWith[T any](p *Plan, read func(Evidence) (T, bool)) ([]int, []T) {
	var places []int
	var list []T
	for i, e := range p.Evidence {
		if facts, found := read(e); found {
			places, list = append(places, i), append(list, facts)
		}
	}
	return places, list
}
