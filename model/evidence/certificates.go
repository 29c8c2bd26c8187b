package evidence

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/pki"
)

// A SeenCertificate is a certificate in evidence, with its place there.
type SeenCertificate struct {
	pki.CertificateFacts
	place int
	File  string
}

// SeenCertificates lists the certificates of one kind of evidence whose facts
// can be read.
func SeenCertificates(p *model.Plan, kind model.EvidenceKind) []SeenCertificate {
	var list []SeenCertificate
	for i, e := range p.Evidence {
		if e.Kind != kind {
			continue
		}
		if facts, found := Certificate(e); found {
			list = append(list, SeenCertificate{facts, i, name(e)})
		}
	}
	return list
}

// Chains sorts every certificate in evidence against the date of the plan. What
// goes beyond the bound can stand in a file that was written by hand alone.
func Chains(p *model.Plan) pki.Chains {
	var found []pki.FoundCertificate
	for _, c := range slices.Concat(SeenCertificates(p, model.CertificateEvidence), SeenCertificates(p, model.ServerCertificateEvidence)) {
		if len(found) < Max {
			found = append(found, pki.FoundCertificate{CertificateFacts: c.CertificateFacts, File: c.File})
		}
	}
	return pki.ChainsOf(found, p.At)
}

// called is what people call the certificate, with its file.
func (c SeenCertificate) called() string { return c.Short() + " (" + c.File + ")" }

// IsLeaf leaves out CAs, and what somebody made of the role by hand.
func IsLeaf(c pki.CertificateFacts) bool { return c.Role == pki.ClientLeaf || c.Role == pki.OtherLeaf }

// shownNames are the host names for which a server can show the certificate:
// its common name, then its subject alternative names in order.
func shownNames(c pki.CertificateFacts) []string {
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

// IsForHost reports whether a client that looks for the host takes the certificate:
// the letter case of names means nothing to it.
func IsForHost(c pki.CertificateFacts, host string) bool {
	return slices.ContainsFunc(shownNames(c), func(name string) bool {
		return fitsName(strings.ToLower(name), strings.ToLower(host))
	})
}

// isForHostExactly wants the same letter case too: a CMG keeps to it for good.
func isForHostExactly(c pki.CertificateFacts, host string) bool {
	return slices.ContainsFunc(shownNames(c), func(name string) bool { return fitsName(name, host) })
}

// fitsName lets the asterisk of a name stand for the first part of a host.
func fitsName(name, host string) bool {
	host = strings.TrimSuffix(host, ".")
	rest, wild := strings.CutPrefix(name, "*.")
	first, parent, _ := strings.Cut(host, ".")
	return host != "" && (name == host || wild && first != "" && rest == parent)
}

// IsOfGateway reports whether a server authentication certificate is that of
// the CMG rather than of a management point or a connection point.
func IsOfGateway(p *model.Plan, c pki.CertificateFacts) bool {
	switch {
	case c.IsForeign():
		return false
	case model.Known(p.Gateway.ServiceName) && IsForHost(c, p.Gateway.ServiceName):
		return true
	case slices.ContainsFunc(p.ConnectionPoints, func(cp model.ConnectionPoint) bool { return model.Known(cp.Host) && IsForHost(c, cp.Host) }):
		return false
	}
	return !slices.ContainsFunc(p.ManagementPoints, func(mp model.ManagementPoint) bool { return model.Known(mp.Host) && IsForHost(c, mp.Host) })
}

// plansBulkToken reports whether clients of the CMG register with a bulk
// registration token.
func plansBulkToken(p *model.Plan) bool {
	return p.Uses(model.SiteToken) && p.Token.UsesBulk() == model.IsTrue
}
