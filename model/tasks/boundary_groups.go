package tasks

import "cmgwizard/model"

var boundaryGroupTasks = []Task{
	{
		ID: "bg-add-cmg", Title: "Add the CMG to boundary groups",
		Owner: model.ConfigMgr, Who: fullAdministrator,
		When: mayServeIntranet, If: "Only if internal, VPN or branch office clients will use the CMG",
		After: []string{"cmg-ready", "sup-cmg-traffic"},
		Do: []string{
			"Skip this task for devices that are only ever on the internet: they ignore boundary groups.",
			"Open **Administration** > **Hierarchy Configuration** > **Boundary Groups**, select the group and choose **Properties**.",
			"On **References** choose **Add** and select the CMG.",
			"To make these clients prefer the CMG for policy and content, select **Prefer cloud based sources over on-premises sources** on **Options**. It applies as soon as one of a client's groups has it.",
			"To let them scan for updates through the CMG too, pick a software update point that allows CMG traffic. Add its server to the **Site system servers** of the same group.",
			"Clients on VPN count as internal clients: they reach a domain controller or a management point.",
			"The command sets only that preference.",
		},
		Commands: []Command{{SiteDrive, `Set-CMBoundaryGroup -Name "<boundary group>" -PreferCloudDPOverDP $true`}},
		Proof:    "On a client in the group, `LocationServices.log` lists the CMG.",
		Skipped:  "Internal and VPN clients do not use the CMG. Internet clients still do.",
		Change: Change{
			Impact: Stated{"Clients in this boundary group (VPN, branch office) may use the CMG. With the cloud preference on, they move policy and content to it, and newly installed clients also scan for updates through it. Internet traffic increases. Internet-only clients notice nothing.", documented},
			Cost:   "Azure bills the outbound data.",
			Undo:   Stated{"Remove the CMG from \"References\" and clear the preference; clients go back at their next location request. Clients that were switched to a cloud software update point stay there until they are switched back.", partlyDocumented},
			Note:   "References, options and site system servers of the group (screenshot)",
			Takes:  Effort{Minutes: 10, Per: "group"}, Wait: Wait{0, 1440, "until clients ask for locations again", documented}, Window: ChangeWindow, Return: Reversible,
		},
		Versions: []Gate{{From: 2203, Text: "the preference for cloud sources applies to software update scans too. Clients that already have a software update point do not switch automatically. Send them the client notification Switch to next Software Update Point, some at a time."}},
		Cites: []model.Citation{
			{"setup-cmg", "configure-boundary-groups"}, {"plan-hierarchy-design", "boundary-groups"}, {"boundary-group-options", ""},
			{"boundary-groups-sup", "bkmk_prefer_cmgsup"}, {"configure-clients", "client-location"}, {"ps-set-cmboundarygroup", ""},
		},
	},
	{
		ID: "content-distribute", Title: "Distribute content to the CMG",
		Owner: model.ConfigMgr, Who: fullAdministrator,
		When: model.ServesContent, Because: "The CMG serves content",
		After: []string{"cmg-ready"},
		Do: []string{
			"Allow the site server to reach `{prefix}.blob.{storage}` on TCP 443.",
			"If clients use BranchCache, set it up on the site server first. Content that is already there must be distributed again.",
			"Distribute the content to the CMG as you would to any distribution point. In **Software Library**, select the app or package, choose **Distribute Content** in the ribbon, then **Add** > **Distribution Point**. Or add the CMG to a distribution point group.",
			"If you install clients over the internet, distribute the ConfigMgr client package too. Otherwise, they get it through the management point.",
			"Leave out packages of Microsoft updates: clients on the internet get these from Windows Update at no cost.",
		},
		Proof:   "**Monitoring** > **Distribution Status** > **Content Status** shows success for the CMG.",
		Skipped: "Clients do not get the CMG as a source for this content, and installations wait indefinitely.",
		Change: Change{
			Impact: Stated{"The site server uploads the content to Azure storage over the internet line. Users notice nothing until a deployment uses it.", documented},
			Cost:   "Storage is billed from now on, outbound data as soon as clients download.",
			Undo:   Stated{"Remove the content from the CMG (\"Content\" tab, or the content locations of the package). Storage charges end, and clients are no longer offered this source.", documented},
			Note:   "List of the content on the CMG",
			Takes:  Effort{Minutes: 15}, Wait: Wait{10, 480, "upload and processing, by size and line speed", Estimated}, Window: AnyTime, Return: Reversible,
		},
		Cites: []model.Citation{{"setup-cmg", "distribute-and-manage-content"}, {"modify-cmg", "content-tab"}, {"data-flow", "required-ports"}, {"azure-ccmsetup", ""}, {"cost", "outbound-data-transfer"}, {"plan-cmg", ""}},
	},
}
