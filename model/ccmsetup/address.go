package ccmsetup

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

const (
	asksClient = "Take the address of a client that knows the CMG, in Windows PowerShell: `(Get-WmiObject -Namespace Root\\Ccm\\LocationServices -Class SMS_ActiveMPCandidate | Where-Object {$_.Type -eq \"Internet\"}).MP`. It is the value for CCMHOSTNAME as it is; put https:// before it for /mp."
	endsWith   = " ccmsetup then may end with 0x87d0027e."
)

// addressed judges /mp and CCMHOSTNAME one by one, after it has seen whether
// they are mixed up.
func (l *lint) addressed() {
	if l.swapped() {
		return
	}
	for _, a := range l.mp {
		l.source(a)
	}
	l.hosted()
}

// userGiven warns of a user in an address, who may have a password beside him.
func (l *lint) userGiven() {
	var of []string
	for name, all := range map[string][]reading.Address{"/mp": l.mp, "CCMHOSTNAME": {l.host}, "SMSMP": {reading.ReadAddress(l.value("SMSMP"))}} {
		if slices.ContainsFunc(all, func(a reading.Address) bool { return a.User }) {
			of = append(of, name)
		}
	}
	if len(of) == 0 {
		return
	}
	slices.Sort(of)
	l.say("ccmsetup-user", model.Warning, "", "A user, perhaps with a password, stands before the host in "+reading.Listed(of)+". No page names such a form, and who reads the line reads the password.",
		"Take it out of the line, and change the password if there is one.", reading.CiteProperties)
}

// swapped says once that the values of /mp and CCMHOSTNAME have changed places.
func (l *lint) swapped() bool {
	if len(l.mp) != 1 || l.host.Host == "" {
		return false
	}
	mp, host := l.mp[0], l.host
	inside := !l.in.IsCMG(host) && l.in.IsCMG(mp) && host.Scheme != "" // a management point where the CMG belongs
	if !inside && !(mp.Scheme == "" && l.in.IsCMG(mp) && host.Scheme != "") {
		return false
	}
	l.say("ccmsetup-mixed-up", model.Blocker, "", "The values of /mp and CCMHOSTNAME are mixed up: /mp takes the address of the CMG with https://, CCMHOSTNAME takes it without."+endsWith,
		"Write /mp:https://"+reading.Shown(name(mp), reading.LongestValue)+" and CCMHOSTNAME="+reading.Shown(name(mp), reading.LongestValue)+".", reading.CiteProperties, reading.CiteOffPremises)
	return true
}

// name is the address without its scheme.
func name(a reading.Address) string {
	parts := []string{a.As}
	for _, part := range []string{a.Path, a.ID} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "/")
}

// source judges one value of /mp.
func (l *lint) source(a reading.Address) {
	if a.Host == "" {
		return
	}
	if !l.in.IsCMG(a) && !(a.Host != "" && a.Host == l.host.Host) {
		if l.host.Host != "" && l.in.IsCMG(l.host) && !reading.IsPlaceholder(a.Whole) {
			l.say("ccmsetup-mp-inside", model.Advice, "", "/mp names "+reading.Shown(a.Host, reading.LongestValue)+", which is not the CMG of CCMHOSTNAME. A device on the internet cannot load the client from there.",
				"For devices on the internet give /mp the address of the CMG with https://.", reading.CiteOffPremises)
		}
		return
	}
	if a.Scheme != "https://" {
		l.say("ccmsetup-mp-https", model.Blocker, "", "/mp names the CMG without https:// before it."+endsWith,
			"Write /mp:https://"+reading.Shown(name(a), reading.LongestValue)+".", reading.CiteProperties, reading.CiteOffPremises)
	}
	l.path("/mp", a, model.Blocker)
}

