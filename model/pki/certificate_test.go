package pki

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// goodClient is a client certificate with which nothing is wrong, changed.
func goodClient(change func(c *CertificateFacts)) CertificateFacts {
	return goodLeaf(client("pc1.cer", "PC1", "Sub", "S"), change)
}

func goodServer(change func(c *CertificateFacts)) CertificateFacts {
	return goodLeaf(server("cmg.cer", "cmg.contoso.com", "Sub", "S"), change)
}

func goodLeaf(m made, change func(c *CertificateFacts)) CertificateFacts {
	c := m.facts()
	c.KeyUsage = []string{"Digital Signature", "Key Encipherment"}
	if change != nil {
		change(&c)
	}
	return c
}

func TestFaultsOfClientCertificates(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(c *CertificateFacts)
		want   string
	}{
		{"good", nil, ""},
		{"any purpose", func(c *CertificateFacts) { c.Purposes = nil }, ""},
		{"the purpose of all", func(c *CertificateFacts) { c.Purposes = []string{EveryPurpose} }, ""},
		{"4096 bits", func(c *CertificateFacts) { c.KeyBits = 4096 }, ""},
		{"3072 bits", func(c *CertificateFacts) { c.KeyBits = 3072 }, ""},
		{"SHA-384", func(c *CertificateFacts) { c.Hash = "SHA-384" }, ""},
		{"SHA-256 in other letters", func(c *CertificateFacts) { c.Hash = "sha256" }, ""},
		{"server only", func(c *CertificateFacts) { c.Purposes = []string{ServerAuthentication} }, "it lacks the purpose Client Authentication"},
		{"1024 bits", func(c *CertificateFacts) { c.KeyBits = 1024 }, "its key has only 1024 bits"},
		{"2047 bits", func(c *CertificateFacts) { c.KeyBits = 2047 }, "its key has only 2047 bits"},
		{"no length", func(c *CertificateFacts) { c.KeyBits = 0 }, "the length of its key is not known"},
		{"ECDSA", func(c *CertificateFacts) { c.Key, c.KeyBits = "ECDSA P-256", 256 }, "its key is ECDSA P-256, not RSA"},
		{"SHA-1", func(c *CertificateFacts) { c.Hash = "SHA-1" }, "it is signed with SHA-1, not with SHA-2"},
		{"MD5", func(c *CertificateFacts) { c.Hash = "MD5" }, "it is signed with MD5, not with SHA-2"},
		{"no hash", func(c *CertificateFacts) { c.Hash, c.Signature = "", "Ed25519" }, "its signature, Ed25519, is not known as one with SHA-2"},
		{"expired", func(c *CertificateFacts) { c.NotAfter = june(2026) }, "it expired on 2026-06-01"},
		{"too early", func(c *CertificateFacts) { c.NotBefore = june(2027) }, "it is not valid before 2027-06-01"},
		{"a CA", func(c *CertificateFacts) { c.CA = true }, "it is the certificate of a CA"},
		{"two faults", func(c *CertificateFacts) { c.KeyBits, c.Hash = 1024, "SHA-1" }, "its key has only 1024 bits, it is signed with SHA-1, not with SHA-2"},
	} {
		if got := strings.Join(goodClient(test.change).ClientFaults(heapDay), ", "); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestFaultsOfServerCertificates(t *testing.T) {
	if got := goodServer(nil).ServerFaults(heapDay); got == nil || len(got) > 0 {
		t.Errorf("a good one: %v", got)
	}
	if got := goodClient(nil).ServerFaults(heapDay); !slices.Equal(got, []string{"it lacks the purpose Server Authentication"}) {
		t.Errorf("a client certificate: %v", got)
	}
}

func TestDates(t *testing.T) {
	for _, test := range []struct {
		from, until, at string
		days            int
		words           string
		inDate, soon    bool
	}{
		{"2024-01-01", "2026-12-04", "2026-11-22", 12, "expires in 12 days (2026-12-04)", true, true},
		{"2024-01-01", "2026-11-23", "2026-11-22", 1, "expires in 1 day (2026-11-23)", true, true},
		{"2024-01-01", "2026-11-22", "2026-11-22", 0, "expires today (2026-11-22)", true, true},
		{"2024-01-01", "2026-11-19", "2026-11-22", -3, "expired 3 days ago (2026-11-19)", false, false},
		{"2024-01-01", "2027-01-21", "2026-11-22", 60, "expires in 60 days (2027-01-21)", true, true},
		{"2024-01-01", "2027-01-22", "2026-11-22", 61, "expires in 61 days (2027-01-22)", true, false},
		{"2027-01-01", "2028-01-01", "2026-11-22", 405, "is not valid before 2027-01-01", false, false},
		{"2024-01-01", "9999-12-31", "2026-11-22", 2912117, "expires in 2,912,117 days (9999-12-31)", true, false},
		{"2024-01-01", "2026-12-04", "", 0, "is valid until 2026-12-04", true, false},
		{"2027-01-01", "2020-01-01", "", 0, "is valid until 2020-01-01", true, false},
	} {
		c := CertificateFacts{NotBefore: parseDay(t, test.from), NotAfter: parseDay(t, test.until)}
		at := parseDay(t, test.at)
		if c.daysLeft(at) != test.days || c.DateWords(at) != test.words || c.InDate(at) != test.inDate || c.EndsSoon(at) != test.soon {
			t.Errorf("%v: %d %q %v %v", test, c.daysLeft(at), c.DateWords(at), c.InDate(at), c.EndsSoon(at))
		}
	}
}

func TestExpiredTodayIsExpired(t *testing.T) {
	c := CertificateFacts{NotAfter: heapDay.Add(2 * time.Hour)}
	at := heapDay.Add(3 * time.Hour)
	if c.daysLeft(at) != -1 || c.InDate(at) || c.DateWords(at) != "expired today (2026-11-22)" {
		t.Error(c.daysLeft(at), c.DateWords(at))
	}
}

func parseDay(t *testing.T, text string) time.Time {
	t.Helper()
	if text == "" {
		return time.Time{}
	}
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		t.Fatal(err)
	}
	return day
}

