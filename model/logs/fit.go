package logs

import (
	"slices"

	"cmgwizard/model"
)

// methodsOf are the methods of the kinds of devices of a plan, and whether each of
// them has one.
func methodsOf(p *model.Plan) (methods []model.Method, all bool) {
	all = len(p.Devices) > 0
	for _, d := range p.Devices {
		if d.Internet == model.No {
			continue
		}
		all = all && model.Known(d.Method)
		methods = append(methods, d.Method)
	}
	return methods, all && len(methods) > 0
}

// fitsMethods speaks for a cause where every kind of device uses one of the
// methods, and against it where none does.
func fitsMethods(p *model.Plan, what string, of ...model.Method) Fit {
	methods, all := methodsOf(p)
	if !all {
		return Fit{}
	}
	other := func(m model.Method) bool { return !slices.Contains(of, m) }
	switch {
	case !slices.ContainsFunc(methods, other):
		return Fit{For: true, Words: "all devices use " + what}
	case !slices.ContainsFunc(methods, func(m model.Method) bool { return slices.Contains(of, m) }):
		return Fit{Against: true, Words: "no devices use " + what}
	}
	return Fit{}
}

func tokens(p *model.Plan) Fit {
	return fitsMethods(p, "tokens", model.EntraID, model.SiteToken)
}

func certificates(p *model.Plan) Fit {
	return fitsMethods(p, "PKI certificates", model.ClientPKI)
}

func entraTokens(p *model.Plan) Fit {
	return fitsMethods(p, "Microsoft Entra ID", model.EntraID)
}

// bulkTokens is whether devices get their first token by a bulk registration token.
func bulkTokens(p *model.Plan) Fit {
	fit := fitsMethods(p, "site-issued tokens", model.SiteToken)
	if fit.Against {
		return fit
	}
	switch {
	case len(p.Token.Registration) == 0 || slices.Contains(p.Token.Registration, model.Unsure):
		return Fit{}
	case slices.Contains(p.Token.Registration, model.BulkToken):
		return Fit{For: true, Words: "devices get their first token with a bulk registration token"}
	}
	return Fit{Against: true, Words: "no devices get their first token with a bulk registration token"}
}

// classicCMG is whether a classic CMG is still there. All others are scale sets.
func classicCMG(p *model.Plan) Fit {
	const scaleSet = "its CMG is a virtual machine scale set, which does not use TCP 10140 to 10155"
	return Fit{For: p.Gateway.ClassicPresent == model.Yes, Against: p.Gateway.ClassicPresent == model.No, Words: map[model.YesNo]string{model.Yes: "a classic CMG still exists", model.No: scaleSet}[p.Gateway.ClassicPresent]}
}

func scaleSet(p *model.Plan) Fit {
	fit := classicCMG(p)
	return Fit{For: fit.Against, Words: fit.Words}
}

// revocationVerified is whether the CMG looks at revocation at all.
func revocationVerified(p *model.Plan) Fit {
	if p.Gateway.VerifyRevocation == model.No {
		return Fit{Against: true, Words: "the CMG does not verify client certificate revocation"}
	}
	return Fit{}
}
