package certs

import (
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/hex"
	"math/big"
	"net"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/pki"
)

// TestFacts reads a certificate that crypto/x509 made, as AD CS makes them.
func TestFacts(t *testing.T) {
	upn := seq(oid(objectUPN), explicit(0, der(12, []byte("pc1$@contoso.com"))))
	alternative := seq(der(0x82, []byte("pc1.contoso.com")), der(0xa0, upn[2:]), der(0x87, []byte{10, 0, 0, 1}),
		der(0x81, []byte("it@contoso.com")), der(0x86, []byte("https://contoso.com/")), der(0xa4, named("Somebody")))
	template := &x509.Certificate{
		SerialNumber: big.NewInt(0xabc), NotBefore: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), NotAfter: time.Date(2051, 1, 2, 3, 4, 5, 0, time.UTC),
		RawSubject: seq(attribute("0.9.2342.19200300.100.1.25", 22, "com"), attribute("0.9.2342.19200300.100.1.25", 22, "contoso"),
			attribute("2.5.4.10", 19, "Contoso, Ltd."), attribute("2.5.4.11", 12, "Desks"), attribute("2.5.4.3", 12, "PC1")),
		KeyUsage:    x509.KeyUsageDigitalSignature | x509.KeyUsageKeyEncipherment,
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth, x509.ExtKeyUsageServerAuth}, UnknownExtKeyUsage: []asn1.ObjectIdentifier{{1, 2, 3}},
		SubjectKeyId: []byte{1, 2, 3}, AuthorityKeyId: []byte{4, 5, 6},
		CRLDistributionPoints: []string{"ldap:///CN=Root,CN=pki?certificateRevocationList?base", "http://pki.contoso.com/root.crl"},
		IssuingCertificateURL: []string{"http://pki.contoso.com/root.crt"}, OCSPServer: []string{"http://ocsp.contoso.com"},
		ExtraExtensions: []pkix.Extension{
			{Id: asn1.ObjectIdentifier{2, 5, 29, 17}, Value: alternative},
			{Id: asn1.ObjectIdentifier{1, 3, 6, 1, 4, 1, 311, 21, 7}, Value: seq(oid("1.3.6.1.4.1.311.21.8.1"), integer(100), integer(3))},
		},
	}
	parent := &x509.Certificate{Subject: pkix.Name{CommonName: "Root", Country: []string{"DE"}}, SubjectKeyId: []byte{4, 5, 6}}
	data := must(x509.CreateCertificate(rand.Reader, template, parent, &keyLarge().PublicKey, keyOne()))
	got := one(t, data).CertificateFacts
	parsed := must(x509.ParseCertificate(data))
	want := pki.CertificateFacts{
		Role: pki.ClientLeaf, Subject: `CN=PC1, OU=Desks, O="Contoso, Ltd.", DC=contoso, DC=com`, Issuer: "CN=Root, C=DE", CommonName: "PC1",
		SubjectID: sum(parsed.RawSubject), IssuerID: sum(parsed.RawIssuer), SHA256: sum(data), SHA1: sumOld(data), Serial: "0abc",
		Key: "RSA", KeyBits: 2048, KeyID: sum(parsed.RawSubjectPublicKeyInfo), Signature: "ECDSA with SHA-256", Hash: "SHA-256",
		NotBefore: template.NotBefore, NotAfter: template.NotAfter, MaxPath: -1,
		Purposes: []string{"Client Authentication", "Server Authentication", "1.2.3"}, KeyUsage: []string{"Digital Signature", "Key Encipherment"},
		Names:    []string{"DNS:pc1.contoso.com", "UPN:pc1$@contoso.com", "IP:10.0.0.1", "Email:it@contoso.com", "URI:https://contoso.com/", "DN:CN=Somebody"},
		Template: "1.3.6.1.4.1.311.21.8.1 (version 100.3)", CRL: template.CRLDistributionPoints, AIA: template.IssuingCertificateURL,
		SubjectKey: "010203", AuthorityKey: "040506",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func sum(data []byte) string    { s := sha256.Sum256(data); return hex.EncodeToString(s[:]) }
func sumOld(data []byte) string { s := sha1.Sum(data); return hex.EncodeToString(s[:]) }

func TestRoles(t *testing.T) {
	purpose := func(kinds ...string) []byte {
		var all [][]byte
		for _, kind := range kinds {
			all = append(all, oid(kind))
		}
		return ext(extPurposes, false, seq(all...))
	}
	const client, server, anything, code = "1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.1", "2.5.29.37.0", "1.3.6.1.5.5.7.3.3"
	tests := []struct {
		name    string
		subject string
		exts    [][]byte
		want    pki.CertificateRole
	}{
		{"a client", "PC1", [][]byte{purpose(client)}, pki.ClientLeaf},
		{"both, as public CAs issue them", "cmg", [][]byte{purpose(server, client)}, pki.ServerLeaf},
		{"both, from a template", "PC1", [][]byte{purpose(server, client), ext("1.3.6.1.4.1.311.20.2", false, der(30, []byte(bmp("Machine"))))}, pki.ClientLeaf},
		{"any purpose", "PC1", [][]byte{purpose(anything)}, pki.ClientLeaf},
		{"no purpose named", "PC1", nil, pki.ClientLeaf},
		{"a server", "cmg", [][]byte{purpose(server)}, pki.ServerLeaf},
		{"code signing", "x", [][]byte{purpose(code)}, pki.OtherLeaf},
		{"a root", "Root", [][]byte{isCA}, pki.RootCA},
		{"an intermediate", "Issuing", [][]byte{isCA}, pki.IntermediateCA},
		{"signed by itself", "Root", [][]byte{purpose(client)}, pki.ClientLeaf},
		{"a CA for servers", "Issuing", [][]byte{isCA, purpose(server)}, pki.IntermediateCA},
	}
	for _, test := range tests {
		got := one(t, newDraft(test.subject, "Root", keyOne(), keyOne(), test.exts...).make())
		if got.Role != test.want {
			t.Errorf("%s: %s", test.name, got.Role)
		}
	}
}

func TestVersionOneRootIsACA(t *testing.T) {
	d := newDraft("Root", "Root", keyOne(), keyOne())
	d.version = []byte{}
	if got := one(t, d.make()); got.Role != pki.RootCA || !got.CA || got.MaxPath != -1 {
		t.Errorf("%+v", got.CertificateFacts)
	}
}

func TestNamesOfAllStrings(t *testing.T) {
	name := seq(attribute("2.5.4.10", 30, bmp("Contoso Übung")), attribute("2.5.4.11", 20, "M\xfcller"), attribute("2.5.4.11", 20, "Jürgen"),
		attribute("2.5.4.7", 28, "\x00\x00\x00K\x00\x00\x00\xf6ln"[:8]), attribute("1.2.3.4", 22, "x"),
		set(seq(oid("2.5.4.3"), der(12, []byte("a"))), seq(oid("2.5.4.5"), der(19, []byte("7")))), attribute("2.5.4.3", 12, `say "hi"`))
	d := newDraft("", "Root", keyOne(), keyOne())
	d.subject = name
	got := one(t, d.make())
	const want = `CN="say ""hi""", CN=a + SERIALNUMBER=7, OID.1.2.3.4=x, L=Kö, OU=Jürgen, OU=Müller, O=Contoso Übung`
	if got.Subject != want || got.CommonName != `say "hi"` {
		t.Errorf("%s\n%s", got.Subject, got.CommonName)
	}
	d.subject = seq()
	if got := one(t, d.make()); got.Subject != "" || got.CommonName != "" {
		t.Errorf("of nobody: %+v", got.CertificateFacts)
	}
}

func TestOtherFacts(t *testing.T) {
	d := newDraft("Issuing", "Root", keyOne(), keyOne(),
		ext(extConstraints, true, seq(der(1, []byte{0xff}), integer(1))), ext(extTemplateName, false, der(30, []byte(bmp("SubCA")))),
		ext(extKeyUsage, true, der(3, []byte{1, 0x86})), ext(extSubjectKey, false, octets([]byte{0xaa})),
		ext(extCRL, false, seq(seq(explicit(0, explicit(0, der(0x86, []byte("http://a/1.crl")), der(0x86, []byte("http://b/1.crl"))))))),
		ext(extAccess, false, seq(seq(oid("1.3.6.1.5.5.7.48.1"), der(0x86, []byte("http://ocsp/"))), seq(oid(objectIssuers), der(0x86, []byte("ldap:///CN=Root"))))),
		ext(extNames, false, seq(der(0xa0, oid("1.2.3"), explicit(0, der(12, []byte("x")))), der(0x88, []byte{42, 3}), der(0x87, net.ParseIP("fe80::1")))))
	got := one(t, d.make())
	switch {
	case got.MaxPath != 1, got.Template != "SubCA", got.SubjectKey != "aa",
		!slices.Equal(got.KeyUsage, []string{"Digital Signature", "Certificate Signing", "CRL Signing"}),
		!slices.Equal(got.CRL, []string{"http://a/1.crl", "http://b/1.crl"}), !slices.Equal(got.AIA, []string{"ldap:///CN=Root"}),
		!slices.Equal(got.Names, []string{"Other:1.2.3", "OID:1.2.3", "IP:fe80::1"}), len(got.Oddities) > 0:
		t.Errorf("%+v", got.CertificateFacts)
	}
}

func TestKeysAndSignatures(t *testing.T) {
	ec := func(curve []byte, bits int) []byte {
		return seq(seq(oid(objectEC), curve), bitsOf(append([]byte{4}, make([]byte, bits/4)...)))
	}
	rsaKey := func(bits int, e ...byte) []byte {
		n := make([]byte, bits/8+1)
		n[1] = 0x80
		return seq(seq(oid(objectRSA), der(5)), bitsOf(seq(integer(n...), integer(e...))))
	}
	dsa := seq(seq(oid(objectDSA), seq(large(128), large(20), large(128))), bitsOf(large(128)))
	tests := []struct {
		name string
		key  []byte
		want string
		bits int
		odd  string
	}{
		{"RSA", spki(keyLarge()), "RSA", 2048, ""},
		{"RSA of odd length", rsaKey(3000, 1, 0, 1), "RSA", 3000, "its RSA key has 3000 bits, which is unusual"},
		{"RSA with odd exponent", rsaKey(2048, 35), "RSA", 2048, "the public exponent of its RSA key is unusual (23)"},
		{"RSA of 16384", rsaKey(16384, 1, 0, 1), "RSA", 16384, ""},
		{"RSA that cannot be read", seq(seq(oid(objectRSA)), bitsOf([]byte("x"))), "RSA", 0, "its RSA key cannot be read"},
		{"P-256", spki(keyOne()), "ECDSA P-256", 256, ""},
		{"P-384", spki(newEC(elliptic.P384())), "ECDSA P-384", 384, ""},
		{"brainpool", ec(oid("1.3.36.3.3.2.8.1.1.7"), 256), "ECDSA brainpoolP256r1", 256, "its key is on an unusual curve (brainpoolP256r1), whose signatures this program does not check"},
		{"unknown curve", ec(oid("1.2.3"), 256), "ECDSA 1.2.3", 256, "its key is on a curve that this program does not know (1.2.3)"},
		{"own curve", ec(seq(integer(1)), 256), "ECDSA", 256, "its key brings the parameters of its own curve"},
		{"DSA", dsa, "DSA", 1023, ""},
		{"Ed448", seq(seq(oid("1.3.101.113")), bitsOf(make([]byte, 57))), "Ed448", 456, ""},
		{"unknown", seq(seq(oid("1.2.3")), bitsOf(nil)), "1.2.3", 0, "its key is of a kind that this program does not know (1.2.3)"},
	}
	for _, test := range tests {
		d := newDraft("PC1", "Root", keyOne(), keyOne(), forClient)
		d.key = test.key
		got := one(t, d.make())
		if got.Key != test.want || got.KeyBits != test.bits || strings.Join(got.Oddities, "; ") != test.odd {
			t.Errorf("%s: %s, %d bits, %q", test.name, got.Key, got.KeyBits, got.Oddities)
		}
	}
	pss := seq(oid(objectPSS), seq(explicit(0, seq(oid("2.16.840.1.101.3.4.2.1")))))
	for algorithm, want := range map[string][2]string{
		string(rsaSHA1):                          {"SHA-1 with RSA", "SHA-1"},
		string(seq(oid("1.2.840.113549.1.1.4"))): {"MD5 with RSA", "MD5"},
		string(seq(oid("1.2.840.10045.4.3.3"))):  {"ECDSA with SHA-384", "SHA-384"},
		string(pss):                              {"RSASSA-PSS with SHA-256", "SHA-256"},
		string(seq(oid(objectPSS), seq())):       {"RSASSA-PSS with SHA-1", "SHA-1"},
		string(seq(oid(objectSpecified), seq(oid("2.16.840.1.101.3.4.2.3")))): {"ECDSA with SHA-512", "SHA-512"},
		string(seq(oid("1.3.101.112"))):                                       {"Ed25519", ""},
		string(seq(oid("1.2.3"))):                                             {"1.2.3", ""},
	} {
		d := newDraft("PC1", "Root", keyOne(), nil, forClient)
		d.algorithm = []byte(algorithm)
		if got := one(t, d.make()); got.Signature != want[0] || got.Hash != want[1] || len(got.Oddities) > 0 {
			t.Errorf("%s, %s, %q, want %s", got.Signature, got.Hash, got.Oddities, want)
		}
	}
}

func TestOddities(t *testing.T) {
	key := ext(extAuthorityKey, true, seq(der(0x80, []byte{1})))
	tests := []struct {
		name   string
		change func(*draft)
		want   string
	}{
		{"none", func(d *draft) {}, ""},
		{"negative serial", func(d *draft) { d.serial = integer(0xff, 0x01) }, "its serial number is negative"},
		{"zero serial", func(d *draft) { d.serial = integer(0) }, "its serial number is zero"},
		{"long serial", func(d *draft) { d.serial = large(21) }, "its serial number is longer than 20 bytes"},
		{"critical AKI", func(d *draft) { d.extensions = append(d.extensions, key) }, "its authority key identifier is marked critical"},
		{"unknown critical", func(d *draft) { d.extensions = append(d.extensions, ext("1.2.3.4", true, integer(1))) },
			"it has a critical extension that this program does not know (1.2.3.4)"},
		{"unknown", func(d *draft) { d.extensions = append(d.extensions, ext("1.2.3.4", false, integer(1))) }, ""},
		{"two of one kind", func(d *draft) { d.extensions = append(d.extensions, forServer) }, "it has the extension extended key usage twice, of which the first counts"},
		{"version 1", func(d *draft) { d.version, d.extensions = []byte{}, nil }, "it is of version 1, which has no extensions: it cannot say what it may be used for"},
		{"version 7", func(d *draft) { d.version = explicit(0, integer(6)) }, "it is of a version that does not exist"},
		{"dates turned round", func(d *draft) { d.begin, d.end = d.end, d.begin }, "it ends before it begins"},
		{"no end", func(d *draft) { d.end = der(24, []byte("99991231235959Z")) }, "it has no end: it is valid until the year 9999"},
		{"old", func(d *draft) { d.begin = der(24, []byte("19010101000000Z")) }, "it begins before 1950"},
		{"two algorithms", func(d *draft) { d.inner = rsaSHA256 }, "it names two signature algorithms, ECDSA with SHA-256 and SHA-256 with RSA"},
		{"more in it", func(d *draft) { d.after = integer(1) }, "it has 3 bytes after its signature"},
		{"hidden characters", func(d *draft) { d.subject = named("PC\u202e1\x1b[31m") }, "its subject had characters that are not shown, which were removed"},
		{"a name that breaks off", func(d *draft) { d.subject = seq(attribute("2.5.4.3", 12, "PC1"), []byte{0x31, 9}) }, "its subject cannot be read to its end"},
		{"names that break off", func(d *draft) { d.extensions = append(d.extensions, ext(extNames, false, seq([]byte{0x82, 9}))) }, "its subject alternative name cannot be read"},
		{"itself", func(d *draft) { d.issuer = d.subject }, "it signed itself"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := newDraft("PC1", "Root", keyTwo(), keyOne(), forClient)
			test.change(&d)
			got := one(t, d.make())
			if strings.Join(got.Oddities, "; ") != test.want {
				t.Errorf("%q", got.Oddities)
			}
			if got.Role != pki.ClientLeaf || got.CommonName != "PC1" && test.name != "a name" {
				t.Errorf("%s %q", got.Role, got.CommonName)
			}
		})
	}
}

