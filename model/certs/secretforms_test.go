package certs

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/pem"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model/slow"
)

// packetOf is a packet of OpenPGP with a key, with a header of the old format or
// of the new.
func packetOf(tag byte, old bool, body ...[]byte) []byte {
	all := bytes.Join(body, nil)
	size := binary.BigEndian.AppendUint16(nil, uint16(len(all)))
	switch {
	case old:
		return append(append([]byte{0x80 | tag<<2 | 1}, size...), all...)
	case len(all) < 192:
		return append([]byte{0xc0 | tag, byte(len(all))}, all...)
	}
	return append(append([]byte{0xc0 | tag, 0xff, 0, 0}, size...), all...)
}

// numberPGP is a number as OpenPGP writes it.
func numberPGP(n *big.Int) []byte {
	return append(binary.BigEndian.AppendUint16(nil, uint16(n.BitLen())), n.Bytes()...)
}

// A pgpKey is the content of a packet: the public key, and what follows it in
// the packet of the private one.
type pgpKey struct {
	name            string
	public, private []byte
}

// summed is a private part in the clear, with the sum of its bytes.
func summed(part []byte) []byte {
	sum := uint16(0)
	for _, b := range part {
		sum += uint16(b)
	}
	return binary.BigEndian.AppendUint16(append([]byte{0}, part...), sum)
}

func pgpKeys() []pgpKey {
	rsaKey, point := keyLarge(), new(big.Int).SetBytes(append([]byte{0x40}, keyOne().X.Bytes()...))
	begin := func(version, algorithm byte) []byte { return []byte{version, 0x65, 0x12, 0x34, 0x56, algorithm} }
	rsaPublic := append(numberPGP(rsaKey.N), numberPGP(big.NewInt(int64(rsaKey.E)))...)
	rsaPrivate := append(append(numberPGP(rsaKey.D), numberPGP(rsaKey.Primes[0])...), numberPGP(rsaKey.Primes[1])...)
	locked := append([]byte("\xfe\x07\x03\x02saltsalt\x60"), make([]byte, 64)...)
	curve := []byte("\x09\x2b\x06\x01\x04\x01\xda\x47\x0f\x01")
	derived := []byte("\x0a\x2b\x06\x01\x04\x01\x97\x55\x01\x05\x01")
	dsa := bytes.Join([][]byte{numberPGP(rsaKey.Primes[0]), numberPGP(big.NewInt(0).SetBytes(make20())), numberPGP(big.NewInt(2)), numberPGP(rsaKey.Primes[1])}, nil)
	bare := make20()
	bare = append(bare, bare[:12]...)
	join := func(parts ...[]byte) []byte { return bytes.Join(parts, nil) }
	return []pgpKey{
		{"RSA", join(begin(4, 1), rsaPublic), summed(rsaPrivate)},
		{"RSA with a password", join(begin(4, 1), rsaPublic), locked},
		{"RSA of version 3", join([]byte{3, 0x35, 0x12, 0x34, 0x56, 0, 0, 1}, rsaPublic), append([]byte{1}, locked...)},
		{"DSA", join(begin(4, 17), dsa), summed(numberPGP(big.NewInt(0).SetBytes(make20())))},
		{"ElGamal", join(begin(4, 16), dsa[:len(dsa)-len(numberPGP(rsaKey.Primes[1]))]), locked},
		{"Ed25519 of GnuPG", join(begin(4, 22), curve, numberPGP(point)), locked},
		{"ECDH", join(begin(4, 18), derived, numberPGP(point), []byte{3, 1, 8, 7}), locked},
		{"Ed25519", join(begin(4, 27), bare), summed(bare)},
		{"Ed25519 with a password", join(begin(4, 27), bare), locked},
		{"Ed25519 of version 6", join(begin(6, 27), []byte{0, 0, 0, 32}, bare), append([]byte{0}, bare...)},
	}
}

func make20() []byte { return []byte("\x9f0123456789abcdefghi") }

