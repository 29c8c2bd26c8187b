package compare

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
	"cmgwizard/model/slow"
)

func usersInWorkgroup() *model.Plan {
	p := plantest.WorkgroupFleet()
	p.Devices[0].UserCentric = model.Yes
	return p
}

func methodGroup(p *model.Plan) Group { return Plan(*p).Groups[0] }

func pointGroup(p *model.Plan) Group { return Plan(*p).Groups[1] }

func alternative(t *testing.T, g Group, id string) Alternative {
	t.Helper()
	for _, a := range g.Alternatives {
		if a.ID == id || slices.ContainsFunc(a.Also, func(n Name) bool { return n.ID == id }) {
			return a
		}
	}
	t.Fatalf("%s: there is no alternative %q", g.ID, id)
	return Alternative{}
}

// names are the alternatives in order, with the other names of each.
func (g Group) names() []string {
	list := []string{}
	for _, a := range g.Alternatives {
		ids := []string{a.ID}
		for _, also := range a.Also {
			ids = append(ids, also.ID)
		}
		list = append(list, strings.Join(ids, "="))
	}
	return list
}

func TestMethodAlternatives(t *testing.T) {
	for _, c := range []struct {
		says string
		plan *model.Plan
		want []string
	}{
		{"a hybrid fleet", plantest.HybridFleet(), []string{"planned=entra=recommended", "pki", "token"}},
		{"a hybrid fleet without a method", plantest.FleetWith(plantest.HybridFleet(), plantest.NoMethodYet), []string{"entra=recommended", "pki", "token"}},
		{"a workgroup fleet, and a PKI", plantest.WorkgroupFleet(), []string{"planned=token", "entra", "pki=recommended"}},
		{"a workgroup fleet, no PKI", plantest.FleetWith(plantest.WorkgroupFleet(), noPKI), []string{"planned=token=recommended", "entra", "pki"}},
		{"a mixed fleet", plantest.MixedFleet(), []string{"planned=certificates-held", "entra", "pki", "token", "recommended=entra-else-pki", "entra-else-token"}},
		{"a mixed fleet without a method", plantest.FleetWith(plantest.MixedFleet(), plantest.NoMethodYet),
			[]string{"entra", "pki", "token", "recommended=entra-else-pki", "entra-else-token", "certificates-held"}},
		{"devices inside are not asked", plantest.FleetWith(plantest.HybridFleet(), func(p *model.Plan) { p.Devices = append(p.Devices, plantest.GoodDevices()[3]) }),
			[]string{"planned=entra=recommended", "pki", "token"}},
	} {
		if got := methodGroup(c.plan).names(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.says, got, c.want)
		}
	}
}

func noPKI(p *model.Plan) { p.PKI.Available = model.No }

func TestPointAlternatives(t *testing.T) {
	for _, c := range []struct {
		says string
		plan *model.Plan
		want []string
	}{
		{"one point on E-HTTP", plantest.HybridFleet(), []string{"planned=e-http", "https", "https-only"}},
		{"two points, one HTTPS", plantest.GoodPlan(), []string{"planned", "e-http", "https", "https-only"}},
		{"one of two takes CMG traffic", plantest.FleetWith(plantest.GoodPlan(), func(p *model.Plan) { p.ManagementPoints[1].CMGTraffic = model.No }),
			[]string{"planned=e-http", "https=https-everywhere", "https-only"}},
		{"the other is not HTTPS either", plantest.FleetWith(plantest.GoodPlan(), func(p *model.Plan) {
			p.ManagementPoints[1].CMGTraffic, p.ManagementPoints[1].Clients = model.No, model.ConnectHTTP
		}),
			[]string{"planned=e-http", "https", "https-everywhere", "https-only"}},
		{"clients cannot get certificates", plantest.FleetWith(plantest.HybridFleet(), noPKI), []string{"planned=e-http", "https"}},
		{"HTTPS only is the plan already", plantest.FleetWith(plantest.HybridFleet(), plantest.Both(noPKI, func(p *model.Plan) { p.Site.Security = model.HTTPSOnly })),
			[]string{"planned", "e-http", "https=https-only"}},
		{"no point is listed", plantest.FleetWith(plantest.HybridFleet(), plantest.NoPoints), []string{"planned=e-http", "https", "https-only"}},
		{"nothing is answered about the points", plantest.FleetWith(plantest.HybridFleet(), func(p *model.Plan) { p.Site.Security, p.ManagementPoints[0].Clients = "", "" }),
			[]string{"e-http", "https", "https-only"}},
		{"nobody knows who takes CMG traffic", plantest.FleetWith(plantest.HybridFleet(), func(p *model.Plan) { p.ManagementPoints[0].CMGTraffic = model.Unsure }),
			[]string{"planned=e-http", "https", "https-only"}},
		{"plain HTTP", plantest.FleetWith(plantest.HybridFleet(), plainSite), []string{"planned", "e-http", "https", "https-only"}},
	} {
		if got := pointGroup(c.plan).names(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.says, got, c.want)
		}
	}
}

