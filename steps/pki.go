package steps

import "cmgwizard/model"

var pki = Step{
	ID:    "pki",
	Title: "PKI certificates",
	Why:   "The CMG checks client certificates against the chain that you upload, and their revocation against a CRL. Most failures of this method happen there.",
	Shown: func(a *model.Answers) bool { return a.Uses(model.ClientPKI) },
	Ask: func(a *model.Answers) []Question {
		return append(certificateQuestions(), revocationQuestions(a)...)
	},
}

func certificateQuestions() []Question {
	return []Question{
		{
			Key:   "pki.issuer",
			Why:   "The steps to issue and to enroll differ.",
			Where: "Open a client certificate: Issued by, and Certificate Template Name.",
		},
		{
			Key:   "pki.certificates_issued",
			Why:   "The chain is exported from a computer that holds one.",
			Where: "On a device: certlm.msc > Personal > Certificates.",
		},
		{
			Key: "pki.key_bits", Example: "2048", Optional: true,
			Why:   "The CMG accepts keys of 2048 and 4096 bits; 2048 also works for monitoring a management point.",
			Where: "Open a client certificate: Details > Public key.",
		},
		{
			Key:   "pki.several_certificates",
			Why:   "A client with several certificates chooses one by its own rules, perhaps one from a CA that the CMG does not know.",
			Where: "On a device: certlm.msc > Personal > Certificates. Count the ones with Client Authentication as intended purpose, including those from other products.",
		},
	}
}

// revocationQuestions leave out what a site that is HTTPS only sets by itself.
func revocationQuestions(a *model.Answers) []Question {
	questions := []Question{
		{
			Key:   "pki.crl_public",
			Why:   "If a CRL is checked but cannot be read, every certificate in the chain is treated as revoked.",
			Where: "Open a client certificate: Details > CRL Distribution Points. An http address must open from the internet; ldap is internal.",
		},
		{
			Key:   "site.check_crl",
			Why:   "Clients on the internet must then reach the CRL of the servers' certificates too.",
			Where: "Console: Sites > Properties > Communication Security: Clients check the certificate revocation list (CRL) for site systems.",
		},
	}
	if a.Site.Security == model.HTTPSOnly {
		return questions
	}
	return append(questions, Question{
		Key:   "site.use_pki_certificate",
		Why:   "Otherwise, clients present a self-signed certificate to HTTP site systems. HTTPS only selects it automatically.",
		Where: "Console: Sites > Properties > Communication Security: Use PKI client certificate (client authentication) when available.",
	})
}
