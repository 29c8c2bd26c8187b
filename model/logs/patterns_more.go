package logs

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// answerTexts stand beside the status in an answer.
var answerTexts = []string{"statustext", "status description", "http/1.1", "webexception", "status code"}

// statusErrors are status messages, as logs of the site print them, and lines that
// tell less than those before them in the list.
var statusErrors = []Pattern{
	{
		ID: "log-connector-other", Title: "An answer came from behind the CMG that no page names",
		Stage: Inside, Proves: behindCMG, Texts: []string{"cmgconnector_"}, Also: answerTexts, Unless: []string{"log-client-certificate-required", "log-connector-forbidden", "log-connector-unauthorized", "log-connector-server-error"}, answered: true,
		Severity: model.Warning,
		Means:    "CMGConnector_ and the name of a status: the connection point or the management point answered so. This text is not among those that are published, so no cause is named.",
		Check:    "Read the log of IIS on the management point for the same minute, and SMS_Cloud_ProxyConnector.log on the connection point.",
		Cites:    []model.Citation{reading.CiteCommError},
	},
	{
		ID: "log-service-other", Title: "The CMG itself answered, with a text that no page names",
		Stage: Accepted, Proves: []Stage{Reach}, Texts: []string{"cmgservice_"}, Also: answerTexts, Unless: []string{"log-invalid-token"}, answered: true,
		Severity: model.Warning,
		Means:    "CMGService_ and a text: the CMG itself answered so, before anything inside was asked. What it means is not published, so no cause is named.",
		Check:    "Look into CMGService.log of the CMG for the same minute.",
		Cites:    []model.Citation{reading.CiteCommError},
	},
	{
		ID: "log-web-exception", Title: "The management point answered the connection point, and not with success",
		Stage: Inside, Proves: []Stage{Channel}, Texts: []string{"web exception for message"}, holds: wasAnswered, Unless: []string{"log-client-certificate-required", "log-connector-forbidden", "log-connector-unauthorized", "log-connector-server-error"}, answered: true,
		Severity: model.Warning,
		Means:    "The connection point passed a request on, and the server inside answered with an error.",
		Check:    "On the management point read the sub-status in the log of IIS for the same minute: the caller is the connection point.",
		Cites:    []model.Citation{reading.CiteCommError, reading.CiteCertRequired},
	},
	{
		ID: "log-compliance-token", Title: "Software Center gets no token for the compliance check of Intune",
		Stage: Enrollment, Texts: []string{"get_token_from_sts_error"},
		Severity: model.Warning,
		Means:    "GET_TOKEN_FROM_STS_ERROR: it looks like a token fault of the CMG, and is none. A co-managed client with an old version asks for its token for Intune in a way that ends in October 2026.",
		Check:    "Update the site to 2603, or install KB37172183 on 2503 and 2409, and update the clients.",
		Cites:    []model.Citation{{"kb-37172183", "summary-of-kb37172183"}, {"kb-37172183", "symptoms"}},
	},
	{
		ID: "log-token-exception", Title: "The token service of the management point fails",
		Stage: SiteToken, Texts: []string{"processrequest - exception"}, Unless: []string{"log-token-library", "log-entra-validation", "log-entra-validation-other"},
		Severity: model.Warning,
		Means:    "CCM_STS.log, ProcessRequest - Exception: the token service of the management point failed on a request. The exception in the line says on what; the client gets an error that the CMG only passes on.",
		Check:    "Read the exception in the line.",
		Cites:    []model.Citation{reading.CiteCommError, reading.CiteLogs},
	},
	{
		ID: "log-content-refused", Title: "The content service of the CMG refused a request",
		Stage: Content, Texts: []string{"failed with 400"}, Also: []string{"downloadrestservice.svc"},
		Severity: model.Warning,
		Means:    "The content service of the CMG answered 400. It is known for versions 1906 and 1910 with **Enforce TLS 1.2**; otherwise the line names no cause.",
		Check:    "Look into CMGContentService.log for the same minute, and update a site of those versions.",
		Cites:    []model.Citation{{"release-notes"}},
	},
	{
		ID: "log-certificate-not-found", Title: "A client certificate is not in the store any more",
		Stage: Accepted, Texts: []string{"failed to find the certificate in the store"}, Rests: model.OneReport,
		Severity: model.Warning,
		Means:    "The client did not find its own certificate or the chosen one in the store. The line names no cause.",
		Check:    "Look into **Certificates (Local Computer)** > **SMS** and > **Personal**, and at the lines before it.",
		Cites:    []model.Citation{reading.CiteSelection},
	},
	{
		ID: "log-site-recovered", Title: "The site has lost its secrets for Microsoft Entra ID",
		Stage: SiteItself, Texts: []string{"index (zero-based) must be greater than or equal to zero", "index (zero based) must be greater than or equal to zero"}, Also: []string{"cloud_services_manager", "cloudmgr", "azureservices", "azureactivedirectory", "azuread"},
		Severity: model.Warning, Rule: "app-secret-recorded",
		Means: "Known after a site was recovered (version 1806): the secrets of its tenants are gone, and the site stumbles over the empty list.",
		Check: "In the console open **Administration** > **Cloud Services** > **Microsoft Entra tenants**, and choose **Renew Secret Key** for each tenant.",
		Cites: []model.Citation{{"azure-services-wizard", "bkmk_renew"}},
	},
	{
		ID: "log-role-assignment", Title: "Azure refuses to give a role to the app of the CMG",
		Stage: Deployment, Texts: []string{"role assignment", "roleassignments"}, Also: []string{"forbidden", "(403)", "status: 403"},
		Severity: model.Warning,
		Means:    "The app or the account that makes the CMG may not assign roles on its resource group. Before version 2603 the message does not say more; a condition on role assignments can be the reason.",
		Check:    inAzure + " Look at the conditions of the role assignments of the account that makes the CMG.",
		Cites:    []model.Citation{{"whats-new-2603", "cloud-management-gateway-improvements"}},
	},
	{
		ID: "log-endpoints", Title: "The service connection point does not reach an address that it needs",
		Stage: SiteItself, Texts: []string{"statmsg: id=11488", "statmsg: id=11411", "statmsg: id=11412"},
		Severity: model.Warning,
		Means:    "Status messages 11411, 11412 and 11488: the service connection point checks the addresses that it needs on the internet, and one of them cannot be reached.",
		Check:    "Look into EndpointConnectivityCheckWorker.log on the server with the service connection point: it names the address.",
		Cites:    []model.Citation{{"internet-endpoints", "cloud-services"}},
	},
	{
		ID: "log-sha256", Title: "A client is refused because it cannot sign with SHA-256",
		Stage: Registration, Texts: []string{"statmsg: id=5443"},
		Severity: model.Warning,
		Means:    "Status message 5443: the site asks for signatures with SHA-256, and the client cannot make them.",
		Check:    "In the properties of the site look at **Signing and Encryption**, and bring the client up to date.",
		Cites:    []model.Citation{{"plan-for-certs"}},
	},
	{
		ID: "log-cmg-unanswered", Title: "Requests over the CMG got no answer from inside",
		Stage: Inside, Texts: []string{"responsecount:"}, Also: []string{"requesturi: /ccm_proxy"}, holds: someLost,
		Severity: model.Advice,
		Means:    "CMGService.log counts more requests than answers for that address: some got none from inside in that time, or not yet.",
		Check:    "Check whether it goes on, and look into SMS_Cloud_ProxyConnector.log on the connection point for the same minutes.",
		Cites:    []model.Citation{reading.CiteTokenRequest},
	},
	{
		ID: "log-chain-status", Title: "The chain of a certificate could not be built on the connection point",
		Stage: Inside, Texts: []string{"chain build failed cert:"}, Unless: []string{"log-connector-crl"}, Sign: Normal,
		Means: "The chain of one of the certificates there is not good, and it is left out. The status words beside it say why: NotTimeValid has expired or is not yet valid, Revoked is revoked, UntrustedRoot and PartialChain lack a CA, NotValidForUsage has another purpose. The counts after them matter.",
	},
}

