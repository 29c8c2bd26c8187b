package inspect

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/certs"
	"cmgwizard/model/pki"
	"cmgwizard/model/reading"
)

const (
	roleHash = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567"
	pkiHash  = "ffee2c3d4e5f60718293a4b5c6d7e8f901234567"
	iisGUID  = "{4dc3e181-e14b-4a21-b022-59fc669b0914}"
)

// netsh writes the output of netsh with the bindings given as endpoint, hash.
func netsh(bindings ...string) string {
	var b strings.Builder
	b.WriteString("\r\nSSL Certificate bindings: \r\n------------------------- \r\n\r\n")
	for i := 0; i < len(bindings); i += 2 {
		label := "IP:port     "
		if strings.ContainsAny(bindings[i][:1], "abcdefgh") {
			label = "Hostname:port"
		}
		fmt.Fprintf(&b, "    %s                : %s\r\n    Certificate Hash             : %s\r\n    Application ID               : %s\r\n", label, bindings[i], bindings[i+1], iisGUID)
		b.WriteString("    Certificate Store Name       : MY\r\n    Verify Client Certificate Revocation : Enabled\r\n    Usage Check                  : Enabled\r\n    Revocation Freshness Time    : 0 \r\n    URL Retrieval Timeout        : 0 \r\n    Ctl Identifier               : (null) \r\n    Negotiate Client Certificate : Disabled\r\n\r\n")
	}
	return b.String()
}

const german = `
SSL-Zertifikatbindungen:
-------------------------

    IP:Port                      : 0.0.0.0:443
    Zertifikathash               : ` + pkiHash + `
    Anwendungs-ID                : ` + iisGUID + `
    Zertifikatspeichername       : MY
    Clientzertifikatsperre ` + "\x81" + `berpr` + "\x81" + `fen : Aktiviert
`

const french = `
Liaisons de certificat SSL :
-------------------------
    Adresse IP:port              : [::]:443
    Hachage du certificat        : ` + pkiHash + `
    ID de l'application          : ` + iisGUID + `
    Nom du magasin de certificats: (null)
`

func TestBindings(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []reading.Binding
	}{
		{"one", netsh("0.0.0.0:443", roleHash), []reading.Binding{{Endpoint: "0.0.0.0:443", Port: 443, Hash: roleHash, App: iisGUID, Store: "MY", Negotiate: "Disabled"}}},
		{"several", netsh("0.0.0.0:443", roleHash, "[::]:8531", pkiHash, "cm.contoso.com:443", pkiHash), []reading.Binding{
			{Endpoint: "0.0.0.0:443", Port: 443, Hash: roleHash, App: iisGUID, Store: "MY", Negotiate: "Disabled"},
			{Endpoint: "[::]:8531", Port: 8531, Hash: pkiHash, App: iisGUID, Store: "MY", Negotiate: "Disabled"},
			{Endpoint: "cm.contoso.com:443", Port: 443, Hash: pkiHash, App: iisGUID, Store: "MY", Negotiate: "Disabled"},
		}},
		{"German", german, []reading.Binding{{Endpoint: "0.0.0.0:443", Port: 443, Hash: pkiHash, App: iisGUID, Store: "MY"}}},
		{"French", french, []reading.Binding{{Endpoint: "[::]:443", Port: 443, Hash: pkiHash, App: iisGUID, Store: "(null)"}}},
		{"hash as the dialog shows it", netsh("0.0.0.0:443", "\u200e0A 1B 2C 3D 4E 5F 60 71 82 93 A4 B5 C6 D7 E8 F9 01 23 45 67"), []reading.Binding{{Endpoint: "0.0.0.0:443", Port: 443, Hash: roleHash, App: iisGUID, Store: "MY", Negotiate: "Disabled", Hidden: true}}},
		{"an endpoint without a certificate", "Server : cm01.contoso.com:443\nTime : 12:30\nURL : https://a:443/x\n", nil},
		{"a hash without an endpoint", "Thumbprint : " + roleHash + "\n", nil},
	} {
		got, all := bindings(decode([]byte(tt.text)))
		for i := range got {
			got[i].CTLs = 0 // a mark of the reader
		}
		if !slices.Equal(got, tt.want) || all != len(tt.want) {
			t.Errorf("%s: %d\ngot  %+v\nwant %+v", tt.name, all, got, tt.want)
		}
	}
}

func TestManyBindings(t *testing.T) {
	var all []string
	for i := range 100 {
		all = append(all, fmt.Sprintf("10.0.0.%d:443", i), roleHash)
	}
	if f := one(t, nil, netsh(all...)); f.About != "48 port bindings, 52 left out" || len(f.Remarks) != 1 {
		t.Error(f.About, len(f.Remarks))
	}
}

