package logs

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// CertificateFlag is how Windows writes what is wrong with a server's certificate.
const CertificateFlag = "winhttp_callback_status_flag_"

const (
	sharpEyes   = "On the device open `https://<CMG>/CCM_Proxy_MutualAuth/ServiceMetadata` in a browser, and look at the certificate that is shown."
	tokenAgain  = "Look at the IDX code and the times in CCM_STS.log on the management point. For an expired token connect the device to a management point inside, or install the client again with a new bulk registration token (`BulkRegistrationTokenTool.exe /new`). Check the clock of the device."
	certInStore = "On that server look into `certlm.msc` > **Personal**: the certificate must name Client Authentication (1.3.6.1.5.5.7.3.2), have its private key and be in date. Where it is there, make sure that the server can read its CRL."
	inAzure     = "In the Azure portal open the resource group of the CMG > **Activity log**, and read the inner code of the failed operation."
)

// behindCMG is what an answer from behind the CMG proves.
var behindCMG = []Stage{Reach, Accepted, Channel}

// What an exception of .NET says of a connection, in lower case.
var (
	anAnswer      = []string{"the remote server returned an error:"}
	notConnected  = []string{"unable to connect to the remote server", "actively refused", "failed to respond", "timed out"}
	notResolved   = []string{"remote name could not be resolved", "no such host is known"}
	noCertificate = []string{"remote certificate is invalid", "trust relationship", "ssl/tls"}
)

// certificateLeft is what rules out that the connection point has no certificate.
var certificateLeft = []string{"log-worked-connector-certificate"}

