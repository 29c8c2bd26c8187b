package assume

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
)

// TestValues turns one answer of a fleet, and looks at what is assumed then.
func TestValues(t *testing.T) {
	for _, c := range []struct{ says, lines, key, want string }{
		{"an HTTPS site stays one", "site.security_now = https-only", "site.security", "https-only"},
		{"plain HTTP is never kept", "site.security_now = http", "site.security", "enhanced-http"},
		{"an old version needs no .NET 4.8", "site.version = 2309", "site.dotnet_48", ""},
		{"an unknown version does", "site.version = unsure", "site.dotnet_48", "no"},
		{"an unknown version may have a classic CMG", "site.version = unsure", "gateway.classic_present", ""},
		{"version 2309 may", "site.version = 2309", "gateway.classic_present", ""},
		{"version 2403 has none", "site.version = 2403", "gateway.classic_present", "no"},
		{"a hybrid joined kind", "devices[0].method = \ndevices[0].windows = ", "devices[0].method", "entra"},
		{"an older Windows, and no word on a PKI", "devices[0].method = \ndevices[0].windows = earlier", "devices[0].method", ""},
		{"an older Windows with a PKI", "devices[0].method = \ndevices[0].windows = earlier\npki.available = yes", "devices[0].method", "pki"},
		{"an older Windows without one", "devices[0].method = \ndevices[0].windows = earlier\npki.available = no", "devices[0].method", "token"},
		{"a join that nobody knows", "devices[0].method = \ndevices[0].join = unsure\npki.available = yes", "devices[0].method", ""},
		{"users of a kind with certificates", "devices[0].method = pki", "devices[0].user_centric", ""},
		{"a kind that never comes inside", "devices[0].reaches_internal_network = no", "devices[0].on_premises", "no"},
		{"the site may be connected", "entra.site_integrated = unsure", "entra.apps", ""},
		{"no Entra kind", "devices[0].method = token", "entra.identities", ""},
		{"an Entra joined kind", "devices[0].join = entra", "entra.network_location_policy", "no"},
		{"a public CRL", "devices[0].method = pki\npki.crl_public = yes", "gateway.verify_revocation", "yes"},
		{"a CRL that nobody knows", "devices[0].method = pki\npki.crl_public = unsure", "gateway.verify_revocation", "no"},
		{"certificates that exist", "devices[0].method = pki\npki.certificates_issued = yes", "pki.key_bits", ""},
		{"certificates on the devices", "devices[0].method = pki\ndevices[0].client_certificate = yes", "pki.key_bits", ""},
		{"tokens, inside or not", "devices[0].method = token", "token.registration", "internal-network,bulk"},
		{"tokens, inside only", "devices[0].method = token\ndevices[0].reaches_internal_network = yes", "token.registration", "internal-network"},
		{"tokens, where every point inside is HTTPS", "devices[0].method = token\ndevices[0].reaches_internal_network = yes\nmanagement_points[0].clients = https", "token.registration", "internal-network,bulk"},
		{"a token of a day", "devices[0].method = token\ntoken.bulk_lifetime_minutes = 1500", "token.rollout_days", "1"},
		{"a token of an hour", "devices[0].method = token\ntoken.bulk_lifetime_minutes = 60", "token.rollout_days", ""},
		{"a lifetime that no token has", "devices[0].method = token\ntoken.bulk_lifetime_minutes = 20000", "token.rollout_days", ""},
		{"nobody uses bulk tokens", "devices[0].method = token\ntoken.registration = internal-network", "token.bulk_lifetime_minutes", ""},
		{"somebody said that no bulk token is used", "devices[0].method = token\ntoken.registration = internal-network", "devices[0].client_certificate", ""},
		{"a site that nobody knows", "site.security = unsure\nmanagement_points[0].clients = ", "management_points[0].clients", ""},
		{"a point that is HTTPS", "management_points[0].clients = \nmanagement_points[0].clients_now = https", "management_points[0].clients", "https"},
		{"a region of US Government", "gateway.region = US Gov Virginia", "gateway.environment", "AzureUSGovernmentCloud"},
		{"a name of US Government", "gateway.service_name = cmg.USGovCloudApp.net.", "gateway.environment", "AzureUSGovernmentCloud"},
		{"12,000 devices", "devices[0].count = 12000", "gateway.vm_instances", "2"},
		{"12,001 devices", "devices[0].count = 12001", "gateway.vm_instances", "3"},
		{"96,000 devices", "devices[0].count = 96000", "gateway.vm_size", "A2_v2"},
		{"96,001 devices", "devices[0].count = 96001", "gateway.vm_size", "A4_v2"},
		{"96,001 devices on large ones", "devices[0].count = 96001", "gateway.vm_instances", "10"},
		{"more devices than there are", "devices[0].count = 9223372036854775807", "gateway.vm_instances", "16"},
		{"nobody counted", "devices[0].count = unsure", "gateway.vm_instances", "2"},
		{"a larger size that somebody chose", "devices[0].count = 20000\ngateway.vm_size = A4_v2", "gateway.vm_instances", "2"},
	} {
		p := plantest.PlanOf(t, hybridFleet+c.lines+"\n")
		p = Plan(p)
		f, _ := p.Field(c.key)
		if f.Text() != c.want || f.Assumed() != (c.want != "") {
			t.Errorf("%s: %s = %q, assumed: %v, want %q", c.says, c.key, f.Text(), f.Assumed(), c.want)
		}
	}
}

