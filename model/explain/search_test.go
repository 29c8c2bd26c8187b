package explain

import (
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
	} {
		var ids []string
		for _, h := range Search(tt.words, 10) {
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
