package doc

import (
	"fmt"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/pki"
)

// certificates tells of each certificate: of a few in full, of many in a line
// where they are well.
func (in *inspection) certificates() []Part {
	list := in.Chains.Certificates
	brief := !in.all && len(list) > fewCertificates
	g := Group{Spaced: !brief}
	for i := range list {
		if brief {
			g.Entries = append(g.Entries, in.certificateLine(i))
		} else {
			g.Entries = append(g.Entries, in.certificate(i))
		}
	}
	parts := []Part{{Title: fmt.Sprintf("Certificates: %d", len(list)), Groups: []Group{g}}}
	if brief {
		parts = append(parts, line("Every fact of each: --all, or inspect fewer files."))
	}
	return parts
}

func (in *inspection) certificateTitle(place int) string {
	return pki.CertificateRoles.Label(in.role(place)) + " " + in.called(place)
}

func (in *inspection) certificateLine(place int) Entry {
	c := in.Chains.Certificates[place]
	return Entry{
		Title: joined(": ", in.certificateTitle(place), model.EndWords(c.NotAfter, in.at)), Hung: true,
		Facts: append(given(plain(ThumbprintLabel, c.SHA1)), in.remarks(c.Remarks, true)...),
	}
}

// certificate is everything about one.
func (in *inspection) certificate(place int) Entry {
	c := in.Chains.Certificates[place]
	e := Entry{Title: in.certificateTitle(place), Tone: StrongTone, Facts: certificateFacts(c, model.EndWords(c.NotAfter, in.at))}
	e.Facts = append(e.Facts, addressFacts(c)...)
	e.Facts = append(e.Facts, in.remarks(c.Remarks, false)...)
	return e
}

// certificateFacts are the facts that fit in a line each.
func certificateFacts(c pki.SortedCertificate, end string) []Fact {
	key, until := c.Key, Minute(c.NotAfter)
	if c.KeyBits != 0 {
		key = fmt.Sprintf("%s, %d bits", c.Key, c.KeyBits)
	}
	if !c.NotAfter.IsZero() {
		until = joined(", ", until, end)
	}
	all := func(list []string, none, key string) string {
		text := strings.Join(model.OrNone(list, none), ", ")
		if !c.IsWhole(key) {
			text += " (not all of it: see below)"
		}
		return text
	}
	return given(
		plain("subject", OrNothing(c.Subject)), plain(IssuerLabel, OrNothing(c.Issuer)),
		plain("thumbprint (SHA-1)", c.SHA1), plain("SHA-256", c.SHA256), plain("serial number", c.Serial),
		plain("key", key), plain("signature", c.Signature),
		plain("valid from", Minute(c.NotBefore)), plain("valid to", until),
		plain("purposes", all([]string{c.PurposeWords()}, "", "purposes")), plain("key usage", strings.Join(model.OrNone(c.KeyUsage, "any: it names none"), ", ")),
		plain("names", all(c.Names, "", "names")), plain("permitted names", all(c.Permitted, "", "permitted")), plain("excluded names", all(c.Excluded, "", "excluded")),
		plain("template", c.Template), plain("subject key identifier", c.SubjectKey), plain("authority key identifier", c.AuthorityKey),
		plain("unusual", strings.Join(c.Oddities, "; ")),
	)
}

// addressFacts judge where the CRL can be read, and say where the issuer's
// certificate is. A root CA needs neither.
func addressFacts(c pki.SortedCertificate) []Fact {
	var facts []Fact
	for _, address := range c.CRL {
		facts = append(facts, plain("CRL ("+pki.CRLReaches.Label(pki.JudgeCRLAddress(address))+")", address))
	}
	if len(c.CRL) == 0 && c.Role != pki.RootCA {
		facts = append(facts, plain("CRL", "none: the certificate names no address"))
	}
	for _, address := range c.AIA {
		facts = append(facts, plain("issuer at", address))
	}
	return facts
}

// Minute is a time as people read it, "" for none.
func Minute(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.UTC().Format("2006-01-02 15:04") + " UTC"
}
