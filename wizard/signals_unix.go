//go:build !windows

package wizard

import (
	"os"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// suspending are the signals on which the wizard gives the terminal back and
// sleeps until it is called again.
var suspending = []os.Signal{syscall.SIGTSTP}

// suspend stops the process itself: the system drops a second SIGTSTP where no
// shell would wake it.
func suspend(p *tea.Program) {
	if p.ReleaseTerminal() != nil {
		return
	}
	_ = syscall.Kill(syscall.Getpid(), syscall.SIGSTOP)
	_ = p.RestoreTerminal()
}
