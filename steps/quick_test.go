package steps

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
)

// hosts are the management points in short: the host, and whether it takes the
// traffic of the CMG.
func hosts(a *model.Answers) string {
	var list []string
	for _, mp := range a.ManagementPoints {
		list = append(list, fmt.Sprintf("%s %s", mp.Host, mp.CMGTraffic))
	}
	return strings.Join(list, "; ")
}

func TestPutHosts(t *testing.T) {
	for name, c := range map[string]struct {
		have    []model.ManagementPoint
		text    string
		traffic model.YesNo
		want    string
		fails   string
	}{
		"one":                             {nil, "mp1.contoso.com", model.Yes, "mp1.contoso.com yes", ""},
		"several, however they are cut":   {nil, " mp1.contoso.com,mp2.contoso.com; mp3.contoso.com\tmp4.contoso.com ", model.Yes, "mp1.contoso.com yes; mp2.contoso.com yes; mp3.contoso.com yes; mp4.contoso.com yes", ""},
		"each once":                       {nil, "mp1.contoso.com, mp1.contoso.com", model.Yes, "mp1.contoso.com yes", ""},
		"none":                            {nil, " , ", model.Yes, "", "name at least one management point"},
		"nobody knows":                    {nil, model.Unsure, model.Yes, "unsure yes", ""},
		"no host":                         {nil, "mp1.contoso.com, no_host!", model.Yes, "", "no_host!"},
		"those of the other part stay":    {[]model.ManagementPoint{{Host: "in.contoso.com", CMGTraffic: model.No}}, "mp1.contoso.com", model.Yes, "in.contoso.com no; mp1.contoso.com yes", ""},
		"one changes its part":            {[]model.ManagementPoint{{Host: "in.contoso.com", CMGTraffic: model.No}}, "in.contoso.com", model.Yes, "in.contoso.com yes", ""},
		"one is gone":                     {[]model.ManagementPoint{{Host: "mp1.contoso.com", CMGTraffic: model.Yes}, {Host: "mp2.contoso.com", CMGTraffic: model.Yes}}, "mp2.contoso.com", model.Yes, "mp2.contoso.com yes", ""},
		"no others inside":                {[]model.ManagementPoint{{Host: "mp1.contoso.com", CMGTraffic: model.Yes}, {Host: "in.contoso.com", CMGTraffic: model.No}}, "", model.No, "mp1.contoso.com yes", ""},
		"another inside":                  {[]model.ManagementPoint{{Host: "mp1.contoso.com", CMGTraffic: model.Yes}}, "in.contoso.com", model.No, "mp1.contoso.com yes; in.contoso.com no", ""},
		"what is not known becomes known": {[]model.ManagementPoint{{Host: model.Unsure, CMGTraffic: model.Yes}}, "mp1.contoso.com", model.Yes, "mp1.contoso.com yes", ""},
	} {
		a := &model.Answers{ManagementPoints: c.have}
		before := hosts(a)
		err := putHosts(a, c.text, c.traffic)
		if c.fails != "" {
			if err == nil || !strings.Contains(err.Error(), c.fails) || hosts(a) != before {
				t.Errorf("%s: %v, %q", name, err, hosts(a))
			}
			continue
		}
		if err != nil || hosts(a) != c.want {
			t.Errorf("%s: %v, %q, want %q", name, err, hosts(a), c.want)
		}
		if again := hostsOf(a, c.traffic); err == nil {
			if err := putHosts(a, again, c.traffic); err != nil && again != "" || hosts(a) != c.want {
				t.Errorf("%s: said again it is %q, %v", name, hosts(a), err)
			}
		}
	}
}

// TestPutHostsKeepsWhatIsKnown of a management point that stays.
func TestPutHostsKeepsWhatIsKnown(t *testing.T) {
	a := &model.Answers{ManagementPoints: []model.ManagementPoint{{Host: "mp1.contoso.com", CMGTraffic: model.Yes, ClientsNow: model.ConnectHTTP, Clients: model.ConnectHTTPS}}}
	a.Site.SecurityNow = model.HTTPSOnly
	if err := putHosts(a, "mp2.contoso.com, mp1.contoso.com", model.Yes); err != nil {
		t.Fatal(err)
	}
	if mp := a.ManagementPoints[1]; mp.ClientsNow != model.ConnectHTTP || mp.Clients != model.ConnectHTTPS {
		t.Errorf("it became %+v", mp)
	}
	if mp := a.ManagementPoints[0]; mp.ClientsNow != model.ConnectHTTPS {
		t.Errorf("on a site that is HTTPS only a new one is %+v", mp)
	}
}

// kinds are the devices in short.
func kinds(a *model.Answers) string {
	var list []string
	for _, d := range a.Devices {
		list = append(list, strings.TrimSpace(fmt.Sprintf("%s %s %s", kindOf(d), d.Internet, d.Windows)))
	}
	return strings.Join(list, "; ")
}

