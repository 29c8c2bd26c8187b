package steps

import "cmgwizard/model"

const clientSettingsPath = "Console: Administration > Client Settings > device settings > "

var clientSettings = Step{
	ID:    "client-settings",
	Title: "Client settings",
	Why:   "Settings for devices decide whether clients may use the CMG at all. If they say No, a client ignores the CMG, even with a valid certificate or token.",
	Ask: func(a *model.Answers) []Question {
		questions := []Question{{
			Key:   "client_settings.use_cmg",
			Why:   "The default is Yes; a single No is easily overlooked.",
			Where: clientSettingsPath + "Cloud Services: Enable clients to use a cloud management gateway.",
		}}
		if a.Gateway.ServeContent != model.No {
			questions = append(questions, contentSettings()...)
		}
		return append(questions, identitySettings(a)...)
	},
}

func contentSettings() []Question {
	return []Question{
		{
			Key:   "client_settings.cloud_distribution_point",
			Why:   "Without it, clients do not get content from the CMG.",
			Where: clientSettingsPath + "Cloud Services: Allow access to cloud distribution point.",
		},
		{
			Key:   "client_settings.delta_content",
			Why:   "With it, clients do not get the content of third-party updates through the CMG.",
			Where: clientSettingsPath + "Software Updates: Allow clients to download delta content when available.",
		},
	}
}

// identitySettings ask what devices and users with Microsoft Entra ID need.
func identitySettings(a *model.Answers) []Question {
	var questions []Question
	if usesEntraAs(a, model.HybridJoined) {
		questions = append(questions, Question{
			Key:   "client_settings.entra_registration",
			Why:   "New domain joined devices become hybrid joined through it. The default is Yes.",
			Where: clientSettingsPath + "Cloud Services: Automatically register new Windows 10 or later domain joined devices with Microsoft Entra ID.",
		})
	}
	if a.UserCentric() {
		questions = append(questions, Question{
			Key:   "client_settings.user_policy_internet",
			Why:   "Otherwise, users on the internet get no user apps and user policies.",
			Where: clientSettingsPath + "Client Policy: Enable user policy on clients, and Enable user policy requests from internet clients. Both must be Yes.",
		})
	}
	return questions
}
