package rules

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/updates"
)

// The versions at which something changes for the site as a whole.
const (
	graphReplaced    = 2409 // the console works on apps through Microsoft Graph
	trafficCounted   = 2603 // the outbound traffic of a scale set is counted
	workgroupsPassed = 2203 // new workgroup clients with PKI are approved again
	workgroupsFail   = 2107
	server2025       = 2409 // site systems may run Windows Server 2025
)

// versionRules judge what only another version mends.
var versionRules = []Rule{
	{
		ID:       "version-supported",
		Title:    "The version of the site is supported",
		Problem:  "The support of the site's version has ended or ends soon",
		Open:     "Unknown whether the version of the site is supported",
		Why:      "Each version has support for 18 months. After that, Microsoft provides no fixes and helps only with updating to a supported version.",
		When:     "When the version is in this program's tables and a date is set",
		Reads:    []string{"site.version"},
		Severity: supportSeverity,
		Grades:   "A warning once the support is over, advice within 90 days before",
		Fix:      "Update the site to a supported version before the CMG is created.",
		Task:     UpgradeSite,
		Cites:    []model.Citation{{"updates", "supported-versions"}, {"updates", "historical-versions"}, {"versions-supported", ""}, {"whats-new-2509", "next-steps"}},
		Judge: func(p *model.Plan) []model.Outcome {
			s := updates.SupportOn(p.Site.Version, p.At)
			return model.OnlyIf(s.Known, func() []model.Outcome {
				outcomes := model.OutcomeOf("site.version", model.TruthOf(!s.Over() && !s.EndsSoon()), supportWords(s))
				outcomes[0].Fix = upgradeFix(p.Site.Version)
				return outcomes
			})
		},
	},
	{
		ID:       "entra-disabled-tenant",
		Title:    "Clients reach the CMG although a tenant has Entra authentication off",
		Problem:  "A tenant has Microsoft Entra authentication off, and clients then cannot use the CMG",
		Open:     "Unknown whether Microsoft Entra authentication is off for a tenant",
		Why:      "Version 2503 fixes it: before, clients could not communicate with a CMG in environments where Microsoft Entra authentication is disabled. The pages recommend that very option for a tenant that only hosts the CMG.",
		When:     "Before version 2503, once the question whether Microsoft Entra authentication is off is answered",
		Reads:    []string{"site.version", "entra.authentication_disabled"},
		Severity: always(model.Blocker),
		Fix:      "Leave the option off, or update the site to version 2503 or later.",
		Cites:    []model.Citation{{"kb-31909343", "issues-that-are-fixed"}, {"azure-services-wizard", "disable-authentication"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(!p.Site.Version.AtLeast(model.EntraOffWorks), func() []model.Outcome {
				return onceAnswered("entra.authentication_disabled", p.Entra.AuthenticationDisabled, "it is off, and this version then serves no client", model.No)
			})
		},
	},
	{
		ID:       "site-system-os",
		Title:    "The site systems run a Windows Server that ConfigMgr supports",
		Problem:  "A site system runs a Windows Server that this version does not support",
		Open:     "Unknown which Windows Server the oldest site system runs",
		Why:      "Windows Server 2012 and 2012 R2 have no support as site systems since October 10, 2023, and from version 2403 on any of them blocks the update of the site. Windows Server 2025 comes with version 2409.",
		When:     "Once the question about the oldest Windows Server is answered",
		Reads:    []string{"site.version", "site.oldest_server_os"},
		Severity: always(model.Blocker),
		Fix:      "Move the roles to a server with a supported Windows, or upgrade Windows, before the site is updated.",
		Cites:    []model.Citation{{"os-site-systems", "windows-server-20122012-r2"}, {"os-site-systems", "windows-server-2025"}},
		Judge:    judgeServerOS,
	},
	{
		ID:       "azure-ad-graph-console",
		Title:    "The console can make the app registrations",
		Problem:  "Before version 2409 the console makes apps through an interface that is retired",
		Open:     "Unknown whether the console makes the apps",
		Why:      "Version 2409 brought Microsoft Graph in place of the older interface, which Microsoft retired in 2025. No page says that the wizard fails before: that is worked out from the two dates.",
		When:     "Before version 2409, where the wizard of the console is to make the apps",
		Reads:    []string{"site.version", "entra.apps", "entra.site_integrated"},
		Severity: always(model.Warning),
		Fix:      "Update the site, or register both apps manually and import them.",
		Task:     UpgradeSite,
		Cites:    []model.Citation{{"azure-services-wizard", "bkmk_renew"}, {"whats-new-2409", "cmg-entra-application-secret-key-renewal"}},
		Judge: func(p *model.Plan) []model.Outcome {
			made := p.Entra.Apps == model.AppsByWizard && p.Entra.SiteIntegrated != model.Yes
			return model.OnlyIf(made && model.Known(p.Site.Version), func() []model.Outcome {
				return model.OutcomeOf("site.version", model.TruthOf(p.Site.Version.AtLeast(graphReplaced)), "version "+model.Clean(string(p.Site.Version))+" still uses the retired interface")
			})
		},
	},
	{
		ID:       "workgroup-approval",
		Title:    "New workgroup clients with PKI certificates are approved automatically",
		Problem:  "In versions 2107 and 2111 new workgroup clients with PKI certificates are not approved automatically",
		Open:     "Unknown whether workgroup clients use PKI certificates",
		Why:      "The fault came with version 2107 and is fixed in 2203. A client that is not approved gets no policy with secrets in it.",
		When:     "In versions 2107 and 2111, where workgroup devices on the internet use PKI certificates",
		Reads:    []string{"site.version", "devices[].join", "devices[].method", "devices[].internet"},
		Severity: always(model.Warning),
		Fix:      "Update the site, or approve these clients manually.",
		Task:     UpgradeSite,
		Cites:    []model.Citation{{"kb-13174460", "issues-that-are-fixed"}},
		Judge: func(p *model.Plan) []model.Outcome {
			touched := p.Site.Version.AtLeast(workgroupsFail) && !p.Site.Version.AtLeast(workgroupsPassed)
			return model.OnlyIf(touched, func() []model.Outcome {
				return model.OnlyIf(workgroupsWithPKI(p), func() []model.Outcome {
					return model.OutcomeOf("site.version", model.IsFalse, "version "+string(p.Site.Version)+" does not approve them")
				})
			})
		},
	},
	{
		ID:       "traffic-alert-dead",
		Title:    "The alert on outbound traffic works",
		Problem:  "Before version 2603, the alert on outbound traffic never fires",
		Open:     "Unknown whether the alert on outbound traffic works",
		Why:      "Before version 2603, the site does not measure the outbound traffic of a virtual machine scale set, so the CMG is not stopped at the critical threshold either.",
		When:     "Once the version is known",
		Reads:    []string{"site.version"},
		Severity: always(model.Advice),
		Fix:      "Watch the cost in Azure with a budget, or update the site to version 2603.",
		Cites:    []model.Citation{{"kb-37426535", "issues-that-are-fixed"}, {"whats-new-2603", "cloud-management-gateway-improvements"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(model.Known(p.Site.Version), func() []model.Outcome {
				return model.OutcomeOf("site.version", model.TruthOf(p.Site.Version.AtLeast(trafficCounted)), "version "+model.Clean(string(p.Site.Version))+" does not measure outbound traffic")
			})
		},
	},
	{
		ID:       "maintenance-message",
		Title:    "The console shows no false error about maintenance of the CMG",
		Problem:  "The CMG may show the error \"Failed to perform maintenance\" every 20 minutes, which is harmless",
		Open:     "Unknown whether the update against a false maintenance error is installed",
		Why:      "The site tries to change the public IP address of a CMG that was made with availability zones. Microsoft recommends ignoring the error; a CMG that is made new does not have it.",
		When:     "Where a CMG runs already, in version 2409, and in 2503 with its rollup",
		Reads:    []string{"site.version", "site.console_version", "site.updates", "gateway.exists"},
		Severity: always(model.Advice),
		Fix:      "Ignore it, install KB35958849, or update the site to version 2509 or later.",
		Cites:    []model.Citation{{"cmg-public-ip", "cause"}, {"cmg-public-ip", "resolution"}, {"kb-35958849", "summary-of-kb35958849"}, {"kb-32851084", "known-issues"}},
		Judge:    judgeMaintenance,
	},
	{
		ID:       "console-version-agrees",
		Title:    "The version of the site and the version of the console belong together",
		Problem:  "The console version in the plan belongs to another version than that of the site",
		Open:     "Unknown whether the versions of the site and of the console belong together",
		Why:      "One of the two answers is old or wrong, or the console was not updated after the site. What the console version says about installed updates does not count until then.",
		When:     "Once both versions are known",
		Reads:    []string{"site.version", "site.console_version"},
		Severity: always(model.Advice),
		Fix:      "Take both versions from \"About Configuration Manager\", in a console that was updated after the site.",
		Cites:    []model.Citation{{"updates", "how-to-check-the-version"}, {"updates", "bkmk_inconsole"}},
		Judge:    judgeConsole,
	},
}

// judgeConsole holds the version in the number of the console against that of the
// site.
func judgeConsole(p *model.Plan) []model.Outcome {
	c, ok := updates.ParseConsole(p.Site.ConsoleVersion)
	return model.OnlyIf(ok && model.Known(p.Site.Version), func() []model.Outcome {
		detail := "the console is of version " + string(c.Version) + ", the site of " + model.Clean(string(p.Site.Version))
		return model.OutcomeOf("site.console_version", model.TruthOf(c.Version == p.Site.Version), detail)
	})
}

func supportSeverity(p *model.Plan) model.Severity {
	if updates.SupportOn(p.Site.Version, p.At).EndsSoon() {
		return model.Advice
	}
	return model.Warning
}

// judgeServerOS: the new Windows takes a new version, the old one is over.
func judgeServerOS(p *model.Plan) []model.Outcome {
	const key = "site.oldest_server_os"
	if p.Site.OldestServerOS == model.Server2025 {
		return model.OutcomeOf(key, model.TruthOf(p.Site.Version.AtLeast(server2025)), "Windows Server 2025 needs version 2409 or later")
	}
	return onceAnswered(key, p.Site.OldestServerOS, "Windows Server 2012 or 2012 R2 is no longer supported", model.Server2016, model.Server2019, model.Server2022)
}

func workgroupsWithPKI(p *model.Plan) bool {
	return slices.ContainsFunc(InternetDevicesWith(&p.Answers, model.ClientPKI), func(i int) bool { return p.Devices[i].Join == model.Workgroup })
}

func judgeMaintenance(p *model.Plan) []model.Outcome {
	shows := p.Site.Version == "2409" || p.Site.Version == "2503" && updates.Has(&p.Site, updates.Rollup2503) == model.IsTrue
	return model.OnlyIf(shows && p.Gateway.Exists == model.Yes, func() []model.Outcome {
		holds := updates.Has(&p.Site, updates.MaintenanceFix)
		outcomes := model.OutcomeOf("site.updates", holds, "KB35958849 is not among the updates of the plan", "site.updates")
		outcomes[0].Way = "site.version"
		return outcomes
	})
}
