package rules

import (
	"slices"

	"cmgwizard/model"
)

// An Edition is a state of the rules. A plan keeps the number of the one that
// judged it when it was saved.
type Edition struct {
	Number  int
	Date    string // "YYYY-MM-DD"
	New     []string
	Changed []Change
}

// A Change is a rule that judges otherwise than in the edition before.
type Change struct {
	Rule   string
	What   string                        // what is different now
	Before func(p *model.Plan) []Finding // how it judged until then
}

// firstEdition judged the plans that keep no number.
const firstEdition = 1

// Editions are the states of the rules, the oldest first. Rules that judge
// otherwise need a new one: a test compares them with what the last one found.
var Editions = []Edition{
	{Number: firstEdition, Date: "2026-11-21"},
	{Number: 2, Date: "2026-11-22", New: []string{
		"service-connection-point", "dotnet-48", "boot-media-internet-only", "resource-providers", "service-name-unique",
		"scale-set-version", "tls12-enforced", "app-id-uri", "app-secret-recorded", "certificate-selection",
		"mp-trusts-client-ca", "verify-revocation-recommended", "monitoring-key-length", "network-location-policy",
		"mp-proxy-local-system", "tls-inspection", "intranet-boundary-group", "connection-point-ports-range",
		"token-client-version", "delta-content-off", "hybrid-registration",
	}},
	{Number: 3, Date: "2026-11-22", New: []string{
		"device-state", "chain-complete", "client-certificate-usable", "stray-certificate-seen",
		"server-certificate-usable", "server-certificate-name", "bulk-token-usable", "evidence-in-date",
	}, Changed: []Change{
		{"crl-public", "certificates among the evidence are looked at as well", crlByAnswer},
	}},
	{Number: 4, Date: "2026-11-29", New: []string{"internet-use-known", "user-centric-known", "task-sequences-over-cmg"}, Changed: []Change{
		{"cmg-mp-present", "a management point without a host does not count", withHosts("cmg-mp-present")},
		{"connection-point-present", "a connection point without a host does not count", withHosts("connection-point-present")},
		{"mp-internet-access", "management points without CMG traffic are looked at as well", accessOfCMGPoints},
		{"user-centric-needs-entra", "a warning, no longer a blocker: deployments to devices arrive", graded("user-centric-needs-entra", model.Blocker)},
		{"client-key-length", "a warning, no longer a blocker: no page says that another length fails", graded("client-key-length", model.Blocker)},
		{"entra-user-discovery", "recommended wherever Microsoft Entra ID is used", discoveryForUsers},
		{"service-name-unique", "a name that is taken needs another name: no task makes it free", nameByTask},
		{"scale-set-version", "a blocker before version 2010, a warning in 2010 and 2103", graded("scale-set-version", model.Advice)},
	}},
	{Number: 5, Date: "2026-11-29", New: []string{
		"version-supported", "entra-disabled-tenant", "site-system-os", "azure-ad-graph-console", "workgroup-approval", "traffic-alert-dead",
		"maintenance-message", "cmg-image-offer", "security-update", "new-cmg-on-2409", "cmg-content-branchcache", "cmg-content-sql",
		"connector-dormant-2303", "pki-registration-2203", "console-version-agrees",
	}, Changed: []Change{
		{"classic-cmg", "a blocker in every version: Azure retired the cloud service (classic) in 2024", classicByVersion},
	}},
	{Number: 6, Date: "2026-11-29", New: []string{"service-name-public", "region-listed"}},
}

// classicByVersion is how "classic-cmg" judged while it was a warning before
// version 2403.
func classicByVersion(p *model.Plan) []Finding {
	return judgedAs("classic-cmg", p, func(r *Rule) { r.Severity = bySince(model.HTTPRemoved, model.Blocker, model.Warning) })
}

// judgedAs judges with a rule as it was.
func judgedAs(id string, p *model.Plan, change func(*Rule)) []Finding {
	rule := Find(id)
	change(&rule)
	return rule.judged(p)
}

