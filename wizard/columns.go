package wizard

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

func indent(lines []string) []string {
	indented := make([]string, len(lines))
	for i, line := range lines {
		indented[i] = " " + line
	}
	return indented
}

type column struct {
	lines []string
	width int
}

func beside(t *theme, height int, columns ...column) []string {
	lines := make([]string, height)
	wall := " " + t.bar.Render(t.signs.wall) + " "
	for i := range lines {
		parts := make([]string, len(columns))
		for c, col := range columns {
			parts[c] = cell(t, col, i)
		}
		lines[i] = strings.Join(parts, wall)
	}
	return lines
}

func cell(t *theme, c column, i int) string {
	text := ""
	if i < len(c.lines) {
		text = ansi.Truncate(c.lines[i], c.width, t.signs.cut)
	}
	return text + strings.Repeat(" ", max(c.width-ansi.StringWidth(text), 0))
}

func wrap(text string, width int) []string {
	return strings.Split(lipgloss.Wrap(text, max(width, narrowest), ""), "\n")
}

func pad(lines []string, height int) []string {
	for len(lines) < height {
		lines = append(lines, "")
	}
	return lines
}

func clip(lines []string, width, height int, t *theme) []string {
	lines = lines[:min(len(lines), max(height, 0))]
	for i, line := range lines {
		lines[i] = ansi.Truncate(line, width, t.signs.cut)
	}
	return lines
}
