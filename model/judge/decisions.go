package judge

import (
	"fmt"
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/rules"
)

// A Decision is something that was chosen, with the reason.
type Decision struct {
	Title, Choice, Why string
	Sources            []model.Reference
	Conflict           model.Disagreements // what the documents say against each other
	Assumed            bool                // nobody said one of the answers behind it
}

// Decisions lists what the answers decide.
func Decisions(p *model.Plan) []Decision {
	var list []Decision
	for _, d := range p.Devices {
		list = append(list, deviceDecisions(p, d)...)
	}
	list = append(list, securityDecision(p))
	for i := range p.ManagementPoints {
		list = append(list, pointDecision(p, i))
	}
	return append(list, gatewayDecisions(p)...)
}

// SiteDecisions are those about the site and the CMG alone.
func SiteDecisions(p *model.Plan) []Decision {
	return append([]Decision{securityDecision(p)}, gatewayDecisions(p)...)
}

// deviceDecisions are the method of a kind of device on the internet, and what
// it can count on inside.
func deviceDecisions(p *model.Plan, d model.Device) []Decision {
	var list []Decision
	name := OrNotYet(model.Clean(d.Label()))
	if d.Internet == model.Yes {
		o := p.OnInternet(d)
		list = append(list, Decision{name + ", " + model.Locations.Label(model.OnInternet), OrNotYet(model.Methods.Label(d.Method)), o.Why + whyMethod(p, d), o.Sources, rules.DeviceConflict(o), slices.Contains(d.Assumed.Keys(), "method")})
	}
	if d.OnPremises == model.Yes {
		o := p.OnPremises(d)
		list = append(list, Decision{name + ", " + model.Locations.Label(model.OnPremises), model.ServedWords.Label(o.Supported), o.Why, o.Sources, rules.DeviceConflict(o), false})
	}
	return list
}

// whyMethod compares the method with the one that is recommended.
func whyMethod(p *model.Plan, d model.Device) string {
	best, reason := Recommend(&p.Answers, d)
	switch {
	case !model.Known(d.Method):
		return ""
	case d.Method == best:
		return " It is the recommended method: " + reason + "."
	}
	return " Recommended is " + model.Methods.Label(best) + ": " + reason + "."
}

// OrNotYet is the text of an answer, or words that say that there is none
// yet.
func OrNotYet(text string) string {
	if !model.Known(text) {
		return "not decided yet"
	}
	return text
}

func securityDecision(p *model.Plan) Decision {
	why := map[model.Security]string{
		model.EnhancedHTTP: "The site issues the certificates that let HTTP management points answer HTTPS: no PKI is needed on them.",
		model.HTTPSOnly:    "Every site system with IIS uses PKI certificates; clients are expected to hold them too.",
		model.PlainHTTP:    "Plain HTTP serves no clients through a CMG, and ended with version 2403.",
	}[p.Site.Security]
	cites := []model.Citation{{"configure-authentication", "management-point-client-connection-mode-summary"}}
	return Decision{"Communication security of the site", OrNotYet(model.Securities.Label(p.Site.Security)), why, model.References(cites), nil, assumed(p, "site.security")}
}

func pointDecision(p *model.Plan, i int) Decision {
	use := map[model.YesNo]string{model.Yes: "It serves clients through the CMG.", model.No: "It serves no CMG clients."}[p.ManagementPoints[i].CMGTraffic]
	cites := []model.Citation{{"configure-authentication", "configure-the-management-point-for-https"}}
	if use == "" {
		use = "Whether it serves CMG clients is not decided yet."
	}
	return Decision{evidence.EntryName(p, model.PointKey(i, "")), model.Modes.Label(p.Mode(i)), use, model.References(cites), nil, false}
}

func gatewayDecisions(p *model.Plan) []Decision {
	g := p.Gateway
	return []Decision{
		{"Service name of the CMG", OrNotYet(model.Clean(g.ServiceName)), "It is the common name of the server authentication certificate: a change means a new deployment.",
			model.References([]model.Citation{{"server-auth-cert", "globally-unique-name"}, {"modify-cmg", "redeploy-the-service"}}), nil, assumed(p, "gateway.service_name")},
		{"Server authentication certificate", OrNotYet(model.CertificateSources.Label(g.CertificateSource)), "Every client must trust it, whatever its method.",
			model.References([]model.Citation{{"server-auth-cert", "choose-the-certificate-type"}}), nil, assumed(p, "gateway.certificate_source")},
		{"Size of the CMG", sizeOf(g), "Size and number of instances decide how many clients it serves.",
			model.References([]model.Citation{{"perf-scale", "size-and-scale-for-cmg"}}), nil, assumed(p, "gateway.vm_size", "gateway.vm_instances")},
	}
}

// assumed reports whether nobody said one of the answers with these keys.
func assumed(p *model.Plan, keys ...string) bool {
	return slices.ContainsFunc(keys, func(key string) bool {
		f, known := p.Field(key)
		return known && f.Assumed()
	})
}

func sizeOf(g model.Gateway) string {
	if _, known := g.VMInstances.Value(); !known || !model.Known(g.VMSize) {
		return "not decided yet"
	}
	return fmt.Sprintf("%s, instances: %s", model.VMSizes.Label(g.VMSize), g.VMInstances)
}

// Recommend says which method suits a kind of device, and why.
func Recommend(a *model.Answers, d model.Device) (model.Method, string) {
	switch {
	case d.EntraCapable():
		return model.EntraID, "they run Windows 10 or later and are joined to Microsoft Entra ID: no certificate is needed on them, and users are served too"
	case a.PKI.Available == model.No:
		return model.SiteToken, "they cannot use Microsoft Entra ID as they are, and no PKI can issue certificates"
	case a.PKI.Available == model.Yes:
		return model.ClientPKI, "they cannot use Microsoft Entra ID as they are, and a PKI can issue certificates to them"
	case d.ClientCertificate == model.Yes:
		return model.ClientPKI, "they cannot use Microsoft Entra ID as they are, and they hold certificates already"
	}
	return model.SiteToken, "they cannot use Microsoft Entra ID as they are; choose PKI certificates instead if your PKI can issue them"
}