// pgpSecrets are the packets of private keys, and of private subkeys.
func pgpSecrets() (all []secret) {
	for _, k := range pgpKeys() {
		all = append(all,
			secret{"PGP, " + k.name + ", old", packetOf(5, true, k.public, k.private), keyPGP},
			secret{"PGP, " + k.name + ", new", packetOf(5, false, k.public, k.private), keyPGP},
			secret{"PGP, " + k.name + ", subkey, old", packetOf(7, true, k.public, k.private), keyPGP},
			secret{"PGP, " + k.name + ", subkey, new", packetOf(7, false, k.public, k.private), keyPGP})
	}
	return all
}

// expressionOf writes a key of RSA as GnuPG does, for programs.
func expressionOf(name string, key *rsa.PrivateKey, private bool) []byte {
	var all strings.Builder
	part := func(name string, n *big.Int) { fmt.Fprintf(&all, "(1:%s%d:%s)", name, len(n.Bytes()), n.Bytes()) }
	fmt.Fprintf(&all, "(%d:%s(3:rsa", len(name), name)
	part("n", key.N)
	part("e", big.NewInt(int64(key.E)))
	if private {
		part("d", key.D)
	}
	return []byte(all.String() + "))")
}

// advanced writes a key of RSA as GnuPG does, for people.
func advanced(name string, key *rsa.PrivateKey) string {
	return "Created: 20261129T082405\nKey: (" + name + " (rsa (n #" + lines(strings.ToUpper(hex.EncodeToString(key.N.Bytes())), "\n ") + "#)\n (e #010001#)))\n"
}

// printedNumber prints a number as OpenSSL does.
func printedNumber(name string, n []byte) string {
	var all strings.Builder
	all.WriteString(name + ":\n")
	for row := range slices.Chunk(n, 15) {
		all.WriteString("    " + spaced(row, ":") + ":\n")
	}
	return strings.TrimSuffix(all.String(), ":\n") + "\n"
}

// A form is a private key as text, with the same key without its private part.
type form struct{ name, private, want, public string }

