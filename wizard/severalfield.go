package wizard

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"cmgwizard/model"
	"cmgwizard/wizard/screen"
)

// severalField chooses several of some words: Space ticks, Enter takes what is
// ticked.
type severalField struct {
	theme   *theme
	options []model.Word
	alone   []string // the words that go with no other
	ticked  []string
	given   string
	at      int
}

func newSeveral(t *theme, options []model.Word, now, alone string) *severalField {
	f := &severalField{theme: t, options: options, alone: []string{alone, model.Unsure}, given: now}
	if now != "" {
		f.ticked = strings.Split(now, ",")
	}
	return f
}

func (f *severalField) value() string {
	return strings.Join(slices.DeleteFunc(f.words(), func(w string) bool { return !slices.Contains(f.ticked, w) }), ",")
}

func (f *severalField) words() []string {
	words := make([]string, len(f.options))
	for i, o := range f.options {
		words[i] = o.Value
	}
	return words
}

func (f *severalField) touched() bool { return f.value() != f.given }

func (f *severalField) shortcut(tea.KeyPressMsg) (string, bool) { return "", false }

func (f *severalField) update(msg tea.Msg) {
	press, pressed := msg.(tea.KeyPressMsg)
	if !pressed {
		return
	}
	if n, err := strconv.Atoi(press.String()); err == nil && n >= 1 && n <= len(f.options) {
		f.at = n - 1
		f.tick()
		return
	}
	switch {
	case matches(press, keys.up):
		f.at = max(f.at-1, 0)
	case matches(press, keys.down):
		f.at = min(f.at+1, len(f.options)-1)
	case matches(press, keys.top):
		f.at = 0
	case matches(press, keys.bottom):
		f.at = len(f.options) - 1
	case matches(press, keys.tick):
		f.tick()
	}
}

// tick ticks the word under the cursor, or takes its tick away.
func (f *severalField) tick() {
	word := f.options[f.at].Value
	if i := slices.Index(f.ticked, word); i >= 0 {
		f.ticked = slices.Delete(slices.Clone(f.ticked), i, i+1)
		return
	}
	keep := slices.DeleteFunc(slices.Clone(f.ticked), func(w string) bool {
		return slices.Contains(f.alone, word) || slices.Contains(f.alone, w)
	})
	f.ticked = append(keep, word)
}

func (f *severalField) view(width, height int) string {
	l := listing{cursor: f.at}
	for i, o := range f.options {
		box := "[ ] "
		if slices.Contains(f.ticked, o.Value) {
			box = "[x] "
		}
		l.rows = append(l.rows, screen.Row{ID: o.Value, Text: box + fmt.Sprintf("%d  %s", i+1, o.Label), Hang: 7})
	}
	return strings.Join(l.view(f.theme.Look, max(width, lipgloss.Width("[x] 1  ")+screen.Narrowest), max(height, 1)), "\n")
}
