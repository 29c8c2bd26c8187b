package rules

import (
	"math/rand"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
	"cmgwizard/model/slow"
	"cmgwizard/model/updates"
)

// The changes that several rows make.

func nobodyUsesEntra(p *model.Plan) { p.Devices[0].Method = model.ClientPKI }

func nobodyUsesPKI(p *model.Plan) { p.Devices[1].Method = model.SiteToken }

func nobodyUsesTokens(p *model.Plan) { p.Devices[2].Method = model.ClientPKI }

func httpsAloneInside(p *model.Plan) { p.ManagementPoints[0].InternetOnly = model.Yes }

func publicCertificate(p *model.Plan) { p.Gateway.CertificateSource = model.PublicProvider }

type ruleCase struct {
	rule, says string
	change     func(*model.Plan) // nil: the good plan as it is
	outcome    OutcomeWord
	subject    string
	severity   model.Severity
}

var siteCases = []ruleCase{
	{"site-plain-http", "the site will use Enhanced HTTP", nil, Holds, "site.security", model.Blocker},
	{"site-plain-http", "the site will be HTTPS only", func(p *model.Plan) { p.Site.Security = model.HTTPSOnly }, Holds, "site.security", model.Blocker},
	{"site-plain-http", "the site will be plain HTTP", func(p *model.Plan) { p.Site.Security = model.PlainHTTP }, Broken, "site.security", model.Blocker},
	{"site-plain-http", "not answered", func(p *model.Plan) { p.Site.Security = "" }, Unclear, "site.security", model.Blocker},
	{"site-plain-http", "not known yet", func(p *model.Plan) { p.Site.Security = model.Unsure }, Unclear, "site.security", model.Blocker},

	{"cmg-mp-present", "two take CMG traffic", nil, Holds, "management_points", model.Blocker},
	{"cmg-mp-present", "one takes it, the other is not answered", func(p *model.Plan) { p.ManagementPoints[0].CMGTraffic = "" }, Holds, "management_points", model.Blocker},
	{"cmg-mp-present", "none takes CMG traffic", plantest.NoCMGPoint, Broken, "management_points", model.Blocker},
	{"cmg-mp-present", "none takes it and one is not answered", plantest.Both(plantest.NoCMGPoint, func(p *model.Plan) { p.ManagementPoints[1].CMGTraffic = "" }), Unclear, "management_points", model.Blocker},
	{"cmg-mp-present", "the only one has no host", plantest.Both(plantest.NoCMGPoint, func(p *model.Plan) {
		p.ManagementPoints[1].CMGTraffic, p.ManagementPoints[1].Host = model.Yes, ""
	}), Unclear, "management_points", model.Blocker},
	{"cmg-mp-present", "the only one has a host that is not known yet", plantest.Both(plantest.NoCMGPoint, func(p *model.Plan) {
		p.ManagementPoints[1].CMGTraffic, p.ManagementPoints[1].Host = model.Yes, model.Unsure
	}), Holds, "management_points", model.Blocker},
	{"cmg-mp-present", "one without a host takes none, nor do the others", plantest.Both(plantest.NoCMGPoint, func(p *model.Plan) { p.ManagementPoints[0].Host = "" }), Broken, "management_points", model.Blocker},
	{"cmg-mp-present", "no management point is listed", func(p *model.Plan) { p.ManagementPoints = nil }, Unclear, "management_points", model.Blocker},

	{"cmg-mp-mode", "HTTP in an Enhanced HTTP site", nil, Holds, "management_points[0].clients", model.Blocker},
	{"cmg-mp-mode", "HTTPS", nil, Holds, "management_points[1].clients", model.Blocker},
	{"cmg-mp-mode", "HTTP in a plain HTTP site", func(p *model.Plan) { p.Site.Security = model.PlainHTTP }, Broken, "management_points[0].clients", model.Blocker},
	{"cmg-mp-mode", "client connections are not answered", func(p *model.Plan) { p.ManagementPoints[0].Clients = "" }, Unclear, "management_points[0].clients", model.Blocker},
	{"cmg-mp-mode", "HTTP in an HTTPS only site", func(p *model.Plan) { p.Site.Security = model.HTTPSOnly }, Unclear, "management_points[0].clients", model.Blocker},
	{"cmg-mp-mode", "none takes CMG traffic", plantest.NoCMGPoint, NotAsked, "", model.Blocker},
	{"cmg-mp-mode", "whether any takes it is not known yet", func(p *model.Plan) {
		p.ManagementPoints[0].CMGTraffic, p.ManagementPoints[1].CMGTraffic = model.Unsure, ""
	}, NotAsked, "", model.Blocker},

	{"https-only-site", "HTTPS in an HTTPS only site", func(p *model.Plan) { p.Site.Security = model.HTTPSOnly }, Holds, "management_points[1].clients", model.Blocker},
	{"https-only-site", "HTTP in an HTTPS only site", func(p *model.Plan) { p.Site.Security = model.HTTPSOnly }, Broken, "management_points[0].clients", model.Blocker},
	{"https-only-site", "client connections are not known yet", func(p *model.Plan) {
		p.Site.Security, p.ManagementPoints[0].Clients = model.HTTPSOnly, model.Unsure
	}, Unclear, "management_points[0].clients", model.Blocker},
	{"https-only-site", "an Enhanced HTTP site", nil, NotAsked, "", model.Blocker},

	{"mp-web-certificate", "a certificate of our own PKI", nil, Holds, "management_points[1].web_certificate", model.Blocker},
	{"mp-web-certificate", "a public certificate", func(p *model.Plan) { p.ManagementPoints[1].WebCertificate = model.WebPublic }, Holds, "management_points[1].web_certificate", model.Blocker},
	{"mp-web-certificate", "none yet", func(p *model.Plan) { p.ManagementPoints[1].WebCertificate = model.WebNone }, Planned, "management_points[1].web_certificate", model.Blocker},
	{"mp-web-certificate", "not known yet", func(p *model.Plan) { p.ManagementPoints[1].WebCertificate = model.Unsure }, Planned, "management_points[1].web_certificate", model.Blocker},
	{"mp-web-certificate", "no management point is HTTPS", plantest.AllEnhancedHTTP, NotAsked, "", model.Blocker},

	{"mp-https-binding", "HTTP today", nil, Holds, "management_points[0].clients_now", model.Warning},
	{"mp-https-binding", "HTTPS today", func(p *model.Plan) { p.ManagementPoints[0].ClientsNow = model.ConnectHTTPS }, Planned, "management_points[0].clients_now", model.Warning},
	{"mp-https-binding", "nobody knows", func(p *model.Plan) { p.ManagementPoints[0].ClientsNow = "" }, Planned, "management_points[0].clients_now", model.Warning},
	{"mp-https-binding", "an HTTPS only site", func(p *model.Plan) { p.Site.Security = model.HTTPSOnly }, NotAsked, "", model.Warning},

	{"mp-asp-net", "it is installed", nil, Holds, "management_points[0].asp_net_45", model.Warning},
	{"mp-asp-net", "it is not installed", func(p *model.Plan) { p.ManagementPoints[1].ASPNET45 = model.No }, Planned, "management_points[1].asp_net_45", model.Warning},
	{"mp-asp-net", "not answered", func(p *model.Plan) { p.ManagementPoints[0].ASPNET45 = "" }, Planned, "management_points[0].asp_net_45", model.Warning},
	{"mp-asp-net", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotAsked, "", model.Warning},

	{"mp-internet-access", "it reaches the internet", nil, Holds, "management_points[0].internet_access", model.Blocker},
	{"mp-internet-access", "it does not", func(p *model.Plan) { p.ManagementPoints[0].InternetAccess = model.No }, Planned, "management_points[0].internet_access", model.Blocker},
	{"mp-internet-access", "not known yet", func(p *model.Plan) { p.ManagementPoints[1].InternetAccess = model.Unsure }, Planned, "management_points[1].internet_access", model.Blocker},
	{"mp-internet-access", "no version is judged as the newest", func(p *model.Plan) {
		p.Site.Version, p.ManagementPoints[1].InternetAccess = "", model.No
	}, Planned, "management_points[1].internet_access", model.Blocker},
	{"mp-internet-access", "one without CMG traffic does not", func(p *model.Plan) {
		p.ManagementPoints[0].CMGTraffic, p.ManagementPoints[0].InternetAccess = model.No, model.No
	}, Planned, "management_points[0].internet_access", model.Warning},
	{"mp-internet-access", "one whose CMG traffic is not answered", func(p *model.Plan) {
		p.ManagementPoints[1].CMGTraffic, p.ManagementPoints[1].InternetAccess = "", model.Unsure
	}, Planned, "management_points[1].internet_access", model.Warning},
	{"mp-internet-access", "the version before", func(p *model.Plan) { p.Site.Version = "2509" }, NotAsked, "", model.Blocker},
	{"mp-internet-access", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotAsked, "", model.Blocker},

	{"internal-clients-https-mp", "they hold a certificate", httpsAloneInside, Holds, "devices[1].client_certificate", model.Warning},
	{"internal-clients-https-mp", "they hold none", plantest.Both(httpsAloneInside, func(p *model.Plan) { p.Devices[1].ClientCertificate = model.No }), Broken, "devices[1].client_certificate", model.Warning},
	{"internal-clients-https-mp", "not answered", plantest.Both(httpsAloneInside, func(p *model.Plan) { p.Devices[1].ClientCertificate = "" }), Unclear, "devices[1].client_certificate", model.Warning},
	{"internal-clients-https-mp", "an E-HTTP management point is inside", nil, NotAsked, "", model.Warning},
	{"internal-clients-https-mp", "no management point is inside", plantest.NoInsidePoint, NotAsked, "", model.Warning},

	{"internet-only-with-ehttp", "open to clients inside", nil, Holds, "management_points[0].internet_only", model.Advice},
	{"internet-only-with-ehttp", "for internet clients only", httpsAloneInside, Broken, "management_points[0].internet_only", model.Advice},
	{"internet-only-with-ehttp", "not answered", func(p *model.Plan) { p.ManagementPoints[0].InternetOnly = "" }, Unclear, "management_points[0].internet_only", model.Advice},
	{"internet-only-with-ehttp", "no management point is E-HTTP", func(p *model.Plan) { p.Site.Security = model.HTTPSOnly }, NotAsked, "", model.Advice},

	{"ehttp-each-primary", "a standalone primary site", nil, Holds, "site.top_level", model.Advice},
	{"ehttp-each-primary", "a central administration site", func(p *model.Plan) { p.Site.TopLevel = model.CentralAdmin }, Broken, "site.top_level", model.Advice},
	{"ehttp-each-primary", "not answered", func(p *model.Plan) { p.Site.TopLevel = "" }, Unclear, "site.top_level", model.Advice},
	{"ehttp-each-primary", "an HTTPS only site", func(p *model.Plan) { p.Site.Security = model.HTTPSOnly }, NotAsked, "", model.Advice},

	{"site-pki-option", "the option is on", nil, Holds, "site.use_pki_certificate", model.Blocker},
	{"site-pki-option", "an HTTPS only site has it by itself", func(p *model.Plan) {
		p.Site.UsePKICertificate, p.Site.Security = model.No, model.HTTPSOnly
	}, Holds, "site.use_pki_certificate", model.Blocker},
	{"site-pki-option", "the option is off", func(p *model.Plan) { p.Site.UsePKICertificate = model.No }, Planned, "site.use_pki_certificate", model.Blocker},
	{"site-pki-option", "not known yet", func(p *model.Plan) { p.Site.UsePKICertificate = model.Unsure }, Planned, "site.use_pki_certificate", model.Blocker},
	{"site-pki-option", "nobody uses PKI certificates", nobodyUsesPKI, NotAsked, "", model.Blocker},

	{"classic-cmg", "none is left", nil, Holds, "gateway.classic_present", model.Blocker},
	{"classic-cmg", "one is left", func(p *model.Plan) { p.Gateway.ClassicPresent = model.Yes }, Planned, "gateway.classic_present", model.Blocker},
	{"classic-cmg", "nobody has looked", func(p *model.Plan) { p.Gateway.ClassicPresent = "" }, Planned, "gateway.classic_present", model.Blocker},
}

