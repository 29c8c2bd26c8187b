package tasks

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/rules"
	"cmgwizard/model/updates"
)

// levelTasks bring the site to a version with support, and to the updates that a
// CMG needs.
var levelTasks = []Task{
	{
		ID: rules.UpgradeSite, Title: "Update to a supported version",
		Owner: model.ConfigMgr, Who: fullAdministrator,
		When: needsUpgrade, Because: "The support of the version is over or ends within 90 days, or only a later version fixes a fault",
		After: []string{"pre-site-version", "pre-scp-online", "pre-site-not-http", "pre-classic-cmg", "srv-dotnet-48"},
		Do: []string{
			"Update to {way-up}. Where **Updates and Servicing** offers a later version, take that one. We derived this update path from the minimum version that each update requires; Microsoft does not say whether the console still offers versions that are out of support.",
			"Before each update, read the checklist of its version. Every server needs .NET Framework 4.8. From 2309 on, the site servers and roles need the ODBC driver 18; from 2503 on, 18.4.1.1 or later. From 2409 on, SQL Server 2012 and 2014 block the update.",
			"Updates to 2403 or later are blocked while a site system runs Windows Server 2012 or 2012 R2, while a classic CMG exists, and while the site allows plain HTTP. Do the tasks for these first.",
			"Back up the site database. Turn off database replicas of management points, and maintenance tasks that may run during the update. Set an availability group to manual failover.",
			"At the top-level site open **Administration** > **Updates and Servicing**. Select the version, choose **Run prerequisite check** in the ribbon, and fix what it finds. Then choose **Install Update Pack**.",
			"When primary sites are done, select each secondary site under **Sites** and choose **Upgrade**. Update the consoles, then the clients.",
			"Right after that, install the updates of the new version: {updates-after}. An update of the old version may be missing in the new one: 2603 does not contain the image update of the rollup for 2509.",
		},
		Proof:   "**About Configuration Manager** shows the new version, and **Updates and Servicing** lists it as **Installed**. `CMUpdate.log` on the site server ends without errors.",
		Skipped: "Microsoft provides no fixes, and its answer to a CMG problem is to update first.",
		Change: Change{
			Down:   "Site components and roles are reinstalled, and consoles cannot be used meanwhile. Management points are unavailable for some minutes.",
			Impact: Stated{"Clients keep their policy and retry. Clients without PKI certificates register again after their own update, which loads the site.", partlyDocumented},
			Live:   "internet clients wait while the connection points and the management points are reinstalled, and the site may upgrade the CMG afterward.",
			Undo:   Stated{"Cannot be undone: a site does not go back to an earlier version. Only a restored backup of the site brings the old state.", Estimated},
			Note:   "Version, installed updates, backup of the site database, schedule of maintenance tasks, changed files",
			Takes:  Effort{Minutes: 60, Per: "version"}, Wait: Wait{60, 480, "installation, then the other sites", Estimated}, Window: ChangeWindow, Return: Irreversible,
		},
		Cites: []model.Citation{{"updates", "supported-versions"}, {"install-updates", "start-the-install"}, {"install-updates", "start-the-update-installation-at-a-secondary-site"}, {"checklist-2603", "pre-update-checklist"}, {"kb-37426535", "hotfixes-that-are-included-in-this-update"}, {"os-site-systems", "windows-server-20122012-r2"}},
	},
	{
		ID: rules.InstallUpdates, Title: "Install {update-names}",
		Owner: model.ConfigMgr, Who: fullAdministrator,
		When: rules.UpdatesMatter, Because: "An update for the CMG exists for the version, or the version is newer than the tables",
		After: []string{"pre-site-version", "pre-scp-online", rules.UpgradeSite},
		Do: []string{
			"At the top-level site open **Administration** > **Updates and Servicing**. Look for {updates}. The list hides an update that a newer one replaced: if the newer one is **Installed**, you have it.",
			"If one is missing, select it, choose **Run prerequisite check** in the ribbon, and then **Install Update Pack**. {updates-first} Wait for **Installed** before you start the next.",
			"Update the consoles when they ask for it. Secondary sites are not updated automatically: under **Administration** > **Site Configuration** > **Sites** choose **Recover Secondary Site** for each one.",
			"Add what is installed to this plan, in the answer about version and updates: the KB numbers, or the console version.",
		},
		Commands: []Command{
			{SiteDrive, "Get-CMSiteUpdate -Fast | Where-Object State -eq 196612 | Select-Object Name, FullVersion, DateReleased"},
		},
		Proof:   "The state of each is **Installed**; the command lists only such updates. With the image update **About Configuration Manager** shows a console version of at least 5.2603.1035.1200, 5.2509.1036.1700, 5.2503.1083.2100 or 5.2409.1183.2100. On each secondary site `fnGetSecondarySiteCMUpdateStatus` in the site database returns 1.",
		Skipped: "From early 2027 a new CMG and the reimaging of one that runs fail without the image update. Version 2409 as released cannot create a CMG at all.",
		Already: func(p *model.Plan) bool { return rules.UpdatesMatter(p) && len(rules.MissingUpdates(p)) == 0 },
		Change: Change{
			Down:   "Rollups and the security update end with a site reset: site components start again, and consoles lose their connection for some minutes.",
			Impact: Stated{"The image update needs neither restart nor reset.", documented},
			Live:   "a site reset also restarts the connection points: internet clients retry for some minutes. No page says whether the image update changes running machines by itself.",
			Undo:   Stated{"Cannot be removed: in-console updates cannot be uninstalled.", Estimated},
			Note:   "Installed updates and console version before; backup of the site database",
			Takes:  Effort{Minutes: 30, Per: "update"}, Wait: Wait{20, 120, "installation on all sites", Estimated}, Window: ChangeWindow, Return: Irreversible,
		},
		Cites: []model.Citation{
			{"kb-37942646", "update-information-for-microsoft-configuration-manager-current-branch"}, {"kb-37942646", "version-information"}, {"kb-37864969", "restart-information"},
			{"kb-38982839", "restart-information"}, {"kb-38982839", "additional-installation-information"}, {"updates", "supersedence-example"},
			{"install-updates", "start-the-install"}, {"install-updates", "3-monitor-the-progress-of-updates-as-they-install"}, {"ps-get-cmsiteupdate", ""},
		},
	},
}

