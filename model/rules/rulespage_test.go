package rules

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/evidence/evidencetest"
	"cmgwizard/model/plantest"
)

// A pageRow is a row of the public page of rules, copied by hand: this is our
// double entry. What the tables of rules say must agree with it.
type pageRow struct {
	rule       string
	severities string // of versions 2010, 2103, 2403 and an absent one, or the one that all have
	task       string
	subject    string // with [n] where the rule is about each of several
}

var rulesPage = []pageRow{
	{"site-plain-http", "advice warning blocker blocker", "", "site.security"},
	{"cmg-mp-present", "blocker", "", "management_points"},
	{"cmg-mp-mode", "blocker", "", "management_points[n].clients"},
	{"https-only-site", "blocker", "", "management_points[n].clients"},
	{"mp-web-certificate", "blocker", "mp-webserver-cert", "management_points[n].web_certificate"},
	{"mp-https-binding", "warning", "mp-rebind-443", "management_points[n].clients_now"},
	{"mp-asp-net", "warning", "entra-aspnet45", "management_points[n].asp_net_45"},
	{"mp-internet-access", "blocker", "net-mp-internet", "management_points[n].internet_access"},
	{"internal-clients-https-mp", "warning", "", "devices[n].client_certificate"},
	{"internet-only-with-ehttp", "advice", "", "management_points[n].internet_only"},
	{"ehttp-each-primary", "advice", "", "site.top_level"},
	{"site-pki-option", "blocker", "site-pki-option", "site.use_pki_certificate"},
	{"classic-cmg", "blocker", "pre-classic-cmg", "gateway.classic_present"},

	{"internet-device-present", "blocker", "", "devices"},
	{"internet-device-method", "blocker", "", "devices[n].method"},
	{"entra-needs-join", "blocker", "", "devices[n].join"},
	{"entra-needs-windows-10", "blocker", "", "devices[n].windows"},
	{"user-centric-needs-entra", "warning", "", "devices[n].method"},
	{"pki-available", "blocker", "", "pki.available"},
	{"entra-recommended", "advice", "", "devices[n].method"},
	{"pki-on-ehttp", "warning", "", "management_points"},
	{"token-registration-https", "blocker", "", "devices[n].client_certificate"},
	{"stray-certificate", "warning", "client-install-entra", "devices[n].client_certificate"},
	{"on-premises-entra-http", "warning", "", "devices[n].on_premises"},
	{"on-premises-user-http", "warning", "", "devices[n].user_centric"},

	{"site-integrated", "blocker", "entra-apps-create", "entra.site_integrated"},
	{"ad-user-discovery", "warning", "entra-ad-user-discovery", "entra.ad_user_discovery"},
	{"entra-user-discovery", "warning", "entra-discovery-page", "entra.entra_user_discovery"},
	{"conditional-access", "warning", "entra-ca-exclude", "entra.conditional_access_all_apps"},
	{"other-tenant", "warning", "entra-more-tenants", "entra.devices_in_other_tenant"},
	{"device-state", "blocker", "", "evidence[n]"},

	{"client-key-length", "warning", "", "pki.key_bits"},
	{"chain-complete", "blocker", "", "evidence"},
	{"client-certificate-usable", "blocker", "", "evidence[n]"},
	{"crl-public", "blocker", "", "pki.crl_public"},
	{"site-crl-check", "warning", "", "pki.crl_public"},
	{"connection-point-certificate", "blocker", "pki-cp-cert", "connection_points[n].client_certificate"},
	{"restrictive-trust-list", "advice", "pki-site-ctl", "pki"},

	{"bulk-lifetime-limit", "blocker", "", "token.bulk_lifetime_minutes"},
	{"bulk-lifetime-rollout", "warning", "", "token.rollout_days"},
	{"token-offline", "warning", "", "token.longest_offline_days"},
	{"token-client-restart", "advice", "token-restart-policy", "token"},

	{"service-name", "blocker", "", "gateway.service_name"},
	{"gateway-decided", "blocker", "", "gateway.environment gateway.region gateway.certificate_source gateway.vm_size gateway.vm_instances"},
	{"public-certificate-domain", "blocker", "", "gateway.service_name"},
	{"azure-name-fixed", "advice", "", "gateway.service_name"},
	{"server-certificate-trusted", "blocker", "cert-trust-root", "gateway.root_on_clients"},
	{"resource-group-region", "blocker", "", "gateway.resource_group_in_region"},
	{"us-government-version", "blocker", "", "site.version"},
	{"lab-size", "warning", "", "gateway.vm_size"},
	{"capacity", "warning", "", "gateway.vm_instances"},
	{"connection-point-present", "blocker", "", "connection_points"},
	{"connection-point-count", "warning", "", "connection_points"},
	{"connection-point-ports", "blocker", "net-firewall-cp", "connection_points[n].outbound_ports_open"},
	{"high-availability", "advice", "", "gateway.vm_instances"},

	{"client-setting-cmg", "blocker", "cs-cmg", "client_settings.use_cmg"},
	{"client-setting-content", "warning", "cs-cmg", "client_settings.cloud_distribution_point"},
	{"client-setting-user-policy", "warning", "cs-user-policy", "client_settings.user_policy_internet"},
}

