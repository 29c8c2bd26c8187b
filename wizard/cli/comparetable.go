package cli

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/compare"
	"cmgwizard/model/doc"
	"cmgwizard/wizard/cli/page"
	"github.com/charmbracelet/x/ansi"
)

// The widths of a table: as many columns stand side by side as find room.
const (
	labelWidth = 12
	leastCell  = 20
	betweenTwo = 2
)

// group is one choice: what is to be known first, the table, and what is the
// same for all.
func choice(p *page.Page, g compare.Group) {
	titles, rows := g.Table()
	different, shared := compare.Split(rows)
	p.Parts(doc.Choice(g, len(titles) > columns(p)))
	for at := 0; at < len(titles); at += columns(p) {
		p.Gap()
		table(p, titles, different, at, min(at+columns(p), len(titles)))
	}
	p.Facts("  ", doc.Shared(shared))
}

// columns is how many alternatives have room side by side.
func columns(p *page.Page) int {
	return max(1, (p.Width-labelWidth)/(leastCell+betweenTwo))
}

// table sets the alternatives from one place to another side by side. Rows in
// which none of them has anything are left out.
func table(p *page.Page, titles []string, rows []compare.TableRow, from, to int) {
	cells := make([][]string, to-from)
	for i, title := range titles[from:to] {
		cells[i] = []string{title}
	}
	showRow(p, page.Strong, "", cells)
	for _, row := range compare.RowsBetween(rows, from, to) {
		showRow(p, "", row.Label, row.Cells)
	}
}

// showRow writes one row as high as its highest cell. Where the page is too narrow
// for that, the label stands above.
func showRow(p *page.Page, style, label string, cells [][]string) {
	width := (p.Width-labelWidth)/len(cells) - betweenTwo
	if width < leastCell {
		narrowRow(p, style, label, cells)
		return
	}
	columns := [][]string{page.Wrap(label, labelWidth-1)}
	height := len(columns[0])
	for _, things := range cells {
		column := cell(things, width)
		columns, height = append(columns, column), max(height, len(column))
	}
	for i := range height {
		line := pad(at(columns[0], i), labelWidth)
		for _, column := range columns[1:] {
			line += inked(p, style, at(column, i), width) + strings.Repeat(" ", betweenTwo)
		}
		p.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

func narrowRow(p *page.Page, style, label string, cells [][]string) {
	if label != "" {
		p.Line(label)
	}
	for _, cell := range cells {
		for _, line := range doc.Together(cell) {
			p.Painted(style, "  ", line)
		}
	}
}

// cell wraps the lines of a cell. What goes on in a second line is set in, so
// that one can tell things apart. Words that are too long, such as the names of
// hosts, are broken: the next column would have to move.
func cell(things []string, width int) []string {
	var lines []string
	things = doc.Together(things)
	for _, thing := range things {
		text := strings.Join(page.Wrap(model.Clean(thing), width-1), "\n")
		for i, line := range strings.Split(ansi.Hardwrap(text, width-1, false), "\n") {
			if i > 0 && len(things) > 1 {
				line = " " + line
			}
			lines = append(lines, line)
		}
	}
	return lines
}

// inked fills the text up to its width, and colours the text alone.
func inked(p *page.Page, style, text string, width int) string {
	full := pad(text, width)
	if style == "" || text == "" {
		return full
	}
	return p.Paint(style, text) + full[len(text):]
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-ansi.StringWidth(text)))
}
