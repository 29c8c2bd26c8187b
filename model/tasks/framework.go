package tasks

import (
	"cmgwizard/model"
	"cmgwizard/model/rules"
)

// frameworkTasks bring .NET Framework to the servers of the site.
var frameworkTasks = []Task{
	{
		ID: "srv-dotnet-48", Title: "Install .NET Framework 4.8 where it is missing",
		Owner: model.Servers, Who: "Local administrator of the servers",
		When: saysDotNet48, Because: "The version is 2403 or later, and the plan says whether the servers have .NET Framework 4.8",
		After: []string{"pre-site-version", "plan-cp-servers"},
		Do: []string{
			"Run the command on the site server, on the server of the service connection point, on {mp} and on {cp}.",
			"Where the number is smaller than 528040, install .NET Framework 4.8. Plan a restart of the server.",
		},
		Commands: []Command{
			{PowerShell, `Get-ItemPropertyValue "HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full" -Name Release`},
		},
		Proof:   "On every one of these servers the command prints 528040 or more: that is version 4.8 or later.",
		Skipped: "The service connection point and the management points do not work properly, although the prerequisite checker only warns.",
		Change: Change{
			Impact: Stated{"While a management point is down, its clients retry or use another.", Estimated},
			Down:   "The server restarts. While the site server is down, consoles and site components stop.",
			Live:   "while a connection point restarts, internet clients use another connection point, or lose access if there is none.",
			Undo:   Stated{"Uninstall .NET Framework 4.8 and restart, where it was installed as an update; not possible where Windows includes it. From version 2403 on, the site then lacks a requirement.", Estimated},
			Note:   "Release number before the change; other software that needs .NET",
			Takes:  Effort{Minutes: 30, Per: "server"}, Wait: Wait{10, 30, "installation and restart", Estimated}, Window: ChangeWindow, Return: PartlyReversible,
		},
		Already: dotNetInPlace,
		Cites:   []model.Citation{{"site-prereqs", "net-version-requirements"}, {"dotnet-versions", ""}},
	},
}

func saysDotNet48(p *model.Plan) bool {
	return p.Site.Version.AtLeast(rules.DotNet48Needed) && p.Site.DotNet48 != ""
}

func dotNetInPlace(p *model.Plan) bool { return p.Site.DotNet48 == model.Yes }
