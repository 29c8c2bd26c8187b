package model

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model/slow"
)

// The fleets of the table tests, with one management point each.

func fleet(devices ...Device) *Plan {
	p := goodPlan()
	p.Devices, p.ManagementPoints = devices, p.ManagementPoints[:1]
	return p
}

func hybridFleet() *Plan { return fleet(goodDevices()[0]) }

func workgroupFleet() *Plan { return fleet(goodDevices()[2]) }

func mixedFleet() *Plan {
	p := fleet(goodDevices()[:3]...)
	p.Devices[1].UserCentric = No
	return p
}

func usersInWorkgroup() *Plan {
	p := workgroupFleet()
	p.Devices[0].UserCentric = Yes
	return p
}

func methodGroup(p *Plan) Group { return p.Compare().Groups[0] }
func pointGroup(p *Plan) Group  { return p.Compare().Groups[1] }

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
		plan *Plan
		want []string
	}{
		{"a hybrid fleet", hybridFleet(), []string{"planned=entra=recommended", "pki", "token"}},
		{"a hybrid fleet without a method", fleetWith(hybridFleet(), noMethodYet), []string{"entra=recommended", "pki", "token"}},
		{"a workgroup fleet, and a PKI", workgroupFleet(), []string{"planned=token", "entra", "pki=recommended"}},
		{"a workgroup fleet, no PKI", fleetWith(workgroupFleet(), noPKI), []string{"planned=token=recommended", "entra", "pki"}},
		{"a mixed fleet", mixedFleet(), []string{"planned=certificates-held", "entra", "pki", "token", "recommended=entra-else-pki", "entra-else-token"}},
		{"a mixed fleet without a method", fleetWith(mixedFleet(), noMethodYet),
			[]string{"entra", "pki", "token", "recommended=entra-else-pki", "entra-else-token", "certificates-held"}},
		{"devices inside are not asked", fleetWith(hybridFleet(), func(p *Plan) { p.Devices = append(p.Devices, goodDevices()[3]) }),
			[]string{"planned=entra=recommended", "pki", "token"}},
	} {
		if got := methodGroup(c.plan).names(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.says, got, c.want)
		}
	}
}

func fleetWith(p *Plan, change func(*Plan)) *Plan {
	change(p)
	return p
}

func noPKI(p *Plan) { p.PKI.Available = No }

func TestPointAlternatives(t *testing.T) {
	for _, c := range []struct {
		says string
		plan *Plan
		want []string
	}{
		{"one point on E-HTTP", hybridFleet(), []string{"planned=e-http", "https", "https-only"}},
		{"two points, one HTTPS", goodPlan(), []string{"planned", "e-http", "https", "https-only"}},
		{"one of two takes CMG traffic", fleetWith(goodPlan(), func(p *Plan) { p.ManagementPoints[1].CMGTraffic = No }),
			[]string{"planned=e-http", "https=https-everywhere", "https-only"}},
		{"the other is not HTTPS either", fleetWith(goodPlan(), func(p *Plan) { p.ManagementPoints[1].CMGTraffic, p.ManagementPoints[1].Clients = No, ConnectHTTP }),
			[]string{"planned=e-http", "https", "https-everywhere", "https-only"}},
		{"clients cannot get certificates", fleetWith(hybridFleet(), noPKI), []string{"planned=e-http", "https"}},
		{"HTTPS only is the plan already", fleetWith(hybridFleet(), both(noPKI, func(p *Plan) { p.Site.Security = HTTPSOnly })),
			[]string{"planned", "e-http", "https=https-only"}},
		{"no point is listed", fleetWith(hybridFleet(), noPoints), []string{"planned=e-http", "https", "https-only"}},
		{"nothing is answered about the points", fleetWith(hybridFleet(), func(p *Plan) { p.Site.Security, p.ManagementPoints[0].Clients = "", "" }),
			[]string{"e-http", "https", "https-only"}},
		{"nobody knows who takes CMG traffic", fleetWith(hybridFleet(), func(p *Plan) { p.ManagementPoints[0].CMGTraffic = Unsure }),
			[]string{"planned=e-http", "https", "https-only"}},
		{"plain HTTP", fleetWith(hybridFleet(), plainSite), []string{"planned", "e-http", "https", "https-only"}},
	} {
		if got := pointGroup(c.plan).names(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.says, got, c.want)
		}
	}
}

func plainSite(p *Plan) { p.Site.Security = PlainHTTP }

