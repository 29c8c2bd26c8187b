package rules

import (
	"cmgwizard/model"
	"cmgwizard/model/source"
)

// entraRules judge the Microsoft Entra tenant and its connection to the site.
var entraRules = []Rule{
	{
		ID:       "site-integrated",
		Title:    "The site is connected to Microsoft Entra ID",
		Problem:  "The site is not connected to Microsoft Entra ID",
		Open:     "Unknown whether the site is connected to Microsoft Entra ID",
		Why:      "The site creates the CMG in Azure through the app registrations of this service, whatever method the clients use. Without them there is no CMG, and no client can use Microsoft Entra ID.",
		When:     "Always",
		Reads:    []string{"entra.site_integrated"},
		Severity: always(model.Blocker),
		Fix:      "Connect the site to the Cloud Management service.",
		Task:     "entra-apps-create",
		Instead:  importsApps,
		Others:   []string{"entra-apps-import"},
		Cites:    []model.Citation{{"configure-azure-ad", ""}, {"configure-authentication", "azure-ad"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return answered("entra.site_integrated", p.Entra.SiteIntegrated, "it is not connected yet", model.Yes)
		},
	},
	{
		ID:       "ad-user-discovery",
		Title:    "Hybrid users are found by Active Directory user discovery",
		Problem:  "Active Directory user discovery is off, but hybrid identities need it",
		Open:     "Unknown whether Active Directory user discovery is on",
		Why:      "A synchronized or federated user must be known to the site from both directories. Otherwise deployments to that user do nothing.",
		When:     "Once a kind of device on the internet uses Microsoft Entra ID and the users' identities are synchronized or federated",
		Reads:    []string{"devices[].internet", "devices[].method", "entra.identities", "entra.ad_user_discovery"},
		Severity: always(model.Warning),
		Fix:      "Enable Active Directory user discovery.",
		Task:     "entra-ad-user-discovery",
		Cites:    []model.Citation{{"deploy-azure", "before-you-begin"}, {"configure-discovery", "bkmk_config-adud"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Uses(model.EntraID) && p.Entra.Identities == model.HybridIdentities, func() []model.Outcome {
				return answered("entra.ad_user_discovery", p.Entra.ADUserDiscovery, "it is off", model.Yes)
			})
		},
	},
	{
		ID:       "entra-user-discovery",
		Title:    "Users are found by Microsoft Entra user discovery",
		Problem:  "Microsoft Entra user discovery is off",
		Open:     "Unknown whether Microsoft Entra user discovery is on",
		Why:      "On Entra joined and hybrid joined devices, users get only what is deployed to users that the site discovered in Microsoft Entra ID. Users that it never discovered get nothing. Microsoft also says that clients usually show 0x87d00231 when users were never discovered.",
		When:     "Once a kind of device on the internet uses Microsoft Entra ID",
		Reads:    []string{"devices[].internet", "devices[].user_centric", "devices[].method", "entra.identities", "entra.entra_user_discovery"},
		Severity: userDiscoverySeverity,
		Grades:   "A warning if users' identities are synchronized or federated, or if internet devices with Microsoft Entra ID have deployments to users; otherwise advice",
		Fix:      "Enable Microsoft Entra user discovery.",
		Task:     "entra-discovery-page",
		Cites: []model.Citation{
			{"configure-discovery", "azureaadisc"}, {"deploy-azure", "before-you-begin"},
			{"user-available-apps", "azure-ad-joined-devices"}, {"configure-azure-ad", "complete-the-azure-services-wizard"},
			{"co-management-bootstrap", source.NoRecords},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Uses(model.EntraID), func() []model.Outcome {
				return answered("entra.entra_user_discovery", p.Entra.EntraUserDiscovery, "it is off", model.Yes)
			})
		},
	},
	{
		ID:       "conditional-access",
		Title:    "No Conditional Access policy applies to the web app",
		Problem:  "A Conditional Access policy for all resources may block the web app",
		Open:     "Unknown whether a Conditional Access policy covers all resources",
		Why:      "A policy for all resources, which were called all cloud apps, applies to the web app of ConfigMgr too. Microsoft says that this app must be excluded, but not what happens otherwise. Reports describe users who were refused a token.",
		When:     `Once the question about a policy for all resources is answered, even with "I do not know yet"`,
		Reads:    []string{"entra.conditional_access_all_apps"},
		Severity: always(model.Warning),
		Fix:      "Exclude the web app from every policy for \"All resources (formerly 'All cloud apps')\".",
		Task:     "entra-ca-exclude",
		Cites:    []model.Citation{{"azure-services-wizard", "create-server-application-dialog"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Entra.ConditionalAccessAllApps != "", func() []model.Outcome {
				return answered("entra.conditional_access_all_apps", p.Entra.ConditionalAccessAllApps, "a policy covers All resources (formerly 'All cloud apps')", model.No)
			})
		},
	},
	{
		ID:       "other-tenant",
		Title:    "Devices and users live in the tenant of the CMG",
		Problem:  "Some devices or users are in a different tenant than the CMG's subscription",
		Open:     "Unknown whether devices or users are in a different tenant than the CMG's subscription",
		Why:      "The CMG gives the properties of the apps only to devices whose tenant the site knows. On other devices, ccmsetup gets no AADCLIENTAPPID from AADAuthInfo and cannot continue: their tenant is not onboarded.",
		When:     `Once the question about another tenant is answered, even with "I do not know yet"`,
		Reads:    []string{"entra.devices_in_other_tenant"},
		Severity: always(model.Warning),
		Fix:      "Connect the site to the other tenant too, and never disable Microsoft Entra authentication for a tenant that holds devices or users.",
		Task:     "entra-more-tenants",
		Cites: []model.Citation{
			{"azure-ccmsetup", "1-azure-ad-info-request-from-ccmsetup"}, {"azure-services-wizard", "disable-authentication"},
			{"plan-hierarchy-design", "multiple-environments"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Entra.DevicesInOtherTenant != "", func() []model.Outcome {
				return answered("entra.devices_in_other_tenant", p.Entra.DevicesInOtherTenant, "they live in another tenant", model.No)
			})
		},
	},
}

// userDiscoverySeverity is worse where users need to be found.
func userDiscoverySeverity(p *model.Plan) model.Severity {
	if p.Entra.Identities == model.HybridIdentities || p.UserCentric() {
		return model.Warning
	}
	return model.Advice
}

// importsApps names the task that connects the site where the apps are
// registered by hand.
func importsApps(p *model.Plan) string {
	if model.MayCreateApps(p) {
		return ""
	}
	return "entra-apps-import"
}
