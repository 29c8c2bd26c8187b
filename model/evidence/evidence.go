// Package evidence holds what was read from files (certificates, device states,
// tokens) against a plan, and merges it into one by choice.
package evidence

import (
	"cmp"
	"reflect"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/pki"
)

// Identity is the hash of the bytes. Of a file that holds several certificates
// each has its thumbprint too. Evidence without a hash was written by hand: its
// file name must do.
func Identity(e model.Evidence) string {
	file := cmp.Or(strings.ToLower(e.SHA256), "file "+e.File)
	if len(e.Facts) == 0 {
		return file
	}
	thumbprint, _ := e.Facts["sha256"].(string)
	return string(e.Kind) + " " + file + " " + strings.ToLower(thumbprint)
}

// The bounds of what a plan keeps of files. A plan file is refused when it is
// larger than 2 MiB, so that evidence must leave room for the rest.
const (
	Max             = 500     // entries
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

// tokenIssuers are the makers of tokens.
var tokenIssuers = model.Terms[TokenIssuer]{
	{Value: SiteIssuer, Label: "ConfigMgr site", Means: "a site of ConfigMgr"},
	{Value: EntraIssuer, Label: "Microsoft Entra ID", Means: "Microsoft Entra ID"},
}

// Words lists the makers with their labels.
func (TokenIssuer) Words() []model.Word { return tokenIssuers.Words() }

// New is what a plan keeps of a file: its facts are those of a
// CertificateFacts, DeviceFacts or TokenFacts.
func New(kind model.EvidenceKind, file, sha256 string, read time.Time, facts any) model.Evidence {
	return model.Evidence{Kind: kind, File: factText(model.WithoutSecrets(file)), SHA256: sha256, Read: read.UTC().Truncate(time.Second), Facts: factTable(facts)}
}

// Certificate gives the facts of a certificate in evidence.
func Certificate(e model.Evidence) (pki.CertificateFacts, bool) {
	return factsOf[pki.CertificateFacts](e, model.CertificateEvidence, model.ServerCertificateEvidence)
}

// Device gives the facts of a device in evidence.
func Device(e model.Evidence) (DeviceFacts, bool) {
	return factsOf[DeviceFacts](e, model.DeviceStateEvidence)
}

// Token gives the facts of a bulk registration token in evidence.
func Token(e model.Evidence) (TokenFacts, bool) {
	return factsOf[TokenFacts](e, model.TokenEvidence)
}

// factsOf reads the facts of evidence of some kinds; false where it is of
// another kind or where nothing of them can be read.
func factsOf[T any](e model.Evidence, kinds ...model.EvidenceKind) (T, bool) {
	var facts T
	for _, kind := range kinds {
		if e.Kind == kind {
			return facts, readFacts(e.Facts, reflect.ValueOf(&facts).Elem())
		}
	}
	return facts, false
}

// name is what people call the evidence: its file, else its kind.
func name(e model.Evidence) string {
	return cmp.Or(factText(e.File), model.EvidenceKinds.Label(e.Kind))
}

// evidenceWith lists the places of the evidence whose facts can be read so, and
// these facts.
func evidenceWith[T any](p *model.Plan, read func(model.Evidence) (T, bool)) ([]int, []T) {
	var places []int
	var list []T
	for i, e := range p.Evidence {
		if facts, found := read(e); found {
			places, list = append(places, i), append(list, facts)
		}
	}
	return places, list
}
