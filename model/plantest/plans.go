// Package plantest makes plans for the tests of every room.
package plantest

import (
	"slices"
	"strings"

	"cmgwizard/model"
)

// Copied is a plan of its own.
func Copied(p *model.Plan) *model.Plan {
	q := *p
	q.Answers, q.Tasks, q.Evidence = p.Answers.Clone(), slices.Clone(p.Tasks), slices.Clone(p.Evidence)
	return &q
}

// OnePlan has one entry in each list, and no answer.
func OnePlan() *model.Plan {
	p := &model.Plan{}
	p.Devices, p.ManagementPoints, p.ConnectionPoints = make([]model.Device, 1), make([]model.ManagementPoint, 1), make([]model.ConnectionPoint, 1)
	return p
}

// The changes that several rows make.

// NoMethodYet takes the methods of all devices away.
func NoMethodYet(p *model.Plan) {
	for i := range p.Devices {
		p.Devices[i].Method = ""
	}
}

// NoDevices takes all devices away.
func NoDevices(p *model.Plan) { p.Devices = nil }

// NoPoints takes all management points away.
func NoPoints(p *model.Plan) { p.ManagementPoints = nil }

// NotByBulkToken lets devices register in the internal network only.
func NotByBulkToken(p *model.Plan) {
	p.Token.Registration = []model.Registration{model.InternalNetwork}
}

// AsIs is the change that changes nothing.
func AsIs[T any](*T) {}

// OnlyEntra leaves Microsoft Entra ID as the one method.
func OnlyEntra(p *model.Plan) { p.Devices = p.Devices[:1] }

// GatewayName is the service name of the CMG in the good plan.
const GatewayName = "contosocmg.contoso.com"

// answerTheRest answers what plans of the first edition of the rules were not
// asked, each so that its rule holds.
func answerTheRest(p *model.Plan) {
	p.Site.ServiceConnectionPoint, p.Site.DotNet48, p.Site.OldestServerOS = model.ConnectionOnline, model.Yes, model.Server2019
	p.Site.Updates = []model.KB{"KB37942646", "KB38982839"}
	p.Entra.Apps, p.Entra.AppIDURI, p.Entra.SecretExpires = model.AppsByWizard, "api://"+p.Entra.TenantID+"/ConfigMgrService", "2028-03-31"
	p.Entra.AuthenticationDisabled = model.No
	p.Entra.NetworkLocationPolicy, p.PKI.SeveralCertificates, p.Token.ClientsCurrent = model.No, model.No, model.Yes
	for i := range p.ManagementPoints {
		p.ManagementPoints[i].Proxy, p.ManagementPoints[i].TrustsClientCA = model.No, model.Yes
	}
	g := &p.Gateway
	g.Exists = model.No
	g.ResourceProviders, g.NameAvailable, g.TLSInspection, g.IntranetClients, g.SoftwareUpdates = model.Yes, model.NameFree, model.No, model.No, model.No
	p.ClientSettings.DeltaContent, p.ClientSettings.EntraRegistration = model.No, model.Yes
}

// firstKeys are the answers that plans of the first edition were asked, with [n]
// for a place. What else there is came later: it need not be named here.
var firstKeys = strings.Fields(`
	site.code site.version site.top_level site.security_now site.security site.use_pki_certificate site.check_crl
	devices[n].join devices[n].name devices[n].internet devices[n].on_premises devices[n].windows devices[n].count
	devices[n].user_centric devices[n].method devices[n].client_certificate devices[n].reaches_internal_network
	entra.tenant_id entra.site_integrated entra.identities entra.ad_user_discovery entra.entra_user_discovery
	entra.devices_in_other_tenant entra.conditional_access_all_apps
	pki.available pki.issuer pki.certificates_issued pki.key_bits pki.key_storage_provider pki.ca_certificates pki.crl_public
	token.registration token.bulk_lifetime_minutes token.rollout_days token.longest_offline_days
	management_points[n].host management_points[n].clients_now management_points[n].clients management_points[n].cmg_traffic
	management_points[n].internet_only management_points[n].web_certificate management_points[n].asp_net_45
	management_points[n].internet_access
	gateway.service_name gateway.environment gateway.region gateway.resource_group gateway.resource_group_in_region
	gateway.certificate_source gateway.root_on_clients gateway.vm_size gateway.vm_instances gateway.verify_revocation
	gateway.enforce_tls12 gateway.serve_content gateway.classic_present
	connection_points[n].host connection_points[n].client_certificate connection_points[n].outbound_ports_open
	client_settings.use_cmg client_settings.cloud_distribution_point client_settings.user_policy_internet`)

