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

// firstPort is the port of the first VM instance where there are several.
const firstPort = 10124

// portsTold are the ports between the connection points and the CMG, which the
// connection points open.
func (p *Plan) portsTold() string {
	ports, _ := p.ports()
	return ports + ", opened by the connection points"
}

// ports are those that the CMG answers on for its connection points: which
// ones depends on the number of its VM instances.
func (p *Plan) ports() (ports string, known bool) {
	n, known := p.Gateway.VMInstances.Value()
	switch {
	case !known:
		return "ports " + notKnownYet, false
	case n <= 1:
		return "TCP 443", true
	}
	return fmt.Sprintf("TCP %d to %d", firstPort, firstPort+min(n, maxInstances)-1), true
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

func (p *Plan) trafficLinks(served map[string]DeviceOutcome) []TrafficLink {
	return slices.Concat(p.clientLinks(served), p.gatewayLinks(), p.forwardLinks(), p.insideLinks())
}

// clientLinks lead from the clients on the internet to the CMG.
func (p *Plan) clientLinks(served map[string]DeviceOutcome) []TrafficLink {
	links, modes := []TrafficLink{}, p.modesBehind()
	for i, d := range p.Devices {
		id := deviceID(i, OnInternet)
		if mayBeUsed(d.Internet) {
			links = append(links, TrafficLink{From: id, To: gatewayID, Label: clientLabel(d.Method, modes), Tone: supportTone(served[id])})
		}
	}
	if len(links) == 0 {
		return []TrafficLink{{From: unnamedDevices, To: gatewayID, Label: "method " + notKnownYet, Tone: TrafficUnknown}}
	}
	return links
}

// supportTone says how the line of a device stands that was judged so, or was
// not judged.
func supportTone(o DeviceOutcome) TrafficTone {
	switch o.Supported {
	case TruthYes:
		return TrafficWorks
	case TruthNo:
		return TrafficFails
	}
	return TrafficUnknown
}

// clientLabel is the method, and the modes of the management points that serve
// it behind the CMG.
func clientLabel(m Method, modes string) string {
	label := "method " + notKnownYet
	if Known(m) {
		label = Methods.Label(m)
	}
	if modes != "" {
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
	ports, known := p.ports()
	l := TrafficLink{From: gatewayID, To: unnamedConnections, Label: ports, Tone: TrafficUnknown}
	if len(p.ConnectionPoints) == 0 {
		return []TrafficLink{l}
	}
	if known {
		l.Tone = TrafficWorks
	}
	var links []TrafficLink
	for i := range p.ConnectionPoints {
		l.To = connectionID(i)
		links = append(links, l)
	}
	return links
}

// forwardLinks lead from the connection points, of which each serves all, to
// every management point that takes CMG traffic, or may take it.
func (p *Plan) forwardLinks() []TrafficLink {
	if len(p.ManagementPoints) == 0 {
		return []TrafficLink{{From: string(ConnectionServers), To: unnamedPoints, Label: "mode " + notKnownYet, Tone: TrafficUnknown}}
	}
	var links []TrafficLink
	for i, mp := range p.ManagementPoints {
		if mp.CMGTraffic != No {
			links = append(links, p.forwardLink(i))
		}
	}
	return links
}

func (p *Plan) forwardLink(i int) TrafficLink {
	l := TrafficLink{From: string(ConnectionServers), To: pointID(i), Label: p.modeTold(i), Tone: TrafficWorks}
	switch takes := p.ManagementPoints[i].CMGTraffic; {
	case p.Mode(i) == ModeHTTP && takes == Yes:
		l.Tone = TrafficFails
		l.Wrong = []TrafficWrong{{Tone: TrafficFails, Title: "Plain HTTP serves no clients through a CMG."}}
	case p.Mode(i) == ModeUnknown, takes != Yes:
		l.Tone = TrafficUnknown
	}
	return l
}

// insideLinks lead from the clients on the internal network to the management
// points that are open to them.
func (p *Plan) insideLinks() []TrafficLink {
	if len(p.devicesWhere(func(d Device) bool { return mayBeUsed(d.OnPremises) })) == 0 {
		return nil
	}
	if len(p.ManagementPoints) == 0 {
		return []TrafficLink{{From: string(InsideClients), To: unnamedPoints, Label: "mode " + notKnownYet, Tone: TrafficUnknown}}
	}
	var links []TrafficLink
	for _, i := range p.InsidePoints() {
		links = append(links, p.insideLink(i))
	}
	return links
}

func (p *Plan) insideLink(i int) TrafficLink {
	l := TrafficLink{From: string(InsideClients), To: pointID(i), Label: p.modeTold(i), Tone: TrafficWorks}
	switch {
	case p.Mode(i) == ModeUnknown:
		l.Tone = TrafficUnknown
	case p.Mode(i) == ModeHTTP && p.Site.Version.AtLeast(httpRemoved):
		l.Tone = TrafficFails
		l.Wrong = []TrafficWrong{{Tone: TrafficFails, Title: "Plain HTTP ended with version 2403."}}
	}
	return l
}
