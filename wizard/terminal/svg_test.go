//go:build !windows

package terminal

import (
	"cmp"
	"fmt"
	"html"
	"regexp"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// The measures of a picture: a cell, the bar over it and the edge around it.
const (
	cellWidth  = 8
	cellHeight = 18
	barHeight  = 34
	edge       = 14
)

// pictureStyle is a dark terminal. The names of the classes are those of
// class.
const pictureStyle = `text{font:13.3px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#d6dae2;white-space:pre}
.bold{font-weight:700}.faint{fill:#8b93a3}.red{fill:#ff7b72}.green{fill:#6fcf7f}.yellow{fill:#e3b34e}.cyan{fill:#5fd0e0}
.lines{stroke:#4a5160;fill:none}`

// clocks are the times on a screen, which differ from run to run.
var clocks = regexp.MustCompile(`(saved|Since) \d\d:\d\d`)

// picture draws the screen as SVG.
func (s *session) picture(about string) string {
	width, height := s.screen.Width()*cellWidth+2*edge, s.rows()*cellHeight+barHeight+2*edge
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img">`, width, height, width, height)
	fmt.Fprintf(&b, "\n<title>%s</title>\n<style>%s</style>\n", html.EscapeString(about), pictureStyle)
	fmt.Fprintf(&b, `<rect width="%d" height="%d" rx="10" fill="#161a21"/>`+"\n", width, height)
	fmt.Fprintf(&b, `<path d="M0 %dV10A10 10 0 0 1 10 0H%dA10 10 0 0 1 %d 10V%dZ" fill="#252b36"/>`+"\n", barHeight, width-10, width, barHeight)
	for i, colour := range []string{"#ff5f57", "#febc2e", "#28c840"} {
		fmt.Fprintf(&b, `<circle cx="%d" cy="%d" r="6" fill="%s"/>`, edge+8+20*i, barHeight/2, colour)
	}
	fmt.Fprintf(&b, "\n"+`<text x="%d" y="%d" text-anchor="middle" class="faint">cmgwizard</text>`+"\n", width/2, barHeight/2+5)
	b.WriteString(s.drawing())
	b.WriteString("</svg>\n")
	return clocks.ReplaceAllString(b.String(), "$1 09:41")
}

func (s *session) rows() int { return cmp.Or(s.crop, s.screen.Height()) }

// drawing is the text line by line, and then the rules and walls.
func (s *session) drawing() string {
	var text, lines strings.Builder
	for y := range s.rows() {
		for _, p := range s.pieces(y) {
			if p.isLine() {
				lines.WriteString(p.line(y))
				continue
			}
			text.WriteString(p.element(y))
		}
	}
	return text.String() + `<path class="lines" d="` + lines.String() + "\"/>\n"
}

// A piece is a part of a line in one style.
type piece struct {
	at    int // its first column
	cells int
	class string
	text  string
}

// pieces are the parts of a line that are not blank.
func (s *session) pieces(y int) []piece {
	var pieces []piece
	blank := true
	for x := 0; x < s.screen.Width(); x++ {
		c := s.screen.CellAt(x, y)
		if c == nil || c.Width == 0 {
			continue
		}
		next := piece{x, c.Width, class(c), c.Content}
		if last := len(pieces) - 1; last >= 0 && !blank && pieces[last].takes(next) {
			pieces[last].text, pieces[last].cells = pieces[last].text+next.text, pieces[last].cells+next.cells
			continue
		}
		blank = strings.TrimSpace(c.Content) == ""
		if !blank {
			pieces = append(pieces, next)
		}
	}
	return trimmed(pieces)
}

// takes reports whether a piece goes on with another one.
func (p piece) takes(next piece) bool {
	if p.isLine() || next.isLine() {
		return strings.HasSuffix(p.text, next.text)
	}
	return !strings.HasSuffix(p.text, "  ") && (p.class == next.class || next.text == " ")
}

func trimmed(pieces []piece) []piece {
	for i, p := range pieces {
		text := strings.TrimRight(p.text, " ")
		pieces[i].cells -= len(p.text) - len(text)
		pieces[i].text = text
	}
	return pieces
}

// class is the style of a cell in the words of pictureStyle.
func class(c *uv.Cell) string {
	var words []string
	if c.Style.Attrs&uv.AttrBold != 0 {
		words = append(words, "bold")
	}
	if c.Style.Attrs&uv.AttrFaint != 0 {
		words = append(words, "faint")
	}
	if colour, basic := c.Style.Fg.(ansi.BasicColor); basic {
		words = append(words, map[ansi.BasicColor]string{ansi.Red: "red", ansi.Green: "green", ansi.Yellow: "yellow", ansi.Cyan: "cyan"}[colour])
	}
	return strings.Join(words, " ")
}

func (p piece) isLine() bool {
	return strings.HasPrefix(p.text, "─") || strings.HasPrefix(p.text, "│")
}

// line is a rule or a piece of a wall: drawn, so that it has no gaps.
func (p piece) line(y int) string {
	x, top := edge+p.at*cellWidth, barHeight+edge+y*cellHeight
	if strings.HasPrefix(p.text, "│") {
		return fmt.Sprintf("M%d.5 %dv%d", x+cellWidth/2, top, cellHeight)
	}
	return fmt.Sprintf("M%d %d.5h%d", x, top+cellHeight/2, p.cells*cellWidth)
}

// element is a piece as text. Its length is given, so that columns stand under
// each other in every font.
func (p piece) element(y int) string {
	name := ""
	if p.class != "" {
		name = ` class="` + p.class + `"`
	}
	return fmt.Sprintf(`<text x="%d" y="%d" textLength="%d" lengthAdjust="spacingAndGlyphs"%s>%s</text>`+"\n",
		edge+p.at*cellWidth, barHeight+edge+y*cellHeight+13, p.cells*cellWidth, name, html.EscapeString(p.text))
}
