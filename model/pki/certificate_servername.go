package pki

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
)

// What the pages say about the name of a CMG.
var nameCites = []model.Citation{
	{"server-auth-cert", "globally-unique-name"}, {"setup-cmg", "set-up-a-cmg"},
	{"ps-new-cmcloudmanagementgateway", ""}, {"cmg-comm-error", "error-code-0x2f8f-error_winhttp_secure_failure"},
}

// ServerName compares the names in a server authentication certificate with the
// one by which clients will call the server: that of the CMG.
func (c CertificateFacts) ServerName(intended string) (fits bool, remarks []model.Remark) {
	intended = strings.TrimSuffix(model.Clean(intended), ".")
	switch {
	case strings.Contains(intended, "*"):
		return false, c.nameRemark("service-name-wildcard", model.Blocker,
			"The service name "+intended+" is that of a wildcard certificate itself. No device can call the CMG by it.",
			"Replace the * by the unique first part of the name, also on the page Settings of the wizard in the console.")
	case !c.covers(intended):
		return false, c.nameRemark("server-name-other", model.Blocker,
			fmt.Sprintf("It does not cover %s: its names are %s. Clients then end with 12175 and CERT_CN_INVALID.", intended, c.serverNames()),
			"Issue the certificate with "+intended+" as common name and as first DNS name, or give the CMG the name that is in the certificate.")
	}
	return true, c.remarksOnFit(intended)
}

func (c CertificateFacts) nameRemark(id string, severity model.Severity, text, do string) []model.Remark {
	return []model.Remark{model.NewRemark(id, severity, "", model.Shorten(text, 6*longestShort), model.Shorten(do, 6*longestShort), nameCites...)}
}

// covers reports whether a client that calls the server by a name accepts the
// certificate. Where there are DNS names the common name does not count.
func (c CertificateFacts) covers(host string) bool {
	names := c.dnsNames()
	if len(names) == 0 {
		names = []string{c.CommonName}
	}
	return slices.ContainsFunc(names, func(name string) bool { return nameCovers(name, host) })
}

// nameCovers reports whether a name, perhaps a wildcard, stands for a host. The
// asterisk stands for one label.
func nameCovers(name, host string) bool {
	if domain, wildcard := strings.CutPrefix(name, "*."); wildcard {
		label, rest, found := strings.Cut(host, ".")
		return found && label != "" && strings.EqualFold(rest, domain)
	}
	return name != "" && strings.EqualFold(name, host)
}

// remarksOnFit judges how the name of a certificate that covers it is written.
func (c CertificateFacts) remarksOnFit(intended string) []model.Remark {
	first := append(c.dnsNames(), "")[0]
	exact := slices.Contains(c.hostNames(), intended)
	switch {
	case !exact && c.hasAnyCase(intended):
		return c.nameRemark("server-name-case", model.Warning,
			fmt.Sprintf("It covers %s, but with different capitalization: %s. The CMG keeps the capitalization of its first certificate: a certificate with another one is refused when it is renewed, and clients can end with CERT_CN_INVALID.", intended, c.serverNames()),
			"Write the name with identical capitalization in the plan, in this certificate and in every later one.")
	case !exact:
		return c.nameRemark("server-name-wildcard", model.Advice,
			"It is a wildcard certificate that covers "+intended+". The console takes over the name with the *, and that is no name for a CMG.",
			"On the page Settings of the wizard replace the * in Service name, so that it reads "+intended+".")
	case c.CommonName == intended && first == intended:
		return c.nameRemark("server-name-fits", "", intended+" is its common name and its first DNS name: the three names agree.", "")
	case first == "":
		return c.nameRemark("server-name-alone", model.Advice, intended+" is its common name, but it has no DNS names. The safest is one name in both places.", "Ask for "+intended+" as first DNS name too when it is renewed.")
	}
	return c.nameRemark("server-name-not-first", model.Warning,
		fmt.Sprintf("It covers %s, but its common name is %s and its first DNS name %s. Console and PowerShell take the service name from these: without -ServiceName the first DNS name is used.", intended, orQuoted(c.CommonName), orQuoted(first)),
		"Look at Service name in the wizard, or give New-CMCloudManagementGateway -ServiceName "+intended+". Safest is a certificate with it as common name and first DNS name.")
}

func orQuoted(name string) string {
	if name == "" {
		return "empty"
	}
	return model.Shorten(name, longestShort)
}

func (c CertificateFacts) hasAnyCase(intended string) bool {
	return slices.ContainsFunc(c.hostNames(), func(name string) bool { return strings.EqualFold(name, intended) })
}
