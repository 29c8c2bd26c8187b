package model

import (
	"slices"
	"testing"
)

// effectiveModes is the definition of the effective mode, answer by answer:
// the columns are the securities of the site.
var effectiveModes = map[Connections]map[Security]Mode{
	ConnectHTTPS: {EnhancedHTTP: "https", PlainHTTP: "https", HTTPSOnly: "https", "": "https", Unsure: "https"},
	ConnectHTTP:  {EnhancedHTTP: "e-http", PlainHTTP: "http", HTTPSOnly: "unknown", "": "unknown", Unsure: "unknown"},
	"":           {EnhancedHTTP: "unknown", PlainHTTP: "unknown", HTTPSOnly: "unknown", "": "unknown", Unsure: "unknown"},
	Unsure:       {EnhancedHTTP: "unknown", PlainHTTP: "unknown", HTTPSOnly: "unknown", "": "unknown", Unsure: "unknown"},
}

func TestEffectiveModes(t *testing.T) {
	for clients, row := range effectiveModes {
		for security, want := range row {
			p := &Plan{}
			p.Site.Security = security
			p.ManagementPoints = []ManagementPoint{{Clients: clients}}
			if mode := p.Mode(0); mode != want {
				t.Errorf("clients %q, site %q: %s, want %s", clients, security, mode, want)
			}
			if mode := Judge(*p).Points[0].Mode; mode != want {
				t.Errorf("clients %q, site %q: %s in the outcome, want %s", clients, security, mode, want)
			}
		}
	}
}

// TestEffectiveModesAreWhole notices a new word that the table lacks.
func TestEffectiveModesAreWhole(t *testing.T) {
	for _, c := range ConnectionKinds {
		for _, s := range Securities {
			if effectiveModes[c.Value][s.Value] == "" {
				t.Errorf("clients %s, site %s is not in the table", c.Value, s.Value)
			}
		}
	}
}

func TestWhichManagementPoints(t *testing.T) {
	p := &Plan{}
	p.ManagementPoints = []ManagementPoint{
		{CMGTraffic: Yes, InternetOnly: Yes, Clients: ConnectHTTPS},
		{CMGTraffic: No, InternetOnly: No, Clients: ConnectHTTP},
		{CMGTraffic: Unsure, InternetOnly: Unsure, Clients: Unsure},
		{},
	}
	for _, c := range []struct {
		says      string
		got, want []int
	}{
		{"CMG traffic not answered is no CMG management point", p.CMGPoints(), []int{0}},
		{"internet only not answered is inside", p.InsidePoints(), []int{1, 2, 3}},
		{"HTTPS", p.PointsWith(ConnectHTTPS), []int{0}},
		{"HTTP", p.PointsWith(ConnectHTTP), []int{1}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.says, c.got, c.want)
		}
	}
}

// TestRebindPoints: IIS keeps the old certificate where HTTPS goes back to
// HTTP, and where nobody knows what is there today.
func TestRebindPoints(t *testing.T) {
	for _, c := range []struct {
		says     string
		security Security
		point    ManagementPoint
		want     int
	}{
		{"from HTTPS to E-HTTP", EnhancedHTTP, ManagementPoint{ClientsNow: ConnectHTTPS, Clients: ConnectHTTP}, 1},
		{"nobody knows what it is today", EnhancedHTTP, ManagementPoint{Clients: ConnectHTTP}, 1},
		{"HTTP as today", EnhancedHTTP, ManagementPoint{ClientsNow: ConnectHTTP, Clients: ConnectHTTP}, 0},
		{"it stays HTTPS", EnhancedHTTP, ManagementPoint{ClientsNow: ConnectHTTPS, Clients: ConnectHTTPS}, 0},
		{"a plain HTTP site", PlainHTTP, ManagementPoint{ClientsNow: ConnectHTTPS, Clients: ConnectHTTP}, 0},
		{"an HTTPS only site", HTTPSOnly, ManagementPoint{ClientsNow: ConnectHTTPS, Clients: ConnectHTTP}, 0},
	} {
		p := &Plan{}
		p.Site.Security, p.ManagementPoints = c.security, []ManagementPoint{c.point}
		if got := len(p.rebindPoints()); got != c.want {
			t.Errorf("%s: %d, want %d", c.says, got, c.want)
		}
	}
}
