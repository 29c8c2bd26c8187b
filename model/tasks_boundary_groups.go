package model

var boundaryGroupTasks = []Task{
	{
		ID: "bg-add-cmg", Title: "Add the CMG to boundary groups",
		Owner: ConfigMgr, Who: fullAdministrator,
		If:    "Only if clients inside, on VPN or in branch offices are to use the CMG",
		After: []string{"cmg-ready"},
		Do: []string{
			"Leave it for devices that are only on the internet: they ignore boundary groups.",
			"Open **Administration** > **Hierarchy Configuration** > **Boundary Groups**, select the group and choose **Properties**.",
			"On **References** choose **Add** and select the CMG.",
			"If these clients are to prefer the CMG, select **Prefer cloud based sources over on-premises sources** on **Options**. It counts as soon as one group of a client has it.",
		},
		Commands: []Command{{SiteDrive, `Set-CMBoundaryGroup -Name "<boundary group>" -PreferCloudDPOverDP $true`}},
		Proof:    "`LocationServices.log` of a client in the group lists the CMG.",
		Skipped:  "Clients inside and on VPN do not use the CMG. Clients on the internet do, all the same.",
		Cites:    []Citation{{"setup-cmg", "configure-boundary-groups"}, {"plan-hierarchy-design", "boundary-groups"}, {"boundary-group-options", ""}},
	},
	{
		ID: "content-distribute", Title: "Distribute content to the CMG",
		Owner: ConfigMgr, Who: fullAdministrator,
		When: servesContent, If: "The CMG serves content",
		After: []string{"cmg-ready"},
		Do: []string{
			"Let the site server reach `{prefix}.blob.{storage}` on TCP 443.",
			"If clients use BranchCache, set it up on the site server first. Content that is already there must be distributed again.",
			"Distribute the content to the CMG as to any distribution point, or add the CMG to a distribution point group.",
			"Leave out packages of Microsoft updates: clients on the internet get these from Windows Update at no cost.",
		},
		Proof:   "**Monitoring** > **Distribution Status** > **Content Status** shows success for the CMG.",
		Skipped: "Clients are not offered the CMG for this content, and installations wait forever.",
		Cites:   []Citation{{"setup-cmg", "distribute-and-manage-content"}, {"modify-cmg", "content-tab"}},
	},
}
