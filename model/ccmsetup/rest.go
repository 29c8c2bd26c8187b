package ccmsetup

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// TokenInLine is the remark that a token stands in a command line.
const TokenInLine = "ccmsetup-token-secret"

// tokened judges /regtoken. Its value is never shown.
func (l *lint) tokened() {
	a, given := l.get("regtoken")
	if !given {
		return
	}
	const again = "Make a token with `BulkRegistrationTokenTool.exe /new` on the top-level site server, copy it whole, and put it after /regtoken: without blanks."
	switch {
	case a.value == "":
		l.say("ccmsetup-token-empty", model.Blocker, "", "/regtoken has no token.", again, reading.CiteRegToken, reading.CiteTokenTool)
	case reading.IsScripted(a.value):
	case reading.IsPlaceholder(a.value):
		l.say("ccmsetup-placeholder", model.Warning, "", "In place of the token /regtoken still has a placeholder.", again, reading.CiteRegToken, reading.CiteTokenTool)
	case !reading.IsToken(a.value):
		l.say("ccmsetup-token-broken", model.Blocker, "", "What /regtoken has is no token, or not all of one: it has "+model.CountedAs(len(a.value), "character", "characters")+". Mail programs break long lines.", again, reading.CiteRegToken, reading.CiteTokenTool)
	default:
		l.say(TokenInLine, model.Warning, "", "The bulk registration token stands in the file. Who can read the file can register devices until the token expires.",
			"Keep it where only those can read it who install clients, and delete it after the roll-out. If others read it, block the token: **Administration** > **Security** > **Certificates**.", reading.CiteTokenManagement)
	}
	if !l.has("SMSMP") && !l.open {
		l.say("ccmsetup-token-smsmp", "", "", "The reference lists SMSMP among what stands with /regtoken, the page about tokens does not.", "For devices that also come inside add SMSMP= with a management point.", reading.CiteRegToken, reading.CiteBulkToken)
	}
	if l.has("PROVISIONTS") {
		l.say("ccmsetup-token-provision", model.Warning, "", "PROVISIONTS stands together with /regtoken. A task sequence that installs updates or apps needs a client authentication certificate: a token alone does not do.",
			"Start the task sequence after the installation, or give the devices a certificate.", reading.CiteProperties)
	}
}

// rest says what else is worth knowing about the line.
func (l *lint) rest() {
	if l.value("CCMALWAYSINF") == "1" {
		l.say("ccmsetup-always-internet", "", "", "CCMALWAYSINF=1: the client counts as on the internet always, and never uses management points inside.", "", reading.CiteAlwaysInternet)
	}
	if mp := reading.ReadAddress(l.value("SMSMP")); mp.Host != "" {
		l.initial(mp)
	}
	l.twice()
}

// removed says that the line removes the client, which is odd only where the
// line names a CMG.
func (l *lint) removed() {
	severity := model.Severity("")
	if l.overCMG() {
		severity = model.Warning
	}
	if l.has("uninstall") {
		l.say("ccmsetup-uninstall", severity, "", "/uninstall removes the client.", "Leave it out if the client is to be installed.", reading.CiteProperties)
	}
}

// initial judges SMSMP.
func (l *lint) initial(mp reading.Address) {
	switch {
	case l.in.IsCMG(mp), l.in.IsCMG(l.host) && mp.Host == l.host.Host:
		l.say("ccmsetup-smsmp", model.Warning, "", "SMSMP names the CMG. It takes a management point inside.", "Delete SMSMP, or give it a management point. The CMG belongs into CCMHOSTNAME.", reading.CiteProperties)
	case mp.Scheme == "" && l.isHTTPS(mp.Host):
		l.say("ccmsetup-smsmp", model.Warning, "", "SMSMP names "+reading.Shown(mp.Host, reading.LongestValue)+", which the plan has as HTTPS, without https:// before it.", "Write SMSMP=https://"+reading.Shown(mp.Host, reading.LongestValue)+".", reading.CiteProperties)
	default:
		l.say("ccmsetup-smsmp", "", "", "SMSMP names the management point that the client uses first when it comes inside: "+reading.Shown(mp.Host, reading.LongestValue)+".", "", reading.CiteProperties)
	}
}

// isHTTPS reports whether the plan has the management point as HTTPS.
func (l *lint) isHTTPS(host string) bool {
	if l.in.Plan == nil {
		return false
	}
	for i, mp := range l.in.Plan.ManagementPoints {
		if strings.EqualFold(mp.Host, host) && l.in.Plan.Mode(i) == model.ModeHTTPS {
			return true
		}
	}
	return false
}

// twice names what stands twice with two values. /source may.
func (l *lint) twice() {
	first := map[string]string{}
	for _, a := range l.Args {
		key := strings.ToLower(a.name)
		value, had := first[key]
		first[key] = a.value
		if had && value != a.value && a.known() && !a.is("source") {
			l.say("ccmsetup-twice", model.Warning, "", reading.Shown(a.name, 40)+" stands twice, with different values.", "Keep one of them.", reading.CiteProperties)
		}
	}
}

// intuneLimit is how many characters a command line in Intune may have.
const intuneLimit = 1024

// measured judges the length of a line for Intune.
func (l *lint) measured() {
	switch {
	case l.length > intuneLimit:
		l.say("ccmsetup-length", model.Blocker, "", fmt.Sprintf("CCMSETUPCMD has %s characters. Intune takes no more than 1,024.", model.Thousands(l.length)),
			"Leave out what is not needed: CCMHOSTNAME and SMSSITECODE are; /mp can be left out.", reading.CiteIntune, reading.CiteProperties)
	case l.intune():
		l.say("ccmsetup-length", "", "", fmt.Sprintf("CCMSETUPCMD has %s of the 1,024 characters that Intune accepts.", model.Thousands(l.length)), "", reading.CiteIntune)
	}
}

// planned compares the line with the plan.
func (l *lint) planned() {
	plan := l.in.Plan
	if plan == nil {
		return
	}
	if host := l.host.Host; host != "" && model.Known(plan.Gateway.ServiceName) && !reading.IsPlaceholder(host) && !l.in.IsOurs(l.host) {
		l.say("ccmsetup-service-plan", model.Warning, "", "CCMHOSTNAME names "+reading.Shown(host, reading.LongestValue)+", and the CMG of the plan is "+model.Clean(plan.Gateway.ServiceName)+".", asksClient, reading.CiteServiceName)
	}
	if l.has("regtoken") && plan.MethodChosen() && !plan.Uses(model.SiteToken) {
		l.say("ccmsetup-token-plan", model.Advice, "", "The line has /regtoken, and the plan has no devices with site-issued tokens.", "Leave /regtoken out, or correct the plan.", reading.CiteBulkToken)
	}
	if uri := l.value("AADRESOURCEURI"); uri != "" && model.Known(plan.Entra.AppIDURI) && !reading.IsPlaceholder(uri) && uri != plan.Entra.AppIDURI {
		l.say("ccmsetup-uri-plan", model.Warning, "app-id-uri", "AADRESOURCEURI is "+reading.Shown(uri, reading.LongestValue)+", and the App ID URI of the plan is "+model.Clean(plan.Entra.AppIDURI)+".", "Give the App ID URI of the web app, letter for letter.", reading.CiteProperties, reading.CiteWebApp)
	}
}
