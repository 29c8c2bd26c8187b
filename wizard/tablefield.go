package wizard

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"cmgwizard/model"
	"cmgwizard/steps"
	"cmgwizard/wizard/screen"
	"github.com/charmbracelet/x/ansi"
)

// tableField answers a question with a row for each entry. A row has a number, a
// choice or both, so that no key needs a column: digits are the number, left and
// right turn the choice.
type tableField struct {
	theme *theme
	rows  []tableRow
	given string
	at    int

	numbered bool // the words that a number chooses were drawn with their numbers
}

// tableRow is a row as it is filled in.
type tableRow struct {
	name   string
	cells  []steps.Cell
	values []string
}

var tableKeys = struct{ left, right, unsure key.Binding }{
	left:   key.NewBinding(key.WithKeys("left", "h")),
	right:  key.NewBinding(key.WithKeys("right", "l")),
	unsure: key.NewBinding(key.WithKeys("?")),
}

func newTable(t *theme, q steps.Question) *tableField {
	f := &tableField{theme: t}
	for _, r := range q.Rows {
		row := tableRow{name: r.Name, cells: r.Cells}
		for _, c := range r.Cells {
			now := c.Now
			if now == "" {
				now = c.Best
			}
			row.values = append(row.values, now)
		}
		f.rows = append(f.rows, row)
	}
	f.given = f.value()
	return f
}

func (f *tableField) value() string { return f.text(len(f.rows)) }

// text are the first so many rows.
func (f *tableField) text(n int) string {
	rows := make([]string, n)
	for i, r := range f.rows[:n] {
		rows[i] = strings.Join(r.values, steps.CellBreak)
	}
	return strings.Join(rows, steps.RowBreak)
}

func (f *tableField) touched() bool { return f.value() != f.given }

// changed are the rows up to the last that somebody changed.
func (f *tableField) changed() int {
	given := strings.Split(f.given, steps.RowBreak)
	for i := len(f.rows); i > 0; i-- {
		if strings.Join(f.rows[i-1].values, steps.CellBreak) != given[i-1] {
			return i
		}
	}
	return 0
}

func (f *tableField) shortcut(tea.KeyPressMsg) (string, bool) { return "", false }

// next goes to the row below or, from the last, to one whose choice is not made.
// It is false where the table is complete.
func (f *tableField) next() bool {
	if f.at < len(f.rows)-1 {
		f.at++
		return true
	}
	open := slices.IndexFunc(f.rows, func(r tableRow) bool { return r.open() })
	if open >= 0 {
		f.at = open
	}
	return open >= 0
}

func (r tableRow) open() bool {
	for i, c := range r.cells {
		if !c.Optional && r.values[i] == "" {
			return true
		}
	}
	return false
}

func (f *tableField) update(msg tea.Msg) {
	row := &f.rows[f.at]
	switch msg := msg.(type) {
	case tea.PasteMsg:
		row.digits(msg.Content)
	case tea.KeyPressMsg:
		f.press(row, msg)
	}
}

func (f *tableField) press(row *tableRow, msg tea.KeyPressMsg) {
	switch {
	case matches(msg, keys.up):
		f.at = max(f.at-1, 0)
	case matches(msg, keys.down):
		f.at = min(f.at+1, len(f.rows)-1)
	case matches(msg, tableKeys.left):
		row.turn(-1)
	case matches(msg, tableKeys.right):
		row.turn(+1)
	case matches(msg, tableKeys.unsure):
		row.choose(model.Unsure)
	case msg.Code == tea.KeyBackspace:
		row.rub()
	default:
		row.digits(msg.Text)
	}
}

// choice is the place of the cell with a choice, and number of the one that is
// typed; negative for none.
func (r *tableRow) choice() int {
	return slices.IndexFunc(r.cells, func(c steps.Cell) bool { return c.Options != nil })
}