func needsUpgrade(p *model.Plan) bool { return rules.AsksFor(p, rules.UpgradeSite) }

// wayUp is the chain of versions to install, "" where it is not known.
func wayUp(p *model.Plan) string { return updates.WayInWords(updates.WayUp(p.Site.Version)) }

// whenUpdated is the plan as it is when its updates are installed: at the newest version,
// without any update, where the site is updated before.
func whenUpdated(p *model.Plan) *model.Plan {
	if updates.WayUp(p.Site.Version) == nil || !needsUpgrade(p) {
		return p
	}
	after := *p
	after.Site.Version, after.Site.ConsoleVersion, after.Site.Updates = updates.Newest().Name, "", nil
	return &after
}

// wantedUpdates are the updates that the plan asks for at its version, each with
// what brings it there.
func wantedUpdates(p *model.Plan) string {
	p = whenUpdated(p)
	var names []string
	for _, kb := range rules.MissingUpdates(p) {
		names = append(names, string(updates.Carrier(kb, p.Site.Version)))
	}
	return model.AndList(names)
}

// updatesAfter are the updates of the newest version that it does not contain.
func updatesAfter(*model.Plan) string {
	newest := updates.Newest().Name
	return string(updates.ImageUpdate) + " and " + string(updates.SecurityUpdate) + " for " + string(newest)
}

// updatesFirst says what must be installed before the wanted updates.
func updatesFirst(p *model.Plan) string {
	p = whenUpdated(p)
	var first []string
	for _, kb := range rules.MissingUpdates(p) {
		needs := updates.Needs(kb, p.Site.Version)
		if needs != "" && updates.Has(&p.Site, needs) != model.IsTrue {
			first = append(first, string(updates.Carrier(kb, p.Site.Version))+" needs "+string(needs)+" first.")
		}
	}
	if first == nil {
		return "Nothing else must come before."
	}
	return strings.Join(first, " ")
}
