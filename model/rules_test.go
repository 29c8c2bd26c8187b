package model

import (
	"math/rand"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model/slow"
)

// goodPlan keeps every rule that it can keep and that applies to it.
func goodPlan() *Plan {
	p := &Plan{Format: Format, Name: "Contoso"}
	p.Site = Site{
		Code: "P01", Version: "2603", TopLevel: StandalonePrimary, SecurityNow: EnhancedHTTP, Security: EnhancedHTTP,
		UsePKICertificate: Yes, CheckCRL: Yes,
	}
	p.Devices = goodDevices()
	p.Entra = Entra{
		TenantID: "aaaabbbb-0000-cccc-1111-dddd2222eeee", SiteIntegrated: Yes, Identities: HybridIdentities,
		ADUserDiscovery: Yes, EntraUserDiscovery: Yes, DevicesInOtherTenant: No, ConditionalAccessAllApps: No,
	}
	p.PKI = PKI{
		Available: Yes, Issuer: ADCS, CertificatesIssued: Yes, KeyBits: Num(2048), KeyStorageProvider: Yes,
		CACertificates: Num(2), CRLPublic: Yes,
	}
	p.Token = Token{
		Registration: []Registration{BulkToken}, BulkLifetimeMinutes: Num(4320), RolloutDays: Num(3), LongestOfflineDays: Num(30),
	}
	p.ManagementPoints, p.ConnectionPoints = goodPoints(), goodConnectionPoints()
	p.Gateway = Gateway{
		ServiceName: "contosocmg.contoso.com", Environment: PublicCloud, Region: "westeurope", ResourceGroup: "rg-cmg",
		ResourceGroupInRegion: Yes, CertificateSource: EnterprisePKI, RootOnClients: Yes, VMSize: SizeStandard,
		VMInstances: Num(2), VerifyRevocation: Yes, EnforceTLS12: Yes, ServeContent: Yes, ClassicPresent: No,
	}
	p.ClientSettings = ClientSettings{UseCMG: Yes, CloudDistributionPoint: Yes, UserPolicyInternet: Yes}
	answerTheRest(p)
	return p
}

func goodDevices() []Device {
	return []Device{
		{
			Join: HybridJoined, Internet: Yes, OnPremises: Yes, Windows: Windows10, Count: Num(1000), UserCentric: Yes,
			Method: EntraID, ClientCertificate: No, ReachesInternalNetwork: Yes,
		},
		{
			Join: DomainJoined, Internet: Yes, OnPremises: Yes, Windows: WindowsEarlier, Count: Num(500), UserCentric: No,
			Method: ClientPKI, ClientCertificate: Yes, ReachesInternalNetwork: Yes,
		},
		{
			Join: Workgroup, Internet: Yes, OnPremises: No, Windows: Windows10, Count: Num(100), UserCentric: No,
			Method: SiteToken, ClientCertificate: No, ReachesInternalNetwork: No,
		},
		{Join: EntraJoined, Internet: No, OnPremises: Yes, Windows: Windows10, UserCentric: Yes},
	}
}

func goodPoints() []ManagementPoint {
	return []ManagementPoint{
		{
			Host: "mp1.contoso.com", ClientsNow: ConnectHTTP, Clients: ConnectHTTP, CMGTraffic: Yes, InternetOnly: No,
			WebCertificate: WebNone, ASPNET45: Yes, InternetAccess: Yes,
		},
		{
			Host: "mp2.contoso.com", ClientsNow: ConnectHTTPS, Clients: ConnectHTTPS, CMGTraffic: Yes, InternetOnly: No,
			WebCertificate: WebEnterprise, ASPNET45: Yes, InternetAccess: Yes,
		},
	}
}

func goodConnectionPoints() []ConnectionPoint {
	return []ConnectionPoint{
		{Host: "cp1.contoso.com", ClientCertificate: Yes, OutboundPortsOpen: Yes},
		{Host: "cp2.contoso.com", ClientCertificate: Yes, OutboundPortsOpen: Yes},
	}
}

// The changes that several rows make.

func nobodyUsesEntra(p *Plan)  { p.Devices[0].Method = ClientPKI }
func nobodyUsesPKI(p *Plan)    { p.Devices[1].Method = SiteToken }
func nobodyUsesTokens(p *Plan) { p.Devices[2].Method = ClientPKI }

func nobodyOnTheInternet(p *Plan) {
	for i := range p.Devices {
		p.Devices[i].Internet = No
	}
}

func noCMGPoint(p *Plan) { p.ManagementPoints[0].CMGTraffic, p.ManagementPoints[1].CMGTraffic = No, No }

func noInsidePoint(p *Plan) {
	p.ManagementPoints[0].InternetOnly, p.ManagementPoints[1].InternetOnly = Yes, Yes
}

func httpsAloneInside(p *Plan) { p.ManagementPoints[0].InternetOnly = Yes }

func modesNotAnswered(p *Plan) {
	p.ManagementPoints[0].Clients, p.ManagementPoints[1].Clients = "", Unsure
}

func plainHTTPEverywhere(p *Plan) {
	p.Site.Security, p.ManagementPoints[1].Clients = PlainHTTP, ConnectHTTP
}

func allEnhancedHTTP(p *Plan) { p.ManagementPoints[1].Clients = ConnectHTTP }

func nameOfAzure(p *Plan) { p.Gateway.ServiceName = "contosocmg.westeurope.cloudapp.azure.com" }

func publicCertificate(p *Plan) { p.Gateway.CertificateSource = PublicProvider }

// both makes one change out of two.
func both(first, second func(*Plan)) func(*Plan) {
	return func(p *Plan) { first(p); second(p) }
}

type ruleCase struct {
	rule, says string
	change     func(*Plan) // nil: the good plan as it is
	outcome    OutcomeWord
	subject    string
	severity   Severity
}

