package pdf

import (
	"cmgwizard/model/export/pdf/page"
	"cmgwizard/model/judge"
)

// verdict stands in a panel whose edge has the colour of the verdict, with a
// shape that says the same in black and white.
func (b *book) verdict() {
	ink, shape := verdictLook(b.s.Verdict)
	lines := b.within("P", b.text(6, b.width()-10, boldRun(shape+"  ", 11, ink), boldRun(b.s.Standing+".", 11, inkBlack)))
	lines = append(lines, space(0.6))
	lines = append(lines, b.paragraph(6, b.width()-10, plainRun(b.s.Counts, bodySize, inkBlack))...)
	lines = append(append([]line{space(1.8)}, lines...), space(2))
	h := height(lines)
	lines = before(func(y float64) {
		b.d.Rect(margin, y, b.width(), h, &ground, nil, 0)
		b.d.Rect(margin, y, 1.6, h, &ink, nil, 0)
	}, lines)
	b.place(append(lines, space(1.6))...)
}

func verdictLook(v judge.Verdict) (page.Color, string) {
	switch v {
	case judge.IsReady:
		return inkGreen, "✓"
	case judge.ReadyWarnings:
		return inkAmber, "▲"
	case judge.IsBlocked:
		return inkRed, "■"
	}
	return inkGrey, "?"
}
