package certs

import (
	"bytes"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/pem"
	mathrand "math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"fmt"
)

// must is a value that cannot fail to be made.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func large(n int) []byte { return der(2, bytes.Repeat([]byte{0x5a}, n)) }

// A secret is something private in its own encoding.
type secret struct {
	name string
	data []byte
	want string
}

// secrets are the private things that are made of bytes.
func secrets() []secret {
	_, ed, _ := ed25519.GenerateKey(rand.Reader)
	rsa := keyLarge()
	pbes := seq(oid("1.2.840.113549.1.5.13"), seq(seq(oid("1.2.840.113549.1.5.12"), seq(octets([]byte("salt")), integer(8))), seq(oid("2.16.840.1.101.3.4.1.42"))))
	store := seq(integer(3), seq(oid("1.2.840.113549.1.7.1"), explicit(0, octets(make([]byte, 900)))), seq())
	openStore := open(0x30, integer(3), open(0x30, oid("1.2.840.113549.1.7.1"), open(0xa0, open(0x24, octets(make([]byte, 900))))))
	return []secret{
		{"PKCS#1", x509.MarshalPKCS1PrivateKey(rsa), keyRSA},
		{"PKCS#8 of RSA", must(x509.MarshalPKCS8PrivateKey(rsa)), keyPKCS8},
		{"SEC1", must(x509.MarshalECPrivateKey(keyOne())), keyEC},
		{"SEC1 of P-521", must(x509.MarshalECPrivateKey(newEC(elliptic.P521()))), keyEC},
		{"PKCS#8 of EC", must(x509.MarshalPKCS8PrivateKey(keyOne())), keyPKCS8},
		{"PKCS#8 of Ed25519", must(x509.MarshalPKCS8PrivateKey(ed)), keyPKCS8},
		{"DSA", seq(integer(0), large(128), large(20), large(128), large(128), large(20)), keyDSA},
		{"PKCS#8 in BER", open(0x30, integer(0), open(0x30, oid(objectRSA), der(5)), open(0x24, octets(make([]byte, 300)))), keyPKCS8},
		{"encrypted PKCS#8", seq(pbes, octets(make([]byte, 300))), keyEncrypted},
		{"encrypted PKCS#8 of old", seq(seq(oid("1.2.840.113549.1.12.1.3"), seq(octets([]byte("salt")), integer(8))), octets(make([]byte, 300))), keyEncrypted},
		{"PFX", store, pfx},
		{"PFX in BER", openStore, pfx},
		{"PFX that is signed", seq(integer(3), seq(oid(objectSigned), explicit(0, seq(make([]byte, 300))))), pfx},
		{"PFX in PKCS#7", seq(oid("1.2.840.113549.1.7.1"), explicit(0, octets(store))), pfx},
		{"PFX in PKCS#7 in BER", open(0x30, oid("1.2.840.113549.1.7.1"), open(0xa0, open(0x24, octets(store[:400]), octets(store[400:])))), pfx},
		{"bags of a PFX", seq(seq(oid("1.2.840.113549.1.12.10.1.2"), explicit(0, octets(make([]byte, 90))))), pfx},
		{"OpenSSH", append([]byte("openssh-key-v1\x00"), make([]byte, 100)...), keyOpenSSH},
		{"PVK", append([]byte("\x1e\xf1\xb5\xb0\x00\x00\x00\x00\x01\x00\x00\x00"), make([]byte, 100)...), keyPVK},
		{"JKS", append([]byte("\xfe\xed\xfe\xed\x00\x00\x00\x02"), make([]byte, 100)...), javaStore},
		{"JCEKS", append([]byte("\xce\xce\xce\xce\x00\x00\x00\x02"), make([]byte, 100)...), javaStore},
		{"CryptoAPI", append([]byte("\x07\x02\x00\x00\x00\xa4\x00\x00RSA2\x00\x08\x00\x00"), make([]byte, 100)...), keyCAPI},
		{"CNG of RSA", append([]byte("RSA3\x00\x08\x00\x00\x03\x00\x00\x00\x00\x01\x00\x00\x80\x00\x00\x00\x80\x00\x00\x00"), make([]byte, 100)...), keyCNG},
		{"CNG of EC", append([]byte("ECS2\x20\x00\x00\x00"), make([]byte, 96)...), keyCNG},
	}
}

// A wrapper writes bytes in another way.
type wrapper struct {
	name string
	wrap func([]byte) []byte
}