var siteCases = []ruleCase{
	{"site-plain-http", "the site will use Enhanced HTTP", nil, Holds, "site.security", Blocker},
	{"site-plain-http", "the site will be HTTPS only", func(p *Plan) { p.Site.Security = HTTPSOnly }, Holds, "site.security", Blocker},
	{"site-plain-http", "the site will be plain HTTP", func(p *Plan) { p.Site.Security = PlainHTTP }, Broken, "site.security", Blocker},
	{"site-plain-http", "not answered", func(p *Plan) { p.Site.Security = "" }, Unclear, "site.security", Blocker},
	{"site-plain-http", "not known yet", func(p *Plan) { p.Site.Security = Unsure }, Unclear, "site.security", Blocker},

	{"cmg-mp-present", "two take CMG traffic", nil, Holds, "management_points", Blocker},
	{"cmg-mp-present", "one takes it, the other is not answered", func(p *Plan) { p.ManagementPoints[0].CMGTraffic = "" }, Holds, "management_points", Blocker},
	{"cmg-mp-present", "none takes CMG traffic", noCMGPoint, Broken, "management_points", Blocker},
	{"cmg-mp-present", "none takes it and one is not answered", both(noCMGPoint, func(p *Plan) { p.ManagementPoints[1].CMGTraffic = "" }), Unclear, "management_points", Blocker},
	{"cmg-mp-present", "the only one has no host", both(noCMGPoint, func(p *Plan) {
		p.ManagementPoints[1].CMGTraffic, p.ManagementPoints[1].Host = Yes, ""
	}), Unclear, "management_points", Blocker},
	{"cmg-mp-present", "the only one has a host that is not known yet", both(noCMGPoint, func(p *Plan) {
		p.ManagementPoints[1].CMGTraffic, p.ManagementPoints[1].Host = Yes, Unsure
	}), Holds, "management_points", Blocker},
	{"cmg-mp-present", "one without a host takes none, nor do the others", both(noCMGPoint, func(p *Plan) { p.ManagementPoints[0].Host = "" }), Broken, "management_points", Blocker},
	{"cmg-mp-present", "no management point is listed", func(p *Plan) { p.ManagementPoints = nil }, Unclear, "management_points", Blocker},

	{"cmg-mp-mode", "HTTP in an Enhanced HTTP site", nil, Holds, "management_points[0].clients", Blocker},
	{"cmg-mp-mode", "HTTPS", nil, Holds, "management_points[1].clients", Blocker},
	{"cmg-mp-mode", "HTTP in a plain HTTP site", func(p *Plan) { p.Site.Security = PlainHTTP }, Broken, "management_points[0].clients", Blocker},
	{"cmg-mp-mode", "client connections are not answered", func(p *Plan) { p.ManagementPoints[0].Clients = "" }, Unclear, "management_points[0].clients", Blocker},
	{"cmg-mp-mode", "HTTP in an HTTPS only site", func(p *Plan) { p.Site.Security = HTTPSOnly }, Unclear, "management_points[0].clients", Blocker},
	{"cmg-mp-mode", "none takes CMG traffic", noCMGPoint, NotAsked, "", Blocker},
	{"cmg-mp-mode", "whether any takes it is not known yet", func(p *Plan) {
		p.ManagementPoints[0].CMGTraffic, p.ManagementPoints[1].CMGTraffic = Unsure, ""
	}, NotAsked, "", Blocker},

	{"https-only-site", "HTTPS in an HTTPS only site", func(p *Plan) { p.Site.Security = HTTPSOnly }, Holds, "management_points[1].clients", Blocker},
	{"https-only-site", "HTTP in an HTTPS only site", func(p *Plan) { p.Site.Security = HTTPSOnly }, Broken, "management_points[0].clients", Blocker},
	{"https-only-site", "client connections are not known yet", func(p *Plan) {
		p.Site.Security, p.ManagementPoints[0].Clients = HTTPSOnly, Unsure
	}, Unclear, "management_points[0].clients", Blocker},
	{"https-only-site", "an Enhanced HTTP site", nil, NotAsked, "", Blocker},

	{"mp-web-certificate", "a certificate of our own PKI", nil, Holds, "management_points[1].web_certificate", Blocker},
	{"mp-web-certificate", "a public certificate", func(p *Plan) { p.ManagementPoints[1].WebCertificate = WebPublic }, Holds, "management_points[1].web_certificate", Blocker},
	{"mp-web-certificate", "none yet", func(p *Plan) { p.ManagementPoints[1].WebCertificate = WebNone }, Planned, "management_points[1].web_certificate", Blocker},
	{"mp-web-certificate", "not known yet", func(p *Plan) { p.ManagementPoints[1].WebCertificate = Unsure }, Planned, "management_points[1].web_certificate", Blocker},
	{"mp-web-certificate", "no management point is HTTPS", allEnhancedHTTP, NotAsked, "", Blocker},

	{"mp-https-binding", "HTTP today", nil, Holds, "management_points[0].clients_now", Warning},
	{"mp-https-binding", "HTTPS today", func(p *Plan) { p.ManagementPoints[0].ClientsNow = ConnectHTTPS }, Planned, "management_points[0].clients_now", Warning},
	{"mp-https-binding", "nobody knows", func(p *Plan) { p.ManagementPoints[0].ClientsNow = "" }, Planned, "management_points[0].clients_now", Warning},
	{"mp-https-binding", "an HTTPS only site", func(p *Plan) { p.Site.Security = HTTPSOnly }, NotAsked, "", Warning},

	{"mp-asp-net", "it is installed", nil, Holds, "management_points[0].asp_net_45", Warning},
	{"mp-asp-net", "it is not installed", func(p *Plan) { p.ManagementPoints[1].ASPNET45 = No }, Planned, "management_points[1].asp_net_45", Warning},
	{"mp-asp-net", "not answered", func(p *Plan) { p.ManagementPoints[0].ASPNET45 = "" }, Planned, "management_points[0].asp_net_45", Warning},
	{"mp-asp-net", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotAsked, "", Warning},

	{"mp-internet-access", "it reaches the internet", nil, Holds, "management_points[0].internet_access", Blocker},
	{"mp-internet-access", "it does not", func(p *Plan) { p.ManagementPoints[0].InternetAccess = No }, Planned, "management_points[0].internet_access", Blocker},
	{"mp-internet-access", "not known yet", func(p *Plan) { p.ManagementPoints[1].InternetAccess = Unsure }, Planned, "management_points[1].internet_access", Blocker},
	{"mp-internet-access", "no version is judged as the newest", func(p *Plan) {
		p.Site.Version, p.ManagementPoints[1].InternetAccess = "", No
	}, Planned, "management_points[1].internet_access", Blocker},
	{"mp-internet-access", "one without CMG traffic does not", func(p *Plan) {
		p.ManagementPoints[0].CMGTraffic, p.ManagementPoints[0].InternetAccess = No, No
	}, Planned, "management_points[0].internet_access", Warning},
	{"mp-internet-access", "one whose CMG traffic is not answered", func(p *Plan) {
		p.ManagementPoints[1].CMGTraffic, p.ManagementPoints[1].InternetAccess = "", Unsure
	}, Planned, "management_points[1].internet_access", Warning},
	{"mp-internet-access", "the version before", func(p *Plan) { p.Site.Version = "2509" }, NotAsked, "", Blocker},
	{"mp-internet-access", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotAsked, "", Blocker},

	{"internal-clients-https-mp", "they hold a certificate", httpsAloneInside, Holds, "devices[1].client_certificate", Warning},
	{"internal-clients-https-mp", "they hold none", both(httpsAloneInside, func(p *Plan) { p.Devices[1].ClientCertificate = No }), Broken, "devices[1].client_certificate", Warning},
	{"internal-clients-https-mp", "not answered", both(httpsAloneInside, func(p *Plan) { p.Devices[1].ClientCertificate = "" }), Unclear, "devices[1].client_certificate", Warning},
	{"internal-clients-https-mp", "an E-HTTP management point is inside", nil, NotAsked, "", Warning},
	{"internal-clients-https-mp", "no management point is inside", noInsidePoint, NotAsked, "", Warning},

	{"internet-only-with-ehttp", "open to clients inside", nil, Holds, "management_points[0].internet_only", Advice},
	{"internet-only-with-ehttp", "for internet clients only", httpsAloneInside, Broken, "management_points[0].internet_only", Advice},
	{"internet-only-with-ehttp", "not answered", func(p *Plan) { p.ManagementPoints[0].InternetOnly = "" }, Unclear, "management_points[0].internet_only", Advice},
	{"internet-only-with-ehttp", "no management point is E-HTTP", func(p *Plan) { p.Site.Security = HTTPSOnly }, NotAsked, "", Advice},

	{"ehttp-each-primary", "a standalone primary site", nil, Holds, "site.top_level", Advice},
	{"ehttp-each-primary", "a central administration site", func(p *Plan) { p.Site.TopLevel = CentralAdmin }, Broken, "site.top_level", Advice},
	{"ehttp-each-primary", "not answered", func(p *Plan) { p.Site.TopLevel = "" }, Unclear, "site.top_level", Advice},
	{"ehttp-each-primary", "an HTTPS only site", func(p *Plan) { p.Site.Security = HTTPSOnly }, NotAsked, "", Advice},

	{"site-pki-option", "the option is on", nil, Holds, "site.use_pki_certificate", Blocker},
	{"site-pki-option", "an HTTPS only site has it by itself", func(p *Plan) {
		p.Site.UsePKICertificate, p.Site.Security = No, HTTPSOnly
	}, Holds, "site.use_pki_certificate", Blocker},
	{"site-pki-option", "the option is off", func(p *Plan) { p.Site.UsePKICertificate = No }, Planned, "site.use_pki_certificate", Blocker},
	{"site-pki-option", "not known yet", func(p *Plan) { p.Site.UsePKICertificate = Unsure }, Planned, "site.use_pki_certificate", Blocker},
	{"site-pki-option", "nobody uses PKI certificates", nobodyUsesPKI, NotAsked, "", Blocker},

	{"classic-cmg", "none is left", nil, Holds, "gateway.classic_present", Blocker},
	{"classic-cmg", "one is left", func(p *Plan) { p.Gateway.ClassicPresent = Yes }, Planned, "gateway.classic_present", Blocker},
	{"classic-cmg", "nobody has looked", func(p *Plan) { p.Gateway.ClassicPresent = "" }, Planned, "gateway.classic_present", Blocker},
}

