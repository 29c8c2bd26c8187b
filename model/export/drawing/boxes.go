package drawing

import "cmgwizard/model/traffic"

// lanes draws every lane and, between two of them, the lines. The clients
// inside stand below the management points, so their lines lead up.
func (p *plotter) lanes() {
	for i, lane := range p.lane {
		if i > 0 {
			p.wires(p.lane[i-1], lane)
		}
		p.drawLane(lane)
	}
}

// centers works out where the boxes of a lane stand before they are drawn: the
// lines above them must know it.
func (p *plotter) places(lane plotLane) (left, wide float64) {
	inner, n := p.d.Width-headingWide-2*lanePad, float64(len(lane.nodes))
	most := mostBox
	if lane.kind == traffic.GatewayNode {
		most = gatewayBox
	}
	wide = min((inner-boxGap*(n-1))/n, most)
	left = headingWide + lanePad + (inner-n*wide-(n-1)*boxGap)/2
	for i, node := range lane.nodes {
		p.center[node.id] = left + wide/2 + float64(i)*(wide+boxGap)
	}
	return left, wide
}

// drawLane draws the ground, the heading at its left and a row of boxes.
func (p *plotter) drawLane(lane plotLane) {
	left, wide := p.places(lane)
	heading := headingFace.lines(lane.title, headingWide-2*lanePad, 5)
	high := float64(len(heading))*headingFace.leading() + markRows(lane.numbers, headingWide-2*lanePad)
	for _, n := range lane.nodes {
		high = max(high, n.high(wide))
	}
	p.d.Bands = append(p.d.Bands, Band{0, p.y, p.d.Width, high + 2*lanePad, lane.kind})
	y := p.write(heading, headingFace, lanePad, p.y+lanePad, AlignLeft)
	p.drawMarks(lane.numbers, lanePad, y, headingWide-2*lanePad, AlignLeft)
	for i, n := range lane.nodes {
		p.drawBox(lane.kind, n, left+float64(i)*(wide+boxGap), wide, high)
	}
	p.y += high + 2*lanePad
}

// write sets lines below one another from the top on, and gives where they end.
func (p *plotter) write(lines []string, face typeface, x, top float64, align Align) float64 {
	for _, line := range lines {
		p.d.Texts = append(p.d.Texts, Text{X: x, Y: top + face.size, Size: face.size, Bold: face.bold, Align: align, Text: line})
		top += face.leading()
	}
	return top
}

// titleLines and textLines are the words of a box.
func (n plotNode) titleLines(wide float64) []string {
	return titleFace.lines(n.title, wide-2*boxPad, 3)
}

func (n plotNode) textLines(wide float64) []string {
	var lines []string
	most := 2
	if n.short {
		most = 1
	}
	for _, line := range n.lines {
		lines = append(lines, lineFace.lines(line, wide-2*boxPad, most)...)
	}
	return lines
}

func (n plotNode) high(wide float64) float64 {
	return 2*boxPad + float64(len(n.titleLines(wide)))*titleFace.leading() + float64(len(n.textLines(wide)))*lineFace.leading() +
		markRows(n.numbers, wide-2*boxPad)
}

func (p *plotter) drawBox(kind traffic.Kind, n plotNode, x, wide, high float64) {
	b := Box{X: x, Y: p.y + lanePad, W: wide, H: high, kind: kind, Tone: n.tone}
	y := b.Y + (high-n.high(wide))/2 + boxPad
	put := func(lines []string, face typeface) {
		for _, line := range lines {
			b.Texts = append(b.Texts, Text{X: x + wide/2, Y: y + face.size, Size: face.size, Bold: face.bold, Align: AlignMiddle, Text: line})
			y += face.leading()
		}
	}
	put(n.titleLines(wide), titleFace)
	put(n.textLines(wide), lineFace)
	p.d.Boxes = append(p.d.Boxes, b)
	p.drawMarks(n.numbers, x+boxPad, y, wide-2*boxPad, AlignMiddle)
}

// markWide is the width of every badge: they stand in columns.
func markWide(numbers []int) float64 {
	wide := markFace.wide("X88") + 4
	for _, n := range numbers {
		if n > 99 {
			wide = markFace.wide("X888") + 4
		}
	}
	return wide
}

// marksARow is how many badges stand side by side.
func marksARow(numbers []int, wide float64) int {
	return max(int((wide+markGap)/(markWide(numbers)+markGap)), 1)
}

// markRows is how high the badges are together.
func markRows(numbers []int, wide float64) float64 {
	row := marksARow(numbers, wide)
	rows := (len(numbers) + row - 1) / row
	return float64(rows) * (markHigh + markGap)
}

// drawMarks draws the badges of problems in rows.
func (p *plotter) drawMarks(numbers []int, x, top, wide float64, align Align) {
	row, each := marksARow(numbers, wide), markWide(numbers)
	for from := 0; from < len(numbers); from += row {
		part := numbers[from:min(from+row, len(numbers))]
		left := x
		if align == AlignMiddle {
			left += (wide - float64(len(part))*(each+markGap) + markGap) / 2
		}
		for i, n := range part {
			p.drawMark(p.book.of(n), left+float64(i)*(each+markGap), top+markGap/2, each)
		}
		top += markHigh + markGap
	}
}

func (p *plotter) drawMark(problem drawnProblem, x, y, wide float64) {
	p.d.Marks = append(p.d.Marks, Mark{x, y, wide, markHigh, problem.tone, Text{
		X: x + wide/2, Y: y + markHigh/2 + markFace.size*0.36, Size: markFace.size, Bold: true, Align: AlignMiddle,
		tone: problem.tone, Text: problem.mark(),
	}})
}