func TestComparedVerdicts(t *testing.T) {
	for _, c := range []struct {
		says, id string
		group    Group
		want     VerdictWord
	}{
		{"a hybrid fleet with Entra", "entra", methodGroup(hybridFleet()), IsReady},
		{"its users are lost with certificates", "pki", methodGroup(hybridFleet()), ReadyWarnings},
		{"its users are lost with tokens", "token", methodGroup(hybridFleet()), ReadyWarnings},
		{"a workgroup cannot use Entra", "entra", methodGroup(workgroupFleet()), IsBlocked},
		{"a workgroup with tokens", "token", methodGroup(workgroupFleet()), IsReady},
		{"certificates want an HTTPS point", "pki", methodGroup(workgroupFleet()), ReadyWarnings},
		{"users in a workgroup, with tokens", "token", methodGroup(usersInWorkgroup()), ReadyWarnings},
		{"users in a workgroup, with Entra", "entra", methodGroup(usersInWorkgroup()), IsBlocked},
		{"certificates over E-HTTP", "e-http", pointGroup(certificateFleet()), ReadyWarnings},
		{"certificates over HTTPS", "https", pointGroup(certificateFleet()), IsReady},
		{"plain HTTP as planned", "planned", pointGroup(fleetWith(hybridFleet(), plainSite)), IsBlocked},
		{"plain HTTP is mended by E-HTTP", "e-http", pointGroup(fleetWith(hybridFleet(), plainSite)), IsReady},
		{"tokens of a device that is long off", "token", methodGroup(fleetWith(workgroupFleet(), longOff)), IsBlocked},
		{"certificates of a device that is long off", "pki", methodGroup(fleetWith(workgroupFleet(), longOff)), ReadyWarnings},
	} {
		if got := alternative(t, c.group, c.id).Verdict; got != c.want {
			t.Errorf("%s: %s, want %s", c.says, got, c.want)
		}
	}
}

func longOff(p *Plan) { p.Token.LongestOfflineDays = Num(120) }

func certificateFleet() *Plan { return fleet(goodDevices()[1]) }

func TestComparedService(t *testing.T) {
	p := mixedFleet()
	slices.Reverse(p.Devices)
	entra := alternative(t, methodGroup(p), "entra")
	if s := entra.Devices; s.Supported != 1 || s.Served != 1000 || s.Devices != 1600 || len(s.Kinds) != 3 || s.Unknown != 0 {
		t.Errorf("Entra for all serves %+v", s)
	}
	if got := entra.Devices.Words(); !slices.Equal(got, []string{"1 of 3 kinds", "about 1,000 of 1,600 devices"}) {
		t.Errorf("it says %q", got)
	}
	p.Devices[1].Count = UnsureNumber
	if got := alternative(t, methodGroup(p), "token").Devices.Words()[1]; got != "about 1,100 of 1,100 counted devices" {
		t.Errorf("with a kind that is not counted: %q", got)
	}
	p.ManagementPoints = nil
	if got := alternative(t, methodGroup(p), "pki").Devices.Words()[0]; got != "3 of 3 kinds" {
		t.Errorf("with a supposed management point: %q", got)
	}
	p.ManagementPoints = []ManagementPoint{{}}
	if got := alternative(t, methodGroup(p), "pki").Devices.Words()[0]; got != "0 of 3 kinds, 3 not known yet" {
		t.Errorf("with one of which nothing is known: %q", got)
	}
}

func TestComparedUsers(t *testing.T) {
	served := func(p *Plan, id string) []string {
		return tellEach(alternative(t, methodGroup(p), id).Users, UserService.words)
	}
	noPoint := fleetWith(hybridFleet(), func(p *Plan) { p.ManagementPoints = []ManagementPoint{{}} })
	notAsked := fleetWith(hybridFleet(), func(p *Plan) { p.Devices[0].UserCentric = "" })
	for _, c := range []struct {
		says string
		got  []string
		want string
	}{
		{"Entra serves users", served(hybridFleet(), "entra"), "Hybrid joined: served"},
		{"certificates do not", served(hybridFleet(), "pki"), "Hybrid joined: not served"},
		{"nobody wants it", served(workgroupFleet(), "token"), ""},
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
	p := hybridFleet()
	before := alternative(t, methodGroup(p), "planned").Tasks
	p.Tasks = []Progress{{ID: "plan-name", State: Done, By: "Ada"}, {ID: "plan-scale", State: Blocked}}
	after := alternative(t, methodGroup(p), "planned").Tasks
	if after.Count != before.Count || after.Open != before.Open-1 {
		t.Errorf("%d tasks, %d open; then %d, %d open", before.Count, before.Open, after.Count, after.Open)
	}
}

func TestComparedRequirements(t *testing.T) {
	at := func(a Alternative, side Where) []string { return needsAt(side)(a) }
	g := methodGroup(hybridFleet())
	if got := at(alternative(t, g, "pki"), AtClients); !slices.Equal(got, []string{"Client certificates on devices"}) {
		t.Errorf("certificates ask clients for %q", got)
	}
	if got := at(alternative(t, g, "pki"), AtPKI); !slices.Equal(got, []string{"Trusted root chain on the CMG"}) {
		t.Errorf("certificates ask the PKI for %q", got)
	}
	if got := at(alternative(t, g, "entra"), AtClients); len(got) != 0 {
		t.Errorf("Entra asks clients for %q", got)
	}
	if got := at(alternative(t, pointGroup(certificateFleet()), "e-http"), AtServers); !slices.Contains(got, "Certificate on connection points (recommended)") {
		t.Errorf("certificates over E-HTTP ask servers for %q", got)
	}
	if got := at(alternative(t, pointGroup(certificateFleet()), "https"), AtServers); !slices.Contains(got, "Web server certificates") {
		t.Errorf("HTTPS asks servers for %q", got)
	}
}

// TestAlternativesAreTheJudgedPlan changes the plan by hand, through its
// fields, and compares every figure with those of Judge.
func TestAlternativesAreTheJudgedPlan(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(21))
	for n := range slow.Rounds(100) {
		p := randomPlan(random)
		for _, g := range p.Compare().Groups {
			for _, a := range g.Alternatives {
				base, _ := p.withPoint()
				if g.ID == "management-points" {
					base, _ = base.withMethods()
				}
				if problem := differs(&base, a); problem != "" {
					t.Fatalf("plan %d, %s: %s", n, a.ID, problem)
				}
			}
		}
	}
}

