package rules

import (
	"slices"

	"cmgwizard/model"
)

func need(t model.Truth) Need {
	return [...]Need{model.IsFalse: NotRequired, model.Unknown: NeedUnknown, model.IsTrue: Required}[t]
}

// usage says whether an internet device uses the method: not known while one
// has no method yet, or while there is none.
func usage(p *model.Plan, m model.Method) model.Truth {
	devices := p.InternetDevices()
	if len(devices) == 0 {
		return model.Unknown
	}
	result := model.IsFalse
	for _, i := range devices {
		result = model.Some(result, model.Is(p.Devices[i].Method, m))
	}
	return result
}

func certificateNeed(p *model.Plan) Need { return need(usage(p, model.ClientPKI)) }

// ConnectionPointNeed tries every way in which the missing answers could turn
// out: the word counts when they all give the same.
func ConnectionPointNeed(p *model.Plan) Need {
	points := p.CMGPoints()
	if len(points) == 0 {
		return NeedUnknown
	}
	var needs []Need
	for _, pki := range mayBe(usage(p, model.ClientPKI)) {
		for _, mode := range possibleModes(p, points) {
			needs = append(needs, mode.certificateNeed(pki))
		}
	}
	if slices.ContainsFunc(needs, func(n Need) bool { return n != needs[0] }) {
		return NeedUnknown
	}
	return needs[0]
}

func mayBe(t model.Truth) []bool {
	return [...][]bool{model.IsFalse: {false}, model.Unknown: {false, true}, model.IsTrue: {true}}[t]
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
func possibleModes(p *model.Plan, points []int) []modeMix {
	if !p.AnyIn(points, model.ModeUnknown) {
		return []modeMix{mixWith(p, points, model.ModeUnknown)}
	}
	return []modeMix{mixWith(p, points, model.ModeHTTP), mixWith(p, points, model.ModeEnhancedHTTP), mixWith(p, points, model.ModeHTTPS)}
}

func mixWith(p *model.Plan, points []int, instead model.Mode) modeMix {
	mix := modeMix{onlyEnhanced: true}
	for _, i := range points {
		mode := p.Mode(i)
		if mode == model.ModeUnknown {
			mode = instead
		}
		mix.someHTTPS = mix.someHTTPS || mode == model.ModeHTTPS
		mix.onlyEnhanced = mix.onlyEnhanced && mode == model.ModeEnhancedHTTP
	}
	return mix
}

func webCertificateNeed(p *model.Plan) Need {
	if len(p.ManagementPoints) == 0 {
		return NeedUnknown
	}
	result := model.IsFalse
	for _, mp := range p.ManagementPoints {
		result = model.Some(result, model.Is(mp.Clients, model.ConnectHTTPS))
	}
	return need(result)
}

// userDiscoveryNeed recommends Entra user discovery wherever Microsoft Entra ID
// is used, and asks for it where users need to be found.
func userDiscoveryNeed(p *model.Plan) Need {
	switch {
	case p.Uses(model.EntraID) && p.Entra.Identities == model.HybridIdentities, p.UserCentric():
		return Required
	case p.Uses(model.EntraID):
		return Recommended
	}
	return need(usage(p, model.EntraID))
}

// BulkTokenNeed says whether a bulk registration token is needed: a device
// needs one that uses site-issued tokens and can register in no other way.
func BulkTokenNeed(p *model.Plan) Need {
	tokens := p.DevicesWhere(func(d model.Device) bool { return model.OnTheInternet(d) && d.Method == model.SiteToken })
	unclear := len(p.InternetDevices()) == 0 || p.MethodMissing()
	for _, i := range tokens {
		d := p.Devices[i]
		if d.ReachesInternalNetwork == model.No || p.OnlyHTTPSInside() && d.ClientCertificate == model.No {
			return Required
		}
		unclear = unclear || !model.Known(d.ReachesInternalNetwork)
	}
	return bulkWord(p, len(tokens) > 0, unclear)
}

func bulkWord(p *model.Plan, used, open bool) Need {
	switch {
	case used && slices.Contains(p.Token.Registration, model.BulkToken):
		return Recommended
	case open:
		return NeedUnknown
	}
	return NotRequired
}

// CNAMENeed says whether a public DNS record is needed: only a service name
// outside the domain of Azure needs one.
func CNAMENeed(p *model.Plan) Need {
	if !model.Known(p.Gateway.ServiceName) {
		return NeedUnknown
	}
	return need(model.TruthOf(!model.InAzureDomain(p.Gateway.ServiceName)))
}

func internetAccessNeed(p *model.Plan) Need {
	return need(model.All(usage(p, model.EntraID), model.TruthOf(p.Site.Version.AtLeast(model.TokensNeedOnline))))
}

// WantsInternetOnly says whether the CMG management points should be kept from
// internal clients: they are all HTTPS, and others are not.
func WantsInternetOnly(p *model.Plan) bool {
	points := p.CMGPoints()
	inside := p.DevicesWhere(func(d model.Device) bool { return d.OnPremises == model.Yes })
	everyPoint := p.AllPoints()
	return len(p.ManagementPoints) > 1 && len(points) > 0 && len(inside) > 0 &&
		p.AllIn(points, model.ModeHTTPS) && p.AnyIn(everyPoint, model.ModeEnhancedHTTP, model.ModeHTTP)
}

func portsNeed(p *model.Plan) Need {
	n, ok := p.Gateway.VMInstances.Value()
	if !ok {
		return NeedUnknown
	}
	return need(model.TruthOf(n >= 2))
}
