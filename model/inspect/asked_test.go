package inspect

import (
	"fmt"
	"strings"
	"testing"

	"cmgwizard/model"
)

// TestWhichServer: the line of the request that failed says which server a
// failure is about, not a later line of something else. Two servers that are
// told equally well decide nothing.
func TestWhichServer(t *testing.T) {
	line := func(component, clock, message string) string {
		return fmt.Sprintf("<![LOG[%s]LOG]!><time=\"%s-060\" date=\"11-28-2026\" component=\"%s\" context=\"\" type=\"3\" thread=\"4312\" file=\"x.cpp:1\">\n", message, clock, component)
	}
	request := func(url string) string {
		return "[CCMHTTP] ERROR: URL=" + url + ", Port=443, Options=31, Code=12175, Text=ERROR_WINHTTP_SECURE_FAILURE"
	}
	const inside, flag = "https://mp1.corp.contoso.com/ccm_system/request", "[CCMHTTP] : WINHTTP_CALLBACK_STATUS_FLAG_INVALID_CA is set"
	failed := func(url string) string {
		return line("CcmMessaging", "09:15:02.123", request(url)) + line("CcmMessaging", "09:15:02.124", flag)
	}
	plain := func(url, after string) string { return request(url) + "\n" + flag + "\n" + after + "\n" }
	for _, tt := range []struct {
		name, text, says string
		want             model.Severity
	}{
		{"another component later", failed(gatewayURL) + line("ClientLocation", "09:15:04.123", "GET url: '"+inside+"' failed"), "that of the CMG", model.Blocker},
		{"the CMG is only named later", failed(inside) + line("ClientLocation", "09:15:02.323", "Location of CMG is '"+gatewayURL+"'"), "is " + inside + ",", model.Warning},
		{"the same component later", failed(inside) + line("CcmMessaging", "09:15:02.323", "Post to "+gatewayURL+" sent"), "is " + inside + ",", model.Warning},
		{"pasted, the CMG failed", plain(gatewayURL, "GET url: '"+inside+"' failed"), "that of the CMG", model.Blocker},
		{"pasted, the CMG is only named", plain(inside, "Location of CMG is '"+gatewayURL+"'"), "is " + inside + ",", model.Warning},
		{"an address of another minute", line("CcmMessaging", "09:05:02.123", request(gatewayURL)) + line("CcmMessaging", "09:15:02.124", flag), "Seen once", model.Warning},
		{"two requests", failed(inside) + line("CcmMessaging", "09:15:02.125", request(gatewayURL)), "more than one server", model.Warning},
		{"two names", "Location of CMG is '" + gatewayURL + "'\n" + flag + "\nGET url: '" + inside + "'\n", "more than one server", model.Warning},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := remarkOf(t, one(t, nil, tt.text), "log-invalid-ca")
			if r.Severity != tt.want || !strings.Contains(r.Text, tt.says) {
				t.Errorf("%s: %s", r.Severity, r.Text)
			}
		})
	}
}

// TestStatusOnce: one status is told once, of one server.
func TestStatusOnce(t *testing.T) {
	const bad = "Port=443, Options=31, Code=0, Text=CCM_E_BAD_HTTP_STATUS_CODE\n[CCMHTTP] ERROR INFO: StatusCode=500 StatusText=Internal Server Error\n"
	for name, text := range map[string]string{
		"a later request": "[CCMHTTP] ERROR: URL=" + gatewayURL + ", " + bad + "Post to https://mp1.corp.contoso.com/ccm_system/request sent\n",
		"three forms":     "[CCMHTTP] ERROR: URL=http://mp1.corp.contoso.com/x, " + bad + "instance of CCM_CcmHttp_Status {HostName = \"mp1.corp.contoso.com\";HRESULT = \"0x87d0027e\";StatusCode = 500; };\n",
	} {
		r := remarkOf(t, one(t, nil, text), "log-http-status")
		if strings.Count(r.Text, "The status beside it") != 1 || strings.Count(r.Text, "Something fails inside") != 1 {
			t.Errorf("%s: %s", name, r.Text)
		}
	}
}
