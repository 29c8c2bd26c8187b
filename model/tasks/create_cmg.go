package tasks

import (
	"cmgwizard/model"
	"cmgwizard/model/rules"
)

var createCMGTasks = []Task{
	{
		ID: "cmg-wizard", Title: "Create the CMG",
		Owner: model.ConfigMgr, Who: "ConfigMgr Full Administrator or Infrastructure Administrator, with an Owner of the Azure subscription to sign in",
		After: []string{
			"azure-providers", "entra-discovery-page", "cert-export-pfx", "plan-scale", "plan-name-unique",
			"pki-export-chain", "net-firewall-scp", "entra-update-app", "entra-ca-exclude", "pre-optional-feature", "pki-crl", rules.InstallUpdates,
		},
		Do: []string{
			"Have these ready: the `.pfx` file and its password, the Owner of the subscription, a Global Administrator and, with PKI certificates, the exported `.cer` files.",
			"Connect the console to {top-site}. Open **Administration** > **Cloud Services** > **Cloud Management Gateway** and choose **Create Cloud Management Gateway** in the ribbon.",
			"**General**: select the **Azure environment**, {environment}, and the tenant where the page asks for it.",
			"Choose **Sign in** and have the Owner sign in. Select the **Subscription ID**, choose **Next**, and wait for the connection test.",
			"**Settings**: **Browse** for the **Certificate file** (`.pfx`). Check **Service name** (`{service}`) and **Deployment name** (`{azure}`): the second is the target of the CNAME. With a wildcard certificate replace the `*`.",
			"Select the **Region** ({region}) and the **Resource Group** ({group}), with **Use existing** or **Create new**. An existing group must be in that region.",
			"Select **VM Size** ({size}) and **VM Instance** ({instances}).",
			"If PKI certificates are in use, choose **Certificates** and add every `.cer` file of the chain: each root CA as root, all others as intermediate.",
			"**Verify Client Certificate Revocation**: {revocation}. It matters for PKI certificates only.",
			"**Enforce TLS 1.2**: {tls}.",
			"**Allow CMG to function as a cloud distribution point and serve content from Azure storage**: {content}.",
			"**Alerts**: keep the suggested thresholds or set your own. Review the summary and complete the wizard.",
		},
		Proof:   "**Cloud Management Gateway** lists the new CMG, and its **Status** shows that it is being set up. `CloudMgr.log` on the site server of the top-level site shows the progress of the deployment.",
		Skipped: "There is no CMG.",
		Change: Change{
			Impact: Stated{"Clients and users notice nothing yet.", documented},
			Cost:   "Azure resources are created and billed from now on: virtual machines, IP address, key vault, storage, outbound data.",
			Rights: "The web app gets Contributor rights on the resource group.",
			Unfelt: true,
			Live:   "it keeps running beside the new one, and Azure bills both.",
			Undo:   Stated{"Delete the CMG in the console, never in the portal; that ends the cost. Check what stays in the resource group, including the rights of the web app. Service name, region, subscription and resource group cannot be changed without a new deployment. The soft-deleted key vault can block the name for 7 to 90 days (our conclusion).", partlyDocumented},
			Note:   "Name, region, subscription, resource group, size, thumbprint (screenshot of the summary)",
			Takes:  Effort{Minutes: 30}, Window: OfficeHours, Return: Irreversible,
		},
		Versions: []Gate{
			{Before: 2203, Text: "the General page also asks how to deploy. Choose Virtual machine scale set."},
			{Before: 2309, Text: "Sign in comes first. The remaining fields of the General page are then filled in automatically."},
			{From: 2309, Text: "select Microsoft Entra tenant name first. The app name is then filled in automatically, and Sign in appears. If the wizard says that the server application needs to be updated, do the task for an older web app first."},
			{From: 2409, Text: "a new CMG reaches its storage account with managed identities and the web app. Access with the keys of the account is off."},
		},
		Cites: []model.Citation{
			{"setup-cmg", "set-up-a-cmg"}, {"plan-cmg", "requirements"}, {"whats-new-2309", ""},
			{"whats-new-2409", "cmg-enhanced-security-option"}, {"whats-new-2603", "cloud-management-gateway-improvements"}, {"ps-new-cmcloudmanagementgateway", ""},
			{"modify-cmg", "redeploy-the-service"}, {"modify-cmg", "delete-the-service"}, {"security-cmg", "service-principals-and-authentication"}, {"cost", ""}, {"key-vault-soft-delete", ""},
		},
	},
	{
		ID: "cmg-trusted-roots", Title: "Upload the full client CA chain to the CMG",
		Owner: model.ConfigMgr, Who: fullAdministrator,
		When: WithPKI, Because: "PKI certificates are in use",
		After: []string{"pki-export-chain", "cmg-ready"},
		Do: []string{
			"In the wizard, this is **Certificates** on the **Settings** page. Later, go to **Administration** > **Cloud Services** > **Cloud Management Gateway**, select the CMG, and open **Properties** > **Settings** > **Certificates**.",
			"Compare the list with the exported files ({ca-count} in this plan). Add what is missing: root CAs as root, all others as intermediate.",
			"Add the new certificate when a CA is renewed, and keep the old one while clients still use it.",
		},
		Proof:   "The list holds every CA above the client certificates. Later the **Connection analyzer** with **Client certificate** succeeds.",
		Skipped: "The CMG refuses PKI clients with 401 or 403, and the analyzer calls their certificate not trusted.",
		Change: Change{
			Impact: Stated{"The CMG accepts PKI clients of the added CAs. Removing a CA cuts off the clients below it.", partlyDocumented},
			Live:   "its PKI clients notice a removed CA at once.",
			Undo:   Stated{"Remove or add the certificate in the same list.", documented},
			Note:   "The list before the change, with thumbprints",
			Takes:  Effort{Minutes: 10}, Wait: Wait{5, 30, "until every instance has the new list", Estimated}, Window: ChangeWindow, Return: Reversible,
		},
		Cites: []model.Citation{{"setup-cmg", "set-up-a-cmg"}, {"modify-cmg", "settings-tab"}},
	},
	{
		ID: "cmg-ready", Title: "Wait until the CMG is ready",
		Owner: model.ConfigMgr, Who: fullAdministrator,
		After: []string{"cmg-wizard"},
		Do: []string{
			"Watch **Status** under **Administration** > **Cloud Services** > **Cloud Management Gateway**.",
			"Change nothing in the Azure portal meanwhile.",
			"If it fails, read `CloudMgr.log` on the top-level site server: it shows what Azure replied. `CMGSetup.log` covers the second half, on the instances.",
			"`CMGSetup.log` is written in Azure and copied to the site. Its name there starts with `CMG-`, the service name and the role.",
			"Once it is ready, look at the resource group ({group}) in the Azure portal, **Access control (IAM)** > **Role assignments**. The web app must be **Contributor** there: nobody may take that away, or delete the app. Where the app also has that role on the whole subscription, from an older CMG, it can be removed there, and there alone.",
		},
		Commands: []Command{{SiteDrive, "Get-CMCloudManagementGateway -Name {service}"}},
		Proof:    "**Status** is **Ready**, neither `CloudMgr.log` nor `CMGSetup.log` shows errors, and the web app is **Contributor** of the resource group. With a CNAME `nslookup {service}` now ends in an address.",
		Skipped:  "The next steps run against a service that is only half built.",
		Change: Change{
			Impact: Stated{"None (waiting).", Estimated},
			Undo:   Stated{"Nothing to undo. To give up, delete the CMG in the console.", Estimated},
			Takes:  Effort{Minutes: 5}, Wait: Wait{5, 60, "provisioning: 5 to 15 minutes by an older page, today's gives no time; logs from Azure arrive up to 10 minutes late", partlyDocumented}, Window: AnyTime, Return: Reversible,
		},
		Cites: []model.Citation{
			{"setup-cmg", "set-up-a-cmg"}, {"modify-cmg", "convert"}, {"log-files", "cloud-management-gateway"}, {"ps-get-cmcloudmanagementgateway", ""},
			{"security-cmg", "service-principals-and-authentication"}, {"contributor-role", "more-information"},
		},
	},
}
