package steps

import (
	"slices"

	"cmgwizard/model"
)

var connectionPoints = Step{
	ID:    "connection-points",
	Title: "Connection points",
	Why:   "A connection point holds the line from your site to the CMG, from inside to outside. Two of them survive the loss of one.",
	List: &List{
		Key: "connection_points", Noun: "connection point",
		Len: func(a *model.Answers) int { return len(a.ConnectionPoints) },
		Add: func(a *model.Answers) { a.ConnectionPoints = append(a.ConnectionPoints, model.ConnectionPoint{}) },
		Cut: func(a *model.Answers, i int) {
			a.ConnectionPoints = slices.Delete(slices.Clone(a.ConnectionPoints), i, i+1)
		},
	},
	Form: func(_ *model.Answers, i int) []Question {
		return []Question{
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
				Why:   "It connects outwards: TCP 443 with one VM instance; 10124 and up, one port an instance, with two or more.",
				Where: "Ask the firewall team. On the server: Test-NetConnection with -Port, once the CMG exists.",
			},
		}
	},
	Recap: func(a *model.Answers, i int) (string, string) {
		ports := map[model.YesNo]string{model.Yes: "ports open", model.No: "ports closed"}[a.ConnectionPoints[i].OutboundPortsOpen]
		if ports == "" {
			ports = "ports not known yet"
		}
		return a.EntryName(key("connection_points[#]", i)), ports
	},
}
