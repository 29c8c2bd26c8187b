package rules

import (
	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// pkiRules judge client certificates and their revocation.
var pkiRules = []Rule{
	{
		ID:       "client-key-length",
		Title:    "Client certificates have keys of 2048 or 4096 bits",
		Problem:  "The keys of the client certificates have neither 2048 nor 4096 bits",
		Open:     "Unknown whether the keys of the client certificates have 2048 or 4096 bits",
		Why:      "Microsoft says that the CMG supports these two lengths, but not what fails with another. Changing the length later means issuing every certificate again.",
		When:     `Once internet devices use PKI certificates and the length of their keys is answered, even with "I do not know yet"`,
		Reads:    []string{"devices[].internet", "devices[].method", "pki.key_bits"},
		Severity: always(model.Warning),
		Fix:      "Issue client certificates with 2048-bit keys, or 4096 where no management point uses the same template.",
		Cites:    []model.Citation{{"configure-authentication", "issue-the-certificate"}, {"pki-reqs", "windows-client-computers"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Uses(model.ClientPKI) && p.PKI.KeyBits.Given(), func() []model.Outcome {
				bits, known := p.PKI.KeyBits.Value()
				return model.OutcomeOf("pki.key_bits", truthIfKnown(known, bits == 2048 || bits == 4096), "the keys have "+p.PKI.KeyBits.String()+" bits", "pki.key_bits")
			})
		},
	},
	{
		ID:       "crl-public",
		Title:    "A CRL that is checked can be reached from the internet",
		Problem:  "The CMG would check revocation, but the internet cannot read every CRL",
		Open:     "Unknown whether the internet can read the CRL that the CMG checks",
		Why:      "If a CRL is checked but cannot be read, every certificate in the chain is treated as revoked, and the CMG refuses every client with a certificate. A new CMG checks revocation unless you turn it off.",
		When:     "Once internet devices use PKI certificates, unless the CMG is set not to verify revocation; no answer counts as yes",
		Reads:    []string{"devices[].internet", "devices[].method", "pki.crl_public", "gateway.verify_revocation", "evidence[].facts"},
		Severity: always(model.Blocker),
		Fix:      "Publish the CRL of every CA of the chain over HTTP, where the internet can read it. Or do not verify client certificate revocation on the CMG.",
		Cites: []model.Citation{
			{"security-cmg", "publish-the-certificate-revocation-list"},
			{"plan-for-certs", "pki-certificate-revocation"}, {"setup-cmg", "set-up-a-cmg"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Uses(model.ClientPKI) && p.Gateway.VerifyRevocation != model.No, func() []model.Outcome {
				if fault := evidence.CRLFault(p); fault != "" {
					return model.OutcomeOf("pki.crl_public", model.IsFalse, fault)
				}
				return answered("pki.crl_public", p.PKI.CRLPublic, "the CMG checks revocation, and the CRL can only be read on the internal network", model.Yes)
			})
		},
	},
	{
		ID:       "site-crl-check",
		Title:    "Clients that check the CRL of site systems can read it",
		Problem:  "Internet clients check a CRL that they cannot read",
		Open:     "Unknown whether internet clients can read the CRL that they check",
		Why:      "A client on the internet that cannot read the CRL treats the server's certificate as revoked. ccmsetup.log or LocationServices.log then shows 12175 and WINHTTP_CALLBACK_STATUS_FLAG_CERT_REV_FAILED.",
		When:     "Once a kind of device on the internet uses PKI certificates and clients check the CRL for site systems",
		Reads:    []string{"site.check_crl", "devices[].internet", "devices[].method", "pki.crl_public"},
		Severity: always(model.Warning),
		Fix:      "Publish the CRL, or clear the site's CRL check and install clients with /NoCRLCheck.",
		Cites: []model.Citation{
			{"setup-cmg", "configure-primary-site-for-client-certificate-authentication"},
			{"plan-for-certs", "pki-certificate-revocation"}, {"client-install-props", "nocrlcheck"},
			{"cmg-comm-error", "error-code-0x2f8f-error_winhttp_secure_failure"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Uses(model.ClientPKI) && p.Site.CheckCRL == model.Yes, func() []model.Outcome {
				return answered("pki.crl_public", p.PKI.CRLPublic, "the site makes clients check a CRL that the internet cannot read", model.Yes)
			})
		},
	},
	{
		ID:       "connection-point-certificate",
		Title:    "A connection point holds a client authentication certificate where it needs one",
		Problem:  "{it} holds no client authentication certificate",
		Open:     "Unknown whether {it} holds a client authentication certificate",
		Why:      "The connection point presents it to an HTTPS management point. Without it, requests end with 403 CMGConnector_Clientcertificaterequired, and the verbose SMS_Cloud_ProxyConnector.log says: Filtered cert count with client auth: 0. The same 403 with a valid certificate usually means that the server cannot read its CRL.",
		When:     "For each connection point, once the answers show that the certificate is required or recommended there",
		Reads:    []string{"site.security", "devices[].internet", "devices[].method", "management_points[].clients", "management_points[].cmg_traffic", "connection_points[].client_certificate"},
		Severity: connectionPointSeverity,
		Grades:   "A blocker where the certificate is required, a warning where it is recommended",
		Fix:      "Enroll a client authentication certificate on the server.",
		Task:     "pki-cp-cert",
		Cites: []model.Citation{
			{"configure-authentication", "cmg-connection-point"}, {"setup-cmg", "add-the-cmg-connection-point"},
			{"cmg-comm-error", "error-code-403-cmgconnector_clientcertificaterequired"},
			{"co-management-bootstrap", "clients-cant-locate-the-management-point-by-using-the-cmg-and-you-receive-error-403"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			need := ConnectionPointNeed(p)
			return model.OnlyIf(need == Required || need == Recommended, func() []model.Outcome {
				return eachConnectionPoint(p, func(i int, c model.ConnectionPoint) []model.Outcome {
					return answered(model.ConnectionKey(i, "client_certificate"), c.ClientCertificate, "it holds none", model.Yes)
				})
			})
		},
	},
	{
		ID:       "restrictive-trust-list",
		Title:    "The site trusts only the root CAs of its own client certificates",
		Problem:  "Nothing confirms that the site trusts only the root CAs of its clients",
		Open:     "Unknown whether the site trusts only the root CAs of its clients",
		Why:      "Without such a list a client may register with a certificate from any root CA that the management point trusts, not only from yours.",
		When:     "Once a kind of device on the internet uses PKI certificates",
		Reads:    []string{"devices[].internet", "devices[].method"},
		Severity: always(model.Advice),
		Fix:      "Import the root CAs of your client certificates into the site's certificate trust list.",
		Task:     "pki-site-ctl",
		Cites:    []model.Citation{{"security-cmg", "review-entries-in-the-sites-certificate-trust-list"}, {"plan-for-certs", "pki-trusted-root-certificates"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Uses(model.ClientPKI), func() []model.Outcome {
				return model.OutcomeOf("pki", model.IsFalse, "no answer tells whether the list is set")
			})
		},
	},
}

func connectionPointSeverity(p *model.Plan) model.Severity {
	if ConnectionPointNeed(p) == Required {
		return model.Blocker
	}
	return model.Warning
}

func eachConnectionPoint(p *model.Plan, judge func(i int, c model.ConnectionPoint) []model.Outcome) []model.Outcome {
	var verdicts []model.Outcome
	for i, c := range p.ConnectionPoints {
		verdicts = append(verdicts, judge(i, c)...)
	}
	return verdicts
}

// truthIfKnown is the truth of a condition on a number that may not be known.
func truthIfKnown(known, condition bool) model.Truth {
	if !known {
		return model.Unknown
	}
	return model.TruthOf(condition)
}