// hosted judges CCMHOSTNAME.
func (l *lint) hosted() {
	given := l.has("CCMHOSTNAME")
	switch {
	case !given && (l.open || l.keeps("CCMHOSTNAME")):
		return
	case !given:
		l.say("ccmsetup-host-missing", model.Blocker, "", "CCMHOSTNAME is missing. /mp only says where the files come from: without CCMHOSTNAME the client does not know the CMG.",
			"Add CCMHOSTNAME= with the address of the CMG, without https://. "+asksClient, reading.CiteProperties, reading.CiteEntraInstall)
		return
	case l.host.Host == "":
		return
	}
	if l.host.Scheme != "" {
		l.say("ccmsetup-host-https", model.Blocker, "", "CCMHOSTNAME begins with "+reading.Shown(l.host.Scheme, 20)+". It takes the address without it; only /mp takes https://."+endsWith,
			"Write CCMHOSTNAME="+reading.Shown(name(l.host), reading.LongestValue)+".", reading.CiteProperties, reading.CiteEntraInstall)
	}
	severity := model.Warning
	if l.in.IsCMG(l.host) || l.has("regtoken") || len(l.mp) == 1 && l.mp[0].IsProxy() && l.mp[0].Host == l.host.Host {
		severity = model.Blocker
	}
	l.path("CCMHOSTNAME", l.host, severity)
}

// path judges the part of an address that comes after the name of the CMG.
func (l *lint) path(of string, a reading.Address, severity model.Severity) {
	switch {
	case reading.IsScripted(a.Whole):
	case reading.IsPlaceholder(a.Whole):
		l.say("ccmsetup-placeholder", model.Warning, "", "The value of "+of+" still has a placeholder in it: "+reading.Shown(a.Whole, reading.LongestValue)+".", "Put the real value in its place. "+asksClient, reading.CiteProperties)
	case a.Path == "":
		l.say("ccmsetup-path", severity, "", of+" lacks the part /CCM_Proxy_MutualAuth/<id> after the name "+reading.Shown(a.Host, reading.LongestValue)+". That is right for an internet-based management point, and wrong for a CMG."+endsWith,
			asksClient, reading.CiteProperties, reading.CiteEntraInstall)
	case !strings.EqualFold(a.Path, reading.ProxyPath):
		l.say("ccmsetup-path", severity, "", "After the name of the CMG "+of+" has /"+reading.Shown(a.Path, 60)+" in place of /CCM_Proxy_MutualAuth."+endsWith, asksClient, reading.CiteProperties, reading.CiteEntraInstall)
	case a.ID == "":
		l.say("ccmsetup-id", model.Blocker, "", of+" lacks the number after /CCM_Proxy_MutualAuth."+endsWith, asksClient, reading.CiteProperties, reading.CiteEntraInstall)
	case !reading.IsNumber(a.ID):
		l.say("ccmsetup-id", model.Blocker, "", fmt.Sprintf("After /CCM_Proxy_MutualAuth %s has “%s”, and a number of many digits belongs there.%s", of, reading.Shown(a.ID, 40), endsWith), asksClient, reading.CiteProperties, reading.CiteEntraInstall)
	}
}

// alike compares the addresses of /mp and CCMHOSTNAME.
func (l *lint) alike() {
	for _, a := range l.mp {
		switch {
		case !l.in.IsCMG(a) || !l.in.IsCMG(l.host) || reading.IsPlaceholder(a.Whole) || reading.IsPlaceholder(l.host.Whole):
		case a.Host != l.host.Host:
			l.say("ccmsetup-differ", model.Warning, "", fmt.Sprintf("/mp and CCMHOSTNAME name two CMGs: %s and %s.", reading.Shown(a.Host, reading.LongestValue), reading.Shown(l.host.Host, reading.LongestValue)),
				"Give both the same address, /mp with https:// before it.", reading.CiteProperties)
		case a.ID != l.host.ID && reading.IsNumber(a.ID) && reading.IsNumber(l.host.ID):
			l.say("ccmsetup-differ", model.Blocker, "", fmt.Sprintf("/mp and CCMHOSTNAME name the same CMG with different numbers: %s and %s.%s", reading.Shown(a.ID, 40), reading.Shown(l.host.ID, 40), endsWith),
				asksClient, reading.CiteProperties)
		}
	}
}
