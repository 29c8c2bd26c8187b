package pki

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
)

// The rules of a plan that certificates bear on.
const (
	chainRule      = "chain-complete"
	usableRule     = "client-certificate-usable"
	keyLengthRule  = "client-key-length"
	crlRule        = "crl-public"
	siteCRLRule    = "site-crl-check"
	strayRule      = "stray-certificate"
	connectorRule  = "connection-point-certificate"
	trustRule      = "server-certificate-trusted"
	publicNameRule = "public-certificate-domain"
	fixedNameRule  = "azure-name-fixed"
)

// What the pages say about certificates.
var (
	clientCites   = []model.Citation{{"pki-reqs", "windows-client-computers"}, {"configure-authentication", "issue-the-certificate"}}
	selectCites   = []model.Citation{{"plan-for-certs", "pki-client-certificate-selection"}, {"pki-reqs", "windows-client-computers"}}
	strayCites    = []model.Citation{{"azure-ccmsetup", "2-azure-ad-token-request"}, {"client-install-props", "usepkicert"}}
	chainCites    = []model.Citation{{"configure-authentication", "export-the-client-certificates-trusted-root"}, {"security-cmg", "security-details"}}
	connectCites  = []model.Citation{{"configure-authentication", "cmg-connection-point"}, {"cmg-comm-error", "error-code-403-cmgconnector_clientcertificaterequired"}}
	templateCites = []model.Citation{{"example-pki", "BKMK_client2008_cm2012"}, {"pki-reqs", "windows-client-computers"}}
)

// remarksAs say what the certificate means for a CMG on a date, in a place: that of a CA tells the
// role of those below it.
func (c CertificateFacts) remarksAs(below CertificateRole, at time.Time) []model.Remark {
	if c.strangeIssuer() != "" && !c.isCA() && c.Role == ClientLeaf {
		return append([]model.Remark{}, c.remarkOnOrigin()...)
	}
	return append([]model.Remark{}, slices.Concat(c.remarksOnRole(at), c.remarkOnCRL(below), c.remarkOnOddities())...)
}

func (c CertificateFacts) remarksOnRole(at time.Time) []model.Remark {
	switch {
	case c.isCA():
		return c.remarksOnCA(at)
	case c.Role == ClientLeaf:
		return c.remarksOnClient(at)
	case c.isOfSite():
		return c.remarkOnSiteCertificate()
	case c.Role == ServerLeaf:
		return c.remarksOnServer(at)
	}
	return c.remarkOnOther()
}

func (c CertificateFacts) remarksOnClient(at time.Time) []model.Remark {
	return slices.Concat(
		c.remarkOnFaults(at),
		c.remarkOnEnd("client certificate", usableRule, at),
		c.remarkOnLength(),
		c.remarkOnUsage(),
		c.remarkOnName(),
		c.remarkOnSelfSigned(),
		c.remarkOnOrigin(),
		c.remarkOnTemplate(),
		c.remarkOnStray(),
		c.remarkOnPrivateKey(),
	)
}

func (c CertificateFacts) remarkOnFaults(at time.Time) []model.Remark {
	faults := c.ClientFaults(at)
	if len(faults) == 0 {
		return []model.Remark{model.NewRemark("client-certificate-good", "", usableRule,
			fmt.Sprintf("It can be the client certificate of a device: Client Authentication, %s, %s. It %s.", c.keyWords(), c.Hash, c.DateWords(at)), "", clientCites...)}
	}
	return []model.Remark{model.NewRemark("client-certificate-faulty", model.Blocker, usableRule,
		"It cannot be the client certificate of a device: "+enumerate(faults, 0)+". The client selects no certificate, with 0x87d00454 in its logs, or the CMG refuses the one it shows.",
		c.cure(at), clientCites...)}
}

// cure says what helps against the faults of a client certificate.
func (c CertificateFacts) cure(at time.Time) string {
	if c.keyFault() == "" && c.hashFault() == "" && c.caFault() == "" {
		switch {
		case c.Expired(at):
			return "Look for the renewed certificate of the device, or enrol a new one."
		case c.early(at):
			return "Wait for that day, or correct the clock of the CA and enrol again."
		}
	}
	return "Issue it from a template with Client Authentication, an RSA key of 2048 bits and SHA-2, such as a copy of Workstation Authentication."
}

func (c CertificateFacts) keyWords() string {
	if c.KeyBits == 0 {
		return c.Key + " key"
	}
	return fmt.Sprintf("%s key of %d bits", c.Key, c.KeyBits)
}

func (c CertificateFacts) remarkOnEnd(what, rule string, at time.Time) []model.Remark {
	if !c.EndsSoon(at) {
		return nil
	}
	return []model.Remark{model.NewRemark("expires-soon", model.Warning, rule,
		"This "+what+" "+c.DateWords(at)+".", "See that it is renewed before that day.", clientCites[0])}
}