// judged inspects the output of netsh beside two certificates: that of the site
// and one of a PKI.
func judged(t *testing.T, plan *model.Plan, text string, until time.Time) reading.File {
	t.Helper()
	in := &inspection{View: reading.View{Plan: plan, At: today}}
	for _, c := range []pki.CertificateFacts{
		{SHA1: roleHash, SHA256: "1", Subject: "CN=mp1.contoso.com", Issuer: "CN=SMS Issuing, O=Contoso", NotBefore: today.AddDate(-1, 0, 0), NotAfter: until},
		{SHA1: pkiHash, SHA256: "2", Subject: "CN=mp1.contoso.com", CommonName: "mp1.contoso.com", Names: []string{"DNS:mp1.contoso.com"}, Issuer: "CN=Contoso SMS Issuing CA", NotBefore: today.AddDate(-1, 0, 0), NotAfter: until},
	} {
		in.heap = append(in.heap, heaped{&certs.Certificate{CertificateFacts: c}, "c.cer"})
	}
	f := in.look(loadOne(Input{Name: "netsh.txt", Data: []byte(text)}, in.View, new(sync.Mutex)))
	in.judgeBindings(f)
	f.Facts, f.Certificates, f.Remarks = reading.List(f.Facts), reading.List(f.Certificates), reading.List(f.Remarks)
	soundFile(t, f.File)
	return f.File
}

// TestBindingsOfMixedPoints: a certificate is held against the management point
// whose name it has.
func TestBindingsOfMixedPoints(t *testing.T) {
	for mode, want := range map[model.Connections]string{model.ConnectHTTPS: "", model.ConnectHTTP: "blocker binding-old"} {
		mixed := goodPlan(model.ClientPKI)
		other := mixed.ManagementPoints[0]
		other.Host, other.Clients = "mp2.contoso.com", model.ConnectHTTP
		if mode == model.ConnectHTTP {
			other.Clients = model.ConnectHTTPS
		}
		mixed.ManagementPoints[0].Host, mixed.ManagementPoints[0].Clients = "mp1.contoso.com", mode
		mixed.ManagementPoints = append(mixed.ManagementPoints, other)
		if got := ids(judged(t, mixed, netsh("0.0.0.0:443", pkiHash), today.AddDate(1, 0, 0))); got != want {
			t.Errorf("%s: %q, want %q", mode, got, want)
		}
	}
}

func TestBindingsAreJudged(t *testing.T) {
	later := today.AddDate(1, 0, 0)
	https := goodPlan(model.ClientPKI)
	https.ManagementPoints[0].Clients = model.ConnectHTTPS
	for _, tt := range []struct {
		name, text string
		plan       *model.Plan
		until      time.Time
		want, says string
	}{
		{"the certificate of the site", netsh("0.0.0.0:443", roleHash), nil, later, "", "SMS Role SSL Certificate"},
		{"with a plan for Enhanced HTTP", netsh("0.0.0.0:443", roleHash), goodPlan(model.EntraID), later, "", "fits Enhanced HTTP"},
		{"with a plan for HTTPS", netsh("0.0.0.0:443", roleHash), https, later, "warning binding-role-https", "needs a PKI web server certificate"},
		{"a PKI certificate", netsh("0.0.0.0:443", pkiHash), nil, later, "warning binding-pki", "CMGConnector_Forbidden"},
		{"in German", german, nil, later, "warning binding-pki", "Enhanced HTTP"},
		{"the old one", netsh("0.0.0.0:443", pkiHash), goodPlan(model.EntraID), later, "blocker binding-old", "CMGConnector_Forbidden"},
		{"the right one for HTTPS", netsh("0.0.0.0:443", pkiHash), https, later, "", "fits a management point with HTTPS"},
		{"expired", netsh("0.0.0.0:443", roleHash), nil, today.AddDate(0, 0, -3), "blocker binding-expired", "expired 3 days ago (2026-11-19)"},
		{"about to expire", netsh("0.0.0.0:443", roleHash), nil, today.AddDate(0, 0, 12), "warning binding-expires", "expires in 12 days (2026-12-04)"},
		{"unknown", netsh("0.0.0.0:443", strings.Repeat("a", 40)), nil, later, "advice binding-unknown", "SMS Issuing"},
		{"not on 443", netsh("0.0.0.0:8531", pkiHash), nil, later, "warning no-https-binding", "shows no binding of port 443"},
		{"none at all", "\r\nSSL Certificate bindings: \r\n-------------------------\r\n\r\nThe system cannot find the file specified.\r\n", nil, later, "warning no-https-binding", ""},
		{"pasted with a hidden mark", netsh("0.0.0.0:443", "\u200e"+roleHash), nil, later, "advice thumbprint-pasted", "cannot be seen"},
		{"twice the same", netsh("0.0.0.0:443", pkiHash, "[::]:443", pkiHash), nil, later, "warning binding-pki", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := judged(t, tt.plan, tt.text, tt.until)
			if f.Kind != reading.PortBindings {
				t.Error(f.Kind)
			}
			if got := ids(f); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if !slices.ContainsFunc(f.Remarks, func(r model.Remark) bool { return strings.Contains(r.Text, tt.says) }) {
				t.Errorf("nobody says %q", tt.says)
			}
		})
	}
}
