package model

// A Traffic is the drawing of a plan as a value: who talks to whom, by which
// method, in which mode, and where that does not work.
type Traffic struct {
	Nodes []TrafficNode
	Links []TrafficLink
}

// A TrafficKind is the column in which a node stands.
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

// A TrafficNode is a kind of client or a server.
type TrafficNode struct {
	ID    string // "devices[0]@internet", "gateway", "connection_points[1]", "management_points[0]": stable
	Kind  TrafficKind
	Title string   // what people call it
	Lines []string // what to know about it, a short line each
	Tone  TrafficTone
	Wrong []string // what stands against it, a short sentence each: the titles of findings
}

// A TrafficLink is an arrow from one node to another.
type TrafficLink struct {
	From, To string // IDs of nodes
	Label    string // method and mode in few words: "PKI, HTTPS"
	Tone     TrafficTone
	Wrong    string // why it does not work, "" where it does
}

// A TrafficTone says how something stands.
type TrafficTone string

// The tones.
const (
	TrafficWorks   TrafficTone = "works"
	TrafficUnknown TrafficTone = "unknown" // an answer is missing
	TrafficWarns   TrafficTone = "warns"
	TrafficFails   TrafficTone = "fails"
)

// Traffic works out the drawing from a plan and what was judged of it.
func (p *Plan) Traffic(o Outcome) Traffic {
	return Traffic{}
}
