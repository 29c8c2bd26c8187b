package inspect

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/logs"
	"cmgwizard/model/reading"
	"cmgwizard/model/slow"
)

// shapes are the ways in which an entry is written.
var shapes = map[string]func(text string) string{
	"CMTrace": func(text string) string { return record("CcmMessaging", 1, text) },
	"server": func(text string) string {
		return text + "~~  $$<SMS_CLOUD_SERVICES_MANAGER><05-14-2026 12:34:56.789+300><thread=1234 (0x4D2)>\r\n"
	},
	"copied": func(text string) string { return text + "\tCcmMessaging\t14.05.2026 12:34:56\t1234 (0x04D2)\r\n" },
	"plain":  func(text string) string { return text },
}

// signOf is a sign of a log, nil for none.
func signOf(f reading.File, id string) *reading.Sign {
	if f.Log == nil {
		return nil
	}
	i := slices.IndexFunc(f.Log.Signs, func(s reading.Sign) bool { return s.ID == id })
	if i < 0 {
		return nil
	}
	return &f.Log.Signs[i]
}

// TestEveryPatternInEveryShape: a text of a pattern is found however the entry is
// written, and a success or a harmless line raises no alarm.
func TestEveryPatternInEveryShape(t *testing.T) {
	slow.Alone(t)
	for _, p := range logs.Patterns {
		also := map[string]string{"log-cmg-unanswered": " 1 RequestCount: 4", "log-worked-cmg-requests": " 4 RequestCount: 4", "log-worked-online": " 7"}[p.ID]
		if len(p.Also) > 0 {
			also += " " + p.Also[0]
		}
		for _, text := range p.Texts {
			for shape, write := range shapes {
				line := write(text + " x" + also)
				switch {
				case strings.HasSuffix(text, "statuscode"):
					line = write(text + "=403 x")
				case also != "" && len(p.Also) == 0 || p.ID == "log-cmg-unanswered" || p.ID == "log-worked-cmg-requests":
					line = write(text + also)
				}
				f := one(t, nil, line)
				switch {
				case p.Sign == logs.Failed && !has(f, p.ID) && signOf(f, p.ID) == nil && !explainedElsewhere(f, p):
					t.Errorf("%s, %s: %q: %s", p.ID, shape, line, ids(f))
				case p.Sign != logs.Failed && ids(f) != "":
					t.Errorf("%s, %s: %q raises %s", p.ID, shape, line, ids(f))
				case p.Sign != logs.Failed && (signOf(f, p.ID) == nil || p.Sign != logs.Step && !has(f, p.ID)):
					t.Errorf("%s, %s: %q is not known", p.ID, shape, line)
				}
			}
		}
	}
}

// explainedElsewhere reports whether something more telling is said of the line.
func explainedElsewhere(f reading.File, p logs.Pattern) bool {
	return slices.ContainsFunc(p.Unless, func(id string) bool { return has(f, id) })
}

// iisLine is a line of an IIS log with its columns.
func iisLine(path, status string) string {
	return "#Software: Microsoft Internet Information Services 10.0\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken\n" +
		"2026-05-14 10:34:56 10.1.1.1 GET " + path + " - 443 - 10.1.1.9 SMS+CCM+5.0 " + status + " 15\n"
}

