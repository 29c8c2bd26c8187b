package model

import "strings"

// trafficWrong is a finding as a drawing marks it: broken blockers and
// warnings, and blockers whose answer is missing. What tasks will put right,
// and advice, is not marked.
func (f Finding) trafficWrong() (TrafficWrong, bool) {
	w := TrafficWrong{Title: f.Title, Detail: f.Detail}
	switch {
	case f.Outcome == Broken && f.Severity == Blocker:
		w.Tone = TrafficFails
	case f.Outcome == Broken && f.Severity == Warning:
		w.Tone = TrafficWarns
	case f.Outcome == Unclear && f.Severity == Blocker:
		w.Tone = TrafficUnknown
	}
	return w, w.Tone != ""
}

// aboutEvidence is what people call the evidence of a key, "" for other keys.
func (p *Plan) aboutEvidence(subject string) string {
	if strings.HasPrefix(subject, "evidence[") {
		return p.EntryName(subject)
	}
	return ""
}

// trafficPlaces are IDs of nodes, kinds of lanes, and links as "from>to".
type trafficPlaces []string

// trafficPlaces says what in the drawing a finding is about: nothing where the
// drawing does not show it.
func (p *Plan) trafficPlaces(f Finding) trafficPlaces {
	head, _, _ := strings.Cut(f.Subject, ".")
	switch {
	case strings.HasPrefix(head, "devices["):
		return p.devicePlaces(head, f.inside)
	case strings.HasPrefix(head, "management_points["), strings.HasPrefix(head, "connection_points["):
		return trafficPlaces{head}
	case head == gatewayID:
		return trafficPlaces{gatewayID}
	}
	return p.tablePlaces(head)
}

// devicePlaces is the device where it is used: on the internet unless the rule
// is about those inside.
func (p *Plan) devicePlaces(head string, inside bool) trafficPlaces {
	if inside {
		return trafficPlaces{head + "@" + string(OnPremises), head + "@" + string(OnInternet)}
	}
	return trafficPlaces{head + "@" + string(OnInternet), head + "@" + string(OnPremises)}
}

// tablePlaces are the places of what a whole table says: a lane, or the lines
// of the clients with the method that the table is about.
func (p *Plan) tablePlaces(table string) trafficPlaces {
	switch table {
	case "devices", "client_settings":
		return trafficPlaces{string(InternetClients)}
	case "management_points", "site":
		return trafficPlaces{string(ManagementServers)}
	case "connection_points":
		return trafficPlaces{string(ConnectionServers)}
	case "entra":
		return p.linksOf(EntraID)
	case "pki":
		return p.linksOf(ClientPKI)
	case "token":
		return p.linksOf(SiteToken)
	}
	return nil
}

// linksOf are the lines of the internet clients with a method.
func (p *Plan) linksOf(m Method) trafficPlaces {
	var places trafficPlaces
	for _, i := range p.InternetDevices() {
		if p.Devices[i].Method == m {
			places = append(places, deviceID(i, OnInternet)+">"+gatewayID)
		}
	}
	return places
}

// A marker puts what is wrong at its places in a traffic.
type marker struct {
	t           *Traffic
	nodes, line map[string]int
}

func newMarker(t *Traffic) marker {
	m := marker{t, map[string]int{}, map[string]int{}}
	for i, n := range t.Nodes {
		m.nodes[n.ID] = i
	}
	for i, l := range t.Links {
		m.line[l.From+">"+l.To] = i
	}
	return m
}

// place marks what is wrong at each line, or else at the first place that the
// drawing has.
func (m marker) place(places trafficPlaces, wrong TrafficWrong) {
	placed := false
	for _, place := range places {
		if line := strings.Contains(place, ">"); line || !placed {
			placed = m.mark(place, wrong) || placed
		}
	}
	if !placed {
		m.t.Elsewhere = append(m.t.Elsewhere, wrong)
	}
}

// mark adds what is wrong at one place, and reports whether there is that place.
func (m marker) mark(place string, wrong TrafficWrong) bool {
	if i, ok := m.nodes[place]; ok {
		m.t.Nodes[i].Wrong = append(m.t.Nodes[i].Wrong, wrong)
		return true
	}
	if i, ok := m.line[place]; ok {
		m.t.Links[i].Wrong = append(m.t.Links[i].Wrong, wrong)
		return true
	}
	for i := range m.t.Lanes {
		if string(m.t.Lanes[i].Kind) == place {
			m.t.Lanes[i].Wrong = append(m.t.Lanes[i].Wrong, wrong)
			return true
		}
	}
	return false
}

// explain says at the clients that are not served why, where no finding does.
func (m marker) explain(served map[string]DeviceOutcome) {
	for i, n := range m.t.Nodes {
		o, judged := served[n.ID]
		if judged && o.Supported == TruthNo && worstOf(TrafficWorks, n.Wrong) != TrafficFails {
			m.t.Nodes[i].Wrong = append(n.Wrong, TrafficWrong{Tone: TrafficFails, Title: o.Why})
		}
	}
}

// colour makes every node and link as bad as the worst that stands against it.
func (t *Traffic) colour() {
	for i := range t.Nodes {
		t.Nodes[i].Tone = worstOf(t.Nodes[i].Tone, t.Nodes[i].Wrong)
	}
	for i := range t.Links {
		t.Links[i].Tone = worstOf(t.Links[i].Tone, t.Links[i].Wrong)
	}
}

func worstOf(tone TrafficTone, wrongs []TrafficWrong) TrafficTone {
	for _, w := range wrongs {
		tone = tone.Worse(w.Tone)
	}
	return tone
}
