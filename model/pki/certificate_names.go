package pki

import (
	"slices"
	"strings"

	"cmgwizard/model"
)

// remarkOnName judges by what name a client certificate is chosen: only the
// first alternative name counts.
func (c CertificateFacts) remarkOnName() []model.Remark {
	switch {
	case c.Subject == "" && len(c.Names) == 0:
		return []model.Remark{model.NewRemark("client-without-name", model.Blocker, usableRule,
			"It has neither a subject nor an alternative name. A client certificate needs a unique value in one of them: the client may select none, with 0x87d00454.",
			"Let the template build the name from Active Directory: the common name or the DNS name of the computer.", selectCites...)}
	case c.isOfUser():
		return []model.Remark{model.NewRemark("client-of-user", model.Warning, usableRule,
			"It looks like the certificate of a person: "+c.userSign()+". A client needs one of the computer, in the store of the computer.",
			"Enrol a certificate for the computer.", selectCites...)}
	case c.CommonName == "" && len(c.dnsNames()) == 0:
		return []model.Remark{model.NewRemark("client-without-machine-name", model.Warning, "",
			"It has no common name and no DNS name. A client that finds several certificates looks for the name of its computer in the subject.",
			"Put the name of the computer into the subject, or set other criteria for the selection on the site.", selectCites...)}
	case len(c.Names) > 1 && !strings.HasPrefix(c.Names[0], dnsName):
		return []model.Remark{model.NewRemark("client-first-name", model.Advice, "",
			"Of its alternative names only the first counts, and that is "+model.Shorten(c.Names[0], longestShort)+", not a DNS name.",
			"Let the DNS name of the computer come first in the template.", selectCites...)}
	}
	return nil
}

// userTemplates are templates of AD CS whose certificates belong to people.
var userTemplates = []string{"User", "SmartcardUser", "SmartcardLogon", "ClientAuth", "Administrator"}

func (c CertificateFacts) isOfUser() bool { return c.userSign() != "" }

// userSign is what shows that a certificate belongs to a person, "" for nothing.
func (c CertificateFacts) userSign() string {
	if slices.Contains(userTemplates, c.Template) {
		return "its template is " + c.Template
	}
	for _, name := range c.Names {
		for _, kind := range []string{"UPN:", "email:"} {
			if strings.HasPrefix(strings.ToLower(name), strings.ToLower(kind)) && len(c.dnsNames()) == 0 {
				return "it is for " + model.Shorten(name, longestShort)
			}
		}
	}
	return ""
}

// dnsNames are the host names among the alternative names, in order.
func (c CertificateFacts) dnsNames() []string {
	names := []string{}
	for _, name := range c.Names {
		if host, found := strings.CutPrefix(name, dnsName); found {
			names = append(names, host)
		}
	}
	return names
}

// machineTemplate is the old Computer template of AD CS.
const machineTemplate = "Machine"

func (c CertificateFacts) remarkOnTemplate() []model.Remark {
	switch {
	case c.Template == "" || c.isOfUser():
		return nil
	case c.Template == machineTemplate:
		return []model.Remark{model.NewRemark("template-computer", "", "",
			"It was made from Machine, the Computer template of AD CS: that holds Client and Server Authentication, so connection points and HTTPS management points can use it as a client certificate too.",
			"", templateCites...)}
	case c.HasPurpose(ServerAuthentication) && !c.AnyPurpose():
		return []model.Remark{model.NewRemark("template", "", "",
			"It was made from the template "+model.Shorten(c.Template, longestShort)+" by an enterprise CA of AD CS, and holds Server Authentication too.", "", templateCites...)}
	}
	return []model.Remark{model.NewRemark("template", "", "",
		"It was made from the template "+model.Shorten(c.Template, longestShort)+" by an enterprise CA of AD CS.", "", templateCites...)}
}
