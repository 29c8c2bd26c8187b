package cli

import (
	"cmgwizard/model/doc"
	"fmt"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/pki"
)

// certificates tells of each certificate: of a few in full, of many in a line
// where they are well.
func (p *inspectPage) certificates() {
	list := p.report.Chains.Certificates
	brief := !p.all && len(list) > fewCertificates
	p.heading(fmt.Sprintf("Certificates: %d", len(list)))
	for i := range list {
		if brief {
			p.certificateLine(i)
			continue
		}
		if i > 0 {
			p.gap()
		}
		p.certificate(i)
	}
	if brief {
		p.gap()
		p.line("Every fact of each: --all, or inspect fewer files.")
	}
}

func (p *inspectPage) certificateLine(place int) {
	c := p.report.Chains.Certificates[place]
	line := fmt.Sprintf("%s %s", pki.CertificateRoles.Label(c.Role), p.called(place))
	if end := model.EndWords(c.NotAfter, p.at); end != "" {
		line += ": " + end
	}
	p.hung("  ", line)
	p.fact("      thumbprint: ", c.SHA1)
	p.remarks("      ", c.Remarks, true)
}

// certificate is everything about one.
func (p *inspectPage) certificate(place int) {
	c := p.report.Chains.Certificates[place]
	p.painted(strong, "  ", fmt.Sprintf("%s %s", pki.CertificateRoles.Label(c.Role), p.called(place)))
	for _, f := range certificateFacts(c, model.EndWords(c.NotAfter, p.at)) {
		p.fact("      "+f.Label+": ", f.Value)
	}
	p.places(c)
	p.remarks("      ", c.Remarks, false)
}

// certificateFacts are the facts that fit in a line each.
func certificateFacts(c pki.SortedCertificate, end string) []model.Fact {
	return []model.Fact{
		{Label: "subject", Value: doc.OrNothing(c.Subject)},
		{Label: "issuer", Value: doc.OrNothing(c.Issuer)},
		{Label: "thumbprint (SHA-1)", Value: c.SHA1},
		{Label: "SHA-256", Value: c.SHA256},
		{Label: "serial number", Value: c.Serial},
		{Label: "key", Value: keyLength(c)},
		{Label: "signature", Value: c.Signature},
		{Label: "valid from", Value: minute(c.NotBefore)},
		{Label: "valid to", Value: until(c, end)},
		{Label: "purposes", Value: c.PurposeWords() + notWhole(c, "purposes")},
		{Label: "key usage", Value: orWord(c.KeyUsage, "any: it names none")},
		{Label: "names", Value: strings.Join(c.Names, ", ") + notWhole(c, "names")},
		{Label: "permitted names", Value: strings.Join(c.Permitted, ", ") + notWhole(c, "permitted")},
		{Label: "excluded names", Value: strings.Join(c.Excluded, ", ") + notWhole(c, "excluded")},
		{Label: "template", Value: c.Template},
		{Label: "subject key identifier", Value: c.SubjectKey},
		{Label: "authority key identifier", Value: c.AuthorityKey},
		{Label: "unusual", Value: strings.Join(c.Oddities, "; ")},
	}
}

// notWhole says of a fact that there is more in the certificate.
func notWhole(c pki.SortedCertificate, key string) string {
	if c.IsWhole(key) {
		return ""
	}
	return " (not all of it: see below)"
}

func orWord(list []string, word string) string {
	if len(list) == 0 {
		return word
	}
	return strings.Join(list, ", ")
}

func keyLength(c pki.SortedCertificate) string {
	if c.KeyBits == 0 {
		return c.Key
	}
	return fmt.Sprintf("%s, %d bits", c.Key, c.KeyBits)
}

// until is the end of a certificate, with the days left.
func until(c pki.SortedCertificate, end string) string {
	if c.NotAfter.IsZero() || end == "" {
		return minute(c.NotAfter)
	}
	return minute(c.NotAfter) + ", " + end
}

// minute is a time as people read it, "" for none.
func minute(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.UTC().Format("2006-01-02 15:04") + " UTC"
}

// places judges where the CRL can be read, and says where the issuer's
// certificate is. A root CA needs neither.
func (p *inspectPage) places(c pki.SortedCertificate) {
	for _, address := range c.CRL {
		p.item("      CRL ("+pki.CRLReaches.Label(pki.JudgeCRLAddress(address))+"): ", address)
	}
	if len(c.CRL) == 0 && c.Role != pki.RootCA {
		p.item("      CRL: ", "none: the certificate names no address")
	}
	for _, address := range c.AIA {
		p.item("      issuer at: ", address)
	}
}
