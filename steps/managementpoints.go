package steps

import (
	"slices"

	"cmgwizard/model"
)

var managementPoints = Step{
	ID:    "management-points",
	Title: "Management points",
	Why:   "The CMG forwards requests to management points. At least one must accept its traffic. Also list the ones that internal clients use.",
	List: &List{
		Key: "management_points", Noun: "management point",
		Len: func(a *model.Answers) int { return len(a.ManagementPoints) },
		Add: func(a *model.Answers) { a.ManagementPoints = append(a.ManagementPoints, model.ManagementPoint{}) },
		Cut: func(a *model.Answers, i int) {
			a.ManagementPoints = slices.Delete(slices.Clone(a.ManagementPoints), i, i+1)
		},
	},
	Form: pointQuestions,
	Recap: func(a *model.Answers, i int) (string, string) {
		mp := a.ManagementPoints[i]
		return a.EntryName(key("management_points[#]", i)), pointRecap(mp)
	},
}

func pointQuestions(a *model.Answers, i int) []Question {
	questions := []Question{
		{
			Key: key("management_points[#].host", i), Example: "mp1.contoso.com",
			Why:   "The commands in the checklist name it.",
			Where: "Console: Administration > Site Configuration > Servers and Site System Roles.",
		},
		{
			Key:   key("management_points[#].clients_now", i),
			Why:   "A management point that goes from HTTPS to Enhanced HTTP keeps its old certificate in IIS, and clients get a 403.",
			Where: "Console: Servers and Site System Roles > Management point > Properties > General.",
		},
		{
			Key:   key("management_points[#].cmg_traffic", i),
			Why:   "Without one that allows CMG traffic, internet clients find no management point.",
			Where: "Management point > Properties, under Client Connections: Allow Configuration Manager cloud management gateway traffic.",
		},
	}
	if !staysHTTP(a.ManagementPoints[i]) || !settled(a, key("management_points[#].internet_only", i)) {
		questions = append(questions, Question{
			Key:   key("management_points[#].internet_only", i),
			Why:   "Internal clients then do not use it: useful for an HTTPS management point, unnecessary with Enhanced HTTP.",
			Where: "Management point > Properties > General: Allow internet-only connections.",
		})
	}
	return append(questions, pointForEntra(a, i)...)
}

// staysHTTP goes by what the management point is today, until somebody says what
// it will be.
func staysHTTP(mp model.ManagementPoint) bool {
	return mp.Clients == model.ConnectHTTP || mp.Clients == "" && mp.ClientsNow == model.ConnectHTTP
}

// pointForEntra asks what Microsoft Entra ID takes: of the management points of
// the CMG, and from 2603 on of the others too.
func pointForEntra(a *model.Answers, i int) []Question {
	if !a.Uses(model.EntraID) {
		return nil
	}
	serves, online := a.ManagementPoints[i].CMGTraffic == model.Yes, a.Site.Version.AtLeast(2603)
	var questions []Question
	if serves {
		questions = append(questions, Question{
			Key:   key("management_points[#].asp_net_45", i),
			Why:   "Microsoft asks for it where clients use Microsoft Entra ID.",
			Where: "On the server: Get-WindowsFeature *ASP-Net4*, or Server Manager > Add roles and features.",
		})
	}
	if online {
		questions = append(questions, Question{
			Key:   key("management_points[#].internet_access", i),
			Why:   "From 2603 on, it checks Entra tokens online, as Local System.",
			Where: "On the server, as SYSTEM: Invoke-WebRequest https://login.microsoftonline.com -UseBasicParsing. It must reach https://sts.windows.net too.",
		})
	}
	if serves && online {
		questions = append(questions, Question{
			Key:   key("management_points[#].proxy", i),
			Why:   "This check uses only the proxy of Local System, not the site system proxy and not netsh winhttp.",
			Where: "Ask the network team. On the server: Management point > site system Properties > Proxy, and netsh winhttp show proxy.",
		})
	}
	return questions
}

// pointRecap says whom the management point serves, and what stands in its way.
func pointRecap(mp model.ManagementPoint) string {
	switch mp.CMGTraffic {
	case model.Yes:
		return "serves CMG clients" + pointMeans(mp)
	case model.No:
		return "internal clients only"
	}
	return "CMG traffic not known yet"
}

func pointMeans(mp model.ManagementPoint) string {
	switch {
	case mp.InternetAccess == model.No:
		return ", no internet access"
	case mp.Proxy == model.Yes:
		return ", behind a proxy"
	}
	return ""
}