func wrappers() []wrapper {
	as := func(format string) func([]byte) []byte {
		return func(data []byte) []byte { return []byte(fmt.Sprintf(format, base64Of(data))) }
	}
	return []wrapper{
		{"bare", bytes.Clone},
		{"after a certificate", func(d []byte) []byte { return append(leaf(), d...) }},
		{"after a certificate and a line break", func(d []byte) []byte { return append(append(leaf(), '\n'), d...) }},
		{"PEM labelled CERTIFICATE", func(d []byte) []byte { return pemOf("CERTIFICATE", d) }},
		{"PEM before a certificate", func(d []byte) []byte { return append(pemOf("KEY", d), pemOf("CERTIFICATE", leaf())...) }},
		{"PEM after a certificate", func(d []byte) []byte { return append(pemOf("CERTIFICATE", leaf()), pemOf("X", d)...) }},
		{"PEM with CRLF and indented", func(d []byte) []byte { return bytes.ReplaceAll(pemOf("PKCS7", d), []byte("\n"), []byte("\r\n   ")) }},
		{"Base64", as("%s")},
		{"Base64 in lines", func(d []byte) []byte { return []byte(lines(base64Of(d), "\r\n")) }},
		{"Base64 in PowerShell", func(d []byte) []byte {
			return []byte("$name = 'CMG'\r\n$pfx = @\"\r\n" + lines(base64Of(d), "\r\n") + "\"@\r\n[IO.File]::WriteAllBytes($path, $bytes)\r\n")
		}},
		{"Base64 in pieces of a script", func(d []byte) []byte { return []byte("key = \"" + lines(base64Of(d), "\" + \\\n  \"") + "\"\n") }},
		{"Base64 in XML", as("<?xml version=\"1.0\"?><pfx><data>%s</data><password>x</password></pfx>")},
		{"Base64 in XML lines", func(d []byte) []byte { return []byte("<data>" + lines(base64Of(d), "&#xD;\n  ") + "</data>") }},
		{"Base64 in JSON", as("{\"properties\": {\"data\": \"%s\", \"password\": \"x\"}}")},
		{"Base64 in JSON of .NET", func(d []byte) []byte {
			return []byte(`{"data":"` + strings.NewReplacer("+", `\u002B`, "/", `\/`).Replace(base64Of(d)) + `"}`)
		}},
		{"Base64 in JSON lines", func(d []byte) []byte { return []byte(`{"data":"` + lines(base64Of(d), `\r\n`) + `"}`) }},
		{"Base64 in JSON in JSON", func(d []byte) []byte { return []byte(`{"data":"{\"data\":\"` + lines(base64Of(d), `\\n`) + `\"}"}`) }},
		{"Base64 in an address", func(d []byte) []byte {
			return []byte("https://x/?pfx=" + strings.NewReplacer("+", "%2B", "/", "%2f").Replace(base64Of(d)))
		}},
		{"Base64 for addresses", func(d []byte) []byte { return []byte("data:" + base64.RawURLEncoding.EncodeToString(d)) }},
		{"Base64 of PEM", func(d []byte) []byte { return []byte("tls.key: " + base64Of(pemOf("CERTIFICATE", d))) }},
		{"Base64 of a script of 16 bits", func(d []byte) []byte {
			return []byte("powershell -EncodedCommand " + base64Of(wide("$pfx = '"+base64Of(d)+"'")))
		}},
		{"Base64 of 16 bits", func(d []byte) []byte { return wide("$pfx = '" + base64Of(d) + "'") }},
		{"certutil -encodehex", func(d []byte) []byte { return []byte(dump(d, "%04x\t", "   ")) }},
		{"certutil -encodehex without addresses", func(d []byte) []byte { return []byte(dump(d, "", "   ")) }},
		{"hexdump", func(d []byte) []byte { return []byte(dump(d, "%08x  ", "  |")) }},
		{"hexadecimal", func(d []byte) []byte { return []byte(hex.EncodeToString(d)) }},
		{"hexadecimal with colons", func(d []byte) []byte { return []byte(strings.ToUpper(spaced(d, ":"))) }},
		{"registry", func(d []byte) []byte { return []byte("\"Blob\"=hex:" + spaced(d, ",")) }},
		{"hexadecimal of C", func(d []byte) []byte { return []byte("char key[] = {0x" + spaced(d, ", 0x") + "};") }},
		{"hexadecimal of PEM", func(d []byte) []byte { return []byte(hex.EncodeToString(pemOf("X", d))) }},
		{"a certificate store", func(d []byte) []byte { return storeOf(keyInfo(), property(storeCertificate, leaf()), property(99, d)) }},
		{"a certificate of a store", func(d []byte) []byte { return storeOf(property(storeCertificate, d)) }},
		{"xxd", func(d []byte) []byte { return []byte(xxd(d)) }},
		{"xxd in quoted mail", func(d []byte) []byte { return []byte(answered(xxd(d), "> ")) }},
		{"xxd -p", func(d []byte) []byte { return []byte(lines(hex.EncodeToString(d), "\n")) }},
		{"x5c", as("{\"kty\":\"EC\",\"x5c\":[\"%s\"]}")},
		{"PEM in quoted mail", func(d []byte) []byte { return []byte(answered(string(pemOf("CERTIFICATE", d)), ">> ")) }},
		{"PEM with long dashes", func(d []byte) []byte {
			return bytes.ReplaceAll(pemOf("CERTIFICATE", d), []byte("-----"), []byte("—–-"))
		}},
		{"numbers", func(d []byte) []byte { return []byte(strings.ReplaceAll(strings.Trim(fmt.Sprint(d), "[]"), " ", ",")) }},
		{"number by line", func(d []byte) []byte {
			return []byte(strings.ReplaceAll(strings.Trim(fmt.Sprint(d), "[]"), " ", "\r\n"))
		}},
	}
}