func forms() []form {
	key, ec := keyLarge(), keyOne()
	_, ed, _ := ed25519.GenerateKey(nil)
	n, d, p := key.N.Bytes(), key.D.Bytes(), key.Primes[0].Bytes()
	scalar := must(ec.Bytes())
	url := base64.RawURLEncoding.EncodeToString
	printedRSA := printedNumber("modulus", n) + "publicExponent: 65537 (0x10001)\n"
	pkcs1 := lines(base64Of(x509.MarshalPKCS1PrivateKey(key)), "\n")
	legacy := string(pem.EncodeToMemory(&pem.Block{
		Type: "RSA PRIVATE KEY", Headers: map[string]string{"Proc-Type": "4,ENCRYPTED", "DEK-Info": "AES-128-CBC,00112233445566778899AABBCCDDEEFF"}, Bytes: n}))
	_, legacy, _ = strings.Cut(legacy, "\n")
	body, _, _ := strings.Cut(legacy, "-----")
	end := "-----END CERTIFICATE-----\n"
	xmlRSA := "<RSAKeyValue><Modulus>" + base64Of(n) + "</Modulus><Exponent>AQAB</Exponent>"
	xmlDSA := "<DSAKeyValue><P>" + base64Of(n) + "</P><Q>" + base64Of(p[:20]) + "</Q><G>" + base64Of(n) + "</G><Y>" + base64Of(n) + "</Y><Seed>" + base64Of(p[:20]) + "</Seed>"
	bind := "Private-key-format: v1.3\nAlgorithm: 13 (ECDSAP256SHA256)\nPrivateKey: " + base64Of(scalar) + "\n"
	dnskey := "contoso.com. IN DNSKEY 257 3 13 " + base64Of(n[:64]) + "\n"
	return []form{
		{"printed RSA", "RSA Private-Key: (2048 bit, 2 primes)\n" + printedRSA + printedNumber("privateExponent", d) + printedNumber("prime1", p), keyPrinted, "Public-Key: (2048 bit)\n" + printedRSA},
		{"a printed prime", printedNumber("prime1", p), keyPrinted, "prime1:\n    is not given here\n"},
		{"printed EC", "Private-Key: (256 bit)\n" + printedNumber("priv", scalar) + printedNumber("pub", n[:65]), keyPrinted, "Public-Key: (256 bit)\n" + printedNumber("pub", n[:65]) + "ASN1 OID: prime256v1\n"},
		{"printed Ed25519", "ED25519 Private-Key:\n" + printedNumber("priv", ed.Seed()), keyPrinted, "ED25519 Public-Key:\n" + printedNumber("pub", ed[32:])},
		{"printed DH", "DH Private-Key: (1024 bit)\n" + printedNumber("    private-key", p), keyPrinted, "DH Public-Key: (1024 bit)\n" + printedNumber("    public-key", p)},
		{"printed in JSON", strings.ReplaceAll(printedNumber("priv", scalar), "\n", `\r\n`), keyPrinted, strings.ReplaceAll(printedNumber("pub", scalar), "\n", `\r\n`)},
		{"printed in a mail", strings.ReplaceAll(printedNumber("priv", scalar), "\n", "\r\n> "), keyPrinted, "> priv:\n>     0a:0b:0c:0d:0e"},
		{"GnuPG", advanced("private-key", key), keyGnuPG, advanced("public-key", key)},
		{"GnuPG with a password", advanced("protected-private-key", key), keyGnuPG, "A line with (protected-private-key (rsa in it."},
		{"GnuPG with a card", advanced("shadowed-private-key", key), keyGnuPG, "(private-key)"},
		{"GnuPG for programs", string(expressionOf("private-key", key, true)), keyGnuPG, string(expressionOf("public-key", key, false))},
		{"GnuPG with a password for programs", string(expressionOf("protected-private-key", key, false)), keyGnuPG, "(1:a)"},
		{"GnuPG with a card for programs", string(expressionOf("shadowed-private-key", key, false)), keyGnuPG, "("},
		{"RSA in XML", xmlRSA + "<D>" + base64Of(d) + "</D></RSAKeyValue>", keyXML, xmlRSA + "</RSAKeyValue>"},
		{"RSA in XML by a prime", xmlRSA + "<Q>" + base64Of(p) + "</Q></RSAKeyValue>", keyXML, xmlRSA + "</RSAKeyValue>" + xmlDSA + "</DSAKeyValue>"},
		{"RSA in XML, its end", "<Q>" + base64Of(p) + "</Q></RSAKeyValue>", keyXML, "<Exponent>AQAB</Exponent></RSAKeyValue>"},
		{"DSA in XML", xmlDSA + "<X>" + base64Of(p[:20]) + "</X></DSAKeyValue>", keyDSAXML, xmlDSA + "</DSAKeyValue>" + xmlRSA + "</RSAKeyValue>"},
		{"DSA in XML in XML", strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(xmlDSA + "<X>" + base64Of(p[:20]) + "</X></DSAKeyValue>"), keyDSAXML,
			strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(xmlDSA + "</DSAKeyValue>")},
		{"octets in JSON", `{"kty":"oct","alg":"HS256","k":"` + url(scalar) + `"}`, keyOctets, `{"kty":"RSA","alg":"RS256","n":"` + url(n) + `","e":"AQAB"}`},
		{"octets in JSON in JSON", `{"x":"{\"k\": \"` + url(scalar[:16]) + `\", \"kty\": \"oct\"}"}`, keyOctets, `{"x":"{\"k\": \"` + url(scalar[:16]) + `\", \"kty\": \"okp\"}"}`},
		{"EC in JSON", `{"kty":"EC","crv":"P-256","x":"` + url(n[:32]) + `","y":"` + url(n[32:64]) + `","d":"` + url(scalar) + `"}`, keyJWK,
			`{"kty":"EC","crv":"P-256","x":"` + url(n[:32]) + `","y":"` + url(n[32:64]) + `"}`},
		{"BIND", bind, keyBIND, dnskey},
		{"BIND on Windows", strings.ReplaceAll(bind, "\n", "\r\n"), keyBIND, "The line Private-key-format: comes first."},
		{"a body", pkcs1, keyRSA, lines(base64Of(spki(key)), "\n")},
		{"a body with its end", pkcs1 + "-----END RSA PRIVATE KEY-----\n", keyUnknown, base64Of(leaf()) + "\n" + end},
		{"the end of a body", pkcs1[len(pkcs1)/2:] + "-----END RSA PRIVATE KEY-----\n", keyUnknown, base64Of(leaf())[200:] + end},
		{"the end of a body on Windows", strings.ReplaceAll(pkcs1[len(pkcs1)/2:], "\n", "\r\n") + "-----END PRIVATE KEY-----", keyUnknown, end + "-----END PRIVATE KEY-----\n"},
		{"the end of a body of PGP", pkcs1[len(pkcs1)/2:] + "=abcd\n-----END PGP PRIVATE KEY BLOCK-----", keyPGP, pkcs1[len(pkcs1)/2:] + "-----END PGP PUBLIC KEY BLOCK-----"},
		{"an encrypted body with its end", legacy, keyUnknown, string(pemOf("X", leaf())) + " ends like -----END RSA PRIVATE KEY-----"},
		{"an encrypted body", body, keyUnknown, "DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n\nis such a line\n"},
		{"an encrypted body in JSON", strings.ReplaceAll(body, "\n", `\n`), keyUnknown, `"DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF"`},
	}
}