// ClearLater takes the answers back that came after the first edition.
func ClearLater(p *model.Plan) {
	for _, f := range p.Fields() {
		if !slices.Contains(firstKeys, InAnyPlace(f.Key)) {
			f.Clear()
		}
	}
}

// GoodPlan keeps every rule that it can keep and that applies to it.
func GoodPlan() *model.Plan {
	p := &model.Plan{Format: model.Format, Name: "Contoso"}
	p.Site = model.Site{
		Code: "P01", Version: "2603", TopLevel: model.StandalonePrimary, SecurityNow: model.EnhancedHTTP, Security: model.EnhancedHTTP,
		UsePKICertificate: model.Yes, CheckCRL: model.Yes,
	}
	p.Devices = GoodDevices()
	p.Entra = model.Entra{
		TenantID: "aaaabbbb-0000-cccc-1111-dddd2222eeee", SiteIntegrated: model.Yes, Identities: model.HybridIdentities,
		ADUserDiscovery: model.Yes, EntraUserDiscovery: model.Yes, DevicesInOtherTenant: model.No, ConditionalAccessAllApps: model.No,
	}
	p.PKI = model.PKI{
		Available: model.Yes, Issuer: model.ADCS, CertificatesIssued: model.Yes, KeyBits: model.Num(2048), KeyStorageProvider: model.Yes,
		CACertificates: model.Num(2), CRLPublic: model.Yes,
	}
	p.Token = model.Token{
		Registration: []model.Registration{model.BulkToken}, BulkLifetimeMinutes: model.Num(4320), RolloutDays: model.Num(3), LongestOfflineDays: model.Num(30),
	}
	p.ManagementPoints, p.ConnectionPoints = goodPoints(), goodConnectionPoints()
	p.Gateway = model.Gateway{
		ServiceName: "contosocmg.contoso.com", Environment: model.PublicCloud, Region: "westeurope", ResourceGroup: "rg-cmg",
		ResourceGroupInRegion: model.Yes, CertificateSource: model.EnterprisePKI, RootOnClients: model.Yes, VMSize: model.SizeStandard,
		VMInstances: model.Num(2), VerifyRevocation: model.Yes, EnforceTLS12: model.Yes, ServeContent: model.Yes, ClassicPresent: model.No,
	}
	p.ClientSettings = model.ClientSettings{UseCMG: model.Yes, CloudDistributionPoint: model.Yes, UserPolicyInternet: model.Yes}
	answerTheRest(p)
	return p
}

// GoodDevices are one kind of device for each method, then some that stay
// inside.
func GoodDevices() []model.Device {
	return []model.Device{
		{
			Join: model.HybridJoined, Internet: model.Yes, OnPremises: model.Yes, Windows: model.Windows10, Count: model.Num(1000), UserCentric: model.Yes,
			Method: model.EntraID, ClientCertificate: model.No, ReachesInternalNetwork: model.Yes,
		},
		{
			Join: model.DomainJoined, Internet: model.Yes, OnPremises: model.Yes, Windows: model.WindowsEarlier, Count: model.Num(500), UserCentric: model.No,
			Method: model.ClientPKI, ClientCertificate: model.Yes, ReachesInternalNetwork: model.Yes,
		},
		{
			Join: model.Workgroup, Internet: model.Yes, OnPremises: model.No, Windows: model.Windows10, Count: model.Num(100), UserCentric: model.No,
			Method: model.SiteToken, ClientCertificate: model.No, ReachesInternalNetwork: model.No,
		},
		{Join: model.EntraJoined, Internet: model.No, OnPremises: model.Yes, Windows: model.Windows10, UserCentric: model.Yes},
	}
}

func goodPoints() []model.ManagementPoint {
	return []model.ManagementPoint{
		{
			Host: "mp1.contoso.com", ClientsNow: model.ConnectHTTP, Clients: model.ConnectHTTP, CMGTraffic: model.Yes, InternetOnly: model.No,
			WebCertificate: model.WebNone, ASPNET45: model.Yes, InternetAccess: model.Yes,
		},
		{
			Host: "mp2.contoso.com", ClientsNow: model.ConnectHTTPS, Clients: model.ConnectHTTPS, CMGTraffic: model.Yes, InternetOnly: model.No,
			WebCertificate: model.WebEnterprise, ASPNET45: model.Yes, InternetAccess: model.Yes,
		},
	}
}

