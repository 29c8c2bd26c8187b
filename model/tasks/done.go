package tasks

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/rules"
	"cmgwizard/model/updates"
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

// siteNoted asks for a standalone primary site: of a central administration
// site the plan holds no code. The support of a version must reach the day for
// which the plan is judged.
func siteNoted(p *model.Plan) bool {
	return model.Known(p.Site.Code) && model.Known(p.Site.Version) && p.Site.TopLevel == model.StandalonePrimary && !supportMayBeOver(p)
}

// supportMayBeOver goes by the table of versions. A version that it does not have
// is taken for supported: the task says how to look. Without a day nothing is over.
func supportMayBeOver(p *model.Plan) bool { return updates.SupportOn(p.Site.Version, p.At).Over() }

func sizeChosen(p *model.Plan) bool { return rules.Hold(p, "capacity", "connection-point-count") }

func nameChosen(p *model.Plan) bool {
	return rules.Hold(p, "service-name") && model.Known(p.Gateway.Region)
}

func issuerChosen(p *model.Plan) bool { return model.Known(p.Gateway.CertificateSource) }

// connectorsChosen leaves .NET Framework to a task of its own, where there is
// one.
func connectorsChosen(p *model.Plan) bool {
	named := !slices.ContainsFunc(p.ConnectionPoints, func(c model.ConnectionPoint) bool { return !model.Known(c.Host) })
	return len(p.ConnectionPoints) > 0 && named && (saysDotNet48(p) || dotNetInPlace(p))
}

// methodsChosen asks that every kind of device is known to be outside or not,
// and that the methods fit.
func methodsChosen(p *model.Plan) bool {
	open := func(d model.Device) bool {
		return !model.Known(d.Internet) || model.OnTheInternet(d) && !methodSuits(d)
	}
	return len(p.InternetDevices()) > 0 && !slices.ContainsFunc(p.Devices, open)
}

// methodSuits reports whether the device can use its method, and whether that
// serves its users. No deployments to users reach a workgroup.
func methodSuits(d model.Device) bool {
	users := d.Method == model.EntraID || d.Join == model.Workgroup || d.UserCentric == model.No
	return d.MethodFits() == model.IsTrue && users
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
