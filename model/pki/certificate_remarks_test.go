package pki

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
)

// remarkCase is a certificate, and one of the remarks on it.
type remarkCase struct {
	name     string
	facts    CertificateFacts
	id       string // "!…" for one that must not be there
	severity model.Severity
	rule     string
	says     []string
}

var remarkCases = []remarkCase{
	{"good client", goodClient(nil), "client-certificate-good", "", usableRule, []string{"Client Authentication", "RSA key of 2048 bits", "SHA-256", "expires in"}},
	{"good client", goodClient(nil), "client-certificate-wins", "", strayRule, []string{"installed as a PKI client", "Microsoft Entra ID", "ccmsetup prefers", "/UsePKICert", "AADCLIENTAPPID"}},
	{"good client", goodClient(nil), "private-key-unseen", "", "", []string{"private key", "certutil -store my"}},
	{"good client", goodClient(nil), "!client-key-length", "", "", nil},
	{"good client", goodClient(nil), "!client-key-usage", "", "", nil},
	{"good client", goodClient(nil), "crl-public", "", crlRule, []string{"http://pki.contoso.com/ca.crl", "Nobody fetched it"}},
	{"SHA-1 client", goodClient(func(c *CertificateFacts) { c.Hash = "SHA-1" }), "client-certificate-faulty", model.Blocker, usableRule, []string{"SHA-1", "0x87d00454"}},
	{"short key", goodClient(func(c *CertificateFacts) { c.KeyBits = 1024 }), "client-certificate-faulty", model.Blocker, usableRule, []string{"1024 bits", "0x87d00454"}},
	{"ECDSA key", goodClient(func(c *CertificateFacts) { c.Key, c.KeyBits = "ECDSA P-256", 256 }), "client-certificate-faulty", model.Blocker, usableRule, []string{"not RSA"}},
	{"expired client", goodClient(until(2026)), "client-certificate-faulty", model.Blocker, usableRule, []string{"it expired on 2026-06-01", "renewed certificate"}},
	{"client that expires soon", goodClient(func(c *CertificateFacts) { c.NotAfter = heapDay.AddDate(0, 0, 12) }), "expires-soon", model.Warning, usableRule, []string{"expires in 12 days (2026-12-04)"}},
	{"odd length", goodClient(func(c *CertificateFacts) { c.KeyBits = 3000 }), "client-key-length", model.Advice, keyLengthRule, []string{"3000 bits", "2048 and 4096"}},
	{"no key encipherment", goodClient(func(c *CertificateFacts) { c.KeyUsage = []string{"Digital Signature"} }), "client-key-usage", model.Warning, "", []string{"lacks Key Encipherment"}},
	{"no key usage", goodClient(func(c *CertificateFacts) { c.KeyUsage = nil }), "!client-key-usage", "", "", nil},
	{"no name", goodClient(func(c *CertificateFacts) { c.Subject, c.CommonName, c.Names = "", "", nil }), "client-without-name", model.Blocker, usableRule, []string{"neither a subject nor an alternative name"}},
	{"no machine name", goodClient(func(c *CertificateFacts) { c.CommonName, c.Subject, c.Names = "", "O=Contoso", nil }), "client-without-machine-name", model.Warning, "", []string{"name of its computer"}},
	{"first name no DNS name", goodClient(func(c *CertificateFacts) { c.Names = []string{"IP:10.0.0.1", "DNS:pc1.contoso.com"} }), "client-first-name", model.Advice, "", []string{"only the first counts", "IP:10.0.0.1"}},
	{"of a person", goodClient(func(c *CertificateFacts) { c.Names = []string{"UPN:ann@contoso.com"} }), "client-of-user", model.Warning, usableRule, []string{"UPN:ann@contoso.com", "store of the computer"}},
	{"user template", goodClient(func(c *CertificateFacts) { c.Template = "User" }), "client-of-user", model.Warning, usableRule, nil},
	{"computer template", goodClient(func(c *CertificateFacts) {
		c.Template, c.Purposes = "Machine", []string{ClientAuthentication, ServerAuthentication}
	}), "template-computer", "", "", []string{"Computer template", "connection points"}},
	{"own template", goodClient(func(c *CertificateFacts) { c.Template = "1.3.6.1.4.1.311.21.8.1" }), "template", "", "", []string{"enterprise CA of AD CS"}},
	{"self-signed", goodClient(func(c *CertificateFacts) { c.SelfIssued = true }), "client-self-signed", model.Blocker, chainRule, nil},
	{"device registration", goodClient(func(c *CertificateFacts) { c.Issuer = "CN=MS-Organization-Access" }), "client-of-another-issuer", model.Warning, chainRule, []string{"MS-Organization-Access"}},
	{"oddities", goodClient(func(c *CertificateFacts) { c.Oddities = []string{"its serial number is negative"} }), "odd", "", "", []string{"its serial number is negative"}},
	{"internal CRL", goodClient(func(c *CertificateFacts) { c.CRL = []string{"http://pki/ca.crl", "ldap:///CN=CA"} }), "crl-internal", model.Blocker, crlRule,
		[]string{"http://pki/ca.crl", "Verify Client Certificate Revocation", "403", "0x2f8f", "CERT_REV_FAILED", "Publish the CRL over http"}},
	{"CRL over ldap", goodClient(func(c *CertificateFacts) { c.CRL = []string{"ldap:///CN=CA"} }), "crl-ldap", model.Blocker, crlRule, []string{"ldap", "clear Verify Client Certificate Revocation"}},
	{"CRL over https", goodClient(func(c *CertificateFacts) { c.CRL = []string{"https://crl.contoso.com/ca.crl"} }), "crl-https", model.Warning, crlRule, []string{"fetched over http"}},
	{"no CRL", goodClient(func(c *CertificateFacts) { c.CRL = nil }), "crl-none", model.Blocker, crlRule, []string{"no CRL distribution point"}},
	{"other", goodLeaf(made{role: OtherLeaf, name: "Code", key: "C", issuer: "Sub", by: "S"}, nil), "not-for-cmg", model.Warning, usableRule, []string{"Code Signing", "0x87d00454"}},

	{"root", theRoot.facts(), "ca", "", "", []string{"root CA", "needs no CRL"}},
	{"root without CRL", theRoot.with(func(c *CertificateFacts) { c.CRL = nil }).facts(), "!crl-none", "", "", nil},
	{"root with SHA-1", theRoot.with(func(c *CertificateFacts) { c.Hash = "SHA-1" }).facts(), "root-signature", "", "", []string{"does not matter"}},
	{"intermediate with SHA-1", twoSub.with(func(c *CertificateFacts) { c.Hash = "SHA-1" }).facts(), "ca-signature-weak", model.Warning, chainRule, []string{"SHA-1"}},
	{"intermediate without CRL", twoSub.with(func(c *CertificateFacts) { c.CRL = nil }).facts(), "crl-none", model.Blocker, crlRule, nil},
	{"intermediate with a path length", twoSub.with(func(c *CertificateFacts) { c.MaxPath = 0 }).facts(), "ca", "", "", []string{"No CA may stand below it."}},
	{"expired CA", twoSub.with(until(2025)).facts(), "ca-not-in-date", model.Warning, chainRule, []string{"expired 539 days ago (2025-06-01)"}},
	{"CA that expires soon", twoSub.with(func(c *CertificateFacts) { c.NotAfter = heapDay.AddDate(0, 0, 30) }).facts(), "expires-soon", model.Warning, chainRule, []string{"30 days"}},
	{"CA with a short key", twoSub.with(func(c *CertificateFacts) { c.KeyBits = 1024 }).facts(), "ca-key-short", model.Warning, chainRule, []string{"1024 bits"}},
	{"CA for servers", twoSub.with(func(c *CertificateFacts) { c.Purposes = []string{ServerAuthentication} }).facts(), "ca-purpose", model.Warning, chainRule, []string{"Server Authentication"}},
	{"CA that may not sign", twoSub.with(func(c *CertificateFacts) { c.KeyUsage = []string{"CRL Signing"} }).facts(), "ca-may-not-sign", model.Warning, chainRule, nil},

	{"good server", goodServer(nil), "server-certificate-good", "", "", []string{"Server Authentication", "cmg.contoso.com"}},
	{"good server", goodServer(nil), "server-issuer-trusted", "", trustRule, []string{"INVALID_CA", "12175"}},
	{"good server", goodServer(nil), "server-certificate-only", "", connectorRule, []string{"403 CMGConnector_Clientcertificaterequired", "Filtered cert count with client auth: 0"}},
	{"server for both", goodServer(func(c *CertificateFacts) { c.Purposes = []string{ServerAuthentication, ClientAuthentication} }), "!server-certificate-only", "", "", nil},
	{"server with SHA-1", goodServer(func(c *CertificateFacts) { c.Hash = "SHA-1" }), "server-certificate-faulty", model.Blocker, "", []string{"SHA-1"}},
	{"server with 3072 bits", goodServer(func(c *CertificateFacts) { c.KeyBits = 3072 }), "server-key-length", model.Advice, "", nil},
	{"server of Azure", goodServer(func(c *CertificateFacts) { c.CommonName, c.Names = "cmg.westus.cloudapp.azure.com", nil }), "server-name-of-azure", "", fixedNameRule, []string{"Public providers do not issue"}},
	{"CRL of a server", goodServer(func(c *CertificateFacts) { c.CRL = []string{"ldap:///CN=CA"} }), "server-crl-ldap", model.Warning, siteCRLRule, []string{"CERT_REV_FAILED", "/NoCRLCheck"}},
	{"role certificate", goodServer(func(c *CertificateFacts) { c.Issuer = "CN=SMS Issuing, OU=Site" }), "site-certificate", "", "", []string{"SMS Role SSL Certificate", "Enhanced HTTP", "CMGConnector_Forbidden"}},
	{"role certificate", goodServer(func(c *CertificateFacts) { c.Issuer, c.CRL = "CN=SMS Issuing, OU=Site", nil }), "!server-crl-none", "", "", nil},
}

