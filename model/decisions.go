package model

import "fmt"

// A Decision is something that was chosen, with the reason.
type Decision struct {
	Title, Choice, Why string
	Sources            []Reference
	Conflict           Disagreements // what the documents say against each other
}

// Decisions lists what the answers decide.
func (p *Plan) Decisions() []Decision {
	var list []Decision
	for _, d := range p.Devices {
		list = append(list, p.deviceDecisions(d)...)
	}
	list = append(list, p.securityDecision())
	for i := range p.ManagementPoints {
		list = append(list, p.pointDecision(i))
	}
	return append(list, p.gatewayDecisions()...)
}

// deviceDecisions are the method of a kind of device on the internet, and what
// it can count on inside.
func (p *Plan) deviceDecisions(d Device) []Decision {
	var list []Decision
	name := orNotYet(Clean(d.Label()))
	if d.Internet == Yes {
		o := p.onInternet(d)
		list = append(list, Decision{name + ", " + Locations.Label(OnInternet), orNotYet(Methods.Label(d.Method)), o.Why + p.whyMethod(d), o.Sources, deviceConflict(o)})
	}
	if d.OnPremises == Yes {
		o := p.onPremises(d)
		list = append(list, Decision{name + ", " + Locations.Label(OnPremises), ServedWords.Label(o.Supported), o.Why, o.Sources, deviceConflict(o)})
	}
	return list
}

// whyMethod compares the method with the one that is recommended.
func (p *Plan) whyMethod(d Device) string {
	best, reason := p.Recommend(d)
	switch {
	case !Known(d.Method):
		return ""
	case d.Method == best:
		return " It is the recommended method: " + reason + "."
	}
	return " Recommended is " + Methods.Label(best) + ": " + reason + "."
}

func orNotYet(text string) string {
	if !Known(text) {
		return "not decided yet"
	}
	return text
}

func (p *Plan) securityDecision() Decision {
	why := map[Security]string{
		EnhancedHTTP: "The site issues the certificates that let HTTP management points answer HTTPS: no PKI is needed on them.",
		HTTPSOnly:    "Every site system with IIS uses PKI certificates; clients are expected to hold them too.",
		PlainHTTP:    "Plain HTTP serves no clients through a CMG, and ended with version 2403.",
	}[p.Site.Security]
	cites := []Citation{{"configure-authentication", "management-point-client-connection-mode-summary"}}
	return Decision{"Communication security of the site", orNotYet(Securities.Label(p.Site.Security)), why, References(cites), nil}
}

func (p *Plan) pointDecision(i int) Decision {
	use := map[YesNo]string{Yes: "It serves clients through the CMG.", No: "It serves no CMG clients."}[p.ManagementPoints[i].CMGTraffic]
	cites := []Citation{{"configure-authentication", "configure-the-management-point-for-https"}}
	if use == "" {
		use = "Whether it serves CMG clients is not decided yet."
	}
	return Decision{p.EntryName(pointKey(i, "")), Modes.Label(p.Mode(i)), use, References(cites), nil}
}

func (p *Plan) gatewayDecisions() []Decision {
	g := p.Gateway
	return []Decision{
		{"Service name of the CMG", orNotYet(Clean(g.ServiceName)), "It is the common name of the server authentication certificate: a change means a new deployment.",
			References([]Citation{{"server-auth-cert", "globally-unique-name"}, {"modify-cmg", "redeploy-the-service"}}), nil},
		{"Server authentication certificate", orNotYet(CertificateSources.Label(g.CertificateSource)), "Every client must trust it, whatever its method.",
			References([]Citation{{"server-auth-cert", "choose-the-certificate-type"}}), nil},
		{"Size of the CMG", sizeOf(g), "Size and number of instances decide how many clients it serves.", References([]Citation{{"perf-scale", "size-and-scale-for-cmg"}}), nil},
	}
}

func sizeOf(g Gateway) string {
	if _, known := g.VMInstances.Value(); !known || !Known(g.VMSize) {
		return "not decided yet"
	}
	return fmt.Sprintf("%s, instances: %s", VMSizes.Label(g.VMSize), g.VMInstances)
}

// Recommend says which method suits a kind of device, and why.
func (a *Answers) Recommend(d Device) (Method, string) {
	switch {
	case d.EntraCapable():
		return EntraID, "they run Windows 10 or later and are joined to Microsoft Entra ID: no certificate is needed on them, and users are served too"
	case a.PKI.Available == No:
		return SiteToken, "they cannot use Microsoft Entra ID as they are, and no PKI can issue certificates"
	case a.PKI.Available == Yes:
		return ClientPKI, "they cannot use Microsoft Entra ID as they are, and a PKI can issue certificates to them"
	case d.ClientCertificate == Yes:
		return ClientPKI, "they cannot use Microsoft Entra ID as they are, and they hold certificates already"
	}
	return SiteToken, "they cannot use Microsoft Entra ID as they are; choose PKI certificates instead if your PKI can issue them"
}
