package inspect

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/logs"
	"cmgwizard/model/reading"
	"cmgwizard/model/slow"
)

// failed is a request that the client lost, with the flag that says why.
func failed(component, thread, url, flag string) string {
	line := func(message string) string {
		return fmt.Sprintf("<![LOG[%s]LOG]!><time=\"12:00:00.000-120\" date=\"05-14-2026\" component=\"%s\" context=\"\" type=\"3\" thread=\"%s\" file=\"ccmhttpget.cpp:1\">\r\n", message, component, thread)
	}
	return line("[CCMHTTP] AsyncCallback(): WINHTTP_CALLBACK_STATUS_SECURE_FAILURE Encountered") + line("[CCMHTTP] : "+flag+" is set") +
		line("[CCMHTTP] ERROR: URL="+url+", Port=443, Options=63, Code=12175, Text=ERROR_WINHTTP_SECURE_FAILURE")
}

const gatewayURL = "https://cmg.contoso.com/CCM_Proxy_MutualAuth/72057594037927941/SMS_MP/.sms_aut?MPLIST"

// TestWhoseCertificate: the address decides whose certificate a flag is about.
func TestWhoseCertificate(t *testing.T) {
	const named = "WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID"
	for _, tt := range []struct {
		name, text string
		plan       *model.Plan
		want       model.Severity
		says       string
	}{
		{"the CMG", failed("LocationServices", "1", gatewayURL, named), nil, model.Blocker, "that of the CMG (https://cmg.contoso.com/CCM_Proxy_MutualAuth"},
		{"the CMG by its Azure name", failed("ccmsetup", "1", "https://contoso.westeurope.cloudapp.azure.com/x", named), nil, model.Blocker, "that of the CMG"},
		{"the CMG of the plan", failed("ccmsetup", "1", "https://cmg.contoso.com/x", named), goodPlan(model.EntraID), model.Blocker, "that of the CMG"},
		{"parts of an address", "WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID is set\nccmsetup: Host=cmg.contoso.com, Path=/CCM_Proxy_ServerAuth/7/CCM_Client, Port=443, Protocol=https, CcmTokenAuth=1", nil, model.Blocker, "that of the CMG"},
		{"a server inside", failed("LocationServices", "1", "https://mp1.contoso.com/SMS_MP/.sms_aut?MPLIST", named), nil, model.Warning, "https://mp1.contoso.com/SMS_MP/.sms_aut, so the certificate is that of this server"},
		{"plain HTTP", failed("LocationServices", "1", "http://mp1.contoso.com/SMS_MP/.sms_aut", named), nil, model.Warning, "no certificate is used"},
		{"plain HTTP at the address of the CMG", failed("LocationServices", "1", "http://contoso.cloudapp.net/CCM_Proxy_MutualAuth/7", named), nil, model.Warning, "no certificate is used"},
		{"NDES by its component", failed("NDESPlugin", "1", "https://crp.contoso.com/x", named), nil, model.Warning, "not that of the CMG"},
		{"NDES by its path", failed("x", "1", "https://crp.contoso.com/CertificateRegistrationSvc/Certificate", named), nil, model.Warning, "not that of the CMG"},
		{"Microsoft", failed("CcmAad", "1", "https://login.microsoftonline.com/common/oauth2/token", named), nil, model.Warning, "one of Microsoft"},
		{"nobody", "[CCMHTTP] : " + named + " is set", nil, model.Warning, "not told whose certificate"},
		{"the name of an app", "Getting AAD (device) token with: ResourceUrl = https://cmg.contoso.com/CCM_Proxy_MutualAuth/7\n" + named + " is set", nil, model.Warning, "not told whose certificate"},
		{"another thread", strings.Replace(failed("LocationServices", "1", "https://mp1.contoso.com/x", named), "<![LOG[[CCMHTTP] ERROR", failed("CcmMessaging", "2", gatewayURL, "x")+"<![LOG[[CCMHTTP] ERROR", 1), nil, model.Warning, "https://mp1.contoso.com/x"},
		{"both", failed("LocationServices", "1", "https://mp1.contoso.com/x", named) + failed("LocationServices", "1", gatewayURL, named), nil, model.Blocker, "https://mp1.contoso.com/x"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := remarkOf(t, one(t, tt.plan, tt.text), "log-wrong-name")
			if r.Severity != tt.want || !strings.Contains(r.Text, tt.says) {
				t.Errorf("%s: %s", r.Severity, r.Text)
			}
			if (r.Rule != "") != (tt.want == model.Blocker) {
				t.Errorf("it bears on the rule %q", r.Rule)
			}
		})
	}
}

