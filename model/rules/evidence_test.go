package rules

import (
	"math/rand"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/evidence/evidencetest"
	"cmgwizard/model/pki"
	"cmgwizard/model/plantest"
)

func withSomeEvidence(random *rand.Rand, p *model.Plan) *model.Plan {
	for range random.Intn(4) {
		p.Evidence = append(p.Evidence, evidencetest.SomeEvidence[random.Intn(len(evidencetest.SomeEvidence))])
	}
	if random.Intn(2) == 0 {
		p.At = evidencetest.Today
	}
	return p
}

func noDate(p *model.Plan) { p.At = time.Time{} }

var evidenceCases = []ruleCase{
	{"device-state", "hybrid joined to the plan's tenant", evidencetest.SeesDevice(plantest.AsIs), Holds, "evidence[0]", model.Blocker},
	{"device-state", "the second of two", plantest.Both(evidencetest.SeesClient(plantest.AsIs), evidencetest.SeesDevice(plantest.AsIs)), Holds, "evidence[1]", model.Blocker},
	{"device-state", "only registered", evidencetest.SeesDevice(func(d *evidence.DeviceFacts) { d.EntraJoined, d.WorkplaceJoined = model.No, model.Yes }), Broken, "evidence[0]", model.Blocker},
	{"device-state", "it does not authenticate", evidencetest.SeesDevice(func(d *evidence.DeviceFacts) { d.Authentication = "FAILED. Device is either disabled or deleted" }), Broken, "evidence[0]", model.Blocker},
	{"device-state", "its certificate has ended", evidencetest.SeesDevice(func(d *evidence.DeviceFacts) { d.CertificateUntil = evidencetest.LastMonth }), Broken, "evidence[0]", model.Blocker},
	{"device-state", "that certificate, with no date known", plantest.Both(evidencetest.SeesDevice(func(d *evidence.DeviceFacts) { d.CertificateUntil = evidencetest.LastMonth }), noDate), Holds, "evidence[0]", model.Blocker},
	{"device-state", "another tenant", evidencetest.SeesDevice(func(d *evidence.DeviceFacts) { d.TenantID = "00000000-0000-0000-0000-000000000001" }), Broken, "evidence[0]", model.Blocker},
	{"device-state", "the tenant in capitals", evidencetest.SeesDevice(func(d *evidence.DeviceFacts) { d.TenantID = strings.ToUpper(d.TenantID) }), Holds, "evidence[0]", model.Blocker},
	{"device-state", "the plan knows no tenant", plantest.Both(evidencetest.SeesDevice(plantest.AsIs), func(p *model.Plan) { p.Entra.TenantID = "" }), Unclear, "evidence[0]", model.Blocker},
	{"device-state", "nor whether the device matters", plantest.Both(evidencetest.SeesDevice(func(d *evidence.DeviceFacts) { d.EntraJoined = model.No }), func(p *model.Plan) { p.Entra.TenantID = model.Unsure }), Broken, "evidence[0]", model.Blocker},
	{"device-state", "the output says too little", evidencetest.SeesDevice(func(d *evidence.DeviceFacts) { d.EntraJoined = "" }), Unclear, "evidence[0]", model.Blocker},
	{"device-state", "no facts", evidencetest.Sees(model.Evidence{Kind: model.DeviceStateEvidence}), Unclear, "evidence[0]", model.Blocker},
	{"device-state", "nobody uses Microsoft Entra ID", plantest.Both(evidencetest.SeesDevice(plantest.AsIs), nobodyUsesEntra), NotAsked, "", model.Blocker},

	{"chain-complete", "client, issuing CA and root CA", evidencetest.SeesChain(plantest.AsIs), Holds, "evidence", model.Blocker},
	{"chain-complete", "as many as the plan says", plantest.Both(evidencetest.SeesChain(plantest.AsIs), func(p *model.Plan) { p.PKI.CACertificates = model.Num(2) }), Holds, "evidence", model.Blocker},
	{"chain-complete", "the plan does not say how many", plantest.Both(evidencetest.SeesChain(plantest.AsIs), func(p *model.Plan) { p.PKI.CACertificates = model.UnsureNumber }), Holds, "evidence", model.Blocker},
	{"chain-complete", "the plan says three", plantest.Both(evidencetest.SeesChain(plantest.AsIs), func(p *model.Plan) { p.PKI.CACertificates = model.Num(3) }), Broken, "evidence", model.Blocker},
	{"chain-complete", "the issuing CA is missing", evidencetest.Sees(evidencetest.Of("c.cer", evidencetest.ClientCertificate()), evidencetest.Of("r.cer", evidencetest.RootCA())), Broken, "evidence", model.Blocker},
	{"chain-complete", "the root CA is missing", evidencetest.Sees(evidencetest.Of("c.cer", evidencetest.ClientCertificate()), evidencetest.Of("i.cer", evidencetest.IssuingCA())), Broken, "evidence", model.Blocker},
	{"chain-complete", "the issuing CA has ended", evidencetest.SeesChain(func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.LastMonth }), Broken, "evidence", model.Blocker},
	{"chain-complete", "that CA, with no date known", plantest.Both(evidencetest.SeesChain(func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.LastMonth }), noDate), Holds, "evidence", model.Blocker},
	{"chain-complete", "one client of two has a chain", plantest.Both(evidencetest.SeesChain(plantest.AsIs), evidencetest.Sees(evidencetest.Of("f.cer", evidencetest.Certified(pki.ClientLeaf, "pc2", "Fabrikam CA")))), Broken, "evidence", model.Blocker},
	{"chain-complete", "a client certificate that signed itself", evidencetest.Sees(evidencetest.Of("s.cer", evidencetest.Changed(evidencetest.Certified(pki.ClientLeaf, "pc1", "pc1"), func(c *pki.CertificateFacts) { c.SelfIssued = true }))), Broken, "evidence", model.Blocker},
	{"chain-complete", "no client certificate", evidencetest.Sees(evidencetest.Of("r.cer", evidencetest.RootCA())), Unclear, "evidence", model.Blocker},
	{"chain-complete", "no facts", evidencetest.Sees(model.Evidence{Kind: model.CertificateEvidence, File: "client.cer"}), Unclear, "evidence", model.Blocker},
	{"chain-complete", "what is missing may be what has no facts", plantest.Both(evidencetest.Sees(evidencetest.Of("c.cer", evidencetest.ClientCertificate())), evidencetest.Sees(model.Evidence{Kind: model.CertificateEvidence, File: "ca.cer"})), Unclear, "evidence", model.Blocker},
	{"chain-complete", "only other evidence", plantest.Both(evidencetest.SeesDevice(plantest.AsIs), evidencetest.SeesServer("mp1.contoso.com", plantest.AsIs)), NotAsked, "", model.Blocker},
	{"chain-complete", "names that the issuing CA excludes", evidencetest.SeesChain(func(c *pki.CertificateFacts) { c.Excluded = []string{"DNS:contoso.com"} }), Broken, "evidence", model.Blocker},
	{"chain-complete", "names that it permits", evidencetest.SeesChain(func(c *pki.CertificateFacts) { c.Permitted = []string{"DNS:contoso.com"} }), Holds, "evidence", model.Blocker},
	{"chain-complete", "constraints that were not read", evidencetest.SeesChain(func(c *pki.CertificateFacts) { c.Partial = []string{"permitted", "excluded"} }), Unclear, "evidence", model.Blocker},
	{"chain-complete", "an issuing CA for nothing", evidencetest.SeesChain(func(c *pki.CertificateFacts) { c.PurposeState = pki.NoPurpose }), Broken, "evidence", model.Blocker},
	{"chain-complete", "an issuing CA for nobody knows what", evidencetest.SeesChain(func(c *pki.CertificateFacts) { c.PurposeState = pki.UnreadablePurpose }), Broken, "evidence", model.Blocker},
	{"chain-complete", "nobody uses PKI certificates", plantest.Both(evidencetest.SeesChain(plantest.AsIs), nobodyUsesPKI), NotAsked, "", model.Blocker},

	{"client-certificate-usable", "it is usable", evidencetest.SeesClient(plantest.AsIs), Holds, "evidence[0]", model.Blocker},
	{"client-certificate-usable", "it has ended", evidencetest.SeesClient(func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.LastMonth }), Broken, "evidence[0]", model.Blocker},
	{"client-certificate-usable", "a short key", evidencetest.SeesClient(func(c *pki.CertificateFacts) { c.KeyBits = 1024 }), Broken, "evidence[0]", model.Blocker},
	{"client-certificate-usable", "SHA-1", evidencetest.SeesClient(func(c *pki.CertificateFacts) { c.Hash, c.Signature = "SHA-1", "SHA-1 with RSA" }), Broken, "evidence[0]", model.Blocker},
	{"client-certificate-usable", "for mail", evidencetest.SeesClient(func(c *pki.CertificateFacts) { c.Role, c.Purposes = pki.OtherLeaf, []string{"Secure Email"} }), Broken, "evidence[0]", model.Blocker},
	{"client-certificate-usable", "for nothing", evidencetest.SeesClient(func(c *pki.CertificateFacts) { c.Role, c.Purposes, c.PurposeState = pki.OtherLeaf, nil, pki.NoPurpose }), Broken, "evidence[0]", model.Blocker},
	{"client-certificate-usable", "for nothing, whatever its role", evidencetest.SeesClient(func(c *pki.CertificateFacts) { c.Purposes, c.PurposeState = nil, pki.NoPurpose }), Broken, "evidence[0]", model.Blocker},
	{"client-certificate-usable", "for nobody knows what", evidencetest.SeesClient(func(c *pki.CertificateFacts) {
		c.Role, c.Purposes, c.PurposeState = pki.OtherLeaf, nil, pki.UnreadablePurpose
	}), Broken, "evidence[0]", model.Blocker},
	{"client-certificate-usable", "for anything", evidencetest.SeesClient(func(c *pki.CertificateFacts) { c.Purposes = nil }), Holds, "evidence[0]", model.Blocker},
	{"client-certificate-usable", "CAs are none", evidencetest.Sees(evidencetest.Of("i.cer", evidencetest.IssuingCA()), evidencetest.Of("r.cer", evidencetest.RootCA())), NotAsked, "", model.Blocker},
	{"client-certificate-usable", "no facts", evidencetest.Sees(model.Evidence{Kind: model.CertificateEvidence}), NotAsked, "", model.Blocker},
	{"client-certificate-usable", "nobody uses PKI certificates", plantest.Both(evidencetest.SeesClient(plantest.AsIs), nobodyUsesPKI), NotAsked, "", model.Blocker},

	{"stray-certificate-seen", "one was seen", plantest.Both(evidencetest.SeesClient(plantest.AsIs), plantest.OnlyEntra), Planned, "evidence[0]", model.Warning},
	{"stray-certificate-seen", "it has ended", plantest.Both(evidencetest.SeesClient(func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.LastMonth }), plantest.OnlyEntra), Holds, "evidence[0]", model.Warning},
	{"stray-certificate-seen", "PKI certificates are in use too", evidencetest.SeesClient(plantest.AsIs), NotAsked, "", model.Warning},
	{"stray-certificate-seen", "a CA", plantest.Both(evidencetest.Sees(evidencetest.Of("r.cer", evidencetest.RootCA())), plantest.OnlyEntra), NotAsked, "", model.Warning},

	{"server-certificate-usable", "it is usable", evidencetest.SeesServer(plantest.GatewayName, plantest.AsIs), Holds, "evidence[0]", model.Blocker},
	{"server-certificate-usable", "that of a management point has ended", evidencetest.SeesServer("mp1.contoso.com", func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.LastMonth }), Broken, "evidence[0]", model.Blocker},
	{"server-certificate-usable", "a short key", evidencetest.SeesServer(plantest.GatewayName, func(c *pki.CertificateFacts) { c.KeyBits = 1024 }), Broken, "evidence[0]", model.Blocker},
	{"server-certificate-usable", "for nothing", evidencetest.SeesServer(plantest.GatewayName, func(c *pki.CertificateFacts) { c.Purposes, c.PurposeState = nil, pki.NoPurpose }), Broken, "evidence[0]", model.Blocker},
	{"server-certificate-usable", "for nobody knows what", evidencetest.SeesServer(plantest.GatewayName, func(c *pki.CertificateFacts) { c.Purposes, c.PurposeState = nil, pki.UnreadablePurpose }), Broken, "evidence[0]", model.Blocker},
	{"server-certificate-usable", "no facts", evidencetest.Sees(model.Evidence{Kind: model.ServerCertificateEvidence}), NotAsked, "", model.Blocker},

	{"server-certificate-name", "the name of the plan", evidencetest.SeesServer(plantest.GatewayName, plantest.AsIs), Holds, "evidence[0]", model.Blocker},
	{"server-certificate-name", "among its alternative names", evidencetest.SeesServer("other.contoso.com", func(c *pki.CertificateFacts) { c.Names = append(c.Names, "DNS:"+plantest.GatewayName) }), Holds, "evidence[0]", model.Blocker},
	{"server-certificate-name", "a wildcard", evidencetest.SeesServer("*.contoso.com", plantest.AsIs), Holds, "evidence[0]", model.Blocker},
	{"server-certificate-name", "a wildcard further up", evidencetest.SeesServer("*.com", plantest.AsIs), Broken, "evidence[0]", model.Blocker},
	{"server-certificate-name", "another name", evidencetest.SeesServer("cmg.fabrikam.com", plantest.AsIs), Broken, "evidence[0]", model.Blocker},
	{"server-certificate-name", "other letters", evidencetest.SeesServer("ContosoCMG.contoso.com", plantest.AsIs), Broken, "evidence[0]", model.Blocker},
	{"server-certificate-name", "the name as an address", evidencetest.SeesServer("x", func(c *pki.CertificateFacts) { c.CommonName, c.Names = "", []string{"IP:10.0.0.1"} }), Broken, "evidence[0]", model.Blocker},
	{"server-certificate-name", "that of a management point", evidencetest.SeesServer("MP1.contoso.com", plantest.AsIs), NotAsked, "", model.Blocker},
	{"server-certificate-name", "that of a connection point", plantest.Both(evidencetest.SeesServer("cp9.contoso.com", plantest.AsIs), func(p *model.Plan) { p.ConnectionPoints[0].Host = "cp9.contoso.com" }), NotAsked, "", model.Blocker},
	{"server-certificate-name", "one that the site made for itself", evidencetest.SeesServer("x.contoso.com", func(c *pki.CertificateFacts) { c.Issuer = "CN=SMS Issuing" }), NotAsked, "", model.Blocker},
	{"server-certificate-name", "no service name yet", plantest.Both(evidencetest.SeesServer(plantest.GatewayName, plantest.AsIs), serviceName("")), NotAsked, "", model.Blocker},

	{"bulk-token-usable", "it is valid", evidencetest.SeesToken(plantest.AsIs), Holds, "evidence[0]", model.Blocker},
	{"bulk-token-usable", "seven days", evidencetest.SeesToken(func(f *evidence.TokenFacts) { f.Expires = f.NotBefore.Add(model.MaxBulkLifetime * time.Minute) }), Holds, "evidence[0]", model.Blocker},
	{"bulk-token-usable", "it has ended", evidencetest.SeesToken(func(f *evidence.TokenFacts) { f.Expires = evidencetest.Today.Add(-time.Hour) }), Broken, "evidence[0]", model.Blocker},
	{"bulk-token-usable", "eight days", evidencetest.SeesToken(func(f *evidence.TokenFacts) { f.Expires = f.NotBefore.Add(8 * 24 * time.Hour) }), Broken, "evidence[0]", model.Blocker},
	{"bulk-token-usable", "its beginning is not known", evidencetest.SeesToken(func(f *evidence.TokenFacts) { f.NotBefore = time.Time{} }), Unclear, "evidence[0]", model.Blocker},
	{"bulk-token-usable", "clients register inside", plantest.Both(evidencetest.SeesToken(plantest.AsIs), func(p *model.Plan) { p.Token.Registration = []model.Registration{model.InternalNetwork} }), NotAsked, "", model.Blocker},
	{"bulk-token-usable", "nobody uses tokens", plantest.Both(evidencetest.SeesToken(plantest.AsIs), nobodyUsesTokens), NotAsked, "", model.Blocker},
	{"bulk-token-usable", "no facts", evidencetest.Sees(model.Evidence{Kind: model.TokenEvidence}), NotAsked, "", model.Blocker},

	{"evidence-in-date", "a year is left", evidencetest.SeesClient(plantest.AsIs), Holds, "evidence[0]", model.Warning},
	{"evidence-in-date", "twenty days are left", evidencetest.SeesClient(func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.NextMonth }), Broken, "evidence[0]", model.Warning},
	{"evidence-in-date", "60 days are left", evidencetest.SeesServer(plantest.GatewayName, func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.Today.AddDate(0, 0, 60) }), Broken, "evidence[0]", model.Warning},
	{"evidence-in-date", "61 days are left", evidencetest.SeesServer(plantest.GatewayName, func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.Today.AddDate(0, 0, 61) }), Holds, "evidence[0]", model.Warning},
	{"evidence-in-date", "a device", evidencetest.SeesDevice(func(d *evidence.DeviceFacts) { d.CertificateUntil = evidencetest.NextMonth }), Broken, "evidence[0]", model.Warning},
	{"evidence-in-date", "the issuing CA of the clients", evidencetest.SeesChain(func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.NextMonth }), Broken, "evidence[1]", model.Warning},
	{"evidence-in-date", "a CA that stands above nothing", evidencetest.Sees(evidencetest.Of("r.cer", evidencetest.Changed(evidencetest.RootCA(), func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.NextMonth }))), NotAsked, "", model.Warning},
	{"evidence-in-date", "expired is told elsewhere", evidencetest.SeesClient(func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.LastMonth }), NotAsked, "", model.Warning},
	{"evidence-in-date", "a token lives for days", evidencetest.SeesToken(plantest.AsIs), NotAsked, "", model.Warning},
	{"evidence-in-date", "no date is known", plantest.Both(evidencetest.SeesClient(func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.NextMonth }), noDate), NotAsked, "", model.Warning},
	{"evidence-in-date", "nobody uses PKI certificates", plantest.Both(evidencetest.SeesClient(func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.NextMonth }), nobodyUsesPKI), NotAsked, "", model.Warning},

	{"crl-public", "the certificates agree", evidencetest.SeesChain(plantest.AsIs), Holds, "pki.crl_public", model.Blocker},
	{"crl-public", "the client certificate names no CRL", evidencetest.SeesClient(evidencetest.WithoutCRL), Broken, "pki.crl_public", model.Blocker},
	{"crl-public", "the CRL of the issuing CA is in the directory alone", evidencetest.SeesChain(func(c *pki.CertificateFacts) { c.CRL = []string{"ldap:///CN=Contoso"} }), Broken, "pki.crl_public", model.Blocker},
	{"crl-public", "nobody knows, but a certificate shows it", plantest.Both(evidencetest.SeesClient(evidencetest.WithoutCRL), func(p *model.Plan) { p.PKI.CRLPublic = model.Unsure }), Broken, "pki.crl_public", model.Blocker},
	{"crl-public", "nobody knows, and no certificate proves it", plantest.Both(evidencetest.SeesChain(plantest.AsIs), func(p *model.Plan) { p.PKI.CRLPublic = "" }), Unclear, "pki.crl_public", model.Blocker},
	{"crl-public", "a root CA needs none", evidencetest.Sees(evidencetest.Of("r.cer", evidencetest.RootCA())), Holds, "pki.crl_public", model.Blocker},
	{"crl-public", "nor does what signed itself", evidencetest.SeesClient(func(c *pki.CertificateFacts) { c.CRL, c.SelfIssued = nil, true }), Holds, "pki.crl_public", model.Blocker},
	{"crl-public", "that of a server does not count", evidencetest.SeesServer("mp1.contoso.com", evidencetest.WithoutCRL), Holds, "pki.crl_public", model.Blocker},
	{"crl-public", "no facts", evidencetest.Sees(model.Evidence{Kind: model.CertificateEvidence}), Holds, "pki.crl_public", model.Blocker},
	{"crl-public", "nobody looks at it", plantest.Both(evidencetest.SeesClient(evidencetest.WithoutCRL), func(p *model.Plan) { p.Gateway.VerifyRevocation = model.No }), NotAsked, "", model.Blocker},
}

