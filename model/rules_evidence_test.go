package model

import (
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"
)

// wholeChain is a client certificate with all CAs above it.
var wholeChain = []Evidence{seen("client.cer", clientCertificate()), seen("issuing.cer", issuingCA()), seen("root.cer", rootCA())}

// someEvidence is on both sides of what each rule wants.
var someEvidence = []Evidence{
	seen("client.cer", clientCertificate()), seen("issuing.cer", issuingCA()), seen("root.cer", rootCA()),
	seen("old.cer", changed(clientCertificate(), func(c *CertificateFacts) { c.NotAfter = lastMonth })),
	seen("soon.cer", changed(clientCertificate(), func(c *CertificateFacts) { c.NotAfter = nextMonth })),
	seen("inside.cer", changed(clientCertificate(), withoutCRL)), seen("silent.cer", changed(issuingCA(), withoutCRL)),
	seen("directory.cer", changed(issuingCA(), func(c *CertificateFacts) { c.CRL = []string{"ldap:///CN=Contoso"} })),
	seen("mail.cer", changed(clientCertificate(), func(c *CertificateFacts) { c.Role, c.Purposes = OtherLeaf, []string{"Secure Email"} })),
	seen("cmg.cer", serverCertificate("granitefalls.contoso.com")), seen("mp.cer", serverCertificate("mp1.contoso.com")),
	seen("weak.cer", changed(serverCertificate("granitefalls.contoso.com"), func(c *CertificateFacts) { c.KeyBits = 1024 })),
	seen("device.txt", joinedDevice()), seen("registered.txt", changed(joinedDevice(), func(d *DeviceFacts) { d.EntraJoined = No })),
	seen("other.txt", changed(joinedDevice(), func(d *DeviceFacts) { d.TenantID = "00000000-0000-0000-0000-000000000001" })),
	seen("half.txt", changed(joinedDevice(), func(d *DeviceFacts) { d.Authentication = "" })),
	seen("soon.txt", changed(joinedDevice(), func(d *DeviceFacts) { d.CertificateUntil = nextMonth })),
	seen("token.txt", bulkToken()), seen("past.txt", changed(bulkToken(), func(f *TokenFacts) { f.Expires = today.Add(-time.Hour) })),
	seen("endless.txt", changed(bulkToken(), func(f *TokenFacts) { f.NotBefore = time.Time{} })),
	{Kind: CertificateEvidence, File: "hand.cer"}, {Kind: DeviceStateEvidence, File: "hand.txt", SHA256: "aa"},
	{Kind: ServerCertificateEvidence}, {Kind: TokenEvidence},
}

func withSomeEvidence(random *rand.Rand, p *Plan) *Plan {
	for range random.Intn(4) {
		p.Evidence = append(p.Evidence, someEvidence[random.Intn(len(someEvidence))])
	}
	if random.Intn(2) == 0 {
		p.At = today
	}
	return p
}

func withoutCRL(c *CertificateFacts) { c.CRL = nil }

// sees adds evidence to a plan that is judged for today.
func sees(evidence ...Evidence) func(*Plan) {
	return func(p *Plan) { p.At, p.Evidence = today, append(p.Evidence, evidence...) }
}

// seesClient adds a client certificate with one change.
func seesClient(change func(*CertificateFacts)) func(*Plan) {
	return sees(seen("client.cer", changed(clientCertificate(), change)))
}

func seesServer(name string, change func(*CertificateFacts)) func(*Plan) {
	return sees(seen("server.cer", changed(serverCertificate(name), change)))
}

func seesDevice(change func(*DeviceFacts)) func(*Plan) {
	return sees(seen("device.txt", changed(joinedDevice(), change)))
}

func seesToken(change func(*TokenFacts)) func(*Plan) {
	return sees(seen("token.txt", changed(bulkToken(), change)))
}

// seesChain adds a whole chain whose issuing CA has one change.
func seesChain(change func(*CertificateFacts)) func(*Plan) {
	return sees(seen("client.cer", clientCertificate()), seen("issuing.cer", changed(issuingCA(), change)), seen("root.cer", rootCA()))
}