// pageVersions are those whose severities the page gives.
var pageVersions = []model.Version{"2010", "2103", "2403", ""}

// byAnswers are the severities that the page makes hang on answers: blocker if
// the certificate is required, warning if recommended; blocker over 90 days,
// warning over 30.
var byAnswers = []struct {
	rule, says string
	change     func(*model.Plan)
	severity   model.Severity
}{
	{"connection-point-certificate", "PKI, and an HTTPS management point", nil, model.Blocker},
	{"connection-point-certificate", "PKI, and E-HTTP alone", plantest.AllEnhancedHTTP, model.Warning},
	{"entra-user-discovery", "hybrid identities and deployments to users", nil, model.Warning},
	{"entra-user-discovery", "hybrid identities alone", func(p *model.Plan) { p.Devices[0].UserCentric = model.No }, model.Warning},
	{"entra-user-discovery", "deployments to users alone", func(p *model.Plan) { p.Entra.Identities = model.CloudOnly }, model.Warning},
	{"entra-user-discovery", "neither", func(p *model.Plan) { p.Entra.Identities, p.Devices[0].UserCentric = model.CloudOnly, model.No }, model.Advice},
	{"mp-internet-access", "CMG traffic", nil, model.Blocker},
	{"mp-internet-access", "no CMG traffic", plantest.NoCMGPoint, model.Warning},
	{"token-offline", "31 days", func(p *model.Plan) { p.Token.LongestOfflineDays = model.Num(31) }, model.Warning},
	{"token-offline", "90 days", func(p *model.Plan) { p.Token.LongestOfflineDays = model.Num(90) }, model.Warning},
	{"token-offline", "91 days", func(p *model.Plan) { p.Token.LongestOfflineDays = model.Num(91) }, model.Blocker},
}

func TestRulesAgreeWithTheirPage(t *testing.T) {
	rules := map[string]Rule{}
	for _, rule := range All() {
		rules[rule.ID] = rule
	}
	seen := subjectsSeen()
	for _, row := range rulesPage {
		rule, found := rules[row.rule]
		if !found {
			t.Errorf("there is no rule %s", row.rule)
			continue
		}
		row.checkSeverities(t, rule)
		if rule.Task != row.task {
			t.Errorf("%s: task %q, the page has %q", row.rule, rule.Task, row.task)
		}
		if want := strings.Fields(row.subject); !slices.Equal(seen[row.rule], slices.Sorted(slices.Values(want))) {
			t.Errorf("%s: subjects %q, the page has %q", row.rule, seen[row.rule], want)
		}
	}
}

func (row pageRow) checkSeverities(t *testing.T, rule Rule) {
	t.Helper()
	want := strings.Fields(row.severities)
	for i, version := range pageVersions {
		p := plantest.GoodPlan()
		p.Site.Version = version
		if got := rule.Severity(p); string(got) != want[min(i, len(want)-1)] {
			t.Errorf("%s, version %q: %s, the page has %q", row.rule, version, got, row.severities)
		}
	}
}

func TestSeveritiesByAnswersAgreeWithThePage(t *testing.T) {
	for _, c := range byAnswers {
		p := plantest.GoodPlan()
		if c.change != nil {
			c.change(p)
		}
		if got := findingOf(t, p, c.rule).Severity; got != c.severity {
			t.Errorf("%s, %s: %s, want %s", c.rule, c.says, got, c.severity)
		}
	}
}

// entryNumber is the place of an entry in a subject.
var entryNumber = regexp.MustCompile(`\[[0-9]+\]`)

// subjectsSeen lists the subjects that each rule ever names, over many plans.
func subjectsSeen() map[string][]string {
	all := map[string]map[string]bool{}
	m := evidencetest.NewPlanMaker(7)
	for n := range 2000 {
		p := m.Plan()
		if n == 0 {
			p = plantest.GoodPlan()
		}
		for _, f := range AllFindings(p) {
			if f.Subject == "" {
				continue
			}
			if all[f.Rule] == nil {
				all[f.Rule] = map[string]bool{}
			}
			all[f.Rule][entryNumber.ReplaceAllString(f.Subject, "[n]")] = true
		}
	}
	lists := map[string][]string{}
	for rule, subjects := range all {
		lists[rule] = slices.Sorted(maps.Keys(subjects))
	}
	return lists
}
