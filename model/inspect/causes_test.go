package inspect

import (
	"fmt"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/logs"
	"cmgwizard/model/rules"
	"cmgwizard/model/tasks"
)

// connector is a line of the connection point, as the server writes them.
func connector(minute, text string) string {
	return text + "~~  $$<SMS_CLOUD_PROXYCONNECTOR><05-14-2026 12:" + minute + ":56.789+00><thread=1234 (0x4D2)>\r\n"
}

// causesOf lists the causes of a remark in their order, with "no " before those
// that are ruled out.
func causesOf(r model.Remark) string {
	var words []string
	for _, c := range r.Causes {
		lead := ""
		if c.RuledOut {
			lead = "no: "
		}
		first, _, _ := strings.Cut(c.Text, ".")
		words = append(words, lead+first)
	}
	return strings.Join(words, "; ")
}

// TestLinesDecide: what stands in a line, and what was seen beside it, rules causes
// out or moves them up.
func TestLinesDecide(t *testing.T) {
	const http = "ERROR: Failed to build Http connection bc3945e0-708c-403d-881a-03469c4cc4a8 with server contoso.cloudapp.net:443. Exception: System.Net.WebException: "
	const tcp = "ERROR: Failed to build Tcp connection bc3945e0-708c-403d-881a-03469c4cc4a8 with server contoso.cloudapp.net:10140. Exception: "
	for _, tt := range []struct {
		name, text, id string
		first          string
		out            []string
		none           []string
	}{
		{"an answer came, so the port is open and the name is resolved", connector("01", http+"The remote server returned an error: (403) Forbidden."), "log-http-connection",
			"Whoever answered at that address refuses", []string{"A port is closed", "The deployment name", "The server does not accept"}, nil},
		{"the newer connection", connector("01", strings.Replace(http, "Http ", "HttpV2 ", 1)+"The remote server returned an error: (403) Forbidden."), "log-http-connection",
			"Whoever answered at that address refuses", []string{"A port is closed"}, nil},
		{"no connection", connector("01", http+"Unable to connect to the remote server ---> System.Net.Sockets.SocketException"), "log-http-connection", "A port is closed", []string{"The deployment name", "The server does not accept"}, nil},
		{"no name", connector("01", http+"The remote name could not be resolved: 'contoso.cloudapp.net'"), "log-http-connection", "The deployment name", []string{"A port is closed"}, nil},
		{"no trust", connector("01", http+"Could not establish trust relationship for the SSL/TLS secure channel."), "log-http-connection", "The server does not accept", []string{"A port is closed", "The deployment name"}, nil},
		{"both, at different times", connector("01", http+"Unable to connect to the remote server") + connector("02", http+"The remote server returned an error: (403) Forbidden."), "log-http-connection", "A port is closed", nil, []string{"no: A port is closed"}},
		{"nothing said", connector("01", http+"x"), "log-http-connection", "The CMG is not ready", nil, []string{"no:"}},
		{"TCP, refused", connector("01", tcp+"No connection could be made because the target machine actively refused it"), "log-tcp-connection", "The CMG is a classic one", []string{"The server does not accept"}, nil},
		{"the check of a management point, 403", record("SMS_MP_CONTROL_MANAGER", 1, "Call to HttpSendRequestSync failed for port 443 with status code 403, text: Forbidden"), "log-mp-check", "403:", nil, []string{"500:", "401:", "503:"}},
		{"WAM status 4", record("ccmsetup", 1, "WAM token request failed. Status 4, Details ''"), "log-no-device-token", "Status 4", nil, []string{"Status 3", "Status 5"}},
		{"WAM without a status", record("ccmsetup", 1, "Failed to get AAD token for 'S-1-5-18' from WAM API. Error 0x80004005"), "log-no-device-token", "Status 4", nil, nil},
		{"the network", record("CcmAad", 1, "Failed to get AAD token for 'S-1-5-18' from WAM API. Error 0xcaa82ee2"), "log-entra-unreachable", "Local System has no proxy", nil, []string{"A device on the way", "A proxy or a portal"}},
		{"a signature", record("CCM_STS", 1, "Return code: 401, Description: PreAuth token validation failed, IDX10503: Signature validation failed."), "log-invalid-token", "The certificate that signs", nil, []string{"The bulk registration token", "The client has not spoken"}},
		{"who issued the token", record("CCM_STS", 1, "IDX10501: Signature validation failed. issuer: 'https://sts.windows.net/x/'"), "log-token-signature", "The token is of Microsoft Entra ID", nil, []string{"The token is of the site"}},
		{"an address with another name", failed("LocationServices", "1", gatewayURL, "WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID"), "log-wrong-name", "The service name", nil, []string{"cloudapp"}},
		{"the old address", failed("LocationServices", "1", "https://contoso.cloudapp.net/CCM_Proxy_MutualAuth/7", "WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID"), "log-wrong-name", "The service name", nil, nil},
		{"NDES has no site option", failed("NDESPlugin", "1", "https://crp.contoso.com/x", "WINHTTP_CALLBACK_STATUS_FLAG_CERT_REV_FAILED"), "log-crl", "The CRL cannot be read", nil, []string{"NoCRLCheck", "The site makes"}},
		{"plain HTTP has no certificate", failed("LocationServices", "1", "http://mp1.contoso.com/x", "WINHTTP_CALLBACK_STATUS_FLAG_CERT_REV_FAILED"), "log-crl", "", nil, []string{"The CRL"}},
		{"the mask alone", record("ccmsetup", 1, "[CCMHTTP] : *lpvStatusInformation is 0x8") + record("ccmsetup", 1, "[CCMHTTP] ERROR: URL="+gatewayURL+", Port=443, Options=31, Code=12175, Text=ERROR_WINHTTP_SECURE_FAILURE"), "log-invalid-ca", "The root CA of the CMG's certificate", nil, nil},
		{"a certificate is left", connector("01", "ResponseHeader: HTTP/1.1 403 CMGConnector_Clientcertificaterequired") + connector("02", "Filtered cert count with client auth: 2"), "log-client-certificate-required",
			"The connection point has a certificate, but its CRL", []string{"No valid client authentication certificate", "The root CA", "The certificate of the connection point has no"}, nil},
		{"a certificate was left before", connector("01", "Filtered cert count with client auth: 2") + connector("02", "ResponseHeader: HTTP/1.1 403 CMGConnector_Clientcertificaterequired"), "log-client-certificate-required", "No valid client authentication certificate", nil, []string{"no:"}},
		{"the CRL", connector("01", "Chain 1 status: OfflineRevocation") + connector("02", "ResponseHeader: HTTP/1.1 403 CMGConnector_Clientcertificaterequired"), "log-client-certificate-required", "The connection point has a certificate, but its CRL", nil, []string{"no:"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := causesOf(remarkOf(t, one(t, nil, tt.text), tt.id))
			if !strings.HasPrefix(got, tt.first) || tt.first == "" && got != "" {
				t.Errorf("first is not %q: %s", tt.first, got)
			}
			for _, out := range tt.out {
				if !strings.Contains(got, "no: "+out) {
					t.Errorf("%q is not ruled out: %s", out, got)
				}
			}
			for _, none := range tt.none {
				if strings.Contains(got, none) {
					t.Errorf("%q is among %s", none, got)
				}
			}
		})
	}
}

