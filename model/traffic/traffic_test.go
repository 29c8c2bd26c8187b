package traffic

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/evidence/evidencetest"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
)

// linkSaid is a link of a traffic in a line.
func linkSaid(l Link) string {
	return fmt.Sprintf("%s > %s: %s: %s", l.From, l.To, l.Label, l.Tone)
}

func traffic(change func(*model.Plan)) Drawing {
	p := plantest.GoodPlan()
	if change != nil {
		change(p)
	}
	return Draw(p, judge.Plan(*p))
}

func TestTrafficOfAGoodPlan(t *testing.T) {
	want := []string{
		"devices[0]@internet > gateway: Microsoft Entra ID, E-HTTP or HTTPS: works",
		"devices[1]@internet > gateway: PKI certificate, E-HTTP or HTTPS: works",
		"devices[2]@internet > gateway: Site-issued token, E-HTTP or HTTPS: works",
		"gateway > connection_points[0]: TCP 10124 to 10125: works",
		"gateway > connection_points[1]: TCP 10124 to 10125: works",
		"connection-points > management_points[0]: E-HTTP: works",
		"connection-points > management_points[1]: HTTPS: works",
		"inside-clients > management_points[0]: E-HTTP: works",
		"inside-clients > management_points[1]: HTTPS: works",
	}
	var got []string
	drawing := traffic(nil)
	for _, l := range drawing.Links {
		got = append(got, linkSaid(l))
	}
	if !slices.Equal(got, want) {
		t.Errorf("links are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(drawing.Lanes) != 5 || drawing.Lanes[0].Way != "HTTPS, TCP 443" || drawing.Elsewhere != nil {
		t.Errorf("%d lanes, %q, %v elsewhere", len(drawing.Lanes), drawing.Lanes[0].Way, drawing.Elsewhere)
	}
}

func TestTrafficLinks(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*model.Plan)
		want   string // a link
	}{
		{"no method yet", func(p *model.Plan) { p.Devices[0].Method = model.Unsure }, "devices[0]@internet > gateway: method not known yet, E-HTTP or HTTPS: unknown"},
		{"a join that Entra ID does not serve", func(p *model.Plan) { p.Devices[0].Join = model.Workgroup }, "devices[0]@internet > gateway: Microsoft Entra ID, E-HTTP or HTTPS: fails"},
		{"all management points for the CMG are HTTPS", func(p *model.Plan) { p.ManagementPoints[0].CMGTraffic = model.No }, "devices[1]@internet > gateway: PKI certificate, HTTPS: works"},
		{"used on the internet or not", func(p *model.Plan) { p.Devices[3].Internet = model.Unsure }, "devices[3]@internet > gateway: method not known yet, E-HTTP or HTTPS: unknown"},
		{"no mode yet", func(p *model.Plan) { p.ManagementPoints[0].Clients = "" }, "connection-points > management_points[0]: mode not known yet: unknown"},
		{"plain HTTP for the CMG", func(p *model.Plan) { p.Site.Security = model.PlainHTTP }, "connection-points > management_points[0]: HTTP: fails"},
		{"plain HTTP inside", func(p *model.Plan) { p.Site.Security = model.PlainHTTP }, "inside-clients > management_points[0]: HTTP: fails"},
		{"plain HTTP inside before it ended", func(p *model.Plan) { p.Site.Security, p.Site.Version = model.PlainHTTP, "2309" }, "inside-clients > management_points[0]: HTTP: works"},
		{"CMG traffic or not", func(p *model.Plan) { p.ManagementPoints[0].CMGTraffic = "" }, "connection-points > management_points[0]: E-HTTP: unknown"},
		{"one VM instance", func(p *model.Plan) { p.Gateway.VMInstances = model.Num(1) }, "gateway > connection_points[0]: TCP 443: works"},
		{"sixteen VM instances", func(p *model.Plan) { p.Gateway.VMInstances = model.Num(16) }, "gateway > connection_points[0]: TCP 10124 to 10139: works"},
		{"instances not known yet", func(p *model.Plan) { p.Gateway.VMInstances = model.UnsureNumber }, "gateway > connection_points[0]: ports not known yet: unknown"},
		{"no connection point", func(p *model.Plan) { p.ConnectionPoints = nil }, "gateway > connection_points: TCP 10124 to 10125: unknown"},
		{"no management point", func(p *model.Plan) { p.ManagementPoints = nil }, "connection-points > management_points: mode not known yet: unknown"},
		{"no management point for those inside", func(p *model.Plan) { p.ManagementPoints = nil }, "inside-clients > management_points: mode not known yet: unknown"},
		{"the CRL cannot be read", func(p *model.Plan) { p.PKI.CRLPublic = model.No }, "devices[1]@internet > gateway: PKI certificate, E-HTTP or HTTPS: fails"},
		{"tokens last too short", func(p *model.Plan) { p.Token.RolloutDays = model.Num(30) }, "devices[2]@internet > gateway: Site-issued token, E-HTTP or HTTPS: warns"},
		{"an empty plan", func(p *model.Plan) { *p = model.Plan{} }, "devices > gateway: method not known yet: unknown"},
	} {
		var got []string
		for _, l := range traffic(c.change).Links {
			got = append(got, linkSaid(l))
		}
		if !slices.Contains(got, c.want) {
			t.Errorf("%s: no link %s in\n%s", c.says, c.want, strings.Join(got, "\n"))
		}
	}
}