func TestPutFleet(t *testing.T) {
	office := model.Device{Join: model.DomainJoined, Internet: model.No}
	for name, c := range map[string]struct {
		have        []model.Device
		text        string
		want, fails string
	}{
		"one":                       {nil, "hybrid", "hybrid yes 10-or-later", ""},
		"all":                       {nil, "hybrid,entra,domain,workgroup,old-hybrid", "hybrid yes 10-or-later; entra yes 10-or-later; domain yes; workgroup yes; old-hybrid yes earlier", ""},
		"none":                      {nil, "", "", "choose at least one kind"},
		"an unknown word":           {nil, "hybrid,phone", "", `"phone" is no kind`},
		"nobody knows":              {nil, model.Unsure, "unsure yes", ""},
		"one more":                  {[]model.Device{{Join: model.Workgroup, Internet: model.Yes, Count: model.Num(7)}}, "hybrid,workgroup", "workgroup yes; hybrid yes 10-or-later", ""},
		"one is gone":               {[]model.Device{{Join: model.Workgroup, Internet: model.Yes}, {Join: model.EntraJoined, Internet: model.Yes}}, "entra", "entra yes", ""},
		"those inside are no part":  {[]model.Device{office}, "workgroup", "domain no; workgroup yes", ""},
		"nor stand for one outside": {[]model.Device{office}, "domain", "domain no; domain yes", ""},
		"two of a kind stay two":    {[]model.Device{{Join: model.Workgroup, Internet: model.Yes}, {Join: model.Workgroup, Internet: model.Yes}}, "workgroup", "workgroup yes; workgroup yes", ""},
		"what was not known is now": {[]model.Device{{Join: model.Unsure, Internet: model.Yes}}, "entra", "entra yes 10-or-later", ""},
	} {
		a := &model.Answers{Devices: c.have}
		before := kinds(a)
		err := putFleet(a, c.text)
		if c.fails != "" {
			if err == nil || !strings.Contains(err.Error(), c.fails) || kinds(a) != before {
				t.Errorf("%s: %v, %q", name, err, kinds(a))
			}
			continue
		}
		if err != nil || kinds(a) != c.want {
			t.Errorf("%s: %v, %q, want %q", name, err, kinds(a), c.want)
		}
		if err := putFleet(a, fleetNow(a)); err != nil || kinds(a) != c.want {
			t.Errorf("%s: said again it is %q, %v", name, kinds(a), err)
		}
	}
}

// TestPutFleetKeepsWhatIsKnown of a kind that stays.
func TestPutFleetKeepsWhatIsKnown(t *testing.T) {
	a := &model.Answers{Devices: []model.Device{{Join: model.Workgroup, Internet: model.Yes, Count: model.Num(7), Method: model.SiteToken}}}
	if err := putFleet(a, "entra,workgroup"); err != nil || a.Devices[0].Count != model.Num(7) || a.Devices[0].Method != model.SiteToken {
		t.Errorf("%v: %+v", err, a.Devices)
	}
}

// TestSplitKind: of one kind become two. The number stays with the first, so that
// the size is not worked out from less; the second has none yet.
func TestSplitKind(t *testing.T) {
	a := &model.Answers{Devices: []model.Device{
		{Join: model.HybridJoined, Internet: model.Yes, Method: model.EntraID, Count: model.Num(5)},
		{Join: model.Workgroup, Internet: model.Yes, Method: model.SiteToken, Count: model.Num(80)},
		{Join: model.DomainJoined, Internet: model.Yes, Method: model.ClientPKI, Count: model.Num(9)},
	}}
	if now := reachNow(a); now != "" {
		t.Errorf("it is answered already: %q", now)
	}
	if err := putReach(a, someDo); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range a.Devices {
		got = append(got, fmt.Sprintf("%s/%s/%s/%s", d.Name, d.Method, d.Count, d.ReachesInternalNetwork))
	}
	want := []string{"/entra/5/", "Workgroup, sometimes internal/token/80/yes", "Workgroup, never internal/token//no", "/pki/9/"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if err := putReach(a, someDo); err != nil || len(a.Devices) != 4 || reachNow(a) != someDo {
		t.Errorf("said again there are %d kinds, %q, %v", len(a.Devices), reachNow(a), err)
	}
	for _, text := range []string{string(model.Yes), string(model.No), model.Unsure} {
		if err := putReach(a, text); err != nil || reachNow(a) != text {
			t.Errorf("%s: %q, %v", text, reachNow(a), err)
		}
	}
	if a.Devices[0].ReachesInternalNetwork != "" || a.Devices[3].ReachesInternalNetwork != "" {
		t.Error("it is said of devices without a token too")
	}
}

func TestPutConnections(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"HTTP":                {"http", "http/http"},
		"HTTPS":               {"https", "https/https"},
		"to HTTPS":            {"to-https", "http/https"},
		"to HTTP":             {"to-http", "https/http"},
		"nobody knows":        {model.Unsure, "unsure/unsure"},
		"two":                 {"http" + RowBreak + "to-https", "http/http; http/https"},
		"one is left out":     {"https" + RowBreak, "https/https; unsure/unsure"},
		"more than there are": {"http" + RowBreak + "http" + RowBreak + "https", "http/http; http/http"},
	} {
		a := &model.Answers{ManagementPoints: []model.ManagementPoint{{Host: "in.contoso.com", CMGTraffic: model.No}, {Host: "mp1.contoso.com", CMGTraffic: model.Yes}}}
		if strings.Contains(c.text, RowBreak) {
			a.ManagementPoints = append(a.ManagementPoints, model.ManagementPoint{Host: "mp2.contoso.com", CMGTraffic: model.Yes})
		}
		if now := connectionsNow(a); now != "" {
			t.Errorf("%s: answered already: %q", name, now)
		}
		err := putConnections(a, c.text)
		var got []string
		for _, mp := range a.ManagementPoints[1:] {
			got = append(got, fmt.Sprintf("%s/%s", mp.ClientsNow, mp.Clients))
		}
		if err != nil || strings.Join(got, "; ") != c.want || a.ManagementPoints[0].Clients != "" {
			t.Errorf("%s: %v, %q, want %q", name, err, got, c.want)
		}
		now := connectionsNow(a)
		if err := putConnections(a, now); now == "" || err != nil || connectionsNow(a) != now {
			t.Errorf("%s: said again it is %q, %v", name, connectionsNow(a), err)
		}
	}
}