// TestFleetsDecide: methods, modes and names of a plan move causes, and take none
// away.
func TestFleetsDecide(t *testing.T) {
	const noCertificate = "[CCMHTTP] ERROR: URL=https://cmg.contoso.com/x, Port=0, Options=480, Code=0, Text=CCM_E_NO_CLIENT_PKI_CERT"
	const invalid = "StatusCode=401 StatusText=CMGService_Invalid_Token"
	const tcp = "ERROR: Failed to build Tcp connection 1 with server contoso.cloudapp.net:10140. x"
	const signature = "IDX10501: Signature validation failed."
	for _, tt := range []struct {
		fleet          string
		plan           *model.Plan
		text, id       string
		first, against string
	}{
		{"hybrid", goodPlan(model.EntraID), noCertificate, "log-no-certificate-selected", "A token is meant", "No certificate is there"},
		{"certificates", goodPlan(model.ClientPKI), noCertificate, "log-no-certificate-selected", "", "A token is meant"},
		{"workgroup", tokenFleet(), noCertificate, "log-no-certificate-selected", "A token is meant", "No certificate is there"},
		{"mixed", mixedFleet(), noCertificate, "log-no-certificate-selected", "", ""},
		{"hybrid", goodPlan(model.EntraID), invalid, "log-invalid-token", "", "The bulk registration token"},
		{"workgroup", tokenFleet(), invalid, "log-invalid-token", "The bulk registration token", ""},
		{"certificates", goodPlan(model.ClientPKI), signature, "log-token-signature", "The token is of the site", "The token is of Microsoft Entra ID"},
		{"hybrid", goodPlan(model.EntraID), signature, "log-token-signature", "The token is of Microsoft Entra ID", ""},
		{"no classic CMG", classicFleet(model.No), tcp, "log-tcp-connection", "The CMG is a virtual machine scale set", "The CMG is a classic one"},
		{"a classic CMG", classicFleet(model.Yes), tcp, "log-tcp-connection", "The CMG is a classic one", ""},
	} {
		t.Run(tt.fleet+" "+tt.id, func(t *testing.T) {
			without, with := remarkOf(t, one(t, nil, tt.text), tt.id), remarkOf(t, one(t, tt.plan, tt.text), tt.id)
			if len(with.Causes) != len(without.Causes) {
				t.Errorf("%d causes with the plan, %d without", len(with.Causes), len(without.Causes))
			}
			if got := causesOf(with); !strings.HasPrefix(got, tt.first) {
				t.Errorf("first is not %q: %s", tt.first, got)
			}
			for _, c := range with.Causes {
				if speaks := strings.HasPrefix(c.Plan, "It speaks against"); tt.against != "" && strings.HasPrefix(c.Text, tt.against) && !speaks {
					t.Errorf("the plan says %q of %s", c.Plan, c.Text)
				}
			}
		})
	}
}

