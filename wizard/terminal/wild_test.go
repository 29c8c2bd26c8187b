//go:build !windows

package terminal

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestWildInput sends what no terminal should send: the program lives, and the
// terminal is as before.
func TestWildInput(t *testing.T) {
	t.Parallel()
	s := start(t, window(t.TempDir(), "contoso.toml"))
	s.ask("What is the plan called?")
	s.send("\x1b[" + strings.Repeat("1;", 32) + "1m")
	s.send("\x1b[" + strings.Repeat("1;", 16) + "\x1b\\")
	r := rand.New(rand.NewPCG(3, 4))
	for range 60 {
		s.send(wild(r))
	}
	s.send("\x1b\\\x1b[201~")
	s.see("What is the plan called?")
	s.leavesSane()
}

// wild is a sequence of a terminal gone wrong. It has nothing that leaves, and
// nothing that answers.
func wild(r *rand.Rand) string {
	begin := []string{"\x1b[", "\x1b[?", "\x1bP", "\x1b]", "\x1b_", "\x9b", "\x90"}
	middle := []string{"1;", "1:", ";", ":", "99999999999999999999;", "rgb:ffff/ffff/ffff", " ", "!"}
	end := []string{"q", "~", "t", "\x1b\\", "\x07", ""}
	var b strings.Builder
	b.WriteString(begin[r.IntN(len(begin))])
	for range r.IntN(80) {
		b.WriteString(middle[r.IntN(len(middle))])
	}
	b.WriteString(end[r.IntN(len(end))])
	return b.String()
}

// TestUnendedPaste leaves in the middle of a paste whose end never comes.
func TestUnendedPaste(t *testing.T) {
	t.Parallel()
	s := start(t, window(t.TempDir(), "contoso.toml"))
	s.ask("What is the plan called?")
	s.send("\x1b[200~Contoso")
	s.leavesSane()
}

// TestFloodOfText leaves behind a quarter of a megabyte of pasted text that no frame can
// keep up with.
func TestFloodOfText(t *testing.T) {
	t.Parallel()
	s := start(t, window(t.TempDir(), "contoso.toml"))
	s.ask("What is the plan called?")
	for range 64 {
		s.send(strings.Repeat("flood ", 4096/6))
	}
	s.leavesSane()
}

func (s *session) leavesSane() {
	s.t.Helper()
	s.send(leave)
	if code := s.end(); code != 0 {
		s.t.Errorf("ended with %d:\n%s", code, s.shown())
	}
	s.sane()
}