func plainSite(p *model.Plan) { p.Site.Security = model.PlainHTTP }

func TestComparedVerdicts(t *testing.T) {
	for _, c := range []struct {
		says, id string
		group    Group
		want     judge.Verdict
	}{
		{"a hybrid fleet with Entra", "entra", methodGroup(plantest.HybridFleet()), judge.IsReady},
		{"its users are lost with certificates", "pki", methodGroup(plantest.HybridFleet()), judge.ReadyWarnings},
		{"its users are lost with tokens", "token", methodGroup(plantest.HybridFleet()), judge.ReadyWarnings},
		{"a workgroup cannot use Entra", "entra", methodGroup(plantest.WorkgroupFleet()), judge.IsBlocked},
		{"a workgroup with tokens", "token", methodGroup(plantest.WorkgroupFleet()), judge.IsReady},
		{"certificates want an HTTPS point", "pki", methodGroup(plantest.WorkgroupFleet()), judge.ReadyWarnings},
		{"users in a workgroup, with tokens", "token", methodGroup(usersInWorkgroup()), judge.ReadyWarnings},
		{"users in a workgroup, with Entra", "entra", methodGroup(usersInWorkgroup()), judge.IsBlocked},
		{"certificates over E-HTTP", "e-http", pointGroup(plantest.CertificateFleet()), judge.ReadyWarnings},
		{"certificates over HTTPS", "https", pointGroup(plantest.CertificateFleet()), judge.IsReady},
		{"plain HTTP as planned", "planned", pointGroup(plantest.FleetWith(plantest.HybridFleet(), plainSite)), judge.IsBlocked},
		{"plain HTTP is mended by E-HTTP", "e-http", pointGroup(plantest.FleetWith(plantest.HybridFleet(), plainSite)), judge.IsReady},
		{"tokens of a device that is long off", "token", methodGroup(plantest.FleetWith(plantest.WorkgroupFleet(), longOff)), judge.IsBlocked},
		{"certificates of a device that is long off", "pki", methodGroup(plantest.FleetWith(plantest.WorkgroupFleet(), longOff)), judge.ReadyWarnings},
	} {
		if got := alternative(t, c.group, c.id).Verdict; got != c.want {
			t.Errorf("%s: %s, want %s", c.says, got, c.want)
		}
	}
}

func longOff(p *model.Plan) { p.Token.LongestOfflineDays = model.Num(120) }

