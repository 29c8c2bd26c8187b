package tasks

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/rules"
)

// The results of tasks that the answers state by themselves. A list must have
// an entry, and every entry must say so.

func siteIntegrated(p *model.Plan) bool { return p.Entra.SiteIntegrated == model.Yes }

func findsADUsers(p *model.Plan) bool { return p.Entra.ADUserDiscovery == model.Yes }

func findsEntraUsers(p *model.Plan) bool { return p.Entra.EntraUserDiscovery == model.Yes }

func rootDistributed(p *model.Plan) bool { return p.Gateway.RootOnClients == model.Yes }

func certificatesHeld(p *model.Plan) bool { return p.PKI.CertificatesIssued == model.Yes }

func crlCheckOff(p *model.Plan) bool { return p.Site.CheckCRL == model.No }

func userPolicyAllowed(p *model.Plan) bool { return p.ClientSettings.UserPolicyInternet == model.Yes }

func siteNotPlainHTTP(p *model.Plan) bool {
	return model.Known(p.Site.SecurityNow) && p.Site.SecurityNow != model.PlainHTTP
}

func siteAsChosen(p *model.Plan) bool {
	return model.Known(p.Site.Security) && p.Site.SecurityNow == p.Site.Security
}

func sitePrefersPKI(p *model.Plan) bool {
	return p.Site.UsePKICertificate == model.Yes || p.Site.SecurityNow == model.HTTPSOnly && p.Site.Security == model.HTTPSOnly
}

func nameIsFree(p *model.Plan) bool { return p.Gateway.NameAvailable == model.NameFree }

func providersRegistered(p *model.Plan) bool { return p.Gateway.ResourceProviders == model.Yes }

func serviceOnline(p *model.Plan) bool {
	return p.Site.ServiceConnectionPoint == model.ConnectionOnline
}

func nothingInspects(p *model.Plan) bool { return p.Gateway.TLSInspection == model.No }

func tokenClientsCurrent(p *model.Plan) bool { return p.Token.ClientsCurrent == model.Yes }

func deltaContentOff(p *model.Plan) bool { return p.ClientSettings.DeltaContent == model.No }

// clientsMayUseCMG asks for all that the task sets: where hybrid joined devices
// use Microsoft Entra ID, also that nobody turned their registration off.
func clientsMayUseCMG(p *model.Plan) bool {
	content := p.Gateway.ServeContent != model.Yes || p.ClientSettings.CloudDistributionPoint == model.Yes
	registers := p.ClientSettings.EntraRegistration != model.No || !withHybridDevices(p)
	return p.ClientSettings.UseCMG == model.Yes && content && registers
}

func withHybridDevices(p *model.Plan) bool {
	return slices.ContainsFunc(rules.InternetDevicesWith(&p.Answers, model.EntraID), func(i int) bool { return p.Devices[i].Join == model.HybridJoined })
}

func aspNetInPlace(p *model.Plan) bool {
	return allOf(p, p.CMGPoints(), func(mp model.ManagementPoint) bool { return mp.ASPNET45 == model.Yes })
}

func pointsReachInternet(p *model.Plan) bool {
	return allOf(p, p.AllPoints(), func(mp model.ManagementPoint) bool { return mp.InternetAccess == model.Yes })
}

func pointsInternetOnly(p *model.Plan) bool {
	return allOf(p, p.CMGPoints(), func(mp model.ManagementPoint) bool { return mp.InternetOnly == model.Yes })
}

func webCertificatesHeld(p *model.Plan) bool {
	return allOf(p, p.PointsWith(model.ConnectHTTPS), func(mp model.ManagementPoint) bool {
		return mp.WebCertificate == model.WebEnterprise || mp.WebCertificate == model.WebPublic
	})
}

func pointsOnHTTPS(p *model.Plan) bool {
	return allOf(p, p.PointsWith(model.ConnectHTTPS), func(mp model.ManagementPoint) bool { return mp.ClientsNow == model.ConnectHTTPS })
}

func connectorsHoldCertificate(p *model.Plan) bool {
	return len(p.ConnectionPoints) > 0 && !slices.ContainsFunc(p.ConnectionPoints, func(c model.ConnectionPoint) bool {
		return c.ClientCertificate != model.Yes
	})
}

func connectorPortsOpen(p *model.Plan) bool {
	return len(p.ConnectionPoints) > 0 && !slices.ContainsFunc(p.ConnectionPoints, func(c model.ConnectionPoint) bool {
		return c.OutboundPortsOpen != model.Yes
	})
}

// allOf reports whether there are points and all of them are as wanted.
func allOf(p *model.Plan, points []int, want func(model.ManagementPoint) bool) bool {
	return len(points) > 0 && !slices.ContainsFunc(points, func(i int) bool { return !want(p.ManagementPoints[i]) })
}
