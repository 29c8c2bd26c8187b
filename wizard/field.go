package wizard

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
	"cmgwizard/model"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
)

// A field is what is typed or chosen into: a single field of huh that the
// wizard drives synchronously, so that no key typed ahead is lost.
type field interface {
	update(msg tea.Msg)
	view(width, height int) string
	value() string                               // what Enter would answer, "" for nothing
	touched() bool                               // somebody moved the mark or typed
	shortcut(msg tea.KeyPressMsg) (string, bool) // a key that answers at once
}

// choiceField chooses one of some words. As long as none is marked, Enter takes
// nothing.
type choiceField struct {
	options []model.Word
	yesNo   bool
	theme   *theme
	list    *huh.Select[string]
	given   string // the word that was marked at first, "" for none
	marked  bool
}

func newChoice(t *theme, options []model.Word, at string, yesNo bool) *choiceField {
	c := &choiceField{options: options, yesNo: yesNo, theme: t, given: at}
	c.mark(at)
	return c
}

// mark puts the mark on a word, "" for on none.
func (c *choiceField) mark(at string) {
	c.marked = at != ""
	draft := at
	options := c.options
	choices := make([]huh.Option[string], len(options))
	for i, o := range options {
		choices[i] = huh.NewOption(fmt.Sprintf("%d  %s", i+1, o.Label), o.Value)
	}
	c.list = huh.NewSelect[string]()
	if c.marked {
		prepare(c.list, c.theme) // before the options: huh makes a theme of its own to measure them
	} else {
		prepare(c.list, c.theme.unmarked())
	}
	c.list.Options(choices...).Value(&draft).Filtering(false)
}

func prepare(f huh.Field, t huh.Theme) {
	f.WithKeyMap(fieldKeys())
	f.WithTheme(t)
	f.Focus()
}

// update moves the mark. The first key down or up sets it.
func (c *choiceField) update(msg tea.Msg) {
	press, pressed := msg.(tea.KeyPressMsg)
	switch {
	case c.marked:
		c.list.Update(msg)
	case pressed && (matches(press, keys.down) || matches(press, keys.top)):
		c.mark(c.options[0].Value)
	case pressed && (matches(press, keys.up) || matches(press, keys.bottom)):
		c.mark(c.options[len(c.options)-1].Value)
	}
}

func (c *choiceField) touched() bool { return c.value() != c.given }
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
	if !c.marked {
		return ""
	}
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
	text     *string
	given    string // the text there was
	marked   bool   // nobody said that text: what is typed first replaces it
	proposal string // what Tab takes while nothing is typed
	offered  []string
	input    *huh.Input
}

func newText(t *theme, text, example string) *textField {
	f := &textField{text: &text, given: text}
	f.input = huh.NewInput().Value(f.text).Prompt(t.Signs.Cursor + " ").CharLimit(model.MaxText)
	if example != "" {
		f.input.Placeholder("for example " + example)
	}
	prepare(f.input, t)
	return f
}

// update drops huh's commands: they only blink the cursor, which would write
// to the terminal while nothing happens.
func (f *textField) update(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		f.begin(msg.Text != "")
	case tea.PasteMsg:
		f.begin(true)
	}
	f.input.Update(msg)
}

// begin takes a text that nobody said for said, or makes room for what replaces it.
func (f *textField) begin(replaced bool) {
	if f.marked && replaced {
		*f.text = ""
		f.input.Value(f.text)
	}
	f.marked = false
}

// value is what is typed or, where names are offered, the one that is shown.
func (f *textField) value() string {
	typed := strings.ToLower(*f.text)
	i := slices.IndexFunc(f.offered, func(name string) bool { return strings.HasPrefix(name, typed) })
	if typed == "" || i < 0 || slices.Contains(f.offered, typed) {
		return *f.text
	}
	return f.offered[i]
}

func (f *textField) touched() bool                           { return *f.text != f.given }
func (f *textField) shortcut(tea.KeyPressMsg) (string, bool) { return "", false }
func (f *textField) view(width, _ int) string {
	f.input.WithWidth(max(width, screen.Narrowest))
	return f.input.View()
}

// offer puts up what Tab takes, and what is offered while somebody types.
func (f *textField) offer(q steps.Question) *textField {
	f.proposal, f.offered = q.Proposal, q.Suggest
	if q.Suggest != nil {
		f.input.Suggestions(q.Suggest)
	}
	return f
}

// complete takes the proposal, or the rest of what is offered; false if there is
// none.
func (f *textField) complete() bool {
	if *f.text == "" && f.proposal != "" {
		f.input.Update(tea.PasteMsg{Content: f.proposal})
		return true
	}
	before := *f.text
	f.input.Update(tea.KeyPressMsg{Code: tea.KeyTab})
	return *f.text != before
}

// newField makes the field of a question. Enter never states a fact that
// nobody gave.
func newField(t *theme, s machine.State, q steps.Question) field {
	switch screen.InputOf(&s.Draft, q) {
	case screen.TableInput:
		return newTable(t, q)
	case screen.SeveralInput:
		return newSeveral(t, screen.Choices(s, q), cmp.Or(q.Answer(&s.Draft), q.Default), q.Alone)
	case screen.TypedInput:
		f := newText(t, screen.TextNow(s, q), q.Example).offer(q)
		f.marked = !screen.Said(&s.Draft, q)
		return f
	}
	f, _ := s.Draft.Field(q.Key)
	return newChoice(t, screen.Choices(s, q), screen.ChoiceNow(s, q), q.Put == nil && f.YesNo())
}

// matches reports whether a key press is one of a binding's.
func matches(msg tea.KeyPressMsg, b key.Binding) bool { return key.Matches(msg, b) }
