package model

import (
	"slices"
	"strings"
)

// A seenCertificate is a certificate in evidence, with its place there.
type seenCertificate struct {
	CertificateFacts
	place int
	file  string
}

// seenCertificates lists the certificates of one kind of evidence whose facts
// can be read.
func (p *Plan) seenCertificates(kind EvidenceKind) []seenCertificate {
	var list []seenCertificate
	for i, e := range p.Evidence {
		if e.Kind != kind {
			continue
		}
		if facts, found := e.Certificate(); found {
			list = append(list, seenCertificate{facts, i, e.name()})
		}
	}
	return list
}

// chains sorts every certificate in evidence against the date of the plan. What
// goes beyond the bound can stand in a file that was written by hand alone.
func (p *Plan) chains() Chains {
	var found []FoundCertificate
	for _, c := range slices.Concat(p.seenCertificates(CertificateEvidence), p.seenCertificates(ServerCertificateEvidence)) {
		if len(found) < MaxEvidence {
			found = append(found, FoundCertificate{c.CertificateFacts, c.file})
		}
	}
	return sortedHeap(found, p.At).chains()
}

// called is what people call the certificate, with its file.
func (c seenCertificate) called() string { return c.Short() + " (" + c.file + ")" }

// isLeaf leaves out CAs, and what somebody made of the role by hand.
func (c CertificateFacts) isLeaf() bool { return c.Role == ClientLeaf || c.Role == OtherLeaf }

// shownNames are the host names for which a server can show the certificate:
// its common name, then its subject alternative names in order.
func (c CertificateFacts) shownNames() []string {
	var names []string
	if c.CommonName != "" {
		names = append(names, c.CommonName)
	}
	for _, name := range c.Names {
		if host, isHost := strings.CutPrefix(name, "DNS:"); isHost && !slices.Contains(names, host) {
			names = append(names, host)
		}
	}
	return names
}

// isFor reports whether a client that looks for the host takes the certificate:
// the letter case of names means nothing to it.
func (c CertificateFacts) isFor(host string) bool {
	return slices.ContainsFunc(c.shownNames(), func(name string) bool {
		return fitsName(strings.ToLower(name), strings.ToLower(host))
	})
}

// isForExactly wants the same letter case too: a CMG keeps to it for good.
func (c CertificateFacts) isForExactly(host string) bool {
	return slices.ContainsFunc(c.shownNames(), func(name string) bool { return fitsName(name, host) })
}

// fitsName lets the asterisk of a name stand for the first part of a host.
func fitsName(name, host string) bool {
	host = strings.TrimSuffix(host, ".")
	rest, wild := strings.CutPrefix(name, "*.")
	first, parent, _ := strings.Cut(host, ".")
	return host != "" && (name == host || wild && first != "" && rest == parent)
}

// isOfGateway reports whether a server authentication certificate is that of
// the CMG rather than of a management point or a connection point.
func (p *Plan) isOfGateway(c CertificateFacts) bool {
	switch {
	case c.IsForeign():
		return false
	case Known(p.Gateway.ServiceName) && c.isFor(p.Gateway.ServiceName):
		return true
	case slices.ContainsFunc(p.ConnectionPoints, func(cp ConnectionPoint) bool { return Known(cp.Host) && c.isFor(cp.Host) }):
		return false
	}
	return !slices.ContainsFunc(p.ManagementPoints, func(mp ManagementPoint) bool { return Known(mp.Host) && c.isFor(mp.Host) })
}

// plansBulkToken reports whether clients of the CMG register with a bulk
// registration token.
func (p *Plan) plansBulkToken() bool {
	return p.Uses(SiteToken) && p.Token.usesBulk() == IsTrue
}
