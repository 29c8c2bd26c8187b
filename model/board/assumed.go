package board

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/rules"
)

// assumedIn says what is assumed in an area, "" for nothing.
func (v view) assumedIn(area string) string {
	var list []phrase
	places, choices := map[string]int{}, true
	for _, a := range v.assumed {
		if a.Area != area {
			continue
		}
		choices = choices && a.Kind == assume.Choice
		p := v.phraseOf(a)
		at, again := places[p.text]
		if !again {
			places[p.text] = len(list)
			list = append(list, p)
			continue
		}
		list[at].keys = append(list[at].keys, a.Key)
	}
	if list == nil {
		return ""
	}
	before := "Assumed: "
	if choices {
		before = "Recommended: "
	}
	return listed(before, model.EachInWords(list, v.phraseWords))
}

// A phrase is what is assumed for one key, or for several kinds of devices.
type phrase struct {
	text string // with {it} for a kind of device, and nothing else to fill
	keys []string
}

// phraseWords names at most two kinds of devices.
func (v view) phraseWords(p phrase) string {
	if !strings.Contains(p.text, "{it}") {
		return p.text
	}
	if len(p.keys) > 2 {
		return strings.ReplaceAll(p.text, "{it}", model.Thousands(len(p.keys))+" kinds")
	}
	names := model.EachInWords(p.keys, func(key string) string { return shortKind(v.entry(key)) })
	if len(names) == 1 {
		return strings.ReplaceAll(p.text, "{it}", v.entry(p.keys[0]))
	}
	if strings.HasSuffix(names[1], " devices") {
		names[0] = strings.TrimSuffix(names[0], " devices")
	}
	return strings.ReplaceAll(p.text, "{it}", strings.Join(names, " and "))
}

// listed joins as many phrases as there is room for.
func listed(before string, phrases []string) string {
	for n := len(phrases); n > 0; n-- {
		text := before + strings.Join(phrases[:n], ", ")
		if left := len(phrases) - n; left > 0 {
			text += " and " + model.Thousands(left) + " more"
		}
		if width(text)+1 <= longWidth || n == 1 {
			return fit(text+".", longWidth)
		}
	}
	return ""
}

// phraseOf is an assumed value as one of a list.
func (v view) phraseOf(a assume.Assumption) phrase {
	name := rules.WithoutPlace(a.Key)
	for _, key := range []string{name + "=" + a.Value, name} {
		text, found := phrases[key]
		if !found {
			continue
		}
		text = strings.ReplaceAll(text, "{value}", a.Label)
		if !strings.HasPrefix(name, "devices[]") {
			text = v.fill(text, a.Key)
		}
		return phrase{text, []string{a.Key}}
	}
	return phrase{a.Said(), nil}
}

// phrases are the assumed values, by key and value or by key alone.
var phrases = map[string]string{
	"site.top_level=standalone-primary":          "a standalone primary site",
	"site.top_level=central-administration-site": "a central administration site",
	"site.security":                            "{value}",
	"site.dotnet_48=no":                        ".NET 4.8 is not on the servers yet",
	"site.dotnet_48=yes":                       ".NET 4.8 is on the servers",
	"devices[].internet=yes":                   "they are used on the internet",
	"devices[].internet=no":                    "some stay inside",
	"devices[].windows=10-or-later":            "Windows 10 or later",
	"devices[].windows=earlier":                "an earlier Windows",
	"devices[].method":                         "{it} use {value}",
	"devices[].on_premises=yes":                "{it} work inside too",
	"devices[].on_premises=no":                 "{it} stay outside",
	"devices[].user_centric=yes":               "users get deployments",
	"devices[].user_centric=no":                "no user deployments for {it}",
	"devices[].client_certificate=no":          "{it} hold no certificates",
	"devices[].client_certificate=yes":         "{it} hold certificates",
	"entra.identities=hybrid":                  "synchronized users",
	"entra.identities=cloud-only":              "users of the cloud alone",
	"entra.devices_in_other_tenant=no":         "one tenant",
	"entra.devices_in_other_tenant=yes":        "devices of another tenant",
	"entra.conditional_access_all_apps=yes":    "a policy for all cloud apps",
	"entra.conditional_access_all_apps=no":     "no policy for all cloud apps",
	"entra.apps=wizard":                        "the wizard creates both apps",
	"entra.apps":                               "the apps are created manually",
	"entra.network_location_policy=no":         "no network location policy",
	"entra.network_location_policy=yes":        "a network location policy",
	"management_points[].cmg_traffic=yes":      "{it} serves the CMG",
	"management_points[].cmg_traffic=no":       "{it} does not serve the CMG",
	"management_points[].clients":              "{it} accepts {value}",
	"management_points[].internet_only=no":     "nothing is internet only",
	"management_points[].internet_only=yes":    "{it} is internet only",
	"management_points[].trusts_client_ca=no":  "{it} lacks the client CAs",
	"management_points[].trusts_client_ca=yes": "{it} trusts the client CAs",
	"site.check_crl=yes":                       "clients check the CRL of site systems",
	"site.check_crl=no":                        "clients do not check the CRL of site systems",
	"gateway.verify_revocation=yes":            "the CMG checks revocation",
	"gateway.verify_revocation=no":             "the CMG does not check revocation",
	"pki.key_bits":                             "{value}-bit keys",
	"token.registration=bulk":                  "a bulk token",
	"token.registration=internal-network":      "tokens from inside",
	"token.registration":                       "tokens from inside and in bulk",
	"token.bulk_lifetime_minutes":              "valid for {minutes}",
	"token.rollout_days":                       "a rollout of {days}",
	"gateway.environment":                      "{value}",
	"gateway.classic_present=no":               "no classic CMG",
	"gateway.classic_present=yes":              "a classic CMG is left",
	"gateway.vm_size":                          "{size}",
	"gateway.vm_instances":                     "{instances}",
	"gateway.enforce_tls12=yes":                "TLS 1.2",
	"gateway.enforce_tls12=no":                 "older TLS too",
	"gateway.serve_content=yes":                "content",
	"gateway.serve_content=no":                 "no content",
	"gateway.software_updates=yes":             "software updates",
	"gateway.software_updates=no":              "no software updates",
}
