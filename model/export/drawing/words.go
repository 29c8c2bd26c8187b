package drawing

import (
	"fmt"
	"strings"

	"cmgwizard/model/doc"
	"cmgwizard/model/traffic"
)

// TrafficLines is the drawing of the traffic as lines of text, no wider than
// width columns, in ASCII but for what people wrote themselves. It is clean.
func TrafficLines(t traffic.Drawing, width int) []string { return drawnWords(t, width) }

// drawnWords is the drawing as lines of text: lane by lane, with arrows of
// letters between them, and the problems below. Every node has a line of its
// own, however many there are.
func drawnWords(t traffic.Drawing, width int) []string {
	w := wordPlotter{plotter: newPlotter(t, SVGWidth), width: max(width, leastWords)}
	for i, lane := range w.lane {
		if i > 0 {
			w.way(w.lane[i-1], lane)
		}
		w.lines = append(w.lines, doc.Wrap(doc.TextSafe(lane.title+w.signs(lane.numbers)), w.width)...)
		for _, n := range lane.nodes {
			w.node(lane, n)
		}
	}
	w.problems()
	return w.lines
}

// TrafficWords is the drawing for a sheet of text, nothing where it has none.
func TrafficWords(o doc.Overview) []string {
	if len(o.Traffic.Nodes) == 0 {
		return nil
	}
	return drawnWords(o.Traffic, doc.TextWidth)
}

// leastWords is the narrowest drawing in words.
const leastWords = 20

// leastText is the narrowest column of text in it.
const leastText = 8

// The indents of the drawing in words.
const (
	nodeIndent  = "  "
	labelIndent = "      "
	wayIndent   = "        "
)

// A wordPlotter draws with letters.
type wordPlotter struct {
	*plotter
	width int
	lines []string
}

// hang adds text behind a mark, and its further lines behind another.
func (w *wordPlotter) hang(indent, mark, rest, text string) {
	for _, line := range doc.Wrap(doc.TextSafe(text), max(w.width-len(indent)-len(mark), leastText)) {
		w.lines = append(w.lines, strings.TrimRight(indent+mark+line, " "))
		mark = rest
	}
}

// signs are the badges of problems: " X1 !2".
func (p *plotter) signs(numbers []int) string {
	said := ""
	for _, n := range numbers {
		said += " " + p.book.of(n).mark()
	}
	return said
}

// node writes a node, and below it what stands at its line.
func (w *wordPlotter) node(lane plotLane, n plotNode) {
	text := "[" + n.title + "]"
	if len(n.lines) > 0 {
		text += " " + strings.Join(n.lines, ", ")
	}
	if n.tone == traffic.NotKnown && len(n.numbers) == 0 && !strings.Contains(text, traffic.Tones.Label(n.tone)) {
		text += " (" + traffic.Tones.Label(n.tone) + ")"
	}
	numbers := n.numbers
	for _, l := range w.linksTo(n.id, "") {
		if lane.kind == traffic.ManagementServers {
			numbers = merged(numbers, l.numbers)
		}
	}
	w.lines = append(w.lines, hanging(doc.TextSafe(text+w.signs(numbers)), w.width)...)
	if lane.kind != traffic.InternetClients {
		return
	}
	for _, l := range w.linksFrom(n.id) {
		w.hang(labelIndent, "--> ", "    ", l.label+w.signs(l.numbers))
	}
}

// hanging breaks a text into lines whose further ones stand right of the first.
func hanging(text string, width int) []string {
	lines := doc.Wrap(text, width-len(nodeIndent)-2)
	for i := range lines {
		lines[i] = nodeIndent + strings.Repeat(" ", 2*min(i, 1)) + lines[i]
	}
	return lines
}

// way draws the arrow from one lane to the next, up from the clients inside.
func (w *wordPlotter) way(upper, lower plotLane) {
	text, head := upper.way, []string{"|", "v"}
	if lower.kind == traffic.InsideClients {
		text, head = w.insideModes(lower), []string{"^", "|"}
	}
	w.lines = append(w.lines, wayIndent+head[0])
	if text != "" {
		w.hang(wayIndent, "|  ", "|  ", text)
	}
	w.lines = append(w.lines, wayIndent+head[1])
}

// insideModes are the modes in which the clients of a lane are served.
func (w *wordPlotter) insideModes(lane plotLane) string {
	links := w.linksFrom(string(lane.kind))
	if links == nil {
		return "no management point for them"
	}
	return joinLabels(links)
}

// problems are the badges in words.
func (w *wordPlotter) problems() {
	if len(w.book.list) == 0 {
		return
	}
	w.lines = append(w.lines, "")
	w.hang("", "", "", "X blocker, ! warning, ? answer missing:")
	for _, problem := range w.book.list {
		mark := fmt.Sprintf("%-*s", signsWide(w.book), problem.mark())
		w.hang(nodeIndent, mark, strings.Repeat(" ", len(mark)), problem.words())
	}
}

// signsWide is the column of the badges, with a blank behind them.
func signsWide(book problemBook) int {
	return len(fmt.Sprint(len(book.list))) + 2
}
