package evidence_test

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/evidence/evidencetest"
	"cmgwizard/model/pki"
)

func TestFactsComeBack(t *testing.T) {
	client, root, device, token := evidencetest.ClientCertificate(), evidencetest.RootCA(), evidencetest.JoinedDevice(), evidencetest.BulkToken()
	if got, ok := evidence.Certificate(evidencetest.Of("a", client)); !ok || !reflect.DeepEqual(got, client) {
		t.Errorf("the client certificate came back as\n%+v, was\n%+v", got, client)
	}
	if got, ok := evidence.Certificate(evidencetest.Of("a", root)); !ok || !reflect.DeepEqual(got, root) {
		t.Errorf("the root CA came back as\n%+v, was\n%+v", got, root)
	}
	if got, ok := evidence.Device(evidencetest.Of("a", device)); !ok || !reflect.DeepEqual(got, device) {
		t.Errorf("the device came back as\n%+v, was\n%+v", got, device)
	}
	if got, ok := evidence.Token(evidencetest.Of("a", token)); !ok || !reflect.DeepEqual(got, token) {
		t.Errorf("the token came back as\n%+v, was\n%+v", got, token)
	}
}

func TestFactsLeaveOutWhatIsEmpty(t *testing.T) {
	if table := evidence.FactTable(pki.CertificateFacts{MaxPath: -1}); len(table) > 0 {
		t.Errorf("facts of nothing: %v", table)
	}
	for path, want := range map[int]any{-1: nil, 0: int64(0), 3: int64(3)} {
		if got := evidence.FactTable(pki.CertificateFacts{MaxPath: path})["max_path"]; got != want {
			t.Errorf("a path of %d is kept as %v, want %v", path, got, want)
		}
		if c, _ := evidence.Certificate(evidencetest.Of("a", pki.CertificateFacts{Subject: "CN=a", MaxPath: path})); c.MaxPath != path {
			t.Errorf("a path of %d came back as %d", path, c.MaxPath)
		}
	}
}

// TestEveryFactIsKept fills each field of each struct in turn.
func TestEveryFactIsKept(t *testing.T) {
	for _, facts := range []any{pki.CertificateFacts{}, evidence.DeviceFacts{}, evidence.TokenFacts{}} {
		whole := reflect.New(reflect.TypeOf(facts)).Elem()
		for i := range whole.NumField() {
			fillFact(whole.Field(i))
		}
		table := evidence.FactTable(whole.Interface())
		if len(table) != whole.NumField() {
			t.Errorf("%T: %d of %d facts are kept: %v", facts, len(table), whole.NumField(), table)
		}
		back := reflect.New(reflect.TypeOf(facts)).Elem()
		if !evidence.ReadFacts(table, back) || !reflect.DeepEqual(back.Interface(), whole.Interface()) {
			t.Errorf("%T came back as\n%+v, was\n%+v", facts, back, whole)
		}
	}
}

func fillFact(field reflect.Value) {
	switch v := field.Interface().(type) {
	case time.Time:
		field.Set(reflect.ValueOf(evidencetest.Today))
	case []string:
		field.Set(reflect.ValueOf([]string{"one", "two"}))
	case model.Vocabulary:
		field.SetString(v.Words()[0].Value)
	case string:
		field.SetString("text")
	case int:
		field.SetInt(7)
	case bool:
		field.SetBool(true)
	}
}

func TestEvidenceOfAnotherKind(t *testing.T) {
	for _, e := range []model.Evidence{
		{}, {Kind: model.CertificateEvidence}, {Kind: model.DeviceStateEvidence}, {Kind: model.TokenEvidence},
		{Kind: "rumour", Facts: evidence.FactTable(evidencetest.ClientCertificate())},
		{Kind: model.TokenEvidence, Facts: map[string]any{}}, {Kind: model.DeviceStateEvidence, Facts: map[string]any{"nothing": "known"}},
	} {
		_, certificate := evidence.Certificate(e)
		_, device := evidence.Device(e)
		_, token := evidence.Token(e)
		if certificate || device || token {
			t.Errorf("%+v holds facts: %v %v %v", e, certificate, device, token)
		}
	}
	if _, ok := evidence.Certificate(evidencetest.Of("a", evidencetest.JoinedDevice())); ok {
		t.Error("a device state is read as a certificate")
	}
}

// TestHostileFacts: what somebody wrote into a plan by hand is bounded and
// cleaned, or not taken.
func TestHostileFacts(t *testing.T) {
	long := strings.Repeat("ä", 5000)
	many := make([]any, 5000)
	for i := range many {
		many[i] = "\x1b[31mred" + strings.Repeat("x", i)
	}
	facts := map[string]any{
		"role": "emperor", "subject": long, "issuer": "a\x1b[2Jb\u202ec\nd", "common_name": 7, "key_bits": int64(math.MaxInt64), "max_path": int64(-9),
		"ca": "yes", "not_before": "2026-01-01", "not_after": time.Date(12026, 1, 1, 0, 0, 0, 0, time.UTC), "crl": many, "aia": "http://x",
		"names": []any{1, nil, "DNS:a", []any{"b"}, map[string]any{}}, "purposes": map[string]any{"a": "b"}, "serial": []any{"01"},
		"unknown": map[string]any{"a": []map[string]any{{"b": 1}}}, "sha1": nil, "key": "\xff\xfe",
	}
	c, ok := evidence.Certificate(model.Evidence{Kind: model.CertificateEvidence, Facts: facts})
	if !ok {
		t.Fatal("nothing could be read")
	}
	switch {
	case c.Role != "" || c.CommonName != "" || c.KeyBits != 0 || c.MaxPath != -1 || c.CA || !c.NotBefore.IsZero() || !c.NotAfter.IsZero():
		t.Errorf("what does not fit was taken: %+v", c)
	case len([]rune(c.Subject)) != evidence.MaxFactText || c.Issuer != "abc d":
		t.Errorf("texts are %q and %q", c.Subject, c.Issuer)
	case len(c.CRL) != evidence.MaxFactList || c.CRL[0] != "red" || c.AIA != nil || len(c.Names) != 1 || c.Purposes != nil || c.Serial != "":
		t.Errorf("lists are %q, %q, %q", c.CRL, c.Names, c.Purposes)
	}
	if e := evidence.New(model.CertificateEvidence, "a\x1b[2J\n"+long, "", evidencetest.Today, evidencetest.ClientCertificate()); len([]rune(e.File)) > evidence.MaxFactText || strings.ContainsAny(e.File, "\x1b\n") {
		t.Errorf("the name of a file is %q", e.File)
	}
}

// TestSecretsInNames: neither the name of a file nor that in a certificate brings a
// secret into a plan.
func TestSecretsInNames(t *testing.T) {
	if e := evidence.New(model.CertificateEvidence, "password HunterTwo1.cer", "", evidencetest.Today, nil); e.File != "password …" {
		t.Errorf("a file is called %s", e.File)
	}
	for _, secret := range []string{"Hun8Q~HunterTwo1abcdefghijklmnopqrstuvwxyz", "eyJHunterTwo1.e30.x", "-----BEGIN HunterTwo1 KEY-----"} {
		c := evidencetest.ClientCertificate()
		c.Subject = "CN=" + secret
		if e := evidence.New(model.CertificateEvidence, secret+".cer", "", evidencetest.Today, c); strings.Contains(fmt.Sprint(e), "HunterTwo1") {
			t.Errorf("%s: kept as %q, %v", secret, e.File, e.Facts["subject"])
		}
	}
}
