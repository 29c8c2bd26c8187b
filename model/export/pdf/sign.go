package pdf

import "cmgwizard/model/doc"

// signOff is the place to sign: those who sign stand side by side.
func (b *book) signOff() {
	b.section(func() {
		b.title(partLevel, doc.SignOffTitle, "part sign-off", 0)
		wide := b.width()/2 - 4
		for i := 0; i < len(b.s.Signers); i += 2 {
			left := b.signature(0, wide, b.s.Signers[i])
			if i+1 == len(b.s.Signers) {
				b.place(left...)
				continue
			}
			b.place(beside(left, b.signature(wide+8, wide, b.s.Signers[i+1])))
		}
	})
}

func (b *book) signature(x, width float64, who string) []line {
	lines := b.within("H2", b.text(x, width, boldRun(who, 10, inkBlack)))
	for _, label := range doc.SignatureLabels {
		lines = append(lines, b.blank(x, width, label)...)
	}
	return append(lines, space(5))
}

// blank is a line to write on.
func (b *book) blank(x, width float64, label string) []line {
	lines := b.paragraph(x, width, plainRun(label, smallSize, inkGrey))
	return append([]line{space(5)}, before(func(y float64) {
		b.d.Line(margin+x+22, y+3.4, margin+x+width, y+3.4, 0.2, inkGrey)
	}, lines)...)
}

// toSign is room on a task for who did it, and when.
func (b *book) toSign() line {
	return line{h: 5, draw: func(y float64) {
		base := y + 4.2
		b.d.Artifact(func() {
			x := b.toWrite(margin+entryLeft, base, "Done by", 60)
			b.toWrite(x, base, "on", 34)
		})
	}}
}

// toWrite is a label with a line behind it, and gives where the line ends.
func (b *book) toWrite(x, base float64, label string, width float64) float64 {
	b.d.Font(0, sourceSize)
	b.d.Ink(inkGrey)
	b.d.Text(x, base, label)
	from := x + b.d.Width(label) + 1.5
	b.d.Line(from, base+0.4, from+width, base+0.4, 0.15, inkGrey)
	return from + width + 4
}
