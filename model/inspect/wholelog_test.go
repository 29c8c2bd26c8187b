package inspect

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
)

// wholeLogs are a log of each component, made for this test in the documented
// shape: what goes well, what is harmless, and at most one fault.
var wholeLogs = []struct {
	component string
	lines     []string
	want      string // the alarms
	worked    string // a success that must be known
}{
	{"ccmsetup", []string{"==========[ ccmsetup started in process 4804 ]==========", "CcmSetup version: 5.0.9128.1007", "CCMSETUP bootstrap from Internet: 1", "Getting AAD info from CMG 'https://cmg.contoso.com'", "Enabled SSL revocation check.",
		"[CCMHTTP] AsyncCallback(): WINHTTP_CALLBACK_STATUS_SECURE_FAILURE Encountered", "[CCMHTTP] : dwStatusInformationLength is 4", "[CCMHTTP] : *lpvStatusInformation is 0x1", "[CCMHTTP] : WINHTTP_CALLBACK_STATUS_FLAG_CERT_REV_FAILED is set",
		"[CCMHTTP] ERROR: URL=https://cmg.contoso.com/CCM_Proxy_ServerAuth/AADAuthInfo?TenantID=3f2a7c18-5b4d-4e09-9a61-8c7d2b5e4f10, Port=443, Options=31, Code=12175, Text=ERROR_WINHTTP_SECURE_FAILURE", "CcmSetup failed with error code 0x80072f8f"}, "blocker log-crl", ""},
	{"ClientIDManagerStartup", []string{"AADJoinStatusTask: Client hasn't been registered yet.", "[RegTask] - Client is not registered. Sending registration request for GUID:1 ...", "Registering client using AAD auth.", "[RegTask] - Sleeping for 15 seconds ...",
		"[RegTask] - Client is registered. Server assigned ClientID is GUID:1. Approval status 3"}, "", "log-worked-registered"},
	{"CcmMessaging", []string{"Target URL scheme is HTTPS:", "Sending remote sync message '{1}' to host 'https://cmg.contoso.com/CCM_Proxy_MutualAuth/72057594037927941'", "CCM Token for 'S-1-5-18' is already expired or close to expire", "Message '{1}' got reply message '{2}' to endpoint 'MP_LocationManager'",
		"Successfully queued event on HTTP/HTTPS failure for server 'cmg.contoso.com'.", "Post to https://cmg.contoso.com/CCM_Proxy_MutualAuth/72057594037927941/ccm_system_tokenauth/request failed with 0x87d00231."}, "advice log-request-failed", "log-worked-message"},
	{"LocationServices", []string{"Rotating internet management point, new management point [1] is: https://cmg.contoso.com/CCM_Proxy_MutualAuth/72057594037927941 (7) with capabilities: <Capabilities/>", "[CCMHTTP] ERROR: URL=http://mp1.contoso.com/SMS_MP/.sms_aut?MPLIST, Port=80, Options=224, Code=12007, Text=ERROR_WINHTTP_NAME_NOT_RESOLVED"}, "warning log-name-not-resolved", "log-worked-cmg-known"},
	{"DataTransferService", []string{"Error sending DAV request. HTTP code 600, status ''", "GetDirectoryList_HTTP mapping original error 0x80072efd to 0x800704cf", "Error retrieving manifest (0x80072efd). Will attempt retry 1 in 30 seconds.", "DTS job {1} has completed:"}, "warning log-cannot-connect", "log-worked-download"},
	{"CcmAad", []string{"Getting AAD (device) token with: ClientId = 7506ee10-f7ec-415a-b415-cd3d58790d97, ResourceUrl = https://ConfigMgrService", "Failed to get AAD token for 'S-1-5-18' from WAM API. Error 0x800703f0", "Falling back to get user 'S-1-5-21-1' token for system...", "Retrieved AAD token for AAD user '1'"},
		"warning log-no-device-token, warning log-no-entra-token", "log-worked-entra-token"},
	{"CCM_STS", []string{"ProcessRequest - Start", "Validated AAD token. TokenType: Device TenantId: 1", "Created SCCM token, token type: 1", "Return token to client, token type: UDA"}, "", "log-worked-token-issued"},
	{"MP_RegistrationManager", []string{"Processing Registration request from Client 'GUID:1'", "Begin validation of Certificate [Thumbprint 820BD3C209D6ED2155D5343BEEA67A725389B747] issued to 'CL2'", "Completed validation of Certificate [Thumbprint 820BD3C209D6ED2155D5343BEEA67A725389B747] issued to 'CL2'", "MP Reg: Processing completed. Completion state = 0"}, "", ""},
	{"SMS_MP_CONTROL_MANAGER", []string{"Call to HttpSendRequestSync succeeded for port 443 with status code 200, text: OK", "Call to HttpSendRequestSync failed for port 443 with status code 500, text: Internal Server Error"}, "warning log-mp-check", "log-worked-mp-check"},
	{"SMS_CLOUD_PROXYCONNECTOR", []string{"Maintaining connections...", "Filtered cert count with digital signature: 3", "Not allowed cert: CN=x", "Filtered cert count with allowed root CA: 1", "Filtered cert count with private key: 1", "Filtered cert count with client auth: 1", "ResponseHeader: HTTP/1.1 200 OK", "ReportTrafficData - state message to send: <x FailedRequests=\"0\"/>"}, "", "log-worked-inside"},
	{"CMGService", []string{"RequestUri: /CCM_PROXY_SERVERAUTH/72057594037927941/CCM_STS RequestCount: 4 RequestSize: 1 Bytes ResponseCount: 4 ResponseSize: 1 Bytes AverageElapsedTime: 10 ms"}, "", "log-worked-cmg-requests"},
	{"SMS_CLOUD_SERVICES_MANAGER", []string{"Resource Manager - Creating resource group with deployment x", "Waiting for check if container exists. Will check again in 10 seconds", "ERROR: TaskManager: Task [CreateDeployment for service CONTOSOCMG] has failed. Exception Azure.RequestFailedException, ErrorCode: SkuNotAvailable"}, "warning log-deployment-size", ""},
	{"SMS_AZUREAD_DISCOVERY_AGENT", []string{"Successfully published UDX for Azure Active Directory users.", "AADSTS7000222: The provided client secret keys are expired."}, "warning log-entra-secret", "log-worked-discovery"},
}

func TestWholeLogs(t *testing.T) {
	for _, tt := range wholeLogs {
		t.Run(tt.component, func(t *testing.T) {
			var text strings.Builder
			for i, line := range tt.lines {
				text.WriteString(record(tt.component, i, line))
			}
			f := one(t, nil, text.String())
			if got := ids(f); got != tt.want {
				t.Errorf("says %q, not %q", got, tt.want)
			}
			if f.Log == nil || f.Log.Entries != len(tt.lines) || tt.worked != "" && signOf(f, tt.worked) == nil {
				t.Errorf("%+v", f.Log)
			}
			if by := slices.IndexFunc(f.Facts, func(fact model.Fact) bool { return fact.Value == tt.component }); f.Log != nil && len(f.Log.Signs) > 0 && by < 0 {
				t.Errorf("%s is not among %+v", tt.component, f.Facts)
			}
		})
	}
}
