package model

// pkiRules judge client certificates and their revocation.
var pkiRules = []Rule{
	{
		ID:       "client-key-length",
		Title:    "Client certificates have keys of 2048 or 4096 bits",
		Severity: always(Blocker),
		Fix:      "Issue client certificates with 2048-bit keys, or 4096 where no management point uses the same template.",
		Cites:    []Citation{{"configure-authentication", "issue-the-certificate"}, {"pki-reqs", "windows-client-computers"}},
		Judge: func(p *Plan) []Verdict {
			return onlyIf(p.Uses(ClientPKI) && p.PKI.KeyBits.Given(), func() []Verdict {
				bits, known := p.PKI.KeyBits.Value()
				return verdictOf("pki.key_bits", known3(known, bits == 2048 || bits == 4096), "the keys have "+p.PKI.KeyBits.String()+" bits", "pki.key_bits")
			})
		},
	},
	{
		ID:       "crl-public",
		Title:    "A CRL that is checked can be reached from the internet",
		Severity: always(Blocker),
		Fix:      "Publish the CRL over HTTP where the internet can read it, or do not verify client certificate revocation on the CMG.",
		Cites: []Citation{
			{"security-cmg", "publish-the-certificate-revocation-list"},
			{"plan-for-certs", "pki-certificate-revocation"},
		},
		Judge: func(p *Plan) []Verdict {
			return onlyIf(p.Uses(ClientPKI) && p.Gateway.VerifyRevocation != No, func() []Verdict {
				return answered("pki.crl_public", p.PKI.CRLPublic, "revocation is checked, and the CRL can only be read inside", Yes)
			})
		},
	},
	{
		ID:       "site-crl-check",
		Title:    "Clients that check the CRL of site systems can read it",
		Severity: always(Warning),
		Fix:      "Publish the CRL, or clear the site's CRL check and install clients with /NoCRLCheck.",
		Cites: []Citation{
			{"setup-cmg", "configure-primary-site-for-client-certificate-authentication"},
			{"plan-for-certs", "pki-certificate-revocation"},
		},
		Judge: func(p *Plan) []Verdict {
			return onlyIf(p.Uses(ClientPKI) && p.Site.CheckCRL == Yes, func() []Verdict {
				return answered("pki.crl_public", p.PKI.CRLPublic, "the site makes clients check a CRL that the internet cannot read", Yes)
			})
		},
	},
	{
		ID:       "connection-point-certificate",
		Title:    "A connection point holds a client authentication certificate where it needs one",
		Severity: connectionPointSeverity,
		Fix:      "Enrol a client authentication certificate on the server.",
		Task:     "pki-cp-cert",
		Cites:    []Citation{{"configure-authentication", "cmg-connection-point"}, {"setup-cmg", "add-the-cmg-connection-point"}, {"cmg-comm-error", ""}},
		Judge: func(p *Plan) []Verdict {
			need := p.connectionPointNeed()
			return onlyIf(need == Required || need == Recommended, func() []Verdict {
				return p.eachConnectionPoint(func(i int, c ConnectionPoint) []Verdict {
					return answered(connectionKey(i, "client_certificate"), c.ClientCertificate, "it holds none", Yes)
				})
			})
		},
	},
	{
		ID:       "restrictive-trust-list",
		Title:    "The site trusts only the root CAs of its own client certificates",
		Severity: always(Advice),
		Fix:      "Import the root CAs of your client certificates into the site's certificate trust list.",
		Task:     "pki-site-ctl",
		Cites:    []Citation{{"security-cmg", "review-entries-in-the-sites-certificate-trust-list"}, {"plan-for-certs", "pki-trusted-root-certificates"}},
		Judge: func(p *Plan) []Verdict {
			return onlyIf(p.Uses(ClientPKI), func() []Verdict {
				return verdictOf("pki", IsFalse, "without it a certificate of any root that the management point trusts is accepted for registration")
			})
		},
	},
}

func connectionPointSeverity(p *Plan) Severity {
	if p.connectionPointNeed() == Required {
		return Blocker
	}
	return Warning
}

func (p *Plan) eachConnectionPoint(judge func(i int, c ConnectionPoint) []Verdict) []Verdict {
	var verdicts []Verdict
	for i, c := range p.ConnectionPoints {
		verdicts = append(verdicts, judge(i, c)...)
	}
	return verdicts
}

// known3 is the truth of a condition on a number that may not be known.
func known3(known, condition bool) Truth {
	if !known {
		return Unknown
	}
	return truth(condition)
}
