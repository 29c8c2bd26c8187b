package judge

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
	"cmgwizard/model/tasks"
)

// A walk is a plan that starts from nothing, with one method, and what its list
// must hold for the CMG to work at the end.
type walk struct {
	method   model.Method
	join     model.Join
	must     []string   // listed
	never    []string   // not listed
	inOrder  [][]string // each stands before the next
	mayShare []string   // of the tasks of other methods, what HTTPS management points ask for
}

// The tasks that belong to one method alone.
var (
	entraTasks = []string{"entra-device-join", "entra-aspnet45", "entra-user-identity", "entra-ad-user-discovery", "net-mp-internet", "cs-user-policy", "client-install-entra"}
	pkiTasks   = []string{
		"pki-template", "pki-autoenroll", "pki-export-chain", "pki-crl", "pki-site-ctl", "pki-cp-cert", "pki-cert-selection",
		"cmg-trusted-roots", "site-pki-option", "site-crl-option", "client-install-pki",
	}
	tokenTasks = []string{"token-client-version", "token-bulk", "token-bulk-block", "token-restart-policy", "token-internal-registration", "client-install-token"}
)

// commonTasks are those of every set-up that starts from nothing.
var commonTasks = []string{
	"pre-site-version", "pre-site-not-http", "pre-scp-online", "pre-subscription", "pre-people", "pre-cm-role", "plan-scale",
	"plan-name", "plan-name-unique", "plan-cp-servers", "plan-limits", "plan-methods", "net-firewall-scp", "net-firewall-cp",
	"cert-source", "cert-issue-enterprise", "cert-export-pfx", "cert-trust-root", "dns-cname", "azure-providers",
	"entra-apps-create", "entra-discovery-page", "entra-secret-renewal", "cmg-wizard", "cmg-ready", "cp-add", "mp-cmg-traffic",
	"cs-cmg", "verify-analyzer", "verify-client", "verify-dashboard", "op-alerts", "op-server-cert-renew", "op-entra-secret-renew",
	"op-do-not-touch",
}

var commonOrder = [][]string{
	{"plan-name", "plan-name-unique", "cert-issue-enterprise", "cert-export-pfx", "cmg-wizard", "cmg-ready", "cp-add", "mp-cmg-traffic", "verify-analyzer", "verify-client", "verify-dashboard"},
	{"pre-people", "entra-apps-create", "entra-discovery-page", "entra-update-app", "cmg-wizard"},
	{"pre-subscription", "azure-providers", "cmg-wizard"},
	{"pre-scp-online", "net-firewall-scp", "cmg-wizard"},
	{"pre-optional-feature", "cmg-wizard"},
	{"plan-scale", "plan-cp-servers", "net-firewall-cp", "cp-add"},
	{"plan-name-unique", "dns-cname", "cp-add"},
	{"cmg-ready", "op-do-not-touch"},
}

var walks = []walk{
	{
		method: model.EntraID, join: model.HybridJoined,
		must:     entraTasks,
		never:    slices.Concat(pkiTasks, tokenTasks),
		mayShare: []string{"pki-template", "pki-cp-cert"},
		inOrder: [][]string{
			{"entra-discovery-page", "cmg-wizard"},
			{"entra-user-identity", "entra-ad-user-discovery"},
			{"entra-aspnet45", "mp-cmg-traffic"}, {"net-mp-internet", "mp-cmg-traffic"},
			{"entra-device-join", "client-install-entra", "verify-client"},
			{"mp-cmg-traffic", "client-install-entra"}, {"cs-cmg", "client-install-entra"}, {"cert-trust-root", "client-install-entra"},
			{"cs-user-policy", "verify-client"},
		},
	},
	{
		method: model.ClientPKI, join: model.DomainJoined,
		must:  pkiTasks,
		never: slices.Concat(entraTasks, tokenTasks),
		inOrder: [][]string{
			{"pki-template", "pki-autoenroll", "pki-export-chain", "cmg-wizard", "cmg-ready", "cmg-trusted-roots", "client-install-pki", "verify-client"},
			{"pki-crl", "cmg-wizard"}, {"pki-template", "pki-crl", "pki-autoenroll", "pki-cp-cert", "cp-add"},
			{"site-pki-option", "client-install-pki"}, {"pki-site-ctl", "client-install-pki"}, {"cert-trust-root", "client-install-pki"},
			{"cs-cmg", "client-install-pki"}, {"cmg-trusted-roots", "verify-analyzer"}, {"mp-cmg-traffic", "client-install-pki"},
		},
	},
	{
		method: model.SiteToken, join: model.Workgroup,
		must:     []string{"token-client-version", "token-bulk", "token-bulk-block", "token-restart-policy", "client-install-token"},
		never:    slices.Concat(entraTasks, pkiTasks, []string{"client-fqdns", "token-internal-registration"}),
		mayShare: []string{"pki-template", "pki-cp-cert"},
		inOrder: [][]string{
			{"mp-cmg-traffic", "token-bulk", "client-install-token", "verify-client"},
			{"token-client-version", "client-install-token"}, {"cs-cmg", "token-bulk"}, {"cert-trust-root", "client-install-token"},
			{"client-install-token", "token-restart-policy"}, {"token-bulk", "client-install-token", "token-bulk-block"},
		},
	},
}