func (c CertificateFacts) remarkOnLength() []model.Remark {
	if c.keyFault() != "" || c.KeyBits == 2048 || c.KeyBits == 4096 {
		return nil
	}
	return []model.Remark{model.NewRemark("client-key-length", model.Advice, keyLengthRule,
		fmt.Sprintf("Its key has %d bits. Microsoft names 2048 and 4096 for clients of a CMG, and does not say what fails with another length.", c.KeyBits),
		"Set 2048 bits in the template before many certificates are issued.", clientCites...)}
}

// remarkOnUsage judges the key usage: none at all allows every use.
func (c CertificateFacts) remarkOnUsage() []model.Remark {
	var lacks []string
	for _, usage := range []string{"Digital Signature", "Key Encipherment"} {
		if len(c.KeyUsage) > 0 && !slices.Contains(c.KeyUsage, usage) {
			lacks = append(lacks, usage)
		}
	}
	if len(lacks) == 0 {
		return nil
	}
	return []model.Remark{model.NewRemark("client-key-usage", model.Warning, "",
		"Its key usage lacks "+enumerate(lacks, 0)+". The page on PKI certificates asks for Digital Signature and Key Encipherment: otherwise a client may select no certificate, with 0x87d00454.",
		"Set both on the tab Extensions of the template, under Key Usage, and enrol again.", clientCites...)}
}

func (c CertificateFacts) remarkOnSelfSigned() []model.Remark {
	if !c.SelfIssued {
		return nil
	}
	return []model.Remark{model.NewRemark("client-self-signed", model.Blocker, chainRule,
		"It signed itself: no CA stands above it, so there is nothing that the CMG could trust. ConfigMgr clients make such certificates for themselves: they are not the ones meant here.",
		"Look for the certificate that a CA issued to the device.", chainCites...)}
}

// siteIssuer is the name of the CA that a ConfigMgr site makes for itself.
const siteIssuer = "SMS Issuing"

// foreignIssuers issue certificates with Client Authentication to many devices,
// and are no PKI of a company.
var foreignIssuers = []string{"MS-Organization-Access", "MS-Organization-P2P-Access", "Microsoft Intune MDM"}

// strangeIssuer is the name of an issuer that is no PKI of a company, "" where
// it may be one.
func (c CertificateFacts) strangeIssuer() string {
	for _, issuer := range append([]string{siteIssuer}, foreignIssuers...) {
		if strings.Contains(c.Issuer, issuer) {
			return issuer
		}
	}
	return ""
}

func (c CertificateFacts) remarkOnOrigin() []model.Remark {
	issuer := c.strangeIssuer()
	if issuer == "" {
		return nil
	}
	return []model.Remark{model.NewRemark("client-of-another-issuer", model.Warning, chainRule,
		"Its issuer is called "+issuer+": judging by that name it does not come from a PKI of yours, but from Microsoft Entra ID, Intune or the site itself.",
		"Take the client certificate that your own PKI issued to a device.", selectCites...)}
}

func (c CertificateFacts) remarkOnStray() []model.Remark {
	return []model.Remark{model.NewRemark("client-certificate-wins", "", strayRule,
		"A device that holds it is installed as a PKI client, even where Microsoft Entra ID is planned: ccmsetup prefers a valid client authentication certificate.",
		"For Microsoft Entra ID install the client without /UsePKICert and with AADCLIENTAPPID and AADRESOURCEURI.", strayCites...)}
}

func (c CertificateFacts) remarkOnPrivateKey() []model.Remark {
	return []model.Remark{model.NewRemark("private-key-unseen", "", "",
		"A file cannot show whether the private key is on the device: without it the client cannot use the certificate.",
		"Run certutil -store my in an elevated window on the device: it names each certificate in the store of the computer and its private key.", selectCites...)}
}

func (c CertificateFacts) remarkOnOther() []model.Remark {
	return []model.Remark{model.NewRemark("not-for-cmg", model.Warning, usableRule,
		"It is good for neither client nor server authentication, so no client can show it to a CMG: such a client selects no certificate, with 0x87d00454. Its purposes: "+model.Shorten(c.PurposeWords(), 3*longestShort)+".",
		"If it was meant as a client certificate, issue it with the purpose Client Authentication.", clientCites...)}
}

func (c CertificateFacts) remarkOnOddities() []model.Remark {
	if len(c.Oddities) == 0 {
		return nil
	}
	return []model.Remark{model.NewRemark("odd", "", "", "Unusual, and read all the same: "+model.Shorten(strings.Join(c.Oddities, "; "), 4*longestShort)+".", "")}
}
