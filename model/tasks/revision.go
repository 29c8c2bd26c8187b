package tasks

import "cmgwizard/model"

// Revision is the number that a state of the task is saved with. Better words
// leave it alone; it rises when what must be done changes.
func (t Task) Revision() int { return 1 + t.Revised }

// Outdated reports whether the state was set before what must be done changed.
func (t Task) Outdated(e model.Progress) bool {
	if e.Revision == 0 && e.Text == "" {
		return false
	}
	set := e.Revision
	if set == 0 && e.Text == firstWordings[t.ID] {
		set = 1
	}
	return set < t.Revision()
}

// firstWordings are the hashes that plans kept of the wording of each task
// before tasks had revisions: they count as the first one. Nothing is added.
var firstWordings = map[string]string{
	"pre-site-version":            "03ec315964c1",
	"pre-site-not-http":           "16dae2795c79",
	"pre-classic-cmg":             "70e5d007a6e8",
	"pre-scp-online":              "dfbecc8444c5",
	"pre-subscription":            "43fcd0fb4fb1",
	"pre-people":                  "517e085787e4",
	"pre-cm-role":                 "b45ef284f46d",
	"pre-optional-feature":        "e0849cfe6ea9",
	"plan-scale":                  "80e3547e482a",
	"plan-name":                   "ba883afa029b",
	"plan-name-unique":            "97f36a986930",
	"plan-cp-servers":             "1ed61a081eda",
	"plan-limits":                 "3317c01648e0",
	"plan-methods":                "d720c4c81911",
	"net-firewall-scp":            "e444bdaea4a4",
	"net-firewall-cp":             "0ae7e76aebba",
	"net-firewall-clients":        "8b9273e44e64",
	"net-mp-internet":             "b0b2db491f3b",
	"srv-dotnet-48":               "40ff5b4bf7b5",
	"cert-source":                 "a095de274753",
	"cert-issue-public":           "4f6ee3abd351",
	"cert-issue-enterprise":       "4bc1c49c3626",
	"cert-export-pfx":             "bfd65dc15c61",
	"cert-trust-root":             "4c1ccd19d299",
	"dns-cname":                   "dc118dbe15ae",
	"azure-providers":             "3bd4a47ec694",
	"entra-apps-create":           "e29a8999fd15",
	"entra-apps-manual":           "0e7a08d227ea",
	"entra-apps-import":           "786761e57338",
	"entra-discovery-page":        "3cb754e457c3",
	"entra-update-app":            "d39d4924c7af",
	"entra-ca-exclude":            "eb1ced6c03fd",
	"entra-more-tenants":          "4ee18585af36",
	"entra-disable-tenant-auth":   "ef7240e6dec7",
	"entra-secret-renewal":        "84340b65bece",
	"entra-device-join":           "5e44b7eac555",
	"entra-user-identity":         "33bcb498ea21",
	"entra-ad-user-discovery":     "f9ff188d207f",
	"entra-aspnet45":              "030aed587dd4",
	"pki-template":                "c7fdf460268d",
	"pki-autoenroll":              "686acf06bc00",
	"pki-export-chain":            "05eec2ac804b",
	"pki-crl":                     "93be738ce8e7",
	"pki-site-ctl":                "b0d58ad2b58e",
	"pki-cp-cert":                 "00cabd9abaaa",
	"pki-cert-selection":          "c0ec19908e6b",
	"token-client-version":        "ee66c363b010",
	"token-internal-registration": "eafa6d3db791",
	"token-bulk":                  "05c0eb9d758a",
	"token-bulk-block":            "5269003e0b7d",
	"token-restart-policy":        "32ad2077a394",
	"site-ehttp":                  "891967bf10cd",
	"site-https-only":             "025c6d5dbc49",
	"mp-rebind-443":               "a11ba8a41f02",
	"mp-webserver-cert":           "de93e4f13cb1",
	"mp-monitoring-cert":          "bc50231ef050",
	"site-pki-option":             "669795e23da3",
	"mp-https":                    "e75dfa48fb27",
	"mp-internet-only":            "69c5fc237d80",
	"mp-client-ca-trust":          "93d08070b9a8",
	"cmg-wizard":                  "ff6fe1301179",
	"cmg-trusted-roots":           "39715a98224b",
	"cmg-ready":                   "5e246587cdbc",
	"site-crl-option":             "d1f260a053db",
	"cp-add":                      "6dda266956ab",
	"mp-cmg-traffic":              "4924d07ae7ac",
	"sup-cmg-traffic":             "d0591f4fa56e",
	"bg-add-cmg":                  "d58095242a7d",
	"content-distribute":          "2004b99ae113",
	"cs-cmg":                      "e45069979afa",
	"cs-user-policy":              "c73e0087d06e",
	"cs-delta-off":                "90af569ac3b6",
	"client-intranet-refresh":     "180488b2ab1e",
	"client-fqdns":                "deec7e3e5f6c",
	"client-install-entra":        "951424903db8",
	"client-install-pki":          "8717567aaf60",
	"client-install-token":        "80a90e1fb8ba",
	"verify-analyzer":             "7b8f3ce246c6",
	"verify-client":               "7b3b815b81a0",
	"verify-dashboard":            "0aa6700fdc3a",
	"op-alerts":                   "00010143bc5b",
	"op-server-cert-renew":        "f8bb88c8b98a",
	"op-entra-secret-renew":       "4df0be9f6930",
	"op-do-not-touch":             "a2005fc57274",
}
