package seen

import (
	"fmt"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/pki"
)

// certificates tells of each certificate: of a few in full, of many in a line
// where they are well.
func (in *inspection) certificates() []doc.Part {
	list := in.Chains.Certificates
	brief := !in.all && len(list) > fewCertificates
	g := doc.Group{Spaced: !brief}
	for i := range list {
		if brief {
			g.Entries = append(g.Entries, in.certificateLine(i))
		} else {
			g.Entries = append(g.Entries, in.certificate(i))
		}
	}
	parts := []doc.Part{{Title: fmt.Sprintf("Certificates: %d", len(list)), Groups: []doc.Group{g}}}
	if brief {
		parts = append(parts, doc.Line("Every fact of each: --all, or inspect fewer files."))
	}
	return parts
}

func (in *inspection) certificateTitle(place int) string {
	return pki.CertificateRoles.Label(in.role(place)) + " " + in.called(place)
}

func (in *inspection) certificateLine(place int) doc.Entry {
	c := in.Chains.Certificates[place]
	return doc.Entry{
		Title: doc.JoinedWith(": ", in.certificateTitle(place), model.EndWords(c.NotAfter, in.at)), Hung: true,
		Facts: append(doc.Given(doc.Plain(doc.ThumbprintLabel, c.SHA1)), in.remarks(c.Remarks, true)...),
	}
}

// certificate is everything about one.
func (in *inspection) certificate(place int) doc.Entry {
	c := in.Chains.Certificates[place]
	e := doc.Entry{Title: in.certificateTitle(place), Tone: doc.StrongTone, Facts: certificateFacts(c, model.EndWords(c.NotAfter, in.at))}
	e.Facts = append(e.Facts, addressFacts(c)...)
	e.Facts = append(e.Facts, in.remarks(c.Remarks, false)...)
	return e
}

// certificateFacts are the facts that fit in a line each.
func certificateFacts(c pki.SortedCertificate, end string) []doc.Fact {
	key, until := c.Key, minute(c.NotAfter)
	if c.KeyBits != 0 {
		key = fmt.Sprintf("%s, %d bits", c.Key, c.KeyBits)
	}
	if !c.NotAfter.IsZero() {
		until = doc.JoinedWith(", ", until, end)
	}
	all := func(list []string, none, key string) string {
		text := strings.Join(model.OrNone(list, none), ", ")
		if !c.IsWhole(key) {
			text += " (not all of it: see below)"
		}
		return text
	}
	return doc.Given(
		doc.Plain("subject", doc.OrNothing(c.Subject)), doc.Plain(doc.IssuerLabel, doc.OrNothing(c.Issuer)),
		doc.Plain("thumbprint (SHA-1)", c.SHA1), doc.Plain("SHA-256", c.SHA256), doc.Plain("serial number", c.Serial),
		doc.Plain("key", key), doc.Plain("signature", c.Signature),
		doc.Plain("valid from", minute(c.NotBefore)), doc.Plain("valid to", until),
		doc.Plain("purposes", all([]string{c.PurposeWords()}, "", "purposes")), doc.Plain("key usage", strings.Join(model.OrNone(c.KeyUsage, "any: it names none"), ", ")),
		doc.Plain("names", all(c.Names, "", "names")), doc.Plain("permitted names", all(c.Permitted, "", "permitted")), doc.Plain("excluded names", all(c.Excluded, "", "excluded")),
		doc.Plain("template", c.Template), doc.Plain("subject key identifier", c.SubjectKey), doc.Plain("authority key identifier", c.AuthorityKey),
		doc.Plain("unusual", strings.Join(c.Oddities, "; ")),
	)
}

// addressFacts judge where the CRL can be read, and say where the issuer's
// certificate is. A root CA needs neither.
func addressFacts(c pki.SortedCertificate) []doc.Fact {
	var facts []doc.Fact
	for _, address := range c.CRL {
		facts = append(facts, doc.Plain("CRL ("+pki.CRLReaches.Label(pki.JudgeCRLAddress(address))+")", address))
	}
	if len(c.CRL) == 0 && c.Role != pki.RootCA {
		facts = append(facts, doc.Plain("CRL", "none: the certificate names no address"))
	}
	for _, address := range c.AIA {
		facts = append(facts, doc.Plain("issuer at", address))
	}
	return facts
}

// minute is a time as people read it, "" for none.
func minute(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.UTC().Format("2006-01-02 15:04") + " UTC"
}
