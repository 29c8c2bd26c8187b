package model_test

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
)

// methodRow is a row of the table for the internet: who can use the method,
// and what works with it. No words stand for any.
type methodRow struct {
	joins     []model.Join
	windows   []model.Windows
	scenarios []string
}

var methodTable = map[model.Method]methodRow{
	model.EntraID:   {[]model.Join{model.EntraJoined, model.HybridJoined}, []model.Windows{model.Windows10}, []string{"device", "user"}},
	model.ClientPKI: {nil, nil, []string{"device"}},
	model.SiteToken: {nil, nil, []string{"device"}},
}

// insideRow is a row of the table for the internal network: what works over
// plain HTTP, and what over E-HTTP or HTTPS.
type insideRow struct{ http, secure []string }

var insideTable = map[model.Join]insideRow{
	model.Workgroup:    {[]string{"device"}, []string{"device"}},
	model.DomainJoined: {[]string{"device", "user"}, []string{"device", "user"}},
	model.EntraJoined:  {[]string{"device"}, []string{"device", "user"}},
	model.HybridJoined: {[]string{"device"}, []string{"device", "user"}},
	"":                 {[]string{"device"}, []string{"device"}},
	model.Unsure:       {[]string{"device"}, []string{"device"}},
}

// insideModes are the columns of that table, by version.
var insideModes = map[model.Version][]model.Mode{
	"2010": {"http", "e-http", "https"},
	"2402": {"http", "e-http", "https"},
	"2403": {"e-http", "https"},
	"2603": {"e-http", "https"},
	"":     {"e-http", "https"},
}

// everySite has up to two management points in every combination of modes that
// one site can have.
func everySite() []model.Plan {
	var plans []model.Plan
	for _, security := range []model.Security{model.EnhancedHTTP, model.PlainHTTP} {
		for _, clients := range plantest.UpToTwo([]model.Connections{model.ConnectHTTP, model.ConnectHTTPS, ""}) {
			p := model.Plan{}
			p.Site.Security = security
			for _, c := range clients {
				p.ManagementPoints = append(p.ManagementPoints, model.ManagementPoint{Clients: c})
			}
			plans = append(plans, p)
		}
	}
	return plans
}

// eachUse gives the management points of a plan every combination of an answer.
func eachUse(p model.Plan, set func(mp *model.ManagementPoint, answer model.YesNo), try func(p model.Plan)) {
	answers := []model.YesNo{model.Yes, model.No, ""}
	for _, first := range answers {
		for _, second := range answers {
			q := p
			q.ManagementPoints = slices.Clone(p.ManagementPoints)
			for i, answer := range []model.YesNo{first, second} {
				if i < len(q.ManagementPoints) {
					set(&q.ManagementPoints[i], answer)
				}
			}
			try(q)
		}
	}
}

func setCMGTraffic(mp *model.ManagementPoint, answer model.YesNo) { mp.CMGTraffic = answer }

func setInternetOnly(mp *model.ManagementPoint, answer model.YesNo) { mp.InternetOnly = answer }

func TestDevicesOnTheInternet(t *testing.T) {
	devices := plantest.EveryDevice()
	for _, site := range everySite() {
		eachUse(site, setCMGTraffic, func(p model.Plan) {
			for _, d := range devices {
				d.Internet = model.Yes
				p.Devices = []model.Device{d}
				checkDevice(t, &p, model.OnInternet, []model.Mode{"e-http", "https"}, wantInternet(&p, d), methodTable[d.Method].scenarios)
			}
		})
	}
}

// wantInternet reads the table: a device that does not fit, or no fit
// management point, is no; anything missing is not known.
func wantInternet(p *model.Plan, d model.Device) string {
	row, known := methodTable[d.Method]
	fits := both3(fitsWord(row.joins, d.Join), fitsWord(row.windows, d.Windows))
	if !known {
		fits = "unknown"
	}
	points := "no"
	for i, mp := range p.ManagementPoints {
		points = either3(points, both3(fitsWord([]model.YesNo{model.Yes}, mp.CMGTraffic), fitsMode([]model.Mode{"e-http", "https"}, p.Mode(i))))
	}
	if len(p.ManagementPoints) == 0 {
		points = "unknown"
	}
	return both3(fits, points)
}