func TestShortNames(t *testing.T) {
	for _, test := range []struct {
		facts CertificateFacts
		want  string
	}{
		{CertificateFacts{CommonName: "PC1", Subject: "CN=PC1, O=Contoso"}, "PC1"},
		{CertificateFacts{Subject: "O=Contoso", Names: []string{"DNS:pc1"}}, "O=Contoso"},
		{CertificateFacts{Names: []string{"DNS:pc1.contoso.com"}, SHA1: "ab"}, "pc1.contoso.com"},
		{CertificateFacts{SHA1: "ab12"}, "thumbprint ab12"},
		{CertificateFacts{}, "a certificate without a name"},
		{CertificateFacts{CommonName: "a\x1b[31mb\u202ec"}, "abc"},
		{CertificateFacts{CommonName: strings.Repeat("ä", 200)}, strings.Repeat("ä", 79) + "…"},
	} {
		if got := test.facts.Short(); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

func TestReachOfCRLs(t *testing.T) {
	for _, test := range []struct {
		address string
		want    CRLReach
	}{
		{"http://crl.contoso.com/ca.crl", CRLPublic},
		{"HTTP://CRL.CONTOSO.COM/ca.crl", CRLPublic},
		{"http://pki.contoso.com:8080/a%20b.crl?x=1", CRLPublic},
		{"http://93.184.216.34/ca.crl", CRLPublic},
		{"http://[2606:2800::1]/ca.crl", CRLPublic},
		{"https://crl.contoso.com/ca.crl", crlSecure},
		{"ftp://crl.contoso.com/ca.crl", crlSecure},
		{"http://pki/ca.crl", crlInternal},
		{"http://pki:80/ca.crl", crlInternal},
		{"http://pki.contoso.local/ca.crl", crlInternal},
		{"http://pki.contoso.local./ca.crl", crlInternal},
		{"http://PKI.Contoso.Internal", crlInternal},
		{"http://pki.lan/ca.crl", crlInternal},
		{"http://pki.ad.corp/ca.crl", crlInternal},
		{"http://nas.home.arpa/ca.crl", crlInternal},
		{"http://pki.intra/ca.crl", crlInternal},
		{"http://10.1.2.3/ca.crl", crlInternal},
		{"http://172.31.0.1/ca.crl", crlInternal},
		{"http://172.32.0.1/ca.crl", CRLPublic},
		{"http://192.168.1.1:80/ca.crl", crlInternal},
		{"http://127.0.0.1/ca.crl", crlInternal},
		{"http://169.254.1.1/ca.crl", crlInternal},
		{"http://100.64.0.1/ca.crl", crlInternal},
		{"http://[::1]/ca.crl", crlInternal},
		{"http://[fd00::1]:80/ca.crl", crlInternal},
		{"http://[::ffff:10.0.0.1]/ca.crl", crlInternal},
		{"http://user@pki/ca.crl", crlInternal},
		{"http://crl.contoso.com@10.0.0.1/ca.crl", crlInternal},
		{"http:///ca.crl", crlInternal},
		{"https://pki/ca.crl", crlInternal},
		{"file://server.contoso.com/share/ca.crl", crlInternal},
		{`\\server\share\ca.crl`, crlInternal},
		{"ldap:///CN=CA,CN=CDP?certificateRevocationList", crlDirectory},
		{"ldap://dc.contoso.com/CN=CA", crlDirectory},
		{"LDAP:///CN=CA", crlDirectory},
		{"", crlInternal},
	} {
		if got := JudgeCRLAddress(test.address); got != test.want {
			t.Errorf("%s: %s, want %s", test.address, got, test.want)
		}
	}
}

func TestBestReachCounts(t *testing.T) {
	ldap, inside, public, secure := "ldap:///CN=CA", "http://pki/ca.crl", "http://crl.contoso.com/ca.crl", "https://crl.contoso.com/ca.crl"
	for _, test := range []struct {
		addresses []string
		want      CRLReach
	}{
		{nil, crlNone}, {[]string{ldap}, crlDirectory}, {[]string{ldap, inside}, crlInternal},
		{[]string{ldap, inside, secure}, crlSecure}, {[]string{ldap, inside, secure, public}, CRLPublic},
	} {
		if got := (CertificateFacts{CRL: test.addresses}).CRLReach(); got != test.want {
			t.Errorf("%v: %s, want %s", test.addresses, got, test.want)
		}
	}
}
