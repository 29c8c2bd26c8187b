package inspect

import (
	"encoding/binary"
	flags "flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model/reading"
	"cmgwizard/model/slow"
)

var update = flags.Bool("update", false, "write the golden files anew")

// statedGolden is what is read from each text, with what is said about it.
const statedGolden = "testdata/stated/said.golden"

// toldOf is everything that is told of a file, one thing a line.
func toldOf(f reading.File) string {
	var all strings.Builder
	fmt.Fprintf(&all, "%s: %s\n", f.Kind, f.About)
	for _, fact := range f.Facts {
		fmt.Fprintf(&all, "  %s | %s: %s\n", fact.Key, fact.Label, fact.Value)
	}
	for _, r := range f.Remarks {
		fmt.Fprintf(&all, "  [%s] %s\n    do: %s\n", strings.TrimSpace(string(r.Severity)+" "+r.ID), r.Text, r.Do)
	}
	return all.String()
}

func statedFiles(t testing.TB) []string {
	files, err := filepath.Glob("testdata/stated/*.[ti][xn]*")
	if err != nil || len(files) < 10 {
		t.Fatal(files, err)
	}
	return files
}

func TestStatedTexts(t *testing.T) {
	var got strings.Builder
	for _, file := range statedFiles(t) {
		fmt.Fprintf(&got, "%s\n%s\n", filepath.Base(file), toldOf(one(t, nil, string(fixture(t, file)))))
	}
	if *update {
		if err := os.WriteFile(statedGolden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want := string(fixture(t, statedGolden)); got.String() != want {
		t.Errorf("%s differs; go test -update writes it again:\n%s", statedGolden, got.String())
	}
}

func fixture(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(strings.ReplaceAll(string(data), "\r\n", "\n"))
}

// TestStatedWaysOfSaving: the same is read however the text was saved or sent.
func TestStatedWaysOfSaving(t *testing.T) {
	slow.Alone(t)
	for _, file := range statedFiles(t) {
		text := string(fixture(t, file))
		want := toldOf(one(t, nil, text))
		ways := map[string]string{
			"with CRLF":   strings.ReplaceAll(text, "\n", "\r\n"),
			"UTF-16":      utf16Bytes(text, binary.LittleEndian, "\xff\xfe"),
			"with a mark": "\ufeff" + text,
		}
		if filepath.Ext(file) == ".txt" {
			ways["in quoted mail"] = "> " + strings.ReplaceAll(text, "\n", "\n> ")
		}
		if strings.Contains(file, "german") {
			delete(ways, "UTF-16") // its bytes are those of a code page
		}
		for way, data := range ways {
			if got := toldOf(one(t, nil, data)); got != want {
				t.Errorf("%s, %s:\n%s", file, way, got)
			}
		}
	}
}

// TestNothingOfAKeyContainerIsTold: there is one, and that is all.
func TestNothingOfAKeyContainerIsTold(t *testing.T) {
	for _, file := range statedFiles(t) {
		told := toldOf(one(t, nil, string(fixture(t, file))))
		for _, part := range []string{"te-Config", "te-Machine", "7a436fe8", "c2b7a6a0"} {
			if strings.Contains(told, part) {
				t.Errorf("%s tells %q", file, part)
			}
		}
	}
}

// TestUnsaidIsUnknown: a line that is not there says nothing.
func TestUnsaidIsUnknown(t *testing.T) {
	for line, want := range map[string]string{
		"No key provider information\n":              "none on the computer",
		"Missing stored keyset\n":                    "not found on the computer",
		"Missing stored keyset\n  Key Container = x": "not found on the computer",
		"  Key Container = te-ConfigMgrClient-7f":    "there, on the computer",
	} {
		with := "================ Certificate 0 ================\nSerial Number: 01\nIssuer: CN=A\nSubject: CN=B\n"
		if f := one(t, nil, with); len(f.Facts) != 4 || f.Facts[3].Value != "not known from this text" {
			t.Errorf("%+v", f.Facts)
		}
		if f := one(t, nil, with+line+"\n"); len(f.Facts) != 4 || !strings.Contains(f.Facts[3].Value, want) {
			t.Errorf("%q: %+v", line, f.Facts)
		}
	}
}

// TestNoStatedText: what looks alike says nothing about a certificate.
func TestNoStatedText(t *testing.T) {
	for name, text := range map[string]string{
		"revocation lists of a store": "================ CRL 0 ================\nIssuer:\n    CN=A\n ThisUpdate: 5/1/2026 1:38 PM\n NextUpdate: 5/1/2026 1:38 PM\n  Serial Number: 4c00\nCRL Hash(sha1): " + roleHash + "\n",
		"a list in German":            "X509-Zertifikatsperrliste:\nVersion: 2\nAussteller:\n    CN=A\n Diese Aktualisierung: 01.05.2026 13:38\nZertifikathash(sha1): " + roleHash + "\n",
		"port bindings":               german,
		"a heading":                   "================ Chapter 1 ================\nIssuer: CN=A\n",
		"properties of something":     "Subject : a mail\nThumbprint : none\n",
		"a thumbprint alone":          "Thumbprint : " + roleHash + "\n",
		"sections":                    "[Version]\nSignature = x\n[Settings]\nSubject = CN=A\n",
	} {
		if f := one(t, nil, text); f.Kind == reading.CertificateText {
			t.Errorf("%s: %s", name, toldOf(f))
		}
	}
}

func TestManyStatedCertificates(t *testing.T) {
	var text strings.Builder
	for i := range 100 {
		fmt.Fprintf(&text, "================ Certificate %d ================\nSerial Number: %04x\nIssuer: CN=A\nSubject: CN=pc%d\n", i, i, i)
	}
	if f := one(t, nil, text.String()); f.About != "certutil -store: text about 100 certificates, 94 left out" {
		t.Error(f.About)
	}
}

// TestBindingsOfStatedCertificates: who issued a bound certificate can be known
// from text alone. Its dates are not judged.
func TestBindingsOfStatedCertificates(t *testing.T) {
	list := func(hash, issuer string) string {
		return "Thumbprint : " + strings.ToUpper(hash) + "\nSubject    : CN=mp1.contoso.com\nIssuer     : " + issuer + "\nNotAfter   : 1/2/2020 9:00:00 AM\n"
	}
	for _, tt := range []struct{ name, text, want string }{
		{"of the site", list(roleHash, "CN=SMS Issuing"), "binding-role"},
		{"of a PKI", list(roleHash, "CN=Contoso Issuing CA 1"), "binding-pki"},
		{"of nobody knows whom", list(roleHash, ""), "binding-unknown"},
		{"another", list(pkiHash, "CN=SMS Issuing"), "binding-unknown"},
	} {
		r := Inspect([]Input{{Name: "a.txt", Data: []byte(netsh("0.0.0.0:443", roleHash))}, {Name: "b.txt", Data: []byte(tt.text)}}, nil, today)
		for _, f := range r.Files {
			soundFile(t, f)
		}
		if !has(r.Files[0], tt.want) || len(r.Files[0].Remarks) != 1 {
			t.Errorf("%s: %s", tt.name, toldOf(r.Files[0]))
		}
	}
}

func TestStatedTextIsReadInTime(t *testing.T) {
	slow.Alone(t)
	for _, part := range []string{"========", "X509\n", "Thumbprint : 1\n", "[NewRequest]\na=b\n", "CertContext[0][0]: \nIssuer: CN=A\n", "======== a 1 ========\n", "X509 a:\nb=c\n"} {
		t.Run(part, func(t *testing.T) {
			text := strings.Repeat(part, slow.Rounds(MaxSize)/len(part))
			certutilText(text)
			powerShellText(text)
		})
	}
}

func FuzzStated(f *testing.F) {
	for _, file := range statedFiles(f) {
		f.Add(string(fixture(f, file)))
	}
	f.Fuzz(func(t *testing.T, text string) {
		fuzzed(t, "stated.txt", []byte(text), "")
		for _, read := range []func(string) (statedText, bool){certutilText, powerShellText} {
			s, _ := read(text)
			if len(s.statements) > maxStatements || s.all < len(s.statements) {
				t.Errorf("%d of %d", len(s.statements), s.all)
			}
			for _, c := range s.statements {
				if c.thumbprint != "" && len(c.thumbprint) != 40 || slices.Contains(c.names, "") {
					t.Errorf("%+v", c)
				}
			}
		}
	})
}

// TestStatedEnds: the year alone may say that a certificate has ended. In the
// year of today nobody knows, for day and month stand in the order of a language.
func TestStatedEnds(t *testing.T) {
	for date, want := range map[string]bool{
		"11/28/2019 9:00 AM": true, "31.12.2025 10:34": true, "2024. 05. 06. 10:34": true,
		"01/02/2026 9:00 AM": false, "11/28/2030": false, "28/11/2562": false, "11/28/19": false, "2019 2027": false,
	} {
		f := one(t, nil, "================ Certificate 0 ================\nSerial Number: 01\nIssuer: CN=A\n NotBefore: 1/1/2010 9:00 AM\n NotAfter: "+date+"\nSubject: CN=B\n")
		if has(f, "stated-expired") != want {
			t.Errorf("%s: %s", date, ids(f))
		}
	}
}
