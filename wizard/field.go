package wizard

import (
	"fmt"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
	"cmgwizard/model"
	"cmgwizard/steps"
	"cmgwizard/wizard/screen"
)

// A field is what is typed or chosen into: a single field of huh that the
// wizard drives synchronously, so that no key typed ahead is lost.
type field interface {
	update(msg tea.Msg)
	view(width, height int) string
	value() string                               // what Enter would answer
	shortcut(msg tea.KeyPressMsg) (string, bool) // a key that answers at once
}

// choiceField chooses one of some words.
type choiceField struct {
	options []model.Word
	yesNo   bool
	list    *huh.Select[string]
}

func newChoice(t *theme, options []model.Word, at string, yesNo bool) *choiceField {
	c := &choiceField{options: options, yesNo: yesNo}
	draft := at
	choices := make([]huh.Option[string], len(options))
	for i, o := range options {
		choices[i] = huh.NewOption(fmt.Sprintf("%d  %s", i+1, o.Label), o.Value)
	}
	c.list = huh.NewSelect[string]()
	prepare(c.list, t) // before the options: huh makes a theme of its own to measure them
	c.list.Options(choices...).Value(&draft).Filtering(false)
	return c
}

func prepare(f huh.Field, t *theme) {
	f.WithKeyMap(fieldKeys())
	f.WithTheme(t)
	f.Focus()
}

func (c *choiceField) update(msg tea.Msg) { c.list.Update(msg) }
func (c *choiceField) view(width, height int) string {
	width = max(width, screen.Narrowest)
	c.list.WithWidth(width)
	c.list.WithHeight(max(min(height, c.lines(width)), 1))
	return c.list.View()
}

// lines is how many lines the choices take: a long one is wrapped beside its
// cursor.
func (c *choiceField) lines(width int) int {
	lines := 0
	for i, o := range c.options {
		label := fmt.Sprintf("%d  %s", i+1, o.Label)
		lines += 1 + strings.Count(lipgloss.Wrap(label, max(width-2, 1), ""), "\n")
	}
	return lines
}

func (c *choiceField) value() string {
	value, _ := c.list.Hovered()
	return value
}

// shortcut answers with the number of a choice, or with y and n.
func (c *choiceField) shortcut(msg tea.KeyPressMsg) (string, bool) {
	if n, err := strconv.Atoi(msg.String()); err == nil && n >= 1 && n <= len(c.options) {
		return c.options[n-1].Value, true
	}
	word, ok := map[string]string{"y": string(model.Yes), "n": string(model.No)}[strings.ToLower(msg.String())]
	return word, ok && c.yesNo
}

// textField takes a line of text.
type textField struct {
	text  *string
	input *huh.Input
}

func newText(t *theme, text, example string) *textField {
	f := &textField{text: &text}
	f.input = huh.NewInput().Value(f.text).Prompt(t.Signs.Cursor + " ").CharLimit(model.MaxText)
	if example != "" {
		f.input.Placeholder("for example " + example)
	}
	prepare(f.input, t)
	return f
}

// update drops huh's commands: they only blink the cursor, which would write
// to the terminal while nothing happens.
func (f *textField) update(msg tea.Msg)                      { f.input.Update(msg) }
func (f *textField) value() string                           { return *f.text }
func (f *textField) shortcut(tea.KeyPressMsg) (string, bool) { return "", false }
func (f *textField) view(width, _ int) string {
	f.input.WithWidth(max(width, screen.Narrowest))
	return f.input.View()
}

// newField makes the field of a question. Enter never states a fact that
// nobody gave.
func newField(t *theme, a *model.Answers, q steps.Question) field {
	f, ok := a.Field(q.Key)
	if !ok {
		return newText(t, "", "")
	}
	if screen.Typed(f) {
		return newText(t, screen.TextNow(f, q), q.Example)
	}
	return newChoice(t, screen.Choices(f, q), screen.ChoiceNow(f, q), f.YesNo())
}

// matches reports whether a key press is one of a binding's.
func matches(msg tea.KeyPressMsg, b key.Binding) bool { return key.Matches(msg, b) }
