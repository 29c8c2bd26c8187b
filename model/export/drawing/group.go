package drawing

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/traffic"
)

// groupLines is how many nodes of a group are named.
const groupLines = 3

// groupNames are what several nodes of a lane are called.
var groupNames = map[traffic.Kind]string{
	traffic.InternetClients: "kinds of devices", traffic.InsideClients: "kinds of devices",
	traffic.ConnectionServers: "connection points", traffic.ManagementServers: "management points", traffic.GatewayNode: "CMGs",
}

// A nodeGroup is what shares a box.
type nodeGroup []plotNode

// group keeps a lane to one row: nodes whose lines are alike share a box, and
// where that is not enough those whose lines lead to the same lanes.
func (p *plotter) group(lane int) {
	most := p.columns()
	if len(p.lane[lane].nodes) <= most {
		return
	}
	ends := func(plotLink) string { return "" }
	label := func(l plotLink) string { return l.label }
	whole := func(l plotLink) string { return l.label + "|" + string(l.tone) }
	var groups []nodeGroup
	for _, key := range []func(plotNode) string{
		func(n plotNode) string { return p.signature(n.id, whole) + string(n.tone) },
		func(n plotNode) string { return p.signature(n.id, label) },
		func(n plotNode) string { return p.signature(n.id, ends) },
		func(plotNode) string { return "" },
	} {
		if groups = p.alike(lane, key); len(groups) <= most {
			break
		}
	}
	p.join(lane, groups)
}

// alike sorts the nodes of a lane by what they have in common.
func (p *plotter) alike(lane int, key func(plotNode) string) []nodeGroup {
	var groups []nodeGroup
	place := map[string]int{}
	for _, n := range p.lane[lane].nodes {
		k := key(n)
		i, known := place[k]
		if !known {
			i, groups = len(groups), append(groups, nodeGroup{})
			place[k] = i
		}
		groups[i] = append(groups[i], n)
	}
	return groups
}

// signature tells what the lines of a node look like: into it and out of it.
func (p *plotter) signature(id string, look func(plotLink) string) string {
	var signs []string
	for _, i := range p.at[id] {
		l := p.links[i]
		signs = append(signs, string(p.kind[l.from])+"|"+look(l))
	}
	slices.Sort(signs)
	return strings.Join(slices.Compact(signs), "\n")
}

// join makes one node of each group, and one link of those that lead alike.
func (p *plotter) join(lane int, groups []nodeGroup) {
	var nodes []plotNode
	group := map[string]string{}
	for _, members := range groups {
		n := joinedNode(p.lane[lane].kind, members)
		nodes = append(nodes, n)
		for _, member := range members {
			group[member.id] = n.id
		}
	}
	p.lane[lane].nodes = nodes
	for i, l := range p.links {
		p.links[i].from, p.links[i].to = renamed(group, l.from), renamed(group, l.to)
	}
	p.links = joinedLinks(p.links, func(l plotLink) string { return l.from + ">" + l.to })
	p.indexLinks()
}

func renamed(names map[string]string, id string) string {
	if name, ok := names[id]; ok {
		return name
	}
	return id
}

// joinedLinks makes one link of those with the same key.
func joinedLinks(links []plotLink, key func(plotLink) string) []plotLink {
	var joined []plotLink
	place := map[string]int{}
	for _, l := range links {
		i, known := place[key(l)]
		if !known {
			place[key(l)] = len(joined)
			joined = append(joined, l)
			continue
		}
		old := &joined[i]
		if !slices.Contains(strings.Split(old.label, labelGlue), l.label) {
			old.label += labelGlue + l.label
		}
		old.tone, old.numbers = old.tone.Worse(l.tone), merged(old.numbers, l.numbers)
	}
	return joined
}

// labelGlue stands between the labels of links that are drawn as one.
const labelGlue = " / "

// joinLabels are the labels of links, each once.
func joinLabels(links []plotLink) string {
	return joinedLinks(links, func(plotLink) string { return "" })[0].label
}

// merged is two lists of numbers as one in order.
func merged(a, b []int) []int {
	list := slices.Concat(a, b)
	slices.Sort(list)
	return slices.Compact(list)
}

// joinedNode is several nodes as one: the worst are named first.
func joinedNode(kind traffic.Kind, members []plotNode) plotNode {
	if len(members) == 1 {
		return members[0]
	}
	n := plotNode{id: members[0].id, title: fmt.Sprintf("%d %s", len(members), groupNames[kind]), tone: traffic.Works, short: true}
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

func toneRank(tone traffic.Tone) int {
	return slices.IndexFunc(traffic.Tones, func(t model.Term[traffic.Tone]) bool { return t.Value == tone })
}
