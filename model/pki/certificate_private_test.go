package pki

import (
	"strings"
	"testing"
	"time"
)

// TestPrivateIssuer: what no public provider does, and nothing else, says that
// none issued a certificate.
func TestPrivateIssuer(t *testing.T) {
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		says   string
		change func(*CertificateFacts)
		want   string
	}{
		{"as of a public provider", func(*CertificateFacts) {}, ""},
		{"no address at all", func(c *CertificateFacts) { c.CRL, c.AIA = nil, nil }, ""},
		{"a template", func(c *CertificateFacts) { c.Template = "WebServer" }, "template of AD CS: WebServer"},
		{"it signed itself", func(c *CertificateFacts) { c.SelfIssued = true }, "signed itself"},
		{"a CRL in Active Directory", func(c *CertificateFacts) { c.CRL = append(c.CRL, "LDAP:///CN=CA1,CN=CDP") }, "addresses in Active Directory"},
		{"an issuer in Active Directory", func(c *CertificateFacts) { c.AIA = []string{"ldap:///CN=CA1,CN=AIA"} }, "addresses in Active Directory"},
		{"a directory that anybody can ask", func(c *CertificateFacts) { c.CRL = []string{"ldap://directory.example.com/CN=CA1"} }, ""},
		{"named by a domain", func(c *CertificateFacts) { c.Issuer = "CN=Issuing CA, DC=contoso, DC=com" }, "hardly ever"},
		{"two years", func(c *CertificateFacts) { c.NotAfter = from.AddDate(2, 0, 0) }, "more than 398 days"},
		{"398 days", func(c *CertificateFacts) { c.NotAfter = from.AddDate(0, 0, 398) }, ""},
		{"two years, long ago", func(c *CertificateFacts) { c.NotBefore, c.NotAfter = from.AddDate(-8, 0, 0), from.AddDate(-6, 0, 0) }, ""},
	} {
		facts := CertificateFacts{Issuer: "CN=TLS RSA CA 1, O=Provider", NotBefore: from, NotAfter: from.AddDate(0, 6, 0), CRL: []string{"http://crl.example.com/1.crl"}}
		c.change(&facts)
		if got := facts.PrivateIssuer(); (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.says, got, c.want)
		}
	}
}