// TestDetailsOfEvidence: what is wrong is named with the words that people look
// for.
func TestDetailsOfEvidence(t *testing.T) {
	for _, c := range []struct {
		says, rule string
		change     func(*model.Plan)
		want       []string
	}{
		{"a missing issuing CA", "chain-complete", evidencetest.Sees(evidencetest.Of("c.cer", evidencetest.ClientCertificate())), []string{"Contoso Issuing CA", "missing", "pc1.contoso.com"}},
		{"a missing root CA", "chain-complete", evidencetest.Sees(evidencetest.Of("c.cer", evidencetest.ClientCertificate()), evidencetest.Of("i.cer", evidencetest.IssuingCA())), []string{"Contoso Root CA", "missing", "Contoso Issuing CA"}},
		{"a CA that has ended", "chain-complete", evidencetest.SeesChain(func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.LastMonth }), []string{"Contoso Issuing CA", "expired 41 days ago (2026-10-12)"}},
		{"fewer CAs than the plan says", "chain-complete", plantest.Both(evidencetest.SeesChain(plantest.AsIs), func(p *model.Plan) { p.PKI.CACertificates = model.Num(3) }), []string{"2 CA certificates stand above pc1.contoso.com, and the plan says 3"}},
		{"no client certificate", "chain-complete", evidencetest.Sees(evidencetest.Of("r.cer", evidencetest.RootCA())), []string{"no client certificate", "add one"}},
		{"evidence by hand", "chain-complete", evidencetest.Sees(model.Evidence{Kind: model.CertificateEvidence}), []string{"add it again"}},
		{"an ended client certificate", "client-certificate-usable", evidencetest.SeesClient(func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.LastMonth }), []string{"expired", "2026-10-12"}},
		{"a client without CRL", "crl-public", evidencetest.SeesClient(evidencetest.WithoutCRL), []string{"pc1.contoso.com (client.cer)", "no CRL"}},
		{"a directory", "crl-public", evidencetest.SeesClient(func(c *pki.CertificateFacts) { c.CRL = []string{"ldap:///CN=Contoso"} }), []string{"pc1.contoso.com (client.cer)", "ldap:///CN=Contoso"}},
		{"another name", "server-certificate-name", evidencetest.SeesServer("cmg.fabrikam.com", plantest.AsIs), []string{"cmg.fabrikam.com", plantest.GatewayName}},
		{"other letters", "server-certificate-name", evidencetest.SeesServer("ContosoCMG.contoso.com", plantest.AsIs), []string{"ContosoCMG.contoso.com", "case"}},
		{"a token past its end", "bulk-token-usable", evidencetest.SeesToken(func(f *evidence.TokenFacts) { f.Expires = evidencetest.Today.AddDate(0, 0, -3) }), []string{"expired 3 days ago (2026-11-19)"}},
		{"a long token", "bulk-token-usable", evidencetest.SeesToken(func(f *evidence.TokenFacts) { f.Expires = f.NotBefore.AddDate(0, 0, 8) }), []string{"11,520", "10,080"}},
		{"about to end", "evidence-in-date", evidencetest.SeesClient(func(c *pki.CertificateFacts) { c.NotAfter = evidencetest.NextMonth }), []string{"it expires in 20 days (2026-12-12)"}},
		{"a device without a tenant to compare", "device-state", plantest.Both(evidencetest.SeesDevice(plantest.AsIs), func(p *model.Plan) { p.Entra.TenantID = "" }), []string{"tenant"}},
	} {
		p := plantest.GoodPlan()
		c.change(p)
		f := findingOf(t, p, c.rule)
		for _, words := range c.want {
			if !strings.Contains(f.Detail, words) {
				t.Errorf("%s: %s is %s: %q lacks %q", c.says, c.rule, f.Outcome, f.Detail, words)
			}
		}
	}
}

