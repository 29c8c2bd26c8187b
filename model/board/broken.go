package board

import (
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/rules"
)

// fill puts the plan's values into a sentence about a key.
func (v view) fill(text, key string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	minutes, _ := v.Token.BulkLifetimeMinutes.Value()
	days, _ := v.Token.RolloutDays.Value()
	off, _ := v.Token.LongestOfflineDays.Value()
	instances, _ := v.Gateway.VMInstances.Value()
	points := len(v.ConnectionPoints)
	return strings.NewReplacer(
		"{it}", v.entry(key), "{IT}", model.Capital(v.entry(key)), "{short}", shortKind(v.entry(key)), "{SHORT}", model.Capital(shortKind(v.entry(key))), "{method}", v.method(key), "{version}", model.Clean(string(v.Site.Version)),
		"{minutes}", model.Counted(minutes, "minute"), "{days}", model.Counted(days, "day"), "{off}", model.Counted(off, "day"),
		"{bits}", v.PKI.KeyBits.String(), "{size}", sizeName(v.Gateway.VMSize), "{instances}", instanceWords(instances),
		"{devices}", model.Thousands(v.counted().devices), "{serve}", model.Thousands(instances*rules.ClientsAnInstance(v.Gateway.VMSize)),
		"{points}", pointsAre(points), "{add}", strconv.Itoa(rules.ConnectionPointsFor(instances)-points),
	).Replace(text)
}

// broken says a broken rule in words: in short, and as the rule states its
// problem, with the numbers of the plan where they say more.
func (v view) broken(f rules.Finding) said {
	id := f.Rule
	if id == "high-availability" && f.Way == "" {
		id = "high-availability, instances"
	}
	problem := f.Stated(v.Plan) + "."
	if numbers, known := brokenNumbers[id]; known {
		problem = v.fill(numbers, f.Subject)
	}
	line, known := brokenLines[id]
	if !known {
		return same(problem)
	}
	return said{v.fill(line, f.Subject), problem}
}

// brokenLines say in short what is broken, by rule. A rule whose task mends it in
// every case is never broken. {short} is the entry of a list that it is about.
var brokenLines = map[string]string{
	"site-plain-http":               "The site will stay on plain HTTP.",
	"cmg-mp-present":                "No management point serves the CMG.",
	"cmg-mp-mode":                   "{SHORT} would serve over plain HTTP.",
	"https-only-site":               "HTTPS-only site, but {short} stays HTTP.",
	"internal-clients-https-mp":     "Inside is HTTPS only: some lack certificates.",
	"internet-only-with-ehttp":      "{SHORT} is internet only without need.",
	"ehttp-each-primary":            "Enhanced HTTP goes on each primary site.",
	"boot-media-internet-only":      "{SHORT} serves no boot media.",
	"task-sequences-over-cmg":       "Version {version}: no task sequences by CMG.",
	"internet-device-present":       "No device is used on the internet.",
	"entra-needs-join":              "Not in Entra ID: {short}.",
	"entra-needs-windows-10":        "Windows is too old: {short}.",
	"user-centric-needs-entra":      "User deployments miss {short}.",
	"pki-available":                 "No PKI can issue client certificates.",
	"entra-recommended":             "Entra ID would suit {short}.",
	"pki-on-ehttp":                  "PKI clients have no HTTPS management point.",
	"token-registration-https":      "No first token for {short}.",
	"on-premises-entra-http":        "Inside, devices find only plain HTTP.",
	"on-premises-user-http":         "Inside, users find only plain HTTP.",
	"service-name":                  "Azure does not accept the service name.",
	"service-name-public":           "Public DNS cannot serve the domain of the service name.",
	"public-certificate-domain":     "No public certificate for an Azure name.",
	"azure-name-fixed":              "The name is in an Azure domain.",
	"resource-group-region":         "The resource group is in another region.",
	"us-government-version":         "Version {version} cannot use US Government.",
	"lab-size":                      "B2s is the lab size: it serves 10 clients.",
	"capacity":                      "{devices} devices; {instances} serve {serve}.",
	"connection-point-count":        "Too few connection points: add {add}.",
	"connection-point-ports-range":  "Too few ports: add a connection point.",
	"high-availability":             "Only one connection point: no spare.",
	"high-availability, instances":  "Only one VM instance: no spare.",
	"service-name-unique":           "The name is taken in Azure: choose another.",
	"entra-disabled-tenant":         "A tenant has Entra sign-in off: too early.",
	"site-system-os":                "A server does not fit.",
	"traffic-alert-dead":            "The traffic alert is dead before 2603.",
	"maintenance-message":           "A false maintenance error may show.",
	"console-version-agrees":        "Console and site differ in version.",
	"scale-set-version":             "Version {version} is too old for a full CMG.",
	"tls12-enforced":                "The CMG will not enforce TLS 1.2.",
	"network-location-policy":       "A policy can keep devices from registering.",
	"app-id-uri":                    "The App ID URI does not fit the tenant.",
	"client-key-length":             "Client certificates have {bits}-bit keys.",
	"crl-public":                    "The CMG checks a CRL that is not public.",
	"site-crl-check":                "Clients check a CRL that is not public.",
	"verify-revocation-recommended": "The CRL is public; the CMG does not check it.",
	"monitoring-key-length":         "{bits}-bit keys do not suit servers too.",
	"bulk-lifetime-limit":           "A bulk token is valid 1 to 10,080 minutes.",
	"bulk-lifetime-rollout":         "The bulk token ends before the rollout.",
	"token-offline":                 "Devices may stay off for {off}.",
	"device-state":                  "A device gets no token of the tenant.",
	"chain-complete":                "A CA certificate of the chain is missing.",
	"client-certificate-usable":     "A client certificate cannot be used.",
	"server-certificate-usable":     "The server certificate cannot be used.",
	"server-certificate-name":       "The certificate is for another name.",
	"bulk-token-usable":             "The bulk token can no longer be used.",
	"evidence-in-date":              "Something in the evidence expires soon.",
}

// brokenNumbers say it with the numbers of the plan.
var brokenNumbers = map[string]string{
	"task-sequences-over-cmg":      "Version {version} cannot run task sequences over the CMG.",
	"user-centric-needs-entra":     "{IT} get user deployments, which {method} do not serve.",
	"us-government-version":        "Version {version} cannot deploy a CMG in the US Government cloud.",
	"capacity":                     "{devices} devices are too many: {instances} of {size} serve {serve}.",
	"connection-point-count":       "{points} too few for {instances}: add {add}.",
	"connection-point-ports-range": "The connection points have too few ports for {devices} devices: add one.",
	"high-availability":            "One connection point: if it fails, clients are cut off.",
	"high-availability, instances": "One VM instance: if it fails, clients are cut off.",
	"scale-set-version":            "Version {version} is too old for a CMG without limits: update the site first.",
	"client-key-length":            "Client certificates have {bits}-bit keys: they should have 2048 or 4096 bits.",
	"bulk-lifetime-limit":          "A bulk token of {minutes} is not possible: 1 to 10,080 minutes are allowed.",
	"bulk-lifetime-rollout":        "A bulk token of {minutes} expires before a rollout of {days} ends.",
	"token-offline":                "A device may stay off for {off}; a token is valid for 90 and renewed after 30.",
}
