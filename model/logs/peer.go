package logs

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// A peerKind says what a log talked to.
type peerKind string

// The kinds of peers.
const (
	peerUnknown    peerKind = ""           // no address stands there
	peerCMG        peerKind = "cmg"        // the CMG
	peerPlain      peerKind = "plain"      // an address with http://, where there is no certificate
	peerEnrollment peerKind = "enrollment" // NDES or the certificate registration point
	peerMicrosoft  peerKind = "microsoft"  // Microsoft Entra ID, Azure and the like
	peerOther      peerKind = "other"      // another server
)

// A peer is whom a line of a log talked to.
type peer struct {
	kind peerKind
	name string // its address, without its query
	host string // the host in it, in lower case
	torn bool   // lines of two servers stand beside it
}

// isBare reports whether it is told without the scheme, or not at all.
func (p peer) isBare() bool { return !strings.Contains(p.name, "://") }

// addressForms are the ways in which logs write an address: as a URL, and in
// parts in three ways as the client does.
var addressForms = model.Pattern(`(?i)\b(https?)://([a-z0-9._-]{1,253})(:\d{1,5})?(/[^\s'"<>,;()\]]{0,200})?|\bHost=([a-z0-9._-]{1,253}), Path=([^\s,\]]{0,200})(?:, Port=\d{1,5})?(?:, Protocol=(https?))?|\bHostName = "([a-z0-9._-]{1,253})"|\brequest to (/[^\s'"]{0,200}) at host ([a-z0-9._-]{1,253})`)

// notAsked are the words before addresses that are only names of apps and
// tenants: nobody is asked there.
var notAsked = []string{"resourceurl", "accountid", "audience", "issuer", "clientid"}

// peersIn lists the addresses of a text with the place of each.
func peersIn(in reading.View, text string) []placed[peer] {
	const most = 64
	var all []placed[peer]
	for _, m := range addressForms().FindAllStringSubmatchIndex(text, most) {
		before := strings.ToLower(text[max(m[0]-20, 0):m[0]])
		if slices.ContainsFunc(notAsked, func(word string) bool { return strings.Contains(before, word) }) {
			continue
		}
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		scheme, host, path := part(1), part(2), part(4)
		if host == "" {
			scheme, host, path = part(7), part(5)+part(8)+part(10), part(6)+part(9)
		}
		all = append(all, placed[peer]{m[0], peerOf(in, strings.ToLower(scheme), host, part(3), path)})
	}
	return all
}

// microsofts are the ends of host names that are Microsoft's own.
var microsofts = []string{"microsoftonline.com", "microsoftonline.us", "windows.net", "azure.com", "usgovcloudapi.net", "microsoft.com", "microsoft.us"}

// peerOf says what an address is, as far as it or the plan tells.
func peerOf(in reading.View, scheme, host, port, path string) peer {
	lower := strings.ToLower(host)
	path, _, _ = strings.Cut(path, "?")
	name := host + port + path
	if scheme != "" {
		name = scheme + "://" + name
	}
	p := peer{kind: peerOther, name: strings.TrimRight(name, "/."), host: lower}
	switch {
	case scheme == "http":
		p.kind = peerPlain
	case strings.Contains(strings.ToLower(path), "/certificateregistrationsvc"), strings.Contains(strings.ToLower(path), "/mscep"):
		p.kind = peerEnrollment
	case in.IsCMG(reading.ReadAddress(lower + path)), strings.Contains(strings.ToLower(path), "/downloadrestservice.svc"):
		p.kind = peerCMG
	case slices.ContainsFunc(microsofts, func(end string) bool { return lower == end || strings.HasSuffix(lower, "."+end) }):
		p.kind = peerMicrosoft
	}
	return p
}

// ndesPlugin is the component that asks an NDES server, whatever the address.
const ndesPlugin = "ndesplugin"

// whose says whose certificate a failed check is about.
func (p peer) whose() string {
	name := reading.Shown(p.name, reading.LongestValue)
	switch p.kind {
	case peerCMG:
		return fmt.Sprintf("The address beside it is that of the CMG (%s): it is about its server authentication certificate, or about one that a device on the way shows in its place.", name)
	case peerPlain:
		return fmt.Sprintf("The address beside it (%s) begins with http://, where no certificate is used: the failure belongs to another request, or a server sent this one on to https://.", name)
	case peerEnrollment:
		return "It belongs to the enrollment of certificates, so the certificate is that of the certificate registration point or of an NDES server" + parenthesis(name) + ", and not that of the CMG."
	case peerMicrosoft:
		return fmt.Sprintf("The address beside it is one of Microsoft (%s), so the certificate is not that of the CMG. A proxy that looks into TLS shows its own there.", name)
	case peerOther:
		return fmt.Sprintf("The address beside it is %s, so the certificate is that of this server, which is not known to be the CMG.", name)
	}
	if p.torn {
		return "Addresses of more than one server stand beside it, so it is not told whose certificate that is."
	}
	return "No address stands beside it, so it is not told whose certificate that is."
}

func parenthesis(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}

// lookThere is what to check where the certificate is not known to be the CMG's.
const lookThere = "Find the address in the lines with the same thread: a line with [CCMHTTP] ERROR: URL= mostly follows. Open that address in a browser on the same computer, and look at the certificate that is shown: its name, its dates, its issuer and its CRL."

// certificateRemark is a failed check of a server's certificate. Only where the
// CMG was asked it is about the certificate of the CMG.
func certificateRemark(p Pattern, s sighting) model.Remark {
	text := p.Means
	for _, of := range s.peers[:min(len(s.peers), 3)] {
		text += " " + of.whose()
	}
	severity, rule, check := model.Warning, "", lookThere
	if slices.ContainsFunc(s.peers, func(of peer) bool { return of.kind == peerCMG }) {
		severity, rule, check = p.Severity, p.Rule, p.Check
	}
	return model.NewRemark(p.ID, severity, rule, text+" "+s.words(), check, p.Cites...)
}

// askedRemark is a failure of which it matters whom it asked.
func askedRemark(p Pattern, s sighting) model.Remark {
	text := p.Means
	for _, of := range s.peers[:min(len(s.peers), 3)] {
		if of.kind != peerUnknown {
			text += " " + of.asked()
		}
	}
	return model.NewRemark(p.ID, p.Severity, p.Rule, text+" "+s.words(), p.Check, p.Cites...)
}

// asked says who was asked.
func (p peer) asked() string {
	name := reading.Shown(p.name, reading.LongestValue)
	switch p.kind {
	case peerCMG:
		return "The CMG was asked (" + name + ")."
	case peerPlain:
		return "Asked was " + name + ": plain HTTP, so an internal server, not the CMG."
	case peerEnrollment:
		return "It belongs to the enrollment of certificates" + parenthesis(name) + ", and not to the CMG."
	case peerMicrosoft:
		return "Asked was " + name + ", one of Microsoft and not the CMG."
	}
	return "Asked was " + name + ", which is not known to be the CMG."
}