var deviceCases = []ruleCase{
	{"internet-use-known", "of every kind", nil, Holds, "devices[3].internet", Blocker},
	{"internet-use-known", "one is not answered beside others that are on the internet", func(p *Plan) { p.Devices[3].Internet = "" }, Unclear, "devices[3].internet", Blocker},
	{"internet-use-known", "one is not known yet", func(p *Plan) { p.Devices[0].Internet = Unsure }, Unclear, "devices[0].internet", Blocker},
	{"internet-use-known", "none is on the internet, and one is not answered", both(nobodyOnTheInternet, func(p *Plan) { p.Devices[0].Internet = "" }), NotAsked, "", Blocker},
	{"internet-use-known", "no device is listed", func(p *Plan) { p.Devices = nil }, NotAsked, "", Blocker},

	{"user-centric-known", "no deployments to users", nil, Holds, "devices[1].user_centric", Warning},
	{"user-centric-known", "deployments to users of tokens", func(p *Plan) { p.Devices[2].UserCentric = Yes }, Holds, "devices[2].user_centric", Warning},
	{"user-centric-known", "not answered with certificates", func(p *Plan) { p.Devices[1].UserCentric = "" }, Unclear, "devices[1].user_centric", Warning},
	{"user-centric-known", "not known yet with tokens", func(p *Plan) { p.Devices[2].UserCentric = Unsure }, Unclear, "devices[2].user_centric", Warning},
	{"user-centric-known", "not answered with Microsoft Entra ID alone", func(p *Plan) {
		p.Devices = p.Devices[:1]
		p.Devices[0].UserCentric = ""
	}, NotAsked, "", Warning},
	{"user-centric-known", "nobody is on the internet", both(nobodyOnTheInternet, func(p *Plan) { p.Devices[1].UserCentric = "" }), NotAsked, "", Warning},

	{"internet-device-present", "three are", nil, Holds, "devices", Blocker},
	{"internet-device-present", "one is, another is not answered", func(p *Plan) { p.Devices[0].Internet = "" }, Holds, "devices", Blocker},
	{"internet-device-present", "none is", nobodyOnTheInternet, Broken, "devices", Blocker},
	{"internet-device-present", "none is and one is not known yet", both(nobodyOnTheInternet, func(p *Plan) { p.Devices[2].Internet = Unsure }), Unclear, "devices", Blocker},
	{"internet-device-present", "no device is listed", func(p *Plan) { p.Devices = nil }, Unclear, "devices", Blocker},

	{"internet-device-method", "it has one", nil, Holds, "devices[2].method", Blocker},
	{"internet-device-method", "it has none", func(p *Plan) { p.Devices[0].Method = "" }, Unclear, "devices[0].method", Blocker},
	{"internet-device-method", "not known yet", func(p *Plan) { p.Devices[2].Method = Unsure }, Unclear, "devices[2].method", Blocker},
	{"internet-device-method", "no internet device", nobodyOnTheInternet, NotAsked, "", Blocker},

	{"entra-needs-join", "hybrid joined", nil, Holds, "devices[0].join", Blocker},
	{"entra-needs-join", "Entra joined", func(p *Plan) { p.Devices[0].Join = EntraJoined }, Holds, "devices[0].join", Blocker},
	{"entra-needs-join", "in a workgroup", func(p *Plan) { p.Devices[0].Join = Workgroup }, Broken, "devices[0].join", Blocker},
	{"entra-needs-join", "domain joined", func(p *Plan) { p.Devices[0].Join = DomainJoined }, Broken, "devices[0].join", Blocker},
	{"entra-needs-join", "not answered", func(p *Plan) { p.Devices[0].Join = "" }, Unclear, "devices[0].join", Blocker},
	{"entra-needs-join", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotAsked, "", Blocker},

	{"entra-needs-windows-10", "Windows 10 or later", nil, Holds, "devices[0].windows", Blocker},
	{"entra-needs-windows-10", "an earlier Windows", func(p *Plan) { p.Devices[0].Windows = WindowsEarlier }, Broken, "devices[0].windows", Blocker},
	{"entra-needs-windows-10", "not known yet", func(p *Plan) { p.Devices[0].Windows = Unsure }, Unclear, "devices[0].windows", Blocker},
	{"entra-needs-windows-10", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotAsked, "", Blocker},

	{"user-centric-needs-entra", "users with Microsoft Entra ID", nil, Holds, "devices[0].method", Warning},
	{"user-centric-needs-entra", "users with PKI certificates", func(p *Plan) { p.Devices[1].UserCentric = Yes }, Broken, "devices[1].method", Warning},
	{"user-centric-needs-entra", "users with site-issued tokens", func(p *Plan) { p.Devices[2].UserCentric = Yes }, Broken, "devices[2].method", Warning},
	{"user-centric-needs-entra", "no deployments to users", func(p *Plan) { p.Devices[0].UserCentric = No }, NotAsked, "", Warning},
	{"user-centric-needs-entra", "no method yet", func(p *Plan) { p.Devices[0].Method = "" }, NotAsked, "", Warning},

	{"pki-available", "a PKI can issue them", nil, Holds, "pki.available", Blocker},
	{"pki-available", "no PKI can", func(p *Plan) { p.PKI.Available = No }, Broken, "pki.available", Blocker},
	{"pki-available", "not answered", func(p *Plan) { p.PKI.Available = "" }, Unclear, "pki.available", Blocker},
	{"pki-available", "nobody uses PKI certificates", nobodyUsesPKI, NotAsked, "", Blocker},

	{"entra-recommended", "they use it", nil, Holds, "devices[0].method", Advice},
	{"entra-recommended", "they use a token", func(p *Plan) { p.Devices[0].Method = SiteToken }, Broken, "devices[0].method", Advice},
	{"entra-recommended", "an earlier Windows", func(p *Plan) { p.Devices[0].Windows = WindowsEarlier }, NotAsked, "", Advice},
	{"entra-recommended", "no method yet", func(p *Plan) { p.Devices[0].Method = Unsure }, NotAsked, "", Advice},

	{"pki-on-ehttp", "one management point is HTTPS", nil, Holds, "management_points", Warning},
	{"pki-on-ehttp", "all are E-HTTP", allEnhancedHTTP, Broken, "management_points", Warning},
	{"pki-on-ehttp", "one is E-HTTP, the other not answered", func(p *Plan) { p.ManagementPoints[1].Clients = "" }, Unclear, "management_points", Warning},
	{"pki-on-ehttp", "nobody uses PKI certificates", nobodyUsesPKI, NotAsked, "", Warning},
	{"pki-on-ehttp", "none takes CMG traffic", noCMGPoint, NotAsked, "", Warning},

	{"token-registration-https", "they get a bulk registration token", httpsAloneInside, Holds, "devices[2].client_certificate", Blocker},
	{"token-registration-https", "they hold a certificate", both(httpsAloneInside, func(p *Plan) {
		p.Devices[2].ClientCertificate, p.Token.Registration = Yes, []Registration{InternalNetwork}
	}), Holds, "devices[2].client_certificate", Blocker},
	{"token-registration-https", "neither of the two", both(httpsAloneInside, func(p *Plan) { p.Token.Registration = []Registration{} }), Broken, "devices[2].client_certificate", Blocker},
	{"token-registration-https", "registration is not answered", both(httpsAloneInside, func(p *Plan) { p.Token.Registration = nil }), Unclear, "devices[2].client_certificate", Blocker},
	{"token-registration-https", "registration is not known yet", both(httpsAloneInside, func(p *Plan) { p.Token.Registration = []Registration{Unsure} }), Unclear, "devices[2].client_certificate", Blocker},
	{"token-registration-https", "an E-HTTP management point is inside", nil, NotAsked, "", Blocker},
	{"token-registration-https", "nobody uses tokens", both(httpsAloneInside, nobodyUsesTokens), NotAsked, "", Blocker},

	{"stray-certificate", "they hold none", nil, Holds, "devices[0].client_certificate", Warning},
	{"stray-certificate", "they hold one", func(p *Plan) { p.Devices[0].ClientCertificate = Yes }, Planned, "devices[0].client_certificate", Warning},
	{"stray-certificate", "not known yet", func(p *Plan) { p.Devices[0].ClientCertificate = Unsure }, Planned, "devices[0].client_certificate", Warning},
	{"stray-certificate", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotAsked, "", Warning},

	{"on-premises-entra-http", "E-HTTP inside", nil, Holds, "devices[3].on_premises", Warning},
	{"on-premises-entra-http", "plain HTTP inside", plainHTTPEverywhere, Broken, "devices[3].on_premises", Warning},
	{"on-premises-entra-http", "modes are not answered", modesNotAnswered, Unclear, "devices[3].on_premises", Warning},
	{"on-premises-entra-http", "no Entra joined device inside", func(p *Plan) { p.Devices[3].OnPremises = No }, NotAsked, "", Warning},
	{"on-premises-entra-http", "no management point inside", noInsidePoint, NotAsked, "", Warning},

	{"on-premises-user-http", "E-HTTP inside", nil, Holds, "devices[0].user_centric", Warning},
	{"on-premises-user-http", "plain HTTP inside, hybrid joined", plainHTTPEverywhere, Broken, "devices[0].user_centric", Warning},
	{"on-premises-user-http", "plain HTTP inside, Entra joined", plainHTTPEverywhere, Broken, "devices[3].user_centric", Warning},
	{"on-premises-user-http", "modes are not answered", modesNotAnswered, Unclear, "devices[3].user_centric", Warning},
	{"on-premises-user-http", "no deployments to users", func(p *Plan) {
		p.Devices[0].UserCentric, p.Devices[3].UserCentric = No, Unsure
	}, NotAsked, "", Warning},
}