// securities are what the communication security adds to every walk.
var securities = map[model.Security]walk{
	model.EnhancedHTTP: {
		must:    []string{"site-ehttp"},
		never:   []string{"site-https-only", "mp-https", "mp-webserver-cert", "mp-monitoring-cert", "mp-rebind-443", "mp-internet-only"},
		inOrder: [][]string{{"pre-site-version", "site-ehttp", "mp-cmg-traffic"}},
	},
	model.HTTPSOnly: {
		must:    []string{"mp-webserver-cert", "mp-monitoring-cert", "mp-https", "site-https-only", "pki-template"},
		never:   []string{"site-ehttp", "mp-rebind-443"},
		inOrder: [][]string{{"pki-template", "mp-monitoring-cert", "mp-https", "site-https-only"}, {"mp-webserver-cert", "mp-https", "mp-cmg-traffic"}},
	},
}

// fromNothing is a plan of a site that has nothing yet, and answered no more
// than it must.
func fromNothing(w walk, top model.TopLevel, security model.Security) *model.Plan {
	p := &model.Plan{Format: model.Format, Name: "From nothing"}
	clients := model.ConnectHTTP
	if security == model.HTTPSOnly {
		clients = model.ConnectHTTPS
	}
	p.Site = model.Site{Code: "P01", Version: "2603", TopLevel: top, SecurityNow: model.PlainHTTP, Security: security}
	p.Devices = []model.Device{{
		Join: w.join, Internet: model.Yes, OnPremises: model.No, Windows: model.Windows10, Count: model.Num(500), Method: w.method,
		UserCentric: map[bool]model.YesNo{true: model.Yes, false: model.No}[w.method == model.EntraID], ReachesInternalNetwork: model.No,
	}}
	p.Entra = model.Entra{SiteIntegrated: model.No, Identities: model.HybridIdentities}
	p.ManagementPoints = []model.ManagementPoint{{Host: "mp1.contoso.com", ClientsNow: model.ConnectHTTP, Clients: clients, CMGTraffic: model.Yes}}
	p.ConnectionPoints = []model.ConnectionPoint{{Host: "cp1.contoso.com"}, {Host: "cp2.contoso.com"}}
	p.Gateway = model.Gateway{
		ServiceName: "contosocmg.contoso.com", Environment: model.PublicCloud, Region: "westeurope", ResourceGroup: "rg-cmg",
		CertificateSource: model.EnterprisePKI, VMSize: model.SizeStandard, VMInstances: model.Num(2), ServeContent: model.Yes,
	}
	return p
}

// TestListsLeadFromNothingToAWorkingCMG reads the lists of every method under
// every top-level site and every communication security.
func TestListsLeadFromNothingToAWorkingCMG(t *testing.T) {
	for _, w := range walks {
		for _, top := range []model.TopLevel{model.StandalonePrimary, model.CentralAdmin} {
			for security, added := range securities {
				p := fromNothing(w, top, security)
				items, place := Items(p, rules.Findings(p)), map[string]int{}
				for i, item := range items {
					place[item.ID] = i + 1
				}
				says := string(w.method) + ", " + string(top) + ", " + string(security)
				for _, id := range slices.Concat(commonTasks, w.must, added.must) {
					if place[id] == 0 {
						t.Errorf("%s: %s is missing", says, id)
					}
				}
				for _, id := range slices.Concat(w.never, added.never) {
					if place[id] > 0 && !(security == model.HTTPSOnly && slices.Contains(w.mayShare, id)) {
						t.Errorf("%s: %s is listed", says, id)
					}
				}
				checkOrder(t, says, items, slices.Concat(commonOrder, w.inOrder, added.inOrder))
			}
		}
	}
}

// checkOrder wants each task of a chain to wait for the one before it, by itself
// or through others: that the phases happen to stand so is not enough.
func checkOrder(t *testing.T, says string, items []Item, chains [][]string) {
	t.Helper()
	waits := map[string]map[string]bool{}
	for _, item := range items {
		waits[item.ID] = map[string]bool{}
		for _, id := range item.After {
			waits[item.ID][id] = true
			maps.Copy(waits[item.ID], waits[id])
		}
	}
	for _, chain := range chains {
		for i := 1; i < len(chain); i++ {
			if !waits[chain[i]][chain[i-1]] {
				t.Errorf("%s: %s does not wait for %s", says, chain[i], chain[i-1])
			}
		}
	}
}