func asIs[T any](*T) {}

func noDate(p *Plan) { p.At = time.Time{} }

// onlyEntra leaves Microsoft Entra ID as the one method.
func onlyEntra(p *Plan) { p.Devices = p.Devices[:1] }

const gatewayName = "contosocmg.contoso.com"

var evidenceCases = []ruleCase{
	{"device-state", "hybrid joined to the plan's tenant", seesDevice(asIs), Holds, "evidence[0]", Blocker},
	{"device-state", "the second of two", both(seesClient(asIs), seesDevice(asIs)), Holds, "evidence[1]", Blocker},
	{"device-state", "only registered", seesDevice(func(d *DeviceFacts) { d.EntraJoined, d.WorkplaceJoined = No, Yes }), Broken, "evidence[0]", Blocker},
	{"device-state", "it does not authenticate", seesDevice(func(d *DeviceFacts) { d.Authentication = "FAILED. Device is either disabled or deleted" }), Broken, "evidence[0]", Blocker},
	{"device-state", "its certificate has ended", seesDevice(func(d *DeviceFacts) { d.CertificateUntil = lastMonth }), Broken, "evidence[0]", Blocker},
	{"device-state", "that certificate, with no date known", both(seesDevice(func(d *DeviceFacts) { d.CertificateUntil = lastMonth }), noDate), Holds, "evidence[0]", Blocker},
	{"device-state", "another tenant", seesDevice(func(d *DeviceFacts) { d.TenantID = "00000000-0000-0000-0000-000000000001" }), Broken, "evidence[0]", Blocker},
	{"device-state", "the tenant in capitals", seesDevice(func(d *DeviceFacts) { d.TenantID = strings.ToUpper(d.TenantID) }), Holds, "evidence[0]", Blocker},
	{"device-state", "the plan knows no tenant", both(seesDevice(asIs), func(p *Plan) { p.Entra.TenantID = "" }), Unclear, "evidence[0]", Blocker},
	{"device-state", "nor whether the device matters", both(seesDevice(func(d *DeviceFacts) { d.EntraJoined = No }), func(p *Plan) { p.Entra.TenantID = Unsure }), Broken, "evidence[0]", Blocker},
	{"device-state", "the output says too little", seesDevice(func(d *DeviceFacts) { d.EntraJoined = "" }), Unclear, "evidence[0]", Blocker},
	{"device-state", "no facts", sees(Evidence{Kind: DeviceStateEvidence}), Unclear, "evidence[0]", Blocker},
	{"device-state", "nobody uses Microsoft Entra ID", both(seesDevice(asIs), nobodyUsesEntra), NotAsked, "", Blocker},

	{"chain-complete", "client, issuing CA and root CA", seesChain(asIs), Holds, "evidence", Blocker},
	{"chain-complete", "as many as the plan says", both(seesChain(asIs), func(p *Plan) { p.PKI.CACertificates = Num(2) }), Holds, "evidence", Blocker},
	{"chain-complete", "the plan does not say how many", both(seesChain(asIs), func(p *Plan) { p.PKI.CACertificates = UnsureNumber }), Holds, "evidence", Blocker},
	{"chain-complete", "the plan says three", both(seesChain(asIs), func(p *Plan) { p.PKI.CACertificates = Num(3) }), Broken, "evidence", Blocker},
	{"chain-complete", "the issuing CA is missing", sees(seen("c.cer", clientCertificate()), seen("r.cer", rootCA())), Broken, "evidence", Blocker},
	{"chain-complete", "the root CA is missing", sees(seen("c.cer", clientCertificate()), seen("i.cer", issuingCA())), Broken, "evidence", Blocker},
	{"chain-complete", "the issuing CA has ended", seesChain(func(c *CertificateFacts) { c.NotAfter = lastMonth }), Broken, "evidence", Blocker},
	{"chain-complete", "that CA, with no date known", both(seesChain(func(c *CertificateFacts) { c.NotAfter = lastMonth }), noDate), Holds, "evidence", Blocker},
	{"chain-complete", "one client of two has a chain", both(seesChain(asIs), sees(seen("f.cer", certified(ClientLeaf, "pc2", "Fabrikam CA")))), Broken, "evidence", Blocker},
	{"chain-complete", "a client certificate that signed itself", sees(seen("s.cer", changed(certified(ClientLeaf, "pc1", "pc1"), func(c *CertificateFacts) { c.SelfIssued = true }))), Broken, "evidence", Blocker},
	{"chain-complete", "no client certificate", sees(seen("r.cer", rootCA())), Unclear, "evidence", Blocker},
	{"chain-complete", "no facts", sees(Evidence{Kind: CertificateEvidence, File: "client.cer"}), Unclear, "evidence", Blocker},
	{"chain-complete", "what is missing may be what has no facts", both(sees(seen("c.cer", clientCertificate())), sees(Evidence{Kind: CertificateEvidence, File: "ca.cer"})), Unclear, "evidence", Blocker},
	{"chain-complete", "only other evidence", both(seesDevice(asIs), seesServer("mp1.contoso.com", asIs)), NotAsked, "", Blocker},
	{"chain-complete", "names that the issuing CA excludes", seesChain(func(c *CertificateFacts) { c.Excluded = []string{"DNS:contoso.com"} }), Broken, "evidence", Blocker},
	{"chain-complete", "names that it permits", seesChain(func(c *CertificateFacts) { c.Permitted = []string{"DNS:contoso.com"} }), Holds, "evidence", Blocker},
	{"chain-complete", "constraints that were not read", seesChain(func(c *CertificateFacts) { c.Partial = []string{"permitted", "excluded"} }), Unclear, "evidence", Blocker},
	{"chain-complete", "an issuing CA for nothing", seesChain(func(c *CertificateFacts) { c.PurposeState = NoPurpose }), Broken, "evidence", Blocker},
	{"chain-complete", "an issuing CA for nobody knows what", seesChain(func(c *CertificateFacts) { c.PurposeState = UnreadablePurpose }), Broken, "evidence", Blocker},
	{"chain-complete", "nobody uses PKI certificates", both(seesChain(asIs), nobodyUsesPKI), NotAsked, "", Blocker},

	{"client-certificate-usable", "it is usable", seesClient(asIs), Holds, "evidence[0]", Blocker},
	{"client-certificate-usable", "it has ended", seesClient(func(c *CertificateFacts) { c.NotAfter = lastMonth }), Broken, "evidence[0]", Blocker},
	{"client-certificate-usable", "a short key", seesClient(func(c *CertificateFacts) { c.KeyBits = 1024 }), Broken, "evidence[0]", Blocker},
	{"client-certificate-usable", "SHA-1", seesClient(func(c *CertificateFacts) { c.Hash, c.Signature = "SHA-1", "SHA-1 with RSA" }), Broken, "evidence[0]", Blocker},
	{"client-certificate-usable", "for mail", seesClient(func(c *CertificateFacts) { c.Role, c.Purposes = OtherLeaf, []string{"Secure Email"} }), Broken, "evidence[0]", Blocker},
	{"client-certificate-usable", "for nothing", seesClient(func(c *CertificateFacts) { c.Role, c.Purposes, c.PurposeState = OtherLeaf, nil, NoPurpose }), Broken, "evidence[0]", Blocker},
	{"client-certificate-usable", "for nothing, whatever its role", seesClient(func(c *CertificateFacts) { c.Purposes, c.PurposeState = nil, NoPurpose }), Broken, "evidence[0]", Blocker},
	{"client-certificate-usable", "for nobody knows what", seesClient(func(c *CertificateFacts) { c.Role, c.Purposes, c.PurposeState = OtherLeaf, nil, UnreadablePurpose }), Broken, "evidence[0]", Blocker},
	{"client-certificate-usable", "for anything", seesClient(func(c *CertificateFacts) { c.Purposes = nil }), Holds, "evidence[0]", Blocker},
	{"client-certificate-usable", "CAs are none", sees(seen("i.cer", issuingCA()), seen("r.cer", rootCA())), NotAsked, "", Blocker},
	{"client-certificate-usable", "no facts", sees(Evidence{Kind: CertificateEvidence}), NotAsked, "", Blocker},
	{"client-certificate-usable", "nobody uses PKI certificates", both(seesClient(asIs), nobodyUsesPKI), NotAsked, "", Blocker},

	{"stray-certificate-seen", "one was seen", both(seesClient(asIs), onlyEntra), Planned, "evidence[0]", Warning},
	{"stray-certificate-seen", "it has ended", both(seesClient(func(c *CertificateFacts) { c.NotAfter = lastMonth }), onlyEntra), Holds, "evidence[0]", Warning},
	{"stray-certificate-seen", "PKI certificates are in use too", seesClient(asIs), NotAsked, "", Warning},
	{"stray-certificate-seen", "a CA", both(sees(seen("r.cer", rootCA())), onlyEntra), NotAsked, "", Warning},

	{"server-certificate-usable", "it is usable", seesServer(gatewayName, asIs), Holds, "evidence[0]", Blocker},
	{"server-certificate-usable", "that of a management point has ended", seesServer("mp1.contoso.com", func(c *CertificateFacts) { c.NotAfter = lastMonth }), Broken, "evidence[0]", Blocker},
	{"server-certificate-usable", "a short key", seesServer(gatewayName, func(c *CertificateFacts) { c.KeyBits = 1024 }), Broken, "evidence[0]", Blocker},
	{"server-certificate-usable", "for nothing", seesServer(gatewayName, func(c *CertificateFacts) { c.Purposes, c.PurposeState = nil, NoPurpose }), Broken, "evidence[0]", Blocker},
	{"server-certificate-usable", "for nobody knows what", seesServer(gatewayName, func(c *CertificateFacts) { c.Purposes, c.PurposeState = nil, UnreadablePurpose }), Broken, "evidence[0]", Blocker},
	{"server-certificate-usable", "no facts", sees(Evidence{Kind: ServerCertificateEvidence}), NotAsked, "", Blocker},

	{"server-certificate-name", "the name of the plan", seesServer(gatewayName, asIs), Holds, "evidence[0]", Blocker},
	{"server-certificate-name", "among its alternative names", seesServer("other.contoso.com", func(c *CertificateFacts) { c.Names = append(c.Names, "DNS:"+gatewayName) }), Holds, "evidence[0]", Blocker},
	{"server-certificate-name", "a wildcard", seesServer("*.contoso.com", asIs), Holds, "evidence[0]", Blocker},
	{"server-certificate-name", "a wildcard further up", seesServer("*.com", asIs), Broken, "evidence[0]", Blocker},
	{"server-certificate-name", "another name", seesServer("cmg.fabrikam.com", asIs), Broken, "evidence[0]", Blocker},
	{"server-certificate-name", "other letters", seesServer("ContosoCMG.contoso.com", asIs), Broken, "evidence[0]", Blocker},
	{"server-certificate-name", "the name as an address", seesServer("x", func(c *CertificateFacts) { c.CommonName, c.Names = "", []string{"IP:10.0.0.1"} }), Broken, "evidence[0]", Blocker},
	{"server-certificate-name", "that of a management point", seesServer("MP1.contoso.com", asIs), NotAsked, "", Blocker},
	{"server-certificate-name", "that of a connection point", both(seesServer("cp9.contoso.com", asIs), func(p *Plan) { p.ConnectionPoints[0].Host = "cp9.contoso.com" }), NotAsked, "", Blocker},
	{"server-certificate-name", "one that the site made for itself", seesServer("x.contoso.com", func(c *CertificateFacts) { c.Issuer = "CN=SMS Issuing" }), NotAsked, "", Blocker},
	{"server-certificate-name", "no service name yet", both(seesServer(gatewayName, asIs), serviceName("")), NotAsked, "", Blocker},

	{"bulk-token-usable", "it is valid", seesToken(asIs), Holds, "evidence[0]", Blocker},
	{"bulk-token-usable", "seven days", seesToken(func(f *TokenFacts) { f.Expires = f.NotBefore.Add(MaxBulkLifetime * time.Minute) }), Holds, "evidence[0]", Blocker},
	{"bulk-token-usable", "it has ended", seesToken(func(f *TokenFacts) { f.Expires = today.Add(-time.Hour) }), Broken, "evidence[0]", Blocker},
	{"bulk-token-usable", "eight days", seesToken(func(f *TokenFacts) { f.Expires = f.NotBefore.Add(8 * 24 * time.Hour) }), Broken, "evidence[0]", Blocker},
	{"bulk-token-usable", "its beginning is not known", seesToken(func(f *TokenFacts) { f.NotBefore = time.Time{} }), Unclear, "evidence[0]", Blocker},
	{"bulk-token-usable", "clients register inside", both(seesToken(asIs), func(p *Plan) { p.Token.Registration = []Registration{InternalNetwork} }), NotAsked, "", Blocker},
	{"bulk-token-usable", "nobody uses tokens", both(seesToken(asIs), nobodyUsesTokens), NotAsked, "", Blocker},
	{"bulk-token-usable", "no facts", sees(Evidence{Kind: TokenEvidence}), NotAsked, "", Blocker},

	{"evidence-in-date", "a year is left", seesClient(asIs), Holds, "evidence[0]", Warning},
	{"evidence-in-date", "twenty days are left", seesClient(func(c *CertificateFacts) { c.NotAfter = nextMonth }), Broken, "evidence[0]", Warning},
	{"evidence-in-date", "60 days are left", seesServer(gatewayName, func(c *CertificateFacts) { c.NotAfter = today.AddDate(0, 0, 60) }), Broken, "evidence[0]", Warning},
	{"evidence-in-date", "61 days are left", seesServer(gatewayName, func(c *CertificateFacts) { c.NotAfter = today.AddDate(0, 0, 61) }), Holds, "evidence[0]", Warning},
	{"evidence-in-date", "a device", seesDevice(func(d *DeviceFacts) { d.CertificateUntil = nextMonth }), Broken, "evidence[0]", Warning},
	{"evidence-in-date", "the issuing CA of the clients", seesChain(func(c *CertificateFacts) { c.NotAfter = nextMonth }), Broken, "evidence[1]", Warning},
	{"evidence-in-date", "a CA that stands above nothing", sees(seen("r.cer", changed(rootCA(), func(c *CertificateFacts) { c.NotAfter = nextMonth }))), NotAsked, "", Warning},
	{"evidence-in-date", "expired is told elsewhere", seesClient(func(c *CertificateFacts) { c.NotAfter = lastMonth }), NotAsked, "", Warning},
	{"evidence-in-date", "a token lives for days", seesToken(asIs), NotAsked, "", Warning},
	{"evidence-in-date", "no date is known", both(seesClient(func(c *CertificateFacts) { c.NotAfter = nextMonth }), noDate), NotAsked, "", Warning},
	{"evidence-in-date", "nobody uses PKI certificates", both(seesClient(func(c *CertificateFacts) { c.NotAfter = nextMonth }), nobodyUsesPKI), NotAsked, "", Warning},

	{"crl-public", "the certificates agree", seesChain(asIs), Holds, "pki.crl_public", Blocker},
	{"crl-public", "the client certificate names no CRL", seesClient(withoutCRL), Broken, "pki.crl_public", Blocker},
	{"crl-public", "the CRL of the issuing CA is in the directory alone", seesChain(func(c *CertificateFacts) { c.CRL = []string{"ldap:///CN=Contoso"} }), Broken, "pki.crl_public", Blocker},
	{"crl-public", "nobody knows, but a certificate shows it", both(seesClient(withoutCRL), func(p *Plan) { p.PKI.CRLPublic = Unsure }), Broken, "pki.crl_public", Blocker},
	{"crl-public", "nobody knows, and no certificate proves it", both(seesChain(asIs), func(p *Plan) { p.PKI.CRLPublic = "" }), Unclear, "pki.crl_public", Blocker},
	{"crl-public", "a root CA needs none", sees(seen("r.cer", rootCA())), Holds, "pki.crl_public", Blocker},
	{"crl-public", "nor does what signed itself", seesClient(func(c *CertificateFacts) { c.CRL, c.SelfIssued = nil, true }), Holds, "pki.crl_public", Blocker},
	{"crl-public", "that of a server does not count", seesServer("mp1.contoso.com", withoutCRL), Holds, "pki.crl_public", Blocker},
	{"crl-public", "no facts", sees(Evidence{Kind: CertificateEvidence}), Holds, "pki.crl_public", Blocker},
	{"crl-public", "nobody looks at it", both(seesClient(withoutCRL), func(p *Plan) { p.Gateway.VerifyRevocation = No }), NotAsked, "", Blocker},
}