func TestComparedService(t *testing.T) {
	p := plantest.MixedFleet()
	slices.Reverse(p.Devices)
	entra := alternative(t, methodGroup(p), "entra")
	if s := entra.Devices; s.Supported != 1 || s.Served != 1000 || s.Devices != 1600 || len(s.Kinds) != 3 || s.Unknown != 0 {
		t.Errorf("Entra for all serves %+v", s)
	}
	if got := entra.Devices.Words(); !slices.Equal(got, []string{"1 of 3 kinds", "about 1,000 of 1,600 devices"}) {
		t.Errorf("it says %q", got)
	}
	p.Devices[1].Count = model.UnsureNumber
	if got := alternative(t, methodGroup(p), "token").Devices.Words()[1]; got != "about 1,100 of 1,100 counted devices" {
		t.Errorf("with a kind that is not counted: %q", got)
	}
	p.ManagementPoints = nil
	if got := alternative(t, methodGroup(p), "pki").Devices.Words()[0]; got != "3 of 3 kinds" {
		t.Errorf("with a supposed management point: %q", got)
	}
	p.ManagementPoints = []model.ManagementPoint{{}}
	if got := alternative(t, methodGroup(p), "pki").Devices.Words()[0]; got != "0 of 3 kinds, 3 not known yet" {
		t.Errorf("with one of which nothing is known: %q", got)
	}
}

func TestComparedUsers(t *testing.T) {
	served := func(p *model.Plan, id string) []string {
		return model.EachInWords(alternative(t, methodGroup(p), id).Users, UserService.words)
	}
	noPoint := plantest.FleetWith(plantest.HybridFleet(), func(p *model.Plan) { p.ManagementPoints = []model.ManagementPoint{{}} })
	notAsked := plantest.FleetWith(plantest.HybridFleet(), func(p *model.Plan) { p.Devices[0].UserCentric = "" })
	for _, c := range []struct {
		says string
		got  []string
		want string
	}{
		{"Entra serves users", served(plantest.HybridFleet(), "entra"), "Hybrid joined: served"},
		{"certificates do not", served(plantest.HybridFleet(), "pki"), "Hybrid joined: not served"},
		{"nobody wants it", served(plantest.WorkgroupFleet(), "token"), ""},
		{"a workgroup cannot", served(usersInWorkgroup(), "entra"), "Workgroup: not served"},
		{"no point is known", served(noPoint, "entra"), "Hybrid joined: not known yet"},
		{"a token never does, whatever is missing", served(noPoint, "token"), "Hybrid joined: not served"},
		{"nobody said whether it is wanted", served(notAsked, "pki"), "Hybrid joined: not known whether wanted, not served"},
	} {
		if got := strings.Join(c.got, "|"); got != c.want {
			t.Errorf("%s: %q, want %q", c.says, got, c.want)
		}
	}
}

// TestComparedTasks: a blocked task is still to be done, and what the answers
// or a person say is done is not.
func TestComparedTasks(t *testing.T) {
	p := plantest.HybridFleet()
	before := alternative(t, methodGroup(p), "planned").Tasks
	p.Tasks = []model.Progress{{ID: "plan-limits", State: model.Done, By: "Ada"}, {ID: "pre-people", State: model.Blocked}}
	after := alternative(t, methodGroup(p), "planned").Tasks
	if after.Count != before.Count || after.Open != before.Open-1 {
		t.Errorf("%d tasks, %d open; then %d, %d open", before.Count, before.Open, after.Count, after.Open)
	}
}

func TestComparedRequirements(t *testing.T) {
	at := func(a Alternative, side rules.Where) []string { return needsAt(side)(a) }
	g := methodGroup(plantest.HybridFleet())
	if got := at(alternative(t, g, "pki"), rules.AtClients); !slices.Equal(got, []string{"Client certificates on devices"}) {
		t.Errorf("certificates ask clients for %q", got)
	}
	if got := at(alternative(t, g, "pki"), rules.AtPKI); !slices.Equal(got, []string{"Trusted root chain on the CMG"}) {
		t.Errorf("certificates ask the PKI for %q", got)
	}
	if got := at(alternative(t, g, "entra"), rules.AtClients); len(got) != 0 {
		t.Errorf("Entra asks clients for %q", got)
	}
	if got := at(alternative(t, pointGroup(plantest.CertificateFleet()), "e-http"), rules.AtServers); !slices.Contains(got, "Certificate on connection points (recommended)") {
		t.Errorf("certificates over E-HTTP ask servers for %q", got)
	}
	if got := at(alternative(t, pointGroup(plantest.CertificateFleet()), "https"), rules.AtServers); !slices.Contains(got, "Web server certificates") {
		t.Errorf("HTTPS asks servers for %q", got)
	}
}