// TestOneOfTwoPointsIsToTurnHTTPS where PKI clients need one: the last.
func TestOneOfTwoPointsIsToTurnHTTPS(t *testing.T) {
	p := plantest.PlanOf(t, plantest.QuickDomain)
	p.ManagementPoints[1].ClientsNow, p.ManagementPoints[1].Clients = "", ""
	q := connectionsTable(&p.Answers)
	if q.Rows[0].Cells[0].Best != "" || q.Rows[1].Cells[0].Best != "to-https" || q.Rows[1].Cells[0].Note == "" {
		t.Errorf("%+v", q.Rows)
	}
	p.ManagementPoints[0].ClientsNow = model.ConnectHTTPS
	if q := connectionsTable(&p.Answers); q.Rows[1].Cells[0].Best != "" {
		t.Errorf("one is HTTPS already: %+v", q.Rows)
	}
}

// TestQuickAsksOnlyWhatMatters: what the answers rule out is not there.
func TestQuickAsksOnlyWhatMatters(t *testing.T) {
	asks := func(p model.Plan, key string) bool {
		return slices.ContainsFunc(Quick(), func(s Step) bool {
			return slices.ContainsFunc(s.Every(&p.Answers), func(q Question) bool { return q.Key == key })
		})
	}
	for name, c := range map[string]struct {
		lines    string
		yes, not []string
	}{
		"hybrid":    {plantest.QuickHybrid, []string{"devices[0].method"}, []string{"pki.available", "devices[0].user_centric", "token.longest_offline_days", "pki.crl_public", "site.security", "management_points[].cmg_traffic"}},
		"domain":    {plantest.QuickDomain, []string{"pki.available", "devices[0].user_centric", "pki.crl_public"}, []string{"token.longest_offline_days", "devices[].reaches_internal_network"}},
		"workgroup": {plantest.QuickWorkgroup, []string{"pki.available", "token.longest_offline_days", "devices[].reaches_internal_network"}, []string{"pki.crl_public", "devices[0].user_centric"}},
		"mixed":     {plantest.QuickMixed, []string{"pki.available", "devices[1].user_centric", "pki.crl_public", "token.longest_offline_days"}, []string{"devices[2].user_centric"}},
	} {
		p := plantest.PlanOf(t, c.lines)
		for _, key := range c.yes {
			if !asks(p, key) {
				t.Errorf("%s: %s is not asked", name, key)
			}
		}
		for _, key := range c.not {
			if asks(p, key) {
				t.Errorf("%s: %s is asked", name, key)
			}
		}
	}
	p := plantest.PlanOf(t, plantest.QuickHybrid)
	p.Site.SecurityNow = model.PlainHTTP
	if !asks(p, "site.security") {
		t.Error("nobody asks where plain HTTP leads to")
	}
	p.ManagementPoints[0].Clients = model.ConnectHTTPS
	if !asks(p, "management_points[].cmg_traffic") {
		t.Error("nobody asks who serves those inside where all points are HTTPS")
	}
}

// TestQuickAnswersComeBack: what a plan says is what its questions say, and saying
// it again changes nothing.
func TestQuickAnswersComeBack(t *testing.T) {
	for _, lines := range []string{plantest.QuickHybrid, plantest.QuickDomain, plantest.QuickWorkgroup, plantest.QuickMixed} {
		p := plantest.PlanOf(t, lines)
		for _, step := range Quick() {
			for _, q := range step.Every(&p.Answers) {
				text := q.Answer(&p.Answers)
				if text == "" && !q.Optional || text != "" && !q.Answered(&p.Answers) {
					t.Errorf("%s is %q", q.Key, text)
				}
				again := p.Clone()
				if q.Put == nil {
					continue
				}
				if err := q.Put(&again, text); err != nil || fmt.Sprintf("%+v", again) != fmt.Sprintf("%+v", p.Answers) {
					t.Errorf("%s, said again: %v\n%+v\n%+v", q.Key, err, again, p.Answers)
				}
			}
		}
	}
}