// logLines are lines in the documented shape, with what must be said of them:
// "" for no alarm.
var logLines = []struct{ line, want string }{
	{"Getting AAD info from CMG 'https://cmg.contoso.com'", ""},
	{"Enabled SSL revocation check.", ""},
	{"Getting AAD (device) token with: ClientId = 7506ee10-f7ec-415a-b415-cd3d58790d97, ResourceUrl = https://ConfigMgrService, AccountId = https://login.microsoftonline.com/common/oauth2/token", ""},
	{"WAM token request failed. Status 4, Details ''", "warning log-no-device-token"},
	{"Failed to get AAD token for 'S-1-5-18' from WAM API. Error 0xcaa2000c", "warning log-no-device-token, warning log-entra-conditional-access"},
	{"Failed to get AAD token for 'S-1-5-18' from WAM API. Error 0xcaa82ee2", "warning log-entra-unreachable"},
	{"Falling back to get user 'S-1-5-21-1-2-3-1604' token for system...", ""},
	{"Retrieved AAD token for AAD user '00000000-0000-0000-0000-000000000000'", ""},
	{"Cached encrypted token for 'S-1-5-18'. Will expire at '05/14/2026 20:00:00'", ""},
	{"RetrieveTokenFromStsServerImpl failed with error 0x12345678", "warning log-site-token-failed"},
	{"Failed to get CCM access token and client doesn't have PKI issued cert to use SSL. Error 0x80070002", "warning log-nothing-to-show"},
	{"DownloadFileByWinHTTP failed with a non-recoverable failure, 0x87d00455", "warning log-no-token-auth"},
	{"[CCMHTTP] ERROR: URL=https://cmg.contoso.com/downloadrestservice.svc/getcontentxmlsecure?pid=P0100002, Port=0, Options=480, Code=0, Text=CCM_E_NO_CLIENT_PKI_CERT", "warning log-no-certificate-selected"},
	{"Installation failed with error code 1603", "warning log-msi-failed"},
	{"Installation success or error status: 1639.", "warning log-command-line"},
	{"Status message sent, ID 1639, severity Information", ""},
	{"Message {8E61F793-3F0B-1BB5-1639-8BB7E1D0F7A1} has http status 200", ""},
	{`<![LOG[Sending http request with code 0]LOG]!><time="12:34:56.789-120" date="05-14-2026" component="ccmsetup" context="" type="1" thread="1639" file="ccmsetup.cpp:1639">`, ""},
	{"Waiting for status~  $$<SMS_EXECUTIVE><05-14-2026 12:34:56.789-120><thread=1639 (0x667)>", ""},
	{"Setup was not launched from CcmSetup.exe (Error 25502)", "warning log-client-msi"},
	{"CcmSetup is exiting with return code 0", ""},
	{"CcmSetup failed with error code 0x80004005", "advice log-setup-failed"},
	{"CcmSetup failed with error code 0x80004005\nInstallation failed with error code 1603", "warning log-msi-failed"},
	{"[RegTask] - Client is not registered. Sending registration request for GUID:1 ...", ""},
	{"[RegTask] - Server rejected registration 3", "warning log-server-rejected"},
	{"[RegTask] - Sleeping for 60 seconds ...", ""},
	{"SetRegistrationState failed (0x80071770)", "warning log-registration-state"},
	{"[CCMHTTP] : WINHTTP_CALLBACK_STATUS_FLAG_CERT_WRONG_USAGE is set", "warning log-certificate-usage"},
	{"Successfully queued event on HTTP/HTTPS failure for server 'cmg.contoso.com'.", ""},
	{"CCM Token for 'S-1-5-18' is already expired or close to expire", ""},
	{"Failed to refresh Site Signing Certificate over HTTP with error 0x12345678", "advice log-signing-certificate"},
	{"Error sending DAV request. HTTP code 600, status ''", "advice log-no-http-answer"},
	{"Failed to correctly receive a WEBDAV HTTPS request.. (StatusCode at WinHttpQueryHeaders: 0)", "advice log-no-http-answer"},
	{"Error retrieving manifest (0x12345678). Will attempt retry 2 in 30 seconds", "advice log-manifest"},
	{"RegTask: Failed to send registration request. Error: 0x12345678", "advice log-registration-failed"},
	{"Failed to find the certificate in the store", "warning log-certificate-not-found"},
	{"Request to https://cmg.contoso.com/downloadrestservice.svc/getcontentxmlsecure failed with 400", "warning log-content-refused"},
	{"ProcessRequest - Exception: System.IO.FileLoadException: Could not load System.IdentityModel.Tokens.JWT", "warning log-token-library"},
	{"ProcessRequest - Exception: System.NullReferenceException", "warning log-token-exception"},
	{"MiseAuthenticationTicketProviderException: x", "advice log-entra-validation-other"},
	{"Status description is 'CMGConnector_Teapot'.", "warning log-connector-other"},
	{"ResponseHeader: HTTP/1.1 504 CMGConnector_GatewayTimeout", "warning log-connector-other"},
	{"StatusCode=400 StatusText=CMGService_Something", "warning log-service-other"},
	{"Web exception for message 3087bd34-b82c-4950-b972-e82bb0fb8385: System.Net.WebException: The remote server returned an error: (403) Forbidden.", "warning log-web-exception"},
	{"ERROR: Failed to build HttpV2 connection 1 with server cmg.contoso.com:443", "warning log-http-connection"},
	{"ERROR: Exception occured for service cmg : System.InvalidOperationException: This implementation is not part of the Windows Platform FIPS validated cryptographic algorithms.", "warning log-fips"},
	{"GET_TOKEN_FROM_STS_ERROR : FFFFFFFF80004003", "warning log-compliance-token"},
	{"MP LM: Message discarded", "advice log-discarded"},
	{"Failed to check url https://dp1.contoso.com/SMS_DP_SMSPKG$/PS100002. Error 0x80004005", "advice log-content-address"},
	{"GetDirectoryList_HTTP('http://dp1.contoso.com:80/SMS_DP_SMSPKG$/PS100002') failed with code 0x800704cf.", "advice log-content-address"},
	{"Failed to send request to /CCM_Proxy_MutualAuth/7/SMS_MP at host cmg.contoso.com, error 0x2efd", "warning log-cannot-connect"},
	{"Call to HttpSendRequestSync failed for port 443 with status code 500, text: x~  $$<SMS_AWEBSVC_CONTROL_MANAGER><05-14-2026 12:34:56.789-120><thread=1 (0x1)>", ""},
	{"Call to HttpSendRequestSync failed for port 443 with status code 500, text: x~  $$<SMS_MP_CONTROL_MANAGER><05-14-2026 12:34:56.789-120><thread=1 (0x1)>", "warning log-mp-check"},
	{"The remote server returned an error: (403) Forbidden.", ""},
	{"STATMSG: ID=11488 SEV=W LEV=M SOURCE=\"SMS Server\" COMP=\"SMS_SERVICE_CONNECTOR\"", "warning log-endpoints"},
	{"STATMSG: ID=9409 SEV=I LEV=M SOURCE=\"SMS Server\" COMP=\"SMS_CLOUD_SERVICES_MANAGER\"", ""},
	{"RequestUri: /CCM_PROXY_SERVERAUTH/7/CCM_STS RequestCount: 9 RequestSize: 1 Bytes ResponseCount: 4 ResponseSize: 1 Bytes", "advice log-cmg-unanswered"},
	{"Chain build failed cert: CN=x", ""},
	{"WARNING: firewall (state message 9802)", ""},
	{"Index (zero based) must be greater than or equal to zero and less than the size of the argument list.", ""},
	{"Getting CCM Token from https://cmg.contoso.com/CCM_Proxy_ServerAuth/7/CCM_STS", ""},
	{"Forwarding proxy message 1 to URL: https://mp1.contoso.com/CCM_STS", ""},
	{"Received empty location update", "warning log-no-content"},
	{"Completed validation of Certificate [Thumbprint 820BD3C209D6ED2155D5343BEEA67A725389B747] issued to 'CL2'", ""},
	{"Certificate [Thumbprint 820BD3C209D6ED2155D5343BEEA67A725389B747] issued to 'CL2' has expired.", "warning log-certificate-expired"},
	{"Verification of Certificate chain returned 800B0109", "warning log-untrusted-root"},
	{"Verification of Certificate chain returned 00000000", ""},
	{"Call to HttpSendRequestSync failed for port 443 with status code 403, text: Forbidden", "warning log-mp-check"},
	{"Call to HttpSendRequestSync succeeded for port 443 with status code 200, text: OK", ""},
	{"Filtered cert count with allowed root CA: 0", "warning log-no-allowed-root"},
	{"Not allowed cert: CN=x 820BD3C209D6ED2155D5343BEEA67A725389B747", ""},
	{"Chain 1 status: OfflineRevocation", "warning log-connector-crl"},
	{"Maintaining connections...", ""},
	{"ERROR: Failed to build Http connection 1 with server cmg.contoso.com:443", "warning log-http-connection"},
	{"(990) BGB Session Ended", "warning log-session-ended"},
	{"AADSTS7000222: The provided client secret keys for app are expired.", "warning log-entra-secret"},
	{"AADSTS70002222: x", ""},
	{"ErrorCode: SkuNotAvailable", "warning log-deployment-size"},
	{"Waiting for check if container exists. Will check again in 10 seconds", ""},
	{`Could not obtain application secret for tenant 1. run "Renew Secret Key"`, "warning log-secret-lost"},
	{iisLine("/SMS_MP/.sms_aut", "403 13 2148081683"), "warning log-iis-403-13"},
	{iisLine("/SMS_MP/.sms_aut", "403 4 5"), "warning log-iis-403-4"},
	{iisLine("/SMS_MP/.sms_aut", "401 2 5"), ""},
	{iisLine("/CCM_STS", "200 0 0"), ""},
	{iisLine("/ccm_system/request", "404 6 0"), "warning log-iis-verb"},
	{iisLine("/ccm_system/request", "500 19 13"), "warning log-iis-500-19"},
	{"Error sending DAV request. HTTP code 405, status 'Method Not Allowed'", "warning log-content-status"},
	{"TaskManager: Task [Deployment Maintenance for service cmg] status is Faulted", "advice log-maintenance"},
	{"ERROR: TaskManager: Task [Deployment Maintenance for service cmg] has failed. Exception Azure.RequestFailedException, At least one resource deployment operation failed. ErrorCode: DeploymentFailed", "advice log-maintenance"},
	{"Failed to check and load service signing certificate. System.ArgumentException: Fail to build chain", "warning log-service-chain"},
	{"Failed to check and load service signing certificate. System.ArgumentException: Mismatch certificate subject name", "advice log-tenant-attach"},
	{"Failed to enroll with RegisterDeviceWithManagementUsingAADDeviceCredentials with error code 0x80180026", "warning log-mdm-enrollment"},
	{"MDM enrollment failed with error code 0xcaa9001f 'x'. Will retry in 15 minutes...", "warning log-mdm-enrollment"},
	{"Could not check enrollment url, 0x00000001:", ""},
	{"Device is not MDM enrolled yet. All workloads are managed by SCCM.", ""},
	{"Failed to get DP locations as the expected version from MP 'https://cmg.contoso.com/CCM_Proxy_MutualAuth/7'. Error 0x8000ffff", "warning log-setup-places"},
	{"GetDPLocations failed with error 0x80072f78", "warning log-strange-answer"},
	{"SMSMP cannot be specified without SMSSITECODE", "warning log-setup-command"},
	{`Couldn't verify 'C:\WINDOWS\ccmsetup\x.msi' authenticode signature. Return code 0x800b0100`, "warning log-setup-signature"},
	{`File 'C:\WINDOWS\ccmsetup\x.exe' with hash '0A' from manifest doesn't match with the file hash '0B'`, "warning log-setup-file"},
	{"Installation failed with error code 1612", "warning log-msi-source"},
	{`File C:\Windows\ccmsetup\{CA4329EC-A4F5-4E5E-A9FE-EFAAE88B0D67}\client.msi installation failed. Error text: ExitCode: 1603`, "warning log-msi-failed"},
	{`MSI: Setup was unable to compile Sql CE script file C:\Windows\CCM\CcmStore.sqlce. The error code is 87D00244.`, "warning log-msi-step"},
	{"GetSSLCertificateContext failed with error 0x87d00280", "warning log-certificate-selection"},
	{"There are no certificates in the 'MY' store.", ""},
	{"CDTSJob::HandleErrors: DTS Job '{1}' BITS Job '{2}' under user 'S-1-5-18' OldErrorCount 0 NewErrorCount 1 ErrorCode 0x800706D9", "advice log-transfer"},
	{"CDTSJob::HandleErrors: DTS Job '{1}' BITS Job '{2}' under user 'S-1-5-18' OldErrorCount 0 NewErrorCount 1 ErrorCode 0x80072EE7", "warning log-name-not-resolved"},
	{"Failed to set proxy to bits job for url 'https://cmg.contoso.com:443/x'. Error 0x87d00215", ""},
	{"Failed to do hash verification with preference: 4, return code 80091007", "warning log-content-hash"},
	{"RegTask: Failed to refresh site code. Error: 0x8000ffff", "warning log-site-code"},
	{"RegTask: Failed to get certificate. Error: 0x80004005", "warning log-own-certificate"},
	{"CCMVerifyMsgSignature failed.", "warning log-message-signature"},
	{"Failed to refresh security settings over MP with error 0x8000ffff.", "advice log-location-request"},
	{"Failed to refresh Site Signing Certificate over AD with error 0x87d00215.", ""},
	{"GetADInstallParams failed with 0x80004005", ""},
	{"Failed to retrieve DNS service record using _mssms_mp_ps1._tcp.contoso.com lookup. DNS returned error 9003", ""},
	{`Failed to open to WMI namespace '\\.\root\ccm' (80041013)`, "warning log-wmi"},
	{`Failed to open to WMI namespace '\\.\root\ccm' (8007045b)`, ""},
	{"Failed to connect to policy namespace. Error 0x8004100e", ""},
	{"Failed to get client version for sending state messages. Error 0x8004100e", ""},
	{"A Fallback Status Point has not been specified. Message with STATEID='100' will not be sent.", ""},
	{"Status Agent hasn't been initialized yet. Attempting to create pending event.", ""},
	{"1 internet MP errors in the last 10 minutes, threshold is 5.", ""},
	{"Http test request failed, status code is 500, 'Internal Server Error'.", "warning log-mp-check"},
	{"Successfully performed Management Point availability check against local computer.", ""},
	{"ERROR: System.Net.WebException: The remote name could not be resolved: 'management.azure.com'", "warning log-name-not-resolved"},
	{"Authorization_RequestDenied: Insufficient privileges to complete the operation.", "warning log-graph-denied"},
	{"Failed to get AAD token. Error 0x80070520", "warning log-no-device-token"},
	{"Web exception for message 1: System.Net.WebException: Unable to connect to the remote server ---> System.Net.Sockets.SocketException", "warning log-cannot-connect"},
	{"Web exception for message 1: System.Net.WebException: The remote name could not be resolved: 'mp1.contoso.com'", "warning log-name-not-resolved"},
	{"Web exception for message 1: System.Net.WebException: The underlying connection was closed: Could not establish trust relationship for the SSL/TLS secure channel.", "warning log-dotnet-trust"},
	{"The request was aborted: Could not create SSL/TLS secure channel.", "warning log-dotnet-tls"},
	{"System.Net.WebException: The underlying connection was closed: An unexpected error occurred on a send.", "warning log-connection-ended"},
	{"System.Net.WebException: The remote server returned an error: (407) Proxy Authentication Required.", "warning log-proxy"},
	{"ERROR: Failed to build HttpV2 connection 1 with server cmg.contoso.com:443. Exception: System.Net.WebException: The operation has timed out", "warning log-http-connection"},
	{"AADSTS50126: x", "warning log-entra-user"},
	{"AADSTS50105: x", "warning log-entra-assignment"},
	{"AADSTS700027: x", "warning log-entra-registration"},
	{"The subscription is not registered to use namespace 'Microsoft.KeyVault'.", "warning log-deployment-provider"},
	{"The client 'x' does not have authorization to perform action 'Microsoft.Compute/virtualMachineScaleSets/write' over scope '/subscriptions/1'", "warning log-deployment-right"},
	{`"code": "ScopeLocked"`, "warning log-deployment-lock"},
	{`"code": "InvalidResourceGroupLocation"`, "warning log-deployment-group"},
	{"SubscriptionNotFound: x", "warning log-azure-sign-in"},
	{iisLine("/CCM_Incoming/1", "413 1 0"), "warning log-iis-413"},
	{"Failed to successfully complete HTTP request. (StatusCode at WinHttpQueryHeaders: 404)", "advice log-setup-status"},
	{"Couldn't get directory list for directory 'http://mp1/CCM_Client'. This directory may not exist.", "advice log-content-address"},
	{"Failed to download client files by BITS. Error 0x80190193", "advice log-transfer"},
	{"LSIsSiteCompatible : Failed to get Site Version from all directories", "advice log-location-request"},
	{"CForwarder_Sync::Send failed (0x8000ffff).", "advice log-message-failed"},
	{"MP has rejected the request because CD(SMSID = 1) certificate has expired.", "warning log-point-rejected"},
	{"Assigned MP error threshold reached, moving to next MP.", ""},
	{"Won't send a client assignment fallback status point message because the last assignment error matches this one.", ""},
	{"Error description: AADSTS70002: Error validating credentials. AADSTS50155: Device is not authenticated.", "warning log-entra-device"},
	{"AADSTS70002: Error validating credentials. AADSTS50012: Invalid client secret is provided.", "warning log-entra-secret"},
	{"AADSTS70002: The client is not known.", "warning log-entra-secret"},
	{"Auto MDM Enroll: Failed (Unknown Win32 Error code: 0x8018002a)", "warning log-mdm-enrollment"},
	{"Auto MDM Enroll: Device Credential (0x0), Succeeded", ""},
	{`{"ErrorType":"DirectoryError","Message":"The public key user certificate is not found on the device object with id 1"}`, "warning log-join-object"},
	{"DeviceRegistrationApi::BeginJoin failed with error code: 0x80280036", "warning log-join-failed"},
	{iisLine("/SMS_DP_SMSPKG$/Content_1.1", "405 0 0"), ""},
	{strings.Replace(iisLine("/SMS_DP_SMSPKG$/Content_1.1", "405 0 0"), "GET", "PROPFIND", 1), "warning log-iis-webdav"},
	{"Failed to get client identity (80004005)", "warning log-media-identity"},
	{"Failed to download policy PS120002-PS100004-6F6BCC28 (Code 0x8009310b).", "advice log-policy-download"},
	{"IsSslClientAuthEnabled - Determining provisioning mode state failed with 80070002. Defaulting to state of 1073741824.", ""},
	{"The device can NOT be joined because a domain controller could not be located.", "warning log-join-failed"},
	{"Failed to import the key pair, 0x80090005", "warning log-sequence-identity"},
	{"Failed to download content for SMS package CV10079C, hr=0x80090005", "warning log-sequence-content"},
	{"sendresourcerequest() failed. 801901f4", "warning log-sequence-content"},
	{"Failed to create instance of of ICacheManager. Is ccmexec running?, hr=0x80040154", ""},
	{"<MAXIMUM LOG FILE SIZE REACHED - FILE RENAMED>", ""},
	{"No error 0x80072ee7 found", ""},
	{"no errors (0x80072ee7) were found", ""},
	{"Error 0x80072ee7 was not found", ""},
	{"without error code 12007", ""},
	{"CcmSetup did not fail with error code 0x80072ee7", ""},
	{"Search for 0x80072ee7: 0 results", ""},
	{"No CMGConnector_Forbidden found", ""},
	{"No response, error 0x80072ee7", "warning log-name-not-resolved"},
	{"Could not connect. 0x80072ee7", "warning log-name-not-resolved"},
	{"Failed to resolve, error 0x80072ee7: not found", "warning log-name-not-resolved"},
	{"No connection (0x80072ee7)", "warning log-name-not-resolved"},
	{"Connected: No (0x80072ee7)", "warning log-name-not-resolved"},
}

