package tasks

import "cmgwizard/model"

// lineFlags is the table of the {names} that put a switch into a command line
// where the plan asks for it. Each is a word of this program with a blank
// before it, and nothing where the plan does not ask.
var lineFlags = map[string]func(p *model.Plan) string{
	// A client that checks a CRL that it cannot read does not connect.
	"no-crl-check": func(p *model.Plan) string { return switchIf(p.PKI.CRLPublic == model.No, "/NoCRLCheck") },
	"us-government": func(p *model.Plan) string {
		return switchIf(p.Gateway.Environment == model.GovernmentCloud, "-AzureEnvironmentOption AzureUSGovernmentCloud")
	},
	"no-crl-check-cmg": func(p *model.Plan) string {
		return switchIf(p.PKI.CRLPublic == model.No && withOwnCertificate(p), "/NoCRLCheck")
	},
}

func switchIf(asked bool, word string) string {
	if asked {
		return " " + word
	}
	return ""
}
