package wizard

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestInputFilter(t *testing.T) {
	ones := func(n int) string { return strings.Repeat("1;", n) + "1" }
	text, paste := strings.Repeat("x", longestFlood), strings.Repeat("x", longestPaste)
	for name, c := range map[string]struct{ in, want string }{
		"text":                      {"Müller;;;:::\r\t", "Müller;;;:::\r\t"},
		"keys":                      {"\x1b\x1b[A\x1b[1;5C\x1bOP", "\x1b\x1b[A\x1b[1;5C\x1bOP"},
		"a color as answer":         {"\x1b]11;rgb:1111/2222/3333\x07", "\x1b]11;rgb:1111/2222/3333\x07"},
		"as many as there is room":  {"\x1b[" + ones(31) + "m", "\x1b[" + ones(31) + "m"},
		"one too many":              {"\x1b[" + ones(32) + "m", "\x1b[" + ones(31) + "01m"},
		"colons too":                {"\x1b[" + strings.Repeat(":", 33) + "m", "\x1b[" + strings.Repeat(":", 31) + "00m"},
		"one byte for two":          {"\x9b" + ones(32) + "m", "\x9b" + ones(31) + "01m"},
		"device control":            {"\x1bP" + ones(16) + "q", "\x1bP" + ones(15) + "01q"},
		"many in text":              {strings.Repeat(";", 99), strings.Repeat(";", 99)},
		"a paste":                   {"\x1b[200~a;b\x1b[201~c", "\x1b[200~a;b\x1b[201~c"},
		"Ctrl+C in a paste":         {"\x1b[200~abc\x03", "\x1b[200~abc\x1b[201~\x03"},
		"Ctrl+C after a paste":      {"\x1b[200~abc\x1b[201~\x03", "\x1b[200~abc\x1b[201~\x03"},
		"Ctrl+C in a flood":         {text + "yyy\x03zz", text + "\x03"},
		"Ctrl+C in a flooded paste": {"\x1b[200~" + paste + "\x03", "\x1b[200~" + paste[6:] + "\x1b[201~\x03"},
		"Ctrl+C in a string":        {"\x1b]11;rgb\x03", "\x1b]11;rgb\x1b\\\x03"},
		"Ctrl+C after a string":     {"\x1b]11;rgb\x07\x03\x1bPq\x1b\\\x03\x1b_x\x9c\x03", "\x1b]11;rgb\x07\x03\x1bPq\x1b\\\x03\x1b_x\x9c\x03"},
		"Ctrl+C in device control":  {"\x1bP1q\x07\x18\x03", "\x1bP1q\x07\x18\x1b\\\x03"},
		"Ctrl+C after an escape":    {"\x1b\x03", "\x1b\x03\x03"},
		"Ctrl+C in half a letter":   {"\xe7\x9f\x03", "\xe7\x9f\x1b\\\x03"},
		"Ctrl+C after a letter":     {"ß石\x03", "ß石\x03"},
		"one byte after an escape":  {"\x1b\x9dx\x03", "\x1b\x9dx\x1b\\\x03"},
		"a key in a string":         {"\x1b^x\x1b[A", "\x1b^x\x1b\\\x1b[A"},
		"the end of a paste in one": {"\x1b[200~\x1bPq\x1b[201~", "\x1b[200~\x1bPq\x1b\\\x1b[201~"},
		"a string in a paste":       {"\x1b[200~\x9dabc\x03", "\x1b[200~\x9dabc\x1b\\\x1b[201~\x03"},
		"the end of a long paste":   {"\x1b[200~" + paste + "\x1b[201~", "\x1b[200~" + paste[6:] + "\x1b[201~"},
	} {
		if got := filtered([]byte(c.in), len(c.in)); got != c.want {
			t.Errorf("%s: %d bytes %.80q, want %d bytes %.80q", name, len(got), got, len(c.want), c.want)
		}
	}
}

// TestInputFilterAfterFlood pauses: what comes after it is typed.
func TestInputFilterAfterFlood(t *testing.T) {
	var f inputFilter
	if got := f.pass([]byte(strings.Repeat("x", 2*longestFlood))); len(got) != longestFlood {
		t.Errorf("of a flood %d bytes come through, want %d", len(got), longestFlood)
	}
	if got := string(f.pass([]byte("abc"))); got != "abc" {
		t.Errorf("after a flood: %q", got)
	}
}

// filtered sends a text through a filter in pieces.
func filtered(text []byte, piece int) string {
	var f inputFilter
	var out []byte
	for len(text) > 0 {
		n := min(piece, len(text))
		out, text = append(out, f.pass(text[:n])...), text[n:]
	}
	return string(out)
}

// decodes lets the library read all of it, as its reader does.
func decodes(text string) {
	p := ansi.GetParser()
	defer ansi.PutParser(p)
	for state, rest := byte(0), []byte(text); len(rest) > 0; {
		_, _, n, next := ansi.DecodeSequence(rest, state, p)
		state, rest = next, rest[n:]
	}
}

// wild makes input of what is near the trouble.
func wild(r *rand.Rand) []byte {
	signs := []string{"\x1b[", "\x1bP", "\x1b]", "\x9b", "\x90", ";", ":", "1", "?", "9999999999", "m", "u", "~", "\x03", "\x1b\\", "\x07", "é", "\x18", strings.Repeat(";", 31), strings.Repeat("1:", 40), pasteBegin, pasteEnd}
	var b []byte
	for range 1 + r.IntN(120) {
		b = append(b, signs[r.IntN(len(signs))]...)
	}
	return b
}

func TestInputFilterTamesAnySequence(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		text := wild(r)
		func() {
			defer func() {
				if e := recover(); e != nil {
					t.Fatalf("%q: %v", text, e)
				}
			}()
			decodes(filtered(text, 1+r.IntN(len(text))))
		}()
	}
}

func FuzzInputFilter(f *testing.F) {
	f.Add([]byte("\x1b["+strings.Repeat("1;", 32)+"1m"), 7)
	f.Add([]byte("\x1bP"+strings.Repeat(":", 99)+"q"), 1)
	f.Fuzz(func(t *testing.T, text []byte, piece int) {
		piece = max(1, piece)
		out := filtered(text, piece)
		if len(out) > 2*len(text)+len(pasteEnd) {
			t.Errorf("%d bytes became %d", len(text), len(out))
		}
		decodes(out)
	})
}
