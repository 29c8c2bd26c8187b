package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A filling is what a {name} in a task stands for: the values of the plan, and
// the gap that is shown while there is none.
type filling struct {
	values func(p *Plan) []string
	gap    string
}

// fillings is the table of the {names} that tasks may use.
var fillings = map[string]filling{
	"site":        {one(func(p *Plan) string { return p.Site.Code }), "<site code>"},
	"mp":          {hosts(func(p *Plan) []int { return p.allPoints() }), "<management point>"},
	"cmg-mp":      {hosts(func(p *Plan) []int { return p.CMGPoints() }), "<CMG management point>"},
	"https-mp":    {hosts(func(p *Plan) []int { return p.PointsWith(ConnectHTTPS) }), "<HTTPS management point>"},
	"http-mp":     {hosts(func(p *Plan) []int { return p.PointsWith(ConnectHTTP) }), "<HTTP management point>"},
	"rebind-mp":   {hosts(func(p *Plan) []int { return p.rebindPoints() }), "<management point>"},
	"cp":          {connectionHosts, "<connection point server>"},
	"service":     {one(func(p *Plan) string { return p.Gateway.ServiceName }), "<service name>"},
	"prefix":      {one(servicePrefixOf), "<prefix>"},
	"azure":       {one(azureName), "<prefix>.<region>.cloudapp.azure.com"},
	"region":      {one(func(p *Plan) string { return p.Gateway.Region }), "<region>"},
	"group":       {one(func(p *Plan) string { return p.Gateway.ResourceGroup }), "<resource group>"},
	"tenant":      {one(func(p *Plan) string { return p.Entra.TenantID }), "<tenant ID>"},
	"lifetime":    {one(bulkLifetime), "4320"},
	"instances":   {one(func(p *Plan) string { return p.Gateway.VMInstances.String() }), "<number of instances>"},
	"size":        {one(func(p *Plan) string { return string(p.Gateway.VMSize) }), "<VM size>"},
	"ports":       {one(connectionPorts), "443 with one VM instance, 10124 and up, one port an instance, with two or more"},
	"ca-count":    {one(func(p *Plan) string { return p.PKI.CACertificates.String() }), "not counted yet"},
	"environment": {one(func(p *Plan) string { return string(p.Gateway.Environment) }), "AzurePublicCloud or AzureUSGovernmentCloud"},
	"revocation":  {one(revocationBox), "on if the CRL is public, off if not"},
	"tls":         {one(func(p *Plan) string { return onOff(p.Gateway.EnforceTLS12) }), "on"},
	"content":     {one(func(p *Plan) string { return onOff(p.Gateway.ServeContent) }), "on if internet clients get deployments with content"},
	"login":       {one(func(p *Plan) string { return p.cloud("login.microsoftonline.com", "login.microsoftonline.us") }), ""},
	"manage":      {one(func(p *Plan) string { return p.cloud("management.azure.com", "management.usgovcloudapi.net") }), ""},
	"storage":     {one(func(p *Plan) string { return p.cloud("core.windows.net", "core.usgovcloudapi.net") }), ""},
	"vault":       {one(func(p *Plan) string { return p.cloud("vault.azure.net", "vault.usgovcloudapi.net") }), ""},
	"sign-in":     {one(func(p *Plan) string { return p.cloud(publicSignIn, "login.microsoftonline.us") }), ""},

	"top-site":       {one(topSite), "the top-level site (the central administration site, or the standalone primary site)"},
	"primary":        {one(primarySites), "every primary site whose clients use the CMG"},
	"inside-mp":      {firstOf(hosts((*Plan).insidePlaces)), "<management point>"},
	"proxy":          {one(proxyPoints), "those that reach the internet through a proxy only"},
	"app-uri":        {one(func(p *Plan) string { return p.Entra.AppIDURI }), "<App ID URI of the web app>"},
	"app-uri-choice": {one(appURIChoice), "api://<tenant ID>/ConfigMgrService"},
	"secret-expires": {one(func(p *Plan) string { return p.Entra.SecretExpires }), "not known yet"},
}

// publicSignIn are the addresses that a sign-in at the console calls.
const publicSignIn = "login.microsoftonline.com, aadcdn.msauth.net, aadcdn.msftauth.net"

// DefaultBulkLifetime is the lifetime that the tool gives a bulk registration
// token by itself, in minutes.
const DefaultBulkLifetime = 4320

func one(value func(p *Plan) string) func(p *Plan) []string {
	return func(p *Plan) []string {
		if text := value(p); Known(Clean(text)) {
			return []string{text}
		}
		return nil
	}
}

