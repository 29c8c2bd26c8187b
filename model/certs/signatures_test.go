package certs

import (
	"bytes"
	"crypto"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"
)

// heap reads certificates, checks their signatures, and gives them by name.
func heap(t *testing.T, files ...[]byte) []*Certificate {
	t.Helper()
	var all []*Certificate
	for _, file := range files {
		all = append(all, read(t, file).Certificates...)
	}
	CheckSignatures(all)
	return all
}

func TestSignatures(t *testing.T) {
	rebuilt := newDraft("Root", "Root", keyTwo(), keyTwo(), isCA).make()
	stranger := newDraft("Other", "Other", keyOne(), keyOne(), isCA).make()
	all := heap(t, leaf(), ca(), rebuilt, stranger)
	pc, root, second := all[0], all[1], all[2]
	want := func(c *Certificate, signed, not []string) {
		t.Helper()
		if !slices.Equal(c.SignedBy, signed) || !slices.Equal(c.NotSignedBy, not) {
			t.Errorf("%s: signed by %v, not by %v, want %v, %v", c.Subject, c.SignedBy, c.NotSignedBy, signed, not)
		}
	}
	want(pc, []string{root.KeyID}, []string{second.KeyID})
	want(root, []string{root.KeyID}, []string{second.KeyID})
	want(second, []string{second.KeyID}, []string{root.KeyID})
	want(all[3], []string{root.KeyID}, nil)
}

// A renewed CA with the same key is one key.
func TestRenewedKeyIsCheckedOnce(t *testing.T) {
	renewed := newDraft("Root", "Root", keyOne(), keyOne(), isCA)
	renewed.serial = integer(2)
	all := heap(t, leaf(), ca(), renewed.make())
	if !slices.Equal(all[0].SignedBy, []string{all[1].KeyID}) {
		t.Errorf("signed by %v", all[0].SignedBy)
	}
}

func TestDuplicatesAreAlike(t *testing.T) {
	pc := leaf()
	all := heap(t, pc, ca(), append(pc, '\n'))
	if !slices.Equal(all[0].SignedBy, all[2].SignedBy) || len(all[2].SignedBy) != 1 || len(all[0].Oddities) != 0 {
		t.Errorf("%v and %v, %q", all[0].SignedBy, all[2].SignedBy, all[0].Oddities)
	}
	CheckSignatures(all)
	if len(all[0].SignedBy) != 1 || len(all[1].SignedBy) != 1 {
		t.Error("checked twice is not as checked once")
	}
}

func TestSelfSignedLeaf(t *testing.T) {
	all := heap(t, newDraft("SMS", "SMS", keyOne(), keyOne(), forServer).make())
	if !slices.Equal(all[0].SignedBy, []string{all[0].KeyID}) {
		t.Errorf("signed by %v, %q", all[0].SignedBy, all[0].Oddities)
	}
}

// A server certificate is no CA, whatever its name.
func TestOnlyCAsSign(t *testing.T) {
	all := heap(t, leaf(), newDraft("Root", "Root", keyOne(), keyOne(), forServer).make())
	if all[0].SignedBy != nil || all[0].NotSignedBy != nil {
		t.Errorf("%v, %v", all[0].SignedBy, all[0].NotSignedBy)
	}
}

func TestAlgorithms(t *testing.T) {
	_, ed, _ := ed25519.GenerateKey(rand.Reader)
	for _, test := range []struct {
		name      string
		key       crypto.Signer
		algorithm x509.SignatureAlgorithm
	}{
		{"RSA", keyLarge(), x509.SHA256WithRSA}, {"RSA 384", keyLarge(), x509.SHA384WithRSA}, {"RSA 512", keyLarge(), x509.SHA512WithRSA},
		{"PSS", keyLarge(), x509.SHA256WithRSAPSS}, {"PSS 512", keyLarge(), x509.SHA512WithRSAPSS},
		{"P-256", keyOne(), x509.ECDSAWithSHA256}, {"P-384", newEC(elliptic.P384()), x509.ECDSAWithSHA384},
		{"P-521", newEC(elliptic.P521()), x509.ECDSAWithSHA512}, {"Ed25519", ed, x509.PureEd25519},
	} {
		template := &x509.Certificate{SerialNumber: big.NewInt(1), SignatureAlgorithm: test.algorithm, BasicConstraintsValid: true, IsCA: true, NotAfter: time.Unix(1<<32, 0)}
		good := must(x509.CreateCertificate(rand.Reader, template, template, test.key.Public(), test.key))
		all := heap(t, good)
		if len(all[0].SignedBy) != 1 || all[0].NotSignedBy != nil {
			t.Errorf("%s: %v, %v, %q", test.name, all[0].SignedBy, all[0].NotSignedBy, all[0].Oddities)
		}
		good[len(good)-1] ^= 1
		if bad := heap(t, good); bad[0].SignedBy != nil || len(bad[0].NotSignedBy) != 1 {
			t.Errorf("%s, broken: %v, %v, %q", test.name, bad[0].SignedBy, bad[0].NotSignedBy, bad[0].Oddities)
		}
	}
}