func TestRemarksOnCertificates(t *testing.T) {
	for _, test := range remarkCases {
		remarks := test.facts.remarksAs(test.facts.Role, heapDay)
		checkRemarks(t, remarks)
		id, unwanted := strings.CutPrefix(test.id, "!")
		at := slices.IndexFunc(remarks, func(r model.Remark) bool { return r.ID == id })
		switch {
		case unwanted && at >= 0:
			t.Errorf("%s: remark %+v", test.name, remarks[at])
		case !unwanted && at < 0:
			t.Errorf("%s: no remark %s among %v", test.name, id, remarkIDs(remarks))
		case at >= 0:
			test.check(t, remarks[at])
		}
	}
}

func (test remarkCase) check(t *testing.T, r model.Remark) {
	t.Helper()
	if r.Severity != test.severity || r.Rule != test.rule {
		t.Errorf("%s: %s is %q on rule %q", test.name, r.ID, r.Severity, r.Rule)
	}
	for _, words := range test.says {
		if !strings.Contains(r.Text+" "+r.Do, words) {
			t.Errorf("%s: does not say %q: %s / %s", test.name, words, r.Text, r.Do)
		}
	}
}

func TestCAsAboveServersOnlyAreJudgedAsSuch(t *testing.T) {
	ldap := func(c *CertificateFacts) { c.CRL = []string{"ldap:///CN=CA"} }
	c := SortCertificates(found(thePC, theRoot.with(nil), twoSub, server("cmg.cer", "cmg.contoso.com", "Other", "O"), sub("other.cer", "Other", "O", "Root", "R").with(ldap)), heapDay)
	for _, s := range c.Certificates {
		if s.CommonName == "Other" && (!slices.Contains(remarkIDs(s.Remarks), "server-crl-ldap") || slices.Contains(remarkIDs(s.Remarks), "crl-ldap")) {
			t.Error(remarkIDs(s.Remarks))
		}
	}
}

func TestNothingIsExpiredWithoutADate(t *testing.T) {
	old := goodClient(until(2020))
	if ids := remarkIDs(old.remarksAs(old.Role, parseDay(t, ""))); !slices.Contains(ids, "client-certificate-good") || slices.Contains(ids, "expires-soon") {
		t.Error(ids)
	}
}
