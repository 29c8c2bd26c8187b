package model

import (
	"fmt"
	"regexp"
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
	"ca-count":    {one(func(p *Plan) string { return p.PKI.CACertificates.String() }), "their number is not known yet"},
	"environment": {one(func(p *Plan) string { return string(p.Gateway.Environment) }), "AzurePublicCloud or AzureUSGovernmentCloud"},
	"revocation":  {one(func(p *Plan) string { return onOff(p.Gateway.VerifyRevocation) }), "on if the CRL is public, off if not"},
	"tls":         {one(func(p *Plan) string { return onOff(p.Gateway.EnforceTLS12) }), "on"},
	"content":     {one(func(p *Plan) string { return onOff(p.Gateway.ServeContent) }), "on if internet clients get deployments with content"},
	"login":       {one(func(p *Plan) string { return p.cloud("login.microsoftonline.com", "login.microsoftonline.us") }), ""},
	"manage":      {one(func(p *Plan) string { return p.cloud("management.azure.com", "management.usgovcloudapi.net") }), ""},
	"storage":     {one(func(p *Plan) string { return p.cloud("core.windows.net", "core.usgovcloudapi.net") }), ""},
	"vault":       {one(func(p *Plan) string { return p.cloud("vault.azure.net", "vault.usgovcloudapi.net") }), ""},
}

var nameForm = regexp.MustCompile(`\{([a-z-]+)\}`)

// DefaultBulkLifetime is the lifetime that the tool gives a bulk registration
// token by itself, in minutes (F69).
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

// connectionPorts are the TCP ports from a connection point to the CMG (F191).
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

// fillText fills the {names} of a text with the plan's words, cleaned.
func (p *Plan) fillText(text string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	return nameForm.ReplaceAllStringFunc(text, func(match string) string {
		f, known := fillings[match[1:len(match)-1]]
		if !known {
			return match
		}
		values := f.values(p)
		if len(values) == 0 {
			return f.gap
		}
		return Clean(strings.Join(values, ", "))
	})
}

// fillCommand fills the {names} of a command, quoted for its shell. A name
// that stands for several values makes a line of each. The line is filled in
// one pass: a {name} inside a value stays what it is.
func (p *Plan) fillCommand(c Command) []string {
	values, count := map[string][]string{}, 1
	for _, match := range nameForm.FindAllStringSubmatch(c.Line, -1) {
		if f, known := fillings[match[1]]; known {
			values[match[0]] = c.Shell.values(f, p)
			count = max(count, len(values[match[0]]))
		}
	}
	lines := make([]string, count)
	for i := range lines {
		lines[i] = nameForm.ReplaceAllStringFunc(c.Line, func(name string) string {
			if v := values[name]; v != nil {
				return v[i%len(v)]
			}
			return name
		})
	}
	return lines
}

// values are what a {name} stands for, quoted. The gap needs no quotes where
// somebody will type over it.
func (s Shell) values(f filling, p *Plan) []string {
	values := f.values(p)
	if len(values) == 0 && !s.isPowerShell() {
		return []string{f.gap}
	}
	if len(values) == 0 {
		values = []string{f.gap}
	}
	for i, value := range values {
		values[i] = s.quote(Clean(value))
	}
	return values
}

func (s Shell) isPowerShell() bool { return s == PowerShell || s == SiteDrive }

// bareWord is text that no shell takes for more than a word.
var bareWord = regexp.MustCompile(`^[A-Za-z0-9._-]+$`)

// quote makes a value one harmless word. PowerShell ends a single-quoted
// string at typographic quotes too. The Command Prompt has no safe quoting: a
// value that needs one is left for a person to type.
func (s Shell) quote(value string) string {
	if s.isPowerShell() {
		return "'" + quoteSigns.Replace(value) + "'"
	}
	if bareWord.MatchString(value) {
		return value
	}
	return "<type the value here>"
}

var quoteSigns = strings.NewReplacer("'", "''", "\u2018", "\u2018\u2018", "\u2019", "\u2019\u2019", "\u201a", "\u201a\u201a", "\u201b", "\u201b\u201b")
