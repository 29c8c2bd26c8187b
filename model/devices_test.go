package model

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
)

// methodRow is a row of the table for the internet: who can use the method,
// and what works with it. No words stand for any.
type methodRow struct {
	joins     []Join
	windows   []Windows
	scenarios []string
}

var methodTable = map[Method]methodRow{
	EntraID:   {[]Join{EntraJoined, HybridJoined}, []Windows{Windows10}, []string{"device", "user"}},
	ClientPKI: {nil, nil, []string{"device"}},
	SiteToken: {nil, nil, []string{"device"}},
}

// insideRow is a row of the table for the internal network: what works over
// plain HTTP, and what over E-HTTP or HTTPS.
type insideRow struct{ http, secure []string }

var insideTable = map[Join]insideRow{
	Workgroup:    {[]string{"device"}, []string{"device"}},
	DomainJoined: {[]string{"device", "user"}, []string{"device", "user"}},
	EntraJoined:  {[]string{"device"}, []string{"device", "user"}},
	HybridJoined: {[]string{"device"}, []string{"device", "user"}},
	"":           {[]string{"device"}, []string{"device"}},
	Unsure:       {[]string{"device"}, []string{"device"}},
}

// insideModes are the columns of that table, by version.
var insideModes = map[Version][]Mode{
	"2010": {"http", "e-http", "https"},
	"2402": {"http", "e-http", "https"},
	"2403": {"e-http", "https"},
	"2603": {"e-http", "https"},
	"":     {"e-http", "https"},
}

var (
	everyJoin    = []Join{Workgroup, DomainJoined, EntraJoined, HybridJoined, "", Unsure}
	everyWindows = []Windows{Windows10, WindowsEarlier, "", Unsure}
	everyMethod  = []Method{EntraID, ClientPKI, SiteToken, "", Unsure}
)

func everyDevice() []Device {
	var devices []Device
	for _, join := range everyJoin {
		for _, windows := range everyWindows {
			for _, method := range everyMethod {
				devices = append(devices, Device{Join: join, Windows: windows, Method: method})
			}
		}
	}
	return devices
}

// everySite has up to two management points in every combination of modes that
// one site can have.
func everySite() []Plan {
	var plans []Plan
	for _, security := range []Security{EnhancedHTTP, PlainHTTP} {
		for _, clients := range upToTwo([]Connections{ConnectHTTP, ConnectHTTPS, ""}) {
			p := Plan{}
			p.Site.Security = security
			for _, c := range clients {
				p.ManagementPoints = append(p.ManagementPoints, ManagementPoint{Clients: c})
			}
			plans = append(plans, p)
		}
	}
	return plans
}

// eachUse gives the management points of a plan every combination of an answer.
func eachUse(p Plan, set func(mp *ManagementPoint, answer YesNo), try func(p Plan)) {
	answers := []YesNo{Yes, No, ""}
	for _, first := range answers {
		for _, second := range answers {
			q := p
			q.ManagementPoints = slices.Clone(p.ManagementPoints)
			for i, answer := range []YesNo{first, second} {
				if i < len(q.ManagementPoints) {
					set(&q.ManagementPoints[i], answer)
				}
			}
			try(q)
		}
	}
}

func setCMGTraffic(mp *ManagementPoint, answer YesNo)   { mp.CMGTraffic = answer }
func setInternetOnly(mp *ManagementPoint, answer YesNo) { mp.InternetOnly = answer }

func TestDevicesOnTheInternet(t *testing.T) {
	devices := everyDevice()
	for _, site := range everySite() {
		eachUse(site, setCMGTraffic, func(p Plan) {
			for _, d := range devices {
				d.Internet = Yes
				p.Devices = []Device{d}
				checkDevice(t, &p, OnInternet, []Mode{"e-http", "https"}, p.wantInternet(d), methodTable[d.Method].scenarios)
			}
		})
	}
}

// wantInternet reads the table: a device that does not fit, or no fit
// management point, is no; anything missing is not known.
func (p *Plan) wantInternet(d Device) string {
	row, known := methodTable[d.Method]
	fits := both3(fitsWord(row.joins, d.Join), fitsWord(row.windows, d.Windows))
	if !known {
		fits = "unknown"
	}
	points := "no"
	for i, mp := range p.ManagementPoints {
		points = either3(points, both3(fitsWord([]YesNo{Yes}, mp.CMGTraffic), fitsMode([]Mode{"e-http", "https"}, p.Mode(i))))
	}
	if len(p.ManagementPoints) == 0 {
		points = "unknown"
	}
	return both3(fits, points)
}

func TestDevicesInside(t *testing.T) {
	t.Parallel()
	devices := everyDevice()
	for version, modes := range insideModes {
		for _, site := range everySite() {
			site.Site.Version = version
			eachUse(site, setInternetOnly, func(p Plan) {
				for _, d := range devices {
					d.OnPremises = Yes
					p.Devices = []Device{d}
					checkDevice(t, &p, OnPremises, modes, p.wantInside(modes), p.wantInsideScenarios(d.Join, modes))
				}
			})
		}
	}
}

func (p *Plan) wantInside(modes []Mode) string {
	if len(p.ManagementPoints) == 0 {
		return "unknown"
	}
	supported := "no"
	for i, mp := range p.ManagementPoints {
		if mp.InternetOnly != Yes {
			supported = either3(supported, fitsMode(modes, p.Mode(i)))
		}
	}
	return supported
}

