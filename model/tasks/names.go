package tasks

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/rules"
)

// A filling is what a {name} in a task stands for: the values of the plan, and
// the gap that is shown while there is none. Rests names the answer behind it
// where that may be assumed.
type filling struct {
	values func(p *model.Plan) []string
	Gap    string
	Rests  string
}

// Fillings is the table of the {names} that tasks may use.
var Fillings = map[string]filling{
	"site":        {one(func(p *model.Plan) string { return p.Site.Code }), "<site code>", ""},
	"mp":          {hosts(func(p *model.Plan) []int { return p.AllPoints() }), "<management point>", ""},
	"cmg-mp":      {hosts(func(p *model.Plan) []int { return p.CMGPoints() }), "<CMG management point>", ""},
	"https-mp":    {hosts(func(p *model.Plan) []int { return p.PointsWith(model.ConnectHTTPS) }), "<HTTPS management point>", ""},
	"http-mp":     {hosts(func(p *model.Plan) []int { return p.PointsWith(model.ConnectHTTP) }), "<HTTP management point>", ""},
	"rebind-mp":   {hosts(func(p *model.Plan) []int { return p.RebindPoints() }), "<management point>", ""},
	"cp":          {connectionHosts, "<connection point server>", ""},
	"service":     {one(func(p *model.Plan) string { return p.Gateway.ServiceName }), "<service name>", ""},
	"prefix":      {one(servicePrefixOf), "<prefix>", ""},
	"azure":       {one(azureName), "<prefix>.<region>.cloudapp.azure.com", ""},
	"region":      {one(func(p *model.Plan) string { return p.Gateway.Region }), "<region>", ""},
	"group":       {one(func(p *model.Plan) string { return p.Gateway.ResourceGroup }), "<resource group>", ""},
	"tenant":      {one(func(p *model.Plan) string { return p.Entra.TenantID }), "<tenant ID>", ""},
	"lifetime":    {one(bulkLifetime), "4320", "token.bulk_lifetime_minutes"},
	"instances":   {one(func(p *model.Plan) string { return p.Gateway.VMInstances.String() }), "<number of instances>", "gateway.vm_instances"},
	"size":        {one(func(p *model.Plan) string { return string(p.Gateway.VMSize) }), "<VM size>", "gateway.vm_size"},
	"vcpus":       {one(vCPUs), "2 for each instance of A2_v2 or B2s, 4 for each of A4_v2", "gateway.vm_instances"},
	"ports":       {one(connectionPorts), "443 with one VM instance, 10124 and up, one port per instance, with two or more", "gateway.vm_instances"},
	"ca-count":    {one(func(p *model.Plan) string { return p.PKI.CACertificates.String() }), "not counted yet", ""},
	"environment": {one(func(p *model.Plan) string { return string(p.Gateway.Environment) }), "AzurePublicCloud or AzureUSGovernmentCloud", "gateway.environment"},
	"revocation":  {one(revocationBox), "on if the CRL is public, off if not", "gateway.verify_revocation"},
	"tls":         {one(func(p *model.Plan) string { return onOff(p.Gateway.EnforceTLS12) }), "on", "gateway.enforce_tls12"},
	"content":     {one(func(p *model.Plan) string { return onOff(p.Gateway.ServeContent) }), "on if internet clients get deployments with content", "gateway.serve_content"},
	"login":       {one(func(p *model.Plan) string { return cloud(p, "login.microsoftonline.com", "login.microsoftonline.us") }), "", "gateway.environment"},
	"manage":      {one(func(p *model.Plan) string { return cloud(p, "management.azure.com", "management.usgovcloudapi.net") }), "", "gateway.environment"},
	"storage":     {one(func(p *model.Plan) string { return cloud(p, "core.windows.net", "core.usgovcloudapi.net") }), "", "gateway.environment"},
	"vault":       {one(func(p *model.Plan) string { return cloud(p, "vault.azure.net", "vault.usgovcloudapi.net") }), "", "gateway.environment"},
	"sign-in":     {one(func(p *model.Plan) string { return cloud(p, publicSignIn, "login.microsoftonline.us") }), "", "gateway.environment"},

	"top-site":       {one(topSite), "the top-level site (the central administration site, or the standalone primary site)", "site.top_level"},
	"primary":        {one(primarySites), "every primary site whose clients use the CMG", "site.top_level"},
	"inside-mp":      {firstOf(hosts(insidePlaces)), "<management point>", ""},
	"proxy":          {one(proxyPoints), "those that reach the internet through a proxy only", ""},
	"app-uri":        {one(func(p *model.Plan) string { return p.Entra.AppIDURI }), "<App ID URI of the web app>", ""},
	"app-uri-choice": {one(appURIChoice), "api://<tenant ID>/ConfigMgrService", ""},
	"way-up":         {one(wayUp), "the newest version that Updates and Servicing offers", "site.version"},
	"update-names":   {one(wantedUpdates), "the updates for a CMG", ""},
	"updates":        {one(wantedUpdates), "the updates that the rules of the plan name for its version", "site.version"},
	"updates-first":  {one(updatesFirst), "", ""},
	"updates-after":  {one(updatesAfter), "", ""},
	"secret-expires": {one(func(p *model.Plan) string { return p.Entra.SecretExpires }), "not known yet", ""},
}

// publicSignIn are the addresses that a sign-in at the console calls.
const publicSignIn = "login.microsoftonline.com, aadcdn.msauth.net, aadcdn.msftauth.net"

func one(value func(p *model.Plan) string) func(p *model.Plan) []string {
	return func(p *model.Plan) []string {
		if text := value(p); model.Known(model.Clean(text)) {
			return []string{text}
		}
		return nil
	}
}