// graded is how a rule judged while it had another severity.
func graded(id string, s model.Severity) func(p *model.Plan) []Finding {
	return func(p *model.Plan) []Finding {
		return judgedAs(id, p, func(r *Rule) { r.Severity = always(s) })
	}
}

// withHosts is how a rule judged while an entry without a host counted as one.
func withHosts(id string) func(p *model.Plan) []Finding {
	return func(p *model.Plan) []Finding {
		named := *p
		named.ManagementPoints, named.ConnectionPoints = slices.Clone(p.ManagementPoints), slices.Clone(p.ConnectionPoints)
		for i := range named.ManagementPoints {
			named.ManagementPoints[i].Host = model.Unsure
		}
		for i := range named.ConnectionPoints {
			named.ConnectionPoints[i].Host = model.Unsure
		}
		return judgedAs(id, &named, func(*Rule) {})
	}
}

// accessOfCMGPoints is how "mp-internet-access" judged while it looked at
// management points with CMG traffic alone.
func accessOfCMGPoints(p *model.Plan) []Finding {
	findings := judgedAs("mp-internet-access", p, func(*Rule) {})
	return slices.DeleteFunc(findings, func(f Finding) bool { return f.Severity != model.Blocker })
}

// discoveryForUsers is how "entra-user-discovery" judged while it asked only
// where users need to be found.
func discoveryForUsers(p *model.Plan) []Finding {
	if userDiscoverySeverity(p) != model.Warning {
		return nil
	}
	return judgedAs("entra-user-discovery", p, func(*Rule) {})
}

// nameByTask is how "service-name-unique" judged while its task was said to
// make it hold.
func nameByTask(p *model.Plan) []Finding {
	return judgedAs("service-name-unique", p, func(r *Rule) {
		r.Judge = func(p *model.Plan) []model.Outcome {
			return onceAnswered("gateway.name_available", p.Gateway.NameAvailable, "it is taken", model.NameFree)
		}
	})
}

// crlByAnswer is how "crl-public" judged while no file was looked at.
func crlByAnswer(p *model.Plan) []Finding {
	bare := *p
	bare.Evidence = nil
	return judgedAs("crl-public", &bare, func(*Rule) {})
}

// LatestEdition is the edition of the rules of this program.
func LatestEdition() Edition { return Editions[len(Editions)-1] }

// News is what a later edition of the rules says about a plan that the edition
// which saved it did not.
type News struct {
	Finding
	Was  OutcomeWord `json:"was"`  // "" for a rule that did not exist
	What string      `json:"what"` // what is different now
}

// SavedEdition is the number of the edition that judged the plan when it was
// saved, 0 for a plan that no program ever saved.
func SavedEdition(p *model.Plan) int {
	switch {
	case p.Rules > 0:
		return p.Rules
	case p.Serial > 0:
		return firstEdition
	}
	return 0
}

// NewsOf lists what is judged otherwise since the plan was saved.
func NewsOf(p *model.Plan) []News {
	news := []News{}
	saved := SavedEdition(p)
	if saved == 0 || saved >= LatestEdition().Number {
		return news
	}
	now := AllFindings(p)
	for _, e := range Editions {
		if e.Number > saved {
			news = append(news, e.news(p, now)...)
		}
	}
	return news
}

func (e Edition) news(p *model.Plan, now []Finding) []News {
	var news []News
	for _, f := range now {
		for _, id := range e.New {
			if f.Rule == id && f.Matters() {
				news = append(news, News{f, "", "a new rule"})
			}
		}
		for _, c := range e.Changed {
			if c.Rule != f.Rule {
				continue
			}
			if was, differs := c.was(p, f); differs {
				news = append(news, News{f, was, c.What})
			}
		}
	}
	return news
}

// was is how the rule came out about the same subject before, and whether that
// differs.
func (c Change) was(p *model.Plan, now Finding) (OutcomeWord, bool) {
	for _, f := range c.Before(p) {
		if f.Subject == now.Subject {
			return f.Outcome, f.Outcome != now.Outcome || f.Severity != now.Severity && now.Matters()
		}
	}
	return NotAsked, now.Matters()
}
