package board

import (
	"strings"
	"unicode/utf8"

	"cmgwizard/model"
	"cmgwizard/model/rules"
)

// said is one thing in two lengths: for a line beside the name of its area, and
// with more room. Both are sentences.
type said struct{ line, long string }

// same is a sentence that is short enough for both.
func same(text string) said { return said{text, text} }

// width is how many columns a text takes, for the letters of ordinary names.
func width(text string) int { return utf8.RuneCountInString(text) }

// fit cuts what is too wide. With ordinary values nothing is.
func fit(text string, columns int) string { return model.Shorten(model.Clean(text), columns) }

// firstFit is the first of some texts that is not too wide, else the last one,
// cut.
func firstFit(columns int, texts ...string) string {
	for _, text := range texts {
		if width(text) <= columns {
			return text
		}
	}
	return fit(texts[len(texts)-1], columns)
}

// small lets a sentence go on after a colon. A name and an abbreviation keep
// their capitals.
func small(text string) string {
	first, _, _ := strings.Cut(text, " ")
	for _, word := range continued {
		if first == word {
			return strings.ToLower(text[:1]) + text[1:]
		}
	}
	return text
}

// continued are the first words of sentences that are no names.
var continued = strings.Fields("A An This At On Unknown Some Nothing Another The No None Nobody One Only Too Clients Client Devices Users Something Version Enhanced Internet Inside Open: Not")

// asked begin a sentence about an answer that a team must give. What ConfigMgr
// must say, those who read the board must.
var asked = map[model.Team]string{
	model.ConfigMgr: "Nobody has said ", model.PKITeam: "PKI must say ", model.EntraTeam: "Entra must say ", model.AzureTeam: "Azure must say ",
	model.Network: "Network must say ", model.Servers: "The server team must say ", model.Devices: "The device team must say ",
}

// must says the first of some open answers: who must say what.
func (v view) must(open []model.OpenItem) said {
	question, who := v.question(open[0]), asked[open[0].Owner]
	s := said{v.fill(strings.ReplaceAll(question, "{it}", "{short}"), open[0].Key), who + v.fill(question, open[0].Key) + "."}
	if with := who + s.line + "."; width(with) <= lineWidth {
		s.line = with
	} else {
		s.line = "Open: " + s.line + "."
	}
	if n := len(open) - 1; n > 0 {
		s.long = firstFit(longWidth, s.long+" "+more(n), s.long)
	}
	return s
}

func more(n int) string {
	if n == 1 {
		return "1 more is open."
	}
	return model.Thousands(n) + " more are open."
}

// question is an open answer as it stands within a sentence, with {it} for its
// entry.
func (v view) question(item model.OpenItem) string {
	words, known := questions[rules.WithoutPlace(item.Key)]
	if !known {
		words = "the answer to: " + strings.TrimSuffix(item.Question, "?")
	}
	return words
}

