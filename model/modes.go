package model

import "slices"

// The conditions under which tasks are asked for, named for the tables of
// tasks. What cannot be decided from the answers counts as asked for.

// UsesEntra reports whether a kind of device on the internet uses Microsoft
// Entra ID.
func UsesEntra(p *Plan) bool { return p.Uses(EntraID) }

// WithHTTPSPoint reports whether a management point takes HTTPS connections
// from clients.
func WithHTTPSPoint(p *Plan) bool { return len(p.PointsWith(ConnectHTTPS)) > 0 }

// PointsNeedInternet reports whether the management points must reach the
// internet themselves to check Microsoft Entra tokens: from version 2603 on,
// where a kind of device on the internet uses Microsoft Entra ID.
func PointsNeedInternet(p *Plan) bool {
	return UsesEntra(p) && p.Site.Version.AtLeast(TokensNeedOnline)
}

// ServesContent reports whether the CMG gives content to clients. Not known
// counts as no.
func ServesContent(p *Plan) bool { return p.Gateway.ServeContent == Yes }

// MayCreateApps reports whether the wizard of ConfigMgr may create the app
// registrations: true until the answer is that they are made by hand.
func MayCreateApps(p *Plan) bool { return p.Entra.Apps != AppsByHand }

// Mode is the effective mode of a management point.
type Mode string

// The effective modes.
const (
	ModeHTTP         Mode = "http"
	ModeEnhancedHTTP Mode = "e-http"
	ModeHTTPS        Mode = "https"
	ModeUnknown      Mode = "unknown"
)

// Modes are the effective modes in the words of Microsoft's mode tables.
var Modes = Terms[Mode]{
	{Value: ModeHTTP, Label: "HTTP"},
	{Value: ModeEnhancedHTTP, Label: "E-HTTP"},
	{Value: ModeHTTPS, Label: "HTTPS"},
	{Value: ModeUnknown, Label: "not known yet"},
}

// The versions of ConfigMgr at which something changes, as YYMM numbers. The
// rules that use them cite the pages.
const (
	HTTPDeprecated   = 2103 // plain HTTP between clients and site systems is deprecated
	ScaleSetsForGov  = 2111 // a CMG as a scale set in the US Government cloud
	HTTPRemoved      = 2403 // plain HTTP is over
	EntraOffWorks    = 2503 // a tenant may have Microsoft Entra authentication off
	TokensNeedOnline = 2603 // management points check Entra tokens on the internet
)

// SecureModes are the modes that serve clients through the CMG.
var SecureModes = []Mode{ModeEnhancedHTTP, ModeHTTPS}

// anyMode are the modes that internal clients may use before HTTPRemoved.
var anyMode = []Mode{ModeHTTP, ModeEnhancedHTTP, ModeHTTPS}

// Mode works out how management point i will serve clients.
func (a *Answers) Mode(i int) Mode {
	switch {
	case a.ManagementPoints[i].Clients == ConnectHTTPS:
		return ModeHTTPS
	case a.ManagementPoints[i].Clients != ConnectHTTP:
		return ModeUnknown
	case a.Site.Security == EnhancedHTTP:
		return ModeEnhancedHTTP
	case a.Site.Security == PlainHTTP:
		return ModeHTTP
	}
	return ModeUnknown
}

// ModeIn says whether the mode of management point i is one of modes. A mode
// that is not known is one missing answer, whatever else is known.
func (a *Answers) ModeIn(i int, modes []Mode) Truth {
	mode := a.Mode(i)
	if mode == ModeUnknown {
		return Unknown
	}
	return TruthOf(slices.Contains(modes, mode))
}

// PointsWhere lists the places of the management points that fulfil want.
func (a *Answers) PointsWhere(want func(i int) bool) []int {
	var places []int
	for i := range a.ManagementPoints {
		if want(i) {
			places = append(places, i)
		}
	}
	return places
}

// CMGPoints lists the management points that serve clients through the CMG.
func (a *Answers) CMGPoints() []int {
	return a.PointsWhere(func(i int) bool { return a.ManagementPoints[i].CMGTraffic == Yes })
}

// InsidePoints lists the management points that serve internal clients.
func (a *Answers) InsidePoints() []int {
	return a.PointsWhere(func(i int) bool { return a.ManagementPoints[i].InternetOnly != Yes })
}

// PointsWith lists the management points with this client connections setting.
func (a *Answers) PointsWith(c Connections) []int {
	return a.PointsWhere(func(i int) bool { return a.ManagementPoints[i].Clients == c })
}

// OnlyHTTPSInside reports whether there are inside management points and all
// of them are HTTPS: internal clients then have nothing else to talk to.
func (a *Answers) OnlyHTTPSInside() bool {
	inside := a.InsidePoints()
	return len(inside) > 0 && a.AllIn(inside, ModeHTTPS)
}

// AllIn reports whether all of these points are in the mode. It is true for
// no points.
func (a *Answers) AllIn(points []int, mode Mode) bool {
	return !slices.ContainsFunc(points, func(i int) bool { return a.Mode(i) != mode })
}

// AnyIn reports whether one of these points is in one of the modes.
func (a *Answers) AnyIn(points []int, modes ...Mode) bool {
	return slices.ContainsFunc(points, func(i int) bool { return slices.Contains(modes, a.Mode(i)) })
}

// SomeMode says whether one of the points is in one of the modes.
func (a *Answers) SomeMode(points []int, modes []Mode) Truth {
	result := IsFalse
	for _, i := range points {
		result = Some(result, a.ModeIn(i, modes))
	}
	return result
}

// RebindPoints are the management points that go from HTTPS back to HTTP in an
// Enhanced HTTP site: IIS keeps the old certificate on port 443.
func (a *Answers) RebindPoints() []int {
	if a.Site.Security != EnhancedHTTP {
		return nil
	}
	return a.PointsWhere(func(i int) bool {
		mp := a.ManagementPoints[i]
		return mp.Clients == ConnectHTTP && mp.ClientsNow != ConnectHTTP
	})
}