func TestWeakSignatureIsRecognized(t *testing.T) {
	d := newDraft("Old", "Old", keyLarge(), keyLarge(), isCA)
	d.algorithm = rsaSHA1
	if got := heap(t, d.make())[0]; len(got.SignedBy) != 1 || got.Hash != "SHA-1" {
		t.Errorf("%v, %q", got.SignedBy, got.Oddities)
	}
}

// rsaOf is a key with a modulus of so many bits that nobody made a pair for.
func rsaOf(bits int, exponent ...byte) []byte {
	n := make([]byte, bits/8+1)
	n[1], n[bits/8], n[9] = 0x80, 1, byte(bits)
	return seq(seq(oid(objectRSA), der(5)), bitsOf(seq(integer(n...), integer(exponent...))))
}

func TestNotChecked(t *testing.T) {
	tests := []struct {
		name      string
		key       []byte
		algorithm []byte
		want      string
	}{
		{"too large", rsaOf(16392, 1, 0, 1), rsaSHA256, "the key of its issuer is too large (16392 bits)"},
		{"too small", rsaOf(512, 1, 0, 1), rsaSHA256, "the key of its issuer is too small (512 bits)"},
		{"even exponent", rsaOf(2048, 1, 0, 2), rsaSHA256, "this program cannot read it, or not the key of its issuer"},
		{"exponent without end", rsaOf(2048, 1, 0, 0, 0, 0, 0, 1), rsaSHA256, "this program cannot read it, or not the key of its issuer"},
		{"no key", seq(seq(oid("1.2.3")), bitsOf(nil)), ecdsaSHA256, "this program cannot read it, or not the key of its issuer"},
		{"unknown algorithm", spki(keyOne()), seq(oid("1.2.3")), "this program does not know its algorithm (1.2.3)"},
		{"PSS with an unknown hash", spki(keyLarge()), seq(oid(objectPSS), seq(explicit(0, seq(oid("1.2.3"))))), "this program does not know its algorithm (RSASSA-PSS)"},
	}
	for _, test := range tests {
		d := newDraft("Root", "Root", keyOne(), nil, isCA)
		d.key, d.algorithm = test.key, test.algorithm
		got := heap(t, d.make())[0]
		if got.SignedBy != nil || got.NotSignedBy != nil || !slices.Contains(got.Oddities, "its signature was not checked: "+test.want) {
			t.Errorf("%s: %v, %v, %q", test.name, got.SignedBy, got.NotSignedBy, got.Oddities)
		}
	}
}

// A heap of large keys of one name ends at once, and the small keys of it are
// checked all the same.
func TestWorkIsBounded(t *testing.T) {
	var files [][]byte
	for i := range 200 {
		d := newDraft("Root", "Root", keyOne(), nil, isCA)
		d.serial, d.key, d.algorithm = integer(1, byte(i)), rsaOf(16384-8*i, 0x7f, 0xff, 0xff, 0xff), rsaSHA256
		d.signature = bytes.Repeat([]byte{0x5a}, 2048-i)
		files = append(files, d.make())
	}
	files = append(files, newDraft("Other", "Other", keyOne(), keyOne(), isCA).make())
	all := heapOf(t, files)
	CheckSignatures(all)
	if len(all[200].SignedBy) != 1 {
		t.Error("the small key was not checked")
	}
	if words := strings.Join(all[0].Oddities, "; "); !strings.Contains(words, "there are too many") || !strings.Contains(words, "32 of the CAs") {
		t.Error(words)
	}
}

func heapOf(t *testing.T, files [][]byte) (all []*Certificate) {
	t.Helper()
	for _, file := range files {
		all = append(all, one(t, file))
	}
	return all
}

// Among more CAs of one name than are checked, those whose key identifier a
// certificate names come first.
func TestNamedIssuerIsCheckedFirst(t *testing.T) {
	var files [][]byte
	for i := range 40 {
		d := newDraft("Root", "Root", keyTwo(), nil, isCA, ext(extSubjectKey, false, octets([]byte{byte(i)})))
		d.key = seq(seq(oid(objectEC), oid("1.2.840.10045.3.1.7")), bitsOf([]byte{4, byte(i)}))
		files = append(files, d.make())
	}
	files = append(files, newDraft("Root", "Root", keyOne(), keyOne(), isCA, ext(extSubjectKey, false, octets([]byte{99}))).make(),
		newDraft("PC1", "Root", keyTwo(), keyOne(), ext(extAuthorityKey, false, seq(der(0x80, []byte{99})))).make())
	all := heapOf(t, files)
	CheckSignatures(all)
	if pc := all[41]; !slices.Equal(pc.SignedBy, []string{all[40].KeyID}) {
		t.Errorf("signed by %v, %q", pc.SignedBy, pc.Oddities)
	}
}

func BenchmarkCheckSignatures(b *testing.B) {
	var all []*Certificate
	for _, data := range [][]byte{leaf(), ca()} {
		contents, _, _ := readAny(data)
		all = append(all, contents.Certificates...)
	}
	for b.Loop() {
		CheckSignatures(all)
	}
}
