package model

import (
	"fmt"
	"slices"
	"strings"
)

func (p *Plan) trafficLanes() []TrafficLane {
	return []TrafficLane{
		{Kind: InternetClients, Title: "Clients on the internet", Way: "HTTPS, TCP 443"},
		{Kind: GatewayNode, Title: "Cloud management gateway (CMG)", Way: p.portsTold()},
		{Kind: ConnectionServers, Title: "CMG connection points", Way: p.methodsTold()},
		{Kind: ManagementServers, Title: "Management points" + p.siteTold()},
		{Kind: InsideClients, Title: "Clients on the internal network"},
	}
}

func (p *Plan) siteTold() string {
	if !Known(p.Site.Code) {
		return ""
	}
	return " of site " + Clean(p.Site.Code)
}

// firstPort is the port of the first VM instance where there are several (F191).
const firstPort = 10124

// portsTold are the ports between the connection points and the CMG, which the
// connection points open (F190, F191).
func (p *Plan) portsTold() string {
	n, known := p.Gateway.VMInstances.Value()
	switch {
	case !known:
		return "ports " + notKnownYet + ", opened by the connection points"
	case n <= 1:
		return "TCP 443, opened by the connection points"
	}
	return fmt.Sprintf("TCP %d to %d, opened by the connection points", firstPort, firstPort+min(n, maxInstances)-1)
}

// methodsTold are the methods of the clients whose requests go this way.
func (p *Plan) methodsTold() string {
	var labels []string
	for _, m := range Methods {
		if p.Uses(m.Value) {
			labels = append(labels, m.Label)
		}
	}
	return strings.Join(labels, ", ")
}

func (p *Plan) trafficLinks() []TrafficLink {
	return slices.Concat(p.clientLinks(), p.gatewayLinks(), p.forwardLinks(), p.insideLinks())
}

// clientLinks lead from the clients on the internet to the CMG.
func (p *Plan) clientLinks() []TrafficLink {
	links := []TrafficLink{}
	for i, d := range p.Devices {
		if mayBeUsed(d.Internet) {
			links = append(links, p.clientLink(i))
		}
	}
	if len(links) == 0 {
		return []TrafficLink{{From: unnamedDevices, To: gatewayID, Label: "method " + notKnownYet, Tone: TrafficUnknown}}
	}
	return links
}

func (p *Plan) clientLink(i int) TrafficLink {
	d, o := p.Devices[i], p.judgedDevice(i, OnInternet)
	l := TrafficLink{From: deviceID(i, OnInternet), To: gatewayID, Label: p.clientLabel(d.Method), Tone: supportTones[o.Supported]}
	if !Known(d.Internet) {
		l.Tone = TrafficUnknown
	}
	return l
}

var supportTones = map[string]TrafficTone{"yes": TrafficWorks, "no": TrafficFails, "unknown": TrafficUnknown}

// clientLabel is the method, and the modes of the management points that serve
// it behind the CMG.
func (p *Plan) clientLabel(m Method) string {
	label := "method " + notKnownYet
	if Known(m) {
		label = Methods.Label(m)
	}
	if modes := p.modesBehind(); modes != "" {
		label += ", " + modes
	}
	return label
}

func (p *Plan) modesBehind() string {
	points := p.CMGPoints()
	var modes []string
	for _, m := range secureModes {
		if p.anyIs(points, m) {
			modes = append(modes, Modes.Label(m))
		}
	}
	if modes == nil && p.cmgPointServes() == Unknown {
		return "mode " + notKnownYet
	}
	return orList(modes)
}

// gatewayLinks lead from the CMG to the connection points.
func (p *Plan) gatewayLinks() []TrafficLink {
	tone, ports := TrafficWorks, "TCP 443"
	switch n, known := p.Gateway.VMInstances.Value(); {
	case !known:
		tone, ports = TrafficUnknown, "ports "+notKnownYet
	case n > 1:
		ports = fmt.Sprintf("TCP %d to %d", firstPort, firstPort+min(n, maxInstances)-1)
	}
	var links []TrafficLink
	for i := range p.ConnectionPoints {
		links = append(links, TrafficLink{From: gatewayID, To: connectionID(i), Label: ports, Tone: tone})
	}
	if links == nil {
		return []TrafficLink{{From: gatewayID, To: unnamedConnections, Label: ports, Tone: TrafficUnknown}}
	}
	return links
}

// forwardLinks lead from every connection point to every management point that
// takes CMG traffic, or may take it.
func (p *Plan) forwardLinks() []TrafficLink {
	from := []string{unnamedConnections}
	if len(p.ConnectionPoints) > 0 {
		from = nil
	}
	for i := range p.ConnectionPoints {
		from = append(from, connectionID(i))
	}
	var links []TrafficLink
	for _, id := range from {
		links = append(links, p.forwardFrom(id)...)
	}
	return links
}

func (p *Plan) forwardFrom(id string) []TrafficLink {
	if len(p.ManagementPoints) == 0 {
		return []TrafficLink{{From: id, To: unnamedPoints, Label: "mode " + notKnownYet, Tone: TrafficUnknown}}
	}
	var links []TrafficLink
	for i, mp := range p.ManagementPoints {
		if mp.CMGTraffic != No {
			links = append(links, p.forwardLink(id, i))
		}
	}
	return links
}

func (p *Plan) forwardLink(id string, i int) TrafficLink {
	l := TrafficLink{From: id, To: pointID(i), Label: p.modeTold(i), Tone: TrafficWorks}
	switch {
	case p.Mode(i) == ModeHTTP && p.ManagementPoints[i].CMGTraffic == Yes:
		l.Tone = TrafficFails
		l.Wrong = []TrafficWrong{{Tone: TrafficFails, Title: "Plain HTTP serves no clients through a CMG."}}
	case p.Mode(i) == ModeUnknown, p.ManagementPoints[i].CMGTraffic != Yes:
		l.Tone = TrafficUnknown
	}
	return l
}

// insideLinks lead from the clients on the internal network to the management
// points that are open to them.
func (p *Plan) insideLinks() []TrafficLink {
	var links []TrafficLink
	for d, device := range p.Devices {
		for _, i := range p.InsidePoints() {
			if mayBeUsed(device.OnPremises) {
				links = append(links, p.insideLink(d, i))
			}
		}
		if mayBeUsed(device.OnPremises) && len(p.ManagementPoints) == 0 {
			links = append(links, TrafficLink{From: deviceID(d, OnPremises), To: unnamedPoints, Label: "mode " + notKnownYet, Tone: TrafficUnknown})
		}
	}
	return links
}

func (p *Plan) insideLink(d, i int) TrafficLink {
	l := TrafficLink{From: deviceID(d, OnPremises), To: pointID(i), Label: p.modeTold(i), Tone: TrafficWorks}
	switch modes := p.judgedDevice(d, OnPremises).Modes; {
	case p.Mode(i) == ModeUnknown:
		l.Tone = TrafficUnknown
	case !slices.Contains(modes, p.Mode(i)):
		l.Tone = TrafficFails
		l.Wrong = []TrafficWrong{{Tone: TrafficFails, Title: "Plain HTTP ended with version 2403."}}
	case !Known(p.Devices[d].OnPremises):
		l.Tone = TrafficUnknown
	}
	return l
}
