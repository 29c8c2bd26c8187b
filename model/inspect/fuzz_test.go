package inspect

import (
	"encoding/json"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/ccmsetup"
	"cmgwizard/model/logs"
	"cmgwizard/model/slow"
)

// fuzzed inspects what a fuzzer made, with a plan and without one, and fails for
// what must not be shown. secret must not be in the report.
func fuzzed(t *testing.T, name string, data []byte, secret string) {
	t.Helper()
	for _, plan := range []*model.Plan{nil, goodPlan(model.ClientPKI)} {
		r := Inspect([]Input{{Name: name, Data: data}}, plan, today)
		for _, f := range r.Files {
			soundFile(t, f)
		}
		out, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		if len(out) > 1<<20 && len(data) < 1<<16 {
			t.Errorf("%d bytes of report for %d of file", len(out), len(data))
		}
		if secret != "" && strings.Contains(string(out), secret) {
			t.Errorf("the secret is in the report: %s", out)
		}
	}
}

func FuzzInspect(f *testing.F) {
	f.Add("a.txt", []byte(good))
	f.Add("b.txt", []byte(netsh("0.0.0.0:443", roleHash)))
	f.Add("c.txt", []byte(testToken()))
	f.Add("d.log", []byte(record("ccmsetup", 1, "CMGConnector_Forbidden")))
	f.Add("e.txt", []byte("\xff\xfea\x00b\x00"))
	f.Add("f.zip", []byte("PK\x03\x04"))
	f.Add("g.crl", []byte("-----BEGIN X509 CRL-----\nMIIB\n-----END X509 CRL-----\n"))
	f.Add("h.txt", []byte("+----------------------------------------------------------------------+\n| Device State |\n AzureAdJoined : YES\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) { fuzzed(t, name, data, "") })
}

func FuzzCommandLine(f *testing.F) {
	for _, c := range lineCases {
		f.Add(c.line, "")
	}
	f.Add("ccmsetup.exe /regtoken:", " /mp:x CCMHOSTNAME=y")
	f.Add("CCMSETUPCMD=\"CCMHOSTNAME=", " SMSSITECODE=P01\"")
	f.Add("ccmsetup.exe /mp:x FSP=\u201c", "\u201d")
	f.Fuzz(func(t *testing.T, before, after string) {
		if strings.Contains(before+after, signature[:10]) {
			return
		}
		fuzzed(t, "x.cmd", []byte(before+testToken()+after), signature[20:60])
		c, _ := ccmsetup.Parse(before + after)
		if len(c.Args) > ccmsetup.MaxArguments {
			t.Errorf("%d arguments", len(c.Args))
		}
	})
}

func FuzzBindings(f *testing.F) {
	f.Add(netsh("0.0.0.0:443", roleHash, "[::]:8531", pkiHash))
	f.Add(german)
	f.Add(french)
	f.Add(netsh("a.b.c:443", "\u200e0A 1B 2C 3D 4E 5F 60 71 82 93 A4 B5 C6 D7 E8 F9 01 23 45 67"))
	f.Fuzz(func(t *testing.T, text string) {
		read, all := bindings(text)
		if len(read) > maxBindings || all < len(read) {
			t.Errorf("%d of %d bindings", len(read), all)
		}
		for _, b := range read {
			if len(b.Hash) != 40 || b.Port < 1 || b.Port > 65535 || b.Endpoint == "" {
				t.Errorf("%+v", b)
			}
		}
		fuzzed(t, "netsh.txt", []byte(text), "")
	})
}

func FuzzLog(f *testing.F) {
	slow.Alone(f)
	f.Add(record("ccmsetup", 1, "CMGService_Invalid_Token "), record("x", 2, "12175 CERT_REV_FAILED"))
	f.Add("#Software: Microsoft Internet Information Services 10.0\n2026-05-14 10:34:56 - 403 7 0 ", "")
	f.Add("x~~  $$<SMS_CLOUD_PROXYCONNECTOR><05-14-2026 12:34:56.789+300><thread=1234 (0x4D2)>\n", "MISE12034\nSocketException")
	f.Add("<![LOG[", "IDX10223]LOG]!><time=\"")
	for _, c := range logs.Patterns {
		f.Add(strings.Join(append(append(append(c.Texts, c.Loose...), c.Beside...), c.With...), " "), "")
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		if strings.Contains(before+after, signature[:10]) {
			return
		}
		fuzzed(t, "x.log", []byte(before+testToken()+after), signature[20:60])
	})
}