var entraCases = []ruleCase{
	{"site-integrated", "it is connected", nil, Holds, "entra.site_integrated", Blocker},
	{"site-integrated", "it is not connected yet", func(p *Plan) { p.Entra.SiteIntegrated = No }, Planned, "entra.site_integrated", Blocker},
	{"site-integrated", "not answered", func(p *Plan) { p.Entra.SiteIntegrated = "" }, Planned, "entra.site_integrated", Blocker},

	{"ad-user-discovery", "it is on", nil, Holds, "entra.ad_user_discovery", Warning},
	{"ad-user-discovery", "it is off", func(p *Plan) { p.Entra.ADUserDiscovery = No }, Planned, "entra.ad_user_discovery", Warning},
	{"ad-user-discovery", "not known yet", func(p *Plan) { p.Entra.ADUserDiscovery = Unsure }, Planned, "entra.ad_user_discovery", Warning},
	{"ad-user-discovery", "users of the cloud only", func(p *Plan) { p.Entra.Identities = CloudOnly }, NotAsked, "", Warning},
	{"ad-user-discovery", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotAsked, "", Warning},

	{"entra-user-discovery", "it is on", nil, Holds, "entra.entra_user_discovery", Warning},
	{"entra-user-discovery", "off with hybrid users", func(p *Plan) {
		p.Entra.EntraUserDiscovery, p.Devices[0].UserCentric = No, No
	}, Planned, "entra.entra_user_discovery", Warning},
	{"entra-user-discovery", "off with deployments to users of the cloud only", func(p *Plan) {
		p.Entra.EntraUserDiscovery, p.Entra.Identities = No, CloudOnly
	}, Planned, "entra.entra_user_discovery", Warning},
	{"entra-user-discovery", "not answered", func(p *Plan) { p.Entra.EntraUserDiscovery = "" }, Planned, "entra.entra_user_discovery", Warning},
	{"entra-user-discovery", "on for users of the cloud only without deployments to them", func(p *Plan) {
		p.Entra.Identities, p.Devices[0].UserCentric = CloudOnly, No
	}, Holds, "entra.entra_user_discovery", Advice},
	{"entra-user-discovery", "off for users of the cloud only without deployments to them", func(p *Plan) {
		p.Entra.Identities, p.Devices[0].UserCentric, p.Entra.EntraUserDiscovery = CloudOnly, No, No
	}, Planned, "entra.entra_user_discovery", Advice},
	{"entra-user-discovery", "nobody knows about users", func(p *Plan) {
		p.Entra.Identities, p.Devices[0].UserCentric, p.Entra.EntraUserDiscovery = "", Unsure, Unsure
	}, Planned, "entra.entra_user_discovery", Advice},
	{"entra-user-discovery", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotAsked, "", Warning},

	{"conditional-access", "no policy covers all apps", nil, Holds, "entra.conditional_access_all_apps", Warning},
	{"conditional-access", "a policy covers all apps", func(p *Plan) { p.Entra.ConditionalAccessAllApps = Yes }, Planned, "entra.conditional_access_all_apps", Warning},
	{"conditional-access", "not known yet", func(p *Plan) { p.Entra.ConditionalAccessAllApps = Unsure }, Planned, "entra.conditional_access_all_apps", Warning},
	{"conditional-access", "not answered", func(p *Plan) { p.Entra.ConditionalAccessAllApps = "" }, NotAsked, "", Warning},

	{"other-tenant", "in the same tenant", nil, Holds, "entra.devices_in_other_tenant", Warning},
	{"other-tenant", "in another tenant", func(p *Plan) { p.Entra.DevicesInOtherTenant = Yes }, Planned, "entra.devices_in_other_tenant", Warning},
	{"other-tenant", "not known yet", func(p *Plan) { p.Entra.DevicesInOtherTenant = Unsure }, Planned, "entra.devices_in_other_tenant", Warning},
	{"other-tenant", "not answered", func(p *Plan) { p.Entra.DevicesInOtherTenant = "" }, NotAsked, "", Warning},
}

var pkiCases = []ruleCase{
	{"client-key-length", "2048 bits", nil, Holds, "pki.key_bits", Warning},
	{"client-key-length", "4096 bits", func(p *Plan) { p.PKI.KeyBits = Num(4096) }, Holds, "pki.key_bits", Warning},
	{"client-key-length", "1024 bits", func(p *Plan) { p.PKI.KeyBits = Num(1024) }, Broken, "pki.key_bits", Warning},
	{"client-key-length", "3072 bits", func(p *Plan) { p.PKI.KeyBits = Num(3072) }, Broken, "pki.key_bits", Warning},
	{"client-key-length", "not known yet", func(p *Plan) { p.PKI.KeyBits = UnsureNumber }, Unclear, "pki.key_bits", Warning},
	{"client-key-length", "not answered", func(p *Plan) { p.PKI.KeyBits = Number{} }, NotAsked, "", Warning},
	{"client-key-length", "nobody uses PKI certificates", nobodyUsesPKI, NotAsked, "", Warning},

	{"crl-public", "it is public", nil, Holds, "pki.crl_public", Blocker},
	{"crl-public", "it is only inside", func(p *Plan) { p.PKI.CRLPublic = No }, Broken, "pki.crl_public", Blocker},
	{"crl-public", "only inside, and whether the CMG checks it is not known yet", func(p *Plan) {
		p.PKI.CRLPublic, p.Gateway.VerifyRevocation = No, Unsure
	}, Broken, "pki.crl_public", Blocker},
	{"crl-public", "only inside, and whether the CMG checks it is not answered", func(p *Plan) {
		p.PKI.CRLPublic, p.Gateway.VerifyRevocation = No, ""
	}, Broken, "pki.crl_public", Blocker},
	{"crl-public", "not answered", func(p *Plan) { p.PKI.CRLPublic = "" }, Unclear, "pki.crl_public", Blocker},
	{"crl-public", "the CMG does not check it", func(p *Plan) { p.Gateway.VerifyRevocation = No }, NotAsked, "", Blocker},
	{"crl-public", "nobody uses PKI certificates", nobodyUsesPKI, NotAsked, "", Blocker},

	{"site-crl-check", "it is public", nil, Holds, "pki.crl_public", Warning},
	{"site-crl-check", "it is only inside", func(p *Plan) { p.PKI.CRLPublic = No }, Broken, "pki.crl_public", Warning},
	{"site-crl-check", "not known yet", func(p *Plan) { p.PKI.CRLPublic = Unsure }, Unclear, "pki.crl_public", Warning},
	{"site-crl-check", "clients do not check it", func(p *Plan) { p.Site.CheckCRL = No }, NotAsked, "", Warning},
	{"site-crl-check", "whether clients check it is not known yet", func(p *Plan) { p.Site.CheckCRL = Unsure }, NotAsked, "", Warning},

	{"connection-point-certificate", "it holds one", nil, Holds, "connection_points[0].client_certificate", Blocker},
	{"connection-point-certificate", "it holds none, PKI with HTTPS", func(p *Plan) { p.ConnectionPoints[1].ClientCertificate = No }, Planned, "connection_points[1].client_certificate", Blocker},
	{"connection-point-certificate", "it holds none, PKI with E-HTTP", both(allEnhancedHTTP, func(p *Plan) { p.ConnectionPoints[1].ClientCertificate = No }), Planned, "connection_points[1].client_certificate", Warning},
	{"connection-point-certificate", "it holds none, HTTPS without PKI", both(nobodyUsesPKI, func(p *Plan) { p.ConnectionPoints[0].ClientCertificate = No }), Planned, "connection_points[0].client_certificate", Warning},
	{"connection-point-certificate", "not answered", func(p *Plan) { p.ConnectionPoints[0].ClientCertificate = "" }, Planned, "connection_points[0].client_certificate", Blocker},
	{"connection-point-certificate", "neither PKI nor HTTPS", both(allEnhancedHTTP, nobodyUsesPKI), NotAsked, "", Warning},
	{"connection-point-certificate", "the need is not known yet", modesNotAnswered, NotAsked, "", Warning},

	{"restrictive-trust-list", "PKI certificates are in use", nil, Planned, "pki", Advice},
	{"restrictive-trust-list", "nobody uses PKI certificates", nobodyUsesPKI, NotAsked, "", Advice},
}

func lifetime(minutes int) func(*Plan) {
	return func(p *Plan) { p.Token.BulkLifetimeMinutes = Num(minutes) }
}

