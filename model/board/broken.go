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

// broken says a broken rule in words. What has none is told by its statement.
func (v view) broken(f rules.Finding) said {
	s, known := brokenWords[f.Rule]
	if f.Rule == "high-availability" && f.Way == "" {
		s = brokenWords["high-availability, instances"]
	}
	if !known {
		s = same("Not so: " + f.Title + ".")
	}
	return said{v.fill(s.line, f.Subject), v.fill(s.long, f.Subject)}
}

// brokenWords say what is broken, by rule. A rule whose task mends it in every
// case is never broken. {it} and {IT} are the entry of a list that it is about.
var brokenWords = map[string]said{
	"site-plain-http":           {"The site is to stay on plain HTTP.", "The site is planned with plain HTTP and without Enhanced HTTP."},
	"cmg-mp-present":            {"No management point serves the CMG.", "No management point takes CMG traffic: no client would be served."},
	"cmg-mp-mode":               {"{SHORT} would serve over plain HTTP.", "{IT} would take CMG traffic over plain HTTP, which no client can use."},
	"https-only-site":           {"HTTPS only site, and {short} stays HTTP.", "{IT} accepts HTTP, and the site is to be HTTPS only."},
	"internal-clients-https-mp": {"Inside is HTTPS only: some lack certificates.", "{IT} hold no certificate, and every management point inside is HTTPS."},
	"internet-only-with-ehttp":  {"{SHORT} is internet only without need.", "{IT} is internet only, which Enhanced HTTP does not need."},
	"ehttp-each-primary":        {"Enhanced HTTP goes on each primary site.", "Enhanced HTTP must be set on each primary site: the CAS does not pass it on."},
	"boot-media-internet-only":  {"{SHORT} serves no boot media.", "{IT} is for internet clients only: boot media get nothing from it."},
	"task-sequences-over-cmg":   {"Version {version}: no task sequences by CMG.", "Version {version} cannot run task sequences over the CMG."},
	"internet-device-present":   {"No device is used on the internet.", "None of the listed devices is used on the internet: nothing needs a CMG."},
	"entra-needs-join":          {"Not in Entra ID: {short}.", "{IT} are not joined to Microsoft Entra ID: no token."},
	"entra-needs-windows-10":    {"Windows is too old: {short}.", "{IT} run a Windows before 10, which Microsoft Entra ID does not serve."},
	"user-centric-needs-entra":  {"User deployments miss {short}.", "{IT} get user deployments, which {method} do not serve."},
	"pki-available":             {"No PKI can issue client certificates.", "No PKI can issue client certificates, and a kind of device needs them."},
	"entra-recommended":         {"Entra ID would suit {short}.", "{IT} could use Microsoft Entra ID, which serves users too."},
	"pki-on-ehttp":              {"PKI clients have no HTTPS management point.", "No management point for CMG traffic is HTTPS, and PKI clients want one."},
	"token-registration-https":  {"No first token for {short}.", "{IT} cannot get a token: no certificate, no bulk token, and HTTPS only inside."},
	"on-premises-entra-http":    {"Inside, devices find only plain HTTP.", "{IT} find only plain HTTP management points inside."},
	"on-premises-user-http":     {"Inside, users find only plain HTTP.", "Users of {it} find only plain HTTP management points inside."},

	"service-name":                 {"Azure does not accept the service name.", "Azure does not accept the service name in this form."},
	"public-certificate-domain":    {"No public certificate for a name of Azure.", "No public provider issues a certificate for a name in a domain of Azure."},
	"azure-name-fixed":             {"The name is in a domain of Azure.", "The service name is in a domain of Azure: one of your own is better."},
	"resource-group-region":        {"The resource group is in another region.", "The resource group lies in another region than the CMG."},
	"us-government-version":        {"Version {version} cannot use US Government.", "Version {version} cannot deploy a CMG in the US Government cloud."},
	"lab-size":                     {"B2s is the lab size: it serves 10 clients.", "B2s is the lab size: an instance serves 10 clients."},
	"capacity":                     {"{devices} devices; {instances} serve {serve}.", "{devices} devices are too many: {instances} of {size} serve {serve}."},
	"connection-point-count":       {"Too few connection points: add {add}.", "{points} too few for {instances}: add {add}."},
	"connection-point-ports-range": {"Too few ports: add a connection point.", "The connection points have too few ports for {devices} devices: add one."},
	"high-availability":            {"One connection point alone: no spare.", "One connection point: its loss cuts the clients off."},
	"high-availability, instances": {"One VM instance alone: no spare.", "One VM instance: its loss cuts the clients off."},
	"service-name-unique":          {"The name is taken in Azure: choose another.", "The first part of the service name is taken in Azure: choose another."},
	"scale-set-version":            {"Version {version} is too old for a full CMG.", "Version {version} is too old for a CMG without limits: update the site first."},
	"tls12-enforced":               {"The CMG is not to enforce TLS 1.2.", "The CMG is not to enforce TLS 1.2, so it may talk older TLS."},
	"network-location-policy":      {"A policy can keep devices from registering.", "A network location policy can keep Entra joined devices from registering."},

	"app-id-uri": {"The App ID URI does not fit the tenant.", "The App ID URI carries neither the ID of the tenant nor a domain of it."},

	"client-key-length":             {"Client certificates have {bits}-bit keys.", "Client certificates have {bits}-bit keys: they should have 2048 or 4096 bits."},
	"crl-public":                    {"The CMG checks a CRL that is not public.", "The CMG checks a CRL that the internet cannot read: it refuses PKI clients."},
	"site-crl-check":                {"Clients check a CRL that is not public.", "Clients check a CRL that the internet cannot read."},
	"verify-revocation-recommended": {"The CRL is public; the CMG does not check it.", "The CRL is public, and the CMG is not to check it."},
	"monitoring-key-length":         {"{bits}-bit keys do not suit servers too.", "Keys of {bits} bits do not suit HTTPS management points: use a second template."},

	"bulk-lifetime-limit":   {"A bulk token lives 1 to 10,080 minutes.", "A bulk token of {minutes} cannot be: 1 to 10,080 minutes are allowed."},
	"bulk-lifetime-rollout": {"The bulk token ends before the roll-out.", "A bulk token of {minutes} ends before a roll-out of {days} does."},
	"token-offline":         {"Devices may stay off for {off}.", "A device may stay off for {off}; a token lives 90 and is renewed after 30."},

	"device-state":              {"A device gets no token of the tenant.", "A device that was looked at cannot get a token of the plan's tenant."},
	"chain-complete":            {"A CA certificate of the chain is missing.", "The files do not hold the whole chain above the client certificates."},
	"client-certificate-usable": {"A client certificate cannot be used.", "A client cannot authenticate with a certificate that was seen."},
	"server-certificate-usable": {"The server certificate cannot be used.", "A server cannot show a server authentication certificate that was seen."},
	"server-certificate-name":   {"The certificate is for another name.", "The server authentication certificate does not have the service name."},
	"bulk-token-usable":         {"The bulk token cannot be used any more.", "The bulk registration token that was seen cannot be used any more."},
	"evidence-in-date":          {"Something that was seen expires soon.", "Something that was seen in files is about to expire."},
}