func goodConnectionPoints() []model.ConnectionPoint {
	return []model.ConnectionPoint{
		{Host: "cp1.contoso.com", ClientCertificate: model.Yes, OutboundPortsOpen: model.Yes},
		{Host: "cp2.contoso.com", ClientCertificate: model.Yes, OutboundPortsOpen: model.Yes},
	}
}

// NobodyOnTheInternet keeps all devices inside.
func NobodyOnTheInternet(p *model.Plan) {
	for i := range p.Devices {
		p.Devices[i].Internet = model.No
	}
}

// NoCMGPoint lets no management point take CMG traffic.
func NoCMGPoint(p *model.Plan) {
	p.ManagementPoints[0].CMGTraffic, p.ManagementPoints[1].CMGTraffic = model.No, model.No
}

// NoInsidePoint leaves no management point to the internal clients.
func NoInsidePoint(p *model.Plan) {
	p.ManagementPoints[0].InternetOnly, p.ManagementPoints[1].InternetOnly = model.Yes, model.Yes
}

// ModesNotAnswered leaves open which connections the management points take.
func ModesNotAnswered(p *model.Plan) {
	p.ManagementPoints[0].Clients, p.ManagementPoints[1].Clients = "", model.Unsure
}

// PlainHTTPEverywhere is a site with neither HTTPS nor Enhanced HTTP.
func PlainHTTPEverywhere(p *model.Plan) {
	p.Site.Security, p.ManagementPoints[1].Clients = model.PlainHTTP, model.ConnectHTTP
}

// AllEnhancedHTTP leaves no management point on HTTPS.
func AllEnhancedHTTP(p *model.Plan) { p.ManagementPoints[1].Clients = model.ConnectHTTP }

// NameOfAzure gives the CMG a service name in the domain of Azure.
func NameOfAzure(p *model.Plan) { p.Gateway.ServiceName = "contosocmg.westeurope.cloudapp.azure.com" }

// Both makes one change out of two.
func Both(first, second func(*model.Plan)) func(*model.Plan) {
	return func(p *model.Plan) { first(p); second(p) }
}

// NoLifetime leaves the lifetime of bulk registration tokens open.
func NoLifetime(p *model.Plan) { p.Token.BulkLifetimeMinutes = model.Number{} }

// FullPlan is a plan with an answer to everything that is shown or filled
// into a text.
func FullPlan() *model.Plan {
	p := &model.Plan{}
	p.Site = model.Site{Code: "P01", Version: "2603", Security: model.EnhancedHTTP}
	p.Devices = []model.Device{
		{Join: model.HybridJoined, Internet: model.Yes, OnPremises: model.Yes, Windows: model.Windows10, UserCentric: model.Yes, Method: model.EntraID},
		{Join: model.DomainJoined, Internet: model.Yes, OnPremises: model.Yes, Method: model.ClientPKI},
		{Join: model.Workgroup, Internet: model.Yes, Method: model.SiteToken, ReachesInternalNetwork: model.No},
	}
	p.Entra = model.Entra{
		TenantID: "aaaabbbb-0000-cccc-1111-dddd2222eeee", Identities: model.HybridIdentities, DevicesInOtherTenant: model.Yes,
		AppIDURI: "api://aaaabbbb-0000-cccc-1111-dddd2222eeee/ConfigMgrService",
	}
	p.PKI.CACertificates, p.PKI.CRLPublic = model.Num(2), model.No
	p.Token.BulkLifetimeMinutes = model.Num(1440)
	p.ManagementPoints = []model.ManagementPoint{
		{Host: "mp1.contoso.com", ClientsNow: model.ConnectHTTPS, Clients: model.ConnectHTTP, CMGTraffic: model.Yes},
		{Host: "mp2.contoso.com", Clients: model.ConnectHTTPS, CMGTraffic: model.Yes},
	}
	p.Gateway = model.Gateway{
		ServiceName: "granitefalls.contoso.com", Environment: model.PublicCloud, Region: "westus", ResourceGroup: "rg-cmg",
		CertificateSource: model.PublicProvider, VMSize: model.SizeStandard, VMInstances: model.Num(2),
		VerifyRevocation: model.Yes, EnforceTLS12: model.Yes, ServeContent: model.Yes,
	}
	p.ConnectionPoints = []model.ConnectionPoint{{Host: "cp1.contoso.com"}, {Host: "cp2.contoso.com"}}
	return p
}
