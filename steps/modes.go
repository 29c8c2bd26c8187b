package steps

import (
	"strings"

	"cmgwizard/model"
)

var modes = Step{
	ID:    "modes",
	Title: "Site security and modes",
	Why:   "A management point serves CMG clients over HTTPS: with its own PKI certificate, or with a site-issued one (Enhanced HTTP).",
	Ask: func(a *model.Answers) []Question {
		questions := []Question{{
			Key: "site.security", Best: string(model.EnhancedHTTP),
			Why:   "Enhanced HTTP needs no PKI on the servers. HTTPS only requires a certificate on every site system, and in practice on every client.",
			Where: "Console: Sites > Properties > Communication Security. Set on each primary site.",
			Note:  securityNote(a),
		}}
		for i := range a.ManagementPoints {
			questions = append(questions, modeQuestions(a, i)...)
		}
		return questions
	},
}

func modeQuestions(a *model.Answers, i int) []Question {
	questions := []Question{{
		Key: key("management_points[#].clients", i), Best: bestConnections(a),
		Why:   "HTTP in an Enhanced HTTP site answers both: internal clients may keep HTTP, and internet clients use HTTPS.",
		Where: "Console: Management point > Properties > General, client connections.",
		Note:  modeNote(a, i),
	}}
	if a.ManagementPoints[i].Clients == model.ConnectHTTPS {
		questions = append(questions, Question{
			Key:   key("management_points[#].web_certificate", i),
			Why:   "HTTPS needs a server authentication certificate with this host name, bound in IIS.",
			Where: "On the server: IIS Manager > Default Web Site > Bindings > https.",
		})
		questions = append(questions, trustQuestion(a, i)...)
	}
	return questions
}

// trustQuestion asks about an HTTPS management point that PKI clients reach
// through the CMG.
func trustQuestion(a *model.Answers, i int) []Question {
	if !a.Uses(model.ClientPKI) || a.ManagementPoints[i].CMGTraffic != model.Yes {
		return nil
	}
	return []Question{{
		Key:   key("management_points[#].trusts_client_ca", i),
		Why:   "Windows checks the certificate of a client before ConfigMgr does. It must know the root CA and every CA below it.",
		Where: "On the server: certlm.msc > Trusted Root Certification Authorities and Intermediate Certification Authorities.",
	}}
}

func securityNote(a *model.Answers) string {
	if a.Uses(model.ClientPKI) && !a.Uses(model.EntraID) {
		return "With PKI clients and no Microsoft Entra ID the documents differ; an HTTPS management point is the safe choice. An Enhanced HTTP site can have one too."
	}
	return ""
}

// bestConnections follows the site: everything is HTTPS in an HTTPS only site,
// and Enhanced HTTP wants HTTP on the management point.
func bestConnections(a *model.Answers) string {
	switch a.Site.Security {
	case model.HTTPSOnly:
		return string(model.ConnectHTTPS)
	case model.EnhancedHTTP:
		return string(model.ConnectHTTP)
	}
	return ""
}

// modeNote says which modes serve the devices of this plan, and why.
func modeNote(a *model.Answers, i int) string {
	var notes []string
	if a.ManagementPoints[i].CMGTraffic == model.Yes {
		notes = append(notes, "Through the CMG every kind of device needs E-HTTP or HTTPS.")
	}
	if inside := insideNote(a); inside != "" {
		notes = append(notes, inside)
	}
	if a.Uses(model.ClientPKI) && a.Site.Security == model.EnhancedHTTP {
		notes = append(notes, "For PKI clients one HTTPS management point is recommended.")
	}
	return strings.Join(notes, " ")
}

// insideNote says what the devices inside can talk to.
func insideNote(a *model.Answers) string {
	inside := false
	for _, d := range a.Devices {
		inside = inside || d.OnPremises == model.Yes
	}
	switch {
	case !inside:
		return ""
	case a.Site.Version.AtLeast(2403):
		return "On the internal network too: plain HTTP ended with 2403."
	}
	return "On the internal network, HTTP works as well, but users with Entra identities need E-HTTP or HTTPS."
}