var deviceCases = []ruleCase{
	{"internet-use-known", "of every kind", nil, Holds, "devices[3].internet", model.Blocker},
	{"internet-use-known", "one is not answered beside others that are on the internet", func(p *model.Plan) { p.Devices[3].Internet = "" }, Unclear, "devices[3].internet", model.Blocker},
	{"internet-use-known", "one is not known yet", func(p *model.Plan) { p.Devices[0].Internet = model.Unsure }, Unclear, "devices[0].internet", model.Blocker},
	{"internet-use-known", "none is on the internet, and one is not answered", plantest.Both(plantest.NobodyOnTheInternet, func(p *model.Plan) { p.Devices[0].Internet = "" }), NotAsked, "", model.Blocker},
	{"internet-use-known", "no device is listed", func(p *model.Plan) { p.Devices = nil }, NotAsked, "", model.Blocker},

	{"user-centric-known", "no deployments to users", nil, Holds, "devices[1].user_centric", model.Warning},
	{"user-centric-known", "deployments to users of tokens", func(p *model.Plan) { p.Devices[2].UserCentric = model.Yes }, Holds, "devices[2].user_centric", model.Warning},
	{"user-centric-known", "not answered with certificates", func(p *model.Plan) { p.Devices[1].UserCentric = "" }, Unclear, "devices[1].user_centric", model.Warning},
	{"user-centric-known", "not known yet with tokens", func(p *model.Plan) { p.Devices[2].UserCentric = model.Unsure }, Unclear, "devices[2].user_centric", model.Warning},
	{"user-centric-known", "not answered with Microsoft Entra ID alone", func(p *model.Plan) {
		p.Devices = p.Devices[:1]
		p.Devices[0].UserCentric = ""
	}, NotAsked, "", model.Warning},
	{"user-centric-known", "nobody is on the internet", plantest.Both(plantest.NobodyOnTheInternet, func(p *model.Plan) { p.Devices[1].UserCentric = "" }), NotAsked, "", model.Warning},

	{"internet-device-present", "three are", nil, Holds, "devices", model.Blocker},
	{"internet-device-present", "one is, another is not answered", func(p *model.Plan) { p.Devices[0].Internet = "" }, Holds, "devices", model.Blocker},
	{"internet-device-present", "none is", plantest.NobodyOnTheInternet, Broken, "devices", model.Blocker},
	{"internet-device-present", "none is and one is not known yet", plantest.Both(plantest.NobodyOnTheInternet, func(p *model.Plan) { p.Devices[2].Internet = model.Unsure }), Unclear, "devices", model.Blocker},
	{"internet-device-present", "no device is listed", func(p *model.Plan) { p.Devices = nil }, Unclear, "devices", model.Blocker},

	{"internet-device-method", "it has one", nil, Holds, "devices[2].method", model.Blocker},
	{"internet-device-method", "it has none", func(p *model.Plan) { p.Devices[0].Method = "" }, Unclear, "devices[0].method", model.Blocker},
	{"internet-device-method", "not known yet", func(p *model.Plan) { p.Devices[2].Method = model.Unsure }, Unclear, "devices[2].method", model.Blocker},
	{"internet-device-method", "no internet device", plantest.NobodyOnTheInternet, NotAsked, "", model.Blocker},

	{"entra-needs-join", "hybrid joined", nil, Holds, "devices[0].join", model.Blocker},
	{"entra-needs-join", "Entra joined", func(p *model.Plan) { p.Devices[0].Join = model.EntraJoined }, Holds, "devices[0].join", model.Blocker},
	{"entra-needs-join", "in a workgroup", func(p *model.Plan) { p.Devices[0].Join = model.Workgroup }, Broken, "devices[0].join", model.Blocker},
	{"entra-needs-join", "domain joined", func(p *model.Plan) { p.Devices[0].Join = model.DomainJoined }, Broken, "devices[0].join", model.Blocker},
	{"entra-needs-join", "not answered", func(p *model.Plan) { p.Devices[0].Join = "" }, Unclear, "devices[0].join", model.Blocker},
	{"entra-needs-join", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotAsked, "", model.Blocker},

	{"entra-needs-windows-10", "Windows 10 or later", nil, Holds, "devices[0].windows", model.Blocker},
	{"entra-needs-windows-10", "an earlier Windows", func(p *model.Plan) { p.Devices[0].Windows = model.WindowsEarlier }, Broken, "devices[0].windows", model.Blocker},
	{"entra-needs-windows-10", "not known yet", func(p *model.Plan) { p.Devices[0].Windows = model.Unsure }, Unclear, "devices[0].windows", model.Blocker},
	{"entra-needs-windows-10", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotAsked, "", model.Blocker},

	{"user-centric-needs-entra", "users with Microsoft Entra ID", nil, Holds, "devices[0].method", model.Warning},
	{"user-centric-needs-entra", "users with PKI certificates", func(p *model.Plan) { p.Devices[1].UserCentric = model.Yes }, Broken, "devices[1].method", model.Warning},
	{"user-centric-needs-entra", "users with site-issued tokens", func(p *model.Plan) { p.Devices[2].UserCentric = model.Yes }, Broken, "devices[2].method", model.Warning},
	{"user-centric-needs-entra", "no deployments to users", func(p *model.Plan) { p.Devices[0].UserCentric = model.No }, NotAsked, "", model.Warning},
	{"user-centric-needs-entra", "no method yet", func(p *model.Plan) { p.Devices[0].Method = "" }, NotAsked, "", model.Warning},

	{"pki-available", "a PKI can issue them", nil, Holds, "pki.available", model.Blocker},
	{"pki-available", "no PKI can", func(p *model.Plan) { p.PKI.Available = model.No }, Broken, "pki.available", model.Blocker},
	{"pki-available", "not answered", func(p *model.Plan) { p.PKI.Available = "" }, Unclear, "pki.available", model.Blocker},
	{"pki-available", "nobody uses PKI certificates", nobodyUsesPKI, NotAsked, "", model.Blocker},

	{"entra-recommended", "they use it", nil, Holds, "devices[0].method", model.Advice},
	{"entra-recommended", "they use a token", func(p *model.Plan) { p.Devices[0].Method = model.SiteToken }, Broken, "devices[0].method", model.Advice},
	{"entra-recommended", "an earlier Windows", func(p *model.Plan) { p.Devices[0].Windows = model.WindowsEarlier }, NotAsked, "", model.Advice},
	{"entra-recommended", "no method yet", func(p *model.Plan) { p.Devices[0].Method = model.Unsure }, NotAsked, "", model.Advice},

	{"pki-on-ehttp", "one management point is HTTPS", nil, Holds, "management_points", model.Warning},
	{"pki-on-ehttp", "all are E-HTTP", plantest.AllEnhancedHTTP, Broken, "management_points", model.Warning},
	{"pki-on-ehttp", "one is E-HTTP, the other not answered", func(p *model.Plan) { p.ManagementPoints[1].Clients = "" }, Unclear, "management_points", model.Warning},
	{"pki-on-ehttp", "nobody uses PKI certificates", nobodyUsesPKI, NotAsked, "", model.Warning},
	{"pki-on-ehttp", "none takes CMG traffic", plantest.NoCMGPoint, NotAsked, "", model.Warning},

	{"token-registration-https", "they get a bulk registration token", httpsAloneInside, Holds, "devices[2].client_certificate", model.Blocker},
	{"token-registration-https", "they hold a certificate", plantest.Both(httpsAloneInside, func(p *model.Plan) {
		p.Devices[2].ClientCertificate, p.Token.Registration = model.Yes, []model.Registration{model.InternalNetwork}
	}), Holds, "devices[2].client_certificate", model.Blocker},
	{"token-registration-https", "neither of the two", plantest.Both(httpsAloneInside, func(p *model.Plan) { p.Token.Registration = []model.Registration{} }), Broken, "devices[2].client_certificate", model.Blocker},
	{"token-registration-https", "registration is not answered", plantest.Both(httpsAloneInside, func(p *model.Plan) { p.Token.Registration = nil }), Unclear, "devices[2].client_certificate", model.Blocker},
	{"token-registration-https", "registration is not known yet", plantest.Both(httpsAloneInside, func(p *model.Plan) { p.Token.Registration = []model.Registration{model.Unsure} }), Unclear, "devices[2].client_certificate", model.Blocker},
	{"token-registration-https", "an E-HTTP management point is inside", nil, NotAsked, "", model.Blocker},
	{"token-registration-https", "nobody uses tokens", plantest.Both(httpsAloneInside, nobodyUsesTokens), NotAsked, "", model.Blocker},

	{"stray-certificate", "they hold none", nil, Holds, "devices[0].client_certificate", model.Warning},
	{"stray-certificate", "they hold one", func(p *model.Plan) { p.Devices[0].ClientCertificate = model.Yes }, Planned, "devices[0].client_certificate", model.Warning},
	{"stray-certificate", "not known yet", func(p *model.Plan) { p.Devices[0].ClientCertificate = model.Unsure }, Planned, "devices[0].client_certificate", model.Warning},
	{"stray-certificate", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotAsked, "", model.Warning},

	{"on-premises-entra-http", "E-HTTP inside", nil, Holds, "devices[3].on_premises", model.Warning},
	{"on-premises-entra-http", "plain HTTP inside", plantest.PlainHTTPEverywhere, Broken, "devices[3].on_premises", model.Warning},
	{"on-premises-entra-http", "modes are not answered", plantest.ModesNotAnswered, Unclear, "devices[3].on_premises", model.Warning},
	{"on-premises-entra-http", "no Entra joined device inside", func(p *model.Plan) { p.Devices[3].OnPremises = model.No }, NotAsked, "", model.Warning},
	{"on-premises-entra-http", "no management point inside", plantest.NoInsidePoint, NotAsked, "", model.Warning},

	{"on-premises-user-http", "E-HTTP inside", nil, Holds, "devices[0].user_centric", model.Warning},
	{"on-premises-user-http", "plain HTTP inside, hybrid joined", plantest.PlainHTTPEverywhere, Broken, "devices[0].user_centric", model.Warning},
	{"on-premises-user-http", "plain HTTP inside, Entra joined", plantest.PlainHTTPEverywhere, Broken, "devices[3].user_centric", model.Warning},
	{"on-premises-user-http", "modes are not answered", plantest.ModesNotAnswered, Unclear, "devices[3].user_centric", model.Warning},
	{"on-premises-user-http", "no deployments to users", func(p *model.Plan) {
		p.Devices[0].UserCentric, p.Devices[3].UserCentric = model.No, model.Unsure
	}, NotAsked, "", model.Warning},
}

