package wizard

import (
	"os"
	"os/signal"
	"slices"
	"sync/atomic"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"cmgwizard/model"
	"cmgwizard/wizard/machine"
	"github.com/charmbracelet/x/term"
)

// saves is an Outside that saves one plan at a time, and knows whether it does.
type saves struct {
	machine.Outside
	turn    chan struct{} // has room for the save that runs
	running atomic.Int32  // the saves that run or wait
}

func newSaves(o machine.Outside) *saves { return &saves{Outside: o, turn: make(chan struct{}, 1)} }

func (s *saves) Save(plan model.Plan) (model.Plan, error) {
	s.running.Add(1)
	defer s.running.Add(-1)
	s.turn <- struct{}{}
	defer func() { <-s.turn }()
	return s.Outside.Save(plan)
}

// leaving are the signals on which the wizard saves and ends. Those that mean a
// crash to Go would leave the terminal as no shell can use it.
var leaving = []os.Signal{syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGABRT}

// handleSignals saves and leaves on a signal, and steps aside on others:
// Bubble Tea's own handler knows nothing of a closed terminal.
func handleSignals(o Options, p *tea.Program, s *saves) (stop func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, slices.Concat(leaving, suspending)...)
	before, _ := term.GetState(o.In.Fd())
	done := make(chan struct{})
	go func() {
		for {
			select {
			case <-done:
				return
			case got := <-signals:
				if slices.Contains(suspending, got) {
					suspend(p)
					continue
				}
				go p.Send(got)
				waitForEnd(done, s)
				giveUp(o, before, done)
				return
			}
		}
	}()
	return func() {
		signal.Stop(signals)
		close(done)
	}
}

// A terminal that no longer reads blocks the program for ever: then the process
// ends by itself. A save that is under way is waited for, however slow the disk.
const (
	deadTerminal = 2 * time.Second
	lookForSaves = 50 * time.Millisecond
)

// waitForEnd waits until the program has ended, or nothing was saved for as long
// as a dead terminal gets.
func waitForEnd(done <-chan struct{}, s *saves) {
	looks := time.NewTicker(lookForSaves)
	defer looks.Stop()
	for quiet := time.Duration(0); quiet < deadTerminal; quiet += lookForSaves {
		select {
		case <-done:
			return
		case <-looks.C:
		}
		if s.running.Load() > 0 {
			quiet = 0
		}
	}
}

// terminated is the exit code of a program that a signal ended.
const terminated = 143

// backToNormal ends pastes in brackets, shows the cursor and leaves the other
// screen.
const backToNormal = "\x1b[?2004l\x1b[?25h\x1b[?1049l"

// giveUp ends a program that did not end by itself. Its terminal may take
// nothing any more.
func giveUp(o Options, before *term.State, done <-chan struct{}) {
	select {
	case <-done:
		return
	default:
	}
	written := make(chan struct{})
	go func() {
		_, _ = o.Out.WriteString(backToNormal)
		close(written)
	}()
	select {
	case <-written:
	case <-time.After(lookForSaves):
	}
	if before != nil {
		_ = term.Restore(o.In.Fd(), before)
	}
	os.Exit(terminated)
}