// cmgErrors are what the CMG and its connection point say by name.
var cmgErrors = []Pattern{
	{
		ID: "log-client-certificate-required", Title: "The management point got no client certificate that it accepts from the connection point",
		Stage: Inside, Proves: behindCMG, Texts: []string{"cmgconnector_clientcertificaterequired"},
		Severity: model.Blocker, Rule: "connection-point-certificate",
		Means: "403 CMGConnector_Clientcertificaterequired: the management point asked the CMG connection point for a client authentication certificate, and got none that it accepts.",
		Check: "Look into the verbose SMS_Cloud_ProxyConnector.log: the first number of the “Filtered cert count” lines that falls to 0 says what is wrong. " + certInStore,
		Causes: []Cause{
			{Why: "No valid client authentication certificate is on the server of the connection point.", Check: "The count with client auth falls to 0, and IIS on the management point has 403.7.", Rule: "connection-point-certificate", Task: "pki-cp-cert", By: []string{"log-no-client-certificate", "log-iis-403-7"}, Ended: certificateLeft},
			{Why: "The connection point has a certificate, but its CRL cannot be read from that server.", Check: "OfflineRevocation stands in the log, or 80092013 in the CAPI2 event log; IIS has 403.13.", Rule: "crl-public", Task: "pki-crl", By: []string{"log-connector-crl", "log-iis-403-13", "log-crl-offline"}},
			{Why: "The root CA of the connection point's certificate is not in the site's list of trusted roots.", Check: "The count with allowed root CA falls to 0, or IIS has 403.16.", Rule: "restrictive-trust-list", Task: "pki-site-ctl", By: []string{"log-no-allowed-root", "log-iis-403-16"}, Ended: certificateLeft},
			{Why: "The certificate of the connection point has no private key, another purpose or no unique name.", Check: "The count with private key or with client auth falls to 0.", Rule: "connection-point-certificate", Task: "pki-cp-cert", By: []string{"log-no-key"}, Ended: certificateLeft},
		},
		Cites: []model.Citation{reading.CiteCertRequired, reading.CiteConnectionPoint},
	},
	{
		ID: "log-no-client-certificate", Title: "The connection point has no client certificate left to show",
		Stage: Inside, Texts: []string{"filtered cert count with client auth: 0", "filtered cert count with client auth:0"},
		Severity: model.Warning, Rule: "connection-point-certificate",
		Means: "Filtered cert count with client auth: 0. The server of the CMG connection point holds no certificate for client authentication that it can use. An HTTPS management point then refuses it; one with Enhanced HTTP asks for none.",
		Check: "Look at the lines before it: the first count that falls to 0 says what is missing. Enroll a client authentication certificate there. " + certInStore,
		Cites: []model.Citation{reading.CiteCertRequired, reading.CiteConnectionPoint},
	},
	{
		ID: "log-no-allowed-root", Title: "No certificate of the connection point leads to a root that the site allows",
		Stage: Inside, Texts: []string{"filtered cert count with allowed root ca: 0", "filtered cert count with allowed root ca:0"},
		Severity: model.Warning, Rule: "restrictive-trust-list",
		Means: "Filtered cert count with allowed root CA: 0. None of the certificates on the connection point leads to a root CA that the site names as trusted.",
		Check: "In the console open **Administration** > **Site Configuration** > **Sites** > **Properties** > **Communication Security**, and see which root CAs are set. Compare them with the chain of the certificate on that server.",
		Cites: []model.Citation{reading.CiteCertRequired, reading.CiteConnectionPoint},
	},
	{
		ID: "log-no-key", Title: "No certificate of the connection point has its private key",
		Stage: Inside, Texts: []string{"filtered cert count with private key: 0", "filtered cert count with private key:0"},
		Severity: model.Warning, Rule: "connection-point-certificate",
		Means: "Filtered cert count with private key: 0. None of the certificates that are left on the connection point has a private key.",
		Check: certInStore,
		Cites: []model.Citation{reading.CiteCertRequired, reading.CiteConnectionPoint},
	},
	{
		ID: "log-connector-crl", Title: "The connection point cannot read the CRL of a certificate",
		Stage: Inside, Texts: []string{"status: offlinerevocation", "status: revocationstatusunknown"},
		Severity: model.Warning, Rule: "crl-public",
		Means: "The chain of a certificate was built, but whether it is revoked is not known: its CRL could not be read on the computer that wrote the log. Chain 0 is the certificate itself, 1 the CA above it.",
		Check: "Let that server read the addresses of the CRL as Local System. The CAPI2 event log there says which address failed.",
		Cites: []model.Citation{reading.CiteCertRequired, {"co-management-bootstrap", "clients-cant-locate-the-management-point-by-using-the-cmg-and-you-receive-error-403"}},
	},
	{
		ID: "log-connector-forbidden", Title: "IIS of the management point refused the connection point",
		Stage: Inside, Proves: behindCMG, Texts: []string{"cmgconnector_forbidden"},
		Severity: model.Blocker, Rule: "mp-https-binding",
		Means: "403 CMGConnector_Forbidden: IIS on the management point refused the CMG connection point.",
		Check: "On the management point run `netsh http show sslcert`, and inspect its output. In IIS Manager open **Default Web Site** > **Bindings**, edit port 443, and select **SMS Role SSL Certificate** for Enhanced HTTP, or the web server certificate for HTTPS. The log of IIS has the sub-status.",
		Causes: []Cause{
			{Why: "The management point went from HTTPS to Enhanced HTTP, and the old PKI certificate stayed bound to port 443.", Check: "The hash in `netsh http show sslcert` is not that of SMS Role SSL Certificate.", Rule: "mp-https-binding", Task: "mp-rebind-443", By: []string{"binding-old"}},
			{Why: "The certificate that is bound has expired or is revoked.", Check: "Look at the dates of the bound certificate.", Rule: "mp-web-certificate", Task: "mp-webserver-cert", By: []string{"binding-expired"}},
			{Why: "The properties of the management point do not allow CMG traffic.", Check: "See **Allow Configuration Manager cloud management gateway traffic** there.", Rule: "cmg-mp-present", Task: "mp-cmg-traffic", Sure: model.Derived},
			{Why: "A filter of IIS refuses the request.", Check: "The sub-status in the log of IIS is not about certificates.", By: []string{"log-iis-verb", "log-iis-filter"}, Sure: model.Derived},
		},
		Cites: []model.Citation{reading.CiteForbidden, reading.CiteRoleCertificate, reading.CiteCMGTraffic},
	},
	{
		ID: "log-connector-unauthorized", Title: "The management point or its token service did not accept the caller",
		Stage: SiteToken, Proves: behindCMG, Texts: []string{"cmgconnector_unauthorized"},
		Severity: model.Warning,
		Means:    "401 CMGConnector_Unauthorized: the request came through the CMG, and behind it the management point or its token service did not accept it.",
		Check:    "On the management point look in CCM_STS.log at that time. Where the request is not in it, look into the log of IIS: 302 is a redirect, 401 a refusal.",
		Causes: []Cause{
			{Why: "The token service refused the token.", Check: "CCM_STS.log shows the request and the reason.", Rule: "token-client-restart", By: []string{"log-invalid-token", "log-entra-validation", "log-entra-validation-other", "log-token-expired", "log-token-signature", "log-token-other-audience"}, Sure: model.Derived},
			{Why: "Another web application sends the requests of that server elsewhere, so that the token service is never asked.", Check: "CCM_STS.log does not show the request, and the log of IIS has 302.", Task: "mp-cmg-traffic", Ended: []string{"log-step-token-request"}, Sure: model.OneReport},
		},
		Cites: []model.Citation{reading.CiteCommError},
	},
	{
		ID: "log-connector-server-error", Title: "Something fails inside the management point",
		Stage: Inside, Proves: behindCMG, Texts: []string{"cmgconnector_internalservererror"},
		Severity: model.Warning,
		Means:    "500 CMGConnector_InternalServerError: the CMG only passes this on. The failure is inside the management point.",
		Check:    "On the management point look in CCM_STS.log for “Exception” at that time. Make sure that the service SMS Agent Host runs, and look at the sub-status in the log of IIS and at mpcontrol.log.",
		Causes: []Cause{
			{Why: "The service SMS Agent Host (ccmexec) does not run there.", Check: "Look at the service. Update 2409 fixes one reason for its crash in an update rollup."},
			{Why: "The token service of the management point (CCM_STS) fails.", Check: "CCM_STS.log has “Exception”.", Rule: "mp-asp-net", By: []string{"log-token-library", "log-token-exception"}},
			{Why: "IIS, an ISAPI extension or the database fails there.", Check: "The log of IIS has a sub-status such as 500.19; mpcontrol.log fails as well.", By: []string{"log-iis-500-19", "log-iis-503", "log-mp-check", "log-mp-database", "log-mp-down"}, Sure: model.Derived},
		},
		Cites: []model.Citation{reading.CiteCommError, reading.CiteLogs},
	},
	{
		ID: "log-chain-not-trusted", Title: "The CMG does not trust the client certificate",
		Stage: Accepted, Texts: []string{"not trusted by cmg service", "not trusted by the cmg service", "isn't trusted by cmg service", "isn't trusted by the cmg service"},
		Severity: model.Blocker, Rule: "chain-complete",
		Means: "The CMG does not trust the client certificate.",
		Check: "Inspect a client certificate together with the CAs above it: that says what to upload. Compare it with the certificates in the properties of the CMG.",
		Causes: []Cause{
			{Why: "Of the CAs above it one is missing among the certificates of the CMG, or an old one is there.", Check: "Compare the thumbprints of the CAs with those in the properties of the CMG.", Rule: "chain-complete", Task: "cmg-trusted-roots"},
			{Why: "**Verify Client Certificate Revocation** is on, and the CRL cannot be read from the internet.", Check: "See the option in the properties of the CMG, and the CRL addresses of the chain.", Rule: "crl-public", Task: "pki-crl", Fits: revocationVerified},
		},
		Cites: []model.Citation{reading.CiteExport, reading.CiteAnalyzer},
	},
	{
		ID: "log-tcp-connection", Title: "The connection point could not open a TCP connection to the CMG",
		Stage: Channel, Texts: []string{"failed to build tcp connection"},
		Severity: model.Warning, Rule: "connection-point-ports",
		Means: "The CMG connection point could not open its TCP connection to the CMG. The exception in the line says why. It then tries HTTPS, over port 443 where the CMG has one instance, and over the ports 10124 to 10139 where it has more. Only a classic CMG (cloud service) uses the TCP connection, on the ports 10140 to 10155.",
		Check: "Check whether “Failed to build Http connection” follows. Let the server of the connection point reach the CMG on the ports of the page, without a proxy that breaks TLS.",
		Causes: []Cause{
			{Why: "The CMG is a classic one, and the ports 10140 to 10155 are closed between that server and it.", Check: "Test the port in the line from that server.", Seen: notConnected, Against: slices.Concat(noCertificate, notResolved), Fits: classicCMG},
			{Why: "The CMG is a virtual machine scale set, which does not use this connection: no fault, if the one over HTTPS is built.", Check: "Check whether “Failed to build Http connection” follows.", Fits: scaleSet, Sure: model.Derived},
			{Why: "A proxy or firewall stands in the way.", Check: "The exception names a proxy, or the TLS handshake gets no answer.", Rule: "tls-inspection", Seen: []string{"authenticate with proxy server"}, Sure: model.OneReport},
			{Why: "The server does not accept the certificate of the CMG.", Check: "The exception names a certificate.", Rule: "server-certificate-trusted", Seen: noCertificate, Against: slices.Concat(notConnected, notResolved), Sure: model.Derived},
		},
		Cites: []model.Citation{{"data-flow", "required-ports"}},
	},
	{
		ID: "log-http-connection", Title: "The connection point could not build its HTTPS connection to the CMG",
		Stage: Channel, Texts: []string{"failed to build http connection", "failed to build httpv2 connection"},
		Severity: model.Warning, Rule: "connection-point-ports",
		Means: "The CMG connection point could not build its HTTPS connection to the CMG (HttpV2 is the same in newer versions, as the name says). In the first minutes after the role was added that is normal.",
		Check: "Look at the exception in the line. Let the server of the connection point reach the CMG on port 443, and on the ports 10124 to 10139 where the CMG has more than one instance.",
		Causes: []Cause{
			{Why: "The CMG is not ready.", Check: "Its state in the console is not Ready.", Task: "cmg-ready", Seen: []string{"(503)"}, Sure: model.Derived},
			{Why: "A port is closed.", Check: "Test port 443, and 10124 to 10139, from that server as Local System.", Rule: "connection-point-ports", Task: "net-firewall-cp", Seen: notConnected, Against: slices.Concat(anAnswer, noCertificate, notResolved)},
			{Why: "A proxy stands in the way.", Check: "The exception names a proxy or 407, or the same address works without it.", Rule: "tls-inspection", Seen: []string{"(407)", "proxy authentication", "(511)"}, Sure: model.Derived},
			{Why: "Whoever answered at that address refuses the connection point: the CMG does not accept the certificate with which it signs in, or a proxy answered.", Check: "The status in the line is 401 or 403. Read the answer in a trace of the proxy, and look for “missing role certificate” in the log.", Seen: []string{"(401)", "(403)"}, Only: true, By: []string{"log-role-certificate"}, Sure: model.Derived},
			{Why: "The deployment name of the CMG is not resolved on that server.", Check: "Resolve the name in the line there.", Seen: notResolved, Against: slices.Concat(anAnswer, notConnected, noCertificate), Sure: model.Derived},
			{Why: "The server does not accept the certificate that is shown at that address.", Check: "The exception names a certificate or SSL/TLS.", Rule: "server-certificate-trusted", Seen: noCertificate, Against: slices.Concat(anAnswer, notConnected, notResolved), Sure: model.Derived},
		},
		Cites: []model.Citation{{"data-flow", "required-ports"}},
	},
	{
		ID: "log-session-ended", Title: "The CMG closed the channel to the connection point",
		Stage: Channel, Texts: []string{"bgb session ended"}, Rests: model.OneReport,
		Severity: model.Warning,
		Means:    "(990) BGB Session Ended: the CMG closed the channel to its connection point. Only one public report has the line, so no cause is named.",
		Check:    "Read the lines before it in SMS_Cloud_ProxyConnector.log.",
		Cites:    []model.Citation{{"data-flow", "required-ports"}},
	},
	{
		ID: "log-proxy-handshake", Title: "The TLS handshake of the connection point got no answer",
		Stage: Channel, Texts: []string{"failed to authenticate with proxy server"}, Unless: []string{"log-tcp-connection"}, Rests: model.OneReport,
		Severity: model.Warning,
		Means:    "TCP CONNECTION: Failed to authenticate with proxy server. “Proxy” seems to mean the proxy service of the CMG itself. Only one public report has the line, so no cause is named.",
		Check:    "Read the inner exceptions of the line, and see whether “Failed to build Http connection” follows.",
		Cites:    []model.Citation{{"data-flow", "required-ports"}},
	},
	{
		ID: "log-role-certificate", Title: "The certificate of the role is not there yet",
		Stage: Channel, Texts: []string{"missing role certificate"}, Rests: model.OneReport,
		Severity: model.Advice,
		Means:    "The role has not got its certificate from the site yet, and looks again in the next cycle. Only one public report has the line, so no cause is named.",
		Check:    "Check whether the line stops. If it does not, look at the logs of the site server for that role.",
		Cites:    []model.Citation{reading.CiteRoleCertificate},
	},
	{
		ID: "log-token-audience", Title: "The token names an issuer or audience that is not known there",
		Stage: Accepted, Texts: []string{"no appropriate token validator"},
		Severity: model.Warning, Rule: "app-id-uri",
		Means: "The token names an issuer or an audience that the server does not know. The line does not say which.",
		Check: "Compare the audience in the line with **Application ID URI** of the web (server) app and with the console, letter for letter. Compare the ID in the issuer with the tenants of the console.",
		Causes: []Cause{
			{Why: "The audience of the token is not the App ID URI that the site has.", Check: "Compare the audience in the line with both, letter for letter.", Rule: "app-id-uri", Sure: model.Derived},
			{Why: "The issuer is another tenant, or one that the site does not know.", Check: "Compare the ID in the issuer with the tenants in the console.", Rule: "other-tenant", Sure: model.Derived},
			{Why: "The token is of another version (v1.0 or v2.0).", Check: "The issuer begins with https://sts.windows.net for v1.0.", Sure: model.Derived},
		},
		Cites: []model.Citation{reading.CiteWebApp, reading.CiteInfoRequest},
	},
	{
		ID: "log-content-service-tls", Title: "The content service of the CMG cannot reach its storage over TLS",
		Stage: Content, Texts: []string{"do not possess a common algorithm"},
		Severity: model.Warning, Rule: "tls12-enforced",
		Means: "The two sides found no common algorithm for TLS. In CMGContentService.log the CMG cannot reach its storage: known for versions 1906 and 1910 with **Enforce TLS 1.2**.",
		Check: "Update the site. See in the log which side wrote the line.",
		Cites: []model.Citation{{"release-notes"}},
	},
}
