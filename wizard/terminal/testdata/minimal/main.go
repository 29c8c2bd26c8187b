// Minimal is the least program of the same kind: a list with a cursor. The
// benchmark compares the wizard with it.
package main

import (
	"fmt"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"
)

type list int

func (l list) Init() tea.Cmd { return nil }

func (l list) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return l, nil
	}
	switch key.String() {
	case "up":
		return max(l-1, 0), nil
	case "down":
		return min(l+1, 2), nil
	case "ctrl+c":
		return l, tea.Quit
	}
	return l, nil
}

func (l list) View() tea.View {
	lines := []string{"  one", "  two", "  three"}
	lines[l] = ">" + lines[l][1:]
	v := tea.NewView(strings.Join(lines, "\n") + "\n\nctrl+c leave")
	v.AltScreen = true
	return v
}

func main() {
	if _, err := tea.NewProgram(list(0)).Run(); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}
