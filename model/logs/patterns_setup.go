package logs

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// lookUp is what to do with a code that no pattern is about.
const lookUp = "Look the code up: `cmgwizard explain 0x…`."

// setupErrors are from the setup of the client and the transfer of content.
var setupErrors = []Pattern{
	{
		ID: "log-setup-command", Title: "ccmsetup refuses its command line",
		Stage: Setup, Texts: []string{"smsmp cannot be specified without smssitecode"},
		Severity: model.Warning,
		Means:    "The command line names SMSMP and no SMSSITECODE: ccmsetup does not take the one without the other.",
		Check:    "Add SMSSITECODE with the code of the site. Inspect the command line itself.",
		Cites:    []model.Citation{reading.CiteProperties},
	},
	{
		ID: "log-setup-file", Title: "A downloaded file of the client is not the one that its list names",
		Stage: Setup, Texts: []string{"from manifest doesn't match with the file hash", "from manifest doesn’t match with the file hash"}, Rests: model.OneReport,
		Severity: model.Warning,
		Means:    "ccmsetup checked a downloaded file against the list of the client package, and the two differ: the file is old, damaged or was changed on its way.",
		Check:    "Update the client package on the distribution points and the CMG. On the device empty %WinDir%\\ccmsetup, and install again.",
		Cites:    []model.Citation{reading.CiteProperties},
	},
	{
		ID: "log-msi-source", Title: "Windows Installer does not find the source of the installed client",
		Stage: Setup, Texts: []string{"installation failed with error code 1612", "exitcode: 1612"}, Codes: []uint32{0x8007064C},
		Severity: model.Warning,
		Means:    "1612 (0x8007064c, ERROR_INSTALL_SOURCE_ABSENT): an older client is installed, and Windows Installer does not find its client.msi.",
		Check:    "client.msi.log names the file that was looked for. Put the client.msi of that version there, or remove the old client first.",
		Cites:    []model.Citation{reading.CiteProperties},
	},
	{
		ID: "log-msi-step", Title: "A step of the client's installation failed",
		Stage: Setup, Texts: []string{"setup was unable to", "setup failed due to unexpected circumstances"}, Also: []string{"the error code is", "msi"}, Unless: []string{"log-wmi-endpoint", "log-client-msi"},
		Severity: model.Warning,
		Means:    "client.msi could not do the step that the line names. The code after it says what Windows answered, and not why.",
		Check:    lookUp + " Read client.msi.log from that step on.",
		Cites:    []model.Citation{reading.CiteProperties},
	},
	{
		ID: "log-media-identity", Title: "The boot medium has no identity that the site takes",
		Stage: Setup, Texts: []string{"failed to get client identity", "failed to read client identity", "failed to retrieve registration token from the media token"},
		Severity: model.Warning,
		Means:    "A task sequence from a boot medium could not get an identity or a token from the site. The line names no cause.",
		Check:    "Look at the dates of the certificate of the medium, and at the clock of the device. Read the lines before it about the management point, and make the medium anew where it is old.",
		Causes: []Cause{
			{Why: "The certificate of the boot medium has expired.", Check: "The status message 5446 of the management point says so.", Sure: model.OneReport},
			{Why: "The medium for the CMG is old.", Check: "A medium that was made anew works.", Sure: model.OneReport},
		},
		Rests: model.OneReport,
		Cites: []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-sequence-identity", Title: "A task sequence could not take over the identity of the client",
		Stage: Setup, Texts: []string{"ccmimportidentityfrommigration failed", "failed to import the key pair", "preparetransportex() failed"}, Rests: model.OneReport,
		Severity: model.Warning,
		Means:    "A task sequence could not use the identity or the key with which it asks servers for content. The code says what Windows answered, and not why.",
		Check:    lookUp + " Read smsts.log from the beginning of that step on.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-sequence-content", Title: "A task sequence could not get content",
		Stage: Content, Texts: []string{"failed to download content for sms package", "sendresourcerequest() failed", "no static content server"}, echo: true,
		Severity: model.Warning,
		Means:    "A task sequence could not get a package: the site named no place with it, or the server refused. 0x8019 and more digits is an HTTP status.",
		Check:    lookUp + " Read the lines before it for the location reply. See that the package is on the CMG or a distribution point that the client may use there.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-content-status", Title: "The server with the content answered, and not with success",
		Stage: Content, Texts: []string{"error sending dav request. http code"}, holds: withStatus,
		Severity: model.Warning,
		Means:    "The client asked the server with the content what is at an address (PROPFIND), and got the status in the line.",
		Check:    "Read the address in the lines after it: it says which server answered. The log of IIS there has the sub-status.",
		Causes: []Cause{
			{Why: "405: the role service WebDAV Publishing is installed in IIS of the distribution point, which takes the verb.", Check: "The status is 405. Remove that role service there.", Seen: []string{"http code 405"}, Only: true},
			{Why: "404: the content is not at that address.", Check: "The status is 404. Look at the distribution status of the content.", Task: "content-distribute", Seen: []string{"http code 404"}, Only: true, Sure: model.Derived},
			{Why: "401: the server does not accept the account, token or certificate of the client.", Check: "The status is 401.", Seen: []string{"http code 401"}, Only: true, Sure: model.Derived},
			{Why: "403: the server requires HTTPS or a client certificate, or a filter stands in the way.", Check: "The status is 403, and the sub-status says which.", Seen: []string{"http code 403"}, Only: true, Sure: model.Derived},
		},
		Cites: []model.Citation{{"webdav-405", "cause"}, reading.CiteLogs},
	},
	{
		ID: "log-content-hash", Title: "Content is not what the site published",
		Stage: Content, Texts: []string{"failed to do hash verification"}, Codes: []uint32{0x80091007},
		Severity: model.Warning,
		Means:    "0x80091007 (CRYPT_E_HASH_VALUE): the hash of what was downloaded is not the one that was announced. The copy on the server is old or damaged, or something changed it on its way or on the device.",
		Check:    "Update the content on the distribution point or the CMG. See whether a scanner or a cache on the way changes files.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-setup-places", Title: "ccmsetup was told no place with the files of the client",
		Stage: Setup, Texts: []string{"failed to get dp locations as the expected version", "getdplocations failed with error", "failed to find dp locations from mp", "couldn't find dp locations"}, echo: true,
		Severity: model.Warning,
		Means:    "ccmsetup asked a management point where the files of the client are, over the CMG where CCM_Proxy stands in the address, and got no place. The code in the line is the last one of several.",
		Check:    "Read the [CCMHTTP] lines before it. Where none of them is an error, the management point answered: see that the client package is on the CMG or a distribution point that the client may use.",
		Cites:    []model.Citation{reading.CiteTokenRequest, reading.CiteProperties},
	},
	{
		ID: "log-policy-download", Title: "A policy could not be downloaded",
		Stage: Messages, Texts: []string{"failed to download policy"}, echo: true,
		Severity: model.Advice,
		Means:    "A policy could not be downloaded or read. The code in the line says how, and not why.",
		Check:    lookUp + " Read the lines before it, and see in the console which deployment the policy is of.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
	{
		ID: "log-setup-request", Title: "ccmsetup could not prepare a request",
		Stage: Setup, Texts: []string{"gethttprequestobjects failed", "getsslcertificatecontext failed"}, echo: true,
		Severity: model.Advice,
		Means:    "ccmsetup could not prepare a request to a server, mostly because it found nothing to show there. The code says what was missing.",
		Check:    lookUp + " Read the lines before it about certificates and tokens.",
		Cites:    []model.Citation{reading.CiteProperties},
	},
	{
		ID: "log-setup-status", Title: "A server answered ccmsetup, and not with success",
		Stage: Setup, Texts: []string{"failed to successfully complete http request", "failed to successfully complete winhttp request"}, echo: true,
		Severity: model.Advice,
		Means:    "ccmsetup asked a server, and the status at the end of the line is what it answered; 0 is no answer.",
		Check:    readStatus,
		Cites:    []model.Citation{reading.CiteProperties},
	},
	{
		ID: "log-setup-signature", Title: "The signature of a file of the client could not be verified",
		Stage: Setup, Texts: []string{"authenticode signature. return code"}, echo: true,
		Severity: model.Warning,
		Means:    "ccmsetup does not run a file whose signature it cannot verify. The code says why.",
		Check:    lookUp + " Open the file's properties > **Digital Signatures** on the device.",
		Cites:    []model.Citation{reading.CiteProperties},
	},
	{
		ID: "log-transfer", Title: "BITS could not transfer something",
		Stage: Content, Texts: []string{"cdtsjob::handleerrors", "failed to download client files by bits"}, Also: []string{"error"}, echo: true,
		Severity: model.Advice,
		Means:    "A transfer of content or policy failed in BITS, and is tried again. The code says how; 0x8019 and more digits is an HTTP status.",
		Check:    lookUp + " Look for the address of the job in the lines before it.",
		Cites:    []model.Citation{reading.CiteLogs},
	},
}

// withStatus reports whether a request for content got an HTTP status: 600 stands
// for none.
func withStatus(entry string) bool { return !strings.Contains(entry, "http code 600") }
