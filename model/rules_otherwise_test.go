package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestOutageLeadsToWhatIsMissing: the subject stays, the words and the way are
// those of what the plan lacks.
func TestOutageLeadsToWhatIsMissing(t *testing.T) {
	onePoint := func(p *Plan) { p.ConnectionPoints = p.ConnectionPoints[:1] }
	for _, c := range []struct {
		says      string
		change    func(*Plan)
		way, word string
	}{
		{"one instance", instances(1), "gateway.vm_instances", "one VM instance alone"},
		{"one connection point", onePoint, "connection_points", "one connection point alone"},
		{"one connection point, instances not known yet", both(onePoint, instancesUnsure), "connection_points", "one connection point alone"},
		{"one of each", both(onePoint, instances(1)), "gateway.vm_instances", "either"},
	} {
		p := goodPlan()
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
		method Method
		join   Join
		named  bool
	}{{ClientPKI, DomainJoined, true}, {ClientPKI, Workgroup, true}, {SiteToken, DomainJoined, false}, {"", Workgroup, false}} {
		p := goodPlan()
		httpsAloneInside(p)
		p.Devices[1].Method, p.Devices[1].Join, p.Devices[1].ClientCertificate = c.method, c.join, No
		f := findingOf(t, p, "internal-clients-https-mp")
		if f.Outcome != Broken || f.Task != "" || strings.Contains(f.Fix, "task pki-autoenroll") != c.named {
			t.Errorf("%q, %s: %s with task %q: %s", c.method, c.join, f.Outcome, f.Task, f.Fix)
		}
	}
}

// TestCertificatesAreUsedBeforeTheyAreAskedFor: clients use their certificates
// before a management point asks for one, and enrol once the CRL can be read.
func TestCertificatesAreUsedBeforeTheyAreAskedFor(t *testing.T) {
	p := goodPlan()
	place := map[string]int{}
	for i, item := range p.Items(p.Findings()) {
		place[item.ID] = i + 1
	}
	order := []string{"pki-template", "pki-crl", "pki-autoenroll", "site-pki-option", "mp-https", "cmg-ready"}
	for i, id := range order {
		if place[id] == 0 || i > 0 && place[id] < place[order[i-1]] {
			t.Errorf("%s is number %d, after %v", id, place[id], place)
		}
	}
	if after := taskCalled(t, "site-pki-option").After; slices.Contains(after, "cmg-ready") {
		t.Errorf("it waits for %q", after)
	}
}

// TestNewsOfTheFourthEdition: a plan that the third edition judged says what is
// judged otherwise now, and nothing of what is not.
func TestNewsOfTheFourthEdition(t *testing.T) {
	p := goodPlan()
	p.Serial, p.Rules = 5, 3
	if news := p.News(); len(news) > 0 {
		t.Errorf("the good plan has news: %v", news)
	}
	p.Devices[1].UserCentric, p.Devices[2].UserCentric, p.Devices[3].Internet = Yes, "", Unsure
	p.PKI.KeyBits, p.Gateway.NameAvailable = Num(3072), NameTaken
	p.ManagementPoints[0].CMGTraffic, p.ManagementPoints[0].InternetAccess = No, No
	p.ManagementPoints[1].Host = ""
	p.ConnectionPoints = []ConnectionPoint{{}}
	var got []string
	for _, n := range p.News() {
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
		change         func(*Plan)
	}{
		{"scale-set-version", "broken", "blocker broken", version("2006")},
		{"scale-set-version", "broken", "warning broken", version("2103")},
		{"entra-user-discovery", "skipped", "advice planned", func(p *Plan) {
			p.Entra.Identities, p.Devices[0].UserCentric, p.Entra.EntraUserDiscovery = CloudOnly, No, No
		}},
	} {
		p := goodPlan()
		c.change(p)
		p.Serial, p.Rules = 5, 3
		i := slices.IndexFunc(p.News(), func(n News) bool { return n.Rule == c.rule })
		if i < 0 {
			t.Errorf("%s is no news", c.rule)
			continue
		}
		if n := p.News()[i]; string(n.Was) != c.was || fmt.Sprint(n.Severity, " ", n.Outcome) != c.now {
			t.Errorf("%s: %s, now %s %s", c.rule, n.Was, n.Severity, n.Outcome)
		}
	}
}

// TestOldVersionsAreNotReady: a plan that is ready otherwise is blocked before
// version 2010, and one of version 2002 says what fails there besides.
func TestOldVersionsAreNotReady(t *testing.T) {
	for v, want := range map[Version]VerdictWord{
		"2002": IsBlocked, "2006": IsBlocked, "2010": ReadyWarnings, "2103": ReadyWarnings, "2107": IsReady, "": IsReady,
	} {
		p := goodPlan()
		p.Site.Version = v
		if got := Judge(*p).Verdict; got != want {
			t.Errorf("version %q: %s, want %s", v, got, want)
		}
		told := slices.ContainsFunc(p.Findings(), func(f Finding) bool { return f.Rule == "task-sequences-over-cmg" })
		if told != (v == "2002") {
			t.Errorf("version %q: task sequences are spoken of: %v", v, told)
		}
	}
}

// TestGapsAreNotReady: what nobody said is open, and the plan is not ready.
func TestGapsAreNotReady(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*Plan)
		want   VerdictWord
		open   []string
	}{
		{"a device without an answer on the internet", func(p *Plan) { p.Devices[1].Internet = "" }, IsIncomplete, []string{"devices[1].internet"}},
		{"an empty connection point", func(p *Plan) { p.ConnectionPoints = make([]ConnectionPoint, 1) }, IsIncomplete, []string{"connection_points[0].host"}},
		{"CMG management points without a host", func(p *Plan) {
			p.ManagementPoints[0].Host, p.ManagementPoints[1].Host = "", ""
		}, IsIncomplete, []string{"management_points[0].host", "management_points[1].host"}},
		{"deployments to users are open with tokens", func(p *Plan) { p.Devices[2].UserCentric = "" }, IsReady, []string{"devices[2].user_centric"}},
		{"a name that is taken", func(p *Plan) { p.Gateway.NameAvailable = NameTaken }, IsBlocked, []string{}},
		{"users behind certificates", func(p *Plan) { p.Devices[1].UserCentric = Yes }, ReadyWarnings, []string{}},
		{"keys of another length", func(p *Plan) { p.PKI.KeyBits = Num(3072) }, ReadyWarnings, []string{}},
	} {
		p := goodPlan()
		c.change(p)
		if got := Judge(*p).Verdict; got != c.want {
			t.Errorf("%s: %s, want %s", c.says, got, c.want)
		}
		if open := openKeys(p); !slices.Equal(open, c.open) {
			t.Errorf("%s: %q is open, want %q", c.says, open, c.open)
		}
	}
}
