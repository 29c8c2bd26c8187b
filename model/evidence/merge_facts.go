package evidence

import (
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/pki"
)

// answerFacts are the answers that the evidence of these identities gives.
func answerFacts(p *model.Plan, ids map[string]bool) []fact {
	facts := dotNetAnswer(p, ids)
	chains := Chains(p)
	for i, e := range p.Evidence {
		if !ids[Identity(e)] {
			continue
		}
		if device, found := Device(e); found {
			facts = append(facts, slices.Concat(device.answers(name(e)), joinAnswer(p, device, name(e)))...)
		}
		if s, found := siteOf(e); found {
			facts = append(facts, siteAnswers(p, s, name(e))...)
		}
		if token, found := Token(e); found {
			facts = append(facts, token.answers(name(e), p.Token.Registration)...)
		}
		if c, found := Certificate(e); found {
			seen := SeenCertificate{c, i, name(e)}
			facts = append(facts, slices.Concat(certificateAnswers(p, chains, e.Kind, seen), heldAnswer(p, e.Kind, seen))...)
		}
	}
	return facts
}

// answers of a device that is not joined tell nothing about the plan's tenant.
func (d DeviceFacts) answers(file string) []fact {
	if d.EntraJoined != model.Yes || !model.GUIDForm().MatchString(d.TenantID) {
		return nil
	}
	return []fact{{key: "entra.tenant_id", value: d.TenantID, file: file, why: "The device is joined to this tenant.", since: d.CertificateFrom}}
}

// answers of a token leave its tenant ID out: by the example of Microsoft it is the
// ID of the hierarchy, not that of the Microsoft Entra tenant.
func (t TokenFacts) answers(file string, ways []model.Registration) []fact {
	var facts []fact
	if !slices.Contains(ways, model.BulkToken) {
		facts = append(facts, fact{key: "token.registration", value: withBulk(ways), file: file, why: "It is a bulk registration token.", since: t.NotBefore})
	}
	if minutes, known := t.lifetime(); known {
		facts = append(facts, fact{key: "token.bulk_lifetime_minutes", value: strconv.Itoa(minutes), file: file,
			why: "The token is valid for " + model.Thousands(minutes) + " minutes.", since: t.NotBefore})
	}
	return facts
}

// withBulk adds the bulk registration token to the ways to a first token.
func withBulk(ways []model.Registration) string {
	text := ""
	for _, way := range ways {
		if model.Known(way) {
			text += string(way) + ","
		}
	}
	return text + string(model.BulkToken)
}

func certificateAnswers(p *model.Plan, chains pki.Chains, kind model.EvidenceKind, c SeenCertificate) []fact {
	switch {
	case kind == model.ServerCertificateEvidence && IsOfGateway(p, c.CertificateFacts):
		return serverAnswers(p, c)
	case kind == model.CertificateEvidence && c.Role == pki.ClientLeaf && mayUsePKI(p) && isOfOwnPKI(c.CertificateFacts):
		return slices.Concat(c.clientAnswers(), chainAnswers(chains, c))
	}
	return nil
}

// mayUsePKI is false once every kind of device on the internet has a method,
// and none has this one: a client certificate that was seen then is a stray one.
func mayUsePKI(p *model.Plan) bool {
	return p.Uses(model.ClientPKI) || len(p.InternetDevices()) == 0 || p.MethodMissing()
}

// issuersOfNoPKI issue client certificates to many devices, and are no PKI of a
// company: Microsoft Entra ID, Intune, and a ConfigMgr site for its own use.
var issuersOfNoPKI = []string{"MS-Organization-Access", "MS-Organization-P2P-Access", "Microsoft Intune MDM", "SMS Issuing"}

func isOfOwnPKI(c pki.CertificateFacts) bool {
	return !c.SelfIssued && !IsNoPKI(c.Issuer)
}

// IsNoPKI reports whether an issuer of client certificates is no PKI of a company.
func IsNoPKI(issuer string) bool {
	return slices.ContainsFunc(issuersOfNoPKI, func(name string) bool { return strings.Contains(issuer, name) })
}

// clientAnswers are what the client certificate says about the answers by itself.
func (c SeenCertificate) clientAnswers() []fact {
	facts := []fact{
		c.fact("pki.available", string(model.Yes), "A CA issued a client certificate to "+c.Short()+"."),
	}
	if c.Template != "" {
		facts = append(facts, c.fact("pki.issuer", string(model.ADCS), "The client certificate was made from a template of AD CS: "+c.Template+"."))
	}
	if bits := strconv.Itoa(c.KeyBits); c.Key == "RSA" && c.KeyBits > 0 {
		facts = append(facts, c.fact("pki.key_bits", bits, "The key of the client certificate has "+bits+" bits."))
	}
	return facts
}

func (c SeenCertificate) fact(key, value, why string) fact {
	return fact{key: key, value: value, file: c.File, why: why, since: c.NotBefore}
}

// chainAnswers are what the way above a client certificate says about the answers.
// That every CRL can be read no file proves.
func chainAnswers(c pki.Chains, client SeenCertificate) []fact {
	way, found := wayOf(c, client)
	if !found {
		return nil
	}
	var facts []fact
	if n := len(way.CAs); way.Complete && n > 0 {
		facts = append(facts, client.fact("pki.ca_certificates", strconv.Itoa(n), countCAs(n)+" above the client certificate of "+client.Short()+"."))
	}
	if fault := crlFault(c, client, way); fault != "" {
		facts = append(facts, client.fact("pki.crl_public", string(model.No), model.Sentence(fault)))
	}
	return facts
}

func wayOf(c pki.Chains, client SeenCertificate) (pki.Path, bool) {
	for _, way := range c.Ways {
		if c.Certificates[way.Leaf].SHA256 == client.SHA256 {
			return way, true
		}
	}
	return pki.Path{}, false
}

// crlFault names the first certificate on a way whose CRL the internet cannot
// read, "" for none.
func crlFault(c pki.Chains, client SeenCertificate, way pki.Path) string {
	onWay := []SeenCertificate{client}
	for _, i := range way.CAs {
		ca := c.Certificates[i]
		onWay = append(onWay, SeenCertificate{CertificateFacts: ca.CertificateFacts, File: strings.Join(model.FirstFew(ca.Files), ", ")})
	}
	return firstCRLFault(onWay)
}

// serverAnswers say that a name holds only for the certificate of the CMG: that of
// another server looks the same.
func serverAnswers(p *model.Plan, c SeenCertificate) []fact {
	var facts []fact
	if name := serviceName(c.CertificateFacts); name != "" {
		facts = append(facts, c.fact("gateway.service_name", name, nameWords(p, c)))
	}
	if why := c.PrivateIssuer(); why != "" {
		facts = append(facts, c.fact("gateway.certificate_source", string(model.EnterprisePKI), why))
	}
	return facts
}

func nameWords(p *model.Plan, c SeenCertificate) string {
	if model.Known(p.Gateway.ServiceName) && !IsForHost(c.CertificateFacts, p.Gateway.ServiceName) {
		return "The certificate is for this name. Keep yours if it is that of another server."
	}
	return "The server authentication certificate is for this name."
}

// serviceName is the common name, or the first alternative name where that is
// none; "" for a wildcard, which leaves the first part of the name open.
func serviceName(c pki.CertificateFacts) string {
	for _, name := range shownNames(c) {
		if strings.Contains(name, "*") {
			return ""
		}
		if model.CheckHost(name) == nil {
			return name
		}
	}
	return ""
}
