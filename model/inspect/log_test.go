package inspect

import (
	"fmt"
	"strings"
	"testing"

	"cmgwizard/model/logs"
	"cmgwizard/model/reading"
)

// record writes a message as ConfigMgr logs it, minute minutes after 12:00 of a
// clock that is two hours before UTC.
func record(component string, minute int, message string) string {
	return fmt.Sprintf("<![LOG[%s]LOG]!><time=\"%02d:%02d:56.789-120\" date=\"05-14-2026\" component=\"%s\" context=\"\" type=\"3\" thread=\"1234\" file=\"ccmhttpget.cpp:1421\">\r\n",
		message, 12+minute/60, minute%60, component)
}

func TestLexicon(t *testing.T) {
	iis := "#Software: Microsoft Internet Information Services 10.0\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port\n2026-05-14 10:34:56 10.1.1.1 GET /SMS_MP/.sms_aut SITESIGNCERT 443 - 10.1.1.9 SMS+CCM+5.0 - "
	for _, tt := range []struct{ name, text, want string }{
		{"connector certificate", "[CCMHTTP] ERROR INFO: StatusCode= 403 StatusText= CMGConnector_Clientcertificaterequired", "blocker log-client-certificate-required"},
		{"in other case", "received HTTP/1.1 403 cmgconnector_CLIENTCERTIFICATEREQUIRED", "blocker log-client-certificate-required"},
		{"no certificate left", "Filtered cert count with client auth: 0", "warning log-no-client-certificate"},
		{"some certificates left", record("SMS_CLOUD_PROXYCONNECTOR", 1, "Filtered cert count with client auth: 07"), ""},
		{"forbidden", "StatusText= CMGConnector_Forbidden", "blocker log-connector-forbidden"},
		{"chain", "The selected client certificate is not trusted by CMG service.", "blocker log-chain-not-trusted"},
		{"CRL", "[CCMHTTP] : WINHTTP_CALLBACK_STATUS_FLAG_CERT_REV_FAILED is set", "warning log-crl"},
		{"CRL, short, beside the code", "Code=12175\nflags: CERT_REV_FAILED", "warning log-crl"},
		{"CRL, short, alone", "CERT_REV_FAILED", ""},
		{"issuer", "WINHTTP_CALLBACK_STATUS_FLAG_INVALID_CA is set", "warning log-invalid-ca"},
		{"issuer, short, beside the code", "INVALID_CA\nError 0x2f8f", "warning log-invalid-ca"},
		{"name", "WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID is set", "warning log-wrong-name"},
		{"date", "WINHTTP_CALLBACK_STATUS_FLAG_CERT_DATE_INVALID is set", "warning log-certificate-date"},
		{"ciphers", "WINHTTP_CALLBACK_STATUS_FLAG_SECURITY_CHANNEL_ERROR is set", "warning log-security-channel"},
		{"all flags at once", "WINHTTP_CALLBACK_STATUS_FLAG_CERT_REV_FAILED is set\nWINHTTP_CALLBACK_STATUS_FLAG_INVALID_CA is set\nWINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID is set\nCode=12175, Text=ERROR_WINHTTP_SECURE_FAILURE", "warning log-crl, warning log-invalid-ca, warning log-wrong-name"},
		{"TLS without a flag", "Port=443, Options=63, Code=12175, Text=ERROR_WINHTTP_SECURE_FAILURE", "warning log-secure-failure"},
		{"TLS by its number", "failed with 12175", "warning log-secure-failure"},
		{"TLS by its other number", "Error 0x2f8f", "warning log-secure-failure"},
		{"within another number", "error 9121750, 0x2f8fa, 121755", ""},
		{"a number in prose", "In 12175 steps one walks around the town.", ""},
		{"token", "StatusCode=401 StatusText=CMGService_Invalid_Token", "blocker log-invalid-token"},
		{"token on the management point", "Return code: 401, Description: PreAuth token validation failed, System.IdentityModel...\nIDX10223: Lifetime validation failed.", "blocker log-invalid-token"},
		{"IIS, none shown", iis + "403 7 0 5573 11", "warning log-iis-403-7"},
		{"IIS, not trusted", iis + "403 16 2148204809 5573 11", "warning log-iis-403-16"},
		{"IIS, well", iis + "200 0 0 403 7", ""},
		{"IIS in words", "HTTP Error 403.7 - Forbidden", "warning log-iis-403-7"},
		{"IIS in words, not trusted", "HTTP 403.16 on the MP", "warning log-iis-403-16"},
		{"another sub-code", "HTTP Error 403.70", ""},
		{"a version", "version 5.00.403.7 of http", ""},
		{"Entra ID does not know the app", "AADSTS50001: The resource principal named x was not found", "warning log-entra-resource"},
		{"another code of Entra ID", "AADSTS5000112: x", ""},
		{"no token", "Failed to get token, error 0x800703F0", "warning log-no-entra-token"},
		{"no certificate", "GetSSLCertificateContext failed with error 0x87d00454", "warning log-no-certificate-selected"},
		{"a status that is not told", "CcmSetup failed with error code 0x87D0027E", "warning log-http-status"},
		{"no way to Entra ID", "MISE12034: failure\nSystem.Net.Sockets.SocketException: refused", "blocker log-entra-validation"},
		{"no way to Entra ID, told before", "HttpRequestException: x\nMISE12034: failure", "blocker log-entra-validation"},
		{"another reason", "MISE12034: issuer", "advice log-entra-validation-other"},
		{"far apart", "MISE12034: issuer" + strings.Repeat("\nx", 30) + "\nSocketException", "advice log-entra-validation-other"},
		{"client of such a management point", "RegTask: Failed to send registration request. Error: 0x87d00231", "advice log-request-failed"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := ids(one(t, nil, tt.text)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestLogIsGathered(t *testing.T) {
	var log strings.Builder
	for i := range 100 {
		log.WriteString(record("LocationServices", i, "Nothing to see."))
	}
	log.WriteString(record("LocationServices", 100, "[CCMHTTP] ERROR INFO: StatusCode= 403\r\n StatusText= CMGConnector_Forbidden and CMGConnector_Forbidden"))
	log.WriteString(record("CcmMessaging", 130, "again CMGConnector_Forbidden"))
	f := one(t, nil, log.String())
	if f.Kind != reading.LogLines || f.About != "a log, 102 entries: 1 known error" {
		t.Error(f.Kind, f.About)
	}
	text := remarkOf(t, f, "log-connector-forbidden").Text
	if !strings.HasSuffix(text, " Seen 2 times, from 2026-05-14 11:40 UTC to 2026-05-14 12:10 UTC, in LocationServices: “StatusText= CMGConnector_Forbidden and CMGConnector_Forbidden”") {
		t.Error(text)
	}
	for i, want := range []string{"LocationServices, CcmMessaging", "2026-05-14 10:00 UTC", "2026-05-14 12:10 UTC"} {
		if f.Facts[i].Value != want {
			t.Errorf("%s is %q, want %q", f.Facts[i].Label, f.Facts[i].Value, want)
		}
	}
}

func TestLogShapes(t *testing.T) {
	for _, tt := range []struct{ name, text, about, says string }{
		{"server log", "Received response 403 CMGConnector_Forbidden~~  $$<SMS_CLOUD_PROXYCONNECTOR><05-14-2026 12:34:56.789+300><thread=1234 (0x4D2)>\r\n", "a log, 1 entry: 1 known error", "Seen once, 2026-05-14 17:34 UTC, in SMS_CLOUD_PROXYCONNECTOR: “"},
		{"copied from CMTrace", "StatusText= CMGConnector_Forbidden\tLocationServices\t14.05.2026 12:34:56\t1234 (0x04D2)\r\n", "log lines: 1 known error", "Seen once, in LocationServices: “"},
		{"IIS", "#Software: Microsoft Internet Information Services 10.0\r\n#Fields: date time x\r\n2026-05-14 10:34:56 10.1.1.1 GET /SMS_MP/.sms_aut - 403 7 0 1\r\n", "a log, 3 entries: 1 known error", "Seen once, 2026-05-14 10:34 UTC: “2026-05-14 10:34:56 10.1.1.1 GET"},
		{"nothing in it", record("x", 1, "all is well"), "a log, 1 entry: 0 known errors", "No known error stands in the log."},
		{"a clock that cannot be", strings.Replace(record("x", 1, "CMGConnector_Forbidden"), "12:01", "99:01", 1), "a log, 1 entry: 1 known error", "Seen once, in x: “"},
	} {
		f := one(t, nil, tt.text)
		if f.Kind != reading.LogLines || f.About != tt.about {
			t.Errorf("%s: %s, %s", tt.name, f.Kind, f.About)
		}
		if len(f.Remarks) == 0 || !strings.Contains(f.Remarks[0].Text, tt.says) {
			t.Errorf("%s: %+v", tt.name, f.Remarks)
		}
	}
}

func TestExcerptEndsBeforeTheStamp(t *testing.T) {
	if text := remarkOf(t, one(t, nil, connector("01", "ResponseHeader: HTTP/1.1 403 CMGConnector_Forbidden")), "log-connector-forbidden").Text; !strings.Contains(text, "CMGConnector_Forbidden”") {
		t.Error(text)
	}
}

func TestExcerptHoldsNoSecret(t *testing.T) {
	token := testToken()
	for name, text := range map[string]string{
		"token":            "Bearer " + token + " CMGService_Invalid_Token",
		"after it":         "CMGService_Invalid_Token for " + token,
		"glued":            token + ",CMGService_Invalid_Token",
		"password":         "CMGService_Invalid_Token password=" + signature,
		"SAS":              "CMGService_Invalid_Token https://x.blob.core.windows.net/y?sv=1&sig=" + signature,
		"header":           "CMGService_Invalid_Token Authorization: Bearer " + signature,
		"a long line":      strings.Repeat("x", 20000) + token + strings.Repeat("y", 20000) + " CMGService_Invalid_Token " + token,
		"a very long line": token + strings.Repeat("y", logs.LongestEntry/2-100) + " CMGService_Invalid_Token " + strings.Repeat("z", logs.LongestEntry/2-100) + token,
		"marks within":     "CMGService_Invalid_Token " + token[:200] + "\u200b" + token[200:],
	} {
		f := one(t, nil, text)
		text := remarkOf(t, f, "log-invalid-token").Text
		if strings.Contains(text, signature[30:60]) || strings.Contains(text, token[100:140]) {
			t.Errorf("%s: %s", name, text)
		}
	}
}

func TestEveryCauseIsSound(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range logs.Patterns {
		if seen[c.ID] {
			t.Errorf("%s stands twice", c.ID)
		}
		seen[c.ID] = true
		for _, p := range [][]string{c.Texts, c.Loose, c.Beside, c.With} {
			for _, text := range p {
				if text != strings.ToLower(text) {
					t.Errorf("%s: %q is not in lower case", c.ID, text)
				}
			}
		}
		f := &reading.Found{}
		f.Remark(c.ID, c.Severity, c.Rule, c.Title+". "+c.Means, c.Check, c.Cites...)
		sound(t, f.Remarks[0])
	}
	for _, c := range logs.Patterns {
		for _, id := range c.Unless {
			if !seen[id] {
				t.Errorf("%s is not told with %s, which does not exist", c.ID, id)
			}
		}
	}
}

// longLog is a log of 4 MiB in which errors are rare.
func longLog() string {
	var log strings.Builder
	for i := 0; log.Len() < MaxSize-400; i++ {
		message := "Attempting to retrieve service metadata from the cache, http status 200, code 0x0"
		if i%1000 == 0 {
			message = "StatusText= CMGConnector_Forbidden"
		}
		log.WriteString(record("LocationServices", i%600, message))
	}
	return log.String()
}

func BenchmarkLog(b *testing.B) {
	inputs := []Input{{Name: "LocationServices.log", Data: []byte(longLog())}}
	b.SetBytes(int64(len(inputs[0].Data)))
	for b.Loop() {
		Inspect(inputs, nil, today)
	}
}

func BenchmarkHostileLog(b *testing.B) {
	for name, line := range map[string]string{
		"errors":   "12175 cert_rev_failed mise12034 0x2f8f 403.7\n",
		"one line": "12175 cert_rev_failed mise12034 0x2f8f 403.7 ",
		"commands": "ccmsetup.exe /mp:x CCMHOSTNAME=y /abc /def /ghi\n",
		"records":  "<![LOG[cmgconnector_forbidden",
		"blanks":   "   \n",
		"pairs":    "a : b : c : 1.2.3.4:443 : {4dc3e181-e14b-4a21-b022-59fc669b0914}\n",
		"going on": "ccmhostname=a ^\n",
	} {
		inputs := []Input{{Name: "x.log", Data: []byte(strings.Repeat(line, MaxSize/len(line)))}}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(inputs[0].Data)))
			for b.Loop() {
				Inspect(inputs, nil, today)
			}
		})
	}
}
