package inspect_test

import (
	"encoding/hex"
	"net/netip"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"cmgwizard/model/inspect"
	"cmgwizard/model/pki"
	"cmgwizard/model/slow"
)

// wildNames are the fixtures whose names are cleaned, cut or quoted, so that they
// do not look as OpenSSL prints them.
var wildNames = []string{"odd/hostile-subject.cer", "odd/endless-subject.cer", "odd/several-relative.cer"}

// TestFactsAgainstOpenSSL compares what we read of each fixture with what OpenSSL
// reads.
func TestFactsAgainstOpenSSL(t *testing.T) {
	slow.Reader(t, "openssl")
	for _, path := range fixturePaths(t) {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			data := certificateFixture(t, path)
			said := readByOpenSSL(t, data)
			facts, ok := onlyCertificate(inspect.Inspect([]inspect.Input{{Name: path, Data: data}}, nil, changeWindow))
			if !ok {
				t.Fatal("it is not one certificate for us")
			}
			compareFacts(t, facts, said)
			if !slices.Contains(wildNames, path) {
				compareNames(t, facts, said)
			}
		})
	}
}

// fixturePaths are the fixtures with one certificate each, as encoded.
func fixturePaths(t *testing.T) []string {
	t.Helper()
	paths := allFixtures(t)
	return slices.DeleteFunc(paths, func(path string) bool { return strings.HasPrefix(path, "wrap/") })
}

func onlyCertificate(report inspect.Report) (pki.CertificateFacts, bool) {
	if len(report.Chains.Certificates) != 1 {
		return pki.CertificateFacts{}, false
	}
	return report.Chains.Certificates[0].CertificateFacts, true
}

// openSSLFacts are lines of OpenSSL: "serial", "notBefore" …, and under the
// heading of an extension the lines below it.
type openSSLFacts map[string][]string

func readByOpenSSL(t *testing.T, data []byte) openSSLFacts {
	t.Helper()
	short, ok := openSSL(t, data, "x509", "-inform", "der", "-noout", "-subject", "-issuer",
		"-nameopt", "utf8,dn_rev,sname,sep_comma_plus_space", "-serial", "-dates", "-fingerprint", "-sha256", "-ext",
		"subjectAltName,extendedKeyUsage,subjectKeyIdentifier,authorityKeyIdentifier,"+
			"crlDistributionPoints,authorityInfoAccess,basicConstraints,keyUsage")
	if !ok {
		t.Fatalf("OpenSSL does not read it:\n%s", short)
	}
	short = strings.ReplaceAll(short, "\\\n", "") // a long number is broken so
	said := openSSLFacts{}
	heading := ""
	for line := range strings.SplitSeq(short, "\n") {
		if key, value, pair := strings.Cut(line, "="); pair && !strings.HasPrefix(line, " ") {
			said[key] = []string{value}
			continue
		}
		if !strings.HasPrefix(line, " ") {
			heading, _, _ = strings.Cut(strings.TrimPrefix(line, "X509v3 "), ":")
			continue
		}
		said[heading] = append(said[heading], strings.TrimSpace(line))
	}
	said.read(t, data)
	return said
}

var (
	bitsLine = regexp.MustCompile(`Public-Key: \((\d+) bit\)`)
	hashLine = regexp.MustCompile(`(?i)(?:signature|hash) algorithm: .*?(sha1|sha256|sha384|sha512|md5)`)
)

// read takes the length of the key and the hash of the signature from the long
// text.
func (said openSSLFacts) read(t *testing.T, data []byte) {
	long, _ := openSSL(t, data, "x509", "-inform", "der", "-noout", "-text", "-fingerprint", "-sha1")
	if m := bitsLine.FindStringSubmatch(long); m != nil {
		said["bits"] = m[1:]
	}
	if m := hashLine.FindStringSubmatch(long); m != nil {
		said["hash"] = []string{strings.ToUpper(m[1])}
	}
	if _, after, ok := strings.Cut(long, "sha1 Fingerprint="); ok {
		said["sha1 Fingerprint"] = []string{strings.TrimSpace(after)}
	}
}