// TestDetailsOfEvidence: what is wrong is named with the words that people look
// for.
func TestDetailsOfEvidence(t *testing.T) {
	for _, c := range []struct {
		says, rule string
		change     func(*Plan)
		want       []string
	}{
		{"a missing issuing CA", "chain-complete", sees(seen("c.cer", clientCertificate())), []string{"Contoso Issuing CA", "missing", "pc1.contoso.com"}},
		{"a missing root CA", "chain-complete", sees(seen("c.cer", clientCertificate()), seen("i.cer", issuingCA())), []string{"Contoso Root CA", "missing", "Contoso Issuing CA"}},
		{"a CA that has ended", "chain-complete", seesChain(func(c *CertificateFacts) { c.NotAfter = lastMonth }), []string{"Contoso Issuing CA", "expired 41 days ago (2026-10-12)"}},
		{"fewer CAs than the plan says", "chain-complete", both(seesChain(asIs), func(p *Plan) { p.PKI.CACertificates = Num(3) }), []string{"2 CA certificates stand above pc1.contoso.com, and the plan says 3"}},
		{"no client certificate", "chain-complete", sees(seen("r.cer", rootCA())), []string{"no client certificate", "add one"}},
		{"evidence by hand", "chain-complete", sees(Evidence{Kind: CertificateEvidence}), []string{"add it again"}},
		{"an ended client certificate", "client-certificate-usable", seesClient(func(c *CertificateFacts) { c.NotAfter = lastMonth }), []string{"expired", "2026-10-12"}},
		{"a client without CRL", "crl-public", seesClient(withoutCRL), []string{"pc1.contoso.com (client.cer)", "no CRL"}},
		{"a directory", "crl-public", seesClient(func(c *CertificateFacts) { c.CRL = []string{"ldap:///CN=Contoso"} }), []string{"pc1.contoso.com (client.cer)", "ldap:///CN=Contoso"}},
		{"another name", "server-certificate-name", seesServer("cmg.fabrikam.com", asIs), []string{"cmg.fabrikam.com", gatewayName}},
		{"other letters", "server-certificate-name", seesServer("ContosoCMG.contoso.com", asIs), []string{"ContosoCMG.contoso.com", "case"}},
		{"a token past its end", "bulk-token-usable", seesToken(func(f *TokenFacts) { f.Expires = today.AddDate(0, 0, -3) }), []string{"expired 3 days ago (2026-11-19)"}},
		{"a long token", "bulk-token-usable", seesToken(func(f *TokenFacts) { f.Expires = f.NotBefore.AddDate(0, 0, 8) }), []string{"11,520", "10,080"}},
		{"about to end", "evidence-in-date", seesClient(func(c *CertificateFacts) { c.NotAfter = nextMonth }), []string{"it expires in 20 days (2026-12-12)"}},
		{"a device without a tenant to compare", "device-state", both(seesDevice(asIs), func(p *Plan) { p.Entra.TenantID = "" }), []string{"tenant"}},
	} {
		p := goodPlan()
		c.change(p)
		f := findingOf(t, p, c.rule)
		for _, words := range c.want {
			if !strings.Contains(f.Detail, words) {
				t.Errorf("%s: %s is %s: %q lacks %q", c.says, c.rule, f.Outcome, f.Detail, words)
			}
		}
	}
}

