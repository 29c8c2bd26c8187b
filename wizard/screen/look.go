package screen

import "strings"

// A look is how rows are written: their styles and signs.
type Look struct {
	Title, Strong, Dim, Choice, Good, Warn, Bad, Bar style

	Signs signs
}

// A style writes a text so that it stands out.
type style func(text ...string) string

// signs are the few characters beyond letters; every one has an ASCII form.
type signs struct {
	Cursor, Done, Left, Unsure, Rule, wall, Cut, arrow, Up, Down, full, empty string
}

var unicodeSigns = signs{">", "√", "·", "?", "─", "│", "…", "→", "↑", "↓", "█", "░"}

var asciiSigns = signs{">", "x", ".", "?", "-", "|", "...", "->", "^", "v", "#", "."}

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
