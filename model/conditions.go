package model

import "slices"

// The conditions under which tasks are asked for, named for the tables of
// tasks. What cannot be decided from the answers counts as asked for.

func withEntra(p *Plan) bool      { return p.Uses(EntraID) }
func withPKI(p *Plan) bool        { return p.Uses(ClientPKI) }
func withTokens(p *Plan) bool     { return p.Uses(SiteToken) }
func withHTTPSPoint(p *Plan) bool { return len(p.PointsWith(ConnectHTTPS)) > 0 }
func withRebindPoint(p *Plan) bool {
	return len(p.rebindPoints()) > 0
}

func needsClientTemplate(p *Plan) bool { return withPKI(p) || withHTTPSPoint(p) }

// enrolsInDomain leaves out only the devices that group policy cannot reach.
func enrolsInDomain(p *Plan) bool {
	return slices.ContainsFunc(p.InternetDevices(), func(i int) bool {
		d := p.Devices[i]
		return d.Method == ClientPKI && d.Join != Workgroup && d.Join != EntraJoined
	})
}

func mayRegisterInside(p *Plan) bool {
	return slices.ContainsFunc(p.InternetDevices(), func(i int) bool {
		d := p.Devices[i]
		return d.Method == SiteToken && d.ReachesInternalNetwork != No
	})
}

func needsBulkToken(p *Plan) bool {
	return withTokens(p) && p.bulkTokenNeed() != NotRequired
}

func needsConnectorCertificate(p *Plan) bool {
	need := p.connectionPointNeed()
	return need != NotRequired && need != NeedUnknown
}

func pointsNeedInternet(p *Plan) bool {
	return withEntra(p) && p.Site.Version.AtLeast(tokensNeedOnline)
}

func withHybridUsers(p *Plan) bool {
	return withEntra(p) && p.Entra.Identities == HybridIdentities
}

// mayHaveOlderApp leaves out the sites whose apps are still to be made.
func mayHaveOlderApp(p *Plan) bool {
	return !Known(p.Entra.Apps) || p.Entra.SiteIntegrated != No
}

func mayCoverAllApps(p *Plan) bool {
	return p.Entra.ConditionalAccessAllApps == Yes || p.Entra.ConditionalAccessAllApps == Unsure
}

func mayHaveMoreTenants(p *Plan) bool {
	return p.Entra.DevicesInOtherTenant == Yes || p.Entra.DevicesInOtherTenant == Unsure
}

func mayHaveClassicCMG(p *Plan) bool { return p.Gateway.ClassicPresent != No }

func withPublicCertificate(p *Plan) bool { return p.Gateway.CertificateSource == PublicProvider }

func withOwnCertificate(p *Plan) bool { return p.Gateway.CertificateSource == EnterprisePKI }

func needsAlias(p *Plan) bool {
	return withPublicCertificate(p) || p.cnameNeed() != NotRequired
}

func mayLackPublicCRL(p *Plan) bool { return withPKI(p) && p.PKI.CRLPublic != Yes }

func choosesEnhancedHTTP(p *Plan) bool { return p.Site.Security == EnhancedHTTP }

func choosesHTTPSOnly(p *Plan) bool { return p.Site.Security == HTTPSOnly }

func servesContent(p *Plan) bool { return p.Gateway.ServeContent == Yes }

func mayServeIntranet(p *Plan) bool { return p.Gateway.IntranetClients != No }

func mayScanThroughCMG(p *Plan) bool { return p.Gateway.SoftwareUpdates != No }

func mayCreateApps(p *Plan) bool { return p.Entra.Apps != AppsByHand }

func mayRegisterApps(p *Plan) bool { return p.Entra.Apps != AppsByWizard }

func mayHoldSeveralCertificates(p *Plan) bool {
	return withPKI(p) && p.PKI.SeveralCertificates != No
}

// mayLackClient reports whether a kind of internet device with this method is
// not known to have the client.
func (p *Plan) mayLackClient(m Method) bool {
	return slices.ContainsFunc(p.internetDevicesWith(m), func(i int) bool { return p.Devices[i].ClientInstalled != Yes })
}

// mayHaveClient reports whether a kind of internet device with one of these
// methods may have the client already.
func (p *Plan) mayHaveClient(methods ...Method) bool {
	return slices.ContainsFunc(p.InternetDevices(), func(i int) bool {
		d := p.Devices[i]
		return slices.Contains(methods, d.Method) && d.ClientInstalled != No
	})
}

func mayLackEntraClient(p *Plan) bool { return p.mayLackClient(EntraID) }

func mayLackPKIClient(p *Plan) bool { return p.mayLackClient(ClientPKI) }

// installsWithToken keeps the task where a bulk token is required: a device
// outside that has a client without a token is installed again with one.
func installsWithToken(p *Plan) bool {
	return needsBulkToken(p) && (p.bulkTokenNeed() == Required || p.mayLackClient(SiteToken))
}

// mayLearnInside leaves out only plans in which no internet device has the
// client.
func mayLearnInside(p *Plan) bool {
	devices := p.InternetDevices()
	return len(devices) == 0 || slices.ContainsFunc(devices, func(i int) bool { return p.Devices[i].ClientInstalled != No })
}

func mayPointOutside(p *Plan) bool { return p.mayHaveClient(EntraID, ClientPKI) }