func TestPrivateForms(t *testing.T) {
	for _, f := range forms() {
		t.Run(f.name, func(t *testing.T) {
			for _, wrapper := range []wrapper{wrappers()[0], wrappers()[1], {"16 bits", func(d []byte) []byte { return wide(string(d)) }}} {
				if wrapper.name == "16 bits" && strings.ContainsFunc(f.private, func(r rune) bool { return r > 0x7f }) {
					continue // text for programs has no characters
				}
				if what := Secret(wrapper.wrap([]byte(f.private))); what != f.want {
					t.Errorf("%s: %q, want %q", wrapper.name, what, f.want)
				}
				if what := Secret(wrapper.wrap([]byte(f.public))); what != "" {
					t.Errorf("%s: the public form is %q", wrapper.name, what)
				}
			}
			if _, found, err := readAny(append(pemOf("CERTIFICATE", leaf()), f.private...)); found || err == nil {
				t.Errorf("a certificate before it was read: %v", err)
			}
			if _, found, err := readAny(append(pemOf("CERTIFICATE", leaf()), f.public...)); !found || err != nil {
				t.Errorf("the certificate before the public form was not read: %v", err)
			}
		})
	}
}

func TestPrivatePackets(t *testing.T) {
	for _, s := range pgpSecrets() {
		if what := Secret(s.data); what != s.want {
			t.Errorf("%s: %q", s.name, what)
		}
		for _, way := range []int{3, 20, 23} {
			if what := Secret(wrappers()[way].wrap(s.data)); what != s.want {
				t.Errorf("%s, %s: %q", s.name, wrappers()[way].name, what)
			}
		}
	}
	bare := pgpKeys()[7]
	for name, data := range map[string][]byte{
		"zeros behind what a key begins with": packetOf(5, true, []byte("\x04\x65\x12\x34\x56\x1b"), make([]byte, 90)),
		"a key that is older than its kind":   packetOf(5, true, []byte("\x04\x16\x12\x34\x56"), bare.public[5:], bare.private),
		"numbers of a signature of ECDSA": must(hex.DecodeString("9cb1022062063f42f71a6c5ebf553d7b065376b7c39e380e9d3d565ad8b48f2d0b91ee0d" +
			"308201053082" + "00ab020136300a06082a8648ce3d040302300f310d300b06035504030c04526f6f74301e170d")),
	} {
		if what := Secret(data); what != "" {
			t.Errorf("%s: %q", name, what)
		}
	}
	for _, k := range pgpKeys() {
		for _, tag := range []byte{6, 14} {
			for _, old := range []bool{true, false} {
				if what := Secret(packetOf(tag, old, k.public)); what != "" {
					t.Errorf("the public key of %s, tag %d: %q", k.name, tag, what)
				}
			}
		}
		if what := Secret(packetOf(5, true, k.public)); what != "" {
			t.Errorf("a packet without the private part, %s: %q", k.name, what)
		}
	}
}

