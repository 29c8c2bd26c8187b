//go:build !windows

package terminal

import (
	"io"
	"os"
	"strings"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
)

// send types keys, all in one go.
func (s *session) send(keys string) {
	s.t.Helper()
	if _, err := io.WriteString(s.master, keys); err != nil {
		s.t.Fatalf("typing %q: %v", keys, err)
	}
}

// see waits until a text is on the screen.
func (s *session) see(text string) {
	s.t.Helper()
	s.until(text, func() bool { return strings.Contains(s.text(), text) })
}

// ask waits until a text is on the screen in bold, as the open question is.
func (s *session) ask(text string) {
	s.t.Helper()
	s.until(text+" in bold", func() bool { return strings.Contains(s.bold(), text) })
}

// until waits for something that shows on the screen.
func (s *session) until(what string, so func() bool) {
	s.t.Helper()
	for late := time.After(patience); ; {
		ended := closed(s.done)
		there, next := s.check(so)
		switch {
		case there:
			return
		case ended:
			s.t.Fatalf("the program ended before the screen showed %s:\n%s", what, s.shown())
		}
		select {
		case <-next:
		case <-s.done:
		case <-late:
			s.t.Fatalf("the screen does not show %s:\n%s", what, s.shown())
		}
	}
}

// check looks at the screen, and gives what says that it may be another.
func (s *session) check(so func() bool) (there bool, changed <-chan struct{}) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return so(), s.changed
}

func closed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// shown is the text on the screen.
func (s *session) shown() string {
	text, _ := s.seen()
	return text
}

// seen is the text on the screen, and what says that it may be another.
func (s *session) seen() (text string, changed <-chan struct{}) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.text(), s.changed
}

func (s *session) text() string {
	return s.lines(func(*uv.Cell) bool { return true })
}

func (s *session) bold() string {
	return s.lines(func(c *uv.Cell) bool { return c.Content == " " || c.Style.Attrs&uv.AttrBold != 0 })
}

// lines are the cells of some kind, the others as blanks.
func (s *session) lines(kind func(*uv.Cell) bool) string {
	var text strings.Builder
	for y := range s.screen.Height() {
		var line strings.Builder
		for x := range s.screen.Width() {
			line.WriteString(content(s.screen.CellAt(x, y), kind))
		}
		text.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return text.String()
}

func content(c *uv.Cell, kind func(*uv.Cell) bool) string {
	switch {
	case c == nil:
		return " "
	case c.Width == 0: // the second half of a wide character
		return ""
	case !kind(c):
		return strings.Repeat(" ", c.Width)
	}
	return c.Content
}

// written is the raw output so far.
func (s *session) written() string {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return string(s.output)
}

// resize makes the window larger or smaller.
func (s *session) resize(cols, rows int) {
	s.t.Helper()
	s.mutex.Lock()
	s.screen.Resize(cols, rows)
	s.mutex.Unlock()
	s.setSize(cols, rows)
}

func (s *session) setSize(cols, rows int) {
	s.t.Helper()
	if err := pty.Setsize(s.tty, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}); err != nil {
		s.t.Fatal(err)
	}
}

func (s *session) signal(sig os.Signal) {
	s.t.Helper()
	if err := s.cmd.Process.Signal(sig); err != nil {
		s.t.Fatal(err)
	}
}

// hangUp closes the window.
func (s *session) hangUp() {
	s.t.Helper()
	if err := s.master.Close(); err != nil {
		s.t.Fatal(err)
	}
}

// mode is how the terminal treats keys and lines: the zero value where there
// is no terminal any more.
func (s *session) mode() term.State {
	state, err := term.GetState(s.tty.Fd())
	if err != nil {
		return term.State{}
	}
	return *state
}

// end waits for the program to end, and gives its exit code.
func (s *session) end() int {
	s.t.Helper()
	select {
	case <-s.exited:
	case <-time.After(patience):
		s.t.Fatalf("the program does not end:\n%s", s.shown())
	}
	s.after = s.mode()
	_ = s.tty.Close() // so that the rest of the output ends
	<-s.done
	return s.cmd.ProcessState.ExitCode()
}

// sane checks that the terminal is as it was before the program.
func (s *session) sane() {
	s.t.Helper()
	if s.after != s.before {
		s.t.Error("the terminal treats keys and lines differently now")
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.screen.IsAltScreen() {
		s.t.Error("the terminal still shows the other screen")
	}
}
