package tasks

import "cmgwizard/model"

var operationTasks = []Task{
	{
		ID: "op-alerts", Title: "Set alerts for traffic and storage",
		Owner: model.ConfigMgr, Who: fullAdministrator,
		After: []string{"cmg-ready"},
		Do: []string{
			"Open **Administration** > **Cloud Services** > **Cloud Management Gateway**, select the CMG and choose **Properties** > **Alerts**.",
			"Set **14-day data threshold for outbound data transfer**: 10,000 GB by default, with alerts at 50 and 90 percent. Expect 100 to 300 MB per client and month.",
			"If the CMG serves content, set the storage threshold too: 2,000 GB by default.",
			"Decide on **Stop this service when the critical threshold is exceeded**. It saves money but cuts off every internet client; a stopped CMG still costs something.",
		},
		Proof:   "The values are saved, and the people who get the alerts know what to do.",
		Skipped: "You first learn about excessive traffic from the Azure bill.",
		Change: Change{
			Impact: Stated{"Alerts only. With the stop option on, the site stops the CMG at the threshold. Every internet client is then cut off, and some cost continues.", documented},
			Undo:   Stated{"Set the old values. Start a stopped CMG with \"Start service\" in the ribbon.", documented},
			Note:   "Old thresholds and the stop option",
			Takes:  Effort{Minutes: 5}, Wait: Wait{0, 1440, "first figures: they come from Azure every hour, and may take 24 hours to appear", documented}, Window: AnyTime, Return: Reversible,
		},
		Versions: []Gate{
			{Before: 2603, Text: "do not rely on the outbound traffic alert, nor on the figure Total Outbound data. Version 2603 fixes both for virtual machine scale sets: until then, watch the cost in Azure too."},
		},
		Cites: []model.Citation{{"monitor-cmg", "set-up-outbound-traffic-alerts"}, {"cost", "outbound-data-transfer"}, {"whats-new-2603", "cloud-management-gateway-improvements"}, {"modify-cmg", ""}},
	},
	{
		ID: "op-server-cert-renew", Title: "Renew the server authentication certificate of the CMG",
		Owner: model.PKITeam, Who: "PKI administrator, with the ConfigMgr Full Administrator",
		If:    "Before the certificate expires",
		After: []string{"cmg-ready"},
		Do: []string{
			"Add the expiration date to a shared calendar, with a reminder a few weeks earlier.",
			"Get a new certificate with the same common name, `{service}`, with identical capitalization, and export it with its key.",
			"Open **Administration** > **Cloud Services** > **Cloud Management Gateway**, select the CMG, choose **Properties** > **Settings**, and select the new **Certificate file**.",
			"If the issuer changes, deploy its root CA to the clients first. If the certificate changes significantly, such as its organization name, you may need a new CMG. Create it alongside the old one, and wait at least a day before you delete the old one.",
		},
		Proof:   "The console takes the file, **Status** is **Ready** again, and a browser on a client shows the new expiration date under `https://{service}/CCM_Proxy_MutualAuth/ServiceMetadata`.",
		Skipped: "On the day when it expires every internet client loses the CMG.",
		Change: Change{
			Impact: Stated{"If the issuer changes, clients that do not trust it are cut off.", partlyDocumented},
			Down:   "The instances of the CMG take the new certificate; connections may drop for a short time.",
			Undo:   Stated{"Select the old .pfx file again, as long as that certificate is valid. An old CMG that was deleted does not come back.", partlyDocumented},
			Note:   "Old thumbprint, expiration date and issuer; keep the old .pfx file and its password",
			Takes:  Effort{Minutes: 30}, Wait: Wait{5, 60, "until Status is Ready again; before deleting an old CMG wait at least a day (documented)", Estimated}, Window: ChangeWindow, Return: Reversible,
		},
		Cites: []model.Citation{{"modify-cmg", "settings-tab"}, {"modify-cmg", ""}, {"modify-cmg", "redeploy-the-service"}},
	},
	{
		ID: "op-entra-secret-renew", Title: "Renew the web app's secret",
		Owner: model.EntraTeam, Who: secretRenewalRole,
		If:    "Before each expiration date of the secret",
		After: []string{"entra-secret-renewal"},
		Do: []string{
			"The plan gives this expiration date: {secret-expires}. Start a few weeks earlier.",
			"Open **Administration** > **Cloud Services** > **Microsoft Entra tenants**, select the tenant, and choose **Renew Secret Key** in the ribbon. Sign in as an administrator or the owner of the app.",
			"For an imported app, create a new secret in the Azure portal first and copy it at once. Enter it with its expiration date in the same dialog.",
			"Add the next expiration date to the calendar and to this plan.",
		},
		Proof:   "The console shows the new expiration date, and its notices about the secret are gone. For imported apps there are no notices: trust the calendar.",
		Skipped: "The site can no longer sign in to Microsoft Entra ID, and every connected Azure service stops.",
		Change: Change{
			Impact: Stated{"Nobody notices it if it is done in time. After the expiration date every connected Azure service of the site has already stopped, and this brings it back.", documented},
			Undo:   Stated{"You cannot go back to the old secret, because it is not shown again. Create another new one instead.", Estimated},
			Note:   "Old expiration date, app, role of the person who signs in",
			Takes:  Effort{Minutes: 10, Per: "tenant"}, Wait: Wait{0, 15, "until the console shows the new expiration date", Estimated}, Window: OfficeHours, Return: Reversible,
		},
		Versions: secretRenewalGates,
		Cites: []model.Citation{
			{"azure-services-wizard", "bkmk_renew"}, {"modify-cmg", "renew-azure-service-secret-key"},
			{"whats-new-2409", "cmg-entra-application-secret-key-renewal"},
		},
	},
	{
		ID: "op-do-not-touch", Title: "Agree not to change the CMG in the Azure portal",
		Owner: model.AzureTeam, Who: "Owner of the Azure subscription",
		After: []string{"cmg-ready"},
		Do: []string{
			"Add a note to the subscription: ConfigMgr owns the CMG resources ({group}). Nobody changes them, puts a firewall in front of them, or deletes them in the portal. Nobody removes the **Contributor** role of the web app from the resource group.",
			"Keep the key vault of the CMG reachable from the internet. With only a private endpoint the CMG fails: one public report says so and quotes Microsoft; no page does.",
			"Tell the people who enforce Azure policies, so that no automatic change affects the resource group.",
			"To stop, change or delete the CMG use the ConfigMgr console alone.",
		},
		Proof:   "The note is there, and the Azure team has agreed.",
		Skipped: "Changes are lost without warning, or leave orphaned resources that the site can no longer manage.",
		Change: Change{
			Impact: Stated{"None (an agreement).", Estimated},
			Undo:   Stated{"Nothing to undo.", Estimated},
			Note:   "Names of resource group and subscription owner",
			Takes:  Effort{Minutes: 15}, Window: OfficeHours, Return: Reversible,
		},
		Cites: []model.Citation{{"modify-cmg", "modifications-in-the-azure-portal"}, {"modify-cmg", "delete-the-service"}, {"contributor-role", "more-information"}},
	},
}
