package wizard

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"cmgwizard/model"
	"cmgwizard/wizard/screen"
	"github.com/charmbracelet/x/ansi"
)

// pasteField takes lines of a log. A terminal that types a paste key by key must not send
// its first line alone, nor choose anything with the rest: only Ctrl+D sends, and Enter
// where the terminal marked a paste as one.
type pasteField struct {
	theme  *theme
	text   string
	marked bool // the terminal marked a paste
}

func newPasted(t *theme) *pasteField { return &pasteField{theme: t} }

// longestPasted is how much of a log is taken, in bytes: a file takes more.
const longestPasted = 64 << 10

func (f *pasteField) update(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		f.marked = true
		f.add(msg.Content)
	case tea.KeyPressMsg:
		switch {
		case msg.Code == tea.KeyBackspace && f.text != "":
			runes := []rune(f.text)
			f.text = string(runes[:len(runes)-1])
		case msg.Code == tea.KeyTab:
			f.add("\t")
		case matches(msg, keys.next):
			f.add("\n")
		default:
			f.add(msg.Text)
		}
	}
}

func (f *pasteField) add(text string) {
	f.text = strings.ToValidUTF8((f.text + text)[:min(len(f.text)+len(text), longestPasted)], "")
}

// ends reports whether a key sends the lines.
func (f *pasteField) ends(msg tea.KeyPressMsg) bool {
	return matches(msg, keys.send) || f.marked && msg.Code == tea.KeyEnter
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
