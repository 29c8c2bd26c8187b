package wizard

import (
	"cmgwizard/wizard/screen"
	"github.com/charmbracelet/x/ansi"
)

// pad fills up with empty lines.
func pad(lines []string, height int) []string {
	for len(lines) < height {
		lines = append(lines, "")
	}
	return lines
}

// clip cuts what is too wide, with a mark, and what is too high.
func clip(lines []string, width, height int, t *screen.Look) []string {
	lines = lines[:min(len(lines), max(height, 0))]
	for i, line := range lines {
		lines[i] = ansi.Truncate(line, width, t.Signs.Cut)
	}
	return lines
}
