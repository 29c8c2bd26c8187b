package model

// A Traffic is the drawing of a plan as a value: who talks to whom, by which
// method, in which mode, and where that does not work. Its texts are clean.
type Traffic struct {
	Name      string // what the plan is called
	Lanes     []TrafficLane
	Nodes     []TrafficNode
	Links     []TrafficLink
	Elsewhere []TrafficWrong // what is wrong, and is about no box and no line
}

// A TrafficKind is the lane in which a node stands.
type TrafficKind string

// The kinds of nodes, in the order in which a request passes them. Clients on
// the internal network go straight to the management points.
const (
	InternetClients   TrafficKind = "internet-clients"
	GatewayNode       TrafficKind = "gateway"
	ConnectionServers TrafficKind = "connection-points"
	ManagementServers TrafficKind = "management-points"
	InsideClients     TrafficKind = "inside-clients"
)

// A TrafficLane is a row of nodes of one kind. A lane without nodes is left out.
type TrafficLane struct {
	Kind  TrafficKind
	Title string
	Way   string         // what all requests from this lane to the next have in common: "HTTPS, TCP 443"
	Wrong []TrafficWrong // what stands against the lane as a whole
}

// A TrafficNode is a kind of client or a server.
type TrafficNode struct {
	ID    string // "devices[0]@internet", "gateway", "connection_points[1]", "management_points[0]": stable
	Kind  TrafficKind
	Title string   // what people call it
	Lines []string // what to know about it, a short line each
	Tone  TrafficTone
	Wrong []TrafficWrong
}

// A TrafficLink is an arrow from one node to another.
type TrafficLink struct {
	From, To string // IDs of nodes; From is the kind of a lane where all its nodes do the same
	Label    string // method and mode in few words: "PKI certificate, HTTPS"
	Tone     TrafficTone
	Wrong    []TrafficWrong
}

// A TrafficWrong is what stands against a node, a link or a lane.
type TrafficWrong struct {
	Tone   TrafficTone
	Title  string // the rule that does not hold, or a sentence
	Detail string // what stands against the rule, "" for a sentence
	About  string // what it is about where that is neither box nor line: a file
}

// A TrafficTone says how something stands.
type TrafficTone string

// The tones.
const (
	TrafficWorks   TrafficTone = "works"   // once its tasks are done
	TrafficUnknown TrafficTone = "unknown" // an answer that decides is missing
	TrafficWarns   TrafficTone = "warns"
	TrafficFails   TrafficTone = "fails"
)

// TrafficTones are the tones, from the best to the worst.
var TrafficTones = Terms[TrafficTone]{
	{TrafficWorks, "works", "works once its tasks are done"},
	{TrafficUnknown, "not known yet", "an answer that decides is missing"},
	{TrafficWarns, "warning", "it works, and something will bite"},
	{TrafficFails, "blocker", "does not work as planned"},
}

// Worse is the worse of two tones.
func (t TrafficTone) Worse(other TrafficTone) TrafficTone {
	if other.rank() > t.rank() {
		return other
	}
	return t
}

func (t TrafficTone) rank() int {
	for i, term := range TrafficTones {
		if term.Value == t {
			return i
		}
	}
	return 0
}

// Traffic works out the drawing from a plan and what was judged of it.
func (p *Plan) Traffic(o Outcome) Traffic {
	served := p.servedDevices(o)
	t := Traffic{Name: Clean(p.Name), Nodes: p.trafficNodes(served), Links: p.trafficLinks(served)}
	for _, lane := range p.trafficLanes() {
		if t.has(lane.Kind) {
			t.Lanes = append(t.Lanes, lane)
		}
	}
	m := newMarker(&t)
	for _, f := range o.Findings {
		if wrong, ok := f.trafficWrong(); ok {
			wrong.About = p.aboutEvidence(f.Subject)
			m.place(p.trafficPlaces(f), wrong)
		}
	}
	m.explain(served)
	t.colour()
	return t
}

// servedDevices puts the devices of an outcome beside those of the plan: they
// stand in its order.
func (p *Plan) servedDevices(o Outcome) map[string]DeviceOutcome {
	served, next := map[string]DeviceOutcome{}, o.Devices
	take := func(id string, used YesNo) {
		if used == Yes && len(next) > 0 {
			served[id], next = next[0], next[1:]
		}
	}
	for i, d := range p.Devices {
		take(deviceID(i, OnInternet), d.Internet)
		take(deviceID(i, OnPremises), d.OnPremises)
	}
	return served
}

func (t *Traffic) has(kind TrafficKind) bool {
	for _, n := range t.Nodes {
		if n.Kind == kind {
			return true
		}
	}
	return false
}
