package rules

import "cmgwizard/model"

// clientRules judge the clients and what their settings let them do.
var clientRules = []Rule{
	{
		ID:       "token-client-version",
		Title:    "Devices with tokens run the client of the site's version",
		Problem:  "Some devices with site-issued tokens run an older client than the site",
		Open:     "Unknown whether the devices with site-issued tokens run the client version of the site",
		Why:      "Site-issued tokens do not work fully until site and client are both up to date.",
		When:     "Site-issued tokens are in use, and the question about the client version is answered",
		Reads:    []string{"devices[].internet", "devices[].method", "token.clients_current"},
		Severity: always(model.Warning),
		Fix:      "Promote the new client to production, and let these devices upgrade before they leave the internal network.",
		Task:     "token-client-version",
		Cites:    []model.Citation{{"deploy-token", ""}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Uses(model.SiteToken), func() []model.Outcome {
				return onceAnswered("token.clients_current", p.Token.ClientsCurrent, "some run an older client", model.Yes)
			})
		},
	},
	{
		ID:       "delta-content-off",
		Title:    "Clients do not download delta content from the CMG",
		Problem:  "Clients download delta content, so third-party updates do not arrive through the CMG",
		Open:     "Unknown whether clients download delta content",
		Why:      "With delta content on, clients do not get the content of third-party updates through the CMG.",
		When:     "The CMG serves content, and the question about delta content is answered",
		Reads:    []string{"gateway.serve_content", "client_settings.delta_content"},
		Severity: always(model.Warning),
		Fix:      "Set \"Allow clients to download delta content when available\" to \"No\", if internet clients get third-party updates.",
		Task:     "cs-delta-off",
		Cites:    []model.Citation{{"plan-cmg", "requirements"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(model.ServesContent(p), func() []model.Outcome {
				return onceAnswered("client_settings.delta_content", p.ClientSettings.DeltaContent, "they do: third-party updates would not arrive", model.No)
			})
		},
	},
	{
		ID:       "hybrid-registration",
		Title:    "Domain-joined devices register with Microsoft Entra ID automatically",
		Problem:  "Domain-joined devices may not register with Microsoft Entra ID: the client setting says No",
		Open:     "Unknown whether the client settings let domain-joined devices register with Microsoft Entra ID",
		Why:      "Devices that will become hybrid joined register through this client setting. Its default is Yes; with No, and without another way, a new device gets no Microsoft Entra identity.",
		When:     "A hybrid joined device uses Microsoft Entra ID, and the question about the setting is answered",
		Reads:    []string{"devices[].internet", "devices[].join", "devices[].method", "client_settings.entra_registration"},
		Severity: always(model.Warning),
		Fix:      "Set \"Automatically register new Windows 10 or later domain joined devices with Microsoft Entra ID\" to \"Yes\".",
		Task:     "cs-cmg",
		Cites:    []model.Citation{{"deploy-azure", "configure-client-settings"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(usesEntraAs(p, model.HybridJoined), func() []model.Outcome {
				return onceAnswered("client_settings.entra_registration", p.ClientSettings.EntraRegistration, "the setting is No", model.Yes)
			})
		},
	},
}
