package model

import (
	"slices"
	"strings"
)

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

// insideRules judge devices on the internal network.
var insideRules = []string{"internal-clients-https-mp", "on-premises-entra-http", "on-premises-user-http"}

// trafficPlaces says what in the drawing a finding is about: nothing where the
// drawing does not show it.
func (p *Plan) trafficPlaces(f Finding) trafficPlaces {
	head, key, _ := strings.Cut(f.Subject, ".")
	switch {
	case strings.HasPrefix(head, "devices["):
		return p.devicePlaces(head, slices.Contains(insideRules, f.Rule))
	case strings.HasPrefix(head, "management_points["), strings.HasPrefix(head, "connection_points["):
		return trafficPlaces{head}
	case head == gatewayID && key == "tls_inspection":
		return append(p.linksOf(""), gatewayID)
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

// linksOf are the lines of the internet clients with a method, of all of them
// for "".
func (p *Plan) linksOf(m Method) trafficPlaces {
	var places trafficPlaces
	for _, i := range p.InternetDevices() {
		if m == "" || p.Devices[i].Method == m {
			places = append(places, deviceID(i, OnInternet)+">"+gatewayID)
		}
	}
	return places
}

// place marks what is wrong at each line, or else at the first place that the
// drawing has.
func (t *Traffic) place(places trafficPlaces, wrong TrafficWrong) {
	placed := false
	for _, place := range places {
		if line := strings.Contains(place, ">"); line || !placed {
			placed = t.mark(place, wrong) || placed
		}
	}
	if !placed {
		t.Elsewhere = append(t.Elsewhere, wrong)
	}
}

// mark adds what is wrong at one place, and reports whether there is that place.
func (t *Traffic) mark(place string, wrong TrafficWrong) bool {
	for i := range t.Nodes {
		if t.Nodes[i].ID == place {
			t.Nodes[i].Wrong = append(t.Nodes[i].Wrong, wrong)
			return true
		}
	}
	for i := range t.Links {
		if t.Links[i].From+">"+t.Links[i].To == place {
			t.Links[i].Wrong = append(t.Links[i].Wrong, wrong)
			return true
		}
	}
	for i := range t.Lanes {
		if string(t.Lanes[i].Kind) == place {
			t.Lanes[i].Wrong = append(t.Lanes[i].Wrong, wrong)
			return true
		}
	}
	return false
}

// explain says at the clients that are not served why, where no finding does.
func (t *Traffic) explain(p *Plan) {
	for i, d := range p.Devices {
		for _, where := range []Location{OnInternet, OnPremises} {
			used := map[Location]YesNo{OnInternet: d.Internet, OnPremises: d.OnPremises}[where]
			if o := p.judgedDevice(i, where); used == Yes && o.Supported == "no" {
				t.explainNode(deviceID(i, where), o.Why)
			}
		}
	}
}

func (t *Traffic) explainNode(id, why string) {
	for i, n := range t.Nodes {
		if n.ID == id && worstOf(TrafficWorks, n.Wrong) != TrafficFails {
			t.Nodes[i].Wrong = append(n.Wrong, TrafficWrong{Tone: TrafficFails, Title: why})
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
