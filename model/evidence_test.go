package model

import (
	"math"
	"reflect"
	"strings"
	"testing"
	"time"
)

// The day of the tests, and days around it.
var (
	today     = date("2026-11-22")
	lastYear  = date("2025-11-22")
	nextYear  = date("2027-11-22")
	nextMonth = date("2026-12-12")
	lastMonth = date("2026-10-12")
)

func date(day string) time.Time {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	return t
}

const tenant = "aaaabbbb-0000-cccc-1111-dddd2222eeee"

// certified is a certificate whose names and keys go by one name.
func certified(role CertificateRole, name, issuer string) CertificateFacts {
	return CertificateFacts{
		Role: role, Subject: "CN=" + name, Issuer: "CN=" + issuer, CommonName: name,
		SubjectID: "name of " + name, IssuerID: "name of " + issuer, SHA1: "1 of " + name, SHA256: "256 of " + name, Serial: "01",
		Key: "RSA", KeyBits: 2048, KeyID: "key of " + name, Signature: "SHA-256 with RSA", Hash: "SHA-256",
		NotBefore: lastYear, NotAfter: nextYear, MaxPath: -1,
		SubjectKey: "ski of " + name, AuthorityKey: "ski of " + issuer, SignedBy: []string{"key of " + issuer},
		CRL: []string{"http://crl.contoso.com/" + strings.ReplaceAll(issuer, " ", "") + ".crl"},
	}
}

func rootCA() CertificateFacts {
	c := certified(RootCA, "Contoso Root CA", "Contoso Root CA")
	c.CA, c.SelfIssued, c.CRL = true, true, nil
	c.KeyUsage = []string{"Certificate Signing"}
	return c
}

func issuingCA() CertificateFacts {
	c := certified(IntermediateCA, "Contoso Issuing CA", "Contoso Root CA")
	c.CA, c.MaxPath = true, 0
	c.KeyUsage = []string{"Certificate Signing"}
	return c
}

func clientCertificate() CertificateFacts {
	c := certified(ClientLeaf, "pc1.contoso.com", "Contoso Issuing CA")
	c.Purposes, c.KeyUsage = []string{ClientAuthentication}, []string{"Digital Signature", "Key Encipherment"}
	c.Names, c.Template = []string{"DNS:pc1.contoso.com"}, "Workstation"
	return c
}

func serverCertificate(name string) CertificateFacts {
	c := certified(ServerLeaf, name, "Contoso Issuing CA")
	c.Purposes, c.Names = []string{ServerAuthentication}, []string{"DNS:" + name}
	return c
}

func joinedDevice() DeviceFacts {
	return DeviceFacts{
		EntraJoined: Yes, EnterpriseJoined: No, DomainJoined: Yes, DeviceID: "bbbbaaaa-0000-cccc-1111-dddd2222eeee", Authentication: "SUCCESS",
		CertificateFrom: lastYear, CertificateUntil: nextYear, TenantID: tenant, TenantName: "Contoso",
	}
}

func bulkToken() TokenFacts {
	return TokenFacts{Type: "BulkRegistration", TenantID: tenant, NotBefore: today.Add(-24 * time.Hour), Expires: today.Add(48 * time.Hour)}
}

// seen is evidence of facts, in a file of its own.
func seen(file string, facts any) Evidence {
	kind := CertificateEvidence
	switch f := facts.(type) {
	case CertificateFacts:
		if f.Role == ServerLeaf {
			kind = ServerCertificateEvidence
		}
	case DeviceFacts:
		kind = DeviceStateEvidence
	case TokenFacts:
		kind = TokenEvidence
	}
	return NewEvidence(kind, file, "bytes of "+file, today, facts)
}

// changed changes a copy of facts.
func changed[T any](facts T, change func(*T)) T {
	change(&facts)
	return facts
}

func TestFactsComeBack(t *testing.T) {
	client, root, device, token := clientCertificate(), rootCA(), joinedDevice(), bulkToken()
	if got, ok := seen("a", client).Certificate(); !ok || !reflect.DeepEqual(got, client) {
		t.Errorf("the client certificate came back as\n%+v, was\n%+v", got, client)
	}
	if got, ok := seen("a", root).Certificate(); !ok || !reflect.DeepEqual(got, root) {
		t.Errorf("the root CA came back as\n%+v, was\n%+v", got, root)
	}
	if got, ok := seen("a", device).Device(); !ok || !reflect.DeepEqual(got, device) {
		t.Errorf("the device came back as\n%+v, was\n%+v", got, device)
	}
	if got, ok := seen("a", token).Token(); !ok || !reflect.DeepEqual(got, token) {
		t.Errorf("the token came back as\n%+v, was\n%+v", got, token)
	}
}

func TestFactsLeaveOutWhatIsEmpty(t *testing.T) {
	if table := factTable(CertificateFacts{MaxPath: -1}); len(table) > 0 {
		t.Errorf("facts of nothing: %v", table)
	}
	for path, want := range map[int]any{-1: nil, 0: int64(0), 3: int64(3)} {
		if got := factTable(CertificateFacts{MaxPath: path})["max_path"]; got != want {
			t.Errorf("a path of %d is kept as %v, want %v", path, got, want)
		}
		if c, _ := seen("a", CertificateFacts{Subject: "CN=a", MaxPath: path}).Certificate(); c.MaxPath != path {
			t.Errorf("a path of %d came back as %d", path, c.MaxPath)
		}
	}
}

