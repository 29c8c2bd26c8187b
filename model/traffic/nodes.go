package traffic

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/rules"
)

// The IDs of nodes that stand for a list without an entry are those of the list.
const (
	unnamedDevices     = "devices"
	unnamedPoints      = "management_points"
	unnamedConnections = "connection_points"
	gatewayID          = "gateway"
)

const notNamedYet = "not named yet"

func nodes(p *model.Plan, served map[string]model.DeviceOutcome) []Node {
	return slices.Concat(
		internetNodes(p, served), []Node{gatewayNode(p)}, connectionNodes(p), pointNodes(p), insideNodes(p, served))
}

// mayBeUsed is where devices are used, or where nobody said that they are not.
func mayBeUsed(answer model.YesNo) bool { return answer != model.No }

func internetNodes(p *model.Plan, served map[string]model.DeviceOutcome) []Node {
	var nodes []Node
	for i, d := range p.Devices {
		if mayBeUsed(d.Internet) {
			nodes = append(nodes, deviceNode(p, i, InternetClients, served[deviceID(i, model.OnInternet)], d.Internet))
		}
	}
	if nodes == nil {
		return []Node{{ID: unnamedDevices, Kind: InternetClients, Title: "Devices, " + notNamedYet, Tone: NotKnown}}
	}
	return nodes
}

func insideNodes(p *model.Plan, served map[string]model.DeviceOutcome) []Node {
	var nodes []Node
	for i, d := range p.Devices {
		if mayBeUsed(d.OnPremises) {
			nodes = append(nodes, deviceNode(p, i, InsideClients, served[deviceID(i, model.OnPremises)], d.OnPremises))
		}
	}
	return nodes
}

func deviceID(i int, where model.Location) string { return fmt.Sprintf("devices[%d]@%s", i, where) }

func deviceNode(p *model.Plan, i int, kind Kind, served model.DeviceOutcome, used model.YesNo) Node {
	where := map[Kind]model.Location{InternetClients: model.OnInternet, InsideClients: model.OnPremises}[kind]
	n := Node{ID: deviceID(i, where), Kind: kind, Title: p.DeviceName(i), Tone: Works}
	d := p.Devices[i]
	if join := model.Joins.Label(d.Join); d.Name != "" && model.Known(d.Join) {
		n.Lines = append(n.Lines, model.Clean(join))
	}
	if count, known := d.Count.Value(); known {
		n.Lines = append(n.Lines, fmt.Sprintf("about %d devices", count))
	}
	if !model.Known(used) {
		n.Lines, n.Tone = append(n.Lines, "used here: "+rules.NotKnownYet), NotKnown
		return n
	}
	n.Lines = append(n.Lines, told(served)...)
	return n
}

// told is what works for a kind of device.
func told(o model.DeviceOutcome) []string {
	switch {
	case slices.Contains(o.Scenarios, model.UserWork):
		return []string{model.UserTasks}
	case len(o.Scenarios) > 0:
		return []string{model.DeviceTasks + " only"}
	}
	return nil
}

func gatewayNode(p *model.Plan) Node {
	g := p.Gateway
	n := Node{ID: gatewayID, Kind: GatewayNode, Title: "CMG, " + notNamedYet, Tone: NotKnown}
	if model.Known(g.ServiceName) {
		n.Title, n.Tone = model.Clean(g.ServiceName), Works
	}
	n.Lines = []string{
		answerTold(model.Environments.Label(g.Environment), "Azure environment") + ", " + answerTold(g.Region, "region"),
		instancesTold(g) + ", size " + answerTold(string(g.VMSize), ""),
	}
	if g.ServeContent == model.Yes {
		n.Lines = append(n.Lines, "serves content too")
	}
	return n
}

// answerTold is an answer in few words, or what it is that is not known yet.
func answerTold(answer, what string) string {
	if !model.Known(answer) || answer == rules.NotKnownYet {
		return strings.TrimSpace(what + " " + rules.NotKnownYet)
	}
	return model.Clean(answer)
}

func instancesTold(g model.Gateway) string {
	n, known := g.VMInstances.Value()
	switch {
	case !known:
		return "VM instances " + rules.NotKnownYet
	case n == 1:
		return "1 VM instance"
	}
	return fmt.Sprintf("%d VM instances", n)
}

func connectionNodes(p *model.Plan) []Node {
	if len(p.ConnectionPoints) == 0 {
		return []Node{{ID: unnamedConnections, Kind: ConnectionServers, Title: "Connection point, " + notNamedYet, Tone: NotKnown}}
	}
	var nodes []Node
	for i, c := range p.ConnectionPoints {
		n := serverNode(connectionID(i), ConnectionServers, evidence.EntryName(p, model.ConnectionKey(i, "")), c.Host)
		n.Lines = append(n.Lines, certificateTold[c.ClientCertificate]...)
		nodes = append(nodes, n)
	}
	return nodes
}

// certificateTold says whether a connection point holds a certificate.
var certificateTold = map[model.YesNo][]string{
	model.Yes: {"holds a client certificate"},
	model.No:  {"no client certificate today"},
}

func connectionID(i int) string { return fmt.Sprintf("connection_points[%d]", i) }

func pointID(i int) string { return fmt.Sprintf("management_points[%d]", i) }

func serverNode(id string, kind Kind, name, host string) Node {
	n := Node{ID: id, Kind: kind, Title: name, Tone: Works}
	if !model.Known(host) {
		n.Lines, n.Tone = []string{notNamedYet}, NotKnown
	}
	return n
}

func pointNodes(p *model.Plan) []Node {
	if len(p.ManagementPoints) == 0 {
		return []Node{{ID: unnamedPoints, Kind: ManagementServers, Title: "Management point, " + notNamedYet, Tone: NotKnown}}
	}
	var nodes []Node
	for i, mp := range p.ManagementPoints {
		n := serverNode(pointID(i), ManagementServers, evidence.EntryName(p, model.PointKey(i, "")), mp.Host)
		n.Lines = append(n.Lines, modeTold(p, i), trafficTold(mp.CMGTraffic))
		if mp.InternetOnly == model.Yes {
			n.Lines = append(n.Lines, "internet-only connections")
		}
		if p.Mode(i) == model.ModeUnknown {
			n.Tone = NotKnown
		}
		nodes = append(nodes, n)
	}
	return nodes
}

func modeTold(p *model.Plan, i int) string {
	if p.Mode(i) == model.ModeUnknown {
		return "mode " + rules.NotKnownYet
	}
	return model.Modes.Label(p.Mode(i))
}

func trafficTold(answer model.YesNo) string {
	switch answer {
	case model.Yes:
		return "accepts CMG traffic"
	case model.No:
		return "no CMG traffic"
	}
	return "CMG traffic: " + rules.NotKnownYet
}