// TestTasksNameTheirSite reads at which site a task is done, in a hierarchy and
// in a standalone primary site.
func TestTasksNameTheirSite(t *testing.T) {
	const top, primaries = "the central administration site", "every primary site whose clients use the CMG, P01 among them"
	want := map[string]string{
		"pre-site-version": top, "pre-scp-online": top, "cmg-wizard": top, "token-bulk": "the site server of " + top, "pre-optional-feature": top,
		"pre-site-not-http": primaries, "site-ehttp": primaries, "site-https-only": primaries, "site-pki-option": primaries,
		"site-crl-option": primaries, "pki-site-ctl": primaries, "pki-cert-selection": primaries, "plan-cp-servers": primaries,
		"cp-add": primaries, "mp-cmg-traffic": primaries, "sup-cmg-traffic": primaries,
	}
	hierarchy, standalone := fromNothing(walks[1], model.CentralAdmin, model.EnhancedHTTP), fromNothing(walks[1], model.StandalonePrimary, model.EnhancedHTTP)
	nobodyKnows := fromNothing(walks[1], "", model.EnhancedHTTP)
	for id, words := range want {
		if text := strings.Join(itemOf(hierarchy, id).texts(), "\n"); !strings.Contains(text, words) {
			t.Errorf("in a hierarchy %s does not say %q:\n%s", id, words, text)
		}
		if text := strings.Join(itemOf(standalone, id).texts(), "\n"); !strings.Contains(text, "the primary site P01") {
			t.Errorf("in a standalone primary site %s does not name it:\n%s", id, text)
		}
		text := strings.Join(itemOf(nobodyKnows, id).texts(), "\n")
		if !strings.Contains(text, "top-level site (the central administration site, or the standalone") && !strings.Contains(text, "every primary site whose clients use the CMG") {
			t.Errorf("%s does not say which site:\n%s", id, text)
		}
	}
}

// TestPlansWithoutLaterAnswersKeepTheirTasks compares the lists of three plans
// with those that they had before later answers could change them.
func TestPlansWithoutLaterAnswersKeepTheirTasks(t *testing.T) {
	for _, w := range walks {
		p := &model.Plan{Format: model.Format}
		p.Site = model.Site{Code: "P01", Version: "2503", TopLevel: model.StandalonePrimary, SecurityNow: model.PlainHTTP, Security: model.EnhancedHTTP}
		p.Devices = []model.Device{{
			Join: w.join, Internet: model.Yes, OnPremises: model.No, Windows: model.Windows10, Count: model.Num(500), UserCentric: model.No,
			Method: w.method, ClientCertificate: model.No, ReachesInternalNetwork: model.No,
		}}
		p.ManagementPoints = []model.ManagementPoint{{Host: "mp1.contoso.com", ClientsNow: model.ConnectHTTP, Clients: model.ConnectHTTP, CMGTraffic: model.Yes, InternetOnly: model.No}}
		p.ConnectionPoints = []model.ConnectionPoint{{Host: "cp1.contoso.com"}}
		p.Gateway = model.Gateway{
			ServiceName: "contosocmg.contoso.com", Environment: model.PublicCloud, Region: "westeurope",
			CertificateSource: model.EnterprisePKI, VMSize: model.SizeStandard, VMInstances: model.Num(2),
		}
		kept, err := os.ReadFile("testdata/tasks/" + string(w.method) + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, item := range Items(p, rules.Findings(p)) {
			got = append(got, item.ID)
		}
		want := strings.Fields(string(kept))
		for _, id := range got {
			if !slices.Contains(want, id) && slices.Contains(plantest.CatalogueIDs, id) { // a later one is told by the test of old plans
				t.Errorf("%s: %s is listed", w.method, id)
			}
		}
		for _, id := range want {
			if !slices.Contains(got, id) {
				t.Errorf("%s: %s is missing", w.method, id)
			}
		}
	}
}

// TestCmdletsAreCited notices a ConfigMgr cmdlet whose page a task does not
// cite.
func TestCmdletsAreCited(t *testing.T) {
	for _, task := range tasks.All().Tasks {
		for _, command := range task.Commands {
			if command.Shell != tasks.SiteDrive {
				continue
			}
			for _, word := range strings.FieldsFunc(command.Line, func(r rune) bool { return r == ' ' || r == '|' }) {
				if !strings.Contains(word, "-CM") && word != "Set-UpdateServerApplication" {
					continue
				}
				page := "/" + strings.ToLower(word)
				if !slices.ContainsFunc(task.Sources, func(r model.Reference) bool { return strings.HasSuffix(r.URL, page) }) {
					t.Errorf("%s uses %s and does not cite its page", task.ID, word)
				}
			}
		}
	}
}
