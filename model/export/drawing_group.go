package export

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
)

// groupLines is how many nodes of a group are named.
const groupLines = 3

// groupNames are what several nodes of a lane are called.
var groupNames = map[model.TrafficKind]string{
	model.InternetClients: "kinds of devices", model.InsideClients: "kinds of devices",
	model.ConnectionServers: "connection points", model.ManagementServers: "management points", model.GatewayNode: "CMGs",
}

// A nodeGroup is what shares a box.
type nodeGroup struct {
	key   string
	nodes []plotNode
}

// group keeps a lane to one row: nodes whose lines are alike share a box, and
// where that is not enough those whose lines lead to the same lanes.
func (p *plotter) group(lane int) {
	most := p.columns()
	if len(p.lane[lane].nodes) <= most {
		return
	}
	var groups []nodeGroup
	for _, look := range []func(plotLink) string{
		func(l plotLink) string { return l.label + "|" + string(l.tone) },
		func(l plotLink) string { return l.label },
		func(plotLink) string { return "" },
	} {
		groups = p.alike(lane, func(id string) string { return p.signature(id, look) })
		if len(groups) <= most {
			p.join(lane, groups)
			return
		}
	}
	p.join(lane, p.alike(lane, func(string) string { return "" }))
}

// alike sorts the nodes of a lane by what they have in common.
func (p *plotter) alike(lane int, key func(id string) string) []nodeGroup {
	var groups []nodeGroup
	for _, n := range p.lane[lane].nodes {
		k := key(n.id)
		i := slices.IndexFunc(groups, func(g nodeGroup) bool { return g.key == k })
		if i < 0 {
			i, groups = len(groups), append(groups, nodeGroup{key: k})
		}
		groups[i].nodes = append(groups[i].nodes, n)
	}
	return groups
}

// signature tells what the lines of a node look like: into it and out of it.
func (p *plotter) signature(id string, look func(plotLink) string) string {
	var signs []string
	for _, l := range p.links {
		switch id {
		case l.from:
			signs = append(signs, "to|"+look(l))
		case l.to:
			signs = append(signs, "from "+string(p.kindOf(l.from))+"|"+look(l))
		}
	}
	slices.Sort(signs)
	return strings.Join(slices.Compact(signs), "\n")
}

func (p *plotter) kindOf(id string) model.TrafficKind {
	for _, l := range p.lane {
		if slices.ContainsFunc(l.nodes, func(n plotNode) bool { return n.id == id }) {
			return l.kind
		}
	}
	return ""
}

// join makes one node of each group, and one link of those that lead alike.
func (p *plotter) join(lane int, groups []nodeGroup) {
	var nodes []plotNode
	group := map[string]string{}
	for _, g := range groups {
		n := joinedNode(p.lane[lane].kind, g.nodes)
		nodes = append(nodes, n)
		for _, member := range g.nodes {
			group[member.id] = n.id
		}
	}
	p.lane[lane].nodes = nodes
	var links []plotLink
	for _, l := range p.links {
		l.from, l.to = renamed(group, l.from), renamed(group, l.to)
		links = addLink(links, l)
	}
	p.links = links
}

func renamed(names map[string]string, id string) string {
	if name, ok := names[id]; ok {
		return name
	}
	return id
}

// addLink adds a link, or makes it part of the one that leads the same way.
func addLink(links []plotLink, l plotLink) []plotLink {
	i := slices.IndexFunc(links, func(o plotLink) bool { return o.from == l.from && o.to == l.to })
	if i < 0 {
		return append(links, l)
	}
	old := &links[i]
	if !strings.Contains(old.label, l.label) {
		old.label += " / " + l.label
	}
	old.tone, old.numbers = old.tone.Worse(l.tone), merged(old.numbers, l.numbers)
	return links
}

// merged is two lists of numbers as one in order.
func merged(a, b []int) []int {
	list := slices.Concat(a, b)
	slices.Sort(list)
	return slices.Compact(list)
}

// joinedNode is several nodes as one: the worst are named first.
func joinedNode(kind model.TrafficKind, members []plotNode) plotNode {
	if len(members) == 1 {
		return members[0]
	}
	n := plotNode{id: members[0].id, title: fmt.Sprintf("%d %s", len(members), groupNames[kind]), tone: model.TrafficWorks, short: true}
	sorted := slices.Clone(members)
	slices.SortStableFunc(sorted, func(a, b plotNode) int { return toneRank(b.tone) - toneRank(a.tone) })
	for i, m := range sorted {
		n.tone, n.numbers = n.tone.Worse(m.tone), merged(n.numbers, m.numbers)
		if i < groupLines {
			n.lines = append(n.lines, m.title)
		}
	}
	if more := len(members) - groupLines; more > 0 {
		n.lines = append(n.lines, fmt.Sprintf("and %d more", more))
	}
	return n
}

func toneRank(tone model.TrafficTone) int {
	return slices.IndexFunc(model.TrafficTones, func(t model.Term[model.TrafficTone]) bool { return t.Value == tone })
}
