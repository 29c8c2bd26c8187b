package pki

import (
	"strings"

	"cmgwizard/model"
)

// What the pages say about revocation, for client certificates and for those of
// servers.
var (
	crlCites       = []model.Citation{{"security-cmg", "publish-the-certificate-revocation-list"}, {"plan-for-certs", "pki-certificate-revocation"}}
	serverCRLCites = []model.Citation{{"plan-for-certs", "pki-certificate-revocation"}, {"client-install-props", "nocrlcheck"}, {"cmg-comm-error", "error-code-0x2f8f-error_winhttp_secure_failure"}}
)

// crlSeen says what kind of addresses a certificate names.
var crlSeen = map[CRLReach]string{
	crlSecure:    "Its CRL is not at a plain http address (ADDRESSES): CRLs are fetched over http, and Windows may not read this one.",
	crlInternal:  "Its CRL is only at addresses that the internet does not know (ADDRESSES).",
	crlDirectory: "Its CRL is only in a directory (ADDRESSES): neither the CMG nor a client on the internet can read it over ldap.",
	crlNone:      "It names no CRL distribution point: nobody can tell whether it was revoked.",
}

// remarkOnCRL judges the CRL of a certificate that another one issued, by the
// role of what stands below it.
func (c CertificateFacts) remarkOnCRL(below CertificateRole) []model.Remark {
	if c.Role == RootCA || c.Role == OtherLeaf || c.SelfIssued && !c.isCA() || c.isOfSite() {
		return nil
	}
	reach := c.CRLReach()
	if reach == CRLPublic {
		return []model.Remark{c.remarkOnPublicCRL()}
	}
	seen := strings.ReplaceAll(crlSeen[reach], "ADDRESSES", c.crlWords())
	if below == ServerLeaf {
		return []model.Remark{model.NewRemark("server-crl-"+string(reach), model.Warning, siteCRLRule,
			seen+" A client that checks it for site systems considers the server's certificate revoked: 12175 or 0x2f8f, with CERT_REV_FAILED.",
			"Publish the CRL over http where the internet can read it, or clear the CRL check of the site and install clients with /NoCRLCheck.", serverCRLCites...)}
	}
	return []model.Remark{model.NewRemark("crl-"+string(reach), crlSeverity(reach), crlRule,
		seen+" While Verify Client Certificate Revocation is on, as it is on a new CMG, the CMG then refuses the clients below with 403; logs name 0x2f8f or CERT_REV_FAILED.",
		"Publish the CRL over http where the internet can read it, with that address in the certificates, or clear Verify Client Certificate Revocation on the CMG.", crlCites...)}
}

// crlSeverity is a warning for https: some checks may still reach it.
func crlSeverity(reach CRLReach) model.Severity {
	if reach == crlSecure {
		return model.Warning
	}
	return model.Blocker
}

func (c CertificateFacts) remarkOnPublicCRL() model.Remark {
	return model.NewRemark("crl-public", "", crlRule,
		"Its CRL is at an http address that the internet may know ("+c.publicCRL()+"). Nobody fetched it: a program without network cannot tell whether it answers.",
		"Open the address from the internet, without a proxy that asks for a name.", crlCites...)
}

// publicCRL is the first address that the internet may know.
func (c CertificateFacts) publicCRL() string {
	for _, address := range c.CRL {
		if JudgeCRLAddress(address) == CRLPublic {
			return model.Shorten(address, longestShort)
		}
	}
	return ""
}

// crlWords lists the addresses, the best kind first.
func (c CertificateFacts) crlWords() string {
	var words []string
	for _, term := range CRLReaches {
		for _, address := range c.CRL {
			if JudgeCRLAddress(address) == term.Value {
				words = append(words, model.Shorten(address, longestShort))
			}
		}
	}
	shown := min(len(words), 2)
	return enumerate(words[:shown], len(words)-shown)
}
