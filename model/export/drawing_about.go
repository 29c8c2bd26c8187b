package export

import (
	"strings"

	"cmgwizard/model"
)

// aboutTraffic is what the drawing shows in sentences, but for the problems.
func aboutTraffic(t model.Traffic) string {
	var said []string
	for _, lane := range t.Lanes {
		text := lane.Title + ": " + strings.Join(aboutNodes(t, lane), "; ") + "."
		if lane.Way != "" {
			text += " From there: " + lane.Way + "."
		}
		said = append(said, text)
	}
	return drawnClean(strings.Join(said, " "))
}

// aboutNodes are the nodes of a lane, each with what is known and its lines.
func aboutNodes(t model.Traffic, lane model.TrafficLane) []string {
	var nodes []string
	for _, n := range t.Nodes {
		if n.Kind != lane.Kind {
			continue
		}
		text := strings.Join(append([]string{n.Title}, n.Lines...), ", ")
		if label := labelFrom(t, n); label != "" {
			text += ", by " + label
		}
		if n.Tone != model.TrafficWorks {
			text += " (" + model.TrafficTones.Label(n.Tone) + ")"
		}
		nodes = append(nodes, text)
	}
	return nodes
}

// labelFrom is what stands at the line of a client on the internet, "" for
// other nodes.
func labelFrom(t model.Traffic, n model.TrafficNode) string {
	for _, l := range t.Links {
		if l.From == n.ID && n.Kind == model.InternetClients {
			return l.Label
		}
	}
	return ""
}