// TestStatusBeside: a code that only says that the answer was not good is read
// with the status beside it.
func TestStatusBeside(t *testing.T) {
	const head = "[CCMHTTP] ERROR: URL=%s, Port=443, Options=63, Code=0, Text=CCM_E_BAD_HTTP_STATUS_CODE\n[CCMHTTP] ERROR INFO: StatusCode=%s StatusText=%s\nfailed with 0x87d0027e"
	for _, tt := range []struct{ name, text, want, says string }{
		{"plain HTTP", fmt.Sprintf(head, "http://mp1.contoso.com/ccm_system/request", "500", "Internal Server Error"), "warning log-http-status", "500 (Internal Server Error), on a request to http://mp1.contoso.com/ccm_system/request: plain HTTP"},
		{"the CMG", fmt.Sprintf(head, gatewayURL, "404", "Not Found"), "warning log-http-status", "404 (Not Found), on a request to the CMG"},
		{"what an entry explains", fmt.Sprintf(head, gatewayURL, "403", "CMGConnector_Forbidden"), "blocker log-connector-forbidden", "443"},
		{"what stands behind the CMG", fmt.Sprintf(head, gatewayURL, "504", "CMGConnector_GatewayTimeout"), "warning log-connector-other", "came through the CMG"},
		{"what the CMG itself says", fmt.Sprintf(head, gatewayURL, "400", "CMGService_Something"), "warning log-service-other", "the CMG itself answered"},
		{"a status nobody knows", fmt.Sprintf(head, gatewayURL, "599", ""), "warning log-http-status", "The status beside it is 599"},
		{"none", "CcmSetup failed with error code 0x87d0027e", "warning log-http-status", "No status stands beside it."},
		{"the signed number", "Error -2016411010", "warning log-http-status", "does not say why"},
		{"a request that is tried again", "Post to http://mp1.contoso.com/ccm_system/request failed with 0x87d00231.", "advice log-request-failed", "plain HTTP"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := one(t, nil, tt.text)
			if got := ids(f); got != tt.want || !strings.Contains(wordsOf(f), tt.says) {
				t.Errorf("%s\n%s", got, wordsOf(f))
			}
		})
	}
}

// isCode reports whether a pattern is a number or a flag, which says what
// happened and not why.
func isCode(pattern string) bool {
	pattern = strings.TrimSpace(pattern)
	return strings.HasPrefix(pattern, logs.CertificateFlag) || pattern != "" && strings.Trim(pattern, "0123456789abcdefx.- ") == ""
}

// TestCodeAloneIsNoBlocker: without its neighbors no code and no flag stops a
// plan, however it is spelled.
func TestCodeAloneIsNoBlocker(t *testing.T) {
	slow.Alone(t)
	codes := 0
	for _, p := range logs.Patterns {
		all := slices.Concat(p.Texts, p.Loose)
		for _, number := range p.Codes {
			c, _, _ := logs.CodeOf(number)
			all = append(append(all, c.Hex()), c.Spellings()...)
		}
		for _, code := range slices.DeleteFunc(all, func(text string) bool { return !isCode(text) }) {
			codes++
			for _, line := range []string{"It failed with error " + code + " again", record("SomeComponent", 1, "Error "+code)} {
				f := one(t, nil, line)
				for _, r := range f.Remarks {
					if r.Severity == model.Blocker {
						t.Errorf("%s says of %q: %s", r.ID, line, r.Text)
					}
				}
				if len(p.Codes) > 0 && len(p.Also) == 0 && len(p.Unless) == 0 && !has(f, p.ID) {
					t.Errorf("%q is not known as %s", line, p.ID)
				}
			}
		}
	}
	if codes < 200 {
		t.Errorf("only %d codes are known", codes)
	}
}