func offline(days int) func(*Plan) {
	return func(p *Plan) { p.Token.LongestOfflineDays = Num(days) }
}

func rollout(days int) func(*Plan) { return func(p *Plan) { p.Token.RolloutDays = Num(days) } }

func noLifetime(p *Plan) { p.Token.BulkLifetimeMinutes = Number{} }

var tokenCases = []ruleCase{
	{"bulk-lifetime-limit", "three days", nil, Holds, "token.bulk_lifetime_minutes", Blocker},
	{"bulk-lifetime-limit", "one minute", lifetime(1), Holds, "token.bulk_lifetime_minutes", Blocker},
	{"bulk-lifetime-limit", "seven days", lifetime(10080), Holds, "token.bulk_lifetime_minutes", Blocker},
	{"bulk-lifetime-limit", "seven days and a minute", lifetime(10081), Broken, "token.bulk_lifetime_minutes", Blocker},
	{"bulk-lifetime-limit", "no minute", lifetime(0), Broken, "token.bulk_lifetime_minutes", Blocker},
	{"bulk-lifetime-limit", "not known yet", func(p *Plan) { p.Token.BulkLifetimeMinutes = UnsureNumber }, Unclear, "token.bulk_lifetime_minutes", Blocker},
	{"bulk-lifetime-limit", "not answered", noLifetime, NotAsked, "", Blocker},

	{"bulk-lifetime-rollout", "as long as the token", nil, Holds, "token.rollout_days", Warning},
	{"bulk-lifetime-rollout", "a day longer", rollout(4), Broken, "token.rollout_days", Warning},
	{"bulk-lifetime-rollout", "one day, and a minute less than a day", both(rollout(1), lifetime(1439)), Broken, "token.rollout_days", Warning},
	{"bulk-lifetime-rollout", "one day, and a day", both(rollout(1), lifetime(1440)), Holds, "token.rollout_days", Warning},
	{"bulk-lifetime-rollout", "the tool's own lifetime suffices", noLifetime, Holds, "token.rollout_days", Warning},
	{"bulk-lifetime-rollout", "the tool's own lifetime is too short", both(noLifetime, rollout(4)), Broken, "token.rollout_days", Warning},
	{"bulk-lifetime-rollout", "not known yet", func(p *Plan) { p.Token.RolloutDays = UnsureNumber }, Unclear, "token.rollout_days", Warning},
	{"bulk-lifetime-rollout", "the lifetime is not known yet", func(p *Plan) { p.Token.BulkLifetimeMinutes = UnsureNumber }, Unclear, "token.rollout_days", Warning},
	{"bulk-lifetime-rollout", "not answered", func(p *Plan) { p.Token.RolloutDays = Number{} }, NotAsked, "", Warning},
	{"bulk-lifetime-rollout", "no bulk registration token", func(p *Plan) { p.Token.Registration = []Registration{InternalNetwork} }, NotAsked, "", Warning},

	{"token-offline", "30 days", nil, Holds, "token.longest_offline_days", Warning},
	{"token-offline", "31 days", offline(31), Broken, "token.longest_offline_days", Warning},
	{"token-offline", "90 days", offline(90), Broken, "token.longest_offline_days", Warning},
	{"token-offline", "91 days", offline(91), Broken, "token.longest_offline_days", Blocker},
	{"token-offline", "not known yet", func(p *Plan) { p.Token.LongestOfflineDays = UnsureNumber }, Unclear, "token.longest_offline_days", Warning},
	{"token-offline", "not answered", func(p *Plan) { p.Token.LongestOfflineDays = Number{} }, NotAsked, "", Warning},
	{"token-offline", "nobody uses tokens", nobodyUsesTokens, NotAsked, "", Warning},

	{"token-client-restart", "tokens are in use", nil, Planned, "token", Advice},
	{"token-client-restart", "nobody uses tokens", nobodyUsesTokens, NotAsked, "", Advice},
}

func serviceName(name string) func(*Plan) {
	return func(p *Plan) { p.Gateway.ServiceName = name }
}

func instances(n int) func(*Plan) { return func(p *Plan) { p.Gateway.VMInstances = Num(n) } }

func instancesUnsure(p *Plan) { p.Gateway.VMInstances = UnsureNumber }

func governmentCloud(version Version) func(*Plan) {
	return func(p *Plan) { p.Gateway.Environment, p.Site.Version = GovernmentCloud, version }
}

