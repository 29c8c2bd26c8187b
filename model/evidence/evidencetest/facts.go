// Package evidencetest makes evidence, and plans that hold some, for tests.
package evidencetest

import (
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/pki"
)

// The day of the tests, and days around it.
var (
	Today     = date("2026-11-22")
	lastYear  = date("2025-11-22")
	nextYear  = date("2027-11-22")
	NextMonth = date("2026-12-12")
	LastMonth = date("2026-10-12")
)

func date(day string) time.Time {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	return t
}

// Tenant is the ID of the tenant of all that is made here.
const Tenant = "aaaabbbb-0000-cccc-1111-dddd2222eeee"

// Certified is a certificate whose names and keys go by one name.
func Certified(role pki.CertificateRole, name, issuer string) pki.CertificateFacts {
	return pki.CertificateFacts{
		Role: role, Subject: "CN=" + name, Issuer: "CN=" + issuer, CommonName: name,
		SubjectID: "name of " + name, IssuerID: "name of " + issuer, SHA1: "1 of " + name, SHA256: "256 of " + name, Serial: "01",
		Key: "RSA", KeyBits: 2048, KeyID: "key of " + name, Signature: "SHA-256 with RSA", Hash: "SHA-256",
		NotBefore: lastYear, NotAfter: nextYear, MaxPath: -1,
		SubjectKey: "ski of " + name, AuthorityKey: "ski of " + issuer, SignedBy: []string{"key of " + issuer},
		CRL: []string{"http://crl.contoso.com/" + strings.ReplaceAll(issuer, " ", "") + ".crl"},
	}
}

// RootCA is the root of the chain of this PKI.
func RootCA() pki.CertificateFacts {
	c := Certified(pki.RootCA, "Contoso Root CA", "Contoso Root CA")
	c.CA, c.SelfIssued, c.CRL = true, true, nil
	c.KeyUsage = []string{"Certificate Signing"}
	return c
}

// IssuingCA is the CA below the root.
func IssuingCA() pki.CertificateFacts {
	c := Certified(pki.IntermediateCA, "Contoso Issuing CA", "Contoso Root CA")
	c.CA, c.MaxPath = true, 0
	c.KeyUsage = []string{"Certificate Signing"}
	return c
}

// ClientCertificate is a good client certificate of the issuing CA.
func ClientCertificate() pki.CertificateFacts {
	c := Certified(pki.ClientLeaf, "pc1.contoso.com", "Contoso Issuing CA")
	c.Purposes, c.KeyUsage = []string{pki.ClientAuthentication}, []string{"Digital Signature", "Key Encipherment"}
	c.Names, c.Template = []string{"DNS:pc1.contoso.com"}, "Workstation"
	return c
}

// ServerCertificate is a good server authentication certificate for a host
// name.
func ServerCertificate(name string) pki.CertificateFacts {
	c := Certified(pki.ServerLeaf, name, "Contoso Issuing CA")
	c.Purposes, c.Names = []string{pki.ServerAuthentication}, []string{"DNS:" + name}
	return c
}

// JoinedDevice is the state of a hybrid joined device without faults.
func JoinedDevice() evidence.DeviceFacts {
	return evidence.DeviceFacts{
		EntraJoined: model.Yes, EnterpriseJoined: model.No, DomainJoined: model.Yes, DeviceID: "bbbbaaaa-0000-cccc-1111-dddd2222eeee", Authentication: "SUCCESS",
		CertificateFrom: lastYear, CertificateUntil: nextYear, TenantID: Tenant, TenantName: "Contoso",
	}
}

// BulkToken is a bulk registration token that is valid today.
func BulkToken() evidence.TokenFacts {
	return evidence.TokenFacts{Type: "BulkRegistration", TenantID: Tenant, NotBefore: Today.Add(-24 * time.Hour), Expires: Today.Add(48 * time.Hour)}
}

// Changed changes a copy of facts.
func Changed[T any](facts T, change func(*T)) T {
	change(&facts)
	return facts
}