var entraCases = []ruleCase{
	{"site-integrated", "it is connected", nil, Holds, "entra.site_integrated", model.Blocker},
	{"site-integrated", "it is not connected yet", func(p *model.Plan) { p.Entra.SiteIntegrated = model.No }, Planned, "entra.site_integrated", model.Blocker},
	{"site-integrated", "not answered", func(p *model.Plan) { p.Entra.SiteIntegrated = "" }, Planned, "entra.site_integrated", model.Blocker},

	{"ad-user-discovery", "it is on", nil, Holds, "entra.ad_user_discovery", model.Warning},
	{"ad-user-discovery", "it is off", func(p *model.Plan) { p.Entra.ADUserDiscovery = model.No }, Planned, "entra.ad_user_discovery", model.Warning},
	{"ad-user-discovery", "not known yet", func(p *model.Plan) { p.Entra.ADUserDiscovery = model.Unsure }, Planned, "entra.ad_user_discovery", model.Warning},
	{"ad-user-discovery", "users of the cloud only", func(p *model.Plan) { p.Entra.Identities = model.CloudOnly }, NotAsked, "", model.Warning},
	{"ad-user-discovery", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotAsked, "", model.Warning},

	{"entra-user-discovery", "it is on", nil, Holds, "entra.entra_user_discovery", model.Warning},
	{"entra-user-discovery", "off with hybrid users", func(p *model.Plan) {
		p.Entra.EntraUserDiscovery, p.Devices[0].UserCentric = model.No, model.No
	}, Planned, "entra.entra_user_discovery", model.Warning},
	{"entra-user-discovery", "off with deployments to users of the cloud only", func(p *model.Plan) {
		p.Entra.EntraUserDiscovery, p.Entra.Identities = model.No, model.CloudOnly
	}, Planned, "entra.entra_user_discovery", model.Warning},
	{"entra-user-discovery", "not answered", func(p *model.Plan) { p.Entra.EntraUserDiscovery = "" }, Planned, "entra.entra_user_discovery", model.Warning},
	{"entra-user-discovery", "on for users of the cloud only without deployments to them", func(p *model.Plan) {
		p.Entra.Identities, p.Devices[0].UserCentric = model.CloudOnly, model.No
	}, Holds, "entra.entra_user_discovery", model.Advice},
	{"entra-user-discovery", "off for users of the cloud only without deployments to them", func(p *model.Plan) {
		p.Entra.Identities, p.Devices[0].UserCentric, p.Entra.EntraUserDiscovery = model.CloudOnly, model.No, model.No
	}, Planned, "entra.entra_user_discovery", model.Advice},
	{"entra-user-discovery", "nobody knows about users", func(p *model.Plan) {
		p.Entra.Identities, p.Devices[0].UserCentric, p.Entra.EntraUserDiscovery = "", model.Unsure, model.Unsure
	}, Planned, "entra.entra_user_discovery", model.Advice},
	{"entra-user-discovery", "nobody uses Microsoft Entra ID", nobodyUsesEntra, NotAsked, "", model.Warning},

	{"conditional-access", "no policy covers all apps", nil, Holds, "entra.conditional_access_all_apps", model.Warning},
	{"conditional-access", "a policy covers all apps", func(p *model.Plan) { p.Entra.ConditionalAccessAllApps = model.Yes }, Planned, "entra.conditional_access_all_apps", model.Warning},
	{"conditional-access", "not known yet", func(p *model.Plan) { p.Entra.ConditionalAccessAllApps = model.Unsure }, Planned, "entra.conditional_access_all_apps", model.Warning},
	{"conditional-access", "not answered", func(p *model.Plan) { p.Entra.ConditionalAccessAllApps = "" }, NotAsked, "", model.Warning},

	{"other-tenant", "in the same tenant", nil, Holds, "entra.devices_in_other_tenant", model.Warning},
	{"other-tenant", "in another tenant", func(p *model.Plan) { p.Entra.DevicesInOtherTenant = model.Yes }, Planned, "entra.devices_in_other_tenant", model.Warning},
	{"other-tenant", "not known yet", func(p *model.Plan) { p.Entra.DevicesInOtherTenant = model.Unsure }, Planned, "entra.devices_in_other_tenant", model.Warning},
	{"other-tenant", "not answered", func(p *model.Plan) { p.Entra.DevicesInOtherTenant = "" }, NotAsked, "", model.Warning},
}

