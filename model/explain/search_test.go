package explain

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/guides"
	"cmgwizard/model/logs"
)

// TestSearch: what an administrator asks is found among the first three.
func TestSearch(t *testing.T) {
	for _, tt := range []struct{ words, want string }{
		{"403", "log-client-certificate-required"},
		{"403", "log-connector-forbidden"},
		{"403.7", "log-iis-403-7"},
		{"403.16", "log-iis-403-16"},
		{"KB30833053", "log-deployment-extension"},
		{"no device token", "log-no-device-token"},
		{"12007", "log-name-not-resolved"},
		{"failed to build http connection", "log-http-connection"},
		{"disconnected", "log-inbox"},
		{"wildcard", "service-name"},
		{"CloudMgr.log", "log-deployment-failed"},
		{"renew secret", "op-entra-secret-renew"},
		{"certificate has expired", "log-certificate-expired"},
		{"token expired", "log-token-expired"},
		{"client is not registered", "log-normal-not-registered-yet"},
		{"netsh sslcert binding 443", "mp-rebind-443"},
		{"revocation list not reachable", "pki-crl"},
		{"proxy local system", "mp-proxy-local-system"},
		{"conditional access", "conditional-access"},
		{"work account is no join", "device-registered-only"},
		{"tenant not onboarded", "other-tenant"},
		{"autopilot", "autopilot"},
		{"UPGRADETOLATEST", "autopilot"},
		{"windows server client", "client-windows"},
		{"ibcm and cmg together", "internet-based-client-management"},
		{"rebuilt site", "rebuilt-site"},
		{"RESETKEYINFORMATION", "rebuilt-site"},
		{"iis redirect", "other-web-sites"},
		{"HSTS", "other-web-sites"},
		{"AzureAdJoined NO", "repair-join"},
		{"device pending", "repair-join"},
		{"failed to add identifier uri", "app-id-uri-policy"},

		// in the words of an administrator
		{"connection point shows disconnected in console", "log-inbox"},
		{"clients stay on intranet over vpn", "intranet-boundary-group"},
		{"which ports to open on the firewall", "net-firewall-cp"},
		{"azure ad app secret expired", "log-entra-secret"},
		{"how long is a bulk token valid", "bulk-lifetime-limit"},
		{"client stuck at registration", "log-registration-failed"},
		{"client cannot download content from the cloud", "client-setting-content"},
		{"cost of outbound traffic", "traffic-alert-dead"},
		{"which vm size for 20000 clients", "gateway.vm_size"},
		{"remove the old classic cmg", "pre-classic-cmg"},
		{"wrong certificate bound in iis", "mp-https-binding"},
		{"upload root cert to cmg", "cmg-trusted-roots"},
		{"mfa blocks the client", "entra-ca-exclude"},
		{"device only workplace joined", "device-registered-only"},
		{"new cmg deployment fails on 2409", "new-cmg-on-2409"},
		{"server 2012 r2 management point", "site-system-os"},
		{"request for token failed 401", "log-invalid-token"},
		{"region has no vm", "log-deployment-size"},
		{"client cert has no private key", "log-client-key"},
		{"how do I renew the server certificate", "op-server-cert-renew"},
		{"clients get 403 after switching to ehttp", "mp-rebind-443"},
		{"fips enabled on server", "fips"},
		{"odbc driver version", "database-requirements"},
		{"secondary site after hotfix", "secondary-sites"},
		{"GET_TOKEN_FROM_STS_ERROR", "co-management-compliance"},
		{"wildcrad", "service-name"},
		{"cloudmanager.log", "log-deployment-failed"},
		{"conection point disconected", "log-inbox"},
	} {
		var ids []string
		for _, h := range Search(cmp.Or(Mended(tt.words), tt.words), 10) {
			ids = append(ids, h.ID)
		}
		if at := slices.Index(ids, tt.want); at < 0 || at > 2 {
			t.Errorf("%q finds %q, not %s", tt.words, ids, tt.want)
		}
	}
	for _, words := range []string{"", " - ", "qwertzuiop", strings.Repeat("x", 10_000)} {
		if hits := Search(words, 10); len(hits) > 0 {
			t.Errorf("%.20q finds %+v", words, hits)
		}
	}
}

// TestMended: only a word that stands nowhere is mended, by one that is near.
func TestMended(t *testing.T) {
	for words, want := range map[string]string{
		"wildcrad": "wildcard", "expird certficate": "expired certificate", "cloudmanager.log": "cloudmgr.log",
		"certificate": "", "certif": "", "cert aad sccm": "", "2610": "", "qwertzuiop": "", "rubbish": "", "": "",
	} {
		if got := Mended(words); got != want {
			t.Errorf("%q becomes %q, not %q", words, got, want)
		}
	}
}

