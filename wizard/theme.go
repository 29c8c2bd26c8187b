package wizard

import (
	"charm.land/bubbles/v2/key"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
	"cmgwizard/wizard/screen"
)

// theme is every colour and border of the wizard, on the look of its rows.
type theme struct {
	*screen.Look
	fields *huh.Styles
	none   *huh.Styles // the same without a mark
}

// newTheme makes the look of the screens. Its colours are the terminal's own
// sixteen: they suit dark and light alike, so that nobody has to be asked for
// the background. Meaning never hangs on a colour alone.
func newTheme(ascii bool) *theme {
	l := screen.PlainLook(ascii)
	plain := lipgloss.NewStyle()
	strong, faint := plain.Bold(true), plain.Faint(true)
	l.Title, l.Choice = strong.Foreground(lipgloss.Cyan).Render, strong.Foreground(lipgloss.Cyan).Render
	l.Strong, l.Dim, l.Bar = strong.Render, faint.Render, faint.Render
	l.Good, l.Warn, l.Bad = plain.Foreground(lipgloss.Green).Render, plain.Foreground(lipgloss.Yellow).Render, strong.Foreground(lipgloss.Red).Render
	t := &theme{Look: l}
	t.fields, t.none = t.newFields(t.Signs.Cursor), t.newFields(" ")
	return t
}

// unmarked is the theme of a choice in which nothing is marked.
func (t *theme) unmarked() huh.Theme {
	return huh.ThemeFunc(func(bool) *huh.Styles { return t.none })
}

// newFields are huh's styles in our colours, made once: huh asks for them at
// every look-up.
func (t *theme) newFields(cursor string) *huh.Styles {
	plain := lipgloss.NewStyle()
	choice := plain.Bold(true).Foreground(lipgloss.Cyan)
	f := huh.FieldStyles{
		Base: plain, Title: plain, Description: plain,
		SelectSelector: choice.SetString(cursor + " "),
		SelectedOption: plain, UnselectedOption: plain, Option: plain,
		TextInput: huh.TextInputStyles{Cursor: plain, CursorText: plain, Placeholder: plain.Faint(true), Prompt: choice, Text: plain},
	}
	return &huh.Styles{Focused: f, Blurred: f}
}

// Theme serves huh the styles, whatever the background.
func (t *theme) Theme(bool) *huh.Styles { return t.fields }

// keys are the keys of the wizard.
var keys = struct {
	leave, suspend, next, back, up, down, pageUp, pageDown, top, bottom,
	help, board, overview, explain, find, compare, files, remove, undo, add, mark, read, path,
	tick, state, note, who, due, by, filter, print, run, alone, send, newLine key.Binding
}{
	leave:    key.NewBinding(key.WithKeys("ctrl+c", "ctrl+alt+c")), // so it comes right after Esc
	suspend:  key.NewBinding(key.WithKeys("ctrl+z")),
	next:     key.NewBinding(key.WithKeys("enter", "tab", "ctrl+j")),
	back:     key.NewBinding(key.WithKeys("esc", "shift+tab", "alt+esc")),
	up:       key.NewBinding(key.WithKeys("up", "k", "ctrl+p")),
	down:     key.NewBinding(key.WithKeys("down", "j", "ctrl+n")),
	pageUp:   key.NewBinding(key.WithKeys("pgup", "ctrl+u")),
	pageDown: key.NewBinding(key.WithKeys("pgdown", "ctrl+d", "space")),
	top:      key.NewBinding(key.WithKeys("home", "g")),
	bottom:   key.NewBinding(key.WithKeys("end", "G")),
	help:     key.NewBinding(key.WithKeys("f1", "?")),
	board:    key.NewBinding(key.WithKeys("f2", "ctrl+r")),
	overview: key.NewBinding(key.WithKeys("f3", "ctrl+o")),
	explain:  key.NewBinding(key.WithKeys("f4", "e")),
	find:     key.NewBinding(key.WithKeys("/")),
	compare:  key.NewBinding(key.WithKeys("f5")),
	files:    key.NewBinding(key.WithKeys("f6", "f")),
	remove:   key.NewBinding(key.WithKeys("x", "delete")),
	undo:     key.NewBinding(key.WithKeys("u")),
	add:      key.NewBinding(key.WithKeys("a")),
	mark:     key.NewBinding(key.WithKeys("space")),
	read:     key.NewBinding(key.WithKeys("r")),
	path:     key.NewBinding(key.WithKeys("p")),
	tick:     key.NewBinding(key.WithKeys("space", "x")),
	state:    key.NewBinding(key.WithKeys("s")),
	note:     key.NewBinding(key.WithKeys("n")),
	who:      key.NewBinding(key.WithKeys("o")),
	due:      key.NewBinding(key.WithKeys("d")),
	by:       key.NewBinding(key.WithKeys("b")),
	filter:   key.NewBinding(key.WithKeys("f")),
	print:    key.NewBinding(key.WithKeys("p")),
	run:      key.NewBinding(key.WithKeys("l")),
	alone:    key.NewBinding(key.WithKeys("v")),
	send:     key.NewBinding(key.WithKeys("ctrl+d")),
	newLine:  key.NewBinding(key.WithKeys("ctrl+j", "alt+enter", "shift+enter")),
}

// fieldKeys leaves huh the keys that move and type; all others are ours.
func fieldKeys() *huh.KeyMap {
	k := &huh.KeyMap{}
	k.Select.Up, k.Select.Down = keys.up, keys.down
	k.Select.GotoTop, k.Select.GotoBottom = keys.top, keys.bottom
	k.Text.NewLine = keys.newLine
	k.Input.AcceptSuggestion = key.NewBinding(key.WithKeys("tab"))
	k.Select.HalfPageUp, k.Select.HalfPageDown = key.NewBinding(key.WithKeys("pgup")), key.NewBinding(key.WithKeys("pgdown"))
	return k
}