// TestAnIntentionSpeaksAgainstNothing: what the plan says of the management point counts once
// its task is done.
func TestAnIntentionSpeaksAgainstNothing(t *testing.T) {
	for state, want := range map[model.TaskState]bool{"": false, model.Open: false, model.Done: true} {
		p := goodPlan(model.EntraID)
		p.Tasks = []model.Progress{{ID: "mp-cmg-traffic", State: state}}
		for _, c := range remarkOf(t, one(t, p, connector("01", "ResponseHeader: HTTP/1.1 403 CMGConnector_Forbidden")), "log-connector-forbidden").Causes {
			if against := strings.HasPrefix(c.Plan, "It speaks against"); c.Task == "mp-cmg-traffic" && against != want {
				t.Errorf("%q: the plan says %q of %s", state, c.Plan, c.Text)
			}
		}
	}
}

// TestCausesAreSound: each cause has a check, names what exists and can be counted.
func TestCausesAreSound(t *testing.T) {
	for _, p := range logs.Patterns {
		if len(p.Causes) > 8 {
			t.Errorf("%s has %d causes", p.ID, len(p.Causes))
		}
		for _, c := range p.Causes {
			if c.Check == "" || c.Why == "" {
				t.Errorf("%s: %q has no check", p.ID, c.Why)
			}
			if c.Rule != "" && rules.Find(c.Rule).ID == "" {
				t.Errorf("%s: no rule is %s", p.ID, c.Rule)
			}
			if c.Task != "" && !taskExists(c.Task) {
				t.Errorf("%s: no task is %s", p.ID, c.Task)
			}
			for _, id := range append(c.By, c.Ended...) {
				_, pattern := logs.PatternNamed(id)
				if !pattern && !strings.HasPrefix(id, "binding-") && !strings.HasPrefix(id, "device-") && !strings.HasPrefix(id, "client-certificate") && id != "token-expired" {
					t.Errorf("%s: %q leans on %s, which does not exist", p.ID, c.Why, id)
				}
			}
			for _, word := range append(c.Seen, c.Against...) {
				if word != strings.ToLower(word) {
					t.Errorf("%s: %q is not in lower case", p.ID, word)
				}
			}
		}
	}
}

// TestUnknownErrors: lines that are marked as errors and not known are counted by
// kind and shown, cleaned, and nothing explains them.
func TestUnknownErrors(t *testing.T) {
	var text strings.Builder
	for i := range 40 {
		text.WriteString(record("CMGHttpHandler", i, "Handler "+strings.Repeat("9", i%3+1)+" lost its pipe"))
	}
	text.WriteString(record("password Secret123", 50, "Pipe password=Secret123 broke \x1b[31mred"))
	text.WriteString(record("CcmMessaging", 51, "StatusText= CMGConnector_Forbidden"))
	text.WriteString(strings.Replace(record("CcmMessaging", 52, "An information that nobody knows"), `type="3"`, `type="1"`, 1))
	text.WriteString(connector("53", "ERROR: nobody knows this one"))
	f := one(t, nil, text.String())
	u := f.Log.Unknown
	if u == nil || u.Count != 42 || u.Kinds != 3 || u.Lines[0].Count != 40 || u.Lines[0].By != "CMGHttpHandler" {
		t.Fatalf("%+v", u)
	}
	said := remarkOf(t, f, "log-unknown")
	if !strings.Contains(said.Text, "42 lines that are marked as errors are not known, the most frequent: 40 times “Handler 9 lost its pipe”") {
		t.Error(said.Text)
	}
	if strings.Contains(fmt.Sprint(said.Text, f.Facts), "Secret123") || strings.Contains(said.Text, "\x1b") || said.Severity != "" || len(said.Causes) > 0 {
		t.Errorf("%+v", said)
	}
	if got := ids(one(t, nil, record("x", 1, "all is lost"))); got != "" {
		t.Errorf("an unknown line raises %s", got)
	}
}

// TestUnknownErrorsAreBounded: however many kinds there are, few are kept.
func TestUnknownErrorsAreBounded(t *testing.T) {
	var text strings.Builder
	for i := range 2000 {
		text.WriteString(record("x", 1, "It lost "+strings.Repeat("x", i)[:i/8]+string(rune('a'+i%26))))
	}
	f := one(t, nil, text.String())
	if u := f.Log.Unknown; u.Count != 2000 || len(u.Lines) > 20 || u.Kinds > 256 {
		t.Errorf("%d lines, %d kinds, %d kept", u.Count, u.Kinds, len(u.Lines))
	}
}

func taskExists(id string) bool {
	for _, t := range tasks.All().Tasks {
		if t.ID == id {
			return true
		}
	}
	return false
}

func tokenFleet() *model.Plan {
	p := goodPlan(model.SiteToken)
	p.Token.Registration = []model.Registration{model.BulkToken}
	return p
}

func mixedFleet() *model.Plan {
	p := goodPlan(model.EntraID)
	p.Devices = append(p.Devices, goodPlan(model.ClientPKI).Devices...)
	return p
}

func classicFleet(present model.YesNo) *model.Plan {
	p := goodPlan(model.EntraID)
	p.Gateway.ClassicPresent = present
	return p
}
