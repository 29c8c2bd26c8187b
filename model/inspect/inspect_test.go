package inspect

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/certs"
	"cmgwizard/model/pki"
	"cmgwizard/model/reading"
	"cmgwizard/model/slow"
)

func TestKinds(t *testing.T) {
	crl := []byte{0x30, 0x29, 0x30, 0x27, 0x02, 0x01, 0x01, 0x30, 0x02, 0x05, 0x00, 0x30, 0x00, 0x17, 0x0d}
	crl = append(crl, "260101000000Z"...)
	crl = append(crl, 0x17, 0x0d)
	crl = append(crl, "260201000000Z"...)
	request := []byte{0x30, 0x0d, 0x30, 0x0b, 0x02, 0x01, 0x00, 0x30, 0x00, 0x30, 0x02, 0x05, 0x00, 0xa0, 0x00}
	for _, tt := range []struct {
		name, data string
		kind       reading.Kind
		about      string
	}{
		{"nothing", "", reading.Unreadable, "it is empty"},
		{"blanks", "\xff\xfe \x00\r\x00\n\x00", reading.Unreadable, "it is empty"},
		{"zeros", "\x00\x00\x00", reading.Unreadable, "it is empty"},
		{"token", testToken() + "\r\n", reading.BulkToken, ""},
		{"netsh", netsh("0.0.0.0:443", roleHash), reading.PortBindings, "1 port binding"},
		{"netsh in UTF-16", utf16Bytes(netsh("0.0.0.0:443", roleHash), binary.LittleEndian, "\xff\xfe"), reading.PortBindings, "1 port binding"},
		{"a command line", good, reading.CommandLine, "1 ccmsetup command line"},
		{"a command line in UTF-16", utf16Bytes(good, binary.LittleEndian, "\xff\xfe"), reading.CommandLine, "1 ccmsetup command line"},
		{"a mail", "Dear all,\n\n" + good + "\n\nfailed with 0x87d0027e\n", reading.CommandLine, "1 ccmsetup command line; also log lines: 1 known error"},
		{"a log with a command line", record("ccmsetup", 1, "Ccmsetup command line: "+strings.Replace(good, "P01", "AUTO", 1)) + record("ccmsetup", 2, "failed: 0x87d0027e"), reading.LogLines, "a log, 2 entries: 1 known error; also 1 ccmsetup command line"},
		{"a log with what ccmsetup gives itself", record("ccmsetup", 1, `Command line: "C:\Windows\ccmsetup\ccmsetup.exe" /runservice /config:MobileClient.tcf`), reading.LogLines, "a log, 1 entry: 0 known errors"},
		{"prose", "# How we installed it\n\nUse ccmsetup.exe and the /mp parameter. See the logs.", reading.Other, "text"},
		{"zip", "PK\x03\x04\x14\x00\x00\x00", reading.Other, "an archive"},
		{"gzip", "\x1f\x8b\x08\x00\x00\x00", reading.Other, "an archive"},
		{"cab", "MSCF\x00\x00\x00\x00", reading.Other, "an archive"},
		{"7z", "7z\xbc\xaf\x27\x1c\x00\x04", reading.Other, "an archive"},
		{"rar", "Rar!\x1a\x07\x01\x00", reading.Other, "an archive"},
		{"tar", strings.Repeat("\x00", 100) + strings.Repeat("0", 157) + "ustar\x0000", reading.Other, "an archive"},
		{"event log", "ElfFile\x00\x00\x00", reading.Other, "a Windows event log"},
		{"registry", "\xff\xfe" + utf16Bytes("Windows Registry Editor Version 5.00\r\n", binary.LittleEndian, ""), reading.Other, "a registry file"},
		{"plan", "format = 1\nid = \"x\"\nserial = 2\nrules = 1\n\n[site]\ncode = \"P01\"\n", reading.Other, "a plan"},
		{"CRL", "-----BEGIN X509 CRL-----\nMIIB\n-----END X509 CRL-----\n", reading.Other, "a certificate revocation list"},
		{"CRL in DER", string(crl), reading.Other, "a certificate revocation list"},
		{"request", "-----BEGIN NEW CERTIFICATE REQUEST-----\nMIIB\n-----END NEW CERTIFICATE REQUEST-----\n", reading.Other, "a certificate request"},
		{"request in DER", string(request), reading.Other, "a certificate request"},
		{"public key", "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n", reading.Other, "a public key"},
		{"program", "MZ\x90\x00\x03", reading.Other, "a program"},
		{"picture", "\x89PNG\r\n\x1a\n\x00", reading.Other, "a picture"},
		{"document", "%PDF-1.7\n", reading.Other, "a document"},
		{"binary", "\x01\x02\x03\x04\x05\x06", reading.Other, "nothing that is known here"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := one(t, nil, tt.data)
			if f.Kind != tt.kind || tt.about != "" && f.About != tt.about {
				t.Errorf("%s, %q; want %s, %q", f.Kind, f.About, tt.kind, tt.about)
			}
			if len(f.Remarks) == 0 && f.Kind != reading.BulkToken {
				t.Error("nothing is said about it")
			}
			if len(f.SHA256) != 64 {
				t.Errorf("hash %q", f.SHA256)
			}
		})
	}
}