func TestTrailingBytesAreTold(t *testing.T) {
	for after, want := range map[string]string{"\n": "1 byte follows it in the file", "\r\n": "2 bytes follow it in the file"} {
		if got := one(t, append(leaf(), after...)); !slices.Equal(got.Oddities, []string{want}) {
			t.Errorf("%q", got.Oddities)
		}
	}
}

func TestSerials(t *testing.T) {
	for content, want := range map[string]string{
		"\x00": "00", "\x01": "01", "\x00\xff": "ff", "\x0a\xbc": "0abc", "\xff": "-01", "\x80": "-80", "\xff\x01": "-ff", "": "00",
		strings.Repeat("\x11", 4000): strings.Repeat("11", maxText/4),
	} {
		if got := serial([]byte(content)); got != want {
			t.Errorf("%x: %s, want %s", content, got, want)
		}
	}
}

func TestInstants(t *testing.T) {
	for _, test := range []struct {
		tag  byte
		text string
		want string
	}{
		{23, "260102030405Z", "2026-01-02 03:04:05"}, {23, "2601020304Z", "2026-01-02 03:04:00"}, {23, "490101000000Z", "2049-01-01 00:00:00"},
		{23, "500101000000Z", "1950-01-01 00:00:00"}, {23, "260102030405+0200", "2026-01-02 01:04:05"}, {24, "20260102030405.5Z", "2026-01-02 03:04:05"},
		{24, "99991231235959-0100", ""}, {24, "never", ""}, {2, "260102030405Z", ""},
	} {
		v, _ := (&walker{left: 1}).only(der(test.tag, []byte(test.text)))
		at, err := instant(v)
		if (err == nil) != (test.want != "") || err == nil && at.Format(time.DateTime) != test.want {
			t.Errorf("%s: %v, %v", test.text, at, err)
		}
	}
}

