//go:build !windows

package terminal

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// halfway starts a plan and stops in the middle of its first page.
func halfway(t *testing.T) *session {
	t.Helper()
	s := start(t, window(t.TempDir(), "contoso.toml"))
	s.ask("What is the plan called?")
	s.send("Contoso" + enter)
	s.ask("What is your primary site's")
	s.send(everything)
	s.answer(begunWith("site", "site.top_level"))
	s.ask("Which site is at the top")
	return s
}

// keptAll checks that nothing of the page was lost, and that the plan is free.
func (s *session) keptAll() {
	s.t.Helper()
	plan := read(s.t, filepath.Join(s.cmd.Dir, "contoso.toml"))
	for _, want := range []string{`code = "P01"`, `version = "2503"`} {
		if !strings.Contains(plan, want) {
			s.t.Errorf("the plan has lost %s:\n%s", want, plan)
		}
	}
	again := start(s.t, window(s.cmd.Dir, "contoso.toml"))
	again.see("cmgwizard Contoso")
	again.leaves()
}

func TestSignals(t *testing.T) {
	t.Parallel()
	for _, sig := range []os.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGABRT} {
		s := halfway(t)
		s.signal(sig)
		s.end()
		s.sane()
		s.keptAll()
	}
}

// A program that is stopped from outside gives the terminal back, and takes it
// again when it is called.
func TestStopped(t *testing.T) {
	t.Parallel()
	s := halfway(t)
	before := s.mode()
	s.signal(syscall.SIGTSTP)
	s.until("the shell's screen", func() bool { return !s.screen.IsAltScreen() })
	s.keysAre("as the shell had them", func() bool { return s.mode() == s.before })
	s.becomes("the program does not wake up", func() bool {
		s.signal(syscall.SIGCONT) // again and again: the first may come before the stop
		return strings.Contains(s.shown(), "Which site is at the top")
	})
	s.keysAre("one by one again", func() bool { return s.mode() == before })
	s.leaves()
	s.sane()
	s.keptAll()
}

// A window that is closed takes the program with it, but not the answers.
func TestClosedWindow(t *testing.T) {
	t.Parallel()
	s := halfway(t)
	s.hangUp()
	s.end()
	s.keptAll()
}

// Even a process that is killed between two answers of a page loses neither.
func TestKilled(t *testing.T) {
	t.Parallel()
	s := halfway(t)
	s.saved(`version = "2503"`)
	s.signal(syscall.SIGKILL)
	s.end()
	s.keptAll()
}

// saved waits until a text is in the plan file.
func (s *session) saved(text string) {
	s.t.Helper()
	s.becomes(text+" is not saved", func() bool {
		return strings.Contains(read(s.t, filepath.Join(s.cmd.Dir, "contoso.toml")), text)
	})
}

// keysAre waits until the terminal treats keys as it should.
func (s *session) keysAre(how string, so func() bool) {
	s.t.Helper()
	s.becomes("keys are not read "+how, so)
}

// becomes waits for what no output tells of.
func (s *session) becomes(otherwise string, so func() bool) {
	s.t.Helper()
	late := time.After(patience)
	for look := time.Tick(5 * time.Millisecond); !so(); {
		select {
		case <-look:
		case <-late:
			s.t.Fatal(otherwise)
		}
	}
}

// A plan that is open is refused to a second wizard, which says who has it.
// Reading goes on.
func TestSecondWizard(t *testing.T) {
	t.Parallel()
	first := halfway(t)
	second := start(t, window(first.cmd.Dir, "contoso.toml"))
	if code := second.end(); code != 5 {
		t.Errorf("the second wizard ended with %d", code)
	}
	for _, want := range []string{"error: ", "is open in another wizard", "@", "hint: "} {
		if screen := second.shown(); !strings.Contains(screen, want) {
			t.Errorf("does not say %q:\n%s", want, screen)
		}
	}
	code, out := run(t, options{folder: first.cmd.Dir, args: []string{"check", "contoso.toml"}}, "")
	if code != 2 || !strings.HasPrefix(out, "Not decided") {
		t.Errorf("check ended with %d:\n%s", code, out)
	}
	first.leaves()
}
