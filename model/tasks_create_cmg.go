package model

var createCMGTasks = []Task{
	{
		ID: "cmg-wizard", Title: "Create the CMG",
		Owner: ConfigMgr, Who: "ConfigMgr Full Administrator or Infrastructure Administrator, with an Owner of the Azure subscription to sign in",
		After: []string{
			"azure-providers", "entra-discovery-page", "cert-export-pfx", "plan-scale", "plan-name-unique",
			"pki-export-chain", "net-firewall-scp",
		},
		Do: []string{
			"Work on the top-level site: **Administration** > **Cloud Services** > **Cloud Management Gateway** > **Create Cloud Management Gateway**.",
			"**General**: select the **Azure environment**, {environment}. From version 2309 on select **Microsoft Entra tenant name**; the app name then fills itself in.",
			"Choose **Sign in** and have the Owner sign in. Select the **Subscription ID**, choose **Next**, and wait for the test of the connection. One page wants the Owner to be a Global Administrator as well, the others do not: have one at hand.",
			"**Settings**: **Browse** for the **Certificate file** (`.pfx`). Check **Service name** (`{service}`) and **Deployment name** (`{azure}`). With a wildcard certificate replace the `*`.",
			"Select the **Region** ({region}) and the **Resource Group** ({group}), with **Use existing** or **Create new**.",
			"Select **VM Size** ({size}) and **VM Instance** ({instances}).",
			"If PKI certificates are in use, choose **Certificates** and add every `.cer` file of the chain: each root CA as root, each other as intermediate.",
			"**Verify Client Certificate Revocation**: {revocation}. It matters for PKI certificates only.",
			"**Enforce TLS 1.2**: {tls}.",
			"**Allow CMG to function as a cloud distribution point and serve content from Azure storage**: {content}.",
			"**Alerts**: keep the suggested thresholds or set your own. Review the summary and complete the wizard.",
			"There is a cmdlet too, `New-CMCloudManagementGateway`. Its page is from 2020 and lacks today's parameters, so follow the console.",
		},
		Proof:   "**Cloud Management Gateway** lists the new CMG, and its **Status** shows that it is being set up.",
		Skipped: "There is no CMG.",
		Cites:   []Citation{{"setup-cmg", "set-up-a-cmg"}, {"plan-cmg", "requirements"}},
	},
	{
		ID: "cmg-trusted-roots", Title: "Give the CMG the whole chain of the client certificates",
		Owner: ConfigMgr, Who: fullAdministrator,
		When: withPKI, If: "PKI certificates are in use",
		After: []string{"pki-export-chain"},
		Do: []string{
			"In the wizard this is **Certificates** on the **Settings** page. Later it is **Administration** > **Cloud Services** > **Cloud Management Gateway** > **Properties** > **Settings** > **Certificates**.",
			"Compare the list with the exported files ({ca-count} in this plan). Add what is missing: root CAs as root, all others as intermediate.",
			"Add the new certificate when a CA is renewed, and keep the old one while clients still use it.",
		},
		Proof:   "The list holds every CA above the client certificates. Later the **Connection analyzer** with **Client certificate** succeeds.",
		Skipped: "The CMG refuses PKI clients with 401 or 403, and the analyzer calls their certificate not trusted.",
		Cites:   []Citation{{"setup-cmg", "set-up-a-cmg"}, {"modify-cmg", "settings-tab"}},
	},
	{
		ID: "cmg-ready", Title: "Wait until the CMG is ready",
		Owner: ConfigMgr, Who: fullAdministrator,
		After: []string{"cmg-wizard"},
		Do: []string{
			"Watch **Status** under **Administration** > **Cloud Services** > **Cloud Management Gateway**.",
			"Change nothing in the Azure portal meanwhile.",
			"If it fails, read `CloudMgr.log` and `CMGSetup.log` on the server of the service connection point.",
		},
		Wait:    "5 to 15 minutes by an older page; today's page gives no time",
		Proof:   "**Status** is **Ready**, and neither `CloudMgr.log` nor `CMGSetup.log` shows errors.",
		Skipped: "The next steps meet a service that is half built.",
		Cites:   []Citation{{"setup-cmg", "set-up-a-cmg"}, {"log-files", "cloud-management-gateway"}},
	},
}
