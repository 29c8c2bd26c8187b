package steps

import "cmgwizard/model"

var site = Step{
	ID:    "site",
	Title: "Your site",
	Why:   "The version determines what still works, and the site code goes into the commands in the checklist.",
	Ask:   func(a *model.Answers) []Question { return append(hierarchyQuestions(), serverQuestions(a)...) },
}

func hierarchyQuestions() []Question {
	return []Question{
		{
			Key: "site.code", Example: "P01",
			Why:   "The commands and the client installation lines in the checklist contain it.",
			Where: "Console: Administration > Site Configuration > Sites, column Site Code. Below a central administration site: the primary site whose clients will use the CMG.",
		},
		{
			Key: "site.version", Example: "2409",
			Why:   "Plain HTTP ended with 2403; from 2603 on management points check Entra tokens online.",
			Where: "Console: About Configuration Manager. Get-CMSite shows a build number instead: 5.00.9128 is 2403, 5.00.9132 is 2409.",
		},
		{
			Key:   "site.top_level",
			Why:   "The CMG is created at the top-level site; Enhanced HTTP is set on each primary site.",
			Where: "Console: Administration > Site Configuration > Sites, column Type.",
		},
		{
			Key:   "site.security_now",
			Why:   "It shows what must change before a management point can serve the CMG.",
			Where: "Console: Sites > Properties > Communication Security. Enhanced HTTP is the box \"Use Configuration Manager-generated certificates for HTTP site systems\".",
		},
	}
}

// serverQuestions ask what the servers of the site must be able to do.
func serverQuestions(a *model.Answers) []Question {
	questions := []Question{{
		Key:   "site.service_connection_point",
		Why:   "Only an online service connection point can deploy and monitor the CMG.",
		Where: "Console: Administration > Site Configuration > Servers and Site System Roles > Service connection point > Properties.",
	}}
	if a.Site.Version.AtLeast(2403) {
		questions = append(questions, Question{
			Key:   "site.dotnet_48",
			Why:   "From 2403 on, the service connection point and management points do not work properly without it.",
			Where: `On each server: Get-ItemPropertyValue "HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full" -Name Release. 528040 or more is enough.`,
		})
	}
	return questions
}
