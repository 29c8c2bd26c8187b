//go:build !windows

package terminal

import (
	"fmt"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"cmgwizard/steps"
)

// The keys that are no characters.
const (
	enter  = "\r"
	down   = "\x1b[B"
	up     = "\x1b[A"
	escape = "\x1b"
	back   = "\x1b[Z"
	leave  = "\x03"
	board  = "\x1bOQ"
)

// onBoard is seen wherever the board is.
const onBoard = "p Print the checklist"

// everything leads from the quick round to the full interview, past the board.
const everything = board + "a"

// An administrator makes a plan for a mixed fleet, has second thoughts, leaves,
// comes back, loses the window, comes back again and prints the checklist.
func TestInterview(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	beginning(t, folder)
	middle(t, folder)
	end(t, folder)
	samePlan(t, folder)
	golden(t, "contoso.toml", steady(folder, read(t, filepath.Join(folder, "contoso.toml"))))
	golden(t, "contoso.txt", steady(folder, printed(t, folder, ".txt")))
	startsWith(t, printed(t, folder, ".md"), "# ")
	startsWith(t, printed(t, folder, ".html"), "<!DOCTYPE html>")
}

// beginning is the first sitting: it ends with ctrl+c on the page after the
// methods.
func beginning(t *testing.T, folder string) {
	s := start(t, window(folder))
	s.newPlan()
	s.answer(pagesOf("site", "methods"))
	s.secondThoughts()
	s.answer(begunWith("entra", "entra.apps"))
	s.ask("How are the two app")
	s.leaves()
}

// newPlan makes a plan called Contoso from the start screen.
func (s *session) newPlan() {
	s.t.Helper()
	s.see("Make a new plan")
	s.send(enter)
	s.ask("What is the plan called?")
	s.send("Contoso" + enter)
	s.ask("Where should it be saved?")
	s.see("contoso.toml")
	s.send(enter)
	s.ask("What is your primary site's")
	s.send(everything)
}

// leaves ends a sitting with ctrl+c.
func (s *session) leaves() {
	s.t.Helper()
	s.send(leave)
	if code := s.end(); code != 0 {
		s.t.Errorf("ended with %d:\n%s", code, s.shown())
	}
	if screen := s.shown(); !strings.Contains(screen, "Saved: ") || !strings.Contains(strings.ReplaceAll(screen, "\n", ""), "To continue: cmgwizard") {
		s.t.Errorf("does not say where the plan is:\n%s", screen)
	}
}

// secondThoughts go back, take the desktops off the internet, read what that
// means, and put them back.
func (s *session) secondThoughts() {
	s.t.Helper()
	s.await(pages["entra"][0])
	s.send(escape)
	methods := pages["methods"][1:] // compared before, the first time only
	s.await(methods[len(methods)-1])
	s.send(strings.Repeat(back, len(methods)))
	s.see("> Continue")
	s.send(up + up + enter)
	s.desktops("no", "No longer asked (answer kept in the plan")
	s.see("> Continue")
	s.send(up + up + enter)
	s.desktops("yes", "")
	s.see("> Continue")
	s.send(enter)
	s.keep(methods)
}

// keep goes over answers that are given already.
func (s *session) keep(turns []turn) {
	s.t.Helper()
	for _, t := range turns {
		s.ask(t.ask)
		s.send(enter)
	}
}

// desktops goes through the form of the domain-joined devices with Enter, but
// for one answer, which says something at once.
func (s *session) desktops(internet, says string) {
	s.t.Helper()
	before, after := split(asked("devices", 2, "devices[2].internet", internet), "devices[2].internet")
	s.keep(before)
	s.answer(after[:1])
	s.see(says)
	s.keep(after[1:])
}

// middle is the second sitting. It goes on where the first one stopped, and
// the window is closed on another page.
func middle(t *testing.T, folder string) {
	s := start(t, wide(folder))
	s.see("Continue Contoso")
	s.see(filepath.Join(folder, "contoso.toml"))
	s.send(enter)
	s.see(placeOf("entra", "entra.apps"))
	s.answer(endedWith("entra", "entra.apps"))
	s.answer(begunWith("pki", "pki.several_certificates"))
	s.ask("Do devices hold more than one")
	s.signal(syscall.SIGHUP)
	s.end()
}

// end is the last sitting, from the page where the window was lost to the
// printed checklist.
func end(t *testing.T, folder string) {
	s := start(t, window(folder, "contoso.toml"))
	s.see(placeOf("pki", "pki.several_certificates"))
	s.answer(endedWith("pki", "pki.several_certificates"))
	s.answer(pagesOf("tokens", "client-settings"))
	s.looksAround()
	s.prints()
	s.see("> Leave")
	s.send(enter)
	if code := s.end(); code != 0 {
		t.Errorf("ended with %d", code)
	}
	s.sane()
}

// placeOf is the head of a page at one of its questions.
func placeOf(page, key string) string {
	step, _ := steps.Find(page)
	return fmt.Sprintf("%s  %d of %d", step.Title, len(begunWith(page, key))+1, len(pages[page]))
}

// looksAround looks at the board, at a question that is open, at a task and at an
// area.
func (s *session) looksAround() {
	s.t.Helper()
	s.see("Decided: 1 warning")
	s.see(onBoard)
	s.send("w")
	s.see("Missing answers, by team")
	s.send(down + down + down + down + enter)
	s.ask("Are the outbound ports to the")
	s.send(escape)
	s.see("Missing answers, by team")
	s.send(escape)
	s.see(onBoard)
	s.send("t")
	s.see("[ ]")
	s.send(down + enter)
	s.see("How to tell")
	s.send(back)
	s.see("[ ]")
	s.send(board)
	s.see(onBoard)
	s.send("7")
	s.see("What is the service name of the CMG?")
	s.send(escape)
	s.see(onBoard)
	s.send("p")
}

// prints writes the checklist in three formats.
func (s *session) prints() {
	s.t.Helper()
	s.see("Nothing more to print")
	for _, ext := range []string{"-run-sheet.pdf", ".txt", ".md", ".html"} {
		s.send(enter)
		s.until("the name of a file "+ext, func() bool {
			_, after, found := strings.Cut(s.text(), "Written: ")
			return found && strings.Contains(after, ext)
		})
		s.send(down)
	}
	s.send("G" + enter)
}

// printed is the checklist that was written with this ending.
func printed(t *testing.T, folder, ext string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "contoso-checklist-*"+ext))
	if err != nil || len(found) != 1 {
		t.Fatalf("%d checklists with %s, %v", len(found), ext, err)
	}
	return read(t, found[0])
}

func startsWith(t *testing.T, text, begin string) {
	t.Helper()
	if !strings.HasPrefix(text, begin) {
		t.Errorf("does not start with %q: %.60q", begin, text)
	}
}