func TestTrafficLeavesLinksOut(t *testing.T) {
	for _, c := range []struct {
		says     string
		change   func(*model.Plan)
		from, to string
	}{
		{"a management point without CMG traffic", func(p *model.Plan) { p.ManagementPoints[0].CMGTraffic = model.No }, "connection-points", "management_points[0]"},
		{"a management point for the internet only", func(p *model.Plan) { p.ManagementPoints[1].InternetOnly = model.Yes }, "inside-clients", "management_points[1]"},
		{"devices that stay inside", nil, "devices[3]@internet", "gateway"},
	} {
		for _, l := range traffic(c.change).Links {
			if l.From == c.from && l.To == c.to {
				t.Errorf("%s has a link: %s", c.says, linkSaid(l))
			}
		}
	}
}

func TestTrafficSaysWhyNobodyInsideIsServed(t *testing.T) {
	drawing := traffic(func(p *model.Plan) {
		p.ManagementPoints[0].InternetOnly, p.ManagementPoints[1].InternetOnly = model.Yes, model.Yes
	})
	n := nodeOf(drawing, "devices[1]@on-premises")
	if n.Tone != Fails || n.Problems[len(n.Problems)-1].Title != "Every management point is for internet clients only." {
		t.Errorf("%s: %v", n.Tone, n.Problems)
	}
}

func nodeOf(t Drawing, id string) Node {
	for _, n := range t.Nodes {
		if n.ID == id {
			return n
		}
	}
	return Node{}
}

func TestTrafficNodes(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*model.Plan)
		id     string
		want   string // title: lines: tone
	}{
		{"a kind of device", nil, "devices[0]@internet", "Hybrid joined: about 1000 devices, deployments to devices and users: works"},
		{"a kind with a name", func(p *model.Plan) { p.Devices[2].Name = "Tills\x1b[31m" }, "devices[2]@internet", "Tills: Workgroup, about 100 devices, deployments to devices only: works"},
		{"a kind that may be used inside", func(p *model.Plan) { p.Devices[2].OnPremises = "" }, "devices[2]@on-premises", "Workgroup: about 100 devices, used here: not known yet: unknown"},
		{"the CMG", nil, "gateway", "contosocmg.contoso.com: Azure public cloud, westeurope, 2 VM instances, size A2_v2, serves content too: works"},
		{"a CMG without a name", func(p *model.Plan) { p.Gateway = model.Gateway{} }, "gateway", "CMG, not named yet: Azure environment not known yet, region not known yet, VM instances not known yet, size not known yet: unknown"},
		{"no connection point", func(p *model.Plan) { p.ConnectionPoints = nil }, "connection_points", "Connection point, not named yet: : unknown"},
		{"a connection point without a name", func(p *model.Plan) { p.ConnectionPoints[0].Host = model.Unsure }, "connection_points[0]", "Connection point 1: not named yet, holds a client certificate: unknown"},
		{"a management point", nil, "management_points[0]", "mp1.contoso.com: E-HTTP, accepts CMG traffic: works"},
		{"one for the internet", func(p *model.Plan) { p.ManagementPoints[1].InternetOnly = model.Yes }, "management_points[1]", "mp2.contoso.com: HTTPS, accepts CMG traffic, internet-only connections: works"},
		{"one of which little is known", func(p *model.Plan) { p.ManagementPoints[0] = model.ManagementPoint{} }, "management_points[0]", "Management point 1: not named yet, mode not known yet, CMG traffic: not known yet: unknown"},
	} {
		n := nodeOf(traffic(c.change), c.id)
		if got := n.Title + ": " + strings.Join(n.Lines, ", ") + ": " + string(n.Tone); got != c.want {
			t.Errorf("%s is %s, want %s", c.says, got, c.want)
		}
	}
}

