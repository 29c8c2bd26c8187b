package wizard

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"cmgwizard/model"
	"cmgwizard/wizard/screen"
	"github.com/charmbracelet/x/ansi"
)

// pasteField takes lines of a log. Enter breaks a line, and on an empty one it sends: a
// terminal that types a paste key by key must not send its first line alone.
type pasteField struct {
	theme *theme
	text  string
}

func newPasted(t *theme) *pasteField { return &pasteField{theme: t} }

// longestPasted is how much of a log is taken, in bytes: a file takes more.
const longestPasted = 64 << 10

func (f *pasteField) update(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		f.add(msg.Content)
	case tea.KeyPressMsg:
		if msg.Code == tea.KeyBackspace && f.text != "" {
			runes := []rune(f.text)
			f.text = string(runes[:len(runes)-1])
			return
		}
		f.add(msg.Text)
	}
}

func (f *pasteField) add(text string) {
	f.text = strings.ToValidUTF8((f.text + text)[:min(len(f.text)+len(text), longestPasted)], "")
}

// ends reports whether the last line is empty and something stands before it.
func (f *pasteField) ends() bool {
	return strings.TrimSpace(f.text) == "" || strings.HasSuffix(f.text, "\n")
}

func (f *pasteField) value() string                           { return f.text }
func (f *pasteField) shortcut(tea.KeyPressMsg) (string, bool) { return "", false }
func (f *pasteField) touched() bool                           { return true }

// view are the last lines, and how many there are.
func (f *pasteField) view(width, height int) string {
	lines := strings.Split(model.CleanLines(f.text), "\n")
	first := max(len(lines)-max(min(height-1, linesOfNote), 1), 0)
	var shown []string
	for i, line := range lines[first:] {
		mark := "  "
		if first+i == len(lines)-1 {
			mark = f.theme.Choice(f.theme.Signs.Cursor + " ")
		}
		shown = append(shown, mark+ansi.Truncate(line, max(width-2, screen.Narrowest), f.theme.Signs.Cut))
	}
	if first > 0 {
		shown = append([]string{f.theme.Dim(model.Counted(first, "line") + " above")}, shown...)
	}
	return strings.Join(shown, "\n")
}

// keepsLines reports whether a paste keeps its line breaks here.
func (m *program) keepsLines() bool {
	switch m.field.(type) {
	case *noteField, *pasteField:
		return true
	}
	return false
}