// questions are the answers that may be open, as they go on after "must say".
// {it} is the entry of a list.
var questions = map[string]string{
	"site.code":                     "what the site code is",
	"site.version":                  "which version is installed",
	"site.console_version":          "which console version is there",
	"site.updates":                  "which updates are installed",
	"site.oldest_server_os":         "how old the servers' Windows is",
	"site.top_level":                "which site is the top-level site",
	"site.security_now":             "how the site communicates",
	"site.security":                 "how the site will communicate",
	"site.use_pki_certificate":      "whether clients use PKI",
	"site.check_crl":                "whether clients check CRLs",
	"site.service_connection_point": "whether the site is online",
	"site.dotnet_48":                "whether .NET 4.8 is installed",

	"devices":                            "which devices use the CMG",
	"devices[].join":                     "how {it} are joined",
	"devices[].name":                     "what {it} are called",
	"devices[].internet":                 "if {it} are outside",
	"devices[].on_premises":              "whether {it} come inside",
	"devices[].windows":                  "which Windows {it} run",
	"devices[].count":                    "how many {it} there are",
	"devices[].user_centric":             "what users of {it} get",
	"devices[].method":                   "how {it} authenticate",
	"devices[].client_certificate":       "if {it} hold a certificate",
	"devices[].reaches_internal_network": "whether {it} come inside",
	"devices[].client_installed":         "if {it} have the client",

	"entra.tenant_id":                   "what the tenant ID is",
	"entra.site_integrated":             "if the site uses Entra ID",
	"entra.identities":                  "where the identities come from",
	"entra.ad_user_discovery":           "if AD user discovery is on",
	"entra.entra_user_discovery":        "if Entra user discovery is on",
	"entra.devices_in_other_tenant":     "whether there is another tenant",
	"entra.conditional_access_all_apps": "whether a policy covers all apps",
	"entra.apps":                        "how the two apps are created",
	"entra.app_id_uri":                  "what the App ID URI is",
	"entra.secret_expires":              "when the app secret expires",
	"entra.authentication_disabled":     "if a tenant has Entra sign-in off",
	"entra.network_location_policy":     "if a network location policy is set",

	"pki.available":            "whether it can issue certificates",
	"pki.issuer":               "which PKI issues them",
	"pki.certificates_issued":  "whether devices have certificates",
	"pki.key_bits":             "how long the keys are",
	"pki.key_storage_provider": "where the private keys are",
	"pki.ca_certificates":      "how many CAs there are",
	"pki.crl_public":           "whether the CRL is public",
	"pki.several_certificates": "if devices hold several certificates",

	"token.registration":          "how clients get a token",
	"token.bulk_lifetime_minutes": "how long a bulk token is valid",
	"token.rollout_days":          "how long the rollout takes",
	"token.longest_offline_days":  "how long devices may be off",
	"token.clients_current":       "if the clients are up to date",

	"management_points":                    "which management points exist",
	"management_points[].host":             "what {it} is called",
	"management_points[].clients_now":      "which connections {it} accepts",
	"management_points[].clients":          "which connections {it} will accept",
	"management_points[].cmg_traffic":      "whether {it} serves the CMG",
	"management_points[].internet_only":    "if {it} is internet only",
	"management_points[].web_certificate":  "where {it} gets its certificate",
	"management_points[].asp_net_45":       "whether {it} has ASP.NET 4.5",
	"management_points[].internet_access":  "if {it} reaches the internet",
	"management_points[].proxy":            "if {it} needs a proxy",
	"management_points[].trusts_client_ca": "whether {it} trusts the CAs",

	"gateway.exists":                   "whether a CMG runs already",
	"gateway.service_name":             "what the CMG is called",
	"gateway.environment":              "which cloud hosts the CMG",
	"gateway.region":                   "in which region the CMG is",
	"gateway.resource_group":           "which resource group it is",
	"gateway.resource_group_in_region": "where the resource group is",
	"gateway.certificate_source":       "who issues the server certificate",
	"gateway.root_on_clients":          "if devices trust its issuer",
	"gateway.vm_size":                  "which VM size the CMG has",
	"gateway.vm_instances":             "how many VM instances to run",
	"gateway.verify_revocation":        "if the CMG checks revocation",
	"gateway.enforce_tls12":            "if the CMG enforces TLS 1.2",
	"gateway.serve_content":            "if the CMG serves content",
	"gateway.classic_present":          "if a classic CMG is left",
	"gateway.resource_providers":       "if the providers are registered",
	"gateway.name_available":           "whether the name is still free",
	"gateway.tls_inspection":           "whether anything inspects TLS",
	"gateway.intranet_clients":         "if clients inside use the CMG",
	"gateway.software_updates":         "if updates come through the CMG",

	"connection_points":                       "which servers are connection points",
	"connection_points[].host":                "what {it} is called",
	"connection_points[].client_certificate":  "whether {it} holds a certificate",
	"connection_points[].outbound_ports_open": "whether the ports are open",

	"client_settings.use_cmg":                  "if clients may use the CMG",
	"client_settings.cloud_distribution_point": "if clients may use its content",
	"client_settings.user_policy_internet":     "if users get policy outside",
	"client_settings.delta_content":            "if delta content is on",
	"client_settings.entra_registration":       "if devices join Entra ID alone",
}
