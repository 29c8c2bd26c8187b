package traffic

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/rules"
)

func lanes(p *model.Plan) []Lane {
	return []Lane{
		{Kind: InternetClients, Title: "Clients on the internet", Way: "HTTPS, TCP 443"},
		{Kind: GatewayNode, Title: "Cloud management gateway (CMG)", Way: portsTold(p)},
		{Kind: ConnectionServers, Title: "CMG connection points", Way: methodsTold(p)},
		{Kind: ManagementServers, Title: "Management points" + siteTold(p)},
		{Kind: InsideClients, Title: "Clients on the internal network"},
	}
}

func siteTold(p *model.Plan) string {
	if !model.Known(p.Site.Code) {
		return ""
	}
	return " of site " + model.Clean(p.Site.Code)
}

// firstPort is the port of the first VM instance where there are several.
const firstPort = 10124

// portsTold are the ports between the connection points and the CMG, which the
// connection points open.
func portsTold(p *model.Plan) string {
	ports, _ := ports(p)
	return ports + ", opened by the connection points"
}

// ports are those that the CMG answers on for its connection points: which
// ones depends on the number of its VM instances.
func ports(p *model.Plan) (ports string, known bool) {
	n, known := p.Gateway.VMInstances.Value()
	switch {
	case !known:
		return "ports " + rules.NotKnownYet, false
	case n <= 1:
		return "TCP 443", true
	}
	return fmt.Sprintf("TCP %d to %d", firstPort, firstPort+min(n, rules.MaxInstances)-1), true
}

// methodsTold are the methods of the clients whose requests go this way.
func methodsTold(p *model.Plan) string {
	var labels []string
	for _, m := range model.Methods {
		if p.Uses(m.Value) {
			labels = append(labels, m.Label)
		}
	}
	return strings.Join(labels, ", ")
}

func links(p *model.Plan, served map[string]model.DeviceOutcome) []Link {
	return slices.Concat(clientLinks(p, served), gatewayLinks(p), forwardLinks(p), insideLinks(p))
}

// clientLinks lead from the clients on the internet to the CMG.
func clientLinks(p *model.Plan, served map[string]model.DeviceOutcome) []Link {
	links, modes := []Link{}, modesBehind(p)
	for i, d := range p.Devices {
		id := deviceID(i, model.OnInternet)
		if mayBeUsed(d.Internet) {
			links = append(links, Link{From: id, To: gatewayID, Label: clientLabel(d.Method, modes), Tone: supportTone(served[id])})
		}
	}
	if len(links) == 0 {
		return []Link{{From: unnamedDevices, To: gatewayID, Label: "method " + rules.NotKnownYet, Tone: NotKnown}}
	}
	return links
}

// supportTone says how the line of a device stands that was judged so, or was
// not judged.
func supportTone(o model.DeviceOutcome) Tone {
	switch o.Supported {
	case model.TruthYes:
		return Works
	case model.TruthNo:
		return Fails
	}
	return NotKnown
}

// clientLabel is the method, and the modes of the management points that serve
// it behind the CMG.
func clientLabel(m model.Method, modes string) string {
	label := "method " + rules.NotKnownYet
	if model.Known(m) {
		label = model.Methods.Label(m)
	}
	if modes != "" {
		label += ", " + modes
	}
	return label
}

func modesBehind(p *model.Plan) string {
	points := p.CMGPoints()
	var modes []string
	for _, m := range model.SecureModes {
		if p.AnyIn(points, m) {
			modes = append(modes, model.Modes.Label(m))
		}
	}
	if modes == nil && p.CMGPointServes() == model.Unknown {
		return "mode " + rules.NotKnownYet
	}
	return model.OrList(modes)
}

// gatewayLinks lead from the CMG to the connection points.
func gatewayLinks(p *model.Plan) []Link {
	ports, known := ports(p)
	l := Link{From: gatewayID, To: unnamedConnections, Label: ports, Tone: NotKnown}
	if len(p.ConnectionPoints) == 0 {
		return []Link{l}
	}
	if known {
		l.Tone = Works
	}
	var links []Link
	for i := range p.ConnectionPoints {
		l.To = connectionID(i)
		links = append(links, l)
	}
	return links
}

// forwardLinks lead from the connection points, of which each serves all, to
// every management point that takes CMG traffic, or may take it.
func forwardLinks(p *model.Plan) []Link {
	if len(p.ManagementPoints) == 0 {
		return []Link{{From: string(ConnectionServers), To: unnamedPoints, Label: "mode " + rules.NotKnownYet, Tone: NotKnown}}
	}
	var links []Link
	for i, mp := range p.ManagementPoints {
		if mp.CMGTraffic != model.No {
			links = append(links, forwardLink(p, i))
		}
	}
	return links
}

func forwardLink(p *model.Plan, i int) Link {
	l := Link{From: string(ConnectionServers), To: pointID(i), Label: modeTold(p, i), Tone: Works}
	switch takes := p.ManagementPoints[i].CMGTraffic; {
	case p.Mode(i) == model.ModeHTTP && takes == model.Yes:
		l.Tone = Fails
		l.Problems = []Problem{{Tone: Fails, Title: "Plain HTTP serves no clients through a CMG."}}
	case p.Mode(i) == model.ModeUnknown, takes != model.Yes:
		l.Tone = NotKnown
	}
	return l
}

// insideLinks lead from the clients on the internal network to the management
// points that are open to them.
func insideLinks(p *model.Plan) []Link {
	if len(p.DevicesWhere(func(d model.Device) bool { return mayBeUsed(d.OnPremises) })) == 0 {
		return nil
	}
	if len(p.ManagementPoints) == 0 {
		return []Link{{From: string(InsideClients), To: unnamedPoints, Label: "mode " + rules.NotKnownYet, Tone: NotKnown}}
	}
	var links []Link
	for _, i := range p.InsidePoints() {
		links = append(links, insideLink(p, i))
	}
	return links
}

func insideLink(p *model.Plan, i int) Link {
	l := Link{From: string(InsideClients), To: pointID(i), Label: modeTold(p, i), Tone: Works}
	switch {
	case p.Mode(i) == model.ModeUnknown:
		l.Tone = NotKnown
	case p.Mode(i) == model.ModeHTTP && p.Site.Version.AtLeast(model.HTTPRemoved):
		l.Tone = Fails
		l.Problems = []Problem{{Tone: Fails, Title: "Plain HTTP ended with version 2403."}}
	}
	return l
}