var gatewayCases = []ruleCase{
	{"service-name", "letters in a domain of our own", nil, Holds, "gateway.service_name", Blocker},
	{"service-name", "capitals", serviceName("ContosoCMG.contoso.com"), Holds, "gateway.service_name", Blocker},
	{"service-name", "a hyphen", serviceName("contoso-cmg.contoso.com"), Broken, "gateway.service_name", Blocker},
	{"service-name", "a wildcard", serviceName("*.contoso.com"), Broken, "gateway.service_name", Blocker},
	{"service-name", "no domain", serviceName("contosocmg"), Broken, "gateway.service_name", Blocker},
	{"service-name", "not answered", serviceName(""), Unclear, "gateway.service_name", Blocker},
	{"service-name", "not known yet", serviceName(Unsure), Unclear, "gateway.service_name", Blocker},

	{"gateway-decided", "environment", nil, Holds, "gateway.environment", Blocker},
	{"gateway-decided", "region", nil, Holds, "gateway.region", Blocker},
	{"gateway-decided", "no environment", func(p *Plan) { p.Gateway.Environment = "" }, Unclear, "gateway.environment", Blocker},
	{"gateway-decided", "no region", func(p *Plan) { p.Gateway.Region = Unsure }, Unclear, "gateway.region", Blocker},
	{"gateway-decided", "no issuer", func(p *Plan) { p.Gateway.CertificateSource = "" }, Unclear, "gateway.certificate_source", Blocker},
	{"gateway-decided", "no size", func(p *Plan) { p.Gateway.VMSize = Unsure }, Unclear, "gateway.vm_size", Blocker},
	{"gateway-decided", "no instances", func(p *Plan) { p.Gateway.VMInstances = Number{} }, Unclear, "gateway.vm_instances", Blocker},

	{"public-certificate-domain", "a name of our own", publicCertificate, Holds, "gateway.service_name", Blocker},
	{"public-certificate-domain", "a name of Azure", both(publicCertificate, nameOfAzure), Broken, "gateway.service_name", Blocker},
	{"public-certificate-domain", "a name not known yet", both(publicCertificate, serviceName(Unsure)), Unclear, "gateway.service_name", Blocker},
	{"public-certificate-domain", "no name", both(publicCertificate, serviceName("")), NotAsked, "", Blocker},
	{"public-certificate-domain", "a certificate of our own PKI", nameOfAzure, NotAsked, "", Blocker},

	{"azure-name-fixed", "a name of our own", nil, Holds, "gateway.service_name", Advice},
	{"azure-name-fixed", "a name of Azure", nameOfAzure, Broken, "gateway.service_name", Advice},
	{"azure-name-fixed", "a name of Azure for governments", serviceName("contosocmg.usgovcloudapp.net"), Broken, "gateway.service_name", Advice},
	{"azure-name-fixed", "a name not known yet", serviceName(Unsure), Unclear, "gateway.service_name", Advice},
	{"azure-name-fixed", "no name", serviceName(""), NotAsked, "", Advice},
	{"azure-name-fixed", "a public certificate", publicCertificate, NotAsked, "", Advice},

	{"server-certificate-trusted", "they trust it", nil, Holds, "gateway.root_on_clients", Blocker},
	{"server-certificate-trusted", "they do not", func(p *Plan) { p.Gateway.RootOnClients = No }, Planned, "gateway.root_on_clients", Blocker},
	{"server-certificate-trusted", "not answered", func(p *Plan) { p.Gateway.RootOnClients = "" }, Planned, "gateway.root_on_clients", Blocker},
	{"server-certificate-trusted", "a public certificate", publicCertificate, NotAsked, "", Blocker},

	{"resource-group-region", "the same region", nil, Holds, "gateway.resource_group_in_region", Blocker},
	{"resource-group-region", "another region", func(p *Plan) { p.Gateway.ResourceGroupInRegion = No }, Broken, "gateway.resource_group_in_region", Blocker},
	{"resource-group-region", "not known yet", func(p *Plan) { p.Gateway.ResourceGroupInRegion = Unsure }, Unclear, "gateway.resource_group_in_region", Blocker},
	{"resource-group-region", "not answered", func(p *Plan) { p.Gateway.ResourceGroupInRegion = "" }, NotAsked, "", Blocker},

	{"us-government-version", "version 2111", governmentCloud("2111"), Holds, "site.version", Blocker},
	{"us-government-version", "no version is judged as the newest", governmentCloud(""), Holds, "site.version", Blocker},
	{"us-government-version", "version 2107", governmentCloud("2107"), Broken, "site.version", Blocker},
	{"us-government-version", "the public cloud", nil, NotAsked, "", Blocker},

	{"lab-size", "the standard size", nil, Holds, "gateway.vm_size", Warning},
	{"lab-size", "the lab size", func(p *Plan) { p.Gateway.VMSize = SizeLab }, Broken, "gateway.vm_size", Warning},
	{"lab-size", "not known yet", func(p *Plan) { p.Gateway.VMSize = Unsure }, Unclear, "gateway.vm_size", Warning},
	{"lab-size", "not answered", func(p *Plan) { p.Gateway.VMSize = "" }, NotAsked, "", Warning},

	{"capacity", "room for all", nil, Holds, "gateway.vm_instances", Warning},
	{"capacity", "12000 devices on two of the standard size", func(p *Plan) { p.Devices[0].Count = Num(11400) }, Holds, "gateway.vm_instances", Warning},
	{"capacity", "one device too many", func(p *Plan) { p.Devices[0].Count = Num(11401) }, Broken, "gateway.vm_instances", Warning},
	{"capacity", "20000 devices on two of the large size", func(p *Plan) {
		p.Gateway.VMSize, p.Devices[0].Count = SizeLarge, Num(19400)
	}, Holds, "gateway.vm_instances", Warning},
	{"capacity", "21 devices on two of the lab size", func(p *Plan) {
		p.Gateway.VMSize, p.Devices[0].Count, p.Devices[1].Count, p.Devices[2].Count = SizeLab, Num(7), Num(7), Num(7)
	}, Broken, "gateway.vm_instances", Warning},
	{"capacity", "one instance suffices, and their number is not known yet", instancesUnsure, Holds, "gateway.vm_instances", Warning},
	{"capacity", "one instance does not suffice, and their number is not known yet", both(instancesUnsure, func(p *Plan) { p.Devices[0].Count = Num(6000) }), Unclear, "gateway.vm_instances", Warning},
	{"capacity", "more than sixteen instances serve", both(instancesUnsure, func(p *Plan) { p.Devices[0].Count = Num(MaxNumber) }), Broken, "gateway.vm_instances", Warning},
	{"capacity", "a count is missing", func(p *Plan) { p.Devices[2].Count = Number{} }, NotAsked, "", Warning},
	{"capacity", "a count is not known yet", func(p *Plan) { p.Devices[2].Count = UnsureNumber }, NotAsked, "", Warning},
	{"capacity", "no size", func(p *Plan) { p.Gateway.VMSize = Unsure }, NotAsked, "", Warning},

	{"connection-point-present", "two are listed", nil, Holds, "connection_points", Blocker},
	{"connection-point-present", "one without a host beside one with it", func(p *Plan) { p.ConnectionPoints[0].Host = "" }, Holds, "connection_points", Blocker},
	{"connection-point-present", "a host that is not known yet", func(p *Plan) {
		p.ConnectionPoints = []ConnectionPoint{{Host: Unsure}}
	}, Holds, "connection_points", Blocker},
	{"connection-point-present", "an entry without answers", func(p *Plan) { p.ConnectionPoints = []ConnectionPoint{{}} }, Unclear, "connection_points", Blocker},
	{"connection-point-present", "none is listed", func(p *Plan) { p.ConnectionPoints = nil }, Unclear, "connection_points", Blocker},

	{"connection-point-count", "eight instances on two", instances(8), Holds, "connection_points", Warning},
	{"connection-point-count", "nine instances on two", instances(9), Broken, "connection_points", Warning},
	{"connection-point-count", "instances not known yet", instancesUnsure, Unclear, "connection_points", Warning},
	{"connection-point-count", "four serve any number that can be chosen", both(instancesUnsure, func(p *Plan) {
		p.ConnectionPoints = append(p.ConnectionPoints, p.ConnectionPoints...)
	}), Holds, "connection_points", Warning},
	{"connection-point-count", "none is listed", func(p *Plan) { p.ConnectionPoints = nil }, NotAsked, "", Warning},
	{"connection-point-count", "instances are not answered", func(p *Plan) { p.Gateway.VMInstances = Number{} }, NotAsked, "", Warning},

	{"connection-point-ports", "they are open", nil, Holds, "connection_points[1].outbound_ports_open", Blocker},
	{"connection-point-ports", "they are closed", func(p *Plan) { p.ConnectionPoints[1].OutboundPortsOpen = No }, Planned, "connection_points[1].outbound_ports_open", Blocker},
	{"connection-point-ports", "not known yet", func(p *Plan) { p.ConnectionPoints[0].OutboundPortsOpen = Unsure }, Planned, "connection_points[0].outbound_ports_open", Blocker},
	{"connection-point-ports", "none is listed", func(p *Plan) { p.ConnectionPoints = nil }, NotAsked, "", Blocker},

	{"high-availability", "two of each", nil, Holds, "gateway.vm_instances", Advice},
	{"high-availability", "one instance", instances(1), Broken, "gateway.vm_instances", Advice},
	{"high-availability", "one connection point", func(p *Plan) { p.ConnectionPoints = p.ConnectionPoints[:1] }, Broken, "gateway.vm_instances", Advice},
	{"high-availability", "one connection point decides whatever the instances", both(instancesUnsure, func(p *Plan) { p.ConnectionPoints = p.ConnectionPoints[:1] }), Broken, "gateway.vm_instances", Advice},
	{"high-availability", "instances not known yet", instancesUnsure, Unclear, "gateway.vm_instances", Advice},
	{"high-availability", "none is listed", func(p *Plan) { p.ConnectionPoints = nil }, NotAsked, "", Advice},
}

var clientSettingCases = []ruleCase{
	{"client-setting-cmg", "they may use it", nil, Holds, "client_settings.use_cmg", Blocker},
	{"client-setting-cmg", "they may not", func(p *Plan) { p.ClientSettings.UseCMG = No }, Planned, "client_settings.use_cmg", Blocker},
	{"client-setting-cmg", "not answered", func(p *Plan) { p.ClientSettings.UseCMG = "" }, Planned, "client_settings.use_cmg", Blocker},

	{"client-setting-content", "they may use it", nil, Holds, "client_settings.cloud_distribution_point", Warning},
	{"client-setting-content", "they may not", func(p *Plan) { p.ClientSettings.CloudDistributionPoint = No }, Planned, "client_settings.cloud_distribution_point", Warning},
	{"client-setting-content", "not known yet", func(p *Plan) { p.ClientSettings.CloudDistributionPoint = Unsure }, Planned, "client_settings.cloud_distribution_point", Warning},
	{"client-setting-content", "the CMG serves no content", func(p *Plan) { p.Gateway.ServeContent = No }, NotAsked, "", Warning},

	{"client-setting-user-policy", "they get it", nil, Holds, "client_settings.user_policy_internet", Warning},
	{"client-setting-user-policy", "they do not", func(p *Plan) { p.ClientSettings.UserPolicyInternet = No }, Planned, "client_settings.user_policy_internet", Warning},
	{"client-setting-user-policy", "not answered", func(p *Plan) { p.ClientSettings.UserPolicyInternet = "" }, Planned, "client_settings.user_policy_internet", Warning},
	{"client-setting-user-policy", "no deployments to users with Microsoft Entra ID", func(p *Plan) { p.Devices[0].UserCentric = No }, NotAsked, "", Warning},
}

func ruleCases() []ruleCase {
	return slices.Concat(siteCases, deviceCases, entraCases, pkiCases, tokenCases, gatewayCases, clientSettingCases, serverCases, azureCases,
		appCases, certificateCases, networkCases, clientCases, evidenceCases)
}

func (c ruleCase) plan() *Plan {
	p := goodPlan()
	if c.change != nil {
		c.change(p)
	}
	return p
}

func TestRules(t *testing.T) {
	for _, c := range ruleCases() {
		if !slices.ContainsFunc(Rules(), called(c.rule)) {
			continue // told by the test of the cases
		}
		t.Run(c.rule+"/"+c.says, func(t *testing.T) {
			var about []Finding
			for _, f := range c.plan().Judged() {
				if f.Rule == c.rule && f.Subject == c.subject {
					about = append(about, f)
				}
			}
			if len(about) != 1 {
				t.Fatalf("%d findings about %q, want one", len(about), c.subject)
			}
			if f := about[0]; f.Outcome != c.outcome || f.Severity != c.severity {
				t.Errorf("%s %s, want %s %s", f.Severity, f.Outcome, c.severity, c.outcome)
			}
		})
	}
}

