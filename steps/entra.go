package steps

import (
	"slices"

	"cmgwizard/model"
)

var entra = Step{
	ID:    "entra",
	Title: "Microsoft Entra ID",
	Why:   "Every CMG needs the site connected to Microsoft Entra ID: the site deploys it through two app registrations, whatever the clients use.",
	Ask: func(a *model.Answers) []Question {
		questions := append(connectionQuestions(), appQuestions(a)...)
		questions = append(questions, tenantQuestions(a)...)
		if !a.Uses(model.EntraID) {
			return questions
		}
		return append(questions, identityQuestions(a)...)
	},
}

func connectionQuestions() []Question {
	return []Question{
		{
			Key:   "entra.site_integrated",
			Why:   "Without it no CMG can be created.",
			Where: "Console: Administration > Cloud Services > Azure Services: an entry of the kind Cloud Management.",
		},
		{
			Key: "entra.tenant_id", Example: "aaaabbbb-0000-cccc-1111-dddd2222eeee",
			Why:   "Some commands in the checklist contain it, and the tenant of each device is compared with it.",
			Where: "Entra admin center > Overview. On a device: dsregcmd.exe /status, TenantId.",
		},
	}
}

// appQuestions ask about the two app registrations, and about the web app once
// there is one, or somebody makes it by hand.
func appQuestions(a *model.Answers) []Question {
	questions := []Question{{
		Key: "entra.apps", Best: bestApps(a),
		Why:   "The tasks differ, and the console never warns before the secret of an imported app expires.",
		Where: "Ask who may register apps in your tenant. Manual registration suits companies where nobody with these rights signs in at the console.",
	}}
	made := a.Entra.SiteIntegrated == model.Yes || a.Entra.Apps == model.AppsByHand
	if made || a.Entra.AppIDURI != "" {
		questions = append(questions, Question{
			Key: "entra.app_id_uri", Example: "api://aaaabbbb-0000-cccc-1111-dddd2222eeee/ConfigMgrService",
			Why:   "It must contain the tenant ID or a verified domain. The old form https://ConfigMgrService must be changed.",
			Where: "Entra admin center > App registrations > the web app > Expose an API > Application ID URI.",
		})
	}
	if made || a.Entra.SecretExpires != "" {
		questions = append(questions, secretQuestion(a))
	}
	return questions
}

// bestApps recommends the wizard for apps that are still to be made.
func bestApps(a *model.Answers) string {
	if a.Entra.SiteIntegrated == model.Yes {
		return ""
	}
	return string(model.AppsByWizard)
}

func secretQuestion(a *model.Answers) Question {
	note := ""
	if a.Entra.Apps == model.AppsByHand {
		note = "Nothing warns you in advance: add the date to a calendar now."
	}
	return Question{
		Key: "entra.secret_expires", Example: "2028-03-31", Note: note,
		Why:   "On that day every connected Azure service stops, unless somebody has renewed the secret.",
		Where: "Console: Administration > Cloud Services > Microsoft Entra tenants. Or: the web app > Certificates & secrets, Expires.",
	}
}

func tenantQuestions(a *model.Answers) []Question {
	questions := []Question{
		{
			Key:   "entra.devices_in_other_tenant",
			Why:   "Each tenant that holds devices or users must be connected to the site.",
			Where: "Compare the tenant of the Azure subscription with TenantId of dsregcmd.exe /status.",
		},
		{
			Key:   "entra.conditional_access_all_apps",
			Why:   "Such a policy must exclude the web app, or its sign-ins are blocked.",
			Where: "Entra admin center > Entra ID > Conditional Access > Policies, target resources.",
		},
	}
	if model.Known(a.Site.Version) && a.Site.Version.AtLeast(model.EntraOffWorks) {
		return questions
	}
	return append(questions, Question{
		Key:   "entra.authentication_disabled",
		Why:   "Before version 2503 clients cannot use a CMG where it is disabled, although that option suits a tenant that only hosts the CMG.",
		Where: "Console: Administration > Cloud Services > Azure Services > the service > Properties > Applications.",
	})
}

func identityQuestions(a *model.Answers) []Question {
	questions := []Question{{
		Key:   "entra.identities",
		Why:   "Synchronized or federated users must be discovered in both directories.",
		Where: "Entra admin center > Entra ID > Entra Connect: sync and federation.",
	}}
	if a.Entra.Identities != model.CloudOnly {
		questions = append(questions, Question{
			Key:   "entra.ad_user_discovery",
			Why:   "Deployments to hybrid users need it in addition to Entra user discovery.",
			Where: "Console: Administration > Hierarchy Configuration > Discovery Methods > Active Directory User Discovery.",
		})
	}
	questions = append(questions, Question{
		Key:   "entra.entra_user_discovery",
		Why:   "It is needed for deployments to users and for hybrid identities, and recommended wherever Microsoft Entra ID is used.",
		Where: "Console: Administration > Cloud Services > Azure Services > Properties > Discovery.",
	})
	if usesEntraAs(a, model.EntraJoined) {
		questions = append(questions, Question{
			Key:   "entra.network_location_policy",
			Why:   "Such a policy can stop Entra joined devices from registering while they are on a network that it names.",
			Where: "Intune admin center > Devices > Configuration: a policy that sets AllowedTlsAuthenticationEndpoints.",
		})
	}
	return questions
}

// usesEntraAs reports whether an internet device that is joined so uses
// Microsoft Entra ID.
func usesEntraAs(a *model.Answers, join model.Join) bool {
	return slices.ContainsFunc(a.InternetDevices(), func(i int) bool {
		return a.Devices[i].Method == model.EntraID && a.Devices[i].Join == join
	})
}
