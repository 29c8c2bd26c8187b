package tasks

import (
	"cmgwizard/model"
	"cmgwizard/model/rules"
	"cmgwizard/model/source"
)

// secretRenewalRole is who renews the secret of the web app, whatever the
// version of the site.
const secretRenewalRole = "Microsoft Entra administrator or owner of the app, with the ConfigMgr Full Administrator"

// secretRenewalGates are what the version of the site changes about it.
var secretRenewalGates = []Gate{
	{Before: 2409, Text: "the renewal requires at least a Cloud Application Administrator."},
	{From: 2409, Text: "the renewal requires at least a Privileged Role Administrator, and the notes of version 2409 name a Global Administrator. The new secret is valid for one of four periods. An app older than 800 days is not renewed: plan for a new one."},
}

var entraIntegrationTasks = []Task{
	{
		ID: "azure-providers", Title: "Register the Azure resource providers",
		Owner: model.AzureTeam, Who: "Contributor or Owner of the Azure subscription",
		After: []string{"pre-subscription"},
		Do: []string{
			"In the Azure portal search for **Subscriptions** and open the subscription of the CMG.",
			"Under **Settings** select **Resource providers**.",
			"Select each of these and choose **Register**: `Microsoft.KeyVault`, `Microsoft.Storage`, `Microsoft.Network`, `Microsoft.Compute`.",
			"Register no others for the CMG. Choose **Refresh** after some minutes: the state changes with a delay.",
		},
		Proof:   "All four show **Registered**.",
		Skipped: "The deployment of the CMG fails.",
		Change: Change{
			Impact: Stated{"None. Running resources do not change, and registering costs nothing.", Estimated},
			Undo:   Stated{"Choose \"Unregister\" for those that were not registered before. Not possible while a resource of that provider exists.", documented},
			Note:   "State of the four providers before the change",
			Takes:  Effort{Minutes: 5, Per: "subscription"}, Wait: Wait{1, 10, "until the state shows Registered", Estimated}, Window: AnyTime, Return: Reversible,
		},
		Already: providersRegistered,
		Cites:   []model.Citation{{"configure-azure-ad", "configure-azure-resource-providers"}, {"azure-resource-providers", ""}},
	},
	{
		ID: "entra-apps-create", Title: "Create both app registrations in the Azure Services Wizard",
		Owner: model.ConfigMgr, Who: "ConfigMgr Full Administrator, with a Global Administrator to sign in",
		When: model.MayCreateApps, If: "Unless the apps are registered manually",
		After: []string{"pre-people", "net-firewall-scp", rules.UpgradeSite},
		Do: []string{
			"Open **Administration** > **Cloud Services** > **Azure Services** and choose **Configure Azure Services** in the ribbon.",
			"Enter a **Name**, select **Cloud Management**, and choose **Next**. On the **App** page select the **Azure environment**: {environment}.",
			"For **Web app** choose **Browse** > **Create**. Enter an **Application name**, and leave **HomePage URL** as it is.",
			"Change **App ID URI** from its default to `{app-uri-choice}`. Two formats are valid: `api://`, your tenant ID and a string, or `https://`, one of your verified domains and a string. Write it down: you need it to install clients that have an unrelated client certificate. Many tenants refuse any other format (`Failed to add identifier URI`).",
			"Choose the **Secret key validity period**. Select **Sign in**, have the Global Administrator sign in, and check the tenant name that the window then shows. Choose **OK**, see that the new app is selected, and choose **OK** again.",
			"For **Native Client app** choose **Browse** > **Create**. Enter an **Application name**, sign in again, and choose **OK** twice.",
			"If the window fails at once after **Sign in**, update .NET Framework on the computer with the console, set `SchUseStrongCrypto` and `SystemDefaultTlsVersions` to 1 under its registry keys, and restart.",
			"Leave the wizard open: the next task completes it.",
		},
		Commands: []Command{{SiteDrive, "Get-CMAADApplication -TenantId {tenant}"}},
		Proof:    "**Web app** and **Native Client app** are filled on the **App** page. When the wizard is complete, **Administration** > **Cloud Services** > **Microsoft Entra tenants** lists the tenant and both apps, and so does the command.",
		Skipped:  "The CMG cannot be deployed, and no client can use Microsoft Entra ID.",
		Change: Change{
			Impact: Stated{"Clients and users notice nothing.", partlyDocumented},
			Rights: "Two app registrations with permission to read the directory, and a secret, appear in the tenant.",
			Unfelt: true,
			Undo:   Stated{"Delete the connection in the console; the apps stay. Have the Entra team delete the apps only if no other Azure service of the site uses them. Deleted apps can be restored for 30 days, without their Conditional Access settings.", documented},
			Note:   "App names, client IDs, App ID URI, expiration date of the secret",
			// In one sitting with the page that turns discovery on: the wizard stays open.
			Takes: Effort{Minutes: 20, Per: "tenant"}, Wait: Wait{0, 5, "until the console shows the apps", Estimated}, Window: ChangeWindow, Return: PartlyReversible,
		},
		Already: siteIntegrated,
		Versions: []Gate{
			{From: 2207, Before: 2409, Text: "the wizard also offers Administration Service Management. It is for the administration service: select Cloud Management."},
			{Before: 2409, Text: "the secret is valid for one year or two."},
			{From: 2409, Text: "the secret has four choices of validity. The wizard also offers Administration Service Management, which is for the administration service: select Cloud Management."},
		},
		Cites: []model.Citation{
			{"configure-azure-ad", "create-the-web-server-app-registration"}, {"configure-azure-ad", "create-the-native-client-app-registration"},
			{"azure-services-wizard", ""}, {"whats-new-2409", "cmg-entra-application-secret-key-renewal"}, {"ps-get-cmaadapplication", ""},
			{"entra-restore-app", ""}, {"identifier-uris", "policy-behavior"},
			{"enable-tls-1-2-troubleshoot", "configuration-manager-console-displays-failure-to-sign-in-to-azure"}, {"enable-tls-1-2-client", "bkmk_net"},
		},
	},
	{
		ID: "entra-apps-manual", Title: "Register both apps manually",
		Owner: model.EntraTeam, Who: "Global Administrator",
		When: mayRegisterApps, If: "Only if company policy does not let the wizard create them",
		After: []string{"pre-people"},
		Do: []string{
			"In the Azure portal, open **Microsoft Entra ID**. Note the tenant name under **Custom domain names** and the **Tenant ID** under **Properties**.",
			"Web app: choose **App registrations** > **New registration**. Enter a name, leave **Accounts in this organizational directory only**, and add the redirect URI `http://localhost` of the kind **Public client/native (mobile & desktop)**. Choose **Register** and note **Application (client) ID**.",
			"Web app: choose **Certificates & secrets** > **New client secret**, with 12 or 24 months. Copy **Value** and **Expires** at once: the value is shown only now.",
			"Web app, for user discovery: on **API permissions** > **Microsoft Graph** add the application permission **Directory.Read.All**, remove the delegated **User.Read**, and choose **Grant admin consent**.",
			"Web app: on **Expose an API** set the Application ID URI to `{app-uri-choice}`, or to one in a verified domain. Where the tenant blocks custom URIs, take one of the tenant ID and the client ID of this app. Choose **Add a scope**: name `user_impersonation`, **Admins and users** may consent.",
			"Web app: in **Manifest** set `enableIdTokenIssuance` to `true`, under `web` > `implicitGrantSettings`, and save. Older pages call it `oauth2AllowIdTokenImplicitFlow`, a name that the portal dropped in January 2025.",
			"Native app: create a second registration without a redirect URI, and note its **Application (client) ID**.",
			"Native app: on **Authentication** > **Add a platform** > **Mobile and desktop applications** enter `ms-appx-web://Microsoft.AAD.BrokerPlugin/<client ID of this app>`. Set **Allow public client flows** to **Yes**.",
			"Native app: on **API permissions** > **Add a permission** > **My APIs** select the web app and **user_impersonation**, then **Grant admin consent**. Set `enableIdTokenIssuance` to `true` in its **Manifest** too.",
		},
		Proof:   "Both apps show consent as granted. You noted the tenant name and ID, both app names and client IDs, the App ID URI, and the secret with its expiration date. Keep the secret in a secret store, never in this plan.",
		Skipped: "The next task has nothing to import.",
		Change: Change{
			Impact: Stated{"Clients and users notice nothing.", partlyDocumented},
			Rights: "Two app registrations with permission to read the directory, and a secret, appear in the tenant.",
			Unfelt: true,
			Undo:   Stated{"Delete both registrations while no Azure service of the site uses them. They can be restored for 30 days, without their Conditional Access settings.", partlyDocumented},
			Note:   "App names, client IDs, App ID URI, expiration date of the secret",
			Takes:  Effort{Minutes: 40, Per: "tenant"}, Wait: Wait{0, 5, "until the console shows the apps", Estimated}, Window: AnyTime, Return: Reversible,
		},
		Already: siteIntegrated,
		Cites:   []model.Citation{{"manually-register", ""}, {"configure-discovery", "azureaadisc"}, {"entra-restore-app", ""}, {"identifier-uris", "additional-security-settings"}},
	},
	{
		ID: "entra-apps-import", Title: "Import the manually registered apps",
		Owner: model.ConfigMgr, Who: "ConfigMgr Full Administrator; no rights in Microsoft Entra ID",
		When: mayRegisterApps, If: "Only if the apps were registered manually",
		After: []string{"entra-apps-manual"},
		Do: []string{
			"Open **Administration** > **Cloud Services** > **Azure Services** > **Configure Azure Services**. Enter a **Name**, select **Cloud Management**, and on the **App** page the **Azure environment**: {environment}.",
			"For **Web app** choose **Browse** > **Import**. Enter tenant name, tenant ID ({tenant}), **Application Name**, **Client ID**, **Secret Key**, **Secret Key Expiry** and **App ID URI**. Choose **Verify**, then **OK**.",
			"For **Native Client app** choose **Browse** > **Import**. Enter **Application Name** and **Client ID**. Choose **Verify**, then **OK**.",
			"Add the secret's expiration date to a calendar: the console does not warn about imported apps.",
			"Leave the wizard open: the next task completes it. The PowerShell lines import the apps and create the service without the wizard, but do not turn on discovery. For discovery, add `-EnableUserDiscovery $true` and a `-UserDiscoverySchedule` to the last line. You can also do it later, as the next task says for a site that is already connected.",
			"In the Azure US Government cloud, both lines that name the server app need `-AzureEnvironmentOption AzureUSGovernmentCloud`.",
		},
		Commands: []Command{
			{SiteDrive, "$secret = Read-Host -AsSecureString"},
			{SiteDrive, `Import-CMAADServerApplication -TenantName "<tenant name>" -TenantId {tenant} -AppName "<name of the web app>" -ClientId "<client ID of the web app>" -SecretKey $secret -SecretKeyExpiry "<expiry of the secret>" -AppIdUri {app-uri}{us-government}`},
			{SiteDrive, `Import-CMAADClientApplication -TenantId {tenant} -AppName "<name of the native app>" -ClientId "<client ID of the native app>"`},
			{SiteDrive, `$server = Get-CMAADApplication -TenantId {tenant} -AppType ServerApplication -AppName "<name of the web app>"`},
			{SiteDrive, `$client = Get-CMAADApplication -TenantId {tenant} -AppType ClientApplication -AppName "<name of the native app>"`},
			{SiteDrive, `New-CMCloudManagementAzureService -Name "Cloud Management" -ServerApp $server -ClientApp $client{us-government}`},
		},
		Proof:   "**Verify** succeeds for both, and both fields of the **App** page are filled. When the wizard is complete, **Administration** > **Cloud Services** > **Microsoft Entra tenants** lists the tenant and both apps.",
		Skipped: "The site is not connected to the tenant.",
		Change: Change{
			Impact: Stated{"The site starts to sign in with these apps. Clients and users notice nothing.", Estimated},
			Unfelt: true,
			Live:   "check first which apps it uses: its clients with Microsoft Entra ID depend on them.",
			Undo:   Stated{"Delete the service under \"Azure Services\". The apps stay in Microsoft Entra ID.", documented},
			Note:   "Values that were entered, without the secret",
			Takes:  Effort{Minutes: 15, Per: "tenant"}, Wait: Wait{0, 5, "until the console shows the apps", Estimated}, Window: ChangeWindow, Return: Reversible,
		},
		Already: siteIntegrated,
		Cites: []model.Citation{
			{"manually-register", "import-the-apps-to-configuration-manager"}, {"azure-services-wizard", ""},
			{"ps-import-cmaadserverapplication", ""}, {"ps-import-cmaadclientapplication", ""},
			{"ps-get-cmaadapplication", ""}, {"ps-new-cmcloudmanagementazureservice", ""},
		},
	},
	{
		ID: "entra-discovery-page", Title: "Choose user discovery and complete the Azure Services Wizard",
		Owner: model.ConfigMgr, Who: fullAdministrator,
		After: []string{"entra-apps-create", "entra-apps-import"},
		Do: []string{
			"Choose **Next** on the **App** page. On the **Discovery** page, select **Enable Microsoft Entra user Discovery** if any device uses Microsoft Entra ID. It is needed for deployments to users and for synchronized or federated users, and recommended for the rest. Set the schedule with **Settings**.",
			"Without such devices leave it off. In a site that is already connected, it is in the **Properties** of the service. Open **Administration** > **Cloud Services** > **Azure Services**.",
			"Complete the wizard.",
		},
		Proof:   "**Administration** > **Cloud Services** > **Azure Services** shows the new service. With discovery on, `SMS_AZUREAD_DISCOVERY_AGENT.log` on the site server shows users, and **Assets and Compliance** > **Users** lists them.",
		Skipped: "The site stays unconnected. Without discovery the CMG can be created, but hybrid users get no deployments, and clients may show `0x87d00231`.",
		Change: Change{
			Impact: Stated{"With discovery on, the site reads users from Microsoft Graph, and user records appear. Collections built on queries can grow, and deployments to them then reach more users. Without discovery nothing changes.", partlyDocumented},
			Undo:   Stated{"Turn discovery off in the properties of the service. Users already found stay until they are deleted or age out.", Estimated},
			Note:   "Discovery setting and schedule",
			Takes:  Effort{Minutes: 5, Per: "tenant"}, Wait: Wait{5, 240, "first discovery run", Estimated}, Window: ChangeWindow, Return: Reversible,
		},
		Already: findsEntraUsers,
		Cites: []model.Citation{
			{"configure-azure-ad", "complete-the-azure-services-wizard"}, {"configure-discovery", "azureaadisc"}, {"log-files", ""},
			{"co-management-bootstrap", source.NoRecords},
		},
	},
	{
		ID: "entra-update-app", Title: "Update the application settings of an older web app",
		Owner: model.ConfigMgr, Who: "ConfigMgr Full Administrator, with an administrator of the app registration",
		When: mayHaveOlderApp, If: "Only if the web app is older than the upgrade to version 2309",
		After: []string{"entra-discovery-page"},
		Do: []string{
			"Open **Administration** > **Cloud Services** > **Microsoft Entra tenants** and select the tenant.",
			"Under **Applications** select the web app, choose **Update Application Settings** in the ribbon, and confirm with **Yes**.",
			"The command does the same. It adds the redirect URI `http://localhost` to the app registration and to the site database.",
		},
		Commands: []Command{{SiteDrive, "Set-UpdateServerApplication -TenantId {tenant}"}},
		Proof:    "The app registration has the redirect URI `http://localhost`, and the CMG wizard no longer says that the app needs to be updated.",
		Skipped:  "The CMG wizard does not accept this app.",
		Change: Change{
			Impact: Stated{"Clients and users notice nothing.", partlyDocumented},
			Rights: "The app registration gets a redirect URI and current permissions.",
			Unfelt: true,
			Undo:   Stated{"Remove the added redirect URI in the app registration. The CMG wizard then stops at this app again.", Estimated},
			Note:   "Redirect URIs and API permissions of the app before the change",
			Takes:  Effort{Minutes: 5, Per: "tenant"}, Wait: Wait{0, 10, "until the console shows the app as current", Estimated}, Window: OfficeHours, Return: Reversible,
		},
		Versions: []Gate{
			{Before: 2309, Text: "there is nothing to update yet: a Microsoft app creates the CMG. Do this right after the update to 2309 or later."},
			{From: 2309, Text: "the web app of the site creates the CMG, no longer an app of Microsoft. Apps from before version 2309 lack the redirect URI."},
		},
		Cites: []model.Citation{
			{"azure-services-wizard", "update-application-settings"}, {"configure-azure-ad", "create-the-web-server-app-registration"},
			{"whats-new-2309", ""}, {"ps-set-updateserverapplication", ""},
		},
	},
	{
		ID: "entra-ca-exclude", Title: "Exclude the web app from Conditional Access",
		Owner: model.EntraTeam, Who: "Global Administrator or Conditional Access administrator",
		When: mayCoverAllApps, If: "A Conditional Access policy covers All resources (formerly 'All cloud apps'), or nobody knows yet",
		After: []string{"entra-apps-create", "entra-apps-import"},
		Do: []string{
			"In the Microsoft Entra admin center, open **Conditional Access** > **Policies** and find those whose **Target resources** are **All resources (formerly 'All cloud apps')**.",
			"In each of them exclude the web app of ConfigMgr, by its registered name.",
		},
		Proof:   "The policy lists the app as excluded, and the sign-in logs show no blocked request of it.",
		Skipped: "The policy refuses tokens for the app: the site, and users on their devices, fail to sign in.",
		Change: Change{
			Impact: Stated{"Users notice little or nothing.", partlyDocumented},
			Rights: "Sign-ins to this app no longer have to meet the policy (MFA, compliant device), so the security team must agree. Microsoft advises one baseline policy without exclusions. The first exclusion of a policy changes how it treats low-privilege scopes of all apps.",
			Undo:   Stated{"Remove the exclusion. If the policy blocks the app, the site and users on their devices no longer get tokens.", Estimated},
			Note:   "Export of each policy before the change",
			Takes:  Effort{Minutes: 10, Per: "policy"}, Wait: Wait{0, 60, "until new sign-ins follow the policy", Estimated}, Window: OfficeHours, Return: Reversible,
		},
		Cites: []model.Citation{{"azure-services-wizard", "create-server-application-dialog"}, {"ca-all-resources", ""}},
	},
	{
		ID: "entra-more-tenants", Title: "Connect the tenants where devices and users live",
		Owner: model.ConfigMgr, Who: "ConfigMgr Full Administrator, with a Global Administrator of each tenant",
		When: mayHaveMoreTenants, If: "Devices or users live in another tenant than the subscription, or nobody knows yet",
		After: []string{"entra-discovery-page"},
		Do: []string{
			"Run the Azure Services Wizard once for each additional tenant: **Administration** > **Cloud Services** > **Azure Services** > **Configure Azure Services** > **Cloud Management**. Each tenant needs its own apps, created the same way as in the first tenant.",
			"A tenant that only hosts the CMG needs the web app alone; its native app does no work.",
			"One CMG serves the devices of all tenants that are connected.",
		},
		Proof:   "**Administration** > **Cloud Services** > **Microsoft Entra tenants** lists every tenant, among them the one that `dsregcmd.exe /status` shows as `TenantId` on the devices.",
		Skipped: "ccmsetup on those devices gets no app information from the CMG and stops.",
		Change: Change{
			Impact: Stated{"Devices of the further tenants can authenticate.", partlyDocumented},
			Rights: "App registrations appear in each further tenant.",
			Undo:   Stated{"Delete the service of that tenant in the console; the apps stay until that tenant deletes them.", partlyDocumented},
			Note:   "Tenant IDs, app names, client IDs, expiration date of each secret",
			Takes:  Effort{Minutes: 30, Per: "tenant"}, Wait: Wait{0, 5, "until the console shows the apps", Estimated}, Window: OfficeHours, Return: Reversible,
		},
		Cites: []model.Citation{{"cmg-faq", ""}, {"plan-hierarchy-design", "multiple-environments"}, {"azure-ccmsetup", "1-azure-ad-info-request-from-ccmsetup"}, {"azure-services-wizard", ""}},
	},
	{
		ID: "entra-disable-tenant-auth", Title: "Disable Microsoft Entra authentication for a tenant that only hosts the CMG",
		Owner: model.ConfigMgr, Who: fullAdministrator,
		When: mayHaveMoreTenants, If: "Only for a connected tenant without devices and users",
		After: []string{"entra-more-tenants"},
		Do: []string{
			"Open **Administration** > **Cloud Services** > **Azure Services**, select the service of that tenant and choose **Properties**.",
			"On **Applications** select **Disable Microsoft Entra authentication for this tenant**, and choose **OK**.",
			"To see the effect immediately on a test device, restart the services `sms_executive` on the site server and `ccmexec` on the device. Then run the command on the device. This is the ConfigMgr Send Schedule tool.",
		},
		Commands: []Command{{CommandPrompt, "SendSchedule {00000000-0000-0000-0000-000000000023}"}},
		Proof:    "The option is selected, and a test device registers with the tenant that it is joined to: `ClientIDManagerStartup.log` names no other.",
		Skipped:  "Clients may ask the wrong tenant for tokens.",
		Change: Change{
			Impact: Stated{"Devices and users of that tenant can no longer authenticate with Microsoft Entra ID.", documented},
			Down:   "The test restarts sms_executive (site components pause for a minute or two) and ccmexec.",
			Undo:   Stated{"Clear the option. Clients again need up to 25 hours.", Estimated},
			Note:   "Which tenants hold devices or users",
			Takes:  Effort{Minutes: 5, Per: "tenant"}, Wait: Wait{0, 1500, "until clients follow: up to 25 hours", documented}, Window: ChangeWindow, Return: Reversible,
		},
		Revised: 1,
		Versions: []Gate{
			{Before: 2010, Text: "the option to turn authentication off does not exist."},
			{From: 2010, Before: model.EntraOffWorks, Text: "leave the option off. Where it is on, clients cannot communicate with the CMG; version 2503 fixes that."},
		},
		Cites: []model.Citation{{"azure-services-wizard", "disable-authentication"}, {"kb-31909343", "issues-that-are-fixed"}},
	},
	{
		ID: "entra-secret-renewal", Title: "Assign an owner and a date for renewing the web app's secret",
		Owner: model.EntraTeam, Who: secretRenewalRole,
		After: []string{"entra-discovery-page"},
		Do: []string{
			"Look up the expiration date under **Administration** > **Cloud Services** > **Microsoft Entra tenants**: select the tenant and look at the web app. The plan says: {secret-expires}.",
			"Add it to a shared calendar, a few weeks early. The console also warns in advance, but not about an imported app.",
			"Name the person who will renew it, and check that this person holds the role that the site's version asks for.",
		},
		Proof:   "The calendar has the date and the name.",
		Skipped: "The secret expires unnoticed, and every connected Azure service stops working.",
		Change: Change{
			Impact: Stated{"None (a calendar entry).", Estimated},
			Undo:   Stated{"Nothing to undo.", Estimated},
			Note:   "Expiration date of the secret, name of the person",
			Takes:  Effort{Minutes: 10, Per: "tenant"}, Window: AnyTime, Return: Reversible,
		},
		Versions: secretRenewalGates,
		Cites:    []model.Citation{{"azure-services-wizard", "bkmk_renew"}, {"whats-new-2409", "cmg-entra-application-secret-key-renewal"}},
	},
}