// An attempt makes a key with another program, and shows what it writes of it.
type attempt struct {
	name, line string
	public     bool
}

// made runs lines of a shell in a folder of their own, and gives what they write.
func made(t *testing.T, folder, line string) []byte {
	t.Helper()
	command := exec.Command("sh", "-c", line)
	command.Dir, command.Env = folder, append(os.Environ(), "GNUPGHOME="+folder)
	out, err := command.Output()
	if err != nil || len(out) == 0 {
		t.Skipf("%s: %v", line, err)
	}
	return out
}

func tried(t *testing.T, folder string, attempts []attempt) {
	for _, a := range attempts {
		t.Run(a.name, func(t *testing.T) {
			if what := Secret(made(t, folder, a.line)); (what == "") != a.public {
				t.Errorf("%q", what)
			}
		})
	}
}

func TestKeysOfOpenSSL(t *testing.T) {
	slow.Reader(t, "openssl")
	folder := t.TempDir()
	made(t, folder, "openssl genrsa -out r.pem 1024 && openssl ecparam -name prime256v1 -genkey -noout -out e.pem && openssl dsaparam -genkey -noout -out d.pem 1024 && openssl genpkey -algorithm ed25519 -out x.pem && echo made")
	for _, key := range []string{"r", "e", "d", "x"} {
		tried(t, folder, []attempt{
			{key + ", printed", "openssl pkey -in " + key + ".pem -noout -text", false},
			{key + ", printed, public", "openssl pkey -in " + key + ".pem -noout -text_pub", true},
			{key + ", without its first line", "tail -n +2 " + key + ".pem", false},
			{key + ", public", "openssl pkey -in " + key + ".pem -pubout", true},
			{key + ", encrypted, without its first line", "openssl pkey -in " + key + ".pem -traditional -aes128 -passout pass:x | tail -n +2", false},
		})
	}
}

func TestKeysOfGnuPG(t *testing.T) {
	slow.Reader(t, "gpg")
	folder, err := os.MkdirTemp("", "g") // the path of a socket in it must be short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop := exec.Command("gpgconf", "--kill", "gpg-agent")
		stop.Env = append(os.Environ(), "GNUPGHOME="+folder)
		_ = stop.Run()
		os.RemoveAll(folder)
	})
	if err := os.WriteFile(filepath.Join(folder, "gpg-agent.conf"), []byte("s2k-count 65536\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"rsa1024", "dsa1024", "ed25519", "nistp256", "default"} {
		made(t, folder, "gpg --batch -q --passphrase pw --pinentry-mode loopback --quick-gen-key "+kind+"@example.com "+kind+" default never 2>&1; echo made")
		const export = "gpg --batch -q --passphrase pw --pinentry-mode loopback --export"
		tried(t, folder, []attempt{
			{kind, export + "-secret-keys " + kind + "@example.com", false},
			{kind + ", public", export + " " + kind + "@example.com", true},
			{kind + ", body alone", export + "-secret-keys -a " + kind + "@example.com | grep -v -e ----", false},
		})
	}
	for _, path := range must(filepath.Glob(filepath.Join(folder, "private-keys-v1.d", "*"))) {
		if what := Secret(must(os.ReadFile(path))); what != keyGnuPG {
			t.Errorf("%s: %q", filepath.Base(path), what)
		}
	}
}
