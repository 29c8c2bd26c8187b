package rules

import (
	"strings"

	"cmgwizard/model"
)

// appRules judge the two app registrations of the site.
var appRules = []Rule{
	{
		ID:       "app-id-uri",
		Title:    "The App ID URI of the web app contains the tenant ID or a verified domain",
		Problem:  "The App ID URI has neither of the two recommended forms",
		Open:     "Unknown whether the App ID URI has one of the two recommended forms",
		Why:      "The wizard in the console proposes https://ConfigMgrService, and Microsoft tells you to change that to one of two forms. Reports name AADSTS50001 at sign-in when the URI does not match the app. An app that works with the old form may keep working.",
		When:     "Once the App ID URI is answered",
		Reads:    []string{"entra.app_id_uri", "entra.tenant_id", "entra.site_integrated"},
		Severity: appIDURISeverity,
		Grades:   "A blocker while the apps do not exist yet, a warning once the site is connected",
		Fix:      "Use the form api:// with the tenant ID and a name, such as api://aaaabbbb-0000-cccc-1111-dddd2222eeee/cmg, or https:// with a domain that is verified in the tenant.",
		Cites:    []model.Citation{{"configure-azure-ad", "create-the-web-server-app-registration"}, {"azure-ccmsetup", "2-azure-ad-token-request"}},
		Judge:    judgeAppIDURI,
	},
	{
		ID:       "app-secret-recorded",
		Title:    "The expiration date of the web app's secret is known",
		Problem:  "The expiration date of the web app's secret is not recorded",
		Open:     "Unknown when the secret of the web app expires",
		Why:      "When the secret has expired, the site cannot sign in, and every connected Azure service stops. The console warns in advance, but never about apps that were created manually and imported.",
		When:     "Once the question about the secret is answered",
		Reads:    []string{"entra.secret_expires"},
		Severity: always(model.Warning),
		Fix:      "Look up the date, add it to a calendar, and name the person who renews the secret.",
		Task:     "entra-secret-renewal",
		Cites:    []model.Citation{{"azure-services-wizard", "bkmk_renew"}, {"manually-register", "import-the-apps-to-configuration-manager"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Entra.SecretExpires != "", func() []model.Outcome {
				return model.OutcomeOf("entra.secret_expires", truthIfKnown(model.Known(p.Entra.SecretExpires), true), "", "entra.secret_expires")
			})
		},
	},
}

// The two forms of an App ID URI.
var (
	tenantURI = model.Pattern(`(?i)^api://([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/.+$`)
	domainURI = model.Pattern(`(?i)^https://([^/]+)/.+$`)
)

// appIDURISeverity is milder for an app that the site signs in with already:
// the form is recommended, and older apps are seen with the old one.
func appIDURISeverity(p *model.Plan) model.Severity {
	if p.Entra.SiteIntegrated == model.Yes {
		return model.Warning
	}
	return model.Blocker
}

func judgeAppIDURI(p *model.Plan) []model.Outcome {
	const key = "entra.app_id_uri"
	return model.OnlyIf(p.Entra.AppIDURI != "", func() []model.Outcome {
		if !model.Known(p.Entra.AppIDURI) {
			return model.OutcomeOf(key, model.Unknown, "", key)
		}
		holds, detail := appIDURIFits(p.Entra)
		return model.OutcomeOf(key, holds, detail, "entra.tenant_id")
	})
}

// appIDURIFits looks at the form: whether a domain is verified in the tenant,
// only the tenant can say.
func appIDURIFits(e model.Entra) (model.Truth, string) {
	if found := tenantURI().FindStringSubmatch(e.AppIDURI); found != nil {
		return truthIfKnown(model.Known(e.TenantID), strings.EqualFold(found[1], e.TenantID)), "it contains an ID that is not the tenant's"
	}
	found := domainURI().FindStringSubmatch(e.AppIDURI)
	return model.TruthOf(found != nil && model.CheckHost(found[1]) == nil), "it has neither of the two forms"
}
