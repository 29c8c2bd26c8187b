package rules

import "cmgwizard/model"

// clientSettingRules judge the device settings of clients.
var clientSettingRules = []Rule{
	{
		ID:       "client-setting-cmg",
		Title:    "Clients are allowed to use a CMG",
		Problem:  "The client settings do not let clients use a CMG",
		Open:     "Unknown whether the client settings let clients use a CMG",
		Why:      "A client that is not allowed to never uses the CMG, even with a valid token or certificate. On the internet, it may have to be reinstalled.",
		When:     "Always",
		Reads:    []string{"client_settings.use_cmg"},
		Severity: always(model.Blocker),
		Fix:      "Set \"Enable clients to use a cloud management gateway\" to \"Yes\".",
		Task:     "cs-cmg",
		Cites:    []model.Citation{{"client-settings", "cloud-services"}, {"deploy-token", ""}, {"deploy-azure", "configure-client-settings"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return answered("client_settings.use_cmg", p.ClientSettings.UseCMG, "the setting says No", model.Yes)
		},
	},
	{
		ID:       "client-setting-content",
		Title:    "Clients are allowed to use the content of the CMG",
		Problem:  "The client settings do not let clients get content from the CMG",
		Open:     "Unknown whether the client settings let clients get content from the CMG",
		Why:      "Clients then get policy over the internet, but cannot download the content from the CMG.",
		When:     "Where the CMG will serve content",
		Reads:    []string{"gateway.serve_content", "client_settings.cloud_distribution_point"},
		Severity: always(model.Warning),
		Fix:      "Set \"Allow access to cloud distribution point\" to \"Yes\".",
		Task:     "cs-cmg",
		Cites:    []model.Citation{{"client-settings", "cloud-services"}, {"plan-cmg", "requirements"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Gateway.ServeContent == model.Yes, func() []model.Outcome {
				return answered("client_settings.cloud_distribution_point", p.ClientSettings.CloudDistributionPoint, "the setting says No", model.Yes)
			})
		},
	},
	{
		ID:       "client-setting-user-policy",
		Title:    "Users get policy over the internet",
		Problem:  "The client settings do not allow user policy over the internet",
		Open:     "Unknown whether the client settings allow user policy over the internet",
		Why:      "Users on the internet then get only computer policy: deployments to users do not appear.",
		When:     "Once a kind of device on the internet that uses Microsoft Entra ID has deployments to users",
		Reads:    []string{"devices[].internet", "devices[].user_centric", "devices[].method", "client_settings.user_policy_internet"},
		Severity: always(model.Warning),
		Fix:      "Set \"Enable user policy on clients\" and \"Enable user policy requests from internet clients\" to \"Yes\".",
		Task:     "cs-user-policy",
		Cites:    []model.Citation{{"client-settings", "enable-user-policy-requests-from-internet-clients"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.UserCentric(), func() []model.Outcome {
				return answered("client_settings.user_policy_internet", p.ClientSettings.UserPolicyInternet, "the setting says No", model.Yes)
			})
		},
	},
}