// TestNotKnown: of what has the form of a version, an update or a code it is said
// that it is one, and where to look.
func TestNotKnown(t *testing.T) {
	for id, want := range map[string][2]string{
		"2610":             {"no version 2610 is known", "2603 or 2509"},
		"2411":             {"no version 2411 is known", "2503 or 2409"},
		"1501":             {"no version 1501 is known", "1710"},
		"5.00.9147.1000":   {"build 5.00.9147.1000", "5.00.9146.1000"},
		"5.2610.1036.1700": {"build 5.2610.1036.1700", "2603"},
		"kb99999999":       {"no update KB99999999", "Updates and Servicing"},
		"0x87d99999":       {"no code 0x87D99999", "certutil -error 0x87D99999"},
		"-559038737":       {"no code 0xDEADBEEF", "CMTrace"},
		"AADSTS99999":      {"no code AADSTS99999", "login.microsoftonline.com/error"},
		"430":              {"no status 430", "sub-status"},
		"crl-publc":        {"", ""},
		"":                 {"", ""},
	} {
		what, hint := NotKnown(id)
		if !strings.Contains(what, want[0]) || !strings.Contains(hint, want[1]) || what == "" != (want[0] == "") {
			t.Errorf("%q: %s; %s", id, what, hint)
		}
	}
}

// TestLastNumbers: what the last number of a build says is told first.
func TestLastNumbers(t *testing.T) {
	for build, want := range map[string]string{
		"5.00.9141.1000": "", "5.00.9141.1032": "It comes with KB37864969.", "5.00.9141.1012": "Which update brings 1012 is not known",
		"5.2509.1036.1700": "with KB37864969", "5.00.9146.1020": "Which update brings 1020 is not known.",
	} {
		told := Of(new(model.Plan), build)
		if len(told) != 1 {
			t.Fatalf("%s: %+v", build, told)
		}
		first := told[0].Facts[0]
		if said := first.Lines[0].String(); !strings.Contains(said, want) || (want == "") != (first.Label == "Numbers") {
			t.Errorf("%s: %s: %s", build, first.Label, said)
		}
	}
}

// TestCodesByAnySpelling: a number is the same code however a log prints it.
func TestCodesByAnySpelling(t *testing.T) {
	for _, id := range []string{"0x80072f8f", "80072F8F", "12175", "0x2f8f", "-2147012721", "2147954575", "ERROR_WINHTTP_SECURE_FAILURE"} {
		if told := Of(new(model.Plan), id); len(told) != 1 || told[0].ID != "0x80072F8F" {
			t.Errorf("%s: %+v", id, told)
		}
	}
}

// TestOneBlogIsNeverExplained: what rests on one text is named and no more.
func TestOneBlogIsNeverExplained(t *testing.T) {
	named := 0
	for _, g := range logs.CodeGroups() {
		for _, c := range g.Codes {
			if label := logs.CodeSources.Label(c.Source); strings.Contains(label, "no page of Microsoft") {
				named++
				if c.Hint != "" {
					t.Errorf("%s is explained: %s", c.Hex(), c.Hint)
				}
			}
		}
	}
	if named < 59 {
		t.Errorf("only %d codes rest on one text", named)
	}
}

// TestRemarksAreThere: every remark on a device or a binding can be looked up.
func TestRemarksAreThere(t *testing.T) {
	for _, folder := range []string{"dsreg", "inspect"} {
		files, _ := filepath.Glob(filepath.Join("..", folder, "*.go"))
		for _, file := range files {
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(parsed, func(n ast.Node) bool {
				text, is := n.(*ast.BasicLit)
				if !is || text.Kind != token.STRING || strings.HasSuffix(file, "_test.go") {
					return true
				}
				id, _ := strconv.Unquote(text.Value)
				if isRemarkID(id) && len(Of(new(model.Plan), id)) == 0 {
					t.Errorf("%s says %s, which cannot be looked up", file, id)
				}
				return true
			})
		}
	}
}

func isRemarkID(id string) bool {
	begins := strings.HasPrefix(id, "device-") || strings.HasPrefix(id, "binding-") || strings.HasPrefix(id, "user-token")
	return begins && !strings.ContainsAny(id, " .") && !slices.Contains([]string{"device-state", "device-details"}, id)
}

// TestGuidesAreFoundByTheirNames: each other name of a guide leads to it.
func TestGuidesAreFoundByTheirNames(t *testing.T) {
	for _, g := range guides.All() {
		for _, name := range append([]string{g.ID}, g.Names...) {
			told := Of(new(model.Plan), name)
			if len(told) != 1 || told[0].ID != g.ID {
				t.Errorf("%s is not the guide %s alone: %+v", name, g.ID, told)
			}
		}
	}
}
