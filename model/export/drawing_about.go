package export

import (
	"strings"

	"cmgwizard/model"
)

// aboutTraffic is all that the drawing shows in sentences.
func aboutTraffic(t model.Traffic) string {
	var said []string
	for _, lane := range t.Lanes {
		var nodes []string
		for _, n := range t.Nodes {
			if n.Kind == lane.Kind {
				nodes = append(nodes, strings.Join(append([]string{n.Title}, n.Lines...), ", "))
			}
		}
		said = append(said, lane.Title+": "+strings.Join(nodes, "; "))
	}
	return drawnClean(strings.Join(said, ". ") + ".")
}
