package steps

import (
	"slices"

	"cmgwizard/model"
)

var connectionPoints = Step{
	ID:    "connection-points",
	Title: "Connection points",
	Why:   "A connection point keeps the outbound connection from your site to the CMG open. With two, you can lose one.",
	List: &List{
		Key: "connection_points", Noun: "connection point",
		Len: func(a *model.Answers) int { return len(a.ConnectionPoints) },
		Add: func(a *model.Answers) { a.ConnectionPoints = append(a.ConnectionPoints, model.ConnectionPoint{}) },
		Cut: func(a *model.Answers, i int) {
			a.ConnectionPoints = slices.Delete(slices.Clone(a.ConnectionPoints), i, i+1)
		},
	},
	Form: func(a *model.Answers, i int) []Question {
		questions := []Question{
			{
				Key: key("connection_points[#].host", i), Example: "cp1.contoso.com",
				Why:   "It is a site system at a primary site, never at the central administration site.",
				Where: "Console: Administration > Site Configuration > Servers and Site System Roles.",
			},
			{
				Key:   key("connection_points[#].client_certificate", i),
				Why:   "An HTTPS management point asks the connection point for one.",
				Where: "On the server: certlm.msc > Personal > Certificates, Intended Purposes: Client Authentication.",
			},
			{
				Key:   key("connection_points[#].outbound_ports_open", i),
				Why:   "It connects outbound: TCP 443 with one VM instance; 10124 and up, one port per instance, with two or more.",
				Where: "Ask the firewall team. On the server: Test-NetConnection with -Port, once the CMG exists.",
			},
		}
		if onlyEnhancedWithoutPKI(a) {
			return slices.Delete(questions, 1, 2) // the certificate
		}
		return questions
	},
	Recap: func(a *model.Answers, i int) (string, string) {
		ports := map[model.YesNo]string{model.Yes: "ports open", model.No: "ports closed"}[a.ConnectionPoints[i].OutboundPortsOpen]
		if ports == "" {
			ports = "ports not known yet"
		}
		return a.EntryName(key("connection_points[#]", i)), ports
	},
}

// onlyEnhancedWithoutPKI reports whether it is settled that nothing asks a
// connection point for a certificate: no PKI clients, and no management point
// that could be HTTPS.
func onlyEnhancedWithoutPKI(a *model.Answers) bool {
	if a.Site.Security != model.EnhancedHTTP || len(a.CMGPoints()) == 0 || len(a.InternetDevices()) == 0 {
		return false
	}
	for _, d := range a.Devices {
		if d.Internet != model.No && d.Method != model.EntraID && d.Method != model.SiteToken {
			return false
		}
	}
	for _, mp := range a.ManagementPoints {
		if mp.CMGTraffic != model.No && mp.Clients != model.ConnectHTTP {
			return false
		}
	}
	return true
}
