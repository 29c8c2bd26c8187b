package planfile

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/pki"
	"cmgwizard/model/slow"
)

var seenOn = time.Date(2026, 11, 22, 21, 40, 5, 120_000_000, time.UTC)

func oddCertificate() pki.CertificateFacts {
	return pki.CertificateFacts{
		Role: pki.IntermediateCA, Subject: "CN=\"Öl & Gas\" \\ 石油\u200d\u00a0GmbH", Issuer: "CN=a\tb\nc\u202e", SHA256: "ab", Serial: "-0F",
		Key: "RSA", KeyBits: 4096, NotBefore: time.Date(1, 1, 1, 0, 0, 1, 0, time.UTC), NotAfter: time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC),
		CA: true, Purposes: []string{"Client Authentication", "1.2.3"}, Names: []string{"DNS:*.contoso.com", "", "'"}, CRL: []string{"ldap:///CN=Contoso%20CA?x=\"y\""},
		SelfIssued: true, SignedBy: []string{"aa"}, Oddities: []string{"its serial number is negative"},
	}
}

func evidenceOfAllKinds() []model.Evidence {
	return []model.Evidence{
		evidence.New(model.CertificateEvidence, "öl.p7b", "AB", seenOn, oddCertificate()),
		evidence.New(model.ServerCertificateEvidence, "server.cer", "", seenOn, pki.CertificateFacts{Subject: "CN=cmg", MaxPath: -1, NotAfter: seenOn}),
		evidence.New(model.CertificateEvidence, "ca.cer", "cd", seenOn, pki.CertificateFacts{Role: pki.RootCA, MaxPath: 3, KeyUsage: []string{"Certificate Signing"}}),
		evidence.New(model.DeviceStateEvidence, "dsregcmd.txt", "ef", seenOn, evidence.DeviceFacts{EntraJoined: model.Yes, WorkAccounts: []string{"a", "b"}, CertificateUntil: seenOn}),
		evidence.New(model.TokenEvidence, "-", "01", seenOn, evidence.TokenFacts{Type: "Bulk", Expires: seenOn}),
		evidence.New(model.TokenEvidence, "nothing.txt", "02", seenOn, evidence.TokenFacts{}),
	}
}

// TestEvidenceComesBack: what was read from files is the same after the plan
// was written and read, and the text too.
func TestEvidenceComesBack(t *testing.T) {
	plan := model.Plan{Evidence: evidenceOfAllKinds()}
	text := New().Format(plan)
	doc := parse(t, string(text))
	for i, e := range doc.Plan.Evidence {
		was := plan.Evidence[i]
		if len(was.Facts) == 0 {
			was.Facts = nil
		}
		if !reflect.DeepEqual(e, was) {
			t.Errorf("evidence %d is\n%#v\nwas\n%#v", i, e, was)
		}
	}
	if again := doc.Format(doc.Plan); string(again) != string(text) {
		t.Errorf("the text is another one:\n%s\nwas\n%s", again, text)
	}
	if c, ok := evidence.Certificate(doc.Plan.Evidence[0]); !ok || c.MaxPath != 0 || c.KeyBits != 4096 || !c.CA || c.NotAfter.Year() != 9999 || len(c.Names) != 2 {
		t.Errorf("the certificate is %+v", c)
	}
	if c, ok := evidence.Certificate(doc.Plan.Evidence[1]); !ok || c.MaxPath != -1 || !c.NotAfter.Equal(seenOn) {
		t.Errorf("the server certificate is %+v", c)
	}
	if d, ok := evidence.Device(doc.Plan.Evidence[3]); !ok || !slices.Equal(d.WorkAccounts, []string{"a", "b"}) {
		t.Errorf("the device is %+v", d)
	}
}

// TestFactsStandOnALineEach, so that a changed fact is a changed line.
func TestFactsStandOnALineEach(t *testing.T) {
	text := string(New().Format(model.Plan{Evidence: evidenceOfAllKinds()[1:2]}))
	want := "[[evidence]]\nkind = \"server-certificate\"\nfile = \"server.cer\"\nread = 2026-11-22T21:40:05Z\n\n[evidence.facts]\nnot_after = 2026-11-22T21:40:05.12Z\nsubject = \"CN=cmg\"\n"
	if !strings.Contains(text, want) {
		t.Errorf("the evidence is written as\n%s", text)
	}
}

// TestALotOfEvidenceCanBeRead: a plan takes no more than it can be opened with
// again.
func TestALotOfEvidenceCanBeRead(t *testing.T) {
	slow.Long(t)
	t.Parallel()
	for _, texts := range []string{"x", "ä\"\\", strings.Repeat("石\u00a0\"", 300), "x" + strings.Repeat("\u00a0", 400) + "x"} {
		var found []model.Evidence
		for i := range evidence.Max + 20 {
			c := oddCertificate()
			c.SHA256, c.Subject, c.AIA = fmt.Sprint(i), texts, slices.Repeat([]string{texts}, 80)
			found = append(found, evidence.New(model.CertificateEvidence, texts, fmt.Sprint(i), seenOn, c))
		}
		plan := model.Plan{}
		a := evidence.NewMerge(&plan, found)
		plan = evidence.Apply(plan, a, nil)
		text := New().Format(plan)
		if len(text) > maxSize || len(plan.Evidence)+len(a.Left) != len(found) {
			t.Errorf("%d bytes for %d pieces of evidence, %d left out", len(text), len(plan.Evidence), len(a.Left))
		}
		if got := parse(t, string(text)).Plan.Evidence; !reflect.DeepEqual(got, plan.Evidence) {
			t.Errorf("%d pieces of evidence came back of %d", len(got), len(plan.Evidence))
		}
	}
}

// TestFactsOfPeople: what somebody edits by hand is read as far as it makes
// sense, and refused only for its size.
func TestFactsOfPeople(t *testing.T) {
	doc := parse(t, "format = 1\n[[evidence]]\nkind = \"certificate\"\n[evidence.facts]\nrole = \"emperor\"\nsubject = 7\nkey_bits = -1\n"+
		"not_after = \"soon\"\nca = \"yes\"\ncrl = \"http://a\"\nnames = [1, \"DNS:a\", [2]]\nmax_path = 1.5\nissuer = \"CN=\\u001b[31ma\"\nx = {y = 1}\n")
	c, ok := evidence.Certificate(doc.Plan.Evidence[0])
	want := pki.CertificateFacts{Names: []string{"DNS:a"}, Issuer: "CN=a", MaxPath: -1}
	if !ok || !reflect.DeepEqual(c, want) {
		t.Errorf("it is read as %+v", c)
	}
	if text := doc.Format(doc.Plan); !strings.Contains(string(text), "x = { y = 1 }") {
		t.Errorf("what is not known is gone:\n%s", text)
	}
}
