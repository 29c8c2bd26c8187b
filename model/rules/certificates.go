package rules

import "cmgwizard/model"

// maxMonitoringBits is the longest key with which a server may watch over its
// own management point.
const maxMonitoringBits = 2048

// certificateRules judge how client certificates are chosen, trusted and
// checked.
var certificateRules = []Rule{
	{
		ID:       "certificate-selection",
		Title:    "It is clear which certificate a client presents",
		Problem:  "Devices hold several client certificates and may choose the wrong one",
		Open:     "Unknown whether devices hold more than one client certificate",
		Why:      "A client with several suitable certificates chooses one by its own order. If the site lists issuers and no certificate is from them, it chooses none. The CMG may not trust the one that it chooses.",
		When:     "PKI certificates are in use, and the question about several certificates is answered",
		Reads:    []string{"devices[].internet", "devices[].method", "pki.several_certificates"},
		Severity: always(model.Warning),
		Fix:      "Set the criteria by which clients choose their certificate, on the site or at installation. Where the site lists issuers, add each new CA.",
		Task:     "pki-cert-selection",
		Cites:    []model.Citation{{"plan-for-certs", "pki-client-certificate-selection"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Uses(model.ClientPKI), func() []model.Outcome {
				return onceAnswered("pki.several_certificates", p.PKI.SeveralCertificates, "devices hold several", model.No)
			})
		},
	},
	{
		ID:      "mp-trusts-client-ca",
		Title:   "Windows on an HTTPS management point trusts the CAs of the clients",
		Problem: "Windows on {it} does not trust the CAs of the client certificates",
		Open:    "Unknown whether Windows on {it} trusts the CAs of the client certificates",
		Why:     "Windows on the management point checks the certificate of a client before ConfigMgr sees it. A CA that Windows does not trust appears as 403.7 or 403.16 in the IIS log. The page on certificates suggests that importing the root CA into the site is enough, but a public report that quotes Microsoft support says otherwise.",
		When:    "For each HTTPS management point with CMG traffic, once its question about these CAs is answered and internet devices use PKI certificates",
		Reads: []string{
			"devices[].internet", "devices[].method", "management_points[].cmg_traffic",
			"management_points[].clients", "management_points[].trusts_client_ca",
		},
		Severity: always(model.Blocker),
		Fix:      "Import the CAs of the client certificates into the stores of Windows on the management point.",
		Task:     "mp-client-ca-trust",
		Cites:    []model.Citation{{"plan-for-certs", "pki-trusted-root-certificates"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return each(PointsForPKI(p), func(i int) []model.Outcome {
				return onceAnswered(model.PointKey(i, "trusts_client_ca"), p.ManagementPoints[i].TrustsClientCA, "its Windows does not trust them", model.Yes)
			})
		},
	},
	{
		ID:       "verify-revocation-recommended",
		Title:    "The CMG verifies revocation where the CRL is public",
		Problem:  "The CMG will not check revocation, although the CRL is public",
		Open:     "Unknown whether the CMG will check revocation against the public CRL",
		Why:      "Verifying is on by default, and recommended where the CRL can be read from the internet. Without it the CMG does not check whether a certificate was revoked.",
		When:     "PKI certificates are in use, the CRL is public, and the question about revocation is answered",
		Reads:    []string{"devices[].internet", "devices[].method", "pki.crl_public", "gateway.verify_revocation"},
		Severity: always(model.Advice),
		Fix:      "Leave \"Verify Client Certificate Revocation\" on: your CRL can be read from the internet.",
		Cites:    []model.Citation{{"security-cmg", "publish-the-certificate-revocation-list"}, {"setup-cmg", "set-up-a-cmg"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Uses(model.ClientPKI) && p.PKI.CRLPublic == model.Yes, func() []model.Outcome {
				return onceAnswered("gateway.verify_revocation", p.Gateway.VerifyRevocation, "it is off, although the CRL is public", model.Yes)
			})
		},
	},
	{
		ID:       "monitoring-key-length",
		Title:    "One certificate template can serve clients and HTTPS management points",
		Problem:  "The keys are too long for a template that HTTPS management points also use",
		Open:     "Unknown whether the key length suits a template that HTTPS management points also use",
		Why:      "An HTTPS management point needs a client authentication certificate too, for its own monitoring, and accepts keys of at most 2048 bits. Clients of the CMG may have 4096.",
		When:     "PKI certificates are in use, their key length is given, and a management point will be HTTPS",
		Reads:    []string{"devices[].internet", "devices[].method", "pki.key_bits", "management_points[].clients"},
		Severity: always(model.Advice),
		Fix:      "Use 2048 bits in a template for both, or a second template for the servers.",
		Cites:    []model.Citation{{"pki-reqs", "site-system-monitoring"}, {"configure-authentication", "issue-the-certificate"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Uses(model.ClientPKI) && p.PKI.KeyBits.Given() && model.WithHTTPSPoint(p), func() []model.Outcome {
				bits, known := p.PKI.KeyBits.Value()
				return model.OutcomeOf("pki.key_bits", truthIfKnown(known, bits <= maxMonitoringBits), "these keys are too long for the monitoring of a management point", "pki.key_bits")
			})
		},
	},
}

// PointsForPKI lists the HTTPS management points that PKI clients reach through
// the CMG: none while nobody uses PKI certificates.
func PointsForPKI(p *model.Plan) []int {
	return p.PointsWhere(func(i int) bool {
		mp := p.ManagementPoints[i]
		return p.Uses(model.ClientPKI) && mp.CMGTraffic == model.Yes && mp.Clients == model.ConnectHTTPS
	})
}
