package pki

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
)

// What the pages say about server authentication certificates.
var (
	serverCites = []model.Citation{{"pki-reqs", "cloud-management-gateway-cmg"}, {"server-auth-cert", "choose-the-certificate-type"}}
	trustCites  = []model.Citation{{"server-auth-cert", "choose-the-certificate-type"}, {"cmg-comm-error", "error-code-0x2f8f-error_winhttp_secure_failure"}}
	siteCites   = []model.Citation{{"enhanced-http", "validate-the-certificate"}, {"cmg-comm-error", "error-code-403-cmgconnector_forbidden"}}
)

func (c CertificateFacts) remarksOnServer(at time.Time) []model.Remark {
	return slices.Concat(
		c.remarkOnServerFaults(at),
		c.remarkOnEnd("server authentication certificate", "", at),
		c.remarkOnServerLength(),
		c.remarkOnAzureNames(),
		c.remarkOnTrust(),
		c.remarkOnConnector(),
	)
}

func (c CertificateFacts) remarkOnServerFaults(at time.Time) []model.Remark {
	faults := c.ServerFaults(at)
	if len(faults) == 0 {
		return []model.Remark{model.NewRemark("server-certificate-good", "", "",
			fmt.Sprintf("It can be a server authentication certificate: Server Authentication, %s, %s. It %s. Its names: %s.", c.keyWords(), c.Hash, c.DateWords(at), c.serverNames()), "", serverCites...)}
	}
	return []model.Remark{model.NewRemark("server-certificate-faulty", model.Blocker, "",
		"It cannot be the server authentication certificate of a CMG: "+enumerate(faults, 0)+".",
		"Issue it anew with Server Authentication, an RSA key of 2048 or 4096 bits and SHA-2, and with the same common name, with identical capitalization.", serverCites...)}
}

func (c CertificateFacts) remarkOnServerLength() []model.Remark {
	if c.keyFault() != "" || c.KeyBits == 2048 || c.KeyBits == 4096 {
		return nil
	}
	return []model.Remark{model.NewRemark("server-key-length", model.Advice, "",
		fmt.Sprintf("Its key has %d bits. Microsoft names 2048 and 4096 for the certificate of a CMG.", c.KeyBits),
		"Issue it with one of these lengths.", serverCites...)}
}

func (c CertificateFacts) remarkOnAzureNames() []model.Remark {
	name := c.azureName()
	if name == "" {
		return nil
	}
	return []model.Remark{model.NewRemark("server-name-of-azure", "", fixedNameRule,
		"It is for "+model.Shorten(name, longestShort)+", a name in a domain of Azure. Public providers do not issue these, only your own PKI can; no CNAME is needed, but another name of the deployment later means a new CMG.",
		"", model.Citation{"server-auth-cert", "use-an-enterprise-pki-certificate"}, model.Citation{"server-auth-cert", "use-a-public-provider-certificate"})}
}

// azureName is the first of its names that lies in a domain of Azure.
func (c CertificateFacts) azureName() string {
	for _, name := range c.hostNames() {
		if model.InAzureDomain(name) {
			return name
		}
	}
	return ""
}

func (c CertificateFacts) remarkOnTrust() []model.Remark {
	return []model.Remark{model.NewRemark("server-issuer-trusted", "", trustRule,
		"Every client checks it, with Microsoft Entra ID and tokens too. Where its issuer is not public, a client without the root CA stops with 12175 and INVALID_CA.",
		"If your own PKI issued it, bring its root CA to every internet device.", trustCites...)}
}

// remarkOnConnector is for a certificate that somebody took for the client
// certificate of a server, as the words of a support article suggest.
func (c CertificateFacts) remarkOnConnector() []model.Remark {
	if c.HasPurpose(ClientAuthentication) {
		return []model.Remark{model.NewRemark("both-purposes", "", chainRule,
			"It is for client and server authentication, and no template of AD CS is named in it. So it is taken for the certificate of a server, and its CAs are not among those to upload.",
			"If devices do authenticate with it, give the CMG the CAs above it as well: never those of a public CA.", serverCites...)}
	}
	return []model.Remark{model.NewRemark("server-certificate-only", "", connectorRule,
		"It cannot stand in for the client authentication certificate of a CMG connection point or of an HTTPS management point: it lacks Client Authentication. Requests then end with 403 CMGConnector_Clientcertificaterequired, and the log says Filtered cert count with client auth: 0.",
		"Enrol a client authentication certificate on such a server besides.", connectCites...)}
}

// IsForeign reports whether the certificate says nothing about the PKI of a plan:
// the site, Microsoft Entra ID or Intune made it for itself, or a client
// certificate signed itself.
func (c CertificateFacts) IsForeign() bool {
	if c.isCA() {
		return strings.Contains(c.Subject, "CN="+siteIssuer)
	}
	return c.strangeIssuer() != "" || c.Role == ClientLeaf && c.SelfIssued
}

// isOfSite reports whether the ConfigMgr site made the certificate for itself.
func (c CertificateFacts) isOfSite() bool {
	return !c.isCA() && strings.Contains(c.Issuer, siteIssuer)
}

func (c CertificateFacts) remarkOnSiteCertificate() []model.Remark {
	return []model.Remark{model.NewRemark("site-certificate", "", "",
		"It is a certificate that the site issued, such as the SMS Role SSL Certificate that Enhanced HTTP makes for a management point. It is neither for the CMG itself nor for its list of CAs.",
		"On a management point with Enhanced HTTP see that port 443 in IIS is bound to the SMS Role SSL Certificate: otherwise requests fail with 403 CMGConnector_Forbidden.", siteCites...)}
}

// hostNames are the common name, where it looks like a host, and the DNS names.
func (c CertificateFacts) hostNames() []string {
	names := []string{}
	if strings.Contains(c.CommonName, ".") && !strings.Contains(c.CommonName, " ") {
		names = append(names, c.CommonName)
	}
	return union(names, c.dnsNames())
}

func (c CertificateFacts) serverNames() string {
	names := c.hostNames()
	if len(names) == 0 {
		return "none that a client could compare"
	}
	shown := make([]string, 0, mostNames)
	for _, name := range names[:min(len(names), mostNames)] {
		shown = append(shown, model.Shorten(name, longestShort))
	}
	return enumerate(shown, len(names)-len(shown))
}
