package model

import (
	"fmt"
	"slices"
)

// Location is where a device is used.
type Location string

// The locations.
const (
	OnInternet Location = "internet"
	OnPremises Location = "on-premises"
)

// Locations are the locations as they end a name: "Tills, on the internet".
var Locations = Terms[Location]{
	{Value: OnInternet, Label: "on the internet"},
	{Value: OnPremises, Label: "on the internal network"},
}

// ServedWords say whether devices are served.
var ServedWords = Terms[TruthWord]{
	{Value: TruthYes, Label: "served"}, {Value: TruthNo, Label: "not served"}, {Value: TruthUnknown, Label: "not known yet"},
}

// The scenarios, and the words for what they serve.
const (
	deviceWork  = "device"
	UserWork    = "user"
	DeviceTasks = "deployments to devices"
	UserTasks   = "deployments to devices and users"
)

// A DeviceOutcome is what one kind of device can do in one location.
type DeviceOutcome struct {
	Name      string        `json:"name"`
	Join      Join          `json:"join"`
	Location  Location      `json:"location"`
	Method    Method        `json:"method"`
	Modes     []Mode        `json:"modes"`
	Supported TruthWord     `json:"supported"`
	Scenarios []string      `json:"scenarios"`
	Why       string        `json:"why"`
	Sources   []Reference   `json:"sources"`
	Conflict  Disagreements `json:"conflict"` // what the pages behind the table say against each other
}

// DeviceOutcomes judges every kind of device in each location where it is
// used, internet first.
func (a *Answers) DeviceOutcomes() []DeviceOutcome {
	outcomes := []DeviceOutcome{}
	for _, d := range a.Devices {
		if d.Internet == Yes {
			outcomes = append(outcomes, a.OnInternet(d))
		}
		if d.OnPremises == Yes {
			outcomes = append(outcomes, a.OnPremises(d))
		}
	}
	return outcomes
}

// InternetDevices lists the places of the devices used on the internet.
func (a *Answers) InternetDevices() []int { return a.DevicesWhere(OnTheInternet) }

// Uses reports whether an internet device uses the method.
func (a *Answers) Uses(m Method) bool {
	return len(a.DevicesWhere(func(d Device) bool { return OnTheInternet(d) && d.Method == m })) > 0
}

// MethodChosen reports whether an internet device has a method already.
func (a *Answers) MethodChosen() bool {
	return len(a.DevicesWhere(func(d Device) bool { return OnTheInternet(d) && Known(d.Method) })) > 0
}

// UserCentric reports whether an internet device with Microsoft Entra ID gets
// deployments to users.
func (a *Answers) UserCentric() bool {
	return len(a.DevicesWhere(func(d Device) bool {
		return OnTheInternet(d) && d.Method == EntraID && d.UserCentric == Yes
	})) > 0
}

// OnTheInternet reports whether the device is used on the internet. Not known
// counts as no.
func OnTheInternet(d Device) bool { return d.Internet == Yes }

// DevicesWhere lists the places of the devices that are wanted, in file
// order.
func (a *Answers) DevicesWhere(want func(Device) bool) []int {
	var places []int
	for i, d := range a.Devices {
		if want(d) {
			places = append(places, i)
		}
	}
	return places
}

// OnInternet says whether the device is served on the internet with the
// method that it has, and why not.
func (a *Answers) OnInternet(d Device) DeviceOutcome {
	fits := d.MethodFits()
	o := d.outcome(OnInternet, SecureModes, All(a.CMGPointServes(), fits))
	o.Sources = References(internetCites(d.Method))
	if o.Supported == TruthYes {
		o.Scenarios = d.Method.Scenarios()
	}
	o.Why = a.whyInternet(d, fits)
	return o
}

func (d Device) outcome(location Location, modes []Mode, supported Truth) DeviceOutcome {
	return DeviceOutcome{
		Name: Clean(d.nameOrJoin()), Join: d.Join, Location: location, Method: d.Method,
		Modes: modes, Supported: supported.Word(), Scenarios: []string{},
	}
}

func (d Device) nameOrJoin() string {
	if d.Name != "" {
		return d.Name
	}
	return string(d.Join)
}

// MethodFits says whether the device can use its method.
func (d Device) MethodFits() Truth {
	switch d.Method {
	case EntraID:
		return All(Is(d.Join, EntraJoined, HybridJoined), Is(d.Windows, Windows10))
	case ClientPKI, SiteToken:
		return IsTrue
	}
	return Unknown
}

// Scenarios are what works over the internet with the method.
func (m Method) Scenarios() []string {
	if m == EntraID {
		return []string{deviceWork, UserWork}
	}
	return []string{deviceWork}
}

