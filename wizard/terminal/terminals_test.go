//go:build !windows

package terminal

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// sampled is a folder with the sample plan in it.
func sampled(t testing.TB) string {
	t.Helper()
	folder := t.TempDir()
	cmd := command(t, options{folder: folder, args: []string{"sample"}})
	plan, err := cmd.Output()
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, "sample.toml"), plan, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

// tour looks at one screen of every sort.
func (s *session) tour() {
	s.t.Helper()
	s.see(onBoard)
	s.send("\x1bOP")
	s.see("Keys")
	s.send(back)
	s.see(onBoard)
	s.send("1")
	s.see("esc back")
	s.send(enter)
	s.see("enter next")
	s.send(board)
	s.see(onBoard)
	s.send("t")
	s.see("[ ]")
	s.send(down + enter)
	s.see("How to tell")
	s.send(back)
	s.see("[ ]")
	s.send("p")
	s.see("Nothing more to print")
	s.leaves()
}

// A terminal that can do no more than lines gets lines.
func TestDumbTerminal(t *testing.T) {
	t.Parallel()
	for _, env := range []string{"TERM=dumb", "TERM=", "ACCESSIBLE=1"} {
		o := wide(t.TempDir())
		o.env = []string{env}
		s := start(t, o)
		s.see("as numbered lines")
		s.see("A number picks.")
		s.send("4\n")
		s.end()
		if strings.Contains(s.written(), "\x1b") {
			t.Errorf("%s: writes escape sequences: %q", env, s.written())
		}
	}
}

// inColour are the sequences that set a colour of text or background.
var inColour = regexp.MustCompile(`\x1b\[[0-9;:]*\b(3[0-8]|4[0-8]|9[0-7]|10[0-7])[0-9;:]*m`)

func TestNoColour(t *testing.T) {
	t.Parallel()
	for _, env := range []string{"NO_COLOR=1", "PLAIN=1"} {
		o := wide(sampled(t), "sample.toml")
		o.env = []string{env}
		s := start(t, o)
		s.tour()
		found := inColour.FindString(s.written())
		if (found == "") != (env == "NO_COLOR=1") {
			t.Errorf("%s: writes %q", env, found)
		}
	}
}

// With --ascii there is nothing beyond ASCII, for names are ASCII here.
func TestASCII(t *testing.T) {
	t.Parallel()
	s := start(t, wide(sampled(t), "--ascii", "sample.toml"))
	s.tour()
	beyond := regexp.MustCompile(`[^\x00-\x7e]+`)
	if found := beyond.FindAllString(s.written(), -1); found != nil {
		t.Errorf("writes %q", found)
	}
}

// The first frame waits for no answer of the terminal: those who wait do so
// for two seconds and more. A busy computer may take long once, not always.
func TestSilentTerminal(t *testing.T) {
	t.Parallel()
	o := wide(sampled(t), "sample.toml")
	o.silent = true
	fastest := patience
	for range 5 {
		begin := time.Now()
		s := start(t, o)
		s.see(onBoard)
		fastest = min(fastest, time.Since(begin))
		s.tour()
		if fastest < time.Second {
			return
		}
	}
	t.Errorf("the first frame took %v: it waits for the terminal", fastest)
}

// A serial line does not know how large its terminal is.
func TestNoSize(t *testing.T) {
	t.Parallel()
	s := start(t, options{folder: t.TempDir(), cols: 80, rows: 24})
	s.newPlan()
	s.await(pages["site"][0])
	s.leaves()
}

// What is pasted is text, whatever it holds.
func TestPaste(t *testing.T) {
	t.Parallel()
	s := start(t, window(t.TempDir(), "contoso.toml"))
	s.ask("What is the plan called?")
	s.send("\x1b[200~Con\x1b[31mto\r\nso\x1b[201~")
	s.see("> Con")
	s.send(enter)
	s.ask("What is your primary site's")
	s.leaves()
}
