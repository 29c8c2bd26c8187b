package traffic

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/rules"
)

// problemOf is a finding as a drawing marks it: broken blockers and
// warnings, and blockers whose answer is missing. What tasks will put right,
// and advice, is not marked.
func problemOf(f rules.Finding) (Problem, bool) {
	w := Problem{Rule: f.Rule, Said: f.Sentence, Title: f.Problem, Detail: f.Detail}
	switch {
	case f.Shown() == rules.Broken && f.Severity == model.Blocker:
		w.Tone = Fails
	case f.Shown() == rules.Broken && f.Severity == model.Warning:
		w.Tone = Warns
	case f.Shown() == rules.Unclear && f.Severity == model.Blocker:
		w.Tone = NotKnown
	}
	return w, w.Tone != ""
}

// aboutEvidence is what people call the evidence of a key, "" for other keys.
func aboutEvidence(p *model.Plan, subject string) string {
	if strings.HasPrefix(subject, "evidence[") {
		return evidence.EntryName(p, subject)
	}
	return ""
}

// placeOf are IDs of nodes, kinds of lanes, and links as "from>to".
type placeOf []string

// subjectPlaces says what in the drawing a finding is about: nothing where the
// drawing does not show it.
func subjectPlaces(p *model.Plan, f rules.Finding) placeOf {
	head, _, _ := strings.Cut(f.Subject, ".")
	switch {
	case strings.HasPrefix(head, "devices["):
		return devicePlaces(p, head, f.Inside)
	case strings.HasPrefix(head, "management_points["), strings.HasPrefix(head, "connection_points["):
		return placeOf{head}
	case head == gatewayID:
		return placeOf{gatewayID}
	}
	return tablePlaces(p, head)
}

// devicePlaces is the device where it is used: on the internet unless the rule
// is about those inside.
func devicePlaces(p *model.Plan, head string, inside bool) placeOf {
	if inside {
		return placeOf{head + "@" + string(model.OnPremises), head + "@" + string(model.OnInternet)}
	}
	return placeOf{head + "@" + string(model.OnInternet), head + "@" + string(model.OnPremises)}
}

// tablePlaces are the places of what a whole table says: a lane, or the lines
// of the clients with the method that the table is about.
func tablePlaces(p *model.Plan, table string) placeOf {
	switch table {
	case "devices", "client_settings":
		return placeOf{string(InternetClients)}
	case "management_points", "site":
		return placeOf{string(ManagementServers)}
	case "connection_points":
		return placeOf{string(ConnectionServers)}
	case "entra":
		return linksOf(p, model.EntraID)
	case "pki":
		return linksOf(p, model.ClientPKI)
	case "token":
		return linksOf(p, model.SiteToken)
	}
	return nil
}

// linksOf are the lines of the internet clients with a method.
func linksOf(p *model.Plan, m model.Method) placeOf {
	var places placeOf
	for _, i := range p.InternetDevices() {
		if p.Devices[i].Method == m {
			places = append(places, deviceID(i, model.OnInternet)+">"+gatewayID)
		}
	}
	return places
}

// A marker puts what is wrong at its places in a traffic.
type marker struct {
	t           *Drawing
	nodes, line map[string]int
}

func newMarker(t *Drawing) marker {
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
func (m marker) place(places placeOf, wrong Problem) {
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
func (m marker) mark(place string, wrong Problem) bool {
	if i, ok := m.nodes[place]; ok {
		m.t.Nodes[i].Problems = append(m.t.Nodes[i].Problems, wrong)
		return true
	}
	if i, ok := m.line[place]; ok {
		m.t.Links[i].Problems = append(m.t.Links[i].Problems, wrong)
		return true
	}
	for i := range m.t.Lanes {
		if string(m.t.Lanes[i].Kind) == place {
			m.t.Lanes[i].Problems = append(m.t.Lanes[i].Problems, wrong)
			return true
		}
	}
	return false
}

// explain says at the clients that are not served why, where no finding does.
func (m marker) explain(served map[string]model.DeviceOutcome) {
	for i, n := range m.t.Nodes {
		o, judged := served[n.ID]
		if judged && o.Supported == model.TruthNo && worstOf(Works, n.Problems) != Fails {
			m.t.Nodes[i].Problems = append(n.Problems, Problem{Tone: Fails, Title: o.Why})
		}
	}
}

// colour makes every node and link as bad as the worst that stands against it.
func (t *Drawing) colour() {
	for i := range t.Nodes {
		t.Nodes[i].Tone = worstOf(t.Nodes[i].Tone, t.Nodes[i].Problems)
	}
	for i := range t.Links {
		t.Links[i].Tone = worstOf(t.Links[i].Tone, t.Links[i].Problems)
	}
}

func worstOf(tone Tone, wrongs []Problem) Tone {
	for _, w := range wrongs {
		tone = tone.Worse(w.Tone)
	}
	return tone
}