// TestAlternativesAreTheJudgedPlan changes the plan by hand, through its
// fields, and compares every figure with those of Judge.
func TestAlternativesAreTheJudgedPlan(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(21))
	for n := range slow.Rounds(100) {
		p := plantest.RandomPlan(random)
		for _, g := range Plan(*p).Groups {
			for _, a := range g.Alternatives {
				base, _ := withPoint(*p)
				if g.ID == "management-points" {
					base, _ = withMethods(base)
				}
				if problem := differs(&base, a); problem != "" {
					t.Fatalf("plan %d, %s: %s", n, a.ID, problem)
				}
			}
		}
	}
}

func differs(p *model.Plan, a Alternative) string {
	byHand := *p
	byHand.Answers = p.Clone()
	for _, change := range a.Changes {
		field, found := byHand.Field(change.Key)
		if !found || model.Clean(field.Text()) != change.Old {
			return fmt.Sprintf("%s was not %q", change.Key, change.Old)
		}
		if err := field.Set(change.New); err != nil {
			return err.Error()
		}
	}
	o := judge.Plan(byHand)
	counts := map[string][2]int{
		"tasks": {a.Tasks.Count, len(o.Items)}, "open answers": {a.Open, len(o.Open)},
		"blockers":   {subjectsOf(a.Blockers), o.Count(model.Blocker, rules.Broken) + o.Count(model.Blocker, rules.Unclear)},
		"warnings":   {subjectsOf(a.Warnings), o.Count(model.Warning, rules.Broken)},
		"open tasks": {a.Tasks.Open, openItemsOf(o)}, "tasks of the owners": {ownersSum(a.Tasks), len(o.Items)},
		"kinds": {len(a.Devices.Kinds), len(byHand.InternetDevices())}, "supported": {a.Devices.Supported, supportedOf(o)},
		"requirements": {needsSum(a), askedNeeds(o)},
	}
	for what, pair := range counts {
		if pair[0] != pair[1] {
			return fmt.Sprintf("%s: %d, judged %d", what, pair[0], pair[1])
		}
	}
	if a.Verdict != o.Verdict || !reflect.DeepEqual(a.Expiries, judge.Expiries(&byHand)) {
		return "another verdict or other expiries"
	}
	return ""
}

func subjectsOf(obstacles []Obstacle) int {
	n := 0
	for _, o := range obstacles {
		n += len(o.Subjects)
	}
	return n
}

func openItemsOf(o judge.Judgement) int {
	n := 0
	for _, item := range o.Items {
		if item.Progress.State == model.Open || item.Progress.State == model.Blocked {
			n++
		}
	}
	return n
}

func ownersSum(w Work) int {
	n := 0
	for _, owner := range w.Owners {
		n += owner.Count
	}
	return n
}

func supportedOf(o judge.Judgement) int {
	n := 0
	for _, d := range o.Devices {
		if d.Location == model.OnInternet && d.Supported == "yes" {
			n++
		}
	}
	return n
}

func needsSum(a Alternative) int {
	n := 0
	for _, side := range a.Requirements {
		n += len(side.Required) + len(side.Recommended) + len(side.Unknown)
	}
	return n
}

func askedNeeds(o judge.Judgement) int {
	n := 0
	for _, r := range o.Requirements {
		if r.Need != rules.NotRequired {
			n++
		}
	}
	return n
}

func TestCompareLeavesThePlanAlone(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(22))
	for n := range slow.Rounds(200) {
		p := plantest.RandomPlan(random)
		kept := *p
		kept.Answers = p.Clone()
		first := Plan(*p)
		if !reflect.DeepEqual(*p, kept) {
			t.Fatalf("plan %d was changed", n)
		}
		if !reflect.DeepEqual(first, Plan(*p)) {
			t.Fatalf("plan %d: two comparisons of one plan", n)
		}
	}
}

