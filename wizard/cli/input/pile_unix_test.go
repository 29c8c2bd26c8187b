//go:build unix

package input

import (
	"net"
	"os"
	"slices"
	"syscall"
	"testing"
)

// Pipes, sockets and devices are refused at once: nobody writes to this one.
func TestInputsThatAreNoFiles(t *testing.T) {
	place(t, map[string]string{"x/a.cer": "1"})
	if err := syscall.Mkfifo("x/pipe", 0o600); err != nil {
		t.Fatal(err)
	}
	socket, err := net.Listen("unix", "socket")
	if err != nil {
		t.Skip(err)
	}
	defer socket.Close()
	for _, path := range []string{"x/pipe", "socket", "/dev/zero"} {
		p := NewPile([]string{path}, nil)
		if len(p.files) != 1 || p.files[0].Err != errNotOrdinary {
			t.Errorf("%s: %+v", path, p.files)
		}
	}
	if err := os.Symlink("loop", "loop"); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadFile("loop"); err == nil || err.Error() != "loop: it is a link that leads nowhere" {
		t.Errorf("a loop: %v", err)
	}
	p := NewPile([]string{"x"}, nil)
	if left, _ := p.LeftOut(); len(p.files) != 1 || !slices.Equal(left, []string{"1 device or pipe"}) {
		t.Errorf("left out %q", left)
	}
}

// A pipe that takes the place of a file between a look and its opening.
func TestPipesAreOpenedWithoutWaiting(t *testing.T) {
	place(t, nil)
	if err := syscall.Mkfifo("pipe", 0o600); err != nil {
		t.Fatal(err)
	}
	if f, err := openInput("pipe"); err != errNotOrdinary {
		t.Errorf("opened %v, %v", f, err)
	}
}

func TestInputsThatMayNotBeRead(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read everything")
	}
	place(t, map[string]string{"x/a.cer": "1", "y/b.cer": "2"})
	if err := os.Chmod("x/a.cer", 0); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod("y", 0); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod("y", 0o700)
	p := NewPile([]string{"x", "y"}, nil)
	for i := range p.files {
		if p.files[i].Open != nil {
			_, _ = p.files[i].Open() // keeps its error
		}
		f := p.files[i]
		if f.Err == nil || f.Err.Error() != "you may not read it" {
			t.Errorf("%s: %v", f.Name, f.Err)
		}
	}
}
