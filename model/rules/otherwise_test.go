package rules

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
)

// TestOutageLeadsToWhatIsMissing: the subject stays, the words and the way are
// those of what the plan lacks.
func TestOutageLeadsToWhatIsMissing(t *testing.T) {
	onePoint := func(p *model.Plan) { p.ConnectionPoints = p.ConnectionPoints[:1] }
	for _, c := range []struct {
		says      string
		change    func(*model.Plan)
		way, word string
	}{
		{"one instance", instances(1), "gateway.vm_instances", "only one VM instance"},
		{"one connection point", onePoint, "connection_points", "only one connection point"},
		{"one connection point, instances not known yet", plantest.Both(onePoint, instancesUnsure), "connection_points", "only one connection point"},
		{"one of each", plantest.Both(onePoint, instances(1)), "gateway.vm_instances", "either"},
	} {
		p := plantest.GoodPlan()
		c.change(p)
		f := findingOf(t, p, "high-availability")
		if f.Outcome != Broken || f.Subject != "gateway.vm_instances" || f.Place() != c.way || !strings.Contains(f.Detail, c.word) {
			t.Errorf("%s: %s at %s, to %s: %s", c.says, f.Outcome, f.Subject, f.Place(), f.Detail)
		}
	}
}

// TestCertificatesInsideNameTheirTask: devices that get PKI certificates anyway
// are told how, others keep the fix of the rule.
func TestCertificatesInsideNameTheirTask(t *testing.T) {
	for _, c := range []struct {
		method model.Method
		join   model.Join
		named  bool
	}{{model.ClientPKI, model.DomainJoined, true}, {model.ClientPKI, model.Workgroup, true}, {model.SiteToken, model.DomainJoined, false}, {"", model.Workgroup, false}} {
		p := plantest.GoodPlan()
		httpsAloneInside(p)
		p.Devices[1].Method, p.Devices[1].Join, p.Devices[1].ClientCertificate = c.method, c.join, model.No
		f := findingOf(t, p, "internal-clients-https-mp")
		if f.Outcome != Broken || f.Task != "" || strings.Contains(f.Fix, "task pki-autoenroll") != c.named {
			t.Errorf("%q, %s: %s with task %q: %s", c.method, c.join, f.Outcome, f.Task, f.Fix)
		}
	}
}

// TestRolloutIsToldInDays, and the way out is one that the tool takes.
func TestRolloutIsToldInDays(t *testing.T) {
	const nothingLonger = "Create a new token for each wave of at most seven days: no bulk token is valid for longer, and none can be renewed."
	for _, c := range []struct {
		days, minutes int
		detail, fix   string
	}{
		{14, 10080, "the rollout takes 14 days, and a token is valid for 7 days", nothingLonger},
		{8, 4320, "the rollout takes 8 days, and a token is valid for 3 days", nothingLonger},
		{7, 4320, "the rollout takes 7 days, and a token is valid for 3 days", "Give the token a lifetime of 7 days (10,080 minutes), or create a new token for each wave: a bulk token cannot be renewed."},
		{1, 1439, "the rollout takes 1 day, and a token is valid for 0.9 days", "Give the token a lifetime of 1 day (1,440 minutes), or create a new token for each wave: a bulk token cannot be renewed."},
		{2, 1441, "the rollout takes 2 days, and a token is valid for less than 2 days", "Give the token a lifetime of 2 days (2,880 minutes), or create a new token for each wave: a bulk token cannot be renewed."},
	} {
		p := plantest.GoodPlan()
		p.Token.RolloutDays, p.Token.BulkLifetimeMinutes = model.Num(c.days), model.Num(c.minutes)
		if f := findingOf(t, p, "bulk-lifetime-rollout"); f.Detail != c.detail || f.Fix != c.fix {
			t.Errorf("%d days, %d minutes: %s. %s", c.days, c.minutes, f.Detail, f.Fix)
		}
	}
}

// TestNewsOfTheFourthEdition: a plan that the third edition judged says what is
// judged otherwise now, and nothing of what is not.
func TestNewsOfTheFourthEdition(t *testing.T) {
	p := plantest.GoodPlan()
	p.Serial, p.Rules = 5, 3
	if news := NewsOf(p); len(news) > 0 {
		t.Errorf("the good plan has news: %v", news)
	}
	p.Devices[1].UserCentric, p.Devices[2].UserCentric, p.Devices[3].Internet = model.Yes, "", model.Unsure
	p.PKI.KeyBits, p.Gateway.NameAvailable = model.Num(3072), model.NameTaken
	p.ManagementPoints[0].CMGTraffic, p.ManagementPoints[0].InternetAccess = model.No, model.No
	p.ManagementPoints[1].Host = ""
	p.ConnectionPoints = []model.ConnectionPoint{{}}
	var got []string
	for _, n := range NewsOf(p) {
		got = append(got, fmt.Sprintf("%s: %q, now %s %s", n.Rule, n.Was, n.Severity, n.Outcome))
	}
	want := []string{
		`client-key-length: "broken", now warning broken`,
		`cmg-mp-present: "holds", now blocker unknown`,
		`connection-point-present: "holds", now blocker unknown`,
		`internet-use-known: "", now blocker unknown`,
		`mp-internet-access: "skipped", now warning planned`,
		`service-name-unique: "planned", now blocker broken`,
		`user-centric-known: "", now warning unknown`,
		`user-centric-needs-entra: "broken", now warning broken`,
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("news:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestNewsOfEarlyVersionsAndCloudUsers are the two that no plan has beside the
// others.
func TestNewsOfEarlyVersionsAndCloudUsers(t *testing.T) {
	for _, c := range []struct {
		rule, was, now string
		change         func(*model.Plan)
	}{
		{"scale-set-version", "broken", "blocker broken", version("2006")},
		{"scale-set-version", "broken", "warning broken", version("2103")},
		{"entra-user-discovery", "skipped", "advice planned", func(p *model.Plan) {
			p.Entra.Identities, p.Devices[0].UserCentric, p.Entra.EntraUserDiscovery = model.CloudOnly, model.No, model.No
		}},
	} {
		p := plantest.GoodPlan()
		c.change(p)
		p.Serial, p.Rules = 5, 3
		i := slices.IndexFunc(NewsOf(p), func(n News) bool { return n.Rule == c.rule })
		if i < 0 {
			t.Errorf("%s is no news", c.rule)
			continue
		}
		if n := NewsOf(p)[i]; string(n.Was) != c.was || fmt.Sprint(n.Severity, " ", n.Outcome) != c.now {
			t.Errorf("%s: %s, now %s %s", c.rule, n.Was, n.Severity, n.Outcome)
		}
	}
}