func TestAlternativesAreUnique(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(23))
	for n := range slow.Rounds(150) {
		p := plantest.RandomPlan(random)
		for _, g := range Plan(*p).Groups {
			answers, ids := map[string]bool{}, map[string]bool{}
			for _, a := range g.Alternatives {
				key := fmt.Sprint(a.Changes)
				if answers[key] {
					t.Fatalf("plan %d: %s comes to answers that are there already", n, a.ID)
				}
				answers[key] = true
				for _, name := range append(a.Also, a.Name) {
					if ids[name.ID] {
						t.Fatalf("plan %d: %s is there twice", n, name.ID)
					}
					ids[name.ID] = true
				}
			}
		}
	}
}

func TestWithoutInternetDevices(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*model.Plan)
		first  []string
		note   string
	}{
		{"no device at all", plantest.NoDevices, []string{"devices"}, "Answer that first."},
		{"nobody said where", func(p *model.Plan) {
			p.Devices[0].Internet, p.Devices[1].Internet, p.Devices[2].Internet = "", model.Unsure, model.No
		},
			[]string{"devices[0].internet", "devices[1].internet"}, "Answer that first."},
		{"all inside", plantest.NobodyOnTheInternet, nil, "is used on the internet."},
	} {
		p := plantest.GoodPlan()
		c.change(p)
		comparison := Plan(*p)
		var keys []string
		for _, item := range comparison.First {
			keys = append(keys, item.Key)
		}
		if !slices.Equal(keys, c.first) || comparison.First == nil {
			t.Errorf("%s: answer first %q, want %q", c.says, keys, c.first)
		}
		for _, g := range comparison.Groups {
			if len(g.Alternatives) != 0 || g.Alternatives == nil || !strings.Contains(g.Notes[0], c.note) {
				t.Errorf("%s: %+v", c.says, g)
			}
		}
	}
}

func TestNotes(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*model.Plan)
		group  func(*model.Plan) Group
		want   string // "" for no note
	}{
		{"everything is known", nil, methodGroup, ""},
		{"no method", plantest.NoMethodYet, methodGroup, "No method is chosen yet."},
		{"a kind may be inside only", func(p *model.Plan) { p.Devices[2].Internet = model.Unsure }, methodGroup, "whether they are used on the internet: Workgroup."},
		{"a Windows is not known", func(p *model.Plan) { p.Devices[0].Windows = "" }, methodGroup, "is not known yet: Hybrid joined."},
		{"everything is known about the points", nil, pointGroup, ""},
		{"no point is listed", plantest.NoPoints, pointGroup, "No management point is listed yet"},
		{"none takes CMG traffic", plantest.NoCMGPoint, pointGroup, "No listed management point accepts CMG traffic"},
		{"one may", func(p *model.Plan) { plantest.NoCMGPoint(p); p.ManagementPoints[1].CMGTraffic = model.Unsure }, pointGroup, "those that still may: mp2.contoso.com."},
		{"no PKI", noPKI, pointGroup, "HTTPS only for the whole site is left out"},
	} {
		p := plantest.GoodPlan()
		if c.change != nil {
			c.change(p)
		}
		notes := c.group(p).Notes
		switch {
		case notes == nil, c.want == "" && len(notes) != 0:
			t.Errorf("%s: %q", c.says, notes)
		case c.want != "" && (len(notes) != 1 || !strings.Contains(notes[0], c.want)):
			t.Errorf("%s: %q, want %q", c.says, notes, c.want)
		}
	}
}

