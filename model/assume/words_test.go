package assume

import (
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
)

// TestFindingsSayWhatIsAssumed: a fault that nobody saw is an open question, and
// a finding that rests on an assumed value names it. An answer is told as before.
func TestFindingsSayWhatIsAssumed(t *testing.T) {
	for _, c := range []struct{ says, lines, rule, want, confirmed string }{
		{"a state", hybridFleet, "dotnet-48", "not known yet, assumed: No", "a server lacks it"},
		{"the careful value of one", hybridFleet, "conditional-access", "not known yet, assumed: Yes", "a policy covers All resources (formerly 'All cloud apps')"},
		{"the CAs of clients", domainFleet, "mp-trusts-client-ca", "not known yet, assumed: No", "its Windows does not trust them"},
		{"another key than the subject", domainFleet, "site-crl-check",
			"the site makes clients check a CRL that the internet cannot read (assumed: site.check_crl = yes)", "the site makes clients check a CRL that the internet cannot read"},
		{"a size", hybridFleet + "gateway.vm_instances = 1\ndevices[0].count = 7000\n", "capacity",
			"7000 devices on the internet, and each instance serves 6000 (assumed: gateway.vm_size = A2_v2)", "7000 devices on the internet, and each instance serves 6000"},
		{"answers alone", hybridFleet + "gateway.resource_group_in_region = no\n", "resource-group-region", "it is in another region", "it is in another region"},
	} {
		p := Plan(plantest.PlanOf(t, c.lines))
		plain := Confirm(p, Everything)
		if got := detail(&p, c.rule); got != c.want {
			t.Errorf("%s: %q, want %q", c.says, got, c.want)
		}
		if got := detail(&plain, c.rule); got != c.confirmed {
			t.Errorf("%s, confirmed: %q, want %q", c.says, got, c.confirmed)
		}
	}
}

func detail(p *model.Plan, rule string) string {
	for _, f := range rules.Findings(p) {
		if f.Rule == rule {
			return f.Detail
		}
	}
	return "(none)"
}
