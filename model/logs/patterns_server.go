package logs

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// serverErrors are what IIS and the parts of a management point say.
var serverErrors = []Pattern{
	{
		ID: "log-iis-403-7", Title: "IIS asked for a client certificate and did not get one",
		Stage: Inside, IIS: []string{"403.7"}, Loose: []string{"403.7"},
		Severity: model.Warning, Rule: "connection-point-certificate",
		Means: "IIS 403.7: the server asked for a client certificate and did not get one.",
		Check: "See which address called. " + certInStore,
		Causes: []Cause{
			{Why: "The CMG connection point has no client authentication certificate to show.", Check: "The address of the caller is that of the connection point.", Rule: "connection-point-certificate", Task: "pki-cp-cert"},
			{Why: "A client has none.", Check: "The address is that of a client inside.", Rule: "client-certificate-usable", Task: "pki-autoenroll", Fits: certificates, Sure: model.Derived},
			{Why: "The management point itself, which watches its own IIS, has none.", Check: "The address is its own.", Task: "mp-monitoring-cert", Sure: model.Derived},
		},
		Cites: []model.Citation{reading.CiteCommError, reading.CiteConnectionPoint},
	},
	{
		ID: "log-iis-403-16", Title: "IIS does not trust the client certificate",
		Stage: Inside, IIS: []string{"403.16"}, Loose: []string{"403.16"},
		Severity: model.Warning, Rule: "mp-trusts-client-ca",
		Means: "IIS 403.16: the server does not trust the client certificate that it was shown, or it is not valid.",
		Check: "On that server put the root CA into **Trusted Root Certification Authorities** and the issuing CAs into **Intermediate Certification Authorities** of the computer; leave no certificate among the roots that another CA issued. Inspect the output of `netsh http show sslcert`.",
		Causes: []Cause{
			{Why: "A CA above the certificate is missing in Windows on that server.", Check: "Open a client certificate there: its certification path is not complete.", Rule: "mp-trusts-client-ca", Task: "mp-client-ca-trust"},
			{Why: "A certificate that another CA issued stands among the root CAs.", Check: "In **Trusted Root Certification Authorities** look for one whose issuer is not itself.", Sure: model.Derived},
			{Why: "The binding of the port accepts only the CAs of one store (**Ctl Store Name**).", Check: "`netsh http show sslcert` names such a store.", Sure: model.Derived},
		},
		Cites: []model.Citation{reading.CiteSiteSystemCert, {"plan-for-certs", "pki-trusted-root-certificates"}},
	},
	{
		ID: "log-iis-403-13", Title: "IIS considers the client certificate revoked",
		Stage: Inside, IIS: []string{"403.13"}, Loose: []string{"403.13"},
		Severity: model.Warning, Rule: "crl-public",
		Means: "IIS 403.13: the client certificate is revoked, or, as experience says, its CRL could not be read on that server.",
		Check: "Look at the win32 status beside it: 2148081683 (0x80092013) is a CRL that could not be read. Let the server read the CRL as Local System.",
		Cites: []model.Citation{reading.CiteRevocation},
	},
	{
		ID: "log-iis-403-17", Title: "The client certificate has expired or is not yet valid",
		Stage: Inside, IIS: []string{"403.17"}, Loose: []string{"403.17"},
		Severity: model.Warning, Rule: "client-certificate-usable",
		Means: "IIS 403.17: the client certificate has expired or is not yet valid.",
		Check: "Renew the certificate of the caller whose address is in the line. Where an old and a new one are there, delete the old one.",
		Cites: []model.Citation{reading.CiteClientCert},
	},
	{
		ID: "log-iis-403-4", Title: "IIS requires HTTPS, but the request used plain HTTP",
		Stage: Inside, IIS: []string{"403.4"}, Loose: []string{"403.4"},
		Severity: model.Warning,
		Means:    "IIS 403.4: the folder requires TLS, but the request used plain HTTP. With Enhanced HTTP a management point must accept both.",
		Check:    "In IIS Manager look at **SSL Settings** of the folders of ConfigMgr: **Require SSL** must not be set there by hand.",
		Cites:    []model.Citation{reading.CiteRoleCertificate},
	},
	{
		ID: "log-iis-verb", Title: "IIS blocks a verb that ConfigMgr needs",
		Stage: Inside, IIS: []string{"404.6"}, Loose: []string{"404.6"},
		Severity: model.Warning,
		Means:    "IIS 404.6: request filtering denies the verb. ConfigMgr needs CCM_POST, BITS_POST and PROPFIND as well.",
		Check:    "In IIS Manager open **Request Filtering** > **HTTP Verbs**, and allow the verbs of the page.",
		Cites:    []model.Citation{{"data-flow", "http-headers-and-verbs"}},
	},
	{
		ID: "log-iis-filter", Title: "IIS filters requests for content",
		Stage: Content, IIS: []string{"404.5", "404.7", "404.8", "404.11", "404.13", "404.15"},
		Severity: model.Warning,
		Means:    "IIS 404 with sub-status 5, 7, 8, 11, 13 or 15: request filtering denies a part of the address, its extension, a folder such as bin, a double escape (names with +) or the length.",
		Check:    "In IIS Manager open **Request Filtering**, and allow what the sub-status names for the folders of ConfigMgr.",
		Cites:    []model.Citation{{"data-flow", "http-headers-and-verbs"}},
	},
	{
		ID: "log-iis-webdav", Title: "IIS does not take the verb with which clients list content",
		Stage: Content, IIS: []string{"405.0"}, holds: listsContent,
		Severity: model.Warning,
		Means:    "IIS 405 on PROPFIND: the server does not take the verb with which clients ask what belongs to content, and the download fails.",
		Check:    "In Server Manager see whether **WebDAV Publishing** is installed on that distribution point, and remove it.",
		Causes: []Cause{
			{Why: "The role service WebDAV Publishing is installed and takes the verb.", Check: "Look at the features of IIS there."},
		},
		Cites: []model.Citation{{"webdav-405", "cause"}},
	},
	{
		ID: "log-iis-413", Title: "The body of a request is larger than IIS takes",
		Stage: Inside, IIS: []string{"413.0", "413.1"},
		Severity: model.Warning,
		Means:    "IIS 413: the body of a request is larger than IIS takes. Where IIS asks for a client certificate in the middle of a request, uploadReadAheadSize is the bound.",
		Check:    "In the configuration of IIS on that server look at uploadReadAheadSize and at the limits of request filtering.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-iis-500-19", Title: "A configuration file of IIS is not valid",
		Stage: Inside, IIS: []string{"500.19", "500.21", "500.24"}, Loose: []string{"500.19", "500.21"},
		Severity: model.Warning,
		Means:    "IIS 500.19, 500.21 or 500.24: the configuration of IIS on that server is not valid. A module is missing, or a web.config is damaged.",
		Check:    "Open the address in a browser on the server itself: IIS then names the file and the line. Check the features of IIS that the role needs.",
		Cites:    []model.Citation{{"site-prereqs", "management-point"}},
	},
	{
		ID: "log-iis-503", Title: "The application pool does not run",
		Stage: Inside, IIS: []string{"503.0", "503.2", "503.3"},
		Severity: model.Warning,
		Means:    "IIS 503: the application pool is stopped (503.0), or it has more requests than it can accept (503.2, 503.3).",
		Check:    "In IIS Manager look at **Application Pools** on that server, and at its event log for why the pool stopped.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-registration-certificate-expired", Title: "A client registers with a certificate that has expired",
		Stage: Registration, Beside: []string{"' has expired"}, With: []string{"mp_registrationmanager", "mp reg: registration failed"},
		Severity: model.Warning, Rule: "client-certificate-usable",
		Means: "The management point saw a client certificate that has expired, and refuses the registration until the client has a valid one. “Completed validation” and “Completion state = 0” only say that the check ended.",
		Check: "Renew the client authentication certificate of that client. Where a valid one is beside it, delete the old one or let the site select the right one.",
		Cites: []model.Citation{reading.CiteClientCert, reading.CiteSelection},
	},
	{
		ID: "log-registration-refused", Title: "The management point refused a registration",
		Stage: Registration, Texts: []string{"mp reg: registration failed", "registration request body is invalid"}, Unless: []string{"log-registration-certificate-expired"},
		Severity: model.Warning,
		Means:    "The management point refused a registration. This line does not say why: the lines before it do, mostly those about the certificate of the client.",
		Check:    "Read the lines before it in MP_RegistrationManager.log with the same thread, from “Processing Registration request” on.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-point-rejected", Title: "The management point rejected a request",
		Stage: PointItself, Texts: []string{"mp has rejected"},
		Severity: model.Warning,
		Means:    "The management point rejected a request or a registration. The message says why and names the certificate: it may also be that of a boot medium.",
		Check:    "Find the certificate that the message names, and look at its dates and at the CAs above it.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-certificate-expired", Title: "A certificate has expired",
		Stage: Reach, Texts: []string{"' has expired"}, Also: []string{"thumbprint"}, Unless: []string{"log-registration-certificate-expired"},
		Severity: model.Warning, Rule: "client-certificate-usable",
		Means: "ConfigMgr checked a certificate that has expired; the line names its thumbprint. “Completed validation” after it only says that the check ended.",
		Check: "Find the certificate by its thumbprint. Renew it; where a valid one is beside it, delete the old one.",
		Cites: []model.Citation{reading.CiteClientCert, reading.CiteSelection},
	},
	{
		ID: "log-token-library", Title: "The token service of the management point fails on a library",
		Stage: SiteToken, Texts: []string{"could not load file or assembly 'system.identitymodel.tokens.jwt", "system.io.fileloadexception"}, Also: []string{"system.identitymodel.tokens.jwt"},
		Severity: model.Warning,
		Means:    "A program could not load the library System.IdentityModel.Tokens.Jwt. In CCM_STS.log it is the token service of the management point: it fails on that library, and clients get 500 CMGConnector_InternalServerError, which the CMG only passes on.",
		Check:    "Look in CCM_STS.log on the management point. Bring the site to its newest update, and compare the version of that library on the management point with the one in the installation folder of the site.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-inbox", Title: "A server cannot write to the site server, and a connection point shows as disconnected",
		Stage: PointItself, Texts: []string{"cannot connect to the inbox source"},
		Severity: model.Warning,
		Means:    "A server with site system roles cannot write to the inboxes of the site server (mpfdm). A CMG connection point there then shows as disconnected, though traffic may pass.",
		Check:    "Most often the computer account of that server lacks rights on the site server: put it into the local group **Administrators** there, and see that it reaches the share of the site.",
		Cites:    []model.Citation{{"co-management-bootstrap", "the-cmg-connection-point-shows-as-disconnected"}},
	},
	{
		ID: "log-mp-check", Title: "The management point fails its own check",
		Stage: PointItself, Texts: []string{"call to httpsendrequestsync failed", "http test request failed", "http verification .sms_aut"}, Also: []string{"fail"}, holds: byPoint,
		Severity: model.Warning,
		Means:    "The management point asks itself at regular times whether it works (mpcontrol), and got no success. The status in the line says what kind of failure it is.",
		Check:    "Read the sub-status in the log of IIS on that server for the same minute.",
		Causes: []Cause{
			{Why: "500: SQL, an ISAPI extension or the configuration of IIS fails.", Check: "The status is 500; IIS has a sub-status such as 500.19.", Rule: "mp-asp-net", Seen: []string{"status code 500", "status code is 500"}, Only: true, Sure: model.Derived},
			{Why: "403: the management point has no client certificate for its own check, or the binding of port 443 is wrong.", Check: "The status is 403; IIS has 403.7, 403.16 or 403.13.", Rule: "mp-https-binding", Task: "mp-monitoring-cert", Seen: []string{"status code 403", "status code is 403"}, Only: true, Sure: model.Derived},
			{Why: "401: the authentication settings of IIS are not those of ConfigMgr.", Check: "The status is 401.", Seen: []string{"status code 401", "status code is 401"}, Only: true, Sure: model.Derived},
			{Why: "503: the application pool does not run.", Check: "The status is 503.", Seen: []string{"status code 503", "status code is 503"}, Only: true, Sure: model.Derived},
		},
		Cites: []model.Citation{reading.CiteLogs, reading.CiteSiteSystemCert},
	},
	{
		ID: "log-mp-down", Title: "The management point does not answer HTTP requests",
		Stage: PointItself, Texts: []string{"detected management point is not responding to http requests", "management point is not responding to http requests"},
		Severity: model.Warning,
		Means:    "The watch over the management point says that it does not answer HTTP requests. The code in the message says how it answered.",
		Check:    "Read the lines before it in mpcontrol.log, and the sub-status in the log of IIS for the same minute.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-mp-database", Title: "The management point cannot use its database",
		Stage: PointItself, Texts: []string{"error connecting to the data source"},
		Severity: model.Warning,
		Means:    "The management point cannot connect to the database of the site. “Message discarded” alone does not say so.",
		Check:    "Make sure that SQL Server answers from that server, and that its computer account or its database account has the right.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-entra-validation", Title: "The management point cannot reach Microsoft Entra ID to check tokens",
		Stage: SiteToken, Beside: []string{"mise12034", "miseauthenticationticketproviderexception"}, With: []string{"socketexception", "httprequestexception"},
		Severity: model.Blocker, Rule: "mp-internet-access",
		Means: "MISE12034 with SocketException or HttpRequestException: the management point cannot reach Microsoft Entra ID to check the tokens of clients. Since version 2603 it must.",
		Check: "Let the management point reach `https://login.microsoftonline.com` and `https://sts.windows.net` as Local System. A proxy must be set for Local System itself: neither the proxy of the site system nor `netsh winhttp` counts there.",
		Cites: []model.Citation{reading.CiteEntraValidation, {"internet-endpoints", "management-point"}, {"proxy-support", "management-point"}},
	},
	{
		ID: "log-entra-validation-other", Title: "The management point refused a token of Microsoft Entra ID",
		Stage: SiteToken, Texts: []string{"mise12034", "miseauthenticationticketproviderexception"}, Unless: []string{"log-entra-validation"},
		Severity: model.Advice,
		Means:    "MISE12034 without SocketException or HttpRequestException near it: the management point refused a token of Microsoft Entra ID, for another reason than a missing connection.",
		Check:    "Read the lines around it in CCM_STS_ManagedBase.log. Inspect the whole file, if this is only a part of it.",
		Cites:    []model.Citation{reading.CiteEntraValidation},
	},
}

// byPoint reports whether an entry can be of the watch over a management point:
// those over other roles write the same lines.
func byPoint(entry string) bool {
	return !strings.Contains(entry, "_control_manager") || strings.Contains(entry, "sms_mp_control_manager")
}

// listsContent reports whether a request is that of a client for the list of
// content.
func listsContent(entry string) bool {
	return strings.Contains(entry, "propfind") && strings.Contains(entry, "sms_dp_sms")
}
