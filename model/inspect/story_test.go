package inspect

import (
	"strings"
	"testing"

	"cmgwizard/model"
)

// storyCases are logs as a support bundle has them, with what must be told first,
// what worked and what is hardly the cause.
var storyCases = []struct {
	name   string
	files  map[string]string
	likely string
	still  bool
	since  string
	worked string
	passed string
}{
	{"a management point that was changed", map[string]string{"CcmMessaging.log": record("CcmMessaging", 0, "Message '{1}' got reply message '{2}' to endpoint 'x'") +
		record("CcmMessaging", 5, "[CCMHTTP] ERROR INFO: StatusCode= 403 StatusText= CMGConnector_Forbidden")}, "log-connector-forbidden", true, "2026-05-14 10:05", "log-worked-message", "reach accepted channel"},
	{"a fault that is over", map[string]string{"CcmMessaging.log": record("CcmMessaging", 0, "Post to https://cmg.contoso.com/x failed with 0x87d00231.") +
		record("CcmMessaging", 5, "Message '{1}' got reply message '{2}' to endpoint 'x'")}, "log-request-failed", false, "", "log-worked-message", ""},
	{"two logs, the success in the other one", map[string]string{
		"b.log": record("CCM_STS", 9, "Return code: 401, Description: PreAuth token validation failed, IDX10223: Lifetime validation failed."),
		"a.log": record("ccmsetup", 1, "Retrieved AAD token for AAD user '0'")}, "log-invalid-token", true, "2026-05-14 10:09", "log-worked-entra-token", "reach"},
	{"an expired client certificate", map[string]string{"MP_RegistrationManager.log": record("MP_RegistrationManager", 1, "Certificate [Thumbprint 820BD3C209D6ED2155D5343BEEA67A725389B747] issued to 'CL2' has expired.") +
		record("MP_RegistrationManager", 1, "MP Reg: Registration failed.")}, "log-registration-certificate-expired", true, "2026-05-14 10:01", "", ""},
	{"a connection point without a certificate", map[string]string{"SMS_Cloud_ProxyConnector.log": record("SMS_CLOUD_PROXYCONNECTOR", 1, "ResponseHeader: HTTP/1.1 200 OK") +
		record("SMS_CLOUD_PROXYCONNECTOR", 2, "Filtered cert count with client auth: 0") +
		record("SMS_CLOUD_PROXYCONNECTOR", 3, "ResponseHeader: HTTP/1.1 403 CMGConnector_Clientcertificaterequired")}, "log-client-certificate-required", true, "2026-05-14 10:03", "log-worked-inside", "reach accepted channel"},
	{"a device without a key", map[string]string{"ccmsetup.log": record("ccmsetup", 1, "Getting AAD (device) token with: ClientId = 1") +
		record("ccmsetup", 1, "Failed to get AAD token for 'S-1-5-18' from WAM API. Error 0xd0090016")}, "log-device-key", true, "2026-05-14 10:01", "", ""},
	{"a management point without the internet", map[string]string{"CCM_STS_ManagedBase.log": record("CCM_STS", 1, "MISE12034: failure") + record("CCM_STS", 1, "System.Net.Sockets.SocketException: refused")}, "log-entra-validation", true, "2026-05-14 10:01", "", ""},
	{"an installation that ended well", map[string]string{"ccmsetup.log": record("ccmsetup", 1, "[CCMHTTP] ERROR: URL=https://mp1.contoso.com/x, Port=443, Options=31, Code=12007, Text=ERROR_WINHTTP_NAME_NOT_RESOLVED") +
		record("ccmsetup", 9, "CcmSetup is exiting with return code 0")}, "log-name-not-resolved", true, "2026-05-14 10:01", "log-worked-setup", "setup"},
	{"a deployment that Azure refuses", map[string]string{"CloudMgr.log": record("SMS_CLOUD_SERVICES_MANAGER", 1, "ERROR: Exception occured for service X : Azure.RequestFailedException: Service request succeeded. Status: 200 (OK) ErrorCode: DeploymentFailed")}, "log-deployment-failed", true, "2026-05-14 10:01", "", ""},
	{"a failure of long ago beside a new one", map[string]string{
		"old.log": dated("01-03-2026", record("CcmMessaging", 5, "[CCMHTTP] ERROR INFO: StatusCode= 403 StatusText= CMGConnector_Forbidden")),
		"new.log": record("CcmMessaging", 5, "[CCMHTTP] ERROR: URL=https://mp1.contoso.com/x, Port=443, Options=31, Code=12007, Text=ERROR_WINHTTP_NAME_NOT_RESOLVED")}, "log-name-not-resolved", true, "2026-05-14 10:05", "", ""},
	{"only a failure of long ago", map[string]string{"old.log": dated("01-03-2026", record("CcmMessaging", 5, "[CCMHTTP] ERROR INFO: StatusCode= 403 StatusText= CMGConnector_Forbidden")) +
		record("CcmMessaging", 9, "Message '{1}' got reply message '{2}' to endpoint 'x'")}, "log-connector-forbidden", true, "2026-01-03 10:05", "log-worked-message", ""},
	{"a log that goes on in another file", map[string]string{"CcmMessaging.lo_": record("CcmMessaging", 0, "Message '{1}' got reply message '{2}' to endpoint 'x'") + record("CcmMessaging", 3, "Post to https://cmg.contoso.com/x failed with 0x87d00231.") + "<MAXIMUM LOG FILE SIZE REACHED - FILE RENAMED>\n",
		"CcmMessaging.log": record("CcmMessaging", 5, "Post to https://cmg.contoso.com/x failed with 0x87d00231.")}, "log-request-failed", true, "2026-05-14 10:03", "log-worked-message", ""},
	{"a success in another log between two failures", map[string]string{"a.log": record("CcmMessaging", 0, "Post to https://cmg.contoso.com/x failed with 0x87d00231.") + record("CcmMessaging", 9, "Post to https://cmg.contoso.com/x failed with 0x87d00231."),
		"b.log": record("CcmMessaging", 5, "Message '{1}' got reply message '{2}' to endpoint 'x'")}, "log-request-failed", true, "", "log-worked-message", ""},
	{"two time zones", map[string]string{"a.log": record("CcmMessaging", 0, "Message '{1}' got reply message '{2}' to endpoint 'x'"),
		"b.log": strings.ReplaceAll(record("CcmMessaging", 30, "Post to https://cmg.contoso.com/x failed with 0x87d00231."), "12:30:56.789-120", "05:30:56.789+300")}, "log-request-failed", true, "2026-05-14 10:30", "log-worked-message", ""},
	{"success and failure in one moment", map[string]string{"a.log": record("CcmMessaging", 0, "Message '{1}' got reply message '{2}' to endpoint 'x'") + record("CcmMessaging", 0, "Post to https://cmg.contoso.com/x failed with 0x87d00231.")}, "log-request-failed", true, "", "log-worked-message", ""},
	{"another stage that fails later", map[string]string{"a.log": record("CcmMessaging", 0, "[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden"),
		"b.log": record("CcmMessaging", 5, "[CCMHTTP] ERROR: URL="+gatewayURL+", Port=443, Options=31, Code=12175, Text=ERROR_WINHTTP_SECURE_FAILURE") + record("CcmMessaging", 5, "[CCMHTTP] : WINHTTP_CALLBACK_STATUS_FLAG_INVALID_CA is set")},
		"log-connector-forbidden", true, "2026-05-14 10:00", "", "accepted channel"},
	{"an answer without a time", map[string]string{"a.log": record("CcmMessaging", 5, "[CCMHTTP] ERROR: URL="+gatewayURL+", Port=443, Options=31, Code=12007, Text=ERROR_WINHTTP_NAME_NOT_RESOLVED"),
		"b.txt": "[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden"}, "log-connector-forbidden", true, "", "", ""},
	{"a healthy client", map[string]string{"ClientIDManagerStartup.log": record("ClientIDManagerStartup", 1, "[RegTask] - Client is registered. Server assigned ClientID is GUID:1. Approval status 3"),
		"LocationServices.log": record("LocationServices", 1, "Rotating internet management point, new management point [1] is: https://cmg.contoso.com/CCM_Proxy_MutualAuth/7 (7) with capabilities")}, "", false, "", "log-worked-registered", ""},
}