func hosts(points func(p *Plan) []int) func(p *Plan) []string {
	return func(p *Plan) []string {
		var names []string
		for _, i := range points(p) {
			if host := p.ManagementPoints[i].Host; Known(host) {
				names = append(names, host)
			}
		}
		return names
	}
}

// insidePlaces are the management points that clients inside can use, also once
// those for CMG traffic are for internet clients only.
func (p *Plan) insidePlaces() []int {
	return slices.DeleteFunc(p.InsidePoints(), func(i int) bool {
		return p.wantsInternetOnly() && p.ManagementPoints[i].CMGTraffic == Yes
	})
}

// firstOf takes one value where a line has room for one.
func firstOf(values func(p *Plan) []string) func(p *Plan) []string {
	return func(p *Plan) []string {
		list := values(p)
		return list[:min(1, len(list))]
	}
}

func connectionHosts(p *Plan) []string {
	var names []string
	for _, c := range p.ConnectionPoints {
		if Known(c.Host) {
			names = append(names, c.Host)
		}
	}
	return names
}

func servicePrefixOf(p *Plan) string {
	prefix, _, _ := strings.Cut(p.Gateway.ServiceName, ".")
	return prefix
}

// azureName is the deployment name that the service name points at.
func azureName(p *Plan) string {
	prefix, region := servicePrefixOf(p), p.Gateway.Region
	switch {
	case !Known(prefix):
		return ""
	case p.Gateway.Environment == GovernmentCloud:
		return prefix + ".usgovcloudapp.net"
	case !Known(region):
		return ""
	}
	return prefix + "." + strings.ToLower(strings.ReplaceAll(region, " ", "")) + ".cloudapp.azure.com"
}

func bulkLifetime(p *Plan) string {
	if n, ok := p.Token.BulkLifetimeMinutes.Value(); ok && n >= 1 && n <= MaxBulkLifetime {
		return strconv.Itoa(n)
	}
	return ""
}

// connectionPorts are the TCP ports from a connection point to the CMG.
func connectionPorts(p *Plan) string {
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
func revocationBox(p *Plan) string {
	switch {
	case Known(p.Gateway.VerifyRevocation):
		return onOff(p.Gateway.VerifyRevocation)
	case p.PKI.CRLPublic == Yes:
		return "on, for the CRL is public"
	case p.PKI.CRLPublic == No:
		return "off, for the CRL is not public"
	}
	return ""
}

// onOff is how a box of the wizard is to be set, "" while nobody decided.
func onOff(answer YesNo) string {
	return map[YesNo]string{Yes: "on", No: "off"}[answer]
}

func (p *Plan) cloud(public, government string) string {
	if p.Gateway.Environment == GovernmentCloud {
		return government
	}
	return public
}

// topSite is the site at which the CMG is created.
func topSite(p *Plan) string {
	switch p.Site.TopLevel {
	case StandalonePrimary:
		return strings.TrimSpace("the primary site " + knownText(p.Site.Code))
	case CentralAdmin:
		return "the central administration site"
	}
	return ""
}

// primarySites are the sites at which connection points, management points and
// communication security are set.
func primarySites(p *Plan) string {
	code := knownText(p.Site.Code)
	switch {
	case p.Site.TopLevel == StandalonePrimary:
		return strings.TrimSpace("the primary site " + code)
	case p.Site.TopLevel == CentralAdmin && code != "":
		return "every primary site whose clients use the CMG, " + code + " among them"
	}
	return ""
}

func knownText(text string) string {
	if Known(text) {
		return Clean(text)
	}
	return ""
}

// proxyPoints are the CMG management points that reach the internet through a
// proxy only: "" while that is not answered for all.
func proxyPoints(p *Plan) string {
	var names []string
	for _, i := range p.CMGPoints() {
		mp := p.ManagementPoints[i]
		if !Known(mp.Proxy) || mp.Proxy == Yes && !Known(mp.Host) {
			return ""
		}
		if mp.Proxy == Yes {
			names = append(names, mp.Host)
		}
	}
	if names == nil && len(p.CMGPoints()) > 0 {
		return "none of them, says this plan"
	}
	return strings.Join(names, ", ")
}

// appURIChoice is the App ID URI of the plan, else one in the form that the
// pages recommend.
func appURIChoice(p *Plan) string {
	if Known(p.Entra.AppIDURI) {
		return p.Entra.AppIDURI
	}
	if Known(p.Entra.TenantID) {
		return "api://" + p.Entra.TenantID + "/ConfigMgrService"
	}
	return ""
}
