package pdf

import "cmgwizard/model/doc"

// signOff is the place to sign, a row for each who does.
func (b *book) signOff(signers []string) {
	for _, who := range signers {
		b.place(line{h: 9, draw: func(y float64) {
			base := y + 7
			b.d.Open("P")
			b.drawRow(margin, base, []run{boldRun(who+" ", smallSize, inkBlack)})
			b.d.Close()
			b.d.Artifact(func() {
				x := margin + 24.0
				for i, label := range doc.SignatureLabels {
					x = b.toWrite(x, base, label, []float64{42, 22, 42}[i])
				}
			})
		}})
	}
}

// toSign is room on a task for who did it, and when.
func (b *book) toSign(x, base float64) {
	b.d.Artifact(func() { b.toWrite(b.toWrite(x, base, "Done by", 13), base, "on", 7.5) })
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