func TestDocumentedLines(t *testing.T) {
	for _, tt := range logLines {
		if got := ids(one(t, nil, tt.line)); got != tt.want {
			t.Errorf("%.120q\n\tsays %q, not %q", tt.line, got, tt.want)
		}
	}
}

// TestOneReportNamesNoCause: what rests on one public text says so, and a pattern
// that does names no documented cause.
func TestOneReportNamesNoCause(t *testing.T) {
	for _, p := range logs.Patterns {
		if p.Rests != model.OneReport {
			continue
		}
		for _, c := range p.Causes {
			if c.Sure != model.OneReport && c.Sure != model.Derived {
				t.Errorf("%s: %s", p.ID, c.Why)
			}
		}
		line := strings.Join(p.Texts[:min(len(p.Texts), 1)], "")
		if line == "" {
			continue
		}
		if said := wordsOf(one(t, nil, line)); !strings.Contains(said, "ublic report") && !strings.Contains(said, "blog") {
			t.Errorf("%s does not say what it rests on: %s", p.ID, said)
		}
	}
}

// TestLongLogs: a log beyond the bound is read, in UTF-16 as well, and is refused
// where a private key is in it.
func TestLongLogs(t *testing.T) {
	slow.Long(t)
	line := record("LocationServices", 1, "Nothing to see.")
	long := strings.Repeat(line, 2*MaxSize/len(line)) + record("CcmMessaging", 2, "StatusText= CMGConnector_Forbidden")
	half := len(long) - len(line) - len(line)/2
	for name, text := range map[string]string{"narrow": long, "wide": wideText(long), "mixed": long[:half] + wideText(long[half:])} {
		f := one(t, nil, text)
		if ids(f) != "blocker log-connector-forbidden" || len(f.SHA256) != 64 || f.Log.Entries < 10_000 {
			t.Errorf("%s: %s, %s, %q", name, f.About, ids(f), f.SHA256)
		}
	}
	plain := one(t, nil, strings.Repeat("Nothing to see.\n", MaxSize/15)+"StatusText= CMGConnector_Forbidden\n")
	if got := ids(plain); got != "blocker log-connector-forbidden" || remarkOf(t, plain, "log-lines-only").Text == "" {
		t.Errorf("a plain text: %s", got)
	}
	f := one(t, nil, long+"-----BEGIN PRIVATE KEY-----\n"+long)
	if f.Kind != reading.Secret || f.SHA256 != "" || f.Log != nil {
		t.Errorf("%s: %s", f.Kind, f.About)
	}
}

// wideText is a text of ASCII in UTF-16.
func wideText(text string) string {
	var b strings.Builder
	b.WriteString("\xff\xfe")
	for i := range len(text) {
		fmt.Fprintf(&b, "%c\x00", text[i])
	}
	return b.String()
}

// TestUnknownErrorsAreShown: a line that is marked as an error and is not
// understood is shown as it stands, with its code, though the code is known.
func TestUnknownErrorsAreShown(t *testing.T) {
	long := "Failed to do what the component was asked for, after many tries that nobody has counted in this log of **our** tests, error 0x80004005"
	f := one(t, nil, record("CcmExec", 3, long))
	if f.Log == nil || f.Log.Unknown == nil || f.Log.Unknown.Count != 1 {
		t.Fatalf("%+v", f.Log)
	}
	if said := wordsOf(f); !strings.Contains(said, "0x80004005”") || !strings.Contains(said, "**our**") {
		t.Errorf("the code is cut out: %s", said)
	}
}
