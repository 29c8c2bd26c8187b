package drawing

import (
	"slices"

	"cmgwizard/model/traffic"
)

// The measures of a drawing in points, and its typefaces. Nothing is smaller
// than 7 points.
const (
	headingWide = 84.0 // the column of the lanes' headings
	lanePad     = 6.0
	boxGap      = 9.0
	boxPad      = 5.0
	leastBox    = 92.0
	mostBox     = 170.0
	gatewayBox  = 250.0
	markHigh    = 10.0
	markGap     = 3.0
)

var (
	headingFace = typeface{8, true}
	titleFace   = typeface{7.5, true}
	lineFace    = typeface{7, false}
	markFace    = typeface{7, true}
	listFace    = typeface{7.5, false}
)

// A plotter makes a drawing of a traffic, from the top to the bottom.
type plotter struct {
	d      Drawing
	y      float64 // where the next shape begins
	book   problemBook
	lane   []plotLane
	links  []plotLink
	kind   map[string]traffic.Kind // of each node
	at     map[string][]int        // the links that lead from a node or a lane, or to it
	center map[string]float64
}

type plotLane struct {
	kind    traffic.Kind
	title   string
	way     string
	numbers []int
	nodes   []plotNode
}

type plotNode struct {
	id      string
	title   string
	lines   []string
	short   bool // a group: its lines are names, each in one line
	tone    traffic.Tone
	numbers []int
}

// A plotLink leads from a node, or from a whole lane, to a node.
type plotLink struct {
	from, to string
	label    string
	tone     traffic.Tone
	numbers  []int
}

func newPlotter(t traffic.Drawing, width float64) *plotter {
	p := &plotter{kind: map[string]traffic.Kind{}, center: map[string]float64{}}
	p.d.Width, p.d.Title = max(width, 2*headingWide+leastBox), "Traffic through the CMG"
	if t.Name != "" {
		p.d.Title += ": " + Clean(t.Name)
	}
	p.addLanes(t)
	p.book.numbers(t.Elsewhere, "")
	p.d.About = aboutTraffic(t)
	for _, problem := range p.book.list {
		p.d.About += " " + Clean(problem.mark()+": "+problem.words())
	}
	return p
}

// addLanes numbers what is wrong lane by lane: in the lane, at its nodes and at
// the lines that begin there.
func (p *plotter) addLanes(t traffic.Drawing) {
	titles := map[string]string{}
	for _, n := range t.Nodes {
		p.kind[n.ID], titles[n.ID] = n.Kind, n.Title
	}
	for _, lane := range t.Lanes {
		p.kind[string(lane.Kind)] = lane.Kind
		l := plotLane{kind: lane.Kind, title: lane.Title, way: lane.Way, numbers: p.book.numbers(lane.Problems, "")}
		for _, n := range t.Nodes {
			if n.Kind == lane.Kind {
				l.nodes = append(l.nodes, plotNode{id: n.ID, title: n.Title, lines: n.Lines, tone: n.Tone, numbers: p.book.numbers(n.Problems, n.Title)})
			}
		}
		p.lane = append(p.lane, l)
		p.addLinks(t.Links, lane.Kind, titles)
	}
	p.indexLinks()
}

// addLinks adds the lines that begin in a lane. What is wrong with one is met
// at the clients of a line to the CMG, and at the server of a line to a server.
func (p *plotter) addLinks(links []traffic.Link, from traffic.Kind, titles map[string]string) {
	for _, l := range links {
		if p.kind[l.From] != from {
			continue
		}
		where := titles[l.To]
		if from == traffic.InternetClients {
			where = titles[l.From]
		}
		p.links = append(p.links, plotLink{l.From, l.To, l.Label, l.Tone, p.book.numbers(l.Problems, where)})
	}
}

func (p *plotter) indexLinks() {
	p.at = map[string][]int{}
	for i, l := range p.links {
		p.at[l.from] = append(p.at[l.from], i)
		p.at[l.to] = append(p.at[l.to], i)
	}
}

// linksFrom are the lines that lead from a node, its lane's included.
func (p *plotter) linksFrom(id string) []plotLink {
	var links []plotLink
	for _, end := range slices.Compact([]string{id, string(p.kind[id])}) {
		for _, i := range p.at[end] {
			if p.links[i].from == end {
				links = append(links, p.links[i])
			}
		}
	}
	return links
}

// linksTo are the lines that lead to a node from a lane, "" for any.
func (p *plotter) linksTo(id string, from traffic.Kind) []plotLink {
	var links []plotLink
	for _, i := range p.at[id] {
		if l := p.links[i]; l.to == id && (from == "" || p.kind[l.from] == from) {
			links = append(links, l)
		}
	}
	return links
}

// columns is how many boxes stand side by side.
func (p *plotter) columns() int {
	return max(int((p.d.Width-headingWide-2*lanePad+boxGap)/(leastBox+boxGap)), 1)
}
