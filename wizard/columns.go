package wizard

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// indent keeps text off the edge of the window.
func indent(lines []string) []string {
	indented := make([]string, len(lines))
	for i, line := range lines {
		indented[i] = " " + line
	}
	return indented
}

// column is a part of the screen with its width.
type column struct {
	lines []string
	width int
}

// beside puts columns next to each other with a wall between them.
func beside(t *look, height int, columns ...column) []string {
	lines := make([]string, height)
	wall := " " + t.bar(t.signs.wall) + " "
	for i := range lines {
		parts := make([]string, len(columns))
		for c, col := range columns {
			parts[c] = cell(t, col, i)
		}
		lines[i] = strings.Join(parts, wall)
	}
	return lines
}

func cell(t *look, c column, i int) string {
	text := ""
	if i < len(c.lines) {
		text = ansi.Truncate(c.lines[i], c.width, t.signs.cut)
	}
	return text + strings.Repeat(" ", max(c.width-ansi.StringWidth(text), 0))
}

func wrap(text string, width int) []string {
	return strings.Split(lipgloss.Wrap(text, max(width, narrowest), ""), "\n")
}

// pad fills up with empty lines.
func pad(lines []string, height int) []string {
	for len(lines) < height {
		lines = append(lines, "")
	}
	return lines
}

// clip cuts what is too wide, with a mark, and what is too high.
func clip(lines []string, width, height int, t *look) []string {
	lines = lines[:min(len(lines), max(height, 0))]
	for i, line := range lines {
		lines[i] = ansi.Truncate(line, width, t.signs.cut)
	}
	return lines
}
