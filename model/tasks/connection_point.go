package tasks

import "cmgwizard/model"

var connectionPointTasks = []Task{
	{
		ID: "cp-add", Title: "Add the CMG connection points",
		Owner: model.ConfigMgr, Who: fullAdministrator,
		After: []string{"cmg-ready", "pki-cp-cert", "net-firewall-cp", "dns-cname"},
		Do: []string{
			"Do this on {primary}. A central administration site cannot host this role, although the CMG is created there.",
			"If the site server is a domain controller, restart a remote server before you add a role to it. Its account must show its membership in a group that ConfigMgr fills.",
			"Open **Administration** > **Site Configuration** > **Servers and Site System Roles**.",
			"For {cp}: select the server and choose **Add Site System Roles** on the **Home** tab of the ribbon. Enter the proxy on its page if there is one.",
			"Select **Cloud management gateway connection point**, choose **Next**, and select the **Cloud management gateway name** ({service}). The page shows the region of that CMG. Complete the wizard.",
			"Add the role on a second server for high availability.",
		},
		Commands: []Command{
			{SiteDrive, "Add-CMCloudManagementGatewayConnectionPoint -CloudManagementGatewayName {service} -SiteSystemServerName {cp} -SiteCode {site}"},
			{SiteDrive, "Get-CMCloudManagementGatewayConnectionPoint -AllSite"},
		},
		Proof:   "`Get-CMCloudManagementGatewayConnectionPoint` lists every server. Select the CMG under **Administration** > **Cloud Services** > **Cloud Management Gateway**: the details pane shows the connection point as connected. `SMS_Cloud_ProxyConnector.log` on its server says `Maintaining connections` and shows no errors.",
		Skipped: "Client requests never get from the CMG to the site.",
		Change: Change{
			Impact: Stated{"The site installs the role on an existing server and opens outbound connections to the CMG. Other roles on that server keep running; users notice nothing.", partlyDocumented},
			Unfelt: true,
			Live:   "requests of its clients also go through the new connection point.",
			Undo:   Stated{"Select the role and choose \"Remove Role\". When the last connection point is removed, no internet client reaches the site.", documented},
			Note:   "Roles of the server, proxy settings",
			Takes:  Effort{Minutes: 10, Per: "server"}, Wait: Wait{5, 30, "installation of the role until it shows as connected", Estimated}, Window: ChangeWindow, Return: Reversible,
		},
		Cites: []model.Citation{
			{"setup-cmg", "add-the-cmg-connection-point"}, {"plan-hierarchy-design", ""}, {"install-roles", "bkmk_addrole"}, {"cmg-comm-error", ""},
			{"ps-add-cmcloudmanagementgatewayconnectionpoint", ""}, {"ps-get-cmcloudmanagementgatewayconnectionpoint", ""},
			{"uninstall-roles", "bkmk_role"},
		},
	},
}
