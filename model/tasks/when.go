package tasks

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/rules"
)

// WithPKI reports whether a kind of device on the internet uses PKI
// certificates.
func WithPKI(p *model.Plan) bool { return p.Uses(model.ClientPKI) }

// WithTokens reports whether a kind of device on the internet uses site-
// issued tokens.
func WithTokens(p *model.Plan) bool { return p.Uses(model.SiteToken) }

func withRebindPoint(p *model.Plan) bool {
	return len(p.RebindPoints()) > 0
}

func needsClientTemplate(p *model.Plan) bool { return WithPKI(p) || model.WithHTTPSPoint(p) }

// EnrolsInDomain leaves out only the devices that Group Policy cannot reach.
func EnrolsInDomain(p *model.Plan) bool {
	return slices.ContainsFunc(p.InternetDevices(), func(i int) bool {
		d := p.Devices[i]
		return d.Method == model.ClientPKI && d.Join != model.Workgroup && d.Join != model.EntraJoined
	})
}

func mayRegisterInside(p *model.Plan) bool {
	return slices.ContainsFunc(p.InternetDevices(), func(i int) bool {
		d := p.Devices[i]
		return d.Method == model.SiteToken && d.ReachesInternalNetwork != model.No
	})
}

// NeedsBulkToken reports whether somebody must make a bulk registration
// token, or that is not known yet.
func NeedsBulkToken(p *model.Plan) bool {
	return WithTokens(p) && rules.BulkTokenNeed(p) != rules.NotRequired
}

// NeedsConnectorCertificate reports whether a CMG connection point needs a
// client certificate, or should have one.
func NeedsConnectorCertificate(p *model.Plan) bool {
	need := rules.ConnectionPointNeed(p)
	return need != rules.NotRequired && need != rules.NeedUnknown
}

func withHybridUsers(p *model.Plan) bool {
	return model.UsesEntra(p) && p.Entra.Identities == model.HybridIdentities
}

// mayHaveOlderApp leaves out the sites whose apps are still to be made.
func mayHaveOlderApp(p *model.Plan) bool {
	return !model.Known(p.Entra.Apps) || p.Entra.SiteIntegrated != model.No
}

func mayCoverAllApps(p *model.Plan) bool {
	return p.Entra.ConditionalAccessAllApps == model.Yes || p.Entra.ConditionalAccessAllApps == model.Unsure
}

func mayHaveMoreTenants(p *model.Plan) bool {
	return p.Entra.DevicesInOtherTenant == model.Yes || p.Entra.DevicesInOtherTenant == model.Unsure
}

func mayHaveClassicCMG(p *model.Plan) bool { return p.Gateway.ClassicPresent != model.No }

func withPublicCertificate(p *model.Plan) bool {
	return p.Gateway.CertificateSource == model.PublicProvider
}

func withOwnCertificate(p *model.Plan) bool {
	return p.Gateway.CertificateSource == model.EnterprisePKI
}

func needsAlias(p *model.Plan) bool {
	return withPublicCertificate(p) || rules.CNAMENeed(p) != rules.NotRequired
}

func mayLackPublicCRL(p *model.Plan) bool { return WithPKI(p) && p.PKI.CRLPublic != model.Yes }

func choosesEnhancedHTTP(p *model.Plan) bool { return p.Site.Security == model.EnhancedHTTP }

func choosesHTTPSOnly(p *model.Plan) bool { return p.Site.Security == model.HTTPSOnly }

func mayServeIntranet(p *model.Plan) bool { return p.Gateway.IntranetClients != model.No }

func mayScanThroughCMG(p *model.Plan) bool { return p.Gateway.SoftwareUpdates != model.No }

func mayRegisterApps(p *model.Plan) bool { return p.Entra.Apps != model.AppsByWizard }

func mayHoldSeveralCertificates(p *model.Plan) bool {
	return WithPKI(p) && p.PKI.SeveralCertificates != model.No
}

// mayLackClient reports whether a kind of internet device with this method is
// not known to have the client.
func mayLackClient(p *model.Plan, m model.Method) bool {
	return slices.ContainsFunc(rules.InternetDevicesWith(&p.Answers, m), func(i int) bool { return p.Devices[i].ClientInstalled != model.Yes })
}

// mayHaveClient reports whether a kind of internet device with one of these
// methods may have the client already.
func mayHaveClient(p *model.Plan, methods ...model.Method) bool {
	return slices.ContainsFunc(p.InternetDevices(), func(i int) bool {
		d := p.Devices[i]
		return slices.Contains(methods, d.Method) && d.ClientInstalled != model.No
	})
}

func mayLackEntraClient(p *model.Plan) bool { return mayLackClient(p, model.EntraID) }

func mayLackPKIClient(p *model.Plan) bool { return mayLackClient(p, model.ClientPKI) }

// installsWithToken keeps the task where a bulk token is required: a device
// outside that has a client without a token is installed again with one.
func installsWithToken(p *model.Plan) bool {
	return NeedsBulkToken(p) && (rules.BulkTokenNeed(p) == rules.Required || mayLackClient(p, model.SiteToken))
}

// mayLearnInside leaves out only plans in which no internet device has the
// client.
func mayLearnInside(p *model.Plan) bool {
	devices := p.InternetDevices()
	return len(devices) == 0 || slices.ContainsFunc(devices, func(i int) bool { return p.Devices[i].ClientInstalled != model.No })
}

func mayPointOutside(p *model.Plan) bool { return mayHaveClient(p, model.EntraID, model.ClientPKI) }