// CMGPointServes says whether a management point takes CMG traffic in a mode
// that is fit for it.
func (a *Answers) CMGPointServes() Truth {
	if len(a.ManagementPoints) == 0 {
		return Unknown
	}
	result := IsFalse
	for i, mp := range a.ManagementPoints {
		result = Some(result, All(Is(mp.CMGTraffic, Yes), a.ModeIn(i, SecureModes)))
	}
	return result
}

func (a *Answers) whyInternet(d Device, fits Truth) string {
	switch {
	case fits == IsFalse:
		return "Microsoft Entra ID needs Windows 10 or later that is Entra joined or hybrid joined."
	case a.CMGPointServes() == IsFalse:
		return "No management point for CMG traffic is HTTPS or in an Enhanced HTTP site."
	case fits == Unknown && !Known(d.Method):
		return "No method is chosen yet."
	case fits == Unknown:
		return "How the devices are joined, or which Windows they run, is not known yet."
	case a.CMGPointServes() == Unknown:
		return "Not known yet: which management points accept CMG traffic, and in which mode."
	}
	return fmt.Sprintf("%s through a management point in E-HTTP or HTTPS mode: %s.", Methods.Label(d.Method), d.Method.reach())
}

func (m Method) reach() string {
	if m == EntraID {
		return UserTasks
	}
	return DeviceTasks + " only"
}

func internetCites(m Method) []Citation {
	cites := []Citation{{"configure-authentication", "for-internet-based-clients-communicating-with-the-cmg"}}
	switch m {
	case EntraID:
		return append(cites, Citation{"plan-client-authentication", "azure-ad"})
	case ClientPKI:
		return append(cites, Citation{"plan-client-authentication", "pki-certificate"})
	case SiteToken:
		return append(cites, Citation{"plan-client-authentication", "site-token"})
	}
	return append(cites, Citation{"plan-client-authentication", ""})
}

// OnPremises judges the device inside, whatever its method.
func (a *Answers) OnPremises(d Device) DeviceOutcome {
	modes := anyMode
	if a.Site.Version.AtLeast(HTTPRemoved) {
		modes = SecureModes
	}
	o := d.outcome(OnPremises, modes, a.insidePointIn(modes))
	o.Sources = References([]Citation{
		{"configure-authentication", "for-on-premises-clients-communicating-with-the-on-premises-management-point"},
	})
	if o.Supported == TruthYes {
		o.Scenarios = a.insideScenarios(d)
	}
	o.Why = a.whyInside(d, o)
	return o
}

func (a *Answers) insidePointIn(modes []Mode) Truth {
	if len(a.ManagementPoints) == 0 {
		return Unknown
	}
	return a.SomeMode(a.InsidePoints(), modes)
}

// insideScenarios is the best case over the inside management points. Entra
// identities get user policy over E-HTTP or HTTPS only.
func (a *Answers) insideScenarios(d Device) []string {
	viaEntra := d.Join == EntraJoined || d.Join == HybridJoined
	if d.Join == DomainJoined || viaEntra && a.AnyIn(a.InsidePoints(), SecureModes...) {
		return []string{deviceWork, UserWork}
	}
	return []string{deviceWork}
}

func (a *Answers) whyInside(d Device, o DeviceOutcome) string {
	switch {
	case o.Supported == TruthUnknown:
		return "Not known yet: the mode of a management point that internal clients use."
	case o.Supported == TruthNo && len(a.InsidePoints()) == 0:
		return "Every management point is for internet clients only."
	case o.Supported == TruthNo:
		return "No management point for internal clients is E-HTTP or HTTPS: plain HTTP ended with version 2403."
	case len(o.Scenarios) == 2:
		return "An internal management point serves " + UserTasks + "."
	case d.Join == EntraJoined || d.Join == HybridJoined:
		return "Over plain HTTP only deployments to devices work: users need E-HTTP or HTTPS."
	}
	return "An internal management point serves " + DeviceTasks + "."
}

// MethodMissing reports whether a kind of device on the internet has no
// method yet.
func (p *Plan) MethodMissing() bool {
	return len(p.DevicesWhere(func(d Device) bool { return OnTheInternet(d) && !Known(d.Method) })) > 0
}

// EntraCapable reports whether the device can use Microsoft Entra ID.
func (d Device) EntraCapable() bool {
	return (d.Join == EntraJoined || d.Join == HybridJoined) && d.Windows == Windows10
}

// UsesBulk says whether clients register with a bulk registration token.
func (t Token) UsesBulk() Truth {
	if t.Registration == nil || slices.Contains(t.Registration, Unsure) {
		return Unknown
	}
	return TruthOf(slices.Contains(t.Registration, BulkToken))
}

// AllPoints lists the places of all management points.
func (a *Answers) AllPoints() []int { return a.PointsWhere(func(int) bool { return true }) }
