package pdf

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/pdf/page"
)

// Measures of commands.
const (
	commandSize = 7.5
	commandLine = 3.5
	commandPad  = 2.0 // from the edge of their ground
	markRoom    = 4.5 // for the mark behind a row that goes on
)

// brokenWords explain the marks behind rows of commands.
const brokenWords = "A command that is too long for a row goes on in the next one: after a blank where the row ends with ·↩, " +
	"without any blank where it ends with ↩."

// commands stand on a ground of their own, in the face of a typewriter.
func (b *book) commands(c doc.Commands) []line {
	lines := b.within("P", b.text(entryLeft, b.width()-entryLeft, plainRun(c.Where+":", smallSize, inkGrey)))
	lines = append(lines, space(0.4))
	for _, command := range c.Lines {
		lines = append(lines, b.command(command)...)
	}
	return append(lines, space(1))
}

func (b *book) commandRows(command string) []string {
	b.d.Font(page.Mono, commandSize)
	return b.d.Split(model.Clean(command), b.width()-entryLeft-2*commandPad-markRoom)
}

// command is one command, as it is to be typed. Each row draws its part of the
// ground, so that it may be broken over pages.
func (b *book) command(command string) []line {
	rows := b.commandRows(command)
	var lines []line
	for i, row := range rows {
		lines = append(lines, line{h: commandLine, draw: func(y float64) {
			b.d.Rect(margin+entryLeft, y, b.width()-entryLeft, commandLine+0.05, &ground, nil, 0)
			b.drawRow(margin+entryLeft+commandPad, y+2.5, []run{{style: page.Mono, size: commandSize, ink: inkBlack, text: row}})
			if i < len(rows)-1 {
				b.goesOn(row, y+2.5)
			}
		}})
	}
	return append(b.within("Code", lines), space(0.8))
}

// goesOn marks a row of a command that goes on in the next. The mark is drawn,
// not written: who copies the command from the screen must not copy the mark.
func (b *book) goesOn(row string, baseline float64) {
	right, y := margin+b.width()-commandPad/2, baseline-0.7
	b.d.Line(right, y-1.2, right, y, 0.2, inkGrey)
	b.d.Line(right-1.6, y, right, y, 0.2, inkGrey)
	b.d.Polygon([][2]float64{{right - 2.3, y}, {right - 1.3, y - 0.6}, {right - 1.3, y + 0.6}}, inkGrey)
	if strings.HasSuffix(row, " ") {
		b.d.Rect(right-3.4, y-0.25, 0.5, 0.5, &inkGrey, nil, 0)
	}
}

// breaks tells whether a command of a part is too long for a row.
func (b *book) breaks(p doc.Part) bool {
	tooLong := func(command string) bool { return len(b.commandRows(command)) > 1 }
	for _, g := range p.Groups {
		for _, e := range g.Entries {
			for _, c := range e.Commands {
				if slices.ContainsFunc(c.Lines, tooLong) {
					return true
				}
			}
		}
	}
	return false
}
