package wizard

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"cmgwizard/model"
)

// noteField takes a text of several lines. Enter sends it, Ctrl+J breaks a line.
type noteField struct {
	given, begun string // what it opened with, and how it shows that
	text         *string
	input        *huh.Text
}

func newNote(t *theme, text string) *noteField {
	shown := text
	f := &noteField{given: text, text: &shown}
	f.input = huh.NewText().ExternalEditor(false).CharLimit(model.MaxText).Value(f.text)
	prepare(f.input, t)
	f.input.Update(nil) // it writes back the text as it takes it
	f.begun = *f.text
	return f
}

// linesOfNote is how many lines of a note are seen at once.
const linesOfNote = 6

func (f *noteField) update(msg tea.Msg)                      { f.input.Update(msg) }
func (f *noteField) shortcut(tea.KeyPressMsg) (string, bool) { return "", false }

// value is what was typed. What nobody touched is as it was given, whatever the
// field makes of it.
func (f *noteField) value() string {
	if *f.text == f.begun {
		return f.given
	}
	return *f.text
}

func (f *noteField) view(width, height int) string {
	f.input.WithWidth(max(width, narrowest))
	f.input.WithHeight(max(min(height, linesOfNote), 1))
	return strings.TrimRight(f.input.View(), "\n ")
}
