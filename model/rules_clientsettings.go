package model

// clientSettingRules judge the device settings of clients.
var clientSettingRules = []Rule{
	{
		ID:       "client-setting-cmg",
		Title:    "Clients are allowed to use a CMG",
		Severity: always(Blocker),
		Fix:      "Set Enable clients to use a cloud management gateway to Yes.",
		Task:     "cs-cmg",
		Cites:    []Citation{{"client-settings", "cloud-services"}, {"deploy-azure", "configure-client-settings"}},
		Judge: func(p *Plan) []Verdict {
			return answered("client_settings.use_cmg", p.ClientSettings.UseCMG, "they are not", Yes)
		},
	},
	{
		ID:       "client-setting-content",
		Title:    "Clients are allowed to use the content of the CMG",
		Severity: always(Warning),
		Fix:      "Set Allow access to cloud distribution point to Yes.",
		Task:     "cs-cmg",
		Cites:    []Citation{{"client-settings", "cloud-services"}},
		Judge: func(p *Plan) []Verdict {
			return onlyIf(p.Gateway.ServeContent == Yes, func() []Verdict {
				return answered("client_settings.cloud_distribution_point", p.ClientSettings.CloudDistributionPoint, "they are not", Yes)
			})
		},
	},
	{
		ID:       "client-setting-user-policy",
		Title:    "Users get policy over the internet",
		Severity: always(Warning),
		Fix:      "Set Enable user policy requests from internet clients to Yes.",
		Task:     "cs-user-policy",
		Cites:    []Citation{{"client-settings", "enable-user-policy-requests-from-internet-clients"}},
		Judge: func(p *Plan) []Verdict {
			return onlyIf(p.UserCentric(), func() []Verdict {
				return answered("client_settings.user_policy_internet", p.ClientSettings.UserPolicyInternet, "they do not", Yes)
			})
		},
	},
}