func TestBoundsOfFacts(t *testing.T) {
	var parts, names [][]byte
	for range 1000 {
		parts = append(parts, attribute("2.5.4.11", 12, strings.Repeat("ü", 900)))
		names = append(names, der(0x82, []byte("a"+big.NewInt(int64(len(names))).String()+strings.Repeat("x", 900))))
	}
	d := newDraft("PC1", "Root", keyTwo(), keyOne(), forClient, ext(extNames, false, seq(names...)))
	d.subject = seq(parts...)
	got := one(t, d.make())
	checkBounds(t, got)
	if len(got.Names) != maxList || !slices.Contains(got.Oddities, "it has more alternative names than the 64 that are kept") {
		t.Errorf("%d names, %q", len(got.Names), got.Oddities)
	}
}

// checkBounds checks that every text is clean and every length bounded.
func checkBounds(t *testing.T, c *Certificate) {
	t.Helper()
	facts := reflect.ValueOf(c.CertificateFacts)
	for i := range facts.NumField() {
		switch field := facts.Field(i).Interface().(type) {
		case string:
			checkText(t, field)
		case []string:
			if len(field) > maxList {
				t.Errorf("%s has %d entries", facts.Type().Field(i).Name, len(field))
			}
			for _, text := range field {
				checkText(t, text)
			}
		}
	}
	for _, at := range []time.Time{c.NotBefore, c.NotAfter} {
		if _, err := at.MarshalJSON(); err != nil {
			t.Error(err)
		}
	}
}

func checkText(t *testing.T, text string) {
	t.Helper()
	if model.Clean(text) != text || len([]rune(text)) > maxText {
		t.Errorf("%d runes, or not clean: %q", len([]rune(text)), text)
	}
}
