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
		Fix:      "Join the device to Microsoft Entra ID in the plan's tenant, sign in to it, and run dsregcmd /status there again. If the plan has the wrong tenant, correct the plan.",
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
		Why:      "The CMG checks the path of a client certificate against the CA certificates that were uploaded. If one is missing, has expired, or is the old one of a renewed CA, the CMG refuses every client below it. The connection analyzer then says that the client certificate is not trusted by the CMG service.",
		When:     "Once a kind of device on the internet uses PKI certificates and certificates are among the evidence",
		Reads:    []string{"devices[].internet", "devices[].method", "pki.ca_certificates", "evidence[].facts"},
		Severity: always(model.Blocker),
		Fix:      "Add the certificate of every CA above the client certificates to the evidence, up to the self-signed root. Upload all of them to the CMG.",
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
		Why:      "A client uses only a valid client authentication certificate whose key and signature are strong enough. Without one, it has nothing to present to the CMG, and its log says 0x87d00454.",
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
		Why:      "ccmsetup prefers a valid client authentication certificate, and installs a PKI client on the device that holds it. The CAs above it were not uploaded to the CMG, so the CMG refuses that client.",
		When:     "For each client certificate among the evidence, where devices on the internet use Microsoft Entra ID and none uses PKI certificates",
		Reads:    []string{"devices[].internet", "devices[].method", "evidence[].facts"},
		Severity: always(model.Warning),
		Fix:      "Install the client without /UsePKICert and with AADCLIENTAPPID and AADRESOURCEURI, so that ccmsetup does not use this certificate instead.",
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
		Why:      "Every client on the internet checks the certificate of the CMG, whatever its method. If it has expired, is not meant for servers, or is too weak, all connections fail.",
		When:     "For each server authentication certificate among the evidence",
		Reads:    []string{"evidence[].facts"},
		Severity: always(model.Blocker),
		Fix:      "Issue the certificate again: Server Authentication, a key of 2048 or 4096 bits, SHA-2, valid now. Add the new one to the evidence in place of this one.",
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
		Why:      "Clients reach the CMG by its service name and refuse a certificate for another name: the error is CERT_CN_INVALID. A certificate with different capitalization cannot replace the current one without a new CMG.",
		When:     "For each server authentication certificate among the evidence that is for no management point and no connection point, once the service name is given",
		Reads:    []string{"gateway.service_name", "management_points[].host", "connection_points[].host", "evidence[].facts"},
		Severity: always(model.Blocker),
		Fix:      "If this is the certificate of the CMG, copy the service name from it exactly. For a wildcard certificate, replace the asterisk with the first part of the name. If it belongs to another server, remove it from the evidence.",
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
		Why:      "A client that is installed with an expired token cannot register: 401 CMGService_Invalid_Token. A bulk registration token cannot be renewed, and one in a script is easily forgotten.",
		When:     "For each bulk registration token among the evidence, once clients on the internet register with one",
		Reads:    []string{"devices[].internet", "devices[].method", "token.registration", "evidence[].facts"},
		Severity: always(model.Blocker),
		Fix:      "Create a new token with BulkRegistrationTokenTool.exe /new, for at most 10,080 minutes, and remove the old one from every script. Add the new one to the evidence in place of this one.",
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
		Why:      "What expires within 60 days may expire before the setup is finished, or soon after the rollout. A client, the CMG, or a whole chain of certificates then suddenly fails.",
		When:     "For each certificate and device state in the evidence that the plan needs and that is still valid, if today's date is known",
		Reads:    []string{"devices[].internet", "devices[].method", "evidence[].facts"},
		Severity: always(model.Warning),
		Fix:      "Renew it before it expires, and add the new one to the evidence in place of this one. If a CA is renewed, upload its new certificate to the CMG before it issues the first client certificate.",
		Cites:    []model.Citation{{"plan-for-certs", "pki-client-certificate-selection"}, {"modify-cmg", "settings-tab"}, {"dsregcmd", "device-state"}},
		Judge:    evidence.JudgeEnds,
	},
}
