//go:build !windows

package terminal

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// An evening in a change window: a task fails with a 403 in a log, three are backed out,
// and the process is killed in the middle of a task. Nothing is lost.
func TestChangeWindow(t *testing.T) {
	t.Parallel()
	folder := sampled(t)
	o := options{folder: folder, args: []string{"run", "sample.toml"}, cols: 80, rows: 24, sizes: true}
	s := start(t, o)
	s.see("The change window")
	s.send("ss")
	s.see("Who is the operator?")
	s.send("Anna Lind" + enter)
	s.see("d done")
	s.send(enter + enter)
	s.inSample(`step = "run:pre-site-version:2::::"`)
	s.signal(syscall.SIGKILL)
	s.end()

	s = start(t, o)
	s.see("1 Record the site version")
	s.see(">   3.")
	s.send("c")
	s.see("Sent to the clipboard.")
	s.becomes("nothing is sent to the clipboard", func() bool { return strings.Contains(s.written(), "\x1b]52;c;R2V0LUNNU2l0ZSB8") }) // Get-CMSite |
	s.send("d")
	s.see("Task 1 is done")
	s.send("sd")
	s.see("Task 2 is done")
	s.send("sf")
	s.see("This task did not work")
	s.send("\x1b[200~Call to HttpSendRequestSync failed for port 443 with status code 403, text: Forbidden\x1b[201~")
	s.see("Enter after a paste")
	s.send(enter)
	s.see("What the lines say")
	s.see("403")
	s.send("\x1b[F" + enter)
	s.see("What happened?")
	s.send(" by the log" + enter)
	s.see("Back out")
	for range 3 {
		s.send(enter)
		s.see("Undo:")
		s.send("s")
		s.see("It is backed out")
		s.send("d")
		s.see("is backed out.")
	}
	s.hangUp()
	s.end()
	plan := read(t, filepath.Join(folder, "sample.toml"))
	for what, n := range map[string]int{"started": 3, "done": 2, "failed": 1, "backing-out": 3, "backed-out": 3} {
		if got := strings.Count(plan, `what = "`+what+`"`); got != n {
			t.Errorf("%d entries say %s, want %d", got, what, n)
		}
	}
}

// inSample waits until a text is in the sample plan.
func (s *session) inSample(text string) {
	s.t.Helper()
	s.becomes(text+" is not saved", func() bool { return strings.Contains(read(s.t, filepath.Join(s.cmd.Dir, "sample.toml")), text) })
}