// TestOneOfTwoPointsTurnsHTTPS for clients with certificates: the last one, and
// none where one is HTTPS already.
func TestOneOfTwoPointsTurnsHTTPS(t *testing.T) {
	open := "management_points[0].clients = \nmanagement_points[1].clients = \n"
	p := Plan(plantest.PlanOf(t, domainFleet+open))
	if got := text(t, &p, "management_points[0].clients") + text(t, &p, "management_points[1].clients"); got != "httphttps" {
		t.Errorf("two open points: %s", got)
	}
	p = Plan(plantest.PlanOf(t, domainFleet+open+"management_points[0].clients_now = https\n"))
	if got := text(t, &p, "management_points[0].clients") + text(t, &p, "management_points[1].clients"); got != "httpshttp" {
		t.Errorf("the first is HTTPS: %s", got)
	}
}

// TestEveryFormulaGivesAnAnswer: the field takes whatever a formula gives.
func TestEveryFormulaGivesAnAnswer(t *testing.T) {
	given := map[string]bool{}
	for _, lines := range append(fleets, mixedFleet+"devices[0].join = entra\ndevices[0].method = \ndevices[0].windows = \nmanagement_points[0].clients = \nmanagement_points[0].cmg_traffic = \ndevices[1].internet = \n") {
		p := Plan(plantest.PlanOf(t, lines))
		for _, a := range List(&p) {
			f, _ := new(model.Answers).Field(a.Key)
			if f.Key != "" && f.Check(a.Value) != nil {
				t.Errorf("%s = %s", a.Key, a.Value)
			}
			given[anyPlace(a.Key)] = true
		}
	}
	for _, r := range Table {
		if !given[r.Key] {
			t.Errorf("no plan here assumes %s", r.Key)
		}
	}
}

// TestWhatIsToBeConfirmed says when a value that is no usual fact stands in the
// list, and what it adds.
func TestWhatIsToBeConfirmed(t *testing.T) {
	for _, c := range []struct {
		says, lines, key string
		want             bool
		note             string
	}{
		{"the length of keys", domainFleet, "pki.key_bits", true, ""},
		{"no certificate is issued", domainFleet + "pki.certificates_issued = no\n", "pki.key_bits", false, ""},
		{"revocation is off", domainFleet, "gateway.verify_revocation", true, ""},
		{"a size for all", hybridFleet, "gateway.vm_instances", false, ""},
		{"a size without a count", hybridFleet + "devices[0].count = \n", "gateway.vm_instances", true, "1 kind of device has no number"},
		{"a policy that nobody looked at", hybridFleet, "entra.conditional_access_all_apps", false, ""},
		{"a workgroup gets no deployments to users", workgroupFleet, "devices[0].user_centric", false, ""},
		{"users of hybrid joined devices", hybridFleet, "devices[0].user_centric", true, ""},
		{"Windows of hybrid joined devices", hybridFleet + "devices[0].windows = \n", "devices[0].windows", true, ""},
		{"Windows of Entra joined devices", hybridFleet + "devices[0].join = entra\ndevices[0].windows = \n", "devices[0].windows", false, ""},
		{"the version rules a classic CMG out", hybridFleet, "gateway.classic_present", false, ""},
		{"a version that nobody knows, in US Government", hybridFleet + "site.version = \ngateway.region = usgovvirginia\n", "gateway.environment", true, "2111 or later"},
	} {
		p := Plan(plantest.PlanOf(t, c.lines))
		at := slices.IndexFunc(List(&p), func(a Assumption) bool { return a.Key == c.key })
		if at < 0 {
			t.Errorf("%s: %s is not assumed", c.says, c.key)
			continue
		}
		if a := List(&p)[at]; a.Confirm != c.want || !strings.Contains(a.Where, c.note) {
			t.Errorf("%s: %s to confirm: %v, %s", c.says, a.Key, a.Confirm, a.Where)
		}
	}
}

// TestAGoodPlanNeedsNothing: where everything is answered, nothing is assumed.
func TestAGoodPlanNeedsNothing(t *testing.T) {
	p := Plan(*plantest.GoodPlan())
	for _, a := range List(&p) {
		if a.Key != "devices[3].windows" {
			t.Errorf("%s is assumed", a.Key)
		}
	}
}

// TestTheListGoesWithItsEntry: to take one entry out leaves what is assumed about
// the others where it was.
func TestTheListGoesWithItsEntry(t *testing.T) {
	p := Plan(plantest.PlanOf(t, mixedFleet))
	want := p.Devices[2].Assumed
	p.Devices = p.Devices[2:]
	if got := Plan(p).Devices[0].Assumed; got != want || want == "" || len(p.AssumedFields()) == 0 {
		t.Errorf("assumed are %q, were %q", got, want)
	}
}
