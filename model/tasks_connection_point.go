package model

var connectionPointTasks = []Task{
	{
		ID: "cp-add", Title: "Add the CMG connection points",
		Owner: ConfigMgr, Who: fullAdministrator,
		After: []string{"cmg-ready", "pki-cp-cert", "net-firewall-cp"},
		Do: []string{
			"Open **Administration** > **Site Configuration** > **Servers and Site System Roles**. In a hierarchy with a central administration site do this at the primary site.",
			"For {cp}: select the server and choose **Add Site System Roles** in the ribbon. Enter the proxy on its page if there is one.",
			"Select **Cloud management gateway connection point**, choose **Next**, and select the **Cloud management gateway name** ({service}).",
			"Add the role on a second server for high availability.",
			"If the site server is a domain controller, restart a remote server before you add a role to it. Its account must show its membership in a group that ConfigMgr fills.",
		},
		Commands: []Command{
			{SiteDrive, "Add-CMCloudManagementGatewayConnectionPoint -CloudManagementGatewayName {service} -SiteSystemServerName {cp} -SiteCode {site}"},
		},
		Proof:   "Select the CMG under **Administration** > **Cloud Services** > **Cloud Management Gateway**: the details pane shows the connection point as connected. `SMS_Cloud_ProxyConnector.log` on its server shows connections and no errors.",
		Skipped: "Nothing carries the requests of clients from the CMG to the site.",
		Cites:   []Citation{{"setup-cmg", "add-the-cmg-connection-point"}, {"install-roles", "bkmk_addrole"}},
	},
}