// echoes are lines that only say that something failed: what failed stands before
// them. They are told where nothing else is known.
var echoes = []Pattern{
	{
		ID: "log-setup-failed", Title: "The setup of the client ended with an error",
		Stage: Setup, Texts: []string{"ccmsetup failed with error code"}, echo: true,
		Severity: model.Advice,
		Means:    "It is the last line of a setup that failed, and never says why.",
		Check:    "Read the lines above it, and client.msi.log where the installation had begun.",
		Cites:    []model.Citation{reading.CiteProperties},
	},
	{
		ID: "log-no-http-answer", Title: "A request for content got no HTTP answer",
		Stage: Content, Texts: []string{"failed to correctly receive a webdav https request", "error sending dav request. http code 600"}, echo: true,
		Severity: model.Advice,
		Means:    "No answer came at all: 0 and 600 are placeholders for a status. The code of WinHTTP in the lines before it says why.",
		Check:    "Read the lines before it with the same thread.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-content-address", Title: "An address of content could not be read",
		Stage: Content, Texts: []string{"failed to check url", "failed to get directory list from", "couldn't get directory list for directory", "getdirectorylist_http('"}, Also: []string{"fail", "may not exist"}, echo: true,
		Severity: model.Advice,
		Means:    "The client could not read what is at the address of the content in the line. The code is the last one of several: the lines before it say why.",
		Check:    "Read the lines before it with the same thread.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-manifest", Title: "The list of the content could not be read, and will be tried again",
		Stage: Content, Texts: []string{"error retrieving manifest"}, echo: true,
		Severity: model.Advice,
		Means:    "The client could not read what belongs to a package, and tries again. The number of tries says for how long it fails; the lines before it say why.",
		Check:    "Read the lines before it with the same thread.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-registration-failed", Title: "The client could not register",
		Stage: Registration, Texts: []string{"failed to send registration request"}, echo: true,
		Severity: model.Advice,
		Means:    "The request of the client to register was not delivered or not answered. The line names no cause: the [CCMHTTP] lines beside it do.",
		Check:    readStatus,
		Cites:    []model.Citation{reading.CiteCommError},
	},
	{
		ID: "log-location-request", Title: "A question of the client about its site and servers was not answered",
		Stage: Messages, Texts: []string{"failed to send site information location request message", "failed to refresh security settings over mp", "failed to retrieve mp certificate authentication information", "failed to get site version from all directories"}, echo: true,
		Severity: model.Advice,
		Means:    "The client asked a management point about its site, and got no answer that it can use. The line names no cause: the [CCMHTTP] lines beside it do.",
		Check:    readStatus,
		Cites:    []model.Citation{reading.CiteCommError},
	},
	{
		ID: "log-message-failed", Title: "A message of the client could not be delivered",
		Stage: Messages, Texts: []string{"cforwarder_sync::send failed", "cforwarder_base::send failed", "no reply message from server. server may temporarily be down"}, echo: true,
		Severity: model.Advice,
		Means:    "The client could not deliver a message to a management point, or got no reply. The line names no cause: the [CCMHTTP] lines beside it do.",
		Check:    readStatus,
		Cites:    []model.Citation{reading.CiteCommError},
	},
	{
		ID: "log-discarded", Title: "The management point discarded a location request",
		Stage: PointItself, Texts: []string{"mp lm: message discarded"}, echo: true,
		Severity: model.Advice,
		Means:    "It alone does not say that the database is out of reach: a client with very many IP addresses ends so as well.",
		Check:    "Look for “Error connecting to the data source” beside it.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
}

// wasAnswered reports whether an exception of .NET says nothing of a connection
// that failed: then a server answered.
func wasAnswered(entry string) bool {
	return !slices.ContainsFunc(slices.Concat(notConnected, notResolved, noCertificate, connectionLost), func(text string) bool { return strings.Contains(entry, text) })
}
