package rules

import (
	"fmt"
	"slices"

	"cmgwizard/model"
)

// portsAConnection is how many clients hold a port on one connection point
// before Windows runs out of them.
const portsAConnection = 16384

// networkRules judge what stands between the clients, the servers and the CMG.
var networkRules = []Rule{
	{
		ID:       "network-location-policy",
		Title:    "No policy on network locations keeps Entra joined devices from registering",
		Problem:  "An Intune policy for network locations can keep Entra joined devices from registering",
		Open:     "Unknown whether an Intune policy for network locations keeps devices from registering",
		Why:      "An Intune policy that sets AllowedTlsAuthenticationEndpoints can stop Entra joined devices (not hybrid joined) from registering while they are on a network that reaches these addresses.",
		When:     "An Entra joined device uses Microsoft Entra ID, and the question about the policy is answered",
		Reads:    []string{"devices[].internet", "devices[].join", "devices[].method", "entra.network_location_policy"},
		Severity: always(model.Warning),
		Fix:      "Exclude these devices from the policy, or let them register outside that network.",
		Cites:    []model.Citation{{"deploy-azure", "before-you-begin"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(usesEntraAs(p, model.EntraJoined), func() []model.Outcome {
				return onceAnswered("entra.network_location_policy", p.Entra.NetworkLocationPolicy, "there is such a policy", model.No)
			})
		},
	},
	{
		ID:      "mp-proxy-local-system",
		Title:   "A CMG management point uses the proxy when it checks Entra tokens",
		Problem: "{it} reaches the internet only through a proxy",
		Open:    "Unknown whether {it} needs a proxy to reach the internet",
		Why:     "From version 2603 on, a management point checks Entra tokens as Local System. The site system proxy and the netsh winhttp proxy are not used for it: only the internet settings of Local System apply. Microsoft says that a later update will use the site system proxy.",
		When:    "For each CMG management point whose proxy question is answered, from version 2603 on, once internet devices use Microsoft Entra ID",
		Reads: []string{
			"devices[].internet", "devices[].method", "site.version",
			"management_points[].cmg_traffic", "management_points[].proxy",
		},
		Severity: always(model.Warning),
		Fix:      "Set the proxy in the internet settings of Local System, and test it as Local System after each update.",
		Task:     "net-mp-internet",
		Cites: []model.Citation{
			{"whats-new-2603", "management-point-requires-internet-access-for-microsoft-entra-token-validation"},
			{"proxy-support", "management-point"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(model.PointsNeedInternet(p), func() []model.Outcome {
				return each(p.CMGPoints(), func(i int) []model.Outcome {
					return onceAnswered(model.PointKey(i, "proxy"), p.ManagementPoints[i].Proxy, "it reaches the internet through a proxy only", model.No)
				})
			})
		},
	},
	{
		ID:       "tls-inspection",
		Title:    "Nothing between clients and the CMG inspects TLS or drops headers",
		Problem:  "Something between clients and the CMG inspects TLS or filters HTTP headers",
		Open:     "Unknown whether anything between clients and the CMG inspects TLS or filters HTTP headers",
		Why:      "Clients must see the certificate of the CMG itself, not one that a device in between substitutes. Otherwise they refuse it with 12175. If certain HTTP headers and verbs are dropped, their requests fail.",
		When:     "Once the question about traffic inspection is answered",
		Reads:    []string{"gateway.tls_inspection"},
		Severity: always(model.Blocker),
		Fix:      "Exempt the CMG from TLS inspection, and let its headers and verbs pass.",
		Task:     "net-firewall-clients",
		Cites:    []model.Citation{{"data-flow", "http-headers-and-verbs"}, {"cmg-comm-error", "error-code-0x2f8f-error_winhttp_secure_failure"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return onceAnswered("gateway.tls_inspection", p.Gateway.TLSInspection, "something inspects or filters it", model.No)
		},
	},
	{
		ID:       "intranet-boundary-group",
		Title:    "Internal clients that use the CMG find it in a boundary group",
		Problem:  "Internal clients will use the CMG and need it in their boundary groups",
		Open:     "Unknown whether internal clients will use the CMG",
		Why:      "Clients on the internal network, on VPN and in branch offices get the CMG from their boundary group. Clients on the internet ignore boundary groups.",
		When:     "Once the question about internal clients is answered",
		Reads:    []string{"gateway.intranet_clients"},
		Severity: always(model.Warning),
		Fix:      "Add the CMG to the boundary groups of these clients.",
		Task:     "bg-add-cmg",
		Cites:    []model.Citation{{"plan-hierarchy-design", "boundary-groups"}, {"setup-cmg", "configure-boundary-groups"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return onceAnswered("gateway.intranet_clients", p.Gateway.IntranetClients, "they will use it, so it must be in their boundary groups", model.No)
		},
	},
	{
		ID:       "connection-point-ports-range",
		Title:    "The connection points have a port for every internet client",
		Problem:  "There are more internet devices than default TCP ports on the connection points",
		Open:     "Unknown whether the connection points have enough TCP ports for the internet devices",
		Why:      "Every client uses a TCP port on its connection point, and Windows offers 16,384 of them by default. A client that finds no free port gets no connection.",
		When:     "All internet devices are counted, and a connection point is listed",
		Reads:    []string{"devices[].internet", "devices[].count", "connection_points"},
		Severity: always(model.Advice),
		Fix:      "Add a connection point for every 16,384 clients at once, or widen the dynamic port range of Windows.",
		Cites:    []model.Citation{{"perf-scale", "improve-performance"}},
		Judge:    judgePortsRange,
	},
}

func judgePortsRange(p *model.Plan) []model.Outcome {
	clients, counted := internetClients(&p.Answers)
	return model.OnlyIf(counted && len(p.ConnectionPoints) > 0, func() []model.Outcome {
		fits := clients <= portsAConnection*len(p.ConnectionPoints)
		return model.OutcomeOf("connection_points", model.TruthOf(fits), fmt.Sprintf("%d devices, and 16,384 ports on each connection point", clients))
	})
}

// usesEntraAs reports whether an internet device that is joined so uses
// Microsoft Entra ID.
func usesEntraAs(p *model.Plan, join model.Join) bool {
	return slices.ContainsFunc(InternetDevicesWith(&p.Answers, model.EntraID), func(i int) bool { return p.Devices[i].Join == join })
}