func (r *tableRow) number() int {
	return slices.IndexFunc(r.cells, func(c steps.Cell) bool { return c.Options == nil })
}

func (r *tableRow) turn(by int) {
	at := r.choice()
	if at < 0 {
		return
	}
	words := screen.CellWords(r.cells[at])
	now := slices.IndexFunc(words, func(w model.Word) bool { return w.Value == r.values[at] })
	if now < 0 && by > 0 {
		now = -1
	} else if now < 0 {
		now = 0
	}
	r.values[at] = words[(now+by+len(words))%len(words)].Value
}

func (r *tableRow) choose(word string) {
	if at := r.choice(); at >= 0 {
		r.values[at] = word
	}
}

func (r *tableRow) rub() {
	if at := r.number(); at >= 0 && r.values[at] != "" {
		r.values[at] = r.values[at][:len(r.values[at])-1]
	}
}

// digits are typed into the number; without one they choose.
func (r *tableRow) digits(text string) {
	at := r.number()
	for _, d := range text {
		switch {
		case d < '0' || d > '9':
		case at >= 0 && len(r.values[at]) < 9:
			r.values[at] = strings.TrimPrefix(r.values[at], model.Unsure) + string(d)
		case at < 0:
			words := screen.CellWords(r.cells[r.choice()])
			if n, _ := strconv.Atoi(string(d)); n >= 1 && n <= len(words) {
				r.choose(words[n-1].Value)
			}
		}
	}
}

func (f *tableField) view(width, height int) string {
	l := listing{cursor: f.at}
	name := 0
	for _, r := range f.rows {
		name = max(name, ansi.StringWidth(r.name))
	}
	name = min(name, max(width/3, 12))
	for i, r := range f.rows {
		l.rows = append(l.rows, screen.Row{ID: strconv.Itoa(i), Text: f.rowText(r, name, i == f.at), Hang: 2})
	}
	return strings.Join(append(l.view(f.theme.Look, width, max(height, 1)), f.choices(width, height-len(f.rows))...), "\n")
}

// note is why a word is recommended, where there is room for it.
func (f *tableField) note(text string, width, height int) []string {
	lines := append([]string{""}, screen.Wrap(f.theme.Dim(text), width)...)
	if text == "" || len(lines) > height {
		return nil
	}
	return lines
}

// choices are the numbered words of the row under the cursor, where a number
// chooses, or why one is recommended, as far as there is room.
func (f *tableField) choices(width, height int) []string {
	row := f.rows[f.at]
	at := row.choice()
	if at < 0 {
		return nil
	}
	lines := []string{""}
	if row.number() >= 0 {
		return f.note(row.cells[at].Note, width, height)
	}
	for i, w := range screen.CellWords(row.cells[at]) {
		lines = append(lines, ansi.Truncate(fmt.Sprintf("    %d  %s", i+1, w.Label), width, f.theme.Signs.Cut))
	}
	if f.numbered = len(lines) <= height; !f.numbered {
		return nil
	}
	return lines
}

func (f *tableField) rowText(r tableRow, name int, here bool) string {
	text := ansi.Truncate(r.name, name, f.theme.Signs.Cut)
	text += strings.Repeat(" ", max(name-ansi.StringWidth(text), 0))
	for i, c := range r.cells {
		text += "  " + f.cellText(c, r.values[i], here)
	}
	return text
}

func (f *tableField) cellText(c steps.Cell, value string, here bool) string {
	if c.Options == nil {
		if value == "" {
			return f.theme.Dim("[number ]")
		}
		return "[" + f.theme.Strong(value) + strings.Repeat(" ", max(7-len(value), 0)) + "]"
	}
	label := f.theme.Dim("choose")
	for _, w := range screen.CellWords(c) {
		if w.Value == value {
			label = f.theme.Strong(w.Label)
		}
	}
	if here {
		return f.theme.Choice("<") + " " + label + " " + f.theme.Choice(">")
	}
	return "  " + label
}