func TestDevicesInside(t *testing.T) {
	t.Parallel()
	devices := plantest.EveryDevice()
	for version, modes := range insideModes {
		for _, site := range everySite() {
			site.Site.Version = version
			eachUse(site, setInternetOnly, func(p model.Plan) {
				for _, d := range devices {
					d.OnPremises = model.Yes
					p.Devices = []model.Device{d}
					checkDevice(t, &p, model.OnPremises, modes, wantInside(&p, modes), wantInsideScenarios(&p, d.Join, modes))
				}
			})
		}
	}
}

func wantInside(p *model.Plan, modes []model.Mode) string {
	if len(p.ManagementPoints) == 0 {
		return "unknown"
	}
	supported := "no"
	for i, mp := range p.ManagementPoints {
		if mp.InternetOnly != model.Yes {
			supported = either3(supported, fitsMode(modes, p.Mode(i)))
		}
	}
	return supported
}

// wantInsideScenarios is the best case over the points in one of the modes.
func wantInsideScenarios(p *model.Plan, join model.Join, modes []model.Mode) []string {
	var best []string
	for i, mp := range p.ManagementPoints {
		if mp.InternetOnly == model.Yes || !slices.Contains(modes, p.Mode(i)) {
			continue
		}
		works := insideTable[join].secure
		if p.Mode(i) == model.ModeHTTP {
			works = insideTable[join].http
		}
		if len(works) > len(best) {
			best = works
		}
	}
	return best
}

func checkDevice(t *testing.T, p *model.Plan, location model.Location, modes []model.Mode, supported string, scenarios []string) {
	t.Helper()
	outcomes := p.DeviceOutcomes()
	if len(outcomes) != 1 {
		t.Fatalf("%d outcomes of one device in one location", len(outcomes))
	}
	o := outcomes[0]
	if supported != "yes" {
		scenarios = []string{}
	}
	got := fmt.Sprint(o.Location, o.Modes, o.Supported, o.Scenarios, o.Join, o.Method)
	want := fmt.Sprint(location, modes, supported, scenarios, p.Devices[0].Join, p.Devices[0].Method)
	if got != want {
		t.Fatalf("%+v\nsite %+v\nmanagement points %+v:\n%s, want\n%s", p.Devices[0], p.Site, p.ManagementPoints, got, want)
	}
	if o.Why == "" || len(o.Sources) == 0 || o.Scenarios == nil {
		t.Fatalf("%+v: no reason, no source or no list of scenarios", o)
	}
}

// Yes, no and unknown in words, written out anew.

func fitsWord[T ~string](wanted []T, answer T) string {
	switch {
	case wanted == nil:
		return "yes"
	case answer == "" || answer == model.Unsure:
		return "unknown"
	case slices.Contains(wanted, answer):
		return "yes"
	}
	return "no"
}

func fitsMode(wanted []model.Mode, mode model.Mode) string {
	switch {
	case mode == model.ModeUnknown:
		return "unknown"
	case slices.Contains(wanted, mode):
		return "yes"
	}
	return "no"
}

func both3(a, b string) string {
	switch {
	case a == "no" || b == "no":
		return "no"
	case a == "unknown" || b == "unknown":
		return "unknown"
	}
	return "yes"
}

func either3(a, b string) string {
	switch {
	case a == "yes" || b == "yes":
		return "yes"
	case a == "unknown" || b == "unknown":
		return "unknown"
	}
	return "no"
}