var pkiCases = []ruleCase{
	{"client-key-length", "2048 bits", nil, Holds, "pki.key_bits", model.Warning},
	{"client-key-length", "4096 bits", func(p *model.Plan) { p.PKI.KeyBits = model.Num(4096) }, Holds, "pki.key_bits", model.Warning},
	{"client-key-length", "1024 bits", func(p *model.Plan) { p.PKI.KeyBits = model.Num(1024) }, Broken, "pki.key_bits", model.Warning},
	{"client-key-length", "3072 bits", func(p *model.Plan) { p.PKI.KeyBits = model.Num(3072) }, Broken, "pki.key_bits", model.Warning},
	{"client-key-length", "not known yet", func(p *model.Plan) { p.PKI.KeyBits = model.UnsureNumber }, Unclear, "pki.key_bits", model.Warning},
	{"client-key-length", "not answered", func(p *model.Plan) { p.PKI.KeyBits = model.Number{} }, NotAsked, "", model.Warning},
	{"client-key-length", "nobody uses PKI certificates", nobodyUsesPKI, NotAsked, "", model.Warning},

	{"crl-public", "it is public", nil, Holds, "pki.crl_public", model.Blocker},
	{"crl-public", "it is only inside", func(p *model.Plan) { p.PKI.CRLPublic = model.No }, Broken, "pki.crl_public", model.Blocker},
	{"crl-public", "only inside, and whether the CMG checks it is not known yet", func(p *model.Plan) {
		p.PKI.CRLPublic, p.Gateway.VerifyRevocation = model.No, model.Unsure
	}, Broken, "pki.crl_public", model.Blocker},
	{"crl-public", "only inside, and whether the CMG checks it is not answered", func(p *model.Plan) {
		p.PKI.CRLPublic, p.Gateway.VerifyRevocation = model.No, ""
	}, Broken, "pki.crl_public", model.Blocker},
	{"crl-public", "not answered", func(p *model.Plan) { p.PKI.CRLPublic = "" }, Unclear, "pki.crl_public", model.Blocker},
	{"crl-public", "the CMG does not check it", func(p *model.Plan) { p.Gateway.VerifyRevocation = model.No }, NotAsked, "", model.Blocker},
	{"crl-public", "nobody uses PKI certificates", nobodyUsesPKI, NotAsked, "", model.Blocker},

	{"site-crl-check", "it is public", nil, Holds, "pki.crl_public", model.Warning},
	{"site-crl-check", "it is only inside", func(p *model.Plan) { p.PKI.CRLPublic = model.No }, Broken, "pki.crl_public", model.Warning},
	{"site-crl-check", "not known yet", func(p *model.Plan) { p.PKI.CRLPublic = model.Unsure }, Unclear, "pki.crl_public", model.Warning},
	{"site-crl-check", "clients do not check it", func(p *model.Plan) { p.Site.CheckCRL = model.No }, NotAsked, "", model.Warning},
	{"site-crl-check", "whether clients check it is not known yet", func(p *model.Plan) { p.Site.CheckCRL = model.Unsure }, NotAsked, "", model.Warning},

	{"connection-point-certificate", "it holds one", nil, Holds, "connection_points[0].client_certificate", model.Blocker},
	{"connection-point-certificate", "it holds none, PKI with HTTPS", func(p *model.Plan) { p.ConnectionPoints[1].ClientCertificate = model.No }, Planned, "connection_points[1].client_certificate", model.Blocker},
	{"connection-point-certificate", "it holds none, PKI with E-HTTP", plantest.Both(plantest.AllEnhancedHTTP, func(p *model.Plan) { p.ConnectionPoints[1].ClientCertificate = model.No }), Planned, "connection_points[1].client_certificate", model.Warning},
	{"connection-point-certificate", "it holds none, HTTPS without PKI", plantest.Both(nobodyUsesPKI, func(p *model.Plan) { p.ConnectionPoints[0].ClientCertificate = model.No }), Planned, "connection_points[0].client_certificate", model.Warning},
	{"connection-point-certificate", "not answered", func(p *model.Plan) { p.ConnectionPoints[0].ClientCertificate = "" }, Planned, "connection_points[0].client_certificate", model.Blocker},
	{"connection-point-certificate", "neither PKI nor HTTPS", plantest.Both(plantest.AllEnhancedHTTP, nobodyUsesPKI), NotAsked, "", model.Warning},
	{"connection-point-certificate", "the need is not known yet", plantest.ModesNotAnswered, NotAsked, "", model.Warning},

	{"restrictive-trust-list", "PKI certificates are in use", nil, Planned, "pki", model.Advice},
	{"restrictive-trust-list", "nobody uses PKI certificates", nobodyUsesPKI, NotAsked, "", model.Advice},
}

