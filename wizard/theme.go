package wizard

import (
	"charm.land/bubbles/v2/key"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

// theme is every colour, border and sign of the wizard. Its colours are the
// terminal's own sixteen: they suit dark and light alike, so that nobody has
// to be asked for the background. Meaning never hangs on a colour alone.
type theme struct {
	title, strong, dim, choice, good, warn, bad, bar lipgloss.Style

	signs  signs
	fields *huh.Styles
}

// signs are the few characters beyond letters; every one has an ASCII form.
type signs struct {
	cursor, done, left, unsure, rule, wall, cut, arrow, up, down, full, empty string
}

var unicodeSigns = signs{">", "√", "·", "?", "─", "│", "…", "→", "↑", "↓", "█", "░"}

var asciiSigns = signs{">", "x", ".", "?", "-", "|", "...", "->", "^", "v", "#", "."}

func newTheme(ascii bool) *theme {
	t := &theme{
		title:  lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Cyan),
		strong: lipgloss.NewStyle().Bold(true),
		dim:    lipgloss.NewStyle().Faint(true),
		choice: lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Cyan),
		good:   lipgloss.NewStyle().Foreground(lipgloss.Green),
		warn:   lipgloss.NewStyle().Foreground(lipgloss.Yellow),
		bad:    lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Red),
		bar:    lipgloss.NewStyle().Faint(true),
		signs:  unicodeSigns,
	}
	if ascii {
		t.signs = asciiSigns
	}
	t.fields = t.newFields()
	return t
}

// unstyle takes all colours away, for lines of plain text.
func (t *theme) unstyle() {
	plain := lipgloss.NewStyle()
	t.title, t.strong, t.dim, t.choice = plain, plain, plain, plain
	t.good, t.warn, t.bad, t.bar = plain, plain, plain, plain
}

// newFields are huh's styles in our colours, made once: huh asks for them at
// every look-up.
func (t *theme) newFields() *huh.Styles {
	plain := lipgloss.NewStyle()
	f := huh.FieldStyles{
		Base: plain, Title: plain, Description: plain,
		SelectSelector: t.choice.SetString(t.signs.cursor + " "),
		SelectedOption: plain, UnselectedOption: plain, Option: plain,
		TextInput: huh.TextInputStyles{Cursor: plain, CursorText: plain, Placeholder: t.dim, Prompt: t.choice, Text: plain},
	}
	return &huh.Styles{Focused: f, Blurred: f}
}

// Theme serves huh the styles, whatever the background.
func (t *theme) Theme(bool) *huh.Styles { return t.fields }

// keys are the keys of the wizard.
var keys = struct {
	leave, next, back, up, down, pageUp, pageDown, top, bottom,
	help, review, overview, explain, compare, files, remove, undo, add, mark, read, path,
	tick, state, note, who, due, by, filter, print, newLine key.Binding
}{
	leave:    key.NewBinding(key.WithKeys("ctrl+c", "ctrl+alt+c")), // so it comes right after Esc
	next:     key.NewBinding(key.WithKeys("enter", "tab", "ctrl+j")),
	back:     key.NewBinding(key.WithKeys("esc", "shift+tab", "alt+esc")),
	up:       key.NewBinding(key.WithKeys("up", "k", "ctrl+p")),
	down:     key.NewBinding(key.WithKeys("down", "j", "ctrl+n")),
	pageUp:   key.NewBinding(key.WithKeys("pgup", "ctrl+u")),
	pageDown: key.NewBinding(key.WithKeys("pgdown", "ctrl+d", "space")),
	top:      key.NewBinding(key.WithKeys("home", "g")),
	bottom:   key.NewBinding(key.WithKeys("end", "G")),
	help:     key.NewBinding(key.WithKeys("f1", "?")),
	review:   key.NewBinding(key.WithKeys("f2", "ctrl+r")),
	overview: key.NewBinding(key.WithKeys("f3", "ctrl+o")),
	explain:  key.NewBinding(key.WithKeys("f4", "e")),
	compare:  key.NewBinding(key.WithKeys("f5", "c")),
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
	newLine:  key.NewBinding(key.WithKeys("ctrl+j", "alt+enter", "shift+enter")),
}

// fieldKeys leaves huh the keys that move and type; all others are ours.
func fieldKeys() *huh.KeyMap {
	k := &huh.KeyMap{}
	k.Select.Up, k.Select.Down = keys.up, keys.down
	k.Select.GotoTop, k.Select.GotoBottom = keys.top, keys.bottom
	k.Text.NewLine = keys.newLine
	k.Select.HalfPageUp, k.Select.HalfPageDown = key.NewBinding(key.WithKeys("pgup")), key.NewBinding(key.WithKeys("pgdown"))
	return k
}
