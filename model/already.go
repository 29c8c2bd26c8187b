package model

import "slices"

// The results of tasks that the answers state by themselves. A list must have
// an entry, and every entry must say so.

func siteIntegrated(p *Plan) bool    { return p.Entra.SiteIntegrated == Yes }
func findsADUsers(p *Plan) bool      { return p.Entra.ADUserDiscovery == Yes }
func findsEntraUsers(p *Plan) bool   { return p.Entra.EntraUserDiscovery == Yes }
func rootDistributed(p *Plan) bool   { return p.Gateway.RootOnClients == Yes }
func certificatesHeld(p *Plan) bool  { return p.PKI.CertificatesIssued == Yes }
func crlCheckOff(p *Plan) bool       { return p.Site.CheckCRL == No }
func userPolicyAllowed(p *Plan) bool { return p.ClientSettings.UserPolicyInternet == Yes }

func siteNotPlainHTTP(p *Plan) bool {
	return Known(p.Site.SecurityNow) && p.Site.SecurityNow != PlainHTTP
}

func siteAsChosen(p *Plan) bool {
	return Known(p.Site.Security) && p.Site.SecurityNow == p.Site.Security
}

func sitePrefersPKI(p *Plan) bool {
	return p.Site.UsePKICertificate == Yes || p.Site.SecurityNow == HTTPSOnly && p.Site.Security == HTTPSOnly
}

func nameIsFree(p *Plan) bool          { return p.Gateway.NameAvailable == NameFree }
func providersRegistered(p *Plan) bool { return p.Gateway.ResourceProviders == Yes }
func serviceOnline(p *Plan) bool       { return p.Site.ServiceConnectionPoint == ConnectionOnline }
func nothingInspects(p *Plan) bool     { return p.Gateway.TLSInspection == No }
func tokenClientsCurrent(p *Plan) bool { return p.Token.ClientsCurrent == Yes }
func deltaContentOff(p *Plan) bool     { return p.ClientSettings.DeltaContent == No }

// clientsMayUseCMG asks for all that the task sets: where hybrid joined devices
// use Microsoft Entra ID, also that nobody turned their registration off.
func clientsMayUseCMG(p *Plan) bool {
	content := p.Gateway.ServeContent != Yes || p.ClientSettings.CloudDistributionPoint == Yes
	registers := p.ClientSettings.EntraRegistration != No || !withHybridDevices(p)
	return p.ClientSettings.UseCMG == Yes && content && registers
}

func withHybridDevices(p *Plan) bool {
	return slices.ContainsFunc(p.internetDevicesWith(EntraID), func(i int) bool { return p.Devices[i].Join == HybridJoined })
}

func aspNetInPlace(p *Plan) bool {
	return p.allOf(p.CMGPoints(), func(mp ManagementPoint) bool { return mp.ASPNET45 == Yes })
}

func pointsReachInternet(p *Plan) bool {
	return p.allOf(p.allPoints(), func(mp ManagementPoint) bool { return mp.InternetAccess == Yes })
}

func pointsInternetOnly(p *Plan) bool {
	return p.allOf(p.CMGPoints(), func(mp ManagementPoint) bool { return mp.InternetOnly == Yes })
}

func webCertificatesHeld(p *Plan) bool {
	return p.allOf(p.PointsWith(ConnectHTTPS), func(mp ManagementPoint) bool {
		return mp.WebCertificate == WebEnterprise || mp.WebCertificate == WebPublic
	})
}

func pointsOnHTTPS(p *Plan) bool {
	return p.allOf(p.PointsWith(ConnectHTTPS), func(mp ManagementPoint) bool { return mp.ClientsNow == ConnectHTTPS })
}

func connectorsHoldCertificate(p *Plan) bool {
	return len(p.ConnectionPoints) > 0 && !slices.ContainsFunc(p.ConnectionPoints, func(c ConnectionPoint) bool {
		return c.ClientCertificate != Yes
	})
}

func connectorPortsOpen(p *Plan) bool {
	return len(p.ConnectionPoints) > 0 && !slices.ContainsFunc(p.ConnectionPoints, func(c ConnectionPoint) bool {
		return c.OutboundPortsOpen != Yes
	})
}

// allOf reports whether there are points and all of them are as wanted.
func (p *Plan) allOf(points []int, want func(ManagementPoint) bool) bool {
	return len(points) > 0 && !slices.ContainsFunc(points, func(i int) bool { return !want(p.ManagementPoints[i]) })
}