func lifetime(minutes int) func(*model.Plan) {
	return func(p *model.Plan) { p.Token.BulkLifetimeMinutes = model.Num(minutes) }
}

func offline(days int) func(*model.Plan) {
	return func(p *model.Plan) { p.Token.LongestOfflineDays = model.Num(days) }
}

func rollout(days int) func(*model.Plan) {
	return func(p *model.Plan) { p.Token.RolloutDays = model.Num(days) }
}

var tokenCases = []ruleCase{
	{"bulk-lifetime-limit", "three days", nil, Holds, "token.bulk_lifetime_minutes", model.Blocker},
	{"bulk-lifetime-limit", "one minute", lifetime(1), Holds, "token.bulk_lifetime_minutes", model.Blocker},
	{"bulk-lifetime-limit", "seven days", lifetime(10080), Holds, "token.bulk_lifetime_minutes", model.Blocker},
	{"bulk-lifetime-limit", "seven days and a minute", lifetime(10081), Broken, "token.bulk_lifetime_minutes", model.Blocker},
	{"bulk-lifetime-limit", "no minute", lifetime(0), Broken, "token.bulk_lifetime_minutes", model.Blocker},
	{"bulk-lifetime-limit", "not known yet", func(p *model.Plan) { p.Token.BulkLifetimeMinutes = model.UnsureNumber }, Unclear, "token.bulk_lifetime_minutes", model.Blocker},
	{"bulk-lifetime-limit", "not answered", plantest.NoLifetime, NotAsked, "", model.Blocker},

	{"bulk-lifetime-rollout", "as long as the token", nil, Holds, "token.rollout_days", model.Warning},
	{"bulk-lifetime-rollout", "a day longer", rollout(4), Broken, "token.rollout_days", model.Warning},
	{"bulk-lifetime-rollout", "one day, and a minute less than a day", plantest.Both(rollout(1), lifetime(1439)), Broken, "token.rollout_days", model.Warning},
	{"bulk-lifetime-rollout", "one day, and a day", plantest.Both(rollout(1), lifetime(1440)), Holds, "token.rollout_days", model.Warning},
	{"bulk-lifetime-rollout", "the tool's own lifetime suffices", plantest.NoLifetime, Holds, "token.rollout_days", model.Warning},
	{"bulk-lifetime-rollout", "the tool's own lifetime is too short", plantest.Both(plantest.NoLifetime, rollout(4)), Broken, "token.rollout_days", model.Warning},
	{"bulk-lifetime-rollout", "not known yet", func(p *model.Plan) { p.Token.RolloutDays = model.UnsureNumber }, Unclear, "token.rollout_days", model.Warning},
	{"bulk-lifetime-rollout", "the lifetime is not known yet", func(p *model.Plan) { p.Token.BulkLifetimeMinutes = model.UnsureNumber }, Unclear, "token.rollout_days", model.Warning},
	{"bulk-lifetime-rollout", "not answered", func(p *model.Plan) { p.Token.RolloutDays = model.Number{} }, NotAsked, "", model.Warning},
	{"bulk-lifetime-rollout", "no bulk registration token", func(p *model.Plan) { p.Token.Registration = []model.Registration{model.InternalNetwork} }, NotAsked, "", model.Warning},

	{"token-offline", "30 days", nil, Holds, "token.longest_offline_days", model.Warning},
	{"token-offline", "31 days", offline(31), Broken, "token.longest_offline_days", model.Warning},
	{"token-offline", "90 days", offline(90), Broken, "token.longest_offline_days", model.Warning},
	{"token-offline", "91 days", offline(91), Broken, "token.longest_offline_days", model.Blocker},
	{"token-offline", "not known yet", func(p *model.Plan) { p.Token.LongestOfflineDays = model.UnsureNumber }, Unclear, "token.longest_offline_days", model.Warning},
	{"token-offline", "not answered", func(p *model.Plan) { p.Token.LongestOfflineDays = model.Number{} }, NotAsked, "", model.Warning},
	{"token-offline", "nobody uses tokens", nobodyUsesTokens, NotAsked, "", model.Warning},

	{"token-client-restart", "tokens are in use", nil, Planned, "token", model.Advice},
	{"token-client-restart", "nobody uses tokens", nobodyUsesTokens, NotAsked, "", model.Advice},
}