func wide(text string) (all []byte) {
	for _, unit := range utf16.Encode([]rune(text)) {
		all = binary.LittleEndian.AppendUint16(all, unit)
	}
	return all
}

func spaced(data []byte, between string) string {
	words := make([]string, len(data))
	for i, b := range data {
		words[i] = fmt.Sprintf("%02x", b)
	}
	return strings.Join(words, between)
}

// dump writes lines of sixteen bytes, in two groups, and what they are as text.
func dump(data []byte, address, text string) string {
	var all strings.Builder
	for i := 0; i < len(data); i += 16 {
		row := data[i:min(i+16, len(data))]
		if address != "" {
			fmt.Fprintf(&all, address, i)
		}
		all.WriteString(spaced(row[:min(8, len(row))], " ") + "  " + spaced(row[min(8, len(row)):], " ") + text)
		for _, b := range row {
			if b <= ' ' || b > '~' {
				b = '.'
			}
			all.WriteByte(b)
		}
		all.WriteString("\r\n")
	}
	return all.String()
}

func TestSecretsInEveryWrapping(t *testing.T) {
	for _, secret := range secrets() {
		for _, wrapper := range wrappers() {
			data := wrapper.wrap(secret.data)
			before := bytes.Clone(data)
			if what := Secret(data); what != secret.want {
				t.Errorf("%s, %s: %q", secret.name, wrapper.name, what)
			}
			contents, found, err := readAny(data)
			if err != errSecret || found || contents.Certificates != nil {
				t.Errorf("%s, %s: not refused whole: %v", secret.name, wrapper.name, err)
			}
			if !bytes.Equal(data, before) {
				t.Errorf("%s, %s: the data of the caller was changed", secret.name, wrapper.name)
			}
		}
	}
}

// A key that is cut short is still most of a key.
func TestSecretsCutShort(t *testing.T) {
	for _, secret := range secrets()[:5] {
		for _, wrap := range []wrapper{wrappers()[0], wrappers()[3], wrappers()[8]} {
			data := wrap.wrap(secret.data)
			if what := Secret(data[:len(data)*3/4]); what == "" {
				t.Errorf("%s, %s: not found", secret.name, wrap.name)
			}
		}
	}
}

func TestSecretsInText(t *testing.T) {
	n := strings.Repeat("tVKUtcx-n9rt5afY_2WFNvU6PlFMggCatsZ3l4RjKxH0jgdLq6CScb0P3ZGXYbPz", 2)
	legacy := &pem.Block{
		Type: "RSA PRIVATE KEY", Headers: map[string]string{"Proc-Type": "4,ENCRYPTED", "DEK-Info": "AES-128-CBC,00112233445566778899AABBCCDDEEFF"},
		Bytes: bytes.Repeat([]byte("not a key at all"), 75),
	}
	tests := []struct{ name, data, want string }{
		{"encrypted PEM of old", string(pem.EncodeToMemory(legacy)), keyUnknown},
		{"encrypted PEM of old in JSON", strings.ReplaceAll(string(pem.EncodeToMemory(legacy)), "\n", `\n`), keyUnknown},
		{"encrypted PEM of old in quoted mail", answered(string(pem.EncodeToMemory(legacy)), "> "), keyUnknown},
		{"encrypted PEM of old with long dashes", strings.ReplaceAll(string(pem.EncodeToMemory(legacy)), "-----", "—–"), keyUnknown},
		{"PGP", "-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n" + n + "\n-----END PGP PRIVATE KEY BLOCK-----", keyPGP},
		{"OpenSSH", "-----BEGIN OPENSSH PRIVATE KEY-----\n" + n, keyOpenSSH},
		{"SSH2", "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: x\n" + n, keyUnknown},
		{"PFX label", "-----BEGIN PFX-----\n" + n, pfx},
		{"PuTTY", "PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: me\nPublic-Lines: 1\nAAAA\nPrivate-Lines: 1\nAAAA\n", keyPuTTY},
		{"JWK", `{"kty":"RSA","n":"` + n + `","e":"AQAB","d":"` + n + `"}`, keyJWK},
		{"JWK in text", `key = "{\"kty\": \"EC\", \"d\" : \"` + n + `\"}"`, keyJWK},
		{"XML", "<RSAKeyValue><Modulus>" + n + "</Modulus><Exponent>AQAB</Exponent><P>" + n + "</P><D>" + n + "</D></RSAKeyValue>", keyXML},
		{"XML in XML", "&lt;RSAKeyValue&gt;&lt;D&gt;" + n + "&lt;/D&gt;", keyXML},
		{"16 bits", string(wide("-----BEGIN PRIVATE KEY-----\r\n" + n)), keyUnknown},
	}
	for _, test := range tests {
		if what := Secret([]byte(test.data)); what != test.want {
			t.Errorf("%s: %q", test.name, what)
		}
	}
}

