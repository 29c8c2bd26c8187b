package pki

import (
	"strings"

	"cmgwizard/model"
)

// ServerRemarks compare a server authentication certificate with the plan: with
// the service name of the CMG, else with its management points. On a certificate
// for neither purpose there is nothing to say.
func ServerRemarks(p *model.Plan, c CertificateFacts) []model.Remark {
	if p == nil || c.isCA() || c.isOfSite() || !c.HasPurpose(ServerAuthentication) {
		return nil
	}
	service := serviceName(p)
	if fits, remarks := c.ServerName(service); service != "" && fits {
		return append(remarks, remarksOnSource(p, c)...)
	}
	if remarks := remarksOnServers(p, c); len(remarks) > 0 {
		return remarks
	}
	if service == "" || c.roleInHeap() != ServerLeaf {
		return nil
	}
	_, remarks := c.ServerName(service)
	remarks[0].Text = "If it is meant for the CMG: " + lowerFirst(remarks[0].Text)
	return remarks
}

// serviceName is the service name as answered, "" while nobody knows it.
func serviceName(p *model.Plan) string {
	if name := p.Gateway.ServiceName; model.Known(name) {
		return name
	}
	return ""
}

// lowerFirst begins a sentence in the middle of another.
func lowerFirst(text string) string {
	for _, start := range []string{"It ", "The "} {
		if strings.HasPrefix(text, start) {
			return strings.ToLower(text[:1]) + text[1:]
		}
	}
	return text
}

// remarksOnSource compare the certificate of the CMG with what the plan says of
// its issuer.
func remarksOnSource(p *model.Plan, c CertificateFacts) []model.Remark {
	var remarks []model.Remark
	add := func(id string, severity model.Severity, rule, text, do string, cites ...model.Citation) {
		remarks = append(remarks, model.NewRemark(id, severity, rule, text, do, cites...))
	}
	if name := c.azureName(); p.Gateway.CertificateSource == model.PublicProvider && name != "" {
		add("server-source-azure", model.Blocker, publicNameRule,
			"The plan has it issued by a public provider, but "+model.Shorten(name, longestShort)+" lies in a domain of Azure: no public provider issues for that.",
			"Choose a service name in your own domain, or issue the certificate from your own PKI.", model.Citation{"server-auth-cert", "use-a-public-provider-certificate"})
	}
	if p.Gateway.CertificateSource == model.EnterprisePKI && p.Gateway.RootOnClients != model.Yes {
		add("server-source-private", model.Warning, trustRule,
			"Your own PKI issues it, and the plan does not say that every internet device trusts its root CA: one without it stops with 12175 and INVALID_CA, whatever its method.",
			"Bring the root CA to every internet device, and say so in the plan.", trustCites...)
	}
	if !model.InAzureDomain(serviceName(p)) {
		add("server-needs-cname", "", "",
			"Its name lies in your own domain: public DNS needs a CNAME from "+model.Shorten(model.Clean(serviceName(p)), longestShort)+" to the name of the deployment in Azure.",
			"Create the CNAME before clients look for the CMG.", model.Citation{"server-auth-cert", "create-a-dns-cname-alias"})
	}
	return remarks
}

// remarksOnServers say which servers of the plan the certificate is for.
func remarksOnServers(p *model.Plan, c CertificateFacts) []model.Remark {
	var remarks []model.Remark
	for _, mp := range p.ManagementPoints {
		if host := mp.Host; model.Known(host) && c.covers(host) {
			remarks = append(remarks, model.NewRemark("server-of-management-point", "", "",
				"It covers "+model.Shorten(model.Clean(host), longestShort)+": it can be the web server certificate of that management point.", "",
				model.Citation{"pki-reqs", "site-systems-that-run-iis-and-support-https-client-connections"}))
		}
	}
	for _, cp := range p.ConnectionPoints {
		if host := cp.Host; model.Known(host) && c.covers(host) && !c.HasPurpose(ClientAuthentication) {
			remarks = append(remarks, model.NewRemark("server-of-connection-point", model.Warning, connectorRule,
				"It covers "+model.Shorten(model.Clean(host), longestShort)+", a CMG connection point, but lacks Client Authentication: it cannot be what that server shows to an HTTPS management point (403 CMGConnector_Clientcertificaterequired).",
				"Enrol a client authentication certificate on that server.", connectCites...))
		}
	}
	return remarks[:min(len(remarks), mostRemarks)]
}

// ClientRemarks say for which CMG connection points of the plan a client
// certificate is.
func ClientRemarks(p *model.Plan, c CertificateFacts) []model.Remark {
	var remarks []model.Remark
	for _, cp := range p.ConnectionPoints {
		if model.Known(cp.Host) && c.covers(cp.Host) {
			remarks = append(remarks, model.NewRemark("client-of-connection-point", "", connectorRule,
				"It is for "+model.Shorten(model.Clean(cp.Host), longestShort)+", a CMG connection point: that server can show it to an HTTPS management point.", "", connectCites...))
		}
	}
	return remarks[:min(len(remarks), mostRemarks)]
}
