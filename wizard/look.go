package wizard

import "strings"

// A look is how rows are written: their styles and signs.
type look struct {
	title, strong, dim, choice, good, warn, bad, bar style

	signs signs
}

// A style writes a text so that it stands out.
type style func(text ...string) string

// signs are the few characters beyond letters; every one has an ASCII form.
type signs struct {
	cursor, done, left, unsure, rule, wall, cut, arrow, up, down, full, empty string
}

var unicodeSigns = signs{">", "√", "·", "?", "─", "│", "…", "→", "↑", "↓", "█", "░"}

var asciiSigns = signs{">", "x", ".", "?", "-", "|", "...", "->", "^", "v", "#", "."}

// plainLook is the look of plain text: nothing stands out.
func plainLook(ascii bool) *look {
	l := &look{as, as, as, as, as, as, as, as, unicodeSigns}
	if ascii {
		l.signs = asciiSigns
	}
	return l
}

// as is a text as it is.
func as(text ...string) string { return strings.Join(text, " ") }
