package evidencetest

import (
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/pki"
)

// Of is evidence of facts, in a file of its own.
func Of(file string, facts any) model.Evidence {
	kind := model.CertificateEvidence
	switch f := facts.(type) {
	case pki.CertificateFacts:
		if f.Role == pki.ServerLeaf {
			kind = model.ServerCertificateEvidence
		}
	case evidence.DeviceFacts:
		kind = model.DeviceStateEvidence
	case evidence.TokenFacts:
		kind = model.TokenEvidence
	}
	return evidence.New(kind, file, "bytes of "+file, Today, facts)
}

// WholeChain is a client certificate with all CAs above it.
var WholeChain = []model.Evidence{Of("client.cer", ClientCertificate()), Of("issuing.cer", IssuingCA()), Of("root.cer", RootCA())}

// SomeEvidence is on both sides of what each rule wants.
var SomeEvidence = []model.Evidence{
	Of("client.cer", ClientCertificate()), Of("issuing.cer", IssuingCA()), Of("root.cer", RootCA()),
	Of("old.cer", Changed(ClientCertificate(), func(c *pki.CertificateFacts) { c.NotAfter = LastMonth })),
	Of("soon.cer", Changed(ClientCertificate(), func(c *pki.CertificateFacts) { c.NotAfter = NextMonth })),
	Of("inside.cer", Changed(ClientCertificate(), WithoutCRL)), Of("silent.cer", Changed(IssuingCA(), WithoutCRL)),
	Of("directory.cer", Changed(IssuingCA(), func(c *pki.CertificateFacts) { c.CRL = []string{"ldap:///CN=Contoso"} })),
	Of("mail.cer", Changed(ClientCertificate(), func(c *pki.CertificateFacts) { c.Role, c.Purposes = pki.OtherLeaf, []string{"Secure Email"} })),
	Of("cmg.cer", ServerCertificate("granitefalls.contoso.com")), Of("mp.cer", ServerCertificate("mp1.contoso.com")),
	Of("weak.cer", Changed(ServerCertificate("granitefalls.contoso.com"), func(c *pki.CertificateFacts) { c.KeyBits = 1024 })),
	Of("device.txt", JoinedDevice()), Of("registered.txt", Changed(JoinedDevice(), func(d *evidence.DeviceFacts) { d.EntraJoined = model.No })),
	Of("other.txt", Changed(JoinedDevice(), func(d *evidence.DeviceFacts) { d.TenantID = "00000000-0000-0000-0000-000000000001" })),
	Of("half.txt", Changed(JoinedDevice(), func(d *evidence.DeviceFacts) { d.Authentication = "" })),
	Of("soon.txt", Changed(JoinedDevice(), func(d *evidence.DeviceFacts) { d.CertificateUntil = NextMonth })),
	Of("token.txt", BulkToken()), Of("past.txt", Changed(BulkToken(), func(f *evidence.TokenFacts) { f.Expires = Today.Add(-time.Hour) })),
	Of("endless.txt", Changed(BulkToken(), func(f *evidence.TokenFacts) { f.NotBefore = time.Time{} })),
	{Kind: model.CertificateEvidence, File: "hand.cer"}, {Kind: model.DeviceStateEvidence, File: "hand.txt", SHA256: "aa"},
	{Kind: model.ServerCertificateEvidence}, {Kind: model.TokenEvidence},
}

// WithoutCRL takes the CRL addresses out of a certificate.
func WithoutCRL(c *pki.CertificateFacts) { c.CRL = nil }

// Sees adds evidence to a plan that is judged for today.
func Sees(evidence ...model.Evidence) func(*model.Plan) {
	return func(p *model.Plan) { p.At, p.Evidence = Today, append(p.Evidence, evidence...) }
}

// SeesClient adds a client certificate with one change.
func SeesClient(change func(*pki.CertificateFacts)) func(*model.Plan) {
	return Sees(Of("client.cer", Changed(ClientCertificate(), change)))
}

// SeesServer adds a server authentication certificate for the name, with a
// change.
func SeesServer(name string, change func(*pki.CertificateFacts)) func(*model.Plan) {
	return Sees(Of("server.cer", Changed(ServerCertificate(name), change)))
}

// SeesDevice adds the state of a device, with a change.
func SeesDevice(change func(*evidence.DeviceFacts)) func(*model.Plan) {
	return Sees(Of("device.txt", Changed(JoinedDevice(), change)))
}

// SeesToken adds a bulk registration token, with a change.
func SeesToken(change func(*evidence.TokenFacts)) func(*model.Plan) {
	return Sees(Of("token.txt", Changed(BulkToken(), change)))
}

// SeesChain adds a whole chain whose issuing CA has one change.
func SeesChain(change func(*pki.CertificateFacts)) func(*model.Plan) {
	return Sees(Of("client.cer", ClientCertificate()), Of("issuing.cer", Changed(IssuingCA(), change)), Of("root.cer", RootCA()))
}