func serviceName(name string) func(*model.Plan) {
	return func(p *model.Plan) { p.Gateway.ServiceName = name }
}

func instances(n int) func(*model.Plan) {
	return func(p *model.Plan) { p.Gateway.VMInstances = model.Num(n) }
}

func instancesUnsure(p *model.Plan) { p.Gateway.VMInstances = model.UnsureNumber }

func governmentCloud(version model.Version) func(*model.Plan) {
	return func(p *model.Plan) { p.Gateway.Environment, p.Site.Version = model.GovernmentCloud, version }
}

var gatewayCases = []ruleCase{
	{"service-name", "letters in a domain of our own", nil, Holds, "gateway.service_name", model.Blocker},
	{"service-name", "capitals", serviceName("ContosoCMG.contoso.com"), Holds, "gateway.service_name", model.Blocker},
	{"service-name", "a hyphen", serviceName("contoso-cmg.contoso.com"), Broken, "gateway.service_name", model.Blocker},
	{"service-name", "a wildcard", serviceName("*.contoso.com"), Broken, "gateway.service_name", model.Blocker},
	{"service-name", "no domain", serviceName("contosocmg"), Broken, "gateway.service_name", model.Blocker},
	{"service-name", "not answered", serviceName(""), Unclear, "gateway.service_name", model.Blocker},
	{"service-name", "not known yet", serviceName(model.Unsure), Unclear, "gateway.service_name", model.Blocker},

	{"gateway-decided", "environment", nil, Holds, "gateway.environment", model.Blocker},
	{"gateway-decided", "region", nil, Holds, "gateway.region", model.Blocker},
	{"gateway-decided", "no environment", func(p *model.Plan) { p.Gateway.Environment = "" }, Unclear, "gateway.environment", model.Blocker},
	{"gateway-decided", "no region", func(p *model.Plan) { p.Gateway.Region = model.Unsure }, Unclear, "gateway.region", model.Blocker},
	{"gateway-decided", "no issuer", func(p *model.Plan) { p.Gateway.CertificateSource = "" }, Unclear, "gateway.certificate_source", model.Blocker},
	{"gateway-decided", "no size", func(p *model.Plan) { p.Gateway.VMSize = model.Unsure }, Unclear, "gateway.vm_size", model.Blocker},
	{"gateway-decided", "no instances", func(p *model.Plan) { p.Gateway.VMInstances = model.Number{} }, Unclear, "gateway.vm_instances", model.Blocker},

	{"public-certificate-domain", "a name of our own", publicCertificate, Holds, "gateway.service_name", model.Blocker},
	{"public-certificate-domain", "a name of Azure", plantest.Both(publicCertificate, plantest.NameOfAzure), Broken, "gateway.service_name", model.Blocker},
	{"public-certificate-domain", "a name not known yet", plantest.Both(publicCertificate, serviceName(model.Unsure)), Unclear, "gateway.service_name", model.Blocker},
	{"public-certificate-domain", "no name", plantest.Both(publicCertificate, serviceName("")), NotAsked, "", model.Blocker},
	{"public-certificate-domain", "a certificate of our own PKI", plantest.NameOfAzure, NotAsked, "", model.Blocker},

	{"azure-name-fixed", "a name of our own", nil, Holds, "gateway.service_name", model.Advice},
	{"azure-name-fixed", "a name of Azure", plantest.NameOfAzure, Broken, "gateway.service_name", model.Advice},
	{"azure-name-fixed", "a name of Azure for governments", serviceName("contosocmg.usgovcloudapp.net"), Broken, "gateway.service_name", model.Advice},
	{"azure-name-fixed", "a name not known yet", serviceName(model.Unsure), Unclear, "gateway.service_name", model.Advice},
	{"azure-name-fixed", "no name", serviceName(""), NotAsked, "", model.Advice},
	{"azure-name-fixed", "a public certificate", publicCertificate, NotAsked, "", model.Advice},

	{"server-certificate-trusted", "they trust it", nil, Holds, "gateway.root_on_clients", model.Blocker},
	{"server-certificate-trusted", "they do not", func(p *model.Plan) { p.Gateway.RootOnClients = model.No }, Planned, "gateway.root_on_clients", model.Blocker},
	{"server-certificate-trusted", "not answered", func(p *model.Plan) { p.Gateway.RootOnClients = "" }, Planned, "gateway.root_on_clients", model.Blocker},
	{"server-certificate-trusted", "a public certificate", publicCertificate, NotAsked, "", model.Blocker},

	{"resource-group-region", "the same region", nil, Holds, "gateway.resource_group_in_region", model.Blocker},
	{"resource-group-region", "another region", func(p *model.Plan) { p.Gateway.ResourceGroupInRegion = model.No }, Broken, "gateway.resource_group_in_region", model.Blocker},
	{"resource-group-region", "not known yet", func(p *model.Plan) { p.Gateway.ResourceGroupInRegion = model.Unsure }, Unclear, "gateway.resource_group_in_region", model.Blocker},
	{"resource-group-region", "not answered", func(p *model.Plan) { p.Gateway.ResourceGroupInRegion = "" }, NotAsked, "", model.Blocker},

	{"us-government-version", "version 2111", governmentCloud("2111"), Holds, "site.version", model.Blocker},
	{"us-government-version", "no version is judged as the newest", governmentCloud(""), Holds, "site.version", model.Blocker},
	{"us-government-version", "version 2107", governmentCloud("2107"), Broken, "site.version", model.Blocker},
	{"us-government-version", "the public cloud", nil, NotAsked, "", model.Blocker},

	{"lab-size", "the standard size", nil, Holds, "gateway.vm_size", model.Warning},
	{"lab-size", "the lab size", func(p *model.Plan) { p.Gateway.VMSize = model.SizeLab }, Broken, "gateway.vm_size", model.Warning},
	{"lab-size", "not known yet", func(p *model.Plan) { p.Gateway.VMSize = model.Unsure }, Unclear, "gateway.vm_size", model.Warning},
	{"lab-size", "not answered", func(p *model.Plan) { p.Gateway.VMSize = "" }, NotAsked, "", model.Warning},

	{"capacity", "room for all", nil, Holds, "gateway.vm_instances", model.Warning},
	{"capacity", "12000 devices on two of the standard size", func(p *model.Plan) { p.Devices[0].Count = model.Num(11400) }, Holds, "gateway.vm_instances", model.Warning},
	{"capacity", "one device too many", func(p *model.Plan) { p.Devices[0].Count = model.Num(11401) }, Broken, "gateway.vm_instances", model.Warning},
	{"capacity", "20000 devices on two of the large size", func(p *model.Plan) {
		p.Gateway.VMSize, p.Devices[0].Count = model.SizeLarge, model.Num(19400)
	}, Holds, "gateway.vm_instances", model.Warning},
	{"capacity", "21 devices on two of the lab size", func(p *model.Plan) {
		p.Gateway.VMSize, p.Devices[0].Count, p.Devices[1].Count, p.Devices[2].Count = model.SizeLab, model.Num(7), model.Num(7), model.Num(7)
	}, Broken, "gateway.vm_instances", model.Warning},
	{"capacity", "one instance suffices, and their number is not known yet", instancesUnsure, Holds, "gateway.vm_instances", model.Warning},
	{"capacity", "one instance does not suffice, and their number is not known yet", plantest.Both(instancesUnsure, func(p *model.Plan) { p.Devices[0].Count = model.Num(6000) }), Unclear, "gateway.vm_instances", model.Warning},
	{"capacity", "more than sixteen instances serve", plantest.Both(instancesUnsure, func(p *model.Plan) { p.Devices[0].Count = model.Num(model.MaxNumber) }), Broken, "gateway.vm_instances", model.Warning},
	{"capacity", "a count is missing", func(p *model.Plan) { p.Devices[2].Count = model.Number{} }, NotAsked, "", model.Warning},
	{"capacity", "a count is not known yet", func(p *model.Plan) { p.Devices[2].Count = model.UnsureNumber }, NotAsked, "", model.Warning},
	{"capacity", "no size", func(p *model.Plan) { p.Gateway.VMSize = model.Unsure }, NotAsked, "", model.Warning},

	{"connection-point-present", "two are listed", nil, Holds, "connection_points", model.Blocker},
	{"connection-point-present", "one without a host beside one with it", func(p *model.Plan) { p.ConnectionPoints[0].Host = "" }, Holds, "connection_points", model.Blocker},
	{"connection-point-present", "a host that is not known yet", func(p *model.Plan) {
		p.ConnectionPoints = []model.ConnectionPoint{{Host: model.Unsure}}
	}, Holds, "connection_points", model.Blocker},
	{"connection-point-present", "an entry without answers", func(p *model.Plan) { p.ConnectionPoints = []model.ConnectionPoint{{}} }, Unclear, "connection_points", model.Blocker},
	{"connection-point-present", "none is listed", func(p *model.Plan) { p.ConnectionPoints = nil }, Unclear, "connection_points", model.Blocker},

	{"connection-point-count", "eight instances on two", instances(8), Holds, "connection_points", model.Warning},
	{"connection-point-count", "nine instances on two", instances(9), Broken, "connection_points", model.Warning},
	{"connection-point-count", "instances not known yet", instancesUnsure, Unclear, "connection_points", model.Warning},
	{"connection-point-count", "four serve any number that can be chosen", plantest.Both(instancesUnsure, func(p *model.Plan) {
		p.ConnectionPoints = append(p.ConnectionPoints, p.ConnectionPoints...)
	}), Holds, "connection_points", model.Warning},
	{"connection-point-count", "none is listed", func(p *model.Plan) { p.ConnectionPoints = nil }, NotAsked, "", model.Warning},
	{"connection-point-count", "instances are not answered", func(p *model.Plan) { p.Gateway.VMInstances = model.Number{} }, NotAsked, "", model.Warning},

	{"connection-point-ports", "they are open", nil, Holds, "connection_points[1].outbound_ports_open", model.Blocker},
	{"connection-point-ports", "they are closed", func(p *model.Plan) { p.ConnectionPoints[1].OutboundPortsOpen = model.No }, Planned, "connection_points[1].outbound_ports_open", model.Blocker},
	{"connection-point-ports", "not known yet", func(p *model.Plan) { p.ConnectionPoints[0].OutboundPortsOpen = model.Unsure }, Planned, "connection_points[0].outbound_ports_open", model.Blocker},
	{"connection-point-ports", "none is listed", func(p *model.Plan) { p.ConnectionPoints = nil }, NotAsked, "", model.Blocker},

	{"high-availability", "two of each", nil, Holds, "gateway.vm_instances", model.Advice},
	{"high-availability", "one instance", instances(1), Broken, "gateway.vm_instances", model.Advice},
	{"high-availability", "one connection point", func(p *model.Plan) { p.ConnectionPoints = p.ConnectionPoints[:1] }, Broken, "gateway.vm_instances", model.Advice},
	{"high-availability", "one connection point decides whatever the instances", plantest.Both(instancesUnsure, func(p *model.Plan) { p.ConnectionPoints = p.ConnectionPoints[:1] }), Broken, "gateway.vm_instances", model.Advice},
	{"high-availability", "instances not known yet", instancesUnsure, Unclear, "gateway.vm_instances", model.Advice},
	{"high-availability", "none is listed", func(p *model.Plan) { p.ConnectionPoints = nil }, NotAsked, "", model.Advice},
}