// TestGoodPlan notices an answer of the base that breaks something by itself:
// the rows of the tables change one thing, so the rest must be as it should.
// notHeldInGoodPlan are the rules that do not hold there, by what they are instead.
var notHeldInGoodPlan = map[OutcomeWord][]string{
	Planned: {"restrictive-trust-list", "token-client-restart"},
	NotAsked: {
		"https-only-site", "internal-clients-https-mp", "token-registration-https",
		"public-certificate-domain", "us-government-version", "boot-media-internet-only", "task-sequences-over-cmg", "network-location-policy",
		"device-state", "chain-complete", "client-certificate-usable", "stray-certificate-seen", "server-certificate-usable",
		"server-certificate-name", "bulk-token-usable", "evidence-in-date",
	},
}

func skippedInGoodPlan(rule string) bool { return slices.Contains(notHeldInGoodPlan[NotAsked], rule) }

func TestGoodPlan(t *testing.T) {
	p := goodPlan()
	for _, f := range p.Judged() {
		if f.Outcome != Holds && !slices.Contains(notHeldInGoodPlan[f.Outcome], f.Rule) {
			t.Errorf("%s is %s in the good plan: give it an answer there, in answerTheRest, for which the rule holds", f.Rule, f.Outcome)
		}
	}
	if verdict := Judge(*p).Verdict; verdict != IsReady {
		t.Errorf("the good plan is %s", verdict)
	}
}

// outcomes are all that a rule can come out as.
var outcomes = []OutcomeWord{Holds, Broken, Unclear, Planned, NotAsked}

// impossible says which rules can never have an outcome, and why. It is the
// one place that says so: a rule has a plan for every other outcome.
var impossible = []struct {
	outcome OutcomeWord
	reason  string
	rules   func(Rule) bool
}{
	{Planned, "no task makes it hold: only another answer does", withoutTask},
	{Broken, "a task makes it hold, so it is planned", func(rule Rule) bool { return withTask(rule) && !mayBeSettled(rule) }},
	{Unclear, "a task makes it hold, so it is planned", withTask},
	{Broken, "a device without a method is unknown, and every method will do", called("internet-device-method")},
	{Broken, "what is missing is unknown, and every value will do", called("gateway-decided", "internet-use-known", "user-centric-known")},
	{Broken, "a list without an entry is unknown, and every entry will do", called("connection-point-present")},
	{Unclear, "it applies only once there is a method", called("user-centric-needs-entra", "entra-recommended")},
	{Unclear, "a version that is absent is judged as the newest", called("us-government-version", "scale-set-version")},
	{Unclear, "it applies only once all are counted", called("connection-point-ports-range")},
	{Unclear, "a certificate that can be read says all that it wants to know", called(
		"client-certificate-usable", "server-certificate-usable", "server-certificate-name", "evidence-in-date",
	)},
	{Holds, "no answer says that it is done", called("restrictive-trust-list", "token-client-restart")},
	{NotAsked, "it applies to every plan", called(
		"site-plain-http", "cmg-mp-present", "classic-cmg", "internet-device-present", "site-integrated",
		"service-name", "gateway-decided", "connection-point-present", "client-setting-cmg", "scale-set-version",
	)},
}

// mayBeSettled are the rules with a task that helps only while nobody has looked.
var mayBeSettled = called("service-name-unique")

func withTask(rule Rule) bool    { return rule.Task != "" }
func withoutTask(rule Rule) bool { return rule.Task == "" }

// called picks rules by ID.
func called(ids ...string) func(Rule) bool {
	return func(rule Rule) bool { return slices.Contains(ids, rule.ID) }
}

func possible(rule Rule, outcome OutcomeWord) bool {
	for _, i := range impossible {
		if i.outcome == outcome && i.rules(rule) {
			return false
		}
	}
	return true
}

// caseComplaints say which outcomes of the rules have no plan, and which have
// one although the table says that they cannot be.
func caseComplaints(rules []Rule, cases []ruleCase) []string {
	seen := map[string]bool{}
	for _, c := range cases {
		seen[c.rule+" "+string(c.outcome)] = true
	}
	var list []string
	for _, rule := range rules {
		var missing []string
		for _, outcome := range outcomes {
			has := seen[rule.ID+" "+string(outcome)]
			switch {
			case possible(rule, outcome) && !has:
				missing = append(missing, string(outcome))
			case has && !possible(rule, outcome):
				list = append(list, rule.ID+" has a plan where it is "+string(outcome)+", which is said to be impossible")
			}
		}
		if len(missing) > 0 {
			list = append(list, rule.ID+" has no case where it is "+strings.Join(missing, ", "))
		}
	}
	return list
}

func TestEveryOutcomeOfEveryRuleHasACase(t *testing.T) {
	for _, complaint := range caseComplaints(Rules(), ruleCases()) {
		t.Error(complaint)
	}
	for rule := range subjectsInCases() {
		if !slices.ContainsFunc(Rules(), called(rule)) {
			t.Errorf("cases are about %s, which is no rule", rule)
		}
	}
}