func TestEveryKindHasALabel(t *testing.T) {
	for _, k := range reading.Kinds {
		if k.Label == "" || reading.Kinds.Label(k.Value) != k.Label {
			t.Errorf("%s", k.Value)
		}
	}
}

func TestUnreadable(t *testing.T) {
	r := Inspect([]Input{
		{Name: "a\x1b[31m.cer", Err: errors.New("open a\x1b[31m.cer: permission denied")},
		{Name: "big.cer", Data: bytes.Repeat([]byte{0, 1}, MaxSize)},
		{Name: "big.log", Data: bytes.Repeat([]byte("x"), MaxSize+1)},
	}, nil, today)
	for i, want := range []string{"open a.cer: permission denied", "it is larger than 4 MiB, and was not looked at", "it is larger than 4 MiB, and no line of it is known as one of a log"} {
		f := r.Files[i]
		soundFile(t, f)
		if f.Kind != reading.Unreadable || f.About != want || f.SHA256 != "" {
			t.Errorf("%s, %q, %q", f.Kind, f.About, f.SHA256)
		}
	}
}

func TestLargestFileIsRead(t *testing.T) {
	slow.Alone(t)
	data := append([]byte("CMGConnector_Forbidden\n"), bytes.Repeat([]byte("x"), MaxSize-23)...)
	if f := Inspect([]Input{{Name: "x", Data: data}}, nil, today).Files[0]; f.Kind != reading.LogLines {
		t.Error(f.Kind)
	}
}

func TestTooManyFiles(t *testing.T) {
	inputs := make([]Input, maxFiles+5)
	for i := range inputs {
		inputs[i] = Input{Name: fmt.Sprint(i), Data: []byte("x")}
	}
	files := Inspect(inputs, nil, today).Files
	last := files[len(files)-1]
	soundFile(t, last)
	if len(files) != maxFiles+1 || last.Name != "5 more files" || last.Kind != reading.Unreadable {
		t.Error(len(files), last)
	}
}

func TestReportIsJSON(t *testing.T) {
	out, err := json.Marshal(Inspect([]Input{{Name: "x", Data: []byte("x")}}, nil, time.Time{}))
	if err != nil || bytes.Contains(out, []byte(":null")) {
		t.Errorf("%v, %s", err, out)
	}
	out, err = json.Marshal(Inspect(nil, nil, time.Time{}))
	if err != nil || bytes.Contains(out, []byte(":null")) {
		t.Errorf("%v, %s", err, out)
	}
}

func TestRefusedFileKeepsNothing(t *testing.T) {
	f := &reading.Found{File: reading.File{Name: "x.pfx", Kind: reading.Certificates, SHA256: "abc", About: "3 certificates"}, Held: []*certs.Certificate{{}}}
	f.AddFacts(reading.Fact("a", "A", "b"))
	f.Refuse("a PKCS#12 file (PFX)")
	if f.Kind != reading.Secret || f.SHA256 != "" || len(f.Facts) != 0 || f.Held != nil || len(f.Remarks) != 1 {
		t.Errorf("%+v", f)
	}
	sound(t, f.Remarks[0])
}

func TestCertificatesAreKeptUpToTheBound(t *testing.T) {
	in := &inspection{View: reading.View{At: today}}
	contents := certs.Contents{Wrapping: "PKCS#7, Base64", Unreadable: []string{"its \x1b[31mkey is odd"}}
	for i := range 150 {
		contents.Certificates = append(contents.Certificates, &certs.Certificate{CertificateFacts: pki.CertificateFacts{SHA256: fmt.Sprint(i)}})
	}
	var last *reading.Found
	for range 14 {
		last = &reading.Found{File: reading.File{Name: "x.p7b"}}
		in.keepCertificates(last, contents)
	}
	if last.About != "PKCS#7, Base64: 50 certificates, 1 unreadable, 100 left out" || len(in.heap) != maxCertificates || in.left != 100 {
		t.Error(last.About, len(in.heap), in.left)
	}
	last.Facts, last.Certificates = reading.List(last.Facts), reading.List(last.Certificates)
	soundFile(t, last.File)
	if !strings.Contains(last.Remarks[0].Text, "its key is odd") {
		t.Error(last.Remarks[0].Text)
	}
}