var clientSettingCases = []ruleCase{
	{"client-setting-cmg", "they may use it", nil, Holds, "client_settings.use_cmg", model.Blocker},
	{"client-setting-cmg", "they may not", func(p *model.Plan) { p.ClientSettings.UseCMG = model.No }, Planned, "client_settings.use_cmg", model.Blocker},
	{"client-setting-cmg", "not answered", func(p *model.Plan) { p.ClientSettings.UseCMG = "" }, Planned, "client_settings.use_cmg", model.Blocker},

	{"client-setting-content", "they may use it", nil, Holds, "client_settings.cloud_distribution_point", model.Warning},
	{"client-setting-content", "they may not", func(p *model.Plan) { p.ClientSettings.CloudDistributionPoint = model.No }, Planned, "client_settings.cloud_distribution_point", model.Warning},
	{"client-setting-content", "not known yet", func(p *model.Plan) { p.ClientSettings.CloudDistributionPoint = model.Unsure }, Planned, "client_settings.cloud_distribution_point", model.Warning},
	{"client-setting-content", "the CMG serves no content", func(p *model.Plan) { p.Gateway.ServeContent = model.No }, NotAsked, "", model.Warning},

	{"client-setting-user-policy", "they get it", nil, Holds, "client_settings.user_policy_internet", model.Warning},
	{"client-setting-user-policy", "they do not", func(p *model.Plan) { p.ClientSettings.UserPolicyInternet = model.No }, Planned, "client_settings.user_policy_internet", model.Warning},
	{"client-setting-user-policy", "not answered", func(p *model.Plan) { p.ClientSettings.UserPolicyInternet = "" }, Planned, "client_settings.user_policy_internet", model.Warning},
	{"client-setting-user-policy", "no deployments to users with Microsoft Entra ID", func(p *model.Plan) { p.Devices[0].UserCentric = model.No }, NotAsked, "", model.Warning},
}

func ruleCases() []ruleCase {
	return slices.Concat(siteCases, deviceCases, entraCases, pkiCases, tokenCases, gatewayCases, clientSettingCases, serverCases, updateCases, azureCases,
		appCases, certificateCases, networkCases, clientCases, evidenceCases)
}

func (c ruleCase) plan() *model.Plan {
	p := plantest.GoodPlan()
	if c.change != nil {
		c.change(p)
	}
	return p
}