// TestMissingTenantIsOpen: the answer that a device state waits for is asked.
func TestMissingTenantIsOpen(t *testing.T) {
	p := goodPlan()
	seesDevice(asIs)(p)
	p.Entra.TenantID = ""
	open := Judge(*p).Open
	if !slices.ContainsFunc(open, func(o OpenItem) bool { return o.Key == "entra.tenant_id" }) {
		t.Errorf("open are %v", open)
	}
}

// TestEvidenceIsCalledByItsFile: several certificates of a file are told apart.
func TestEvidenceIsCalledByItsFile(t *testing.T) {
	p := goodPlan()
	sees(seen("bundle.p7b", rootCA()), seen("device.txt", joinedDevice()), Evidence{Kind: TokenEvidence}, seen("a\x1b[2J.cer", DeviceFacts{}))(p)
	for key, want := range map[string]string{
		"evidence[0]": "Contoso Root CA (bundle.p7b)", "evidence[1]": "device.txt", "evidence[2]": "Bulk registration token", "evidence[3]": "a.cer",
		"evidence[4]": "", "evidence[-1]": "", "evidence[x]": "", "evidence": "", "evidence[0": "", "management_points[0].host": "mp1.contoso.com",
	} {
		if got := p.EntryName(key); got != want {
			t.Errorf("%s is called %q, want %q", key, got, want)
		}
	}
	if got := p.Called("evidence[1]"); got != "device.txt (evidence[1])" {
		t.Errorf("it is called %q", got)
	}
}

