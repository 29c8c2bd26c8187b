package pki_test

import (
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/evidence/evidencetest"
	"cmgwizard/model/pki"
	"cmgwizard/model/plantest"
)

// TestForeignCertificates: what the site, Microsoft Entra ID or Intune made for
// itself, and what signed itself, says nothing about a PKI.
func TestForeignCertificates(t *testing.T) {
	ca := func(subject string) pki.CertificateFacts {
		return evidencetest.Changed(evidencetest.RootCA(), func(c *pki.CertificateFacts) { c.Subject = subject })
	}
	issued := func(issuer string) pki.CertificateFacts {
		return evidencetest.Changed(evidencetest.ClientCertificate(), func(c *pki.CertificateFacts) { c.Issuer = issuer })
	}
	for _, test := range []struct {
		name string
		c    pki.CertificateFacts
		want bool
	}{
		{"a client certificate", evidencetest.ClientCertificate(), false},
		{"a root CA", evidencetest.RootCA(), false},
		{"the CA of the site", ca("CN=SMS Issuing"), true},
		{"what that CA issued", issued("CN=SMS Issuing"), true},
		{"the device in Microsoft Entra ID", issued("CN=MS-Organization-Access"), true},
		{"the device in Intune", issued("CN=Microsoft Intune MDM Device CA"), true},
		{"a client that signed itself", evidencetest.Changed(evidencetest.ClientCertificate(), func(c *pki.CertificateFacts) { c.SelfIssued = true }), true},
		{"a server that signed itself", evidencetest.Changed(evidencetest.ServerCertificate("mp1.contoso.com"), func(c *pki.CertificateFacts) { c.SelfIssued = true }), false},
	} {
		if got := test.c.IsForeign(); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

func TestForeignCAIsNeverUploaded(t *testing.T) {
	heap := []pki.FoundCertificate{
		{CertificateFacts: siteCA(), File: "sms.cer"},
		{CertificateFacts: evidencetest.RootCA(), File: "root.cer"},
	}
	for _, c := range pki.SortCertificates(heap, evidencetest.Today).Certificates {
		if want := c.CommonName != "SMS Issuing"; (c.Upload == pki.UploadRoot) != want {
			t.Errorf("%s: %s, %s", c.Subject, c.Upload, c.Reason)
		}
	}
}

func TestClientOfAConnectionPoint(t *testing.T) {
	p := plantest.GoodPlan()
	p.ConnectionPoints = []model.ConnectionPoint{{Host: "cp1.contoso.com"}, {Host: model.Unsure}, {}}
	client := evidencetest.Changed(evidencetest.ClientCertificate(), func(c *pki.CertificateFacts) { c.Names = []string{"DNS:CP1.contoso.com"} })
	if got := pki.ClientRemarks(p, client); len(got) != 1 || !strings.Contains(got[0].Text, "cp1.contoso.com") {
		t.Errorf("%+v", got)
	}
	if got := pki.ClientRemarks(p, evidencetest.ClientCertificate()); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

func siteCA() pki.CertificateFacts {
	return evidencetest.Changed(evidencetest.Certified(pki.RootCA, "SMS Issuing", "SMS Issuing"), func(c *pki.CertificateFacts) { c.CA, c.SelfIssued = true, true })
}