// TestRulesWithoutCasesAreNoticed shows that the test above would turn red.
func TestRulesWithoutCasesAreNoticed(t *testing.T) {
	cases := []ruleCase{{rule: "half", outcome: Holds}, {rule: "half", outcome: Planned}}
	for _, c := range []struct {
		rule Rule
		want []string
	}{
		{Rule{ID: "new"}, []string{"new has no case where it is holds, broken, unknown, skipped"}},
		{Rule{ID: "new", Task: "task"}, []string{"new has no case where it is holds, planned, skipped"}},
		{Rule{ID: "half"}, []string{
			"half has a plan where it is planned, which is said to be impossible", "half has no case where it is broken, unknown, skipped",
		}},
	} {
		if got := caseComplaints([]Rule{c.rule}, cases); !slices.Equal(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// TestImpossibleIsAboutRules notices a row that no longer names a rule.
func TestImpossibleIsAboutRules(t *testing.T) {
	for _, i := range impossible {
		if !slices.Contains(outcomes, i.outcome) || i.reason == "" || !slices.ContainsFunc(Rules(), i.rules) {
			t.Errorf("%s, %q: no rule is meant", i.outcome, i.reason)
		}
	}
}

// TestImpossibleOutcomes looks for the outcomes of the list above in random plans.
func TestImpossibleOutcomes(t *testing.T) {
	t.Parallel()
	rules := map[string]Rule{}
	for _, rule := range Rules() {
		rules[rule.ID] = rule
	}
	random := rand.New(rand.NewSource(3))
	for n := range slow.Rounds(1500) {
		for _, f := range withSomeEvidence(random, randomPlan(random)).Judged() {
			if !possible(rules[f.Rule], f.Outcome) {
				t.Fatalf("plan %d: %s is %s", n, f.Rule, f.Outcome)
			}
		}
	}
}

// subjectsInCases are the keys that each rule is about in its cases, with [n]
// for a place.
func subjectsInCases() map[string][]string {
	about := map[string][]string{}
	for _, c := range ruleCases() {
		if c.subject != "" {
			about[c.rule] = append(about[c.rule], inAnyPlace(c.subject))
		}
	}
	return about
}

var placeForm = regexp.MustCompile(`\[\d+\]`)

// inAnyPlace is a key with [n] for its place in a list.
func inAnyPlace(key string) string { return placeForm.ReplaceAllString(key, "[n]") }

// TestSubjects: in any plan a rule is about what it is about in its cases. One
// that has no case is told of once, by the test of the cases.
func TestSubjects(t *testing.T) {
	t.Parallel()
	about := subjectsInCases()
	random := rand.New(rand.NewSource(4))
	for n := range 1000 {
		for _, f := range withSomeEvidence(random, randomPlan(random)).Judged() {
			subject := inAnyPlace(f.Subject)
			if f.Outcome == NotAsked && subject == "" || about[f.Rule] == nil || slices.Contains(about[f.Rule], subject) {
				continue
			}
			t.Errorf("plan %d: %s is about %q, and in no case of it", n, f.Rule, f.Subject)
			about[f.Rule] = nil
		}
	}
}

func TestRuleIDs(t *testing.T) {
	seen := map[string]bool{}
	for _, rule := range Rules() {
		if seen[rule.ID] {
			t.Errorf("%s is there twice", rule.ID)
		}
		seen[rule.ID] = true
	}
}

// documentsConflict are the rules that must tell what the documents say
// against each other.
var documentsConflict = []string{"pki-on-ehttp", "on-premises-entra-http"}

func TestRulesAreComplete(t *testing.T) {
	for _, rule := range Rules() {
		missing := map[string]bool{
			"title": rule.Title == "", "fix": !isSentence(rule.Fix), "citation": len(rule.Cites) == 0,
			"statement without a full stop as title":  !isPhrase(rule.Title),
			"reason in one to three sentences":        !isSentence(rule.Why) || sentences(rule.Why) > 3,
			"condition in words, without a full stop": !isPhrase(rule.When),
			"grades in words, without a full stop":    rule.Grades != "" && !isPhrase(rule.Grades),
			"answers that it reads":                   len(rule.Reads) == 0,
			"reason beside its title and fix":         strings.Contains(rule.Why, rule.Title) || strings.Contains(rule.Why, rule.Fix),
			"conflict":                                rule.Conflict() == nil && slices.Contains(documentsConflict, rule.ID),
			"mark, though it is about devices inside": rule.Inside != slices.Contains(rule.Reads, "devices[].on_premises"),
		}
		for what, is := range missing {
			if is {
				t.Errorf("%s has no %s", rule.ID, what)
			}
		}
		checkCitations(t, rule.ID, rule.Cites)
	}
}

var (
	begins    = regexp.MustCompile(`^[A-Z]|^ccmsetup `) // a name keeps its letters
	nextStart = regexp.MustCompile(`[.?!] [A-Z]`)
	markup    = regexp.MustCompile("[*`<>]|  |\\n")
)

func isSentence(text string) bool {
	return begins.MatchString(text) && !markup.MatchString(text) && strings.HasSuffix(text, ".")
}

func isPhrase(text string) bool {
	return begins.MatchString(text) && !markup.MatchString(text) && !strings.HasSuffix(text, ".") && sentences(text) == 1
}

func sentences(text string) int { return 1 + len(nextStart.FindAllString(text, -1)) }

// TestWhenSaysWhatIsJudged: a rule that is never skipped applies always, and a
// rule about each of several things says so.
func TestWhenSaysWhatIsJudged(t *testing.T) {
	about := subjectsInCases()
	for _, rule := range Rules() {
		if always := strings.HasPrefix(rule.When, "Always"); always == possible(rule, NotAsked) {
			t.Errorf("%s can be skipped: %v; it applies: %q", rule.ID, possible(rule, NotAsked), rule.When)
		}
		each := slices.ContainsFunc(about[rule.ID], func(subject string) bool { return strings.Contains(subject, "[n]") })
		if each != strings.HasPrefix(rule.When, "For each ") && about[rule.ID] != nil {
			t.Errorf("%s is about each of several: %v; it applies: %q", rule.ID, each, rule.When)
		}
	}
}

// checkCitations notices a page or a heading that is not in the table of sources.
func checkCitations(t *testing.T, name string, cites []Citation) {
	t.Helper()
	for i, r := range References(cites) {
		if !strings.HasPrefix(r.URL, "https://") || r.Title == "" || r.Read == "" {
			t.Errorf("%s cites %q, which is no source", name, cites[i].Source())
		}
		if cites[i].Anchor() != "" && r.Heading == "" {
			t.Errorf("%s cites %s#%s, which is no heading", name, cites[i].Source(), cites[i].Anchor())
		}
	}
}

func TestConflictsSayWhatWasTaken(t *testing.T) {
	for _, rule := range Rules() {
		for _, told := range rule.Conflict().Paragraphs() {
			if !strings.Contains(told, "Taken: ") || !strings.Contains(told, "How sure: ") {
				t.Errorf("%s: %s", rule.ID, told)
			}
		}
	}
}

// TestFindingsMatchTheirOutcome: a task where one is planned, a detail where
// something stands against the rule, neither where it holds.
func TestFindingsMatchTheirOutcome(t *testing.T) {
	random := rand.New(rand.NewSource(5))
	for n := range slow.Rounds(1000) {
		for _, f := range withSomeEvidence(random, randomPlan(random)).Judged() {
			open := f.Outcome == Broken || f.Outcome == Planned || f.Outcome == Unclear
			if (f.Task != "") != (f.Outcome == Planned) {
				t.Fatalf("plan %d: %s is %s with the task %q", n, f.Rule, f.Outcome, f.Task)
			}
			if (f.Detail != "") != open {
				t.Fatalf("plan %d: %s is %s with the detail %q", n, f.Rule, f.Outcome, f.Detail)
			}
			if (f.Subject == "") != (f.Outcome == NotAsked) {
				t.Fatalf("plan %d: %s is %s with the subject %q", n, f.Rule, f.Outcome, f.Subject)
			}
		}
	}
}

func TestSeverityByVersion(t *testing.T) {
	for _, c := range []struct {
		version        Version
		plain, classic Severity
	}{
		{"2010", Advice, Warning},
		{"2103", Warning, Warning},
		{"2309", Warning, Warning},
		{"2402", Warning, Warning},
		{"2403", Blocker, Blocker},
		{"2603", Blocker, Blocker},
		{"", Blocker, Blocker},
		{Unsure, Blocker, Blocker},
	} {
		p := goodPlan()
		p.Site.Version, p.Site.Security, p.Gateway.ClassicPresent = c.version, PlainHTTP, Yes
		for rule, want := range map[string]Severity{"site-plain-http": c.plain, "classic-cmg": c.classic} {
			f := findingOf(t, p, rule)
			if f.Severity != want || f.Outcome == Holds {
				t.Errorf("version %q, %s: %s %s, want %s", c.version, rule, f.Severity, f.Outcome, want)
			}
		}
	}
}

func findingOf(t *testing.T, p *Plan, rule string) Finding {
	t.Helper()
	for _, f := range p.Judged() {
		if f.Rule == rule {
			return f
		}
	}
	t.Fatalf("no rule is called %s", rule)
	return Finding{}
}

// TestStateOfATaskChangesNoOutcome: planned is planned, whatever was done.
func TestStateOfATaskChangesNoOutcome(t *testing.T) {
	p := goodPlan()
	p.Entra.SiteIntegrated = No
	before := findingOf(t, p, "site-integrated")
	for _, state := range TaskStates {
		p.Tasks = []Progress{{ID: before.Task, State: state.Value}}
		if f := findingOf(t, p, "site-integrated"); f.Outcome != Planned {
			t.Errorf("with the task %s it is %s", state.Value, f.Outcome)
		}
	}
}

// TestAnotherTaskMakesARuleHold: apps that are registered by hand are imported,
// and the list asks for no others.
func TestAnotherTaskMakesARuleHold(t *testing.T) {
	for apps, want := range map[AppOrigin]string{
		"": "entra-apps-create", Unsure: "entra-apps-create", AppsByWizard: "entra-apps-create", AppsByHand: "entra-apps-import",
	} {
		p := goodPlan()
		p.Entra.SiteIntegrated, p.Entra.Apps = No, apps
		if f := findingOf(t, p, "site-integrated"); f.Task != want {
			t.Errorf("apps %q: it plans %s, want %s", apps, f.Task, want)
		}
	}
}

func TestExplainNamesEveryTaskOfARule(t *testing.T) {
	p := new(Plan)
	lines := only(t, p, "site-integrated", RuleKind).lines("Task that makes it hold")
	if want := p.named(TaskKind, "entra-apps-create", "entra-apps-import"); !slices.Equal(lines, want) {
		t.Errorf("the rule names %q, want %q", lines, want)
	}
	rules := only(t, p, "entra-apps-import", TaskKind).lines("Rules that plan it")
	if want := p.named(RuleKind, "site-integrated"); !slices.Equal(rules, want) {
		t.Errorf("the task names %q, want %q", rules, want)
	}
}

// TestOtherTasksOfRules notices a rule that plans a task which it does not name,
// and one which names a task that it never plans.
func TestOtherTasksOfRules(t *testing.T) {
	planned := map[string][]string{}
	random := rand.New(rand.NewSource(5))
	for range 300 {
		p := randomPlan(random)
		for _, rule := range Rules() {
			planned[rule.ID] = append(planned[rule.ID], rule.taskFor(p))
		}
	}
	for _, rule := range Rules() {
		tasks := rule.tasks()
		if len(rule.Others) > 0 != (rule.Instead != nil) || rule.Task == "" && rule.Instead != nil {
			t.Errorf("%s: other tasks %q, and no way to plan them, or the reverse", rule.ID, rule.Others)
		}
		for _, id := range planned[rule.ID] {
			if id != "" && !slices.Contains(tasks, id) {
				t.Errorf("%s plans %s, which it does not name", rule.ID, id)
			}
		}
		for _, id := range tasks {
			if !slices.Contains(planned[rule.ID], id) {
				t.Errorf("%s names %s, which it never plans", rule.ID, id)
			}
		}
	}
}