func TestNoFalseAlarm(t *testing.T) {
	n := strings.Repeat("tVKUtcx-n9rt5afY_2WFNvU6PlFMggCatsZ3l4RjKxH0jgdLq6CScb0P3ZGXYbPz", 2)
	request := must(x509.CreateCertificateRequest(rand.Reader, &x509.CertificateRequest{DNSNames: []string{"cmg.contoso.com"}}, keyLarge()))
	emptyRequest := seq(seq(integer(0), seq(), spki(keyOne())), ecdsaSHA256, bitsOf([]byte("x")))
	list := seq(seq(integer(1), ecdsaSHA256, named("Root"), der(23, []byte("250101000000Z"))), ecdsaSHA256, bitsOf([]byte("x")))
	random := make([]byte, 1<<17)
	mathrand.New(mathrand.NewSource(4)).Read(random)
	public := map[string][]byte{
		"a certificate":          leaf(),
		"a bundle":               bundleBER(leaf(), ca()),
		"a public key":           spki(keyLarge()),
		"a public EC key":        spki(keyOne()),
		"a public PKCS#1 key":    x509.MarshalPKCS1PublicKey(&keyLarge().PublicKey),
		"a request":              request,
		"a request for nobody":   emptyRequest,
		"a list":                 list,
		"an OCSP response":       seq(der(10, []byte{0}), explicit(0, seq(oid("1.3.6.1.5.5.7.48.1.1"), octets(seq(seq(explicit(1, named("x")), der(24, []byte("20250101000000Z")), seq(seq(seq(seq(oid("1.3.14.3.2.26")), octets(make([]byte, 20)), octets(make([]byte, 20)), integer(1)))))))))),
		"a certificate number 1": withSerial(1),
		"a certificate number 3": withSerial(3),
		"anything":               random,
		"anything in Base64":     []byte(base64Of(random)),
		"anything in hex":        []byte(hex.EncodeToString(random)),
		"labels":                 []byte("A block that begins with -----BEGIN PRIVATE KEY----- and ends with -----END PRIVATE KEY----- is a key."),
		"labels among dashes":    []byte("A key — or BEGIN PRIVATE KEY and END PRIVATE KEY as it says — is " + n),
		"a public label":         []byte("-----BEGIN PUBLIC KEY-----\n" + n),
		"a public PGP key":       []byte("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n" + n),
		"a public SSH key":       []byte("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQ" + n + " me@pc"),
		"a public JWK":           []byte(`{"keys":[{"kty":"RSA","n":"` + n + `","e":"AQAB","d":""}]}`),
		"a public key in XML":    []byte("<RSAKeyValue><Modulus>" + n + "</Modulus><Exponent>AQAB</Exponent></RSAKeyValue><P>Text</P>"),
		"a token":                []byte("eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsIng1dCI6Ik" + n + "." + n + "." + n),
	}
	for name, data := range public {
		for _, wrapper := range wrappers()[:9] {
			if what := Secret(wrapper.wrap(data)); what != "" {
				t.Errorf("%s, %s: %s", name, wrapper.name, what)
			}
		}
	}
}

func withSerial(n byte) []byte {
	d := newDraft("PC1", "Root", keyTwo(), keyOne())
	d.version, d.serial, d.extensions = []byte{}, integer(n), nil
	return d.make()
}

// The sources of this project and of Go are ordinary text.
func TestSourcesAreNoSecrets(t *testing.T) {
	for _, pattern := range []string{"../*.go", "../../docs/*", "../../*.md", "/etc/ssl/certs/*.pem", "/etc/ssl/certs/*.crt", "/bin/b*"} {
		for _, name := range must(filepath.Glob(pattern)) {
			data, err := os.ReadFile(name)
			if err != nil || len(data) > maxSize {
				continue
			}
			if what := Secret(data); what != "" {
				t.Errorf("%s: %s", name, what)
			}
		}
	}
}