// dated is a record with another date.
func dated(date, record string) string { return strings.ReplaceAll(record, "05-14-2026", date) }

// TestOddTimes: a clock that was set back and times without a zone are told, and
// no period ends before it begins.
func TestOddTimes(t *testing.T) {
	line := "Post to https://cmg.contoso.com/x failed with 0x87d00231."
	f := one(t, nil, record("CcmMessaging", 59, line)+record("CcmMessaging", 1, line))
	if r := remarkOf(t, f, "log-clock"); !strings.Contains(r.Text, "go back by 58m0s, to 2026-05-14 10:01 UTC") || f.Log.To.Before(f.Log.From) {
		t.Errorf("%s (%s to %s)", r.Text, f.Log.From, f.Log.To)
	}
	if f := one(t, nil, record("CcmMessaging", 1, line)+record("CcmMessaging", 9, line)); has(f, "log-clock") || has(f, "log-no-zone") {
		t.Errorf("odd: %s", wordsOf(f))
	}
	remarkOf(t, one(t, nil, strings.ReplaceAll(record("CcmMessaging", 1, line), "-120", "")), "log-no-zone")
}

func TestStories(t *testing.T) {
	for _, tt := range storyCases {
		t.Run(tt.name, func(t *testing.T) {
			var inputs []Input
			for name, text := range tt.files {
				inputs = append(inputs, Input{Name: name, Data: []byte(text)})
			}
			story := Inspect(inputs, nil, today).Story
			if story == nil {
				t.Fatal("nothing is told")
			}
			if tt.likely == "" && len(story.Failed) > 0 {
				t.Errorf("%s fails", story.Failed[0].ID)
			}
			if tt.likely != "" {
				top := story.Failed[0]
				since := ""
				if !top.Since.IsZero() {
					since = top.Since.Format("2006-01-02 15:04")
				}
				if top.ID != tt.likely || top.Still != tt.still || since != tt.since {
					t.Errorf("first is %s, still %v, since %q", top.ID, top.Still, since)
				}
			}
			if tt.worked != "" && story.Worked[0].ID != tt.worked {
				t.Errorf("worked: %+v", story.Worked)
			}
			var passed []string
			for _, m := range story.Passed {
				passed = append(passed, string(m.Stage))
			}
			if got := strings.Join(passed, " "); !strings.Contains(got, tt.passed) || tt.passed == "" && got != "" || strings.HasPrefix(tt.name, "another stage") && got != tt.passed {
				t.Errorf("passed: %q, want %q", got, tt.passed)
			}
		})
	}
}

// TestPlanDecides: what the plan speaks for comes first, and nothing is left out.
func TestPlanDecides(t *testing.T) {
	plan := goodPlan(model.ClientPKI)
	line := "[CCMHTTP] ERROR INFO: StatusCode= 403 StatusText= CMGConnector_Clientcertificaterequired"
	without := remarkOf(t, one(t, nil, line), "log-client-certificate-required").Causes
	plan.PKI.CRLPublic = model.No
	with := remarkOf(t, one(t, plan, line), "log-client-certificate-required").Causes
	if len(with) != len(without) || with[0].Rule != "crl-public" || !strings.HasPrefix(with[0].Plan, "This points to it") {
		t.Errorf("%+v", with)
	}
	for _, c := range without {
		if c.Plan != "" {
			t.Errorf("no plan says %q", c.Plan)
		}
	}
}
