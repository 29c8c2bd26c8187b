package screen

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Indent keeps text off the edge of the window.
func Indent(lines []string) []string {
	indented := make([]string, len(lines))
	for i, line := range lines {
		indented[i] = " " + line
	}
	return indented
}

// A Column is a part of the screen with its width.
type Column struct {
	Lines []string
	Width int
}

// Beside puts columns next to each other with a wall between them.
func Beside(look *Look, height int, columns ...Column) []string {
	lines := make([]string, height)
	wall := " " + look.Bar(look.Signs.Wall) + " "
	for i := range lines {
		parts := make([]string, len(columns))
		for c, col := range columns {
			parts[c] = cell(look, col, i)
		}
		lines[i] = strings.Join(parts, wall)
	}
	return lines
}

func cell(look *Look, c Column, i int) string {
	text := ""
	if i < len(c.Lines) {
		text = ansi.Truncate(c.Lines[i], c.Width, look.Signs.Cut)
	}
	return text + strings.Repeat(" ", max(c.Width-ansi.StringWidth(text), 0))
}

// Wrap breaks a text into lines of a width. The > of a console path stays with
// what is before it.
func Wrap(text string, width int) []string {
	text = lipgloss.Wrap(strings.ReplaceAll(text, " > ", "\u00a0> "), max(width, Narrowest), "")
	return strings.Split(strings.ReplaceAll(text, "\u00a0>", " >"), "\n")
}

// Narrowest is the least width of a field: bubbles' text input panics below.
const Narrowest = 8

// WideEnough is the width from which things stand beside one another: the steps
// and the meaning beside a question, the ways to authenticate in a table.
const WideEnough = 110