func TestOwnAlternatives(t *testing.T) {
	p := plantest.HybridFleet()
	g, err := NewGroup(*p, [][]model.Setting{
		{{Key: "devices[0].method", Value: "pki"}, {Key: "devices[0].user_centric", Value: "no"}},
		{{Key: "devices[0].method", Value: "entra"}},
		{{Key: "token.registration", Value: "internal-network,bulk"}, {Key: "gateway.vm_instances", Value: ""}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := g.names(), []string{"planned=own-2", "own-1", "own-3"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := alternative(t, g, "own-1"); got.Verdict != judge.ReadyWarnings || got.Title != "Hybrid joined: Do users of these devices get user-targeted deployments? No; Hybrid joined: PKI certificate" {
		t.Errorf("%s: %s", got.Title, got.Verdict)
	}
	if got := g.Alternatives[0].Called(); got != "As planned (also: devices[0].method=entra)" {
		t.Errorf("what changes nothing is called %q", got)
	}
	want := []string{
		"How will clients get their first token? On the internal network and With a bulk registration token (planned: With a bulk registration token)",
		"How many VM instances? not decided yet (planned: 2)",
	}
	if got := model.EachInWords(alternative(t, g, "own-3").Changes, Change.String); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSettingsThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		says     string
		settings []model.Setting
		want     string
	}{
		{"no such key", []model.Setting{{Key: "site.colour", Value: "red"}}, "site.colour: this plan has no such answer"},
		{"no such entry", []model.Setting{{Key: "devices[7].method", Value: "pki"}}, "devices[7].method: this plan has no such answer"},
		{"no such word", []model.Setting{{Key: "devices[0].method", Value: "magic"}}, `devices[0].method: "magic" is none of entra, pki, token, unsure`},
		{"no such number", []model.Setting{{Key: "gateway.vm_instances", Value: "17"}}, "gateway.vm_instances: expected a whole number from 1 to 16"},
		{"twice", []model.Setting{{Key: "site.code", Value: "P01"}, {Key: "site.code", Value: "P02"}}, "site.code: it is there twice"},
		{"hostile", []model.Setting{{Key: "a\x1b[31m", Value: "x"}}, "a: this plan has no such answer"},
	} {
		if _, err := NewGroup(*plantest.HybridFleet(), [][]model.Setting{c.settings}); err == nil || err.Error() != c.want {
			t.Errorf("%s: %v, want %s", c.says, err, c.want)
		}
	}
}

func TestDisagreements(t *testing.T) {
	all := []rules.Contradiction{
		{ID: "C1", Title: "by a rule", Rules: []string{"pki-on-ehttp"}},
		{ID: "C2", Title: "by a requirement", Requirements: []string{"trusted_root_chain"}},
		{ID: "C3", Title: "by the devices", Rows: []rules.TableRow{{Location: model.OnPremises}}},
		{ID: "C4", Title: "by a requirement that nobody asks for", Requirements: []string{"asp_net_45"}},
	}
	o := judge.Judgement{
		Findings:     []rules.Finding{{Rule: "pki-on-ehttp", Outcome: rules.Broken}},
		Requirements: []rules.Requirement{{Name: "trusted_root_chain", Need: rules.Required}, {Name: "asp_net_45", Need: rules.NotRequired}},
		Devices:      []model.DeviceOutcome{{Location: model.OnInternet}},
	}
	var got []string
	for _, d := range disagreements(all, o) {
		got = append(got, d.ID)
	}
	if want := []string{"C1", "C2"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestComparisonIsClean(t *testing.T) {
	for _, text := range []string{"\x1b[31mred", "a\u202eb", "one\ntwo", "\x9b2J", "\u200e"} {
		p := plantest.GoodPlan()
		p.Devices[0].Name, p.ManagementPoints[0].Host = text, text
		p.Entra.SecretExpires = text
		own, err := NewGroup(*p, [][]model.Setting{{{Key: "gateway.region", Value: text}}, {{Key: "devices[1].name", Value: text}}})
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range append(Plan(*p).Groups, own) {
			plantest.CheckClean(t, reflect.ValueOf(g), fmt.Sprintf("%s of %q", g.ID, text))
			titles, rows := g.Table()
			plantest.CheckClean(t, reflect.ValueOf(titles), "titles")
			plantest.CheckClean(t, reflect.ValueOf(rows), "rows")
		}
	}
}

// BenchmarkCompare is the work behind the command: well under 10 ms.
func BenchmarkCompare(b *testing.B) {
	p := plantest.FullPlan()
	b.ReportAllocs()
	for b.Loop() {
		Plan(*p)
	}
}
