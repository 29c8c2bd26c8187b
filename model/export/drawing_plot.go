package export

import "cmgwizard/model"

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
	d      drawing
	y      float64 // where the next shape begins
	book   problemBook
	lane   []plotLane
	links  []plotLink
	center map[string]float64
}

type plotLane struct {
	kind    model.TrafficKind
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
	tone    model.TrafficTone
	numbers []int
}

type plotLink struct {
	from, to string
	label    string
	tone     model.TrafficTone
	numbers  []int
}

func newPlotter(t model.Traffic, width float64) *plotter {
	p := &plotter{center: map[string]float64{}}
	p.d.width, p.d.title = max(width, 2*headingWide+leastBox), "Traffic through the CMG"
	if t.Name != "" {
		p.d.title += ": " + drawnClean(t.Name)
	}
	p.d.about = aboutTraffic(t)
	for _, lane := range t.Lanes {
		p.addLane(t, lane)
	}
	p.book.numbers(t.Elsewhere, "")
	for _, problem := range p.book.list {
		p.d.about += " " + drawnClean(problem.mark()+": "+problem.words())
	}
	return p
}

// addLane numbers what is wrong in a lane, at its nodes and at the lines that
// begin there.
func (p *plotter) addLane(t model.Traffic, lane model.TrafficLane) {
	l := plotLane{kind: lane.Kind, title: lane.Title, way: lane.Way, numbers: p.book.numbers(lane.Wrong, "")}
	for _, n := range t.Nodes {
		if n.Kind != lane.Kind {
			continue
		}
		l.nodes = append(l.nodes, plotNode{id: n.ID, title: n.Title, lines: n.Lines, tone: n.Tone, numbers: p.book.numbers(n.Wrong, n.Title)})
		for _, link := range t.Links {
			if link.From == n.ID {
				where := linkPlace(t, link)
				p.links = append(p.links, plotLink{link.From, link.To, link.Label, link.Tone, p.book.numbers(link.Wrong, where)})
			}
		}
	}
	p.lane = append(p.lane, l)
}

// linkPlace is what people call a line: by the clients for a line to the CMG,
// by the server for a line to a server.
func linkPlace(t model.Traffic, link model.TrafficLink) string {
	for _, n := range t.Nodes {
		if n.ID == link.From && n.Kind == model.InternetClients || n.ID == link.To && n.Kind != model.GatewayNode {
			return n.Title
		}
	}
	return ""
}

// columns is how many boxes stand side by side.
func (p *plotter) columns() int {
	return max(int((p.d.width-headingWide-2*lanePad+boxGap)/(leastBox+boxGap)), 1)
}
