package wizard

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"cmgwizard/wizard/machine"
	"github.com/charmbracelet/x/ansi"
)

// TestFinder: / finds explanations from wherever letters are keys, Enter reads one,
// and Esc goes back to where one was.
func TestFinder(t *testing.T) {
	for _, test := range []struct {
		name   string
		keys   []string
		screen machine.Screen
	}{
		{"the board", nil, machine.BoardScreen},
		{"an area", []string{"6"}, machine.AreaScreen},
		{"what was found", []string{"w"}, machine.FoundScreen},
		{"the checklist", []string{"t", "down"}, machine.ChecklistScreen},
		{"a task", []string{"t", "down", "enter"}, machine.TaskScreen},
		{"over the help", []string{"f1"}, machine.BoardScreen},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := over(t, test.keys...)
			cursor := d.m.list.cursor
			d.press("/").at(test.screen, "").sees("Find an explanation").sees("esc close")
			d.press(strings.Split("0x87d00231", "")...).sees("0x87D00231").sees("Transient error")
			d.press("enter").sees("What it says").sees("esc back to the list")
			d.press("esc").sees("Find an explanation").sees("0x87D00231")
			if d.press("esc").at(test.screen, ""); d.m.finder != nil || d.m.list.cursor != cursor {
				t.Errorf("the cursor is at %d, not %d", d.m.list.cursor, cursor)
			}
		})
	}
}

// TestSlashIsText: where text is typed a slash is text, and nothing is opened.
func TestSlashIsText(t *testing.T) {
	d := over(t).to("gateway.service_name").press("/")
	if d.m.finder != nil {
		t.Error("the finder took the slash of a text")
	}
	d = over(t, "t", "down", "n").press("a", "/", "b")
	if d.m.finder != nil || !strings.Contains(ansi.Strip(d.m.draw()), "a/b") {
		t.Errorf("the finder took the slash of a note: %s", ansi.Strip(d.m.draw()))
	}
}

// TestFinderKeysAreText: letters that are keys elsewhere are text in the finder,
// and what it finds follows what is typed.
func TestFinderKeysAreText(t *testing.T) {
	d := over(t, "/", "q", "k", "j", "?", "e", "z")
	if got := d.m.finder.asked; got != "qkj?ez" {
		t.Errorf("typed is %q", got)
	}
	d.sees("Nothing has these words.").press("enter").sees("Nothing has these words.")
	d = over(t, "/")
	d.sees("A code in any spelling")
	d.m.Update(tea.PasteMsg{Content: "wildcard\x1b[31m"})
	d.sees("service-name").press("down", "down", "up")
	if d.m.finder.found.cursor != 1 {
		t.Errorf("the cursor is at %d", d.m.finder.found.cursor)
	}
	d.press("enter", "/").sees("A code in any spelling")
}

// TestFinderAtEverySize: nothing is wider or higher than the window, and the first
// result is seen.
func TestFinderAtEverySize(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {40, 12}, {30, 8}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			d := over(t, "/").resize(size[0], size[1]).press("1", "2", "0", "0", "7")
			for _, keys := range [][]string{nil, {"enter"}, {"esc"}, {"down"}} {
				shown := ansi.Strip(d.press(keys...).m.draw())
				lines := strings.Split(shown, "\n")
				if len(lines) > size[1] {
					t.Errorf("%d lines", len(lines))
				}
				for _, line := range lines {
					if ansi.StringWidth(line) > size[0] {
						t.Errorf("too wide: %q", line)
					}
				}
				if !strings.Contains(shown, "0x80072EE7") && !slices.Equal(keys, []string{"down"}) {
					t.Errorf("the first is not seen:\n%s", shown)
				}
			}
		})
	}
}
