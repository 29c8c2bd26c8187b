package rules

import "cmgwizard/model"

// siteRules judge the site and its management points.
var siteRules = []Rule{
	{
		ID:       "site-plain-http",
		Title:    "The site does not allow plain HTTP",
		Problem:  "The site will use plain HTTP, without Enhanced HTTP",
		Open:     "Unknown whether the site will use Enhanced HTTP or HTTPS only",
		Why:      "Management points on HTTP then serve no client through the CMG. From version 2403 on, setup stops as well: the check Enable site system roles for HTTPS or Enhanced HTTP ends with an error.",
		When:     "Always",
		Reads:    []string{"site.version", "site.security"},
		Severity: plainHTTPSeverity,
		Grades:   "A blocker from version 2403 on and while the version is not known, a warning from 2103 on, advice before",
		Fix:      "Choose Enhanced HTTP or HTTPS only as the communication security of the site.",
		Cites: []model.Citation{
			{"prereq-checks", "enable-site-system-roles-for-https-or-enhanced-http"},
			{"deprecated", "unsupported-and-removed-features"}, {"whats-new-2103", ""},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return answered("site.security", p.Site.Security, "the plan has HTTP for the site, without Enhanced HTTP", model.EnhancedHTTP, model.HTTPSOnly)
		},
	},
	{
		ID:       "cmg-mp-present",
		Title:    "A management point serves clients through the CMG",
		Problem:  "No management point accepts CMG traffic",
		Open:     "Unknown whether any management point accepts CMG traffic",
		Why:      "The CMG only forwards requests. Without a management point that accepts them, the connection point has nowhere to send them: clients get no internet management point, or a 403.",
		When:     "Always",
		Reads:    []string{"management_points[].host", "management_points[].cmg_traffic"},
		Severity: always(model.Blocker),
		Fix:      "Let at least one management point accept CMG traffic.",
		Cites:    []model.Citation{{"setup-cmg", "bkmk_role"}, {"plan-cmg", "requirements"}},
		Judge:    judgeCMGPointPresent,
	},
	{
		ID:       "cmg-mp-mode",
		Title:    "A management point for CMG traffic is in E-HTTP or HTTPS mode",
		Problem:  "{it} will use plain HTTP and cannot serve clients through the CMG",
		Open:     "Unknown whether {it} will use Enhanced HTTP or HTTPS",
		Why:      "In plain HTTP mode a management point refuses CMG traffic, and clients get no token from it. Internet clients use an untrusted network, so each must prove over HTTPS who it is.",
		When:     "For each management point that accepts CMG traffic",
		Reads:    []string{"site.security", "management_points[].clients", "management_points[].cmg_traffic"},
		Severity: always(model.Blocker),
		Fix:      "Set the management point to HTTPS, or the site to Enhanced HTTP.",
		Cites: []model.Citation{
			{"plan-cmg", "requirements"},
			{"configure-authentication", "for-internet-based-clients-communicating-with-the-cmg"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return each(p.CMGPoints(), func(i int) []model.Outcome {
				return model.OutcomeOf(model.PointKey(i, "clients"), p.ModeIn(i, model.SecureModes),
					"its mode is "+model.Modes.Label(p.Mode(i)), modeKeys(&p.Answers, []int{i})...)
			})
		},
	},
	{
		ID:       "https-only-site",
		Title:    "In an HTTPS-only site, every management point is HTTPS",
		Problem:  "{it} will use HTTP in an HTTPS-only site",
		Open:     "Unknown whether {it} will use HTTPS, as its HTTPS-only site requires",
		Why:      "In such a site, every system with IIS uses HTTPS with PKI certificates. A management point on HTTP contradicts that, and it is unclear in which mode it would serve clients.",
		When:     "For each management point of a site that will be HTTPS-only",
		Reads:    []string{"site.security", "management_points[].clients"},
		Severity: always(model.Blocker),
		Fix:      "Set the client connections of the management point to HTTPS, or choose Enhanced HTTP for the site.",
		Cites:    []model.Citation{{"configure-security", "client-pki-certificates"}, {"prereq-checks", "enable-site-system-roles-for-https-or-enhanced-http"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Site.Security == model.HTTPSOnly, func() []model.Outcome {
				return each(p.AllPoints(), func(i int) []model.Outcome {
					return answered(model.PointKey(i, "clients"), p.ManagementPoints[i].Clients, "its client connections are HTTP", model.ConnectHTTPS)
				})
			})
		},
	},
	{
		ID:       "mp-web-certificate",
		Title:    "An HTTPS management point has a web server certificate",
		Problem:  "{it} will use HTTPS but has no web server certificate yet",
		Open:     "Unknown whether {it} has a web server certificate",
		Why:      "IIS answers HTTPS with this certificate. Without it, the management point cannot become HTTPS, and clients that are sent to it get no answer.",
		When:     "For each management point whose client connections will be HTTPS",
		Reads:    []string{"management_points[].clients", "management_points[].web_certificate"},
		Severity: always(model.Blocker),
		Fix:      "Issue a web server certificate to the server and bind it in IIS.",
		Task:     "mp-webserver-cert",
		Cites: []model.Citation{
			{"configure-authentication", "configure-the-management-point-for-https"},
			{"pki-reqs", "site-systems-that-run-iis-and-support-https-client-connections"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return each(p.PointsWith(model.ConnectHTTPS), func(i int) []model.Outcome {
				return answered(model.PointKey(i, "web_certificate"), p.ManagementPoints[i].WebCertificate, "it has none yet", model.WebEnterprise, model.WebPublic)
			})
		},
	},
	{
		ID:       "mp-https-binding",
		Title:    "An Enhanced HTTP management point has no old certificate bound in IIS",
		Problem:  "{it} changes from HTTPS to HTTP, and IIS keeps the old certificate on port 443",
		Open:     "Unknown whether IIS on {it} holds an old certificate",
		Why:      "IIS may keep using the PKI certificate that was bound before the change. Requests through the CMG then end with 403 CMGConnector_Forbidden.",
		When:     "For each management point whose client connections will be HTTP, in a site that will use Enhanced HTTP",
		Reads:    []string{"site.security", "management_points[].clients_now", "management_points[].clients"},
		Severity: always(model.Warning),
		Fix:      "Bind the SMS Role SSL Certificate to port 443 after the change from HTTPS.",
		Task:     "mp-rebind-443",
		Cites:    []model.Citation{{"cmg-comm-error", "error-code-403-cmgconnector_forbidden"}, {"enhanced-http", "validate-the-certificate"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Site.Security == model.EnhancedHTTP, func() []model.Outcome {
				return each(p.PointsWith(model.ConnectHTTP), func(i int) []model.Outcome {
					return answered(model.PointKey(i, "clients_now"), p.ManagementPoints[i].ClientsNow,
						"it is HTTPS today: IIS keeps that certificate on port 443 after the change", model.ConnectHTTP)
				})
			})
		},
	},
	{
		ID:       "mp-asp-net",
		Title:    "A CMG management point has ASP.NET 4.5 where Entra clients use it",
		Problem:  "{it} lacks ASP.NET 4.5",
		Open:     "Unknown whether {it} has ASP.NET 4.5",
		Why:      "Microsoft asks for it on management points where clients use Microsoft Entra ID, and does not say what fails without it. Our reading: the management point cannot check their tokens.",
		When:     "For each management point that accepts CMG traffic, once a kind of device on the internet uses Microsoft Entra ID",
		Reads:    []string{"devices[].internet", "devices[].method", "management_points[].cmg_traffic", "management_points[].asp_net_45"},
		Severity: always(model.Warning),
		Fix:      "Install ASP.NET 4.5 on the server.",
		Task:     "entra-aspnet45",
		Cites:    []model.Citation{{"deploy-azure", "before-you-begin"}, {"site-prereqs", "management-point"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Uses(model.EntraID), func() []model.Outcome {
				return each(p.CMGPoints(), func(i int) []model.Outcome {
					return answered(model.PointKey(i, "asp_net_45"), p.ManagementPoints[i].ASPNET45, "it is not installed", model.Yes)
				})
			})
		},
	},
	{
		ID:       "mp-internet-access",
		Title:    "A management point reaches the internet where it checks Entra tokens",
		Problem:  "{it} cannot reach the internet to check Microsoft Entra tokens",
		Open:     "Unknown whether {it} can reach the internet to check Microsoft Entra tokens",
		Why:      "Since version 2603, a management point checks Microsoft Entra tokens online, even one that only internal clients use. If it cannot, clients do not register: 0x87d00231 in ClientIDManagerStartup.log, MISE12034 with a socket or HTTP exception in CCM_STS_ManagedBase.log on the server.",
		When:     "For each management point, from version 2603 on and while the version is not known, once internet devices use Microsoft Entra ID",
		Reads:    []string{"site.version", "devices[].internet", "devices[].method", "management_points[].cmg_traffic", "management_points[].internet_access"},
		Severity: always(model.Blocker),
		Grades:   "A blocker for a management point that accepts CMG traffic, a warning for another one",
		Fix:      "Let the server reach https://login.microsoftonline.com (US Government: https://login.microsoftonline.us) and https://sts.windows.net as Local System.",
		Task:     "net-mp-internet",
		Cites: []model.Citation{
			{"whats-new-2603", "management-point-requires-internet-access-for-microsoft-entra-token-validation"},
			{"internet-endpoints", "management-point"}, {"proxy-support", "management-point"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Uses(model.EntraID) && p.Site.Version.AtLeast(model.TokensNeedOnline), func() []model.Outcome {
				return each(p.AllPoints(), func(i int) []model.Outcome { return judgeInternetAccess(p, i) })
			})
		},
	},
	{
		ID:       "internal-clients-https-mp",
		Title:    "Internal devices hold a certificate where every internal management point is HTTPS",
		Problem:  "{it} hold no certificate, but every internal management point requires HTTPS",
		Open:     "Unknown whether {it} hold a certificate for the internal HTTPS management points",
		Why:      "A client without a PKI certificate skips HTTPS management points and looks for one on HTTP. On the internal network, it then finds none and is unmanaged. VPN counts as the internal network.",
		When:     "For each kind of internal device that is in a workgroup or AD domain-joined, if all internal management points (those not set to internet only) are HTTPS",
		Reads:    []string{"devices[].join", "devices[].on_premises", "devices[].method", "devices[].client_certificate", "management_points[].clients", "management_points[].internet_only"},
		Severity: always(model.Warning),
		Fix:      "Keep one management point for internal clients on E-HTTP, or issue certificates to these devices.",
		Cites: []model.Citation{
			{"client-install-props", "usepkicert"}, {"configure-authentication", "configure-the-management-point-for-https"},
			{"configure-security", "client-pki-certificates"}, {"configure-clients", "client-location"},
		},
		Inside: true,
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.OnlyHTTPSInside(), func() []model.Outcome {
				return each(p.DevicesWhere(inWorkgroupOrDomain), func(i int) []model.Outcome {
					verdicts := answered(model.DeviceKey(i, "client_certificate"), p.Devices[i].ClientCertificate, "they hold none, and every internal management point is HTTPS", model.Yes)
					verdicts[0].Fix = certificateFix(p.Devices[i])
					return verdicts
				})
			})
		},
	},
	{
		ID:       "internet-only-with-ehttp",
		Title:    "An Enhanced HTTP management point serves internal clients too",
		Problem:  "{it} uses Enhanced HTTP but accepts only internet clients",
		Open:     "Unknown whether {it} also accepts internal clients",
		Why:      "Enhanced HTTP serves internal clients and the CMG side by side. The restriction only takes a management point away from internal clients. In versions 2010 and 2103, it also keeps boot media from working over a CMG.",
		When:     "For each management point in E-HTTP mode: on HTTP, in a site that will use Enhanced HTTP",
		Reads:    []string{"site.security", "management_points[].clients", "management_points[].internet_only"},
		Severity: always(model.Advice),
		Fix:      "Leave the management point open to intranet and internet clients.",
		Cites: []model.Citation{
			{"cmg-faq", ""}, {"configure-authentication", "configure-the-management-point-for-https"},
			{"deploy-ts-internet", "prerequisites-for-boot-media-via-cmg"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return each(p.PointsWhere(func(i int) bool { return p.Mode(i) == model.ModeEnhancedHTTP }), func(i int) []model.Outcome {
				return answered(model.PointKey(i, "internet_only"), p.ManagementPoints[i].InternetOnly, "it is for internet clients only, which Enhanced HTTP does not need", model.No)
			})
		},
	},
	{
		ID:       "ehttp-each-primary",
		Title:    "Enhanced HTTP is set where it works: on each primary site",
		Problem:  "Enhanced HTTP on the central administration site does not reach the primary sites",
		Open:     "Unknown whether the hierarchy has a central administration site",
		Why:      "Every primary site has its own setting. If it was set only at the top, the primary sites stay on plain HTTP and their management points refuse CMG traffic.",
		When:     "Where the site will use Enhanced HTTP",
		Reads:    []string{"site.top_level", "site.security"},
		Severity: always(model.Advice),
		Fix:      "Set Enhanced HTTP on every primary site: on the central administration site, it affects only the SMS Provider.",
		Cites:    []model.Citation{{"enhanced-http", "configure-the-site"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Site.Security == model.EnhancedHTTP, func() []model.Outcome {
				return answered("site.top_level", p.Site.TopLevel, "there is a central administration site: its setting does not reach the primary sites", model.StandalonePrimary)
			})
		},
	},
	{
		ID:       "site-pki-option",
		Title:    "Clients use their PKI certificate where one is available",
		Problem:  "The site option to use PKI client certificates is off",
		Open:     "Unknown whether the site option to use PKI client certificates is on",
		Why:      "While the option is off, clients use a self-signed certificate with site systems on HTTP, although they hold one from your PKI.",
		When:     "Once a kind of device on the internet uses PKI certificates",
		Reads:    []string{"site.security", "site.use_pki_certificate", "devices[].internet", "devices[].method"},
		Severity: always(model.Blocker),
		Fix:      "Turn on the use of PKI client certificates on every primary site whose internet clients have them.",
		Task:     "site-pki-option",
		Cites: []model.Citation{
			{"setup-cmg", "configure-primary-site-for-client-certificate-authentication"},
			{"configure-security", "client-pki-certificates"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Uses(model.ClientPKI), func() []model.Outcome {
				holds := model.Some(model.Is(p.Site.UsePKICertificate, model.Yes), model.Is(p.Site.Security, model.HTTPSOnly))
				return model.OutcomeOf("site.use_pki_certificate", holds, "the option is off", "site.use_pki_certificate")
			})
		},
	},
	{
		ID:       "classic-cmg",
		Title:    "No classic CMG is left",
		Problem:  "A classic CMG (cloud service) still exists",
		Open:     "Unknown whether a classic CMG (cloud service) still exists",
		Why:      "Since version 2203 a CMG can only be deployed on a virtual machine scale set. From version 2403 on, the check before an update ends with an error while a classic CMG exists.",
		When:     "Always",
		Reads:    []string{"site.version", "gateway.classic_present"},
		Severity: bySince(model.HTTPRemoved, model.Blocker, model.Warning),
		Grades:   "A blocker from version 2403 on and while the version is not known, a warning before",
		Fix:      "Convert the classic CMG. One whose service name is in cloudapp.net cannot be converted: replace it with a new one that has another name.",
		Task:     "pre-classic-cmg",
		Cites: []model.Citation{
			{"prereq-checks", "check-for-a-cloud-management-gateway-cmg-as-a-cloud-service-classic"},
			{"modify-cmg", "convert"}, {"plan-cmg", "virtual-machine-scale-sets"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return answered("gateway.classic_present", p.Gateway.ClassicPresent, "a classic CMG (cloud service) still exists", model.No)
		},
	},
}

// plainHTTPSeverity follows the end of plain HTTP.
func plainHTTPSeverity(p *model.Plan) model.Severity {
	if p.Site.Version.AtLeast(model.HTTPRemoved) {
		return model.Blocker
	}
	return bySince(model.HTTPDeprecated, model.Warning, model.Advice)(p)
}

// bySince is a severity that changes with a version, a YYMM number.
func bySince(version int, since, before model.Severity) func(p *model.Plan) model.Severity {
	return func(p *model.Plan) model.Severity {
		if p.Site.Version.AtLeast(version) {
			return since
		}
		return before
	}
}

func judgeCMGPointPresent(p *model.Plan) []model.Outcome {
	holds, missing := model.IsFalse, []string(nil)
	for i, mp := range p.ManagementPoints {
		takes := model.Is(mp.CMGTraffic, model.Yes)
		switch {
		case takes == model.Unknown:
			missing = append(missing, model.PointKey(i, "cmg_traffic"))
		case takes == model.IsTrue && mp.Host == "":
			takes, missing = model.Unknown, append(missing, model.PointKey(i, "host"))
		}
		holds = model.Some(holds, takes)
	}
	if len(p.ManagementPoints) == 0 {
		return model.OutcomeOf("management_points", model.Unknown, "no management point is listed", "management_points")
	}
	return model.OutcomeOf("management_points", holds, "none accepts CMG traffic", missing...)
}

// judgeInternetAccess is milder on a management point that serves no client
// through the CMG: those inside have other ways to register.
func judgeInternetAccess(p *model.Plan, i int) []model.Outcome {
	mp := p.ManagementPoints[i]
	verdicts := answered(model.PointKey(i, "internet_access"), mp.InternetAccess, "it cannot reach the internet", model.Yes)
	if mp.CMGTraffic != model.Yes {
		verdicts[0].Severity = model.Warning
	}
	return verdicts
}

// certificateFix says how devices that are to have PKI certificates anyway come
// to one, "" for any other.
func certificateFix(d model.Device) string {
	switch {
	case d.Method != model.ClientPKI:
		return ""
	case d.Join == model.Workgroup:
		return "Enroll their certificates before the last internal management point becomes HTTPS: manually, for the Group Policy of the task pki-autoenroll does not reach them."
	}
	return "Enroll their certificates with the task pki-autoenroll before the last internal management point becomes HTTPS."
}

func inWorkgroupOrDomain(d model.Device) bool {
	return d.OnPremises == model.Yes && (d.Join == model.Workgroup || d.Join == model.DomainJoined)
}
