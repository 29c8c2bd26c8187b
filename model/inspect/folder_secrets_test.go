package inspect_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/asn1"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"math/big"
	"strings"
	"sync"
	"testing"
)

// registrationToken looks like a bulk registration token. Nobody signed it.
func registrationToken() string {
	encode := base64.RawURLEncoding.EncodeToString
	return encode([]byte(`{"typ":"JWT","alg":"RS256","x5t":"c2VjcmV0LWhlYWRlcg"}`)) + "." +
		encode([]byte(`{"Type":"BulkRegistration","TenantId":"aaaabbbb-0000-cccc-1111-dddd2222eeee",`+
			`"TokenId":"7d0c7b1e-3a64-4d5e-9f0f-0123456789ab","nbf":1795212000,"exp":1795816800}`)) + "." +
		encode(bytes.Repeat([]byte("no signature of anybody "), 12))
}

// A folderKey is a private key that was made for the tests, and is in no file
// of the repository.
type folderKey struct{ pkcs8, sec1 []byte }

var testKey = sync.OnceValue(func() folderKey {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		panic(err)
	}
	pkcs8, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		panic(err)
	}
	sec1, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		panic(err)
	}
	return folderKey{pkcs8, sec1}
})

// secretFiles hold private keys in every wrapping, most under names and labels
// that lie.
func secretFiles(t testing.TB) []folderFile {
	key := testKey()
	root := certificateFixture(t, "contoso/root.cer")
	bundle := append(pemBlock("CERTIFICATE", root), pemBlock("PRIVATE KEY", key.pkcs8)...)
	secrets := []folderFile{
		{name: "server.pfx", data: pfxShell()},
		{name: "root-ca.cer", data: pfxShell()},
		{name: "pfx.txt", data: pemBlock("CERTIFICATE", pfxShell())},
		{name: "key.cer", data: key.pkcs8},
		{name: "key.pem", data: pemBlock("PRIVATE KEY", key.pkcs8)},
		{name: "notes.txt", data: append([]byte("Keep this safe:\r\n\r\n"), pemBlock("EC PRIVATE KEY", key.sec1)...)},
		{name: "client.cer", data: pemBlock("CERTIFICATE", key.pkcs8)},
		{name: "old.der", data: key.sec1},
		{name: "rsa.crt", data: rsaShell()},
		{name: "rsa.pem", data: pemBlock("RSA PRIVATE KEY", rsaShell())},
		{name: "locked.pem", data: pemBlock("ENCRYPTED PRIVATE KEY", encryptedShell())},
		{name: "locked.bin", data: encryptedShell()},
		{name: "ssh", data: pemBlock("OPENSSH PRIVATE KEY", []byte("openssh-key-v1\x00none"))},
		{name: "bundle.crt", data: bundle},
		{name: "wide.cer", data: wideText(pemBlock("PRIVATE KEY", key.pkcs8))},
		{name: "dump.txt", data: []byte(hexText(key.pkcs8))},
		{name: "personal.sst", data: append([]byte("\x00\x00\x00\x00CERT"), key.pkcs8...)},
		{name: "mail.txt", data: bytes.ReplaceAll(append([]byte("Hello\n"), pemBlock("PRIVATE KEY", key.pkcs8)...), []byte("\n"), []byte("\n> "))},
		{name: "dashes.txt", data: bytes.ReplaceAll(pemBlock("PRIVATE KEY", key.pkcs8), []byte("-----"), []byte("—–-"))},
		{name: "key.json", data: []byte(`{"kty":"EC","x5c":["` + base64.StdEncoding.EncodeToString(key.pkcs8) + `"]}`)},
		{name: "certutil.txt", data: append(fixtureBytes(t, "testdata/stated/store.txt"), pemBlock("PRIVATE KEY", key.pkcs8)...)},
		{name: "state.txt", data: append(textFixture(t, "entra-joined.txt"), pemBlock("PRIVATE KEY", key.pkcs8)...)},
	}
	for i := range secrets {
		secrets[i].kinds = "secret"
	}
	return secrets
}

// hexText is data as xxd shows it, without its last column.
func hexText(data []byte) string {
	var out strings.Builder
	for i := 0; i < len(data); i += 16 {
		fmt.Fprintf(&out, "%08x: % x\n", i, data[i:min(i+16, len(data))])
	}
	return out.String()
}

func pemBlock(label string, data []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: label, Bytes: data})
}

// der encodes, or panics: the shells below are constant.
func der(value any) []byte {
	out, err := asn1.Marshal(value)
	if err != nil {
		panic(err)
	}
	return out
}

type shellAlgorithm struct {
	ID         asn1.ObjectIdentifier
	Parameters asn1.RawValue `asn1:"optional"`
}

type shellContent struct {
	ID      asn1.ObjectIdentifier
	Content []byte `asn1:"explicit,tag:0"`
}

// pfxShell is a PKCS#12 file from the outside: what is in it is noise.
func pfxShell() []byte {
	type mac struct {
		Digest struct {
			Algorithm shellAlgorithm
			Digest    []byte
		}
		Salt  []byte
		Count int
	}
	var m mac
	m.Digest.Algorithm.ID = asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 2, 1}
	m.Digest.Digest, m.Salt, m.Count = make([]byte, 32), make([]byte, 8), 2000
	return der(struct {
		Version int
		Safe    shellContent
		MAC     mac
	}{3, shellContent{asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 1}, bytes.Repeat([]byte{0x55}, 600)}, m})
}

// rsaShell has the form of an RSA private key (PKCS#1): its numbers are none.
func rsaShell() []byte {
	n := func(size int) *big.Int { return new(big.Int).SetBytes(bytes.Repeat([]byte{0x77}, size)) }
	return der(struct {
		Version               int
		N                     *big.Int
		E                     int
		D, P, Q, DP, DQ, QInv *big.Int
	}{0, n(256), 65537, n(256), n(128), n(128), n(128), n(128), n(128)})
}

// encryptedShell has the form of an encrypted private key (PKCS#8).
func encryptedShell() []byte {
	return der(struct {
		Algorithm shellAlgorithm
		Data      []byte
	}{
		shellAlgorithm{asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 5, 13}, asn1.RawValue{FullBytes: der(struct {
			KDF, Cipher shellAlgorithm
		}{
			shellAlgorithm{ID: asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 5, 12}},
			shellAlgorithm{ID: asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 1, 42}},
		})}},
		bytes.Repeat([]byte{0x55}, 160),
	})
}