// TestPlansWithoutFactsAreJudgedAsBefore: evidence that somebody wrote by hand
// changes what three rules say, and nothing else.
func TestPlansWithoutFactsAreJudgedAsBefore(t *testing.T) {
	bare := []Evidence{{Kind: CertificateEvidence, File: "a.cer"}, {Kind: DeviceStateEvidence, SHA256: "bb"}, {Kind: ServerCertificateEvidence}, {Kind: TokenEvidence}}
	random := rand.New(rand.NewSource(21))
	for n := range 300 {
		p := randomPlan(random)
		before := p.Judged()
		p.Evidence, p.At = bare, today
		for i, f := range p.Judged() {
			want := before[min(i, len(before)-1)]
			switch {
			case f.Rule == "chain-complete" && p.Uses(ClientPKI), f.Rule == "device-state" && p.Uses(EntraID):
				if f.Outcome != Unclear {
					t.Fatalf("plan %d: %s is %s", n, f.Rule, f.Outcome)
				}
			case f.Rule != want.Rule || f.Outcome != want.Outcome || f.Subject != want.Subject || f.Detail != want.Detail:
				t.Fatalf("plan %d: %s %s %q, was %s %s", n, f.Rule, f.Outcome, f.Subject, want.Rule, want.Outcome)
			}
		}
	}
}

// TestTooMuchEvidence: no plan makes the sorting endless.
func TestTooMuchEvidence(t *testing.T) {
	p := goodPlan()
	for range MaxEvidence + 1 {
		p.Evidence = append(p.Evidence, seen("r.cer", rootCA()))
	}
	p.Evidence[0] = seen("c.cer", clientCertificate())
	if f := findingOf(t, p, "chain-complete"); f.Outcome != Unclear || !strings.Contains(f.Detail, "500") {
		t.Errorf("it is %s: %s", f.Outcome, f.Detail)
	}
}

// TestNewsOfCRLs: a plan that was saved before files were looked at is told.
func TestNewsOfCRLs(t *testing.T) {
	p := goodPlan()
	p.Serial, p.Rules = 3, 2
	seesClient(withoutCRL)(p)
	for _, n := range p.News() {
		if n.Rule == "crl-public" && n.Was == Holds && n.Outcome == Broken {
			return
		}
	}
	t.Errorf("news: %+v", p.News())
}