// knownCode reports whether a number or a name in a text is known.
func knownCode(text string) bool {
	for _, number := range logs.NumbersIn(text) {
		if _, _, ok := logs.CodeOf(number); ok {
			return true
		}
	}
	return slices.ContainsFunc(logs.NamedGroups(), func(g logs.NamedGroup) bool {
		return slices.ContainsFunc(g.Codes, func(c logs.NamedCode) bool {
			return len(c.Name) > 6 && strings.Contains(strings.ToLower(text), strings.ToLower(c.Name))
		})
	})
}

// unknownLine makes a line as logs have them, with nothing that is known.
func unknownLine(r *rand.Rand) string {
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	component := pick("ccmsetup", "LocationServices", "CcmMessaging", "NDESPlugin", "SMS_CLOUD_PROXYCONNECTOR", "CMGService", "CloudMgr", "mpcontrol", "CcmAad", "ClientIDManagerStartup", "Other")
	code := pick(fmt.Sprintf("0x%08x", 0x80000000|r.Uint32()>>1), fmt.Sprintf("-%d", 2000000000+r.IntN(147483648)), fmt.Sprintf("AADSTS9%05d", r.IntN(100000)), fmt.Sprint(13000+r.IntN(9000)), fmt.Sprintf("IDX2%04d", r.IntN(10000)))
	address := pick(gatewayURL, "http://mp1.contoso.com/SMS_MP/.sms_aut?MPLIST", "https://mp1.contoso.com/CCM_STS", "https://login.microsoftonline.com/common", "")
	message := pick("Failed to send request to %s. Error %s", "[CCMHTTP] ERROR: URL=%s, Port=443, Options=31, Code=%s, Text=SOMETHING", "Post to %s failed with %s.", "%s: unknown error (Error: %s; Source: Unknown)", "Token request for %s ended with %s")
	line := fmt.Sprintf(message, address, code)
	switch r.IntN(4) {
	case 0:
		return line + "~~  $$<" + component + "><05-14-2026 12:34:56.789+300><thread=1234 (0x4D2)>\r\n"
	case 1:
		return line + "\t" + component + "\t5/14/2026 12:34:56 PM\t1234 (0x04D2)\r\n"
	case 2:
		return line + "\n"
	}
	return record(component, 1, line)
}

// TestUnknownCodesNameNoCause: for lines of which every code is unknown nothing
// names a cause, and nobody says that they do not concern a CMG.
func TestUnknownCodesNameNoCause(t *testing.T) {
	slow.Long(t)
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		line := unknownLine(r)
		if knownCode(line) {
			continue
		}
		f := one(t, nil, line)
		for _, remark := range f.Remarks {
			if remark.Severity != "" || remark.Rule != "" || len(remark.Causes) > 0 {
				t.Errorf("%q: %s: %s", line, remark.ID, remark.Text)
			}
		}
		if said := wordsOf(f); !has(f, "log-nothing") && !has(f, "other") || strings.Contains(said, "anything about a CMG") {
			t.Errorf("%q: %s", line, said)
		}
	}
}

// TestWhatLinesConcern: lines without a known error say what they are about.
func TestWhatLinesConcern(t *testing.T) {
	for _, tt := range []struct {
		text string
		kind reading.Kind
		says string
	}{
		{"The CMGConnector lost its pipe.", reading.LogLines, "these lines concern the CMG connection point"},
		{"ERROR: x~~  $$<SMS_CLOUD_PROXYCONNECTOR><05-14-2026 12:34:56.789+300><thread=1 (0x1)>\n", reading.LogLines, "these lines concern the CMG connection point"},
		{"Getting AAD (user) token: AAD token error 0x12345678", reading.LogLines, "these lines concern tokens of Microsoft Entra ID"},
		{"The device talks to Microsoft Entra ID.", reading.Other, "it concerns Microsoft Entra ID"},
		{"Our cloud management gateway is slow.", reading.Other, "it concerns the CMG"},
		{"A CMG is slow", reading.Other, "it concerns the CMG"},
		{"xcmgx", reading.Other, "nothing was recognized"},
		{"Lorem ipsum", reading.Other, "nothing was recognized"},
	} {
		f := one(t, nil, tt.text)
		if f.Kind != tt.kind || !strings.Contains(wordsOf(f), tt.says) {
			t.Errorf("%q: %s: %s", tt.text, f.Kind, wordsOf(f))
		}
	}
}
