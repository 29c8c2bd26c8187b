package model

import "strings"

// ServerRemarks compare a server authentication certificate with the plan: with
// the service name of the CMG, else with its management points. On a certificate
// for neither purpose there is nothing to say.
func (p *Plan) ServerRemarks(c CertificateFacts) []Remark {
	if p == nil || c.isCA() || c.isOfSite() || !c.HasPurpose(ServerAuthentication) {
		return nil
	}
	service := p.serviceName()
	if fits, remarks := c.ServerName(service); service != "" && fits {
		return append(remarks, p.remarksOnSource(c)...)
	}
	if remarks := p.remarksOnServers(c); len(remarks) > 0 {
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
func (p *Plan) serviceName() string {
	if name := p.Gateway.ServiceName; Known(name) {
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
func (p *Plan) remarksOnSource(c CertificateFacts) []Remark {
	var remarks []Remark
	add := func(id string, severity Severity, rule, text, do string, cites ...Citation) {
		remarks = append(remarks, NewRemark(id, severity, rule, text, do, cites...))
	}
	if name := c.azureName(); p.Gateway.CertificateSource == PublicProvider && name != "" {
		add("server-source-azure", Blocker, publicNameRule,
			"The plan has it issued by a public provider, but "+shorten(name, longestShort)+" lies in a domain of Azure: no public provider issues for that.",
			"Choose a service name in your own domain, or issue the certificate from your own PKI.", Citation{"server-auth-cert", "use-a-public-provider-certificate"})
	}
	if p.Gateway.CertificateSource == EnterprisePKI && p.Gateway.RootOnClients != Yes {
		add("server-source-private", Warning, trustRule,
			"Your own PKI issues it, and the plan does not say that every internet device trusts its root CA: one without it stops with 12175 and INVALID_CA, whatever its method.",
			"Bring the root CA to every internet device, and say so in the plan.", trustCites...)
	}
	if !InAzureDomain(p.serviceName()) {
		add("server-needs-cname", "", "",
			"Its name lies in your own domain: public DNS needs a CNAME from "+shorten(Clean(p.serviceName()), longestShort)+" to the name of the deployment in Azure.",
			"Create the CNAME before clients look for the CMG.", Citation{"server-auth-cert", "create-a-dns-cname-alias"})
	}
	return remarks
}

// remarksOnServers say which servers of the plan the certificate is for.
func (p *Plan) remarksOnServers(c CertificateFacts) []Remark {
	var remarks []Remark
	for _, mp := range p.ManagementPoints {
		if host := mp.Host; Known(host) && c.covers(host) {
			remarks = append(remarks, NewRemark("server-of-management-point", "", "",
				"It covers "+shorten(Clean(host), longestShort)+": it can be the web server certificate of that management point.", "",
				Citation{"pki-reqs", "site-systems-that-run-iis-and-support-https-client-connections"}))
		}
	}
	for _, cp := range p.ConnectionPoints {
		if host := cp.Host; Known(host) && c.covers(host) && !c.HasPurpose(ClientAuthentication) {
			remarks = append(remarks, NewRemark("server-of-connection-point", Warning, connectorRule,
				"It covers "+shorten(Clean(host), longestShort)+", a CMG connection point, but lacks Client Authentication: it cannot be what that server shows to an HTTPS management point (403 CMGConnector_Clientcertificaterequired).",
				"Enrol a client authentication certificate on that server.", connectCites...))
		}
	}
	return remarks[:min(len(remarks), mostRemarks)]
}

// ClientRemarks say for which CMG connection points of the plan a client
// certificate is.
func (p *Plan) ClientRemarks(c CertificateFacts) []Remark {
	var remarks []Remark
	for _, cp := range p.ConnectionPoints {
		if Known(cp.Host) && c.covers(cp.Host) {
			remarks = append(remarks, NewRemark("client-of-connection-point", "", connectorRule,
				"It is for "+shorten(Clean(cp.Host), longestShort)+", a CMG connection point: that server can show it to an HTTPS management point.", "", connectCites...))
		}
	}
	return remarks[:min(len(remarks), mostRemarks)]
}