func differs(p *Plan, a Alternative) string {
	byHand := *p
	byHand.Answers = p.Clone()
	for _, change := range a.Changes {
		field, found := byHand.Field(change.Key)
		if !found || Clean(field.Text()) != change.Old {
			return fmt.Sprintf("%s was not %q", change.Key, change.Old)
		}
		if err := field.Set(change.New); err != nil {
			return err.Error()
		}
	}
	o := Judge(byHand)
	counts := map[string][2]int{
		"tasks": {a.Tasks.Count, len(o.Items)}, "open answers": {a.Open, len(o.Open)},
		"blockers":   {subjectsOf(a.Blockers), o.Count(Blocker, Broken) + o.Count(Blocker, Unclear)},
		"warnings":   {subjectsOf(a.Warnings), o.Count(Warning, Broken)},
		"open tasks": {a.Tasks.Open, openItemsOf(o)}, "tasks of the owners": {ownersSum(a.Tasks), len(o.Items)},
		"kinds": {len(a.Devices.Kinds), len(byHand.InternetDevices())}, "supported": {a.Devices.Supported, supportedOf(o)},
		"requirements": {needsSum(a), askedNeeds(o)},
	}
	for what, pair := range counts {
		if pair[0] != pair[1] {
			return fmt.Sprintf("%s: %d, judged %d", what, pair[0], pair[1])
		}
	}
	if a.Verdict != o.Verdict || !reflect.DeepEqual(a.Expiries, byHand.Expiries()) {
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

func openItemsOf(o Outcome) int {
	n := 0
	for _, item := range o.Items {
		if item.Progress.State == Open || item.Progress.State == Blocked {
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

func supportedOf(o Outcome) int {
	n := 0
	for _, d := range o.Devices {
		if d.Location == OnInternet && d.Supported == "yes" {
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

func askedNeeds(o Outcome) int {
	n := 0
	for _, r := range o.Requirements {
		if r.Need != NotRequired {
			n++
		}
	}
	return n
}

func TestCompareLeavesThePlanAlone(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(22))
	for n := range slow.Rounds(200) {
		p := randomPlan(random)
		kept := *p
		kept.Answers = p.Clone()
		first := p.Compare()
		if !reflect.DeepEqual(*p, kept) {
			t.Fatalf("plan %d was changed", n)
		}
		if !reflect.DeepEqual(first, p.Compare()) {
			t.Fatalf("plan %d: two comparisons of one plan", n)
		}
	}
}

func TestAlternativesAreUnique(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(23))
	for n := range slow.Rounds(150) {
		p := randomPlan(random)
		for _, g := range p.Compare().Groups {
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
		change func(*Plan)
		first  []string
		note   string
	}{
		{"no device at all", noDevices, []string{"devices"}, "Answer that first."},
		{"nobody said where", func(p *Plan) { p.Devices[0].Internet, p.Devices[1].Internet, p.Devices[2].Internet = "", Unsure, No },
			[]string{"devices[0].internet", "devices[1].internet"}, "Answer that first."},
		{"all inside", nobodyOnTheInternet, nil, "is used on the internet."},
	} {
		p := goodPlan()
		c.change(p)
		comparison := p.Compare()
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
		change func(*Plan)
		group  func(*Plan) Group
		want   string // "" for no note
	}{
		{"everything is known", nil, methodGroup, ""},
		{"no method", noMethodYet, methodGroup, "No method is chosen yet."},
		{"a kind may be inside only", func(p *Plan) { p.Devices[2].Internet = Unsure }, methodGroup, "whether they are used on the internet: Workgroup."},
		{"a Windows is not known", func(p *Plan) { p.Devices[0].Windows = "" }, methodGroup, "is not known yet: Hybrid joined."},
		{"everything is known about the points", nil, pointGroup, ""},
		{"no point is listed", noPoints, pointGroup, "No management point is listed yet"},
		{"none takes CMG traffic", noCMGPoint, pointGroup, "No listed management point takes CMG traffic"},
		{"one may", func(p *Plan) { noCMGPoint(p); p.ManagementPoints[1].CMGTraffic = Unsure }, pointGroup, "those that still may: mp2.contoso.com."},
		{"no PKI", noPKI, pointGroup, "HTTPS only for the whole site is left out"},
	} {
		p := goodPlan()
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
	p := hybridFleet()
	g, err := p.Own([][]Setting{
		{{"devices[0].method", "pki"}, {"devices[0].user_centric", "no"}},
		{{"devices[0].method", "entra"}},
		{{"token.registration", "internal-network,bulk"}, {"gateway.vm_instances", ""}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := g.names(), []string{"planned=own-2", "own-1", "own-3"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := alternative(t, g, "own-1"); got.Verdict != ReadyWarnings || got.Title != "Hybrid joined: Are there deployments to users for them? No; Hybrid joined: PKI certificate" {
		t.Errorf("%s: %s", got.Title, got.Verdict)
	}
	if got := g.Alternatives[0].Called(); got != "As planned (also: devices[0].method=entra)" {
		t.Errorf("what changes nothing is called %q", got)
	}
	want := []string{
		"How will clients get their first token? On the internal network and With a bulk registration token (planned: With a bulk registration token)",
		"How many VM instances? not decided yet (planned: 2)",
	}
	if got := tellEach(alternative(t, g, "own-3").Changes, Change.String); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSettingsThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		says     string
		settings []Setting
		want     string
	}{
		{"no such key", []Setting{{"site.colour", "red"}}, "site.colour: this plan has no such answer"},
		{"no such entry", []Setting{{"devices[7].method", "pki"}}, "devices[7].method: this plan has no such answer"},
		{"no such word", []Setting{{"devices[0].method", "magic"}}, `devices[0].method: "magic" is none of entra, pki, token, unsure`},
		{"no such number", []Setting{{"gateway.vm_instances", "17"}}, "gateway.vm_instances: expected a whole number from 1 to 16"},
		{"twice", []Setting{{"site.code", "P01"}, {"site.code", "P02"}}, "site.code: it is there twice"},
		{"hostile", []Setting{{"a\x1b[31m", "x"}}, "a: this plan has no such answer"},
	} {
		if _, err := hybridFleet().Own([][]Setting{c.settings}); err == nil || err.Error() != c.want {
			t.Errorf("%s: %v, want %s", c.says, err, c.want)
		}
	}
}

func TestDisagreements(t *testing.T) {
	all := []Contradiction{
		{ID: "C1", Title: "by a rule", Rules: []string{"pki-on-ehttp"}},
		{ID: "C2", Title: "by a requirement", Requirements: []string{"trusted_root_chain"}},
		{ID: "C3", Title: "by the devices", Rows: []TableRow{{Location: OnPremises}}},
		{ID: "C4", Title: "by a requirement that nobody asks for", Requirements: []string{"asp_net_45"}},
	}
	o := Outcome{
		Findings:     []Finding{{Rule: "pki-on-ehttp", Outcome: Broken}},
		Requirements: []Requirement{{Name: "trusted_root_chain", Need: Required}, {Name: "asp_net_45", Need: NotRequired}},
		Devices:      []DeviceOutcome{{Location: OnInternet}},
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
		p := goodPlan()
		p.Devices[0].Name, p.ManagementPoints[0].Host = text, text
		p.Entra.SecretExpires = text
		own, err := p.Own([][]Setting{{{"gateway.region", text}}, {{"devices[1].name", text}}})
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range append(p.Compare().Groups, own) {
			checkClean(t, reflect.ValueOf(g), fmt.Sprintf("%s of %q", g.ID, text))
			titles, rows := g.Table()
			checkClean(t, reflect.ValueOf(titles), "titles")
			checkClean(t, reflect.ValueOf(rows), "rows")
		}
	}
}

// BenchmarkCompare is the work behind the command: well under 10 ms.
func BenchmarkCompare(b *testing.B) {
	p := fullPlan()
	b.ReportAllocs()
	for b.Loop() {
		p.Compare()
	}
}
