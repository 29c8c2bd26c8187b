//go:build !windows

package terminal

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// patience is how long a test waits for what must come.
const patience = 30 * time.Second

// options say how a program is started.
type options struct {
	program string // "" for our own
	args    []string
	folder  string // where it starts; its home is in there too
	env     []string
	cols    int
	rows    int
	sizes   bool // false: the terminal does not know its own size
	silent  bool // the terminal answers no query
}

// window is a terminal in which every question stands on its own.
func window(folder string, args ...string) options {
	return options{folder: folder, args: args, cols: 104, rows: 40, sizes: true}
}

// wide has room for the way and the meaning beside the question.
func wide(folder string, args ...string) options {
	return options{folder: folder, args: args, cols: 120, rows: 40, sizes: true}
}

// A session is a program that runs in a terminal.
type session struct {
	t      testing.TB
	cmd    *exec.Cmd
	master *os.File
	tty    *os.File
	screen *vt.Emulator
	crop   int        // how many lines a picture shows, 0 for all
	before term.State // how the terminal was set up at first
	after  term.State // and when the program was gone
	began  time.Time
	exited chan struct{} // closed when the process is gone
	done   chan struct{} // closed when its last output is on the screen

	mutex   sync.Mutex // guards the screen and what follows
	output  []byte
	reads   []reading
	changed chan struct{} // closed at the next output
}

// A reading says when output had come so far.
type reading struct {
	at    time.Time
	bytes int
}

// start runs a program in a new terminal.
func start(t testing.TB, o options) *session {
	t.Helper()
	master, tty := open(t)
	s := &session{
		t: t, cmd: command(t, o), master: master, tty: tty, screen: vt.NewEmulator(o.cols, o.rows),
		exited: make(chan struct{}), done: make(chan struct{}), changed: make(chan struct{}),
	}
	if o.sizes {
		s.setSize(o.cols, o.rows)
	}
	s.before = s.mode()
	s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = tty, tty, tty
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	t.Cleanup(s.close)
	s.began = time.Now()
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go s.watch()
	go s.draw()
	go s.reply(o.silent)
	return s
}

// open makes a new terminal, of which reading can be interrupted: else it could
// not be closed while it is read.
func open(t testing.TB) (master, tty *os.File) {
	t.Helper()
	waiting, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	fd, err := unix.FcntlInt(waiting.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(unix.SetNonblock(fd, true), waiting.Close()); err != nil {
		t.Fatal(err)
	}
	return os.NewFile(uintptr(fd), "terminal"), tty
}

// itself is set where the test program is to be the wizard. The race detector
// would let it wait a second at its end.
var itself = []string{"CMGWIZARD_IN_TEST=1", "GORACE=atexit_sleep_ms=0"}

func command(t testing.TB, o options) *exec.Cmd {
	t.Helper()
	program, env := o.program, o.env
	if program == "" {
		var err error
		if program, err = os.Executable(); err != nil {
			t.Fatal(err)
		}
		env = append(slices.Clone(itself), env...)
	}
	cmd := exec.Command(program, o.args...)
	cmd.Dir = o.folder
	cmd.Env = append(home(o.folder), env...)
	return cmd
}

// home is the environment of somebody who has never run the program.
func home(folder string) []string {
	at := filepath.Join(folder, "home")
	return []string{
		"HOME=" + at, "XDG_CONFIG_HOME=" + filepath.Join(at, ".config"), "PATH=" + os.Getenv("PATH"),
		"TERM=xterm-256color", "COLORTERM=truecolor", "TZ=UTC", "LANG=C.UTF-8",
	}
}

func (s *session) watch() {
	_ = s.cmd.Wait() // how it ended is read from its state
	close(s.exited)
}

// draw brings the output to the screen until the terminal is closed.
func (s *session) draw() {
	defer close(s.done)
	buffer := make([]byte, 64<<10)
	for {
		n, err := s.master.Read(buffer)
		if err != nil {
			return
		}
		s.drawn(buffer[:n], time.Now())
	}
}

func (s *session) drawn(output []byte, at time.Time) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.output = append(s.output, output...)
	s.reads = append(s.reads, reading{at, len(s.output)})
	_, _ = s.screen.Write(output) // it fails only once it is closed
	close(s.changed)
	s.changed = make(chan struct{})
}

// reply sends what the terminal answers, or swallows it.
func (s *session) reply(silent bool) {
	to := io.Writer(s.master)
	if silent {
		to = io.Discard
	}
	_, _ = io.Copy(to, s.screen)         // a terminal that is closed takes no answers
	_, _ = io.Copy(io.Discard, s.screen) // but the screen must not wait for that
}

// close ends what still runs.
func (s *session) close() {
	if s.cmd.Process != nil {
		_ = s.cmd.Process.Kill() // it may be gone
		<-s.exited
	}
	_ = s.tty.Close()
	_ = s.master.Close()
	if replies, ok := s.screen.InputPipe().(io.Closer); ok {
		_ = replies.Close()
	}
}