// TestEvidenceIsCalledByItsFile: several certificates of a file are told apart.
func TestEvidenceIsCalledByItsFile(t *testing.T) {
	p := plantest.GoodPlan()
	evidencetest.Sees(evidencetest.Of("bundle.p7b", evidencetest.RootCA()), evidencetest.Of("device.txt", evidencetest.JoinedDevice()), model.Evidence{Kind: model.TokenEvidence}, evidencetest.Of("a\x1b[2J.cer", evidence.DeviceFacts{}))(p)
	for key, want := range map[string]string{
		"evidence[0]": "Contoso Root CA (bundle.p7b)", "evidence[1]": "device.txt", "evidence[2]": "Bulk registration token", "evidence[3]": "a.cer",
		"evidence[4]": "", "evidence[-1]": "", "evidence[x]": "", "evidence": "", "evidence[0": "", "management_points[0].host": "mp1.contoso.com",
	} {
		if got := evidence.EntryName(p, key); got != want {
			t.Errorf("%s is called %q, want %q", key, got, want)
		}
	}
	if got := evidence.NameAndKey(p, "evidence[1]"); got != "device.txt (evidence[1])" {
		t.Errorf("it is called %q", got)
	}
}

// TestPlansWithoutFactsAreJudgedAsBefore: evidence that somebody wrote by hand
// changes what three rules say, and nothing else.
func TestPlansWithoutFactsAreJudgedAsBefore(t *testing.T) {
	bare := []model.Evidence{{Kind: model.CertificateEvidence, File: "a.cer"}, {Kind: model.DeviceStateEvidence, SHA256: "bb"}, {Kind: model.ServerCertificateEvidence}, {Kind: model.TokenEvidence}}
	random := rand.New(rand.NewSource(21))
	for n := range 300 {
		p := plantest.RandomPlan(random)
		before := AllFindings(p)
		p.Evidence, p.At = bare, evidencetest.Today
		for i, f := range AllFindings(p) {
			want := before[min(i, len(before)-1)]
			switch {
			case f.Rule == "chain-complete" && p.Uses(model.ClientPKI), f.Rule == "device-state" && p.Uses(model.EntraID):
				if f.Outcome != Unclear {
					t.Fatalf("plan %d: %s is %s", n, f.Rule, f.Outcome)
				}
			case f.Rule == "version-supported": // the day alone decides it
			case f.Rule != want.Rule || f.Outcome != want.Outcome || f.Subject != want.Subject || f.Detail != want.Detail:
				t.Fatalf("plan %d: %s %s %q, was %s %s", n, f.Rule, f.Outcome, f.Subject, want.Rule, want.Outcome)
			}
		}
	}
}

// TestTooMuchEvidence: no plan makes the sorting endless.
func TestTooMuchEvidence(t *testing.T) {
	p := plantest.GoodPlan()
	for range evidence.Max + 1 {
		p.Evidence = append(p.Evidence, evidencetest.Of("r.cer", evidencetest.RootCA()))
	}
	p.Evidence[0] = evidencetest.Of("c.cer", evidencetest.ClientCertificate())
	if f := findingOf(t, p, "chain-complete"); f.Outcome != Unclear || !strings.Contains(f.Detail, "500") {
		t.Errorf("it is %s: %s", f.Outcome, f.Detail)
	}
}

// TestNewsOfCRLs: a plan that was saved before files were looked at is told.
func TestNewsOfCRLs(t *testing.T) {
	p := plantest.GoodPlan()
	p.Serial, p.Rules = 3, 2
	evidencetest.SeesClient(evidencetest.WithoutCRL)(p)
	for _, n := range NewsOf(p) {
		if n.Rule == "crl-public" && n.Was == Holds && n.Outcome == Broken {
			return
		}
	}
	t.Errorf("news: %+v", NewsOf(p))
}