func TestCutListsSaySo(t *testing.T) {
	whole, cut := &reading.Found{File: reading.File{Name: "a"}}, &reading.Found{File: reading.File{Name: "b"}}
	for i := range reading.MaxFacts + 2 {
		r := model.NewRemark("x", "", "", fmt.Sprint(i), "")
		if cut.Add(r); i < reading.MaxRemarks-1 {
			whole.Add(r)
			whole.AddFacts(reading.Fact("x", "X", fmt.Sprint(i)))
		}
		cut.AddFacts(reading.Fact("x", "X", fmt.Sprint(i)))
	}
	r := (&inspection{found: []*reading.Found{whole, cut}}).report(0)
	if has(r.Files[0], "lists-cut") || len(r.Files[1].Remarks) != reading.MaxRemarks || len(r.Files[1].Facts) != reading.MaxFacts {
		t.Errorf("%d and %d remarks, %d facts", len(r.Files[0].Remarks), len(r.Files[1].Remarks), len(r.Files[1].Facts))
	}
	if text := remarkOf(t, r.Files[1], "lists-cut").Text; !strings.HasPrefix(text, "5 facts and remarks of this file were left out") {
		t.Error(text)
	}
}

func TestMoreCertificatesThanAreRead(t *testing.T) {
	for _, more := range []bool{false, true} {
		f := &reading.Found{File: reading.File{Name: "x.p7b"}}
		(&inspection{View: reading.View{At: today}}).keepCertificates(f, certs.Contents{Wrapping: "DER", More: more, Certificates: []*certs.Certificate{{}}})
		if has(f.File, "certificates-not-read") != more || strings.Contains(f.About, "more not read") != more {
			t.Errorf("more %v: %s: %v", more, f.About, f.Remarks)
		}
	}
}

func TestEvidenceOfCertificates(t *testing.T) {
	certificate := func(sha256 string, role pki.CertificateRole) *certs.Certificate {
		return &certs.Certificate{CertificateFacts: pki.CertificateFacts{SHA256: sha256, Role: role}}
	}
	in := &inspection{View: reading.View{At: today}, seen: map[string]bool{}, places: map[string]int{"a": 1, "b": 0}}
	first := &reading.Found{File: reading.File{Name: "pki/a.p7b", SHA256: "f1"}, Held: []*certs.Certificate{certificate("a", pki.ClientLeaf), certificate("b", pki.RootCA), certificate("a", pki.ClientLeaf)}}
	second := &reading.Found{File: reading.File{Name: `pki\b.cer`, SHA256: "f2"}, Held: []*certs.Certificate{certificate("b", pki.RootCA), certificate("c", pki.ServerLeaf)}}
	in.compare(first)
	in.compare(second)
	if fmt.Sprint(first.Certificates, second.Certificates) != "[1 0] [0]" {
		t.Error(first.Certificates, second.Certificates)
	}
	var got []string
	r := Report{Files: []reading.File{first.File, second.File}}
	for _, e := range r.Evidence() {
		got = append(got, fmt.Sprint(e.Kind, " ", e.File, " ", e.SHA256, " ", e.Read.Format(time.DateOnly)))
	}
	want := []string{"certificate a.p7b f1 2026-11-22", "certificate a.p7b f1 2026-11-22", "server-certificate b.cer f2 2026-11-22"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%q", got)
	}
}

// TestForeignCertificatesAreNotKept: a plan keeps nothing of what the site made
// for itself, and the file says so.
func TestForeignCertificatesAreNotKept(t *testing.T) {
	in := &inspection{View: reading.View{At: today}, seen: map[string]bool{}}
	f := &reading.Found{File: reading.File{Name: "role.cer"}, Held: []*certs.Certificate{{CertificateFacts: pki.CertificateFacts{SHA256: "a", Role: pki.ServerLeaf, Issuer: "CN=SMS Issuing"}}}}
	in.compare(f)
	if len(f.Evidence) != 0 || ids(f.File) != "" || len(f.Remarks) != 1 || f.Remarks[0].ID != "not-kept" {
		t.Errorf("%+v %+v", f.Evidence, f.Remarks)
	}
}

// TestPurposeOfBothIsSettledByThePlan: a certificate for both purposes is that of
// the CMG where the plan gives the CMG its name.
func TestPurposeOfBothIsSettledByThePlan(t *testing.T) {
	both := pki.CertificateFacts{Role: pki.ClientLeaf, CommonName: "cmg.contoso.com", Names: []string{"DNS:cmg.contoso.com"}, Purposes: []string{pki.ClientAuthentication, pki.ServerAuthentication}}
	for name, want := range map[string]pki.CertificateRole{"cmg.contoso.com": pki.ServerLeaf, "other.contoso.com": pki.ClientLeaf, "": pki.ClientLeaf} {
		in := &inspection{View: reading.View{Plan: goodPlan(model.EntraID)}}
		in.Plan.Gateway.ServiceName = name
		c := &certs.Certificate{CertificateFacts: both}
		if in.settleRole(c); c.Role != want {
			t.Errorf("%q: %s, want %s", name, c.Role, want)
		}
	}
}

