package logs

import (
	"cmgwizard/model"
	"cmgwizard/model/reading"
)

const asSystem = "Test the address on that computer as Local System: it has a proxy of its own. "

// atConnector are failures of the connection point that say it better.
var atConnector = []string{"log-http-connection", "log-tcp-connection"}

// connectionLost is what .NET says of a connection that ended too soon.
var connectionLost = []string{"the underlying connection was closed: an unexpected error occurred on a send", "the underlying connection was closed: an unexpected error occurred on a receive", "the underlying connection was closed: the connection was closed unexpectedly", "forcibly closed by the remote host"}

// connectionErrors are failures of the network. Whom the line asked belongs to
// each of them.
var connectionErrors = []Pattern{
	{
		ID: "log-name-not-resolved", Title: "The name of the server was not resolved",
		Stage: Reach, Texts: []string{"error_winhttp_name_not_resolved", "remote name could not be resolved"}, Codes: []uint32{0x80072EE7}, Unless: atConnector, asked: true,
		Severity: model.Warning,
		Means:    "12007 (0x80072ee7, ERROR_WINHTTP_NAME_NOT_RESOLVED), or “The remote name could not be resolved”: DNS has no answer for the name of the server.",
		Check:    "Resolve the name in the address on that computer: `Resolve-DnsName NAME`.",
		Causes: []Cause{
			{Whom: peerCMG, Why: "The CNAME of the service name is missing in public DNS, or inside where an inner zone of the same name hides it.", Check: "Ask a public DNS server as well: `Resolve-DnsName NAME -Server 1.1.1.1`.", Task: "dns-cname", Sure: model.Derived},
			{Whom: peerOther, Why: "The name is that of a server inside, and the computer is outside: no fault, if it then asks the CMG.", Check: "Check whether lines with CCM_Proxy follow.", Sure: model.Derived},
			{Why: "The network gives names only to its proxy, and Local System has none set.", Check: "A browser of a user works there, and a test as Local System does not.", Sure: model.Derived},
		},
		Cites: []model.Citation{{"data-flow", "internet-access-requirements"}},
	},
	{
		ID: "log-timeout", Title: "No answer came within the time allowed",
		Stage: Reach, Texts: []string{"error_winhttp_timeout", "the operation has timed out"}, Codes: []uint32{0x80072EE2}, Unless: atConnector, asked: true,
		Severity: model.Warning,
		Means:    "12002 (0x80072ee2, ERROR_WINHTTP_TIMEOUT): no answer came within the time allowed.",
		Check:    asSystem,
		Causes: []Cause{
			{Why: "A firewall drops the packets and says nothing.", Check: "A connection to the port of the address is not made: `Test-NetConnection NAME -Port 443`.", Task: "net-firewall-clients", Sure: model.Derived},
			{Why: "Local System has no proxy, and the network needs one.", Check: "A browser of a user works there.", Sure: model.Derived},
			{Whom: peerCMG, Why: "The CMG is stopped.", Check: "Look at its state in the console.", Task: "cmg-ready", Sure: model.Derived},
		},
		Cites: []model.Citation{{"data-flow", "required-ports"}},
	},
	{
		ID: "log-cannot-connect", Title: "The connection to the server was not made",
		Stage: Reach, Texts: []string{"error_winhttp_cannot_connect", "unable to connect to the remote server"}, Codes: []uint32{0x80072EFD, 0x800704C9}, Unless: atConnector, asked: true,
		Severity: model.Warning,
		Means:    "12029 (0x80072efd, ERROR_WINHTTP_CANNOT_CONNECT), or “Unable to connect to the remote server”: the TCP connection to the server was not made.",
		Check:    "On that computer run `Test-NetConnection NAME -Port 443` with the name and the port of the address. " + asSystem,
		Causes: []Cause{
			{Why: "The port is closed on the way.", Check: "The test of the port fails.", Task: "net-firewall-clients", Sure: model.Derived},
			{Why: "Local System has no proxy or a wrong one.", Check: "The test of the port works only with the proxy of a user.", Sure: model.Derived},
			{Whom: peerCMG, Why: "The CMG does not run, or the name leads elsewhere.", Check: "Compare the address that DNS gives with that of the CMG in Azure, and look at its state in the console.", Task: "cmg-ready", Sure: model.Derived},
			{Whom: peerOther, Why: "The server is inside, and the computer is outside: no fault, if it then asks the CMG.", Check: "Check whether lines with CCM_Proxy follow.", Sure: model.Derived},
		},
		Cites: []model.Citation{{"data-flow", "required-ports"}},
	},
	{
		ID: "log-connection-ended", Title: "The connection was reset or ended",
		Stage: Reach, Texts: append([]string{"error_winhttp_connection_error"}, connectionLost...), Codes: []uint32{0x80072EFE}, Unless: append([]string{"log-console-sign-in", "log-content-service-tls"}, atConnector...), asked: true,
		Severity: model.Warning,
		Means:    "12030 (0x80072efe, ERROR_WINHTTP_CONNECTION_ERROR): the connection was reset or ended, or the two sides found no common TLS.",
		Check:    "Check whether every request fails so or only some. Look at the Schannel event log of that computer.",
		Causes: []Cause{
			{Why: inspected, Check: "It works from a network without inspection.", Rule: "tls-inspection", Sure: model.Derived},
			{Whom: peerCMG, Why: "The two sides have no TLS version or cipher in common: since version 2603 a CMG refuses weak ciphers.", Check: "The caller is an old Windows, or its policy allows few ciphers.", Rule: "tls12-enforced", Sure: model.Derived},
			{Why: "A connection that nobody used for a while was closed.", Check: "It happens now and then, and the next request succeeds: no fault.", Sure: model.Derived},
		},
		Cites: []model.Citation{reading.CiteWeakCiphers, {"data-flow", "required-ports"}},
	},
	{
		ID: "log-strange-answer", Title: "The answer cannot be read as HTTP",
		Stage: Reach, Texts: []string{"error_winhttp_invalid_server_response"}, Codes: []uint32{0x80072F78}, asked: true,
		Severity: model.Warning,
		Means:    "12152 (0x80072f78, ERROR_WINHTTP_INVALID_SERVER_RESPONSE): what came back cannot be read as HTTP.",
		Check:    "Open the address in a browser on that computer.",
		Causes: []Cause{
			{Why: "A proxy or a portal (captive portal) answered in place of the server.", Check: "The browser shows its page.", Sure: model.Derived},
			{Why: "Plain HTTP met a port for TLS, or the other way round.", Check: "Compare scheme and port in the address.", Sure: model.Derived},
		},
		Cites: []model.Citation{{"data-flow", "http-headers-and-verbs"}},
	},
	{
		ID: "log-redirected", Title: "A redirect could not be followed",
		Stage: Reach, Texts: []string{"error_winhttp_redirect_failed"}, Codes: []uint32{0x80072F7C}, asked: true,
		Severity: model.Warning,
		Means:    "12156 (0x80072f7c, ERROR_WINHTTP_REDIRECT_FAILED): somebody sent the caller elsewhere, and it could not follow.",
		Check:    "Open the address in a browser on that computer, and see where it leads.",
		Causes: []Cause{
			{Why: "Another web application on the management point redirects its default web site.", Check: "The log of IIS there has 302 for that minute.", Task: "mp-cmg-traffic", Sure: model.Derived},
			{Why: "A portal on the way (captive portal) redirects.", Check: "The browser shows its page.", Sure: model.Derived},
		},
		Cites: []model.Citation{reading.CiteCommError},
	},
	{
		ID: "log-proxy", Title: "The proxy is the trouble, not the server",
		Stage: Reach, Texts: []string{"proxy authentication required"}, Unless: atConnector, Codes: []uint32{0x80072F86, 0x80072F87, 0x80072F92, 0x80072F9B, 0x80072F9C, 0x80072EEF},
		Severity: model.Warning,
		Means:    "407, 12015, 12166, 12167, 12178, 12187 or 12188: the proxy for the address could not be found, its script fails, it requires authentication, or TLS to it fails.",
		Check:    asSystem + "See which proxy is set for it: `netsh winhttp show proxy`, and the proxy of the site system role in the console.",
		Cites:    []model.Citation{{"proxy-support"}},
	},
	{
		ID: "log-dotnet-trust", Title: "A program did not accept the certificate of a server",
		Stage: Reach, Texts: []string{"could not establish trust relationship for the ssl/tls secure channel", "remote certificate is invalid according to the validation procedure"}, Unless: atConnector, shown: true,
		Severity: model.Warning,
		Means:    "“Could not establish trust relationship for the SSL/TLS secure channel”: the program did not accept the certificate that a server showed. The words do not say why.",
		Check:    "Open the address in a browser on that computer, and look at the certificate that is shown: its issuer, its names and its dates.",
		Causes: []Cause{
			{Why: "The issuer is not trusted on that computer.", Check: "Its root CA is not in the store of the computer.", Sure: model.Derived},
			{Why: "The certificate has another name, or is out of its dates.", Check: "Compare both with the address and the clock.", Sure: model.Derived},
			{Why: inspected, Check: "The issuer of the certificate that is shown is a device or proxy of the company.", Rule: "tls-inspection", Sure: model.Derived},
		},
		Cites: []model.Citation{reading.CiteSiteSystemCert},
	},
	{
		ID: "log-dotnet-tls", Title: "A program could not set up TLS with a server",
		Stage: Reach, Texts: []string{"could not create ssl/tls secure channel"}, Unless: append([]string{"log-console-sign-in", "log-content-service-tls"}, atConnector...), asked: true,
		Severity: model.Warning,
		Means:    "“Could not create SSL/TLS secure channel”: a program of .NET and a server could not agree on TLS. The words do not say why.",
		Check:    "Look at the Schannel event log of that computer for the same minute.",
		Causes: []Cause{
			{Why: "TLS 1.2 is not on for .NET on that computer.", Check: "SchUseStrongCrypto and SystemDefaultTlsVersions are not 1 there.", Sure: model.Derived},
			{Why: "The program wanted to show a client certificate, and could not use its key.", Check: "Schannel has an event about the private key.", Sure: model.Derived},
			{Why: "A device on the way breaks the handshake.", Check: "It works from another network.", Rule: "tls-inspection", Sure: model.Derived},
		},
		Cites: []model.Citation{{"enable-tls-1-2-client", "bkmk_net"}},
	},
}