// TestDeviceTablesAreWhole notices a new word that the tables lack.
func TestDeviceTablesAreWhole(t *testing.T) {
	for _, m := range model.Methods {
		if _, ok := methodTable[m.Value]; !ok {
			t.Errorf("the method %s is not in the table", m.Value)
		}
	}
	for _, j := range model.Joins {
		if _, ok := insideTable[j.Value]; !ok || !slices.Contains(plantest.EveryJoin, j.Value) {
			t.Errorf("%s is not in the table", j.Value)
		}
	}
	for _, w := range model.WindowsVersions {
		if !slices.Contains(plantest.EveryWindows, w.Value) {
			t.Errorf("%s is not tried", w.Value)
		}
	}
}

func TestOrderAndNamesOfDevices(t *testing.T) {
	p := &model.Plan{}
	p.Devices = []model.Device{
		{Join: model.Workgroup, Internet: model.Yes, OnPremises: model.Yes},
		{Join: model.HybridJoined, Internet: model.Unsure, OnPremises: model.No},
		{Join: model.HybridJoined, Name: "Sales laptops", OnPremises: model.Yes},
		{Internet: model.Yes},
	}
	var got []string
	for _, o := range p.DeviceOutcomes() {
		got = append(got, o.Name+" "+string(o.Location))
	}
	want := []string{"workgroup internet", "workgroup on-premises", "Sales laptops on-premises", " internet"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestNoDeviceGivesAnEmptyList(t *testing.T) {
	if outcomes := (&model.Plan{}).DeviceOutcomes(); outcomes == nil || len(outcomes) != 0 {
		t.Errorf("%#v", outcomes)
	}
}

// TestWhyOfDevices: the reason names what stands against it, worst first.
func TestWhyOfDevices(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*model.Plan)
		place  int // of the outcome in the good plan
		want   string
	}{
		{"Microsoft Entra ID for users", nil, 0, "Microsoft Entra ID through a management point in E-HTTP or HTTPS mode: deployments to devices and users."},
		{"PKI for devices", nil, 2, "PKI certificate through a management point in E-HTTP or HTTPS mode: deployments to devices only."},
		{"an earlier Windows", func(p *model.Plan) { p.Devices[0].Windows = model.WindowsEarlier }, 0, "needs Windows 10 or later"},
		{"plain HTTP alone", plantest.PlainHTTPEverywhere, 0, "No management point for CMG traffic is HTTPS"},
		{"no method", func(p *model.Plan) { p.Devices[0].Method = "" }, 0, "No method is chosen yet."},
		{"join not known yet", func(p *model.Plan) { p.Devices[0].Join = model.Unsure }, 0, "How the devices are joined"},
		{"mode not known yet", plantest.ModesNotAnswered, 0, "Not known yet: which management points accept CMG traffic"},
		{"users inside", nil, 1, "An internal management point serves deployments to devices and users."},
		{"nothing inside", plantest.NoInsidePoint, 1, "Every management point is for internet clients only."},
		{"plain HTTP inside after its end", plantest.PlainHTTPEverywhere, 1, "plain HTTP ended with version 2403"},
		{"plain HTTP inside before its end", plantest.Both(plantest.PlainHTTPEverywhere, func(p *model.Plan) { p.Site.Version = "2309" }), 1, "users need E-HTTP or HTTPS"},
		{"modes inside not known yet", plantest.ModesNotAnswered, 1, "Not known yet: the mode of a management point"},
	} {
		p := plantest.GoodPlan()
		if c.change != nil {
			c.change(p)
		}
		if why := p.DeviceOutcomes()[c.place].Why; !strings.Contains(why, c.want) {
			t.Errorf("%s: %q, want %q", c.says, why, c.want)
		}
	}
}

func TestDeviceCitations(t *testing.T) {
	for _, m := range plantest.EveryMethod {
		plantest.CheckCitations(t, "a device with "+string(m), model.InternetCites(m))
	}
	random := rand.New(rand.NewSource(7))
	for range 300 {
		for _, o := range plantest.RandomPlan(random).DeviceOutcomes() {
			for _, source := range o.Sources {
				if !strings.HasPrefix(source.URL, "https://") {
					t.Fatalf("%s: no source: %+v", o.Name, source)
				}
			}
		}
	}
}