// TestTrafficShowsEveryProblem looks for every finding that a drawing marks,
// at the node that it is about where there is one.
func TestTrafficShowsEveryProblem(t *testing.T) {
	placed := map[string]int{}
	for n, p := range evidencetest.DrawnPlans(400) {
		o := judge.Plan(p)
		drawing := Draw(&p, o)
		for _, f := range o.Findings {
			wrong, marked := problemOf(f)
			if !marked {
				continue
			}
			wrong.About = aboutEvidence(&p, f.Subject)
			places := placesOf(drawing, wrong)
			entry, _, _ := strings.Cut(f.Subject, ".")
			if len(places) == 0 {
				t.Fatalf("plan %d: %s of %s is not in the drawing", n, f.Rule, f.Subject)
			}
			if strings.Contains(entry, "[") && !strings.HasPrefix(entry, "evidence") && hasEntry(drawing, entry) && !slices.ContainsFunc(places, func(place string) bool { return strings.HasPrefix(place, entry) }) {
				t.Fatalf("plan %d: %s of %s stands at %v", n, f.Rule, f.Subject, places)
			}
			for _, place := range places {
				kind, _, _ := strings.Cut(place, "[")
				placed[kind]++
			}
		}
	}
	for _, kind := range []string{"devices", "gateway", "management_points", "internet-clients", "management-points", "connection-points", "elsewhere"} {
		if placed[kind] == 0 {
			t.Errorf("no plan had a problem at %s: %v", kind, placed)
		}
	}
}

// hasEntry reports whether the drawing has a node of an entry.
func hasEntry(t Drawing, entry string) bool {
	return slices.ContainsFunc(t.Nodes, func(n Node) bool { return strings.HasPrefix(n.ID, entry) })
}

// placesOf are the nodes, links and lanes at which something wrong stands.
func placesOf(t Drawing, wrong Problem) []string {
	var places []string
	look := func(place string, wrongs []Problem) {
		if slices.Contains(wrongs, wrong) {
			places = append(places, place)
		}
	}
	for _, n := range t.Nodes {
		look(n.ID, n.Problems)
	}
	for _, l := range t.Links {
		look(l.From, l.Problems)
	}
	for _, lane := range t.Lanes {
		look(string(lane.Kind), lane.Problems)
	}
	look("elsewhere", t.Elsewhere)
	return places
}

func TestTrafficHangsTogether(t *testing.T) {
	for n, p := range evidencetest.DrawnPlans(200) {
		drawing := Draw(&p, judge.Plan(p))
		ends := map[string]bool{}
		for _, lane := range drawing.Lanes {
			ends[string(lane.Kind)] = true
		}
		for _, node := range drawing.Nodes {
			if ends[node.ID] && node.ID != string(GatewayNode) || node.Title == "" || !ends[string(node.Kind)] || node.Tone == "" {
				t.Fatalf("plan %d: node %+v is twice there, or has no title, lane or tone", n, node)
			}
			ends[node.ID] = true
			if worstOf(Works, node.Problems).rank() > node.Tone.rank() {
				t.Fatalf("plan %d: %s is better than what stands against it", n, node.ID)
			}
		}
		for _, l := range drawing.Links {
			if !ends[l.From] || !ends[l.To] || l.Label == "" || l.Tone == "" {
				t.Fatalf("plan %d: %s leads nowhere", n, linkSaid(l))
			}
		}
	}
}

func TestTrafficMarksWhereARuleIsAbout(t *testing.T) {
	drawing := traffic(func(p *model.Plan) { p.Site.Security, p.ConnectionPoints = model.PlainHTTP, nil })
	for _, c := range []struct{ rule, want string }{
		{"site-plain-http", "management-points"},
		{"connection-point-present", "connection-points"},
		{"on-premises-entra-http", "none"},
	} {
		got := "none"
		for _, lane := range drawing.Lanes {
			for _, w := range lane.Problems {
				if w.Rule == c.rule {
					got = string(lane.Kind)
				}
			}
		}
		if got != c.want {
			t.Errorf("%s stands at %s, want %s", c.rule, got, c.want)
		}
	}
}