func hosts(points func(p *model.Plan) []int) func(p *model.Plan) []string {
	return func(p *model.Plan) []string {
		var names []string
		for _, i := range points(p) {
			if host := p.ManagementPoints[i].Host; model.Known(host) {
				names = append(names, host)
			}
		}
		return names
	}
}

// insidePlaces are the management points that clients inside can use, also once
// those for CMG traffic are for internet clients only.
func insidePlaces(p *model.Plan) []int {
	return slices.DeleteFunc(p.InsidePoints(), func(i int) bool {
		return rules.WantsInternetOnly(p) && p.ManagementPoints[i].CMGTraffic == model.Yes
	})
}

// firstOf takes one value where a line has room for one.
func firstOf(values func(p *model.Plan) []string) func(p *model.Plan) []string {
	return func(p *model.Plan) []string {
		list := values(p)
		return list[:min(1, len(list))]
	}
}

func connectionHosts(p *model.Plan) []string {
	var names []string
	for _, c := range p.ConnectionPoints {
		if model.Known(c.Host) {
			names = append(names, c.Host)
		}
	}
	return names
}

func servicePrefixOf(p *model.Plan) string {
	prefix, _, _ := strings.Cut(p.Gateway.ServiceName, ".")
	return prefix
}

// azureName is the deployment name that the service name points at.
func azureName(p *model.Plan) string {
	prefix, region := servicePrefixOf(p), p.Gateway.Region
	switch {
	case !model.Known(prefix):
		return ""
	case p.Gateway.Environment == model.GovernmentCloud:
		return prefix + ".usgovcloudapp.net"
	case !model.Known(region):
		return ""
	case !model.RegionListed(region):
		return prefix + ".<region>.cloudapp.azure.com" // perhaps misspelled: no name to put into DNS
	}
	return prefix + "." + model.RegionName(region) + ".cloudapp.azure.com"
}

func bulkLifetime(p *model.Plan) string {
	if n, ok := p.Token.BulkLifetimeMinutes.Value(); ok && n >= 1 && n <= model.MaxBulkLifetime {
		return strconv.Itoa(n)
	}
	return ""
}

// vCPUs is how many of them all instances have.
func vCPUs(p *model.Plan) string {
	each, sized := map[model.VMSize]int{model.SizeStandard: 2, model.SizeLarge: 4, model.SizeLab: 2}[p.Gateway.VMSize]
	if n, ok := p.Gateway.VMInstances.Value(); ok && sized {
		return strconv.Itoa(n * each)
	}
	return ""
}

// connectionPorts are the TCP ports from a connection point to the CMG.
func connectionPorts(p *model.Plan) string {
	n, ok := p.Gateway.VMInstances.Value()
	switch {
	case !ok:
		return ""
	case n == 1:
		return "443"
	}
	return fmt.Sprintf("10124-%d", 10123+n)
}

// revocationBox is how the box of the wizard is to be set: as the plan says,
// else as the CRL asks for.
func revocationBox(p *model.Plan) string {
	switch {
	case model.Known(p.Gateway.VerifyRevocation):
		return onOff(p.Gateway.VerifyRevocation)
	case p.PKI.CRLPublic == model.Yes:
		return "on, because the CRL is public"
	case p.PKI.CRLPublic == model.No:
		return "off, because the CRL is not public"
	}
	return ""
}

// onOff is how a box of the wizard is to be set, "" while nobody decided.
func onOff(answer model.YesNo) string {
	return map[model.YesNo]string{model.Yes: "on", model.No: "off"}[answer]
}

func cloud(p *model.Plan, public, government string) string {
	if p.Gateway.Environment == model.GovernmentCloud {
		return government
	}
	return public
}

// topSite is the site at which the CMG is created.
func topSite(p *model.Plan) string {
	switch p.Site.TopLevel {
	case model.StandalonePrimary:
		return strings.TrimSpace("the primary site " + knownText(p.Site.Code))
	case model.CentralAdmin:
		return "the central administration site"
	}
	return ""
}

// primarySites are the sites at which connection points, management points and
// communication security are set.
func primarySites(p *model.Plan) string {
	code := knownText(p.Site.Code)
	switch {
	case p.Site.TopLevel == model.StandalonePrimary:
		return strings.TrimSpace("the primary site " + code)
	case p.Site.TopLevel == model.CentralAdmin && code != "":
		return "every primary site whose clients use the CMG, " + code + " among them"
	}
	return ""
}

func knownText(text string) string {
	if model.Known(text) {
		return model.Clean(text)
	}
	return ""
}

// proxyPoints are the CMG management points that reach the internet through a
// proxy only: "" while that is not answered for all.
func proxyPoints(p *model.Plan) string {
	var names []string
	for _, i := range p.CMGPoints() {
		mp := p.ManagementPoints[i]
		if !model.Known(mp.Proxy) || mp.Proxy == model.Yes && !model.Known(mp.Host) {
			return ""
		}
		if mp.Proxy == model.Yes {
			names = append(names, mp.Host)
		}
	}
	if names == nil && len(p.CMGPoints()) > 0 {
		return "none of them, according to this plan"
	}
	return strings.Join(names, ", ")
}

// appURIChoice is the App ID URI of the plan, else one in the form that the
// pages recommend.
func appURIChoice(p *model.Plan) string {
	if model.Known(p.Entra.AppIDURI) {
		return p.Entra.AppIDURI
	}
	if model.Known(p.Entra.TenantID) {
		return "api://" + p.Entra.TenantID + "/ConfigMgrService"
	}
	return ""
}
