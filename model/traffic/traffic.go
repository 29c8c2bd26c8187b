// Package traffic says who talks to whom in a plan, over which ports, and what is
// wrong with it: the content of the drawing.
package traffic

import (
	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// A Drawing is the drawing of a plan as a value: who talks to whom, by which
// method, in which mode, and where that does not work. Its texts are clean.
type Drawing struct {
	Name      string // what the plan is called
	Lanes     []Lane
	Nodes     []Node
	Links     []Link
	Elsewhere []Problem // what is wrong, and is about no box and no line
}

// Kind is the lane in which a node stands.
type Kind string

// The kinds of nodes, in the order in which a request passes them. Clients on
// the internal network go straight to the management points.
const (
	InternetClients   Kind = "internet-clients"
	GatewayNode       Kind = "gateway"
	ConnectionServers Kind = "connection-points"
	ManagementServers Kind = "management-points"
	InsideClients     Kind = "inside-clients"
)

// A Lane is a row of nodes of one kind. A lane without nodes is left out.
type Lane struct {
	Kind     Kind
	Title    string
	Way      string    // what all requests from this lane to the next have in common: "HTTPS, TCP 443"
	Problems []Problem // what stands against the lane as a whole
}

// A Node is a kind of client or a server.
type Node struct {
	ID       string // "devices[0]@internet", "gateway", "connection_points[1]", "management_points[0]": stable
	Kind     Kind
	Title    string   // what people call it
	Lines    []string // what to know about it, a short line each
	Tone     Tone
	Problems []Problem
}

// A Link is an arrow from one node to another.
type Link struct {
	From, To string // IDs of nodes; From is the kind of a lane where all its nodes do the same
	Label    string // method and mode in few words: "PKI certificate, HTTPS"
	Tone     Tone
	Problems []Problem
}

// A Problem is what stands against a node, a link or a lane.
type Problem struct {
	Tone   Tone
	Rule   string // the ID of the rule that says so, "" for none
	Said   string // the sentence without names: those with the same are one problem
	Title  string // what is wrong, in a sentence
	Detail string // what stands against the rule, "" for none
	About  string // what it is about where that is neither box nor line: a file
}

// Tone says how something stands.
type Tone string

// The tones.
const (
	Works    Tone = "works"   // once its tasks are done
	NotKnown Tone = "unknown" // an answer that decides is missing
	Warns    Tone = "warns"
	Fails    Tone = "fails"
)

// Tones are the tones, from the best to the worst.
var Tones = model.Terms[Tone]{
	{Value: Works, Label: "works", Means: "works once its tasks are done"},
	{Value: NotKnown, Label: "not known yet", Means: "an answer that decides is missing"},
	{Value: Warns, Label: "warning", Means: "it works now, but is likely to cause problems later"},
	{Value: Fails, Label: "blocker", Means: "does not work as planned"},
}

// Worse is the worse of two tones.
func (t Tone) Worse(other Tone) Tone {
	if other.rank() > t.rank() {
		return other
	}
	return t
}

func (t Tone) rank() int {
	for i, term := range Tones {
		if term.Value == t {
			return i
		}
	}
	return 0
}

// Draw works out the drawing from a plan and what was judged of it.
func Draw(p *model.Plan, o judge.Judgement) Drawing {
	served := servedDevices(p, o)
	t := Drawing{Name: model.Clean(p.Name), Nodes: nodes(p, served), Links: links(p, served)}
	for _, lane := range lanes(p) {
		if t.has(lane.Kind) {
			t.Lanes = append(t.Lanes, lane)
		}
	}
	m := newMarker(&t)
	for _, f := range o.Findings {
		if wrong, ok := problemOf(f); ok {
			wrong.About = aboutEvidence(p, f.Subject)
			m.place(subjectPlaces(p, f), wrong)
		}
	}
	m.explain(served)
	t.colour()
	return t
}

// servedDevices puts the devices of an outcome beside those of the plan: they
// stand in its order.
func servedDevices(p *model.Plan, o judge.Judgement) map[string]model.DeviceOutcome {
	served, next := map[string]model.DeviceOutcome{}, o.Devices
	take := func(id string, used model.YesNo) {
		if used == model.Yes && len(next) > 0 {
			served[id], next = next[0], next[1:]
		}
	}
	for i, d := range p.Devices {
		take(deviceID(i, model.OnInternet), d.Internet)
		take(deviceID(i, model.OnPremises), d.OnPremises)
	}
	return served
}

func (t *Drawing) has(kind Kind) bool {
	for _, n := range t.Nodes {
		if n.Kind == kind {
			return true
		}
	}
	return false
}
