//go:build !windows

package wizard

import (
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// suspending are the signals on which the wizard gives the terminal back and
// sleeps until it is called again.
var suspending = []os.Signal{syscall.SIGTSTP}

// suspend stops the process itself: the system drops a second SIGTSTP where no
// shell would wake it. A stop may reach this thread a little later than others:
// only the signal that ends it says that the terminal is ours again.
func suspend(p *tea.Program) {
	if p.ReleaseTerminal() != nil {
		return
	}
	awake := make(chan os.Signal, 1)
	signal.Notify(awake, syscall.SIGCONT)
	defer signal.Stop(awake)
	if syscall.Kill(syscall.Getpid(), syscall.SIGSTOP) == nil {
		<-awake
	}
	_ = p.RestoreTerminal()
}
