package tasks

import "cmgwizard/model"

var cmgTrafficTasks = []Task{
	{
		ID: "mp-cmg-traffic", Title: "Allow CMG traffic on the management points",
		Owner: model.ConfigMgr, Who: fullAdministrator,
		After: []string{"cp-add", "site-ehttp", "mp-https", "mp-rebind-443", "entra-aspnet45", "net-mp-internet"},
		Do: []string{
			"Do this on {primary}, because management points belong to primary sites.",
			"Open **Administration** > **Site Configuration** > **Servers and Site System Roles**. In the ribbon choose **Servers with Role** > **Management point**.",
			"For {cmg-mp}: select the server, select **Management point** in the details pane, and choose **Properties**.",
			"Under **Client Connections** select **Allow Configuration Manager cloud management gateway traffic**. Check that **HTTP** or **HTTPS** is set as planned: HTTPS, or HTTP in an Enhanced HTTP site. Choose **OK**.",
			"Repeat this for every management point that internet clients will use.",
			"If IIS on these servers is hardened, make sure it allows the verbs GET, POST, CCM_POST, HEAD, and PROPFIND.",
			"In IIS Manager, select **Default Web Site** on these servers and open **HTTP Redirect**: it must be off. No other application may share that web site or its ports.",
		},
		Commands: []Command{{SiteDrive, "Set-CMManagementPoint -SiteSystemServerName {cmg-mp} -SiteCode {site} -EnableCloudGateway $true"}},
		Proof:    "The details pane of the CMG lists the management point among the connected roles. A client lists the CMG under `SMS_ActiveMPCandidate` after its next location request.",
		Skipped:  "The CMG has no management point, and internet clients get no address to use.",
		Change: Change{
			Impact: Stated{"Its addresses are published to the CMG. Internet clients reach it from now on and add to its load; internal clients notice nothing.", partlyDocumented},
			Down:   "The site reconfigures the management point.",
			Live:   "its clients use this management point at once.",
			Undo:   Stated{"Clear the check box. Internet clients that used it get errors until they find another management point. If it was the only one, they can no longer reach the site.", Estimated},
			Note:   "Client connections and check box of each management point (screenshot)",
			Takes:  Effort{Minutes: 5, Per: "management point"}, Wait: Wait{0, 1440, "until clients ask for locations again", documented}, Window: ChangeWindow, Return: Reversible,
		},
		Cites: []model.Citation{{"setup-cmg", "bkmk_role"}, {"site-prereqs", "management-point"}, {"configure-clients", "client-location"}, {"ps-set-cmmanagementpoint", ""}, {"security-cmg", ""}, {"custom-websites", "choosing-to-use-custom-websites"}, {"install-application-step", "troubleshoot-step-2"}},
	},
	{
		ID: "sup-cmg-traffic", Title: "Allow CMG traffic on the software update points",
		Owner: model.ConfigMgr, Who: fullAdministrator,
		When: mayScanThroughCMG, If: "Only if internet clients scan for updates with ConfigMgr",
		After: []string{"cp-add"},
		Do: []string{
			"Do this on {primary}, for every software update point that internet clients will use. A software update point behind a load balancer cannot serve the CMG.",
			"Open **Administration** > **Site Configuration** > **Servers and Site System Roles**. In the ribbon choose **Servers with Role** > **Software update point**.",
			"Select the server, open **Properties** of the **Software update point**, and select **Allow Configuration Manager cloud management gateway traffic**.",
		},
		Commands: []Command{{SiteDrive, `Set-CMSoftwareUpdatePoint -SiteSystemServerName "<software update point>" -SiteCode {site} -EnableCloudGateway $true`}},
		Proof:    "On an internet client a software update scan succeeds: `WUAHandler.log` shows it with the address of the CMG.",
		Skipped:  "Internet clients do not scan for updates through the CMG.",
		Change: Change{
			Impact: Stated{"Internet clients scan for updates through the CMG: more outbound data and more load on the update server. A client that changes its update point scans in full once.", partlyDocumented},
			Live:   "its clients use it for their next scan.",
			Undo:   Stated{"Clear the check box. Internet clients no longer scan through the CMG.", Estimated},
			Note:   "Check box of each software update point",
			Takes:  Effort{Minutes: 5, Per: "software update point"}, Wait: Wait{0, 1440, "until clients ask for locations and scan again", Estimated}, Window: ChangeWindow, Return: Reversible,
		},
		Cites: []model.Citation{{"setup-cmg", "bkmk_role"}, {"supported-configurations", "specifications"}, {"ps-set-cmsoftwareupdatepoint", ""}, {"boundary-groups-sup", "bkmk_prefer_cmgsup"}},
	},
}
