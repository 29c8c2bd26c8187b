package wizard

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"cmgwizard/model"
	"cmgwizard/wizard/screen"
)

// noteField takes a text of several lines. Enter sends it, Ctrl+J breaks a line.
type noteField struct {
	text  *string
	input *huh.Text
}

func newNote(t *theme, text string) *noteField {
	f := &noteField{text: &text}
	f.input = huh.NewText().ExternalEditor(false).CharLimit(model.MaxText).Value(f.text)
	prepare(f.input, t)
	return f
}

// linesOfNote is how many lines of a note are seen at once.
const linesOfNote = 6

func (f *noteField) update(msg tea.Msg)                      { f.input.Update(msg) }
func (f *noteField) value() string                           { return *f.text }
func (f *noteField) shortcut(tea.KeyPressMsg) (string, bool) { return "", false }
func (f *noteField) view(width, height int) string {
	f.input.WithWidth(max(width, screen.Narrowest))
	f.input.WithHeight(max(min(height, linesOfNote), 1))
	return strings.TrimRight(f.input.View(), "\n ")
}

func (f *noteField) touched() bool { return true }
