package model

import (
	"fmt"
	"slices"
	"strings"
)

// The IDs of nodes that stand for a list without an entry are those of the list.
const (
	unnamedDevices     = "devices"
	unnamedPoints      = "management_points"
	unnamedConnections = "connection_points"
	gatewayID          = "gateway"
)

const notNamedYet = "not named yet"

func (p *Plan) trafficNodes(served map[string]DeviceOutcome) []TrafficNode {
	return slices.Concat(
		p.internetNodes(served), []TrafficNode{p.gatewayNode()}, p.connectionNodes(), p.pointNodes(), p.insideNodes(served))
}

// mayBeUsed is where devices are used, or where nobody said that they are not.
func mayBeUsed(answer YesNo) bool { return answer != No }

func (p *Plan) internetNodes(served map[string]DeviceOutcome) []TrafficNode {
	var nodes []TrafficNode
	for i, d := range p.Devices {
		if mayBeUsed(d.Internet) {
			nodes = append(nodes, p.deviceNode(i, InternetClients, served[deviceID(i, OnInternet)], d.Internet))
		}
	}
	if nodes == nil {
		return []TrafficNode{{ID: unnamedDevices, Kind: InternetClients, Title: "Devices, " + notNamedYet, Tone: TrafficUnknown}}
	}
	return nodes
}

func (p *Plan) insideNodes(served map[string]DeviceOutcome) []TrafficNode {
	var nodes []TrafficNode
	for i, d := range p.Devices {
		if mayBeUsed(d.OnPremises) {
			nodes = append(nodes, p.deviceNode(i, InsideClients, served[deviceID(i, OnPremises)], d.OnPremises))
		}
	}
	return nodes
}

func deviceID(i int, where Location) string { return fmt.Sprintf("devices[%d]@%s", i, where) }

func (p *Plan) deviceNode(i int, kind TrafficKind, served DeviceOutcome, used YesNo) TrafficNode {
	where := map[TrafficKind]Location{InternetClients: OnInternet, InsideClients: OnPremises}[kind]
	n := TrafficNode{ID: deviceID(i, where), Kind: kind, Title: p.deviceName(i), Tone: TrafficWorks}
	d := p.Devices[i]
	if join := Joins.Label(d.Join); d.Name != "" && Known(d.Join) {
		n.Lines = append(n.Lines, Clean(join))
	}
	if count, known := d.Count.Value(); known {
		n.Lines = append(n.Lines, fmt.Sprintf("about %d devices", count))
	}
	if !Known(used) {
		n.Lines, n.Tone = append(n.Lines, "used here: "+notKnownYet), TrafficUnknown
		return n
	}
	n.Lines = append(n.Lines, served.told()...)
	return n
}

// told is what works for a kind of device.
func (o DeviceOutcome) told() []string {
	switch {
	case slices.Contains(o.Scenarios, userWork):
		return []string{userTasks}
	case len(o.Scenarios) > 0:
		return []string{deviceTasks + " only"}
	}
	return nil
}

func (p *Plan) gatewayNode() TrafficNode {
	g := p.Gateway
	n := TrafficNode{ID: gatewayID, Kind: GatewayNode, Title: "CMG, " + notNamedYet, Tone: TrafficUnknown}
	if Known(g.ServiceName) {
		n.Title, n.Tone = Clean(g.ServiceName), TrafficWorks
	}
	n.Lines = []string{
		answerTold(Environments.Label(g.Environment), "Azure environment") + ", " + answerTold(g.Region, "region"),
		g.instancesTold() + ", size " + answerTold(string(g.VMSize), ""),
	}
	if g.ServeContent == Yes {
		n.Lines = append(n.Lines, "serves content too")
	}
	return n
}

// answerTold is an answer in few words, or what it is that is not known yet.
func answerTold(answer, what string) string {
	if !Known(answer) || answer == notKnownYet {
		return strings.TrimSpace(what + " " + notKnownYet)
	}
	return Clean(answer)
}

func (g Gateway) instancesTold() string {
	n, known := g.VMInstances.Value()
	switch {
	case !known:
		return "VM instances " + notKnownYet
	case n == 1:
		return "1 VM instance"
	}
	return fmt.Sprintf("%d VM instances", n)
}

func (p *Plan) connectionNodes() []TrafficNode {
	if len(p.ConnectionPoints) == 0 {
		return []TrafficNode{{ID: unnamedConnections, Kind: ConnectionServers, Title: "Connection point, " + notNamedYet, Tone: TrafficUnknown}}
	}
	var nodes []TrafficNode
	for i, c := range p.ConnectionPoints {
		n := serverNode(connectionID(i), ConnectionServers, p.EntryName(connectionKey(i, "")), c.Host)
		n.Lines = append(n.Lines, certificateTold[c.ClientCertificate]...)
		nodes = append(nodes, n)
	}
	return nodes
}

// certificateTold says whether a connection point holds a certificate.
var certificateTold = map[YesNo][]string{
	Yes: {"holds a client certificate"},
	No:  {"no client certificate today"},
}

func connectionID(i int) string { return fmt.Sprintf("connection_points[%d]", i) }
func pointID(i int) string      { return fmt.Sprintf("management_points[%d]", i) }

func serverNode(id string, kind TrafficKind, name, host string) TrafficNode {
	n := TrafficNode{ID: id, Kind: kind, Title: name, Tone: TrafficWorks}
	if !Known(host) {
		n.Lines, n.Tone = []string{notNamedYet}, TrafficUnknown
	}
	return n
}

func (p *Plan) pointNodes() []TrafficNode {
	if len(p.ManagementPoints) == 0 {
		return []TrafficNode{{ID: unnamedPoints, Kind: ManagementServers, Title: "Management point, " + notNamedYet, Tone: TrafficUnknown}}
	}
	var nodes []TrafficNode
	for i, mp := range p.ManagementPoints {
		n := serverNode(pointID(i), ManagementServers, p.EntryName(pointKey(i, "")), mp.Host)
		n.Lines = append(n.Lines, p.modeTold(i), trafficTold(mp.CMGTraffic))
		if mp.InternetOnly == Yes {
			n.Lines = append(n.Lines, "internet-only connections")
		}
		if p.Mode(i) == ModeUnknown {
			n.Tone = TrafficUnknown
		}
		nodes = append(nodes, n)
	}
	return nodes
}

func (p *Plan) modeTold(i int) string {
	if p.Mode(i) == ModeUnknown {
		return "mode " + notKnownYet
	}
	return Modes.Label(p.Mode(i))
}

func trafficTold(answer YesNo) string {
	switch answer {
	case Yes:
		return "takes CMG traffic"
	case No:
		return "no CMG traffic"
	}
	return "CMG traffic: " + notKnownYet
}
