package drawing

import "slices"

// strips draws rows of lines below one another, with a bar between two rows.
func (p *plotter) strips(rows ...strip) {
	rows = slices.DeleteFunc(rows, func(s strip) bool { return len(s.wires) == 0 })
	top := p.y
	if len(rows) == 0 {
		p.y += stubHead
		return
	}
	for i, row := range rows {
		y := p.y
		p.y += row.high()
		start, end := y, p.y
		if i == 0 {
			start = top - lanePad
		}
		if i == len(rows)-1 {
			end += lanePad
		}
		for _, w := range row.wires {
			p.drawWire(w, row, start, end, (y+p.y)/2)
		}
		if i > 0 {
			p.bar(rows[i-1], row, y)
		}
	}
}

// bar is the horizontal line that connects two rows of lines.
func (p *plotter) bar(above, below strip, y float64) {
	left, right := above.wires[0].x, above.wires[0].x
	for _, w := range slices.Concat(above.wires, below.wires) {
		left, right = min(left, w.x), max(right, w.x)
	}
	if right-left > 0.5 {
		p.d.Arrows = append(p.d.Arrows, Arrow{points: []Point{{left, y}, {right, y}}, headless: true})
	}
}

func (w wire) labelHigh() float64 {
	high := float64(len(w.label))*lineFace.leading() + markRows(w.numbers, w.room)
	if high > 0 {
		high += 2 * labelPad
	}
	return high
}

func (s strip) high() float64 {
	high := 0.0
	for _, w := range s.wires {
		high = max(high, w.labelHigh())
	}
	if s.head != noHead {
		return high + stub + stubHead
	}
	if high == 0 {
		return stub
	}
	return high + 2*stub
}

// drawWire draws a line in two parts, with its label between them.
func (p *plotter) drawWire(w wire, row strip, start, end, middle float64) {
	high := w.labelHigh()
	if high == 0 {
		p.drawLine(w, row.head, start, end)
		return
	}
	top := middle - high/2
	var label []Text
	y := top + labelPad
	for _, line := range w.label {
		label = append(label, Text{X: w.x, Y: y + lineFace.size, Size: lineFace.size, Align: AlignMiddle, Text: line})
		y += lineFace.leading()
	}
	p.drawMarks(w.numbers, w.x-w.room/2, y, w.room, AlignMiddle)
	upper, lower := noHead, noHead
	switch row.head {
	case headUp:
		upper = headUp
	case headDown:
		lower = headDown
	}
	p.drawLine(w, upper, start, top)
	p.drawLine(w, lower, top+high, end)
	p.d.Arrows[len(p.d.Arrows)-1].Label = label
}

func (p *plotter) drawLine(w wire, head drawnHead, start, end float64) {
	points := []Point{{w.x, start}, {w.x, end}}
	if head == headUp {
		slices.Reverse(points)
	}
	p.d.Arrows = append(p.d.Arrows, Arrow{points: points, Tone: w.tone, headless: head == noHead})
}
