package tasks

import "cmgwizard/model"

var clientSettingTasks = []Task{
	{
		ID: "cs-cmg", Title: "Allow clients to use the CMG",
		Owner: model.ConfigMgr, Who: fullAdministrator,
		Do: []string{
			"Open **Administration** > **Client Settings** and the device settings that apply to your internet devices (custom settings are best for a pilot). Go to **Cloud Services**.",
			"Set **Enable clients to use a cloud management gateway** to **Yes**, its default.",
			"Set **Allow access to cloud distribution point** to **Yes** if the CMG serves content.",
			"Check **Automatically register new Windows 10 or later domain joined devices with Microsoft Entra ID**: its default is **Yes**.",
			"Deploy custom settings to collections of devices, not of users: **Deploy** in the ribbon. To start small, set **No** in the default settings and **Yes** in custom settings for a pilot collection.",
			"Do this while devices can still reach the site: a device that has **No** does not learn of the change on the internet.",
		},
		Commands: []Command{
			{SiteDrive, `New-CMClientSetting -Name "CMG clients" -Type Device`},
			{SiteDrive, `Set-CMClientSettingCloudService -Name "CMG clients" -AllowCloudManagementGateway $true -AllowCloudDistributionPoint $true`},
			{SiteDrive, `New-CMClientSettingDeployment -Name "CMG clients" -CollectionName "<collection of devices>"`},
		},
		Proof:   "**Assets and Compliance** > **Devices**, right-click a test device, **Client Settings** > **Resultant Client Settings** shows **Yes** under **Cloud Services**.",
		Skipped: "Clients never use the CMG, even with a valid certificate or token.",
		Change: Change{
			Impact: Stated{"Clients with \"Yes\" use the CMG as soon as they know it and are on the internet; clients with \"No\" stop. Users notice nothing.", partlyDocumented},
			Cost:   "With content allowed, downloads from Azure are billed.",
			Unfelt: true,
			Live:   "internet clients with \"No\" stop using it with their next policy.",
			Undo:   Stated{"Set the old values, or delete the deployment of the custom settings. A client on the internet with \"No\" does not receive the later change to \"Yes\" and must connect to the internal network.", Estimated},
			Note:   "Values of Cloud Services in default and custom settings, their priority and collections",
			Takes:  Effort{Minutes: 15}, Wait: Wait{0, 60, "next policy request: 60 minutes by default", documented}, Window: ChangeWindow, Return: PartlyReversible,
		},
		Already: clientsMayUseCMG,
		Cites: []model.Citation{
			{"deploy-azure", "configure-client-settings"}, {"client-settings", "cloud-services"}, {"plan-cmg", "requirements"}, {"deploy-token", ""},
			{"ps-new-cmclientsetting", ""}, {"ps-set-cmclientsettingcloudservice", ""}, {"ps-new-cmclientsettingdeployment", ""},
			{"client-settings", "client-policy-polling-interval"},
		},
	},
	{
		ID: "cs-user-policy", Title: "Allow user policy over the internet",
		Owner: model.ConfigMgr, Who: fullAdministrator,
		When: (*model.Plan).UserCentric, Because: "Devices with Microsoft Entra ID get deployments to users",
		After: []string{"entra-device-join"},
		Do: []string{
			"Open **Administration** > **Client Settings** and the device settings that apply to these devices.",
			"Under **Client Policy** set **Enable user policy on clients** and **Enable user policy requests from internet clients** to **Yes**.",
			"Under **Computer Agent** set **Use new Software Center** to **Yes** where it is still listed.",
		},
		Commands: []Command{
			{SiteDrive, `Set-CMClientSettingClientPolicy -Name "<client settings>" -EnableUserPolicy $true -EnableUserPolicyOnInternet $true`},
		},
		Proof:   "An app that is deployed to a user shows up in Software Center on a device on the internet.",
		Skipped: "Users on the internet get no user policy; only computer policy arrives.",
		Change: Change{
			Impact: Stated{"Deployments to users start to arrive on the internet: required apps install automatically, available ones appear in Software Center.", partlyDocumented},
			Live:   "internet users get these deployments with the next policy.",
			Undo:   Stated{"Set both settings back to \"No\". What was installed stays installed.", Estimated},
			Note:   "Old values of Client Policy",
			Takes:  Effort{Minutes: 10}, Wait: Wait{0, 60, "next policy request of clients", documented}, Window: ChangeWindow, Return: Reversible,
		},
		Already: userPolicyAllowed,
		Cites: []model.Citation{
			{"client-settings", "enable-user-policy-requests-from-internet-clients"}, {"user-available-apps", "azure-ad-joined-devices"},
			{"ps-set-cmclientsettingclientpolicy", ""},
			{"client-settings", "client-policy-polling-interval"},
		},
	},
	{
		ID: "cs-delta-off", Title: "Turn off delta content for third-party updates",
		Owner: model.ConfigMgr, Who: fullAdministrator,
		If: "Only if internet clients get third-party updates from the CMG",
		Do: []string{
			"Open **Administration** > **Client Settings** and the device settings that apply to your internet devices. Go to **Software Updates**.",
			"Set **Allow clients to download delta content when available** to **No**.",
		},
		Proof:   "**Resultant Client Settings** of a test device shows **No**, and a third-party update installs on a device on the internet.",
		Skipped: "Clients on the internet do not download the content of third-party updates.",
		Change: Change{
			Impact: Stated{"Clients with these settings download updates in full instead of in parts. That is more traffic, on the internal network as well if you change the default settings.", partlyDocumented},
			Undo:   Stated{"Set \"Allow clients to download delta content when available\" back to \"Yes\".", Estimated},
			Note:   "Old value and the collections of the settings",
			Takes:  Effort{Minutes: 10}, Wait: Wait{0, 60, "next policy request of clients", documented}, Window: ChangeWindow, Return: Reversible,
		},
		Already: deltaContentOff,
		Cites:   []model.Citation{{"plan-cmg", "requirements"}, {"cost", ""}, {"client-settings", "client-policy-polling-interval"}},
	},
}
