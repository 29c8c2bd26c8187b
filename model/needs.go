package model

import (
	"slices"
)

func (t Truth) need() Need {
	return [...]Need{IsFalse: NotRequired, Unknown: NeedUnknown, IsTrue: Required}[t]
}

// usage says whether an internet device uses the method: not known while one
// has no method yet, or while there is none.
func (p *Plan) usage(m Method) Truth {
	devices := p.InternetDevices()
	if len(devices) == 0 {
		return Unknown
	}
	result := IsFalse
	for _, i := range devices {
		result = some(result, is(p.Devices[i].Method, m))
	}
	return result
}

func (p *Plan) certificateNeed() Need { return p.usage(ClientPKI).need() }

// connectionPointNeed tries every way in which the missing answers could turn
// out: the word counts when they all give the same (C5).
func (p *Plan) connectionPointNeed() Need {
	points := p.CMGPoints()
	if len(points) == 0 {
		return NeedUnknown
	}
	var needs []Need
	for _, pki := range p.usage(ClientPKI).possible() {
		for _, mode := range p.possibleModes(points) {
			needs = append(needs, mode.certificateNeed(pki))
		}
	}
	if slices.ContainsFunc(needs, func(n Need) bool { return n != needs[0] }) {
		return NeedUnknown
	}
	return needs[0]
}

func (t Truth) possible() []bool {
	return [...][]bool{IsFalse: {false}, Unknown: {false, true}, IsTrue: {true}}[t]
}

// modeMix says what the modes of the CMG management points add up to.
type modeMix struct{ someHTTPS, onlyEnhanced bool }

func (m modeMix) certificateNeed(pki bool) Need {
	switch {
	case pki && m.someHTTPS:
		return Required
	case pki && m.onlyEnhanced, !pki && m.someHTTPS:
		return Recommended
	}
	return NotRequired
}

// possibleModes lists the mixes that the points can still become: the unknown
// ones may all turn out alike, which covers every case that matters.
func (p *Plan) possibleModes(points []int) []modeMix {
	if !p.anyIs(points, ModeUnknown) {
		return []modeMix{p.mixWith(points, ModeUnknown)}
	}
	return []modeMix{p.mixWith(points, ModeHTTP), p.mixWith(points, ModeEnhancedHTTP), p.mixWith(points, ModeHTTPS)}
}

func (p *Plan) mixWith(points []int, instead Mode) modeMix {
	mix := modeMix{onlyEnhanced: true}
	for _, i := range points {
		mode := p.Mode(i)
		if mode == ModeUnknown {
			mode = instead
		}
		mix.someHTTPS = mix.someHTTPS || mode == ModeHTTPS
		mix.onlyEnhanced = mix.onlyEnhanced && mode == ModeEnhancedHTTP
	}
	return mix
}

func (p *Plan) webCertificateNeed() Need {
	if len(p.ManagementPoints) == 0 {
		return NeedUnknown
	}
	result := IsFalse
	for _, mp := range p.ManagementPoints {
		result = some(result, is(mp.Clients, ConnectHTTPS))
	}
	return result.need()
}

// userDiscoveryNeed recommends Entra user discovery wherever Microsoft Entra ID
// is used, and asks for it where users need to be found (F24, C9).
func (p *Plan) userDiscoveryNeed() Need {
	switch {
	case p.Uses(EntraID) && p.Entra.Identities == HybridIdentities, p.UserCentric():
		return Required
	case p.Uses(EntraID):
		return Recommended
	}
	return p.usage(EntraID).need()
}

func (p *Plan) bulkTokenNeed() Need {
	tokens := p.devicesWhere(func(d Device) bool { return onTheInternet(d) && d.Method == SiteToken })
	unclear := len(p.InternetDevices()) == 0 || p.methodMissing()
	for _, i := range tokens {
		d := p.Devices[i]
		if d.ReachesInternalNetwork == No || p.onlyHTTPSInside() && d.ClientCertificate == No {
			return Required
		}
		unclear = unclear || !Known(d.ReachesInternalNetwork)
	}
	return p.bulkWord(len(tokens) > 0, unclear)
}

func (p *Plan) bulkWord(used, open bool) Need {
	switch {
	case used && slices.Contains(p.Token.Registration, BulkToken):
		return Recommended
	case open:
		return NeedUnknown
	}
	return NotRequired
}

func (p *Plan) methodMissing() bool {
	return len(p.devicesWhere(func(d Device) bool { return onTheInternet(d) && !Known(d.Method) })) > 0
}

func (p *Plan) cnameNeed() Need {
	if !Known(p.Gateway.ServiceName) {
		return NeedUnknown
	}
	return truth(!InAzureDomain(p.Gateway.ServiceName)).need()
}

func (p *Plan) internetAccessNeed() Need {
	return all(p.usage(EntraID), truth(p.Site.Version.AtLeast(tokensNeedOnline))).need()
}

// wantsInternetOnly says whether the CMG management points should be kept from
// internal clients (F94): they are all HTTPS, and others are not.
func (p *Plan) wantsInternetOnly() bool {
	points := p.CMGPoints()
	inside := p.devicesWhere(func(d Device) bool { return d.OnPremises == Yes })
	everyPoint := p.allPoints()
	return len(p.ManagementPoints) > 1 && len(points) > 0 && len(inside) > 0 &&
		p.every(points, ModeHTTPS) && p.anyIs(everyPoint, ModeEnhancedHTTP, ModeHTTP)
}

func (p *Plan) portsNeed() Need {
	n, ok := p.Gateway.VMInstances.Value()
	if !ok {
		return NeedUnknown
	}
	return truth(n >= 2).need()
}