// TestDeviceThatIsNotJoined stops every client of a plan with Microsoft Entra ID.
func TestDeviceThatIsNotJoined(t *testing.T) {
	state := "             AzureAdJoined : NO\n          EnterpriseJoined : NO\n              DomainJoined : YES\n"
	for want, plan := range map[model.Severity]*model.Plan{model.Warning: nil, model.Blocker: goodPlan(model.EntraID)} {
		f := one(t, plan, "+---+\n| Device State |\n+---+\n"+state)
		if !slices.ContainsFunc(f.Remarks, func(r model.Remark) bool { return r.Rule == "device-state" && r.Severity == want }) {
			t.Errorf("no %s: %q", want, ids(f))
		}
	}
}

// TestDeviceThatIsNotJoinedStopsNoOtherMethod: one that is not chosen yet is none.
func TestDeviceThatIsNotJoinedStopsNoOtherMethod(t *testing.T) {
	state := "+---+\n| Device State |\n+---+\n AzureAdJoined : NO\n EnterpriseJoined : NO\n DomainJoined : YES\n"
	for _, method := range []model.Method{"", model.Unsure, model.ClientPKI} {
		for _, r := range one(t, goodPlan(method), state).Remarks {
			if r.Severity == model.Blocker {
				t.Errorf("%q: %s is a blocker", method, r.ID)
			}
		}
	}
}

func TestTokenIsReducedToFacts(t *testing.T) {
	for name, text := range map[string]string{
		"alone":                    testToken(),
		"what the tool prints":     "Token tracking GUID: db591e33-aaaa-4c5b-82f3-bf673e5bd0a2\r\nValid until 11/25/2026\r\nToken:\r\n" + testToken() + "\r\n",
		"in a command line":        strings.Replace(good, "/mp:", "/regtoken:"+testToken()+" /mp:", 1),
		"where it does not belong": strings.Replace(good, "P01", testToken(), 1) + " SMSMP=" + testToken() + " FOO=" + testToken() + " /x:" + testToken() + " " + testToken() + " FSP=x",
		"in a log":                 record("ccmsetup", 1, "CMGService_Invalid_Token /regtoken:"+testToken()),
	} {
		r := Inspect([]Input{{Name: "x", Data: []byte(text)}}, nil, today)
		out, err := json.Marshal(r)
		if err != nil || strings.Contains(string(out), signature[:20]) || strings.Contains(string(out), testToken()[60:100]) {
			t.Errorf("%s: %v, %s", name, err, out)
		}
		soundFile(t, r.Files[0])
	}
}

func TestTokenEvidence(t *testing.T) {
	for _, text := range []string{testToken(), strings.Replace(good, "/mp:", "/regtoken:"+testToken()+" /mp:", 1)} {
		found := Inspect([]Input{{Name: "a/token.txt", Data: []byte(text)}}, nil, today).Evidence()
		if len(found) != 1 || found[0].Kind != model.TokenEvidence || found[0].File != "token.txt" {
			t.Errorf("%+v", found)
		}
	}
}

func TestTenants(t *testing.T) {
	const other = "11111111-6f6f-4d5d-b3d4-811c33fdd49a"
	for _, tt := range []struct {
		name   string
		tenant reading.Tenant
		method model.Method
		want   string
	}{
		{"device of the tenant", reading.Tenant{ID: strings.ToUpper("607b7853-6f6f-4d5d-b3d4-811c33fdd49a"), Of: "device"}, model.EntraID, ""},
		{"device of another tenant", reading.Tenant{ID: other, Of: "device"}, model.EntraID, "blocker tenant-differs"},
		{"which does not matter", reading.Tenant{ID: other, Of: "device"}, model.ClientPKI, "warning tenant-differs"},
		{"none", reading.Tenant{ID: "", Of: "device"}, model.EntraID, ""},
	} {
		in := &inspection{View: reading.View{Plan: goodPlan(tt.method), At: today}}
		f := &reading.Found{Tenants: []reading.Tenant{tt.tenant}}
		in.CompareTenants(f)
		for _, r := range f.Remarks {
			sound(t, r)
		}
		if got := ids(f.File); got != tt.want {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}

func TestManyRemarksAreBounded(t *testing.T) {
	var text strings.Builder
	for i := range 200 {
		fmt.Fprintf(&text, "ccmsetup.exe CCMHOSTNAME=https://h%d.contoso.com/CCM_Proxy_MutualAuth SMSSITECODE=AUTO SMSSITECODE=A /x%d /y%d /z /mp=1\n", i, i, i)
	}
	one(t, nil, text.String())
}
