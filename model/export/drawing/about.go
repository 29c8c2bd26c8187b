package drawing

import (
	"strings"

	"cmgwizard/model/traffic"
)

// aboutTraffic is what the drawing shows in sentences, but for the problems.
func aboutTraffic(t traffic.Drawing) string {
	var said []string
	for _, lane := range t.Lanes {
		text := lane.Title + ": " + strings.Join(aboutNodes(t, lane), "; ") + "."
		if lane.Way != "" {
			text += " From there: " + lane.Way + "."
		}
		said = append(said, text)
	}
	return Clean(strings.Join(said, " "))
}

// aboutNodes are the nodes of a lane, each with what is known and its lines.
func aboutNodes(t traffic.Drawing, lane traffic.Lane) []string {
	var nodes []string
	for _, n := range t.Nodes {
		if n.Kind != lane.Kind {
			continue
		}
		text := strings.Join(append([]string{n.Title}, n.Lines...), ", ")
		if label := labelFrom(t, n); label != "" {
			text += ", by " + label
		}
		if n.Tone != traffic.Works {
			text += " (" + traffic.Tones.Label(n.Tone) + ")"
		}
		nodes = append(nodes, text)
	}
	return nodes
}

// labelFrom is what stands at the line of a client on the internet, "" for
// other nodes.
func labelFrom(t traffic.Drawing, n traffic.Node) string {
	for _, l := range t.Links {
		if l.From == n.ID && n.Kind == traffic.InternetClients {
			return l.Label
		}
	}
	return ""
}
