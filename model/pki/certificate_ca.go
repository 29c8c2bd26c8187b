package pki

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
)

func (c CertificateFacts) remarksOnCA(at time.Time) []model.Remark {
	return slices.Concat(c.remarkOnPlace(), c.remarkOnCADates(at), c.remarkOnCAHash(), c.remarkOnCAKey(), c.remarkOnSigning(), c.remarkOnCAPurpose())
}

// remarkOnPlace says what the CA is, and what may stand below it.
func (c CertificateFacts) remarkOnPlace() []model.Remark {
	text := "It is an intermediate CA: " + model.Shorten(c.Issuer, longestShort) + " issued it."
	if c.Role == RootCA {
		text = "It is a root CA: it signed itself. It needs no CRL of its own."
	}
	if strings.Contains(c.Subject, siteIssuer) {
		text = "It is the CA that the ConfigMgr site makes for itself. The CMG needs no certificate of it."
	}
	switch {
	case c.MaxPath == 0 && c.CA:
		text += " No CA may stand below it."
	case c.MaxPath > 0:
		text += fmt.Sprintf(" At most %s may stand below it.", model.Counted(c.MaxPath, "CA"))
	}
	return []model.Remark{model.NewRemark("ca", "", "", text, "", chainCites...)}
}

func (c CertificateFacts) remarkOnCADates(at time.Time) []model.Remark {
	switch {
	case !c.InDate(at):
		return []model.Remark{model.NewRemark("ca-not-in-date", model.Warning, chainRule,
			"This CA certificate "+c.DateWords(at)+". The CMG refuses client certificates whose only way leads through it.",
			"Look for the renewed certificate of this CA.", chainCites...)}
	case c.EndsSoon(at):
		return []model.Remark{model.NewRemark("expires-soon", model.Warning, chainRule,
			"This CA certificate "+c.DateWords(at)+". Give the CMG the renewed one before the first client certificate comes from it.",
			"Ask who runs the CA when it is renewed.", chainCites...)}
	}
	return nil
}

// remarkOnCAHash judges the signature of a CA. Nobody checks the signature of a
// root under itself.
func (c CertificateFacts) remarkOnCAHash() []model.Remark {
	switch {
	case c.hasSHA2() || c.Hash == "":
		return nil
	case c.Role == RootCA:
		return []model.Remark{model.NewRemark("root-signature", "", "",
			"It is signed with "+c.Hash+". On a root CA that does not matter: a root is trusted because it was put there, not for its signature.", "", chainCites...)}
	}
	return []model.Remark{model.NewRemark("ca-signature-weak", model.Warning, chainRule,
		"This intermediate CA is signed with "+c.Hash+". Microsoft asks for SHA-2 in the certificates of a CMG, and a weak signature above them can be refused or forged.",
		"Renew the certificate of this CA with SHA-2 at the CA above it, and upload that one.", chainCites...)}
}

func (c CertificateFacts) remarkOnCAKey() []model.Remark {
	if c.Key != rsaKey || c.KeyBits == 0 || c.KeyBits >= leastRSABits {
		return nil
	}
	return []model.Remark{model.NewRemark("ca-key-short", model.Warning, chainRule,
		fmt.Sprintf("The key of this CA has only %d bits: whoever finds it out can issue client certificates for your site.", c.KeyBits),
		"Renew this CA with a new key of 2048 bits or more.", chainCites...)}
}

func (c CertificateFacts) remarkOnSigning() []model.Remark {
	if c.maySign() {
		return nil
	}
	return []model.Remark{model.NewRemark("ca-may-not-sign", model.Warning, chainRule,
		"It is called a CA, but its key usage lacks Certificate Signing: nothing that it signed counts.",
		"Look for the right certificate of this CA.", chainCites...)}
}

func (c CertificateFacts) remarkOnCAPurpose() []model.Remark {
	if c.mayIssueFor(ClientLeaf) {
		return nil
	}
	return []model.Remark{model.NewRemark("ca-purpose", model.Warning, chainRule,
		"This CA may not stand above client certificates: "+c.restrictedWords()+". Windows refuses client certificates below it.",
		"Issue client certificates from a CA without this restriction.", chainCites...)}
}
