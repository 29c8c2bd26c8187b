package model

// entraRules judge the Microsoft Entra tenant and its connection to the site.
var entraRules = []Rule{
	{
		ID:       "site-integrated",
		Title:    "The site is connected to Microsoft Entra ID",
		Severity: always(Blocker),
		Fix:      "Connect the site to the Cloud Management service.",
		Task:     "entra-apps-create",
		Cites:    []Citation{{"configure-azure-ad", ""}, {"configure-authentication", "azure-ad"}},
		Judge: func(p *Plan) []Verdict {
			return answered("entra.site_integrated", p.Entra.SiteIntegrated, "it is not connected yet", Yes)
		},
	},
	{
		ID:       "ad-user-discovery",
		Title:    "Hybrid users are found by Active Directory user discovery",
		Severity: always(Warning),
		Fix:      "Enable Active Directory user discovery.",
		Task:     "entra-ad-user-discovery",
		Cites:    []Citation{{"deploy-azure", "before-you-begin"}, {"configure-discovery", "bkmk_config-adud"}},
		Judge: func(p *Plan) []Verdict {
			return onlyIf(p.Uses(EntraID) && p.Entra.Identities == HybridIdentities, func() []Verdict {
				return answered("entra.ad_user_discovery", p.Entra.ADUserDiscovery, "it is off", Yes)
			})
		},
	},
	{
		ID:       "entra-user-discovery",
		Title:    "Users are found by Microsoft Entra user discovery",
		Severity: always(Warning),
		Fix:      "Enable Microsoft Entra user discovery.",
		Task:     "entra-discovery-page",
		Cites:    []Citation{{"configure-discovery", "azureaadisc"}, {"configure-azure-ad", "complete-the-azure-services-wizard"}},
		Judge: func(p *Plan) []Verdict {
			needed := p.Uses(EntraID) && p.Entra.Identities == HybridIdentities || p.UserCentric()
			return onlyIf(needed, func() []Verdict {
				return answered("entra.entra_user_discovery", p.Entra.EntraUserDiscovery, "it is off", Yes)
			})
		},
	},
	{
		ID:       "conditional-access",
		Title:    "No Conditional Access policy catches the server app",
		Severity: always(Warning),
		Fix:      "Exclude the server app from policies that cover all cloud apps.",
		Task:     "entra-ca-exclude",
		Cites:    []Citation{{"azure-services-wizard", "create-server-application-dialog"}},
		Judge: func(p *Plan) []Verdict {
			return onlyIf(p.Entra.ConditionalAccessAllApps != "", func() []Verdict {
				return answered("entra.conditional_access_all_apps", p.Entra.ConditionalAccessAllApps, "a policy covers all cloud apps", No)
			})
		},
	},
	{
		ID:       "other-tenant",
		Title:    "Devices and users live in the tenant of the CMG",
		Severity: always(Warning),
		Fix:      "Connect the site to the other tenant too.",
		Task:     "entra-more-tenants",
		Cites:    []Citation{{"azure-services-wizard", "disable-authentication"}, {"azure-ccmsetup", "1-azure-ad-info-request-from-ccmsetup"}},
		Judge: func(p *Plan) []Verdict {
			return onlyIf(p.Entra.DevicesInOtherTenant != "", func() []Verdict {
				return answered("entra.devices_in_other_tenant", p.Entra.DevicesInOtherTenant, "they live in another tenant", No)
			})
		},
	},
}
