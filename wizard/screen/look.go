package screen

import "strings"

// A Look is how rows are written: their styles and signs.
type Look struct {
	Title, Strong, Dim, Choice, Good, Warn, Bad, Bar Style

	Signs Signs
}

// A Style writes a text so that it stands out.
type Style func(text ...string) string

// Signs are the few characters beyond letters; every one has an ASCII form.
type Signs struct {
	Cursor, Done, Assumed, Left, Unsure, Rule, Wall, Cut, Arrow, Up, Down, Full, Empty string
}

var unicodeSigns = Signs{">", "√", "~", "·", "?", "─", "│", "…", "→", "↑", "↓", "█", "░"}

var asciiSigns = Signs{">", "*", "~", ".", "?", "-", "|", "...", "->", "^", "v", "#", "."}

// PlainLook is the look of plain text: nothing stands out.
func PlainLook(ascii bool) *Look {
	l := &Look{as, as, as, as, as, as, as, as, unicodeSigns}
	if ascii {
		l.Signs = asciiSigns
	}
	return l
}

// as is a text as it is.
func as(text ...string) string { return strings.Join(text, " ") }
