package inspect

import (
	"fmt"
	"strings"

	"cmgwizard/model"
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

// swapped says once that the values of /mp and CCMHOSTNAME have changed places.
func (l *lint) swapped() bool {
	if len(l.mp) != 1 || l.host.host == "" {
		return false
	}
	mp, host := l.mp[0], l.host
	inside := !l.in.isCMG(host) && l.in.isCMG(mp) && host.scheme != "" // a management point where the CMG belongs
	if !inside && !(mp.scheme == "" && l.in.isCMG(mp) && host.scheme != "") {
		return false
	}
	l.say("ccmsetup-mixed-up", model.Blocker, "", "The values of /mp and CCMHOSTNAME are mixed up: /mp takes the address of the CMG with https://, CCMHOSTNAME takes it without."+endsWith,
		"Write /mp:https://"+shown(mp.name(), longestValue)+" and CCMHOSTNAME="+shown(mp.name(), longestValue)+".", citeProperties, citeOffPremises)
	return true
}

// name is the address without its scheme.
func (a address) name() string {
	parts := []string{a.as}
	for _, part := range []string{a.path, a.id} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "/")
}

// source judges one value of /mp.
func (l *lint) source(a address) {
	if a.host == "" {
		return
	}
	if !l.in.isCMG(a) && !(a.host != "" && a.host == l.host.host) {
		if l.host.host != "" && l.in.isCMG(l.host) && !isPlaceholder(a.whole) {
			l.say("ccmsetup-mp-inside", model.Advice, "", "/mp names "+shown(a.host, longestValue)+", which is not the CMG of CCMHOSTNAME. A device on the internet cannot load the client from there.",
				"For devices on the internet give /mp the address of the CMG with https://.", citeOffPremises)
		}
		return
	}
	if a.scheme != "https://" {
		l.say("ccmsetup-mp-https", model.Blocker, "", "/mp names the CMG without https:// before it."+endsWith,
			"Write /mp:https://"+shown(a.name(), longestValue)+".", citeProperties, citeOffPremises)
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
			"Add CCMHOSTNAME= with the address of the CMG, without https://. "+asksClient, citeProperties, citeEntraInstall)
		return
	case l.host.host == "":
		return
	}
	if l.host.scheme != "" {
		l.say("ccmsetup-host-https", model.Blocker, "", "CCMHOSTNAME begins with "+shown(l.host.scheme, 20)+". It takes the address without it; only /mp takes https://."+endsWith,
			"Write CCMHOSTNAME="+shown(l.host.name(), longestValue)+".", citeProperties, citeEntraInstall)
	}
	severity := model.Warning
	if l.in.isCMG(l.host) || l.has("regtoken") || len(l.mp) == 1 && l.mp[0].isProxy() && l.mp[0].host == l.host.host {
		severity = model.Blocker
	}
	l.path("CCMHOSTNAME", l.host, severity)
}

// path judges the part of an address that comes after the name of the CMG.
func (l *lint) path(of string, a address, severity model.Severity) {
	switch {
	case isScripted(a.whole):
	case isPlaceholder(a.whole):
		l.say("ccmsetup-placeholder", model.Warning, "", "The value of "+of+" still has a placeholder in it: "+shown(a.whole, longestValue)+".", "Put the real value in its place. "+asksClient, citeProperties)
	case a.path == "":
		l.say("ccmsetup-path", severity, "", of+" lacks the part /CCM_Proxy_MutualAuth/<id> after the name "+shown(a.host, longestValue)+". That is right for an internet-based management point, and wrong for a CMG."+endsWith,
			asksClient, citeProperties, citeEntraInstall)
	case !strings.EqualFold(a.path, proxyPath):
		l.say("ccmsetup-path", severity, "", "After the name of the CMG "+of+" has /"+shown(a.path, 60)+" in place of /CCM_Proxy_MutualAuth."+endsWith, asksClient, citeProperties, citeEntraInstall)
	case a.id == "":
		l.say("ccmsetup-id", model.Blocker, "", of+" lacks the number after /CCM_Proxy_MutualAuth."+endsWith, asksClient, citeProperties, citeEntraInstall)
	case !isNumber(a.id):
		l.say("ccmsetup-id", model.Blocker, "", fmt.Sprintf("After /CCM_Proxy_MutualAuth %s has “%s”, and a number of many digits belongs there.%s", of, shown(a.id, 40), endsWith), asksClient, citeProperties, citeEntraInstall)
	}
}

// alike compares the addresses of /mp and CCMHOSTNAME.
func (l *lint) alike() {
	for _, a := range l.mp {
		switch {
		case !l.in.isCMG(a) || !l.in.isCMG(l.host) || isPlaceholder(a.whole) || isPlaceholder(l.host.whole):
		case a.host != l.host.host:
			l.say("ccmsetup-differ", model.Warning, "", fmt.Sprintf("/mp and CCMHOSTNAME name two CMGs: %s and %s.", shown(a.host, longestValue), shown(l.host.host, longestValue)),
				"Give both the same address, /mp with https:// before it.", citeProperties)
		case a.id != l.host.id && isNumber(a.id) && isNumber(l.host.id):
			l.say("ccmsetup-differ", model.Blocker, "", fmt.Sprintf("/mp and CCMHOSTNAME name the same CMG with different numbers: %s and %s.%s", shown(a.id, 40), shown(l.host.id, 40), endsWith),
				asksClient, citeProperties)
		}
	}
}