func compareFacts(t *testing.T, facts pki.CertificateFacts, said openSSLFacts) {
	same := func(what, ours, theirs string) {
		if ours != theirs {
			t.Errorf("%s: %q, OpenSSL %q", what, ours, theirs)
		}
	}
	same("SHA-1", facts.SHA1, plainHex(said.one("sha1 Fingerprint")))
	same("SHA-256", facts.SHA256, plainHex(said.one("sha256 Fingerprint")))
	same("serial", shortSerial(facts.Serial), shortSerial(said.one("serial")))
	same("not before", facts.NotBefore.Format(time.DateTime), said.date(t, "notBefore"))
	same("not after", facts.NotAfter.Format(time.DateTime), said.date(t, "notAfter"))
	same("subject key", plainHex(facts.SubjectKey), plainHex(said.one("Subject Key Identifier")))
	same("authority key", plainHex(facts.AuthorityKey), plainHex(strings.TrimPrefix(said.one("Authority Key Identifier"), "keyid:")))
	same("CA", strconv.FormatBool(facts.CA && said.one("Basic Constraints") != ""), strconv.FormatBool(strings.HasPrefix(said.one("Basic Constraints"), "CA:TRUE")))
	if facts.PurposeState == "" { // else OpenSSL shows bytes
		same("purposes", strings.Join(facts.Purposes, ", "), said.purposes())
	}
	same("key usage", strings.Join(facts.KeyUsage, ", "), said.keyUsage())
	same("CRL", strings.Join(facts.CRL, " "), said.addresses("CRL Distribution Points"))
	same("AIA", strings.Join(facts.AIA, " "), said.addresses("Authority Information Access"))
	if theirs := said.one("bits"); theirs != "" {
		same("key length", strconv.Itoa(facts.KeyBits), theirs)
	}
	same("hash", strings.ReplaceAll(facts.Hash, "-", ""), said.one("hash"))
}

func compareNames(t *testing.T, facts pki.CertificateFacts, said openSSLFacts) {
	if facts.Subject != said.one("subject") {
		t.Errorf("subject: %q, OpenSSL %q", facts.Subject, said.one("subject"))
	}
	if facts.Issuer != said.one("issuer") {
		t.Errorf("issuer: %q, OpenSSL %q", facts.Issuer, said.one("issuer"))
	}
	names := said.names()
	if !facts.IsWhole("names") {
		names = names[:min(len(facts.Names), len(names))]
	}
	if !slices.Equal(facts.Names, names) {
		t.Errorf("names: %q, OpenSSL %q", facts.Names, said.one("Subject Alternative Name"))
	}
}

// names are the alternative names as we write them.
func (said openSSLFacts) names() []string {
	names := []string{}
	for name := range strings.SplitSeq(said.one("Subject Alternative Name"), ", ") {
		kind, text, found := strings.Cut(strings.TrimPrefix(name, "othername: "), ":")
		switch kind {
		case "email":
			kind = "Email"
		case "IP Address":
			kind = "IP"
			if at, err := netip.ParseAddr(text); err == nil {
				text = at.String()
			}
		case "UPN":
			text = strings.TrimPrefix(text, ":")
		case "DirName":
			kind, text = "DN", turned(text)
		}
		if found {
			names = append(names, kind+":"+text)
		}
	}
	return names
}

// turned is a name that OpenSSL writes from its top: "/O=Contoso/OU=Desks".
func turned(text string) string {
	parts := strings.Split(strings.TrimPrefix(text, "/"), "/")
	slices.Reverse(parts)
	return strings.Join(parts, ", ")
}

func (said openSSLFacts) one(key string) string {
	if len(said[key]) == 0 {
		return ""
	}
	return said[key][0]
}

func (said openSSLFacts) date(t *testing.T, key string) string {
	date, err := time.Parse("Jan _2 15:04:05 2006 MST", said.one(key))
	if err != nil {
		t.Fatal(err)
	}
	return date.Format(time.DateTime)
}

// purposes are the extended key usages in the words of Windows.
func (said openSSLFacts) purposes() string {
	return strings.NewReplacer("TLS Web Client", "Client", "TLS Web Server", "Server").Replace(said.one("Extended Key Usage"))
}

// keyUsage is the key usage in the words of Windows.
func (said openSSLFacts) keyUsage() string {
	return strings.NewReplacer("Certificate Sign", "Certificate Signing", "CRL Sign", "CRL Signing").Replace(said.one("Key Usage"))
}

func (said openSSLFacts) addresses(key string) string {
	var out []string
	for _, line := range said[key] {
		if _, address, ok := strings.Cut(line, "URI:"); ok {
			out = append(out, address)
		}
	}
	return strings.Join(out, " ")
}

func plainHex(text string) string { return strings.ToLower(strings.ReplaceAll(text, ":", "")) }

// shortSerial is a serial number without what only fills it up.
func shortSerial(text string) string {
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign = "-"
	}
	digits := strings.TrimLeft(plainHex(strings.TrimPrefix(text, "-")), "0")
	if len(digits)%2 == 1 {
		digits = "0" + digits
	}
	if _, err := hex.DecodeString(digits); err != nil {
		return "not hexadecimal: " + text
	}
	return sign + digits
}
