package drawing

import (
	"fmt"

	"cmgwizard/model/traffic"
)

// The measures of the legend and of the list of problems, in points.
const (
	legendLine = 22.0
	legendGap  = 5.0
	legendHigh = 13.0
	leastList  = 3 // problems are listed whatever the height
)

// legendItem is a sign of the drawing and what it means.
type legendItem struct {
	tone  traffic.Tone
	mark  string
	words string
}

var legendItems = []legendItem{
	{traffic.Works, "", "works once its tasks are done"},
	{traffic.NotKnown, "", "not known yet"},
	{traffic.Fails, "X", "blocker"},
	{traffic.Warns, "!", "warning"},
	{traffic.NotKnown, "?", "answer missing"},
}

// legend says what lines and signs mean, and where arrows lead.
func (p *plotter) legend() {
	p.y += legendHigh / 2
	x := 0.0
	for _, item := range legendItems {
		wide := legendLine
		if item.mark != "" {
			wide = markWide(nil)
		}
		text := lineFace.wide(item.words)
		if x > 0 && x+wide+legendGap+text > p.d.Width {
			x, p.y = 0, p.y+legendHigh
		}
		p.legendSign(item, x, wide)
		p.d.Texts = append(p.d.Texts, Text{X: x + wide + legendGap, Y: p.y + lineFace.size, Size: lineFace.size, Text: item.words})
		x += wide + legendGap + text + 14
	}
	p.y += legendHigh
	p.y = p.write(lineFace.lines(legendNote, p.d.Width, 4), lineFace, 0, p.y, AlignLeft) + legendGap
}

// legendNote is what the lines alone do not tell.
const legendNote = "Arrows follow a request. The connection points open their connections to the CMG themselves, so no port has to be opened from the internet. A mode is that of the management point that serves the clients."

func (p *plotter) legendSign(item legendItem, x, wide float64) {
	middle := p.y + lineFace.size*0.65
	if item.mark == "" {
		p.d.Arrows = append(p.d.Arrows, Arrow{points: []Point{{x, middle}, {x + wide, middle}}, Tone: item.tone})
		return
	}
	p.d.Marks = append(p.d.Marks, Mark{x, middle - markHigh/2, wide, markHigh, item.tone, Text{
		X: x + wide/2, Y: middle + markFace.size*0.36, Size: markFace.size, Bold: true, Align: AlignMiddle, tone: item.tone, Text: item.mark,
	}})
}

// problemList says in words what the badges mean. A list that would be higher
// than most ends with how many more there are.
func (p *plotter) problemList(most float64) {
	indent := markWide([]int{len(p.book.list)}) + legendGap
	for i, problem := range p.book.list {
		lines := listFace.lines(problem.words(), p.d.Width-indent, 3)
		high := float64(len(lines)) * listFace.leading()
		if i >= leastList && p.y+high > most {
			more := fmt.Sprintf("and %d more: see the findings", len(p.book.list)-i)
			p.y = p.write([]string{more}, listFace, indent, p.y, AlignLeft)
			return
		}
		p.drawMark(problem, 0, p.y, indent-legendGap)
		p.y = max(p.write(lines, listFace, indent, p.y, AlignLeft), p.y+markHigh) + 2
	}
}
