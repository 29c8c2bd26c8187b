package wizard

import (
	"errors"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
	uv "github.com/charmbracelet/ultraviolet"
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
		"Ctrl+C in a flood":         {text + "yyy\x03zz", text + floodMark + "\x03"},
		"Ctrl+C in a flooded paste": {pasteBegin + paste + "x\x03", pasteBegin + paste + pasteEnd + "\x03" + floodMark},
		"Ctrl+C in a string":        {"\x1b]11;rgb\x03", "\x1b]11;rgb\x1b\\\x03"},
		"Ctrl+C after a string":     {"\x1b]11;rgb\x07\x03\x1bPq\x1b\\\x03\x1b_x\x9c\x03", "\x1b]11;rgb\x07\x03\x1bPq\x1b\\\x03\x1b_x\x9c\x03"},
		"Ctrl+C in device control":  {"\x1bP1q\x07\x18\x03", "\x1bP1q\x07\x18\x1b\\\x03"},
		"Ctrl+C after an escape":    {"\x1b\x03", "\x1b\x03"},
		"Ctrl+C in half a letter":   {"\xe7\x9f\x03", "\xe7\x9f\x1b\\\x03"},
		"Ctrl+C after a letter":     {"ß石\x03", "ß石\x03"},
		"one byte after an escape":  {"\x1b\x9dx\x03", "\x1b\x9dx\x1b\\\x03"},
		"a key in a string":         {"\x1b^x\x1b[A", "\x1b^x\x1b\\\x1b[A"},
		"the end of a paste in one": {"\x1b[200~\x1bPq\x1b[201~", "\x1b[200~\x1bPq\x1b\\\x1b[201~"},
		"a string in a paste":       {"\x1b[200~\x9dabc\x03", "\x1b[200~\x9dabc\x1b\\\x1b[201~\x03"},
		"the end of a long paste":   {pasteBegin + paste + "x" + pasteEnd + "\r", pasteBegin + paste + pasteEnd + floodMark + "\r"},
		"a key after pastes":        {strings.Repeat(pasteBegin+paste[:longestFlood]+pasteEnd, 3) + "\r", strings.Repeat(pasteBegin+paste[:longestFlood]+pasteEnd, 3) + "\r"},
		"a paste in a flood":        {text + "yyy" + pasteBegin + "abc\x03" + pasteBegin + pasteEnd, text + floodMark + "\x03"},
		"half a string in a flood":  {text[2:] + "\x9d\x03", text[2:] + "\x9d\x1b\\\x03"},
	} {
		if got := filtered([]byte(c.in), len(c.in)); got != c.want {
			t.Errorf("%s: %d bytes %.80q, want %d bytes %.80q", name, len(got), got, len(c.want), c.want)
		}
	}
}

// TestFloodOfInput reads a flood as a terminal brings it, often in small pieces:
// only its beginning comes through, with a mark at its end, until a pause. The
// time that the program takes for a piece is no pause.
func TestFloodOfInput(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = errors.Join(r.Close(), w.Close()) }()
		in := &input{File: r}
		send := func(text string) string {
			if _, err := w.WriteString(text); err != nil {
				t.Fatal(err)
			}
			var p [4096]byte
			n, err := in.Read(p[:])
			if err != nil {
				t.Fatal(err)
			}
			return string(p[:n])
		}
		flood := func(busy time.Duration) string {
			var out strings.Builder
			for range 100 {
				for _, piece := range []int{1366, 1366, 1000, 3, 400} {
					out.WriteString(send(strings.Repeat("x", piece)))
				}
				for range 2 {
					time.Sleep(busy)
					out.WriteString(send(strings.Repeat("x", 1366)))
				}
			}
			return out.String()
		}
		want := strings.Repeat("x", longestFlood) + floodMark
		for _, busy := range []time.Duration{0, 100 * time.Millisecond, longestBusy} {
			if got := flood(busy); got != want {
				t.Errorf("busy for %v: %d bytes come through, want %d", busy, len(got), len(want))
			}
			if got := send("\x03"); got != "\x03" {
				t.Errorf("Ctrl+C in a flood: %q", got)
			}
			time.Sleep(time.Second / 8)
			for range 2 * longestFlood {
				time.Sleep(time.Millisecond)
				if got := send("abc"); got != "abc" {
					t.Fatalf("after a flood: %q", got)
				}
			}
			time.Sleep(time.Minute)
			if got := send(want[:1000]); got != want[:1000] {
				t.Errorf("after a minute: %q", got)
			}
			time.Sleep(time.Minute)
		}
	})
}

// TestFloodIsTold reads the mark as the library does, whatever stands before it.
func TestFloodIsTold(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var decoder uv.EventDecoder
	for range 400 {
		text := strings.NewReplacer("\x03", "", pasteBegin, "").Replace(string(wild(r)))
		text = (strings.Repeat("x", longestFlood) + text)[len(text):] // it ends where the flood is cut
		told := 0
		for out := []byte(filtered([]byte(text+"xyz"), len(text)+3)); len(out) > 0; {
			n, event := decoder.Decode(out)
			if mark, ok := event.(uv.UnknownApcEvent); ok && mark == floodMark {
				told++
			}
			out = out[n:]
		}
		if told != 1 {
			t.Errorf("after %q it is told %d times", text[longestFlood-500:], told)
		}
	}
}

// TestFloodIsSaid says on the screen what was left out, until the next key.
func TestFloodIsSaid(t *testing.T) {
	m := newProgram(Options{Outside: wizardtest.NewWorld()}, machine.State{Screen: machine.NameScreen})
	m.Update(uv.UnknownApcEvent("\x1b_other\x1b\\"))
	if shown := m.View().Content; strings.Contains(shown, tooMuch) {
		t.Errorf("another string is taken for a flood:\n%s", shown)
	}
	m.busy = 1
	m.Update(tea.KeyPressMsg{Code: 'x', Text: "x"})
	m.Update(uv.UnknownApcEvent(floodMark))
	m.busy = 0
	m.catchUp()
	if shown := m.draw(); !strings.Contains(shown, tooMuch) {
		t.Errorf("a flood that is cut is not said:\n%s", shown)
	}
	m.Update(tea.KeyPressMsg{Code: 'x', Text: "x"})
	if shown := m.draw(); strings.Contains(shown, tooMuch) {
		t.Errorf("it is still said after a key:\n%s", shown)
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
		if len(out) > 2*len(text)+len(pasteEnd)+len(floodMark) {
			t.Errorf("%d bytes became %d", len(text), len(out))
		}
		decodes(out)
	})
}