// wantInsideScenarios is the best case over the points in one of the modes.
func (p *Plan) wantInsideScenarios(join Join, modes []Mode) []string {
	var best []string
	for i, mp := range p.ManagementPoints {
		if mp.InternetOnly == Yes || !slices.Contains(modes, p.Mode(i)) {
			continue
		}
		works := insideTable[join].secure
		if p.Mode(i) == ModeHTTP {
			works = insideTable[join].http
		}
		if len(works) > len(best) {
			best = works
		}
	}
	return best
}

func checkDevice(t *testing.T, p *Plan, location Location, modes []Mode, supported string, scenarios []string) {
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
	case answer == "" || answer == Unsure:
		return "unknown"
	case slices.Contains(wanted, answer):
		return "yes"
	}
	return "no"
}

func fitsMode(wanted []Mode, mode Mode) string {
	switch {
	case mode == ModeUnknown:
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
	for _, m := range Methods {
		if _, ok := methodTable[m.Value]; !ok {
			t.Errorf("the method %s is not in the table", m.Value)
		}
	}
	for _, j := range Joins {
		if _, ok := insideTable[j.Value]; !ok || !slices.Contains(everyJoin, j.Value) {
			t.Errorf("%s is not in the table", j.Value)
		}
	}
	for _, w := range WindowsVersions {
		if !slices.Contains(everyWindows, w.Value) {
			t.Errorf("%s is not tried", w.Value)
		}
	}
}

func TestOrderAndNamesOfDevices(t *testing.T) {
	p := &Plan{}
	p.Devices = []Device{
		{Join: Workgroup, Internet: Yes, OnPremises: Yes},
		{Join: HybridJoined, Internet: Unsure, OnPremises: No},
		{Join: HybridJoined, Name: "Sales laptops", OnPremises: Yes},
		{Internet: Yes},
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
	if outcomes := (&Plan{}).DeviceOutcomes(); outcomes == nil || len(outcomes) != 0 {
		t.Errorf("%#v", outcomes)
	}
}

// TestWhyOfDevices: the reason names what stands against it, worst first.
func TestWhyOfDevices(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*Plan)
		place  int // of the outcome in the good plan
		want   string
	}{
		{"Microsoft Entra ID for users", nil, 0, "Microsoft Entra ID through a management point in E-HTTP or HTTPS mode: deployments to devices and users."},
		{"PKI for devices", nil, 2, "PKI certificate through a management point in E-HTTP or HTTPS mode: deployments to devices only."},
		{"an earlier Windows", func(p *Plan) { p.Devices[0].Windows = WindowsEarlier }, 0, "needs Windows 10 or later"},
		{"plain HTTP alone", plainHTTPEverywhere, 0, "No management point for CMG traffic is HTTPS"},
		{"no method", func(p *Plan) { p.Devices[0].Method = "" }, 0, "No method is chosen yet."},
		{"join not known yet", func(p *Plan) { p.Devices[0].Join = Unsure }, 0, "How the devices are joined"},
		{"mode not known yet", modesNotAnswered, 0, "Not known yet: which management points take CMG traffic"},
		{"users inside", nil, 1, "A management point inside serves deployments to devices and users."},
		{"nothing inside", noInsidePoint, 1, "Every management point is for internet clients only."},
		{"plain HTTP inside after its end", plainHTTPEverywhere, 1, "plain HTTP ended with version 2403"},
		{"plain HTTP inside before its end", both(plainHTTPEverywhere, func(p *Plan) { p.Site.Version = "2309" }), 1, "users need E-HTTP or HTTPS"},
		{"modes inside not known yet", modesNotAnswered, 1, "Not known yet: the mode of a management point"},
	} {
		p := goodPlan()
		if c.change != nil {
			c.change(p)
		}
		if why := p.DeviceOutcomes()[c.place].Why; !strings.Contains(why, c.want) {
			t.Errorf("%s: %q, want %q", c.says, why, c.want)
		}
	}
}

func TestDeviceCitations(t *testing.T) {
	for _, m := range everyMethod {
		checkCitations(t, "a device with "+string(m), internetCites(m))
	}
	random := rand.New(rand.NewSource(7))
	for range 300 {
		for _, o := range randomPlan(random).DeviceOutcomes() {
			for _, source := range o.Sources {
				if !strings.HasPrefix(source.URL, "https://") {
					t.Fatalf("%s: no source: %+v", o.Name, source)
				}
			}
		}
	}
}

// TestRecommendation goes through every device and every answer about a PKI.
func TestRecommendation(t *testing.T) {
	for _, d := range everyDevice() {
		for _, pki := range []YesNo{Yes, No, "", Unsure} {
			for _, certificate := range []YesNo{Yes, No, ""} {
				a := Answers{PKI: PKI{Available: pki}}
				d.ClientCertificate = certificate
				want := SiteToken
				if pki == Yes || pki != No && certificate == Yes {
					want = ClientPKI
				}
				if (d.Join == EntraJoined || d.Join == HybridJoined) && d.Windows == Windows10 {
					want = EntraID
				}
				reason := map[Method]string{EntraID: "no certificate is needed", ClientPKI: "a PKI can issue", SiteToken: "if your PKI can"}[want]
				if want == SiteToken && pki == No {
					reason = "no PKI can issue"
				}
				if want == ClientPKI && pki != Yes {
					reason = "they hold certificates already"
				}
				if got, why := a.Recommend(d); got != want || !strings.Contains(why, reason) {
					t.Errorf("%+v, PKI %q: %s because %q, want %s", d, pki, got, why, want)
				}
			}
		}
	}
}
