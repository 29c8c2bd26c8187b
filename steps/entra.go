package steps

import "cmgwizard/model"

var entra = Step{
	ID:    "entra",
	Title: "Microsoft Entra ID",
	Why:   "Every CMG needs the site connected to Microsoft Entra ID: the site deploys it through two app registrations, whatever the clients use.",
	Ask: func(a *model.Answers) []Question {
		questions := []Question{
			{
				Key:   "entra.site_integrated",
				Why:   "Without it no CMG can be created.",
				Where: "Console: Administration > Cloud Services > Azure Services: an entry of the kind Cloud Management.",
			},
			{
				Key: "entra.tenant_id", Example: "72f988bf-86f1-41af-91ab-2d7cd011db47",
				Why:   "Some commands of the checklist carry it, and a device's own tenant is compared with it.",
				Where: "Entra admin center > Overview. On a device: dsregcmd.exe /status, TenantId.",
			},
			{
				Key:   "entra.devices_in_other_tenant",
				Why:   "Each tenant that holds devices or users must be connected to the site.",
				Where: "Compare the tenant of the Azure subscription with TenantId of dsregcmd.exe /status.",
			},
			{
				Key:   "entra.conditional_access_all_apps",
				Why:   "Such a policy must leave out the server app, or its sign-ins are blocked.",
				Where: "Entra admin center > Protection > Conditional Access > Policies, target resources.",
			},
		}
		if !a.Uses(model.EntraID) {
			return questions
		}
		return append(questions, identityQuestions(a)...)
	},
}

func identityQuestions(a *model.Answers) []Question {
	questions := []Question{{
		Key:   "entra.identities",
		Why:   "Synchronized or federated users must be discovered in both directories.",
		Where: "Entra admin center > Identity > Hybrid management > Microsoft Entra Connect.",
	}}
	if a.Entra.Identities != model.CloudOnly {
		questions = append(questions, Question{
			Key:   "entra.ad_user_discovery",
			Why:   "Deployments to hybrid users need it beside Entra user discovery.",
			Where: "Console: Administration > Hierarchy Configuration > Discovery Methods > Active Directory User Discovery.",
		})
	}
	return append(questions, Question{
		Key:   "entra.entra_user_discovery",
		Why:   "It is needed for deployments to users and for hybrid identities, and optional otherwise.",
		Where: "Console: Administration > Cloud Services > Azure Services > Properties > Discovery.",
	})
}
