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
	commandBase = 2.5 // where its letters stand
	commandPad  = 2.0 // from the edge of their ground
	markRoom    = 4.5 // for the mark behind a row that goes on
	shellGap    = 3.0 // between a command and into what it is typed
)

// brokenWords explain the marks behind rows of commands, once.
const brokenWords = "↩ at the end of a row: the command goes on in the next row. ·↩: with a blank between them."

// commands stand on a ground of their own, in the face of a typewriter.
func (b *book) commands(c doc.Commands) []line {
	lines := append(b.within("P", b.text(entryLeft, b.width()-entryLeft, plainRun(c.Where+":", smallSize, inkGrey))), space(0.4))
	x, fits := b.besideCommand(c)
	if fits {
		lines = nil
	}
	for i, command := range c.Lines {
		rows := b.command(command)
		if fits && i == 0 {
			rows = b.shelled(x, plainRun(c.Where+" ", smallSize, inkGrey), rows)
		}
		lines = append(append(lines, b.onGround(rows)...), space(0.8))
	}
	return append(lines, space(0.6))
}

// besideCommand is where there is room, on the right of the first command, for what
// the commands are typed into.
func (b *book) besideCommand(c doc.Commands) (x float64, fits bool) {
	b.d.Font(page.Regular, smallSize)
	x = b.width() - commandPad - b.d.Width(c.Where)
	rows := b.commandRows(c.Lines[0])
	b.d.Font(page.Mono, commandSize)
	return x, len(rows) == 1 && entryLeft+commandPad+b.d.Width(rows[0])+shellGap <= x
}

// shelled puts on the right of a command into what it is typed. It is read first.
func (b *book) shelled(x float64, where run, rows []line) []line {
	return before(func(y float64) {
		b.d.Open("P")
		b.drawRow(margin+x, y+commandBase, []run{where})
		b.d.Close()
	}, rows)
}

func (b *book) commandRows(command string) []string {
	b.d.Font(page.Mono, commandSize)
	return b.d.Split(model.Clean(command), b.width()-entryLeft-2*commandPad-markRoom)
}

// onGround lays the ground of commands under rows, each its own part of it, so that
// they may be broken over pages.
func (b *book) onGround(rows []line) []line {
	for i, l := range rows {
		rows[i].draw = func(y float64) {
			b.d.Artifact(func() { b.d.Rect(margin+entryLeft, y, b.width()-entryLeft, commandLine+0.05, &ground, nil, 0) })
			l.draw(y)
		}
	}
	return rows
}

// command is one command, as it is to be typed.
func (b *book) command(command string) []line {
	rows := b.commandRows(command)
	var lines []line
	for i, row := range rows {
		lines = append(lines, line{h: commandLine, draw: func(y float64) {
			b.drawRow(margin+entryLeft+commandPad, y+commandBase, []run{{style: page.Mono, size: commandSize, ink: inkBlack, text: row}})
			if i < len(rows)-1 {
				b.goesOn(row, y+commandBase)
			}
		}})
	}
	return b.within("Code", lines)
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