func TestRules(t *testing.T) {
	for _, c := range ruleCases() {
		if !slices.ContainsFunc(All(), called(c.rule)) {
			continue // told by the test of the cases
		}
		t.Run(c.rule+"/"+c.says, func(t *testing.T) {
			var about []Finding
			for _, f := range AllFindings(c.plan()) {
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
	{Broken, "new regions appear: one that is not in the list may exist", called("region-listed")},
	{Broken, "a list without an entry is unknown, and every entry will do", called("connection-point-present")},
	{Unclear, "it applies only once the name is known", called("service-name-public")},
	{Unclear, "it applies only once there is a method", called("user-centric-needs-entra", "entra-recommended")},
	{Unclear, "a version that is absent is judged as the newest", called("us-government-version", "scale-set-version")},
	{Unclear, "it applies only once there is a version", called("traffic-alert-dead", "console-version-agrees")},
	{Unclear, "it applies only once all are counted", called("connection-point-ports-range")},
	{Unclear, "a certificate that can be read says all that it wants to know", called(
		"client-certificate-usable", "server-certificate-usable", "server-certificate-name", "evidence-in-date",
	)},
	{Holds, "no answer says that it is done", called("restrictive-trust-list", "token-client-restart", "workgroup-approval")},
	{NotAsked, "it applies to every plan", called(
		"site-plain-http", "cmg-mp-present", "classic-cmg", "internet-device-present", "site-integrated",
		"service-name", "gateway-decided", "connection-point-present", "client-setting-cmg", "scale-set-version",
	)},
}

// mayBeSettled are the rules with a task that helps only while nobody has looked.
var mayBeSettled = called("service-name-unique")

func withTask(rule Rule) bool { return rule.Task != "" }

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
	for _, complaint := range caseComplaints(All(), ruleCases()) {
		t.Error(complaint)
	}
	for rule := range subjectsInCases() {
		if !slices.ContainsFunc(All(), called(rule)) {
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
		if !slices.Contains(outcomes, i.outcome) || i.reason == "" || !slices.ContainsFunc(All(), i.rules) {
			t.Errorf("%s, %q: no rule is meant", i.outcome, i.reason)
		}
	}
}

// TestImpossibleOutcomes looks for the outcomes of the list above in random plans.
func TestImpossibleOutcomes(t *testing.T) {
	t.Parallel()
	rules := map[string]Rule{}
	for _, rule := range All() {
		rules[rule.ID] = rule
	}
	random := rand.New(rand.NewSource(3))
	for n := range slow.Rounds(1500) {
		for _, f := range AllFindings(withSomeEvidence(random, plantest.RandomPlan(random))) {
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
			about[c.rule] = append(about[c.rule], plantest.InAnyPlace(c.subject))
		}
	}
	return about
}

// TestSubjects: in any plan a rule is about what it is about in its cases. One
// that has no case is told of once, by the test of the cases.
func TestSubjects(t *testing.T) {
	t.Parallel()
	about := subjectsInCases()
	random := rand.New(rand.NewSource(4))
	for n := range 1000 {
		for _, f := range AllFindings(withSomeEvidence(random, plantest.RandomPlan(random))) {
			subject := plantest.InAnyPlace(f.Subject)
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
	for _, rule := range All() {
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
	for _, rule := range All() {
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
		plantest.CheckCitations(t, rule.ID, rule.Cites)
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
	for _, rule := range All() {
		if always := strings.HasPrefix(rule.When, "Always"); always == possible(rule, NotAsked) {
			t.Errorf("%s can be skipped: %v; it applies: %q", rule.ID, possible(rule, NotAsked), rule.When)
		}
		each := slices.ContainsFunc(about[rule.ID], func(subject string) bool { return strings.Contains(subject, "[n]") })
		if each != strings.HasPrefix(rule.When, "For each ") && about[rule.ID] != nil {
			t.Errorf("%s is about each of several: %v; it applies: %q", rule.ID, each, rule.When)
		}
	}
}

func TestConflictsSayWhatWasTaken(t *testing.T) {
	for _, rule := range All() {
		for _, told := range rule.Conflict().Paragraphs() {
			if !strings.Contains(told, "Our reading: ") || !strings.Contains(told, "Confidence: ") {
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
		for _, f := range AllFindings(withSomeEvidence(random, plantest.RandomPlan(random))) {
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
		version        model.Version
		plain, classic model.Severity
	}{
		{"2010", model.Advice, model.Blocker},
		{"2103", model.Warning, model.Blocker},
		{"2309", model.Warning, model.Blocker},
		{"2402", model.Warning, model.Blocker},
		{"2403", model.Blocker, model.Blocker},
		{"2603", model.Blocker, model.Blocker},
		{"", model.Blocker, model.Blocker},
		{model.Unsure, model.Blocker, model.Blocker},
	} {
		p := plantest.GoodPlan()
		p.Site.Version, p.Site.Security, p.Gateway.ClassicPresent = c.version, model.PlainHTTP, model.Yes
		for rule, want := range map[string]model.Severity{"site-plain-http": c.plain, "classic-cmg": c.classic} {
			f := findingOf(t, p, rule)
			if f.Severity != want || f.Outcome == Holds {
				t.Errorf("version %q, %s: %s %s, want %s", c.version, rule, f.Severity, f.Outcome, want)
			}
		}
	}
}

func findingOf(t *testing.T, p *model.Plan, rule string) Finding {
	t.Helper()
	for _, f := range AllFindings(p) {
		if f.Rule == rule {
			return f
		}
	}
	t.Fatalf("no rule is called %s", rule)
	return Finding{}
}

// TestStateOfATaskChangesNoOutcome: planned is planned, whatever was done.
func TestStateOfATaskChangesNoOutcome(t *testing.T) {
	p := plantest.GoodPlan()
	p.Entra.SiteIntegrated = model.No
	before := findingOf(t, p, "site-integrated")
	for _, state := range model.TaskStates {
		p.Tasks = []model.Progress{{ID: before.Task, State: state.Value}}
		if f := findingOf(t, p, "site-integrated"); f.Outcome != Planned {
			t.Errorf("with the task %s it is %s", state.Value, f.Outcome)
		}
	}
}

// TestAnotherTaskMakesARuleHold: apps that are registered by hand are imported,
// and the list asks for no others.
func TestAnotherTaskMakesARuleHold(t *testing.T) {
	for apps, want := range map[model.AppOrigin]string{
		"": "entra-apps-create", model.Unsure: "entra-apps-create", model.AppsByWizard: "entra-apps-create", model.AppsByHand: "entra-apps-import",
	} {
		p := plantest.GoodPlan()
		p.Entra.SiteIntegrated, p.Entra.Apps = model.No, apps
		if f := findingOf(t, p, "site-integrated"); f.Task != want {
			t.Errorf("apps %q: it plans %s, want %s", apps, f.Task, want)
		}
	}
}

// TestOtherTasksOfRules notices a rule that plans a task which it does not name,
// and one which names a task that it never plans.
func TestOtherTasksOfRules(t *testing.T) {
	planned := map[string][]string{}
	random := rand.New(rand.NewSource(5))
	for range 300 {
		p := plantest.RandomPlan(random)
		for _, rule := range All() {
			planned[rule.ID] = append(planned[rule.ID], rule.taskFor(p))
		}
	}
	for _, v := range updates.Versions {
		p := plantest.GoodPlan()
		p.Site.Version = v.Name
		for _, rule := range updateRules {
			planned[rule.ID] = append(planned[rule.ID], rule.taskFor(p))
		}
	}
	for _, rule := range All() {
		tasks := rule.Tasks()
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
