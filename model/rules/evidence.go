package rules

import (
	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/pki"
)

// evidenceRules judge what files showed rather than what was said.
var evidenceRules = []Rule{
	{
		ID:       "device-state",
		Title:    "The checked device can get a token for the plan's tenant",
		Problem:  "{it}: the device cannot get a token for the plan's tenant",
		Open:     "Unknown whether the checked device can get a token for the plan's tenant ({it})",
		Why:      "A device that is only registered, disabled, or joined to another tenant gets no token from Microsoft Entra ID, and the CMG refuses it. ADALOperationProvider.log then shows 0x800703F0, or ccmsetup gets no AADCLIENTAPPID.",
		When:     "For each device state (dsregcmd) among the evidence, once a kind of device on the internet uses Microsoft Entra ID",
		Reads:    []string{"devices[].internet", "devices[].method", "entra.tenant_id", "evidence[].facts"},
		Severity: always(model.Blocker),
		Fix:      "Join the device to Microsoft Entra ID in the plan's tenant, sign in to it, and run dsregcmd /status there again. Where the plan has the wrong tenant, correct the plan.",
		Cites: []model.Citation{
			{"configure-authentication", "azure-ad"}, {"deploy-azure", "before-you-begin"}, {"dsregcmd", "device-state"},
			{"azure-ccmsetup", "1-azure-ad-info-request-from-ccmsetup"},
		},
		Stops: model.EntraID,
		Judge: evidence.JudgeDeviceStates,
	},
	{
		ID:       "chain-complete",
		Title:    "The files hold the whole chain above the client certificates",
		Problem:  "The CA chain in the files is incomplete, not in date, or contradicts the plan",
		Open:     "Unknown whether the files hold the whole CA chain of the client certificates",
		Why:      "The CMG checks the path of a client certificate against the CA certificates that it was given. Where one is missing, has expired or is the old one of a renewed CA, every client below it is refused: the connection analyzer says that the client certificate is not trusted by the CMG service.",
		When:     "Once a kind of device on the internet uses PKI certificates and certificates are among the evidence",
		Reads:    []string{"devices[].internet", "devices[].method", "pki.ca_certificates", "evidence[].facts"},
		Severity: always(model.Blocker),
		Fix:      "Add the certificate of every CA above the client certificates to the evidence, up to the root that signed itself, and give the CMG all of them.",
		Cites: []model.Citation{
			{"configure-authentication", "export-the-client-certificates-trusted-root"}, {"security-cmg", "security-details"},
			{"setup-cmg", "set-up-a-cmg"},
		},
		Judge: evidence.JudgeChain,
	},
	{
		ID:       "client-certificate-usable",
		Title:    "The certificate is usable for client authentication",
		Problem:  "{it}: this certificate does not meet the requirements for client authentication",
		Open:     "Unknown whether this certificate can be used for client authentication ({it})",
		Why:      "A client takes only a certificate that is in date, is meant for client authentication and has a key and a signature that are strong enough. Without one it has nothing to show to the CMG, and its log says 0x87d00454.",
		When:     "For each certificate among the evidence that is not of a CA, once a kind of device on the internet uses PKI certificates",
		Reads:    []string{"devices[].internet", "devices[].method", "evidence[].facts"},
		Severity: always(model.Blocker),
		Fix:      "Issue client certificates from a template such as Workstation Authentication: Client Authentication, RSA keys of 2048 bits or more, SHA-2. Add one of them to the evidence in place of this one.",
		Cites:    []model.Citation{{"pki-reqs", "windows-client-computers"}, {"plan-for-certs", "pki-client-certificate-selection"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Uses(model.ClientPKI), func() []model.Outcome {
				return evidence.EachCertificate(p, model.CertificateEvidence, evidence.IsLeaf, func(c evidence.SeenCertificate) []string { return c.ClientFaults(p.At) })
			})
		},
	},
	{
		ID:       "stray-certificate-seen",
		Title:    "No client certificate in the evidence overrides Microsoft Entra ID",
		Problem:  "{it}: ccmsetup may use this client certificate instead of Microsoft Entra ID",
		Open:     "Unknown whether ccmsetup may use this client certificate ({it})",
		Why:      "ccmsetup prefers a valid client authentication certificate, and installs a PKI client on the device that holds it. The CMG was not given the CAs above it, and refuses that client.",
		When:     "For each client certificate among the evidence, where devices on the internet use Microsoft Entra ID and none uses PKI certificates",
		Reads:    []string{"devices[].internet", "devices[].method", "evidence[].facts"},
		Severity: always(model.Warning),
		Fix:      "Install the client without /UsePKICert and with AADCLIENTAPPID and AADRESOURCEURI, so that this certificate does not win.",
		Task:     "client-install-entra",
		Cites:    []model.Citation{{"azure-ccmsetup", "2-azure-ad-token-request"}, {"client-install-props", "usepkicert"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Uses(model.EntraID) && !p.Uses(model.ClientPKI), func() []model.Outcome {
				return evidence.EachCertificate(p, model.CertificateEvidence, evidence.IsClientLeaf, func(c evidence.SeenCertificate) []string { return evidence.StrayWords(p, c) })
			})
		},
	},
	{
		ID:       "server-certificate-usable",
		Title:    "The certificate is usable for server authentication",
		Problem:  "{it}: this certificate does not meet the requirements for server authentication",
		Open:     "Unknown whether this certificate can be used for server authentication ({it})",
		Why:      "Every client on the internet checks the certificate of the CMG, whatever its method. One that has expired, is not meant for servers or is too weak ends all connections.",
		When:     "For each server authentication certificate among the evidence",
		Reads:    []string{"evidence[].facts"},
		Severity: always(model.Blocker),
		Fix:      "Issue the certificate anew: Server Authentication, a key of 2048 or 4096 bits, SHA-2, in date. Add the new one to the evidence in place of this one.",
		Cites:    []model.Citation{{"pki-reqs", "cloud-management-gateway-cmg"}, {"server-auth-cert", "choose-the-certificate-type"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return evidence.EachCertificate(p, model.ServerCertificateEvidence, evidence.AnyCertificate, func(c evidence.SeenCertificate) []string { return c.ServerFaults(p.At) })
		},
	},
	{
		ID:       "server-certificate-name",
		Title:    "The server authentication certificate of the CMG has the service name",
		Problem:  "{it}: the names in this certificate do not match the service name exactly",
		Open:     "Unknown whether this certificate matches the service name ({it})",
		Why:      "Clients reach the CMG by its service name and refuse a certificate for another one: the error is CERT_CN_INVALID. A certificate whose letters differ in case cannot take the place of the present one without a new CMG.",
		When:     "For each server authentication certificate among the evidence that is for no management point and no connection point, once the service name is given",
		Reads:    []string{"gateway.service_name", "management_points[].host", "connection_points[].host", "evidence[].facts"},
		Severity: always(model.Blocker),
		Fix:      "Where this is the certificate of the CMG, take the service name from it, letter by letter; for a wildcard certificate replace its asterisk by the first part of the name. Where it is that of another server, take it out of the evidence.",
		Cites: []model.Citation{
			{"server-auth-cert", "globally-unique-name"}, {"setup-cmg", "set-up-a-cmg"}, {"modify-cmg", "settings-tab"},
			{"cmg-comm-error", "error-code-0x2f8f-error_winhttp_secure_failure"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(model.Known(p.Gateway.ServiceName), func() []model.Outcome {
				return evidence.EachCertificate(p, model.ServerCertificateEvidence, func(c pki.CertificateFacts) bool { return evidence.IsOfGateway(p, c) }, func(c evidence.SeenCertificate) []string { return evidence.NameFaults(p, c) })
			})
		},
	},
	{
		ID:       "bulk-token-usable",
		Title:    "The bulk registration token can still be used",
		Problem:  "{it}: this bulk registration token is not valid now, or is valid for too long",
		Open:     "Unknown whether this bulk registration token is still valid ({it})",
		Why:      "A client that is installed with a token past its end cannot register: 401 CMGService_Invalid_Token, and no bulk registration token can be renewed. One that is in a script is soon forgotten there.",
		When:     "For each bulk registration token among the evidence, once clients on the internet register with one",
		Reads:    []string{"devices[].internet", "devices[].method", "token.registration", "evidence[].facts"},
		Severity: always(model.Blocker),
		Fix:      "Create a new token with BulkRegistrationTokenTool.exe /new, for 10,080 minutes at most, and take the old one out of every script. Add the new one to the evidence in place of this one.",
		Cites: []model.Citation{
			{"deploy-token", "bulk-registration-token-tool-usage"}, {"deploy-token", "token-renewal"},
			{"cmg-comm-error", "error-code-401-cmgservice_invalid_token"},
		},
		Judge: evidence.JudgeBulkTokens,
	},
	{
		ID:       "evidence-in-date",
		Title:    "Nothing that was seen is about to expire",
		Problem:  "{it} expires within 60 days",
		Open:     "Unknown whether {it} expires within 60 days",
		Why:      "What ends within 60 days may end before the setup is finished, or soon after the rollout. A client, the CMG or a whole chain of certificates then fails from one day to the next.",
		When:     "For each certificate and device state among the evidence that the plan needs and that is still in date, where the day of today is known",
		Reads:    []string{"devices[].internet", "devices[].method", "evidence[].facts"},
		Severity: always(model.Warning),
		Fix:      "Renew it before it ends, and add the new one to the evidence in place of this one. Where a CA is renewed, give the CMG its new certificate before the first client certificate comes from it.",
		Cites:    []model.Citation{{"plan-for-certs", "pki-client-certificate-selection"}, {"modify-cmg", "settings-tab"}, {"dsregcmd", "device-state"}},
		Judge:    evidence.JudgeEnds,
	},
}
