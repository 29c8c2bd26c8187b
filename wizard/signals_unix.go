//go:build !windows

package wizard

import (
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sys/unix"
)

// suspending are the signals on which the wizard gives the terminal back and
// sleeps until it is called again.
var suspending = []os.Signal{syscall.SIGTSTP}

// canSuspend reports whether a shell started the wizard as a job of its own, in
// this terminal: only it can bring back what is stopped.
func canSuspend() bool {
	shell := unix.Getppid()
	group, err := unix.Getpgid(shell)
	if err != nil || group == unix.Getpgrp() {
		return false
	}
	theirs, err := unix.Getsid(shell)
	if err != nil {
		return false
	}
	ours, err := unix.Getsid(0)
	return err == nil && ours == theirs
}

// stopSelf sends what Ctrl+Z sends outside of raw mode, to the whole job.
func stopSelf() tea.Msg {
	_ = syscall.Kill(0, syscall.SIGTSTP) // what cannot be stopped goes on
	return nil
}

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
