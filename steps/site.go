package steps

import "cmgwizard/model"

var site = Step{
	ID:    "site",
	Title: "Your site",
	Why:   "The version decides what still works, and the site code goes into the commands of the checklist.",
	Ask:   func(a *model.Answers) []Question { return append(hierarchyQuestions(), serverQuestions(a)...) },
}

func hierarchyQuestions() []Question {
	return []Question{
		{
			Key: "site.code", Example: "P01",
			Why:   "The commands and the client installation lines of the checklist carry it.",
			Where: "Console: Administration > Site Configuration > Sites, column Site Code. Below a central administration site: the primary site whose clients will use the CMG.",
		},
		levelQuestion(),
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
		Why:   "Only a service connection point that is online deploys the CMG and watches over it.",
		Where: "Console: Administration > Site Configuration > Servers and Site System Roles > Service connection point > Properties.",
	}, {
		Key:   "site.oldest_server_os",
		Why:   "Windows Server 2012 and 2012 R2 have no support here since 2023, and stop the update to 2403 or later.",
		Where: "Ask who runs the servers: the site server, management points, connection points, software update points. On each: winver.",
	}}
	if a.Site.Version.AtLeast(2403) {
		questions = append(questions, Question{
			Key:   "site.dotnet_48",
			Why:   "From 2403 on the service connection point and management points do not work properly without it.",
			Where: `On each server: Get-ItemPropertyValue "HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full" -Name Release. 528040 or more will do.`,
		})
	}
	return questions
}
