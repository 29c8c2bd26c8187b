package model

import (
	"slices"
	"strconv"
	"strings"
)

// claims are the answers that the evidence of these identities gives.
func (p *Plan) claims(ids map[string]bool) []claim {
	var claims []claim
	chains := p.chains()
	for i, e := range p.Evidence {
		if !ids[e.identity()] {
			continue
		}
		if device, found := e.Device(); found {
			claims = append(claims, device.claims(e.name())...)
		}
		if token, found := e.Token(); found {
			claims = append(claims, token.claims(e.name(), p.Token.Registration)...)
		}
		if c, found := e.Certificate(); found {
			claims = append(claims, p.certificateClaims(chains, e.Kind, seenCertificate{c, i, e.name()})...)
		}
	}
	return claims
}

// claims of a device that is not joined tell nothing about the plan's tenant.
func (d DeviceFacts) claims(file string) []claim {
	if d.EntraJoined != Yes || !guidForm.MatchString(d.TenantID) {
		return nil
	}
	return []claim{{"entra.tenant_id", d.TenantID, file, "The device is joined to this tenant.", d.CertificateFrom}}
}

// claims of a token leave its tenant ID out: by the example of Microsoft it is the
// ID of the hierarchy, not that of the Microsoft Entra tenant.
func (t TokenFacts) claims(file string, ways []Registration) []claim {
	var claims []claim
	if !slices.Contains(ways, BulkToken) {
		claims = append(claims, claim{"token.registration", withBulk(ways), file, "It is a bulk registration token.", t.NotBefore})
	}
	if minutes, known := t.lifetime(); known {
		claims = append(claims, claim{"token.bulk_lifetime_minutes", strconv.Itoa(minutes), file,
			"The token is valid for " + Thousands(minutes) + " minutes.", t.NotBefore})
	}
	return claims
}

// withBulk adds the bulk registration token to the ways to a first token.
func withBulk(ways []Registration) string {
	text := ""
	for _, way := range ways {
		if Known(way) {
			text += string(way) + ","
		}
	}
	return text + string(BulkToken)
}

func (p *Plan) certificateClaims(chains Chains, kind EvidenceKind, c seenCertificate) []claim {
	switch {
	case kind == ServerCertificateEvidence && p.isOfGateway(c.CertificateFacts):
		return p.serverClaims(c)
	case kind == CertificateEvidence && c.Role == ClientLeaf && p.mayUsePKI() && c.isOfOwnPKI():
		return slices.Concat(c.clientClaims(), chains.claims(c))
	}
	return nil
}

// mayUsePKI is false once every kind of device on the internet has a method,
// and none has this one: a client certificate that was seen then is a stray one.
func (p *Plan) mayUsePKI() bool {
	return p.Uses(ClientPKI) || len(p.InternetDevices()) == 0 || p.methodMissing()
}

// issuersOfNoPKI issue client certificates to many devices, and are no PKI of a
// company: Microsoft Entra ID, Intune, and a ConfigMgr site for its own use.
var issuersOfNoPKI = []string{"MS-Organization-Access", "MS-Organization-P2P-Access", "Microsoft Intune MDM", "SMS Issuing"}

func (c CertificateFacts) isOfOwnPKI() bool {
	return !c.SelfIssued && !slices.ContainsFunc(issuersOfNoPKI, func(name string) bool { return strings.Contains(c.Issuer, name) })
}

// clientClaims are what the client certificate says about the answers by itself.
func (c seenCertificate) clientClaims() []claim {
	claims := []claim{
		c.claim("pki.available", string(Yes), "A CA issued a client certificate to "+c.Short()+"."),
	}
	if c.Template != "" {
		claims = append(claims, c.claim("pki.issuer", string(ADCS), "The client certificate was made from a template of AD CS: "+c.Template+"."))
	}
	if bits := strconv.Itoa(c.KeyBits); c.Key == "RSA" && c.KeyBits > 0 {
		claims = append(claims, c.claim("pki.key_bits", bits, "The key of the client certificate has "+bits+" bits."))
	}
	return claims
}

func (c seenCertificate) claim(key, value, why string) claim {
	return claim{key, value, c.file, why, c.NotBefore}
}

// claims are what the way above a client certificate says about the answers.
// That every CRL can be read no file proves.
func (c Chains) claims(client seenCertificate) []claim {
	way, found := c.wayOf(client)
	if !found {
		return nil
	}
	var claims []claim
	if n := len(way.CAs); way.Complete && n > 0 {
		claims = append(claims, client.claim("pki.ca_certificates", strconv.Itoa(n), countCAs(n)+" above the client certificate of "+client.Short()+"."))
	}
	if fault := c.crlFault(client, way); fault != "" {
		claims = append(claims, client.claim("pki.crl_public", string(No), sentence(fault)))
	}
	return claims
}

func (c Chains) wayOf(client seenCertificate) (Way, bool) {
	for _, way := range c.Ways {
		if c.Certificates[way.Leaf].SHA256 == client.SHA256 {
			return way, true
		}
	}
	return Way{}, false
}

// crlFault names the first certificate on a way whose CRL the internet cannot
// read, "" for none.
func (c Chains) crlFault(client seenCertificate, way Way) string {
	onWay := []seenCertificate{client}
	for _, i := range way.CAs {
		ca := c.Certificates[i]
		onWay = append(onWay, seenCertificate{CertificateFacts: ca.CertificateFacts, file: strings.Join(firstFew(ca.Files), ", ")})
	}
	return firstCRLFault(onWay)
}

// serverClaims say that a name holds only for the certificate of the CMG: that of
// another server looks the same.
func (p *Plan) serverClaims(c seenCertificate) []claim {
	var claims []claim
	if name := c.serviceName(); name != "" {
		claims = append(claims, c.claim("gateway.service_name", name, p.nameWords(c)))
	}
	if c.Template != "" {
		claims = append(claims, c.claim("gateway.certificate_source", string(EnterprisePKI),
			"The server authentication certificate was made from a template of AD CS: "+c.Template+"."))
	}
	return claims
}

func (p *Plan) nameWords(c seenCertificate) string {
	if Known(p.Gateway.ServiceName) && !c.isFor(p.Gateway.ServiceName) {
		return "The certificate is for this name. Keep yours if it is that of another server."
	}
	return "The server authentication certificate is for this name."
}

// serviceName is the common name, or the first alternative name where that is
// none; "" for a wildcard, which leaves the first part of the name open.
func (c CertificateFacts) serviceName() string {
	for _, name := range c.shownNames() {
		if strings.Contains(name, "*") {
			return ""
		}
		if CheckHost(name) == nil {
			return name
		}
	}
	return ""
}