// TestEveryFactIsKept fills each field of each struct in turn.
func TestEveryFactIsKept(t *testing.T) {
	for _, facts := range []any{CertificateFacts{}, DeviceFacts{}, TokenFacts{}} {
		whole := reflect.New(reflect.TypeOf(facts)).Elem()
		for i := range whole.NumField() {
			fillFact(whole.Field(i))
		}
		table := factTable(whole.Interface())
		if len(table) != whole.NumField() {
			t.Errorf("%T: %d of %d facts are kept: %v", facts, len(table), whole.NumField(), table)
		}
		back := reflect.New(reflect.TypeOf(facts)).Elem()
		if !readFacts(table, back) || !reflect.DeepEqual(back.Interface(), whole.Interface()) {
			t.Errorf("%T came back as\n%+v, was\n%+v", facts, back, whole)
		}
	}
}

func fillFact(field reflect.Value) {
	switch v := field.Interface().(type) {
	case time.Time:
		field.Set(reflect.ValueOf(today))
	case []string:
		field.Set(reflect.ValueOf([]string{"one", "two"}))
	case vocabulary:
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
	for _, e := range []Evidence{
		{}, {Kind: CertificateEvidence}, {Kind: DeviceStateEvidence}, {Kind: TokenEvidence},
		{Kind: "rumour", Facts: factTable(clientCertificate())},
		{Kind: TokenEvidence, Facts: map[string]any{}}, {Kind: DeviceStateEvidence, Facts: map[string]any{"nothing": "known"}},
	} {
		_, certificate := e.Certificate()
		_, device := e.Device()
		_, token := e.Token()
		if certificate || device || token {
			t.Errorf("%+v holds facts: %v %v %v", e, certificate, device, token)
		}
	}
	if _, ok := seen("a", joinedDevice()).Certificate(); ok {
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
	c, ok := Evidence{Kind: CertificateEvidence, Facts: facts}.Certificate()
	if !ok {
		t.Fatal("nothing could be read")
	}
	switch {
	case c.Role != "" || c.CommonName != "" || c.KeyBits != 0 || c.MaxPath != -1 || c.CA || !c.NotBefore.IsZero() || !c.NotAfter.IsZero():
		t.Errorf("what does not fit was taken: %+v", c)
	case len([]rune(c.Subject)) != maxFactText || c.Issuer != "abc d":
		t.Errorf("texts are %q and %q", c.Subject, c.Issuer)
	case len(c.CRL) != maxFactList || c.CRL[0] != "red" || c.AIA != nil || len(c.Names) != 1 || c.Purposes != nil || c.Serial != "":
		t.Errorf("lists are %q, %q, %q", c.CRL, c.Names, c.Purposes)
	}
	if e := NewEvidence(CertificateEvidence, "a\x1b[2J\n"+long, "", today, clientCertificate()); len([]rune(e.File)) > maxFactText || strings.ContainsAny(e.File, "\x1b\n") {
		t.Errorf("the name of a file is %q", e.File)
	}
}

// TestHostileEvidenceIsJudged: no facts make a rule, a comparison, an expiry or
// an addition fail.
func TestHostileEvidenceIsJudged(t *testing.T) {
	values := []any{nil, "", "client", "CN=\x1b[2J", int64(-1), math.NaN(), true, today, []any{"a", 1}, []any{}, map[string]any{"a": 1}, strings.Repeat("x", 5000)}
	keys := []string{}
	for _, facts := range []any{CertificateFacts{}, DeviceFacts{}, TokenFacts{}} {
		for i := range reflect.TypeOf(facts).NumField() {
			key, _, _ := strings.Cut(reflect.TypeOf(facts).Field(i).Tag.Get("json"), ",")
			keys = append(keys, key)
		}
	}
	for n, value := range values {
		p := goodPlan()
		p.At = today
		for k, kind := range []EvidenceKind{CertificateEvidence, ServerCertificateEvidence, DeviceStateEvidence, TokenEvidence} {
			facts := map[string]any{"role": "client", "entra_joined": "yes", "type": "x"}
			for i, key := range keys {
				if i%3 != (n+k)%3 {
					facts[key] = value
				}
			}
			p.Evidence = append(p.Evidence, Evidence{Kind: kind, File: "\x1b[2J.cer", Facts: facts})
		}
		for _, f := range p.Judged() {
			if Clean(f.Detail) != f.Detail || Clean(p.Called(f.Subject)) != p.Called(f.Subject) {
				t.Errorf("value %d: %s says %q about %q", n, f.Rule, f.Detail, p.Called(f.Subject))
			}
		}
		p.Expiries()
		a := (&Plan{}).Consider(p.Evidence)
		after := p.Take(a, []string{"pki.key_bits"})
		Diff(*p, after)
	}
}
