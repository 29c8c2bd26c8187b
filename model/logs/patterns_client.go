package logs

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// statusInfo is how the client writes a status, which is 600 where nobody
// answered.
const statusInfo = "error info: statuscode"

// clientErrors are codes of the client and its setup. Most name no cause.
var clientErrors = []Pattern{
	{
		ID: "log-no-certificate-selected", Title: "The client found no certificate that it can show",
		Stage: Accepted, Texts: []string{"ccm_e_no_client_pki_cert"}, Codes: []uint32{0x87D00454},
		Severity: model.Warning,
		Means:    "0x87d00454 (CCM_E_NO_CLIENT_PKI_CERT): the client wanted to show a certificate, and found none that it can use. Where devices use tokens it is no fault by itself: a token mostly follows, and where none does the step before it failed.",
		Check:    "Where a token is meant, read the lines before it. Otherwise inspect the certificate that the client should take. It must name Client Authentication (1.3.6.1.5.5.7.3.2), be in **Certificates (Local Computer)** > **Personal** with its private key, and fit the selection of the site.",
		Causes: []Cause{
			{Why: "A token is meant, and the token step before it failed.", Check: "“Getting CCM Token” or “Getting AAD token” stands before it, and no success.", By: []string{"log-nothing-to-show", "log-no-device-token", "log-device-key", "log-site-token-failed", "log-entra-unreachable"}, Fits: tokens, Sure: model.Derived},
			{Why: "No certificate is there, or its purpose, key, hash, dates or name are not those that the client looks for.", Check: "Inspect the certificates of the computer.", Rule: "client-certificate-usable", Task: "pki-autoenroll", By: []string{"client-certificate-faulty"}, Fits: certificates},
			{Why: "The selection criteria or the list of issuers of the site leave it out.", Check: "Compare them with the certificate.", Rule: "certificate-selection", Task: "pki-cert-selection", Fits: certificates},
		},
		Cites: []model.Citation{reading.CiteClientCert, reading.CiteSelection},
	},
	{
		ID: "log-certificate-selection", Title: "The choice of a client certificate failed",
		Stage: Accepted, Codes: []uint32{0x87D00280, 0x87D00281, 0x87D00282, 0x87D00283, 0x87D00284, 0x87D00285}, Rests: model.OneReport,
		Severity: model.Warning,
		Means:    "0x87d00280 to 0x87d00285 are about the choice of a client certificate. Only one blog gives their names, so no cause is named.",
		Check:    "Read the lines before it about certificates, and look at the selection criteria of the site.",
		Cites:    []model.Citation{reading.CiteSelection},
	},
	{
		ID: "log-verify-message", Title: "The client cannot verify what the management point says",
		Stage: Messages, Texts: []string{"could not retrieve certificate from mpcert"},
		Severity: model.Warning,
		Means:    "The client cannot verify what the management point says: it gets no certificate from it that it trusts. Likely the site was rebuilt, or got new certificates, while the client was on the internet: there it cannot get the new ones on its own. A management point that does not answer looks the same.",
		Check:    "Check whether the site or the management point was rebuilt. If it was, install the client again with RESETKEYINFORMATION=TRUE: the guide rebuilt-site says how. If not, read the [CCMHTTP] lines for MPCERT.",
		Cites:    []model.Citation{{"client-install-props", "resetkeyinformation"}, {"configure-security", "manage-the-trusted-root-key"}},
	},
	{
		ID: "log-client-msi", Title: "client.msi was started directly",
		Stage: Setup, Texts: []string{"setup was not launched from ccmsetup.exe", "error 25502", "error: 25502", "error code 25502", "25502. setup"},
		Severity: model.Warning,
		Means:    "25502: client.msi was started directly, and it cannot be installed so.",
		Check:    "Start ccmsetup.exe, or ccmsetup.msi from the folder bin\\i386 of the site's installation with CCMSETUPCMD.",
		Cites:    []model.Citation{reading.CiteProperties},
	},
	{
		ID: "log-command-line", Title: "The command line of an installation is not valid",
		Stage: Setup, Codes: []uint32{0x80070667}, Texts: []string{"error 1639", "error: 1639", "error code 1639", "error code: 1639", "error status: 1639", "failed with 1639", "returned 1639"},
		Severity: model.Warning,
		Means:    "1639 (0x80070667, ERROR_INVALID_COMMAND_LINE): Windows Installer cannot read its command line. With CCMSETUPCMD it is mostly a quotation mark that is not closed or is a typographic one.",
		Check:    "Inspect the command line itself.",
		Cites:    []model.Citation{reading.CiteIntune, reading.CiteProperties},
	},
	{
		ID: "log-msi-failed", Title: "The installation of the client failed",
		Stage: Setup, Texts: []string{"installation failed with error code 1603", "ccmsetup failed with error code 0x80070643", "ccmsetup is exiting with return code 1603", "error text: exitcode: 1603"}, Codes: []uint32{0x80070643},
		Severity: model.Warning,
		Means:    "1603 (0x80070643): Windows Installer could not install the client. The number names no cause.",
		Check:    "In client.msi.log look for the first “return value 3” and for the line with @@ERR before it.",
		Cites:    []model.Citation{reading.CiteProperties},
	},
	{
		ID: "log-wmi-endpoint", Title: "The setup could not register an endpoint in WMI",
		Stage: Setup, Texts: []string{"unable to register the ccm_service_hostingconfiguration"},
		Severity: model.Warning,
		Means:    "25150 with 80041002: the setup could not register an endpoint in WMI. Microsoft has seen it on a server with the role of a management point.",
		Check:    "Where the computer is a management point, remove that role, install the client, and add the role again.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-bits", Title: "The setup takes BITS for missing or broken",
		Stage: Setup, Texts: []string{"does not contain the correct version of bits"},
		Severity: model.Warning,
		Means:    "The setup did not find BITS as it needs it. With 0x8007042c a service that BITS depends on did not start.",
		Check:    "Start the service Background Intelligent Transfer Service, and look at the services that it depends on.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-no-source", Title: "ccmsetup has nowhere to get its files from",
		Stage: Setup, Texts: []string{"no valid source or mp locations"}, Rests: model.OneReport,
		Severity: model.Warning,
		Means:    "No valid source or MP locations: ccmsetup has nowhere to get its files from.",
		Check:    "Inspect the command line: /mp, CCMHOSTNAME and SMSSITECODE. Read the [CCMHTTP] lines before it.",
		Cites:    []model.Citation{reading.CiteProperties},
	},
	{
		ID: "log-server-rejected", Title: "The management point rejected the registration",
		Stage: Registration, Texts: []string{"server rejected registration"},
		Severity: model.Warning,
		Means:    "The management point rejected the registration of the client. What the number in the line means is not published.",
		Check:    "Look into MP_RegistrationManager.log on the management point for the same time.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-registration-state", Title: "The client cannot store that it is registered",
		Stage: Registration, Codes: []uint32{0x80071770}, Also: []string{"setregistrationstate"},
		Severity: model.Warning,
		Means:    "SetRegistrationState failed with 0x80071770: the site registered the client, and the client cannot store that. Microsoft ties it to an old update of Windows (2015).",
		Check:    "Bring Windows up to date, and restart the service SMS Agent Host.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-no-pki-allowed", Title: "The client may not use a PKI certificate, or has none",
		Stage: Accepted, Texts: []string{"client is not allowed to use or doesn't have pki cert"}, Unless: []string{"log-no-certificate-selected", "log-nothing-to-show"},
		Severity: model.Warning,
		Means:    "The client speaks to a server that requires HTTPS, and may not use a PKI certificate or has none.",
		Check:    "Where a token is meant, read the lines before it. On a management point with Enhanced HTTP see in IIS Manager that nobody set **Require SSL** or **Require** for client certificates on the folders of ConfigMgr.",
		Cites:    []model.Citation{reading.CiteClientCert, reading.CiteRoleCertificate},
	},
	{
		ID: "log-no-content", Title: "The site names no place with the content for this client",
		Stage: Content, Texts: []string{"received empty location update"},
		Severity: model.Warning,
		Means:    "The client asked where the content is, and the site named no place.",
		Check:    "Make sure that the content is on a distribution point or on the CMG, and that the boundary group of the client refers to it.",
		Causes: []Cause{
			{Why: "The content is on no distribution point, and not on the CMG, that the client may use.", Check: "Look at the distribution status of the package.", Rule: "client-setting-content", Task: "content-distribute"},
			{Why: "The boundary group of the client does not refer to the server with the content, outside to the CMG.", Check: "Look at the site systems of that boundary group.", Task: "bg-add-cmg"},
		},
		Cites: []model.Citation{{"boundary-group-options"}},
	},
	{
		ID: "log-mp-not-found", Title: "The client finds no management point",
		Stage: Messages, Codes: []uint32{0x87D00269},
		Severity: model.Warning,
		Means:    "0x87d00269: the management point that is needed was not found.",
		Check:    "Look into LocationServices.log: which management points does the client know, and does it consider itself inside or outside?",
		Causes: []Cause{
			{Why: "From where the client is no management point can be reached.", Check: "Outside it must know the CMG: “Rotating internet management point” with CCM_Proxy_MutualAuth.", Rule: "client-setting-cmg", Task: "cs-cmg", By: []string{"log-mp-list"}, Sure: model.Derived},
			{Why: "The management point is in a web site of its own without default.htm, or IIS sends requests elsewhere.", Check: "Open the address of the management point in a browser, and look for 302 in the log of IIS.", Task: "mp-cmg-traffic"},
		},
		Cites: []model.Citation{reading.CiteLogs, {"install-application-step", "troubleshoot-step-2"}},
	},
	{
		ID: "log-http-status", Title: "A server answered, and not with success",
		Stage: Messages, Texts: []string{"ccm_e_bad_http_status_code", statusInfo}, Codes: []uint32{0x87D0027E}, answered: true,
		Severity: model.Warning,
		Means:    "0x87d0027e (CCM_E_BAD_HTTP_STATUS_CODE): a server answered, but not with success. The number does not say why.",
		Check:    readStatus + " Where ccmsetup ended with it and no status can be found, the reference says to try the line without /mp.",
		Cites:    []model.Citation{reading.CiteCommError, reading.CiteRegToken},
	},
	{
		ID: "log-request-failed", Title: "A request to a management point failed and will be tried again",
		Stage: Messages, Codes: []uint32{0x87D00231}, Unless: []string{"log-entra-validation", "log-entra-validation-other", "log-http-status"}, answered: true,
		Severity: model.Advice,
		Means:    "0x87d00231: a request to a management point failed, and will be tried again. The number names no cause. For clients with Microsoft Entra ID Microsoft names two among others: missing Microsoft Entra user discovery, and since version 2603 a management point that cannot check tokens.",
		Check:    readStatus + " Where tokens of Microsoft Entra ID are used, look also into CCM_STS_ManagedBase.log on the management point for MISE12034.",
		Cites:    []model.Citation{reading.CiteEntraValidation, reading.CiteCommError},
	},
	{
		ID: "log-signing-certificate", Title: "The client could not refresh the certificate that signs policies",
		Stage: Messages, Texts: []string{"failed to refresh site signing certificate"}, holds: notOverAD, Unless: []string{"log-http-status"}, Rests: model.OneReport,
		Severity: model.Advice,
		Means:    "The client could not refresh the signing certificate of the site from the management point. The line names no cause: the code beside it does.",
		Check:    readStatus,
		Cites:    []model.Citation{reading.CiteCommError},
	},
	{
		ID: "log-mp-list", Title: "The client could not renew its list of management points",
		Stage: Messages, Texts: []string{"failed to retrieve internet mps from mp", "failed to send management point list location request message"}, Unless: []string{"log-http-status"}, Rests: model.OneReport,
		Severity: model.Advice,
		Means:    "The client could not renew its list of management points, and keeps the old one. The line names no cause: those before it do.",
		Check:    readStatus,
		Cites:    []model.Citation{reading.CiteCommError},
	},
	{
		ID: "log-message-signature", Title: "The client cannot verify the signature of a message",
		Stage: Messages, Texts: []string{"ccmverifymsgsignature failed", "failed to verify signature of message received from mp", "failed to verify message. sending mp"}, Unless: []string{"log-verify-message"},
		Severity: model.Warning,
		Means:    "The client got a message as from a management point, could not verify its signature, and does not take it. The line does not say why.",
		Check:    "See in LocationServices.log which certificates of management points the client knows, and whether the site or the management point was set up anew.",
		Cites:    []model.Citation{{"configure-security", "manage-the-trusted-root-key"}},
	},
	{
		ID: "log-own-certificate", Title: "The client has no certificate or key of its own that works",
		Stage: Registration, Texts: []string{"regtask: failed to get certificate", "failed to create registration request body", "ccmdocertificatemaintenance() failed"},
		Severity: model.Warning,
		Means:    "The client could not make or read the certificate with which it registers. The code in the line says what Windows answered, and not why.",
		Check:    lookUp + " Look into CertificateMaintenance.log, and in `certlm.msc` at **SMS** > **Certificates**. A key in the TPM needs a TPM that is ready.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-site-code", Title: "The client does not learn the code of its site",
		Stage: Registration, Texts: []string{"failed to refresh site code"}, Rests: model.OneReport,
		Severity: model.Warning,
		Means:    "The client could not learn the code of its site from any management point. The line names no cause.",
		Check:    "See in LocationServices.log and ClientLocation.log which management points the client asks. Inspect the command line: CCMHOSTNAME, SMSMP and SMSSITECODE.",
		Cites:    []model.Citation{reading.CiteProperties},
	},
	{
		ID: "log-wmi", Title: "The client cannot open its part of WMI",
		Stage: Messages, Texts: []string{"failed to open to wmi namespace", "failed to connect to policy namespace"}, holds: installedAndRunning,
		Severity: model.Warning,
		Means:    "The client could not open its namespace in WMI. The code says what WMI answered: 8004100e is a namespace that is not there, 80041013 a provider that does not load.",
		Check:    lookUp + " See whether the client is installed whole, and whether other programs can use WMI there.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
}

// notOverAD reports whether the signing certificate was asked of a management
// point: a device outside never gets it from Active Directory.
func notOverAD(entry string) bool { return !strings.Contains(entry, "certificate over ad ") }

// installedAndRunning reports whether WMI should answer: not while Windows stops
// (8007045b), nor while the client is installed for the first time.
func installedAndRunning(entry string) bool {
	return !strings.Contains(entry, "8007045b") && !(strings.Contains(entry, "policy namespace") && strings.Contains(entry, "8004100e"))
}
